"""A worker: a process of its own that serves one driver, and the driver's end of it."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import pyarrow as pa

from synthgen.engine.local.ranks import leave
from synthgen.errors import DeviceLost, SynthgenError
from synthgen.interfaces import Work
from synthgen.shards import ShardDone, ShardTask
from synthgen.types import Device

MOMENT = 0.05
"""Seconds without another shard, after which the work is told that none is there yet."""
READY = "ready"
LOST = 70
"""Exit code of a worker whose GPU failed under it."""
GONE = 255
"""In place of the exit code of a worker whose rank is no more."""
CLOSING = 5.0
"""Seconds in which a worker that has nothing to do closes what it has opened."""


@dataclass(eq=False)
class Worker:
    """A process that serves us. What it says is READY, accounts of shards, or the error that ends it."""

    name: str
    pipe: Connection
    process: BaseProcess | None
    """None: the process of another rank, which tells how it ended."""
    ready: bool = False
    lost: str = ""
    """What its GPU reported when it failed."""
    exitcode: int | None = None
    """Known once it has ended."""
    held: deque[ShardTask] = field(default_factory=deque)

    @classmethod
    def start(cls, work: Work, device: Device, name: str) -> "Worker":
        context = multiprocessing.get_context("spawn")  # fork would copy CUDA and thread state
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, work, device, name), name=f"synthgen-{name}", daemon=True)
        process.start()
        theirs.close()
        return cls(name, ours, process)

    @property
    def signs(self) -> list[Any]:
        """What to wait on for news of it."""
        return [self.pipe, self.process.sentinel] if self.process else [self.pipe]

    def give(self, task: ShardTask) -> None:
        self.held.append(task)
        with suppress(OSError):  # it died a moment ago: that will be heard, and the shard goes out again
            self.pipe.send(task)

    def said(self) -> Iterator[Any]:
        """What it said since; sets `exitcode` if it has ended."""
        ended = self.process is not None and not self.process.is_alive()  # asked first: then nothing is missed below
        try:
            while self.pipe.poll():
                yield self.pipe.recv()
        except (EOFError, OSError):  # the end of a dead worker's pipe
            self.exitcode = None if self.process else GONE
        if ended and self.process:
            self.exitcode = self.process.exitcode

    def end(self, patience: float) -> None:
        """Let it close what it has opened, for so many seconds; then kill it."""
        self.pipe.close()
        if self.process is not None:
            self.process.join(patience)
            if self.process.is_alive():
                self.process.kill()
                self.process.join()


def serve(pipe: Connection, work: Work, device: Device, name: str) -> None:
    """The life of a worker process; it ends when the other end of the pipe does."""
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, signal.SIG_IGN)  # the driver decides what an interrupted run still finishes
    threading.Thread(target=_follow_the_parent, daemon=True).start()
    leave()
    pa.set_cpu_count(1)
    one_at_a_time = threading.Lock()

    def report(done: ShardDone) -> None:
        with one_at_a_time:
            pipe.send(done)

    try:
        work.open(device)
        gc.freeze()  # what is loaded now stays: no need to search it for garbage again and again
        pipe.send(READY)
        while True:
            work.do(_tasks(pipe), name, report)
    except SynthgenError as e:
        with suppress(ConnectionError):  # the driver may have heard the same from another worker, and be gone
            pipe.send(e)
    except DeviceLost as e:
        with suppress(ConnectionError):
            pipe.send(e)
        os._exit(LOST)  # nothing that touches the GPU may run any more, not even what Python does at the end
    except (EOFError, ConnectionError):
        work.close()


def _tasks(pipe: Connection) -> Iterator[ShardTask | None]:
    """The first task that comes, and those that follow; None while none does. Raises EOFError without a driver."""
    yield pipe.recv()
    while True:
        yield pipe.recv() if pipe.poll(MOMENT) else None


def _follow_the_parent() -> None:
    """Nobody waits for what a killed driver's worker still renders, but the next run wants its GPU."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(LOST)
