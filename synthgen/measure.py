"""Scores of pictures and dialogues: measured once, kept beside what they were measured on.

A score is defined on the stored picture, so checks see what decoding gives back, never the raster.
"""

import dataclasses
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from synthgen.checks import Check
from synthgen.interfaces import LLM, Desk
from synthgen.kit.hashes import stable_hash
from synthgen.store import Store
from synthgen.types import Dialogue, Picture, Prompt, Reject, Reply, Request, Score, Take, Vocabulary

AT_ONCE = 16
"""Samples in a batch of checks: decoded pictures are what a worker's memory goes into."""


@dataclass(frozen=True)
class About:
    """What checks know of a run."""

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    embedded: bool = False
    """Whether the embedded renderer draws the pictures."""


@dataclass(frozen=True)
class Samples:
    """The Batch that checks measure: parallel sequences, and a memory for what several checks need."""

    prompts: Sequence[Prompt] = ()
    pictures: Sequence[Picture] = ()
    dialogues: Sequence[Dialogue] = ()
    tensors: Sequence[Any] = ()
    about: About = About()
    desk: Desk | None = None
    _memory: dict[str, Any] = field(default_factory=dict)

    def part(self, start: int, stop: int) -> "Samples":
        """Some of them in a row, with a memory of their own."""
        rows = slice(start, stop)
        some = self.prompts[rows], self.pictures[rows], self.dialogues[rows], self.tensors[rows]
        return Samples(*some, self.about, self.desk)

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        return self.about.vocabularies

    @property
    def embedded(self) -> bool:
        return self.about.embedded

    def ask(self, llm: LLM, requests: Iterable[Request]) -> Iterator[Reply | Reject]:
        if self.desk is None:
            raise RuntimeError("a check that reads pictures asks nobody: it may measure in a worker")
        return llm.complete(requests, self.desk)

    def shared(self, what: str, compute: Callable[[], Any]) -> Any:
        if what not in self._memory:
            self._memory[what] = compute()
        return self._memory[what]


def measurement(check: Check) -> str:
    """The note beside a check's scores: what its figures depend on, its options and how it measures."""
    options = {k: v for k, v in check.identity().items() if k not in check.decides}
    return stable_hash(options | ({"revision": str(check.revision)} if check.revision else {}))[:16]


def measure(store: Store, checks: Mapping[str, Check], found: Samples) -> None:
    """Let every check measure the pictures or dialogues, and keep the scores: one file per check."""
    scores: dict[str, list[Score]] = {name: [] for name in checks}
    for start in range(0, len(found.prompts), AT_ONCE):
        batch = found.part(start, start + AT_ONCE)
        measured = {picture.id: picture.sha256 for picture in batch.pictures}
        for name, check in checks.items():
            of = measured if check.reads == "picture" or check.sees else {}
            scores[name] += [dataclasses.replace(s, of=of.get(s.id, "")) for s in check.measure(batch)]
    for name, check in checks.items():
        store.put(f"scores/{name}", scores[name], measurement(check))


def best_of(takes: Sequence[Take], pictures: Mapping[int, Picture], check: Check | None, about: About) -> Picture:
    """Of the takes of one sample the one that the check ranks highest, with the figures of all.

    Of equal ones the first. `pictures`: by take, at least one; takes without one have no figure. Without a check there
    is one take.
    """
    if check is None:
        return pictures[takes[0].take]
    there = [take for take in takes if take.take in pictures]
    samples = Samples([take.prompt for take in there], [pictures[take.take] for take in there], about=about)
    scores = check.measure(samples)
    figures = {take.take: _figure(score, check.ranks) for take, score in zip(there, scores, strict=True)}
    ranks = {number: -math.inf if figure is None else figure for number, figure in figures.items()}
    best = pictures[max(ranks, key=ranks.__getitem__)]
    return dataclasses.replace(best, takes=tuple(figures.get(take.take) for take in takes))


def _figure(score: Score, name: str) -> float | None:
    value = score.values.get(name)
    return value if isinstance(value, float) else None
