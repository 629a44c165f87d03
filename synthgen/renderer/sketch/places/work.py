"""Places of work and learning."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    WALLS,
    WOODS,
    boards,
    books,
    pot_plant,
    shelf,
    table,
)
from synthgen.renderer.sketch.places.scenery import (
    PETALS,
    WHITE,
    Rng,
    either_way,
    glow,
    gradient,
    rock,
    vary,
)
from synthgen.renderer.sketch.places.urban import IRON, clock_face, flag, skyline

STEEL: RGB = (196, 202, 208)


@either_way
def _office(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(canvas, 8, 60, (150, 204, 240), (226, 240, 248))
    skyline(canvas, rng, 60, 12, 36, fade=((226, 240, 248), 0.35))
    paint = vary(rng, rng.choice(WALLS), 0.06)
    canvas.box(0, 0, 100, 10, (236, 238, 240))
    for x in (4, 36, 68):
        canvas.box(x, 3, x + 26, 6, (255, 252, 230), 0.6)
    for x in (0, 32, 64, 97):
        canvas.box(x, 9, x + 3, 62, (240, 242, 244))
    canvas.box(0, 58, 100, 74, shade(paint, 0.2))
    canvas.box(0, 57, 100, 60, (240, 242, 244))
    carpet = vary(rng, rng.choice(((110, 124, 146), (150, 140, 130), (96, 130, 126))), 0.08)
    gradient(canvas, 73, 100, carpet, shade(carpet, -0.16))
    wood = rng.choice(WOODS)
    for x, base, w in ((4, 84, 34), (66, 84, 40)):
        table(canvas, x, base, w, 18, wood)
        canvas.box(x + 1, base - 15, x + 10, base - 1, shade(wood, -0.08), 0.4)
        for k in range(3):
            canvas.box(x + 2, base - 14 + 4.4 * k, x + 9, base - 10.4 + 4.4 * k, shade(wood, 0.15), 0.3)
        _monitor(canvas, rng, x + w * 0.55, base - 18, 17)
        canvas.box(x + 4, base - 23, x + 8, base - 18, rng.choice(PETALS), 0.6)
    _office_chair(canvas, rng.uniform(20, 26), 92, 15, rng.choice(((50, 56, 66), (60, 100, 160), (170, 60, 60))))
    pot_plant(canvas, rng, 50, 75, 26)


def _monitor(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    canvas.box(x - 0.1 * w, base - 0.2 * w, x + 0.1 * w, base, (70, 74, 82))
    canvas.box(x - 0.24 * w, base - 0.06 * w, x + 0.24 * w, base, (70, 74, 82), 0.4)
    canvas.box(x - 0.5 * w, base - 0.8 * w, x + 0.5 * w, base - 0.16 * w, (44, 48, 56), 0.8)
    canvas.box(x - 0.45 * w, base - 0.75 * w, x + 0.45 * w, base - 0.21 * w, (196, 226, 246))
    for k, high in enumerate((0.2, 0.34, 0.14, 0.28)):
        canvas.box(
            x + (-0.36 + 0.19 * k) * w, base - (0.26 + high) * w, x + (-0.24 + 0.19 * k) * w, base - 0.26 * w, PETALS[k]
        )


def _office_chair(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    for dx in (-0.4, 0.0, 0.4):
        canvas.line([(x, base - 0.3 * w), (x + dx * w, base - 0.08 * w)], 0.07 * w, IRON)
        canvas.ellipse(x + dx * w, base - 0.06 * w, 0.07 * w, 0.07 * w, IRON)
    canvas.line([(x, base - 0.3 * w), (x, base - 0.6 * w)], 0.1 * w, IRON)
    canvas.box(x - 0.44 * w, base - 1.5 * w, x + 0.44 * w, base - 0.72 * w, colour, 0.16 * w)
    canvas.box(x - 0.5 * w, base - 0.72 * w, x + 0.5 * w, base - 0.54 * w, shade(colour, -0.2), 0.09 * w)


@either_way
def _library(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wood = vary(rng, rng.choice(WOODS), 0.08)
    canvas.box(0, 0, 100, 78, shade(wood, -0.1))
    for x in (-2, 32.5, 67):
        shelf(canvas, rng, x, 2, 34, 78, wood, rng.choice((5, 6)))
        canvas.box(x - 0.8, 0, x + 35, 4, shade(wood, 0.1))
    boards(canvas, rng, 78, shade(wood, 0.14))
    x = rng.uniform(12, 24)
    for dx in (0, 8):
        canvas.line([(x + dx * 0.9 + 4, 4), (x + dx - 2, 86)], 1.2, (214, 176, 116))
    for k in range(10):
        t = (k + 0.5) / 10
        canvas.line([(x + 4 - 6 * t, 4 + 82 * t), (x + 11.2 - 5.2 * t, 4 + 82 * t)], 1, (196, 156, 98))
    for k, base in enumerate((90.0, 87.4, 85.0)):
        canvas.box(
            84 + 1.5 * k,
            base - 2.4,
            96 - k,
            base,
            rng.choice(((186, 60, 52), (54, 92, 150), (62, 130, 92), (226, 180, 84))),
            0.4,
        )
        canvas.box(94 - k, base - 2, 96 - k, base - 0.4, WHITE)


@either_way
def _classroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(((242, 234, 206), (214, 230, 236), (236, 220, 214), (222, 234, 210))), 0.05)
    gradient(canvas, 0, 74, shade(paint, 0.2), paint)
    boards(canvas, rng, 74)
    green = rng.choice(((46, 98, 78), (46, 98, 78), (52, 60, 66)))
    canvas.box(14, 10, 74, 48, (150, 104, 66), 0.6)
    canvas.box(16, 12, 72, 46, green)
    chalk = (232, 238, 230)
    for k in range(3):
        canvas.line([(21, 18 + 6 * k), (21 + rng.uniform(12, 20), 18 + 6 * k)], 0.8, chalk)
    kind = rng.randrange(3)
    if kind == 0:
        canvas.line([(50, 34), (66, 34), (58, 20), (50, 34)], 0.8, chalk)
    elif kind == 1:
        canvas.arc(58, 28, 8, 0, 360, 0.8, chalk)
        canvas.line([(58, 28), (66, 28)], 0.8, chalk)
    else:
        canvas.line([(50, 18), (50, 36), (68, 36)], 0.8, chalk)
        canvas.line([(50, 36), (56, 28), (61, 31), (67, 19)], 0.8, (250, 214, 120))
    canvas.box(14, 47, 74, 49.4, (176, 126, 82))
    clock_face(canvas, rng, 86, 17, 6.5)
    canvas.box(78, 30, 96, 46, (196, 150, 100))
    for k in range(4):
        canvas.box(80 + 7.6 * (k % 2), 32 + 7 * (k // 2), 86 + 7.6 * (k % 2), 37 + 7 * (k // 2), shade(PETALS[k], 0.3))
    wood = rng.choice(WOODS)
    canvas.box(28, 58, 60, 74, wood)
    canvas.box(26, 56, 62, 59, shade(wood, 0.14))
    canvas.ellipse(34, 53.6, 2.4, 2.4, (214, 48, 48))
    books(canvas, rng, 46, 56, 56, 8)
    for x in (-4, 13, 72, 89):
        canvas.line([(x + 2, 80), (x + 1, 96)], 0.9, STEEL)
        canvas.line([(x + 13, 80), (x + 14, 96)], 0.9, STEEL)
        canvas.polygon([(x + 1, 77), (x + 14, 77), (x + 16, 82), (x - 1, 82)], shade(wood, 0.25))
        canvas.box(x - 1, 82, x + 16, 84, wood)
        canvas.box(x + 4, 77.6, x + 9, 80, rng.choice(PETALS))


@either_way
def _courtroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wood = vary(rng, rng.choice(WOODS[:2] + WOODS[3:]), 0.08)
    paint = vary(
        rng, rng.choice(((232, 218, 190), (196, 208, 216), (214, 196, 176), (176, 196, 184), (226, 206, 206))), 0.06
    )
    canvas.box(0, 0, 100, 76, paint)
    for x in (2, 22, 70, 90):
        canvas.box(x, 8, x + 8, 70, shade(paint, 0.35))
        for k in range(3):
            canvas.box(x + 1.2 + 2.2 * k, 10, x + 1.9 + 2.2 * k, 68, shade(paint, 0.08))
        canvas.box(x - 1.4, 5, x + 9.4, 9, shade(paint, 0.2))
    canvas.box(0, 0, 100, 5, shade(paint, -0.16))
    canvas.ellipse(50, 20, 11, 11, (206, 166, 84))
    canvas.ellipse(50, 20, 9.6, 9.6, shade(wood, -0.3))
    _scales(canvas, 50, 20, 13, (240, 206, 120))
    canvas.box(43, 34, 57, 52, (110, 40, 42), 2)
    canvas.box(24, 48, 76, 74, wood)
    canvas.box(21, 45, 79, 49, shade(wood, 0.16), 0.5)
    for k in range(3):
        canvas.box(28 + 15.4 * k, 53, 41 + 15.4 * k, 70, shade(wood, -0.16))
        canvas.box(29.2 + 15.4 * k, 54.2, 39.8 + 15.4 * k, 68.8, shade(wood, 0.06))
    canvas.line([(62, 43), (68, 41)], 1, (96, 60, 40))
    canvas.box(59, 40.4, 63, 44.6, (96, 60, 40), 0.6)
    canvas.box(58, 44, 66, 45.4, (70, 44, 32))
    for x in (0, 80):
        canvas.box(x, 58, x + 20, 76, shade(wood, -0.1))
        canvas.box(x - 1, 56, x + 21, 59, shade(wood, 0.1))
    boards(canvas, rng, 75, shade(wood, 0.2))
    flag(
        canvas,
        85,
        58,
        40,
        rng.choice((((36, 70, 150), WHITE, (200, 40, 48)), ((190, 40, 48), (240, 206, 110)), ((40, 110, 80), WHITE))),
    )


def _scales(canvas: Canvas, x: float, y: float, size: float, gold: RGB) -> None:
    s = size
    canvas.line([(x, y - 0.42 * s), (x, y + 0.42 * s)], 0.06 * s, gold)
    canvas.line([(x - 0.4 * s, y - 0.3 * s), (x + 0.4 * s, y - 0.3 * s)], 0.05 * s, gold)
    canvas.box(x - 0.2 * s, y + 0.38 * s, x + 0.2 * s, y + 0.46 * s, gold)
    for dx in (-0.4, 0.4):
        canvas.line(
            [(x + (dx - 0.16) * s, y + 0.1 * s), (x + dx * s, y - 0.3 * s), (x + (dx + 0.16) * s, y + 0.1 * s)],
            0.02 * s,
            gold,
        )
        bowl = [
            (x + (dx + 0.18 * math.cos(math.radians(a))) * s, y + (0.1 + 0.12 * math.sin(math.radians(a))) * s)
            for a in range(0, 181, 20)
        ]
        canvas.polygon(bowl, gold)


@either_way
def _mine(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    stone = vary(
        rng,
        rng.choice(((110, 92, 82), (84, 96, 122), (150, 92, 66), (146, 122, 82), (112, 88, 124), (84, 110, 96))),
        0.06,
    )
    canvas.box(0, 0, 100, 100, shade(stone, -0.3))
    for x, y in ((rng.uniform(0, 100), rng.uniform(0, 80)) for _ in range(40)):
        rock(canvas, rng, x, y, rng.uniform(8, 18), shade(stone, rng.uniform(-0.4, -0.18)))
    for k in range(5):
        half = 36 - 6.4 * k
        canvas.polygon(
            [
                (50 - half, 84 - 4.4 * k),
                (50 - half * 0.86, 14 + 8 * k),
                (50 + half * 0.86, 14 + 8 * k),
                (50 + half, 84 - 4.4 * k),
            ],
            shade(stone, -0.3 - 0.12 * k),
        )
    gradient(canvas, 80, 100, shade(stone, -0.2), shade(stone, -0.44))
    canvas.polygon([(40, 66), (60, 66), (92, 100), (8, 100)], shade(stone, -0.3))
    for k in range(9):
        t = (k / 8) ** 1.7
        canvas.box(50 - 5 - 20 * t, 67 + 31 * t, 50 + 5 + 20 * t, 68.2 + 32.6 * t, (112, 78, 50))
    for side in (-1, 1):
        canvas.polygon(
            [(50 + side * 3.4, 66), (50 + side * 4, 66), (50 + side * 19, 101), (50 + side * 16, 101)], (170, 174, 180)
        )
    wood = vary(rng, rng.choice(WOODS), 0.06)
    for half, top, base, w in ((20, 30, 74, 2.6), (38, 10, 90, 4.6)):
        for side in (-1, 1):
            canvas.polygon(
                [
                    (50 + side * half, base),
                    (50 + side * half * 0.92, top),
                    (50 + side * (half * 0.92 + w), top),
                    (50 + side * (half + w), base),
                ],
                shade(wood, -0.12 if side < 0 else -0.24),
            )
        canvas.box(50 - half - w, top - w, 50 + half + w, top, wood, 0.4)
    for x, y in ((5, 60), (94, 44), (6, 30), (93, 74)):
        _gems(canvas, rng, x + rng.uniform(-3, 3), y + rng.uniform(-8, 8))
    canvas.line([(50, 10), (50, 17)], 0.4, IRON)
    glow(canvas, 50, 21, 9, (255, 220, 130), shade(stone, -0.34), 6)
    canvas.box(47.6, 18, 52.4, 24, (255, 232, 150), 1)
    canvas.box(47, 16.6, 53, 18.4, IRON)
    canvas.box(47, 24, 53, 25.4, IRON)


def _gems(canvas: Canvas, rng: Rng, x: float, y: float) -> None:
    """Crystals in the rock."""
    gem = rng.choice(((90, 210, 230), (240, 200, 80), (200, 110, 230), (110, 230, 150)))
    for dx, tall in ((-2, 5), (0, 8), (2, 4.5)):
        left, right, waist = x + dx - 1.1, x + dx + 1.1, y - tall * 0.7
        crystal = [(left, y), (left, waist), (x + dx, y - tall), (right, waist), (right, y)]
        canvas.polygon(crystal, shade(gem, 0.2 if dx else 0))


WORK: dict[str, Place] = {
    "office": Place(_office, 93, ROOM, indoors=True),
    "library": Place(_library, 91, ROOM, indoors=True),
    "classroom": Place(_classroom, 94, ROOM, indoors=True),
    "courtroom": Place(_courtroom, 91, ROOM, indoors=True),
    "mine": Place(_mine, 92, ROOM - {"wall"}, indoors=True, dark=True),
}
