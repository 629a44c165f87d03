"""Who is to blame for a worker's death: its GPU, a sample, its machine, or nobody.

A GPU that fails three times in ten minutes is left out; so is a place where three workers in a row died at the first
sample that each of them began. A sample is given up when three workers died on it; its deaths stand in its shard, so
that they can be noted in the run folder and outlive the driver.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synthgen.crew.hands import Hand
from synthgen.errors import DeviceError, SynthgenError
from synthgen.shards import ShardTask, Work

LIVES = 3
"""How often a worker may die on one sample, or before it was ready; how often a GPU may fail in `QUARANTINE`."""
QUARANTINE = 600.0
"""Seconds."""


@dataclass(frozen=True)
class _Strike:
    """A failure of a GPU."""

    when: float
    place: str
    shards: frozenset[str]
    """What its worker held."""
    careful: bool
    """It happened while a shard was done one sample at a time."""


class Blame:
    """Of one run."""

    def __init__(self) -> None:
        self.out: set[str] = set()
        """Places where nobody is hired any more."""
        self.why: SynthgenError = DeviceError("there is no worker")
        """That the last of them is out."""
        self._strikes: list[_Strike] = []
        self._worked: dict[str, float] = {}
        """When a place last finished a shard."""
        self._stillborn: Counter[str] = Counter()
        """By place: workers in a row that ended before they were ready."""
        self._barren = defaultdict[str, list[tuple[str, str]]](list)
        """By place: shard and sample at which workers in a row died, the first that each of them did by itself."""
        self._orphaned: Counter[str] = Counter()
        """By shard: how often its worker's machine went."""

    def began(self, place: str) -> None:
        """A worker is ready there."""
        del self._stillborn[place]

    def finished(self, place: str) -> None:
        self._worked[place] = time.monotonic()
        self._barren.pop(place, None)

    def refused(self, place: str, why: SynthgenError) -> str:
        """A worker cannot be ready there, and says what to mend."""
        self.out.add(place)
        self.why = why
        return f"{place} is left out: {why}"

    def of_death(
        self, hand: Hand, held: Sequence[ShardTask], running: ShardTask | None, work: Work
    ) -> tuple[ShardTask | None, str]:
        """How the shard that a worker was at goes out again, and what to tell.

        `held`: all that it had; `running`: that of them which it was at, None if it was at none.
        """
        assert hand.exit is not None
        said = hand.why or hand.exit.why
        if hand.exit.gone:
            said = said or f"{hand.place} has gone; the others go on"
            if running is None or self._orphaned[running.name] == 0:
                self._orphaned.update([running.name] if running else [])
                return running, said
        elif not hand.ready and not hand.lost and not hand.why:
            said = self._never_ready(hand)
        culprit = self._culprit(hand, running, work)
        failed = ""
        if hand.lost and not self._guilty(running, culprit):
            said = failed = self._strike(hand, held, running, culprit)
        elif running and culprit and not hand.lost and self._kills_all(hand, running, culprit):
            code = "" if hand.exit.code is None else f" (exit code {hand.exit.code})"
            died = f"{LIVES} workers in a row died at the first picture that they began"
            why = f"{died}: {said}" if said else f"{died}{code}; is there enough memory?"
            again = replace(running, one_by_one=True, deaths={take.id: 1 for take in running.takes})
            return again, self.refused(hand.place, DeviceError(why))
        return (running and self._careful(running, culprit, may_give_up=not failed)), said

    def _never_ready(self, hand: Hand) -> str:
        self._stillborn[hand.place] += 1
        if self._stillborn[hand.place] < LIVES:
            return ""
        code = hand.exit.code if hand.exit else None
        return self.refused(hand.place, DeviceError(f"workers end before they are ready (exit code {code})"))

    def _culprit(self, hand: Hand, running: ShardTask | None, work: Work) -> str | None:
        """The id of the sample that the worker had begun, where it did them one by one."""
        noted = work.started(hand.name) if running and running.one_by_one else None
        return noted if running and noted in {take.id for take in running.takes} else None

    def _guilty(self, running: ShardTask | None, culprit: str | None) -> bool:
        """Whether a sample is to blame and not the GPU: it killed a worker before, and its neighbours passed.

        What its shard cost GPUs before is forgiven then.
        """
        if running is None or culprit is None or running.deaths.get(culprit, 0) < 2:
            return False
        if all(running.deaths.get(take.id, 0) >= 2 for take in running.takes):
            return False
        self._strikes = [s for s in self._strikes if running.name not in s.shards]
        return True

    def _kills_all(self, hand: Hand, running: ShardTask, culprit: str) -> bool:
        """Whether it is the third in a row that died there at the first sample it did alone, and not of one sample."""
        first = next((take.id for take in running.takes if take.id not in running.poisoned), "")
        if hand.shards or culprit != first:
            self._barren.pop(hand.place, None)
            return False
        row = self._barren[hand.place]
        row.append((running.name, culprit))
        shards, samples = {shard for shard, _ in row}, {sample for _, sample in row}
        # a place that did work before has to fail at several shards: the samples of one may well be of one prompt
        return len(row) >= LIVES and len(samples) > 1 and (len(shards) > 1 or hand.place not in self._worked)

    def _strike(self, hand: Hand, held: Sequence[ShardTask], running: ShardTask | None, culprit: str | None) -> str:
        """Count a failure of a GPU; what to tell of it."""
        place, now, shards = hand.place, time.monotonic(), frozenset(task.name for task in held)
        tried = any(s.careful and running is not None and running.name in s.shards for s in self._strikes)
        self._strikes = [s for s in self._strikes if now - s.when <= QUARANTINE]
        self._strikes.append(_Strike(now, place, shards, culprit is not None))
        failures = [s.when for s in self._strikes if s.place == place]
        # a sample that comes under suspicion on a GPU that did work in between is tried again before the GPU goes
        suspected = culprit is not None and not tried and self._worked.get(place, 0.0) > failures[0]
        if len(failures) < LIVES or suspected:
            return f"{place} failed ({hand.lost}); a fresh worker takes over"
        self.out.add(place)
        said = f"{place} failed {len(failures)} times in ten minutes ({hand.lost}) and is left out"
        self.why = DeviceError(
            f"{said}, and no other is left. Finished samples are kept: mend it, run the command again"
        )
        return said

    def _careful(self, task: ShardTask, culprit: str | None, may_give_up: bool) -> ShardTask:
        """As a shard goes out again after a death."""
        if not task.one_by_one:  # any of them may have done it; the one that does it again most likely did
            return replace(task, one_by_one=True, deaths={take.id: 1 for take in task.takes})
        if culprit is None:
            return task
        deaths = {**task.deaths, culprit: task.deaths.get(culprit, 1) + 1}
        # It comes last from now on: a GPU that does not work at all has to show it at another one.
        takes = tuple(sorted(task.takes, key=lambda take: take.id == culprit))
        given_up = {culprit} if may_give_up and deaths[culprit] >= LIVES else set()
        return replace(task, takes=takes, deaths=deaths, poisoned=task.poisoned | given_up)
