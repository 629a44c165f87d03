"""What the driver and the workers of other ranks say to each other: files in the run folder, each with one writer.

    workers/session-<token>/      new for each start of a driver; only its owner can read it
      work                        what workers do
      driver                      which process the driver is, and a counter that it renews
      said/<worker>~<n>           that it came, its accounts, its last words; gone when the driver has read them
      said/<worker>~beat          a sign of life
      leases/<worker>/<n>         shards that are the worker's, and what else it is told; no folder: it is not hired
      end                         the driver has ended, and whether the run is complete

Signs of life are counters, judged by the clock of who reads them: the clocks of two machines differ, and a network file
system shows times of its own.
"""

import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from synthgen.crew.hands import Beat, Exit, Said, Told
from synthgen.engine.static.files import Gone, Pace, is_own, names, put, remove, take
from synthgen.errors import DiskError, FolderInUse
from synthgen.kit.living import Owner, alive, myself
from synthgen.shards import ShardTask, Work

BEAT = 5.0
"""Seconds between two signs of life of the driver."""
SILENCE = 60.0
"""Seconds without one, after which workers on other machines take it for dead."""
_BEAT = "beat"


@dataclass(frozen=True)
class Hello:
    """A worker that came."""

    name: str
    rank: int
    owner: Owner
    """The process that speaks for it."""


@dataclass(frozen=True)
class End:
    """The last word of a driver."""

    complete: bool
    """Whether there is nothing left to do in its run."""
    launch: str
    """`Group.launch` of the driver."""


def sessions(root: Path) -> list[Path]:
    """Those in a run folder that are this user's own."""
    return [folder for folder in sorted((root / "workers").glob("session-*")) if is_own(folder)]


class Session:
    """The driver's end."""

    def __init__(self, root: Path, work: Work) -> None:
        """Those of earlier drivers go: their workers see that, and come to this one. Raises DiskError."""
        workers = root / "workers"
        workers.mkdir(parents=True, exist_ok=True)
        for old in (folder for pattern in ("session-*", ".gone-*", ".new-*") for folder in workers.glob(pattern)):
            if is_own(old):
                remove(old)
        self._folder = workers / f"session-{uuid.uuid4().hex[:12]}"
        new = workers / f".new-{self._folder.name}"
        new.mkdir(mode=0o700)
        if not is_own(new):
            new.rmdir()
            raise DiskError(f"{workers}: its file system does not keep what others may not write; use another folder")
        for name in ("leases", "said"):
            (new / name).mkdir()
        put(new / "work", work)
        put(new / "driver", {**myself(), "beat": 0})
        new.rename(self._folder)  # workers see it when all of it is there
        self._pace = Pace()
        self._next: dict[str, int] = defaultdict(int)
        """By worker, the number of the word that follows those that were read."""
        self._ended = threading.Event()
        threading.Thread(target=self._beat, name="synthgen-beat", daemon=True).start()

    def _beat(self) -> None:
        """Also while whoever runs the engine is busy with something else for hours."""
        beats = 0
        while not self._ended.wait(BEAT):
            beats += 1
            with suppress(Gone, DiskError):  # whoever looks into the folder next hears of it
                put(self._folder / "driver", {**myself(), "beat": beats})

    def heard(self) -> dict[str, list[Hello | Said | Exit]] | None:
        """By worker, what was said since, in order; None: it is too early to look again. Raises FolderInUse."""
        if not self._pace.due():
            return None
        found: dict[str, list[Hello | Said | Exit]] = defaultdict(list)
        try:
            said = sorted(_parts(name) for name in names(self._folder / "said"))
        except Gone as e:
            raise FolderInUse(f"another driver has taken over {self._folder.parent.parent}") from e
        for worker, _, number in said:
            # a listing may miss what is written meanwhile: then what follows waits, too
            if number in (_BEAT, str(self._next[worker])):
                path = self._folder / "said" / f"{worker}~{number}"
                found[worker].append(take(path))
                remove(path)
                self._next[worker] += number != _BEAT
        if found:
            self._pace.happened()
        return found

    def leases(self, worker: str) -> "Leases":
        return Leases(self._folder / "leases" / worker)

    def end(self, complete: bool, launch: str) -> None:
        """Workers that are idle go at once; the folder goes with the next driver."""
        self._ended.set()
        with suppress(Gone):
            put(self._folder / "end", End(complete, launch))
        remove(self._folder / "leases")


class Leases:
    """What the driver tells one worker. The folder is its contract: without one it is not hired."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self._files: dict[str, Path] = {}
        folder.mkdir()

    def put(self, told: Told) -> None:
        """Nobody hears it whose contract has ended."""
        path = self._folder / f"{self._count:09d}"
        self._count += 1
        if isinstance(told, ShardTask):
            self._files[told.name] = path
        with suppress(Gone):
            put(path, told)

    def drop(self, shard: str) -> None:
        """The lease of a shard has ended."""
        if path := self._files.pop(shard, None):
            remove(path)

    def end(self) -> None:
        remove(self._folder)


class Membership:
    """A worker's end."""

    def __init__(self, session: Path, hello: Hello) -> None:
        """Raises Gone."""
        self._session, self._name = session, hello.name
        self._said = 0
        self._taken: set[str] = set()
        self._put(hello)

    def work(self) -> Work:
        """What is to be done with shards. Raises Gone."""
        work: Work = take(self._session / "work")
        return work

    def say(self, said: Said | Exit) -> None:
        """Raises Gone."""
        if isinstance(said, Beat):
            put(self._session / "said" / f"{self._name}~{_BEAT}", said)
        else:
            self._put(said)

    def _put(self, word: Hello | Said | Exit) -> None:
        put(self._session / "said" / f"{self._name}~{self._said}", word)
        self._said += 1

    def hired(self) -> bool:
        """Raises Gone when the session has ended."""
        return self._name in names(self._session / "leases")

    def told(self) -> Iterator[Told]:
        """What it was told since. Raises Gone when it is not hired any more."""
        folder = self._session / "leases" / self._name
        for name in names(folder):
            if name not in self._taken:
                self._taken.add(name)
                with suppress(Gone):  # taken back a moment ago
                    yield take(folder / name)


class Drivers:
    """Which drivers live, as far as this process has seen."""

    def __init__(self) -> None:
        self._owners: dict[Path, Owner] = {}
        self._heard: dict[Path, float] = {}
        self._looked: dict[Path, float] = {}

    def live(self, session: Path) -> bool:
        """Known at once of a process on this machine, after a minute of one elsewhere."""
        owner, now = self._owners.get(session), time.monotonic()
        here = alive(owner) if owner else None
        if here is not None:
            return here
        if now - self._looked.get(session, -BEAT) >= BEAT:
            self._looked[session] = now
            said = said_in(session, "driver")
            if said is None and owner is None:
                return False
            if said is not None and said != owner:
                self._owners[session], self._heard[session] = said, now
                return alive(said) is not False
        return session in self._heard and now - self._heard[session] < SILENCE


def said_in(session: Path, name: str) -> Any:
    """What a file of a session says; None where there is none."""
    try:
        return take(session / name)
    except Gone:
        return None


def _parts(name: str) -> tuple[str, int, str]:
    """A worker's words in their order; a sign of life comes first."""
    worker, _, number = name.rpartition("~")
    return worker, -1 if number == _BEAT else int(number), number
