"""Whoever does something in a joke: the body that is shown, where its limbs begin, and arms and legs by measure."""

import random
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import INK, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.sprites import SPRITES, Order, face, sprite
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import ROOM_OF
from synthgen.renderer.sketch.subjects.chibi import MIDDLE
from synthgen.renderer.sketch.subjects.creature import taper
from synthgen.renderer.sketch.subjects.posed import HEIGHT, HIPS, POSED, WIDTH
from synthgen.renderer.sketch.vocabulary import rgb

GLOVE: RGB = (250, 250, 248)
PIPE: RGB = (70, 64, 72)
"""Arms and legs of things."""


@dataclass
class Actor:
    """An item of the stage with the places where limbs begin, in pixels from its upper left corner, facing right."""

    item: Item
    shoulders: tuple[Point, Point]
    """The one on the viewer's left, and the one on the right."""
    hips: Point
    mouth: Point
    limb: float
    """Width of an arm in pixels; 0 for people, whose arms are drawn already."""
    skin: RGB
    tip: RGB | None = None

    @property
    def side(self) -> int:
        """1 if it faces right."""
        return -1 if self.item.mirrored else 1

    def on_stage(self, point: Point) -> Point:
        """A place of the sprite, on the stage."""
        wide = self.item.picture.width
        return self.item.left + (wide - point[0] if self.item.mirrored else point[0]), self.item.top + point[1]

    def arm(self, stage: Stage, which: int, hand: Point, bend: float, depth: float) -> None:
        """From the left (0) or right (1) shoulder to a hand on the stage; `bend` lowers the elbow, in limb widths."""
        start = self.on_stage(self.shoulders[which])
        elbow = ((start[0] + hand[0]) / 2, (start[1] + hand[1]) / 2 + bend * self.limb)
        self._limb(stage, (start, elbow, hand), 1.0, depth)

    def leg(self, stage: Stage, foot: Point, knee: Point, depth: float) -> None:
        """From the hips to a foot on the stage, by a knee."""
        self._limb(stage, (self.on_stage(self.hips), knee, foot), 1.25, depth, foot=True)

    def _limb(
        self, stage: Stage, path: tuple[Point, Point, Point], thick: float, depth: float, foot: bool = False
    ) -> None:
        if not self.limb:
            return
        colour = shade(self.skin, -0.08) if depth > self.item.depth else shade(self.skin, -0.24)
        wide = self.limb * thick
        order = self.item.order
        picture, (x, y) = limb(
            path, wide, colour, self.tip or shade(colour, -0.12), stage.size, self.side if foot else 0
        )
        stage.add(Item(order, picture, x, y, shadow=False, depth=depth, part=True))


def limb(
    path: tuple[Point, Point, Point], wide: float, colour: RGB, tip: RGB, size: int, foot: int
) -> tuple[Image.Image, Point]:
    """A bent limb with a hand or, where `foot` is a direction, with a foot; and where its middle and bottom are."""
    scale = size / 300
    left, top = min(p[0] for p in path) - 2 * wide, min(p[1] for p in path) - 2 * wide
    right, bottom = max(p[0] for p in path) + 2 * wide, max(p[1] for p in path) + 2 * wide
    canvas = Canvas((right - left) / scale + 4, (bottom - top) / scale + 4, scale)
    start, bend, end = (((x - left) / scale + 2, (y - top) / scale + 2) for x, y in path)
    w = wide / scale
    dark = shade(colour, -0.3)
    taper(canvas, start, bend, end, w + 1.4, w * 0.86 + 1.4, dark)
    taper(canvas, start, bend, end, w, w * 0.86, colour)
    if foot:
        canvas.ellipse(end[0] + foot * w * 0.3, end[1], w * 0.86, w * 0.58, dark)
        canvas.ellipse(end[0] + foot * w * 0.3, end[1], w * 0.78, w * 0.5, tip)
    else:
        canvas.ellipse(*end, w * 0.62, w * 0.62, dark)
        canvas.ellipse(*end, w * 0.53, w * 0.53, tip)
    picture = uncropped(canvas)
    return picture, ((left + right) / 2, bottom + 2 * scale + (picture.height - canvas.height * scale) / 2)


def uncropped(canvas: Canvas) -> Image.Image:
    """The sprite with all of its canvas, and the same room for the outline on every side."""
    for x in (0.0, canvas.width):
        for y in (0.0, canvas.height):
            canvas.box(x - 0.5, y - 0.5, x + 0.5, y + 0.5, INK)
    picture = canvas.sprite()
    corner = round((picture.width - canvas.width * canvas.scale) / 2 + canvas.scale) + 1
    clear = Image.new("RGBA", (corner, corner), (0, 0, 0, 0))
    for x in (0, picture.width - corner):
        for y in (0, picture.height - corner):
            picture.paste(clear, (x, y))
    return picture


def posed_sprite(order: Order, height: int, feet: bool) -> Image.Image:
    """An upright animal without arms, its canvas `height` pixels high."""

    def draw() -> Image.Image:
        canvas = Canvas(WIDTH, HEIGHT, height / HEIGHT)
        look = Look(random.Random(f"upright/{order.name}/{order.variant}"), rgb(order.colour) if order.colour else None)
        POSED[order.name].paint(canvas, look, feet)
        return uncropped(canvas)

    return SPRITES.get(("upright", order, height, feet), draw)


def actor(stage: Stage, main: Item, tall: float, feet: bool = True) -> Actor:
    """Turn the main item into an actor that is about `tall` units high, its feet or hips at its bottom."""
    posed = POSED.get(main.order.name)
    floor, scale = main.bottom, tall * stage.unit
    if posed is None:
        return _as_it_is(stage, main, scale)
    unit = scale / (HEIGHT - posed.top)
    picture = posed_sprite(main.order, max(24, round(unit * HEIGHT)), feet)
    pad = (picture.height - unit * HEIGHT) / 2
    main.picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if main.mirrored else picture
    main.bottom = floor + pad + (0 if feet else (HEIGHT - HIPS) * unit)

    def spot(x: float, y: float) -> Point:
        return pad + x * unit, pad + y * unit

    shoulders = spot(MIDDLE - posed.reach, 100), spot(MIDDLE + posed.reach, 100)
    skin = shade(rgb(main.order.colour), -0.06) if main.order.colour else posed.skin
    main.x += (WIDTH / 2 - MIDDLE) * unit * (-1 if main.mirrored else 1)
    return Actor(main, shoulders, spot(MIDDLE, HIPS - 6), spot(*posed.mouth), posed.limb * unit, skin, posed.tip)


def _as_it_is(stage: Stage, main: Item, tall: float) -> Actor:
    """Whatever has no upright drawing: its own sprite, with arms where they might be."""
    picture = main.picture
    scale = min(1.0, tall / picture.height, 1.1 * tall / picture.width)
    main.picture = picture.resize(
        (max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), Image.Resampling.BICUBIC
    )
    wide, high = main.picture.size
    found = face(main.order) if main.order.alive else None
    middle, eyes = (found.x, found.eyes) if found else (0.5, 0.3)
    low = min(0.8, max(0.56, eyes + 0.2))
    shoulders = (middle * wide - 0.2 * wide, low * high), (middle * wide + 0.2 * wide, low * high)
    alive = ROOM_OF.get(main.order.name) == "animals"
    width = 0.0 if main.order.peopled else min(0.1 * high if alive else 0.05 * high, 4 * stage.unit)
    mouth = (middle + 0.04) * wide, min(0.9, eyes + 0.16) * high
    skin = flank_colour(main.order) if alive else PIPE
    return Actor(main, shoulders, (0.5 * wide, 0.92 * high), mouth, width, skin, None if alive else GLOVE)


@lru_cache(maxsize=512)
def flank_colour(order: Order) -> RGB:
    """The colour that covers most of a sprite's sides, below the head."""
    pixels = np.asarray(sprite(order, 128))
    high, wide = pixels.shape[:2]
    rows = pixels[round(0.45 * high) : round(0.8 * high)]
    sides = np.concatenate([rows[:, : round(0.3 * wide)], rows[:, round(0.7 * wide) :]], axis=1).reshape(-1, 4)
    solid = sides[(sides[:, 3] > 250) & (np.abs(sides[:, :3].astype(int) - INK).sum(axis=1) > 12)][:, :3]
    if not len(solid):
        return PIPE
    colours, counts = np.unique(solid, axis=0, return_counts=True)
    red, green, blue = (int(v) for v in colours[counts.argmax()])
    return red, green, blue


def mirrored_if(picture: Image.Image, side: int) -> Image.Image:
    """A picture that faces right, turned to the side."""
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if side < 0 else picture
