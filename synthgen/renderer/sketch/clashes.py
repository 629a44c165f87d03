"""What a prompt says of one picture that cannot all be true in it: a sunny night, a chef in a ball gown."""

import re
from collections.abc import Iterable, Sequence

from synthgen.renderer.sketch.jokes import SEATS
from synthgen.renderer.sketch.phrases import PERSONS
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.props import WEARABLE
from synthgen.renderer.sketch.scene import Joke, Thing
from synthgen.renderer.sketch.subjects import PEOPLED, ROOM_OF
from synthgen.renderer.sketch.subjects.hair import BEARDS

BY_NIGHT = frozenset({"night", "moonlight"})
NIGHTS = frozenset({"night sky", "city at night", "northern lights"})
BY_DAY = frozenset({"sunny", "sunrise", "sunset", "rainbow"})
DAYS = frozenset({"sunset beach", "rainbow sky"})
WET = frozenset({"rain", "storm"})
OPEN_AIR = frozenset({"rain", "storm", "snow", "fog", "rainbow", "sunset", "sunrise"})
"""Light and weather that are seen under the sky only."""
SKYLESS = frozenset({"underwater", "coral reef", "space", "moon"})
"""Places without weather that are no rooms."""
DRESSED = frozenset({"professions", "clothes", "hair"})
"""Drawings of people who are dressed already: what they would wear on top is not drawn on them."""
ON_NOSE = frozenset({"glasses", "sunglasses"})
STOOD_ON = frozenset({*SEATS, "kick scooter", "electric scooter"})
"""What a person is drawn on without a drawing of its own."""
OVERHEAD = frozenset({"stars", "fireworks"})
"""What belongs into the night sky, and would stand on the ground as a companion."""


def misspelt(text: str, lexicon: Iterable[str]) -> str:
    """A possessive that would read as a plural, or a number below zero; empty where there is none."""
    below = re.search(r"(?<!\w)-\d+", text)
    if below:
        return below[0]
    for owner, owned in re.findall(r"(\w+['’`]s)\b\s*(\w*)", text.lower()):
        plain = re.sub(r"['’`]", "", owner)
        if plain in lexicon and f"{plain} {owned}" not in lexicon:
            return str(owner)
    return ""


def wrong_light(light: Sequence[str], place: str, said: str) -> str:
    """The light that cannot be where and when the prompt says; `said` is its word for the place."""
    sunny = [name for name in light if name in BY_DAY]
    night = any(name in BY_NIGHT for name in light)
    if night and (sunny or place in DAYS or said == "blue sky"):
        return next((name for name in reversed(light) if name in BY_DAY | BY_NIGHT), "")
    if place in NIGHTS and sunny:
        return sunny[0]
    if "sunny" in light and any(name in WET for name in light):
        return "sunny"
    if place in SKYLESS or (place and PLACES[place].indoors):
        return next((name for name in light if name in OPEN_AIR), "")
    return ""


def _twice_drawn(things: Sequence[Thing]) -> str:
    """The drawing of somebody who is in another drawing already; empty where everybody is drawn once."""
    people = [thing for thing in things if ROOM_OF[thing.name] in PEOPLED]
    if len({thing.name for thing in people}) < 2 or all(ROOM_OF[t.name] == "professions" for t in people):
        return ""
    unnamed = [thing for thing in people if not thing.person]
    doubtful = [thing for thing in unnamed if ROOM_OF[thing.name] != "professions"]
    return (doubtful or [*unnamed, Thing("")])[0].name


def _not_done(joke: Joke | None, person: Thing) -> str:
    """What a person would ride or wear for which there is no drawing."""
    if joke is None or joke.thing is None or ROOM_OF[person.name] not in PEOPLED:
        return ""
    if joke.kind == "rides" and joke.thing.name not in STOOD_ON:
        return joke.thing.name
    dressed = ROOM_OF[person.name] in DRESSED and joke.thing.name not in ON_NOSE
    return joke.thing.name if joke.kind == "wears" and dressed else ""


def _beardless(things: Sequence[Thing]) -> str:
    """The word for somebody who would have to be drawn with a beard, and is no man."""
    bearded = (thing for thing in things if ROOM_OF[thing.name] == "hair" and thing.name in BEARDS)
    return next((thing.person for thing in bearded if thing.person and "man" not in PERSONS[thing.person]), "")


def wrong_people(things: Sequence[Thing], joke: Joke | None) -> str:
    """The word for a person who would be drawn twice, or for what no person is drawn with; the subject comes first."""
    return _twice_drawn(things) or _beardless(things) or (_not_done(joke, things[0]) if things else "")


def stars_by_night(phrase: str, light: Sequence[str]) -> bool:
    """Whether the phrase only says again that it is night."""
    return phrase == "stars" and "night" in light


def worn_by(subjects: Sequence[Thing], companions: Sequence[Thing]) -> Thing | None:
    """What the one person who was named wears: ((glasses)), man."""
    if len(subjects) != 1 or companions or subjects[0].count > 1 or subjects[0].name not in WEARABLE:
        return None
    return None if ROOM_OF[subjects[0].name] in PEOPLED else subjects[0]
