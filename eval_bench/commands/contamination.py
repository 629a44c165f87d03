"""which items are repeated by training sets, by their keywords, their words or their picture

python -m eval_bench contamination items=benchmarks/generated training=[outputs/joke,llava.json]
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn
from rich.table import Table

from eval_bench.benchmark import Benchmark, several
from eval_bench.commands.told import folders, out, talk
from eval_bench.contamination import repeated
from synthgen.config import compose_entry
from synthgen.store import Store

SHOWN = 10
"""Items that the terminal lists; the file has all of them."""


@dataclass
class ContaminationConfig:
    """`conf/eval_bench/contamination.yaml` says what each key means."""

    items: Any = "benchmarks/generated"
    training: Any = field(default_factory=list)

    def mistakes(self) -> Iterator[str]:
        """What is not there."""
        if not folders(self.training):
            yield "no training set is named; pass training=[llava.json,outputs/joke]"
        yield from (f"training: {path} is not there" for path in folders(self.training) if not path.exists())


ConfigStore.instance().store(name="contamination_schema", node=ContaminationConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/contamination", ContaminationConfig)
    training = folders(config.training)
    for benchmark in several(folders(config.items)):
        columns = (SpinnerColumn(), TextColumn("{task.fields[rows]:,} training rows"))
        with Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as progress:
            told = partial(_show, progress, progress.add_task("rows", rows=0))
            found = repeated(benchmark.items, benchmark.folder, training, told)
        content = {"training": list(map(str, training)), "version": benchmark.version, "repeated": found}
        Store(benchmark.folder).write_json("contamination.json", content)
        for part in _told(benchmark, found, training):
            out.print(part, highlight=False, markup=False)
    return 0


def _show(progress: Progress, task: TaskID, rows: int) -> None:
    progress.update(task, rows=rows)


def _told(benchmark: Benchmark, found: Mapping[str, str], training: Sequence[Path]) -> Iterator[Table | str]:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("ability", "items", "repeated", "by keywords", "by words", "by picture"):
        table.add_column(heading, justify="left" if heading == "ability" else "right")
    for ability in dict.fromkeys(item.ability for item in benchmark.items):
        items = [item for item in benchmark.items if item.ability == ability]
        by = Counter(found[item.id].rpartition(", by its ")[2].split(" ")[0] for item in items if item.id in found)
        numbers = (len(items), by.total(), by["keywords"], by["words"], by["picture"])
        table.add_row(ability, *map(str, numbers))
    yield table
    yield from (f"{id}: {row}" for id, row in list(found.items())[:SHOWN])
    yield f"{len(found)} of {len(benchmark.items)} items: {benchmark.folder / 'contamination.json'}"
    if found:
        sets = ",".join(map(str, training))
        if benchmark.source == "generated":
            yield f"next: build without them, with the command in bench.json and training=[{sets}]"
        else:
            yield f"next: refuse them: python -m eval_bench validate items={benchmark.folder}"
    else:
        yield f"next: python -m eval_bench answer items={benchmark.folder} model=openai"
