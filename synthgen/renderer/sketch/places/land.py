"""Open land: fields, hills, mountains, deserts."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier
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
    gradient,
    peak,
    pine,
    ridge,
    rock,
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
    "mountains": Place(_mountains, 89, OPEN_AIR),
    "vineyard": Place(_vineyard, 92, OPEN_AIR),
    "windmill field": Place(_windmills, 90, OPEN_AIR),
}
