"""Villages, building sites and what is left of a temple."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    backdrop,
    bush,
    day_sky,
    gradient,
    nearer,
    ridge,
    specks,
    spread,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import (
    GLASS,
    HOUSES,
    IRON,
    awning,
    house,
)


@nearer(1.1)
def _construction(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 76)
    steel = vary(rng, rng.choice(((194, 96, 58), (150, 156, 164), (120, 132, 150))), 0.06)
    x0, floors, bays = rng.uniform(36, 64), rng.randint(2, 5), 4
    for j in range(floors):
        y = 74 - 13 * (j + 1)
        canvas.box(x0 - 2, y, 102, y + 2, steel)
        if j < floors - 1:
            canvas.box(x0 + 1.6, y + 2, 102, y + 13, blend(steel, (200, 214, 224), 0.8))
        for i in range(bays + 1):
            left = x0 + i * 14
            canvas.box(left, y, left + 1.6, y + 13, shade(steel, -0.14))
    _crane(canvas, rng.uniform(14, 32), 76, rng.uniform(4, 18))
    soil = vary(rng, (200, 164, 116), 0.08)
    for x in spread(rng, rng.randint(1, 2), 30, 94):
        wide = rng.uniform(9, 18)
        canvas.polygon(
            [(x - wide, 76), (x - 3, 76 - 0.6 * wide), (x + 3, 76 - 0.5 * wide), (x + wide, 76)], shade(soil, -0.1)
        )
    gradient(canvas, 74, 100, soil, shade(soil, -0.14))
    specks(canvas, rng, 77, 99, shade(soil, -0.2), 44, 1.1)
    for x in rng.sample((6.0, 17.0, 28.0, 40.0, 92.0), rng.randint(1, 4)):
        _cone(canvas, x + rng.uniform(-3, 3), rng.uniform(84, 92), 9)
    left = rng.uniform(42, 66)
    for k in range(5):
        canvas.polygon(
            [(left + 5 * k, 78), (left + 5 * k + 5, 78), (left + 5 * k + 5, 82), (left + 5 * k, 82)],
            WHITE if k % 2 else (232, 120, 40),
        )
    for dx in (2, 21):
        canvas.box(left + dx, 78, left + dx + 1.4, 87, (120, 120, 124))


def _crane(canvas: Canvas, x: float, base: float, top: float) -> None:
    """A yellow tower crane."""
    yellow = (240, 186, 46)
    for k in range(int((base - top) / 4)):
        y = base - 4 * k
        canvas.line([(x - 1.6, y), (x + 1.6, y - 4)], 0.5, shade(yellow, -0.15), round_ends=False)
        canvas.line([(x + 1.6, y), (x - 1.6, y - 4)], 0.5, shade(yellow, -0.15), round_ends=False)
    for dx in (-1.6, 1.6):
        canvas.line([(x + dx, base), (x + dx, top)], 0.8, yellow)
    canvas.line([(x - 14, top + 6), (x + 54, top + 6)], 1.2, yellow)
    canvas.line([(x - 14, top + 6), (x, top - 3), (x + 50, top + 6)], 0.5, shade(yellow, -0.2))
    canvas.box(x - 15, top + 6, x - 9, top + 12, (110, 112, 118))
    canvas.box(x + 1.5, top + 7, x + 6, top + 12, (90, 150, 190))
    canvas.line([(x + 42, top + 6), (x + 42, top + 24)], 0.4, IRON)
    canvas.box(x + 37, top + 24, x + 47, top + 26, (194, 96, 58))


def _cone(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h = tall
    canvas.polygon(
        [(x - 0.3 * h, base), (x - 0.06 * h, base - h), (x + 0.06 * h, base - h), (x + 0.3 * h, base)], (238, 106, 36)
    )
    canvas.polygon(
        [
            (x - 0.21 * h, base - 0.36 * h),
            (x - 0.14 * h, base - 0.62 * h),
            (x + 0.14 * h, base - 0.62 * h),
            (x + 0.21 * h, base - 0.36 * h),
        ],
        WHITE,
    )
    canvas.box(x - 0.42 * h, base - 0.08 * h, x + 0.42 * h, base, (208, 84, 26))


@nearer(1.2)
def _village(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 56, vary(rng, (146, 190, 130), 0.08))
    ridge(canvas, rng, 60, 3, shade(green, 0.08))
    x, tall = rng.uniform(20, 72), rng.uniform(26, 36)
    canvas.box(x, 66 - tall, x + 8, 66, (240, 232, 214))
    canvas.polygon([(x - 1, 66 - tall), (x + 4, 48 - tall), (x + 9, 66 - tall)], vary(rng, (120, 84, 78)))
    canvas.ellipse(x + 4, 73 - tall, 2, 2, GLASS)
    near = rng.sample(
        (rng.uniform(-4, 4), rng.uniform(22, 28), rng.uniform(56, 62), rng.uniform(76, 84)), rng.randint(1, 3)
    )
    for base, w, spots in ((67, 15, spread(rng, rng.randint(3, 5), -4, 92, 0.2)), (79, 20, near)):
        for hx in spots:
            house(
                canvas,
                rng,
                hx,
                w * rng.uniform(0.9, 1.1),
                w * rng.uniform(0.5, 0.62),
                base,
                vary(rng, rng.choice(HOUSES), 0.06),
                vary(rng, rng.choice(((186, 84, 62), (140, 92, 70), (104, 110, 124))), 0.06),
            )
    canvas.box(0, 79, 100, 100, green)
    for tx in spread(rng, rng.randint(0, 6), 4, 96):
        bush(canvas, rng, tx, 81, rng.uniform(5, 9), vary(rng, LEAF))
    far, foot = rng.uniform(30, 64), rng.uniform(4, 50)
    canvas.polygon([(far, 79), (far + 10, 79), (foot + 50, 100), (foot, 100)], vary(rng, (222, 200, 156), 0.06))
    tufts(canvas, rng, 80, 99, shade(green, -0.2), 22)


@nearer(1.1)
def _market(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50, sun=False)
    x = -rng.uniform(2, 14)
    while x < 100:
        w = rng.uniform(15, 26)
        house(canvas, rng, x, w, rng.uniform(20, 30), 60, vary(rng, rng.choice(HOUSES), 0.06), (166, 84, 64))
        x += w
    stone = vary(rng, (206, 190, 166), 0.06)
    gradient(canvas, 58, 100, stone, shade(stone, -0.1))
    for y in (70, 77, 85, 94):
        for k in range(11):
            canvas.ellipse(k * 10 + (5 if y % 2 else 0), y, 4, 1, shade(stone, -0.06))
    colours = rng.sample(((206, 62, 56), (60, 130, 84), (52, 100, 170), (232, 152, 48), (150, 80, 160)), 3)
    spots = rng.choice(((-6, 32, 69), (-14, 22, 58), (4, 40, 76)))
    deep, full = rng.sample((63, 70, 77), 3), "fruit" not in look.without
    for left, base, colour in sorted(zip(spots, deep, colours, strict=True), key=lambda stall: stall[1]):
        _stall(canvas, rng, left, left + rng.uniform(28, 36), base, colour, full)
    for left in rng.sample((2, 20, 42, 62, 80), rng.randint(0, 4) if full else 0):
        _crate(canvas, rng, left, rng.uniform(84, 92), 15)


def _stall(canvas: Canvas, rng: Rng, x0: float, x1: float, base: float, colour: RGB, full: bool) -> None:
    for x in (x0 + 1, x1 - 2):
        canvas.box(x, base - 36, x + 1, base, (128, 92, 62))
    canvas.box(x0, base - 14, x1, base, (168, 120, 78))
    canvas.box(x0, base - 14, x1, base - 12.6, (196, 146, 98))
    fruit = ((214, 54, 48), (244, 150, 40), (250, 206, 70), (110, 176, 72), (130, 70, 150))
    step = (x1 - x0) / 4
    for k in range(4 if full else 0):
        paint = rng.choice(fruit)
        for j in range(5):
            canvas.ellipse(
                x0 + step * (k + 0.14 + 0.18 * j),
                base - 15 - (1.4 if j % 2 else 0),
                1.8,
                1.8,
                shade(paint, 0.08 * (j % 3) - 0.08),
            )
    awning(canvas, x0 - 2, x1 + 2, base - 40, 8, colour)


def _crate(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    paint = rng.choice(((214, 54, 48), (244, 150, 40), (110, 176, 72)))
    for k in range(6):
        canvas.ellipse(x + w * (0.1 + 0.16 * k), base - 0.48 * w, 0.11 * w, 0.11 * w, shade(paint, 0.1 * (k % 2)))
    for k in range(3):
        canvas.box(
            x, base - 0.44 * w + k * 0.155 * w, x + w, base - 0.31 * w + k * 0.155 * w, shade((184, 136, 88), -0.06 * k)
        )


@nearer(1.15)
def _ruins(canvas: Canvas, look: Look) -> None:
    """What is left of an old temple: columns, some broken, on worn steps."""
    rng = look.rng
    day_sky(canvas, rng, 66)
    green = vary(rng, rng.choice((GRASS, (190, 186, 110), (206, 190, 140))), 0.1)
    backdrop(canvas, rng, 58, green)
    ridge(canvas, rng, 60, 2, shade(green, 0.1))
    gradient(canvas, 64, 100, green, shade(green, -0.14))
    stone = vary(rng, rng.choice(((226, 214, 190), (206, 202, 196), (222, 196, 160))), 0.04)
    left, count = rng.uniform(4, 26), rng.randint(5, 7)
    gap = rng.uniform(9, 11)
    right = left + gap * count
    for k in range(3):
        canvas.box(left - 4 - 3 * k, 70 + 3 * k, right + 1 + 3 * k, 73 + 3 * k, shade(stone, -0.06 * k))
    whole = rng.randint(2, count - 2)
    first = rng.randint(0, count - whole)
    for k in range(count):
        stands = first <= k < first + whole
        _column(canvas, rng, left + gap * k, 70, 40 if stands else rng.uniform(8, 28), stone, stands)
    x0, x1 = left + gap * first - 2.4, left + gap * (first + whole - 1) + 6.4
    canvas.box(x0, 25, x1, 30, stone)
    canvas.box(x0 - 1, 23.6, x1 + 1, 25.6, shade(stone, 0.15))
    if whole > 2:
        canvas.polygon([(x0, 23.6), ((x0 + x1) / 2, 12), (x1 - 3, 20), (x1 - 6, 23.6)], shade(stone, -0.08))
    for x in spread(rng, rng.randint(2, 4), 4, 96):
        _drum(canvas, x, rng.uniform(82, 93), rng.uniform(6, 9), vary(rng, stone, 0.05))
    for x in spread(rng, rng.randint(0, 4), 0, 100):
        bush(canvas, rng, x, rng.uniform(78, 82), rng.uniform(6, 10), vary(rng, LEAF))
    tufts(canvas, rng, 80, 99, shade(green, -0.2), 26)


def _column(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, stone: RGB, whole: bool) -> None:
    """A fluted column; a broken one ends in a jagged edge."""
    top = base - tall
    jag = 0 if whole else rng.uniform(2, 4)
    canvas.polygon(
        [(x, base), (x, top + jag), (x + 1.6, top), (x + 2.6, top + 0.7 * jag), (x + 4, top + jag), (x + 4, base)],
        stone,
    )
    for dx in (0.9, 2, 3.1):
        canvas.line([(x + dx, top + jag + 0.4), (x + dx, base)], 0.3, shade(stone, -0.16), round_ends=False)
    canvas.box(x + 3.1, top + jag, x + 4, base, shade(stone, -0.14))
    canvas.box(x - 1, base - 1.8, x + 5, base, shade(stone, 0.08))
    if whole:
        canvas.box(x - 1.4, top, x + 5.4, top + 2, shade(stone, 0.1))


def _drum(canvas: Canvas, x: float, base: float, w: float, stone: RGB) -> None:
    """A piece of a column that has fallen over."""
    canvas.box(x, base - 0.6 * w, x + w, base, stone)
    for k in range(1, 4):
        canvas.box(x, base - 0.15 * w * k, x + w, base - 0.15 * w * k + 0.3, shade(stone, -0.18))
    canvas.ellipse(x + w, base - 0.3 * w, 0.16 * w, 0.3 * w, shade(stone, -0.1))
    canvas.ellipse(x, base - 0.3 * w, 0.16 * w, 0.3 * w, shade(stone, 0.2))


VILLAGES: dict[str, Place] = {
    "ruins": Place(_ruins, 92, OPEN_AIR),
    "village": Place(_village, 92, OPEN_AIR),
    "market": Place(_market, 91, OPEN_AIR, pieces=frozenset({"fruit"})),
    "construction site": Place(_construction, 90, OPEN_AIR),
}
