"""Open land: fields, hills, mountains, deserts."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
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
    flowers,
    glow,
    gradient,
    peak,
    pine,
    ridge,
    rock,
    specks,
    spread,
    tree,
    tufts,
    vary,
)


def _meadow(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    green = vary(rng, GRASS, 0.12)
    ridge(canvas, rng, 54, 5, blend(shade(green, 0.2), DAYS[0][1], 0.4))
    ridge(canvas, rng, 61, 4, shade(green, 0.12))
    if rng.random() < 0.6:
        tree(canvas, rng, rng.choice((12, 88)), 65, rng.uniform(26, 36), vary(rng, LEAF))
    ridge(canvas, rng, 68, 2, green)
    gradient(canvas, 74, 100, green, shade(green, -0.16))
    tufts(canvas, rng, 70, 99, shade(green, -0.2), 40)
    mix = rng.choice((PETALS, PETALS[:2], (PETALS[4], PETALS[2]), (PETALS[3], PETALS[1])))
    flowers(canvas, rng, 66, 99, rng.randint(70, 110), mix, 1.2)


@either_way
def _field(canvas: Canvas, look: Look) -> None:
    """Ripe wheat."""
    rng = look.rng
    day_sky(canvas, rng, 58)
    ridge(canvas, rng, 54, 3, vary(rng, (142, 176, 112), 0.1))
    for x in spread(rng, rng.randint(3, 6)):
        tree(canvas, rng, x, 57, rng.uniform(8, 13), vary(rng, (92, 146, 84)))
    gold = vary(rng, (236, 194, 84), 0.08)
    gradient(canvas, 56, 100, shade(gold, 0.15), shade(gold, -0.12))
    vanish = rng.uniform(30, 70)
    for k in range(-9, 10):
        canvas.polygon(
            [(vanish + k * 3, 56), (vanish + k * 3 + 0.5, 56), (vanish + k * 22 + 5, 100), (vanish + k * 22, 100)],
            shade(gold, -0.1),
        )
    for y in (62, 69, 78, 90, 101):
        near = (y - 50) / 40
        for x in spread(rng, int(60 / near), -2, 102):
            if y < 88 or not 20 < x < 80:
                _ear(canvas, x, y + rng.uniform(-2, 2), 6 * near, vary(rng, gold, 0.1))


def _ear(canvas: Canvas, x: float, y: float, h: float, gold: RGB) -> None:
    canvas.line([(x, y + 0.4 * h), (x + 0.1 * h, y - 0.5 * h)], 0.06 * h, shade(gold, -0.25), round_ends=False)
    canvas.ellipse(x + 0.12 * h, y - 0.55 * h, 0.1 * h, 0.3 * h, shade(gold, 0.1), turn=10)


@either_way
def _countryside(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 56)
    ridge(canvas, rng, 48, 5, (158, 190, 196))
    for i, y in enumerate((54, 60, 67)):
        patch = vary(rng, rng.choice((GRASS, (206, 196, 96), (150, 190, 84), (96, 160, 90))), 0.1)
        ridge(canvas, rng, y, 4, patch)
        for x in spread(rng, 9 - i):
            bush(canvas, rng, x, y + 4, rng.uniform(3, 5) + i, vary(rng, (70, 130, 72)))
    _cottage(canvas, rng, rng.uniform(12, 34), 66, 9)
    if rng.random() < 0.7:
        _cottage(canvas, rng, rng.uniform(64, 80), 63, 7)
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 74, 2.5, green)
    bend = [
        *bezier((58, 72), (rng.uniform(70, 90), 80), (48, 100)),
        *reversed(bezier((61, 72), (rng.uniform(92, 110), 82), (78, 100))),
    ]
    canvas.polygon(bend, (222, 200, 158))
    fence(canvas, 84, 0, rng.uniform(24, 36), (150, 112, 78), 8)
    tree(canvas, rng, rng.uniform(2, 8), 82, rng.uniform(34, 44), vary(rng, LEAF))
    tufts(canvas, rng, 78, 99, shade(green, -0.2), 26)


def _cottage(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    """A small house with a pitched roof."""
    wall, roof = vary(rng, (246, 236, 214), 0.06), vary(rng, (188, 84, 62), 0.12)
    canvas.box(x, base - 0.6 * w, x + w, base, wall)
    canvas.box(x + 0.74 * w, base - 1.25 * w, x + 0.88 * w, base - 0.8 * w, shade(roof, -0.3))
    canvas.polygon(
        [
            (x - 0.12 * w, base - 0.58 * w),
            (x + 0.22 * w, base - 1.1 * w),
            (x + 0.86 * w, base - 1.1 * w),
            (x + 1.12 * w, base - 0.58 * w),
        ],
        roof,
    )
    canvas.box(x + 0.42 * w, base - 0.36 * w, x + 0.6 * w, base, (120, 80, 54))
    for dx in (0.12, 0.72):
        canvas.box(x + dx * w, base - 0.42 * w, x + (dx + 0.17) * w, base - 0.22 * w, (120, 170, 205))


@either_way
def _desert(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        66,
        *rng.choice(
            (((98, 178, 236), (255, 232, 190)), ((244, 178, 110), (255, 236, 190)), ((128, 204, 232), (250, 240, 214)))
        ),
    )
    x, y = rng.uniform(62, 86), rng.uniform(12, 24)
    canvas.ellipse(x, y, 7.5, 7.5, (255, 240, 170))
    sand = vary(rng, rng.choice(((238, 198, 128), (232, 176, 110), (244, 214, 150))), 0.06)
    for y, dark in ((56, -0.02), (64, 0.04), (74, -0.04)):
        _dune(canvas, rng, y, shade(sand, dark))
    for x, base, tall in (
        (rng.uniform(6, 16), 80, rng.uniform(22, 34)),
        (rng.uniform(82, 94), 74, rng.uniform(14, 24)),
        (rng.uniform(26, 38), 68, 10),
    ):
        _cactus(canvas, x, base, tall, vary(rng, (78, 150, 88), 0.08))
    gradient(canvas, 84, 100, shade(sand, 0.02), shade(sand, -0.1))
    specks(canvas, rng, 82, 99, shade(sand, -0.16), 40)
    rock(canvas, rng, rng.uniform(80, 92), 90, 9, (190, 140, 96))


def _dune(canvas: Canvas, rng: Rng, y: float, sand: RGB) -> None:
    """A dune with a sharp crest and a shaded side."""
    x, high, reach = rng.uniform(20, 80), rng.uniform(7, 12), rng.uniform(40, 60)
    canvas.box(0, y, 100, 100, sand)
    crest = bezier((x - reach, y + 1), (x - 6, y - 0.2 * high), (x, y - high))
    lee = bezier((x, y - high), (x + 8, y), (x + 0.9 * reach, y + 1))
    canvas.polygon([*crest, *lee], shade(sand, 0.06))
    fold = bezier((x, y - high), (x - 12, y + 3), (x + 6, y + 9))
    canvas.polygon([*fold, (x + 0.9 * reach, y + 9), *reversed(lee)], shade(sand, -0.1))


def _cactus(canvas: Canvas, x: float, base: float, tall: float, green: RGB) -> None:
    h, w = tall, tall * 0.14
    for side, low, high in ((-1, 0.36, 0.68), (1, 0.48, 0.84)):
        elbow = x + side * 0.28 * h
        canvas.line(
            [(x, base - low * h), (elbow, base - low * h), (elbow, base - high * h)], 0.8 * w, shade(green, -0.06)
        )
    canvas.box(x - w / 2, base - h, x + w / 2, base, green, w / 2)
    for dx in (-0.2, 0.15):
        canvas.line([(x + dx * w, base - 0.92 * h), (x + dx * w, base - 0.05 * h)], 0.1 * w, shade(green, -0.2))


@either_way
def _savanna(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        66,
        *rng.choice(
            (((255, 178, 96), (255, 236, 184)), ((120, 190, 230), (250, 232, 180)), ((240, 130, 92), (255, 214, 140)))
        ),
    )
    x, y = rng.uniform(40, 74), rng.uniform(26, 48)
    canvas.ellipse(x, y, 9, 9, (255, 246, 204))
    ridge(canvas, rng, 59, 2.4, (198, 160, 98))
    gold = vary(rng, (226, 188, 98), 0.08)
    for x, base, tall in (
        (rng.uniform(8, 20), 68, rng.uniform(30, 38)),
        (rng.uniform(80, 94), 65, rng.uniform(18, 26)),
        (rng.uniform(56, 70), 62, 9),
    ):
        _acacia(canvas, rng, x, base, tall)
    ridge(canvas, rng, 66, 1.2, gold)
    gradient(canvas, 70, 100, gold, shade(gold, -0.14))
    tufts(canvas, rng, 70, 100, shade(gold, -0.24), 70, 4.5)


def _acacia(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    h, wood, leaf = tall, (98, 70, 46), vary(rng, (118, 140, 62), 0.08)
    canvas.polygon(
        [(x - 0.05 * h, base), (x - 0.02 * h, base - 0.5 * h), (x + 0.03 * h, base - 0.5 * h), (x + 0.05 * h, base)],
        wood,
    )
    for dx in (-0.3, -0.1, 0.14, 0.34):
        canvas.line([(x, base - 0.46 * h), (x + dx * h, base - 0.86 * h)], 0.04 * h, wood)
    for dx, dy, r, tone in (
        (-0.3, 0.86, 0.3, -0.12),
        (0.3, 0.84, 0.32, -0.14),
        (0.0, 0.94, 0.42, 0.0),
        (-0.1, 0.98, 0.24, 0.1),
    ):
        canvas.ellipse(x + dx * h, base - dy * h, r * h, 0.12 * h, shade(leaf, tone))


@either_way
def _mountains(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 72)
    stone = vary(rng, rng.choice(((124, 132, 152), (142, 126, 126), (104, 130, 142))), 0.06)
    for x in spread(rng, 3, -5, 105):
        peak(canvas, rng, x, 74, rng.uniform(50, 70), rng.uniform(28, 38), blend(stone, DAYS[0][1], 0.45), WHITE)
    for x in spread(rng, 2, 4, 96):
        peak(canvas, rng, x, 76, rng.uniform(62, 84), rng.uniform(44, 58), stone, WHITE)
    green = vary(rng, (104, 160, 88), 0.1)
    ridge(canvas, rng, 73, 2.5, shade(green, -0.14))
    for x in (*spread(rng, 5, -2, 32), *spread(rng, 5, 68, 102)):
        pine(canvas, x, rng.uniform(76, 82), rng.uniform(12, 20), vary(rng, (48, 108, 78)))
    ridge(canvas, rng, 82, 1.6, green)
    tufts(canvas, rng, 84, 99, shade(green, -0.2), 26)
    rock(canvas, rng, rng.uniform(6, 20), 92, rng.uniform(8, 12))


@either_way
def _canyon(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    red = vary(rng, rng.choice(((204, 104, 66), (216, 134, 84), (190, 92, 74))), 0.06)
    for x, w in zip(spread(rng, 4, 4, 96), (16, 12, 18, 14), strict=True):
        _mesa(canvas, rng, x, w, rng.uniform(38, 46), 64, blend(red, (236, 206, 190), 0.5))
    canvas.box(0, 62, 100, 100, blend(red, (238, 200, 160), 0.45))
    canvas.polygon([(44, 62), (52, 62), (46, 70), (66, 78), (50, 90), (20, 90), (44, 78), (38, 70)], (88, 172, 186))
    _mesa(canvas, rng, rng.uniform(0, 6), 40, rng.uniform(12, 22), 80, red)
    _mesa(canvas, rng, rng.uniform(92, 100), 44, rng.uniform(20, 32), 84, shade(red, -0.08))
    ridge(canvas, rng, 84, 1.5, blend(red, (232, 178, 122), 0.5))
    specks(canvas, rng, 86, 99, shade(red, -0.1), 40, 1)


def _mesa(canvas: Canvas, rng: Rng, x: float, width: float, top: float, base: float, red: RGB) -> None:
    """A cliff in bands of colour, wider towards its foot."""
    left = [-0.5 - 0.05 * k - rng.uniform(0, 0.03) for k in range(8)]
    right = [0.5 + 0.05 * k + rng.uniform(0, 0.03) for k in range(8)]
    step = (base - top) / 7
    for k in range(7):
        band = [(x + left[k] * width, top + k * step), (x + right[k] * width, top + k * step)]
        foot = [
            (x + right[k + 1] * width, top + (k + 1) * step + 0.2),
            (x + left[k + 1] * width, top + (k + 1) * step + 0.2),
        ]
        canvas.polygon([*band, *foot], shade(red, (0.14, -0.06, 0.05, -0.12, 0.0, -0.16, -0.05)[k]))


@either_way
def _volcano(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = rng.choice(
        (((64, 40, 66), (238, 128, 74)), ((48, 52, 84), (226, 150, 130)), ((92, 44, 50), (248, 170, 90)))
    )
    gradient(canvas, 0, 82, top, low)
    x, y = rng.uniform(42, 58), rng.uniform(30, 36)
    for i in range(9):
        drift = (i * rng.uniform(1.5, 2.6)) * (1 if x < 50 else -1)
        grey = blend((96, 84, 92), top, 0.06 * i)
        canvas.ellipse(x + drift - 3, y - 3 - 4 * i, 6 + i * 1.3, 5 + i * 0.8, shade(grey, -0.1))
        canvas.ellipse(x + drift + 2, y - 5 - 4 * i, 5 + i * 1.2, 4 + i * 0.8, shade(grey, 0.08))
    for k in range(12):
        angle = math.radians(rng.uniform(-150, -30))
        r = rng.uniform(8, 22)
        canvas.ellipse(x + r * math.cos(angle), y + r * math.sin(angle), 0.9, 0.9, (255, 190 - 6 * k, 60))
    stone = vary(rng, (88, 66, 66), 0.06)
    canvas.polygon([(x - 46, 84), (x - 18, 56), (x - 8, y), (x + 8, y), (x + 18, 56), (x + 46, 84)], stone)
    canvas.polygon([(x + 2, y), (x + 8, y), (x + 18, 56), (x + 46, 84), (x + 14, 84)], shade(stone, -0.18))
    canvas.ellipse(x, y, 8, 1.8, (255, 170, 60))
    for dx, reach, bow in ((-5, 26, -12), (0, 40, 3), (5, 30, 12)):
        lava = bezier((x + dx, y), (x + dx * 1.4, y + reach * 0.5), (x + dx + bow, y + reach))
        canvas.line(lava, 3.2, (236, 84, 34))
        canvas.line(lava, 1.4, (255, 190, 70))
    ridge(canvas, rng, 81, 1.5, shade(stone, -0.25))
    gradient(canvas, 84, 100, shade(stone, -0.25), shade(stone, -0.45))
    canvas.line(bezier((x + 3, 76), (20, 84), (-4, 92)), 3, (240, 110, 40))
    for px in (rng.uniform(4, 14), rng.uniform(86, 96)):
        rock(canvas, rng, px, 93, 12, (84, 70, 74))


@either_way
def _cave(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    stone = vary(rng, rng.choice(((104, 92, 98), (110, 96, 80), (84, 96, 112))), 0.06)
    canvas.box(0, 0, 100, 100, shade(stone, -0.5))
    x, y = rng.uniform(40, 60), rng.uniform(44, 52)
    for k, size in enumerate((1.0, 0.84, 0.68, 0.54)):
        ring = [
            (
                x + size * 48 * math.cos(a) * rng.uniform(0.88, 1.08),
                y + size * 44 * math.sin(a) * rng.uniform(0.88, 1.08),
            )
            for a in _turns(14)
        ]
        canvas.blob(ring, shade(stone, -0.36 + 0.13 * k))
    mouth = [
        (x + 15 * math.cos(a) * rng.uniform(0.85, 1.1), y + 14 * math.sin(a) * rng.uniform(0.85, 1.1))
        for a in _turns(11)
    ]
    canvas.blob(mouth, (206, 232, 240))
    canvas.blob([(px * 0.82 + x * 0.18, py * 0.82 + y * 0.18) for px, py in mouth], (236, 246, 246))
    ridge(canvas, rng, 76, 1.5, shade(stone, -0.12))
    gradient(canvas, 80, 100, shade(stone, -0.14), shade(stone, -0.44))
    for cx in spread(rng, 12, -2, 102):
        _spike(canvas, cx, -1, rng.uniform(2.5, 5), rng.uniform(10, 32), shade(stone, rng.uniform(-0.5, -0.3)))
    for cx in (*spread(rng, 3, -2, 20), *spread(rng, 3, 80, 102)):
        _spike(canvas, cx, 92, rng.uniform(3, 5), -rng.uniform(10, 26), shade(stone, rng.uniform(-0.45, -0.25)))
    specks(canvas, rng, 82, 98, shade(stone, -0.4), 26, 1.2)


def _turns(count: int) -> list[float]:
    return [2 * math.pi * k / count for k in range(count)]


def _spike(canvas: Canvas, x: float, y: float, half: float, length: float, stone: RGB) -> None:
    canvas.polygon(
        [
            (x - half, y),
            (x - 0.3 * half, y + 0.6 * length),
            (x, y + length),
            (x + 0.3 * half, y + 0.6 * length),
            (x + half, y),
        ],
        stone,
    )
    canvas.polygon(
        [(x + 0.2 * half, y), (x, y + length), (x + 0.3 * half, y + 0.6 * length), (x + half, y)], shade(stone, -0.2)
    )


@either_way
def _pyramids(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        68,
        *rng.choice(
            (((104, 182, 236), (252, 232, 190)), ((250, 176, 110), (255, 230, 180)), ((140, 200, 226), (246, 240, 216)))
        ),
    )
    if rng.random() < 0.6:
        glow(canvas, rng.uniform(10, 34), 16, 8, (255, 246, 190), (255, 226, 150), 5)
    sand = vary(rng, (234, 194, 122), 0.07)
    spots = [
        (rng.uniform(62, 76), 72, rng.uniform(62, 74)),
        (rng.uniform(20, 34), 70, rng.uniform(38, 52)),
        (rng.uniform(44, 52), 69, 22),
    ]
    for x, base, width in reversed(spots):
        _pyramid(canvas, x, base, width, vary(rng, (222, 178, 108), 0.05))
    ridge(canvas, rng, 71, 1.6, shade(sand, 0.06))
    ridge(canvas, rng, 80, 1.6, sand)
    gradient(canvas, 84, 100, sand, shade(sand, -0.1))
    specks(canvas, rng, 76, 99, shade(sand, -0.16), 50)


def _pyramid(canvas: Canvas, x: float, base: float, width: float, stone: RGB) -> None:
    """Two faces in courses of stone."""
    high, edge = width * 0.62, x + 0.16 * width
    corners: tuple[Point, Point, Point] = ((x - width / 2, base), (edge, base + 2), (x + width / 2, base - 1))
    canvas.polygon([corners[0], (x, base - high), corners[1]], shade(stone, 0.06))
    canvas.polygon([corners[1], (x, base - high), corners[2]], shade(stone, -0.26))
    for k in range(1, 9):
        t = k / 9
        ends = [(x + (cx - x) * t, base - high + (cy - base + high) * t) for cx, cy in corners]
        canvas.line(ends, 0.35, shade(stone, -0.16), round_ends=False)


@either_way
def _vineyard(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 56)
    ridge(canvas, rng, 48, 5, vary(rng, (150, 184, 150), 0.08))
    ridge(canvas, rng, 55, 3, vary(rng, (150, 184, 100), 0.08))
    _cottage(canvas, rng, rng.uniform(60, 80), 56, 13)
    soil = vary(rng, (200, 160, 112), 0.08)
    gradient(canvas, 57, 100, shade(soil, 0.12), shade(soil, -0.1))
    for k in (-4, -3, -2, -1, 1, 2, 3, 4):
        for step in range(14):
            t = (step / 13) ** 1.9
            x, y, size = 50 + k * (4 + 17 * t), 60 + 38 * t, 1.6 + 8.5 * t
            leaf = vary(rng, (88, 152, 72), 0.1)
            canvas.box(x - size * 0.06, y - size * 0.5, x + size * 0.06, y + size * 0.4, (110, 80, 56))
            canvas.ellipse(x, y - size * 0.7, size * 0.62, size * 0.55, leaf)
            canvas.ellipse(x - size * 0.2, y - size * 0.85, size * 0.3, size * 0.25, shade(leaf, 0.16))
            _grapes(canvas, x, y - size * 0.35, size)


def _grapes(canvas: Canvas, x: float, y: float, size: float) -> None:
    for dx, dy in ((-0.16, 0), (0, 0), (0.16, 0), (-0.08, 0.15), (0.08, 0.15), (0, 0.3)):
        canvas.ellipse(x + dx * size, y + dy * size, 0.1 * size, 0.1 * size, (112, 62, 150))


@either_way
def _windmills(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 64)
    green = vary(rng, GRASS, 0.08)
    ridge(canvas, rng, 61, 1.5, shade(green, 0.1))
    _windmill(canvas, rng, rng.uniform(42, 58), 62, 16)
    _windmill(canvas, rng, rng.uniform(12, 26), 68, 40)
    if rng.random() < 0.6:
        _windmill(canvas, rng, rng.uniform(78, 90), 64, 24)
    gradient(canvas, 66, 100, green, shade(green, -0.12))
    rows = [rng.choice(PETALS) for _ in range(3)]
    for i, (y, size) in enumerate(((70, 1.0), (74, 1.2), (79, 1.5))):
        for x in spread(rng, int(70 / size), 0, 100):
            canvas.ellipse(x, y, 0.7 * size, 0.9 * size, vary(rng, rows[i], 0.08))
    tufts(canvas, rng, 84, 99, shade(green, -0.2), 30)


def _windmill(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    h, wall = tall, vary(rng, (236, 222, 198), 0.08)
    canvas.polygon(
        [(x - 0.2 * h, base), (x - 0.12 * h, base - 0.72 * h), (x + 0.12 * h, base - 0.72 * h), (x + 0.2 * h, base)],
        wall,
    )
    canvas.polygon(
        [(x + 0.05 * h, base), (x + 0.04 * h, base - 0.72 * h), (x + 0.12 * h, base - 0.72 * h), (x + 0.2 * h, base)],
        shade(wall, -0.14),
    )
    canvas.polygon(
        [(x - 0.15 * h, base - 0.7 * h), (x, base - 0.94 * h), (x + 0.15 * h, base - 0.7 * h)], vary(rng, (172, 76, 60))
    )
    canvas.box(x - 0.05 * h, base - 0.16 * h, x + 0.05 * h, base, (112, 76, 52), 0.04 * h)
    canvas.box(x - 0.035 * h, base - 0.46 * h, x + 0.035 * h, base - 0.36 * h, (120, 170, 205))
    hub, turn = (x, base - 0.72 * h), rng.uniform(5, 85)
    for k in range(4):
        cos, sin = math.cos(math.radians(turn + 90 * k)), math.sin(math.radians(turn + 90 * k))
        tip = (hub[0] + 0.52 * h * cos, hub[1] + 0.52 * h * sin)
        canvas.line([hub, tip], 0.025 * h, (104, 76, 54))
        sail = [(0.14, 0.015), (0.52, 0.015), (0.52, 0.13), (0.14, 0.13)]
        canvas.polygon(
            [(hub[0] + h * (a * cos - b * sin), hub[1] + h * (a * sin + b * cos)) for a, b in sail], (250, 246, 236)
        )
        canvas.line(
            [(hub[0] + h * (a * cos - 0.07 * sin), hub[1] + h * (a * sin + 0.07 * cos)) for a in (0.14, 0.52)],
            0.012 * h,
            (170, 140, 110),
        )
    canvas.ellipse(*hub, 0.04 * h, 0.04 * h, (84, 60, 44))


LAND: dict[str, Place] = {
    "meadow": Place(_meadow, 89, OPEN_AIR),
    "field": Place(_field, 92, OPEN_AIR),
    "countryside": Place(_countryside, 90, OPEN_AIR),
    "desert": Place(_desert, 88, OPEN_AIR),
    "savanna": Place(_savanna, 88, OPEN_AIR),
    "mountains": Place(_mountains, 89, OPEN_AIR),
    "canyon": Place(_canyon, 91, OPEN_AIR),
    "volcano": Place(_volcano, 91, OPEN_AIR, dark=True),
    "cave": Place(_cave, 89, frozenset({"ground", "bust"}), indoors=True, dark=True),
    "pyramids": Place(_pyramids, 89, OPEN_AIR),
    "vineyard": Place(_vineyard, 92, OPEN_AIR),
    "windmill field": Place(_windmills, 90, OPEN_AIR),
}
