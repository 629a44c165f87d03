"""Tests of two answers to the same items, and of many such tests."""

from collections.abc import Sequence
from math import comb


def mcnemar(first: int, second: int) -> float:
    """Exact and two-sided: of the discordant items each side has half (binomial; McNemar 1947, Psychometrika 12).

    `first` and `second` count the items on which that one alone is right; 1.0 where there are none.
    """
    n = first + second
    tail = sum(comb(n, i) for i in range(min(first, second) + 1))
    return min(1.0, 2 * tail / (1 << n))


def holm(values: Sequence[float | None]) -> list[float | None]:
    """Each p corrected for all of them (Holm 1979, Scand. J. Statistics 6: 65-70); a missing test stays None."""
    tests = sorted((p, place) for place, p in enumerate(values) if p is not None)
    corrected: list[float | None] = [None] * len(values)
    highest = 0.0
    for rank, (p, place) in enumerate(tests):
        highest = max(highest, min(1.0, (len(tests) - rank) * p))
        corrected[place] = highest
    return corrected
