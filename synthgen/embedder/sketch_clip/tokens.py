"""Texts as numbers: words in the singular, of a list of those that sketch pictures are described with."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from synthgen.kit.words import singular

LENGTH = 24
"""Tokens of a text at most, the end among them; what follows is not read."""
PADDING, UNKNOWN, FIRST = 0, 1, 2
_SILENT = frozenset({"a", "an", "the"})


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as the model knows them: small letters, no articles, one of each thing."""
    return tuple(singular(word) for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _SILENT)


class Tokens:
    """Words and their numbers. The end of a text has the highest, by which open_clip finds it."""

    def __init__(self, words: Sequence[str]) -> None:
        self.numbers = {word: number for number, word in enumerate(words, FIRST)}
        self.end = len(words) + FIRST

    @property
    def size(self) -> int:
        return self.end + 1

    def unknown(self, text: str) -> bool:
        """Whether it has a word that the model never read, or none at all."""
        words = words_of(text)
        return not words or any(word not in self.numbers for word in words)

    def row(self, text: str) -> list[int]:
        """Its numbers with the end after them."""
        return [*(self.numbers.get(word, UNKNOWN) for word in words_of(text)[: LENGTH - 1]), self.end]


def padded(rows: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    """n x length of the longest."""
    rows = list(rows)
    found = np.full((len(rows), max(map(len, rows), default=1)), PADDING, np.int64)
    for line, row in zip(found, rows, strict=True):
        line[: len(row)] = row
    return found
