"""A folder of an object store, or of a server, that workers write to and everybody reads.

Each request takes 20 to 100 ms, whatever it carries. So a file is written with one, and only if none is there
(`If-None-Match: *`, where the store knows it: else the last one stays, with the same pixels wherever rendering repeats
them); a table is listed with one per thousand files; and what is wanted of many files is read at once.
Nothing that a store lists is remembered: other machines write, too.
"""

import errno
import threading
import uuid
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.core import url_to_fs

from synthgen.errors import DiskError
from synthgen.objects import File, damage
from synthgen.parts import SAMPLE, Parts, Span
from synthgen.remote import TEMPORARY, appears_whole, digest, protocol_of, told

AT_ONCE, LOAD = 16, 32 << 20
"""Files, and their bytes, that are read together."""
KNOWN, SMALL = 512, 1 << 16
"""So many files that were read last are kept, of so many bytes at most: a driver looks at its scores three times."""


class Bucket:
    """Raises UsageError for a url of no use."""

    group = 64
    """All but the pictures of a file lie together then."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        protocol_of(self.url)
        with told(self.url):
            self._fs, root = url_to_fs(self.url, use_listings_cache=False)
        self._root = root.rstrip("/")
        self._whole = appears_whole(self._fs)
        self._known: OrderedDict[tuple[File, bool], Parts] = OrderedDict()
        self._looking = threading.Lock()

    def files(self, folder: str, begins: str, deep: bool = False) -> Iterator[File]:
        inside = f"{self._root}/{folder}/"
        narrow = {"prefix": begins} if begins and self._fs.async_impl else {}
        with told(self.url):
            self._fs.invalidate_cache()
            found = self._fs.find(inside.rstrip("/"), detail=True, **narrow)
        for path, about in found.items():
            name = path.removeprefix(inside)
            if name != path and name.startswith(begins) and (deep or "/" not in name):
                yield File(f"{folder}/{name}", about["size"], f"{about['size']} {_sign(about)}")

    def sign(self, file: File) -> str:
        return file.sign

    # reading ---------------------------------------------------------------------------------------------------------

    def opened(self, files: Iterable[File], columns: Collection[str] | None = None) -> Iterator[pq.ParquetFile]:
        batch, load = list[File](), 0
        for file in files:
            size = file.size if columns is None else min(file.size, 2 * SAMPLE)
            if len(batch) == AT_ONCE or (batch and load + size > LOAD):
                yield from self._opened(batch, columns)
                batch, load = [], 0
            batch.append(file)
            load += size
        yield from self._opened(batch, columns)

    def _opened(self, files: Sequence[File], columns: Collection[str] | None) -> Iterator[pq.ParquetFile]:
        keys = {file: (file, columns is not None and file.size > 2 * SAMPLE) for file in files}
        with self._looking:
            known = {file: parts for file, key in keys.items() if (parts := self._known.get(key))}
        found = {file: known.get(file) or Parts(file.size) for file in files}
        while spans := [(file, span) for file, parts in found.items() for span in parts.missing(columns)]:
            for (file, span), data in zip(spans, self._read(spans), strict=True):
                with damage(f"{self.url}/{file.path}"):
                    found[file].add(span, data)
        with self._looking:
            for file, key in keys.items():
                if found[file].size <= SMALL:
                    self._known[key] = found[file]
                    self._known.move_to_end(key)
            while len(self._known) > KNOWN:
                self._known.popitem(last=False)
        for file in files:
            with damage(f"{self.url}/{file.path}"):
                opened = found.pop(file).opened()
            yield opened

    def _read(self, spans: Sequence[tuple[File, Span]]) -> list[bytes]:
        """All at once, a request each."""
        paths = [f"{self._root}/{file.path}" for file, _ in spans]
        starts, stops = [start for _, (start, _) in spans], [stop for _, (_, stop) in spans]
        with told(self.url):
            try:
                return list(self._fs.cat_ranges(paths, starts, stops, on_error="raise"))
            except FileNotFoundError as e:
                again = "run the same command: what is missing is made again"
                raise DiskError(f"{self.url}: somebody has removed a file that was there a moment ago; {again}") from e

    def read(self, path: str) -> bytes | None:
        with told(self.url), suppress(FileNotFoundError):
            return bytes(self._fs.cat_file(f"{self._root}/{path}"))
        return None

    # writing ---------------------------------------------------------------------------------------------------------

    def put(self, path: str, data: pa.Buffer) -> bool:
        whole, data = f"{self._root}/{path}", bytes(data)
        with told(self.url):
            if self._whole:
                try:
                    self._fs.pipe_file(whole, data, mode="create")
                    return True
                except FileExistsError:
                    return False
                except OSError as e:  # a store that does not say which condition failed, or knows none
                    if e.errno not in (errno.EINVAL, errno.ENOSYS):
                        raise
            if self._fs.exists(whole):
                return False
            self._send(whole, data)
        return True

    def replace(self, path: str, data: bytes) -> None:
        with told(self.url):
            self._send(f"{self._root}/{path}", data)

    def _send(self, whole: str, data: bytes) -> None:
        if self._whole:
            self._fs.pipe_file(whole, data)
            return
        folder = whole.rpartition("/")[0]
        half = f"{folder}/{TEMPORARY}{uuid.uuid4().hex[:12]}.tmp"
        self._fs.makedirs(folder, exist_ok=True)
        self._fs.pipe_file(half, data)
        self._fs.mv(half, whole)

    def remove(self, path: str) -> None:
        with told(self.url), suppress(FileNotFoundError):
            self._fs.rm_file(f"{self._root}/{path}")


def _sign(about: dict[str, Any]) -> str:
    """What is another one when a file is written again."""
    times = (about[key] for key in ("LastModified", "last_modified", "mtime", "modified", "created") if key in about)
    return digest(about) or str(next(times, ""))
