"""What a card tells of a data set, gathered while its records pass on their way to an exporter. Memory: flat in n.

Counts are of all records. Figures that take all values at once, quantiles and diversity, are of a sample: the records
with the smallest hash of their id, so always the same ones.
"""

import hashlib
import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from PIL import Image

from synthgen.card.hashing import DatasetHash
from synthgen.checks import Check
from synthgen.kit.diversity import DataSet, Figures, Row, measure
from synthgen.kit.persons import Person, person_of
from synthgen.kit.pictures import decode, encode, read_mark
from synthgen.types import Picture, Record, Turn

SAMPLE = 5_000
"""Records of which quantiles are taken. The 5th percentile of so many is one between the 4.4th and the 5.6th of all
(95 %: 1.96 sqrt(0.05 x 0.95 / 5000) = 0.6 %)."""
COMPARED = 1_000
"""Of these, so many are compared with each other: time grows with the square."""
EXAMPLES = 6
SIDE = 320
"""Longest side of an example's picture, in pixels."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sample that the card shows."""

    id: str
    pictures: tuple[bytes, ...]
    """Small JPEG files."""
    turn: Turn


@dataclass(frozen=True, slots=True)
class Quantiles:
    """How one figure of a check is spread; of a sample."""

    check: str
    figure: str
    measured: int
    unmeasured: int
    aside: int
    """Measured, but of pictures of something unusual, about which the figure says nothing."""
    low: float | None
    """5th percentile."""
    median: float | None
    high: float | None
    """95th percentile."""


@dataclass(frozen=True, slots=True, order=True)
class _Drawn:
    """A record in the sample, as far as figures need it; the first to leave is the smallest."""

    rank: int
    row: Row = field(compare=False)
    figures: Mapping[tuple[str, str], float | None] = field(compare=False)


@dataclass
class Facts:
    """Pass the records through `noting`; what is asked afterwards is about all of them."""

    checks: Mapping[str, Check]
    records: int = 0
    turns: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(ability, kind of dialogue)."""
    languages: Counter[str] = field(default_factory=Counter)
    pictures: Counter[int] = field(default_factory=Counter)
    """Pictures of a record."""
    sizes: Counter[str] = field(default_factory=Counter)
    people: Counter[Person] = field(default_factory=Counter)
    hash: DatasetHash = field(default_factory=DatasetHash)
    _sample: list[_Drawn] = field(default_factory=list)
    _examples: dict[str, list[tuple[int, str, Example]]] = field(default_factory=dict)

    def noting(self, some: Iterable[Record]) -> Iterator[Record]:
        for record in some:
            self._note(record)
            yield record

    def _note(self, record: Record) -> None:
        self.records += 1
        self.turns += len(record.dialogue.turns)
        self.kinds[record.ability, record.dialogue.kind] += 1
        self.languages[record.dialogue.language] += 1
        self.pictures[len(record.pictures)] += 1
        self.sizes.update(f"{picture.width} x {picture.height}" for picture in record.pictures)
        person = person_of(record.prompt)
        self.people[person] += 1
        self.hash.add(record)
        rank = -int.from_bytes(hashlib.sha256(record.id.encode()).digest()[:8], "big")
        self._draw(rank, record, person)
        self._show(rank, record)

    def _draw(self, rank: int, record: Record, person: Person) -> None:
        if len(self._sample) == SAMPLE and rank < self._sample[0].rank:
            return
        said = record.dialogue
        drawn = _Drawn(
            rank, Row(record.prompt.text, said.turns, said.kind, said.language, person), _figures(record, self.checks)
        )
        (heapq.heappush if len(self._sample) < SAMPLE else heapq.heapreplace)(self._sample, drawn)

    def _show(self, rank: int, record: Record) -> None:
        """Small pictures are made at once: the large ones of all candidates would fill the memory."""
        held = self._examples.setdefault(record.ability, [])
        if len(held) < EXAMPLES or rank > held[0][0]:
            small = tuple(_small(picture) for picture in record.pictures)
            one = (rank, record.id, Example(record.id, small, record.dialogue.turns[0]))
            (heapq.heappush if len(held) < EXAMPLES else heapq.heapreplace)(held, one)

    # afterwards ------------------------------------------------------------------------------------------------------

    @property
    def sampled(self) -> int:
        """Of how many records quantiles are."""
        return len(self._sample)

    def examples(self) -> list[Example]:
        """A few, dealt evenly over the abilities."""
        by_ability = [sorted(held, reverse=True) for _, held in sorted(self._examples.items())]
        dealt = [held[turn][2] for turn in range(EXAMPLES) for held in by_ability if turn < len(held)]
        return sorted(dealt[:EXAMPLES], key=lambda one: one.id)

    @cached_property
    def scores(self) -> list[Quantiles]:
        """Of each figure that has a limit or could have one, in the order of the checks."""
        found: dict[tuple[str, str], list[float | None]] = {}
        for drawn in self._sample:
            for key, value in drawn.figures.items():
                found.setdefault(key, []).append(value)
        order = list(self.checks)
        return [_spread(*key, found[key]) for key in sorted(found, key=lambda key: (order.index(key[0]), key[1]))]

    @cached_property
    def diversity(self) -> Figures | None:
        """Of a sample; None for an empty data set."""
        rows = [drawn.row for drawn in heapq.nlargest(COMPARED, self._sample)]
        return measure(DataSet("", rows), COMPARED) if rows else None


def _figures(record: Record, checks: Mapping[str, Check]) -> dict[tuple[str, str], float | None]:
    """Those that checks hold limits against; None: not measured; NaN: meaningless for this sample."""
    found: dict[tuple[str, str], float | None] = {}
    for score in record.scores:
        limits = checks[score.check].limits(record.prompt) if score.check in checks else {}
        for figure in limits:
            value = score.values.get(figure)
            aside = isinstance(value, float) and score.values.get("unusual")
            found[score.check, figure] = math.nan if aside else value if isinstance(value, float) else None
    return found


def _spread(check: str, figure: str, values: list[float | None]) -> Quantiles:
    known = np.array([value for value in values if value is not None])
    measured = known[~np.isnan(known)] if len(known) else known
    low, median, high = (float(q) for q in np.quantile(measured, (0.05, 0.5, 0.95))) if len(measured) else (None,) * 3
    unmeasured, aside = len(values) - len(known), len(known) - len(measured)
    return Quantiles(check, figure, len(measured), unmeasured, aside, low, median, high)


def _small(picture: Picture) -> bytes:
    image = Image.fromarray(decode(picture.data))
    image.thumbnail((SIDE, SIDE))
    return encode(np.asarray(image), "jpg", 85, read_mark(picture.data))
