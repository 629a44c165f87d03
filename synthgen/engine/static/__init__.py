"""`engine=static`: several processes that a launcher started, connected by nothing but the folder that all of them see.

Rank 0 drives, and has a worker of its own; each other rank is a worker that takes the shards which rank 0 leases to it
(see `mailbox`). Ranks may come late, go, and come back: the tasks of a job array start when the queue lets them.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from synthgen.crew.foreman import Foreman
from synthgen.crew.hands import Exit, Fleet, Hand, Leaving, Said, Told
from synthgen.crew.processes import Processes
from synthgen.engine.static.mailbox import Desk, Hello, Session
from synthgen.interfaces import Engine, Work
from synthgen.kit.cores import cores
from synthgen.kit.launchers import Group, group
from synthgen.kit.living import alive
from synthgen.shards import ShardDone, ShardLost, ShardTask, WorkerState
from synthgen.types import Device

PATIENCE = 600.0
"""Seconds."""
LOOK = 0.3
"""Seconds between two looks whether the ranks of this machine live."""


@dataclass(frozen=True)
class Static(Engine):
    """`patience`: seconds for which a rank waits for a driver before it gives up."""

    patience: float = PATIENCE
    hung: float = 1800.0
    """Seconds in which a worker has to finish a picture, before one can tell how long they usually take."""
    operational: ClassVar[frozenset[str]] = frozenset({"patience", "hung"})

    def preflight(self) -> list[str]:
        if group() is None:
            return ["engine=static works under a launcher (accelerate, torchrun, srun, a job array): pass engine=local"]
        return []

    def size(self, devices: Sequence[Device]) -> int:
        us = group()
        return us.size if us else len(devices) or cores()

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        return self._foreman.run(work, tasks)

    def staff(self) -> Sequence[WorkerState]:
        return self._foreman.staff()

    def halt(self) -> None:
        self._foreman.halt()

    def close(self) -> None:
        if "_foreman" in vars(self):
            self._foreman.close()
            del vars(self)["_foreman"]

    @cached_property
    def _foreman(self) -> Foreman:
        return Foreman(Ranks(group() or Group(0, 1, 0)), self.hung)


def _place(hello: Hello) -> str:
    return f"rank {hello.rank}"


class Ranks(Fleet):
    """A process of rank 0's own, and the workers of the others."""

    def __init__(self, us: Group) -> None:
        self._us = us
        self._own = Processes(lambda work: [us.device(work.devices)])
        self._session: Session | None = None
        self._looked = 0.0

    def open(self, work: Work) -> None:
        self._own.open(work)
        if self._session is None:
            self._session = Session.begun(work.root, work, self._us.launch)

    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        yield from self._own.hire(work, out)
        if self._session:
            for hello in self._session.arrivals():
                if _place(hello) in out:
                    self._session.refuse(hello.name)
                else:
                    yield Leased(hello, self._session)

    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        near = self._own.wait(hands, seconds)
        far = [hand for hand in hands if isinstance(hand, Leased)]
        if self._session is None:
            return near
        said = self._session.heard()
        for hand in far:
            hand.mail += said.get(hand.name, [])
        if time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            for hand in far:
                hand.look()
        return [*near, *(hand for hand in far if hand.mail)]

    def bury(self, hand: Hand) -> None:
        if isinstance(hand, Leased):
            hand.end(0)
        else:
            self._own.bury(hand)

    def close(self, hands: Sequence[Hand]) -> None:
        if self._session:
            self._session.end()
            self._session = None
        self._own.close(hands)


class Leased(Hand):
    """The worker of another rank: it takes what lies in its folder of leases."""

    def __init__(self, hello: Hello, session: Session) -> None:
        super().__init__(hello.name, _place(hello), str(hello.owner["host"]))
        self._hello = hello
        self._session = session
        self._desk: Desk = session.admit(hello.name)
        self.mail: list[Said | Exit] = []

    def look(self) -> None:
        """Whether it was killed: of a process on this machine that is known at once."""
        if not self.mail and alive(self._hello.owner) is False:
            self.mail.append(Exit(gone=True))

    def send(self, told: Told) -> None:
        self._desk.put(told)

    def said(self) -> Iterator[Said]:
        while self.mail:
            word = self.mail.pop(0)
            if isinstance(word, Exit):
                self.exit = word
            else:
                self.leaving = self.leaving or isinstance(word, Leaving)
                yield word

    def drop(self, name: str) -> None:
        super().drop(name)
        self._desk.remove(name)

    def end(self, patience: float) -> None:
        """Its leases end: when it looks for the next one it sees that, and goes."""
        self._session.dismiss(self.name)
