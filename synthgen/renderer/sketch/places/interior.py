"""Pieces of rooms: walls, floors, windows, furniture."""

import math
from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Rests
from synthgen.renderer.sketch.places.scenery import LEAF, WHITE, Rng, cloud, frond, gradient, vary

ROOM: frozenset[Rests] = frozenset({"ground", "wall", "bust"})
WALLS: tuple[RGB, ...] = (
    (236, 216, 190),
    (196, 218, 226),
    (226, 206, 216),
    (210, 222, 196),
    (240, 226, 180),
    (214, 206, 232),
    (232, 188, 164),
    (176, 206, 200),
)
WOODS: tuple[RGB, ...] = ((176, 124, 80), (150, 100, 66), (206, 160, 112), (126, 84, 60))
BOOKS: tuple[RGB, ...] = (
    (186, 60, 52),
    (54, 92, 150),
    (62, 130, 92),
    (226, 180, 84),
    (130, 80, 140),
    (232, 224, 206),
    (60, 64, 80),
)
CLOTHS: tuple[RGB, ...] = (
    (86, 130, 170),
    (190, 96, 90),
    (106, 150, 116),
    (214, 164, 90),
    (140, 116, 170),
    (120, 126, 140),
)


def wall(canvas: Canvas, rng: Rng, floor: float, colour: RGB | None = None) -> RGB:
    """A wall down to `floor` with one of several papers and a skirting board; returns its colour."""
    paint = vary(rng, colour or rng.choice(WALLS), 0.06)
    gradient(canvas, 0, floor, shade(paint, 0.16), paint)
    pattern = rng.randrange(5)
    if pattern == 0:
        for k in range(12):
            canvas.box(9 * k, 0, 9 * k + 4.5, floor, shade(paint, -0.04))
    elif pattern == 1:
        for k in range(9):
            for j in range(int(floor / 9)):
                canvas.ellipse(6 + 12 * k + (6 if j % 2 else 0), 5 + 9 * j, 0.9, 0.9, shade(paint, -0.1))
    elif pattern == 2:
        low = blend(paint, WHITE, 0.5)
        canvas.box(0, floor * 0.68, 100, floor, low)
        canvas.box(0, floor * 0.67, 100, floor * 0.69, shade(low, -0.1))
        for k in range(13):
            canvas.box(8 * k, floor * 0.7, 8 * k + 0.4, floor, shade(low, -0.08))
    canvas.box(0, floor - 3, 100, floor, blend(paint, WHITE, 0.7))
    canvas.box(0, floor - 0.5, 100, floor, shade(paint, -0.2))
    return paint


def boards(canvas: Canvas, rng: Rng, y: float, wood: RGB | None = None) -> None:
    """A floor of boards that run away from the viewer."""
    paint = vary(rng, wood or rng.choice(WOODS), 0.08)
    gradient(canvas, y, 100, paint, shade(paint, -0.14))
    for k in range(-12, 13):
        a, b, c, d = 50 + 7 * k, 50 + 7 * (k + 1), 50 + 12 * (k + 1), 50 + 12 * k
        if k % 3 == 0:
            canvas.polygon([(a, y), (b, y), (c, 100), (d, 100)], shade(paint, -0.04))
        canvas.line([(a, y), (d, 100)], 0.35, shade(paint, -0.24), round_ends=False)
        t = ((k * 37) % 10) / 10
        row = y + (100 - y) * t
        canvas.line([(a + (d - a) * t, row), (b + (c - b) * t, row)], 0.35, shade(paint, -0.24), round_ends=False)


def tiles(canvas: Canvas, y: float, one: RGB, other: RGB, rows: int = 6) -> None:
    """A chequered floor in perspective."""
    edges = [y + (100 - y) * (k / rows) ** 1.5 for k in range(rows + 1)]
    for j, (y0, y1) in enumerate(zip(edges, edges[1:], strict=False)):
        s0, s1 = (0.62 + 0.9 * (e - y) / (100 - y) for e in (y0, y1))
        for k in range(-9, 9):
            corners = [
                (50 + 10 * k * s0, y0),
                (50 + 10 * (k + 1) * s0, y0),
                (50 + 10 * (k + 1) * s1, y1),
                (50 + 10 * k * s1, y1),
            ]
            canvas.polygon(corners, shade(one if (j + k) % 2 else other, -0.02 * j))


def wall_tiles(canvas: Canvas, y0: float, y1: float, colour: RGB, size: float = 6) -> None:
    """Square tiles on a wall."""
    canvas.box(0, y0, 100, y1, colour)
    for k in range(int(100 / size) + 1):
        canvas.box(k * size, y0, k * size + 0.35, y1, shade(colour, -0.1))
    for k in range(int((y1 - y0) / size) + 1):
        canvas.box(0, y0 + k * size, 100, y0 + k * size + 0.35, shade(colour, -0.1))


def window(
    canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, frame: RGB = WHITE, curtain: RGB | None = None
) -> None:
    """A window with a bit of sky behind it, and curtains where a colour is given."""
    canvas.box(x - 1.4, y - 1.4, x + w + 1.4, y + h + 1.4, frame)
    gradient(canvas, y, y + h, (140, 200, 240), (222, 240, 248), x0=x, x1=x + w)
    cloud(canvas, x + w * rng.uniform(0.3, 0.7), y + h * 0.34, min(w, h) * 0.12)
    lawn = [(x, y + h), (x, y + h * 0.84), (x + w * 0.4, y + h * 0.76), (x + w, y + h * 0.86), (x + w, y + h)]
    canvas.polygon(lawn, vary(rng, (134, 188, 112), 0.1))
    canvas.box(x + w / 2 - 0.6, y, x + w / 2 + 0.6, y + h, frame)
    canvas.box(x, y + h * 0.46, x + w, y + h * 0.46 + 1, frame)
    canvas.box(x - 2.6, y + h + 1, x + w + 2.6, y + h + 3, shade(frame, -0.06))
    if curtain:
        for side in (0, 1):
            drape(canvas, x - 4 if side == 0 else x + w * 0.78, y - 3, w * 0.22 + 4, h + 9, curtain)
        canvas.line([(x - 6, y - 3), (x + w + 6, y - 3)], 0.9, (110, 84, 62))


def drape(canvas: Canvas, x: float, y: float, w: float, h: float, colour: RGB) -> None:
    """A hanging curtain in folds."""
    for k in range(4):
        canvas.box(x + k * w / 4, y, x + (k + 1) * w / 4, y + h, shade(colour, 0.1 if k % 2 else -0.06))


def picture(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, frame: RGB) -> None:
    """A framed landscape."""
    canvas.box(x, y, x + w, y + h, frame)
    canvas.box(x + 1, y + 1, x + w - 1, y + h - 1, (244, 240, 230))
    sky, land = rng.choice(
        (((176, 214, 236), (110, 160, 120)), ((250, 210, 160), (170, 110, 90)), ((190, 190, 226), (90, 110, 160)))
    )
    a, b, c, d = x + 2.2, y + 2.2, x + w - 2.2, y + h - 2.2
    canvas.box(a, b, c, d, sky)
    canvas.ellipse(a + (c - a) * 0.7, b + (d - b) * 0.34, h * 0.09, h * 0.09, (255, 240, 180))
    canvas.polygon(
        [
            (a, d),
            (a + (c - a) * 0.36, b + (d - b) * 0.4),
            (a + (c - a) * 0.62, b + (d - b) * 0.8),
            (a + (c - a) * 0.8, b + (d - b) * 0.6),
            (c, d),
        ],
        land,
    )


def books(
    canvas: Canvas, rng: Rng, x0: float, x1: float, base: float, high: float, colours: Sequence[RGB] = BOOKS
) -> None:
    """A row of books standing on `base`."""
    x = x0
    while x < x1 - 1:
        w = min(rng.uniform(1.3, 2.8), x1 - x)
        tall = high * rng.uniform(0.66, 0.98)
        colour = vary(rng, rng.choice(colours), 0.08)
        canvas.box(x, base - tall, x + w - 0.25, base, colour)
        canvas.box(x, base - tall * 0.8, x + w - 0.25, base - tall * 0.74, shade(colour, 0.35))
        x += w + (rng.uniform(1, 3) if rng.random() < 0.06 else 0)


def shelf(canvas: Canvas, rng: Rng, x: float, y: float, w: float, base: float, wood: RGB, rows: int = 4) -> None:
    """A bookcase full of books."""
    canvas.box(x, y, x + w, base, wood)
    high = (base - y - 1.4) / rows
    for k in range(rows):
        top = y + 1.4 + k * high
        canvas.box(x + 1.4, top, x + w - 1.4, top + high - 1.4, shade(wood, -0.42))
        books(canvas, rng, x + 1.8, x + w - 1.8, top + high - 1.4, high - 2)


def pendant(canvas: Canvas, x: float, y: float, w: float, colour: RGB) -> None:
    """A lamp that hangs from the ceiling."""
    canvas.line([(x, 0), (x, y - 0.5 * w)], 0.5, (60, 56, 56))
    canvas.ellipse(x, y, 0.22 * w, 0.2 * w, (255, 244, 200))
    canvas.polygon(
        [(x - 0.12 * w, y - 0.5 * w), (x + 0.12 * w, y - 0.5 * w), (x + 0.5 * w, y), (x - 0.5 * w, y)], colour
    )
    canvas.polygon(
        [(x + 0.02 * w, y - 0.5 * w), (x + 0.12 * w, y - 0.5 * w), (x + 0.5 * w, y), (x + 0.22 * w, y)],
        shade(colour, -0.14),
    )


def floor_lamp(canvas: Canvas, x: float, base: float, tall: float, colour: RGB) -> None:
    """A standing lamp with a cloth shade."""
    h = tall
    canvas.ellipse(x, base - 0.5, 0.12 * h, 0.03 * h, (84, 74, 70))
    canvas.line([(x, base - 0.5), (x, base - 0.74 * h)], 0.02 * h, (84, 74, 70))
    canvas.polygon(
        [
            (x - 0.1 * h, base - h),
            (x + 0.1 * h, base - h),
            (x + 0.16 * h, base - 0.74 * h),
            (x - 0.16 * h, base - 0.74 * h),
        ],
        colour,
    )
    canvas.polygon(
        [
            (x - 0.1 * h, base - h),
            (x - 0.04 * h, base - h),
            (x - 0.08 * h, base - 0.74 * h),
            (x - 0.16 * h, base - 0.74 * h),
        ],
        shade(colour, 0.3),
    )


def rug(canvas: Canvas, rng: Rng, x: float, y: float, rx: float, ry: float) -> None:
    """An oval rug with rings."""
    one = vary(rng, rng.choice(CLOTHS), 0.08)
    for share, paint in (
        (1.0, shade(one, -0.2)),
        (0.93, blend(one, WHITE, 0.6)),
        (0.84, one),
        (0.62, blend(one, WHITE, 0.35)),
        (0.54, one),
    ):
        canvas.ellipse(x, y, rx * share, ry * share, paint)


def pot_plant(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A plant with long leaves in a pot."""
    h, leaf = tall, vary(rng, LEAF, 0.1)
    for k, turn in enumerate((-165, -15, -140, -40, -115, -65, -90)):
        angle = math.radians(turn + rng.uniform(-8, 8))
        tip = (x + 0.5 * h * math.cos(angle), base - 0.3 * h + 0.68 * h * math.sin(angle))
        pull = (x + 0.2 * h * math.cos(angle), base - 0.4 * h + 0.7 * h * math.sin(angle))
        frond(canvas, (x, base - 0.32 * h), pull, tip, 0.1 * h, shade(leaf, 0.08 * (k % 3) - 0.08))
    colour = vary(rng, rng.choice(((198, 112, 74), (236, 232, 224), (90, 110, 130))), 0.06)
    canvas.polygon(
        [(x - 0.18 * h, base - 0.34 * h), (x + 0.18 * h, base - 0.34 * h), (x + 0.13 * h, base), (x - 0.13 * h, base)],
        colour,
    )
    canvas.box(x - 0.2 * h, base - 0.37 * h, x + 0.2 * h, base - 0.3 * h, shade(colour, 0.12))


def sofa(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    """A sofa with two cushions, seen from the front."""
    canvas.box(x + 0.06 * w, base - 0.46 * w, x + 0.94 * w, base - 0.1 * w, shade(colour, -0.08), 0.06 * w)
    for k in range(2):
        canvas.box(
            x + (0.11 + 0.4 * k) * w,
            base - 0.42 * w,
            x + (0.49 + 0.4 * k) * w,
            base - 0.2 * w,
            shade(colour, 0.1),
            0.04 * w,
        )
    canvas.box(x + 0.06 * w, base - 0.24 * w, x + 0.94 * w, base - 0.05 * w, colour, 0.03 * w)
    for dx in (0.0, 0.86):
        canvas.box(x + dx * w, base - 0.34 * w, x + (dx + 0.14) * w, base - 0.04 * w, shade(colour, -0.14), 0.06 * w)
    for dx in (0.06, 0.9):
        canvas.box(x + dx * w, base - 0.05 * w, x + (dx + 0.04) * w, base, (84, 60, 46))


def cabinets(canvas: Canvas, x0: float, x1: float, y0: float, y1: float, count: int, colour: RGB) -> None:
    """A row of cupboard doors with handles."""
    step = (x1 - x0) / count
    canvas.box(x0, y0, x1, y1, shade(colour, -0.16))
    for k in range(count):
        left = x0 + k * step
        canvas.box(left + 0.4, y0 + 0.4, left + step - 0.4, y1 - 0.4, colour, 0.6)
        canvas.box(left + 1.8, y0 + 1.8, left + step - 1.8, y1 - 1.8, shade(colour, 0.1), 0.5)
        handle = left + (step - 3 if k % 2 == 0 else 2.2)
        canvas.box(handle, (y0 + y1) / 2 - 2, handle + 0.9, (y0 + y1) / 2 + 2, (230, 226, 214), 0.4)


def table(canvas: Canvas, x: float, base: float, w: float, h: float, wood: RGB) -> None:
    """A plain table from the front."""
    for dx in (0.05, 0.9):
        canvas.box(x + dx * w, base - h, x + (dx + 0.05) * w, base, shade(wood, -0.2))
    canvas.box(x, base - h, x + w, base - h + 2.4, wood, 0.5)


def chair(canvas: Canvas, x: float, base: float, w: float, wood: RGB) -> None:
    """A wooden chair from the front."""
    for dx in (0.0, 0.86):
        canvas.box(x + dx * w, base - 1.9 * w, x + (dx + 0.14) * w, base, shade(wood, -0.12))
    for dy in (1.84, 1.5):
        canvas.box(x, base - dy * w, x + w, base - (dy - 0.2) * w, wood, 0.3)
    canvas.box(x - 0.06 * w, base - 0.92 * w, x + 1.06 * w, base - 0.74 * w, shade(wood, 0.1), 0.3)
