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
    backdrop,
    bush,
    day_sky,
    either_way,
    fence,
    flowers,
    gradient,
    nearer,
    peak,
    pine,
    ridge,
    rock,
    spread,
    tree,
    tufts,
    vary,
)


@nearer(1.25)
def _meadow(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top = rng.uniform(46, 68)
    day_sky(canvas, rng, top + 4)
    green = vary(rng, GRASS, 0.12)
    backdrop(canvas, rng, top, green)
    ridge(canvas, rng, top + 2, rng.uniform(1, 4), shade(green, 0.12), rng.uniform(0.7, 1.6))
    for x in spread(rng, rng.choice((0, 1, 1, 2, 3)), 4, 96) if "tree" not in look.without else ():
        tree(canvas, rng, x, top + 6, rng.uniform(18, 36), vary(rng, LEAF))
    ridge(canvas, rng, top + 8, 2, green)
    gradient(canvas, min(top + 13, 84), 100, green, shade(green, -0.16))
    tufts(canvas, rng, top + 10, 99, shade(green, -0.2), 40)
    mix = rng.choice((PETALS, PETALS[:2], (PETALS[4], PETALS[2]), (PETALS[3], PETALS[1])))
    if "flower" not in look.without:
        flowers(canvas, rng, top + 6, 99, rng.randint(70, 110), mix, rng.uniform(0.9, 1.4))


@nearer(1.2)
def _field(canvas: Canvas, look: Look) -> None:
    """Ripe wheat."""
    rng = look.rng
    top = rng.uniform(42, 66)
    day_sky(canvas, rng, top + 2)
    backdrop(canvas, rng, top, (142, 176, 112))
    for x in spread(rng, rng.randint(0, 5)):
        tree(canvas, rng, x, top + 1, rng.uniform(8, 15), vary(rng, (92, 146, 84)))
    gold = vary(rng, rng.choice(((236, 194, 84), (226, 182, 96), (240, 206, 112))), 0.08)
    gradient(canvas, top, 100, shade(gold, 0.15), shade(gold, -0.12))
    vanish = rng.uniform(10, 90)
    for k in range(-14, 15):
        x = vanish + k * 3
        foot = vanish + k * 22
        canvas.polygon([(x, top), (x + 0.5, top), (foot + 5, 100), (foot, 100)], shade(gold, -0.1))
    for share in (0.14, 0.3, 0.5, 0.76, 1.02):
        near = 0.3 + share
        for x in spread(rng, int(40 / near), -2, 102):
            if share < 0.7 or not 20 < x < 80:
                y = top + (100 - top) * share
                _ear(canvas, x, y + rng.uniform(-2, 2), 6 * near, shade(gold, rng.uniform(-0.08, 0.08)))


def _ear(canvas: Canvas, x: float, y: float, h: float, gold: RGB) -> None:
    canvas.line([(x, y + 0.4 * h), (x + 0.1 * h, y - 0.5 * h)], 0.06 * h, shade(gold, -0.25), round_ends=False)
    canvas.ellipse(x + 0.12 * h, y - 0.55 * h, 0.1 * h, 0.3 * h, shade(gold, 0.1))


@nearer(1.25)
def _countryside(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 56)
    ridge(canvas, rng, 48, rng.uniform(3, 9), vary(rng, (158, 190, 196)), rng.uniform(0.7, 2))
    for i, y in enumerate((54, 60, 67)):
        patch = vary(rng, rng.choice((GRASS, (206, 196, 96), (150, 190, 84), (96, 160, 90))), 0.1)
        ridge(canvas, rng, y, rng.uniform(2, 6), patch, rng.uniform(0.7, 1.7))
        for x in spread(rng, rng.randint(2, 9 - i)):
            bush(canvas, rng, x, y + 4, rng.uniform(3, 5) + i, vary(rng, (70, 130, 72)))
    for x in spread(rng, rng.randint(1, 4), 4, 88) if "house" not in look.without else ():
        _cottage(canvas, rng, x, rng.uniform(62, 67), rng.uniform(7, 10))
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 74, 2.5, green)
    start, pull, foot = rng.uniform(44, 62), rng.uniform(40, 90), rng.uniform(36, 62)
    bend = [
        *bezier((start, 72), (pull, 80), (foot, 101)),
        *reversed(bezier((start + 3, 72), (pull + 22, 82), (foot + 30, 101))),
    ]
    canvas.polygon(bend, vary(rng, (222, 200, 158), 0.06))
    if rng.random() < 0.5:
        fence(canvas, 84, 0, rng.uniform(16, 36), vary(rng, (150, 112, 78)), 8)
    for x in (rng.uniform(0, 10), rng.uniform(88, 100))[rng.randrange(2) : rng.choice((1, 2))]:
        if "tree" not in look.without:
            tree(canvas, rng, x, rng.uniform(78, 84), rng.uniform(26, 44), vary(rng, LEAF))
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


@nearer(1.3)
def _mountains(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 82)
    stone = vary(rng, rng.choice(((124, 132, 152), (142, 126, 126), (104, 130, 142))), 0.06)
    for x in spread(rng, rng.randint(2, 4), -5, 105):
        peak(canvas, rng, x, 74, rng.uniform(50, 70), rng.uniform(24, 40), blend(stone, DAYS[0][1], 0.45), WHITE)
    for x in spread(rng, rng.choice((1, 2, 2, 3)), 4, 96, 0.45):
        peak(canvas, rng, x, 76, rng.uniform(56, 90), rng.uniform(36, 60), vary(rng, stone, 0.06), WHITE)
    green = vary(rng, (104, 160, 88), 0.1)
    ridge(canvas, rng, 73, 2.5, shade(green, -0.14))
    left, right = rng.uniform(-2, 36), rng.uniform(64, 102)
    for x in (*spread(rng, rng.randint(0, 6), -2, left + 4), *spread(rng, rng.randint(2, 6), right - 4, 102)):
        pine(canvas, x, rng.uniform(76, 82), rng.uniform(10, 22), vary(rng, (48, 108, 78)))
    ridge(canvas, rng, 82, 1.6, green)
    tufts(canvas, rng, 84, 99, shade(green, -0.2), 26)
    for x in spread(rng, rng.randint(0, 3), 4, 96):
        rock(canvas, rng, x, rng.uniform(88, 95), rng.uniform(6, 12))


@either_way
def _vineyard(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, vanish, grape = rng.uniform(46, 62), rng.uniform(36, 64), rng.choice(((112, 62, 150), (176, 206, 96)))
    day_sky(canvas, rng, top + 4)
    backdrop(canvas, rng, top, vary(rng, (150, 184, 110), 0.08))
    ridge(canvas, rng, top - 1, 2, vary(rng, (150, 184, 100), 0.08))
    if rng.random() < 0.6:
        _cottage(canvas, rng, rng.uniform(10, 80), top, rng.uniform(10, 15))
    soil = vary(rng, rng.choice(((200, 160, 112), (176, 184, 106), (186, 130, 92))), 0.08)
    gradient(canvas, top + 1, 100, shade(soil, 0.12), shade(soil, -0.1))
    green = vary(rng, (88, 152, 72), 0.12)
    for k in (-4, -3, -2, -1, 1, 2, 3, 4):
        for step in range(12):
            t = (step / 11) ** 1.9
            x, y, size = vanish + k * (4 + 17 * t) + (50 - vanish) * t, top + 4 + (94 - top) * t, 1.6 + 8.5 * t
            leaf = shade(green, rng.uniform(-0.1, 0.1))
            canvas.box(x - size * 0.06, y - size * 0.5, x + size * 0.06, y + size * 0.4, (110, 80, 56))
            canvas.ellipse(x, y - size * 0.7, size * 0.62, size * 0.55, leaf)
            canvas.ellipse(x - size * 0.2, y - size * 0.85, size * 0.3, size * 0.25, shade(leaf, 0.16))
            _grapes(canvas, x, y - size * 0.35, size, grape)


def _grapes(canvas: Canvas, x: float, y: float, size: float, colour: RGB) -> None:
    for dx, dy in ((-0.16, 0), (0, 0), (0.16, 0), (-0.08, 0.15), (0.08, 0.15), (0, 0.3)):
        canvas.ellipse(x + dx * size, y + dy * size, 0.11 * size, 0.11 * size, shade(colour, 0.3 * dy))


@nearer(1.1)
def _windmills(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 64)
    green = vary(rng, GRASS, 0.08)
    ridge(canvas, rng, 61, 1.5, shade(green, 0.1))
    tall = [rng.uniform(32, 44), *rng.sample((26, 19, 15), rng.randint(0, 2))]
    spots = rng.sample((22, 50, 78), len(tall))
    for spot, high in sorted(zip(spots, tall, strict=True), key=lambda mill: mill[1]):
        _windmill(canvas, rng, spot + rng.uniform(-6, 6), 61 + high * 0.18, high)
    gradient(canvas, 66, 100, green, shade(green, -0.12))
    for i in range(rng.choice((0, 2, 3, 5)) if "flower" not in look.without else 0):
        y, size, petal = 70 + 4.2 * i, 1.0 + 0.22 * i, rng.choice(PETALS)
        for x in spread(rng, int(70 / size), 0, 100):
            canvas.ellipse(x, y, 0.7 * size, 0.9 * size, shade(petal, rng.uniform(-0.08, 0.08)))
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
    "meadow": Place(_meadow, 89, OPEN_AIR, pieces=frozenset({"tree", "flower"})),
    "field": Place(_field, 92, OPEN_AIR),
    "countryside": Place(_countryside, 90, OPEN_AIR, pieces=frozenset({"tree", "house"})),
    "mountains": Place(_mountains, 89, OPEN_AIR),
    "vineyard": Place(_vineyard, 92, OPEN_AIR),
    "windmill field": Place(_windmills, 90, OPEN_AIR, pieces=frozenset({"flower"})),
}
