"""What the driver and the workers of other ranks say to each other: files in the run folder, each with one writer.

    workers/session-<token>/      new for each start of a driver; only its owner can read it
      work                        what workers do
      launch                      by which the ranks of one launch know each other
      driver                      where the driver is, and a counter that it renews
      hello/<worker>              a worker is there
      leases/<worker>/<n>         shards that are the worker's, and what else it is told; no folder: it is dismissed
      said/<worker>~<n>           accounts, signs of life, last words; gone when the driver has read them
      end                         the driver has finished

A file appears whole (temporary name, rename). Signs of life are counters, judged by the clock of who reads
them: those of two machines differ, and a network file system shows times of its own.
"""

import json
import os
import pickle
import shutil
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from synthgen.crew.hands import Exit, Leave, Said, Told
from synthgen.errors import FolderInUse
from synthgen.kit.living import Owner, alive, myself
from synthgen.shards import ShardTask, Work

LOOKS = (0.05, 0.25)
"""Seconds between two looks into a folder: while things happen, and after a while in which nothing did."""
BEAT = 5.0
"""Seconds between two signs of life of the driver."""
SILENCE = 60.0
"""Seconds without one, after which workers on other machines take it for dead."""


@dataclass(frozen=True)
class Hello:
    """A worker that came."""

    name: str
    rank: int
    owner: Owner
    """The process that speaks for it."""


class Session:
    """The driver's end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: set[str] = set()
        self._beats, self._last = 0, 0.0
        self._looked, self._pause = 0.0, LOOKS[0]

    @classmethod
    def begun(cls, root: Path, work: Work, launch: str) -> "Session":
        """The sessions of drivers that were killed go."""
        for old in sessions(root):
            shutil.rmtree(old, ignore_errors=True)
        folder = root / "workers" / f"session-{uuid.uuid4().hex[:12]}"
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = folder.with_name(f".{folder.name}")
        new.mkdir(mode=0o700)
        for name in ("hello", "leases", "said"):
            (new / name).mkdir()
        put(new / "work", pickle.dumps(work))
        put(new / "driver", json.dumps({**myself(), "beat": 0}).encode())
        put(new / "launch", launch.encode())
        new.rename(folder)  # workers see it when all of it is there
        return cls(folder)

    def arrivals(self) -> Iterator[Hello]:
        for path in sorted((self._folder / "hello").iterdir()):
            if path.name not in self._names and not path.name.startswith("."):
                self._names.add(path.name)
                yield Hello(**json.loads(path.read_text()))

    def admit(self, name: str) -> "Desk":
        folder = self._folder / "leases" / name
        folder.mkdir()
        return Desk(folder)

    def refuse(self, name: str) -> None:
        """It is not wanted, and should not come again."""
        folder = self._folder / "leases" / f".{name}"
        folder.mkdir()
        Desk(folder).put(Leave())
        folder.rename(folder.with_name(name))

    def heard(self) -> dict[str, list[Said | Exit]]:
        """By worker, what was said since, in order. Looks less often where nothing is said."""
        now = time.monotonic()
        if now - self._last > BEAT:
            self._beats, self._last = self._beats + 1, now
            put(self._folder / "driver", json.dumps({**myself(), "beat": self._beats}).encode())
        if now - self._looked < self._pause:
            return {}
        found: dict[str, list[Said | Exit]] = {}
        try:
            names = [n for n in os.listdir(self._folder / "said") if not n.startswith(".")]
        except FileNotFoundError as e:
            raise FolderInUse(f"another driver has taken over {self._folder.parent.parent}") from e
        for name in sorted(names, key=lambda n: int(n.rpartition("~")[2])):
            path = self._folder / "said" / name
            found.setdefault(name.rpartition("~")[0], []).append(pickle.loads(path.read_bytes()))
            path.unlink()
        self._looked = time.monotonic()
        self._pause = LOOKS[0] if found else min(LOOKS[1], self._pause * 1.5)
        return found

    def dismiss(self, name: str) -> None:
        """Its leases end; it may come again, as another one."""
        shutil.rmtree(self._folder / "leases" / name, ignore_errors=True)

    def end(self) -> None:
        """Workers that are idle go at once; the folder goes with the next driver."""
        put(self._folder / "end", b"")


class Desk:
    """Where the driver puts what one worker is told."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self._leases: dict[str, Path] = {}

    def put(self, told: Told) -> None:
        self._count += 1
        path = self._folder / f"{self._count:09d}"
        if isinstance(told, ShardTask):
            self._leases[told.name] = path
        with suppress(FileNotFoundError):  # it is dismissed
            put(path, pickle.dumps(told))

    def remove(self, name: str) -> None:
        """The lease of a shard has ended."""
        if path := self._leases.pop(name, None):
            path.unlink(missing_ok=True)


class Membership:
    """A worker's end."""

    def __init__(self, folder: Path, hello: Hello) -> None:
        self._folder, self._name = folder, hello.name
        self._leases = folder / "leases" / hello.name
        self._said = self._read = 0
        self.admitted = False
        put(folder / "hello" / hello.name, json.dumps(asdict(hello)).encode())

    def say(self, said: Said | Exit) -> None:
        """Raises FileNotFoundError where the session is gone."""
        self._said += 1
        put(self._folder / "said" / f"{self._name}~{self._said}", pickle.dumps(said))

    def told(self) -> Iterator[Told]:
        """What it was told since. Raises FileNotFoundError when it is dismissed."""
        try:
            names = sorted(name for name in os.listdir(self._leases) if not name.startswith("."))
        except FileNotFoundError:
            if self.admitted:
                raise
            return
        self.admitted = True
        for name in names:
            if int(name) > self._read:
                self._read = int(name)
                yield pickle.loads((self._leases / name).read_bytes())

    @property
    def ended(self) -> bool:
        return (self._folder / "end").exists()


class Drivers:
    """Which drivers live, as far as this process has seen."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[Any, float]] = {}
        """By session: the last sign of life, and when it came."""

    def live(self, session: Path) -> bool:
        """Known at once of a process on this machine, after a minute of one elsewhere."""
        driver = _read(session / "driver")
        if driver is None:
            return False
        here = alive(driver)
        if here is not None:
            return here
        now, beat = time.monotonic(), driver.get("beat")
        if self._seen.get(session, (None, now))[0] != beat:
            self._seen[session] = beat, now
        return now - self._seen[session][1] < SILENCE


def work_in(session: Path) -> Work:
    """What its workers do."""
    work: Work = pickle.loads((session / "work").read_bytes())
    return work


def sessions(root: Path) -> list[Path]:
    """Those in a run folder that are this user's own: what lies in them is unpickled."""
    folders = (root / "workers").glob("session-*")
    return [folder for folder in folders if _own(folder)]


def put(path: Path, data: bytes) -> None:
    """The file appears whole. Raises FileNotFoundError where its folder is gone."""
    temporary = path.with_name(f".{path.name}~{socket.gethostname()}~{os.getpid()}")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def _own(folder: Path) -> bool:
    try:
        about = folder.stat()
    except FileNotFoundError:
        return False
    return about.st_uid == os.getuid() and not about.st_mode & 0o077


def _read(path: Path) -> Owner | None:
    try:
        found: dict[str, Any] = json.loads(path.read_text())
    except (OSError, ValueError):
        return None
    return found
