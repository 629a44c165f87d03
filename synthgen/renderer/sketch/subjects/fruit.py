"""Fruit, each with what tells it: a stalk, a texture, a cut face. Canvas 100 x 100."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import (
    DARK_LEAF,
    LEAF,
    STEM,
    along,
    ball,
    blade,
    edge,
    leaf,
    petal,
    toned,
)

STALK: RGB = (110, 76, 46)
Shape = Sequence[Point]


def body(c: Canvas, points: Shape, colour: RGB, light: Point, gleam: Point | None = None) -> list[Point]:
    """A smooth fruit body, lit from `light`, with a gleam."""
    shape = smooth(points)
    toned(c, shape, colour, light)
    if gleam is not None:
        c.ellipse(*gleam, 6, 3.4, shade(colour, 0.5), turn=-42)
    return shape


def mirrored(half: Shape, x: float = 50) -> list[Point]:
    """A shape from its right half, given as distances from the middle line, top to bottom."""
    ends = half[:-1] if half[-1][0] == 0 else half
    right = [(x + dx, y) for dx, y in half]
    return right + [(x - dx, y) for dx, y in ends[::-1] if dx > 0]


def apple(c: Canvas, look: Look) -> None:
    """Two shoulders, a hollow, a stalk and a leaf."""
    colour = look.colour or (214, 40, 46)
    half = ((0, 32), (12, 25), (30, 27), (40, 46), (37, 70), (24, 92), (10, 97), (0, 93))
    body(c, mirrored(half), colour, (42, 54), (28, 44))
    c.ellipse(50, 32, 12, 4.4, edge(colour, 0.34))
    c.curve((50, 33), (50, 20), (56, 11), 3.4, STALK)
    leaf(c, 53, 23, -24, 28, 13, LEAF, bend=0.1, veins=True)
    for x, y in ((34, 66), (44, 76), (58, 60), (66, 74), (54, 86)):
        c.ellipse(x, y, 0.9, 0.9, shade(colour, 0.35))


def pear(c: Canvas, look: Look) -> None:
    """A narrow neck on a round belly."""
    colour = look.colour or (190, 204, 74)
    half = ((0, 18), (10, 20), (15, 36), (22, 50), (33, 66), (31, 88), (14, 98), (0, 97))
    body(c, mirrored(half), colour, (42, 66), (36, 62))
    c.curve((50, 20), (50, 10), (55, 3), 3, STALK)
    leaf(c, 51, 13, -14, 24, 11, LEAF, bend=0.1, veins=True)
    for x, y in ((44, 84), (60, 72), (56, 88), (64, 82), (50, 62), (48, 42)):
        c.ellipse(x, y, 1, 1, edge(colour, 0.22))


def peach(c: Canvas, look: Look) -> None:
    """A blushing fruit with a deep seam, and two leaves."""
    colour = look.colour or (253, 180, 124)
    half = ((0, 26), (16, 20), (36, 30), (42, 54), (34, 80), (16, 94), (0, 98))
    body(c, mirrored(half), colour, (44, 50))
    red = (236, 84, 84) if look.colour is None else shade(colour, -0.2)

    def blush(layer: Canvas) -> None:
        for i in range(4):
            layer.ellipse(18 - 3 * i, 60 + 2 * i, 30 - 5 * i, 36 - 5 * i, blend(colour, red, 0.2 + 0.18 * i))

    c.inside(blush)
    c.curve((50, 24), (70, 52), (52, 94), 1.8, edge(colour, 0.3))
    c.curve((51, 26), (73, 52), (55, 92), 1, shade(colour, 0.45))
    c.ellipse(66, 40, 7, 3.6, shade(colour, 0.5), turn=36)
    c.curve((50, 28), (50, 20), (47, 14), 3, STALK)
    leaf(c, 50, 20, -18, 34, 14, LEAF, bend=0.12, veins=True)
    leaf(c, 48, 19, -158, 26, 11, DARK_LEAF, bend=-0.12)


def stone_fruit(skin: RGB, flesh: RGB, stone: RGB, tall: float) -> Callable[[Canvas, Look], None]:
    """A whole fruit with a seam, and a half that shows its stone: apricot, plum."""

    def paint(c: Canvas, look: Look) -> None:
        colour = look.colour or skin
        c.curve((38, 30), (38, 20), (44, 12), 2.6, STALK)
        leaf(c, 41, 18, -8, 26, 11, LEAF, bend=0.1, veins=True)
        ball(c, 36, 60, 31, 31 * tall, colour)
        c.curve((38, 30), (60, 56), (38, 88), 1.4, edge(colour, 0.24))
        c.ellipse(38, 60 - 30 * tall + 1, 5, 1.8, edge(colour, 0.34))
        c.ellipse(74, 74, 24.8, 24.8 * tall, colour)
        c.ellipse(74, 74, 22.4, 22.4 * tall, flesh)
        c.ellipse(74, 74, 19, 19 * tall, shade(flesh, 0.14))
        c.ellipse(74, 75, 9.4, 12.4, edge(stone, 0.4))
        c.ellipse(74, 74.4, 8.4, 11.4, stone)
        c.curve((71, 66), (69, 74), (73, 83), 0.9, shade(stone, -0.3))
        c.curve((76, 65), (79, 74), (76, 82), 0.9, shade(stone, 0.3))

    return paint


@dataclass(frozen=True)
class Citrus:
    """A whole fruit and half of one, its segments showing."""

    skin: RGB
    flesh: RGB
    wide: float = 1.0
    """How much longer than high: lemons and limes are."""
    knob: bool = False
    leafy: bool = False

    def paint(self, c: Canvas, look: Look) -> None:
        skin = look.colour or self.skin
        flesh = blend(skin, (255, 255, 255), 0.16) if look.colour else self.flesh
        ry = 29 if self.wide == 1 else 26
        if self.knob:
            c.ellipse(43 - ry * self.wide, 49, 7, 6, shade(skin, -0.08))
        if self.leafy:
            leaf(c, 40, 22, -24, 28, 13, LEAF, bend=0.1, veins=True)
            leaf(c, 40, 22, -160, 20, 9, DARK_LEAF)
        ball(c, 40, 50, ry * self.wide, ry, skin)
        for i in range(16):
            px, py = along(0, 0, i * 137.5, ry * 0.8 * math.sqrt(i / 16))
            c.ellipse(40 + px * self.wide, 50 + py, 0.8, 0.8, edge(skin, 0.16))
        if not self.knob:
            c.ellipse(40, 50 - ry + 3, 3, 1.8, (96, 132, 62))
        citrus_face(c, 68, 72, 27, skin, flesh)


def citrus_face(c: Canvas, x: float, y: float, r: float, skin: RGB, flesh: RGB, count: int = 9) -> None:
    """The cut face: skin, white, and wedges."""
    c.ellipse(x, y, r + 0.8, r + 0.8, edge(skin))
    c.ellipse(x, y, r, r, skin)
    c.ellipse(x, y, r * 0.9, r * 0.9, (253, 246, 226))
    for i in range(count):
        wedge = [along(x, y, 360 * (i + 0.5) / count, r * 0.1)]
        wedge += oval(x, y, r * 0.82, r * 0.82, 360 * i / count + 3.5, 360 * (i + 1) / count - 3.5, steps=6)
        c.polygon(wedge, flesh)
        c.line(
            [along(x, y, 360 * (i + 0.4) / count, r * 0.3), along(x, y, 360 * (i + 0.35) / count, r * 0.7)],
            r * 0.03,
            shade(flesh, 0.4),
        )


def banana(c: Canvas, look: Look) -> None:
    """A hand of three."""
    colour = look.colour or (250, 214, 62)
    for dx, dy, tone in ((10, -9, shade(colour, -0.12)), (5, -4, shade(colour, -0.05)), (0, 2, colour)):
        outer = bezier((78 - dx * 0.4, 14), (86 + dx * 1.6, 84 + dy), (8 + dx * 0.3, 84 + dy * 2.2))
        inner = bezier((6 + dx * 0.3, 76 + dy * 2.2), (58 + dx, 62 + dy), (68 - dx * 0.3, 16))
        c.polygon([*outer, *inner], edge(colour, 0.3))
        c.polygon([(x * 0.985 + 0.7, y * 0.985 + 0.6) for x, y in [*outer, *inner]], tone)
        c.line(
            bezier((74 - dx * 0.3, 18), (72 + dx * 1.3, 72 + dy), (10 + dx * 0.3, 80 + dy * 2.2)), 1, edge(colour, 0.18)
        )
        c.ellipse(8 + dx * 0.3, 80 + dy * 2.2, 3.4, 4.6, (92, 66, 40), turn=10)
    c.polygon([(66, 19), (80, 18), (78, 4), (70, 4)], edge(colour, 0.3))
    c.polygon([(67, 18), (79, 17), (77, 5), (71, 5)], blend(colour, (150, 150, 50), 0.4))
    c.ellipse(74, 5, 3.6, 1.8, (92, 66, 40))


def cherries(c: Canvas, look: Look) -> None:
    """A pair on long stalks that meet under a leaf."""
    colour = look.colour or (196, 24, 48)
    for x, y in ((28, 72), (72, 76)):
        c.curve((x, y - 16), (x + (50 - x) * 0.2, 34), (54, 10), 3, (96, 140, 62))
    leaf(c, 54, 11, 12, 38, 18, LEAF, bend=0.14, veins=True)
    for x, y in ((28, 72), (72, 76)):
        half = ((0, y - 17), (13, y - 20), (22, y - 5), (19, y + 13), (0, y + 21))
        body(c, mirrored(half, x), colour, (x - 5, y - 5), (x - 8, y - 8))
        c.ellipse(x, y - 16, 6, 2.2, edge(colour, 0.34))


def grapes(c: Canvas, look: Look) -> None:
    """A bunch that tapers, with a leaf and a woody stalk."""
    colour = look.colour or (124, 60, 150)
    c.curve((50, 26), (50, 12), (58, 4), 3.4, STALK)
    c.line([(40, 7), (60, 9)], 3, STALK)
    leaf(c, 52, 20, -8, 36, 22, LEAF, widest=0.35, veins=True)
    leaf(c, 50, 20, -172, 30, 18, DARK_LEAF, widest=0.35, veins=True)
    for row, count in enumerate((4, 5, 4, 4, 3, 2, 1)):
        for i in range(count):
            x = 50 + (i - (count - 1) / 2) * 15.4 + (1.5 if row % 2 else -1.5)
            y = 29 + row * 10.2
            c.ellipse(x, y, 9.2, 9.2, edge(colour, 0.36))
            ball(c, x, y, 8.4, 8.4, shade(colour, 0.08 * ((row + i) % 3)))


def berries(colour: RGB, crowned: bool) -> Callable[[Canvas, Look], None]:
    """A heap: blueberries with a crown, or raspberries made of beads."""

    def paint(c: Canvas, look: Look) -> None:
        tone = look.colour or colour
        spots = ((50, 34), (33, 55), (67, 55), (50, 60), (19, 80), (81, 80), (40, 82), (61, 82))
        leaf(c, 32, 36, -150, 26, 13, LEAF, veins=True)
        leaf(c, 68, 36, -30, 26, 13, DARK_LEAF, veins=True)
        for i, (x, y) in enumerate(spots):
            if crowned:
                _blueberry(c, x, y, 17, shade(tone, 0.07 * (i % 3)), 40 * i)
            else:
                _raspberry(c, x, y, 17, shade(tone, 0.05 * (i % 3)))

    return paint


def _blueberry(c: Canvas, x: float, y: float, r: float, colour: RGB, turn: float) -> None:
    c.ellipse(x, y, r + 0.8, r + 0.8, edge(colour, 0.4))
    ball(c, x, y, r, r, colour)
    cx, cy = along(x, y, turn - 90, r * 0.3)
    star = [along(cx, cy, i * 36 + turn, r * (0.42 if i % 2 else 0.22)) for i in range(10)]
    c.polygon(star, edge(colour, 0.45))
    c.ellipse(cx, cy, r * 0.14, r * 0.14, shade(colour, -0.55))


def _raspberry(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    c.blob(
        mirrored(((0, y - r), (r * 0.9, y - r * 0.7), (r * 0.86, y + r * 0.3), (0, y + r * 1.1)), x), edge(colour, 0.4)
    )
    for row, count in enumerate((3, 4, 4, 3, 2)):
        for i in range(count):
            px, py = x + (i - (count - 1) / 2) * r * 0.44, y + r * (-0.66 + 0.37 * row)
            ball(c, px, py, r * 0.25, r * 0.25, colour)
    for angle in (-170, -130, -90, -50, -10):
        petal(c, x, y - r * 0.82, angle, r * 0.5, r * 0.28, (104, 172, 84), 0.4, 0.4, pointed=True, line=0.4)


def strawberry(c: Canvas, look: Look) -> None:
    """A heart with seeds in dimples and a green frill."""
    colour = look.colour or (224, 38, 50)
    half = ((0, 24), (26, 20), (40, 34), (36, 58), (20, 84), (0, 98))
    body(c, mirrored(half), colour, (42, 44), (24, 40))
    for row, count in enumerate((5, 6, 5, 4, 3, 1)):
        for i in range(count):
            x, y = 50 + (i - (count - 1) / 2) * 12.6, 36 + row * 10.4
            c.ellipse(x, y, 1.7, 2.5, edge(colour, 0.3))
            c.ellipse(x, y - 0.3, 1.1, 1.8, (252, 218, 118))
    c.curve((50, 20), (50, 12), (57, 5), 3.4, STEM)
    for angle in (-176, -148, -4, -32, 160, 20, 128, 52, 90):
        petal(c, 50, 21, angle, 25 if angle % 180 < 60 or angle % 180 > 120 else 18, 11, LEAF, 0.4, 0.4, pointed=True)


def pineapple(c: Canvas, look: Look) -> None:
    """A diamond-patterned barrel under a crown of stiff leaves."""
    colour = look.colour or (242, 182, 50)
    toned(c, smooth(mirrored(((0, 36), (20, 40), (28, 58), (25, 84), (12, 97), (0, 98)))), colour, (44, 60), 0.9)
    dark, eye = edge(colour, 0.26), edge(colour, 0.42)

    def lattice(layer: Canvas) -> None:
        for k in range(-7, 12):
            layer.line([(14, 30 + k * 9), (86, 78 + k * 9)], 1.2, dark)
            layer.line([(86, 30 + k * 9), (14, 78 + k * 9)], 1.2, dark)
        for row in range(14):
            for i in range(7):
                x, y = 50 + (i - 3) * 16.8 + (8.4 if row % 2 else 0), 36 + row * 4.5
                layer.ellipse(x, y, 1.3, 1.3, eye)

    c.inside(lattice)
    for angle, length in (
        (-158, 22),
        (-22, 22),
        (-140, 30),
        (-40, 30),
        (-122, 36),
        (-58, 36),
        (-104, 38),
        (-76, 38),
        (-90, 34),
    ):
        end = along(50, 40, angle, length)
        tone = LEAF if length % 4 else (96, 170, 86)
        blade(c, (50, 42), (50 + (end[0] - 50) * 0.3, end[1] + 8), end, 9, tone, 0.3, 0.8)
