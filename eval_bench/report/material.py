"""What a report is made of: items, and for each model, scorer and way of showing the picture how each answer fared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from eval_bench.answers import Answers
from eval_bench.benchmark import Benchmark
from eval_bench.report.findings import UNVALIDATED, Over, Part
from eval_bench.types import SOURCES, STYLES, Answer, Item, Mark, Shown, Source

Outcome = Literal["right", "wrong", "unparsed", "failed", "unmarked"]
Series = tuple[str, str, Shown]
"""Model, scorer, how the picture was shown."""
PARTS: tuple[Part, ...] = ("", "seen", "held_out", *STYLES)


@dataclass(frozen=True)
class Material:
    """Read once; every table of the report is a view of it."""

    benchmarks: Sequence[Benchmark]
    answers: Sequence[Answers]
    """The models, the baseline first."""
    scorer: str
    """That headlines."""
    flagged: frozenset[str] = frozenset()
    """Items that can be guessed without a picture."""
    only: frozenset[str] | None = None
    """Ids of the items that a study asked about; None: all items."""
    ignored: frozenset[str] = frozenset()
    """Scorers whose marks are of no account: of a study of sides, what people said in another one."""
    level: float = 0.95
    draws: int = 10_000
    seed: int = 0

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """That nobody refused, by id."""
        every = (item for one in self.benchmarks for item in one.items)
        return {item.id: item for item in every if self.only is None or item.id in self.only}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return tuple(s for s in SOURCES if any(item.source == s for item in self.items.values()))

    @cached_property
    def abilities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.ability for item in self.items.values()))

    @cached_property
    def unvalidated(self) -> tuple[Source, ...]:
        """Sources none of whose items a person has looked at; of a study, whose items stay what they were, not all."""
        enough = any if self.only is None else all
        return tuple(s for s in self.sources if not enough(i.counts for i in self.items.values() if i.source == s))

    @cached_property
    def scorers(self) -> tuple[str, ...]:
        """All that marked answers to shown pictures, the one that headlines first."""
        found = dict.fromkeys(s for one in self.answers for s, marks in one.marks.items() if marks.get("shown"))
        return (self.scorer, *(s for s in found if s not in (self.scorer, *self.ignored)))

    @cached_property
    def series(self) -> Mapping[Series, Mapping[str, Outcome]]:
        """How answers fared, by item; missing and stale ones are not there."""
        return {
            (one.name, scorer, shown): outcomes(self.items, answers, one.marks.get(scorer, {}).get(shown, {}), scorer)
            for one in self.answers
            for scorer in self.scorers
            for shown, answers in one.by_picture.items()
            if scorer not in self.ignored and one.marks.get(scorer, {}).get(shown)
        }

    def over(self, over: Over, source: Source, ability: str = "", part: Part = "") -> list[Item]:
        """The items that a figure is over."""
        unvalidated = source in self.unvalidated
        return [
            item
            for item in self.items.values()
            if item.source == source
            and ability in ("", item.ability)
            and belongs(item, part)
            and (over == "all" or item.counts or unvalidated)
            and (over != "headline" or item.id not in self.flagged)
        ]

    def overs(self, source: Source) -> Iterator[Over]:
        """The sets of items that differ."""
        yield "headline"
        if any(self.items[id].source == source for id in self.flagged):
            yield "with_flagged"
        of_source = [item for item in self.items.values() if item.source == source]
        if source not in self.unvalidated and not all(item.counts for item in of_source):
            yield "all"

    def label(self, source: Source, over: Over = "headline") -> str:
        return UNVALIDATED if source in self.unvalidated or over == "all" else ""

    def shown(self, model: str, scorer: str) -> Mapping[str, Outcome]:
        """How a model's answers to shown pictures fared."""
        return self.series.get((model, scorer, "shown"), {})


def outcomes(
    items: Mapping[str, Item], answers: Mapping[str, Answer], marks: Mapping[str, Mark], scorer: str
) -> dict[str, Outcome]:
    """How answers fared; a mark by another standard than the item's of today is none.

    People see but a sample: what they never saw is unmarked, be it failed or not.
    """
    found: dict[str, Outcome] = {}
    for id, item in items.items():
        answer, mark = answers.get(id), marks.get(id)
        if answer is None or answer.key != item.key:
            continue
        if mark and mark.standard not in ("", item.standard):
            mark = None
        if answer.failed and (scorer != "human" or (mark and mark.verdict)):
            found[id] = "failed"
        else:
            found[id] = mark.verdict if mark and mark.verdict else "unmarked"
    return found


def belongs(item: Item, part: Part) -> bool:
    """Whether an item is of a part; one whose subject nobody knows is neither seen nor held out."""
    if part in ("seen", "held_out"):
        return item.held_out is (part == "held_out")
    return part in ("", item.style)


def values(items: Sequence[Item], series: Mapping[str, Outcome]) -> list[tuple[Item, float]]:
    """1 for right, 0 for all else, of the items whose answer was looked at."""
    found = ((item, series.get(item.id, "unmarked")) for item in items)
    return [(item, float(outcome == "right")) for item, outcome in found if outcome != "unmarked"]


def cluster(item: Item) -> tuple[str, str]:
    """Items about one head are no independent ones; without a head each stands for itself."""
    head = " ".join(item.head.lower().split())
    return ("head", head) if head else ("item", item.id)
