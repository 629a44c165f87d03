"""Work for the workers of an engine, and their accounts of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from synthgen.types import Device, Take


@dataclass(frozen=True, slots=True)
class ShardTask:
    """Work for one worker: pictures of consecutive takes of one ability, or measurements of stored pictures."""

    name: str
    """Unique in a run: "joke-000000000-000000063"."""
    ability: str
    takes: tuple[Take, ...]
    """Of several of the same id, in a row, the best is kept."""
    stored: bool = False
    """The pictures lie in the run folder already: only measure them."""
    one_by_one: bool = False
    """After a worker died on this shard: commit each sample alone, and note it before it starts."""
    deaths: Mapping[str, int] = field(default_factory=dict)
    """By id: how many workers died on this shard while the sample was, or may have been, under way."""
    poisoned: frozenset[str] = frozenset()
    """Ids that killed their worker too often: to be rejected, not rendered."""


@dataclass(frozen=True, slots=True)
class ShardDone:
    """A worker's account of a shard, a kilobyte at most: what it made lies in the run folder."""

    name: str
    asked: int
    """Takes."""
    made: int
    """Pictures; the other takes were rejected, or were not the best of their sample."""
    seconds: float = 0.0
    """That the worker was busy with it."""
    said: tuple[str, ...] = ()
    """What a user wants to know: a smaller batch, words that no encoder reads."""


@dataclass(frozen=True, slots=True)
class ShardLost:
    """A worker ended, at work on a shard or on nothing; the engine hands its shards out again."""

    task: ShardTask | None
    """As it goes out again."""
    worker: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class WorkerState:
    """What a driver knows of one of its workers."""

    name: str
    place: str
    """Its GPU or core: "cuda:1", "node3 cuda:0"."""
    host: str
    state: Literal["starting", "at work", "idle", "leaving"]
    shard: str
    """That it is at, or ""."""
    shards: int
    """That it has finished."""
    pictures: int
    """That it has made."""
    silent: float
    """Seconds since it was last heard."""


class Work(Protocol):
    """What an engine's workers do with shards. Picklable."""

    root: Path
    """The run folder: what workers make lies in it, or where the work knows."""

    @property
    def devices(self) -> Sequence[Device]:
        """Where its workers can run on this machine; empty: any core will do."""
        ...

    @property
    def on_gpu(self) -> bool:
        """Whether each of its workers wants a GPU."""
        ...

    def open(self, device: Device) -> None: ...

    def do(self, tasks: Iterator[ShardTask | None], worker: str, report: Callable[[ShardDone], None]) -> None:
        """Work until nothing follows; each shard is reported as soon as it is done, from whatever thread.

        `tasks` begins with a task, and gives None whenever none came for a moment; it ends where the machine is wanted
        back. Raises DeviceLost where the process has to end.
        """
        ...

    @property
    def answered(self) -> int:
        """How many takes were answered in this process so far: by this one sees that it does not hang."""
        ...

    def close(self) -> None: ...

    def show(self, word: str) -> None:
        """Leave a word where its results will lie; the driver does, for workers on other machines."""
        ...

    def sees(self, word: str) -> bool:
        """Whether that word is there: whether what is made here reaches the driver."""
        ...

    def started(self, worker: str) -> str | None:
        """The id that a dead worker had noted as started; for shards that run one by one."""
        ...
