"""A mean over items of what raters say of them, where both would be others the next time.

Items and raters are crossed: the votes of a rater go up and down together, and so do those on an item. Drawing both
anew and multiplying the weights counts the noise of single votes three times (Owen 2007, The pigeonhole bootstrap,
Annals of Applied Statistics 1: 386-411). So three bootstraps are put together as Cameron, Gelbach and Miller do (2011,
Robust inference with multiway clustering, J. Business and Economic Statistics 29: 238-249): variance = items + raters -
single votes. The bounds are Student's, with Satterthwaite's degrees of freedom (1946, Biometrics Bulletin 2: 110-114):
those of the raters where raters make the spread, those of the items where items do. With the raters' alone the interval
holds the truth in 97 to 100 of 100 studies; with the normal quantile, in fewer than 93 where six raters differ.
"""

from collections.abc import Hashable, Sequence
from math import sqrt
from statistics import NormalDist

from eval_bench.stats import bootstrap
from eval_bench.stats.intervals import Bounds

Cell = tuple[int, int, float]
"""The place of an item, the place of a rater, and what that rater says of it."""
FEWEST = 6
"""Raters of whom one can say how others like them would vote: of three who differ by 0.05 to 0.1 in skill, the interval
held the truth in 89 to 91 of 100 simulated studies, of six in 93 to 97."""


def two_way(
    cells: Sequence[Cell],
    heads: Sequence[Hashable],
    strata: Sequence[Hashable],
    *,
    limits: Bounds = (0.0, 1.0),
    level: float = 0.95,
    draws: int = bootstrap.DRAWS,
    seed: int = 0,
) -> Bounds | None:
    """Of the mean over items of the mean over their raters, within `limits`.

    `heads` and `strata` have one entry per item: items about one head are drawn together, and a stratum (ability) keeps
    its share. None with fewer than FEWEST raters or two heads, and where nothing varies.
    """
    people = len({rater for _, rater, _ in cells})
    groups = {(strata[item], heads[item]) for item, _, _ in cells}
    if people < FEWEST or len(groups) < 2:
        return None
    count: dict[int, int] = {}
    for item, _, _ in cells:
        count[item] = count.get(item, 0) + 1
    weights = [1 / count[item] for item, _, _ in cells]
    mean = sum(w * value for w, (_, _, value) in zip(weights, cells, strict=True)) / len(count)
    usual = _means(cells, weights, strata)
    # what abilities differ by is no spread: the next study would have as many items of each
    values = [w * (value - usual[strata[i]] + mean) for w, (i, _, value) in zip(weights, cells, strict=True)]

    def variance(clusters: Sequence[Hashable]) -> float:
        found = bootstrap.drawn(values, weights, clusters, [0] * len(cells), draws=draws, seed=seed)
        return 0.0 if found is None else float(found.var())

    items = variance([(strata[i], heads[i]) for i, _, _ in cells])
    votes = variance([(strata[i], heads[i], rater) for i, rater, _ in cells])
    raters = max(0.0, variance([rater for _, rater, _ in cells]) - votes)
    if not items + raters:
        return None
    freedom = (items + raters) ** 2 / (items**2 / (len(groups) - 1) + raters**2 / (people - 1))
    half = student((1 + level) / 2, freedom) * sqrt(items + raters)
    return max(limits[0], mean - half), min(limits[1], mean + half)


def student(share: float, freedom: float) -> float:
    """The quantile of Student's t, to a thousandth for five degrees and more (Abramowitz and Stegun 1964, 26.7.5)."""
    z = NormalDist().inv_cdf(share)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom ** (power + 1) for power, term in enumerate(terms))


def _means(cells: Sequence[Cell], weights: Sequence[float], strata: Sequence[Hashable]) -> dict[Hashable, float]:
    """Of each stratum."""
    sums: dict[Hashable, list[float]] = {}
    for weight, (item, _, value) in zip(weights, cells, strict=True):
        total = sums.setdefault(strata[item], [0.0, 0.0])
        total[0] += weight * value
        total[1] += weight
    return {stratum: above / below for stratum, (above, below) in sums.items()}
