"""Plates, bowls, cups and glasses for food, and the steam above them."""

import math
import random
from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.botany import edge

CHINA: RGB = (244, 243, 240)
GLAZES: Sequence[RGB] = ((82, 130, 166), (206, 92, 74), (238, 232, 220), (96, 150, 128), (226, 170, 74))


def glaze(rng: random.Random) -> RGB:
    """The colour of a bowl or a mug, by luck."""
    return rng.choice(GLAZES)


def plate(c: Canvas, x: float, y: float, rx: float, colour: RGB = CHINA) -> None:
    """A plate seen from a little above, around (x, y)."""
    ry = rx * 0.26
    c.ellipse(x, y + 2, rx * 0.96, ry, shade(colour, -0.3))
    c.ellipse(x, y, rx, ry, shade(colour, -0.08))
    c.ellipse(x, y - 0.4, rx * 0.96, ry * 0.9, colour)
    c.ellipse(x, y, rx * 0.7, ry * 0.62, shade(colour, -0.12))
    c.ellipse(x, y + 0.6, rx * 0.68, ry * 0.58, shade(colour, -0.04))


def bowl(c: Canvas, x: float, top: float, rx: float, bottom: float, colour: RGB, fill: RGB) -> None:
    """A bowl whose mouth, filled, is an ellipse around (x, top)."""
    ry = rx * 0.27
    foot = rx * 0.44
    c.box(x - foot, bottom - 4, x + foot, bottom, shade(colour, -0.25), radius=1)
    body = [
        *bezier((x - rx, top), (x - rx * 0.92, bottom - 2), (x - foot, bottom - 2)),
        *bezier((x + foot, bottom - 2), (x + rx * 0.92, bottom - 2), (x + rx, top)),
    ]
    c.polygon(body, colour)
    side = [
        *bezier((x + rx * 0.5, top), (x + rx * 0.62, bottom - 6), (x + foot * 0.4, bottom - 2)),
        *bezier((x + foot, bottom - 2), (x + rx * 0.92, bottom - 2), (x + rx, top)),
    ]
    c.polygon(side, shade(colour, -0.15))
    c.curve((x - rx * 0.78, top + ry + 2), (x - rx * 0.7, bottom - 12), (x - foot, bottom - 7), 1.6, shade(colour, 0.4))
    c.ellipse(x, top, rx, ry, shade(colour, 0.3))
    c.ellipse(x, top, rx * 0.93, ry * 0.88, edge(fill, 0.4))
    c.ellipse(x, top + 1, rx * 0.91, ry * 0.8, fill)


def mug(c: Canvas, x: float, top: float, rx: float, bottom: float, colour: RGB, fill: RGB) -> None:
    """A cup with an ear on its right."""
    ry, dark = rx * 0.26, shade(colour, -0.16)
    middle = (top + bottom) / 2 - 2
    c.arc(x + rx * 0.98, middle, rx * 0.46, -92, 92, rx * 0.2, dark)
    wall = [(x - rx, top), *oval(x, bottom - 6, rx * 0.88, 6, 180, 0), (x + rx, top)]
    c.polygon(wall, colour)
    c.polygon([(x + rx * 0.55, top), *oval(x, bottom - 6, rx * 0.88, 6, 60, 0), (x + rx, top)], dark)
    c.line([(x - rx * 0.78, top + 9), (x - rx * 0.72, bottom - 11)], 2, shade(colour, 0.45))
    c.ellipse(x, top, rx, ry, shade(colour, 0.25))
    c.ellipse(x, top, rx * 0.9, ry * 0.82, edge(fill, 0.35))
    c.ellipse(x, top + 1, rx * 0.88, ry * 0.72, fill)


def tumbler(c: Canvas, x: float, top: float, half: float, bottom: float, drink: RGB, level: float) -> None:
    """A glass that widens upwards, filled up to y = `level`."""
    glass: RGB = (214, 230, 238)
    foot = half * 0.74
    c.polygon([(x - half, top), (x + half, top), (x + foot, bottom), (x - foot, bottom)], glass)
    share = (level - top) / (bottom - top)
    wide = half + (foot - half) * share - 1.6
    c.polygon([(x - wide, level), (x + wide, level), (x + foot - 1.6, bottom - 3), (x - foot + 1.6, bottom - 3)], drink)
    c.polygon(
        [(x + wide * 0.5, level), (x + wide, level), (x + foot - 1.6, bottom - 3), (x + foot * 0.4, bottom - 3)],
        shade(drink, -0.13),
    )
    c.ellipse(x, level, wide, 2.6, shade(drink, 0.35))
    c.line([(x - half * 0.72, top + 5), (x - foot * 0.7, bottom - 8)], 2, shade(drink, 0.6))
    c.line([(x - half, top), (x + half, top)], 1, (250, 252, 253))


def steam(c: Canvas, spots: Sequence[Point], height: float = 22) -> None:
    """Tapering wisps that rise from the spots."""
    for x, y in spots:
        left, right = [], []
        for i in range(21):
            share = i / 20
            sway = x + 3 * math.sin(share * 2 * math.pi)
            half = 0.4 + 2.2 * math.sin(math.pi * share)
            left.append((sway - half, y - height * share))
            right.append((sway + half, y - height * share))
        c.polygon(left + right[::-1], (252, 252, 252))
