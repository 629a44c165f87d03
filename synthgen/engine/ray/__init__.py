"""`engine=ray`: one actor per GPU of a Ray cluster, fed with shards, watched, and replaced when it dies or hangs.

python -m synthgen ability=joke engine=ray engine.address=local

cluster     the connection to a cluster, and how many workers it has room for
actors      the actors of a run: as many as there is room for, while nodes come and go
actor       the driver's end of one
worker      the other end, on its node: it takes shards and gives accounts; what it makes lies in the run folder
"""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from synthgen.crew.foreman import Foreman
from synthgen.engine.ray.actors import Actors
from synthgen.engine.ray.cluster import LOCAL, Cluster
from synthgen.errors import UsageError
from synthgen.interfaces import Engine
from synthgen.kit.cores import cores
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work, WorkerState
from synthgen.types import Device

Count = Annotated[int, Field(ge=0)]
Positive = Annotated[float, Field(gt=0)]


@dataclass(frozen=True)
class Ray(Engine):
    address: str = "auto"
    """auto: the cluster of RAY_ADDRESS, or the one that runs on this machine; local: one of its own; or host:port."""
    min: Count = 0
    """The fewest workers: they are waited for where the cluster has no room for them yet."""
    max: Count = 0
    """The most workers: an autoscaler is asked for room for them; 0: as many as there is room for."""
    gpus: Positive = 1.0
    """Of each worker, where the renderer uses GPUs."""
    cpus: Positive = 1.0
    """Of each worker."""
    hung: Positive = 1800.0
    """Seconds in which a worker has to finish a picture, before one can tell how long they usually take."""
    operational: ClassVar[frozenset[str]] = frozenset({"address", "min", "max", "gpus", "cpus", "hung"})

    def preflight(self) -> list[str]:
        if importlib.util.find_spec("ray") is None:
            return ["engine=ray needs ray. pip install 'synthgen[ray]'"]
        if 0 < self.max < self.min:
            return [f"engine.min={self.min} is more than engine.max={self.max}"]
        try:
            if self.elsewhere:  # a cluster of its own is started when there is work for it
                self._cluster.join()
        except UsageError as e:
            return list(e.mistakes)
        return []

    @property
    def elsewhere(self) -> bool:
        return self.address != LOCAL

    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
        if self._cluster.joined:
            there = self._cluster.room(self._share(on_gpu))
        else:
            there = int(len(devices) / self.gpus if on_gpu else cores() / self.cpus)
        return max(1, self.min, min(there, self.max or there))

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        return self._foreman.run(work, tasks)

    def staff(self) -> Sequence[WorkerState]:
        return [*self._foreman.staff(), *self._actors.waiting()]

    def halt(self) -> None:
        self._foreman.halt()

    def close(self) -> None:
        self._foreman.close()
        self._cluster.leave()
        for name in ("_foreman", "_actors", "_cluster"):
            vars(self).pop(name, None)

    @cached_property
    def _cluster(self) -> Cluster:
        return Cluster(self.address, cpus=self.max * self.cpus)

    @cached_property
    def _actors(self) -> Actors:
        return Actors(self._cluster, self._share, self.min, self.max)

    @cached_property
    def _foreman(self) -> Foreman:
        return Foreman(self._actors, self.hung)

    def _share(self, on_gpu: bool) -> Mapping[str, float]:
        """What a worker takes of its node, as Ray calls it."""
        return {"CPU": self.cpus} | ({"GPU": self.gpus} if on_gpu else {})
