"""Sentences as rows of plain words, cut into clauses, and how each clause is meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from synthgen.kit.claims import tables
from synthgen.kit.claims.tables import BE, BEFORE_CLAUSES, DO, HAVE, MODALS
from synthgen.kit.lexicon import SEEN, classes
from synthgen.kit.words import is_plural

Row = tuple[str, ...]
"""Words in order, lower-case; a comma that joins two clauses of one sentence is no word."""

_CONTRACTIONS = (
    (re.compile(r"[\u2019\u02bc`]"), "'"),
    (re.compile(r"\b(can|won|shan)'t\b"), lambda m: {"can": "can", "won": "will", "shan": "shall"}[m[1]] + " not"),
    (re.compile(r"\bcannot\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (
        re.compile(r"\b(it|he|she|that|there|here|what|who|where|this|everything|something|nothing|nobody)'s\b"),
        r"\1 is",
    ),
    (re.compile(r"'s\b|s'(?=\s)"), lambda m: "s" if m[0] == "s'" else ""),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\bno one\b|\bno-one\b"), "nobody"),
    (re.compile(r"\bnone of the\b"), "no"),
    (re.compile(r"\b(making|makes|made) (its|his|her|their) way\b"), "walking"),
    (re.compile(r"\bin front of\b"), "infront"),
    (re.compile(r"\b(on|at) (the )?top of\b"), "atop"),
    (re.compile(r"\bat the heart of\b|\bin real life\b"), lambda m: "in" if "heart" in m[0] else "in reality"),
    (re.compile(r"\b(stand|stands|standing|stood) out\b"), "contrasts"),
    (re.compile(r"\b(catch|draw)(es|s|ing)? (the|your|one's|my) (eyes?|attention)\b"), "appears"),
    (re.compile(r"\b(everybody|everyone|anybody|anyone) knows,?( though,| however,)? that\b"), "in reality"),
    (re.compile(r"\bjudging (by|from)\b"), r"\1"),
    (re.compile(r"\bout of (place|the ordinary)\b"), "odd"),
    (re.compile(r"\b(watering|trash|garbage|soda|spray|beer|paint|milk|tin) can(s?)\b"), r"\1 canister\2"),
)
_SPLIT = re.compile(r"[;:\u2014\u2013()]|\s-\s|,")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Clause:
    words: Row
    opener: str = ""
    """The word that joins it to what stands before: "because", "which", ","; "" at the start of a sentence."""


def plain(text: str) -> str:
    """Lower-case, with contractions written out."""
    text = text.lower()
    for pattern, by in _CONTRACTIONS:
        text = pattern.sub(by, text)
    return text


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])[\"'\u201d)]*\s+|\n+", text.strip()) if part.strip()]


@lru_cache(maxsize=4096)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order."""
    found = []
    opener = ""
    text = plain(sentence)
    marks = [m[0] for m in _SPLIT.finditer(text)] + [""]
    for part, mark in zip(_SPLIT.split(text), marks, strict=True):
        for word, row in _by_conjunction(tuple(_WORD.findall(part))):
            if row:
                found.append(Clause(row, word or opener))
        opener = mark.strip() or "-"
    return tuple(found)


def _by_conjunction(row: Row) -> Iterator[tuple[str, Row]]:
    start, opener = 0, ""
    for i, word in enumerate(row):
        if word in BEFORE_CLAUSES and (i or word not in tables.ASKING) and _begins_clause(row, i):
            if i > start:
                yield opener, row[start:i]
            start, opener = i + 1, word
    yield opener, row[start:]


def _begins_clause(row: Row, at: int) -> bool:
    word, after = row[at], row[at + 1 :]
    if word in ("because", "although", "though", "whereas", "but", "which", "who", "if", "unless"):
        return word != "but" or row[at - 1 : at] != ("nothing",)
    if word == "that":  # a clause, or "that car", "that of a baker"
        return finite(after) and at > 0 and row[at - 1] not in ("is", "was", "of", "in", "at", "on")
    if word == "however":
        return bool(after) and after[0] in ("long", "much", "many", "hard", "often", "far")
    if word in ("than", "or"):
        return False
    if word in ("while", "whereas") and after[:2] == ("in", "reality"):
        return True
    if word == "and":
        return finite(after) and after[0] in tables.STARTS
    return finite(after) and len(after) > 1


def finite(row: Sequence[str]) -> bool:
    """Whether a row of words has a verb of its own."""
    return any(word in BE or word in DO or word in HAVE or word in MODALS for word in row) or any(
        verb_at(row, i) and not row[i].endswith("ing") for i in range(len(row))
    )


def noun_like(word: str) -> bool:
    return bool(classes(word) & SEEN) or word in tables.PICTURE or word in tables.MEDIA


def verb_at(row: Sequence[str], at: int) -> bool:
    """Whether a word is used as a verb, as far as its neighbours tell."""
    word = row[at]
    kinds = classes(word)
    if word.endswith("ing") and at and row[at - 1] in BE and word not in tables.COLOURS:
        return True
    if "verb" not in kinds and not (word.endswith(("ing", "ed")) and len(word) > 4 and not kinds & SEEN):
        return False
    before = row[at - 1] if at else ""
    if before in tables.DETERMINERS or before in tables.PREPOSITIONS and not word.endswith("ing"):
        return False
    if before in tables.PRONOUNS or before in DO or before in MODALS or before in ("to", "not"):
        return True
    if word.endswith(("ing", "ed")):
        return not (kinds & SEEN and "verb" not in kinds)
    if not kinds & SEEN:
        return not kinds & {"adj", "looks", "judging"}
    if word.endswith("s") and not word.endswith("ss"):  # "the cat sits", "the cats"
        return bool(before) and (noun_like(before) and not is_plural(before))
    return False
