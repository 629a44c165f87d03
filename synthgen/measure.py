"""Scores of pictures and dialogues: measured once, kept beside what they were measured on.

A score is defined on the stored picture, so checks see what decoding gives back, never the raster.
"""

import dataclasses
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from synthgen.interfaces import Check
from synthgen.kit.hashes import stable_hash
from synthgen.store import Store
from synthgen.types import Dialogue, Picture, Prompt, Score, Take

AT_ONCE = 16
"""Samples in a batch of checks: decoded pictures are what a worker's memory goes into."""
Found = Sequence[Picture] | Sequence[Dialogue]


@dataclass(frozen=True)
class Samples:
    """The Batch that checks measure: parallel sequences, and a memory for what several checks need."""

    prompts: Sequence[Prompt] = ()
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


def best_of(takes: Sequence[Take], pictures: Mapping[int, Picture], check: Check | None) -> Picture:
    """Of the takes of one sample the one that the check ranks highest, with the figures of all.

    Of equal ones the first. `pictures`: by take, at least one; takes without one have no figure. Without a check there
    is one take.
    """
    if check is None:
        return pictures[takes[0].take]
    there = [take for take in takes if take.take in pictures]
    scores = check.measure(Samples([take.prompt for take in there], [pictures[take.take] for take in there]))
    figures = {take.take: _figure(score, check.ranks) for take, score in zip(there, scores, strict=True)}
    ranks = {number: -math.inf if figure is None else figure for number, figure in figures.items()}
    best = pictures[max(ranks, key=ranks.__getitem__)]
    return dataclasses.replace(best, takes=tuple(figures.get(take.take) for take in takes))


def _figure(score: Score, name: str) -> float | None:
    value = score.values.get(name)
    return value if isinstance(value, float) else None
