"""Who of the people that a prompt names is in which drawing, and what the drawings are then."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from synthgen.renderer.sketch import phrases
from synthgen.renderer.sketch.categories import BUNCHES, SHOWN
from synthgen.renderer.sketch.jokes import accepts
from synthgen.renderer.sketch.scene import Joke, Thing
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF, WORN
from synthgen.renderer.sketch.vocabulary import Meaning


class Group(NamedTuple):
    """People of one kind."""

    word: str
    size: int
    said: bool = False
    """Whether the prompt counts them."""
    age: str = ""
    skin: str = ""


Row = list[Thing]


def waits(thing: Thing) -> bool:
    """Whether a drawing shows a person of whom nobody said yet who that is."""
    return ROOM_OF[thing.name] in PEOPLED and not thing.person


def miscounted(persons: list[Group], subjects: Row, doing: int) -> str:
    """The drawing of more or fewer than the people in it, or of nobody knows whom; empty where all is well."""
    drawn = subjects[0] if subjects else None
    if drawn is None or not persons or not waits(drawn):
        return ""
    look, people = ROOM_OF[drawn.name] in ("clothes", "hair"), persons[0]
    if len(persons) > 1:
        return drawn.name if look and doing > 1 else ""
    if drawn.count == 1:
        return ""
    alone = people.size == 1 and look
    return drawn.name if drawn.count != people.size and (people.said or alone) else ""


def seat(persons: list[Group], subjects: Row, companions: Row, doing: int) -> str:
    """Give each person a drawing to be in, or a plain one of their own. The age or skin that was said otherwise before.

    The first `doing` persons do what the first subject shows: a man and a woman dancing are two who dance.
    """
    wrong = ""
    if persons and not any(waits(thing) for thing in subjects):
        subjects[:] = [replace(thing, name=WORN.get(thing.name, thing.name)) for thing in subjects]
    together = next((thing for thing in subjects if ROOM_OF[thing.name] == "actions"), None)
    for nth, person in enumerate(persons):
        row = next((r for r in (subjects, companions) for t in r if waits(t)), None)
        if row is None:
            row = subjects if not subjects or nth < doing else companions
            row.append(together if together and nth < doing else Thing(phrases.PLAIN_PERSON))
        i = next(i for i, thing in enumerate(row) if waits(thing))
        row[i] = replace(row[i], person=person.word, count=max(row[i].count, person.size))
        row[i], unlike = looking(row[i], person.age, person.skin)
        wrong = wrong or unlike
    flower = next((thing.colour for thing in subjects if thing.colour and thing.name in phrases.FLOWERS), "")
    if flower:
        companions[:] = [replace(t, colour=t.colour or flower) if t.name in BUNCHES else t for t in companions]
    return wrong


def looking(thing: Thing, age: str, skin: str) -> tuple[Thing, str]:
    """Somebody of an age and with a skin, and which of the two was said otherwise before."""
    wrong = next((new for old, new in ((thing.age, age), (thing.skin, skin)) if old and new and old != new), "")
    return replace(thing, age=age or thing.age, skin=skin or thing.skin), wrong


def mount(joke: Joke | None) -> Thing | None:
    """The drawing of a person who rides what a joke would have an animal ride: a man on a horse is no joke."""
    if joke and joke.kind == "rides" and joke.thing and joke.thing == Thing(joke.thing.name):
        drawing = phrases.RIDING.get(joke.thing.name)
        return Thing(drawing) if drawing else None
    return None


def coloured(things: Row, joke: Joke | None) -> str:
    """The first colour that is asked for, also of a skin."""
    taken = [joke.thing] if joke and joke.thing else []
    return next((thing.colour or thing.skin for thing in (*things, *taken) if thing.colour or thing.skin), "")


def shown(phrase: str, place: str, things: Iterable[Thing]) -> bool:
    """Whether the place, or one of the things, shows anyway what the phrase names."""
    return phrase in phrases.SEEN_IN.get(place, ()) or any(phrase in SHOWN.get(thing.name, ()) for thing in things)


def held(phrase: str, meaning: Meaning, things: Iterable[Thing], joke: Joke | None) -> bool:
    """Whether somebody is drawn with it already: the dog that is walked, the skateboard that is ridden."""
    if joke and joke.thing and joke.thing.name == meaning.value:
        return True
    names = {meaning.value, phrase}
    return any(ROOM_OF[t.name] == "actions" and not names.isdisjoint(t.name.split()[1:]) for t in things)


def is_garment(meaning: Meaning | None) -> bool:
    """Whether it can be drawn on somebody."""
    return meaning is not None and (meaning.value in WORN or ROOM_OF[meaning.value] == "clothes")


def rained(joke: Joke | None, subjects: Row) -> Joke | None:
    """What falls from the sky is the subject where no other is named."""
    if joke is None or joke.kind != "rains":
        return joke
    if joke.thing is None and subjects:
        return replace(joke, thing=subjects[0])
    if joke.thing and not subjects:
        subjects.append(joke.thing)
    return joke


def merged(known: str, place: str, phrase: str) -> str:
    """The one place that two words name; empty where they name two."""
    if not known or place == known:
        return place
    return known if phrase in phrases.SEEN_IN.get(known, ()) else phrases.MERGED.get(frozenset((known, place)), "")


def told_of(joke: Joke, subject: Thing) -> bool:
    """Whether the joke can be shown: it is told of one thing, but many may fall or hang on a tree."""
    return accepts(joke, subject) and (subject.count == 1 or joke.kind in ("rains", "grows on a tree"))


def seen_as(place: str, subjects: Row, grounded: bool = False) -> str:
    """The sea, from above or from below; the sky, from the ground where the subject does not fly."""
    if place == "sky" and grounded and subjects and DRAWINGS[subjects[0].name].rests != "air":
        return phrases.UNDER_THE_SKY
    below = bool(subjects) and DRAWINGS[subjects[0].name].rests == "under water"
    return "underwater" if place == "ocean" and below else place
