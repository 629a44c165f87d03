"""Jokes of place: in a container, in a cage, on a tree, falling from the sky."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

from synthgen.renderer.sketch.actors import actor, mirrored_if
from synthgen.renderer.sketch.joke_tools import part_of, resized, thing_of, within
from synthgen.renderer.sketch.scene import Joke
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects.posed import POSED


class Opening(NamedTuple):
    """Where one gets into a container: an ellipse in shares of its sprite, and the sprite's height in units."""

    x: float
    y: float
    rx: float
    ry: float
    height: float = 40
    drawn_as: str = ""
    """The drawing that is open, where its own is closed."""


OPENINGS: Mapping[str, Opening] = MappingProxyType(
    {
        "bucket": Opening(0.5, 0.33, 0.44, 0.09),
        "cup": Opening(0.46, 0.15, 0.34, 0.07, 38),
        "mug": Opening(0.36, 0.335, 0.3, 0.07, 44),
        "teapot": Opening(0.5, 0.26, 0.22, 0.03, 42),
        "vase": Opening(0.5, 0.05, 0.2, 0.03, 46),
        "pot": Opening(0.5, 0.41, 0.41, 0.03, 42),
        "basket": Opening(0.5, 0.46, 0.44, 0.03, 42),
        "box": Opening(0.5, 0.42, 0.46, 0.0, 38, "open box"),
        "suitcase": Opening(0.5, 0.58, 0.45, 0.0, 46, "open suitcase"),
        "backpack": Opening(0.5, 0.13, 0.28, 0.03, 44),
        "treasure chest": Opening(0.5, 0.48, 0.4, 0.02, 42),
        "bathtub": Opening(0.5, 0.34, 0.4, 0.0, 34),
        "wagon": Opening(0.42, 0.26, 0.36, 0.0, 30),
        "wheelbarrow": Opening(0.54, 0.33, 0.3, 0.0, 32),
        "stroller": Opening(0.46, 0.38, 0.3, 0.0, 46),
        "trash can": Opening(0.5, 0.1, 0.4, 0.03, 42),
    }
)
"""What hides the lower half of whoever is in it."""
TANKS = frozenset({"aquarium"})
"""What shows all of whoever is in it."""
NARROW = 9
"""Units: only a neck fits through an opening with a smaller radius."""
CONTAINERS = frozenset(OPENINGS) | TANKS


def hides(stage: Stage, main: Item, joke: Joke) -> None:
    """Looks out over the rim, both paws on it."""
    assert joke.thing is not None
    if joke.thing.name in TANKS:
        _swims(stage, main, joke)
        return
    opening = OPENINGS[joke.thing.name]
    order, box = thing_of(stage, joke, opening.height * stage.rng.uniform(0.94, 1.06))
    if opening.drawn_as:
        box = thing_of(stage, joke, opening.height, opening.drawn_as)[1]
    main.x = within(main.x, 0.55 * box.width, stage)
    middle, floor, unit = main.x, main.bottom, stage.unit
    side = stage.rng.choice((-1, 1))
    stage.add(Item(order, mirrored_if(box, side), middle, floor, depth=main.depth - 0.2, mirrored=side < 0))
    x = middle + side * (opening.x - 0.5) * box.width
    rim, rx, ry = floor - (1 - opening.y) * box.height, opening.rx * box.width, opening.ry * box.height
    main.x, main.shadow = x, False
    narrow = rx < NARROW * unit
    tall = min(44.0, max(30.0, 46 if narrow else 3.6 * rx / unit), 0.96 * (rim / unit) + 14)
    posed = main.order.name in POSED
    main.bottom = rim + (0.4 * tall if narrow else 12 if posed else 0.3 * tall) * unit
    guest = actor(stage, main, tall, feet=False)
    _behind_rim(main, x, rim, rx, ry)
    if posed and not narrow:
        for which, out in ((0, -1), (1, 1)):
            hand = x + guest.side * out * min(0.7 * rx, 11 * unit), rim + 0.72 * ry + 0.8 * unit
            guest.arm(stage, which, hand, 0.6, main.depth + 0.1)


def _behind_rim(main: Item, x: float, rim: float, rx: float, ry: float) -> None:
    """Nothing of the item is seen below the front of the rim. All in pixels of the stage."""
    seen = Image.new("L", main.picture.size, 0)
    pen = ImageDraw.Draw(seen)
    left, top = x - main.left, rim - main.top
    pen.rectangle((0, 0, main.picture.width, max(0, top)), fill=255)
    if ry >= 1:
        pen.ellipse((left - rx, top - ry, left + rx, top + ry), fill=255)
    picture = main.picture.copy()
    picture.putalpha(ImageChops.multiply(picture.getchannel("A"), seen))
    main.picture = picture


def _swims(stage: Stage, main: Item, joke: Joke) -> None:
    """Behind the glass, in the water."""
    order, tank = thing_of(stage, joke, 60)
    floor, unit = main.bottom, stage.unit
    main.x = within(main.x, 0.52 * tank.width, stage)
    stage.add(Item(order, tank, main.x, floor, depth=main.depth - 0.2))
    resized(main, min(0.54 * tank.height / main.picture.height, 0.6 * tank.width / main.picture.width))
    main.bottom, main.shadow = floor - 0.3 * tank.height, False
    water = Image.new("RGB", main.picture.size, (96, 180, 226))
    water.putalpha(main.picture.getchannel("A").point(lambda v: v * 0.22))
    main.picture.alpha_composite(water)
    main.x += stage.rng.uniform(-4, 4) * unit


def caged(stage: Stage, main: Item, joke: Joke) -> None:
    """Behind the bars of a bird cage."""
    unit, rng = stage.unit, stage.rng
    resized(main, min(1.0, 42 * unit / main.picture.height, 46 * unit / main.picture.width))
    order, bars = thing_of(stage, joke, rng.uniform(72, 78), "bars")
    floor = main.bottom
    main.x = within(main.x, 0.52 * bars.width, stage)
    swims = main.order.drawing.rests in ("under water", "air")
    main.bottom = floor - (0.3 if swims else 0.085) * bars.height
    main.shadow = False
    item = part_of(order, bars, (main.x, floor), main.depth + 0.2)
    item.shadow = True
    stage.add(item)


CROWN = ((0.3, 0.22), (0.68, 0.2), (0.5, 0.36), (0.18, 0.42), (0.8, 0.42), (0.36, 0.56), (0.66, 0.56))
"""Where fruit hangs, in shares of the tree."""


def grows_on_tree(stage: Stage, main: Item, joke: Joke) -> None:
    """Many of it in the crown of a tree."""
    unit, rng = stage.unit, stage.rng
    order, tree = thing_of(stage, joke, rng.uniform(78, 84), "fruit tree")
    x, floor = within((50 + rng.uniform(-8, 8)) * unit, 0.5 * tree.width, stage), max(main.bottom, 0.86 * stage.size)
    item = part_of(order, tree, (x, floor), main.depth - 1)
    item.shadow = True
    stage.add(item)
    fruit = [other for other in stage.items if other.order.name == main.order.name and not other.part]
    resized(main, min(15 * unit / main.picture.height, 18 * unit / main.picture.width))
    spots = [*CROWN]
    rng.shuffle(spots)
    for i, (sx, sy) in enumerate(spots):
        middle = x + (sx - 0.5) * tree.width, floor - (1 - sy) * tree.height
        one = fruit[i] if i < len(fruit) else stage.add(part_of(main.order, main.picture, (0, 0), main.depth))
        one.picture, one.shadow, one.in_water = main.picture, False, False
        one.x, one.bottom = middle[0] + rng.uniform(-2, 2) * unit, middle[1] + one.picture.height / 2


def grows_in_pot(stage: Stage, main: Item, joke: Joke) -> None:
    """At the end of a stem, in place of a flower."""
    unit, rng = stage.unit, stage.rng
    order, plant = thing_of(stage, joke, rng.uniform(52, 58), "stem in a pot")
    side = rng.choice((-1, 1))
    floor = main.bottom
    main.x = within(main.x, 22 * unit, stage)
    item = part_of(order, mirrored_if(plant, side), (main.x, floor), main.depth - 0.1)
    item.shadow = True
    stage.add(item)
    resized(main, min(30 * unit / main.picture.height, 40 * unit / main.picture.width))
    main.bottom, main.shadow = floor - plant.height + 0.25 * main.picture.height, False
    main.picture = main.picture.rotate(-side * rng.uniform(0, 14), Image.Resampling.BICUBIC, expand=True)


def rain(stage: Stage, joke: Joke) -> None:
    """Let many of it fall from the sky."""
    rng = stage.rng
    order, drop = thing_of(stage, joke, rng.choice((11, 13, 15)))
    columns = rng.choice((4, 5))
    for row in range(3):
        for column in range(columns):
            x = (column + 0.5 * (row % 2) + rng.uniform(0.1, 0.5)) / (columns + 0.2) * stage.size
            y = (0.14 + row * 0.22 + rng.uniform(-0.05, 0.07)) * stage.size
            turned = drop.rotate(rng.uniform(-50, 50), Image.Resampling.BILINEAR, expand=True)
            stage.add(Item(order, turned, x, y, shadow=False, depth=-1, part=True))
