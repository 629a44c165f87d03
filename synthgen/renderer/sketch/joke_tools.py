"""What all jokes need: the thing of the joke as a sprite, other sizes, places inside the picture."""

from PIL import Image

from synthgen.renderer.sketch.canvas import Point
from synthgen.renderer.sketch.scene import Joke
from synthgen.renderer.sketch.sprites import Order
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects.herd import HERD

FOUR_LEGGED = frozenset(HERD) | {"elephant"}
"""Animals that are drawn from the side, on four legs."""


def resized(item: Item, scale: float) -> None:
    """Make an item larger or smaller; its foot stays where it is."""
    picture = item.picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    item.picture = picture.resize(size, Image.Resampling.BICUBIC)


def thing_of(stage: Stage, joke: Joke, height: float, name: str = "") -> tuple[Order, Image.Image]:
    """The sprite of the joke's thing, or of another by its name."""
    thing = joke.thing
    order = stage.order(name or (thing.name if thing else ""), thing.colour if thing else "")
    return order, stage.sprite(order, height)


def part_of(order: Order, picture: Image.Image, foot: Point, depth: float) -> Item:
    """An item that belongs to another; `foot` is the middle of its lower edge."""
    return Item(order, picture, foot[0], foot[1], shadow=False, depth=depth, part=True)


def within(x: float, half: float, stage: Stage) -> float:
    """A middle so that `half` to each side stays in the picture."""
    return min(max(x, half), stage.size - half) if 2 * half < stage.size else stage.size / 2
