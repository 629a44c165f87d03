"""What a worker does with its shards: render, encode, store, measure.

Pictures never leave it; the driver gets an account of each shard.
"""

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from synthgen.checks import Check
from synthgen.elsewhere import Elsewhere
from synthgen.encoding import Encoding
from synthgen.interfaces import Renderer
from synthgen.measure import About, Samples, best_of, measure
from synthgen.shards import ShardDone, ShardTask, Work
from synthgen.store import Store
from synthgen.stream import Stream
from synthgen.tables import Row
from synthgen.types import Device, Picture, Raster, Reject, Take, index_of


@dataclass(frozen=True)
class PictureWork(Work):
    """Render, encode, store, measure."""

    root: Path
    renderer: Renderer
    checks: Mapping[str, Check]
    """The checks that read pictures."""
    encoding: Encoding
    takes_by: Check | None = None
    """By which the best of several takes is chosen."""
    about: About = About()
    elsewhere: Elsewhere | None = None
    """Where pictures and scores lie, if not in the run folder."""

    @property
    def devices(self) -> Sequence[Device]:
        return self.renderer.devices

    @property
    def on_gpu(self) -> bool:
        return self.renderer.on_gpu

    @cached_property
    def store(self) -> Store:
        return Store(self.root, self.elsewhere)

    def open(self, device: Device) -> None:
        for part in (self.renderer, *self.checks.values()):
            part.open(device)

    def close(self) -> None:
        for part in (self.renderer, *self.checks.values()):
            part.close()

    def do(self, tasks: Iterator[ShardTask | None], worker: str, report: Callable[[ShardDone], None]) -> None:
        careful = self._together(tasks, report)
        if careful is not None:
            report(self._carefully(careful, worker))

    def _together(self, tasks: Iterator[ShardTask | None], report: Callable[[ShardDone], None]) -> ShardTask | None:
        """Shards in a stream, until nothing follows, or one that has to be done carefully: that one is given back."""
        with Stream(self, tasks, report, threads=self.renderer.on_gpu) as stream:
            for answer in self.renderer.render(stream.takes()):
                stream.answered(answer)
                self._count["answered"] += 1
        return stream.careful

    @property
    def answered(self) -> int:
        return self._count["answered"]

    @cached_property
    def _count(self) -> Counter[str]:
        return Counter()

    def _carefully(self, task: ShardTask, worker: str) -> ShardDone:
        """One sample at a time, after a worker has died on the shard: each is noted before it starts."""
        began, made, said = time.monotonic(), 0, list[str]()

        def add(done: ShardDone) -> None:
            nonlocal made
            made += done.made
            said.extend(done.said)

        for id, some in groupby(task.takes, key=lambda take: take.id):
            takes = tuple(some)
            if id in task.poisoned:
                self.store.put("pictures", [Reject(id, "picture", "killed its worker", "three times")])
                continue
            self.store.note(worker, id)
            # what was stored before a death may still have to be measured
            stored = task.stored or any(self._stored(takes, light=True))
            self._together(iter([dataclasses.replace(task, takes=takes, one_by_one=False, stored=stored)]), add)
        return ShardDone(task.name, len(task.takes), made, time.monotonic() - began, tuple(said))

    def show(self, word: str) -> None:
        self.store.note(f"seen-{word}", word)

    def sees(self, word: str) -> bool:
        return self.store.noted(f"seen-{word}") == word

    def started(self, worker: str) -> str | None:
        return self.store.noted(worker)

    def _stored(self, takes: Sequence[Take], light: bool = False) -> Iterator[Row]:
        """The rows of pictures in the range of the takes."""
        first, last = takes[0].id, takes[-1].id
        return self.store.rows("pictures", first.rpartition("-")[0], index_of(first), index_of(last) + 1, light=light)

    # what a stream does with answers; threads may be at it side by side -----------------------------------------------

    def encode(self, raster: Raster, take: Take) -> Picture:
        picture = self.encoding.picture(raster, take.prompt)
        if raster.tensor is not None and self._keeps_tensors:
            self._tensors.setdefault(raster.id, {})[picture.sha256] = raster.tensor
        return picture

    @cached_property
    def _keeps_tensors(self) -> bool:
        return any(check.reads_tensors for check in self.checks.values())

    @cached_property
    def _tensors(self) -> dict[str, dict[str, Any]]:
        """By id and sha256, of the shards that are under way."""
        return {}

    def chosen(self, takes: Sequence[Take], pictures: Mapping[int, Picture]) -> Picture:
        return best_of(takes, pictures, self.takes_by, self.about)

    def keep(self, takes: Sequence[Take], rows: Sequence[Picture | Reject] | None) -> int:
        """Store the rows, or read them where they are stored, and measure; gives the number of pictures."""
        if rows is None:
            wanted = {take.id for take in takes}
            pictures = [row for row in self._stored(takes) if isinstance(row, Picture) and row.id in wanted]
        else:
            before = {row.id for row in self._stored(takes, light=True)}
            if before or not self.store.put("pictures", rows):
                # somebody else was faster, with another range if for a driver that is no more: what is stored counts
                self.store.put("pictures", [row for row in rows if row.id not in before])
                return self.keep(takes, None)
            pictures = [row for row in rows if isinstance(row, Picture)]
        prompts = {take.id: take.prompt for take in takes}
        there = {id: self._tensors.pop(id, {}) for id in prompts}
        tensors = [there[picture.id].get(picture.sha256) for picture in pictures]
        whole = () if any(tensor is None for tensor in tensors) else tensors
        if pictures:
            measured = Samples([prompts[p.id] for p in pictures], pictures, tensors=whole, about=self.about)
            measure(self.store, self.checks, measured)
        return len(pictures)
