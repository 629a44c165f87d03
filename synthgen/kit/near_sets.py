"""Which of many sets, all known beforehand, is most like another one, without comparing all pairs."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence


class NearSets:
    """Sets of words, to find the one most like another set if their Jaccard similarity reaches a threshold t.

    The answer is exact, yet few pairs are compared. Sets of a and b words that are similar enough share at least
    t (a + b) / (1 + t). So, in an order common to all sets, the first word that they share stands early in both: no
    fewer may follow, itself included (the prefix filter of Chaudhuri, Ganti and Kaushik, ICDE 2006, with the positions
    of Xiao, Wang, Lin and Yu, WWW 2008). Rare words come first, and before them those that no known set has.
    """

    def __init__(self, sets: Sequence[frozenset[str]], threshold: float) -> None:
        if not 0 < threshold <= 1:
            raise ValueError(f"threshold is {threshold}; it must be above 0 and at most 1")
        self._sets, self._threshold = sets, threshold
        frequency = Counter(word for words in sets for word in words)
        order = sorted(frequency, key=lambda word: (frequency[word], word))
        self._places = {word: place for place, word in enumerate(order)}
        self._known = frozenset(order)
        self._share = threshold / (1 + threshold)
        self._holders: defaultdict[int, list[tuple[float, int, int, int]]] = defaultdict(list)
        """The place of a word -> the sets that begin with it or soon: how many words they can share from there on, less
        their part of what is needed; number; size; bits. Those that can share the most come first."""
        for i, words in enumerate(sets):
            places = self._in_order(words)
            for left, place in self._first(words, places):
                self._holders[place].append((left - self._share * len(words), i, len(words), _bits(places)))
        for held in self._holders.values():
            held.sort(reverse=True)

    def find(self, words: frozenset[str]) -> tuple[int, float] | None:
        """The number of the most similar set (of equal ones the first) and how similar it is, or None."""
        places = self._in_order(words)
        first = [(left, held) for left, place in self._first(words, places) if (held := self._holders.get(place))]
        if not first:
            return None
        size, unknown, bits, share = len(words), len(words) - len(places), _bits(places), self._share
        least = share * size - 1e-9
        best = (-self._threshold, len(self._sets))
        for left, held in first:
            for can_share, i, other, other_bits in held:
                if can_share < least:
                    break
                needed = least + share * other
                # at least so many words stand in one of the two alone
                apart = unknown + (bits ^ other_bits).bit_count()
                if left >= needed and size + other - apart >= 2 * needed:
                    common = len(words & self._sets[i])
                    best = min(best, (-common / (size + other - common), i))
        return (best[1], -best[0]) if best[1] < len(self._sets) else None

    def _in_order(self, words: frozenset[str]) -> list[int]:
        """The places of the known words."""
        return sorted(map(self._places.__getitem__, words & self._known))

    def _first(self, words: frozenset[str], places: list[int]) -> Iterable[tuple[int, int]]:
        """The words that may be the first to be shared: how many there are from each one on, and its place."""
        needed = math.ceil(self._threshold * len(words) - 1e-9)  # 0.7 * 10 = 7.000000000000001
        return zip(range(len(places), needed - 1, -1), places, strict=False)


def _bits(places: list[int]) -> int:
    """128 bits, of which each word sets one: two sets differ in at least as many words as their bits differ in."""
    bits = 0
    for place in places:
        bits |= 1 << (place & 127)
    return bits
