"""What the checks measured: how figures are spread, who stands next to a threshold, what each check rejected."""

import heapq
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from synthgen.build import Run
from synthgen.checks import Check, Graded
from synthgen.records import candidates
from synthgen.report.thumbnails import data_url
from synthgen.select import Candidate
from synthgen.store import Store
from synthgen.types import Dialogue, Picture, Prompt, Reject, Score, index_of

TABLES = ("prompts", "pictures", "dialogues")
BARS = 32
EXAMPLES = 4
"""Samples that are shown on each side of a threshold."""
SIDE = 160
"""Longest side of their pictures in pixels."""


@dataclass(frozen=True, order=True)
class Measured:
    """One sample's figure."""

    value: float
    id: str


@dataclass
class Figure:
    """One figure of a check over a whole run."""

    check: str
    name: str
    found: list[Measured] = field(default_factory=list)
    unmeasured: int = 0
    least: Counter[float] = field(default_factory=Counter)
    """Thresholds, by the number of samples that they hold for."""
    most: Counter[float] = field(default_factory=Counter)
    passed: list[tuple[float, Measured]] = field(default_factory=list)
    """By the distance from the threshold that is nearest to them, or from the other side."""
    failed: list[tuple[float, Measured]] = field(default_factory=list)

    def add(self, value: object, id: str, least: float | None, most: float | None, lowest: bool | None = None) -> None:
        """`lowest`: where the lowest share of all falls (quantile), whether it is among those."""
        if not isinstance(value, float) or math.isnan(value):
            self.unmeasured += 1
            return
        one = Measured(value, id)
        self.found.append(one)
        gaps = []
        if least is not None:
            self.least[least] += 1
            gaps.append(value - least)
        if most is not None:
            self.most[most] += 1
            gaps.append(most - value)
        if lowest is not None:
            low = lowest or min(gaps, default=0) < 0
            (self.failed if low else self.passed).append((-value if low else value, one))
        elif gaps:
            gap = min(gaps)
            (self.passed if gap >= 0 else self.failed).append((abs(gap), one))

    def examples(self) -> list[tuple[str, list[Measured]]]:
        """Those next to the threshold, or where there is none, those at the ends."""
        if self.passed or self.failed:
            sides = (("just rejected", self.failed), ("just passed", self.passed))
            return [(side, [one for _, one in heapq.nsmallest(EXAMPLES, some)]) for side, some in sides if some]
        ends = (("lowest", heapq.nsmallest(EXAMPLES, self.found)), ("highest", heapq.nlargest(EXAMPLES, self.found)))
        return list(ends) if len(self.found) > 2 * EXAMPLES else []


@dataclass
class Means:
    """What a check measured beside the figures that have thresholds."""

    sums: dict[str, float] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, score: Score) -> None:
        for figure, value in score.values.items():
            if isinstance(value, float) and math.isfinite(value):
                self.sums[figure] = self.sums.get(figure, 0.0) + value
                self.counts[figure] += 1

    def others(self, shown: Collection[str]) -> Iterator[tuple[str, float]]:
        """The mean of each figure that is not shown with its spread."""
        yield from ((name, self.sums[name] / count) for name, count in self.counts.items() if name not in shown)


@dataclass
class Verdicts:
    """How often a check spoke against a sample."""

    first: int = 0
    """It is the reason that the sample is rejected for."""
    alone: int = 0
    """No other check speaks against it."""
    all: int = 0


def quality(run: Run, store: Store) -> dict[str, Any] | None:
    """What report.html shows of the checks; None where nothing was measured.

    Figures are those of all candidates, verdicts those of the last selection. Checks that compare samples (duplicate,
    balance, quantiles) decide last, on what all others let pass.
    """
    figures: dict[tuple[str, str], Figure] = {}
    verdicts = {name: Verdicts() for name in run.checks}
    means = {name: Means() for name in run.checks}
    rejects = {str(row["id"]): row.get("check") or "" for row in store.read_selection() if not row["kept"]}
    for name in run.abilities:
        for c in candidates(store, name, run.checks):
            if isinstance(c.prompt, Prompt):
                _note(c.id, c.prompt, c.scores, run.checks, figures, rejects.get(c.id, ""))
                for check, score in c.scores.items():
                    means[check].add(score)
            if c.id in rejects:
                _count(c, rejects[c.id], run.checks, verdicts)
    seen = [figure for figure in figures.values() if figure.found or figure.unmeasured]
    if not seen:
        return None
    return {
        "figures": [_figure(figure, run.checks[figure.check].reads, store) for figure in seen],
        "verdicts": [
            {"check": name, **vars(verdicts[name]), "action": check.action} for name, check in run.checks.items()
        ],
        "means": [
            {"check": name, "figure": _plain(figure), "mean": mean}
            for name in run.checks
            for figure, mean in means[name].others({f.name for f in seen if f.check == name})
        ],
    }


def _note(
    id: str,
    prompt: Prompt,
    scores: Mapping[str, Score],
    checks: Mapping[str, Check],
    figures: dict[tuple[str, str], Figure],
    fell_by: str,
) -> None:
    for name, score in scores.items():
        check = checks[name]
        lowest = fell_by == name if isinstance(check, Graded) and check.quantile and check.action == "reject" else None
        for figure, (least, most) in check.limits(prompt).items():
            about = figures.setdefault((name, figure), Figure(name, figure))
            own = lowest if isinstance(check, Graded) and figure == check.figure else None
            about.add(None if score.values.get("unusual") else score.values.get(figure), id, least, most, own)


def _count(c: Candidate, first: str, checks: Mapping[str, Check], verdicts: Mapping[str, Verdicts]) -> None:
    """Every check that has something against a rejected sample."""
    against = {first} & checks.keys()
    if isinstance(c.prompt, Prompt):
        active = (name for name in c.scores if checks[name].action == "reject")
        against |= {name for name in active if checks[name].judge(c.scores[name], c.prompt)}
    for name in against:
        verdicts[name].first += name == first
        verdicts[name].alone += len(against) == 1
        verdicts[name].all += 1


def _figure(figure: Figure, reads: str, store: Store) -> dict[str, Any]:
    values = np.array([one.value for one in figure.found])
    low, middle, high = (float(q) for q in np.quantile(values, (0.05, 0.5, 0.95))) if len(values) else (None,) * 3
    return {
        "check": figure.check,
        "reads": reads,
        "name": _plain(figure.name),
        "measured": len(values),
        "unmeasured": figure.unmeasured,
        "mean": float(values.mean()) if len(values) else None,
        "low": low,
        "middle": middle,
        "high": high,
        "bars": list(_bars(values, [*figure.least, *figure.most])) if len(values) else [],
        "least": sorted(figure.least),
        "most": sorted(figure.most),
        "failed": len(figure.failed),
        "examples": [{"side": side, "samples": list(_samples(some, store))} for side, some in figure.examples()],
    }


def _plain(figure: str) -> str:
    return figure.replace("_", " ").replace("colour", "color")


def _bars(values: "np.ndarray[Any, Any]", limits: Sequence[float]) -> Iterator[Mapping[str, Any]]:
    """Bars of a histogram, 0 to 1 in both directions, then the thresholds as marks."""
    low, high = min(values.min(), *limits, np.inf), max(values.max(), *limits, -np.inf)
    counts, edges = np.histogram(values, BARS, (low, high if high > low else low + 1))
    for count, edge in zip(counts, edges[:-1], strict=True):
        yield {"x": float((edge - edges[0]) / (edges[-1] - edges[0])), "height": float(count / counts.max())}
    for limit in limits:
        yield {"x": float((limit - edges[0]) / (edges[-1] - edges[0])), "height": None}


def _samples(some: Sequence[Measured], store: Store) -> Iterator[dict[str, Any]]:
    for one in some:
        ability, index = one.id.rpartition("-")[0], index_of(one.id)
        rows = {table: next(store.rows(table, ability, index, index + 1), None) for table in TABLES}
        prompt, picture, dialogue = (None if isinstance(row, Reject) else row for row in rows.values())
        yield {
            "id": one.id,
            "value": one.value,
            "head": prompt.head if isinstance(prompt, Prompt) else "",
            "image": data_url(picture, SIDE) if isinstance(picture, Picture) else "",
            "said": dialogue.turns[0].answer if isinstance(dialogue, Dialogue) and dialogue.turns else "",
        }
