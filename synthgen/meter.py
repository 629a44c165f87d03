"""How fast a run is, what it costs and how long it will take: composes a Status out of what a driver has counted."""

import math
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from synthgen.build import Run
from synthgen.desk import RunDesk
from synthgen.shards import WorkerState
from synthgen.status import MAKING, Cost, Rate, StageStatus, Status

MINUTE, LONG = 60.0, 600.0
"""Seconds: what a rate is told over, and what the time left is told by. A shard of a slow model takes minutes."""
LOOKS = 20
"""Notes of a window."""
LEAST = 2.0
"""Seconds over which one can speak of a rate."""


class Window:
    """What was counted over the last so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._notes: deque[tuple[float, Mapping[str, int]]] = deque()

    def note(self, now: float, counts: Mapping[str, int]) -> None:
        last = self._notes[-1] if self._notes else (-math.inf, {})
        begun = any(count and not last[1].get(name) for name, count in counts.items())
        if begun or now - last[0] >= self._seconds / LOOKS:
            self._notes.append((now, dict(counts)))
        while len(self._notes) > 2 and now - self._notes[1][0] >= self._seconds:
            self._notes.popleft()

    def rate(self, name: str, count: int, now: float) -> float | None:
        """Per second, from the first of it that was noted: what it took to get ready is no matter of speed."""
        since, before = next(((at, counts[name]) for at, counts in self._notes if counts.get(name)), (now, 0))
        return (count - before) / (now - since) if now - since >= LEAST else None


class Meter:
    """Of one driver."""

    def __init__(self, run: Run, desk: RunDesk) -> None:
        self._run, self._desk = run, desk
        self._began = time.monotonic()
        self._minute, self._long, self._workers = Window(MINUTE), Window(LONG), Window(MINUTE)

    def status(
        self, doing: str, stages: Sequence[StageStatus], made: Mapping[str, int], workers: Sequence[WorkerState]
    ) -> Status:
        """`made`: by making stage, what this driver had made."""
        now = time.monotonic()
        seconds, pictures = now - self._began, {worker.name: worker.pictures for worker in workers}
        self._minute.note(now, made)
        self._long.note(now, made)
        self._workers.note(now, pictures)
        rates: dict[str, Rate] = {
            name: Rate(made.get(name, 0), self._minute.rate(name, made.get(name, 0), now), _share(made, name, seconds))
            for name in MAKING
        }
        paces = {name: self._workers.rate(name, count, now) for name, count in pictures.items()}
        status = Status(
            name=str(self._run.config.name),
            doing=doing,
            n=self._run.config.n,
            stages=tuple(stages),
            rates=rates,
            seconds=seconds,
            cost=cost_of(self._run, self._desk),
            workers=tuple(workers),
            worker_rates={name: pace for name, pace in paces.items() if pace is not None},
            remarks=tuple(self._desk.remarks),
        )
        long: dict[str, float | None] = {name: self._long.rate(name, made.get(name, 0), now) for name in MAKING}
        return replace(status, left=time_left(status, long))


def cost_of(run: Run, desk: RunDesk) -> Cost:
    bill, paid = desk.bill, run.bills != "nothing"
    hours = desk.gpu_seconds / 3600 if run.renderer.on_gpu else None
    usd = format(bill.usd, "f") if paid else None
    return Cost(usd, bill.unpriced if paid else 0, bill.replies, bill.tokens_in, bill.tokens_out, hours)


def time_left(status: Status, rates: Mapping[str, float | None]) -> float | None:
    """Seconds until n are kept: of the stage that takes longest, if as many fall as did so far.

    None where a stage has something left to do, and nothing came out of it of late.
    """
    coming = float(sum(_wanted(status.n, stage) for stage in status.stages if stage.name == "selection"))
    longest = 0.0
    for name in MAKING:
        stage, rate = status.total(name), rates.get(name)
        left = coming - stage.answered
        if left >= 0.5:
            if not rate:
                return None
            longest = max(longest, left / rate)
        coming *= stage.done / stage.answered if stage.answered else 1.0
    return longest


def _wanted(n: int, selection: StageStatus) -> int:
    """Indices that it takes in all, by the share that was kept so far."""
    if selection.done >= n or not selection.answered:
        return selection.asked
    share = max(selection.done, 1) / selection.answered
    return max(selection.asked, selection.answered + math.ceil((n - selection.done) / share))


def _share(made: Mapping[str, int], name: str, seconds: float) -> float | None:
    return made.get(name, 0) / seconds if seconds >= LEAST else None
