"""The rows of a plan, from their sources to one file: copied byte for byte where nothing has to change."""

import errno
import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np

from synthgen.errors import DiskError, FolderInUse
from synthgen.mix.index import MENDED, PICTURE, Index
from synthgen.mix.plan import Plan

BLOCK = 1024
"""Rows that are written together."""
_HEAD = re.compile(
    rb'\{[ \t\n\r]*+"id"[ \t\n\r]*+:[ \t\n\r]*+(?:"(?P<id>[^"\\]*+)"|-?[0-9]++)'
    rb'(?:[ \t\n\r]*+,[ \t\n\r]*+"image"[ \t\n\r]*+:[ \t\n\r]*+"(?P<image>[^"\\]*+)")?+'
)
_END_OF_LINE = re.compile(rb"[ \t]*+[\r\n][ \t\r\n]*+")

Edit = Callable[[int, dict[str, Any]], dict[str, Any]]
"""(a place in the plan, the row as it would be written there) -> what is written instead."""


class Copier:
    """Gives the rows of one source as they stand in a mix."""

    def __init__(self, index: Index, prefix: str) -> None:
        self._index, self._prefix, self._images = index, prefix, index.source.images
        self.as_it_is = not prefix and not self._images
        """Whether rows that are not mended need no look at all."""

    def text(self, row: int, raw: bytes, how: int) -> bytes:
        spliced = None if how & MENDED else self._spliced(raw, bool(how & PICTURE))
        return dumped(self.loaded(row)) if spliced is None else spliced

    def loaded(self, row: int) -> dict[str, Any]:
        """A row, with its prefixes."""
        found = self._index.loaded(row).row
        if self._prefix:
            found["id"] = f"{self._prefix}{found['id']}"
        if "image" in found:
            images = found["image"]
            prefixed = [self._images + path for path in (images if isinstance(images, list) else [images])]
            found["image"] = prefixed if isinstance(images, list) else prefixed[0]
        return found

    def _spliced(self, raw: bytes, picture: bool) -> bytes | None:
        """The row with its prefixes put in, where id and image come first and only once; else None."""
        head = _HEAD.match(raw)
        parts, done = [], 0
        for key, prefix in (("id", self._prefix), ("image", self._images if picture else "")):
            if prefix:
                if head is None or head[key] is None or raw.find(b'"%s"' % key.encode(), head.end()) >= 0:
                    return None
                parts += [raw[done : head.start(key)], _escaped(prefix)]
                done = head.start(key)
        return b"".join([*parts, raw[done:]])


def write_rows(
    file: IO[bytes],
    plan: Plan,
    copiers: Sequence[Copier],
    indices: Sequence[Index],
    lines: bool,
    done: Callable[[int], None],
    edits: Mapping[int, Edit] | None = None,
) -> None:
    """One list, or one row in each line. `done` is told how many rows were written.

    `edits` by the place of a source: what is done to its rows.
    """
    begin, between, end = (b"", b"\n", b"\n" if len(plan) else b"") if lines else (b"[\n", b",\n", b"\n]\n")
    file.write(begin)
    for first in range(0, len(plan), BLOCK):
        texts = _texts(plan, slice(first, first + BLOCK), copiers, indices, edits or {})
        file.write((between if first else b"") + between.join(map(_one_line, texts) if lines else texts))
        done(min(len(plan), first + BLOCK))
    file.write(end)


def _texts(
    plan: Plan, part: slice, copiers: Sequence[Copier], indices: Sequence[Index], edits: Mapping[int, Edit]
) -> Iterator[bytes | memoryview]:
    sources, rows = plan.source[part], plan.row[part]
    views = [memoryview(index.data) for index in indices]
    as_they_are = [copier.as_it_is and i not in edits for i, copier in enumerate(copiers)]
    starts, lengths, hows = (np.zeros(len(rows), np.int64) for _ in range(3))
    for i, index in enumerate(indices):
        mine = sources == i
        starts[mine], lengths[mine], hows[mine] = (of[rows[mine]] for of in (index.starts, index.lengths, index.how))
    columns = (each.tolist() for each in (sources, rows, starts, starts + lengths, hows))
    for place, (i, row, start, end, how) in enumerate(zip(*columns, strict=True), part.start):
        if as_they_are[i] and not how & MENDED:
            yield views[i][start:end]
        elif i in edits:
            yield dumped(edits[i](place, copiers[i].loaded(row)))
        else:
            yield copiers[i].text(row, indices[i].data[start:end], how)


def dumped(row: dict[str, Any]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair, under a key that nobody reads
        return json.dumps(row).encode()


def _escaped(text: str) -> bytes:
    return json.dumps(text)[1:-1].encode()


def _one_line(row: bytes | memoryview) -> bytes:
    """Without its line ends: in JSON none stands in a text, so each, and the white space around it, is layout."""
    return _END_OF_LINE.sub(b"", row)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that appears when the block ends without an error, in place of one that was there.

    Raises DiskError, and FolderInUse where another process writes the same.
    """
    part = path.with_name(f".{path.name}.part")
    with disk_told(path, "pass out=<a file in a folder of yours>"):
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise FolderInUse(f"another process writes {path}; wait for it, or pass another out=") from None
            file.truncate(0)
            try:
                yield file
                file.flush()
                os.replace(part, path)
            except BaseException:
                part.unlink()
                raise


@contextmanager
def disk_told(path: Path, fix: str) -> Iterator[None]:
    """Troubles of the disk as one line. Raises DiskError."""
    try:
        yield
    except OSError as e:
        if e.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskError(f"the disk that holds {path.parent} is full; free space, then run the same command") from e
        raise DiskError(f"cannot write {path}: {e.strerror}; {fix}") from e
