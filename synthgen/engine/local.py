"""`engine=local`: one spawned process per core or GPU, fed with shards, watched, and replaced when it dies.

A process holds at most two shards. Its death costs no sample: the shard goes out again, one sample at a time, and only
the sample that was noted as started when workers died three times in a row is given up.
"""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import ClassVar

import pyarrow as pa

from synthgen.errors import DeviceError, SynthgenError
from synthgen.interfaces import Engine, Work
from synthgen.types import Device, ShardDone, ShardLost, ShardTask

HELD = 2
"""Shards that a worker holds: one at work, one waiting."""
PATIENCE = 0.02
"""Seconds that nothing may happen before the driver is asked what it wants."""
END = ShardTask("", "", ())
"""No more tasks."""
LIVES = 3
"""How often a worker may die on one sample, or before it was ready."""


@dataclass(eq=False)
class _Worker:
    name: str
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    held: deque[ShardTask] = field(default_factory=deque)


@dataclass(frozen=True)
class Local(Engine):
    """`workers`: how many processes; 0 for one per core."""

    workers: int = 0
    operational: ClassVar[frozenset[str]] = frozenset({"workers"})

    def preflight(self) -> list[str]:
        return [] if self.workers >= 0 else [f"engine.workers={self.workers} is negative; 0 means one per core"]

    def size(self) -> int:
        return self.workers or len(os.sched_getaffinity(0))

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        crew, waiting = self._crew, iter(tasks)
        first = next(waiting, END)
        if first is END:
            return  # nobody is hired for nothing
        again = deque([first] if first else [])
        ended = False
        while True:
            while len(crew.workers) < self.size():
                crew.hire(work)
            for worker in crew.with_room():
                task = again.popleft() if again else END if ended else next(waiting, END)
                ended = ended or task is END
                if task is not None and task is not END:
                    crew.give(worker, task)
            if ended and not again and not any(w.held for w in crew.workers):
                return
            news = crew.news()
            if not news:
                yield None
            for worker in news:
                yield from crew.hear(worker)
                if not worker.process.is_alive():
                    yield from crew.bury(worker, work, again)

    def close(self) -> None:
        """End the processes; what they have not stored is made again by the next run."""
        if "_crew" in vars(self):
            self._crew.dismiss()
            del vars(self)["_crew"]

    @cached_property
    def _crew(self) -> "_Crew":
        return _Crew()


class _Crew:
    """The processes, and what each of them holds."""

    def __init__(self) -> None:
        self.workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")  # fork would copy CUDA and thread state
        self._hired = 0
        self._stillborn = 0
        self._deaths: dict[str, int] = {}

    def hire(self, work: Work) -> None:
        name = f"{os.getpid()}-{self._hired}"
        self._hired += 1
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, work, name), name=f"synthgen-{name}", daemon=True)
        process.start()
        theirs.close()
        self.workers.append(_Worker(name, process, ours))

    def with_room(self) -> list[_Worker]:
        """Ready workers, the least busy first: nobody gets a second shard while another has none."""
        free = [w for w in self.workers if w.ready and len(w.held) < HELD]
        return sorted(free, key=lambda w: len(w.held))

    def give(self, worker: _Worker, task: ShardTask) -> None:
        worker.held.append(task)
        with suppress(OSError):  # it died a moment ago: its sentinel says so, and the shard goes out again
            worker.pipe.send(task)

    def news(self) -> list[_Worker]:
        """Waits for a message or a death, but not for long: a task may become ready, or the driver may want to end."""
        happened = wait([thing for w in self.workers for thing in (w.pipe, w.process.sentinel)], PATIENCE)
        return [w for w in self.workers if w.pipe in happened or w.process.sentinel in happened]

    def hear(self, worker: _Worker) -> Iterator[ShardDone]:
        """All that the worker has said. Raises what it raised, if that was an error that a user can mend."""
        with suppress(EOFError, OSError):  # the end of a dead worker's pipe
            while worker.pipe.poll():
                message = worker.pipe.recv()
                if isinstance(message, SynthgenError):
                    raise message
                if isinstance(message, ShardDone):
                    worker.held.popleft()
                    yield message
                else:
                    worker.ready, self._stillborn = True, 0

    def bury(self, worker: _Worker, work: Work, again: deque[ShardTask]) -> Iterator[ShardLost]:
        """Put a dead worker's shards back. Raises DeviceError if it ended by itself."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        if worker.process.exitcode == 1:
            raise DeviceError("a worker stopped with the error above; finished samples are kept")
        self._stillborn += not worker.ready
        if self._stillborn >= LIVES:
            raise DeviceError(f"workers end before they are ready (exit code {worker.process.exitcode})")
        if worker.held:
            running = worker.held.popleft()
            again.append(self._careful(running, work.started(worker.name)))
            again.extend(worker.held)
            yield ShardLost(running, worker.name)

    def _careful(self, task: ShardTask, culprit: str | None) -> ShardTask:
        if not task.one_by_one:
            return replace(task, one_by_one=True)
        if culprit is not None:
            # The death that made its shard careful was most likely this sample's as well.
            self._deaths[culprit] = self._deaths.get(culprit, 1) + 1
            if self._deaths[culprit] >= LIVES:
                return replace(task, poisoned=task.poisoned | {culprit})
        return task

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
        for worker in self.workers:
            worker.process.join(timeout=0 if worker.held else 5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self.workers.clear()


def _serve(pipe: Connection, work: Work, name: str) -> None:
    """The life of a worker process; it ends when the driver's end of the pipe does."""
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, signal.SIG_IGN)  # the driver decides what an interrupted run still finishes
    pa.set_cpu_count(1)
    try:
        work.open(Device())
        gc.freeze()  # what is loaded now stays: no need to search it for garbage again and again
        pipe.send("ready")
        while True:
            pipe.send(work.do(pipe.recv(), name))
    except SynthgenError as e:
        with suppress(ConnectionError):  # the driver may have heard the same from another worker, and be gone
            pipe.send(e)
    except (EOFError, ConnectionError):
        work.close()
