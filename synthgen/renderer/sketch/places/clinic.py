"""Laboratories and clinics."""

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import cabinets
from synthgen.renderer.sketch.places.interior import ROOM, STEEL, Scheme, drape, scheme, tiles, wall_tiles, window
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, spread, vary

CLINIC: tuple[RGB, ...] = (
    (196, 226, 236),
    (210, 232, 204),
    (216, 212, 240),
    (244, 230, 204),
    (240, 216, 214),
    (226, 230, 232),
    (176, 210, 206),
)
LIQUIDS: tuple[RGB, ...] = ((120, 206, 160), (232, 134, 146), (124, 176, 232), (244, 208, 116), (186, 140, 214))


def _room(canvas: Canvas, rng: Rng, floor: float) -> Scheme:
    """Clean walls, partly tiled, on a tiled floor."""
    tones = scheme(rng, CLINIC)
    paint = tones.paint
    gradient(canvas, 0, floor, shade(paint, 0.3), paint)
    kind, line = rng.randrange(4), rng.uniform(46, 54)
    if kind == 0:
        wall_tiles(canvas, line, floor, shade(paint, 0.4), 6)
    elif kind == 1:
        canvas.box(0, line, 100, floor, shade(paint, -0.1))
        canvas.box(0, line - 1, 100, line + 1, shade(paint, -0.2))
    elif kind == 2:
        canvas.box(0, line, 100, line + 3, shade(paint, -0.2))
    if rng.random() < 0.6:
        tiles(canvas, floor, shade(paint, 0.4), shade(paint, -0.06), rng.choice((3, 4, 5)))
    else:
        gradient(canvas, floor, 100, shade(paint, -0.1), shade(paint, -0.2))
        canvas.box(0, floor - 2, 100, floor, shade(paint, -0.2))
    return tones


@either_way
def _laboratory(canvas: Canvas, look: Look) -> None:
    """A bench with a microscope and flasks; shelves of flasks, a poster of a molecule."""
    rng = look.rng
    tones = _room(canvas, rng, 80)
    kind = look.variant % 3
    if kind == 0:
        _flask_shelves(canvas, rng, 4, 60, (22, 40))
        _molecule(canvas, rng, 70, 8, 26, 36)
    elif kind == 1:
        _flask_shelves(canvas, rng, 3, 30, (22, 40))
        _flask_shelves(canvas, rng, 70, 97, (22, 40))
        window(canvas, rng, 38, 10, 24, 30)
    else:
        cabinets(canvas, 3, 45, 6, 34, 3, shade(tones.cloth, 0.5))
        _molecule(canvas, rng, 52, 8, 20, 28)
        _flask_shelves(canvas, rng, 76, 98, (20, 38))
    top = rng.uniform(60, 64)
    front = blend(rng.choice(((236, 240, 242), (170, 200, 214), (190, 214, 196), (214, 196, 170))), tones.paint, 0.2)
    cabinets(canvas, 0, 100, top + 4, 86, rng.choice((5, 8)), front)
    canvas.box(0, top, 100, top + 4, rng.choice(((110, 118, 130), (236, 240, 242), (150, 158, 166))))
    for x in (rng.uniform(6, 10), rng.uniform(22, 28)):
        _flask(canvas, rng, x, top, rng.uniform(15, 19))
    _microscope(canvas, rng.uniform(82, 90), top, rng.uniform(22, 26))
    left = rng.uniform(56, 62)
    canvas.box(left, top - 5, left + 12, top - 3, (206, 176, 140))
    for k in range(4):
        x = left + 1 + 2.8 * k
        canvas.box(x, top - 10, x + 2, top - 1, (226, 240, 246), 0.8)
        canvas.box(x, top - 5.6, x + 2, top - 1, LIQUIDS[k], 0.8)


def _flask_shelves(canvas: Canvas, rng: Rng, x0: float, x1: float, levels: tuple[float, ...]) -> None:
    for y in levels:
        canvas.box(x0, y, x1, y + 2, STEEL)
        for x in spread(rng, max(2, round((x1 - x0) / 9)), x0 + 2, x1 - 2, 0.1):
            _flask(canvas, rng, x, y, rng.uniform(9, 13))


def _molecule(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float) -> None:
    """A poster."""
    canvas.box(x, y, x + w, y + h, (250, 250, 250), 1)
    at = ((0.22, 0.16), (0.5, 0.34), (0.78, 0.18), (0.5, 0.6), (0.22, 0.78), (0.78, 0.8))
    cells = [(x + dx * w, y + dy * h) for dx, dy in at]
    for a, b in ((0, 1), (1, 2), (1, 3), (3, 4), (3, 5)):
        canvas.line([cells[a], cells[b]], 1, (150, 158, 172))
    first = rng.randrange(5)
    for k, (px, py) in enumerate(cells):
        canvas.ellipse(px, py, 0.11 * w, 0.11 * w, LIQUIDS[(first + k) % 5])


def _flask(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A conical or round flask with a coloured liquid."""
    h, liquid, pane = tall, rng.choice(LIQUIDS), (226, 240, 246)
    if rng.random() < 0.5:
        glass = [(-0.1, 1), (0.1, 1), (0.1, 0.62), (0.4, 0), (-0.4, 0), (-0.1, 0.62)]
        canvas.polygon([(x + dx * h, base - dy * h) for dx, dy in glass], pane)
        level = [(-0.23, 0.38), (0.23, 0.38), (0.38, 0.02), (-0.38, 0.02)]
        canvas.polygon([(x + dx * h, base - dy * h) for dx, dy in level], liquid)
    else:
        canvas.box(x - 0.1 * h, base - h, x + 0.1 * h, base - 0.5 * h, pane)
        canvas.ellipse(x, base - 0.34 * h, 0.34 * h, 0.34 * h, pane)
        canvas.polygon(oval(x, base - 0.34 * h, 0.31 * h, 0.31 * h, 0, 180, steps=12), liquid)
    canvas.box(x - 0.14 * h, base - h, x + 0.14 * h, base - 0.94 * h, shade(pane, -0.1))


def _microscope(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h, body = tall, (92, 100, 114)
    canvas.box(x - 0.36 * h, base - 0.08 * h, x + 0.3 * h, base, body, 0.5)
    arm = bezier((x + 0.1 * h, base - 0.06 * h), (x + 0.42 * h, base - 0.4 * h), (x + 0.06 * h, base - 0.66 * h))
    canvas.line(arm, 0.09 * h, body)
    canvas.box(x - 0.34 * h, base - 0.28 * h, x + 0.2 * h, base - 0.22 * h, body)
    canvas.line([(x - 0.1 * h, base - 0.36 * h), (x - 0.02 * h, base - 0.78 * h)], 0.14 * h, (236, 240, 244))
    canvas.line([(x + 0.0 * h, base - 0.84 * h), (x + 0.03 * h, base - 0.98 * h)], 0.1 * h, body)


@either_way
def _hospital(canvas: Canvas, look: Look) -> None:
    """A bed on wheels, a drip, a monitor, a red cross on the wall."""
    rng, floor = look.rng, look.rng.uniform(72, 76)
    tones = _room(canvas, rng, floor)
    cover = rng.choice(((140, 192, 212), (156, 204, 176), (184, 176, 214), (236, 206, 160)))
    cloth = shade(rng.choice(((120, 188, 196), (140, 180, 210), (150, 196, 166), (206, 176, 206))), 0.3)
    kind = look.variant % 3
    cross = (44, 88, 50)[kind] + rng.uniform(-3, 3)
    if kind == 0:
        window(canvas, rng, rng.uniform(58, 64), 12, 22, 28, WHITE, cloth if rng.random() < 0.4 else None)
    elif kind == 1:
        window(canvas, rng, 36, 10, 34, 26, WHITE, cloth if rng.random() < 0.4 else None)
    else:
        for x in (10, 74):
            window(canvas, rng, x, 12, 16, 26, WHITE)
    _cross(canvas, cross, 20, rng.random() < 0.5)
    canvas.line([(-2, 7), (34, 7)], 0.8, STEEL)
    drape(canvas, -2, 7, rng.uniform(8, 14), floor - 9, cloth)
    _bed(canvas, 3, floor + 13, 46, cover)
    if rng.random() < 0.4:
        _bed(canvas, 74, floor + 8, 40, cover)
        canvas.line([(64, floor + 10), (64, 34), (68, 34)], 0.7, STEEL)
        canvas.box(65.8, 35, 70.4, 44, (214, 236, 246), 1)
        return
    _monitor(canvas, rng.uniform(82, 88), floor + 10, tones)
    canvas.line([(54, floor + 9), (54, 32), (59, 32)], 0.7, STEEL)
    canvas.box(56.6, 33, 61.4, 42, (214, 236, 246), 1)
    canvas.curve((59, 42), (58, 60), (46, 66), 0.3, STEEL)


def _cross(canvas: Canvas, x: float, y: float, on_disc: bool) -> None:
    red = (218, 84, 84)
    if on_disc:
        canvas.ellipse(x, y, 8, 8, WHITE)
    else:
        canvas.box(x - 8, y - 8, x + 8, y + 8, WHITE, 1.4)
    canvas.box(x - 1.8, y - 5.6, x + 1.8, y + 5.6, red)
    canvas.box(x - 5.6, y - 1.8, x + 5.6, y + 1.8, red)


def _monitor(canvas: Canvas, x: float, base: float, tones: Scheme) -> None:
    """A screen with a pulse, on a stand with wheels."""
    canvas.line([(x, base), (x, 44)], 0.9, STEEL)
    for dx in (-4, 0, 4):
        canvas.line([(x, base - 4), (x + dx, base + 1)], 0.9, STEEL)
    canvas.box(x - 8.6, 43, x + 8.6, 59, shade(STEEL, -0.2), 1)
    canvas.box(x - 6.8, 45.2, x + 6.8, 56.8, (60, 84, 90))
    pulse: list[Point] = [(-6, 0), (-3, 0), (-2, -3), (-0.6, 4), (0.6, -2), (1.4, 0), (6, 0)]
    canvas.line([(x + a, 51 + b) for a, b in pulse], 0.7, (140, 236, 170))


def _bed(canvas: Canvas, x: float, base: float, w: float, cover: RGB) -> None:
    """A hospital bed with a raised head, on wheels."""
    for dx in (0.1, 0.86):
        canvas.line([(x + dx * w, base - 0.24 * w), (x + dx * w, base - 0.06 * w)], 0.9, STEEL)
        canvas.ellipse(x + dx * w, base - 0.04 * w, 0.04 * w, 0.04 * w, (120, 124, 132))
    canvas.box(x, base - 0.3 * w, x + 0.98 * w, base - 0.22 * w, STEEL, 0.6)
    sheet = [(0.02, 0.62), (0.1, 0.66), (0.34, 0.4), (0.96, 0.4), (0.96, 0.3), (0.28, 0.3)]
    canvas.polygon([(x + dx * w, base - dy * w) for dx, dy in sheet], WHITE)
    canvas.ellipse(x + 0.12 * w, base - 0.6 * w, 0.1 * w, 0.06 * w, (236, 242, 246), turn=45)
    blanket = [(0.36, 0.43), (0.98, 0.43), (1.0, 0.24), (0.36, 0.24)]
    canvas.polygon([(x + dx * w, base - dy * w) for dx, dy in blanket], cover)
    canvas.line([(x + 0.98 * w, base - 0.22 * w), (x + 0.98 * w, base - 0.52 * w)], 1.2, STEEL)
    canvas.line([(x, base - 0.24 * w), (x, base - 0.7 * w)], 1.2, STEEL)


@either_way
def _dentist(canvas: Canvas, look: Look) -> None:
    """A dentist's chair under its lamp, a picture of a tooth."""
    rng, floor = look.rng, look.rng.uniform(72, 77)
    tones = _room(canvas, rng, floor)
    hues = ((110, 186, 180), (120, 168, 210), (166, 150, 206), (140, 194, 154), (226, 160, 130))
    mint = blend(vary(rng, rng.choice(hues), 0.06), tones.paint, 0.1)
    kind = look.variant % 3
    x = (64, 40, 70)[kind]
    canvas.box(x, 10, x + 26, 38, WHITE, 1.4)
    canvas.box(x + 1.4, 11.4, x + 24.6, 36.6, shade(mint, 0.6), 1)
    _tooth(canvas, x + 13, 24, 19)
    if kind == 1:
        window(canvas, rng, 76, 12, 20, 26, WHITE, shade(mint, 0.4) if rng.random() < 0.5 else None)
    elif kind == 2:
        cabinets(canvas, 46, 66, 8, 32, 2, shade(mint, 0.4))
    cabinets(canvas, 62, 100, 54, floor + 2, rng.choice((2, 3)), shade(mint, 0.4))
    canvas.box(61, 51, 100, 54, WHITE)
    canvas.ellipse(80, 51, 5, 2, STEEL)
    canvas.line([*bezier((84, 51), (84, 43), (80, 44)), (80, 46)], 0.9, STEEL)
    _recliner(canvas, 4, floor + 14, 52, mint)


def _tooth(canvas: Canvas, x: float, y: float, size: float) -> None:
    s = size
    right: list[Point] = [(0.2, -0.48), (0.4, -0.3), (0.36, 0.02), (0.26, 0.46), (0.14, 0.44), (0.06, 0.08)]
    crown = [(0.0, -0.38), *right, *((-dx, dy) for dx, dy in reversed(right))]
    canvas.blob([(x + dx * s, y + dy * s) for dx, dy in crown], (206, 220, 228))
    canvas.blob([(x + dx * s * 0.9, y + dy * s * 0.9) for dx, dy in crown], WHITE)


def _recliner(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    """A dentist's chair under its lamp."""
    canvas.box(x + 0.36 * w, base - 0.3 * w, x + 0.5 * w, base - 0.04 * w, STEEL)
    canvas.ellipse(x + 0.43 * w, base - 0.04 * w, 0.22 * w, 0.05 * w, (170, 178, 186))
    shape = ((0.06, 0.82), (0.36, 0.38), (0.7, 0.38), (1.0, 0.2))
    back: list[Point] = [(x + dx * w, base - dy * w) for dx, dy in shape]
    canvas.line(back, 0.13 * w, shade(colour, -0.14))
    canvas.line([(a, b - 0.025 * w) for a, b in back], 0.09 * w, colour)
    canvas.ellipse(x + 0.03 * w, base - 0.88 * w, 0.08 * w, 0.08 * w, shade(colour, 0.2))
    arm = [(x + 0.62 * w, base - 1.6 * w), (x + 0.66 * w, base - 1.3 * w), (x + 0.36 * w, base - 1.16 * w)]
    canvas.line(arm, 1.1, STEEL)
    canvas.ellipse(x + 0.32 * w, base - 1.12 * w, 0.13 * w, 0.06 * w, (226, 232, 236), turn=-25)
    canvas.ellipse(x + 0.325 * w, base - 1.09 * w, 0.09 * w, 0.03 * w, (255, 246, 190), turn=-25)


CLINICS: dict[str, Place] = {
    "laboratory": Place(_laboratory, 94, ROOM, indoors=True),
    "hospital": Place(_hospital, 92, ROOM, indoors=True),
    "dental clinic": Place(_dentist, 93, ROOM, indoors=True),
}
