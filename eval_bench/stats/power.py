"""What a comparison of two models on n items can see."""

from functools import lru_cache
from math import comb

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def power(n: int, difference: float, discordant: float = 0.3, level: float = 0.05) -> float:
    """Chance that the exact two-sided McNemar test gives p <= level, for n items.

    On `discordant` of them just one model is right, and `difference` is how much more often it is the better one:
    the number of discordant items is binomial, and so is, of those, the better one's part. No simulation.
    """
    if not abs(difference) <= discordant + 1e-9 <= 1 + 1e-9:
        raise ValueError(f"a difference of {difference} needs at least as many discordant items, not {discordant}")
    if n == 0 or discordant == 0:
        return 0.0
    won = min(1.0, (discordant + abs(difference)) / 2 / discordant)
    chance = np.exp(_log_binomial(np.array([n]), np.arange(n + 1), discordant))[0]
    found = np.flatnonzero(chance > 1e-15)  # counts of discordant items that can be met at all
    wins = np.arange(found.max() + 1)
    better = np.exp(_log_binomial(found, wins, won))  # of each count (rows) so many are won (columns)
    edge = _edges(n, level)[found, None]  # few enough on one side to reject
    losses = found[:, None] - wins
    rejected = ((wins <= edge) | (losses <= edge)) & (losses >= 0)
    return float(min(1.0, (chance[found] * (better * rejected).sum(axis=1)).sum()))


@lru_cache(maxsize=1024)
def smallest_difference(n: int, discordant: float = 0.3, power: float = 0.8, level: float = 0.05) -> float | None:
    """The difference that is seen with that power, to a thousandth; None where the largest possible one is not."""
    low, high = 0, int(discordant * 1000)
    if not _sees(n, high, discordant, power, level):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _sees(n, middle, discordant, power, level) else (middle, high)
    return high / 1000


def _sees(n: int, thousandths: int, discordant: float, wanted: float, level: float) -> bool:
    return power(n, thousandths / 1000, discordant, level) >= wanted


@lru_cache(maxsize=64)
def _edges(n: int, level: float) -> npt.NDArray[np.int64]:
    """For 0 to n discordant items the largest smaller side with p <= level; -1: none is small enough."""
    edges = []
    for discordant in range(n + 1):
        tail, side = 1, 0
        while side < discordant / 2 and 2 * tail <= level * 2**discordant:
            side += 1
            tail += comb(discordant, side)
        edges.append(side - 1)
    return np.array(edges)


def _log_binomial(n: npt.NDArray[np.int64], k: npt.NDArray[np.int64], p: float) -> Floats:
    """Log of the binomial chance of each k (columns) out of each n (rows); -inf where k > n or it cannot be."""
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, int(n.max()) + 1)))])
    rows, columns = n[:, None], np.minimum(k[None, :], n[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        wins, losses = columns * np.log(p), (rows - columns) * np.log(1 - p)
    found = logs[rows] - logs[columns] - logs[rows - columns]
    found = found + np.where(columns > 0, wins, 0.0) + np.where(rows > columns, losses, 0.0)
    return np.where(k[None, :] > n[:, None], -np.inf, found)
