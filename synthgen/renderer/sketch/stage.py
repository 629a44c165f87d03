"""The picture while it is put together: a backdrop, a floor, and the sprites that stand on it."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from synthgen.renderer.sketch.colours import INK, RGB, blend, shade
from synthgen.renderer.sketch.drawing import PersonKind, Place
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.kin import left_out
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.places.table import TOP
from synthgen.renderer.sketch.sprites import (
    BACKDROPS,
    PLACE_VARIANTS,
    SPARE,
    TABLE_VARIANTS,
    Order,
    layer,
    sprite,
    table,
)

PALETTES: Sequence[tuple[RGB, RGB]] = (
    ((252, 233, 214), (236, 190, 160)),
    ((222, 240, 248), (150, 196, 220)),
    ((232, 226, 246), (184, 170, 220)),
    ((226, 244, 226), (164, 206, 172)),
    ((253, 242, 206), (236, 206, 130)),
    ((250, 226, 232), (230, 172, 188)),
    ((214, 236, 234), (132, 188, 186)),
    ((240, 236, 228), (196, 184, 166)),
    ((226, 230, 240), (160, 172, 196)),
    ((206, 216, 232), (108, 126, 160)),
)
"""Wall and floor of the plain backdrop, where the prompt names no place."""
STUDIO_FLOOR = 76.0
STEP = 1 / 32
"""Heights of sprites are multiples of this share of the picture, so that they are found again."""
LEAST = 16
"""Pixels."""
DIPPED = 0.86
"""Share of the height that is seen of what is in the water."""


@dataclass
class Item:
    """One sprite in the picture. Positions in pixels."""

    order: Order
    picture: Image.Image
    x: float
    """Of its middle."""
    bottom: float
    shadow: bool = True
    depth: float = 0
    """Painted in this order."""
    in_water: bool = False
    mirrored: bool = False
    colour: str = ""
    """As the prompt says it."""
    part: bool = False
    """Belongs to another item; not counted as a thing of its own."""

    @property
    def left(self) -> int:
        return round(self.x - self.picture.width / 2)

    @property
    def top(self) -> int:
        return round(self.bottom - self.picture.height)

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.left + self.picture.width, self.top + self.picture.height


@dataclass
class Stage:
    """What is painted so far, and where a floor is."""

    image: Image.Image
    rng: random.Random
    floor: float
    """Where feet stand, in pixels."""
    place: Place | None = None
    table: bool = False
    items: list[Item] = field(default_factory=list)

    @property
    def size(self) -> int:
        return self.image.width

    @property
    def unit(self) -> float:
        """Pixels of one unit: a hundredth of the picture."""
        return self.image.width / 100

    @property
    def dark(self) -> bool:
        return self.place is not None and self.place.dark

    def order(
        self,
        name: str,
        colour: str = "",
        person: PersonKind | None = None,
        vessel: str = "",
        age: str = "",
        skin: str = "",
    ) -> Order:
        """A sprite of this stage, its variant by luck."""
        plain = Order(name, colour, person, vessel=vessel, rim=self.dark, age=age, skin=skin)
        drawing = plain.drawing
        variant = self.rng.randrange(max(drawing.variants, 3 if plain.peopled else 1))
        natural = colour == drawing.colour and not plain.hair
        return replace(plain, colour="" if natural else colour, variant=variant)

    def sprite(self, order: Order, height: float) -> Image.Image:
        """The sprite at about `height` units."""
        steps = round(height / 100 / STEP)
        return sprite(order, max(LEAST, round(steps * STEP * self.size)))

    def add(self, item: Item) -> Item:
        self.items.append(item)
        return item

    def lay_table(self) -> None:
        """Set a table across the lower quarter."""
        top = table(self.rng.randrange(TABLE_VARIANTS), self.size)
        self.image.paste(top, (round((self.size - top.width) / 2), self.size - top.height), top)
        self.floor, self.table = (TOP + 11) / 100 * self.size, True

    def paint(self) -> None:
        """Put all items into the picture, the deepest first."""
        for item in sorted(self.items, key=lambda i: i.depth):
            if item.shadow:
                self._shadow(item)
            picture = item.picture
            if item.in_water:
                picture = self._dipped(item)
            self.image.paste(picture, (item.left, item.top), picture)

    def _shadow(self, item: Item) -> None:
        width = round(item.picture.width * 0.86)
        height = max(6, round(min(width * 0.16, 7 * self.unit)))
        mask = _soft_ellipse().resize((width, height), Image.Resampling.BILINEAR)
        corner = (round(item.x - width / 2), round(item.bottom - height * 0.62))
        # A picture of one colour is pasted in half the time of a colour.
        self.image.paste(Image.new("RGB", mask.size, INK), corner, mask)

    def _dipped(self, item: Item) -> Image.Image:
        """The part above the water; ripples are painted around it."""
        picture = item.picture
        line = round(picture.height * DIPPED)
        at = item.top + line
        draw = ImageDraw.Draw(self.image)
        for grow, colour in ((0.58, (235, 248, 252)), (0.5, (206, 232, 244))):
            rx, ry = picture.width * grow, 2.4 * self.unit * grow / 0.5
            draw.ellipse(
                (item.x - rx, at - ry, item.x + rx, at + ry), outline=colour, width=max(1, round(self.unit * 0.5))
            )
        mask = Image.new("L", picture.size, 0)
        pen = ImageDraw.Draw(mask)
        pen.rectangle((0, 0, picture.width, line), fill=255)
        pen.ellipse((0, line - 2 * self.unit, picture.width, line + 2 * self.unit), fill=255)
        dipped = picture.copy()
        dipped.putalpha(ImageChops.multiply(picture.getchannel("A"), mask))
        return dipped


@lru_cache(maxsize=1)
def _soft_ellipse() -> Image.Image:
    mask = Image.new("L", (192, 64), 0)
    ImageDraw.Draw(mask).ellipse((22, 14, 170, 50), fill=105)
    return mask.filter(ImageFilter.GaussianBlur(8))


def in_place(name: str, rng: random.Random, size: int, beside: Iterable[str] = ()) -> Stage:
    """A stage in a place: one of its variants, turned left for right or not, its window shifted.

    It has nothing of its own that goes by the name of a drawing `beside` which it is seen.
    """
    place = PLACES[name]
    names = tuple(beside)
    variant = rng.randrange(BACKDROPS if names else PLACE_VARIANTS)
    dx, dy = rng.random(), rng.random()
    whole = layer(name, variant, size, left_out(place, names))
    x, y = round(dx * (whole.width - size)), round(dy * (whole.height - size))
    image = whole.crop((x, y, x + size, y + size))
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return Stage(image, rng, place.floor / 100 * SPARE * size - y, place)


def in_studio(rng: random.Random, size: int, subject: RGB, floor: bool) -> Stage:
    """A stage before a plain backdrop that sets the subject off; without a floor line for what flies or swims."""
    palettes = [p for p in PALETTES if _apart(blend(p[0], p[1], 0.4), subject) > 90] or list(PALETTES)
    wall, ground = palettes[rng.randrange(len(palettes))]
    low = STUDIO_FLOOR - 10 + rng.uniform(-4, 4)
    if floor:
        shades = [blend(wall, ground, 0.45 * y / low) for y in range(int(low))]
        near = 100 - len(shades)
        shades += [shade(blend(ground, wall, 0.25 * y / near), -0.05) for y in range(near)]
    else:
        shades = [blend(wall, ground, y / 110) for y in range(100)]
    column = Image.new("RGB", (1, 100))
    column.putdata(shades)
    # One column first: resizing it to the whole square at once takes ten times as long.
    image = column.resize((1, size), Image.Resampling.BICUBIC).resize((size, size), Image.Resampling.NEAREST)
    x, y = rng.uniform(0.25, 0.75), rng.uniform(0.45, 0.85)
    window = (round(x * size), round(y * size), round(x * size) + size, round(y * size) + size)
    image.paste(Image.new("RGB", (size, size), shade(wall, 0.7)), (0, 0), _spotlight(size).crop(window))
    return Stage(image, rng, (low + (100 - low) * 0.55) / 100 * size)


@kept
def _spotlight(size: int) -> Image.Image:
    """A soft disc of light, twice as wide as the picture: its middle is moved by cutting out a window."""
    light = Image.new("L", (64, 64), 0)
    ImageDraw.Draw(light).ellipse((20, 20, 44, 44), fill=90)
    return light.filter(ImageFilter.GaussianBlur(5)).resize((2 * size, 2 * size), Image.Resampling.BILINEAR)


def _apart(one: RGB, other: RGB) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
