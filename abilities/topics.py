"""What can be asked about a picture, and how: the parts of its prompt, each with its sentence patterns.

Only parts whose type of claim the renderer is trusted for; what is surely not there only in a closed world.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from typing_extensions import TypedDict

from synthgen.kit import words
from synthgen.kit.near import apart
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


class Reason(TypedDict):
    """A question that takes thought."""

    question: str
    answer: str


class Sentences(TypedDict):
    """Open questions, and answers to them."""

    questions: Sequence[str]
    answers: Sequence[str]


class Turns(TypedDict):
    """How everything but the head is asked about."""

    several: Sentences
    topics: Mapping[str, Part]
    details: Sequence[str]
    reasons: Sequence[Reason]


TYPES: Mapping[str, ClaimType] = {
    "colour": "colour",
    "place": "place",
    "medium": "medium",
    "companion": "object",
    "count": "count",
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
    if "absence" not in asserts:
        head = _of_the_whole(head)
    doing = blanks["noun"] == "action"  # "painting" is no painting then
    others = tuple(other if doing else words.with_article(other) for other in unseen if apart(other, fields.subject))
    value = blanks["subject" if doing else "a_subject"]
    yield topic(Claim("subject", fields.subject, fields.subject), value, others, head)
    style = fields.subject == fields.medium
    said = {
        "colour": blanks["colour"],
        "place": blanks["where"],
        "medium": "" if style else blanks["medium"],
        "companion": "" if style else words.with_article(next(iter(fields.companions), "")),
        "count": blanks["count"],
        "light": blanks["light"],
    }
    for name, value in said.items():
        if value and TYPES[name] in asserts:
            part = parts[name]
            claim = Claim(TYPES[name], blanks["thing"], _plain(name, fields, value)) if name != "light" else None
            yield topic(claim, value, tuple(_others(name, fields, value, part["others"])), part)
    if "absence" in asserts:
        own = () if style or blanks["noun"] in NO_THINGS else contrasts
        absent = tuple(absences(fields, (*own, *parts["absence"]["others"])))
        if absent:
            # what is there instead is told of the picture, not of a person in it
            says = [say for say in head["says"] if not say.startswith("the {person}")]
            instead: Part = {**parts["absence"], "says": says or head["says"]}
            yield topic(None, "", absent, instead)


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


def topic(claim: Claim | None, value: str, others: tuple[str, ...], how: Asking) -> Topic:
    patterns = (how["asks"], how["says"], how["denies"], how["checks"], how["chooses"], how["assumes"])
    return Topic(claim, value, others, *map(tuple, patterns))


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
    plain = {"place": fields.place, "medium": fields.medium, "companion": next(iter(fields.companions), "")}
    return plain.get(name, value)


def _others(name: str, fields: Fields, value: str, others: Sequence[str]) -> Iterator[str]:
    plain = _plain(name, fields, value)
    for other in others:
        if name == "count":
            if other != value and other in NUMBERS:
                yield other
        elif apart(other, plain):
            if name == "companion" and fields.place and may_be_seen(fields.place, other):
                continue
            if name == "place" and _seen(fields.place, other):  # a lake may lie in a forest
                continue
            yield words.where(other) if name == "place" else other if name == "colour" else words.with_article(other)
