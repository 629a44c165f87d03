"""A run as a source: its kept samples as the LLaVA exporter writes them, and their pictures beside the mix."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import IO

from synthgen.build import Run
from synthgen.disk import replace as write
from synthgen.errors import UsageError
from synthgen.exporter.llava import Llava
from synthgen.exporting import provenance
from synthgen.kit.hashes import sha256
from synthgen.mix.options import OURS, Stage
from synthgen.mix.pictures import Pictures
from synthgen.mix.writing import disk_told
from synthgen.records import candidates, records
from synthgen.store import SHARD, Store
from synthgen.types import Dialogue, Picture, Record, index_of


class Spool:
    """A Target that keeps the list of rows, and lets the pictures go: those that a mix takes are written later."""

    url = ""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def put(self, path: str, data: bytes) -> None:
        """A picture."""

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        yield self._file


UNSAFE = frozenset({"nsfw", "text_safety"})
"""Checks whose rejected samples enter no file, whatever it is a control for."""


class Stored(Pictures):
    """The pictures of a run, which the folder of all pictures does not hold yet."""

    def __init__(self, run: Run) -> None:
        super().__init__(Path(), "", "skip", links=False)
        self._store = Store(run.folder)
        self._one_at_a_time = Lock()
        self._around = lru_cache(maxsize=2)(self._shard)

    def read(self, paths: Sequence[str]) -> Iterator[bytes]:
        for id in (PurePosixPath(path).stem for path in paths):
            with self._one_at_a_time:  # rows come in the order of the files: each is read once, whoever asks
                near = self._around(id.rpartition("-")[0], index_of(id) // SHARD)
            yield near.get(id, b"")

    def _shard(self, ability: str, number: int) -> dict[str, bytes]:
        found = self._store.rows("pictures", ability, number * SHARD, (number + 1) * SHARD)
        return {picture.id: picture.data for picture in found if isinstance(picture, Picture)}


def kept(run: Run) -> list[str]:
    """Raises UsageError for a run without kept samples."""
    found = list(Store(run.folder).kept())
    if not found:
        raise UsageError(f"{run.folder} has no kept samples yet: finish the run first, with its own command")
    return found


def fallen(run: Run) -> list[str]:
    """The samples that fell in the checks and have a picture and a dialogue all the same; none that are unsafe."""
    store = Store(run.folder)
    fell = {row["id"] for row in store.read_selection() if not row["kept"] and row["check"] not in UNSAFE}
    abilities = sorted({id.rpartition("-")[0] for id in fell})
    return [
        c.id
        for ability in abilities
        for c in candidates(store, ability, {})
        if c.id in fell and isinstance(c.picture, Picture) and isinstance(c.dialogue, Dialogue)
    ]


def spooled(run: Run, ids: Iterable[str], name: str, stage: Stage, beside: Path) -> tuple[mmap, Counter[str]]:
    """The rows of some samples of a run, in a file that nobody else sees; and why samples are no rows of this stage."""
    exporter = Llava(f"{name}.json", f"{OURS}/{name}", stage)
    unfit: Counter[str] = Counter()

    def fitting() -> Iterator[Record]:
        for record in records(Store(run.folder), ids, {}, provenance(run), light=True):
            if isinstance(fitted := exporter.fit(record), str):
                unfit[fitted] += 1
            else:
                yield fitted

    with tempfile.TemporaryFile(dir=beside) as file:
        exporter.write(fitting(), Spool(file))
        file.flush()
        return mmap(file.fileno(), 0, access=ACCESS_READ), unfit


def write_pictures(run: Run, name: str, ids: Sequence[str], root: Path, done: Callable[[int], None]) -> None:
    """Put the pictures of some samples where the rows of the mix look for them: links to the run's export, or copies.

    `done` is told how many are there. Raises DiskError; UsageError where pictures of another run lie there.
    """
    folder, exported = root / OURS / name, run.folder / "export" / "llava" / "images"
    missing = []
    with disk_told(folder, "pass root=<a folder that you may write to>"):
        folder.mkdir(parents=True, exist_ok=True)
        for record in records(Store(run.folder), ids, {}, {}, light=True):
            (picture,) = record.pictures
            file = f"{record.id}.{picture.format}"
            missing += [] if _linked(exported / file, folder / file, picture) else [record.id]
        done(len(ids) - len(missing))
        for i, record in enumerate(records(Store(run.folder), missing, {}, {}) if missing else ()):
            (picture,) = record.pictures
            write(folder / f"{record.id}.{picture.format}", picture.data)
            done(len(ids) - len(missing) + i + 1)


def _linked(source: Path, target: Path, picture: Picture) -> bool:
    """Whether the picture is there already, or could be linked. Raises UsageError where another one is there."""
    if target.is_file():
        if sha256(target.read_bytes()) == picture.sha256:
            return True
        raise UsageError(
            f"{target.parent} holds pictures of another run of this name, and an earlier mix may show them; "
            "remove it, rename the folder of this run, or pass another root="
        )
    if not source.is_file() or sha256(source.read_bytes()) != picture.sha256:
        return False
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        return False
    return True
