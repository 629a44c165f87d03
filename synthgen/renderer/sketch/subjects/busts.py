"""Head and shoulders, in tops of several cuts. In the head's units, around its centre."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects.heads import Head, paint_head, paint_head_back
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

LOWEST = 74.0
"""Where the body is cut off."""
WHITE: RGB = (240, 240, 236)


@dataclass(frozen=True)
class Frame:
    """What tells a man's shoulders from a child's."""

    shoulders: float
    neck: float
    """Half its width."""
    up: float = 0
    """How much shorter the neck is."""


FRAMES: dict[PersonKind, Frame] = {
    "man": Frame(38, 11),
    "woman": Frame(29.5, 7.4),
    "boy": Frame(23, 6.6, 3),
    "girl": Frame(21.6, 6.2, 3),
}
Top = Callable[[Pen, Frame, RGB, RGB], None]
"""Paints what the shirt leaves open and what is sewn on: pen, frame, its colour, the skin."""


def _neck(pen: Pen, frame: Frame, skin: RGB, wide: float = 1.6, deep: float = 7) -> None:
    """The neck, and the skin that a round opening shows."""
    tone, n = shade(skin, -0.07), frame.neck
    pen.polygon([(-n, 14), *oval(0, 29, n + wide, deep, 180, 0), (n, 14)], tone)
    pen.polygon([(-n, 14), *oval(0, 20.5, n, 4.6, 180, 0), (n, 14)], shade(skin, -0.2))


def crew(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A round neckline with a rib."""
    _neck(pen, frame, skin)
    pen.line(oval(0, 29.3, frame.neck + 2, 7.4, 0, 180), 2, rim_of(shirt))


def scoop(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A wide and deep neckline, with collarbones."""
    _neck(pen, frame, skin, 6, 13)
    pen.line(oval(0, 29, frame.neck + 6.2, 13.2, 0, 180), 1.2, rim_of(shirt))
    for side in (-1, 1):
        pen.curve((side * 2.5, 35), (side * 6, 34.4), (side * 9, 33), 0.9, shade(skin, -0.22))


def v_neck(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A neckline that comes to a point."""
    n = frame.neck + 2.4
    pen.polygon([(-n, 29), (0, 45), (n, 29)], shade(skin, -0.07))
    _neck(pen, frame, skin, 1.6, 4)
    pen.line([(-n, 29), (0, 45), (n, 29)], 2.2, rim_of(shirt))


def collar(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A shirt with a collar and buttons."""
    n = frame.neck
    _neck(pen, frame, skin, 1, 9)
    for side in (-1, 1):
        points = [(side * (n - 0.6), 25.5), (side * (n + 2.6), 28), (side * (n + 4), 38), (0.0, 38.5)]
        pen.polygon(points, shade(shirt, 0.25 if sum(shirt) < 560 else -0.06), rim=0.9)
    pen.line([(0, 39), (0, LOWEST)], 0.9, rim_of(shirt))
    for y in (45, 55, 65):
        pen.ellipse(0, y, 1.2, 1.2, shade(shirt, -0.35), rim=0)


def hoodie(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A hood lies on the shoulders, its strings hang down."""
    n = frame.neck
    pen.blob(
        [(-n - 9, 30), (-n - 2, 25), (0, 26), (n + 2, 25), (n + 9, 30), (n + 3, 38), (0, 44), (-n - 3, 38)],
        shade(shirt, -0.1),
        rim=0.9,
    )
    _neck(pen, frame, skin, 1, 8.5)
    for side in (-1, 1):
        pen.line([(side * 5, 40), (side * 5.6, 53)], 1.3, shade(shirt, 0.4 if sum(shirt) < 600 else -0.25))


def turtleneck(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A sweater that covers the neck."""
    n = frame.neck + 1.2
    _neck(pen, frame, skin)
    pen.polygon(
        [(-n, 23), *oval(0, 23, n, 3, 180, 0), (n + 1.6, 33), *oval(0, 33, n + 1.6, 3, 0, 180)],
        shade(shirt, -0.06),
        rim=0.9,
    )
    for x in (-0.6, -0.2, 0.2, 0.6):
        pen.line([(x * n, 26.5), (x * (n + 1.4), 34)], 0.8, rim_of(shirt))


def straps(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A dress on two straps: the shoulders are bare."""
    pen.polygon(_shoulders(frame), skin, rim=0.9)
    _neck(pen, frame, skin, 1, 5)
    wide = frame.shoulders
    low = [(wide * 0.52, 44.0), (wide * 0.74, 52.0), (wide * 0.7, LOWEST)]
    edge = bezier((-wide * 0.52, 44), (0, 53), (wide * 0.52, 44), 10)
    pen.polygon([*((-x, y) for x, y in reversed(low)), *edge, *low[1:]], shirt, rim=0.9)
    for side in (-1, 1):
        pen.line([(side * wide * 0.5, 46), (side * (frame.neck + 4.5), 30.6)], 3.4, shirt, rim=0.9)
        pen.curve((side * 2.5, 35), (side * 6, 34.4), (side * 9, 33), 0.9, shade(skin, -0.22))
        pen.line([(side * (wide - 4.6), 56), (side * (wide - 5.2), LOWEST)], 0.9, rim_of(skin))


def round_collar(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A blouse with two round leaves at the neck."""
    _neck(pen, frame, skin, 1, 6)
    leaf = WHITE if sum(shirt) < 600 else shade(shirt, -0.2)
    for side in (-1, 1):
        x = side * (frame.neck - 0.4)
        pen.blob(
            [(x, 28), (x + side * 6, 31), (x + side * 5, 38), (x - side * 2, 41), (side * 0.6, 36.4)], leaf, rim=0.8
        )


def stripes(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A striped shirt."""
    band = WHITE if sum(shirt) < 560 else shade(shirt, -0.3)
    for y in (42, 50, 58, 66):
        reach = frame.shoulders - 0.6 + (y - 42) * 0.05
        pen.line([(-reach, y), (reach, y)], 3, band, flat=True)
    crew(pen, frame, shirt, skin)


def open_jacket(pen: Pen, frame: Frame, shirt: RGB, skin: RGB) -> None:
    """A jacket or cardigan over a plain shirt."""
    n = frame.neck
    pen.polygon(
        [(-n - 2, 28), (-7, LOWEST), (7, LOWEST), (n + 2, 28)], WHITE if sum(shirt) < 560 else shade(shirt, -0.35)
    )
    _neck(pen, frame, skin, 1, 7)
    for side in (-1, 1):
        pen.line([(side * (n + 2), 28.6), (side * 7.6, 46), (side * 7, LOWEST)], 3.2, shade(shirt, -0.14), rim=0.8)


TOPS: dict[PersonKind, tuple[Top, ...]] = {
    "man": (crew, collar, v_neck, hoodie, turtleneck, open_jacket),
    "woman": (scoop, v_neck, straps, turtleneck, collar, open_jacket, scoop),
    "boy": (crew, stripes, hoodie, collar, crew),
    "girl": (round_collar, straps, stripes, hoodie, round_collar),
}
"""What is worn by whom."""


def some_top(rng: random.Random, who: PersonKind) -> Top:
    """A top by luck."""
    return rng.choice(TOPS[who])


def _shoulders(frame: Frame) -> list[Point]:
    wide = frame.shoulders
    slope = [
        *bezier((frame.neck + 0.6, 28.6), (wide * 0.6, 31), (wide - 5, 34.5), 5),
        *bezier((wide - 4, 35), (wide, 38), (wide + 2, LOWEST), 8),
    ]
    return [*((-x, y) for x, y in reversed(slope)), *slope]


def paint_bust(pen: Pen, head: Head, shirt: RGB, top: Top = crew, tilt: float = 0, turn: float = 0) -> None:
    """Head and shoulders; the head leans by `tilt` degrees, the shoulders are turned away by `turn` (-1 to 1)."""
    frame = FRAMES[head.who]
    leaning = pen.at(0, 16, turn=tilt).at(0, -16) if tilt else pen
    paint_head_back(leaning, head)
    body = pen.at(turn * 1.6, -frame.up, squeeze=1 - 0.08 * abs(turn))
    body.polygon(_shoulders(frame), shirt, rim=0.9)
    top(body, frame, shirt, head.skin)
    if top is not straps:
        for side in (-1, 1):
            inner = side * (frame.shoulders - 7)
            body.line([(inner, 48), (inner - side * 1.5, LOWEST)], 1, rim_of(shirt))
    paint_head(leaning, head)
