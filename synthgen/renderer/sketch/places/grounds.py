"""Farms, gardens and yards."""

import math

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    GRASS,
    LEAF,
    OPEN_AIR,
    PETALS,
    WHITE,
    Rng,
    backdrop,
    bush,
    day_sky,
    either_way,
    fence,
    gradient,
    nearer,
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


@nearer(1.15)
def _farm(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    green = vary(rng, rng.choice(((140, 190, 88), (170, 186, 84), (116, 176, 92))), 0.1)
    backdrop(canvas, rng, 54, green)
    ridge(canvas, rng, 58, 2, shade(green, 0.1))
    x, wide = rng.uniform(26, 62), rng.uniform(24, 36)
    for k in range(rng.randint(0, 2)):
        _silo(canvas, x + wide * (1.05 + 0.3 * k), 62, 8, rng.uniform(24, 36), vary(rng, (196, 202, 208), 0.05))
    for tx in (*spread(rng, rng.randint(0, 4), 2, x - 4), *spread(rng, rng.randint(0, 2), x + wide + 10, 104)):
        tree(canvas, rng, tx, 61, rng.uniform(12, 22), vary(rng, LEAF))
    red = vary(rng, rng.choice(((192, 54, 48), (192, 54, 48), (150, 90, 60), (226, 222, 214))), 0.08)
    barn_front(canvas, x, 63, wide, red, rng.random() < 0.3)
    gradient(canvas, 62, 100, green, shade(green, -0.14))
    soil, vanish = vary(rng, (164, 122, 80), 0.08), rng.uniform(20, 80)
    for k in range(-12, 13) if rng.random() < 0.7 else ():
        foot = vanish + k * 17
        canvas.polygon([(vanish + k * 6, 71), (vanish + 2.4 + k * 6, 71), (foot + 4.5, 100), (foot - 3, 100)], soil)
    if rng.random() < 0.8:
        fence(canvas, 72, 0, 100, rng.choice((WHITE, (176, 132, 92))), 8)


@nearer(1.12)
def _barn(canvas: Canvas, look: Look) -> None:
    """A large barn near by, with bales of hay."""
    rng = look.rng
    day_sky(canvas, rng, 70)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 62, green)
    ridge(canvas, rng, 66, 2, shade(green, 0.1))
    wide = rng.uniform(54, 78)
    barn_front(
        canvas,
        rng.uniform(6, 94 - wide),
        80,
        wide,
        vary(rng, rng.choice(((188, 50, 46), (176, 62, 44), (196, 60, 60), (150, 98, 66))), 0.06),
        rng.random() < 0.5,
    )
    dust = vary(rng, (206, 178, 130), 0.06)
    gradient(canvas, 79, 100, dust, shade(dust, -0.12))
    specks(canvas, rng, 81, 99, (226, 196, 110), 40, 0.9)
    for x in rng.sample((5.0, 22.0, 78.0, 94.0), rng.randint(1, 3)):
        base, r = rng.uniform(84, 90), rng.uniform(6, 10)
        canvas.ellipse(x, base - r, r, r, (226, 188, 92))
        for k in range(1, 4):
            canvas.arc(x, base - r, r * (1 - 0.25 * k), 0, 330, 0.5, (186, 146, 62))


@nearer(1.12)
def _garden(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    for x in spread(rng, rng.randint(0, 8), -4, 104):
        tree(canvas, rng, x, 58, rng.uniform(16, 34), vary(rng, LEAF))
    green, middle = vary(rng, GRASS, 0.1), rng.uniform(34, 66)
    for x in spread(rng, rng.randint(6, 13)):
        bush(canvas, rng, x, 62, rng.uniform(9, 15), vary(rng, (80, 150, 82)))
    gradient(canvas, 61, 100, shade(green, 0.06), shade(green, -0.14))
    if rng.random() < 0.7:
        fence(canvas, 66, 0, 100, rng.choice((WHITE, (178, 130, 90))), rng.uniform(8, 12))
    if rng.random() < 0.6 and "flower" not in look.without:
        _arch(canvas, rng, middle, 68)
    for k, y in enumerate((70, 74.5, 80, 86.5, 94)):
        canvas.ellipse(middle + 3 * math.sin(k), y, 4 + 2 * k, 1.2 + 0.5 * k, (206, 200, 190))
    rows = rng.choice(((74.0, 79.0, 84.0, 90.0), (76.0, 82.0, 88.0), (78.0, 85.0)))
    for x0, x1 in ((-6, middle - 18), (middle + 18, 106)):
        bed, half = vary(rng, (128, 92, 64), 0.06), (x1 - x0) / 2
        canvas.ellipse((x0 + x1) / 2, 83, half * 1.2, 12, bed)
        for y in rows:
            colour = rng.choice(PETALS)
            for x in spread(rng, max(2, int(half / 2.4)), x0, x1, 0.2):
                _seedling(canvas, x, y, colour if "flower" not in look.without else None)


def _seedling(canvas: Canvas, x: float, y: float, colour: RGB | None) -> None:
    """A small plant of a flower bed, in bloom where it has a colour."""
    green = (70, 136, 66)
    canvas.line([(x, y + 3), (x, y)], 0.6, green)
    canvas.ellipse(x - 1, y + 2.4, 1.4, 0.6, green)
    if colour is None:
        canvas.ellipse(x + 1, y + 1.4, 1.4, 0.6, green)
        canvas.ellipse(x, y, 0.7, 1.2, shade(green, 0.15))
        return
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


@nearer(1.12)
def _zen(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 40, sun=False)
    ridge(canvas, rng, 34, 4, vary(rng, (140, 176, 150), 0.08))
    maple = rng.choice(((206, 70, 56), (240, 170, 190), (96, 160, 90)))
    for x in rng.sample((14.0, 50.0, 84.0), rng.randint(1, 2)):
        tree(canvas, rng, x + rng.uniform(-8, 8), 56, rng.uniform(36, 50), vary(rng, maple))
    cane = vary(rng, (196, 168, 104), 0.08)
    for k in range(34):
        canvas.box(3 * k, 36, 3 * k + 2.6, 58, shade(cane, 0.1 * (k % 3) - 0.1))
    for y in (40, 52):
        canvas.box(0, y, 100, y + 1.4, shade(cane, -0.35))
    start = rng.uniform(0, 60)
    for x in spread(rng, rng.randint(2, 8), start, start + 50):
        bush(canvas, rng, x, 62, rng.uniform(8, 14), vary(rng, (84, 148, 76)))
    sand = vary(rng, rng.choice(((236, 228, 208), (224, 222, 218), (240, 222, 190))), 0.03)
    canvas.box(0, 60, 100, 100, sand)
    for k in range(13):
        furrow = 62 + 0.6 * k + 0.22 * k * k
        canvas.line([(0, furrow), (100, furrow)], 0.45 + 0.03 * k, shade(sand, -0.13), round_ends=False)
    spots = rng.sample(((18.0, 79.0), (52.0, 84.0), (82.0, 76.0), (30.0, 69.0), (74.0, 90.0)), rng.randint(2, 4))
    for x, at in sorted(spots, key=lambda spot: spot[1]):
        w = (at - 50) * rng.uniform(0.45, 0.65)
        for k in range(4, 0, -1):
            canvas.ellipse(x, at, w * (0.5 + 0.14 * k), w * (0.12 + 0.06 * k), shade(sand, -0.13 if k % 2 else 0.0))
        canvas.ellipse(x, at, w * 0.55, w * 0.12, (116, 158, 88))
        rock(canvas, rng, x, at, w, (122, 122, 128))
        rock(canvas, rng, x + 0.36 * w, at + 0.5, w * 0.5, (104, 106, 112))
    if "lantern" not in look.without:
        _lantern(canvas, rng.uniform(12, 88), 64, rng.uniform(20, 28))


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


@nearer(1.08)
def _patio(canvas: Canvas, look: Look) -> None:
    """A paved terrace with a pergola and lights."""
    rng = look.rng
    day_sky(canvas, rng, 68)
    for x in spread(rng, rng.randint(0, 8), -4, 104):
        tree(canvas, rng, x, 64, rng.uniform(22, 36), vary(rng, LEAF))
    for x in spread(rng, 11):
        bush(canvas, rng, x, 66, rng.uniform(9, 16), vary(rng, (80, 150, 82)))
    wood = vary(rng, (150, 100, 64), 0.1)
    for x in rng.choice(((8, 90), (2, 48, 95), (20, 78))):
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
    cushion = rng.choice(PETALS[:3])
    for x in rng.choice(((rng.uniform(60, 76),), (44, 70), (58,))):
        if "chair" not in look.without:
            _chair(canvas, x, rng.uniform(80, 85), rng.uniform(18, 22), cushion, wood)
    for x in rng.sample((8.0, 20.0, 32.0, 94.0), rng.randint(1, 3)):
        if "flower" not in look.without:
            _pot(canvas, rng, x, rng.uniform(78, 86), rng.uniform(12, 20))


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
    view = rng.randrange(3)
    if view == 0:
        canvas.box(0, 66, 100, 84, (190, 206, 214))
        skyline(canvas, rng, 84, 14, rng.uniform(36, 60), fade=(DAYS[0][1], 0.3))
    elif view == 1:
        green = vary(rng, GRASS)
        backdrop(canvas, rng, 58, green)
        canvas.box(0, 58, 100, 84, green)
        for x in spread(rng, 9, -4, 104):
            tree(canvas, rng, x, 80, rng.uniform(18, 34), vary(rng, LEAF))
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
    bare = "flower" in look.without
    for x in spread(rng, 0 if bare else rng.randint(1, 3), 26, 96, 0.15):
        canvas.box(x - 9, 60, x + 9, 66, (176, 100, 68), 1)
        for px in spread(rng, 6, x - 9, x + 9):
            canvas.ellipse(px, 59, 2.2, 2, vary(rng, LEAF))
            canvas.ellipse(px, 57.4, 1.3, 1.3, rng.choice(PETALS))
    for x in spread(rng, 0 if bare else rng.randint(1, 3), 24, 98):
        _pot(canvas, rng, x, rng.uniform(86, 91), rng.uniform(12, 19))


GROUNDS: dict[str, Place] = {
    "farm": Place(_farm, 91, OPEN_AIR),
    "barn": Place(_barn, 91, OPEN_AIR),
    "garden": Place(_garden, 91, OPEN_AIR, pieces=frozenset({"flower"})),
    "zen garden": Place(_zen, 90, OPEN_AIR, pieces=frozenset({"lantern"})),
    "patio": Place(_patio, 91, OPEN_AIR, pieces=frozenset({"chair", "flower"})),
    "balcony": Place(_balcony, 92, OPEN_AIR, pieces=frozenset({"flower"})),
}
