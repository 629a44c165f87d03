"""What a worker does with a shard: render, encode, store, measure. Pictures never leave it; the driver gets an account.

A score is defined on the stored picture, so checks see what decoding gives back, never the raster.
"""

import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from synthgen.interfaces import Check, Renderer, Work
from synthgen.kit.hashes import sha256, stable_hash
from synthgen.kit.pictures import encode
from synthgen.store import Store, replace
from synthgen.types import (
    Device,
    Dialogue,
    Picture,
    Prompt,
    Raster,
    Reject,
    Score,
    ShardDone,
    ShardTask,
    Take,
    index_of,
)

AT_ONCE = 16
"""Samples in a batch of checks: decoded pictures are what a worker's memory goes into."""
DETAIL = 200
"""Letters of a reject's detail that are kept: a prompt may be one endless word."""
Found = Sequence[Picture] | Sequence[Dialogue]


@dataclass(frozen=True)
class Samples:
    """The Batch that checks measure: parallel sequences, and a memory for what several checks need."""

    prompts: Sequence[Prompt]
    pictures: Sequence[Picture] = ()
    dialogues: Sequence[Dialogue] = ()
    _memory: dict[str, Any] = field(default_factory=dict)

    def shared(self, what: str, compute: Callable[[], Any]) -> Any:
        if what not in self._memory:
            self._memory[what] = compute()
        return self._memory[what]


def measurement(check: Check) -> str:
    """The note beside a check's scores: the options that its figures depend on."""
    return stable_hash({k: v for k, v in check.identity().items() if k not in check.decides})[:16]


def measure(store: Store, checks: Mapping[str, Check], prompts: Sequence[Prompt], found: Found) -> None:
    """Let every check measure the pictures or dialogues, and keep the scores: one file per check."""
    scores: dict[str, list[Score]] = {name: [] for name in checks}
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        pictures = [one for one in some if isinstance(one, Picture)]
        dialogues = [one for one in some if isinstance(one, Dialogue)]
        batch = Samples(prompts[start : start + AT_ONCE], pictures, dialogues)
        measured = {picture.id: picture.sha256 for picture in pictures}
        for name, check in checks.items():
            scores[name] += [dataclasses.replace(s, of=measured.get(s.id, "")) for s in check.measure(batch)]
    for name, check in checks.items():
        store.put(f"scores/{name}", scores[name], measurement(check))


@dataclass(frozen=True)
class PictureWork(Work):
    """Render, encode, store, measure."""

    root: Path
    renderer: Renderer
    checks: Mapping[str, Check]
    """The checks that read pictures."""
    format: str
    quality: int

    @cached_property
    def store(self) -> Store:
        return Store(self.root)

    def open(self, device: Device) -> None:
        for part in (self.renderer, *self.checks.values()):
            part.open(device)

    def close(self) -> None:
        for part in (self.renderer, *self.checks.values()):
            part.close()

    def do(self, task: ShardTask, worker: str) -> ShardDone:
        began = time.monotonic()
        if not task.one_by_one:
            made = self._group(task, task.takes, task.stored)
        else:
            made = 0
            for take in task.takes:
                replace(self._note(worker), take.id.encode())
                # what was stored before a death may still have to be measured
                made += self._group(task, (take,), self._is_stored(take))
        return ShardDone(task, made, time.monotonic() - began)

    def started(self, worker: str) -> str | None:
        note = self._note(worker)
        return note.read_text() if note.exists() else None

    def _note(self, worker: str) -> Path:
        return self.root / "workers" / worker

    def _is_stored(self, take: Take) -> bool:
        ability, index = take.id.rpartition("-")[0], index_of(take.id)
        return any(self.store.rows("pictures", ability, index, index + 1, light=True))

    def _group(self, task: ShardTask, group: Sequence[Take], stored: bool) -> int:
        """One file of pictures and one of scores per check; gives the number of pictures."""
        if stored:
            found = self.store.rows("pictures", task.ability, index_of(group[0].id), index_of(group[-1].id) + 1)
            wanted = {take.id for take in group}
            rows = [row for row in found if row.id in wanted]
        else:
            rows = sorted(self._pictures(task, group), key=lambda row: row.id)
            self.store.put("pictures", rows)
        prompts = {take.id: take.prompt for take in group}
        pictures = [row for row in rows if isinstance(row, Picture)]
        if pictures:
            measure(self.store, self.checks, [prompts[p.id] for p in pictures], pictures)
        return len(pictures)

    def _pictures(self, task: ShardTask, group: Sequence[Take]) -> Iterator[Picture | Reject]:
        seeds = {take.id: take.seed for take in group}
        healthy = [take for take in group if take.id not in task.poisoned]
        for take in group:
            if take.id in task.poisoned:
                yield Reject(take.id, "picture", "killed its worker", "three times")
        for answer in self.renderer.render(iter(healthy)):
            if isinstance(answer, Reject):
                yield dataclasses.replace(answer, detail=answer.detail[:DETAIL])
            else:
                yield self._encoded(answer, seeds[answer.id])

    def _encoded(self, raster: Raster, seed: int) -> Picture:
        data = encode(raster.pixels, self.format, self.quality)
        height, width, _ = raster.pixels.shape
        return Picture(raster.id, data, self.format, width, height, sha256(data), seed)
