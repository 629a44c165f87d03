"""Words that stand beside each other and mean a third thing: a garden chair is no chair in a garden."""

from typing import NamedTuple

from synthgen.renderer.sketch import phrases
from synthgen.renderer.sketch.subjects import PEOPLED, ROOM_OF
from synthgen.renderer.sketch.vocabulary import Kind, Meaning

AFTER_NAMES: dict[Kind, frozenset[Kind]] = {
    "place": frozenset({"subject", "person", "wearable"}),
    "vessel": frozenset({"subject", "person", "place"}),
    "table": frozenset({"subject", "person", "place"}),
    "category": frozenset({"place", "subject", "person"}),
    "subject": frozenset({"place"}),
    "person": frozenset({"place"}),
}
"""What makes a compound with the word before it, where nothing links the two."""
LINKED_BY_OF = frozenset({"subject", "person", "place", "wearable"})
"""A basket of apples is not a basket and apples."""
GROWN = frozenset({"garden", "field", "meadow", "greenhouse"})
"""Places that may be named after what grows there: a succulent garden."""
UNQUALIFIED = frozenset({"place", "vessel", "table", "person"})
"""What no colour and no number is drawn for: a red forest."""


class Word(NamedTuple):
    """A phrase of the prompt and what it was taken for."""

    phrase: str
    meaning: Meaning


def third_thing(before: Word, now: Word) -> str:
    """The two words, where they are neighbours and name something else together; empty where they do not."""
    first, second = before.meaning, now.meaning
    both = f"{before.phrase} {now.phrase}"
    if ROOM_OF.get(first.value) == "plants" and second.value in GROWN:
        return ""
    if now.phrase.startswith("under"):
        return ""  # a cat under water
    if second.kind in AFTER_NAMES.get(first.kind, frozenset()):
        return both
    if now.phrase == "of" and first.kind in LINKED_BY_OF:
        return "" if first.value in GROWN else both
    if second.kind not in ("subject", "wearable", "person"):
        return ""
    if before.phrase in phrases.NOUN_LIGHTS or before.phrase in phrases.DRAWN_WITH:
        return both
    if second.kind == "person" and before.phrase.endswith("riding"):
        return both
    peopled = ROOM_OF.get(second.value if first.kind == "person" else first.value) in PEOPLED
    if {first.kind, second.kind} == {"person", "subject"} and not peopled:
        return both
    return ""


def stray(now: Word, colour: str, number: int) -> str:
    """The colour or number that waits for a thing, where something else follows; empty where it is all right."""
    if now.phrase in phrases.NOUN_LIGHTS or (now.phrase in phrases.BEHIND_ALL and now.meaning.kind == "filler"):
        known = (colour, now.phrase) in phrases.COLOURED_PLACES
        return "" if known and not number else colour or (str(number) if number else "")
    if now.meaning.kind not in UNQUALIFIED:
        return ""
    people = now.meaning.kind == "person"
    if colour and not (people and colour in phrases.HAIR_COLOURS and colour not in phrases.COLOURS_OF_THINGS):
        return "" if (colour, now.meaning.value) in phrases.COLOURED_PLACES else colour
    return str(number) if number and not people else ""
