"""What variants of a mix change in a row, and in whose picture it gets."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthgen.kit.conversations import TAG
from synthgen.mix.plan import Rows, mixed

_TRIES = 200
"""Partners that are tried for a row whose picture would be of its own subject."""


def blind(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as text alone."""
    said = [part | {"value": _untagged(part["value"])} for part in row["conversations"]]
    return {key: said if key == "conversations" else value for key, value in row.items() if key != "image"}


def one_turn(row: Mapping[str, Any]) -> dict[str, Any]:
    """The first question and its answer; with all pictures, wherever their tags stood."""
    said, rest = row["conversations"][:2], row["conversations"][2:]
    tags = f"{TAG}\n" * sum(part["value"].count(TAG) for part in rest)
    first = said[0] | {"value": tags + said[0]["value"]}
    return {**row, "conversations": [first, *said[1:]]}


def others(heads: NDArray[np.int64], pictures: NDArray[np.int64], key: int) -> Rows:
    """For each row the row whose picture it gets: a permutation in which none keeps its own, if there are two.

    The pictures of one subject go to rows of many others, so that nothing can be learned of the exchange. A row gets
    one of its own subject only where that has more than half of all rows, or close to it; and its own picture only
    where that stands in as many.
    """
    count = len(heads)
    order = np.argsort(mixed(np.arange(count), key), kind="stable")
    given = np.empty(count, np.int64)
    given[order] = np.roll(order, 1)
    for of in (heads, pictures):
        for place in np.flatnonzero(of[order] == of[given[order]]):
            i = order[place]
            for j in order[(place + 1 + np.arange(min(_TRIES, count))) % count]:
                both, swapped = (i, j), (given[j], given[i])
                if all(of[a] != of[b] for a, b in zip(both, swapped, strict=True)):
                    given[i], given[j] = swapped
                    break
    return given


def shares(size: int, weights: Sequence[int]) -> list[int]:
    """A number of rows in parts, in proportion to the weights: rounded, so that they make the whole."""
    ends = [size * sum(weights[: i + 1]) // max(sum(weights), 1) for i in range(len(weights))]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def _untagged(text: str) -> str:
    plain = text.replace(f"{TAG}\n", "").replace(f"\n{TAG}", "").replace(TAG, "")
    return plain if plain.strip() else "Describe it."  # of a question that was a picture and nothing else
