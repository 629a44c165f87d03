"""Farms, gardens and yards."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    GRASS,
    LEAF,
    OPEN_AIR,
    PETALS,
    WHITE,
    Rng,
    bush,
    day_sky,
    either_way,
    fence,
    gradient,
    mixture,
    ridge,
    rock,
    specks,
    spread,
    tree,
    vary,
    water,
)
from synthgen.renderer.sketch.places.urban import IRON, skyline

WOOD: RGB = (168, 120, 78)


def barn_front(canvas: Canvas, x: float, base: float, w: float, red: RGB, open_door: bool = False) -> None:
    """A barn with a gambrel roof and crossed white doors."""
    top = base - 0.52 * w
    gable = [
        (x, top),
        (x + 0.18 * w, top - 0.3 * w),
        (x + 0.5 * w, top - 0.46 * w),
        (x + 0.82 * w, top - 0.3 * w),
        (x + w, top),
    ]
    canvas.polygon([*gable, (x + w, base), (x, base)], red)
    for k in range(1, 14):
        canvas.line([(x + k * w / 14, base), (x + k * w / 14, top)], 0.3, shade(red, -0.14), round_ends=False)
    canvas.line([(x - 0.04 * w, top + 0.05 * w), *gable, (x + 1.04 * w, top + 0.05 * w)], 0.045 * w, (110, 82, 78))
    loft = (x + 0.4 * w, top - 0.24 * w, x + 0.6 * w, top - 0.04 * w)
    canvas.box(*loft, WHITE)
    canvas.box(loft[0] + 0.02 * w, loft[1] + 0.02 * w, loft[2] - 0.02 * w, loft[3] - 0.02 * w, (92, 60, 50))
    left, right, high = x + 0.26 * w, x + 0.74 * w, base - 0.42 * w
    canvas.box(left, high, right, base, WHITE)
    if open_door:
        canvas.box(left + 0.02 * w, high + 0.02 * w, right - 0.02 * w, base, (76, 50, 44))
        return
    for a, b in ((left, (left + right) / 2), ((left + right) / 2, right)):
        canvas.box(a + 0.02 * w, high + 0.02 * w, b - 0.02 * w, base - 0.02 * w, shade(red, -0.08))
        canvas.line([(a + 0.02 * w, high + 0.02 * w), (b - 0.02 * w, base - 0.02 * w)], 0.018 * w, WHITE)
        canvas.line([(b - 0.02 * w, high + 0.02 * w), (a + 0.02 * w, base - 0.02 * w)], 0.018 * w, WHITE)


def _silo(canvas: Canvas, x: float, base: float, w: float, h: float, metal: RGB) -> None:
    canvas.box(x, base - h, x + w, base, metal)
    canvas.ellipse(x + w / 2, base - h, w / 2, w / 2, shade(metal, -0.12))
    canvas.box(x + 0.7 * w, base - h, x + w, base, shade(metal, -0.14))
    for k in range(1, int(h / 4)):
        canvas.box(x, base - 4 * k, x + w, base - 4 * k + 0.4, shade(metal, -0.2))


@either_way
def _farm(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    ridge(canvas, rng, 52, 4, vary(rng, (146, 190, 130), 0.08))
    green = vary(rng, (140, 190, 88), 0.1)
    ridge(canvas, rng, 58, 2, shade(green, 0.1))
    x = rng.uniform(56, 66)
    _silo(canvas, x + 30, 62, 8, 30, vary(rng, (196, 202, 208), 0.05))
    barn_front(canvas, x, 63, 29, vary(rng, (192, 54, 48), 0.1))
    for tx in spread(rng, 3, 2, 50):
        tree(canvas, rng, tx, 61, rng.uniform(12, 20), vary(rng, LEAF))
    gradient(canvas, 62, 100, green, shade(green, -0.14))
    soil = vary(rng, (164, 122, 80), 0.08)
    for k in range(-8, 9):
        canvas.polygon([(50 + k * 6, 71), (52.4 + k * 6, 71), (54.5 + k * 17, 100), (47 + k * 17, 100)], soil)
    fence(canvas, 72, 0, 100, rng.choice((WHITE, (176, 132, 92))), 8)


@either_way
def _barn(canvas: Canvas, look: Look) -> None:
    """A large barn near by, with bales of hay."""
    rng = look.rng
    day_sky(canvas, rng, 70)
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 66, 2, shade(green, 0.1))
    barn_front(
        canvas,
        12,
        80,
        76,
        vary(rng, rng.choice(((188, 50, 46), (176, 62, 44), (196, 60, 60), (150, 98, 66))), 0.06),
        rng.random() < 0.5,
    )
    dust = vary(rng, (206, 178, 130), 0.06)
    gradient(canvas, 79, 100, dust, shade(dust, -0.12))
    specks(canvas, rng, 81, 99, (226, 196, 110), 40, 0.9)
    for x, base, r in ((rng.uniform(2, 8), 88, 10), (rng.uniform(90, 98), 86, 8)):
        canvas.ellipse(x, base - r, r, r, (226, 188, 92))
        for k in range(1, 4):
            canvas.arc(x, base - r, r * (1 - 0.25 * k), 0, 330, 0.5, (186, 146, 62))


@either_way
def _garden(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    for x in spread(rng, 7, -4, 104):
        tree(canvas, rng, x, 58, rng.uniform(20, 32), vary(rng, LEAF))
    green = vary(rng, GRASS, 0.1)
    for x in spread(rng, 11):
        bush(canvas, rng, x, 62, rng.uniform(10, 14), vary(rng, (80, 150, 82)))
    fence(canvas, 66, 0, 100, WHITE, 10)
    gradient(canvas, 64, 100, shade(green, 0.06), shade(green, -0.14))
    fence(canvas, 66, 0, 100, rng.choice((WHITE, (178, 130, 90))), 10)
    _arch(canvas, rng, rng.uniform(44, 56), 68)
    for k, y in enumerate((70, 74.5, 80, 86.5, 94)):
        canvas.ellipse(50 + 3 * math.sin(k), y, 4 + 2 * k, 1.2 + 0.5 * k, (206, 200, 190))
    for x0, x1 in ((-2, 30), (70, 102)):
        bed = vary(rng, (128, 92, 64), 0.06)
        canvas.ellipse((x0 + x1) / 2, 82, 21, 12, bed)
        for y in (74.0, 79.0, 84.0, 90.0):
            colour = rng.choice(PETALS)
            for x in spread(rng, 7, x0, x1, 0.2):
                canvas.line([(x, y + 3), (x, y)], 0.6, (70, 136, 66))
                canvas.ellipse(x - 1, y + 2.4, 1.4, 0.6, (70, 136, 66))
                for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                    canvas.ellipse(x + dx * 1.1, y + dy * 1.1, 1.1, 1.1, colour)
                canvas.ellipse(x, y, 0.8, 0.8, (250, 214, 90) if colour != PETALS[1] else (190, 110, 40))


def _arch(canvas: Canvas, rng: Rng, x: float, base: float) -> None:
    """A trellis arch grown over with roses."""
    for r in (12, 9.5):
        canvas.arc(x, base - 22, r, 180, 360, 0.9, WHITE)
        for side in (-1, 1):
            canvas.line([(x + side * r, base), (x + side * r, base - 22)], 0.9, WHITE)
    rose = rng.choice(PETALS[:3])
    for k in range(22):
        turn = math.radians(180 + 180 * k / 21)
        px, py = x + 11 * math.cos(turn) + rng.uniform(-1, 1), base - 22 + 11 * math.sin(turn) + rng.uniform(-1, 1)
        canvas.ellipse(px, py, 2.2, 1.8, vary(rng, (78, 146, 72), 0.1))
        if k % 2:
            canvas.ellipse(px, py, 1.2, 1.2, rose)
    for side in (-1, 1):
        for k in range(5):
            canvas.ellipse(x + side * 11, base - 4 * k - 3, 1.8, 2, vary(rng, (78, 146, 72), 0.1))


@either_way
def _zen(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 40, sun=False)
    ridge(canvas, rng, 34, 4, vary(rng, (140, 176, 150), 0.08))
    tree(
        canvas,
        rng,
        rng.uniform(76, 88),
        56,
        rng.uniform(40, 48),
        vary(rng, rng.choice(((206, 70, 56), (240, 170, 190), (96, 160, 90)))),
    )
    cane = vary(rng, (196, 168, 104), 0.08)
    for k in range(34):
        canvas.box(3 * k, 36, 3 * k + 2.6, 58, shade(cane, 0.1 * (k % 3) - 0.1))
    for y in (40, 52):
        canvas.box(0, y, 100, y + 1.4, shade(cane, -0.35))
    for x in spread(rng, 7, 0, 60):
        bush(canvas, rng, x, 62, rng.uniform(8, 14), vary(rng, (84, 148, 76)))
    sand = vary(rng, rng.choice(((236, 228, 208), (224, 222, 218), (240, 222, 190))), 0.03)
    canvas.box(0, 60, 100, 100, sand)
    for k in range(13):
        furrow = 62 + 0.6 * k + 0.22 * k * k
        canvas.line([(0, furrow), (100, furrow)], 0.45 + 0.03 * k, shade(sand, -0.13), round_ends=False)
    for x, y, w in ((rng.uniform(14, 26), 78, 18), (rng.uniform(76, 86), 70, 13)):
        for k in range(4, 0, -1):
            canvas.ellipse(x, y, w * (0.5 + 0.14 * k), w * (0.12 + 0.06 * k), shade(sand, -0.13 if k % 2 else 0.0))
        canvas.ellipse(x, y, w * 0.55, w * 0.12, (116, 158, 88))
        rock(canvas, rng, x, y, w, (122, 122, 128))
        rock(canvas, rng, x + 0.36 * w, y + 0.5, w * 0.5, (104, 106, 112))
    _lantern(canvas, rng.uniform(42, 58), 64, 24)


def _lantern(canvas: Canvas, x: float, base: float, tall: float) -> None:
    """A stone lantern."""
    h, stone = tall, (150, 150, 152)
    canvas.box(x - 0.22 * h, base - 0.08 * h, x + 0.22 * h, base, shade(stone, -0.15))
    canvas.box(x - 0.08 * h, base - 0.5 * h, x + 0.08 * h, base - 0.08 * h, stone)
    canvas.box(x - 0.22 * h, base - 0.58 * h, x + 0.22 * h, base - 0.5 * h, shade(stone, 0.1))
    canvas.box(x - 0.16 * h, base - 0.78 * h, x + 0.16 * h, base - 0.58 * h, stone)
    canvas.box(x - 0.08 * h, base - 0.74 * h, x + 0.08 * h, base - 0.62 * h, (255, 226, 140))
    canvas.polygon(
        [
            (x - 0.36 * h, base - 0.76 * h),
            (x - 0.06 * h, base - 0.95 * h),
            (x + 0.06 * h, base - 0.95 * h),
            (x + 0.36 * h, base - 0.76 * h),
        ],
        shade(stone, -0.12),
    )
    canvas.ellipse(x, base - 0.97 * h, 0.06 * h, 0.06 * h, stone)


@either_way
def _greenhouse(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        80,
        *mixture(
            rng,
            *(
                ((190, 228, 240), (236, 246, 236)),
                ((206, 232, 214), (246, 246, 220)),
                ((176, 214, 240), (240, 240, 240)),
            ),
        ),
    )
    for x in spread(rng, 8, -4, 104):
        tree(canvas, rng, x, 66, rng.uniform(18, 28), blend(LEAF, (226, 242, 236), 0.62), (190, 200, 186))
    frame = rng.choice((WHITE, (110, 150, 130), (90, 100, 110)))
    roof = [(-4, 30), (50, 4), (104, 30)]
    canvas.line(roof, 1.8, frame)
    for k in range(11):
        x = 10 * k
        top = 4 + 26 * abs(x - 50) / 54
        canvas.line([(x, top), (x, 72)], 0.8, frame, round_ends=False)
        canvas.line([(50, 4), (x, 30)], 0.6, frame, round_ends=False)
    for y in (30.0, 46.0, 60.0):
        canvas.box(0, y, 100, y + 1.2, frame)
    wood = vary(rng, rng.choice((WOOD, (236, 232, 222), (110, 130, 120))), 0.06)
    floor = vary(rng, (206, 190, 164), 0.05)
    gradient(canvas, 70, 100, floor, shade(floor, -0.12))
    for x in spread(rng, rng.randint(3, 6), 10, 90, 0.1):
        canvas.line([(x, 20), (x, 27)], 0.4, IRON)
        bush(canvas, rng, x, 32, 10, vary(rng, LEAF))
        canvas.polygon([(x - 3, 29), (x + 3, 29), (x + 2, 34), (x - 2, 34)], (190, 110, 72))
    for x0, x1, y in ((-4.0, 36.0, 74.0), (64.0, 104.0, 74.0), (-6.0, 24.0, 88.0), (76.0, 106.0, 88.0)):
        canvas.box(x0, y, x1, y + 2.4, wood)
        canvas.box(x0 + 1, y + 2.4, x1 - 1, y + 10, shade(wood, -0.3))
        for x in spread(rng, 4, x0, x1, 0.1):
            _pot(canvas, rng, x, y, 9)


def _pot(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    h = tall
    bush(canvas, rng, x, base - 0.4 * h, 0.95 * h, vary(rng, LEAF, 0.14))
    if rng.random() < 0.6:
        colour = rng.choice(PETALS)
        for dx, dy in ((-0.24, 0.62), (0.2, 0.66), (0.0, 0.8)):
            canvas.ellipse(x + dx * h, base - dy * h, 0.12 * h, 0.12 * h, colour)
    canvas.polygon(
        [(x - 0.3 * h, base - 0.5 * h), (x + 0.3 * h, base - 0.5 * h), (x + 0.22 * h, base), (x - 0.22 * h, base)],
        (196, 108, 70),
    )
    canvas.box(x - 0.34 * h, base - 0.54 * h, x + 0.34 * h, base - 0.42 * h, (212, 126, 86))


@either_way
def _patio(canvas: Canvas, look: Look) -> None:
    """A paved terrace with a pergola and lights."""
    rng = look.rng
    day_sky(canvas, rng, 68)
    for x in spread(rng, 7, -4, 104):
        tree(canvas, rng, x, 58, rng.uniform(18, 28), vary(rng, LEAF))
    for x in spread(rng, 11):
        bush(canvas, rng, x, 66, rng.uniform(10, 15), vary(rng, (80, 150, 82)))
    wood = vary(rng, (150, 100, 64), 0.1)
    for x in (8, 90):
        canvas.box(x, 12, x + 2.6, 80, wood)
    canvas.box(0, 10, 100, 13.6, shade(wood, -0.1))
    for k in range(12):
        canvas.box(2 + 8.6 * k, 5, 4.4 + 8.6 * k, 12, wood)
    for k in range(13):
        x = 4 + 7.8 * k
        y = 18 + 5 * math.sin(math.pi * (k % 4) / 4)
        canvas.ellipse(x, y, 1.2, 1.5, (255, 232, 140))
        canvas.line([(x, y - 1.4), (x + 7.8, 16.6 + 5 * math.sin(math.pi * ((k + 1) % 4) / 4))], 0.3, IRON)
    stone = vary(rng, rng.choice(((206, 186, 160), (190, 190, 188), (214, 160, 130))), 0.05)
    canvas.box(0, 66, 100, 100, stone)
    for i in range(-9, 10):
        canvas.line([(50 + i * 8, 66), (50 + i * 17, 100)], 0.4, shade(stone, -0.16), round_ends=False)
    for y in (69, 74, 81, 90):
        canvas.box(0, y, 100, y + 0.5, shade(stone, -0.16))
    _chair(canvas, rng.uniform(70, 76), 84, 20, rng.choice(PETALS[:3]), wood)
    for x in (rng.uniform(8, 14), rng.uniform(20, 26)):
        _pot(canvas, rng, x, rng.uniform(78, 86), rng.uniform(14, 19))


def _chair(canvas: Canvas, x: float, base: float, w: float, cushion: RGB, wood: RGB) -> None:
    """A lounge chair seen from the front."""
    canvas.box(x, base - 0.95 * w, x + w, base - 0.3 * w, wood, 1)
    canvas.box(x + 0.12 * w, base - 0.88 * w, x + 0.88 * w, base - 0.4 * w, cushion, 1.6)
    canvas.box(x + 0.1 * w, base - 0.44 * w, x + 0.9 * w, base - 0.26 * w, shade(cushion, 0.16), 1.6)
    canvas.box(x, base - 0.28 * w, x + w, base - 0.18 * w, shade(wood, -0.1))
    for dx in (-0.06, 0.96):
        canvas.box(x + dx * w, base - 0.55 * w, x + (dx + 0.1) * w, base, shade(wood, -0.2))


@either_way
def _balcony(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    if rng.random() < 0.5:
        canvas.box(0, 66, 100, 84, (190, 206, 214))
        skyline(canvas, rng, 84, 14, 42, fade=(DAYS[0][1], 0.3))
    else:
        water(canvas, rng, 52, 84, (110, 190, 216), (48, 140, 186))
        ridge(canvas, rng, 54, 5, vary(rng, (124, 170, 140), 0.08), bottom=56)
    wall = vary(rng, rng.choice(((236, 214, 180), (240, 236, 228), (216, 160, 130), (176, 190, 190))), 0.05)
    floor = shade(wall, -0.16)
    canvas.box(0, 80, 100, 100, floor)
    for i in range(-9, 10):
        canvas.line([(50 + i * 9, 80), (50 + i * 15, 100)], 0.4, shade(floor, -0.14), round_ends=False)
    for y in (85, 92):
        canvas.box(0, y, 100, y + 0.5, shade(floor, -0.14))
    iron = rng.choice((WHITE, IRON, (150, 104, 66)))
    for k in range(25):
        canvas.box(4 * k + 1, 58, 4 * k + 1.9, 80, iron)
    canvas.box(0, 56, 100, 58.6, iron)
    canvas.box(0, 78, 100, 80.6, iron)
    canvas.box(0, 0, 16, 90, wall)
    canvas.box(14, 0, 16, 90, shade(wall, -0.1))
    canvas.box(0, 14, 11, 86, WHITE)
    canvas.box(0, 16, 9, 86, (150, 196, 220))
    for x in spread(rng, 3, 26, 96, 0.1):
        canvas.box(x - 9, 60, x + 9, 66, (176, 100, 68), 1)
        for px in spread(rng, 6, x - 9, x + 9):
            canvas.ellipse(px, 59, 2.2, 2, vary(rng, LEAF))
            canvas.ellipse(px, 57.4, 1.3, 1.3, rng.choice(PETALS))
    _pot(canvas, rng, rng.uniform(84, 90), 88, 18)


GROUNDS: dict[str, Place] = {
    "farm": Place(_farm, 91, OPEN_AIR),
    "barn": Place(_barn, 91, OPEN_AIR),
    "garden": Place(_garden, 91, OPEN_AIR),
    "zen garden": Place(_zen, 90, OPEN_AIR),
    "greenhouse": Place(_greenhouse, 92, OPEN_AIR - {"air"}, indoors=True),
    "patio": Place(_patio, 91, OPEN_AIR),
    "balcony": Place(_balcony, 92, OPEN_AIR),
}
