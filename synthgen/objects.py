"""Where tables of a run lie: a folder of this machine, or a store that fsspec knows. `Store` asks both for the same.

Paths are relative to the place, with slashes. A file appears whole or not at all, and of two that are put under one
name the first stays.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.disk import replace, write_once
from synthgen.errors import DiskError

BROKEN = (OSError, ValueError, KeyError, NotImplementedError, pa.ArrowException)
"""What pyarrow raises for files that were cut short or changed, by the bit. An OSError has no number then."""


class File(NamedTuple):
    """One that lies there."""

    path: str
    size: int = -1
    """Bytes; -1: not known yet."""
    sign: str = ""
    """Another one when the file is another one; "" where only `Objects.sign` can tell."""


class Objects(Protocol):
    """A place. What goes wrong there is raised as DiskError or AccessError, in one line."""

    url: str
    group: int
    """Pictures that a file is best read by."""

    def files(self, folder: str, begins: str, deep: bool = False) -> Iterator[File]:
        """What lies in a folder now under names that begin so; `deep`: and in its folders whose names do."""
        ...

    def sign(self, file: File) -> str:
        """A text that is another one when the file is."""
        ...

    def opened(self, files: Iterable[File], columns: Collection[str] | None = None) -> Iterator[pq.ParquetFile]:
        """One after the other. `columns`: nothing else will be read. Raises DiskError for a damaged one."""
        ...

    def read(self, path: str) -> bytes | None:
        """None: it is not there."""
        ...

    def put(self, path: str, data: pa.Buffer) -> bool:
        """Gives whether it is this one: a file that is there already stays as it is."""
        ...

    def replace(self, path: str, data: bytes) -> None: ...

    def remove(self, path: str) -> None: ...


class OnDisk:
    """A folder of a file system, also of one that machines share."""

    group = 8
    """So that reading them back holds a few at a time."""

    def __init__(self, root: Path) -> None:
        self.root, self.url = root, str(root)

    def files(self, folder: str, begins: str, deep: bool = False) -> Iterator[File]:
        with suppress(FileNotFoundError), os.scandir(self.root / folder) as entries:
            for entry in entries:
                if entry.name.startswith(begins):
                    if not entry.is_dir():
                        yield File(f"{folder}/{entry.name}")
                    elif deep:
                        yield from self.files(f"{folder}/{entry.name}", begins)

    def sign(self, file: File) -> str:
        about = (self.root / file.path).stat()
        return f"{about.st_size} {about.st_mtime_ns}"

    def opened(self, files: Iterable[File], columns: Collection[str] | None = None) -> Iterator[pq.ParquetFile]:
        for file in files:
            with damage(f"{self.url}/{file.path}"):
                found = pq.ParquetFile(self.root / file.path, page_checksum_verification=True)
            yield found

    def read(self, path: str) -> bytes | None:
        whole = self.root / path
        return whole.read_bytes() if whole.exists() else None

    def put(self, path: str, data: pa.Buffer) -> bool:
        return write_once(self.root / path, data)

    def replace(self, path: str, data: bytes) -> None:
        replace(self.root / path, data)

    def remove(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)


@contextmanager
def damage(path: str) -> Iterator[None]:
    """Around what opens a file and reads its rows. Raises DiskError."""
    try:
        yield
    except BROKEN as e:
        if isinstance(e, OSError) and e.errno:
            raise DiskError(f"cannot read {path}: {e.strerror}; run the same command when it can be read") from e
        raise DiskError(f"{path} is damaged; delete it and run the same command: its rows are made again") from e
