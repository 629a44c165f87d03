"""Shards on their way through a worker: takes go to the renderer, answers come back in any order, shards get done.

Where a GPU renders, pictures are encoded, stored and measured in threads while it goes on with the next batch, and
batches run on from one shard into the next. Encoding and most of measuring hold no lock of the interpreter.
"""

import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from threading import Lock
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from synthgen.interfaces import Renderer
from synthgen.shards import ShardDone, ShardTask
from synthgen.types import Picture, Raster, Reject, Take

FOLLOWS = 0.2
"""Seconds in which the driver answers an account with another shard; so long a batch is kept open for it."""
ENCODERS, KEEPERS = 4, 2
"""Threads beside a GPU. A core packs 190 JPEGs of 1024 pixels a second."""
DETAIL = 200
"""Letters of a reject's detail that are kept: a prompt may be one endless word."""
T = TypeVar("T")


class Hands(Protocol):
    """What is done with answers."""

    @property
    def renderer(self) -> Renderer: ...

    def encode(self, raster: Raster, take: Take) -> Picture: ...

    def chosen(self, takes: Sequence[Take], pictures: Mapping[int, Picture]) -> Picture: ...

    def keep(self, takes: Sequence[Take], rows: Sequence[Picture | Reject] | None) -> int: ...


@dataclass(eq=False)
class _Shard:
    """A shard under way."""

    task: ShardTask
    waiting: int
    """Takes that the renderer has not answered."""
    began: float
    pictures: dict[tuple[str, int], Future[Picture]] = field(default_factory=dict)
    """By id and take."""
    rejects: dict[str, Reject] = field(default_factory=dict)
    """By id: of the last take that gave no picture."""


class Stream:
    """To be used in a `with` block: at its end, everything that was begun is reported."""

    def __init__(
        self,
        hands: Hands,
        tasks: Iterator[ShardTask | None],
        report: Callable[[ShardDone], None],
        threads: bool,
    ) -> None:
        self._hands, self._tasks, self._report = hands, tasks, report
        self._encoders: Executor = ThreadPoolExecutor(ENCODERS, "synthgen-encoding") if threads else _Inline()
        self._keepers: Executor = ThreadPoolExecutor(KEEPERS, "synthgen-keeping") if threads else _Inline()
        self._shards: dict[str, tuple[_Shard, Take]] = {}
        self._keeping: list[Future[None]] = []
        self._last = 0.0
        """When something was last reported, or came."""
        self._counting = Lock()
        self.careful: ShardTask | None = None
        """A shard that ended the stream, because its samples have to be done one by one."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._encoders.shutdown(cancel_futures=kind is not None)
        self._keepers.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self._raise_what_failed()
            if self._shards:
                raise RuntimeError(f"{self._hands.renderer} gave no answer to {', '.join(self._shards)}")

    def takes(self) -> Iterator[Take]:
        """The takes of the shards that come; it ends when nothing follows. For the renderer, which pulls."""
        for task in self._tasks:
            self._raise_what_failed()
            if task is None:
                if not self._keeping and time.monotonic() - self._last > FOLLOWS:
                    return
                continue
            self._last = time.monotonic()
            if task.one_by_one:
                self.careful = task
                return
            shard = _Shard(task, len(task.takes), self._last)
            if task.stored:
                self._keeping.append(self._keepers.submit(self._keep, shard))
            else:
                self._shards.update({take.id: (shard, take) for take in task.takes})
                yield from task.takes

    def answered(self, answer: Raster | Reject) -> None:
        """What the renderer gave for a take."""
        shard, take = self._shards[answer.id]
        if isinstance(answer, Reject):
            shard.rejects[answer.id] = dataclasses.replace(answer, detail=answer.detail[:DETAIL])
        else:
            shard.pictures[answer.id, answer.take] = self._encoders.submit(self._hands.encode, answer, take)
        shard.waiting -= 1
        if not shard.waiting:
            for id in {take.id for take in shard.task.takes}:
                del self._shards[id]
            self._keeping.append(self._keepers.submit(self._keep, shard))

    def _keep(self, shard: _Shard) -> None:
        """Store, measure, report. Of shards that overlap, each counts the time since the one before it."""
        task = shard.task
        made = self._hands.keep(task.takes, None if task.stored else list(self._rows(shard)))
        with self._counting:
            now, before = time.monotonic(), max(shard.began, self._last)
            said = tuple(self._hands.renderer.remarks())
            self._report(ShardDone(task.name, len(task.takes), made, now - before, said))
            self._last = now

    def _rows(self, shard: _Shard) -> Iterator[Picture | Reject]:
        """One row for each sample: its picture, the best of its pictures, or why there is none."""
        for id, takes in groupby(shard.task.takes, key=lambda take: take.id):
            some = list(takes)
            found = {
                key[1]: shard.pictures[key].result() for key in ((id, t.take) for t in some) if key in shard.pictures
            }
            yield self._hands.chosen(some, found) if found else shard.rejects[id]

    def _raise_what_failed(self) -> None:
        for future in [future for future in self._keeping if future.done()]:
            self._keeping.remove(future)
            future.result()


class _Inline(Executor):
    """Does at once what it is given: a worker that draws on a core has no other to encode on."""

    def submit(self, work: Callable[..., T], /, *given: Any, **options: Any) -> "Future[T]":
        done: Future[T] = Future()
        done.set_result(work(*given, **options))
        return done
