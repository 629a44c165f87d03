"""Generated pictures against real ones: how much of an accuracy stays."""

from collections.abc import Iterator, Sequence

import numpy as np

from eval_bench.report.findings import UNVALIDATED, Cell, Correlation, Gap, Interval
from eval_bench.report.material import Material
from eval_bench.stats.intervals import independent_difference


def gaps(m: Material, cells: Sequence[Cell]) -> Iterator[Gap]:
    """Per ability and pooled, of cells of the headline."""
    whole = [c for c in cells if (c.part, c.over, c.picture) == ("", "headline", "shown")]
    real = {(c.model, c.scorer, c.ability): c for c in whole if c.source == "real"}
    for one in (c for c in whole if c.source == "generated"):
        other = real.get((one.model, one.scorer, one.ability))
        if other and one.accuracy.value is not None and other.accuracy.value is not None:
            sides = one.accuracy.k, one.accuracy.n, other.accuracy.k, other.accuracy.n
            bounds = independent_difference(*sides, m.level)
            assert bounds
            difference = Interval(one.accuracy.value - other.accuracy.value, *bounds)
            label = UNVALIDATED if one.label or other.label else ""
            yield Gap(one.model, one.scorer, one.ability, one.accuracy, other.accuracy, difference, label)


def correlations(found: Sequence[Gap]) -> Iterator[Correlation]:
    """Per model and scorer, over abilities that are in both."""
    for model, scorer in dict.fromkeys((gap.model, gap.scorer) for gap in found):
        mine = [gap for gap in found if (gap.model, gap.scorer) == (model, scorer) and gap.ability]
        yield Correlation(model, scorer, len(mine), _pearson(mine))


def _pearson(several: Sequence[Gap]) -> float | None:
    if len(several) < 3:
        return None
    sides = np.array([[gap.generated.value, gap.real.value] for gap in several], float).T
    away = sides - sides.mean(axis=1, keepdims=True)
    spread = float(np.sqrt((away**2).sum(axis=1).prod()))
    return float((away[0] * away[1]).sum()) / spread if spread > 1e-12 else None
