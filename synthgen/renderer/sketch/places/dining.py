"""Places to eat and drink, and to look at art."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    WALLS,
    WOODS,
    boards,
    chair,
    pendant,
    picture,
    wall,
    window,
)
from synthgen.renderer.sketch.places.scenery import PETALS, WHITE, Rng, either_way, gradient, spread, vary
from synthgen.renderer.sketch.places.urban import bricks

STEEL: RGB = (196, 202, 208)
GOODS: tuple[RGB, ...] = (
    (214, 60, 56),
    (250, 200, 60),
    (60, 130, 210),
    (84, 176, 96),
    (240, 140, 50),
    (150, 90, 190),
    (240, 240, 236),
    (236, 130, 170),
)


def _menu(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float) -> None:
    canvas.box(x, y, x + w, y + h, (140, 96, 62), 0.6)
    canvas.box(x + 1, y + 1, x + w - 1, y + h - 1, (48, 52, 54))
    for side in (0, 1):
        left = x + 3 + side * w / 2
        for k in range(int((h - 5) / 4)):
            canvas.line(
                [(left, y + 4 + 4 * k), (left + rng.uniform(0.2, 0.36) * w, y + 4 + 4 * k)], 0.7, (230, 226, 210)
            )


def _cup(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.arc(x + 0.5 * w, base - 0.42 * w, 0.22 * w, -90, 90, 0.1 * w, colour)
    canvas.polygon(
        [(x - 0.5 * w, base - 0.8 * w), (x + 0.5 * w, base - 0.8 * w), (x + 0.34 * w, base), (x - 0.34 * w, base)],
        colour,
    )


@either_way
def _cafe(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    if rng.random() < 0.5:
        bricks(canvas, 0, 70, colour=vary(rng, (166, 100, 78), 0.1))
    else:
        wall(canvas, rng, 70)
    wood = rng.choice(WOODS)
    boards(canvas, rng, 78)
    _menu(canvas, rng, 46, 10, 40, 22)
    canvas.box(4, 20, 36, 22, shade(wood, -0.1))
    canvas.box(4, 36, 36, 38, shade(wood, -0.1))
    for y in (20, 36):
        for x in spread(rng, 5, 6, 34, 0.05):
            _cup(canvas, x, y, 4.6, rng.choice((WHITE, *PETALS[:2], (90, 140, 170))))
    front = vary(rng, rng.choice(((90, 120, 110), (150, 100, 70), (70, 86, 110), (206, 150, 110))), 0.06)
    canvas.box(0, 54, 100, 84, front)
    for k in range(10):
        canvas.box(10 * k, 58, 10 * k + 0.6, 84, shade(front, -0.2))
    canvas.box(0, 51, 100, 55.4, shade(wood, 0.1))
    _espresso(canvas, rng.uniform(8, 14), 51, 24)
    x = rng.uniform(64, 70)
    canvas.box(x, 38, x + 26, 51, (214, 234, 242), 1)
    canvas.box(x, 44, x + 26, 44.8, WHITE)
    for k in range(4):
        canvas.ellipse(x + 4 + 6 * k, 42.4, 2.2, 1.6, rng.choice(((214, 150, 90), (240, 150, 180), (110, 70, 50))))
        canvas.ellipse(x + 4 + 6 * k, 49, 2.4, 1.8, rng.choice(((206, 140, 76), (250, 220, 130), (236, 120, 120))))
    _cup(canvas, 52, 51, 6, WHITE)
    for dx in (-1, 1):
        canvas.curve((52 + dx, 45), (52 + dx * 3, 42), (52 + dx, 39), 0.5, (240, 240, 240))
    for px in (18, 50, 82):
        pendant(canvas, px, rng.uniform(8, 10), 9, rng.choice(((240, 190, 80), (60, 64, 72), (206, 90, 70))))


def _espresso(canvas: Canvas, x: float, base: float, w: float) -> None:
    canvas.box(x, base - 0.62 * w, x + w, base - 0.36 * w, STEEL, 0.8)
    canvas.box(x + 0.06 * w, base - 0.36 * w, x + 0.94 * w, base, (90, 96, 106))
    canvas.box(x - 0.02 * w, base - 0.08 * w, x + 1.02 * w, base, STEEL, 0.4)
    for dx in (0.28, 0.7):
        canvas.box(x + (dx - 0.08) * w, base - 0.36 * w, x + (dx + 0.08) * w, base - 0.28 * w, (40, 42, 48))
        canvas.line([(x + dx * w, base - 0.3 * w), (x + (dx - 0.16) * w, base - 0.27 * w)], 0.05 * w, (40, 42, 48))
        _cup(canvas, x + dx * w, base - 0.08 * w, 0.13 * w, WHITE)
    for k in range(3):
        canvas.ellipse(
            x + (0.24 + 0.26 * k) * w, base - 0.5 * w, 0.04 * w, 0.04 * w, (206, 60, 56) if k == 1 else (60, 64, 72)
        )


@either_way
def _restaurant(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall(canvas, rng, 66, rng.choice(((176, 70, 62), (70, 100, 92), (226, 200, 160), (90, 76, 110))))
    boards(canvas, rng, 66)
    wood = rng.choice(WOODS)
    picture(canvas, rng, 38, 14, 24, 17, (206, 166, 84))
    for x in (26, 74):
        canvas.box(x - 0.8, 26, x + 0.8, 34, (190, 150, 70))
        canvas.polygon([(x - 4, 28), (x + 4, 28), (x + 2.6, 20), (x - 2.6, 20)], (255, 236, 176))
    window(canvas, rng, 2, 14, 16, 30)
    window(canvas, rng, 82, 14, 16, 30)
    cloth = rng.choice((WHITE, (250, 240, 220), (206, 60, 58)))
    for x, base, w in ((50, 70, 22), (16, 84, 32), (84, 84, 32)):
        for dx in (-0.62, 0.4):
            chair(canvas, x + dx * w, base - 0.04 * w, 0.22 * w, wood)
        _set_table(canvas, rng, x, base, w, cloth)


def _set_table(canvas: Canvas, rng: Rng, x: float, base: float, w: float, cloth: RGB) -> None:
    """A round table with a cloth, a candle, a plate and glasses."""
    top = base - 0.5 * w
    canvas.polygon(
        [
            (x - 0.5 * w, top),
            (x + 0.5 * w, top),
            (x + 0.44 * w, base - 0.06 * w),
            (x + 0.2 * w, base - 0.02 * w),
            (x - 0.1 * w, base - 0.05 * w),
            (x - 0.44 * w, base - 0.02 * w),
        ],
        shade(cloth, -0.1),
    )
    canvas.ellipse(x, top, 0.5 * w, 0.1 * w, cloth)
    for dx in (-0.26, 0.26):
        canvas.ellipse(x + dx * w, top, 0.14 * w, 0.035 * w, (206, 212, 220))
        canvas.ellipse(x + dx * w, top - 0.01 * w, 0.12 * w, 0.028 * w, WHITE)
        canvas.line([(x + dx * 0.5 * w, top), (x + dx * 0.5 * w, top - 0.12 * w)], 0.02 * w, (214, 232, 240))
        canvas.ellipse(x + dx * 0.5 * w, top - 0.18 * w, 0.05 * w, 0.08 * w, (170, 40, 60))
    canvas.box(x - 0.025 * w, top - 0.2 * w, x + 0.025 * w, top, (250, 246, 232))
    canvas.ellipse(x, top - 0.25 * w, 0.025 * w, 0.05 * w, (255, 200, 80))


@either_way
def _museum(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(((236, 230, 220), (150, 60, 62), (70, 96, 110), (206, 214, 206))), 0.05)
    gradient(canvas, 0, 74, shade(paint, 0.1), paint)
    canvas.box(0, 0, 100, 6, shade(paint, 0.4))
    canvas.box(0, 6, 100, 7.4, (206, 170, 90))
    canvas.box(0, 70, 100, 74, shade(paint, -0.25))
    gold = (210, 170, 84)
    picture(canvas, rng, 28, 16, 34, 26, gold)
    picture(canvas, rng, 68, 14, 14, 19, shade(gold, -0.3))
    picture(canvas, rng, 68, 37, 14, 13, gold)
    _abstract(canvas, rng, 86, 18, 16, 26)
    for x in (45, 75, 94):
        canvas.box(x - 3, 8.4, x + 3, 9.6, (90, 94, 100), 0.4)
        canvas.polygon([(x - 2.6, 9.6), (x + 2.6, 9.6), (x + 5, 14), (x - 5, 14)], blend(paint, (255, 246, 200), 0.5))
    boards(canvas, rng, 74)
    _bust(canvas, 13, 80, 52)
    rope = rng.choice(((176, 30, 40), (40, 60, 120)))
    posts = (32, 54, 76, 98)
    for a, b in zip(posts, posts[1:], strict=False):
        canvas.curve((a, 68), ((a + b) / 2, 78), (b, 68), 1.3, rope)
    for x in posts:
        canvas.box(x - 0.7, 66, x + 0.7, 82, gold)
        canvas.ellipse(x, 66, 1.3, 1.3, gold)
        canvas.ellipse(x, 82, 3, 1, shade(gold, -0.2))


def _abstract(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float) -> None:
    canvas.box(x, y, x + w, y + h, (40, 40, 46))
    canvas.box(x + 1, y + 1, x + w - 1, y + h - 1, WHITE)
    for _ in range(6):
        canvas.box(
            x + rng.uniform(1, 6),
            y + rng.uniform(1, 10),
            x + rng.uniform(7, w - 1),
            y + rng.uniform(11, h - 1),
            rng.choice(GOODS),
        )


def _bust(canvas: Canvas, x: float, base: float, tall: float) -> None:
    """A marble head on a pedestal."""
    h, marble = tall, (236, 236, 232)
    canvas.box(x - 0.17 * h, base - 0.06 * h, x + 0.17 * h, base, shade(marble, -0.2))
    canvas.box(x - 0.13 * h, base - 0.48 * h, x + 0.13 * h, base - 0.06 * h, shade(marble, -0.12))
    canvas.box(x + 0.05 * h, base - 0.48 * h, x + 0.13 * h, base - 0.06 * h, shade(marble, -0.24))
    canvas.box(x - 0.16 * h, base - 0.52 * h, x + 0.16 * h, base - 0.46 * h, shade(marble, -0.06))
    canvas.ellipse(x, base - 0.56 * h, 0.16 * h, 0.1 * h, marble)
    canvas.box(x - 0.16 * h, base - 0.56 * h, x + 0.16 * h, base - 0.52 * h, marble)
    canvas.box(x - 0.05 * h, base - 0.72 * h, x + 0.05 * h, base - 0.6 * h, shade(marble, -0.12))
    canvas.ellipse(x, base - 0.8 * h, 0.1 * h, 0.13 * h, marble)
    for k in range(7):
        turn = math.radians(180 + 30 * k)
        canvas.ellipse(
            x + 0.1 * h * math.cos(turn),
            base - 0.84 * h + 0.09 * h * math.sin(turn),
            0.036 * h,
            0.036 * h,
            shade(marble, -0.08 * (k % 2) - 0.04),
        )
    for dx in (-0.04, 0.04):
        canvas.ellipse(x + dx * h, base - 0.81 * h, 0.014 * h, 0.008 * h, shade(marble, -0.35))
    canvas.line(
        [(x, base - 0.8 * h), (x - 0.012 * h, base - 0.75 * h), (x + 0.01 * h, base - 0.75 * h)],
        0.4,
        shade(marble, -0.3),
    )
    canvas.line([(x - 0.03 * h, base - 0.71 * h), (x + 0.03 * h, base - 0.71 * h)], 0.4, shade(marble, -0.3))


def _studio(canvas: Canvas, look: Look) -> None:
    """A plain coloured backdrop."""
    rng = look.rng
    paint = vary(
        rng,
        rng.choice(
            (
                *WALLS,
                (150, 190, 230),
                (236, 236, 236),
                (250, 200, 176),
                (130, 196, 186),
                (250, 214, 110),
                (206, 160, 200),
            )
        ),
        0.1,
    )
    gradient(canvas, 0, 78, shade(paint, 0.1), shade(paint, 0.36), paint)
    gradient(canvas, 78, 100, shade(paint, 0.02), shade(paint, -0.12))
    canvas.ellipse(50, 90, 44, 7, shade(paint, 0.1))
    canvas.ellipse(50, 90, 32, 4.6, shade(paint, 0.18))


DINING: dict[str, Place] = {
    "cafe": Place(_cafe, 94, ROOM, indoors=True),
    "restaurant": Place(_restaurant, 92, ROOM, indoors=True),
    "museum": Place(_museum, 91, ROOM, indoors=True),
    "studio": Place(_studio, 90, ROOM, indoors=True),
}
