"""What a word with several meanings stands for, from what was read before it and what follows."""

from collections.abc import Sequence
from typing import NamedTuple

from synthgen.renderer.sketch import phrases
from synthgen.renderer.sketch.casting import Group, is_garment
from synthgen.renderer.sketch.scene import Thing
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF, WORN
from synthgen.renderer.sketch.vocabulary import (
    AFTER,
    HEAD_ORDER,
    KEYWORD_ORDER,
    LEXICON,
    Kind,
    Meaning,
    begins_noun,
    is_action,
)


class Heard(NamedTuple):
    """What was read before the word."""

    subjects: Sequence[Thing]
    persons: Sequence[Group]
    verb: str
    place: str


def has_actor(subjects: Sequence[Thing]) -> bool:
    """Whether a thing that is no person can be the one who does something."""
    return bool(subjects) and ROOM_OF[subjects[0].name] not in PEOPLED


def _like_the_head(subjects: Sequence[Thing], meaning: Meaning | None) -> bool:
    """((apple)), orange: the fruit. ((car)), orange: its colour."""
    if meaning is None or not subjects:
        return False
    return ROOM_OF[meaning.value] == ROOM_OF[subjects[0].name]


def _on_tables(heard: Heard) -> bool:
    if not heard.subjects:
        return True
    name = heard.subjects[0].name
    return DRAWINGS[name].rests == "table" and not (heard.persons and name in WORN)


def _has_plant(subjects: Sequence[Thing]) -> bool:
    return bool(subjects) and ROOM_OF[subjects[0].name] == "plants"


def choose(phrase: str, rest: Sequence[str], head: bool, heard: Heard) -> Meaning | None:
    """The meaning of a phrase where it stands, or None if it has none there."""
    meanings = LEXICON.get(phrase, ())
    if has_actor(heard.subjects):
        # A penguin that plays the guitar is not the drawing of a person who does.
        meanings = tuple(m for m in meanings if ROOM_OF.get(m.value) != "actions" or m.kind != "subject")
    else:
        meanings = tuple(m for m in meanings if m.kind != "act" or m.value in phrases.ACTS_OF_PEOPLE)
        if len(phrase.split()) > 1 and is_action(phrase.split()[0]):
            # "walking in the park": somebody walks; for anything else it is only the way to the place.
            meanings = tuple(m for m in meanings if m.kind not in ("link", "verb"))
    by_kind: dict[Kind, Meaning] = {}
    for meaning in meanings:
        by_kind.setdefault(meaning.kind, meaning)
    if "colour" in by_kind and len(by_kind) > 1:
        alone = not (head or rest or heard.verb or _like_the_head(heard.subjects, by_kind.get("subject")))
        if begins_noun(rest) or alone:
            return by_kind["colour"]
        del by_kind["colour"]
    if "verb" in by_kind and ("light" in by_kind or "act" in by_kind):
        return by_kind["verb"] if rest else by_kind.get("light") or by_kind["act"]
    if {"table", "subject"} <= by_kind.keys() and heard.verb != "on" and not _on_tables(heard):
        del by_kind["table"]  # beside a chair
    if "vessel" in by_kind and not _has_plant(heard.subjects):
        del by_kind["vessel"]
    if "subject" in by_kind and heard.place and "place" in by_kind:
        del by_kind["place"]  # the moon over a forest is a thing
    if heard.persons and not heard.subjects and heard.verb == "wears" and is_garment(by_kind.get("subject")):
        return by_kind["subject"]
    order = AFTER.get(heard.verb, ("subject",)) if heard.verb else HEAD_ORDER if head else KEYWORD_ORDER
    return next((by_kind[kind] for kind in order if kind in by_kind), next(iter(by_kind.values()), None))
