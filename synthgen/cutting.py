"""Into which ranges the indices of a round are cut.

What an index becomes does not depend on that. What does: how evenly workers are busy towards the end, how many files
there are, and what is lost when a worker is killed.
"""

import math
from collections.abc import Collection

from synthgen.build import Run
from synthgen.line import Line
from synthgen.shards import ShardDone
from synthgen.store import SHARD

LEAST = 4
"""Indices of a range in a round that is no small one, for each range is some files; and of all ranges while nobody
knows how long a picture takes, for a driver may be killed again before it has learnt that."""
SECONDS = 20.0
"""Of rendering in a range: who is killed has half of that to do again, on average."""


class Pace:
    """How long a worker takes for a take: learnt from accounts, the newest count most."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def note(self, done: ShardDone) -> None:
        if done.asked:
            now = done.seconds / done.asked
            self.seconds = now if self.seconds is None else 0.7 * self.seconds + 0.3 * now


class Cut:
    """The ranges of one line in one round, one after the other; false when there are no more."""

    def __init__(self, line: Line, run: Run, pace: Pace, made: Collection[int]) -> None:
        """`made`: indices whose pictures are stored."""
        self.line = line
        self._run, self._pace, self._made = run, pace, made
        self._start, self._least = line.asked, least(line, run)

    def __bool__(self) -> bool:
        return self._start < self.line.target

    def take(self, reach: int) -> tuple[int, int] | None:
        """First index and end of the next range; None if all of it lies beyond what can be planned now.

        Finer towards the end of a round, so that all workers end together; samples that share a prompt stay so.
        """
        share, start = self._run.config.images_per_prompt, self._start
        stop = min(self.line.target, reach, start - start % share + max(share, self._size - self._size % share))
        if stop <= start:
            return None
        self._start = stop
        return start, stop

    @property
    def _size(self) -> int:
        missing = min(self.line.window, self.line.target - self._start)
        even = missing // (4 * self._run.workers)
        if all(index in self._made for index in range(self._start, min(self._start + SHARD, self.line.target))):
            return SHARD
        lost = LEAST
        if self._pace.seconds is not None:
            lost = int(SECONDS / max(self._pace.seconds * self._run.config.takes, SECONDS / SHARD))
        return min(SHARD, max(self._least, min(even, lost)))


def least(line: Line, run: Run) -> int:
    """Indices in the smallest range of a round: every worker gets a part, but no smaller than it likes to work."""
    missing = line.target - line.asked
    together = min(run.renderer.at_once, math.ceil(missing / run.workers))
    return max(1, together, min(LEAST, missing // (4 * run.workers)))
