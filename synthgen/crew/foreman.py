"""Hands shards out to workers, takes them back from those that die, hang or leave, and reports each done once."""

import statistics
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from synthgen.crew.blame import Blame
from synthgen.crew.hands import Beat, Exit, Failed, Fleet, Hand, Leaving, Ready, Said
from synthgen.crew.serving import BUG
from synthgen.errors import DeviceError, DeviceLost, SynthgenError
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work, WorkerState

HELD = 2
"""Shards that a worker holds: one at work, one waiting."""
PATIENCE = 0.02
"""Seconds that nothing may happen before the driver is asked what it wants."""
SILENCE = 120.0
"""Seconds without a sign of life, after which a worker is taken for dead."""
LATE = 2.0
"""How many times longer than usual a shard is under way before a second worker gets it, where one is idle."""
SLOW = 10.0
"""How many times longer than anybody ever took for a picture a worker may take before it is taken for hung."""
MOMENT = 1.0
"""Seconds that a shard may always take, and that it may wait where somebody else has nothing to do."""
KNOWN = 32
"""Answers, and shards, by which one can tell what is usual."""
LEAST = 60.0
"""Seconds that a picture may always take."""
END = ShardTask("", "", ())
"""No more tasks."""


@dataclass(eq=False)
class _Order:
    """A shard that somebody is at."""

    task: ShardTask
    since: float
    hands: list[Hand] = field(default_factory=list)


class Foreman:
    """One for all rounds of a run."""

    def __init__(self, fleet: Fleet, hung: float) -> None:
        """`hung`: seconds without a finished picture, before one can tell what is usual."""
        self._fleet, self._hung = fleet, hung
        self._hands: list[Hand] = []
        self._blame = Blame()
        self._orders: dict[str, _Order] = {}
        self._again = deque[ShardTask]()
        self._took = deque[float](maxlen=KNOWN)
        """Seconds from handing a shard out to hearing that it is done."""
        self._pause = 0.0
        """The longest time that a worker took from one answer to the next."""
        self._extra = 0.0
        """Seconds of work that somebody else had done before."""
        self._halted = False

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        """As `Engine.run`."""
        self._fleet.open(work)
        waiting = iter(tasks)
        first = next(waiting, END)
        if first is END:
            return  # nobody is hired for nothing
        self._again.extend([first] if first else [])
        ended = False
        while True:
            if self._halted:
                ended = True
                self._forget_what_waits()
            else:
                self._hire(work)
                ended = self._feed(waiting, ended)
            if ended and not self._again and not self._orders:
                return
            news = self._fleet.wait(self._hands, PATIENCE)
            if not news:
                yield None
            for hand in news:
                yield from self._hear(hand)
            self._look_for_hung_ones()
            for hand in [hand for hand in self._hands if hand.exit]:
                yield self._bury(hand, work)

    def halt(self) -> None:
        """Begin nothing more: `run` ends when what was begun is done."""
        self._halted = True

    def staff(self) -> list[WorkerState]:
        return [hand.state() for hand in self._hands]

    def close(self) -> None:
        """End the workers; what they have not stored is made again by the next run."""
        self._fleet.close(self._hands)
        self._hands.clear()

    # out -------------------------------------------------------------------------------------------------------------

    def _hire(self, work: Work) -> None:
        """Raises why there is nobody, where nobody will come."""
        self._hands += self._fleet.hire(work, self._blame.out)
        if not self._hands and not self._fleet.expecting:
            raise self._blame.why

    def _feed(self, waiting: Iterator[ShardTask | None], ended: bool) -> bool:
        """The least busy first: nobody gets a second shard while another has none. Gives whether no more will come."""
        free = [h for h in self._hands if h.ready and not h.leaving and not h.exit and len(h.held) < HELD]
        for hand in sorted(free, key=lambda hand: len(hand.held)):
            task = self._again.popleft() if self._again else END if ended else next(waiting, END)
            ended = ended or task is END
            if not hand.held and (task is None or task is END):
                task = self._waiting() or (self._late() if ended else None)
            if task is not None and task is not END:
                order = self._orders.setdefault(task.name, _Order(task, time.monotonic()))
                order.hands.append(hand)
                hand.give(task)
        return ended

    def _waiting(self) -> ShardTask | None:
        """A shard that waits at somebody who has more to do, for somebody who has nothing to do."""
        now = time.monotonic()
        for owner in self._hands:
            for task in list(owner.held)[1:]:
                order = self._orders.get(task.name)
                if order is not None and order.hands == [owner] and now - order.since > MOMENT:
                    owner.recall(task.name)
                    del self._orders[task.name]
                    return order.task
        return None

    def _late(self) -> ShardTask | None:
        """A shard that takes unusually long, for somebody who has nothing to do; the first to finish counts."""
        if not self._took:
            return None
        patience = max(MOMENT, LATE * statistics.median(self._took))
        now = time.monotonic()
        late = [o for o in self._orders.values() if len(o.hands) == 1 and now - o.since > patience]
        some = [o for o in late if not o.task.one_by_one]
        return min(some, key=lambda order: order.since).task if some else None

    def _forget_what_waits(self) -> None:
        """The next run hands it out."""
        for hand in self._hands:
            for task in list(hand.held)[1:]:
                hand.recall(task.name)
                self._orphans(hand, [task])
        self._again.clear()

    # back ------------------------------------------------------------------------------------------------------------

    def _hear(self, hand: Hand) -> Iterator[ShardDone | ShardLost]:
        """All that a worker has said. Raises what it raised, if that was an error that a user can mend."""
        for said in hand.said():
            hand.heard = time.monotonic()
            if isinstance(said, ShardDone):
                yield from self._done(hand, said)
            else:
                self._note(hand, said)

    def _note(self, hand: Hand, said: Said) -> None:
        if isinstance(said, SynthgenError):
            if hand.ready:
                raise said
            hand.why = self._blame.refused(hand.place, said)
        elif isinstance(said, DeviceLost):
            hand.lost = str(said)
        elif isinstance(said, Failed):
            print(said.trace, file=sys.stderr)
            raise DeviceError(f"a worker ({hand.place}) stopped with the error above; finished samples are kept")
        elif isinstance(said, Beat) and said.answered != hand.answered:
            self._got_on(hand)
            hand.answered = said.answered
        elif isinstance(said, Ready):
            hand.ready = True
            self._blame.began(hand.place)
        elif isinstance(said, Leaving):
            hand.leaving = True
            self._again.extend(self._orphans(hand, [t for t in hand.held if t.name not in said.keeps]))

    def _got_on(self, hand: Hand) -> None:
        now = time.monotonic()
        self._pause = max(self._pause, now - hand.moved)
        hand.moved = now

    def _done(self, hand: Hand, done: ShardDone) -> Iterator[ShardDone]:
        self._got_on(hand)
        self._blame.finished(hand.place)
        hand.drop(done.name)
        hand.shards += 1
        hand.pictures += done.made
        self._extra += done.seconds
        order = self._orders.pop(done.name, None)
        if order is not None:  # else another worker was faster
            self._took.append(time.monotonic() - order.since)
            seconds, self._extra = self._extra, 0.0
            yield replace(done, seconds=seconds)

    def _look_for_hung_ones(self) -> None:
        now = time.monotonic()
        for hand in self._hands:
            if hand.exit is None and now - hand.heard > SILENCE:
                self._end(hand, Exit(gone=True, why=f"{hand.place} gave no sign of life for {SILENCE:.0f} s"))
            elif hand.exit is None and hand.ready and hand.held and now - hand.moved > self._patience(hand):
                said = f"{hand.place} finished no picture for {now - hand.moved:.0f} s and is taken for hung"
                self._end(hand, Exit(why=said))

    def _patience(self, hand: Hand) -> float:
        """Seconds; a first batch may have to be compiled."""
        return self._hung if hand.answered < KNOWN else min(self._hung, max(LEAST, SLOW * self._pause))

    def _end(self, hand: Hand, how: Exit) -> None:
        hand.end(0)
        hand.exit = how

    def _bury(self, hand: Hand, work: Work) -> ShardLost:
        """Put a dead worker's shards back. Raises DeviceError if a bug ended it."""
        assert hand.exit is not None
        if hand.exit.code == BUG:
            raise DeviceError(f"a worker ({hand.place}) stopped with the error above; finished samples are kept")
        self._fleet.bury(hand)
        self._hands.remove(hand)
        held = list(hand.held)
        orphans = self._orphans(hand, held)
        # a worker that left in good order was at nothing; and somebody else may have finished what it was at
        at = held[0].name if held and not (hand.leaving and hand.exit.code == 0) else ""
        running = next((task for task in orphans if task.name == at), None)
        again, said = self._blame.of_death(hand, held, running, work)
        self._again.extend(task for task in orphans if task is not running)
        self._again.extend([again] if again else [])  # others first: that they can be done speaks for the place
        return ShardLost(again, hand.name, said)

    def _orphans(self, hand: Hand, tasks: list[ShardTask]) -> list[ShardTask]:
        """Those of the tasks that nobody else is at, which somebody else has to do."""
        left = []
        for task in tasks:
            hand.drop(task.name)
            order = self._orders.get(task.name)
            if order is not None and hand in order.hands:
                order.hands.remove(hand)
                if not order.hands:
                    del self._orders[task.name]
                    left.append(order.task)
        return left
