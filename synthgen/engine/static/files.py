"""Files by which processes on several machines talk: each has one writer, appears whole, and is read once.

A file or folder that is gone is an answer (`Gone`), also where a network file system calls it stale. What is new is
found by listing folders: the names that a client has looked up before may be remembered for a minute.
"""

import errno
import os
import pickle
import shutil
import stat
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from synthgen.errors import DiskError

FASTEST, SLOWEST = 0.05, 1.0
"""Seconds between two looks into a folder."""
EASE = 5.0
"""By this the time since something happened is divided: so long is waited before the next look."""


class Gone(Exception):
    """A file or folder is not there, or not any more."""


class Pace:
    """When to look again: soon after something happened, seldom where nothing does."""

    def __init__(self) -> None:
        self._happened = self._looked = time.monotonic()

    def happened(self) -> None:
        self._happened = time.monotonic()

    @property
    def seconds(self) -> float:
        """To wait between two looks."""
        return min(SLOWEST, max(FASTEST, (time.monotonic() - self._happened) / EASE))

    def due(self) -> bool:
        """Whether to look now; then the time until the next look begins."""
        now = time.monotonic()
        if now - self._looked < self.seconds:
            return False
        self._looked = now
        return True


def put(path: Path, content: Any) -> None:
    """The file appears whole, in place of the one that was there. Raises Gone, DiskError."""
    temporary = path.with_name(f".{path.name}")
    with _told(path):
        temporary.write_bytes(pickle.dumps(content))
        os.replace(temporary, path)


def take(path: Path) -> Any:
    """What is in a file of this user's own. Raises Gone, DiskError."""
    with _told(path):
        return pickle.loads(path.read_bytes())


def names(folder: Path) -> list[str]:
    """Of the files that are whole. Raises Gone, DiskError."""
    with _told(folder):
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def remove(path: Path) -> None:
    """A file, or a folder, of which nothing can be added to any more once it begins to go."""
    away = path.with_name(f".gone-{uuid.uuid4().hex[:12]}")
    with suppress(Gone), _told(path):
        if not path.is_dir():
            return path.unlink()
        path.rename(away)
        shutil.rmtree(away, ignore_errors=True)  # what is still open elsewhere goes with the session, or the next one


def is_own(folder: Path) -> bool:
    """Whether nobody but this user can have put anything into it: what lies there is unpickled."""
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & 0o077


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        if e.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
            raise Gone(str(path)) from e
        raise DiskError(f"{path.parent}: {e.strerror}; mend it, then run the same command to go on") from e
