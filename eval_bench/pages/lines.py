"""What people do on a page: one line per action, on disk before the page says so."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from synthgen.disk import disk_errors, sync_folder


def add(path: Path, line: Mapping[str, Any]) -> dict[str, Any]:
    """Append the line with the time; it is safe on disk when this returns. Raises DiskError."""
    said = {**line, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    with disk_errors(path):
        new = not path.exists()
        with path.open("a+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            cut = file.read(1) not in (b"", b"\n")  # a crash: what it cut short stays a line of its own
            rest = b"\n" * cut + json.dumps(said, ensure_ascii=False).encode() + b"\n"
            try:
                while rest:
                    rest = rest[file.write(rest) :]
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)  # it is told that nothing was saved, so nothing is
                raise
        if new:
            sync_folder(path.parent)
    return said


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Oldest first; a line that a crash cut short was never acknowledged, and is none."""
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            yield found
