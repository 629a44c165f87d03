"""The driver's end of the workers: a process of rank 0's own, and those of the other ranks."""

import time
from collections.abc import Collection, Iterator, Sequence

from synthgen.crew.hands import Exit, Fleet, Hand, Leave, Said, Told
from synthgen.crew.processes import Processes
from synthgen.engine.static.session import Hello, Session
from synthgen.kit.launchers import Group
from synthgen.kit.living import alive
from synthgen.shards import Work

ARRIVAL = 30.0
"""Seconds that a driver which has finished gives to ranks that were started with it and have not come yet."""
LOOK = 0.1
"""Seconds between two looks whether they have."""


class Ranks(Fleet):
    """Its workers come by themselves."""

    def __init__(self, us: Group, patience: float) -> None:
        """`patience`: seconds for which somebody may still come, where nobody is there."""
        self._us, self._patience = us, patience
        self._own = Processes(lambda work: [us.device(work.devices)])
        self._session: Session | None = None
        self._arrived: list[Hello] = []
        self._seen = {us.rank}
        """Ranks that ever came."""
        self._out = {us.rank}
        """Ranks that will not be hired again."""
        self._news = time.monotonic()
        """When another rank came, or went."""
        self.complete = False
        """Whether there is nothing left to do in this run."""

    def open(self, work: Work) -> None:
        self._own.open(work)
        if self._session is None:
            self._session = Session(work.root, work)
            self._news = time.monotonic()

    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        yield from self._own.hire(work, out)
        while self._session and self._arrived:
            hello = self._arrived.pop(0)
            hand = Leased(hello, self._session)
            if hand.place in out:
                self._out.add(hello.rank)
                hand.send(Leave())
            else:
                yield hand

    @property
    def expecting(self) -> bool:
        may_come = len(self._out) < self._us.size
        return may_come and time.monotonic() - self._news < self._patience

    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        near = self._own.wait(hands, seconds)
        far = [hand for hand in hands if isinstance(hand, Leased)]
        said = self._session.heard() if self._session else None
        if said is not None:
            self._greet(said)
            for hand in far:
                hand.hear(said.get(hand.name, []))
        return [*near, *(hand for hand in far if hand.words)]

    def _greet(self, said: dict[str, list[Hello | Said | Exit]]) -> None:
        """Note who came: first of all, it says so."""
        hellos = [words[0] for words in said.values() if isinstance(words[0], Hello)]
        self._arrived += hellos
        self._seen.update(hello.rank for hello in hellos)
        self._news = time.monotonic() if hellos else self._news

    def bury(self, hand: Hand) -> None:
        if isinstance(hand, Leased):
            hand.end(0)
            self._news = time.monotonic()
        else:
            self._own.bury(hand)

    def close(self, hands: Sequence[Hand]) -> None:
        if self._session:
            if self.complete and not self._us.array:
                self._wait_for_the_late(self._session)
            self._session.end(self.complete, self._us.launch)
            self._session = None
        self._own.close(hands)

    def _wait_for_the_late(self, session: Session) -> None:
        """Ranks that were started together end together: who comes to an empty folder would wait for ever."""
        until = time.monotonic() + ARRIVAL
        while len(self._seen) < self._us.size and time.monotonic() < until:
            time.sleep(LOOK)
            self._greet(session.heard() or {})


class Leased(Hand):
    """The worker of another rank: it takes what lies in its folder of leases."""

    def __init__(self, hello: Hello, session: Session) -> None:
        # another machine may come in the place of a rank: what its GPUs did to ours is not to be held against it
        super().__init__(hello.name, f"rank {hello.rank} on {hello.owner['host']}", str(hello.owner["host"]))
        self._owner = hello.owner
        self._leases = session.leases(hello.name)
        self.words: list[Hello | Said | Exit] = []

    def hear(self, words: Sequence[Hello | Said | Exit]) -> None:
        """What it said; and of a process on this machine, whether it was killed."""
        self.words += words
        if not self.words and alive(self._owner) is False:
            self.words.append(Exit(gone=True))

    def send(self, told: Told) -> None:
        self._leases.put(told)

    def said(self) -> Iterator[Said]:
        while self.words:
            word = self.words.pop(0)
            if isinstance(word, Exit):
                self.exit = word
            elif not isinstance(word, Hello):
                yield word

    def drop(self, name: str) -> None:
        super().drop(name)
        self._leases.drop(name)

    def end(self, patience: float) -> None:
        """When it looks for what it is told it sees that it is not hired any more, and ends."""
        self._leases.end()
