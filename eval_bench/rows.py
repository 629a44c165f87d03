"""Records as lines of a jsonl file: appended durably, read back whatever a crash left of the last line."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from synthgen.disk import disk_errors, replace, sync_folder
from synthgen.errors import UsageError

R = TypeVar("R")


def line_of(record: Any) -> bytes:
    """One line, with its end."""
    # half a letter, as servers send it now and then, is no UTF-8: it is escaped, as JSON has it
    return json.dumps(asdict(record), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def append(path: Path, records: Iterable[Any]) -> None:
    """Returns when they are safe on disk. Raises DiskError."""
    with disk_errors(path), path.open("a+b") as file:
        file.seek(0, os.SEEK_END)
        if file.tell() and not _ends_whole(path):
            file.write(b"\n")  # what a crash cut short stays a line of its own, which nobody reads
        file.write(b"".join(map(line_of, records)))
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def write(path: Path, records: Iterable[Any]) -> None:
    """The file appears whole, in place of an earlier one. Raises DiskError."""
    replace(path, b"".join(map(line_of, records)))


def read(path: Path, kind: type[R]) -> Iterator[R]:
    """The records of a file; nothing where it is missing. Raises UsageError for a whole line that is no such record."""
    if not path.exists():
        return
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            continue  # cut short by a crash: it was never acknowledged
        if row is not None:
            try:
                yield kind(**{name: value for name, value in row.items() if name in known})
            except (AttributeError, TypeError) as e:
                raise UsageError(f"{path}: line {number} is no {kind.__name__.lower()}: {e}") from e


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
