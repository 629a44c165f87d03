"""What is true of a drawn picture, and what a text says: by it training knows which texts are wrong for a picture.

"lamp" is no wrong text for a cat beside a lamp, nor "kitchen" for a blue cup in a kitchen.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from synthgen.kit.prompt_text import compile_text, counted
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Scene, Thing, Unknown
from synthgen.types import Fields

Fact: TypeAlias = tuple[str, ...]
ODD: Fact = ("odd",)
PLAIN: Fact = ("plain",)
"""That the scene is as one would expect it."""


def facts_of(scene: Scene) -> frozenset[Fact]:
    """What a scene shows, in the words of the drawing tables: words that are drawn alike are one fact."""
    found: set[Fact] = {("place", scene.place), ("medium", scene.medium), ("vessel", scene.vessel)}
    found.update(("light", word) for word in scene.light)
    joke = scene.joke
    brought = [joke.thing] if joke and joke.thing else []
    for thing in (*scene.subjects, *scene.companions, *brought):
        found.update(_of_thing(thing))
    if joke:
        found.add(("joke", joke.kind, joke.thing.name if joke.thing else "", joke.value))
    return frozenset(fact for fact in found if fact[-1] or fact[0] == "joke")


def _of_thing(thing: Thing) -> Iterator[Fact]:
    yield "thing", thing.name
    if thing.colour:
        yield "colour", thing.name, thing.colour
    if thing.count > 1:
        yield "count", thing.name, str(thing.count)
    yield from (("person", thing.person), ("age", thing.age), ("skin", thing.skin))


@lru_cache(maxsize=50_000)
def _read(text: str) -> frozenset[Fact]:
    scene = parse(text)
    return frozenset({("text", text)}) if isinstance(scene, Unknown) else facts_of(scene)


def needs(fields: Fields) -> frozenset[Fact]:
    """What has to be true of a picture for which these fields are; the subject may be empty."""
    found: set[Fact] = set()
    if fields.subject == fields.medium:  # "woodcut", of a daisy
        found.update(_medium(fields.medium))
    elif fields.subject:
        found.update(_read(f"(({counted(fields.subject, fields.count)}))"))
    for thing in fields.companions:
        found.update(_read(f"(({thing}))"))
    if fields.place:
        found.update(fact for fact in _read(f"((cat)), {fields.place}") if fact != ("thing", "cat"))
    for light in fields.light:
        found.update(fact for fact in _read(f"((cat)), {light}") if fact != ("thing", "cat"))
    if fields.medium:
        found.update(_medium(fields.medium))
    found.update((("person", fields.person), ("age", fields.age), ("skin", fields.skin)))
    return frozenset(fact for fact in found if fact[-1] or fact[0] == "joke")


def _medium(word: str) -> frozenset[Fact]:
    return _read(f"((cat)), {word}") - {("thing", "cat")}


def shown(fields: Fields) -> frozenset[Fact] | None:
    """What the picture of these fields shows; None if it cannot be drawn."""
    scene = parse(compile_text(fields))
    return None if isinstance(scene, Unknown) else facts_of(scene) | needs(fields)
