"""Which of the words that come in are known already: in another form, another spelling, or by another name.

Alike(["sea turtle", "gray wolf"]).like("Sea-Turtles")  ->  "sea turtle"
"""

import re
from collections.abc import Iterable

from synthgen.kit.words import content_words, same_word, singular

LONG = 6
"""From this length on, words that differ by one letter are one word with a slip of the pen, unless both are known.
Nobody slips at the first letter: a weaver is no beaver."""
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})our$"), "or"),
    (re.compile(r"(?<=[bcdfgkpt])re$"), "er"),
    (re.compile(r"is(?=(?:e|ed|er|ing)$)"), "iz"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"ll(?=(?:ed|er|ing|en|ery)$)"), "l"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"ph"), "f"),
)
"""British endings and the like, made one with the American ones; only to compare, so what they spoil does no harm."""


class Alike:
    """The words that are known. `common`: words of English, which are no misspellings of each other."""

    def __init__(self, words: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        self._common = common
        self._rows: dict[tuple[str, ...], str] = {}
        self._joined: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        row = _row(word)
        spelled = tuple(map(_spelled, row))
        self._rows.setdefault(spelled, word)
        self._joined.setdefault("".join(spelled), word)
        self._letters.setdefault("".join(row), word)

    def like(self, word: str) -> str:
        """The known word that it is, or ""."""
        row = _row(word)
        spelled = tuple(map(_spelled, row))
        if found := self._joined.get("".join(spelled)):
            return found
        for other, known in self._rows.items():
            if len(other) == len(row) and all(same_word(a, b) for a, b in zip(spelled, other, strict=True)):
                return known
        usual, ours = self._usual(word), "".join(row)
        for theirs, known in self._letters.items():
            near = min(len(theirs), len(ours)) >= LONG and theirs[0] == ours[0] and _one_slip(theirs, ours)
            if near and not (usual and self._usual(known)):
                return known
        return ""

    def _usual(self, phrase: str) -> bool:
        return all(word in self._common or singular(word) in self._common for word in content_words(phrase))


def _row(phrase: str) -> tuple[str, ...]:
    """Its words in the singular; hyphens split them."""
    return tuple(map(singular, content_words(phrase))) or (phrase.casefold(),)


def _spelled(word: str) -> str:
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes the one of the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]
