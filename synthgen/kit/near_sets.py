"""Which of many sets, all known beforehand, is most like another one, without comparing all pairs."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence


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
        self._holders: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        """The place of a word -> the sets that begin with it or soon: number, size, and words from it on."""
        for i, words in enumerate(sets):
            for left, place in self._first(words):
                self._holders[place].append((i, len(words), left))

    def find(self, words: frozenset[str]) -> tuple[int, float] | None:
        """The number of the most similar set (of equal ones the first) and how similar it is, or None."""
        size, share = len(words), self._threshold / (1 + self._threshold)
        best = (-self._threshold, len(self._sets))
        for left, place in self._first(words):
            for i, other, other_left in self._holders.get(place, ()):
                if min(left, other_left) >= share * (size + other) - 1e-9:
                    common = len(words & self._sets[i])
                    best = min(best, (-common / (size + other - common), i))
        return (best[1], -best[0]) if best[1] < len(self._sets) else None

    def _first(self, words: frozenset[str]) -> list[tuple[int, int]]:
        """The words that may be the first to be shared: how many there are from each one on, and its place."""
        known = words & self._known
        needed = math.ceil(self._threshold * len(words) - 1e-9)  # 0.7 * 10 = 7.000000000000001
        if len(known) < needed:
            return []
        return [*zip(range(len(known), needed - 1, -1), sorted(map(self._places.__getitem__, known)), strict=False)]
