"""A table in front of a place, for subjects that rest on one."""

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.places.interior import CLOTHS, WOODS
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, gradient, vary

TOP, EDGE = 76.0, 95.5
"""Where the table begins, and where its front edge does."""


def paint_table(canvas: Canvas, look: Look) -> None:
    """A table top of wood, with or without a cloth on it, across the lower quarter."""
    rng = look.rng
    wood = vary(rng, rng.choice(WOODS), 0.06)
    gradient(canvas, TOP - 1.6, TOP, shade(wood, -0.45), shade(wood, -0.3))
    kind = rng.randrange(4)
    if kind == 0:
        _chequered(canvas, rng.choice(CLOTHS))
    elif kind == 1:
        _plain(canvas, vary(rng, rng.choice((WHITE, (246, 236, 214), (214, 228, 236), (236, 206, 200))), 0.03))
    else:
        _planks(canvas, rng, wood)


def _planks(canvas: Canvas, rng: Rng, wood: RGB) -> None:
    gradient(canvas, TOP, EDGE, shade(wood, 0.12), wood)
    for k in range(-6, 7):
        if k % 2:
            canvas.polygon([*_strip(k)], shade(wood, 0.07))
        left, _, _, foot = _strip(k)
        canvas.line([left, foot], 0.35, shade(wood, -0.2), round_ends=False)
        for _ in range(3):
            t, u = rng.uniform(0.05, 0.8), rng.uniform(0.2, 0.8)
            x = 50 + (k + u) * (13 + 4 * t)
            y = TOP + (EDGE - TOP) * t
            canvas.line([(x, y), (x + (k + u) * 0.5, y + rng.uniform(2, 4))], 0.25, shade(wood, -0.1), round_ends=False)
    canvas.box(0, EDGE, 100, 100, shade(wood, -0.16))
    canvas.box(0, EDGE, 100, EDGE + 0.6, shade(wood, 0.3))


def _strip(k: int) -> tuple[Point, Point, Point, Point]:
    """One board of the table, from its far to its near end."""
    return (50 + k * 13, TOP), (50 + (k + 1) * 13, TOP), (50 + (k + 1) * 17, EDGE), (50 + k * 17, EDGE)


def _plain(canvas: Canvas, cloth: RGB) -> None:
    gradient(canvas, TOP, EDGE, cloth, shade(cloth, -0.06))
    gradient(canvas, EDGE, 100, shade(cloth, -0.1), shade(cloth, -0.2))
    for k in range(9):
        canvas.polygon([(6 + 12 * k, EDGE), (9 + 12 * k, 100), (4 + 12 * k, 100)], shade(cloth, -0.2))


def _chequered(canvas: Canvas, colour: RGB) -> None:
    rows = 6
    for j in range(rows):
        t0, t1 = (j / rows) ** 1.2, ((j + 1) / rows) ** 1.2
        y0, y1 = TOP + (EDGE - TOP) * t0, TOP + (EDGE - TOP) * t1
        for i in range(-9, 9):
            paint = (WHITE, blend(colour, WHITE, 0.5), colour)[i % 2 + j % 2]
            a, b = 6 + 2 * t0, 6 + 2 * t1
            canvas.polygon([(50 + i * a, y0), (50 + (i + 1) * a, y0), (50 + (i + 1) * b, y1), (50 + i * b, y1)], paint)
    for i in range(-9, 9):
        canvas.box(50 + 8 * i, EDGE, 58 + 8 * i, 100, shade(blend(colour, WHITE, 0.5) if i % 2 else WHITE, -0.14))
