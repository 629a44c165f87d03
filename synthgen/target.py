"""A folder to export to, local or remote (fsspec). A file appears in it whole or not at all.

Two rules protect what lies there already. A file that holds the same bytes is left alone, so that an export that was
killed goes on cheaply. And an entry of the folder that no export wrote is neither written to nor removed: the names of
those that one did write stand in `.synthgen`, before anything is written under them.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import fsspec

from synthgen.errors import UsageError
from synthgen.places import Disk, Held, Place, Store
from synthgen.remote import TEMPORARY, protocol_of, told, trouble

_CLAIMS = ".synthgen"
_ABOUT = "# Written by synthgen, which replaces or removes these with the next export; all else here is yours\n"
_ELSEWHERE = "pass export.to=<another folder>"
_OR_ELSEWHERE = f", or {_ELSEWHERE}"


class Folder:
    """The Target of exporters. What earlier exports left and this one did not write goes away at `finish`.

    `ours`: nobody but exports wrote there, even where no `.synthgen` says so.
    `of`: what is exported; what lies there of something else is not replaced.
    Raises UsageError: a url of no use; AccessError.
    Memory: flat, whatever number of files lies there; but a remote store's list of them is read as a whole.
    """

    def __init__(self, url: str, ours: bool = False, of: str = "") -> None:
        self._url, self._ours, self._about = url, ours, f"{_ABOUT}# of {of}\n"
        with told(self._url, _OR_ELSEWHERE):
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
        with told(self._url, _OR_ELSEWHERE):
            self._place.put(path, data, self._claimed(path))

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        """A file to write in pieces; it appears when the block ends without an error, after all that was put before.

        Raises as `put` does.
        """
        with told(self._url, _OR_ELSEWHERE):
            there = self._claimed(path)
            scratch = self._place.scratch()
            scratch.touch()
        try:
            with scratch.open("wb") as file:
                yield file
            with told(self._url, _OR_ELSEWHERE):
                self._place.keep(scratch, path, there)
        except OSError as e:
            scratch.unlink(missing_ok=True)
            raise trouble(str(scratch.parent), e, _OR_ELSEWHERE) from e
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise

    def finish(self) -> None:
        """Wait for what is on its way, then remove what this export did not write. Raises as `put` does."""
        with told(self._url, _OR_ELSEWHERE):
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


def own_names(folder: Path) -> set[str]:
    """The names that the last export to a local folder wrote under; what else lies there is somebody's own."""
    return _names((folder / _CLAIMS).read_text())


def _names(marked: str) -> set[str]:
    return {line for line in marked.splitlines() if not line.startswith("#")}


def _place(url: str) -> Place:
    if protocol_of(url) in ("", "file"):
        return Disk(Path(url.removeprefix("file://")).expanduser())
    fs, root = fsspec.core.url_to_fs(url)
    return Store(fs, root.rstrip("/"))


def _first(path: str) -> str:
    return path.partition("/")[0]
