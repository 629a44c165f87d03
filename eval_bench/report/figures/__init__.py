"""The figures of a report: each is drawn from the findings alone, and the same findings give the same bytes."""

from collections.abc import Callable, Iterator, Sequence

from eval_bench.report.figures import bars, confusion, forest, grades, people, radar
from eval_bench.report.figures.canvas import Drawing, preflight
from eval_bench.report.findings import Findings

FIGURES: Sequence[Callable[[Findings], Drawing | None]] = (
    people.preferences,
    people.grades,
    radar.radar,
    bars.bars,
    forest.parts,
    forest.gaps,
    confusion.confusion,
    grades.grades,
    people.raters,
)


def drawings(findings: Findings) -> Iterator[Drawing]:
    """Those that there are figures for. Raises UsageError without matplotlib."""
    preflight()
    for draw in FIGURES:
        if (made := draw(findings)) is not None:
            yield made
