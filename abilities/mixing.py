"""How the words of several pools are run through together: what a picture shows does not come again before it must."""

from array import array
from collections.abc import Hashable, Sequence
from functools import lru_cache
from math import gcd, prod
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
CONTENT, MEDIUM, LIGHT, CARE = 2**0.5 % 1, 3**0.5 % 1, 7**0.5 % 1, 11**0.5 % 1
"""Steps of axes that must not move together: square roots of different primes, with the golden ratio for people."""


def mix(turn: int, rng: Random, *pools: Sequence[Any]) -> tuple[Any, ...]:
    """The `turn`-th combination of one word of each pool: none comes twice before all have come.

    A word that a pool lists several times comes sooner; once its combinations are used up, the others follow.
    """
    numbers = _walk(rng.random(), tuple(tuple(pool) for pool in pools))
    return _combination(numbers[turn % len(numbers)], pools)


def pick(turn: int, rng: Random, step: float, pool: Sequence[T]) -> T:
    """The `turn`-th word of a pool that is run through by itself, in steps of an irrational share of it."""
    return pool[int((rng.random() + turn * step) % 1 * len(pool))]


@lru_cache(maxsize=4096)
def _walk(start: float, pools: tuple[tuple[Hashable, ...], ...]) -> "array[int]":
    """The numbers of all combinations that differ, in an order that changes nearly every pool at each step."""
    total = prod(len(pool) for pool in pools)
    step = max(1, round(total * CONTENT))
    while gcd(step, total) != 1:
        step += 1
    first = int(start * total)
    came: dict[tuple[Any, ...], int] = {}
    for turn in range(total):
        number = (first + turn * step) % total
        came.setdefault(_combination(number, pools), number)
    return array("L", came.values())


def _combination(number: int, pools: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    chosen = []
    for pool in pools:
        number, place = divmod(number, len(pool))
        chosen.append(pool[place])
    return tuple(chosen)
