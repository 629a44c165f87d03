"""Which other picture an item is shown in the pass with swapped pictures."""

from collections.abc import Iterable, Mapping, Sequence

from eval_bench.types import Item
from synthgen.kit.hashes import stable_hash


def fits(item: Item, other: Item) -> bool:
    """Whether the picture of another item may stand in: same ability and source, another head, another picture."""
    same = (item.ability, item.source) == (other.ability, other.source)
    return same and _head(item) != _head(other) and item.sha256 != other.sha256


def swapped(items: Iterable[Item], seed: int) -> Mapping[str, str]:
    """By item, the item whose picture it is shown; items for which there is none are left out.

    Every picture is used at most once. The items of an ability stand in a ring, those of a head side by side, and the
    ring is turned by the step that leaves out the fewest: turned by the size of the largest head, no head meets itself.
    """
    rings: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        rings.setdefault((item.ability, item.source), []).append(item)
    return {id: other for ring in rings.values() for id, other in _turned(ring, seed).items()}


def _turned(ring: Sequence[Item], seed: int) -> Mapping[str, str]:
    ordered = sorted(ring, key=lambda i: (stable_hash([seed, i.ability, _head(i)]), stable_hash([seed, i.id])))
    turns = (dict(_pairs(ordered, step)) for step in range(1, len(ordered)))
    return max(turns, key=len, default={})


def _pairs(ring: Sequence[Item], step: int) -> Iterable[tuple[str, str]]:
    for place, item in enumerate(ring):
        other = ring[(place + step) % len(ring)]
        if fits(item, other):
            yield item.id, other.id


def _head(item: Item) -> str:
    return item.head or item.id
