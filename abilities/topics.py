"""What can be asked about a picture, and how: the parts of its prompt, each with its sentence patterns.

Only parts whose type of claim the renderer is trusted for; what is surely not there only in a closed world.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from typing_extensions import TypedDict

from synthgen.kit import words
from synthgen.kit.near import apart
from synthgen.kit.people import GENDERS, described
from synthgen.kit.prompt_text import NUMBERS
from synthgen.kit.seen import SEEN, may_be_seen, places_in
from synthgen.types import Claim, ClaimType, Fields, Topic


class Asking(TypedDict):
    """Sentence patterns to talk about one part of a prompt; see `Topic`."""

    asks: Sequence[str]
    says: Sequence[str]
    denies: Sequence[str]
    checks: Sequence[str]
    chooses: Sequence[str]
    assumes: Sequence[str]


class Part(Asking):
    """A part that all abilities share, with values to ask about although they are not there."""

    others: Sequence[str]
    adds: Sequence[str]


class Reason(TypedDict):
    """A question that takes thought."""

    question: str
    answer: str


class Sentences(TypedDict):
    """Open questions, and answers to them."""

    questions: Sequence[str]
    answers: Sequence[str]


class Formats(TypedDict):
    """Sentences that ask for a short answer."""

    yes_no: Sequence[str]
    choice: Sequence[str]
    phrase: Sequence[str]


class ItemWords(TypedDict):
    """How an ability is tested. Patterns of questions are those of the part itself where none are given."""

    part: str
    """What is asked about: "head", "colour", ..."""
    cautions: str
    examples: Sequence[Mapping[str, Any]]
    wh: Sequence[str]
    yes_no: Sequence[str]
    either_or: Sequence[str]
    unsure: Sequence[str]
    """Subjects that are never offered as wrong: many other pictures may show them, too."""
    alike: Sequence[Sequence[str]]
    """Subjects that never stand against each other: they may pass for one another, or be seen together."""
    also: Mapping[str, Sequence[str]]
    """Subject -> other right words for it."""


NO_ITEMS = ItemWords(
    part="head", cautions="", examples=(), wh=(), yes_no=(), either_or=(), unsure=(), alike=(), also={}
)


class Turns(TypedDict):
    """How everything but the head is asked about."""

    several: Sentences
    topics: Mapping[str, Part]
    details: Sequence[str]
    formats: Formats
    reasons: Sequence[Reason]


TYPES: Mapping[str, ClaimType] = {
    "colour": "colour",
    "place": "place",
    "medium": "medium",
    "companion": "object",
    "count": "count",
    "person": "subject",
    "age": "subject",
    "inside": "place",  # told by the place
    "light": "place",  # there is no claim about light; a renderer that is trusted for places is trusted for their light
}


_SOMEWHERE = re.compile(r"\b(?:no sign|shows?|seen?|find)\b")
NO_THINGS = frozenset({"action", "hairstyle", "scene"})
"""What abilities call subjects that nobody would look for in a picture like an elephant."""


def topics(
    fields: Fields,
    blanks: Mapping[str, str],
    head: Asking,
    contrasts: Sequence[str],
    parts: Mapping[str, Part],
    asserts: frozenset[ClaimType],
) -> Iterator[Topic]:
    """The head first, then what else the prompt says, then what it leaves out."""
    places = [fields.place] if fields.place else places_in(fields.subject)
    unseen = [other for other in contrasts if not any(_seen(place, other) for place in places)]
    unseen = [other for other in unseen if all(apart(other, thing) for thing in fields.companions)]
    if "absence" not in asserts or any(place not in SEEN for place in places):
        head = _of_the_whole(head)
    doing = blanks["noun"] == "action"  # "painting" is no painting then
    not_so = tuple(other if doing else words.with_article(other) for other in unseen if apart(other, fields.subject))
    value = blanks["subject" if doing else "a_subject"]
    yield topic(Claim("subject", fields.subject, fields.subject), value, not_so, head)
    style = fields.subject == fields.medium
    for name, value in _said(fields, blanks):
        if value and TYPES[name] in asserts and name in parts:
            part = parts[name]
            how = part if name != "person" or "absence" in asserts else _of_the_whole(part)
            # in an open world, what the prompt does not name may still stand there
            wrong = part["others"] if name != "companion" or "absence" in asserts else ()
            others = tuple(_others(name, fields, value, wrong))
            yield topic(_claim(name, fields, blanks, value), value, others, how, name, part["adds"])
    if "absence" in asserts:
        own = () if style or blanks["noun"] in NO_THINGS else contrasts
        absent = tuple(absences(fields, (*own, *parts["absence"]["others"])))
        if absent:
            # what is there instead is told of the picture, not of a person in it, and names a thing, not the medium
            says = [say for say in head["says"] if not say.startswith("the {person}")] or head["says"]
            instead: Part = {**parts["absence"], "says": parts["absence"]["says"] if style else says}
            yield topic(None, "", absent, instead, "absence")


def _said(fields: Fields, blanks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parts of a prompt beside its head, as a sentence says them."""
    style = fields.subject == fields.medium
    yield "colour", blanks["colour"]
    yield "place", blanks["where"]
    yield "medium", "" if style else blanks["medium"]
    for thing in fields.companions[1:] if style else fields.companions:
        yield "companion", words.with_article(thing)
    yield "count", blanks["count"]
    yield "person", blanks["a_person"]
    yield "age", fields.age
    yield "inside", blanks.get("inside") or blanks.get("setting", "")
    yield "light", blanks["light"]


def _claim(name: str, fields: Fields, blanks: Mapping[str, str], value: str) -> Claim | None:
    """What a sentence with the value states, in the words of the prompt."""
    if name == "light":
        return None
    if name in ("person", "age"):
        return Claim("subject", fields.person, described(fields.person, fields.age if name == "age" else ""))
    if name == "inside":
        return Claim("place", blanks["thing"], value)
    return Claim(TYPES[name], blanks["thing"], _plain(name, fields, value))


def _of_the_whole(head: Asking) -> Asking:
    """Only denials that this is what the picture is of: in an open world, a thing may still be somewhere in it."""

    def kept(patterns: Sequence[str]) -> Sequence[str]:
        return [pattern for pattern in patterns if not _SOMEWHERE.search(pattern)] or patterns

    return {
        **head,
        "denies": kept(head["denies"]),
        "checks": kept(head["checks"]),
        "chooses": kept(head["chooses"]),
        "assumes": kept(head["assumes"]),
    }


def topic(
    claim: Claim | None,
    value: str,
    others: tuple[str, ...],
    how: Asking,
    part: str = "head",
    adds: Sequence[str] = (),
) -> Topic:
    return Topic(
        claim,
        value,
        others,
        asks=tuple(how["asks"]),
        says=tuple(how["says"]),
        denies=tuple(how["denies"]),
        checks=tuple(how["checks"]),
        chooses=tuple(how["chooses"]),
        assumes=tuple(how["assumes"]),
        adds=tuple(adds),
        part=part,
    )


def absences(fields: Fields, candidates: Iterable[str]) -> Iterator[str]:
    """Single things that neither the prompt names nor its place shows."""
    named = [fields.subject, fields.person, fields.medium, *fields.companions]
    places = [fields.place] if fields.place else places_in(fields.subject)
    for word in candidates:
        single = words.with_article(word) != word and not words.is_plural(word)
        seen = any(may_be_seen(place, word) for place in places)
        if single and not seen and all(apart(word, other) for other in named if other):
            yield word


def _seen(place: str, thing: str) -> bool:
    """Whether a place is known to show the thing."""
    return place in SEEN and may_be_seen(place, thing)


def _plain(name: str, fields: Fields, value: str) -> str:
    """The value in the words of the prompt."""
    if name == "companion":
        return next(thing for thing in fields.companions if words.with_article(thing) == value)
    return {"place": fields.place, "medium": fields.medium}.get(name, value)


def _others(name: str, fields: Fields, value: str, others: Sequence[str]) -> Iterator[str]:
    """What a part is surely not, as a sentence says it."""
    plain = _plain(name, fields, value)
    for other in others:
        if name == "count":
            if other != value and other in NUMBERS:
                yield other
        elif name == "person":
            if GENDERS.get(other) != GENDERS.get(fields.person) and fields.person in GENDERS:
                yield words.with_article(other)
        elif name in ("age", "inside"):
            if other != value and value != "middle-aged":  # which is next to young, and to elderly
                yield other
        elif apart(other, plain):
            if name == "companion" and fields.place and may_be_seen(fields.place, other):
                continue
            if name == "companion" and not all(apart(other, thing) for thing in fields.companions):
                continue
            if name == "place" and _seen(fields.place, other):  # a lake may lie in a forest
                continue
            yield words.where(other) if name == "place" else other if name == "colour" else words.with_article(other)


def several(fields: Fields) -> bool:
    """Whether a sentence says "are" of what is shown."""
    return not fields.person and (fields.count > 1 or words.is_plural(fields.subject))
