"""A folder to export to, local or remote (fsspec). A file appears in it whole or not at all."""

import errno
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import fsspec
from fsspec.implementations.local import LocalFileSystem

from synthgen.errors import DiskError


class Folder:
    """The Target of exporters. What an earlier export left and this one did not write goes away at `finish`."""

    def __init__(self, url: str) -> None:
        self._fs, self._root = fsspec.core.url_to_fs(url)
        self._url = url
        self._written: set[str] = set()

    @property
    def url(self) -> str:
        return self._url

    def put(self, path: str, data: bytes) -> None:
        """Write a file; one that holds the same bytes already is left alone."""
        whole = f"{self._root}/{path}"
        self._written.add(whole)
        if self._fs.exists(whole) and self._fs.size(whole) == len(data) and self._fs.cat_file(whole) == data:
            return
        with self.open(path) as file:
            file.write(data)

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        """A file to write in pieces; it appears when the block ends without an error. Raises DiskError."""
        whole = f"{self._root}/{path}"
        local = isinstance(self._fs, LocalFileSystem)
        # An object store shows a file when it is closed; a local disk shows it at once, so it gets another name first.
        name = f"{whole}.{uuid.uuid4().hex[:8]}.tmp" if local else whole
        try:
            self._fs.makedirs(whole.rpartition("/")[0], exist_ok=True)
            with self._fs.open(name, "wb") as file:
                yield file
            if local:
                self._fs.mv(name, whole)
        except OSError as e:
            if local and self._fs.exists(name):
                self._fs.rm(name)
            if e.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskError(f"no space left for {self._url}; free some, then run the same command") from e
            raise
        self._written.add(whole)

    def finish(self) -> None:
        """Remove what this export did not write."""
        for path in self._fs.find(self._root):
            if path not in self._written:
                self._fs.rm(path)
