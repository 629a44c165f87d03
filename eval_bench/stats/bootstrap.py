"""Percentile bootstrap that draws whole clusters, in strata.

Items about one head are no independent ones, so heads are drawn, each with all its items; an ability keeps its number
of heads in each draw (Efron and Tibshirani 1993, chapters 8 and 13; Davison and Hinkley 1997, section 3.8). Of m heads
m - 1 are drawn, and weigh the more: m of m would make the intervals of small strata too narrow (Rao and Wu 1988, JASA
83: 231-241).
"""

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from eval_bench.stats.intervals import Bounds

DRAWS = 10_000
Floats = npt.NDArray[np.float64]


def mean(
    values: Sequence[float],
    clusters: Sequence[Hashable],
    strata: Sequence[Hashable],
    *,
    level: float = 0.95,
    draws: int = DRAWS,
    seed: int = 0,
) -> Bounds | None:
    """Of the mean of values, one per item; of a paired difference, if the values are differences. As `ratio`."""
    return ratio(values, [1.0] * len(values), clusters, strata, level=level, draws=draws, seed=seed)


def ratio(
    above: Sequence[float],
    below: Sequence[float],
    clusters: Sequence[Hashable],
    strata: Sequence[Hashable],
    *,
    level: float = 0.95,
    draws: int = DRAWS,
    seed: int = 0,
) -> Bounds | None:
    """Of sum(above) / sum(below); all four have one entry per item.

    None where the draws say nothing of the spread: fewer than two clusters, or all draws alike (everything is right).
    Strata of a single cluster, which would never vary, are drawn as one.
    """
    found = drawn(above, below, clusters, strata, draws=draws, seed=seed)
    if found is None:
        return None
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def drawn(
    above: Sequence[float],
    below: Sequence[float],
    clusters: Sequence[Hashable],
    strata: Sequence[Hashable],
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Floats | None:
    """The ratio in each draw; None where the draws say nothing."""
    rng = np.random.default_rng(seed)
    totals = np.zeros((2, draws))
    for sums in _strata(above, below, clusters, strata):
        m = sums.shape[1]
        if m == 1:
            totals += sums  # the only one of its kind
            continue
        picked = rng.integers(m, size=(draws, m - 1))
        totals += np.stack([side[picked].sum(axis=1) for side in sums]) * m / (m - 1)
    found: Floats = totals[0] / totals[1] if (totals[1] > 0).all() else np.empty(0)
    return found if found.size and np.ptp(found) >= 1e-12 else None


def _strata(
    above: Sequence[float], below: Sequence[float], clusters: Sequence[Hashable], strata: Sequence[Hashable]
) -> list[Floats]:
    """Of each stratum the sums of its clusters, (2, clusters)."""
    sums: dict[Hashable, dict[Hashable, list[float]]] = {}
    for a, b, cluster, stratum in zip(above, below, clusters, strata, strict=True):
        total = sums.setdefault(stratum, {}).setdefault(cluster, [0.0, 0.0])
        total[0] += a
        total[1] += b
    several = [np.array(list(found.values())).T for found in sums.values() if len(found) > 1]
    single = [total for found in sums.values() if len(found) == 1 for total in found.values()]
    return [*several, np.array(single).T] if single else several
