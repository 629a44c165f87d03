"""What a judge gave, beyond right and wrong."""

from collections.abc import Iterator, Sequence

from eval_bench.report.findings import Grades, Interval
from eval_bench.report.material import Material
from eval_bench.report.shares import clustered, clustered_ratio
from eval_bench.types import STYLES, Item, Mark, Source

OVERALL, REFERENCE, ORDER = "overall", "reference", "order"
"""Names of grades: of the answer, of the reference answer, and how much better what stands first was found."""
Graded = Sequence[tuple[Item, Mark]]


def grades(m: Material) -> Iterator[Grades]:
    """Of each model that a judge graded, on the headline's items with their pictures shown."""
    for one in m.answers:
        for scorer in m.scorers:
            marks = one.marks.get(scorer, {}).get("shown", {})
            found = m.shown(one.name, scorer)
            for source in m.sources:
                items = [item for item in m.over("headline", source) if found.get(item.id, "failed") != "failed"]
                told = [(item, marks[item.id]) for item in items if item.id in marks]
                if any(OVERALL in mark.grades for _, mark in told):
                    yield _grades(m, (one.name, scorer, source), told)


def _grades(m: Material, whose: tuple[str, str, Source], told: Graded) -> Grades:
    graded = [(item, mark) for item, mark in told if OVERALL in mark.grades]
    return Grades(
        *whose,
        n=len(graded),
        failures=len(told) - len(graded),
        undecided=sum(mark.verdict is None for _, mark in graded),
        means=_means(graded),
        by_style=tuple(
            (s, len(part), _means(part)) for s in STYLES if (part := [g for g in graded if g[0].style == s])
        ),
        relative=_relative(m, graded),
        order_bias=clustered(m, [(item, mark.grades[ORDER]) for item, mark in graded if ORDER in mark.grades]),
        label=m.label(whose[2]),
    )


def _means(graded: Graded) -> tuple[tuple[str, float], ...]:
    names = [name for name in dict.fromkeys(name for _, mark in graded for name in mark.grades) if name != ORDER]
    values = {name: [mark.grades[name] for _, mark in graded if name in mark.grades] for name in names}
    return tuple((name, sum(several) / len(several)) for name, several in values.items())


def _relative(m: Material, graded: Graded) -> Interval | None:
    """The ratio of means, as in LLaVA-Bench (Liu et al. 2023, Visual Instruction Tuning), not the mean of ratios."""
    both = [(item, mark.grades) for item, mark in graded if REFERENCE in mark.grades]
    mine = [(item, 100 * given[OVERALL]) for item, given in both]
    return clustered_ratio(m, mine, [given[REFERENCE] for _, given in both])
