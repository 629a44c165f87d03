"""What common English words name: things, animals, people, places, parts; and what each is a kind of.

lexicon.txt is written by scripts/write_lexicon.py from WordNet 3.1 (lexicon.LICENSE); it is read when first asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from synthgen.kit.words import forms, singular

SEEN = frozenset(
    {"animal", "artifact", "part", "food", "group", "place", "natural", "person", "weather", "plant", "substance"}
)
"""Classes of nouns that name what can be seen."""
LIVING = frozenset({"animal", "person", "plant", "food"})
"""Those that are words for what they hold."""
_ADJECTIVE = re.compile(r"(?:able|ible|ous|ful|ive|less|ish|ic|ical|al|esque)$")
_ABSTRACT = re.compile(r"(?:ness|tion|sion|ity|ism|ment|ship|ance|ence|ology|hood)$")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    classes: Mapping[str, frozenset[str]]
    parents: Mapping[str, frozenset[str]]
    """A seat that is furniture is another word here ("seat~1") than one that is a region."""


@cache
def _lexicon() -> _Lexicon:
    classes: dict[str, set[str]] = {}
    parents: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("lexicon.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        kind, _, parent = name.partition(" ")
        for word in words.split():
            classes.setdefault(word.partition("~")[0], set()).add(kind)
            if parent:
                parents.setdefault(word, set()).add(parent)
                if "~" in word and kind in ("animal", "plant", "food"):  # a palm is a tree too
                    parents.setdefault(word.partition("~")[0], set()).add(parent)
    return _Lexicon(*({word: frozenset(of) for word, of in table.items()} for table in (classes, parents)))


@lru_cache(maxsize=20_000)
def classes(word: str) -> frozenset[str]:
    """What a word or one of its forms can be: classes of nouns, "verb", "adj", "abstract", "adv", "judging", "looks".

    Empty for a word that nobody knows.
    """
    table = _lexicon().classes
    if found := table.get(word, frozenset()) | table.get(singular(word), frozenset()):
        return found | {"adj"} if re.search("(?:able|ible|ous)$", word) else found  # an edible, but edible fruit
    if verbs := {"verb"} if any("verb" in table.get(form, ()) for form in forms(word)) else set():
        return frozenset(verbs)
    if word.endswith("ly"):
        return frozenset({"adv"})
    return frozenset({"adj"} if _ADJECTIVE.search(word) else {"abstract"} if _ABSTRACT.search(singular(word)) else ())


@lru_cache(maxsize=20_000)
def kinds(phrase: str) -> frozenset[str]:
    """All that a thing is a kind of, by the usual sense: "owl" -> raptor, bird, animal."""
    table = _lexicon()
    words = [singular(word) for word in phrase.lower().split()]
    whole = "_".join(words)
    start = whole if whole in table.classes else words[-1] if words else ""
    found: set[str] = set()
    reached = {start}
    while reached:
        reached = {up for word in reached for up in table.parents.get(word, ())} - found
        found |= reached
    return frozenset({word.partition("~")[0] for word in found} | (table.classes.get(start, frozenset()) & LIVING))
