"""The life of a worker, whatever carries its shards to it and its accounts back."""

import gc
import os
import threading
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterator
from queue import Empty, SimpleQueue

import pyarrow as pa

from synthgen.crew.hands import Beat, Failed, Leave, Leaving, Ready, Recall, Said, Told
from synthgen.errors import DeviceLost, SynthgenError
from synthgen.kit.launchers import leave
from synthgen.shards import ShardDone, ShardTask, Work
from synthgen.types import Device

MOMENT = 0.05
"""Seconds without another shard, after which the work is told that none is there yet."""
BEAT = 2.0
"""Seconds between two signs of life."""
LOST = 70
"""Exit code of a worker whose GPU failed under it, or whose driver is no more."""
BUG = 1
"""Exit code of Python after an exception that nobody caught."""


class Line(ABC):
    """A worker's end of what connects it with its driver. Whoever hears the driver calls `hear`."""

    def __init__(self) -> None:
        self._inbox: SimpleQueue[ShardTask | None] = SimpleQueue()
        self._recalled = set[str]()
        self.leaving = False
        """Whether the worker should finish what it has begun, and take no more."""

    @abstractmethod
    def say(self, said: Said) -> None:
        """From any thread. Raises ConnectionError when the driver is no more."""

    def hear(self, told: Told | None) -> None:
        """From any thread. None: there is no driver any more."""
        if isinstance(told, Leave):
            self.leaving = True
        elif isinstance(told, Recall):
            self._recalled.add(told.name)
        else:
            if told is not None:
                self._recalled.discard(told.name)  # it came back
            self._inbox.put(told)

    def next(self, seconds: float) -> ShardTask | None:
        """The next shard; None if none came in so many seconds. Raises EOFError when the driver is no more."""
        try:
            task = self._inbox.get(timeout=seconds)
        except Empty:
            return None
        if task is None:
            raise EOFError
        if task.name in self._recalled:
            self._recalled.discard(task.name)
            return None
        return task


def serve(line: Line, work: Work, device: Device, name: str) -> None:
    """Work until the driver or the machine wants no more. Raises what a bug raised, after saying it."""
    leave()
    pa.set_cpu_count(1)
    shift = _Shift(line)
    try:
        threading.Thread(target=_beat, args=(line, work), daemon=True).start()
        work.open(device)
        gc.freeze()  # what is loaded now stays: no need to search it for garbage again and again
        line.say(Ready())
        while not line.leaving:
            work.do(shift.tasks(), name, shift.report)
    except (EOFError, ConnectionError):
        pass  # no driver any more
    except SynthgenError as e:
        return _last_words(line, e)
    except DeviceLost as e:
        _last_words(line, e)
        os._exit(LOST)  # nothing that touches the GPU may run any more, not even what Python does at the end
    except BaseException:
        _last_words(line, Failed(traceback.format_exc()))
        raise
    work.close()


class _Shift:
    """The shards that a worker pulled, and has not reported."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._begun = set[str]()
        self._told = False

    def tasks(self) -> Iterator[ShardTask | None]:
        """The first task that comes, and those that follow; None while none does; ends where the worker is leaving."""
        first = True
        while not self._line.leaving:
            task = self._line.next(MOMENT * 4 if first else MOMENT)
            if task is not None:
                first = False
                self._begun.add(task.name)
                yield task
            elif not first:
                yield None
        if not self._told:
            self._told = True
            self._line.say(Leaving(frozenset(self._begun)))

    def report(self, done: ShardDone) -> None:
        self._begun.discard(done.name)
        self._line.say(done)


def _beat(line: Line, work: Work) -> None:
    try:
        while True:
            line.say(Beat(work.answered))
            time.sleep(BEAT)
    except ConnectionError:
        return  # the driver has gone: whoever pulls the next shard hears it, too


def _last_words(line: Line, said: Said) -> None:
    try:
        line.say(said)
    except ConnectionError:
        return  # the driver may have heard the same from another worker, and be gone
