"""Shops, places to eat, galleries."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    WOODS,
    tiles,
    wall,
)
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, spread, vary
from synthgen.renderer.sketch.places.urban import IRON, awning

STEEL: RGB = (196, 202, 208)
CRUST: tuple[RGB, ...] = ((206, 146, 82), (186, 122, 62), (224, 174, 110))
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


def _loaf(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    crust = rng.choice(CRUST)
    kind = rng.randrange(3)
    if kind == 0:
        canvas.ellipse(x, base - 0.3 * w, 0.5 * w, 0.3 * w, crust)
        for dx in (-0.2, 0.0, 0.2):
            canvas.line(
                [(x + (dx - 0.05) * w, base - 0.2 * w), (x + (dx + 0.07) * w, base - 0.46 * w)],
                0.05 * w,
                shade(crust, 0.45),
            )
    elif kind == 1:
        canvas.box(x - 0.45 * w, base - 0.4 * w, x + 0.45 * w, base, crust, 0.12 * w)
        canvas.ellipse(x, base - 0.4 * w, 0.48 * w, 0.17 * w, shade(crust, -0.1))
    else:
        for k in range(3):
            canvas.ellipse(x + (k - 1) * 0.26 * w, base - 0.22 * w, 0.22 * w, 0.2 * w, shade(crust, 0.1 * (k % 2)))


@either_way
def _bakery(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = rng.choice(((250, 226, 196), (246, 206, 204), (206, 230, 214), (190, 216, 234), (236, 206, 150)))
    wall(canvas, rng, 76, paint)
    tiles(canvas, 86, (236, 222, 200), vary(rng, (196, 150, 110), 0.1), 3)
    wood = rng.choice(WOODS)
    canvas.box(6, 16, 94, 52, shade(wood, -0.3))
    for y in (28, 40, 52):
        for x in spread(rng, 9, 7, 93, 0.06):
            _loaf(canvas, rng, x, y - 0.6, rng.uniform(8, 10))
        canvas.box(5, y - 1, 95, y + 1.4, wood)
    for x in spread(rng, 4, 82, 92, 0.1):
        canvas.line([(x, 51), (x + rng.uniform(-2, 2), 42)], 1.8, rng.choice(CRUST))
    colour = rng.choice(((206, 96, 96), (120, 170, 160), (226, 160, 80), (150, 120, 180)))
    awning(canvas, -2, 102, 2, 9, colour, stripes=13)
    canvas.box(0, 58, 100, 90, wood)
    canvas.box(3, 60, 97, 78, (226, 240, 246))
    canvas.box(3, 68, 97, 69, WHITE)
    for low in (67.8, 77.6):
        for x in spread(rng, 11, 4, 96, 0.05):
            _pastry(canvas, rng, x, low, 6.4)
    canvas.box(-1, 55, 101, 60, shade(wood, 0.25))


def _pastry(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    kind, icing = rng.randrange(3), rng.choice(((246, 150, 190), (250, 236, 220), (120, 74, 50), (250, 214, 110)))
    if kind == 0:
        canvas.polygon(
            [
                (x - 0.36 * w, base - 0.44 * w),
                (x + 0.36 * w, base - 0.44 * w),
                (x + 0.24 * w, base),
                (x - 0.24 * w, base),
            ],
            (206, 150, 100),
        )
        canvas.ellipse(x, base - 0.54 * w, 0.42 * w, 0.22 * w, icing)
        canvas.ellipse(x, base - 0.72 * w, 0.24 * w, 0.16 * w, shade(icing, 0.2))
        canvas.ellipse(x, base - 0.88 * w, 0.1 * w, 0.1 * w, (214, 40, 50))
    elif kind == 1:
        canvas.ellipse(x, base - 0.26 * w, 0.44 * w, 0.26 * w, (214, 160, 96))
        canvas.ellipse(x, base - 0.32 * w, 0.42 * w, 0.2 * w, icing)
        canvas.ellipse(x, base - 0.32 * w, 0.12 * w, 0.06 * w, (190, 130, 76))
    else:
        canvas.arc(x, base - 0.02 * w, 0.3 * w, 190, 350, 0.28 * w, CRUST[0])
        for k in range(3):
            canvas.line(
                [(x + (k - 1) * 0.18 * w, base - 0.42 * w), (x + (k - 1) * 0.14 * w, base - 0.2 * w)],
                0.05 * w,
                shade(CRUST[0], -0.25),
            )


@either_way
def _barber(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall(canvas, rng, 74)
    tiles(
        canvas,
        74,
        rng.choice(((240, 240, 238), (236, 226, 206))),
        rng.choice(((40, 44, 50), (150, 60, 56), (60, 90, 120))),
        5,
    )
    wood = rng.choice(WOODS)
    for x in (24, 62):
        canvas.box(x, 12, x + 24, 46, wood, 2)
        canvas.box(x + 1.6, 13.6, x + 22.4, 44.4, (206, 230, 240), 1.4)
        canvas.polygon([(x + 4, 44), (x + 14, 14), (x + 18, 14), (x + 8, 44)], (230, 244, 250))
        for k in range(4):
            canvas.ellipse(x + 3 + 6 * k, 9, 1.7, 1.7, (255, 242, 190))
        canvas.box(x - 2, 52, x + 26, 55, shade(wood, 0.15))
        for k in range(5):
            canvas.box(x + 1 + 4.6 * k, 52 - 4 - k % 2 * 2, x + 3.6 + 4.6 * k, 52, rng.choice(GOODS), 0.5)
    _pole(canvas, 10, 14, 30)
    leather = rng.choice(((176, 40, 46), (50, 50, 58), (50, 100, 110)))
    for x in (20, 88):
        _barber_chair(canvas, x, 90, 20, leather)


def _pole(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """A barber's pole."""
    h, w = tall, tall * 0.13
    canvas.box(x - w, y + 0.12 * h, x + w, y + 0.88 * h, WHITE)
    for k in range(6):
        top = y + (0.12 + 0.127 * k) * h
        paint = ((206, 40, 48), (40, 80, 170))[k % 2]
        canvas.polygon(
            [
                (x - w, top + 0.09 * h),
                (x + w, top),
                (x + w, top + 0.055 * h),
                (x - w, min(top + 0.145 * h, y + 0.88 * h)),
            ],
            paint,
        )
    for dy in (0.06, 0.88):
        canvas.box(x - 1.2 * w, y + dy * h, x + 1.2 * w, y + (dy + 0.06) * h, (176, 182, 190), 0.4)
    canvas.ellipse(x, y + 0.03 * h, 0.9 * w, 0.9 * w, (196, 202, 208))


def _barber_chair(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.ellipse(x, base - 0.04 * w, 0.34 * w, 0.07 * w, (150, 158, 168))
    canvas.box(x - 0.06 * w, base - 0.4 * w, x + 0.06 * w, base - 0.04 * w, STEEL)
    canvas.box(x - 0.3 * w, base - 1.5 * w, x + 0.3 * w, base - 1.3 * w, colour, 0.08 * w)
    canvas.box(x - 0.06 * w, base - 1.34 * w, x + 0.06 * w, base - 1.2 * w, STEEL)
    canvas.box(x - 0.4 * w, base - 1.24 * w, x + 0.4 * w, base - 0.5 * w, colour, 0.1 * w)
    canvas.box(x - 0.3 * w, base - 1.14 * w, x + 0.3 * w, base - 0.6 * w, shade(colour, 0.12), 0.06 * w)
    canvas.box(x - 0.46 * w, base - 0.58 * w, x + 0.46 * w, base - 0.36 * w, shade(colour, -0.14), 0.08 * w)
    for dx in (-0.54, 0.42):
        canvas.box(x + dx * w, base - 0.84 * w, x + (dx + 0.12) * w, base - 0.44 * w, STEEL, 0.05 * w)
    canvas.box(x - 0.3 * w, base - 0.2 * w, x + 0.3 * w, base - 0.12 * w, STEEL, 0.4)


@either_way
def _supermarket(canvas: Canvas, look: Look) -> None:
    """An aisle between full shelves."""
    rng = look.rng
    canvas.box(0, 0, 100, 100, (236, 240, 242))
    canvas.polygon([(0, 0), (100, 0), (66, 26), (34, 26)], (222, 228, 232))
    for k in range(4):
        t = k / 4
        canvas.polygon(
            [
                (36 - 30 * t, 22 - 22 * t),
                (64 + 30 * t, 22 - 22 * t),
                (64.8 + 31 * t, 20.6 - 24 * t),
                (35.2 - 31 * t, 20.6 - 24 * t),
            ],
            (255, 255, 246),
        )
    back = rng.choice(((70, 150, 210), (96, 176, 110), (226, 110, 80)))
    canvas.box(36, 30, 64, 62, (214, 220, 226))
    canvas.box(36, 30, 64, 35, back)
    for j in range(3):
        for k in range(9):
            canvas.box(37 + 3 * k, 38 + 8 * j, 39.4 + 3 * k, 44 + 8 * j, rng.choice(GOODS))
    floor = vary(rng, (226, 222, 212), 0.04)
    canvas.polygon([(36, 62), (64, 62), (90, 101), (10, 101)], floor)
    for k in range(-3, 4):
        canvas.line([(50 + 4 * k, 62), (50 + 11.4 * k, 101)], 0.3, shade(floor, -0.1), round_ends=False)
    for y in (66, 72, 80, 91):
        canvas.line([(10, y), (90, y)], 0.3, shade(floor, -0.1), round_ends=False)
    for side in (-1, 1):
        _aisle(canvas, rng, side)
    board = rng.choice(((210, 50, 50), (40, 120, 190), (60, 140, 80), (240, 160, 40)))
    for x in (44, 56):
        canvas.line([(x, 6), (x, 13)], 0.4, IRON)
    canvas.box(38, 13, 62, 24, board, 1)
    _cart(canvas, 45, 22, 9, WHITE)


def _aisle(canvas: Canvas, rng: Rng, side: int) -> None:
    """A wall of shelves in perspective, to the left (-1) or right (1)."""

    def at(u: float, v: float) -> tuple[float, float]:
        near = u * u * 0.4 + u * 0.6
        x, top, low = 14 + 38 * near, 28 - 30 * near, 64 + 38 * near
        return 50 + side * x, top + (low - top) * v

    canvas.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], (206, 212, 218))
    for j in range(5):
        v0, v1 = 0.06 + 0.19 * j, 0.06 + 0.19 * j + 0.15
        canvas.polygon([at(0, v0 - 0.01), at(1, v0 - 0.01), at(1, v1), at(0, v1)], (150, 158, 168))
        u = 0.0
        while u < 1:
            colour, wide = rng.choice(GOODS), rng.uniform(0.06, 0.12)
            for part in range(2):
                a, b = u + part * wide / 2, min(1.0, u + (part + 0.86) * wide / 2)
                if a < 1:
                    high = v0 + rng.uniform(0.0, 0.04)
                    canvas.polygon([at(a, high), at(b, high), at(b, v1), at(a, v1)], colour)
                    middle = (high * 0.55 + v1 * 0.45, high * 0.3 + v1 * 0.7)
                    canvas.polygon(
                        [at(a, middle[0]), at(b, middle[0]), at(b, middle[1]), at(a, middle[1])], shade(colour, 0.55)
                    )
            u += wide
        canvas.polygon([at(0, v1), at(1, v1), at(1, v1 + 0.025), at(0, v1 + 0.025)], (246, 248, 250))


def _cart(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.line(
        [
            (x, base - 0.8 * w),
            (x + 0.16 * w, base - 0.8 * w),
            (x + 0.34 * w, base - 0.3 * w),
            (x + 0.94 * w, base - 0.3 * w),
        ],
        0.09 * w,
        colour,
    )
    canvas.polygon(
        [
            (x + 0.2 * w, base - 0.7 * w),
            (x + 1.1 * w, base - 0.7 * w),
            (x + 0.96 * w, base - 0.4 * w),
            (x + 0.32 * w, base - 0.4 * w),
        ],
        colour,
    )
    for dx in (0.42, 0.88):
        canvas.ellipse(x + dx * w, base - 0.14 * w, 0.09 * w, 0.09 * w, colour)


SHOPS: dict[str, Place] = {
    "bakery": Place(_bakery, 95, ROOM, indoors=True),
    "barber shop": Place(_barber, 92, ROOM, indoors=True),
    "supermarket": Place(_supermarket, 92, ROOM - {"wall"}, indoors=True),
}
