"""A parquet file of which only those parts are fetched that hold the wanted columns."""

import io
from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.objects import BROKEN

SAMPLE = 16384
"""Bytes at the beginning and at the end of a file that are fetched first, and mostly are enough: what is told of 64
pictures takes 7,000, and where it lies is told in 3,000."""
Span: TypeAlias = tuple[int, int]
"""From a byte up to another one."""


class Parts:
    """What is known of one file."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._known: dict[int, bytes] = {}
        """By their first byte."""

    @property
    def size(self) -> int:
        return sum(map(len, self._known.values()))

    def add(self, span: Span, data: bytes) -> None:
        """Raises OSError for less than a span."""
        if len(data) != span[1] - span[0]:
            raise OSError("the file is shorter than it was")
        self._known = {**self._known, span[0]: data}  # somebody else may be reading it

    def missing(self, columns: Collection[str] | None) -> list[Span]:
        """What has to be fetched next; nothing when all is there that these columns, or all, are read from."""
        if columns is None or self._size <= 2 * SAMPLE:
            wanted = [(0, self._size)]
        elif (foot := self._foot) is None:
            wanted = [(0, SAMPLE), (self._size - SAMPLE, self._size)]
        elif self.at(foot, self._size) is None:
            wanted = [(foot, self._size)]
        else:
            wanted = list(self._spans(columns))
        return [span for span in wanted if self.at(*span) is None]

    @property
    def _foot(self) -> int | None:
        """Where the description of the file begins; None: not known yet."""
        end = self.at(self._size - 8, self._size)
        return None if end is None else max(0, self._size - 8 - int.from_bytes(end[:4], "little"))

    def _about(self) -> pq.FileMetaData:
        """Raises one of BROKEN for a damaged file."""
        foot = self._foot
        return pq.read_metadata(pa.BufferReader(self.at(foot or 0, self._size) or b""))

    def _spans(self, columns: Collection[str]) -> Iterator[Span]:
        """Where columns lie, one span per group of rows."""
        try:
            about = self._about()
        except BROKEN:  # `opened` raises it again
            return
        for number in range(about.num_row_groups):
            group = about.row_group(number)
            chunks = [group.column(i) for i in range(group.num_columns)]
            some = [chunk for chunk in chunks if chunk.path_in_schema.partition(".")[0] in columns]
            starts = [chunk.dictionary_page_offset or chunk.data_page_offset for chunk in some]
            yield min(starts), max(s + c.total_compressed_size for s, c in zip(starts, some, strict=True))

    def at(self, start: int, stop: int) -> bytes | None:
        """None where not all of it is known."""
        for begin, data in self._known.items():
            if begin <= start and stop <= begin + len(data):
                return data[start - begin : stop - begin]
        return None

    def opened(self) -> pq.ParquetFile:
        """Raises one of BROKEN for a damaged file."""
        return pq.ParquetFile(_Sparse(self, self._size), metadata=self._about(), page_checksum_verification=True)


class _Sparse(io.RawIOBase):
    """As pyarrow reads it."""

    def __init__(self, parts: Parts, size: int) -> None:
        self._parts, self._size, self._position = parts, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position

    def readinto(self, buffer: Any, /) -> int:
        stop = min(self._position + len(buffer), self._size)
        data = self._parts.at(self._position, stop)
        if data is None:
            raise RuntimeError(f"bytes {self._position} to {stop} were not fetched")
        buffer[: len(data)] = data
        self._position = stop
        return len(data)
