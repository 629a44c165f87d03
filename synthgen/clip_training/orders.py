"""Groups of pictures that are hard to tell apart: one ability, often one scene or a few subjects; jokes and no jokes.

A model that only ever has to tell a cat in a garden from a car in the snow learns palettes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from abilities.base import WordAbility
from abilities.joke import COUNTERPART, Joke
from synthgen.kit.prompt_text import coloured
from synthgen.kit.words import where, with_article
from synthgen.types import Fields

TURNS = 1000
"""The plan of a subject is drawn from so many of its turns."""
FEW = 8
"""Pictures of one subject in a group that has few."""


@dataclass(frozen=True)
class Order:
    """One picture to draw, and whether it is a joke, the ordinary beside one, or neither."""

    fields: Fields
    odd: bool = False
    plain: bool = False


@dataclass(frozen=True)
class Orders:
    """Orders for the pictures of all abilities; keywords that are kept for the benchmark are among them."""

    abilities: Mapping[str, WordAbility]

    def group(self, name: str, count: int, rng: Random) -> list[Order]:
        """So many orders of one ability; some may not be drawable."""
        ability = self.abilities[name]
        if isinstance(ability, Joke):
            return self._jokes(ability, count, rng)
        ways: Sequence[Callable[[WordAbility, int, Random], list[Fields]]] = (free, same_scene, few_subjects)
        return [Order(fields) for fields in rng.choices(ways, (4, 3, 3))[0](ability, count, rng)]

    def _jokes(self, ability: Joke, count: int, rng: Random) -> list[Order]:
        """Jokes about a few subjects with their counterparts; or one kind of joke about many subjects."""
        found: list[Order] = []
        if rng.random() < 0.3:
            heads = list(ability.jokes)
            while len(found) < count:
                joke = ability.jokes[rng.choice(heads)]
                alike = [head for head in heads if ability.jokes[head].twist is joke.twist]
                alike = [h for h in alike if not joke.thing or ability.jokes[h].thing == joke.thing] or alike
                found += [self._joke(ability, head, rng) for head in rng.sample(alike, min(FEW, len(alike)))]
            return found[:count]
        while len(found) < count:
            subject = rng.choice(self._butts)
            for head in rng.sample(self._about[subject], min(4, len(self._about[subject]))):
                found.append(self._joke(ability, head, rng))
                thing = ability.jokes[head].thing
                place = rng.choice(ability.places_of(subject) or ("",))
                if thing and rng.random() < 0.5:  # both are there, and do nothing unusual
                    beside = Fields(subject, companions=(thing,), place=rng.choice((found[-1].fields.place, place)))
                    found.append(Order(_lit(ability, beside, rng), plain=True))
            for head in rng.sample(self._usual.get(subject, []), min(3, len(self._usual.get(subject, [])))):
                fields = ability.cell(head, rng.randrange(TURNS), rng, COUNTERPART, "")
                found.append(Order(fields, plain=True))
        return found[:count]

    @cached_property
    def _joker(self) -> Joke:
        return next(one for one in self.abilities.values() if isinstance(one, Joke))

    @cached_property
    def _about(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for head, joke in self._joker.jokes.items():
            found.setdefault(joke.subject, []).append(head)
        return found

    @cached_property
    def _butts(self) -> list[str]:
        return [*self._about]

    @cached_property
    def _usual(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for head, one in self._joker.plain.items():
            found.setdefault(one.subject, []).append(head)
        return found

    def _joke(self, ability: Joke, head: str, rng: Random) -> Order:
        return Order(ability.cell(head, rng.randrange(TURNS), rng, "describe", ability.jokes[head].way), odd=True)


def _lit(ability: WordAbility, fields: Fields, rng: Random) -> Fields:
    """With a medium and a light now and then, as the plan has them."""
    pools = ability.prompt_template
    medium = rng.choice(pools["media"]) if rng.random() < 0.5 else ""
    return replace(fields, medium=medium, light=tuple(filter(None, [rng.choice(pools["light"])])))


def _cell(ability: WordAbility, subject: str, rng: Random) -> Fields:
    turn = rng.randrange(TURNS)
    cell = ability.cell(subject, turn, rng, "describe", "")
    return ability.peopled(cell, rng.randrange(TURNS), turn)


def free(ability: WordAbility, count: int, rng: Random) -> list[Fields]:
    """As a run would order them."""
    return [_cell(ability, rng.choice(ability.keywords), rng) for _ in range(count)]


def same_scene(ability: WordAbility, count: int, rng: Random) -> list[Fields]:
    """Everything but the subject is the same, three times in a group."""
    found = []
    for at, fields in enumerate(free(ability, count, rng)):
        if at % (count // 3 or 1) == 0:
            base = fields
        same = replace(fields, place=base.place, light=base.light, companions=base.companions, medium=base.medium)
        if fields.subject == fields.medium:  # `style`: what is depicted is the same, the medium is the subject
            same = replace(same, medium=fields.subject)
        found.append(replace(same, person=base.person, age=base.age, skin=base.skin))
    return found


def few_subjects(ability: WordAbility, count: int, rng: Random) -> list[Fields]:
    """A few subjects in many colors, places and media."""
    found: list[Fields] = []
    while len(found) < count:
        subject = rng.choice(ability.keywords)
        for _ in range(FEW):
            fields = _cell(ability, subject, rng)
            if ability.colours:
                colour = rng.choice(ability.colours)
                fields = replace(fields, subject=coloured(subject, colour), attributes=(colour,) if colour else ())
            found.append(fields)
    return found[:count]


def parts(fields: Fields, rng: Random) -> Fields:
    """Some of what the fields say."""
    kept = {
        name: getattr(fields, name) if rng.random() < 0.5 else type(getattr(fields, name))()
        for name in ("companions", "place", "light", "medium", "person", "age", "skin")
    }
    if fields.subject == fields.medium:
        kept["medium"] = fields.medium
    if not kept["person"]:
        kept["age"] = ""
    return replace(fields, quality=(), **kept)


def single(fields: Fields, rng: Random) -> tuple[str, Fields] | None:
    """One thing beside the subject, as a text of its own, and the fields that it says; None if there is none."""
    found: list[tuple[Sequence[str], Fields]] = []
    if fields.place:
        found.append((_placed(fields.place), Fields("", place=fields.place)))
    if fields.medium and fields.medium != fields.subject:
        found.append(((fields.medium, with_article(fields.medium)), Fields("", medium=fields.medium)))
    for thing in fields.companions:
        found.append(((thing, with_article(thing), f"with {with_article(thing)}"), Fields(thing)))
    for light in fields.light:
        found.append(((light, f"in {light}"), Fields("", light=(light,))))
    if fields.person:
        who = f"{fields.age} {fields.person}".strip()
        found.append(((who, with_article(who)), Fields("", person=fields.person, age=fields.age)))
    if fields.skin:
        found.append(((fields.skin, f"somebody with {fields.skin}"), Fields("", skin=fields.skin)))
    if not found:
        return None
    says, told = rng.choice(found)
    return rng.choice(says), told


def _placed(place: str) -> tuple[str, ...]:
    return place, where(place), f"a picture of {with_article(place)}"
