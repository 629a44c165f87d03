"""The workers of a run: who holds what, who has died, and which GPU is to blame."""

import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait

from synthgen.engine.local.ranks import ARRIVAL, Ended, Gathering, group
from synthgen.engine.local.worker import CLOSING, GONE, READY, Worker
from synthgen.errors import DeviceError, DeviceLost, SynthgenError
from synthgen.interfaces import Work
from synthgen.kit.cores import cores
from synthgen.shards import ShardDone, ShardLost, ShardTask
from synthgen.types import Device

HELD = 2
"""Shards that a worker holds: one at work, one waiting."""
PATIENCE = 0.02
"""Seconds that nothing may happen before the driver is asked what it wants."""
LIVES = 3
"""How often a worker may die on one sample, or before it was ready; how often a GPU may fail in `QUARANTINE`."""
QUARANTINE = 600.0
"""Seconds."""


@dataclass(eq=False)
class Seat:
    """A place for one worker: a device of this process's own, or another rank."""

    place: str
    """For messages: "cuda:1", "rank 3". Seats that share a GPU have the same."""
    device: Device = Device()
    line: Connection | None = None
    """To another rank."""
    worker: Worker | None = None


@dataclass(frozen=True)
class _Strike:
    """A failure of a GPU."""

    when: float
    place: str
    shards: frozenset[str]
    """What its worker held."""
    careful: bool
    """It happened while a shard was done one sample at a time."""


class Crew:
    """One worker per seat."""

    def __init__(self) -> None:
        self.seats: list[Seat] = []
        self._gathering: Gathering | None = None
        self._opened = time.monotonic()
        self._hired = 0
        self._stillborn = 0
        self._deaths: dict[str, int] = {}
        """By the id of the sample that was under way, where that is known."""
        self._strikes: list[_Strike] = []
        self._out: set[str] = set()
        """Places that failed too often."""
        self._worked: dict[str, float] = {}
        """When a place last finished a shard."""
        self._said = ""

    @property
    def workers(self) -> list[Worker]:
        return [seat.worker for seat in self.seats if seat.worker is not None]

    def open(self, work: Work, devices: Sequence[Device]) -> None:
        """Seats on these devices, and a door for the other ranks, if there are any. Only the first call counts."""
        if self.seats:
            return
        self.seats = [Seat(f"{device.kind}:{device.index}", device) for device in devices]
        if len(devices) > 1:  # else the threads of each would wait for those of the others: torch takes all cores
            os.environ.setdefault("OMP_NUM_THREADS", str(max(1, cores() // len(devices))))
        if us := group():
            self._gathering = Gathering(us, work.root)

    def hire(self, work: Work) -> None:
        """A worker for every seat that has none. Raises DeviceError when there is nobody, and nobody will come."""
        if self._gathering:
            self.seats += [Seat(f"rank {rank}", line=line) for rank, line in self._gathering.arrivals()]
        for seat in self.seats:
            if seat.worker is None and seat.place not in self._out:
                name = f"{os.getpid()}-{self._hired}"
                self._hired += 1
                if seat.line is None:
                    seat.worker = Worker.start(work, seat.device, name)
                else:
                    seat.worker = Worker(name, seat.line, None)
                    with suppress(OSError):  # the rank has gone: that will be heard
                        seat.line.send((work, name))
        if not self.workers and not (self._gathering and time.monotonic() - self._opened < ARRIVAL):
            raise DeviceError(
                f"{self._said}, and no other is left. Finished samples are kept: mend it, run the command again"
            )

    def with_room(self) -> list[Worker]:
        """Ready workers, the least busy first: nobody gets a second shard while another has none."""
        free = [w for w in self.workers if w.ready and len(w.held) < HELD]
        return sorted(free, key=lambda w: len(w.held))

    def news(self) -> list[Seat]:
        """Waits for a message or a death, but not for long: a task may become ready, or the driver may want to end."""
        happened = wait([sign for worker in self.workers for sign in worker.signs], PATIENCE)
        return [s for s in self.seats if s.worker and any(sign in happened for sign in s.worker.signs)]

    def hear(self, seat: Seat) -> Iterator[ShardDone]:
        """All that the worker has said. Raises what it raised, if that was an error that a user can mend."""
        worker = seat.worker
        if worker is None:
            return
        for message in worker.said():
            if isinstance(message, SynthgenError):
                raise message
            if isinstance(message, DeviceLost):
                worker.lost = str(message)
            elif isinstance(message, Ended):
                worker.exitcode = message.exitcode
            elif isinstance(message, ShardDone):
                del worker.held[[task.name for task in worker.held].index(message.task.name)]
                self._worked[seat.place] = time.monotonic()
                yield message
            elif message == READY:
                worker.ready, self._stillborn = True, 0

    def bury(self, seat: Seat, work: Work, again: deque[ShardTask]) -> Iterator[ShardLost]:
        """Put a dead worker's shards back. Raises DeviceError if it ended by itself."""
        worker, seat.worker = seat.worker, None
        if worker is None:
            return
        if worker.process is not None:
            worker.end(0)
        if worker.exitcode == GONE:
            self.seats.remove(seat)
            worker.ready = True  # its machine or its launcher ended it, not what it opened
        if worker.exitcode == 1:
            raise DeviceError("a worker stopped with the error above; finished samples are kept")
        self._stillborn += not worker.ready
        if self._stillborn >= LIVES and not worker.lost:
            raise DeviceError(f"workers end before they are ready (exit code {worker.exitcode})")
        running = worker.held.popleft() if worker.held else None
        culprit = self._culprit(worker, running, work)
        said = ""
        if worker.lost and not self._guilty(running, culprit):
            said = self._blame(seat.place, worker, running, culprit)
        elif worker.exitcode == GONE:
            said = f"{seat.place} has gone; the others go on"
        if running is not None:
            again.append(self._careful(running, culprit, may_give_up=not said))
            again.extend(worker.held)
        yield ShardLost(running, worker.name, said)

    def _culprit(self, worker: Worker, running: ShardTask | None, work: Work) -> str | None:
        """The id of the sample that the worker had begun, where it did them one by one."""
        noted = work.started(worker.name) if running and running.one_by_one else None
        return noted if running and noted in {take.id for take in running.takes} else None

    def _guilty(self, running: ShardTask | None, culprit: str | None) -> bool:
        """Whether a sample is to blame and not the GPU: it killed a worker before, and its neighbours passed.

        What its shard cost GPUs before is forgiven then.
        """
        if running is None or culprit not in self._deaths or all(take.id in self._deaths for take in running.takes):
            return False
        self._strikes = [s for s in self._strikes if running.name not in s.shards]
        return True

    def _blame(self, place: str, worker: Worker, running: ShardTask | None, culprit: str | None) -> str:
        """Count a failure of a GPU; what to tell of it."""
        now, shards = time.monotonic(), frozenset(task.name for task in [running, *worker.held] if task)
        tried = any(s.careful and running is not None and running.name in s.shards for s in self._strikes)
        self._strikes = [s for s in self._strikes if now - s.when <= QUARANTINE]
        self._strikes.append(_Strike(now, place, shards, culprit is not None))
        failures = [s.when for s in self._strikes if s.place == place]
        # a sample that comes under suspicion on a GPU that did work in between is tried again before the GPU goes
        suspected = culprit is not None and not tried and self._worked.get(place, 0.0) > failures[0]
        if len(failures) < LIVES or suspected:
            return f"{place} failed ({worker.lost}); a fresh worker takes over"
        self._out.add(place)
        self._said = f"{place} failed {len(failures)} times in ten minutes ({worker.lost}) and is left out"
        return self._said

    def _careful(self, task: ShardTask, culprit: str | None, may_give_up: bool) -> ShardTask:
        """As a shard goes out again after a death."""
        if not task.one_by_one:
            return replace(task, one_by_one=True)
        if culprit is None:
            return task
        # The death that made its shard careful was most likely this sample's as well.
        self._deaths[culprit] = self._deaths.get(culprit, 1) + 1
        # It comes last from now on: a GPU that does not work at all has to show it at another one.
        takes = tuple(sorted(task.takes, key=lambda take: take.id == culprit))
        given_up = {culprit} if may_give_up and self._deaths[culprit] >= LIVES else set()
        return replace(task, takes=takes, poisoned=task.poisoned | given_up)

    def dismiss(self) -> None:
        lines = [seat.line for seat in self.seats if seat.line]
        own = [worker for worker in self.workers if worker.process]
        try:
            lines += self._gathering.close() if self._gathering else []
            for line in lines:
                with suppress(OSError):  # a rank that has gone
                    line.send(None)
                line.close()
        finally:
            for worker in own:
                worker.pipe.close()  # all of them, before one is waited for
            for worker in own:
                worker.end(0 if worker.held else CLOSING)
            self.seats.clear()
