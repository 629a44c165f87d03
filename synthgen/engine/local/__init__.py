"""`engine=local`: one spawned process per GPU or core, fed with shards, watched, and replaced when it dies.

A process holds at most `HELD` shards. Its death costs no sample: the shard goes out again, one sample at a time, and
only the sample that was noted as started when workers died three times in a row is given up. A GPU that fails three
times in ten minutes is left out of the run.

Started by `accelerate launch` or `torchrun`, each rank is one such process (see `ranks`).
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from synthgen.engine.local import ranks
from synthgen.engine.local.crew import Crew
from synthgen.interfaces import Engine, Work
from synthgen.kit.cores import cores
from synthgen.shards import ShardDone, ShardLost, ShardTask
from synthgen.types import Device

END = ShardTask("", "", ())
"""No more tasks."""


@dataclass(frozen=True)
class Local(Engine):
    """`workers`: how many processes; 0 for one per GPU where the renderer uses GPUs, else one per core."""

    workers: int = 0
    operational: ClassVar[frozenset[str]] = frozenset({"workers"})

    def preflight(self) -> list[str]:
        if self.workers < 0:
            return [f"engine.workers={self.workers} is negative; 0 means one per GPU or core"]
        if self.workers and ranks.group():
            return [f"engine.workers={self.workers}: the launcher says how many processes there are; leave it out"]
        return []

    def size(self, devices: Sequence[Device]) -> int:
        group = ranks.group()
        return group.size if group else self.workers or len(devices) or cores()

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        crew, waiting = self._crew, iter(tasks)
        crew.open(work, self._devices(work))
        first = next(waiting, END)
        if first is END:
            return  # nobody is hired for nothing
        again = deque([first] if first else [])
        ended = False
        while True:
            crew.hire(work)
            for worker in crew.with_room():
                task = again.popleft() if again else END if ended else next(waiting, END)
                ended = ended or task is END
                if task is not None and task is not END:
                    worker.give(task)
            if ended and not again and not any(w.held for w in crew.workers):
                return
            news = crew.news()
            if not news:
                yield None
            for seat in news:
                yield from crew.hear(seat)
                if seat.worker is not None and seat.worker.exitcode is not None:
                    yield from crew.bury(seat, work, again)

    def _devices(self, work: Work) -> list[Device]:
        """Where this process has its own workers: one each."""
        if group := ranks.group():
            return [group.device(work.devices)]
        devices = work.devices or [Device()]
        return [devices[i % len(devices)] for i in range(self.size(work.devices))]

    def close(self) -> None:
        """End the processes; what they have not stored is made again by the next run."""
        if "_crew" in vars(self):
            self._crew.dismiss()
            del vars(self)["_crew"]

    @cached_property
    def _crew(self) -> Crew:
        return Crew()
