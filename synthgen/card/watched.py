"""A target that remembers what went through it: the data files of an export, for its card and its metadata."""

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.interfaces import Target

TAIL = 1_000_000
"""Bytes from the end of a parquet file that are kept: its columns are described there."""


@dataclass(frozen=True, slots=True)
class Written:
    """A data file of an export."""

    path: str
    size: int
    sha256: str
    columns: pa.Schema | None = None
    """Of a parquet file."""


class Watched:
    """Passes everything on. Files that are written in pieces (shards, lists of rows) are remembered; single pictures,
    of which there may be millions, are not."""

    def __init__(self, target: Target, subsets: Mapping[str, str]) -> None:
        self._target, self._subsets = target, subsets
        self.files: list[Written] = []
        self.filled: set[str] = set()
        """The subsets that have a file."""

    @property
    def url(self) -> str:
        return self._target.url

    def put(self, path: str, data: bytes) -> None:
        self._note(path)
        self._target.put(path, data)

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        self._note(path)
        with self._target.open(path) as file:
            passing = _Passing(file, keeps=path.endswith(".parquet"))
            yield cast(IO[bytes], passing)
        self.files.append(Written(path, passing.size, passing.hash.hexdigest(), passing.columns()))

    def _note(self, path: str) -> None:
        self.filled.update(name for name, pattern in self._subsets.items() if fnmatchcase(path, pattern))


class _Passing:
    """A file that is written from start to end."""

    def __init__(self, file: IO[bytes], keeps: bool) -> None:
        self._file, self._keeps = file, keeps
        self._last: deque[bytes] = deque()
        self._kept = 0
        self.size, self.hash = 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        self.size += len(data)
        if self._keeps:
            self._last.append(bytes(data[-TAIL:]))
            self._kept += len(self._last[-1])
            while self._kept - len(self._last[0]) >= TAIL:
                self._kept -= len(self._last.popleft())
        return self._file.write(data)

    def columns(self) -> pa.Schema | None:
        end = pa.BufferReader(b"".join(self._last))
        return pq.read_metadata(end).schema.to_arrow_schema() if self._keeps else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
