"""English words: their forms, their articles, what names the same thing, and how one stands at a place.

Rules cover regular words; what they get wrong lies in forms.json, which scripts/write_forms.py writes.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypedDict, cast

from synthgen.kit.word_tables import ING_NOUNS, PREPOSITIONS, SAID_AS, STOP_WORDS, SYNONYMS, WHERE

__all__ = ["SYNONYMS", "content_words", "forms", "names", "plural", "same_word", "singular", "where", "with_article"]


class _Irregular(TypedDict):
    """What forms.json holds: the words that the rules below get wrong."""

    plurals: dict[str, list[str]]
    """Of nouns; the usual plural first."""
    verbs: dict[str, list[str]]
    """He ..., ...ing, past, participle."""
    no_article: list[str]
    """Nouns and phrases that take neither a nor an: hair, ice cream."""
    plural_only: list[str]


_IRREGULAR = cast(_Irregular, json.loads(Path(__file__).with_name("forms.json").read_text(encoding="utf-8")))
_PLURALS, _VERBS = _IRREGULAR["plurals"], _IRREGULAR["verbs"]
_SINGULARS = {several: one for one, plurals in _PLURALS.items() for several in plurals}
_VERB_OF = {form: verb for verb, others in _VERBS.items() for form in others}
_NO_ARTICLE, _PLURAL_ONLY = frozenset(_IRREGULAR["no_article"]), frozenset(_IRREGULAR["plural_only"])
_DETERMINERS = frozenset("a an the this that these those some many two three four five six seven eight nine ten".split())
# A vowel that is said like "you" or "one", and a consonant that is said with a vowel first.
_AFTER_A = re.compile(r"(?:uni(?![nmd])|u[bcfkqrst][aeiou]|ufo|eu|ewe|one\b|once\b)", re.IGNORECASE)
_AFTER_AN = re.compile(r"(?:[aeiouAEIOU]|(?i:hour|heir|honest|hono|8|1[18]\b|x-)|[FHLMNRSX](?:[A-Z0-9]|\b))")


def plural(phrase: str) -> str:
    """Several of it: "red pandas", "bowls of soup"; the same words where they have no plural or are one."""
    row = phrase.split()
    return phrase if _takes_no_article(row) else _with_head(row, _plural)


def singular(phrase: str) -> str:
    """One of it; the same words where they name one already."""
    return _with_head(phrase.split(), _singular)


def with_article(phrase: str) -> str:
    """ "a red panda", "an hourglass"; without an article where none belongs: "jeans", "curly hair", "playing chess"."""
    row = phrase.split()
    if _takes_no_article(row) or _is_plural(row[_head(row)]):
        return phrase
    a = not _AFTER_A.match(row[0]) and _AFTER_AN.match(row[0])
    return f"{'an' if a else 'a'} {phrase}"


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


# phrases -------------------------------------------------------------------------------------------------------------


def _head(row: list[str]) -> int:
    """Where the noun stands that the phrase is about: before the first "of", "with", "riding", "dressed"."""
    for i in range(1, len(row)):
        word, after = row[i].lower(), " ".join(row[i + 1 : i + 2]).lower()
        doing = word.endswith("ing") and (word not in ING_NOUNS or after in _DETERMINERS)
        if doing or word in PREPOSITIONS or word in {"dressed", "made", "covered", "filled", "that", "who"}:
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
    words = [word.lower() for word in row[: _head(row) + 1]]
    return any(" ".join(words[start:]) in _NO_ARTICLE for start in range(len(words)))


def _is_activity(row: list[str]) -> bool:
    """ "riding a horse", "swimming"; but not "frying pan", "painting" or "ring"."""
    first, after = row[0].lower(), " ".join(row[1:2]).lower()
    if first in ING_NOUNS:
        return after in _DETERMINERS | PREPOSITIONS
    return first.endswith("ing") and any(verb != first for verb in _verbs(first))


# words ---------------------------------------------------------------------------------------------------------------


def _is_plural(word: str) -> bool:
    return word.lower() in _PLURAL_ONLY or _singular(word.lower()) != word.lower()


def _plural(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word][0]
    return word if _is_plural(word) else _regular_plural(word)


def _regular_plural(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _singular(word: str) -> str:
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word in _PLURALS or word in _PLURAL_ONLY or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^sui]s$", word) else word


def _verbs(word: str) -> Iterator[str]:
    """The verbs that a word may be a form of."""
    if word in _VERB_OF:
        yield _VERB_OF[word]
        return
    for ending in ("ing", "ed", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and re.search("[aeiouy]", stem):
            guesses = {stem, stem + "e", stem[:-1], re.sub("i$", "y", stem), re.sub("ie$", "y", stem)}
            yield from sorted(verb for verb in guesses if word in _verb_forms(verb))


def _verb_forms(verb: str) -> tuple[str, ...]:
    """He ..., ...ing, past, participle."""
    if verb in _VERBS:
        return tuple(_VERBS[verb])
    doubled = verb + verb[-1:] if re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb) else verb
    participle = verb[:-2] + "y" if verb.endswith("ie") else re.sub(r"(?<![eoy])e$", "", doubled)
    past = doubled[:-1] if doubled.endswith("e") else re.sub(r"(?<![aeiou])y$", "i", doubled)
    return _regular_plural(verb), participle + "ing", past + "ed", past + "ed"


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    found = {word}
    for base in {word, _singular(word), *_verbs(word)}:
        found |= {base, _plural(base), *_PLURALS.get(base, ()), *_verb_forms(base)}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _names(word: str) -> frozenset[str]:
    family = _forms(word)
    others = (_forms(other) for form in sorted(family) for other in SYNONYMS.get(form, ()))
    return family.union(*others)
