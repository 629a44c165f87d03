"""Intervals of shares, and of the difference of two."""

from math import sqrt
from statistics import NormalDist

Bounds = tuple[float, float]


def wilson(k: float, n: float, level: float = 0.95) -> Bounds | None:
    """Score interval of k out of n (Wilson 1927, JASA 22: 209-212); None for n = 0."""
    if n == 0:
        return None
    z, share = NormalDist().inv_cdf((1 + level) / 2), k / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0.0 if k == 0 else max(0.0, middle - half), 1.0 if k == n else min(1.0, middle + half))


def independent_difference(k1: int, n1: int, k2: int, n2: int, level: float = 0.95) -> Bounds | None:
    """Of k1/n1 - k2/n2 (Newcombe 1998, Statistics in Medicine 17: 873-890, method 10); None where a side is empty."""
    return _newcombe(k1, n1, k2, n2, 0.0, level) if n1 and n2 else None


def paired_difference(both: int, first: int, second: int, neither: int, level: float = 0.95) -> Bounds | None:
    """Of (share of the first) - (share of the second) on the same items: `first` counts those right there alone.

    Newcombe 1998, Statistics in Medicine 17: 2635-2650, method 10; None without items.
    """
    n = both + first + second + neither
    if n == 0:
        return None
    edges = (both + first) * (second + neither) * (both + second) * (first + neither)
    cross = float(both * neither - first * second)
    if cross > 0:
        cross = max(cross - n / 2, 0.0)  # his correction for continuity
    phi = cross / sqrt(edges) if edges else 0.0
    return _newcombe(both + first, n, both + second, n, phi, level)


def _newcombe(k1: int, n1: int, k2: int, n2: int, phi: float, level: float) -> Bounds:
    """The Wilson bounds of both, put together as the sides of a triangle with the correlation `phi`."""
    p1, p2, one, two = k1 / n1, k2 / n2, wilson(k1, n1, level), wilson(k2, n2, level)
    assert one and two

    def side(a: float, b: float) -> float:
        return sqrt(max(0.0, a * a - 2 * phi * a * b + b * b))

    low, high = side(p1 - one[0], two[1] - p2), side(one[1] - p1, p2 - two[0])
    return max(-1.0, p1 - p2 - low), min(1.0, p1 - p2 + high)
