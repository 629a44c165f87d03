"""What a judge gave, beyond right and wrong."""

from collections.abc import Iterator, Sequence

from eval_bench.report.findings import Grades, Interval
from eval_bench.report.material import Material
from eval_bench.report.shares import clustered, clustered_ratio
from eval_bench.types import STYLES, Item, Mark, Source

KINDS = ("helpfulness", "relevance", "accuracy", "detail")
"""Of whose mean the relative score is."""
REFERENCE = "reference"
FIRST, SECOND = "first", "second"
"""The grade of the answer where it was shown first, and second."""
Graded = Sequence[tuple[Item, Mark]]


def grades(m: Material) -> Iterator[Grades]:
    """Of each model that a judge graded, on the headline's items with their pictures shown."""
    for one in m.answers:
        for scorer in m.scorers:
            marks = one.marks.get(scorer, {}).get("shown", {})
            found = m.shown(one.name, scorer)
            for source in m.sources:
                items = [item for item in m.over("headline", source) if item.id in found and item.id in marks]
                told = [(item, marks[item.id]) for item in items]
                graded = [(item, mark) for item, mark in told if KINDS[0] in mark.grades]
                if graded:
                    failures = sum(mark.verdict is None for _, mark in told)
                    yield _grades(m, (one.name, scorer, source), graded, failures)


def _grades(m: Material, whose: tuple[str, str, Source], graded: Graded, failures: int) -> Grades:
    return Grades(
        *whose,
        len(graded),
        failures,
        _means(graded),
        tuple((s, len(part), _means(part)) for s in STYLES if (part := [g for g in graded if g[0].style == s])),
        _relative(m, graded),
        _order_bias(m, graded),
        m.label(whose[2]),
    )


def _means(graded: Graded) -> tuple[tuple[str, float], ...]:
    names = dict.fromkeys(name for _, mark in graded for name in mark.grades)
    values = {name: [mark.grades[name] for _, mark in graded if name in mark.grades] for name in names}
    return tuple((name, sum(several) / len(several)) for name, several in values.items())


def _relative(m: Material, graded: Graded) -> Interval | None:
    """The ratio of means, as in LLaVA-Bench (Liu et al. 2023, Visual Instruction Tuning), not the mean of ratios."""
    both = [(item, mark.grades) for item, mark in graded if REFERENCE in mark.grades]
    mine = [(item, 100 * sum(given[kind] for kind in KINDS) / len(KINDS)) for item, given in both]
    return clustered_ratio(m, mine, [given[REFERENCE] for _, given in both]) if both else None


def _order_bias(m: Material, graded: Graded) -> Interval | None:
    both = [(item, mark.grades) for item, mark in graded if FIRST in mark.grades and SECOND in mark.grades]
    return clustered(m, [(item, given[FIRST] - given[SECOND]) for item, given in both]) if both else None
