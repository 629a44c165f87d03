"""Numbered files of one size: `data/train-00000.parquet`, `data/train-00001.parquet`, ..."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

from synthgen.interfaces import Target

W = TypeVar("W")
MEGABYTE = 1_000_000


class Shards(Generic[W]):
    """Files that are closed when what was put into them reaches a size; memory and disk: one file at a time.

    `writer` makes of a file what items are written with; both end with the shard.
    """

    def __init__(
        self, target: Target, path: str, most_bytes: int, writer: Callable[[IO[bytes]], AbstractContextManager[W]]
    ) -> None:
        self._target, self._path, self._most, self._writer = target, path, most_bytes, writer
        self._shard = ExitStack()
        self._number = self._size = 0
        self._current: W | None = None

    def room(self, size: int) -> W:
        """The writer for the next item, of so many bytes; a shard holds one item at least."""
        if self._current is None or self._size + size > self._most:
            self._shard.close()
            file = self._shard.enter_context(self._target.open(self._path.format(self._number)))
            self._current = self._shard.enter_context(self._writer(file))
            self._number, self._size = self._number + 1, 0
        self._size += size
        return self._current

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shard.__exit__(kind, error, trace)  # after an error the file that it happened in does not appear
