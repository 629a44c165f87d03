"""Shops."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import GOODS, LIGHT, bulbs
from synthgen.renderer.sketch.places.interior import ROOM, STEEL, backdrop, flooring, scheme, tiles, wall
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, spread, vary
from synthgen.renderer.sketch.places.urban import IRON, awning

CRUST: tuple[RGB, ...] = ((206, 156, 100), (190, 136, 84), (222, 180, 122))
ICING: tuple[RGB, ...] = ((240, 170, 196), (246, 234, 220), (150, 108, 88), (244, 216, 140))
BREADS = ("bread", "baguette", "roll")
PASTRIES = ("cupcake", "donut", "croissant", "cake")


@either_way
def _bakery(canvas: Canvas, look: Look) -> None:
    """Shelves of bread over a counter full of pastries."""
    rng = look.rng
    walls = ((250, 226, 196), (246, 206, 204), (206, 230, 214), (190, 216, 234), (236, 206, 150), (226, 216, 204))
    tones = scheme(rng, walls)
    backdrop(canvas, rng, 76, tones.paint)
    tiles(canvas, 88, shade(tones.paint, 0.5), tones.wood, 3)
    kind = look.variant % 3
    spans = (((6.0, 94.0),), ((3.0, 44.0), (56.0, 97.0)), ((3.0, 62.0),))[kind]
    top = 18 if kind == 0 else 13
    for x0, x1 in spans:
        canvas.box(x0, top, x1, 52, shade(tones.wood, -0.24))
        for y in (top + (52 - top) * (k + 1) / 3 for k in range(3)):
            _bread_row(canvas, look, x0 + 1, x1 - 1, y - 0.6)
            canvas.box(x0 - 1, y - 1, x1 + 1, y + 1.4, tones.wood)
    if kind == 2:
        _oven(canvas, 68, 52, 28)
    if kind != 1 and rng.random() < 0.7:
        awning(canvas, -2, 102, 2, 9, shade(tones.cloth, 0.1), stripes=rng.choice((9, 13, 17)))
    else:
        bulbs(canvas, rng, tones.accent, 3, 8)
    high = rng.uniform(55, 59)
    canvas.box(0, high + 2, 100, 91, blend(rng.choice((tones.wood, tones.cloth, WHITE)), tones.paint, 0.2))
    canvas.box(3, high + 5, 97, high + 24, (226, 238, 243))
    canvas.box(3, high + 14, 97, high + 15, WHITE)
    for low in (high + 14, high + 23.6):
        _pastry_row(canvas, look, low)
    canvas.box(-1, high, 101, high + 5, shade(tones.wood, 0.2))


def _bread_row(canvas: Canvas, look: Look, x0: float, x1: float, base: float) -> None:
    """Bread of one or two kinds on one shelf; baskets where the prompt names them all."""
    rng = look.rng
    kinds = [kind for kind in BREADS if kind not in look.without] or ["basket"]
    shown = [rng.choice(kinds) for _ in range(2)]
    for k, x in enumerate(spread(rng, max(2, round((x1 - x0) / 10)), x0, x1, 0.06)):
        _loaf(canvas, shown[k % 2], x, base, rng.uniform(8, 9.6), rng.choice(CRUST))


def _loaf(canvas: Canvas, kind: str, x: float, base: float, w: float, crust: RGB) -> None:
    if kind == "bread":
        canvas.ellipse(x, base - 0.3 * w, 0.5 * w, 0.3 * w, crust)
        for dx in (-0.2, 0.0, 0.2):
            foot, tip = (x + (dx - 0.05) * w, base - 0.2 * w), (x + (dx + 0.07) * w, base - 0.46 * w)
            canvas.line([foot, tip], 0.05 * w, shade(crust, 0.4))
    elif kind == "baguette":
        for k in range(3):
            canvas.line(
                [(x + (k - 1) * 2.2, base - 0.5), (x + (k - 1) * 2.6 + 1, base - 9)], 1.9, shade(crust, 0.08 * k)
            )
    elif kind == "roll":
        for dx, dy in ((-0.28, 0.18), (0.28, 0.18), (0.0, 0.44)):
            canvas.ellipse(x + dx * w, base - dy * w, 0.26 * w, 0.19 * w, shade(crust, dy - 0.1))
    else:
        canvas.polygon([(x - 4, base - 5), (x + 4, base - 5), (x + 3, base), (x - 3, base)], (204, 172, 130))
        canvas.box(x - 4.4, base - 5.6, x + 4.4, base - 4.4, (190, 156, 112), 0.5)


def _pastry_row(canvas: Canvas, look: Look, base: float) -> None:
    rng = look.rng
    kinds = [kind for kind in PASTRIES if kind not in look.without] or ["tart"]
    shown = [rng.choice(kinds) for _ in range(3)]
    for k, x in enumerate(spread(rng, 11, 4, 96, 0.05)):
        _pastry(canvas, shown[k % 3], x, base, 6.4, rng.choice(ICING))


def _pastry(canvas: Canvas, kind: str, x: float, base: float, w: float, icing: RGB) -> None:
    if kind == "cupcake":
        foot = [(x + 0.24 * w, base), (x - 0.24 * w, base)]
        canvas.polygon([(x - 0.36 * w, base - 0.44 * w), (x + 0.36 * w, base - 0.44 * w), *foot], CRUST[0])
        canvas.ellipse(x, base - 0.54 * w, 0.42 * w, 0.22 * w, icing)
        canvas.ellipse(x, base - 0.74 * w, 0.24 * w, 0.18 * w, shade(icing, 0.2))
    elif kind == "donut":
        canvas.ellipse(x, base - 0.26 * w, 0.44 * w, 0.26 * w, CRUST[2])
        canvas.ellipse(x, base - 0.32 * w, 0.42 * w, 0.2 * w, icing)
        canvas.ellipse(x, base - 0.32 * w, 0.12 * w, 0.06 * w, CRUST[1])
    elif kind == "tart":
        canvas.ellipse(x, base - 0.16 * w, 0.42 * w, 0.16 * w, CRUST[0])
        canvas.ellipse(x, base - 0.24 * w, 0.34 * w, 0.1 * w, icing)
    elif kind == "cake":
        canvas.box(x - 0.42 * w, base - 0.55 * w, x + 0.42 * w, base, shade(icing, -0.08))
        canvas.ellipse(x, base - 0.55 * w, 0.42 * w, 0.12 * w, shade(icing, 0.3))
    else:
        canvas.arc(x, base - 0.02 * w, 0.3 * w, 190, 350, 0.28 * w, CRUST[0])
        for k in range(3):
            top, low = (x + (k - 1) * 0.18 * w, base - 0.42 * w), (x + (k - 1) * 0.14 * w, base - 0.2 * w)
            canvas.line([top, low], 0.05 * w, shade(CRUST[0], -0.2))


def _oven(canvas: Canvas, x: float, base: float, w: float) -> None:
    """A baker's oven with three doors, one above another."""
    canvas.box(x, base - 39, x + w, base, STEEL, 1)
    for k in range(3):
        y = base - 37 + 12.4 * k
        canvas.box(x + 2, y, x + w - 2, y + 10, shade(STEEL, -0.3), 0.8)
        canvas.box(x + 4, y + 3, x + w - 4, y + 8.4, (240, 190, 120), 0.5)
        canvas.box(x + 4, y + 1, x + w - 4, y + 2, WHITE)


@either_way
def _barber(canvas: Canvas, look: Look) -> None:
    """Mirrors over a shelf, heavy chairs, a striped pole."""
    rng, floor = look.rng, look.rng.uniform(70, 75)
    tones = scheme(rng)
    if rng.random() < 0.6:
        wall(canvas, rng, floor, tones.paint)
    else:
        backdrop(canvas, rng, floor, tones.paint)
    dark = blend(rng.choice(((80, 84, 90), (160, 92, 88), (96, 122, 146), (120, 110, 100))), tones.paint, 0.2)
    if rng.random() < 0.7:
        tiles(canvas, floor, (240, 238, 230), dark, rng.choice((4, 5)))
    else:
        flooring(canvas, rng, floor, tones.wood, tones.paint)
    count, shape = rng.choice((1, 2, 3)), rng.randrange(3)
    wide = {1: 52, 2: 26, 3: 19}[count]
    step = 76 / count
    for k in range(count):
        _mirror(canvas, rng, 21 + step * (k + 0.5), wide, shape if count > 1 else 0, shade(tones.wood, -0.1))
    canvas.box(20, 52, 98, 55, shade(tones.wood, 0.1))
    for x in spread(rng, 9, 22, 96, 0.1):
        canvas.box(x - 1.2, 52 - rng.uniform(3, 6), x + 1.2, 52, rng.choice(GOODS), 0.5)
    _pole(canvas, rng.uniform(8, 12), rng.uniform(10, 16), 30)
    leather = blend(rng.choice(((166, 70, 72), (84, 84, 92), (84, 120, 128), (150, 110, 80))), tones.paint, 0.15)
    for x in rng.choice(((20, 88), (14, 92), (22, 60, 94), (12, 88))):
        _barber_chair(canvas, x, floor + 16, 20, leather)


def _mirror(canvas: Canvas, rng: Rng, x: float, w: float, shape: int, frame: RGB) -> None:
    """Square with bulbs above it, oval, or round."""
    half = w / 2
    if shape == 0:
        canvas.box(x - half, 13, x + half, 46, frame, 2)
        canvas.box(x - half + 1.6, 14.6, x + half - 1.6, 44.4, (208, 230, 240), 1.4)
        for k in range(round(w / 6)):
            canvas.ellipse(x - half + 3 + 6 * k, 9, 1.7, 1.7, LIGHT)
    else:
        tall = 18 if shape == 1 else half
        canvas.ellipse(x, 29, half, tall, frame)
        canvas.ellipse(x, 29, half - 1.4, tall - 1.4, (208, 230, 240))
    canvas.polygon([(x - 5, 40), (x + 3, 17), (x + 6, 18), (x - 2, 41)], (230, 244, 250))


def _pole(canvas: Canvas, x: float, y: float, h: float) -> None:
    """A pole in red, white and blue."""
    w = 2.8
    canvas.box(x - w, y + 0.1 * h, x + w, y + 0.88 * h, WHITE)
    for k in range(6):
        top = y + (0.12 + 0.127 * k) * h
        low = min(top + 0.145 * h, y + 0.88 * h)
        paint = ((206, 80, 84), (90, 120, 184))[k % 2]
        canvas.polygon([(x - w, top + 0.09 * h), (x + w, top), (x + w, top + 0.055 * h), (x - w, low)], paint)
    for dy in (0.06, 0.88):
        canvas.box(x - 1.2 * w, y + dy * h, x + 1.2 * w, y + (dy + 0.06) * h, (176, 182, 190), 0.4)
    canvas.ellipse(x, y + 0.03 * h, 0.9 * w, 0.9 * w, STEEL)


def _barber_chair(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.ellipse(x, base - 0.04 * w, 0.34 * w, 0.07 * w, (150, 158, 168))
    canvas.box(x - 0.06 * w, base - 0.4 * w, x + 0.06 * w, base - 0.04 * w, STEEL)
    canvas.box(x - 0.3 * w, base - 1.5 * w, x + 0.3 * w, base - 1.3 * w, colour, 0.08 * w)
    canvas.box(x - 0.06 * w, base - 1.34 * w, x + 0.06 * w, base - 1.2 * w, STEEL)
    canvas.box(x - 0.4 * w, base - 1.24 * w, x + 0.4 * w, base - 0.5 * w, colour, 0.1 * w)
    canvas.box(x - 0.3 * w, base - 1.14 * w, x + 0.3 * w, base - 0.6 * w, shade(colour, 0.12), 0.06 * w)
    canvas.box(x - 0.46 * w, base - 0.58 * w, x + 0.46 * w, base - 0.36 * w, shade(colour, -0.14), 0.08 * w)
    for dx in (-0.54, 0.42):
        canvas.box(x + dx * w, base - 0.84 * w, x + (dx + 0.12) * w, base - 0.44 * w, STEEL, 0.05 * w)
    canvas.box(x - 0.3 * w, base - 0.2 * w, x + 0.3 * w, base - 0.12 * w, STEEL, 0.4)


@either_way
def _supermarket(canvas: Canvas, look: Look) -> None:
    """An aisle between full shelves."""
    rng = look.rng
    m, back = rng.uniform(40, 60), blend(rng.choice(GOODS[:6]), (230, 234, 238), 0.2)
    canvas.box(0, 0, 100, 100, (236, 240, 242))
    canvas.polygon(
        [(m - 50, 0), (m + 50, 0), (m + 16, 26), (m - 16, 26)], rng.choice(((222, 228, 232), (232, 224, 210)))
    )
    for k in range(4):
        half, y = 14 + 30 * k / 4, 22 - 22 * k / 4
        canvas.polygon([(m - half, y), (m + half, y), (m + half * 1.04, y - 1.6), (m - half * 1.04, y - 1.6)], WHITE)
    canvas.box(m - 14, 30, m + 14, 62, (214, 220, 226))
    canvas.box(m - 14, 30, m + 14, 35, back)
    for j in range(3):
        for k in range(9):
            left, low = m - 13 + 3 * k, 44 + 8 * j
            canvas.box(left, low - 6, left + 2.4, low, rng.choice(GOODS))
    floor = vary(rng, rng.choice(((226, 222, 212), (206, 212, 216), (222, 206, 186))), 0.04)
    canvas.polygon([(m - 14, 62), (m + 14, 62), (m + 45, 101), (m - 45, 101)], floor)
    for k in range(-3, 4):
        canvas.line([(m + 4 * k, 62), (m + 12.4 * k, 101)], 0.3, shade(floor, -0.1), round_ends=False)
    for y in (66, 72, 80, 91):
        canvas.box(0, y, 100, y + 0.3, shade(floor, -0.1))
    rows, palette = rng.choice((4, 5, 6)), rng.sample(GOODS, rng.choice((4, 6, 8)))
    for side in (-1, 1):
        _aisle(canvas, rng, m, side, rows, palette)
    for x in (m - 6, m + 6):
        canvas.line([(x, 6), (x, 13)], 0.4, IRON)
    canvas.box(m - 12, 13, m + 12, 24, shade(back, -0.2), 1)
    _cart(canvas, m - 5, 22, 9, WHITE)


def _aisle(canvas: Canvas, rng: Rng, m: float, side: int, rows: int, palette: list[RGB]) -> None:
    """A wall of shelves in perspective, to the left (-1) or right (1) of the vanishing point `m`."""

    def at(u: float, v: float) -> tuple[float, float]:
        near = u * u * 0.4 + u * 0.6
        x, top, low = 14 + 50 * near, 28 - 34 * near, 64 + 46 * near
        return m + side * x, top + (low - top) * v

    canvas.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], (214, 220, 226))
    step = 0.95 / rows
    for j in range(rows):
        v0, v1 = 0.05 + step * j, 0.05 + step * j + 0.78 * step
        canvas.polygon([at(0, v0 - 0.01), at(1, v0 - 0.01), at(1, v1), at(0, v1)], (168, 176, 184))
        u = 0.0
        while u < 1:
            colour, wide = rng.choice(palette), rng.uniform(0.06, 0.12)
            for part in range(2):
                a, b = u + part * wide / 2, min(1.0, u + (part + 0.86) * wide / 2)
                if a < 1:
                    high = v0 + rng.uniform(0.0, 0.2) * step
                    canvas.polygon([at(a, high), at(b, high), at(b, v1), at(a, v1)], colour)
                    if part:
                        top, low = high * 0.6 + v1 * 0.4, high * 0.3 + v1 * 0.7
                        canvas.polygon([at(a, top), at(b, top), at(b, low), at(a, low)], shade(colour, 0.5))
            u += wide
        canvas.polygon([at(0, v1), at(1, v1), at(1, v1 + 0.12 * step), at(0, v1 + 0.12 * step)], (246, 248, 250))


def _cart(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    """The sign of a shopping cart."""
    handle = [(x, 0.8), (x + 0.16 * w, 0.8), (x + 0.34 * w, 0.3), (x + 0.94 * w, 0.3)]
    canvas.line([(px, base - dy * w) for px, dy in handle], 0.09 * w, colour)
    basket = [(0.2, 0.7), (1.1, 0.7), (0.96, 0.4), (0.32, 0.4)]
    canvas.polygon([(x + dx * w, base - dy * w) for dx, dy in basket], colour)
    for dx in (0.42, 0.88):
        canvas.ellipse(x + dx * w, base - 0.14 * w, 0.09 * w, 0.09 * w, colour)


SHOPS: dict[str, Place] = {
    "bakery": Place(
        _bakery,
        95,
        ROOM,
        indoors=True,
        pieces=frozenset({*BREADS, *PASTRIES}),
    ),
    "barber shop": Place(_barber, 92, ROOM, indoors=True),
    "supermarket": Place(_supermarket, 92, ROOM - {"wall"}, indoors=True),
}
