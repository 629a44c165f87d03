"""How much two texts share, and which of many texts nearly repeats an earlier one."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import ClassVar


def words(text: str) -> list[str]:
    """The words of a text, lower-case, without punctuation."""
    return re.findall(r"\w+", text.lower())


def word_set(text: str) -> frozenset[str]:
    return frozenset(words(text))


def shingles(text: str, size: int = 3) -> frozenset[str]:
    """Every run of `size` words; a shorter text is one run."""
    row = words(text)
    if not row:
        return frozenset()
    return frozenset(" ".join(row[i : i + size]) for i in range(max(1, len(row) - size + 1)))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared items over all items, 0 to 1. Two empty sets share nothing: 0."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


class NearDuplicates:
    """Finds, among sets that came earlier, one whose Jaccard similarity reaches a threshold.

    The answer is exact, yet few pairs are compared. Two sets that are similar enough must share one of their rarest
    items: of a set of s items, those that remain when ceil(threshold * s) - 1 are put aside, in an order common to all
    sets (the prefix filter of Chaudhuri, Ganti and Kaushik, ICDE 2006). Any fixed order gives the same answers; rare
    items first gives the fewest pairs, so the order is taken anew whenever the number of sets has doubled.

    Memory: 8 bytes an item, and some 130 for each of the rarest. Items are known by 64 bits of their hash.
    """

    SAMPLE: ClassVar[int] = 10_000
    """Sets by which it is decided what is rare."""

    def __init__(self, threshold: float) -> None:
        if not 0 < threshold <= 1:
            raise ValueError(f"threshold is {threshold}; it must be above 0 and at most 1")
        self.threshold = threshold
        self._keys: list[str] = []
        self._sets: list[array[int]] = []
        self._frequency: dict[int, int] = {}
        """Of items that are not the rarest."""
        self._holders: dict[int, int | list[int]] = {}
        """The places of the sets that have an item among their rarest; most are of one set."""
        self._next_order = 64

    def __len__(self) -> int:
        return len(self._sets)

    def find(self, items: Iterable[str], unless: Callable[[str], bool] = lambda key: False) -> str | None:
        """The key of the first set that is similar enough, or None; keys for which `unless` holds do not count."""
        chosen = set(map(hash, items))
        least, most = self.threshold * len(chosen) - 1e-9, len(chosen) / self.threshold + 1e-9
        for i in sorted(self._candidates(chosen)):
            other = self._sets[i]
            if least <= len(other) <= most:
                common = len(chosen.intersection(other))
                alike = common / (len(chosen) + len(other) - common)
                if alike >= self.threshold and not unless(self._keys[i]):
                    return self._keys[i]
        return None

    def add(self, key: str, items: Iterable[str]) -> str | None:
        """The key of the first earlier set that is similar enough; if there is none, this set is kept."""
        chosen = frozenset(items)
        earlier = self.find(chosen)
        if earlier is None:
            self.keep(key, chosen)
        return earlier

    def keep(self, key: str, items: Iterable[str]) -> None:
        """Keep a set, of which `find` is known to find no other."""
        self._keys.append(key)
        self._sets.append(array("q", set(map(hash, items))))
        self._hold(len(self._sets) - 1)
        if len(self._sets) == self._next_order:
            self._order_anew()

    def _candidates(self, items: Collection[int]) -> set[int]:
        """The places of sets that may be similar enough."""
        found: set[int] = set()
        for item in self._prefix(items):
            places = self._holders.get(item)
            if isinstance(places, int):
                found.add(places)
            elif places is not None:
                found.update(places)
        return found

    def _prefix(self, items: Collection[int]) -> list[int]:
        needed = math.ceil(self.threshold * len(items) - 1e-9)  # against 0.7 * 10 = 7.000000000000001
        return sorted(items, key=lambda item: (self._frequency.get(item, 0), item))[: len(items) - needed + 1]

    def _hold(self, i: int) -> None:
        for item in self._prefix(self._sets[i]):
            places = self._holders.setdefault(item, i)
            if isinstance(places, list):
                places.append(i)
            elif places != i:
                self._holders[item] = [places, i]

    def _order_anew(self) -> None:
        some = self._sets[:: math.ceil(len(self._sets) / self.SAMPLE)]
        counts = Counter(item for items in some for item in items)
        self._frequency = {item: count for item, count in counts.items() if count > 1}
        self._holders.clear()
        for i in range(len(self._sets)):
            self._hold(i)
        self._next_order *= 2
