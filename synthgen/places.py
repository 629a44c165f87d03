"""Where an export can lie: a disk, or any store that fsspec knows. What `target.Folder` asks of both is the same.

Paths are relative to the place, with slashes.
"""

import filecmp
import hashlib
import io
import os
import tempfile
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol

from fsspec import AbstractFileSystem

from synthgen.remote import TEMPORARY, appears_whole, digest

_AT_ONCE = 16
"""Uploads; a store takes 20 to 100 ms to answer, however small the file."""
_PART = 50 * 2**20
"""Into parts of so many bytes s3fs cuts a file of twice that or more; its ETag is then made of the parts' MD5s."""


class Held(NamedTuple):
    """A file that lies there."""

    path: str
    size: int | None = None
    digest: str = ""
    """MD5 as hex, or an ETag "<md5 of the parts' md5s>-<parts>"; "" where the store does not tell."""


class Place(Protocol):
    """Files by path. Raises what its system raises."""

    def files(self) -> Iterator[Held]:
        """What lies there now; nothing where there is no such folder."""
        ...

    def read(self, path: str) -> bytes: ...

    def put(self, path: str, data: bytes, there: Held | None) -> None:
        """Write a file, whole or not at all; one that holds the same bytes is left alone.

        `there`: what `files` told of the file at that path. What is not known is looked up, or written again.
        """
        ...

    def scratch(self) -> Path:
        """A new file to write in pieces."""
        ...

    def keep(self, scratch: Path, path: str, there: Held | None) -> None:
        """Make a file of `scratch`, after all that was put before. It may still be read; `wait` ends that."""
        ...

    def wait(self) -> None:
        """Returns when everything lies there."""
        ...

    def remove(self, path: str) -> None: ...


@dataclass(frozen=True)
class Disk:
    """A folder of this machine."""

    root: Path

    def files(self) -> Iterator[Held]:
        yield from _below(self.root, "") if self.root.is_dir() else ()

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def put(self, path: str, data: bytes, there: Held | None) -> None:
        whole = self.root / path
        if whole.is_file() and whole.stat().st_size == len(data) and whole.read_bytes() == data:
            return
        scratch = self.scratch()
        try:
            scratch.write_bytes(data)
            self._move(scratch, whole)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise

    def scratch(self) -> Path:
        self.root.mkdir(parents=True, exist_ok=True)
        return self.root / f"{TEMPORARY}{uuid.uuid4().hex[:12]}.tmp"

    def keep(self, scratch: Path, path: str, there: Held | None) -> None:
        whole = self.root / path
        if whole.is_file() and filecmp.cmp(scratch, whole, shallow=False):
            scratch.unlink()
        else:
            self._move(scratch, whole)

    def _move(self, scratch: Path, whole: Path) -> None:
        whole.parent.mkdir(parents=True, exist_ok=True)
        scratch.replace(whole)

    def wait(self) -> None:
        """It never lags behind."""

    def remove(self, path: str) -> None:
        whole = self.root / path
        if whole.is_symlink():  # somebody moved it to another disk
            return
        whole.unlink()
        for folder in whole.relative_to(self.root).parents:
            if folder.name and not any((self.root / folder).iterdir()):
                (self.root / folder).rmdir()


def _below(folder: Path, path: str) -> Iterator[Held]:
    """What lies in a folder whose own path is `path`; unlike `os.walk` it holds no list of the names."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), f"{path}{entry.name}/")
            else:
                yield Held(f"{path}{entry.name}")


class Store:
    """A folder of an object store or a server. Requests run beside the export, a few at a time."""

    def __init__(self, fs: AbstractFileSystem, root: str) -> None:
        self._fs, self._root = fs, root
        self._whole = appears_whole(fs)
        self._pool = ThreadPoolExecutor(_AT_ONCE if self._whole else 1)
        self._running: deque[Future[None]] = deque()

    def files(self) -> Iterator[Held]:
        self._fs.invalidate_cache()
        for path, about in self._fs.find(self._root, detail=True).items():
            yield Held(path.removeprefix(self._root).strip("/"), about["size"], digest(about))
        self._fs.invalidate_cache()  # it would keep every name for the rest of the process

    def read(self, path: str) -> bytes:
        return bytes(self._fs.cat_file(f"{self._root}/{path}"))

    def put(self, path: str, data: bytes, there: Held | None) -> None:
        self._start(self._upload, path, partial(io.BytesIO, data), len(data), there)

    def scratch(self) -> Path:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY)
        os.close(handle)
        return Path(name)

    def keep(self, scratch: Path, path: str, there: Held | None) -> None:
        self.wait()
        self._start(self._move_up, scratch, path, there)
        self._running[-1].add_done_callback(lambda _: scratch.unlink(missing_ok=True))  # if it is called off

    def _move_up(self, scratch: Path, path: str, there: Held | None) -> None:
        try:
            self._upload(path, lambda: scratch.open("rb"), scratch.stat().st_size, there)
        finally:
            scratch.unlink(missing_ok=True)  # before anybody hears that it is done

    def _upload(self, path: str, opened: Callable[[], IO[bytes]], size: int, there: Held | None) -> None:
        whole = f"{self._root}/{path}"
        with opened() as file:
            if there and self._same(whole, file, size, there):
                return
            if self._whole:
                self._send(file, whole)
                return
            self._fs.makedirs(whole.rpartition("/")[0], exist_ok=True)
            half = f"{whole.rpartition('/')[0]}/{TEMPORARY}{uuid.uuid4().hex[:12]}.tmp"
            self._send(file, half)
            self._fs.mv(half, whole)

    def _send(self, file: IO[bytes], whole: str) -> None:
        file.seek(0)
        if isinstance(file, io.BytesIO):
            self._fs.pipe_file(whole, file.getvalue())
        else:
            self._fs.put_file(file.name, whole)

    def _same(self, whole: str, file: IO[bytes], size: int, there: Held) -> bool:
        """Whether the bytes of a file lie there already: by size and digest where the store tells them."""
        if there.size != size:
            return False
        if there.digest:
            return there.digest == (_parts_digest(file) if "-" in there.digest else _md5(file))
        with self._fs.open(whole, "rb") as other:
            while block := file.read(2**20):
                if other.read(len(block)) != block:
                    return False
        return True

    def _start(self, work: Callable[..., None], *given: Any) -> None:
        self._wait(2 * _AT_ONCE - 1)  # memory: so many pictures
        self._running.append(self._pool.submit(work, *given))

    def wait(self) -> None:
        self._wait(0)

    def _wait(self, running: int) -> None:
        """Until so few requests are under way; the first error ends them all."""
        try:
            while len(self._running) > running:
                self._running.popleft().result()
        except BaseException:
            for upload in self._running:
                upload.cancel()
            raise

    def remove(self, path: str) -> None:
        self._start(self._fs.rm_file, f"{self._root}/{path}")


def _md5(file: IO[bytes]) -> str:
    found = hashlib.md5(usedforsecurity=False)
    while block := file.read(2**20):
        found.update(block)
    return found.hexdigest()


def _parts_digest(file: IO[bytes]) -> str:
    parts = []
    while part := file.read(_PART):
        parts.append(hashlib.md5(part, usedforsecurity=False).digest())
    return f"{hashlib.md5(b''.join(parts), usedforsecurity=False).hexdigest()}-{len(parts)}"
