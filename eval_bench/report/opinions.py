"""What findings hold of scorers: whether they agree, and what a judge grades."""

from dataclasses import dataclass

from eval_bench.report.measures import Interval
from eval_bench.types import Source, Style


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of two scorers on the same answers (pictures shown), or of people among themselves."""

    first: str
    second: str
    """ "" for people among themselves (first is "raters")."""
    model: str
    """ "" for all models together."""
    items: int
    """Answers that both marked; with people: answers with at least two votes."""
    raters: int
    """At most, for one answer."""
    percent: float | None
    """Share (0 to 1) of agreeing pairs."""
    kappa: float | None
    """Cohen's, for two; None where undefined: all marks of both in one class."""
    alpha: float | None
    """Krippendorff's, nominal; None where undefined: all marks in one class."""
    ac1: float | None
    """Gwet's."""
    classes: tuple[str, ...] = ()
    table: tuple[tuple[int, ...], ...] = ()
    """Verdicts of the first (rows) against the second (columns), by `classes`; () for people among themselves."""


@dataclass(frozen=True, slots=True)
class Grades:
    """What a judge gave, pooled over an item's source."""

    model: str
    scorer: str
    source: Source
    n: int
    """Answers with grades."""
    failures: int
    """Answers that the judge could not grade; never averaged."""
    undecided: int
    """Graded, but called right in one order and wrong in the other: they have no verdict."""
    means: tuple[tuple[str, float], ...]
    """By name of the grade, 1 to 10; "reference" is the overall grade of the reference answers."""
    by_style: tuple[tuple[Style, int, tuple[tuple[str, float], ...]], ...]
    """Style, answers, means."""
    relative: Interval | None
    """100 x mean overall grade / that of the reference answers, as in LLaVA-Bench, bootstrap by item and head."""
    order_bias: Interval | None
    """How many grades better the judge finds what stands first."""
    label: str = ""
