"""A folder to export to, local or remote (fsspec). A file appears in it whole or not at all.

Two rules protect what lies there already. A file that holds the same bytes is left alone, so that an export that was
killed goes on cheaply. And an entry of the folder that no export wrote is neither written to nor removed: the names of
those that one did write stand in `.synthgen`, before anything is written under them.
"""

import errno
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import fsspec

from synthgen.errors import AccessError, DiskError, SynthgenError, UsageError
from synthgen.places import TEMPORARY, Disk, Held, Place, Store

_CLAIMS = ".synthgen"
_ABOUT = "# Written by synthgen, which replaces or removes these with the next export; all else here is yours\n"
_ELSEWHERE = "pass export.to=<another folder>"
_PACKAGES = {
    **dict.fromkeys(("s3", "s3a"), "'synthgen[s3]'"),
    **dict.fromkeys(("gs", "gcs"), "'synthgen[gcs]'"),
    **dict.fromkeys(("az", "abfs", "abfss"), "'synthgen[azure]'"),
    **dict.fromkeys(("sftp", "ssh"), "paramiko"),
    "smb": "smbprotocol",
    "oss": "ossfs",
    "webdav": "webdav4",
}
_LIBRARY_ERRORS = (
    ("botocore.exceptions", "BotoCoreError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("gcsfs.retry", "HttpError"),
    ("azure.core.exceptions", "AzureError"),
    ("aiohttp", "ClientError"),
)
"""What the libraries of stores raise beside OSError."""


class Folder:
    """The Target of exporters. What earlier exports left and this one did not write goes away at `finish`.

    `ours`: nobody but exports wrote there, even where no `.synthgen` says so.
    `of`: what is exported; what lies there of something else is not replaced.
    Raises UsageError: a url of no use; AccessError.
    Memory: flat, whatever number of files lies there; but a remote store's list of them is read as a whole.
    """

    def __init__(self, url: str, ours: bool = False, of: str = "") -> None:
        self._url, self._ours, self._about = url, ours, f"{_ABOUT}# of {of}\n"
        with self._told():
            self._place = _place(url)
        self._names: set[str] = set()
        """What this export has written under."""
        self._claims: set[str] = set()
        """What it or an earlier one has."""
        self._foreign: set[str] = set()
        self._marked = ""
        self._begun = False
        self._there = sqlite3.connect("")  # of its own, in memory, and on the disk when it grows
        self._there.execute("CREATE TABLE there (path TEXT PRIMARY KEY, size INTEGER, digest TEXT) WITHOUT ROWID")

    @property
    def url(self) -> str:
        return self._url

    def put(self, path: str, data: bytes) -> None:
        """Write a file. Where it is remote, it may still be on its way; an error then comes with a later call.

        Raises DiskError, AccessError, UsageError.
        """
        with self._told():
            self._place.put(path, data, self._claimed(path))

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        """A file to write in pieces; it appears when the block ends without an error, after all that was put before.

        Raises as `put` does.
        """
        with self._told():
            there = self._claimed(path)
            scratch = self._place.scratch()
            scratch.touch()
        try:
            with scratch.open("wb") as file:
                yield file
            with self._told():
                self._place.keep(scratch, path, there)
        except OSError as e:
            scratch.unlink(missing_ok=True)
            raise _trouble(str(scratch.parent), e) from e
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise

    def finish(self) -> None:
        """Wait for what is on its way, then remove what this export did not write. Raises as `put` does."""
        with self._told():
            self._begin()
            self._place.wait()
            for (path,) in self._there.execute("SELECT path FROM there ORDER BY path"):
                self._place.remove(path)
            self._place.wait()
            self._mark(self._names)

    def _claimed(self, path: str) -> Held | None:
        """What lies at a path, which is this export's from now on."""
        self._begin()
        name = _first(path)
        if name in self._foreign:
            raise UsageError(f"{self._url}/{name} is there, and no export wrote it; move it away, or {_ELSEWHERE}")
        if name not in self._claims:
            self._claims.add(name)
            self._mark(self._claims)
        self._names.add(name)
        row = self._there.execute("SELECT path, size, digest FROM there WHERE path = ?", (path,)).fetchone()
        self._there.execute("DELETE FROM there WHERE path = ?", (path,))
        return Held(*row) if row else None

    def _begin(self) -> None:
        """Before the first file: look through what lies there."""
        if self._begun:
            return
        self._begun = True
        names: set[str] = set()

        def listed() -> Iterator[Held]:
            for held in self._place.files():
                names.add(_first(held.path))
                yield held

        self._there.executemany("INSERT INTO there VALUES (?, ?, ?)", listed())
        if _CLAIMS in names:
            self._marked = self._place.read(_CLAIMS).decode()
            if not self._ours and not self._marked.startswith(self._about):
                raise UsageError(f"{self._url} holds the export of another run; remove it, or {_ELSEWHERE}")
            self._claims = _names(self._marked)
        elif self._ours:
            self._claims = {name for name in names if not name.startswith(TEMPORARY)}
        self._foreign = {name for name in names - self._claims if name != _CLAIMS and not name.startswith(TEMPORARY)}
        for name in (*self._foreign, _CLAIMS):
            self._there.execute(
                "DELETE FROM there WHERE path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/'", (name,)
            )

    def _mark(self, names: set[str]) -> None:
        """Note which names are ours; returns when the note lies there."""
        text = "".join([self._about, *(f"{name}\n" for name in sorted(names))])
        if text != self._marked:
            self._place.put(_CLAIMS, text.encode(), None)
            self._place.wait()
            self._marked = text

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong at the place, as one line."""
        try:
            yield
        except _errors() as e:
            raise _trouble(self._url, e) from e


def own_names(folder: Path) -> set[str]:
    """The names that the last export to a local folder wrote under; what else lies there is somebody's own."""
    return _names((folder / _CLAIMS).read_text())


def unusable(url: str) -> str | None:
    """Why nothing can be exported to a url, with the fix: a missing library, an unknown protocol. Asks nobody."""
    try:
        _protocol(url)
    except UsageError as e:
        return e.mistakes[0]
    return None


def _names(marked: str) -> set[str]:
    return {line for line in marked.splitlines() if not line.startswith("#")}


def _place(url: str) -> Place:
    if _protocol(url) in ("", "file"):
        return Disk(Path(url.removeprefix("file://")).expanduser())
    fs, root = fsspec.core.url_to_fs(url)
    return Store(fs, root.rstrip("/"))


def _protocol(url: str) -> str:
    """ "" for a path; else a protocol whose library is there. Raises UsageError."""
    protocol, mark, path = url.partition("://")
    if not mark:
        if slip := re.match(r"(\w{2,}):/*", url):
            raise UsageError(f"{url}: a store is named {slip[1]}://{url[slip.end() :]}; pass a folder, or that")
        return ""
    if protocol == "hf":
        raise UsageError(f"{url}: an export goes to the Hugging Face hub with export.push=user/name")
    if protocol in ("http", "https"):
        raise UsageError(f"{url}: cannot be written to; pass a folder, or a store such as s3://bucket/folder")
    try:
        fsspec.get_filesystem_class(protocol)
    except ValueError as e:
        raise UsageError(f"{url}: {e}; pass a folder, or a store such as s3://bucket/folder") from e
    except ImportError as e:
        package = _PACKAGES.get(protocol)
        raise UsageError(f"{url}: {f'needs pip install {package}' if package else e}") from e
    if not path.strip("/"):
        raise UsageError(f"{url}: names no bucket; pass {protocol}://bucket/folder")
    return protocol


def _first(path: str) -> str:
    return path.partition("/")[0]


def _errors() -> tuple[type[Exception], ...]:
    """What a place raises: the system's errors, and those of the libraries that are loaded."""
    return (
        OSError,
        sqlite3.OperationalError,
        *(getattr(sys.modules[module], name) for module, name in _LIBRARY_ERRORS if module in sys.modules),
    )


def _trouble(url: str, error: Exception) -> SynthgenError:
    said = (isinstance(error, OSError) and error.strerror) or " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(url)
    if isinstance(error, sqlite3.OperationalError):
        return DiskError(f"{tempfile.gettempdir()}: {said}; free some space there, then run the same command")
    if isinstance(error, PermissionError):
        return AccessError(f"{url}: {said}; use credentials that may write there, or {_ELSEWHERE}")
    if "redential" in type(error).__name__:
        return AccessError(f"{url}: {said}; log in as its own command line tool wants it, or {_ELSEWHERE}")
    if isinstance(error, FileNotFoundError):
        return DiskError(f"{url}: {said}; make it first, or {_ELSEWHERE}")
    return DiskError(f"{url}: {said}; run the same command to go on, or {_ELSEWHERE}")


def _full(url: str) -> DiskError:
    return DiskError(f"no space left for {url}; free some, then run the same command")
