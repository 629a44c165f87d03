"""The driver's end of a worker, what a worker says, and the fleet that it belongs to."""

import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from synthgen.errors import DeviceLost, SynthgenError
from synthgen.shards import ShardDone, ShardTask, Work, WorkerState


@dataclass(frozen=True, slots=True)
class Ready:
    """It has opened everything, and takes shards."""


@dataclass(frozen=True, slots=True)
class Beat:
    """It is alive."""

    answered: int
    """Takes, since it began: a worker that beats and answers nothing hangs."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Its machine is wanted back: it finishes what it has begun, and takes no more."""

    keeps: frozenset[str]
    """Names of the shards that it has begun."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug ended it."""

    trace: str


Said = Ready | Beat | Leaving | Failed | ShardDone | SynthgenError | DeviceLost


@dataclass(frozen=True, slots=True)
class Recall:
    """The shard of this name is not to be begun."""

    name: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Finish what was begun, take no more, and end."""


Told = ShardTask | Recall | Leave
"""What a worker is told."""


@dataclass(frozen=True, slots=True)
class Exit:
    """How a worker ended."""

    code: int | None = None
    """Of its process, where that is known."""
    gone: bool = False
    """Its machine went, or was taken away: no sample did that."""
    why: str = ""
    """For the user, where something is worth telling."""


class Hand(ABC):
    """A worker, as its driver sees it."""

    def __init__(self, name: str, place: str, host: str) -> None:
        self.name = name
        """Unique among all workers of all runs; its notes in the run folder bear it."""
        self.place = place
        """For messages and for blame: "cuda:1", "node3 cuda:0". Workers that share a GPU have the same."""
        self.host = host
        self.held = deque[ShardTask]()
        """One at work, others waiting."""
        self.ready = self.leaving = False
        self.lost = ""
        """What its GPU reported when it failed."""
        self.why = ""
        """It could not begin, as a user is told."""
        self.exit: Exit | None = None
        """Known once it has ended."""
        self.heard = self.moved = time.monotonic()
        """When it last said something; when it last got on, or got something to do."""
        self.answered = self.shards = self.pictures = 0

    def give(self, task: ShardTask) -> None:
        if not self.held:
            self.moved = time.monotonic()
        self.held.append(task)
        self.send(task)

    def drop(self, name: str) -> None:
        """It holds a shard no longer."""
        self.held = deque(task for task in self.held if task.name != name)

    def recall(self, name: str) -> None:
        """Take a shard back. If it has begun it already, two do it, and the first to finish counts."""
        self.drop(name)
        self.send(Recall(name))

    @abstractmethod
    def send(self, told: "Told") -> None:
        """Never raises: that it has died will be heard."""

    @abstractmethod
    def said(self) -> Iterator[Said]:
        """What it said since, without waiting; sets `exit` if it has ended."""

    @abstractmethod
    def end(self, patience: float) -> None:
        """Let it close what it has opened, for so many seconds; then kill it."""

    def state(self) -> WorkerState:
        shard = self.held[0].name if self.held else ""
        silent = time.monotonic() - self.heard
        return WorkerState(self.name, self.place, self.host, self._at, shard, self.shards, self.pictures, silent)

    @property
    def _at(self) -> Literal["starting", "at work", "idle", "leaving"]:
        if self.leaving:
            return "leaving"
        if not self.ready:
            return "starting"
        return "at work" if self.held else "idle"


class Fleet(ABC):
    """The workers of an engine."""

    @abstractmethod
    def open(self, work: Work) -> None:
        """Get ready to hire; only the first call counts. Raises DeviceError."""

    @abstractmethod
    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        """Those that can begin now: one for each free place that is not `out`, and those that came by themselves."""

    @property
    def expecting(self) -> bool:
        """Whether somebody may still come, though nobody is here."""
        return False

    @abstractmethod
    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        """Those that may have said something; returns as soon as there is one."""

    @abstractmethod
    def bury(self, hand: Hand) -> None:
        """It has ended: its place is free."""

    @abstractmethod
    def close(self, hands: Sequence[Hand]) -> None:
        """Send all home."""
