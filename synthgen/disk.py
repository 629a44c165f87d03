"""Files of a disk that appear whole or not at all, and its troubles as one line."""

import errno
import os
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from synthgen.errors import DiskError


@contextmanager
def disk_errors(path: Path) -> Iterator[Path]:
    """Troubles of the disk become one line; the folder is made where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    except OSError as e:
        if e.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskError(f"the disk that holds {path.parent} is full; free space, then run the same command") from e
        if e.errno == errno.ENOENT:
            raise DiskError(f"{path.parent} was deleted while it was written to; run the same command") from e
        raise DiskError(f"cannot write {path}: {e.strerror}; choose a folder that you may write to") from e


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A temporary name beside `path`, removed again when something goes wrong."""
    with disk_errors(path):
        temporary = path.with_name(f".{path.name}~{socket.gethostname()}~{os.getpid()}~{uuid.uuid4().hex[:8]}.tmp")
        try:
            yield temporary
        finally:
            temporary.unlink(missing_ok=True)


def _write(path: Path, data: Any) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """What it lists is safe on disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_once(path: Path, data: Any) -> bool:
    """The file appears whole; one that is there already stays as it is. Gives whether it is this one."""
    with _whole(path) as temporary:
        _write(temporary, data)
        try:
            os.link(temporary, path)
        except FileExistsError:
            return False
        except OSError as e:
            if e.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS):
                raise
            if path.exists():  # a file system without hard links
                return False
            os.replace(temporary, path)
        sync_folder(path.parent)
        return True


def replace(path: Path, data: Any) -> None:
    """The file appears whole, in place of the one that was there."""
    with _whole(path) as temporary:
        _write(temporary, data)
        os.replace(temporary, path)
        sync_folder(path.parent)
