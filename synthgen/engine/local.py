"""`engine=local`: one spawned process per GPU or core, fed with shards, watched, and replaced when it dies or hangs.

Its death costs no sample: the shard goes out again, one sample at a time, and only the sample that was noted as started
when workers died three times in a row is given up. A GPU that fails three times in ten minutes is left out of the run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from synthgen.crew.foreman import Foreman
from synthgen.crew.processes import Processes
from synthgen.interfaces import Engine
from synthgen.kit.cores import cores
from synthgen.kit.launchers import group
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work, WorkerState
from synthgen.types import Device


@dataclass(frozen=True)
class Local(Engine):
    workers: int = 0
    """How many processes; 0: one per GPU where the renderer uses GPUs, else one per core."""
    hung: Annotated[float, Field(gt=0)] = 1800.0
    """Seconds in which a worker has to finish a picture, before one can tell how long they usually take."""
    operational: ClassVar[frozenset[str]] = frozenset({"workers", "hung"})

    def preflight(self) -> list[str]:
        if self.workers < 0:
            return [f"engine.workers={self.workers} is negative; 0 means one per GPU or core"]
        if (us := group()) and not us.array:  # the tasks of an array may be runs of their own
            return ["engine=local starts all processes itself: leave engine out where a launcher starts several"]
        return []

    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
        return self.workers or len(devices) or cores()

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        return self._foreman.run(work, tasks)

    def staff(self) -> Sequence[WorkerState]:
        return self._foreman.staff()

    def halt(self) -> None:
        self._foreman.halt()

    def close(self) -> None:
        if "_foreman" in vars(self):
            self._foreman.close()
            del vars(self)["_foreman"]

    @cached_property
    def _foreman(self) -> Foreman:
        return Foreman(Processes(self._devices), self.hung)

    def _devices(self, work: Work) -> Sequence[Device]:
        devices = work.devices or [Device()]
        return [devices[i % len(devices)] for i in range(self.size(work.devices, work.on_gpu))]
