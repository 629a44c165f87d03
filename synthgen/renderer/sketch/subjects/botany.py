"""Shapes that plants and food share: leaves, petals, stems, pots, and bodies with a lit side."""

import math
import random
from collections.abc import Sequence
from functools import lru_cache

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade

LEAF: RGB = (74, 152, 74)
DARK_LEAF: RGB = (38, 110, 66)
LIGHT_LEAF: RGB = (126, 186, 84)
STEM: RGB = (88, 150, 70)
BARK: RGB = (126, 88, 58)
YOLK: RGB = (250, 205, 60)
WHITE: RGB = (250, 249, 244)

POTS: Sequence[RGB] = (
    (198, 102, 62),
    (226, 158, 96),
    (234, 226, 210),
    (88, 130, 146),
    (70, 88, 116),
    (176, 124, 136),
    (120, 122, 126),
)


def edge(colour: RGB, amount: float = 0.28) -> RGB:
    """The line around a part of this colour: darker, but lighter around parts that are nearly black."""
    return shade(colour, -amount) if sum(colour) > 190 else shade(colour, amount)


def along(x: float, y: float, angle: float, distance: float) -> Point:
    """The point `distance` away from (x, y) in the direction `angle`."""
    return x + distance * math.cos(math.radians(angle)), y + distance * math.sin(math.radians(angle))


@lru_cache(maxsize=64)
def _profile(widest: float, base: float, round_tip: bool) -> tuple[Point, ...]:
    """(share of the length, share of the half width) along a leaf."""
    steps, profile = 14, []
    for i in range(steps + 1):
        t = (1 - math.cos(math.pi * i / steps)) / 2
        if t < widest:
            half = base + (1 - base) * math.sin(t / widest * math.pi / 2)
        else:
            u = (t - widest) / (1 - widest)
            half = math.sqrt(max(0.0, 1 - u * u)) if round_tip else 1 - u**1.7
        profile.append((t, half / 2))
    return tuple(profile)


def ribbon(start: Point, pull: Point, end: Point, width: float, widest: float = 0.45, base: float = 0.0) -> list[Point]:
    """A leaf along a Bezier curve, `width` at the share `widest` of its length and `base` of that at its start."""
    left, right = [], []
    for t, half in _profile(widest, base, False):
        x = (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * pull[0] + t * t * end[0]
        y = (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * pull[1] + t * t * end[1]
        dx = (1 - t) * (pull[0] - start[0]) + t * (end[0] - pull[0])
        dy = (1 - t) * (pull[1] - start[1]) + t * (end[1] - pull[1])
        reach = half * width / (math.hypot(dx, dy) or 1)
        left.append((x + dy * reach, y - dx * reach))
        right.append((x - dy * reach, y + dx * reach))
    return left + right[::-1]


def blade(
    c: Canvas,
    start: Point,
    pull: Point,
    end: Point,
    width: float,
    colour: RGB,
    widest: float = 0.45,
    base: float = 0.0,
    line: float = 0.7,
    stripe: RGB | None = None,
) -> None:
    """A curved leaf with a darker edge; `stripe` is painted along its middle."""
    c.polygon(ribbon(start, pull, end, width + 2 * line, widest, base), edge(colour))
    c.polygon(ribbon(start, pull, end, width, widest, base), colour)
    if stripe is not None:
        c.polygon(ribbon(start, pull, end, width * 0.4, widest, base), stripe)


def leaf(
    c: Canvas,
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    colour: RGB = LEAF,
    bend: float = 0.0,
    widest: float = 0.45,
    veins: bool = False,
) -> None:
    """A pointed leaf growing from (x, y) towards `angle`, with its midrib; `bend` curves it sideways."""
    end = along(x, y, angle, length)
    pull = along(*along(x, y, angle, length / 2), angle - 90, bend * length)
    blade(c, (x, y), pull, end, width, colour, widest, line=0.6)
    rib = shade(colour, 0.3)
    spine = bezier((x, y), pull, end)[:14]
    c.line(spine, max(0.4, length * 0.025), rib, round_ends=False)
    if veins:
        for i in (3, 6, 9):
            for side in (-1, 1):
                tip = along(*spine[i], angle + side * 48, width * (0.42 - 0.02 * i))
                c.line([spine[i], tip], 0.4, rib, round_ends=False)


def petal(
    c: Canvas,
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    colour: RGB,
    widest: float = 0.62,
    base: float = 0.25,
    pointed: bool = False,
    line: float = 0.6,
) -> None:
    """A petal growing from (x, y) towards `angle`, round at its tip unless `pointed`."""
    profile = _profile(widest, base, not pointed)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    for grow, paint in ((line, edge(colour)), (0.0, colour)) if line else ((0.0, colour),):
        far, wide = length + grow, width + 2 * grow
        left = [(x + cos * t * far + sin * h * wide, y + sin * t * far - cos * h * wide) for t, h in profile]
        right = [(x + cos * t * far - sin * h * wide, y + sin * t * far + cos * h * wide) for t, h in profile[::-1]]
        c.polygon(left + right, paint)


def outlined_blob(c: Canvas, points: Sequence[Point], colour: RGB, line: float = 0.6) -> None:
    """A polygon with a darker line around it, for a part that lies on another part."""
    c.polygon(points, colour)
    c.line([*points, points[0]], line, edge(colour), round_ends=False)


def resized(points: Sequence[Point], centre: Point, share: float) -> list[Point]:
    """The shape drawn in towards `centre`."""
    return [(centre[0] + (x - centre[0]) * share, centre[1] + (y - centre[1]) * share) for x, y in points]


def toned(c: Canvas, points: Sequence[Point], colour: RGB, light: Point, share: float = 0.88) -> None:
    """A round body lit from the point `light`: darker along the far side."""
    c.polygon(points, shade(colour, -0.16) if sum(colour) > 190 else shade(colour, -0.35))
    c.polygon(resized(points, light, share), colour)


def ball(c: Canvas, x: float, y: float, rx: float, ry: float, colour: RGB, gleam: bool = True) -> None:
    """An ellipse lit from the upper left."""
    c.ellipse(x, y, rx, ry, shade(colour, -0.16) if sum(colour) > 190 else shade(colour, -0.35))
    c.ellipse(x - rx * 0.08, y - ry * 0.08, rx * 0.9, ry * 0.9, colour)
    if gleam:
        c.ellipse(x - rx * 0.4, y - ry * 0.45, rx * 0.24, ry * 0.14, shade(colour, 0.5), turn=-38)


def stem(c: Canvas, foot: Point, head: Point, width: float = 2.2, colour: RGB = STEM, sway: float = 0.0) -> None:
    """A stalk from the ground to a flower, leaning by `sway`."""
    pull = ((foot[0] + head[0]) / 2 + sway, (foot[1] + head[1]) / 2)
    c.curve(foot, pull, head, width + 0.8, edge(colour, 0.2))
    c.curve(foot, pull, head, width, colour)


def pot_colour(rng: random.Random) -> RGB:
    """Terracotta or glaze, by luck."""
    return rng.choice(POTS)


def pot(c: Canvas, x: float, top: float, bottom: float, width: float, colour: RGB, rim: bool = True) -> None:
    """A flower pot with soil at `top`, `width` across its mouth."""
    half, dark = width / 2, shade(colour, -0.18)
    lip = (bottom - top) * 0.26 if rim else 0.0
    foot = half * 0.72
    c.ellipse(x, top + 0.5, half * 0.94, max(1.4, width * 0.06), (84, 60, 46))
    c.polygon([(x - half * 0.9, top), (x + half * 0.9, top), (x + foot, bottom), (x - foot, bottom)], colour)
    c.polygon([(x + half * 0.4, top), (x + half * 0.9, top), (x + foot, bottom), (x + foot * 0.4, bottom)], dark)
    if rim:
        c.polygon([(x - half * 0.9, top + lip), (x + half * 0.9, top + lip), (x, top + lip * 1.5)], dark)
        c.box(x - half, top, x + half, top + lip, colour, radius=1)
        c.box(x + half * 0.45, top, x + half, top + lip, dark, radius=1)
        c.line([(x - half + 1.2, top + lip), (x + half - 1, top + lip)], 0.6, shade(colour, -0.35))
    c.line([(x - half * 0.7, top + lip + 2), (x - foot * 0.84, bottom - 3)], 1.4, shade(colour, 0.35))
