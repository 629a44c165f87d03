"""Ears, horns, manes and whiskers of the sitting mammals. Ears are painted before the head."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.creature import Coat, Part, ball, taper

MIDDLE = 60
SIDES = (-1, 1)


def round_ears(r: float, x: float = 25, y: float = 36, inner: float = 0.58) -> Part:
    """Round ears of radius `r`, `x` from the middle."""

    def paint(c: Canvas, coat: Coat) -> None:
        for side in SIDES:
            ball(c, MIDDLE + side * x, y, r, r, coat.base if inner < 1 else coat.inner)
            c.ellipse(MIDDLE + side * x, y + 1, r * min(inner, 0.9), r * min(inner, 0.9), coat.inner)

    return paint


def pointed_ears(height: float = 31, spread: float = 30, rim: RGB | None = None) -> Part:
    """Triangular ears, their tips `height` above the eyes' line; `rim` is the colour of their edges."""

    def paint(c: Canvas, coat: Coat) -> None:
        for side in SIDES:
            tip = (MIDDLE + side * spread, 47 - height)
            outer = [(MIDDLE + side * 34, 52), tip, (MIDDLE + side * 7, 34)]
            inside = [(MIDDLE + side * 29, 46), (tip[0] - side * 1.5, tip[1] + 8), (MIDDLE + side * 14, 36)]
            c.polygon(outer, rim or coat.base)
            c.polygon(inside, coat.inner)

    return paint


def long_ears(c: Canvas, coat: Coat) -> None:
    """A rabbit's."""
    for side in SIDES:
        ball(c, MIDDLE + side * 15, 24, 8.5, 24, coat.base, turn=side * 9)
        c.ellipse(MIDDLE + side * 15, 25, 4.6, 18, coat.inner, turn=side * 9)


def floppy_ears(c: Canvas, coat: Coat) -> None:
    """A dog's, hanging down; painted after the head."""
    for side in SIDES:
        ball(c, MIDDLE + side * 32, 58, 10, 24, coat.dark, turn=-side * 14)


def side_ears(r: float = 12, y: float = 58) -> Part:
    """An ape's, at the height of the eyes."""

    def paint(c: Canvas, coat: Coat) -> None:
        for side in SIDES:
            ball(c, MIDDLE + side * 35, y, r, r * 1.12, coat.base)
            c.ellipse(MIDDLE + side * 35.5, y, r * 0.6, r * 0.74, coat.inner)

    return paint


def pig_ears(c: Canvas, coat: Coat) -> None:
    """Pointed, their tips folded forward; painted after the head."""
    for side in SIDES:
        ear = [(10, 34), (16, 22), (36, 19), (35, 36), (30, 45)]
        c.blob([(MIDDLE + side * x, y) for x, y in ear], shade(coat.base, -0.12))
        fold = [(17, 30), (33, 24), (33, 36), (29, 42)]
        c.blob([(MIDDLE + side * x, y) for x, y in fold], coat.inner)


def tufted_ears(c: Canvas, coat: Coat) -> None:
    """A squirrel's: pointed, with a brush of fur at the tip."""
    for side in SIDES:
        c.polygon([(MIDDLE + side * x, y) for x, y in ((31, 46), (30, 24), (29, 12), (23, 22), (9, 35))], coat.base)
        c.polygon([(MIDDLE + side * x, y) for x, y in ((27, 42), (26, 25), (15, 35))], coat.inner)


def fluffy_ears(c: Canvas, coat: Coat) -> None:
    """A koala's: large and round, with pale tufts."""
    for side in SIDES:
        x = MIDDLE + side * 33
        ball(c, x, 43, 17, 17, coat.base)
        c.ellipse(x + side * 1.5, 44, 11, 11.5, coat.inner)
        for dy in (-7, 0, 7):
            tip = (x + side * 13, 46 + dy)
            c.polygon([(x - side * 4, 38 + dy), (x - side * 4, 52 + dy), tip], coat.pale)


def mane(c: Canvas, coat: Coat) -> None:
    """Two rings of locks around the head."""
    for count, reach, amount in ((16, 36, -0.14), (14, 30, 0.0)):
        for i in range(count):
            angle = 2 * math.pi * i / count
            x, y = MIDDLE + reach * math.cos(angle), 63 + reach * math.sin(angle)
            c.ellipse(x, y, 11.5, 11.5, shade(coat.dark, amount))


def crest(c: Canvas, coat: Coat) -> None:
    """The high crown of a gorilla's head."""
    ball(c, MIDDLE, 36, 19, 19, coat.base)


def forelock(c: Canvas, coat: Coat) -> None:
    """Three strands on top of the head."""
    for x, y in ((-8, 25), (8, 25), (1, 21)):
        taper(c, (MIDDLE + x * 0.3, 35), (MIDDLE + x * 0.3, 25), (MIDDLE + x, y), 12, 3, coat.base)


def shaggy(c: Canvas, coat: Coat) -> None:
    """Long hair that hangs from the shoulders, behind the body."""
    for side in SIDES:
        for i, (x, low) in enumerate(((39, 113), (33, 126), (22, 138))):
            start, pull = (MIDDLE + side * 16, 96), (MIDDLE + side * (x + 2), 96)
            taper(c, start, pull, (MIDDLE + side * x, low), 20, 5, shade(coat.base, -0.24 + 0.07 * i))


def whiskers(c: Canvas, coat: Coat) -> None:
    """Three at each side."""
    colour = shade(coat.base, 0.5) if sum(coat.base) < 200 else (84, 76, 80)
    for side in SIDES:
        for dy in (-3.5, 0.5, 4.5):
            c.line([(MIDDLE + side * 17, 76 + dy * 0.6), (MIDDLE + side * 38, 73 + dy * 2)], 0.9, colour)
