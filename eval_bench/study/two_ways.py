"""Pooled figures with intervals over items and raters: by item and rater whether that rater says right."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from eval_bench.report.measures import Interval
from eval_bench.stats.two_way import Cell, two_way
from eval_bench.study.findings import Decision, TwoWay
from eval_bench.study.preferences import head
from eval_bench.study.quality import said
from eval_bench.study.types import Ballot, Design
from eval_bench.types import SOURCES, Source


def two_ways(
    design: Design,
    ballots: Sequence[Ballot],
    counted: Collection[int],
    decided: Mapping[tuple[str, str], Decision],
    *,
    level: float,
    draws: int,
    seed: int,
) -> Iterator[TwoWay]:
    """Of each model, and of each against the first, per source; nothing of sides."""
    heads, strata = [head(one) for one in design.sample], [one.ability for one in design.sample]
    first, *others = (model.name for model in design.models)
    for source in SOURCES if design.form != "sides" else ():
        by_model = cells(design, ballots, counted, decided, source)
        named = [((name, "", ""), told, (0.0, 1.0)) for name, told in by_model.items()]
        pairs = [(("", first, other), apart(by_model[first], by_model[other]), (-1.0, 1.0)) for other in others]
        for names, told, limits in named + pairs:
            value = mean(told)
            if value is not None:
                bounds = two_way(told, heads, strata, limits=limits, level=level, draws=draws, seed=seed)
                items, raters = ({cell[side] for cell in told} for side in (0, 1))
                interval = Interval(value, *(bounds or (None, None)))
                yield TwoWay(*names, source, len(items), len(raters), interval)


def cells(
    design: Design,
    ballots: Sequence[Ballot],
    counted: Collection[int],
    decided: Mapping[tuple[str, str], Decision],
    source: Source,
) -> dict[str, list[Cell]]:
    """By model, 1 for right and 0 for wrong, on the decided items of a source.

    Cells are (place in `design.sample`, number of the rater, value). An answer that failed is wrong for every rater of
    its item; where all failed, for one of them.
    """
    place = {one.item: n for n, one in enumerate(design.sample) if one.source == source}
    valid = {item for (item, _), one in decided.items() if one.verdict and item in place}
    found: dict[str, list[Cell]] = {model.name: [] for model in design.models}
    raters: dict[str, set[int]] = {item: set() for item in valid}
    for item, models, rater, vote in _told(design, ballots, counted):
        if item in valid:
            raters[item].add(rater)
            for model in models:
                found[model].append((place[item], rater, float(vote)))
    for item, model in design.failed:
        if item in valid:
            found[model] += [(place[item], rater, 0.0) for rater in sorted(raters[item]) or [min(counted, default=0)]]
    return found


def _told(
    design: Design, ballots: Sequence[Ballot], counted: Collection[int]
) -> Iterator[tuple[str, tuple[str, ...], int, bool]]:
    """(item, models, rater, whether right) of votes on items that name a verdict."""
    for ballot in ballots:
        statement, vote = design.statements[ballot.statement], said(design, ballot.vote)
        if statement.kind == "item" and ballot.rater in counted and vote in ("1", "0"):
            yield statement.item, statement.models[0], ballot.rater, vote == "1"


def apart(first: Sequence[Cell], second: Sequence[Cell]) -> list[Cell]:
    """Second minus first, by those who told both."""
    told = {(item, rater): value for item, rater, value in first}
    return [(item, rater, value - told[item, rater]) for item, rater, value in second if (item, rater) in told]


def mean(told: Sequence[Cell]) -> float | None:
    """Over items, of the mean over an item's raters; None without any."""
    values: dict[int, list[float]] = {}
    for item, _, value in told:
        values.setdefault(item, []).append(value)
    return sum(sum(one) / len(one) for one in values.values()) / len(values) if values else None
