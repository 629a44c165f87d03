"""`engine=static`: several processes that a launcher started, connected by nothing but the folder that all of them see.

python -m synthgen ability=joke n=100000        the same command in each process; engine=static is chosen by itself

Rank 0 drives, and has a worker of its own; each other rank is a worker that takes the shards which rank 0 leases to it.
Ranks may come late, go, and come back: the tasks of a job array start when the queue lets them.

session     what driver and workers say to each other: files in the run folder
ranks       the driver's end of the workers
attending   what ranks other than 0 do: find a driver, work for it, find the next
relay       one worker of a rank, as long as it lives
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from synthgen.crew.foreman import Foreman
from synthgen.engine.static.ranks import Ranks
from synthgen.interfaces import Engine
from synthgen.kit.cores import cores
from synthgen.kit.launchers import Group, group
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work, WorkerState
from synthgen.types import Device


@dataclass(frozen=True)
class Static(Engine):
    patience: Annotated[float, Field(ge=0)] = 600.0
    """Seconds for which workers wait for a driver, and a driver that can do nothing itself for workers."""
    hung: Annotated[float, Field(gt=0)] = 1800.0
    """Seconds in which a worker has to finish a picture, before one can tell how long they usually take."""
    operational: ClassVar[frozenset[str]] = frozenset({"patience", "hung"})

    def preflight(self) -> list[str]:
        if group() is None:
            return ["engine=static works under a launcher (accelerate, torchrun, srun, a job array): pass engine=local"]
        return []

    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
        us = group()
        return us.size if us else len(devices) or cores()

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        return self._foreman.run(work, tasks)

    def staff(self) -> Sequence[WorkerState]:
        return self._foreman.staff()

    def dismiss(self) -> None:
        self._ranks.complete = True

    def halt(self) -> None:
        self._foreman.halt()

    def close(self) -> None:
        if "_foreman" in vars(self):
            self._foreman.close()
        for name in ("_foreman", "_ranks"):
            vars(self).pop(name, None)

    @cached_property
    def _foreman(self) -> Foreman:
        return Foreman(self._ranks, self.hung)

    @cached_property
    def _ranks(self) -> Ranks:
        return Ranks(group() or Group(0, 1, 0), self.patience)
