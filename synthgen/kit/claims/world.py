"""What a prompt and the facts say of a picture, word by word, and which of it may be repeated."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from synthgen.kit.claims import tables
from synthgen.kit.claims.reading import Row, clauses, noun_like, plain, sentences
from synthgen.kit.claims.tables import COLOURS, COUNTS, NEGATORS, PEOPLE_NOUNS, PREPOSITIONS
from synthgen.kit.lexicon import SEEN, classes, kinds
from synthgen.kit.near import apart
from synthgen.kit.seen import SEEN as PLACES
from synthgen.kit.seen import inside, may_be_seen, places_in
from synthgen.kit.words import SYNONYMS, content_words, is_plural, names, plural
from synthgen.types import ClaimType, Fields, Known

_AGES = {
    "young": "young youthful adult",
    "middle-aged": "middle aged adult mature",
    "elderly": "elderly old older senior aged adult",
}
_GROWN = frozenset(("woman", "women", "lady", "ladies", "man", "men", "gentleman", "gentlemen"))
_GENDERED = _GROWN | {"girl", "girls", "boy", "boys"}
_AROUND = {
    "": "",
    "outdoors": "outdoors outdoor outside landscape scenery",
    "indoors": "indoors indoor inside interior",
}
"""What is said of all places of a kind."""
_PERSONS = {
    "woman": "woman lady female adult",
    "man": "man gentleman male adult guy",
    "girl": "girl child kid young female lass",
    "boy": "boy child kid young male lad",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the prompt, or one fact."""

    type: ClaimType
    phrase: str
    trusted: bool
    words: frozenset[str]
    """All forms and synonyms of its words."""
    heads: frozenset[str]
    """Those of its words that name a thing by themselves, and what the thing is a kind of."""
    loose: bool = False
    """Its words may be used in any order: a place, light, a fact."""


@dataclass(frozen=True, eq=False)
class World:
    fields: Fields
    known: Known
    noun: str
    parts: tuple[Part, ...]
    absent: frozenset[str]
    """What facts say is not there."""
    by_word: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    @cached_property
    def closed(self) -> bool:
        return "absence" in self.known.asserts

    def trusts(self, kind: ClaimType) -> bool:
        return kind in self.known.asserts

    def licensed(self, word: str) -> tuple[Part, ...]:
        """The parts that say the word."""
        return self.by_word.get(word, ())

    def heads(self, word: str) -> tuple[Part, ...]:
        """The parts of which the word names a thing."""
        return tuple(part for part in self.licensed(word) if word in part.heads)

    def is_noun(self, word: str) -> bool:
        return noun_like(word) or bool(self.heads(word)) or word in self.nouns

    def shows(self, noun: str) -> bool:
        """Whether a noun names one of the things that the prompt sets into the picture: no place."""
        named = any(noun in part.words for part in self.heads(noun))
        return named and not classes(noun) & {"natural", "place"}

    @cached_property
    def own(self) -> frozenset[str]:
        """The very words of the prompt."""
        return frozenset(word for part in self.parts for word in part.phrase.split())

    @cached_property
    def people(self) -> bool:
        return bool(self.fields.person) or self.noun in PEOPLE_NOUNS or "person" in classes(self.head)

    @cached_property
    def head(self) -> str:
        """The last word of what the picture shows, before anything is said of it."""
        rows = split(self.fields.subject)
        return rows[0][_head_of(rows[0])] if rows else ""

    @cached_property
    def several(self) -> bool:
        """Whether more than one of the subject is shown."""
        return several(self.fields.subject, self.fields.count)

    @cached_property
    def thing(self) -> str:
        """What claims call the subject."""
        rows = split(self.fields.subject)
        if not rows or self.fields.person:
            return self.fields.person
        *row, last = rows[0]
        kept = [word for word, after in pairwise((*row, last)) if word not in COLOURS or one_name(word, after)]
        return " ".join((*kept, last))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Places that somebody described, if the prompt has one: "kitchen" of a kitchen table."""
        place = self.fields.place
        if not place or place in PLACES:
            return (place,) if place else places_in(self.fields.subject)
        return places_in(place)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Words for any subject of the ability."""
        return _all(f"{self.noun} {tables.KINDS.get(self.noun, '')}")

    def may_show(self, thing: str) -> bool:
        """Whether the place, or what the prompt names, may bring the thing without naming it."""
        if any(may_be_seen(place, thing) for place in self.places):
            return True
        clothed = self.noun == "piece of clothing"  # there, garments are what is asked for
        if self.people and not clothed and kinds(thing) & _CARRIED:  # a chef may wear a hat that nobody named
            return True
        if self.fields.place and not self.places and _common() & _all(thing):
            return True
        fields = self.fields
        named = (fields.subject, fields.person, fields.medium, fields.relation, *fields.companions)
        return any(not apart(thing, other) for other in named if other)


_CARRIED = {"clothing", "garment", "tool", "implement"}
"""What somebody who is shown may wear or hold."""


@cache
def _common() -> frozenset[str]:
    """What more than one of the described places hold: it may be in one that nobody described."""
    held = Counter(word for things in PLACES.values() for word in {name for thing in things for name in _all(thing)})
    return frozenset(word for word, places in held.items() if places > 1) | _all("person people")


def one_name(word: str, after: str) -> bool:
    """Whether two words name one thing that the second alone does not: coral reef, ice cream, orange juice."""
    return f"{word} {after}" in PLACES or kinds(f"{word} {after}") != kinds(after)


def split(phrase: str) -> list[tuple[str, ...]]:
    """The noun phrases of a keyword: "penguin driving a car" -> (penguin,), (car,)."""
    found: list[tuple[str, ...]] = []
    row: list[str] = []
    words = [word.strip(",.'\"") for word in plain(phrase).replace("-", " ").split()]
    for word, after in zip(words, [*words, ""][1:], strict=True):
        cut = word in PREPOSITIONS or word in tables.DETERMINERS or word in ("and", "or", "who", "that")
        doing = word.endswith(("ing", "ed")) and bool(row) and "verb" in classes(word) and not classes(word) & SEEN
        if cut or doing or row and word.endswith("ing") and after in tables.DETERMINERS:
            if row:
                found.append(tuple(row))
            row = []
        elif word:
            row.append(word)
    return [*found, tuple(row)] if row else found


def _head_of(row: Row) -> int:
    """Where the noun stands that a phrase is about."""
    return max((i for i, word in enumerate(row) if noun_like(word)), default=len(row) - 1)


def _all(text: str) -> frozenset[str]:
    return frozenset().union(*(names(word) for word in content_words(text)))


def _heads(phrase: str) -> frozenset[str]:
    found: set[str] = set()
    for row in split(phrase):
        end = _head_of(row)
        found |= names(row[end]) | names(row[-1])
        if not kinds(row[end]):  # what no lexicon has may be told from its end: a raincoat is a coat
            for ending in (row[end][-n:] for n in range(4, len(row[end]) - 2) if noun_like(row[end][-n:])):
                found |= names(ending) | kinds(ending)
        found |= frozenset().union(*(names(word) for word in row if word.endswith("ing")))
        for start in range(end + 1):
            for kind in kinds(" ".join(row[start : end + 1])) - tables.TOO_WIDE:
                found |= {kind, plural(kind)} | SYNONYMS.get(kind, frozenset())
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _part(kind: ClaimType, phrase: str, trusted: bool, loose: bool, extra: str = "") -> Part:
    phrase = plain(phrase)
    doers = {end for w in phrase.split() if w.endswith("ing") for end in (w[:-3] + "er", w[:-3] + "ers")}
    extra += f" {' '.join(doers)}" if kind in ("subject", "relation") else ""  # who drives is a driver
    words = _all(phrase) | _all(extra) | frozenset(content_words(extra)) | frozenset(phrase.lower().split())
    heads = (
        frozenset()
        if kind in ("pose", "relation", "colour")
        else _heads(phrase) - ({"person"} if kind != "subject" else set())
    )
    return Part(kind, phrase, trusted, words, heads | _all(extra), loose)


def _attribute_type(word: str) -> ClaimType:
    """Of what type a keyword is that nobody sorted."""
    row = content_words(word)
    if not row:
        return "subject"
    last = row[-1]
    if last in COLOURS or any(w in COLOURS for w in row) and not noun_like(last):
        return "colour"
    if any(w in tables.LIGHT for w in row):
        return "place"
    if any(w in tables.MEDIA for w in row):
        return "medium"
    kinds_of = classes(last)
    if kinds_of & {"place", "natural"} or inside(word):
        return "place"
    if "person" in kinds_of or not kinds_of & SEEN:
        return "pose" if last.endswith("ing") else "subject"
    return "object"


def _parts(fields: Fields, asserts: frozenset[ClaimType], noun: str) -> Iterator[Part]:
    def part(kind: ClaimType, phrase: str, loose: bool = False, extra: str = "", trusted: bool | None = None) -> Part:
        return _part(kind, phrase, kind in asserts if trusted is None else trusted, loose, extra)

    style = fields.subject == fields.medium
    trusted = "subject" in asserts or style and "medium" in asserts
    around = _AROUND[inside(fields.subject)] if noun == "scene" else ""
    yield part("subject", fields.subject, noun in ("hairstyle", "scene"), around, trusted=trusted)
    for word in fields.attributes:
        if word.lower() in fields.subject.lower():
            continue
        kind = _attribute_type(word)
        yield part(kind, word, kind not in ("colour", "subject"), extra=inside(word) if kind == "place" else "")
    if fields.person:
        shown = part("subject", fields.person, True, _PERSONS.get(fields.person, ""))
        others = _GROWN if fields.person in ("girl", "boy") else frozenset()
        yield replace(shown, words=shown.words - others, heads=shown.heads - others)
    if fields.age:
        yield part("subject", fields.age, True, _AGES.get(fields.age, ""))
    if fields.skin:
        yield part("subject", fields.skin, True, "skin complexion skinned")
    if fields.relation:
        yield part("relation", fields.relation, True)
    if fields.place:
        yield part("place", fields.place, True, _AROUND[inside(fields.place)])
    for companion in fields.companions:
        yield part("subject" if style else "object", companion)
    for light in fields.light:
        yield part("place", light, True, "light lighting lit" if "light" in light else "")
    if fields.medium:
        yield part("medium", fields.medium, True, _medium_words(fields.medium))
    for quality in fields.quality:
        yield part("medium", quality, True, trusted=True)


def _medium_words(medium: str) -> str:
    """What else one says of a medium."""
    if "photo" in medium:
        return "photo photograph photography photographic shot snapshot realistic"
    found = "artwork art"
    for word, others in (
        ("paint", "painting painted"), ("draw", "drawing drawn"), ("water", "painting painted watercolor"),
        ("oil", "painting painted"), ("gouache", "painting painted"), ("acrylic", "painting painted"),
        ("fresco", "painting painted"), ("sketch", "drawing drawn sketched"), ("pencil", "drawing drawn sketch"),
        ("ink", "drawing drawn"), ("crayon", "drawing drawn"), ("charcoal", "drawing drawn"),
        ("pastel", "drawing drawn"), ("chalk", "drawing drawn"), ("render", "digital rendered 3d cgi"),
        ("pixel", "digital"), ("embroider", "embroidery"), ("impression", "painting painted"),
        ("cubist", "painting painted"), ("pointillist", "painting painted"), ("pop", "print"),
    ):  # fmt: skip
        if word in medium:
            found += " " + others
    return found


@lru_cache(maxsize=4096)
def world(fields: Fields, known: Known, noun: str) -> World:
    """The world of one picture."""
    parts = [part for part in _parts(fields, known.asserts, noun) if part.words]
    absent: set[str] = set()
    for fact in known.facts:
        there, missing = _told(fact)
        parts.append(_part("subject", there, True, True))
        absent |= {name for word in missing.split() for name in names(word)}
    found = World(fields, known, noun, tuple(parts), frozenset(absent - tables.HARMLESS))
    for part in parts:
        others = _GENDERED - set(part.phrase.split()) if fields.person not in ("", part.phrase) else frozenset()
        for word in (part.words | part.heads) - (tables.FUNCTION - PREPOSITIONS) - others:
            found.by_word[word] = (*found.by_word.get(word, ()), part)
    return found


def _told(fact: str) -> tuple[str, str]:
    """The words for what a fact says, and for what it denies."""
    there: list[str] = []
    missing: list[str] = []
    for sentence in sentences(fact):
        for clause in clauses(sentence):
            at = next((i for i, word in enumerate(clause.words) if word in NEGATORS), len(clause.words))
            there += clause.words[:at]
            missing += clause.words[at:]
    return " ".join(there), " ".join(missing)


def own_number(phrase: str) -> int | None:
    """How many a keyword says there are: "two cats" -> 2."""
    first = phrase.lower().split()[:1]
    return COUNTS.get(first[0]) if first else None


def several(phrase: str, count: int) -> bool:
    return count > 1 or is_plural(phrase) or (own_number(phrase) or 1) != 1
