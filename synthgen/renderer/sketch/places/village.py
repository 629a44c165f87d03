"""Villages and building sites."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    bush,
    day_sky,
    either_way,
    gradient,
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


@either_way
def _construction(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 76)
    steel = vary(rng, rng.choice(((194, 96, 58), (150, 156, 164), (120, 132, 150))), 0.06)
    x0, floors, bays = rng.uniform(42, 52), rng.randint(3, 4), 4
    for j in range(floors):
        y = 74 - 13 * (j + 1)
        canvas.box(x0 - 2, y, 102, y + 2, steel)
        if j < floors - 1:
            canvas.box(x0 + 1.6, y + 2, 102, y + 13, blend(steel, (200, 214, 224), 0.8))
        for i in range(bays + 1):
            left = x0 + i * 14
            canvas.box(left, y, left + 1.6, y + 13, shade(steel, -0.14))
    _crane(canvas, rng.uniform(16, 24), 76, rng.uniform(4, 10))
    soil = vary(rng, (200, 164, 116), 0.08)
    canvas.polygon([(60, 76), (72, 66), (80, 70), (92, 76)], shade(soil, -0.1))
    gradient(canvas, 74, 100, soil, shade(soil, -0.14))
    specks(canvas, rng, 77, 99, shade(soil, -0.2), 44, 1.1)
    for x in (rng.uniform(4, 10), rng.uniform(86, 94)):
        _cone(canvas, x, 88, 9)
    left = rng.uniform(60, 70)
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


@either_way
def _village(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    ridge(canvas, rng, 52, 6, vary(rng, (146, 190, 150), 0.08))
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 60, 3, shade(green, 0.08))
    x = rng.uniform(40, 58)
    canvas.box(x, 34, x + 8, 66, (240, 232, 214))
    canvas.polygon([(x - 1, 34), (x + 4, 16), (x + 9, 34)], (120, 84, 78))
    canvas.ellipse(x + 4, 41, 2, 2, GLASS)
    for base, w, spots in ((67, 15, spread(rng, 5, -4, 92, 0.2)), (79, 20, (rng.uniform(-2, 4), rng.uniform(76, 82)))):
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
    for tx in spread(rng, 4, 24, 76):
        bush(canvas, rng, tx, 72, 6, vary(rng, LEAF))
    canvas.polygon([(44, 79), (54, 79), (76, 100), (22, 100)], (222, 200, 156))
    tufts(canvas, rng, 80, 99, shade(green, -0.2), 22)


@either_way
def _market(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50, sun=False)
    x = -4.0
    while x < 100:
        w = rng.uniform(15, 22)
        house(canvas, rng, x, w, rng.uniform(20, 30), 60, vary(rng, rng.choice(HOUSES), 0.06), (166, 84, 64))
        x += w
    stone = vary(rng, (206, 190, 166), 0.06)
    gradient(canvas, 58, 100, stone, shade(stone, -0.1))
    for y in (70, 77, 85, 94):
        for k in range(11):
            canvas.ellipse(k * 10 + (5 if y % 2 else 0), y, 4, 1, shade(stone, -0.06))
    colours = rng.sample(((206, 62, 56), (60, 130, 84), (52, 100, 170), (232, 152, 48), (150, 80, 160)), 3)
    for left, right, colour in ((-6, 27, colours[0]), (32, 64, colours[1]), (69, 106, colours[2])):
        _stall(canvas, rng, left, right, 64 if left == 32 else 76, colour)
    for left in (4, 78):
        _crate(canvas, rng, left, 88, 15)


def _stall(canvas: Canvas, rng: Rng, x0: float, x1: float, base: float, colour: RGB) -> None:
    for x in (x0 + 1, x1 - 2):
        canvas.box(x, base - 36, x + 1, base, (128, 92, 62))
    canvas.box(x0, base - 14, x1, base, (168, 120, 78))
    canvas.box(x0, base - 14, x1, base - 12.6, (196, 146, 98))
    fruit = ((214, 54, 48), (244, 150, 40), (250, 206, 70), (110, 176, 72), (130, 70, 150))
    step = (x1 - x0) / 4
    for k in range(4):
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


VILLAGES: dict[str, Place] = {
    "village": Place(_village, 92, OPEN_AIR),
    "market": Place(_market, 91, OPEN_AIR),
    "construction site": Place(_construction, 90, OPEN_AIR),
}
