"""Every phrase that the sketch renderer understands, and what it can mean.

LEXICON["orange"] is (Meaning("colour", "orange"), Meaning("subject", "orange")): the parser chooses by what stands
around it. Keys are normalised: lower-case, no articles, no hyphens, no accents.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from synthgen.kit import words
from synthgen.kit.prompt_text import QUALITY
from synthgen.renderer.sketch import phrases, place_synonyms, synonyms, who
from synthgen.renderer.sketch.categories import DESSERTS, JEWELRY, KINDS, MORE_BIRDS
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.media import MEDIA
from synthgen.renderer.sketch.patterns import COATS, MATERIALS
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.props import ROLES, WEARABLE
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF, ROOMS
from synthgen.renderer.sketch.synonym_rows import Rows
from synthgen.renderer.sketch.weather import LIGHT

Kind = Literal[
    "subject", "place", "medium", "light", "colour", "number", "person", "age", "skin", "verb", "state", "link",
    "vessel", "role", "material", "wearable", "act", "category", "table", "filler", "other",
]  # fmt: skip


HEAD_ORDER: tuple[Kind, ...] = ("subject", "place", "person", "medium", "light", "wearable")
KEYWORD_ORDER: tuple[Kind, ...] = ("filler", "light", "medium", "place", "vessel", "table", "person", "subject")
AFTER: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "wears": ("wearable", "subject"),
        "with": ("wearable", "subject", "person"),
        "in": ("place", "vessel", "table", "light", "medium", "wearable", "subject"),
        "on": ("place", "table", "subject"),
        "is dressed as": ("role",),
        "is made of": ("material",),
        "has a coat of": ("material",),
        "link": ("place", "table", "light", "subject", "person"),
    }
)
"""Which meaning comes first after a verb; after all other verbs it is the subject."""


class Meaning(NamedTuple):
    """What a phrase can stand for; `many` for a plural."""

    kind: Kind
    value: str
    many: bool = False


CATEGORIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "animal": frozenset(ROOMS["animals"]),
        "wildlife": frozenset(ROOMS["animals"]),
        "bird": phrases.BIRDS | MORE_BIRDS,
        "food": frozenset(ROOMS["food"]),
        "dessert": DESSERTS,
        "fruit": phrases.FRUIT,
        "vegetable": phrases.VEGETABLES,
        "vehicle": frozenset(ROOMS["vehicles"]),
        "furniture": frozenset(ROOMS["furniture"]),
        "plant": frozenset(ROOMS["plants"]),
        "houseplant": frozenset(ROOMS["plants"]),
        "flower": phrases.FLOWERS,
        "bush": phrases.SHRUBS,
        "shrub": phrases.SHRUBS,
        "jewelry": JEWELRY,
        "petals": phrases.FLOWERS,
        **KINDS,
        "hairstyle": frozenset(ROOMS["hair"]),
        "haircut": frozenset(ROOMS["hair"]),
    }
)
"""Words that only say again what the head is."""
SECOND_PLURALS: Mapping[str, str] = MappingProxyType(
    {"cactuses": "cactus", "octopi": "octopus", "hippopotami": "hippopotamus", "mangos": "mango", "fishes": "fish"}
)


def plurals(name: str) -> tuple[str, ...]:
    """The plural forms that differ from the name: "red panda" -> ("red pandas",)."""
    several = words.plural(name)
    more = (other for other, one in SECOND_PLURALS.items() if one == name)
    return (*((several,) if several != name else ()), *more)


def is_plural(name: str) -> bool:
    """Whether a drawing's name names several already, as "pancakes" does: they are not counted."""
    return words.singular(name) != name


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Lower-case words without articles, hyphens, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    spaced = re.sub(r"[-_/]", " ", re.sub(r"['’`]", "", plain)).replace("&", " and ")
    return " ".join(w for w in re.sub(r"[.,;:!?\"“”()\[\]{}<>|*]", " ", spaced).split() if w not in phrases.ARTICLES)


def rgb(colour: str, hair: bool = False) -> RGB:
    """The colour of a colour word of the lexicon: "red", "light blue", on hair "blonde"."""
    if hair and colour in phrases.HAIR_COLOURS:
        return phrases.HAIR_COLOURS[colour]
    tint, _, base = colour.rpartition(" ")
    return shade(COLOURS[base], phrases.TINTS[tint]) if tint else COLOURS[base]


def _things(names: Iterable[str], rows: Rows, kind: Kind) -> Iterator[tuple[str, Meaning]]:
    """Names and their synonyms; of subjects also the plurals."""
    called = {normal(name): name for name in names}
    for row in rows:
        drawn = next((called[normal(word)] for word in row if normal(word) in called), None)
        if drawn:
            called |= {normal(word): drawn for word in row if normal(word) not in called}
    for word, name in called.items():
        yield word, Meaning(kind, name)
        if kind == "medium":
            yield from ((f"{word} {noun}", Meaning(kind, name)) for noun in phrases.MEDIUM_NOUNS)
        if kind == "subject":
            yield from (
                (normal(form), Meaning(kind, name, True)) for form in plurals(word) if normal(form) not in called
            )


def _colours() -> Iterator[tuple[str, Meaning]]:
    for word, colour in ({c: c for c in COLOURS} | dict(phrases.COLOUR_WORDS)).items():
        yield word, Meaning("colour", colour)
        if " " not in colour:
            yield from ((f"{tint} {word}", Meaning("colour", f"{tint} {colour}")) for tint in phrases.TINTS)
    for word, colour in (
        {c: c for c in phrases.HAIR_COLOURS if c not in COLOURS} | dict(phrases.HAIR_COLOUR_WORDS)
    ).items():
        yield word, Meaning("colour", colour)


def _entries() -> Iterator[tuple[str, Meaning]]:
    """All phrases, the preferred meaning of each first."""
    yield from _things(DRAWINGS, synonyms.SUBJECTS, "subject")
    yield from _things(PLACES, place_synonyms.PLACES, "place")
    yield from _things((*MEDIA, *phrases.NATIVE), place_synonyms.MEDIA, "medium")
    yield from ((normal(word), Meaning("light", word)) for word in (*LIGHT, *phrases.MORE_LIGHT))
    yield from ((normal(word), Meaning("light", effect)) for word, effect in phrases.MOODS.items())
    yield from _colours()
    yield from ((word, Meaning("number", n)) for word, n in phrases.NUMBERS.items())
    yield from ((word, Meaning("person", word)) for word in phrases.PERSONS)
    yield from ((word, Meaning("person", person, True)) for word, person in phrases.PEOPLE.items())
    yield from ((word, Meaning("person", person)) for word, person in who.SAME_PERSON.items())
    yield from ((word, Meaning("age", age)) for word, age in who.AGES.items())
    yield from ((word, Meaning("skin", skin)) for word, skin in who.SKINS.items())
    yield from ((normal(word), Meaning("state", state)) for word, state in phrases.STATES.items())
    yield from ((normal(word), Meaning("verb", verb)) for word, verb in phrases.VERBS.items())
    yield from ((word, Meaning("vessel", vessel)) for word, vessel in phrases.VESSELS.items())
    yield from ((word, Meaning("role", word)) for word in ROLES)
    yield from ((word, Meaning("material", word)) for word in (*MATERIALS, *COATS))
    yield from _things(WEARABLE, place_synonyms.WEARABLE, "wearable")
    yield from ((word, Meaning("act", word)) for word in phrases.ACTS)
    yield from ((word, Meaning("category", word)) for word in CATEGORIES)
    yield from ((word, Meaning("table", "")) for word in phrases.TABLES)
    yield from ((word, Meaning("link", word)) for word in phrases.LINKS)
    yield from ((word, Meaning("other", word)) for word in phrases.OTHER_THINGS)
    yield from ((normal(word), Meaning("filler", "")) for word in (*QUALITY, *phrases.FILLERS))


def _lexicon() -> Mapping[str, tuple[Meaning, ...]]:
    table: defaultdict[str, list[Meaning]] = defaultdict(list)
    for word, meaning in _entries():
        if meaning not in table[word]:
            table[word].append(meaning)
    return MappingProxyType({word: tuple(meanings) for word, meanings in table.items()})


LEXICON = _lexicon()
LONGEST = max(len(word.split()) for word in LEXICON)
"""Words in the longest phrase."""


def is_action(word: str) -> bool:
    """Whether the word alone is something that people do."""
    return any(m.kind == "subject" and ROOM_OF[m.value] == "actions" for m in LEXICON.get(word, ()))


def takes_colour(name: str, colour: str) -> bool:
    """Whether a drawing can be shown in a colour."""
    drawing, hair = DRAWINGS[name], ROOM_OF[name] == "hair"
    if colour in phrases.HAIR_COLOURS and colour not in COLOURS and not hair:
        return False
    return drawing.recolours or colour == drawing.colour


def colour_first(words: Sequence[str]) -> Sequence[str]:
    """ "long curly red hair" as "red long curly hair"."""
    if "hair" not in words:
        return words
    at = words.index("hair") - 1
    if at < 1 or not any(m.kind == "colour" for m in LEXICON.get(words[at], ())):
        return words
    start = at
    while start > 0 and words[start - 1] in phrases.HAIR_ADJECTIVES:
        start -= 1
    return [*words[:start], words[at], *words[start:at], *words[at + 1 :]]


def begins_noun(rest: Sequence[str]) -> bool:
    """Whether a noun follows, perhaps after a number or another colour."""
    for end in range(min(len(rest), LONGEST), 0, -1):
        meanings = LEXICON.get(" ".join(rest[:end]), ())
        if meanings:
            noun = " ".join(rest[:end]) in phrases.NOUN_LIGHTS
            return noun or any(m.kind in ("subject", "wearable", "person", "colour") for m in meanings)
    return bool(rest)
