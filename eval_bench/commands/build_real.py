"""a benchmark on one's own photographs, annotated on a page: nothing is lost when it closes

python -m eval_bench build real photographs=holidays
python -m eval_bench build real photographs=holidays licenses=licenses.csv n=20 by=ab
python -m eval_bench build real photographs=holidays annotate=false
"""

import getpass
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hydra.core.config_store import ConfigStore
from rich.progress import track

from eval_bench import real
from eval_bench.commands.told import out, talk
from eval_bench.pages.annotating import Table, app_of
from eval_bench.pages.annotations import replay
from eval_bench.pages.photographs import find, listed, read_rights, strangers
from eval_bench.pages.serving import Place, preflight, serve
from eval_bench.pages.suggesting import abilities
from synthgen.config import compose_entry
from synthgen.errors import UsageError
from synthgen.store import Store


@dataclass
class BuildRealConfig:
    """The keys of build real. conf/eval_bench/build_real.yaml says what each means."""

    photographs: str | None = None
    name: str = "real"
    outputs: str = "benchmarks"
    licenses: str | None = None
    n: int = 50
    annotate: bool = True
    by: str | None = None
    port: int = 8420
    open: bool | None = None

    def mistakes(self) -> Iterator[str]:
        if not self.photographs:
            yield "build real needs a folder of photographs: photographs=<folder>"
        elif not Path(self.photographs).expanduser().is_dir():
            yield f"photographs={self.photographs}: is no folder"
        elif not listed(Path(self.photographs).expanduser()):
            yield f"photographs={self.photographs}: holds no picture files"
        if self.licenses and not Path(self.licenses).expanduser().is_file():
            yield f"licenses={self.licenses}: is not there"
        if self.name in ("", ".", "..") or "/" in self.name:
            yield f"name={self.name!r} is no folder name; pass outputs=<folder> to put it elsewhere"
        if self.n < 1:
            yield f"n={self.n}: it has to be at least 1"
        if not 0 <= self.port <= 65535:
            yield f"port={self.port}: it has to be 0 to 65535"


ConfigStore.instance().store(name="build_real_schema", node=BuildRealConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError, FolderInUse."""
    config = compose_entry(arguments, "eval_bench/build_real", BuildRealConfig)
    if config.annotate:
        preflight()
    source, folder = Path(str(config.photographs)).expanduser(), Path(config.outputs).expanduser() / config.name
    rights = read_rights(Path(config.licenses).expanduser()) if config.licenses else {}
    with Store(folder).lock():
        written = replay(folder / "annotations.jsonl")
        files = listed(source, but=folder)
        for file in strangers(rights, files, source):
            _warn(f"licenses={config.licenses}: {file} is no photograph in {source}; its line says nothing")
        steps = track(files, "photographs", console=talk, transient=True, disable=not talk.is_terminal)
        known = {item["photo"] for item in written.items.values()}
        photos, left_out = find(source, folder / ".photographs", rights, known, steps)
        for line in left_out:
            _warn(line)
        table = Table(photos, written, abilities(), config.by or getpass.getuser(), config.n)
        if config.annotate:
            serve(app_of(table), Place(config.port, config.open), folder, _say)
        _write(table, folder)
    return 0


def _write(table: Table, folder: Path) -> None:
    items, left_out = table.sorted_out()
    for line in left_out:
        _say(f"left out: {line}")
    if not items:
        raise UsageError(f"{folder}: no item is complete, so nothing is written; annotate some: run the same command")
    made = real.write(folder, items, list(table.photos.values()))
    for line in table.lacking():
        _say(f"not balanced: {line}")
    _say(f"{folder}: {len(items):,} items on {len({item.image for item in items}):,} photographs, {made.version}")
    _say(f"ask a model: python -m eval_bench answer items={folder} model=toy")


def _warn(line: str) -> None:
    talk.print(line, highlight=False, markup=False)


def _say(line: str) -> None:
    out.print(line, highlight=False, markup=False)
