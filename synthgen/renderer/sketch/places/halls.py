"""Halls with a stage, a ring or a screen. Nobody sits in their seats."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import LIGHT
from synthgen.renderer.sketch.places.interior import HALL
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, spread, steps, vary
from synthgen.renderer.sketch.places.urban import IRON

VELVETS: tuple[RGB, ...] = (
    (176, 66, 76),
    (92, 104, 162),
    (126, 86, 146),
    (66, 130, 122),
    (200, 150, 80),
    (104, 112, 124),
)
GOLD: RGB = (218, 184, 112)


def _folds(canvas: Canvas, cloth: RGB, x0: float, x1: float, y0: float, y1: float, count: int) -> None:
    """A curtain in folds, each light in its middle."""
    step = (x1 - x0) / count
    for k in range(count):
        left = x0 + k * step
        for j, colour in enumerate(steps(7, shade(cloth, -0.2), shade(cloth, 0.14), shade(cloth, -0.2))):
            canvas.box(left + j * step / 7, y0, left + (j + 1) * step / 7 + 0.1, y1, colour)


def _valance(canvas: Canvas, cloth: RGB, x0: float, x1: float, y: float, deep: float, count: int) -> None:
    """The upper edge of a curtain, in scallops."""
    step = (x1 - x0) / count
    for k in range(count):
        x = x0 + step * (k + 0.5)
        canvas.ellipse(x, y, 0.53 * step, deep, shade(cloth, 0.06 - 0.14 * (k % 2)))
    canvas.box(x0, y - deep - 2, x1, y, shade(cloth, -0.16))


def _seats(canvas: Canvas, cloth: RGB, rows: tuple[float, ...], back: float = 5.0) -> None:
    """Rows of empty seats seen from behind, the lower rows nearer."""
    for row, y in enumerate(rows):
        wide = 9 + 2 * row
        for k in range(-6, 7):
            x = 50 + (k + 0.5 * (row % 2)) * wide
            canvas.box(
                x - 0.46 * wide, y - back - row, x + 0.46 * wide, y + 6, shade(cloth, 0.1 * row - 0.1 * len(rows)), 2
            )


@either_way
def _stage(canvas: Canvas, look: Look) -> None:
    """A stage between curtains, in spotlights."""
    rng = look.rng
    cloth = vary(rng, rng.choice(VELVETS), 0.08)
    floor = rng.uniform(74, 80)
    kind = look.variant % 3
    back = cloth if kind == 0 else rng.choice((shade(cloth, -0.6), (70, 72, 92), blend(cloth, (236, 220, 190), 0.7)))
    if kind == 0:
        _folds(canvas, cloth, 0, 100, 0, floor + 1, rng.choice((10, 14)))
    else:
        gradient(canvas, 0, floor + 1, shade(back, -0.1), shade(back, 0.12))
    x = rng.uniform(44, 56)
    tops = rng.choice(((20, 80, 50), (30, 70, 50), (12, 50, 88), (8, 36, 64), (34, 66, 50)))
    for k, (top, share) in enumerate(zip(tops, (0.3, 0.3, 0.46), strict=True)):
        foot = x + (k - 1) * rng.uniform(6, 16)
        beam = [(top - 3, 8), (top + 3, 8), (foot + 17, floor + 2), (foot - 17, floor + 2)]
        canvas.polygon(beam, blend(back, LIGHT, share))
    wood = vary(rng, rng.choice(((174, 128, 90), (206, 166, 122), (120, 110, 110), (146, 104, 80))), 0.08)
    gradient(canvas, floor, 100, shade(wood, 0.12), shade(wood, -0.16))
    for k in range(15):
        canvas.line([(50 + (k - 7) * 9, floor), (50 + (k - 7) * 15, 100)], 0.3, shade(wood, -0.2), round_ends=False)
    canvas.ellipse(x, floor + 10, 34, 8, shade(wood, 0.3))
    canvas.ellipse(x, floor + 10, 24, 5.6, shade(wood, 0.44))
    drawn = rng.uniform(11, 19)
    for side in (0, 1):
        left = (100 - drawn) * side
        _folds(canvas, shade(cloth, -0.1), left, left + drawn, 0, floor + 10, 4)
        if kind == 2:
            canvas.box(left, 52, left + drawn, 55, GOLD, 1)
    _valance(canvas, cloth, 0, 100, 9, rng.uniform(5, 8), rng.choice((6, 8, 11)))
    for px in spread(rng, rng.choice((3, 5)), 8, 92, 0.1):
        canvas.box(px - 2.4, 0, px + 2.4, 6, (84, 84, 92), 1)
        canvas.ellipse(px, 6.4, 2.4, 1.4, LIGHT)


@either_way
def _theater(canvas: Canvas, look: Look) -> None:
    """The stage seen over rows of empty seats."""
    rng = look.rng
    cloth = vary(rng, rng.choice(VELVETS), 0.06)
    walls = ((150, 100, 92), (108, 118, 144), (150, 132, 104), (124, 104, 136), (196, 176, 150), (104, 128, 124))
    wall = vary(rng, rng.choice(walls), 0.08)
    gold = blend(GOLD, wall, 0.15)
    x0 = rng.choice((13.0, 6.0, 19.0))
    canvas.box(0, 0, 100, 100, wall)
    if x0 > 10:
        for side in (-1, 1):
            for y in (20, 44):
                canvas.ellipse(50 + side * 48, y + 8, 9, 12, shade(wall, -0.4))
                canvas.box(50 + side * (51 - x0 + 1), y + 10, 50 + side * 60, y + 20, gold, 1.5)
                canvas.box(50 + side * (51 - x0 + 1), y + 12, 50 + side * 60, y + 18, shade(cloth, -0.1), 1)
    canvas.box(x0, 3, 100 - x0, 78, gold, 3)
    canvas.box(x0 + 3, 6, 97 - x0, 78, shade(gold, -0.2), 2)
    a, b = x0 + 5, 95 - x0
    kind = look.variant % 3
    if kind == 0:
        _folds(canvas, cloth, a, b, 8, 72, rng.choice((10, 14)))
        canvas.box(a, 69, b, 71, gold)
    else:
        lit = rng.choice((((110, 120, 170), (226, 190, 196)), ((246, 212, 160), (252, 236, 206)), ((84, 88, 110),) * 2))
        gradient(canvas, 8, 68, *lit, x0=a, x1=b)
        wide = rng.uniform(9, 16)
        _folds(canvas, cloth, a, a + wide, 8, 72, 3)
        _folds(canvas, cloth, b - wide, b, 8, 72, 3)
        if kind == 2:
            for m in (a, b):
                inner = m + (wide if m < 50 else -wide)
                canvas.polygon([(m, 9), (50, 9), (inner, 30), (inner, 44), (m, 46)], shade(cloth, 0.02))
                canvas.line([(m, 45), (inner, 43)], 1.4, gold)
    _valance(canvas, cloth, a, b, 13, 5, rng.choice((6, 8)))
    canvas.box(a, 68, b, 78, blend((190, 146, 104), wall, 0.1))
    canvas.box(a, 73, b, 74, (150, 112, 82))
    canvas.ellipse(50, 4.5, 7, 4, gold)
    _seats(canvas, cloth, rng.choice(((84, 91, 99), (86, 97), (82, 88, 94, 101))))


@either_way
def _movie_theater(canvas: Canvas, look: Look) -> None:
    """A white screen in a dark hall, over rows of empty seats."""
    rng = look.rng
    cloth = vary(rng, rng.choice(VELVETS), 0.06)
    hall = vary(rng, rng.choice(((74, 72, 96), (92, 70, 80), (66, 84, 96), (84, 80, 76))), 0.06)
    gradient(canvas, 0, 100, hall, shade(hall, -0.2))
    x0, y1 = rng.choice(((8, 62), (16, 58), (12, 66)))
    for side in (-1, 1):
        if rng.random() < 0.6:
            for y in (18, 44):
                canvas.box(50 + side * 48 - 1.4, y, 50 + side * 48 + 1.4, y + 9, LIGHT, 1)
        else:
            left = 0 if side < 0 else 100 - x0 + 2
            _folds(canvas, shade(cloth, -0.1), left, left + x0 - 2, 0, 76, 2)
    canvas.box(x0 - 1.6, 6.4, 101.6 - x0, y1 + 1.6, shade(hall, -0.5))
    tint = rng.choice(((236, 242, 248), (248, 244, 232), (226, 236, 246)))
    gradient(canvas, 8, y1, WHITE, tint, x0=x0, x1=100 - x0)
    if rng.random() < 0.5:
        _folds(canvas, cloth, x0 - 4, x0 + 5, 5, y1 + 4, 3)
        _folds(canvas, cloth, 95 - x0, 104 - x0, 5, y1 + 4, 3)
    canvas.polygon([(x0, y1 + 2), (100 - x0, y1 + 2), (96, 80), (4, 80)], blend(hall, tint, 0.2))
    _seats(canvas, cloth, rng.choice(((79, 87, 96), (82, 94), (76, 83, 91, 100))))


@either_way
def _ring(canvas: Canvas, look: Look) -> None:
    """Ropes and posts around a mat, under lamps, rows of empty seats behind."""
    rng = look.rng
    halls = ((92, 90, 114), (118, 84, 94), (80, 106, 120), (118, 108, 92), (150, 158, 170), (176, 160, 140))
    hall = vary(rng, rng.choice(halls), 0.06)
    gradient(canvas, 0, 62, shade(hall, -0.35), hall)
    canvas.box(0, 62, 100, 100, shade(hall, -0.3))
    if rng.random() < 0.6:
        for row in range(4):
            y = 34.0 + 7 * row
            for k in range(17):
                seat = 6.4 * k - 3.2 * (row % 2)
                canvas.box(seat - 2.6, y - 5, seat + 2.6, y + 5, shade(hall, -0.3 + 0.07 * row), 1.2)
    else:
        for k in range(6):
            canvas.box(17 * k + 1, 8, 17 * k + 15, 54, shade(hall, 0.08), 1)
    for x in spread(rng, rng.choice((2, 3, 4)), 8, 92, 0.1):
        canvas.polygon([(x - 5, 4), (x + 5, 4), (x + 15, 58), (x - 15, 58)], blend(hall, LIGHT, 0.16))
        canvas.box(x - 6, 0, x + 6, 3.6, (70, 72, 82))
        canvas.box(x - 5, 2.6, x + 5, 4.4, LIGHT)
    mats = ((220, 226, 232), (228, 212, 182), (170, 200, 226), (212, 228, 206))
    skirts = ((92, 122, 176), (176, 92, 94), (92, 98, 110), (206, 166, 90))
    mat, skirt = rng.choice(mats), rng.choice(skirts)
    far = rng.uniform(10, 18)
    canvas.polygon([(far, 58), (100 - far, 58), (108, 94), (-8, 94)], mat)
    canvas.polygon([(far, 58), (100 - far, 58), (102 - far, 61), (far - 2, 61)], shade(mat, -0.12))
    canvas.box(0, 93, 100, 100, skirt)
    canvas.box(0, 92.4, 100, 94, shade(skirt, 0.4))
    red, blue, count = (210, 84, 84), (96, 128, 190), rng.choice((3, 4))
    for k in range(count):
        colour = (red, WHITE, blue, WHITE)[k]
        y = 36.0 + 18 * k / count
        canvas.line([(far, y), (100 - far, y)], 1.1, colour)
        canvas.line([(far, y), (-4, y + 10 + 20 * k / count)], 1.3, colour)
        canvas.line([(100 - far, y), (104, y + 10 + 20 * k / count)], 1.3, colour)
    for x, paint in ((far, red), (100 - far, blue)):
        canvas.box(x - 1.8, 32, x + 1.8, 60, (128, 132, 142))
        canvas.box(x - 2.8, 34, x + 2.8, 54, paint, 1)


@either_way
def _gym(canvas: Canvas, look: Look) -> None:
    """Dumbbells on a rack, a treadmill, a punching bag; mirrors, windows or wall bars."""
    rng, floor = look.rng, look.rng.uniform(70, 76)
    paints = ((212, 218, 226), (240, 214, 176), (176, 210, 202), (222, 190, 184), (182, 198, 224), (150, 160, 172))
    paint = vary(rng, rng.choice(paints), 0.06)
    gradient(canvas, 0, floor, shade(paint, 0.15), paint)
    hue = blend(rng.choice(((222, 110, 100), (100, 160, 214), (232, 184, 96), (120, 182, 130))), paint, 0.15)
    (_mirrors, _wall_bars, _high_windows)[look.variant % 3](canvas, rng, paint, hue)
    ground = vary(rng, rng.choice(((112, 116, 126), (196, 160, 120), (120, 140, 160), (150, 150, 150))), 0.06)
    gradient(canvas, floor, 100, ground, shade(ground, -0.16))
    if rng.random() < 0.6:
        canvas.box(0, floor - 3, 100, floor, hue)
    iron = blend(IRON, paint, 0.3)
    if "dumbbell" not in look.without:
        _rack(canvas, rng, rng.uniform(0, 6), floor + 12, hue, iron)
    if "treadmill" not in look.without:
        for k in range(rng.choice((1, 1, 2))):
            _treadmill(canvas, 68 + 5 * k, floor + 13 - 7 * k, 30 - 5 * k, hue, iron)
    if "punching bag" not in look.without and rng.random() < 0.7:
        x, leather = rng.uniform(44, 58), blend(rng.choice(((176, 92, 88), (104, 110, 122))), paint, 0.1)
        canvas.line([(x, 0), (x, 22)], 0.5, iron)
        canvas.box(x - 3.8, 20, x + 3.8, 50, leather, 3)
        canvas.box(x - 3.8, 28, x + 3.8, 30, shade(leather, -0.25))


def _mirrors(canvas: Canvas, rng: Rng, paint: RGB, hue: RGB) -> None:
    count = rng.choice((2, 3, 4))
    step = 96 / count
    for k in range(count):
        a, b = 3 + step * k, 1 + step * (k + 1)
        canvas.box(a, 10, b, 52, shade(paint, -0.16), 0.6)
        canvas.box(a + 1, 11, b - 1, 51, (206, 226, 236))
        for t in (0.2, 0.5):
            x = a + t * (b - a)
            canvas.polygon([(x, 50), (x + 4, 50), (x + 12, 12), (x + 8, 12)], (222, 236, 243))


def _wall_bars(canvas: Canvas, rng: Rng, paint: RGB, hue: RGB) -> None:
    """Ladders of wood along the wall."""
    wood = blend((206, 160, 112), paint, 0.2)
    for x in rng.choice(((4, 30, 76), (2, 26, 50, 74), (34, 58))):
        for y in range(10, 64, 5):
            canvas.box(x, y, x + 20, y + 1.4, wood)
        for dx in (-0.6, 19):
            canvas.box(x + dx, 7, x + dx + 1.8, 66, shade(wood, -0.16))


def _high_windows(canvas: Canvas, rng: Rng, paint: RGB, hue: RGB) -> None:
    for k in range(3):
        a = 4 + 32 * k
        canvas.box(a, 6, a + 28, 26, WHITE)
        canvas.box(a + 1.4, 7.4, a + 26.6, 24.6, (186, 218, 238))
        for x in (a + 9, a + 18):
            canvas.box(x, 7, x + 1, 25, WHITE)
    canvas.polygon([(0, 34), (100, 44), (100, 52), (0, 42)], shade(hue, 0.2))


def _rack(canvas: Canvas, rng: Rng, x: float, base: float, hue: RGB, iron: RGB) -> None:
    """Dumbbells on two or three levels."""
    levels = rng.choice((2, 3))
    for j in range(levels):
        y = base - 6 - 10 * j
        canvas.box(x, y, x + 34, y + 1.6, iron)
        for k in range(4):
            left, colour = x + 1.6 + 8.2 * k, hue if j == 1 else shade(iron, -0.2)
            canvas.box(left, y - 2.5, left + 6.6, y - 1.5, (190, 194, 200))
            for dx in (0.0, 4.6):
                canvas.box(left + dx, y - 4, left + dx + 2, y, colour, 0.6)
    for dx in (0, 33):
        canvas.box(x + dx, base - 10 * levels, x + dx + 1.4, base, iron)


def _treadmill(canvas: Canvas, x: float, base: float, w: float, colour: RGB, iron: RGB) -> None:
    canvas.polygon([(x, base - 0.16 * w), (x + w, base - 0.08 * w), (x + w, base), (x, base - 0.06 * w)], iron)
    belt = [(0.04, 0.15), (0.9, 0.08), (0.9, 0.06), (0.04, 0.12)]
    canvas.polygon([(x + dx * w, base - dy * w) for dx, dy in belt], (160, 166, 176))
    canvas.line([(x + 0.84 * w, base - 0.08 * w), (x + 0.92 * w, base - 0.9 * w)], 0.06 * w, iron)
    canvas.line([(x + 0.92 * w, base - 0.64 * w), (x + 0.5 * w, base - 0.6 * w)], 0.05 * w, iron)
    canvas.box(x + 0.74 * w, base - 1.04 * w, x + 1.04 * w, base - 0.84 * w, colour, 1)
    canvas.box(x + 0.79 * w, base - 1.0 * w, x + 0.99 * w, base - 0.9 * w, (200, 226, 238), 0.5)


TENTS: tuple[tuple[RGB, RGB], ...] = (
    ((206, 84, 90), (250, 238, 214)),
    ((100, 130, 190), (250, 238, 214)),
    ((206, 84, 90), (248, 216, 120)),
    ((150, 100, 164), (250, 226, 170)),
    ((90, 160, 140), (250, 240, 220)),
    ((226, 150, 90), (252, 240, 214)),
)


@either_way
def _circus(canvas: Canvas, look: Look) -> None:
    """Inside the big top: stripes, lights, empty stands and the ring."""
    rng = look.rng
    one, two = rng.choice(TENTS)
    x, top, low = rng.uniform(34, 66), rng.uniform(-14, 4), rng.uniform(46, 54)
    canvas.box(0, 0, 100, low + 2, shade(one, -0.2))
    count = rng.choice((12, 16, 22))
    for k in range(count):
        a, b = -60 + 220 * k / count, -60 + 220 * (k + 1) / count
        canvas.polygon([(x, top), (a, low), (b, low)], one if k % 2 else two)
    for k in range(25):
        canvas.ellipse(2 + 4 * k, low + 1, 2.4, 3, two if k % 2 else one)
    wood = vary(rng, rng.choice(((150, 118, 98), (126, 112, 130), (170, 140, 110))), 0.06)
    for row in range(4):
        y = low + 2 + 5 * row
        canvas.box(0, y, 100, 74, shade(wood, 0.08 * row - 0.2))
        canvas.box(0, y, 100, y + 1.4, shade(wood, 0.3))
    for k in range(26):
        y = low - 20 + 9 * abs(math.sin(k * rng.choice((0.4, 0.41))))
        canvas.ellipse(2 + 4 * k, y, 1, 1, (255, 240, 176))
    for px in rng.choice(((12, 88), (22, 78), ())):
        canvas.box(px - 1.2, 0, px + 1.2, 74, blend(GOLD, one, 0.2))
    sand = vary(rng, (232, 204, 158), 0.05)
    canvas.box(0, 70, 100, 100, shade(one, -0.25))
    canvas.ellipse(50, 90, 62, 19, shade(one, -0.1))
    canvas.ellipse(50, 88, 62, 19, one)
    for k in range(16):
        angle = math.radians(180 + 12 * k)
        canvas.ellipse(50 + 60 * math.cos(angle), 88 + 18 * math.sin(angle), 1.8, 1.2, two)
    canvas.ellipse(50, 90, 57, 17, sand)
    canvas.ellipse(50, 91, 36, 9, shade(sand, 0.3))
    if rng.random() < 0.6:
        for foot in (rng.uniform(10, 16), rng.uniform(84, 90)):
            _podium(canvas, foot, 92, 14, one, two)


def _podium(canvas: Canvas, x: float, base: float, w: float, colour: RGB, other: RGB) -> None:
    side = [(-0.5, 0), (-0.38, 0.55), (0.38, 0.55), (0.5, 0)]
    canvas.polygon([(x + dx * w, base - dy * w) for dx, dy in side], colour)
    for k in range(4):
        left = x + (-0.38 + 0.19 * k) * w
        tip = (left + 0.095 * w, base - 0.16 * w)
        canvas.polygon([(left, base - 0.5 * w), (left + 0.19 * w, base - 0.5 * w), tip], other)
    canvas.ellipse(x, base - 0.55 * w, 0.4 * w, 0.1 * w, shade(colour, 0.4))


HALLS: dict[str, Place] = {
    "stage": Place(_stage, 90, HALL, indoors=True),
    "theater": Place(_theater, 76, HALL, indoors=True),
    "movie theater": Place(_movie_theater, 76, HALL, indoors=True),
    "boxing ring": Place(_ring, 88, HALL, indoors=True),
    "gym": Place(_gym, 91, HALL, indoors=True, pieces=frozenset({"dumbbell", "treadmill", "punching bag"})),
    "circus": Place(_circus, 93, frozenset({"ground", "air", "bust"}), indoors=True),
}
