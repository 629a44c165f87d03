"""The less lived-in rooms of a house."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    WALLS,
    WOODS,
    boards,
    drape,
    pot_plant,
)
from synthgen.renderer.sketch.places.scenery import (
    LEAF,
    PETALS,
    WHITE,
    Rng,
    bush,
    day_sky,
    either_way,
    gradient,
    ridge,
    spread,
    vary,
)


@either_way
def _attic(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wood = vary(rng, rng.choice((*WOODS, (150, 142, 132), (206, 184, 150))), 0.08)
    canvas.box(0, 0, 100, 100, shade(wood, -0.34))
    canvas.polygon([(50, 2), (92, 72), (8, 72)], shade(wood, 0.12))
    for k in range(1, 12):
        y = 2 + 6 * k
        half = 42 * (y - 2) / 70
        canvas.line([(50 - half, y), (50 + half, y)], 0.4, shade(wood, -0.1), round_ends=False)
    for side in (-1, 1):
        for k in range(5):
            a = 50 + side * (6 + 3 * k)
            canvas.line(
                [(a - side * 4 + side * 10 * k, 2 - 6 * k), (50 + side * (42 + 14 * k), 72 + 2 * k)],
                1.6,
                shade(wood, -0.5),
            )
        canvas.line([(50, 2), (50 + side * 42, 72)], 2.6, shade(wood, -0.22))
    canvas.box(34, 28, 66, 31, shade(wood, -0.24))
    x = 50
    canvas.ellipse(x, 44, 10, 10, shade(wood, -0.3))
    canvas.ellipse(x, 44, 8.2, 8.2, (168, 214, 240))
    canvas.box(x - 8, 43.4, x + 8, 44.6, shade(wood, -0.3))
    canvas.box(x - 0.6, 36, x + 0.6, 52, shade(wood, -0.3))
    canvas.polygon([(43, 50), (57, 50), (74, 96), (40, 96)], blend(shade(wood, 0.12), (255, 240, 190), 0.16))
    boards(canvas, rng, 72, shade(wood, -0.06))
    _trunk(canvas, rng.uniform(4, 10), 88, 24)
    for bx, base, w in ((76, 84, 18), (82, 72, 13), (66, 78, 12)):
        _carton(canvas, bx, base, w)
    for side in (0, 1):
        cx = 100 * side
        for r in (6, 11, 16):
            canvas.arc(cx, 0, r, 0 if side == 0 else 90, 90 if side == 0 else 180, 0.3, (206, 200, 196))
        for turn in (15, 45, 75):
            angle = math.radians(turn if side == 0 else 180 - turn)
            canvas.line([(cx, 0), (cx + 17 * math.cos(angle), 17 * math.sin(angle))], 0.3, (206, 200, 196))


def _trunk(canvas: Canvas, x: float, base: float, w: float) -> None:
    leather = (122, 76, 52)
    canvas.box(x, base - 0.6 * w, x + w, base, leather, 1)
    canvas.box(x, base - 0.66 * w, x + w, base - 0.38 * w, shade(leather, 0.12), 0.12 * w)
    for dx in (0.14, 0.78):
        canvas.box(x + dx * w, base - 0.66 * w, x + (dx + 0.08) * w, base, (206, 170, 90))
    canvas.box(x + 0.43 * w, base - 0.46 * w, x + 0.57 * w, base - 0.3 * w, (226, 190, 100), 0.5)


def _carton(canvas: Canvas, x: float, base: float, w: float) -> None:
    card = (200, 158, 108)
    canvas.box(x, base - 0.72 * w, x + w, base, card)
    canvas.box(x, base - 0.72 * w, x + w, base - 0.64 * w, shade(card, -0.12))
    canvas.box(x + 0.42 * w, base - 0.72 * w, x + 0.58 * w, base - 0.3 * w, shade(card, 0.3))


@either_way
def _hallway(canvas: Canvas, look: Look) -> None:
    """A corridor in perspective."""
    rng = look.rng
    paint, wood = vary(rng, rng.choice(WALLS), 0.08), rng.choice(WOODS)
    canvas.polygon([(0, 0), (100, 0), (66, 22), (34, 22)], shade(paint, 0.5))
    canvas.polygon([(0, 0), (34, 22), (34, 64), (0, 100)], shade(paint, -0.06))
    canvas.polygon([(100, 0), (66, 22), (66, 64), (100, 100)], shade(paint, -0.14))
    canvas.box(34, 22, 66, 64, shade(paint, 0.06))
    floor = vary(rng, wood, 0.06)
    canvas.polygon([(34, 64), (66, 64), (102, 101), (-2, 101)], floor)
    for k in range(-6, 7):
        canvas.line([(50 + 2.6 * k, 64), (50 + 9 * k, 101)], 0.35, shade(floor, -0.2), round_ends=False)
    runner = vary(rng, rng.choice(CLOTHS), 0.1)
    canvas.polygon([(42, 64), (58, 64), (78, 101), (22, 101)], runner)
    canvas.polygon([(43.4, 64), (56.6, 64), (74, 101), (26, 101)], shade(runner, 0.25))
    canvas.polygon([(44.2, 64), (55.8, 64), (72, 101), (28, 101)], runner)
    canvas.box(43, 32, 57, 64, shade(wood, -0.12))
    canvas.box(44.4, 33.4, 55.6, 64, wood)
    canvas.ellipse(54, 50, 0.9, 0.9, (236, 206, 110))
    for side in (-1, 1):
        for a, b in ((20, 27), (37, 46)):
            corners = [
                (50 + side * a, 22 + (a - 16) * 0.3),
                (50 + side * b, 22 + (b - 16) * 0.1),
                (50 + side * b, 64 + (b - 16) * 1.06),
                (50 + side * a, 64 + (a - 16) * 1.06),
            ]
            canvas.polygon(corners, shade(wood, -0.12 if side < 0 else -0.24))
            canvas.ellipse(50 + side * (a + 1.2), 50 + a * 0.1, 0.7, 0.9, (236, 206, 110))
        canvas.polygon(
            [(50 + side * 30, 34), (50 + side * 34, 33), (50 + side * 34, 47), (50 + side * 30, 46)], (236, 226, 200)
        )
    for y, w in ((4, 12), (13, 7), (19, 4)):
        canvas.ellipse(50, y, w, 1.6 * w / 10, (255, 246, 206))


@either_way
def _garage(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(((206, 206, 204), (230, 206, 166), (166, 192, 212), (190, 206, 176))), 0.05)
    canvas.box(0, 0, 100, 100, paint)
    door = vary(
        rng, rng.choice(((236, 238, 240), (196, 204, 212), (170, 196, 214), (206, 176, 140), (180, 196, 170))), 0.04
    )
    canvas.box(22, 8, 100, 76, shade(paint, -0.3))
    canvas.box(24, 10, 100, 76, door)
    for k in range(5):
        canvas.box(24, 10 + 13.2 * k, 100, 10.8 + 13.2 * k, shade(door, -0.18))
        for j in range(4):
            canvas.box(
                27 + 19 * j,
                13 + 13.2 * k,
                43 + 19 * j,
                21 + 13.2 * k,
                (176, 214, 234) if k == 1 else shade(door, -0.07),
                0.8,
            )
    floor = vary(rng, (164, 164, 166), 0.05)
    gradient(canvas, 75, 100, floor, shade(floor, -0.14))
    canvas.ellipse(rng.uniform(50, 80), 90, 9, 2, shade(floor, -0.2))
    canvas.box(0, 14, 21, 44, (196, 150, 100))
    _tools(canvas, rng, 2, 18)
    canvas.box(-2, 54, 24, 57, (150, 104, 66))
    canvas.box(0, 57, 22, 80, (176, 60, 54))
    for y in (59, 66, 73):
        canvas.box(1.4, y, 20.6, y + 5.6, (196, 78, 70))
        canvas.box(7, y + 2, 15, y + 3.4, (226, 226, 230), 0.5)
    for k in range(2):
        y = 92 - 5 * k
        canvas.ellipse(11, y, 9.4, 4, (44, 44, 50))
        canvas.ellipse(11, y - 1.4, 9.4, 3.6, (66, 66, 74))
        canvas.ellipse(11, y - 1.4, 4.6, 1.7, (36, 36, 42))


def _tools(canvas: Canvas, rng: Rng, x: float, y: float) -> None:
    """A hammer, a wrench, a saw and a screwdriver on the wall."""
    steel, handle = (150, 158, 168), rng.choice(PETALS[:2])
    canvas.box(x, y, x + 5, y + 2, steel, 0.4)
    canvas.box(x + 1.8, y + 1.6, x + 3, y + 11, (140, 90, 54))
    canvas.line([(x + 8, y + 2), (x + 8, y + 11)], 1.2, steel)
    canvas.arc(x + 8, y + 1, 1.5, -30, 210, 0.9, steel)
    canvas.box(x + 12, y, x + 13.6, y + 5, handle, 0.6)
    canvas.line([(x + 12.8, y + 5), (x + 12.8, y + 11)], 0.5, steel)
    canvas.polygon([(x, y + 16), (x + 13, y + 15), (x + 13, y + 18), (x, y + 21)], steel)
    canvas.box(x + 12, y + 14, x + 17, y + 19, handle, 1)


@either_way
def _sill(canvas: Canvas, look: Look) -> None:
    """A wide window with a sill that fills the foreground."""
    rng = look.rng
    day_sky(canvas, rng, 70)
    ridge(canvas, rng, 56, 6, vary(rng, (146, 190, 150), 0.08))
    ridge(canvas, rng, 66, 3, vary(rng, (124, 182, 100), 0.08))
    for x in spread(rng, 5, 8, 92):
        bush(canvas, rng, x, 72, rng.uniform(7, 12), vary(rng, LEAF))
    paint = vary(rng, rng.choice(WALLS), 0.06)
    frame = rng.choice((WHITE, (150, 104, 70), (236, 232, 222)))
    for left in (0, 88):
        canvas.box(left, 0, left + 12, 82, paint)
    canvas.box(0, 0, 100, 7, paint)
    for x0, y0, x1, y1 in (
        (12, 7, 15, 82),
        (85, 7, 88, 82),
        (12, 7, 88, 10),
        (48.6, 7, 51.4, 82),
        (12, 40, 88, 42.4),
        (12, 79, 88, 82),
    ):
        canvas.box(x0, y0, x1, y1, frame)
    cloth = vary(rng, rng.choice(CLOTHS), 0.12)
    for side in (0, 1):
        drape(canvas, 2 + 78 * side, 3, 18, 79, shade(cloth, 0.2))
    canvas.line([(0, 3), (100, 3)], 1.2, (110, 80, 58))
    wood = shade(frame, -0.04)
    gradient(canvas, 82, 95, shade(wood, 0.04), shade(wood, -0.1))
    canvas.box(0, 94, 100, 96, shade(wood, -0.24))
    canvas.box(0, 96, 100, 100, shade(paint, -0.08))
    pot_plant(canvas, rng, rng.uniform(10, 14), 90, 26)


ROOMS: dict[str, Place] = {
    "attic": Place(_attic, 91, ROOM, indoors=True),
    "hallway": Place(_hallway, 92, ROOM, indoors=True),
    "garage": Place(_garage, 90, ROOM, indoors=True),
    "window sill": Place(_sill, 90, ROOM, indoors=True),
}
