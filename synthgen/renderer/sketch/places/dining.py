"""Places to eat and drink."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import DARK, LIGHT, bulbs, chair, pictures
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    STEEL,
    WALLS,
    Scheme,
    backdrop,
    boards,
    flooring,
    scheme,
    wall,
    window,
)
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, spread, vary

FRONTS: tuple[RGB, ...] = (
    (90, 120, 110),
    (150, 100, 70),
    (84, 100, 124),
    (206, 150, 110),
    (120, 130, 136),
    (190, 110, 96),
    (226, 214, 196),
)
CRUSTS: tuple[RGB, ...] = ((214, 160, 104), (236, 200, 130), (226, 150, 150), (150, 106, 84))


def _menu(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float) -> None:
    canvas.box(x, y, x + w, y + h, (140, 104, 76), 0.6)
    canvas.box(x + 1, y + 1, x + w - 1, y + h - 1, (68, 74, 76))
    for left in (x + 3, x + 3 + w / 2):
        for k in range(int((h - 5) / 4)):
            canvas.box(left, y + 4 + 4 * k, left + rng.uniform(0.2, 0.36) * w, y + 4.8 + 4 * k, (216, 214, 204))


def _cup(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.arc(x + 0.5 * w, base - 0.42 * w, 0.22 * w, -90, 90, 0.1 * w, colour)
    foot = [(x + 0.34 * w, base), (x - 0.34 * w, base)]
    canvas.polygon([(x - 0.5 * w, base - 0.8 * w), (x + 0.5 * w, base - 0.8 * w), *foot], colour)


@either_way
def _cafe(canvas: Canvas, look: Look) -> None:
    """A counter with a coffee machine, cups and cakes, a menu on the wall; their order by luck."""
    rng = look.rng
    tones = scheme(rng)
    backdrop(canvas, rng, 70, tones.paint)
    flooring(canvas, rng, 80, tones.wood, tones.paint)
    _back_wall(canvas, look, tones)
    front, top = blend(vary(rng, rng.choice(FRONTS), 0.06), tones.paint, 0.15), rng.uniform(50, 54)
    canvas.box(0, top, 100, 86, front)
    kind = rng.randrange(3)
    for k in range(10 if kind < 2 else 0):
        if kind == 0:
            canvas.box(10 * k, top + 7, 10 * k + 0.6, 86, shade(front, -0.2))
        else:
            canvas.box(10 * k + 1, top + 8, 10 * k + 9, 83, shade(front, 0.14 * (k % 2) - 0.06))
    canvas.box(0, top, 100, top + 4, shade(tones.wood, 0.1))
    slots = [4.0, 38.0, 70.0]
    rng.shuffle(slots)
    _espresso(canvas, look, slots[0] + rng.uniform(-2, 2), top, 24)
    _cakes(canvas, look, slots[1], top)
    if "cup" not in look.without:
        for k in range(3):
            for j in range(3 - k):
                _cup(canvas, slots[2] + 6 + 6 * j + 3 * k, top - 4.2 * k, 5.4, shade(tones.cloth, 0.5))
    bulbs(canvas, rng, rng.choice((tones.accent, tones.cloth, (110, 112, 118))), rng.choice((2, 3, 4)))


def _back_wall(canvas: Canvas, look: Look, tones: Scheme) -> None:
    """A menu board and shelves of cups, in either order, or one of them in the middle."""
    rng = look.rng
    kind = look.variant % 3
    if kind == 0:
        _menu(canvas, rng, 46, 14, 46, 20)
        spans = [(4.0, 38.0)]
    elif kind == 1:
        _menu(canvas, rng, 26, 13, 48, 18)
        spans = [(2.0, 20.0), (80.0, 98.0)]
    else:
        _menu(canvas, rng, 4, 14, 26, 22)
        _menu(canvas, rng, 70, 14, 26, 22)
        spans = [(36.0, 64.0)]
    for x0, x1 in spans:
        for y in (22, 36):
            canvas.box(x0, y, x1, y + 1.8, shade(tones.wood, -0.1))
            if "cup" not in look.without:
                for x in spread(rng, int((x1 - x0) / 6), x0 + 1, x1 - 1, 0.05):
                    _cup(canvas, x, y, 4.6, rng.choice((WHITE, tones.cloth, tones.accent)))


def _espresso(canvas: Canvas, look: Look, x: float, base: float, w: float) -> None:
    """The coffee machine."""
    canvas.box(x, base - 0.62 * w, x + w, base - 0.36 * w, STEEL, 0.8)
    canvas.box(x + 0.06 * w, base - 0.36 * w, x + 0.94 * w, base, (120, 126, 136))
    canvas.box(x - 0.02 * w, base - 0.08 * w, x + 1.02 * w, base, STEEL, 0.4)
    for dx in (0.28, 0.7):
        canvas.box(x + (dx - 0.08) * w, base - 0.36 * w, x + (dx + 0.08) * w, base - 0.28 * w, DARK)
        canvas.line([(x + dx * w, base - 0.3 * w), (x + (dx - 0.16) * w, base - 0.27 * w)], 0.05 * w, DARK)
        if "cup" not in look.without:
            _cup(canvas, x + dx * w, base - 0.08 * w, 0.13 * w, WHITE)
    for k in range(3):
        canvas.ellipse(x + (0.24 + 0.26 * k) * w, base - 0.5 * w, 0.04 * w, 0.04 * w, DARK)


def _cakes(canvas: Canvas, look: Look, x: float, base: float) -> None:
    """A glass case with cakes."""
    canvas.box(x, base - 14, x + 26, base, (218, 234, 240), 1)
    canvas.box(x, base - 7.4, x + 26, base - 6.6, WHITE)
    if "cake" in look.without:
        return
    for low in (base - 7.4, base - 0.6):
        for k in range(4):
            paint = look.rng.choice(CRUSTS)
            canvas.box(x + 2 + 6 * k, low - 3, x + 6.4 + 6 * k, low, paint, 0.5)
            canvas.box(x + 2 + 6 * k, low - 3.8, x + 6.4 + 6 * k, low - 2.2, shade(paint, 0.5), 0.6)


DINERS: tuple[RGB, ...] = (
    (186, 106, 96),
    (120, 146, 134),
    (226, 200, 160),
    (150, 136, 164),
    (130, 152, 176),
    (216, 206, 190),
    (206, 168, 130),
)


@either_way
def _restaurant(canvas: Canvas, look: Look) -> None:
    """Laid tables with chairs, left and right and in the back."""
    rng, floor = look.rng, look.rng.uniform(60, 66)
    tones = scheme(rng, DINERS)
    if rng.random() < 0.7:
        wall(canvas, rng, floor, tones.paint)
    else:
        backdrop(canvas, rng, floor, tones.paint)
    flooring(canvas, rng, floor, tones.wood, tones.paint)
    _dining_wall(canvas, look, tones)
    if rng.random() < 0.6:
        bulbs(canvas, rng, tones.accent, rng.choice((2, 3)), 11)
    cloth = rng.choice((WHITE, (248, 240, 224), shade(tones.cloth, 0.1), shade(tones.accent, 0.5)))
    layout = rng.choice(
        (
            ((50, 71, 22), (15, 85, 34), (85, 85, 34)),
            ((30, 70, 22), (70, 70, 22), (6, 88, 34), (94, 88, 34)),
            ((14, 76, 28), (50, 69, 20), (90, 87, 38)),
        )
    )
    booth = rng.random() < 0.3
    for x, base, w in layout:
        for dx in (-0.62, 0.4):
            if booth:
                left, right = x + (dx - 0.05) * w, x + (dx + 0.27) * w
                canvas.box(left, base - 0.72 * w, right, base - 0.04 * w, shade(tones.cloth, -0.1), 1.6)
            else:
                chair(canvas, x + dx * w, base - 0.04 * w, 0.22 * w, tones.wood)
        _set_table(canvas, look, x, base, w, cloth)


def _dining_wall(canvas: Canvas, look: Look, tones: Scheme) -> None:
    """Windows and pictures in one of three orders."""
    rng, gold = look.rng, blend((206, 166, 84), tones.paint, 0.3)
    curtain = shade(tones.cloth, 0.2) if rng.random() < 0.5 else None
    kind = look.variant % 3
    if kind == 0:
        pictures(canvas, rng, 34, 14, 32, gold)
        for x in (4, 80):
            window(canvas, rng, x, 12, 16, 28, curtain=curtain)
    elif kind == 1:
        for x in (6, 41, 76):
            window(canvas, rng, x, 12, 18, 30, shade(tones.wood, -0.1), curtain)
    else:
        window(canvas, rng, 8, 14, 36, 26, shade(tones.wood, -0.1), curtain)
        pictures(canvas, rng, 58, 14, 34, gold)
        return
    for m in (27, 73) if kind == 0 else (32.5, 67.5):
        canvas.box(m - 0.8, 24, m + 0.8, 31, (180, 150, 100))
        canvas.polygon([(m - 4, 26), (m + 4, 26), (m + 2.6, 18), (m - 2.6, 18)], LIGHT)


def _set_table(canvas: Canvas, look: Look, x: float, base: float, w: float, cloth: RGB) -> None:
    """A round table with a cloth, plates and glasses."""
    top = base - 0.5 * w
    hem = [(0.44, 0.06), (0.2, 0.02), (-0.1, 0.05), (-0.44, 0.02)]
    canvas.polygon(
        [(x - 0.5 * w, top), (x + 0.5 * w, top), *((x + dx * w, base - dy * w) for dx, dy in hem)], shade(cloth, -0.1)
    )
    canvas.ellipse(x, top, 0.5 * w, 0.1 * w, cloth)
    for dx in (-0.26, 0.26):
        canvas.ellipse(x + dx * w, top, 0.14 * w, 0.035 * w, (206, 212, 220))
        canvas.ellipse(x + dx * w, top - 0.01 * w, 0.12 * w, 0.028 * w, WHITE)
        if "glass" not in look.without:
            canvas.line([(x + dx * 0.4 * w, top), (x + dx * 0.4 * w, top - 0.14 * w)], 0.02 * w, (206, 226, 236))
            canvas.ellipse(x + dx * 0.4 * w, top - 0.19 * w, 0.05 * w, 0.08 * w, (214, 232, 240))


STUDIOS: tuple[RGB, ...] = (
    *WALLS,
    (150, 190, 230),
    (250, 200, 176),
    (130, 196, 186),
    (250, 214, 110),
    (206, 160, 200),
)


@either_way
def _studio(canvas: Canvas, look: Look) -> None:
    """A plain coloured backdrop: a sheet of paper that runs onto the floor."""
    rng = look.rng
    paint = vary(rng, rng.choice(STUDIOS), 0.1)
    low = rng.uniform(72, 82)
    gradient(canvas, 0, low, shade(paint, 0.1), shade(paint, 0.36), paint)
    gradient(canvas, low, 100, shade(paint, 0.02), shade(paint, -0.12))
    canvas.ellipse(rng.uniform(40, 60), 90, rng.uniform(38, 50), 7, shade(paint, 0.1))
    if rng.random() < 0.5:
        edge, room = rng.uniform(8, 14), blend(shade(paint, 0.5), (236, 236, 236), 0.5)
        for x0, x1 in ((0.0, edge), (100 - edge, 100.0)):
            canvas.box(x0, 0, x1, low, room)
            canvas.box(x0, low, x1, 100, shade(room, -0.1))
        canvas.box(edge - 3, 2, 103 - edge, 5.4, shade(paint, -0.16), 1)


@either_way
def _museum(canvas: Canvas, look: Look) -> None:
    """Framed pictures, a rope on brass posts, a bust."""
    rng, floor = look.rng, look.rng.uniform(70, 75)
    shades = ((236, 230, 220), (176, 104, 100), (116, 140, 150), (206, 214, 206), (226, 200, 160), (140, 150, 130))
    paint = vary(rng, rng.choice(shades), 0.05)
    tones = scheme(rng, (paint,))
    gradient(canvas, 0, floor, shade(paint, 0.1), paint)
    canvas.box(0, 0, 100, 6, shade(paint, 0.4))
    canvas.box(0, 6, 100, 7.4, blend((206, 170, 90), paint, 0.2))
    canvas.box(0, floor - 4, 100, floor, shade(paint, -0.25))
    gold = blend((210, 170, 84), paint, 0.2)
    _hang(canvas, rng, gold, look.variant)
    if rng.random() < 0.7:
        boards(canvas, rng, floor, tones.wood)
    else:
        flooring(canvas, rng, floor, shade(tones.wood, 0.2), paint)
    _bust(canvas, rng.uniform(10, 15), floor + 7, rng.uniform(46, 54))
    rope, low = blend(rng.choice(CLOTHS[:2]), paint, 0.15), floor - 4
    posts = [32 + 66 * k / 3 for k in range(4)]
    for a, b in zip(posts, posts[1:], strict=False):
        canvas.curve((a, low), ((a + b) / 2, low + 10), (b, low), 1.3, rope)
    for x in posts:
        canvas.box(x - 0.7, low - 2, x + 0.7, low + 14, gold)
        canvas.ellipse(x, low - 2, 1.3, 1.3, gold)
        canvas.ellipse(x, low + 14, 3, 1, shade(gold, -0.2))


def _hang(canvas: Canvas, rng: Rng, gold: RGB, way: int) -> None:
    """Pictures on the free part of the wall, hung in one of four ways."""
    from_left = (
        ((28, 14, 36, 30), (68, 14, 14, 19), (68, 37, 14, 13), (86, 18, 18, 26)),
        ((28, 16, 20, 28), (52, 16, 20, 28), (76, 16, 20, 28)),
        ((30, 12, 62, 34),),
        ((28, 12, 18, 18), (49, 12, 18, 18), (70, 12, 18, 18), (28, 34, 28, 16), (60, 34, 28, 16)),
    )
    for x, y, w, h in from_left[way % 4]:
        frame = rng.choice((gold, shade(gold, -0.3), (110, 100, 96)))
        _painting(canvas, rng, x, y, w, h, frame)


def _painting(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, frame: RGB) -> None:
    """Bands, blocks or a disc of colour in a frame."""
    canvas.box(x, y, x + w, y + h, frame)
    a, b, c, d = x + 1.4, y + 1.4, x + w - 1.4, y + h - 1.4
    one, two, three = (blend(colour, (230, 224, 214), 0.3) for colour in rng.sample(CLOTHS, 3))
    canvas.box(a, b, c, d, shade(one, 0.45))
    kind = rng.randrange(3)
    if kind == 0:
        for k, colour in enumerate((one, two, three)):
            canvas.box(a, d - (d - b) * 0.2 * (3 - k), c, d - (d - b) * 0.2 * (2 - k), colour)
    elif kind == 1:
        canvas.box(a + (c - a) * 0.1, b + (d - b) * 0.14, a + (c - a) * 0.55, b + (d - b) * 0.7, two)
        canvas.box(a + (c - a) * 0.4, b + (d - b) * 0.4, a + (c - a) * 0.9, b + (d - b) * 0.86, three)
    else:
        canvas.polygon([(a, d), (a, b + (d - b) * 0.75), (c, b + (d - b) * 0.45), (c, d)], two)
        canvas.ellipse(a + (c - a) * 0.6, b + (d - b) * 0.36, (d - b) * 0.18, (d - b) * 0.18, three)


def _bust(canvas: Canvas, x: float, base: float, tall: float) -> None:
    """A marble head without a face on a pedestal."""
    h, marble = tall, (236, 236, 232)
    canvas.box(x - 0.17 * h, base - 0.06 * h, x + 0.17 * h, base, shade(marble, -0.2))
    canvas.box(x - 0.13 * h, base - 0.48 * h, x + 0.13 * h, base - 0.06 * h, shade(marble, -0.12))
    canvas.box(x + 0.05 * h, base - 0.48 * h, x + 0.13 * h, base - 0.06 * h, shade(marble, -0.2))
    canvas.box(x - 0.16 * h, base - 0.52 * h, x + 0.16 * h, base - 0.46 * h, shade(marble, -0.06))
    canvas.ellipse(x, base - 0.56 * h, 0.16 * h, 0.1 * h, marble)
    canvas.box(x - 0.05 * h, base - 0.72 * h, x + 0.05 * h, base - 0.6 * h, shade(marble, -0.12))
    canvas.ellipse(x, base - 0.8 * h, 0.1 * h, 0.13 * h, marble)
    canvas.ellipse(x + 0.03 * h, base - 0.87 * h, 0.1 * h, 0.075 * h, shade(marble, -0.1))
    nose = [(x - 0.08 * h, base - 0.84 * h), (x - 0.12 * h, base - 0.77 * h), (x - 0.07 * h, base - 0.76 * h)]
    canvas.polygon(nose, marble)


DINING: dict[str, Place] = {
    "cafe": Place(_cafe, 94, ROOM, indoors=True, pieces=frozenset({"cup", "cake"})),
    "restaurant": Place(_restaurant, 92, ROOM, indoors=True, pieces=frozenset({"glass"})),
    "museum": Place(_museum, 91, ROOM, indoors=True),
    "studio": Place(_studio, 90, ROOM, indoors=True),
}
