"""Where the rows of a JSON file lie: a list, however it is laid out, or lines. Nothing is loaded but the row at hand.

Rows of a list mostly begin with the same key. `}, {"id"` cannot stand inside a text, where a quote has a backslash
before it, so it is a cheap guess at where a row ends. What decodes up to there is one; else brackets are counted.
"""

import re
from collections.abc import Iterator
from itertools import chain, repeat
from mmap import mmap
from typing import NamedTuple

import msgspec

from synthgen.mix.plain import Plain, plain

_SPACE = re.compile(rb"[ \t\n\r]*+")
_FIRST_KEY = re.compile(rb'\{[ \t\n\r]*+("(?:[^"\\]++|\\.)*+")')
_MARK = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]', re.DOTALL)
_SCALAR = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[^ \t\n\r,\[\]{}"]++', re.DOTALL)
_any = msgspec.json.Decoder(msgspec.Raw).decode
LONGEST = 1 << 24
"""Bytes of a row; brackets that are open for longer are damage."""


class Found(NamedTuple):
    """A place where a row should be."""

    start: int
    end: int
    plain: Plain | None
    """The row, where it has the plain form."""
    damage: str = ""
    """Why there is no row."""


class Unreadable(ValueError):
    """From here on nobody can tell how many rows there are: the file was cut off, or is broken."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


def found_in(data: mmap) -> Iterator[Found]:
    """All places of a file, in order. Raises Unreadable when it gets there."""
    start = _skip(data, 3 if data[:3] == b"\xef\xbb\xbf" else 0)
    return _in_list(data, start + 1) if data[start : start + 1] == b"[" else _in_lines(data, start)


def _in_lines(data: mmap, start: int) -> Iterator[Found]:
    view = memoryview(data)
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        row = plain(view[start:end])
        if row is not None or data[start:end].strip(b" \t\r"):
            yield Found(start, end, row)
        start = end + 1


def _in_list(data: mmap, start: int) -> Iterator[Found]:
    view = memoryview(data)
    stop = _end_of_list(data)
    start = _skip(data, start)
    guesses = _guesses(data, start, stop)
    end = after = -1
    while start < stop:
        while end <= start:
            end, after = next(guesses)
        row = plain(view[start:end])
        if row is not None:
            yield Found(start, end, row)
            start = after
            continue
        one = _one(data, start, end, stop)
        yield one
        start = _skip(data, one.end)
        if data[start] == ord(","):
            start = _skip(data, start + 1)
        elif start < stop:
            yield Found(start, start, None, "there is no comma before it")


def _end_of_list(data: mmap) -> int:
    """Where the last row ends, and nothing but the bracket follows. Raises Unreadable."""
    end = _trimmed(data, len(data))
    if data[end - 1 : end] != b"]":
        raise Unreadable("the list is cut off: it does not end with ]", end)
    return _trimmed(data, end - 1)


def _trimmed(data: mmap, end: int) -> int:
    while end and data[end - 1] in b" \t\n\r":
        end -= 1
    return end


def _guesses(data: mmap, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a row may end, and where the next one then begins."""
    first = _FIRST_KEY.match(data, start)
    if first is None:
        return repeat((stop, stop))
    anchor = re.compile(rb"\}[ \t\n\r]*+,[ \t\n\r]*+(?=\{[ \t\n\r]*+" + re.escape(first[1]) + rb")")
    return chain(((m.start() + 1, m.end()) for m in anchor.finditer(data, start, stop)), repeat((stop, stop)))


def _one(data: mmap, start: int, guess: int, stop: int) -> Found:
    """The value that begins here, or damage up to the guess. Raises Unreadable where nobody guessed."""
    end = _end_of_value(data, start, stop)
    if end is not None and end != guess:
        row = plain(memoryview(data)[start:end])
        if end < guess or row is not None or _is_json(data[start:end]):
            return Found(start, end, row)
    elif end is not None:
        return Found(start, end, None)
    if guess == stop:
        raise Unreadable("its brackets or quotes do not close", start)
    return Found(start, guess, None, "its brackets or quotes do not close")


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


def _is_json(data: bytes) -> bool:
    try:
        _any(data)
    except msgspec.DecodeError:
        return False
    return True


def _skip(data: mmap, start: int) -> int:
    space = _SPACE.match(data, start)
    return space.end() if space else start
