"""What a picture shows: for tests, for benchmarks, for dialogues about regions. No picture is made from it."""

from dataclasses import dataclass
from typing import Literal

from synthgen.renderer.sketch.props import ROLES
from synthgen.renderer.sketch.scene import Joke, Scene, Thing
from synthgen.renderer.sketch.stage import DIPPED, Item, Stage

Role = Literal["subject", "companion", "joke"]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the picture; the last two are one past the thing."""


@dataclass(frozen=True)
class Drawn:
    """One thing in the picture. Three red balloons are three of them."""

    name: str
    """Of the drawing: "dog", also where the prompt says "puppy"."""
    colour: str
    """As the prompt says it; empty where it says none, and the thing has the colour that it has by nature."""
    box: Box
    role: Role = "subject"
    """"joke": the prompt's joke brought it, as the car that a penguin drives."""
    person: str = ""
    """The prompt's word for who is shown, as "child"."""
    age: str = ""
    """Apparent age of that person as the prompt has it: "young", "middle-aged", "elderly"; empty where it has none."""
    skin: str = ""
    """The same of the skin tone: "light skin", "brown skin", "dark skin"."""


@dataclass(frozen=True)
class Told:
    """What is unusual about the first subject."""

    kind: str
    thing: str = ""
    """What it rides, wears, holds, plays, eats, hides in, or what falls from the sky."""
    value: str = ""
    """A role or a material."""
    boxes: tuple[Box, ...] = ()
    """Where its parts are that count as no things of their own: a hat, wings, hands on a wheel, each falling cat."""


@dataclass(frozen=True)
class Description:
    """What was drawn, in the words of the vocabulary."""

    things: tuple[Drawn, ...]
    """Subjects, companions, then what the joke brought; not what stands in a place anyway (trees, chairs)."""
    place: str
    """Empty before the plain backdrop."""
    medium: str
    """Empty for the renderer's own flat colours."""
    light: tuple[str, ...] = ()
    joke: Told | None = None
    table: bool = False
    """Whether the things stand on a table that was set for them."""
    vessel: str = ""
    """What the plants grow in, where the prompt says it."""


def described(scene: Scene, stage: Stage, items: list[Item], joke: Joke | None) -> Description:
    """The description of a finished stage; `items` are those of the scene's subjects and companions, in this order."""
    cast: list[tuple[Role, Thing]] = [("subject", thing) for thing in scene.subjects for _ in range(thing.count)]
    cast += [("companion", thing) for thing in scene.companions for _ in range(thing.count)]
    things = [
        Drawn(thing.name, thing.colour, visible(item, stage.size), role, thing.person, thing.age, thing.skin)
        for (role, thing), item in zip(cast, items, strict=True)
    ]
    brought = [item for item in stage.items if not any(item is one for one in items)]
    said = joke.thing.colour if joke and joke.thing else ""
    things += [Drawn(item.order.name, said, visible(item, stage.size), "joke") for item in brought if not item.part]
    told = _told(joke, tuple(visible(item, stage.size) for item in brought if item.part)) if joke else None
    return Description(tuple(things), scene.place, scene.medium, scene.light, told, stage.table, scene.vessel)


def _told(joke: Joke, boxes: tuple[Box, ...]) -> Told:
    worn = ROLES.get(joke.value, "") if joke.kind == "is dressed as" else ""
    return Told(joke.kind, joke.thing.name if joke.thing else worn, joke.value, boxes)


def visible(item: Item, size: int) -> Box:
    """Where a sprite is seen: without its empty margins, above the water, inside the picture."""
    left, top, right, bottom = item.picture.getchannel("A").getbbox() or (0, 0, *item.picture.size)
    if item.in_water:
        bottom = min(bottom, round(item.picture.height * DIPPED))
    return (
        _inside(item.left + left, size),
        _inside(item.top + top, size),
        _inside(item.left + right, size),
        _inside(item.top + bottom, size),
    )


def _inside(at: int, size: int) -> int:
    return min(max(at, 0), size)
