"""Where the rows of a JSON file lie: a list, however it is laid out, or lines. One row at a time is in memory.

Rows in plain form are matched; of all others the end is found by counting brackets, and they are loaded.
"""

import re
from collections.abc import Iterator
from mmap import mmap
from typing import Any, TypeAlias

from synthgen.mix.mend import BadRow, load

_SPACE = re.compile(rb"[ \t\n\r]*+")
_COMMA = re.compile(rb"[ \t\n\r]*+,[ \t\n\r]*+")
_FIRST_KEY = re.compile(rb'\{[ \t\n\r]*+("(?:[^"\\]++|\\.)*+")')
_MARK = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]', re.DOTALL)
_SCALAR = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[^ \t\n\r,\[\]{}"]++', re.DOTALL)
LONGEST = 1 << 24
"""Bytes of a row; brackets that are open for longer are damage."""


Found: TypeAlias = tuple[int, int, re.Match[bytes] | None, Any]
"""A place where a row should be: its start, its end, the row where it has the plain form, and where it has not: its
value, which is any that JSON has, or a BadRow that says why it is none.
"""


_FORMATS = {
    b"\x1f\x8b": "is compressed (gzip); unpack it first",
    b"PK\x03\x04": "is compressed (zip); unpack it first",
    b"BZh": "is compressed (bzip2); unpack it first",
    b"\xfd7zXZ": "is compressed (xz); unpack it first",
    b"\x28\xb5\x2f\xfd": "is compressed (zstd); unpack it first",
    b"PAR1": "is parquet; a source is a JSON list, or JSON lines",
    b"\xff\xfe": "is in UTF-16; save it as UTF-8",
    b"\xfe\xff": "is in UTF-16; save it as UTF-8",
}


def format_fault(data: mmap) -> str:
    """Why a file is neither a list nor lines, where its beginning tells; else ""."""
    if fault := next((said for sign, said in _FORMATS.items() if data[: len(sign)] == sign), ""):
        return fault
    if b"\0" in data[:4]:
        return "is in UTF-16, or no text at all; save it as UTF-8"
    line = data.find(b"\n", 0, 1 << 16)
    if line >= 0 and data[:line].strip(b"\xef\xbb\xbf \t\r") == b"{":
        return "holds objects of several lines each; a source is a JSON list, or JSON lines"
    return ""


class Unreadable(ValueError):
    """From here on nobody can tell how many rows there are: the file was cut off, or is broken."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


def found_in(data: mmap, plain: re.Pattern[bytes]) -> Iterator[Found]:
    """All places of a file, in order. Raises Unreadable when it gets there."""
    start = _skip(data, 3 if data[:3] == b"\xef\xbb\xbf" else 0)
    if data[start : start + 1] == b"[":
        return _in_list(data, start + 1, plain)
    return _in_lines(data, start, plain)


def _in_lines(data: mmap, start: int, plain: re.Pattern[bytes]) -> Iterator[Found]:
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        row = plain.match(data, start, end)
        if row and row.start("comma") < 0 and row.end() == _skip_back(data, start, end):
            yield start, row.end(), row, None
        elif line := data[start:end].strip(b" \t\r"):
            yield start, end, None, _value(line)
        start = end + 1


def _in_list(data: mmap, start: int, plain: re.Pattern[bytes]) -> Iterator[Found]:
    stop = _end_of_list(data)
    start = _skip(data, start)
    first = _FIRST_KEY.match(data, start)
    next_row = re.compile(rb"\}[ \t\n\r]*+,[ \t\n\r]*+\{[ \t\n\r]*+" + re.escape(first[1])) if first else None
    while start < stop:
        row = plain.match(data, start, stop)
        end = row.start("comma") if row else -1
        if end >= 0:
            yield start, end, row, None
            start = row.end() if row else end
            continue
        end, value = (row.end(), None) if row else _one(data, start, stop, next_row)
        yield start, end, row, value
        comma = _COMMA.match(data, end, stop)
        start = comma.end() if comma else _skip(data, end)
        if comma is None and start < stop:
            yield start, start, None, BadRow("there is no comma before it")


def _end_of_list(data: mmap) -> int:
    """Where the last row ends, and nothing but the bracket follows. Raises Unreadable."""
    end = _skip_back(data, 0, len(data))
    if data[end - 1 : end] != b"]":
        raise Unreadable("the list is cut off: it does not end with ]", end)
    return _skip_back(data, 0, end - 1)


def _one(data: mmap, start: int, stop: int, next_row: re.Pattern[bytes] | None) -> tuple[int, Any]:
    """Where the value that begins here ends, and what it is; damage ends before the next row.

    Raises Unreadable where nobody can tell where that is.
    """
    end = _end_of_value(data, start, stop)
    value = BadRow("its brackets or quotes do not close") if end is None else _value(data[start:end])
    if end is None or isinstance(value, BadRow):
        # a quote too many makes brackets of texts, and texts of brackets: what they say is nothing to go by
        following = next_row.search(data, start, stop if end is None else end) if next_row else None
        end = following.start() + 1 if following else end
    if end is None:
        raise Unreadable(str(value), start)
    return end, value


def _end_of_value(data: mmap, start: int, stop: int) -> int | None:
    if data[start] not in b"{[":
        scalar = _SCALAR.match(data, start, stop)
        return scalar.end() if scalar else None
    depth = 0
    for mark in _MARK.finditer(data, start, min(stop, start + LONGEST)):
        if mark.end() - mark.start() == 1:  # a text has its quotes
            depth += 1 if mark[0] in b"{[" else -1
            if depth == 0:
                return mark.end()
    return None


def _value(data: bytes) -> Any:
    try:
        return load(data)
    except BadRow as e:
        return e


def _skip(data: mmap, start: int) -> int:
    space = _SPACE.match(data, start)
    return space.end() if space else start


def _skip_back(data: mmap, start: int, end: int) -> int:
    while end > start and data[end - 1] in b" \t\n\r":
        end -= 1
    return end
