"""Rooms whose units stand side by side along the wall: kitchen and bathroom. Their order is drawn by luck."""

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import cabinets
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    STEEL,
    Scheme,
    boards,
    drape,
    scheme,
    tiles,
    wall_tiles,
    window,
)
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, vary

FRONTS: tuple[RGB, ...] = (
    (120, 162, 156),
    (236, 232, 222),
    (110, 136, 166),
    (196, 150, 110),
    (158, 180, 134),
    (204, 120, 108),
    (226, 202, 140),
    (150, 140, 160),
)
WHITE_GOODS: RGB = (230, 234, 238)


@either_way
def _kitchen(canvas: Canvas, look: Look) -> None:
    """A counter with a stove, a sink under a window, a refrigerator and cupboards."""
    rng = look.rng
    tones = scheme(rng)
    gradient(canvas, 0, 60, shade(tones.paint, 0.3), shade(tones.paint, 0.1))
    front = blend(vary(rng, rng.choice(FRONTS), 0.06), tones.paint, 0.15)
    splash = rng.choice((WHITE, (214, 232, 236), (246, 230, 206), shade(tones.paint, 0.4)))
    wall_tiles(canvas, rng.choice((36, 36, 4)), 58, splash, rng.choice((4.5, 5.5, 8.0)))
    if rng.random() < 0.7:
        tiles(canvas, 86, (226, 220, 208), vary(rng, (176, 170, 160), 0.14), 3)
    else:
        boards(canvas, rng, 86, tones.wood)
    top = rng.choice((vary(rng, (128, 106, 88), 0.14), (226, 226, 222), (112, 116, 124)))
    units = [("stove", 24.0), ("sink", 30.0), ("cupboard", 24.0)]
    if rng.random() < 0.6:
        units.append(("refrigerator", 22.0))
    rng.shuffle(units)
    wide = sum(w for _, w in units)
    x, hung = rng.uniform(-2, 0), rng.random() < 0.7
    for name, share in units:
        w = share * 102 / wide
        kind = "cupboard" if name in look.without else name
        if kind != "refrigerator":
            cabinets(canvas, x, x + w, 60, 86, 2, front)
            canvas.box(x, 56, x + w, 60, top)
        if kind == "stove":
            _stove(canvas, rng, x + 0.5, w - 1)
        elif kind == "sink":
            _sink(canvas, rng, x, w, tones)
        elif kind == "refrigerator":
            _fridge(canvas, rng, x + 0.5, w - 1)
        elif hung:
            cabinets(canvas, x + 0.6, x + w - 0.6, 6, 31, 2, front)
        else:
            for y in (16, 30):
                canvas.box(x + 2, y, x + w - 2, y + 1.8, tones.wood)
        x += w


def _stove(canvas: Canvas, rng: Rng, x: float, w: float) -> None:
    """With its oven and the hood above it."""
    m, steel = x + w / 2, shade(STEEL, rng.choice((0.0, 0.3, -0.12)))
    if rng.random() < 0.5:
        canvas.polygon(
            [(x, 31), (x + w, 31), (m + 5, 21), (m + 3, 21), (m + 3, 0), (m - 3, 0), (m - 3, 21), (m - 5, 21)], steel
        )
    else:
        canvas.box(m - 4, 0, m + 4, 24, steel)
        canvas.box(x + 1, 23, x + w - 1, 30, steel, 1)
    canvas.box(x, 30, x + w, 32, shade(steel, -0.15))
    canvas.box(x, 55.4, x + w, 86, WHITE_GOODS, 0.6)
    canvas.box(x, 55.4, x + w, 57, (84, 88, 98))
    for dx in (0.28, 0.72):
        canvas.box(x + (dx - 0.16) * w, 54.4, x + (dx + 0.16) * w, 55.4, (84, 88, 98))
    for k in range(4):
        canvas.ellipse(x + w * (0.2 + 0.2 * k), 60.4, 1.3, 1.3, (100, 104, 114))
    canvas.box(x + 0.14 * w, 66, x + 0.86 * w, 82, (92, 96, 106), 1)
    canvas.box(x + 0.2 * w, 69, x + 0.8 * w, 79, (124, 128, 138), 0.6)
    canvas.box(x + 0.14 * w, 63.4, x + 0.86 * w, 64.6, shade(STEEL, -0.2))


def _sink(canvas: Canvas, rng: Rng, x: float, w: float, tones: Scheme) -> None:
    """Under a window."""
    curtain = shade(tones.accent, 0.3) if rng.random() < 0.5 else None
    frame = WHITE if rng.random() < 0.7 else shade(tones.wood, -0.1)
    window(canvas, rng, x + 0.18 * w, 10, 0.64 * w, rng.uniform(20, 26), frame, curtain)
    m = x + w / 2
    canvas.box(m - 9, 55.4, m + 9, 59, STEEL, 1)
    canvas.line([*bezier((m, 56), (m, 42), (m + 5, 45)), (m + 5, 48)], 1.1, shade(STEEL, -0.12))


def _fridge(canvas: Canvas, rng: Rng, x: float, w: float) -> None:
    paint, split = rng.choice((WHITE_GOODS, STEEL, (206, 222, 216))), rng.choice((34, 60))
    canvas.box(x, 14, x + w, 86, paint, 1.6)
    canvas.box(x, split, x + w, split + 0.9, shade(paint, -0.25))
    for y0, y1 in ((split - 9, split - 2), (split + 3, split + 13)):
        canvas.box(x + 0.12 * w, y0, x + 0.12 * w + 1.2, y1, shade(paint, -0.35), 0.5)
    canvas.box(x + 0.86 * w, 15, x + w - 0.4, 85, shade(paint, -0.08))


BATHS: tuple[RGB, ...] = (
    (204, 230, 236),
    (230, 222, 210),
    (206, 232, 214),
    (240, 214, 214),
    (220, 220, 236),
    (176, 206, 216),
    (236, 236, 234),
    (190, 214, 196),
)


@either_way
def _bathroom(canvas: Canvas, look: Look) -> None:
    """A tub or a shower at one side, a basin under a mirror at the other."""
    rng = look.rng
    paint, y = vary(rng, rng.choice(BATHS), 0.06), rng.uniform(70, 75)
    _bath_walls(canvas, rng, paint, y)
    other = rng.choice((shade(paint, -0.12), shade(paint, -0.3), vary(rng, (196, 170, 140), 0.05)))
    tiles(canvas, y, shade(paint, 0.5), other, rng.choice((3, 5)))
    cloth = blend(rng.choice(CLOTHS), paint, 0.3)
    tub = "bathtub" not in look.without
    if tub and rng.random() < 0.65:
        _tub(canvas, rng, -3, 87, rng.uniform(46, 54), cloth)
    elif "shower" not in look.without:
        _shower(canvas, rng, rng.uniform(28, 34), y + 8, paint)
    if rng.random() < 0.5:
        x = rng.uniform(40, 44)
        window(canvas, rng, x, 10, 15, rng.uniform(20, 26), WHITE, shade(cloth, 0.3) if rng.random() < 0.4 else None)
    if rng.random() < 0.6:
        _towel(canvas, rng.uniform(50, 54), 47, cloth)
    elif "toilet" not in look.without:
        _toilet(canvas, rng.uniform(55, 58), y + 9, 15)
    _basin(canvas, look, 71 + rng.uniform(0, 3), y + 4, paint)
    if rng.random() < 0.6:
        canvas.ellipse(56, 93, 18, 4, shade(cloth, 0.2))
        canvas.ellipse(56, 93, 15.6, 3.2, shade(cloth, 0.35))


def _bath_walls(canvas: Canvas, rng: Rng, paint: RGB, y: float) -> None:
    kind = rng.randrange(3)
    if kind == 0:
        wall_tiles(canvas, 0, y, paint, rng.choice((6.0, 8.0, 11.0)))
        canvas.box(0, 40, 100, 43, shade(paint, -0.25))
    elif kind == 1:
        canvas.box(0, 0, 100, y, shade(paint, -0.08))
        wall_tiles(canvas, 36, y, shade(paint, 0.6), 6)
        canvas.box(0, 34, 100, 36.4, shade(paint, -0.3))
    else:
        wall_tiles(canvas, 0, y, shade(paint, 0.5), rng.choice((5.0, 8.0)))
        canvas.box(62, 0, 100, y, paint)


def _tub(canvas: Canvas, rng: Rng, x: float, base: float, w: float, cloth: RGB) -> None:
    """A bathtub with a hand shower or a curtain."""
    if rng.random() < 0.5:
        canvas.line([(-2, 12), (x + w, 12)], 0.9, STEEL)
        drape(canvas, -2, 12, 15, 56, shade(cloth, 0.35))
    canvas.line([(26, 64), (26, 20), (33, 20), (33, 22)], 0.9, shade(STEEL, -0.12))
    canvas.polygon([(29, 26), (37, 26), (35, 22), (31, 22)], shade(STEEL, -0.12))
    for dx in (0.14, 0.82):
        canvas.ellipse(x + dx * w, base - 1, 2.4, 2.6, (196, 170, 110))
    outside = rng.choice((WHITE, WHITE, shade(cloth, 0.3)))
    foot = [
        (x + 0.92 * w, base - 7),
        (x + 0.84 * w, base - 2.4),
        (x + 0.12 * w, base - 2.4),
        (x + 0.05 * w, base - 7),
    ]
    canvas.polygon([(x, base - 21), (x + w, base - 21), *foot], outside)
    canvas.polygon([(x + 0.03 * w, base - 12), (x + 0.96 * w, base - 12), *foot], shade(outside, -0.08))
    canvas.box(x - 1.6, base - 23.4, x + w + 1.6, base - 20, (250, 250, 252), 1.6)


def _shower(canvas: Canvas, rng: Rng, w: float, base: float, paint: RGB) -> None:
    """A cabin of glass."""
    pane = blend(paint, (206, 234, 244), 0.6)
    canvas.box(-2, 10, w, base, pane)
    for k in range(2):
        canvas.polygon([(3 + 13 * k, base - 6), (8 + 13 * k, base - 6), (16 + 13 * k, 14), (11 + 13 * k, 14)], WHITE)
    steel = shade(STEEL, -0.15)
    canvas.line([(6, 52), (6, 20), (15, 20), (15, 23)], 1, steel)
    canvas.polygon([(10, 28), (20, 28), (17, 23), (13, 23)], steel)
    for x in (0.0, w * 0.52, w - 1):
        canvas.box(x, 8, x + 1.2, base, steel)
    canvas.box(-2, 8, w + 0.2, 9.6, steel)
    canvas.box(-2, base - 5, w + 1, base, WHITE, 1)
    canvas.box(w * 0.52 + 2.4, 44, w * 0.52 + 3.6, 54, steel)


def _towel(canvas: Canvas, x: float, y: float, cloth: RGB) -> None:
    canvas.line([(x - 1, y), (x + 10, y)], 0.9, shade(STEEL, -0.12))
    canvas.box(x, y, x + 9, y + 17, cloth, 0.5)
    canvas.box(x, y + 12, x + 9, y + 14, shade(cloth, 0.4))


def _toilet(canvas: Canvas, x: float, base: float, w: float) -> None:
    """From the front."""
    canvas.box(x - 0.42 * w, base - 1.6 * w, x + 0.42 * w, base - 0.8 * w, (240, 242, 246), 1.2)
    canvas.box(x - 0.48 * w, base - 1.68 * w, x + 0.48 * w, base - 1.52 * w, WHITE, 0.8)
    canvas.polygon(
        [
            (x - 0.36 * w, base - 0.6 * w),
            (x + 0.36 * w, base - 0.6 * w),
            (x + 0.24 * w, base),
            (x - 0.24 * w, base),
        ],
        (232, 236, 240),
    )
    canvas.ellipse(x, base - 0.66 * w, 0.46 * w, 0.28 * w, WHITE)
    canvas.ellipse(x, base - 0.7 * w, 0.3 * w, 0.15 * w, shade(STEEL, 0.2))


def _basin(canvas: Canvas, look: Look, x: float, base: float, paint: RGB) -> None:
    """A wash basin on a column or on a cupboard, under a mirror."""
    rng, m = look.rng, x + 12
    if "mirror" not in look.without:
        if rng.random() < 0.5:
            canvas.ellipse(m, 26, 11, 13, shade(STEEL, -0.08))
            canvas.ellipse(m, 26, 9.6, 11.6, (224, 240, 246))
        else:
            canvas.box(m - 12, 12, m + 12, 40, shade(STEEL, -0.08), 1)
            canvas.box(m - 10.8, 13.2, m + 10.8, 38.8, (224, 240, 246), 0.6)
        canvas.polygon([(m - 6, 33), (m + 2, 17), (m + 5, 18), (m - 3, 35)], WHITE)
    if "sink" in look.without:
        return
    if rng.random() < 0.5:
        canvas.box(m - 3, 56, m + 3, base, (226, 230, 234))
        canvas.polygon([(x - 2, 48), (x + 26, 48), (x + 21, 57), (x + 3, 57)], WHITE)
    else:
        cabinets(canvas, x - 3, x + 27, 50, base - 2, 2, shade(blend(paint, CLOTHS[5], 0.4), 0.2))
    canvas.box(x - 4, 46.4, x + 28, 50, (244, 246, 248), 1)
    canvas.line([(m, 47), (m, 42), (m + 4, 42), (m + 4, 44)], 1, shade(STEEL, -0.12))


FITTED: dict[str, Place] = {
    "kitchen": Place(_kitchen, 94, ROOM, indoors=True, pieces=frozenset({"stove", "sink", "refrigerator"})),
    "bathroom": Place(
        _bathroom,
        92,
        ROOM,
        indoors=True,
        pieces=frozenset({"bathtub", "shower", "sink", "mirror", "toilet"}),
    ),
}
