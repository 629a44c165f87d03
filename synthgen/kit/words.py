"""English words: their forms, their articles, what names the same thing, and how one stands at a place.

Rules cover regular words; what they get wrong lies in forms.json, which scripts/write_forms.py writes.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TypedDict, cast

from synthgen.kit import word_rules
from synthgen.kit.word_tables import (
    LIGHT_VERBS,
    MADE_FOR_ING,
    PREPOSITIONS,
    SAID_AS,
    STOP_WORDS,
    SYNONYMS,
    THINGS_IN_ING,
    WHERE,
)

__all__ = [
    "SYNONYMS",
    "content_words",
    "forms",
    "is_plural",
    "missing_words",
    "names",
    "noun",
    "plural",
    "same_word",
    "singular",
    "where",
    "with_article",
]


class _Irregular(TypedDict):
    """What forms.json holds: the words that the rules below get wrong."""

    plurals: dict[str, str]
    """Of nouns; the usual plural first."""
    verbs: dict[str, str]
    """He ..., ...ing, past, participle."""
    no_article: list[str]
    """Nouns and phrases that take neither a nor an: hair, ice cream."""
    plural_only: list[str]


_IRREGULAR = cast(_Irregular, json.loads(Path(__file__).with_name("forms.json").read_text(encoding="utf-8")))
_PLURALS = {noun: tuple(plurals.split()) for noun, plurals in _IRREGULAR["plurals"].items()}
_VERBS = {verb: tuple(others.split()) for verb, others in _IRREGULAR["verbs"].items()}
_SINGULARS = {several: one for one, plurals in _PLURALS.items() for several in plurals}
_VERB_OF = {form: verb for verb, others in _VERBS.items() for form in others}
_NO_ARTICLE, _PLURAL_ONLY = frozenset(_IRREGULAR["no_article"]), frozenset(_IRREGULAR["plural_only"])
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "these", "those", "some", "many", "two", "three", "four"))
_CLAUSES = frozenset(("dressed", "wearing", "made", "covered", "filled", "carved", "shaped", "that", "who"))


def plural(phrase: str) -> str:
    """Several of it: "red pandas", "bowls of soup"; the same words where they have no plural or are one."""
    row = phrase.split()
    return phrase if _takes_no_article(row) else _with_head(row, _plural)


def singular(phrase: str) -> str:
    """One of it; the same words where they name one already."""
    row = phrase.split()
    return phrase if row and _is_activity(row) else _with_head(row, _singular)


def is_plural(phrase: str) -> bool:
    """Whether a sentence says "are" of it: "red pandas", "jeans", "bowls of soup"."""
    row = phrase.split()
    return bool(row) and not _is_activity(row) and _is_plural(row[_head(row)])


def noun(phrase: str) -> str:
    """What a phrase is about: "chef holding a knife" -> "chef", "red bow tie" -> "tie"; "" for no phrase."""
    row = phrase.split()
    return row[_head(row)] if row else ""


def countable(word: str) -> bool:
    """Whether one can say "two" of it: not of jeans, garlic or curly hair."""
    return not is_plural(word) and with_article(word) != word


def with_article(phrase: str) -> str:
    """ "a red panda", "an hourglass"; without an article where none belongs: "jeans", "curly hair", "playing chess"."""
    row = phrase.split()
    if _takes_no_article(row) or _is_plural(row[_head(row)]):
        return phrase
    return f"{word_rules.article(row[0])} {phrase}"


def where(place: str) -> str:
    """How one says that something is there: "on a beach", "in the forest", "at an airport", "under water"."""
    row = place.split()
    if not row or row[0].lower() in PREPOSITIONS:
        return place
    given = row.pop(0).lower() if row[0].lower() in {"a", "an", "the"} and len(row) > 1 else ""
    name = " ".join(row)
    if name.lower() in SAID_AS:
        return SAID_AS[name.lower()]
    head = row[_head(row)].lower()
    how = WHERE.get(name.lower())
    if how is None:  # a place described further is one of many: "in the forest", but "in a dark forest"
        how = (WHERE.get(head) or WHERE.get(_singular(head)) or "in").partition(" ")[0] + " a"
    preposition, _, article = how.partition(" ")
    if given == "the" or article == "the" and not given:
        name = f"the {name}"
    elif article == "a" and not name[0].isupper():  # Paris takes no article
        name = with_article(name)
    return f"{preposition} {name}".strip()


def forms(word: str) -> frozenset[str]:
    """The word and its inflections, whatever it is: "run" -> run, runs, running, ran.

    It does not know nouns from verbs, and gives the forms of both; some of them no one has ever used.
    """
    return _forms(word.lower())


def names(word: str) -> frozenset[str]:
    """Every form of the word and of its synonyms."""
    return _names(word.lower())


def same_word(a: str, b: str) -> bool:
    """Whether two words are forms of one, or name the same thing to one who looks at it."""
    return b.lower() in names(a) or a.lower() in names(b)


def content_words(text: str) -> tuple[str, ...]:
    """The words that say something, in order: lower-case, hyphens split, accents and 's off, stop words out."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("\u2019", "'"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = re.findall(r"[^\W_]+", re.sub(r"'s\b", "", plain))
    return tuple(word for word in found if word not in STOP_WORDS)


def missing_words(head: str, text: str) -> list[str]:
    """The content words of a head that a text does not have, in any form or by a synonym.

    Words may be written as one or as two: "firetruck", "fire truck". A light verb need not come up where a noun does:
    who is "making a sandcastle" may be "building" one.
    """
    wanted = content_words(head)
    wanted = tuple(word for word in wanted if not forms(word) & LIGHT_VERBS) or wanted
    found = content_words(text)
    said = {*found, *(a + b for a, b in pairwise(found))}
    joined = {part for a, b in pairwise(wanted) if names(a + b) & said for part in (a, b)}
    return [word for word in wanted if word not in joined and not names(word) & said]


# phrases -------------------------------------------------------------------------------------------------------------


def _head(row: list[str]) -> int:
    """Where the noun stands that the phrase is about: before the first "of", "with", "riding", "dressed"."""
    for i in range(1, len(row)):
        word = row[i].lower()
        if word in PREPOSITIONS or word in _CLAUSES or _is_activity(row[i:]):
            return i - 1
    return len(row) - 1


def _with_head(row: list[str], change: Callable[[str], str]) -> str:
    if not row:
        return ""
    head = _head(row)
    word = row[head]
    changed = change(word.lower())
    if changed != word.lower():
        row[head] = changed.capitalize() if word[0].isupper() else changed
    return " ".join(row)


def _takes_no_article(row: list[str]) -> bool:
    """Nothing, a phrase that has its article, an activity, or a noun like water."""
    if not row or row[0].lower() in _DETERMINERS or _is_activity(row):
        return True
    whole, named = " ".join(row).lower(), [word.lower() for word in row[: _head(row) + 1]]
    return whole in _NO_ARTICLE or any(" ".join(named[start:]) in _NO_ARTICLE for start in range(len(named)))


def _is_activity(row: list[str]) -> bool:
    """ "riding a horse", "playing chess", "swimming"; but not "frying pan", "painting" or "ring"."""
    word, after = row[0].lower(), " ".join(row[1:2]).lower()
    if not word.endswith("ing") or _singular(after) in MADE_FOR_ING or all(verb == word for verb in _verbs(word)):
        return False
    return word not in THINGS_IN_ING or after in _DETERMINERS


# words ---------------------------------------------------------------------------------------------------------------


def _is_plural(word: str) -> bool:
    return word.lower() in _PLURAL_ONLY or _singular(word.lower()) != word.lower()


def _plural(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word][0]
    return word if _is_plural(word) else word_rules.plural(word)


def _singular(word: str) -> str:
    if word in _PLURALS or word in _PLURAL_ONLY:
        return word
    return _SINGULARS.get(word) or word_rules.singular(word)


def _verb_forms(verb: str) -> tuple[str, ...]:
    return _VERBS.get(verb) or word_rules.verb(verb)


def _verbs(word: str) -> Iterator[str]:
    """The verbs that a word may be a form of."""
    if word in _VERB_OF:
        yield _VERB_OF[word]
        return
    if word in _PLURALS:
        return
    for ending in ("ing", "ed", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and re.search("[aeiouy]", stem):
            guesses = {stem, stem + "e", stem[:-1], re.sub("i$", "y", stem), re.sub("ie$", "y", stem)}
            yield from sorted(verb for verb in guesses if word in _verb_forms(verb))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    one = _singular(word)
    found = {word, one, _plural(one), *_PLURALS.get(one, ())}
    for verb in tuple(_verbs(word)) or (one,):
        found |= {verb, *_verb_forms(verb)}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _names(word: str) -> frozenset[str]:
    family = _forms(word)
    others = (_forms(other) for form in sorted(family) for other in SYNONYMS.get(form, ()))
    return family.union(*others)
