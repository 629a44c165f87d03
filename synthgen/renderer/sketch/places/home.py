"""Rooms to live, sleep and eat in."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import (
    LIGHT,
    chair,
    drawers,
    globe,
    pendant,
    picture,
    pictures,
    rug,
    shaded_lamp,
    shelf,
    sofa,
    wardrobe,
)
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    STEEL,
    Scheme,
    boards,
    flooring,
    scheme,
    wall,
    window,
)
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, spread, vary


def _shell(canvas: Canvas, rng: Rng, floor: float, walls: tuple[RGB, ...] = ()) -> Scheme:
    tones = scheme(rng, walls) if walls else scheme(rng)
    wall(canvas, rng, floor, tones.paint)
    flooring(canvas, rng, floor, tones.wood, tones.paint)
    return tones


@either_way
def _living_room(canvas: Canvas, look: Look) -> None:
    rng, floor = look.rng, look.rng.uniform(68, 74)
    tones = _shell(canvas, rng, floor)
    if "rug" not in look.without:
        rug(canvas, rng, rng.uniform(40, 60), 90, rng.uniform(34, 44), 7.5, tones.accent)
    (_sofa_left, _sofa_behind, _hearth, _corner)[look.variant % 4](canvas, look, tones, floor)


def _glass(canvas: Canvas, look: Look, tones: Scheme, x: float, y: float, w: float, h: float) -> None:
    """A window, with or without a curtain."""
    frame = WHITE if look.rng.random() < 0.6 else shade(tones.wood, -0.1)
    curtain = shade(tones.accent, 0.2) if look.rng.random() < 0.7 else None
    window(canvas, look.rng, x, y, w, h, frame, curtain)


def _art(canvas: Canvas, look: Look, tones: Scheme, x: float, y: float, w: float) -> None:
    if "picture" not in look.without:
        pictures(canvas, look.rng, x, y, w, shade(tones.wood, -0.25))


def _case(canvas: Canvas, look: Look, tones: Scheme, x: float, y: float, w: float, base: float) -> None:
    if "shelf" not in look.without:
        rows = max(2, round((base - y) / look.rng.uniform(9, 12)))
        shelf(canvas, look.rng, x, y, w, base, tones.wood, rows, "book" not in look.without)


def _seat(canvas: Canvas, look: Look, tones: Scheme, x: float, base: float, w: float, seats: int, h: float) -> None:
    if "sofa" not in look.without:
        sofa(canvas, x, base, w, tones.cloth, seats, h)


def _standing_lamp(canvas: Canvas, look: Look, x: float, base: float) -> None:
    if "lamp" not in look.without:
        shaded_lamp(canvas, x, base, look.rng.uniform(42, 52))


def _sofa_left(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """A sofa cut off by the edge, a lamp beside it, a window on the other side."""
    rng = look.rng
    _glass(canvas, look, tones, rng.uniform(60, 68), 13, rng.uniform(20, 26), rng.uniform(26, 34))
    _art(canvas, look, tones, 6, 14, rng.uniform(28, 36))
    _standing_lamp(canvas, look, rng.uniform(49, 54), floor + 5)
    _seat(canvas, look, tones, -12, floor + 8, 58, 2, 30)
    _case(canvas, look, tones, 91, rng.uniform(34, 44), 18, floor + 6)


def _sofa_behind(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """A long sofa across the room, with pictures or a wide window above it."""
    rng = look.rng
    if rng.random() < 0.5:
        _glass(canvas, look, tones, rng.uniform(16, 24), 10, rng.uniform(52, 60), 26)
    else:
        _art(canvas, look, tones, rng.uniform(18, 26), 9, 52)
    _standing_lamp(canvas, look, rng.uniform(4, 7), floor + 5)
    if rng.random() < 0.5:
        _case(canvas, look, tones, 91, 24, 22, floor + 4)
    else:
        _standing_lamp(canvas, look, rng.uniform(93, 96), floor + 5)
    _seat(canvas, look, tones, 11, floor + 6, 79, 3, rng.uniform(26, 30))


def _hearth(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """A fireplace at one side, an armchair at the other."""
    rng = look.rng
    if "fireplace" in look.without:
        _case(canvas, look, tones, 0, 18, 32, floor + 3)
    else:
        _fireplace(canvas, 3, floor + 3, 32, shade(blend(tones.paint, rng.choice(CLOTHS), 0.2), 0.3))
        _art(canvas, look, tones, 8, 9, 22)
    _glass(canvas, look, tones, rng.uniform(48, 56), 12, rng.uniform(16, 22), rng.uniform(30, 38))
    _standing_lamp(canvas, look, rng.uniform(92, 96), floor + 5)
    _seat(canvas, look, tones, rng.uniform(68, 72), floor + 8, 26, 1, 30)


def _corner(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """Bookshelves left, a sofa at the right edge, lamps from the ceiling."""
    rng = look.rng
    _case(canvas, look, tones, -3, 12, rng.uniform(27, 33), floor + 3)
    if rng.random() < 0.5:
        _glass(canvas, look, tones, 42, 18, 18, 30)
        _art(canvas, look, tones, 70, 22, 24)
    else:
        _art(canvas, look, tones, 40, 22, 20)
        _glass(canvas, look, tones, 70, 12, 22, 28)
    if "lamp" not in look.without:
        hang = (pendant, pendant)[0] if rng.random() < 0.6 else None
        for k in range(rng.choice((1, 2, 3))):
            x, y = 38 + 12 * k, rng.uniform(11, 15)
            if hang:
                hang(canvas, x, y, 12, shade(tones.accent, 0.1))
            else:
                globe(canvas, x, y, 11)
    _seat(canvas, look, tones, 56, floor + 8, 56, 2, 29)


def _fireplace(canvas: Canvas, x: float, base: float, w: float, stone: RGB) -> None:
    canvas.box(x, base - 0.9 * w, x + w, base, stone)
    canvas.box(x - 1.6, base - 0.98 * w, x + w + 1.6, base - 0.88 * w, shade(stone, -0.14), 0.5)
    for k in range(6):
        for left in (x, x + 0.82 * w):
            canvas.box(left, base - 0.13 * w * k - 0.5, left + 0.18 * w, base - 0.13 * w * k, shade(stone, -0.12))
    canvas.box(x + 0.18 * w, base - 0.66 * w, x + 0.82 * w, base, (84, 74, 72))
    for dx, tall, colour in ((0.4, 0.3, (226, 140, 80)), (0.58, 0.34, (226, 140, 80)), (0.5, 0.26, (246, 206, 120))):
        left, top = x + dx * w, base - 0.08 * w
        canvas.blob(
            [(left - 0.12 * w, top - 0.08 * w), (left, top - tall * w), (left + 0.12 * w, top - 0.08 * w), (left, top)],
            colour,
        )
    canvas.box(x + 0.26 * w, base - 0.1 * w, x + 0.74 * w, base - 0.04 * w, (120, 92, 76), 0.8)
    canvas.box(x - 2, base - 0.03 * w, x + w + 2, base + 1, shade(stone, -0.2))


@either_way
def _bedroom(canvas: Canvas, look: Look) -> None:
    rng, floor = look.rng, look.rng.uniform(66, 72)
    tones = _shell(canvas, rng, floor)
    if "rug" not in look.without and rng.random() < 0.7:
        rug(canvas, rng, rng.uniform(46, 62), 92, rng.uniform(32, 44), 6, tones.accent)
    (_bed_left, _bed_behind, _bed_along, _two_beds)[look.variant % 4](canvas, look, tones, floor)


def _bed(canvas: Canvas, look: Look, tones: Scheme, x: float, w: float, base: float) -> None:
    """A bed whose foot points at the viewer."""
    if "bed" in look.without:
        return
    rng, h = look.rng, look.rng.uniform(34, 42)
    canvas.box(x, base - h, x + w, base - 4, tones.wood, rng.choice((1.0, 4.0, 9.0)))
    count = 2 if w > 36 else 1
    step = (w - 8) / count
    for k in range(count):
        left = x + 4 + k * step
        canvas.box(left + 1, base - h * 0.72, left + step - 1, base - h * 0.4, WHITE, 4)
        canvas.box(left + 3, base - h * 0.67, left + step - 3, base - h * 0.46, (238, 240, 244), 3)
    low, top = base + rng.uniform(4, 7), base - h * 0.5
    canvas.polygon([(x + 2, top), (x + w - 2, top), (x + w + 3, low), (x - 3, low)], tones.cloth)
    kind = rng.randrange(3)
    for k in range(4 if kind == 0 else 0):
        a, b = x + 3 + (w - 4) * k / 4, x - 2 + (w + 6) * k / 4
        canvas.polygon([(a, top), (a + w * 0.1, top), (b + w * 0.12, low), (b, low)], shade(tones.cloth, 0.16))
    if kind == 1:
        canvas.polygon(
            [(x - 0.4, low - 13), (x + w + 0.4, low - 13), (x + w + 1.8, low - 5), (x - 1.8, low - 5)], tones.accent
        )
    canvas.polygon([(x + 2, top), (x + w - 2, top), (x + w - 1, top + 5), (x + 1, top + 5)], WHITE)


def _night_stand(canvas: Canvas, look: Look, tones: Scheme, x: float, base: float) -> None:
    """A bedside table with a lamp on it."""
    if "bedside table" not in look.without:
        drawers(canvas, x - 6, base, 12, 18, tones.wood, look.rng.choice((1, 2)))
        if "lamp" not in look.without:
            shaded_lamp(canvas, x, base - 18, look.rng.uniform(14, 18), 0.45)


def _bed_left(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    rng = look.rng
    _glass(canvas, look, tones, rng.uniform(62, 68), 12, rng.uniform(18, 24), rng.uniform(26, 34))
    _art(canvas, look, tones, 8, 9, rng.uniform(24, 32))
    _night_stand(canvas, look, tones, rng.uniform(51, 54), floor + 8)
    _bed(canvas, look, tones, -10, 52, floor + 10)


def _bed_behind(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """The bed across the back, a bedside table on either side."""
    rng, w = look.rng, look.rng.uniform(56, 62)
    if rng.random() < 0.5:
        _glass(canvas, look, tones, 30, 7, 40, 20)
    else:
        _art(canvas, look, tones, 26, 6, 48)
    for x in (49 - w / 2 - 8, 51 + w / 2 + 8):
        _night_stand(canvas, look, tones, x, floor + 6)
    _bed(canvas, look, tones, 50 - w / 2, w, floor + 10)


def _bed_along(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """The bed seen from its side along the wall, a wardrobe at the other end."""
    rng, base = look.rng, floor + 9
    _glass(canvas, look, tones, rng.uniform(30, 40), 12, rng.uniform(18, 26), 24)
    _art(canvas, look, tones, 6, 14, 18)
    if "wardrobe" not in look.without:
        wardrobe(canvas, 78, rng.uniform(16, 24), 26, floor + 4, tones.wood)
    if "bed" in look.without:
        return
    canvas.box(-6, base - 40, 2, base, shade(tones.wood, -0.12), 2)
    canvas.box(66, base - 24, 70, base, shade(tones.wood, -0.12), 1.4)
    canvas.box(0, base - 12, 68, base - 4, tones.wood)
    canvas.box(1, base - 21, 67, base - 11, WHITE, 2)
    canvas.box(4, base - 29, 22, base - 19, (244, 246, 250), 3.6)
    canvas.box(25, base - 23, 68, base - 7, tones.cloth, 2)
    canvas.box(25, base - 23, 32, base - 7, shade(tones.cloth, 0.4), 1)


def _two_beds(canvas: Canvas, look: Look, tones: Scheme, floor: float) -> None:
    """Two narrow beds with a bedside table between them."""
    rng = look.rng
    _glass(canvas, look, tones, 39, 8, 22, rng.uniform(24, 30))
    for x in (-6, 72):
        _bed(canvas, look, tones, x, 34, floor + 10)
    _night_stand(canvas, look, tones, 50, floor + 5)


NURSERY: tuple[RGB, ...] = ((250, 216, 224), (206, 228, 246), (250, 240, 200), (214, 236, 214), (230, 220, 244))


@either_way
def _nursery(canvas: Canvas, look: Look) -> None:
    """A child's room: a crib under a mobile."""
    rng, floor = look.rng, look.rng.uniform(66, 73)
    tones = scheme(rng, NURSERY)
    wall(canvas, rng, floor, tones.paint)
    boards(canvas, rng, floor, (222, 186, 142))
    rug(canvas, rng, 54, 91, rng.uniform(28, 38), 6.5, tones.cloth)
    x, w = rng.choice(((-4, 46), (2, 42), (28, 46))), 0.0
    left, w = x
    shape = rng.choice(("star", "heart"))
    for sx, sy in ((8, 10), (30, 24), (56, 9), (72, 30), (93, 12)):
        canvas.icon(shape, sx, sy, 6, shade(tones.paint, 0.6 if rng.random() < 0.5 else -0.1))
    side = 66 if left < 20 else rng.choice((4, 74))
    _glass(canvas, look, tones, side, 14, rng.uniform(17, 22), rng.uniform(22, 30))
    other = (78, 22) if left < 20 else ((-2, 20) if side > 50 else (80, 20))
    drawers(canvas, other[0], floor + 7, other[1], rng.uniform(20, 28), shade(tones.wood, 0.3), 3)
    if "crib" not in look.without:
        _crib(canvas, left, floor + 10, w, rng.choice((WHITE, (216, 176, 130), shade(tones.cloth, 0.4))), tones.accent)
        _mobile(canvas, rng, left + w / 2, (tones.cloth, tones.accent, (236, 190, 110)))


def _crib(canvas: Canvas, x: float, base: float, w: float, wood: RGB, sheet: RGB) -> None:
    canvas.box(x + 1, base - 0.3 * w, x + w - 1, base - 0.16 * w, shade(sheet, 0.4))
    canvas.ellipse(x + 0.16 * w, base - 0.33 * w, 0.12 * w, 0.06 * w, WHITE)
    for k in range(11):
        left = x + k * (w - 1.4) / 10
        canvas.box(left, base - 0.6 * w, left + 1.4, base - 0.1 * w, shade(wood, -0.08), 0.5)
    for y in (0.64, 0.14):
        canvas.box(x - 1, base - y * w, x + w + 1, base - (y - 0.06) * w, wood, 0.8)
    for dx in (-0.02, 0.97):
        canvas.box(x + dx * w, base - 0.74 * w, x + (dx + 0.05) * w, base, shade(wood, -0.12), 0.8)


def _mobile(canvas: Canvas, rng: Rng, x: float, colours: tuple[RGB, ...]) -> None:
    """Stars and hearts that hang from a bar."""
    thread, y = (150, 140, 146), rng.uniform(7, 13)
    canvas.line([(x, 0), (x, y)], 0.4, thread)
    canvas.line([(x - 11, y + 3), (x, y), (x + 11, y + 3)], 0.8, (200, 166, 130))
    for k, dx in enumerate((-11, -4, 4, 11)):
        low = y + 7 + 3 * (k % 2)
        canvas.line([(x + dx, y + 1.4), (x + dx, low)], 0.3, thread)
        canvas.icon(("star", "heart")[k % 2], x + dx, low + 2, 6, colours[k % 3])


@either_way
def _dining_room(canvas: Canvas, look: Look) -> None:
    rng, floor = look.rng, look.rng.uniform(62, 68)
    tones = _shell(canvas, rng, floor)
    if rng.random() < 0.5:
        _glass(canvas, look, tones, rng.uniform(6, 12), 12, 22, rng.uniform(26, 32))
        picture(canvas, rng, rng.uniform(68, 74), 18, 20, 18, shade(tones.wood, -0.25))
    else:
        _glass(canvas, look, tones, rng.uniform(34, 38), 10, 26, 30)
        drawers(canvas, 74, floor + 4, 30, 24, tones.wood, 3)
    if "lamp" not in look.without:
        _chandelier(canvas, rng, tones)
    if "chair" not in look.without:
        for x in spread(rng, rng.choice((3, 4)), 12, 88, 0.04):
            chair(canvas, x - 5, floor + 9, 10, shade(tones.wood, -0.1))
    if "table" not in look.without:
        _laid_table(canvas, rng, tones, floor - 4)


def _chandelier(canvas: Canvas, rng: Rng, tones: Scheme) -> None:
    if rng.random() < 0.5:
        for x in (34, 50, 66):
            pendant(canvas, x, 13, 11, tones.accent)
        return
    brass = (196, 164, 104)
    canvas.line([(50, 0), (50, 17)], 0.8, brass)
    for dx in (-13, -5, 5, 13):
        canvas.curve((50, 12), (50 + dx, 19), (50 + dx, 14), 0.7, brass)
        canvas.ellipse(50 + dx, 11.6, 1.8, 2.6, LIGHT)


def _laid_table(canvas: Canvas, rng: Rng, tones: Scheme, top: float) -> None:
    """A long table with plates, under a cloth or bare."""
    bare = rng.random() < 0.4
    cloth = tones.wood if bare else rng.choice((WHITE, shade(tones.cloth, 0.4), vary(rng, (236, 226, 206), 0.05)))
    canvas.polygon([(10, top), (90, top), (97, top + 8), (3, top + 8)], shade(cloth, 0.1))
    if bare:
        canvas.box(3, top + 8, 97, top + 11, shade(cloth, -0.1))
    else:
        hem = [(3 + 94 * k / 6, top + (17 if k % 2 else 15)) for k in range(7)]
        canvas.polygon([(97, top + 8), (3, top + 8), *hem], shade(cloth, -0.08))
    for leg in (9, 88):
        canvas.box(leg, top + (11 if bare else 15), leg + 3, top + 32, shade(tones.wood, -0.2))
    for x in spread(rng, 4, 10, 90, 0.04):
        canvas.ellipse(x, top + 4.4, 6, 1.7, STEEL)
        canvas.ellipse(x, top + 4, 6, 1.7, WHITE)
        canvas.ellipse(x, top + 4, 4, 1.1, (232, 236, 240))


HOME: dict[str, Place] = {
    "living room": Place(
        _living_room,
        90,
        ROOM,
        indoors=True,
        pieces=frozenset({"sofa", "lamp", "shelf", "book", "rug", "picture", "fireplace"}),
    ),
    "bedroom": Place(
        _bedroom,
        92,
        ROOM,
        indoors=True,
        pieces=frozenset({"bed", "bedside table", "lamp", "wardrobe", "rug", "picture"}),
    ),
    "nursery": Place(_nursery, 92, ROOM, indoors=True, pieces=frozenset({"crib"})),
    "dining room": Place(_dining_room, 94, ROOM, indoors=True, pieces=frozenset({"table", "chair", "lamp"})),
}
