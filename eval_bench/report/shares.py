"""Shares and differences, as findings hold them."""

from collections.abc import Sequence

from eval_bench.report.findings import Interval, Paired, Share
from eval_bench.report.material import Material, cluster
from eval_bench.stats import bootstrap
from eval_bench.stats.intervals import paired_difference, wilson
from eval_bench.stats.paired import mcnemar
from eval_bench.types import Item


def share(k: int, n: int, level: float) -> Share:
    bounds = wilson(k, n, level)
    return Share(k, n, k / n, *bounds) if bounds else Share(k, n, None, None, None)


def clustered(m: Material, valued: Sequence[tuple[Item, float]]) -> Interval | None:
    """A mean over items, with the bootstrap by head, stratified by ability; None without items."""
    if not valued:
        return None
    figures = [value for _, value in valued]
    bounds = bootstrap.mean(figures, *_groups(valued), level=m.level, draws=m.draws, seed=m.seed)
    return Interval(sum(figures) / len(figures), *(bounds or (None, None)))


def clustered_ratio(m: Material, valued: Sequence[tuple[Item, float]], below: Sequence[float]) -> Interval | None:
    """Of sum / sum, likewise; None where nothing lies below."""
    above = [value for _, value in valued]
    if not sum(below):
        return None
    bounds = bootstrap.ratio(above, below, *_groups(valued), level=m.level, draws=m.draws, seed=m.seed)
    return Interval(sum(above) / sum(below), *(bounds or (None, None)))


def _groups(valued: Sequence[tuple[Item, float]]) -> tuple[list[tuple[str, str]], list[str]]:
    return [cluster(item) for item, _ in valued], [item.ability for item, _ in valued]


def paired(m: Material, first: Sequence[tuple[Item, float]], second: Sequence[tuple[Item, float]]) -> Paired:
    """Second against first, on the items that are in both."""
    other = {item.id: value for item, value in second}
    pairs = [(item, value, other[item.id]) for item, value in first if item.id in other]
    both = sum(a == b == 1 for _, a, b in pairs)
    one, two = (sum(a > b for _, a, b in pairs), sum(a < b for _, a, b in pairs))
    n = len(pairs)
    bounds = paired_difference(both, two, one, n - both - one - two, m.level)
    return Paired(
        n,
        both,
        one,
        two,
        n - both - one - two,
        Interval((two - one) / n, *bounds) if bounds else None,
        clustered(m, [(item, b - a) for item, a, b in pairs]),
        mcnemar(one, two) if n else None,
    )
