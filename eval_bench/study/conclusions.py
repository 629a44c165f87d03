"""Whether what a study concludes hangs on the raters who are flagged: its tests without them and with everybody."""

from collections.abc import Iterator, Mapping, Sequence

from eval_bench.report.measures import Interval, Paired
from eval_bench.stats.intervals import paired_difference
from eval_bench.stats.paired import mcnemar
from eval_bench.study.findings import Conclusion
from eval_bench.study.types import Design
from eval_bench.types import SOURCES

Wins = Mapping[tuple[str, str], bool]
"""By decided item and model whether its answer is right; of sides, whether it is the better one."""


def conclusions(design: Design, without: Wins, everybody: Wins, level: float) -> Iterator[Conclusion]:
    """Of each other model against the first: all abilities together, and the one of the primary hypothesis."""
    first, *others = (model.name for model in design.models)
    ability, _, source = design.primary.rpartition("_")
    places = [("", one) for one in SOURCES]
    places += [(ability, one) for one in SOURCES if one == source and ability != "pooled"]
    for ability, source in places:
        items = [one.item for one in design.sample if one.source == source and ability in ("", one.ability)]
        for second in others if items else ():
            told = (paired(items, wins, first, second, level) for wins in (without, everybody))
            yield Conclusion(first, second, source, ability, *told)


def paired(items: Sequence[str], wins: Wins, first: str, second: str, level: float) -> Paired:
    """Second against first, on those of the items that are decided."""
    pairs = [(wins[item, first], wins[item, second]) for item in items if (item, first) in wins]
    n, both = len(pairs), pairs.count((True, True))
    one, two = pairs.count((True, False)), pairs.count((False, True))
    neither = n - both - one - two
    bounds = paired_difference(both, two, one, neither, level)
    difference = Interval((two - one) / n, *bounds) if bounds else None
    return Paired(n, both, one, two, neither, difference, None, mcnemar(one, two) if n else None)
