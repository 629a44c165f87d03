"""one training file out of LLaVA files and runs: validated, sampled, shuffled, with a report of what went in

python -m synthgen mix sources='[{path: llava_instruct.json, images: coco}, {run: outputs/joke, ratio: 0.3}]'
python -m synthgen mix sources='[{path: a.json, weight: 0.5}, {path: texts.jsonl, count: 1000}]' out=both.json
python -m synthgen mix preset=llava_665k runs=[outputs/joke] data=playground/data
python -m synthgen mix preset=llava_558k sources='[{run: outputs/all, ratio: 0.1}]' out=stage1.json
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from synthgen.commands.told import out, run_of, talk, warn_if_short
from synthgen.config import compose_entry
from synthgen.mix.mixing import mix
from synthgen.mix.options import MixConfig, beside, file_of, read_sources
from synthgen.mix.report import report_of, report_of_variant, told
from synthgen.mix.writing import whole
from synthgen.store import Store


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError, FolderInUse."""
    config = compose_entry(arguments, "mix", MixConfig)
    sources = read_sources(config)
    runs = {source.name: run_of([f"run={source.place}"], "mix") for source in sources if source.is_run}
    for about in runs.values():
        warn_if_short(about, sum(1 for _ in Store(about.folder).kept()))
    columns = (TextColumn("{task.description:20}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as progress:
        made = mix(config, sources, runs, _Bars(progress))
    report = report_of(made)
    _write(Path(config.out), report)
    for variant in made.variants:
        _write(file_of(Path(config.out), variant.name), report_of_variant(made, variant))
    for part in told(report, config, made.variants):
        out.print(part, highlight=False, markup=False)
    return 0


def _write(out: Path, report: Mapping[str, Any]) -> None:
    with whole(beside(out, ".report.json")) as file:
        file.write(json.dumps(report, indent=1, ensure_ascii=False).encode() + b"\n")


@dataclass(frozen=True)
class _Bars:
    progress: Progress

    def begin(self, what: str, total: int) -> Callable[[int], None]:
        task = self.progress.add_task(what, total=total)
        return lambda done: self.progress.update(task, completed=done)
