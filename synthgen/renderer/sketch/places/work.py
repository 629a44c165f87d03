"""Places of work and learning."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import BOOKS, DARK, globe, shelf, table
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    STEEL,
    Scheme,
    backdrop,
    boards,
    flooring,
    scheme,
    wall,
    window,
)
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, vary
from synthgen.renderer.sketch.places.urban import clock_face

CARPETS: tuple[RGB, ...] = ((136, 148, 166), (166, 158, 148), (126, 152, 148), (176, 150, 140), (150, 146, 170))


@either_way
def _office(canvas: Canvas, look: Look) -> None:
    """Desks with computers, office chairs; a wall of windows, or shelves of folders."""
    rng = look.rng
    tones = scheme(rng)
    (_glass_front, _folders, _partitions)[look.variant % 3](canvas, look, tones)
    if "desk" in look.without:
        return
    layouts = (((4, 84, 34), (66, 84, 40)), ((-8, 86, 44), (70, 82, 36)), ((2, 80, 28), (37, 77, 26), (70, 80, 28)))
    dark = rng.choice(((96, 102, 112), (104, 132, 166), (166, 108, 104), (110, 136, 126)))
    seat = blend(dark, tones.paint, 0.15)
    for k, (x, base, w) in enumerate(rng.choice(layouts)):
        _desk(canvas, look, tones, x, base, w)
        if "chair" not in look.without and (k == 0 or rng.random() < 0.5):
            _office_chair(canvas, x + w * rng.uniform(0.3, 0.7), base + 7, 15, seat)


def _glass_front(canvas: Canvas, look: Look, tones: Scheme) -> None:
    """Windows from one end of the room to the other."""
    rng = look.rng
    gradient(canvas, 8, 60, (170, 212, 240), (228, 240, 246))
    low, count = rng.uniform(52, 62), rng.choice((3, 4, 6))
    canvas.box(0, 0, 100, 10, (236, 238, 240))
    for k in range(3):
        canvas.box(4 + 32 * k, 3, 30 + 32 * k, 6, (255, 252, 230), 0.6)
    for k in range(count + 1):
        canvas.box(100 * k / count - 1.4, 9, 100 * k / count + 1.4, 62, shade(tones.paint, 0.5))
        canvas.polygon(
            [
                (100 * k / count + 4, low),
                (100 * k / count + 8, low),
                (100 * k / count + 13, 10),
                (100 * k / count + 9, 10),
            ],
            (226, 240, 248),
        )
    if rng.random() < 0.4:
        for k in range(7):
            canvas.box(0, 10 + 3 * k, 100, 12 + 3 * k, (240, 240, 236))
    canvas.box(0, low, 100, 74, tones.paint)
    canvas.box(0, low - 1, 100, low + 2, (240, 242, 244))
    _carpet(canvas, rng, 73)


def _carpet(canvas: Canvas, rng: Rng, y: float) -> None:
    carpet = vary(rng, rng.choice(CARPETS), 0.08)
    gradient(canvas, y, 100, carpet, shade(carpet, -0.14))


def _folders(canvas: Canvas, look: Look, tones: Scheme) -> None:
    """A closed wall with shelves of folders, a clock and a white board."""
    rng = look.rng
    backdrop(canvas, rng, 72, tones.paint)
    _carpet(canvas, rng, 72)
    x = rng.choice((4, 56))
    for y in (20, 36):
        canvas.box(x, y, x + 40, y + 1.8, tones.wood)
        for k in range(9):
            if k % 5 != 4:
                left = x + 1.5 + 4.2 * k
                canvas.box(left, y - 11, left + 3.6, y, (tones.cloth, tones.accent, WHITE)[k % 3], 0.3)
                canvas.ellipse(left + 1.8, y - 3, 0.7, 0.7, DARK)
    other = 60 if x < 20 else 8
    canvas.box(other, 12, other + 32, 34, STEEL, 0.6)
    canvas.box(other + 1, 13, other + 31, 33, (248, 250, 250))
    for k, high in enumerate((6, 10, 8, 13)):
        canvas.box(other + 5 + 6 * k, 30 - high, other + 9 + 6 * k, 30, (tones.cloth, tones.accent)[k % 2])


def _partitions(canvas: Canvas, look: Look, tones: Scheme) -> None:
    """A large office with low partitions under rows of lights."""
    rng = look.rng
    canvas.box(0, 0, 100, 24, (238, 240, 242))
    for y, half in ((3, 40), (10, 34), (16, 28)):
        for side in (-1, 1):
            canvas.box(50 + side * half - 12, y, 50 + side * half + 12, y + 2.4, (255, 250, 224))
    gradient(canvas, 22, 74, shade(tones.paint, 0.3), tones.paint)
    window(canvas, rng, 36, 27, 28, 15)
    _carpet(canvas, rng, 72)
    panel = shade(tones.cloth, 0.2)
    for x0, x1 in ((-2, 38), (62, 102)):
        canvas.box(x0, 46, x1, 76, panel, 1)
        canvas.box(x0, 45, x1, 47.4, STEEL, 0.5)
        for x in (x0 + 13, x0 + 27):
            canvas.box(x, 47, x + 0.7, 76, shade(panel, -0.16))


def _desk(canvas: Canvas, look: Look, tones: Scheme, x: float, base: float, w: float) -> None:
    table(canvas, x, base, w, 18, tones.wood)
    left = x + 1 if look.rng.random() < 0.5 else x + w - 10
    canvas.box(left, base - 15, left + 9, base - 1, shade(tones.wood, -0.08), 0.4)
    for k in range(3):
        canvas.box(left + 1, base - 14 + 4.4 * k, left + 8, base - 10.4 + 4.4 * k, shade(tones.wood, 0.15), 0.3)
    if "computer" not in look.without:
        _monitor(canvas, x + w * look.rng.uniform(0.4, 0.6), base - 18, 17)


def _monitor(canvas: Canvas, x: float, base: float, w: float) -> None:
    canvas.box(x - 0.1 * w, base - 0.2 * w, x + 0.1 * w, base, (104, 108, 116))
    canvas.box(x - 0.24 * w, base - 0.06 * w, x + 0.24 * w, base, (104, 108, 116), 0.4)
    canvas.box(x - 0.5 * w, base - 0.8 * w, x + 0.5 * w, base - 0.16 * w, (84, 90, 98), 0.8)
    canvas.box(x - 0.45 * w, base - 0.75 * w, x + 0.45 * w, base - 0.21 * w, (196, 220, 236))
    canvas.box(x - 0.45 * w, base - 0.75 * w, x + 0.45 * w, base - 0.66 * w, (150, 184, 212))


def _office_chair(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    for dx in (-0.4, 0.0, 0.4):
        canvas.line([(x, base - 0.3 * w), (x + dx * w, base - 0.08 * w)], 0.07 * w, DARK)
        canvas.ellipse(x + dx * w, base - 0.06 * w, 0.07 * w, 0.07 * w, DARK)
    canvas.line([(x, base - 0.3 * w), (x, base - 0.6 * w)], 0.1 * w, DARK)
    canvas.box(x - 0.44 * w, base - 1.5 * w, x + 0.44 * w, base - 0.72 * w, colour, 0.16 * w)
    canvas.box(x - 0.5 * w, base - 0.72 * w, x + 0.5 * w, base - 0.54 * w, shade(colour, -0.2), 0.09 * w)


@either_way
def _library(canvas: Canvas, look: Look) -> None:
    """Bookcases: side by side, around a tall window, in two storeys, or along an aisle."""
    rng = look.rng
    tones = scheme(rng)
    wood = blend(tones.wood, vary(rng, rng.choice(((150, 100, 66), (126, 84, 60), (176, 124, 80))), 0.1), 0.6)
    floor = rng.uniform(74, 79)
    (_cases, _around_window, _storeys, _book_aisle)[look.variant % 4](canvas, look, wood, tones, floor)


def _cases(canvas: Canvas, look: Look, wood: RGB, tones: Scheme, floor: float) -> None:
    rng = look.rng
    canvas.box(0, 0, 100, floor, shade(wood, -0.1))
    count, rows = rng.choice((2, 3, 4)), rng.choice((5, 6))
    for k in range(count):
        x, w = 100 * k / count, 100 / count
        shelf(canvas, rng, x, 2, w, floor, wood, rows)
        canvas.box(x - 0.8, 0, x + w + 0.8, 4, shade(wood, 0.1))
    boards(canvas, rng, floor, shade(wood, 0.14))


def _around_window(canvas: Canvas, look: Look, wood: RGB, tones: Scheme, floor: float) -> None:
    rng = look.rng
    wall(canvas, rng, floor, tones.paint)
    boards(canvas, rng, floor, shade(wood, 0.1))
    window(canvas, rng, 38, 16, 24, rng.uniform(38, 48), WHITE)
    rows = rng.choice((5, 6))
    for x in (-3, 68):
        shelf(canvas, rng, x, rng.choice((3, 8)), 35, floor + 2, wood, rows)
    for x in (16, 50, 84):
        globe(canvas, x, 8, 9)


def _storeys(canvas: Canvas, look: Look, wood: RGB, tones: Scheme, floor: float) -> None:
    """A gallery with a rail above the lower shelves."""
    rng = look.rng
    canvas.box(0, 0, 100, floor, shade(wood, -0.1))
    for k in range(4):
        shelf(canvas, rng, 25 * k, -2, 25, 34, wood, 3)
        shelf(canvas, rng, 25 * k, 42, 25, floor, wood, 3)
    for x in (0.0, 24.0, 49.0, 74.0, 98.0):
        canvas.box(x, 0, x + 2.4, floor, shade(wood, 0.2))
    canvas.box(0, 36, 100, 42, shade(wood, 0.14))
    for k in range(34):
        canvas.box(3 * k, 25, 3 * k + 0.8, 36, shade(wood, 0.24))
    canvas.box(0, 24, 100, 26, shade(wood, 0.3))
    boards(canvas, rng, floor, shade(wood, 0.1))


def _book_aisle(canvas: Canvas, look: Look, wood: RGB, tones: Scheme, floor: float) -> None:
    """Shelves left and right that run towards a window."""
    rng, m = look.rng, look.rng.uniform(44, 56)
    canvas.box(0, 0, 100, 100, shade(tones.paint, 0.3))
    canvas.polygon([(m - 13, 62), (m + 13, 62), (m + 46, 101), (m - 46, 101)], shade(wood, 0.3))
    for k in range(-4, 5):
        canvas.line([(m + 3 * k, 62), (m + 10.4 * k, 101)], 0.3, shade(wood, 0.14), round_ends=False)
    canvas.box(m - 13, 22, m + 13, 62, shade(tones.paint, 0.1))
    window(canvas, rng, m - 7, 28, 14, 24, WHITE)
    for side in (-1, 1):

        def at(u: float, v: float, side: int = side) -> tuple[float, float]:
            near = u * u * 0.4 + u * 0.6
            x, top, low = 13 + 52 * near, 20 - 30 * near, 63 + 46 * near
            return m + side * x, top + (low - top) * v

        canvas.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], wood)
        for j in range(5):
            v0, v1 = 0.03 + 0.19 * j, 0.19 + 0.19 * j
            canvas.polygon([at(0, v0), at(1, v0), at(1, v1), at(0, v1)], shade(wood, -0.34))
            u = 0.0
            while u < 0.98:
                wide, high = rng.uniform(0.025, 0.05), v0 + rng.uniform(0.01, 0.05)
                book = [at(u, high), at(u + 0.88 * wide, high), at(u + 0.88 * wide, v1), at(u, v1)]
                canvas.polygon(book, rng.choice(BOOKS))
                u += wide


SCHOOLS: tuple[RGB, ...] = ((242, 234, 206), (214, 230, 236), (236, 220, 214), (222, 234, 210), (226, 222, 240))


@either_way
def _classroom(canvas: Canvas, look: Look) -> None:
    """A board with chalk marks, a teacher's desk, rows of school desks."""
    rng, floor = look.rng, look.rng.uniform(70, 75)
    tones = scheme(rng, SCHOOLS)
    wall(canvas, rng, floor, tones.paint)
    flooring(canvas, rng, floor, tones.wood, tones.paint)
    green = rng.choice(((90, 134, 116), (104, 112, 116), (92, 122, 140), (246, 248, 248)))
    x, w, y = rng.choice(((14, 60, 10), (6, 88, 8), (30, 64, 10), (20, 60, 12)))
    high = rng.uniform(33, 39)
    canvas.box(x, y, x + w, y + high, shade(tones.wood, -0.1) if green[0] < 200 else STEEL, 0.6)
    canvas.box(x + 2, y + 2, x + w - 2, y + high - 2, green)
    chalk = (226, 232, 226) if green[0] < 200 else (110, 130, 160)
    for k in range(3):
        canvas.box(x + 7, y + 8 + 6 * k, x + 7 + rng.uniform(12, 20), y + 8.8 + 6 * k, chalk)
    _chalk_figure(canvas, rng, x + w - 20, y + 10, chalk)
    canvas.box(x + 4, y + high - 1, x + w - 4, y + high + 1.4, shade(tones.wood, 0.1))
    if w < 80:
        side = (x + w + 3) if x + w < 84 else 4
        if "clock" not in look.without and rng.random() < 0.5:
            clock_face(canvas, rng, side + 8, 20, 6.5, DARK)
        else:
            canvas.box(side, 12, side + 18, 34, (206, 170, 126))
            for k in range(4):
                left, top = side + 2 + 7.6 * (k % 2), 14.5 + 9 * (k // 2)
                canvas.box(left, top, left + 6, top + 7, shade((tones.cloth, tones.accent)[k % 2], 0.45))
    if "desk" in look.without:
        return
    _teacher_desk(canvas, tones, rng.choice((28, 34, 40, 12)), floor)
    low = rng.uniform(80, 83)
    for dx in rng.choice(((-4, 13, 72, 89), (-9, 90), (0, 84), (-6, 12, 76, 92))):
        _school_desk(canvas, dx, low, blend(tones.cloth, tones.wood, 0.5))


def _chalk_figure(canvas: Canvas, rng: Rng, x: float, y: float, chalk: RGB) -> None:
    """A triangle, a circle, a graph or sums without figures."""
    kind = rng.randrange(3)
    if kind == 0:
        canvas.line([(x, y + 16), (x + 14, y + 16), (x + 5, y + 2), (x, y + 16)], 0.8, chalk)
    elif kind == 1:
        canvas.arc(x + 7, y + 9, 8, 0, 360, 0.8, chalk)
        canvas.line([(x + 7, y + 9), (x + 15, y + 9)], 0.8, chalk)
    else:
        canvas.line([(x, y), (x, y + 17), (x + 16, y + 17)], 0.8, chalk)
        canvas.line([(x, y + 15), (x + 5, y + 8), (x + 9, y + 11), (x + 15, y)], 0.8, chalk)


def _teacher_desk(canvas: Canvas, tones: Scheme, x: float, floor: float) -> None:
    canvas.box(x, floor - 14, x + 32, floor + 2, tones.wood)
    canvas.box(x + 2, floor - 10, x + 30, floor + 2, shade(tones.wood, -0.1))
    canvas.box(x - 2, floor - 16, x + 34, floor - 13, shade(tones.wood, 0.14))


def _school_desk(canvas: Canvas, x: float, y: float, top: RGB) -> None:
    for a, b in ((x + 2, x + 1), (x + 13, x + 14)):
        canvas.line([(a, y), (b, y + 16)], 1.1, shade(STEEL, -0.3))
    canvas.polygon([(x + 1, y - 3), (x + 14, y - 3), (x + 16, y + 2), (x - 1, y + 2)], shade(top, 0.2))
    canvas.box(x - 1, y + 2, x + 16, y + 4, shade(top, -0.2))


@either_way
def _courtroom(canvas: Canvas, look: Look) -> None:
    """The judge's bench under a pair of scales, between columns, windows or panels."""
    rng, floor = look.rng, look.rng.uniform(73, 77)
    tones = scheme(rng, ((232, 218, 190), (196, 208, 216), (214, 196, 176), (186, 204, 192), (226, 210, 210)))
    wood = blend(rng.choice(((166, 114, 74), (140, 94, 66), (122, 84, 64), (196, 150, 106))), tones.paint, 0.12)
    canvas.box(0, 0, 100, floor, tones.paint)
    kind = rng.randrange(3)
    for x in (2, 22, 70, 90):
        if kind == 0:
            _column(canvas, x, tones.paint)
        elif kind == 1:
            canvas.box(x - 2, 6, x + 13, 66, shade(wood, 0.1))
            canvas.box(x, 9, x + 11, 64, shade(wood, 0.24))
        elif x in (2, 90):
            window(canvas, rng, x - 3, 14, 14, 36, WHITE, shade(tones.cloth, 0.1) if rng.random() < 0.5 else None)
        else:
            _column(canvas, x, tones.paint)
    canvas.box(0, 0, 100, 5, shade(tones.paint, -0.16))
    gold = (222, 190, 116)
    _emblem(canvas, rng, wood, gold)
    canvas.box(43, 34, 57, 52, blend((140, 70, 72), tones.cloth, 0.4), 2)
    wide, high = rng.uniform(22, 30), rng.uniform(44, 48)
    canvas.box(50 - wide, high + 2, 50 + wide, floor, wood)
    canvas.box(47 - wide, high, 53 + wide, high + 4, shade(wood, 0.16), 0.5)
    count = rng.choice((3, 4))
    for k in range(count):
        left, step = 52 - wide + (2 * wide - 2) * k / count, (2 * wide - 2) / count
        canvas.box(left, high + 8, left + step - 2, floor - 4, shade(wood, -0.16))
        canvas.box(left + 1.2, high + 9.2, left + step - 3.2, floor - 5.2, shade(wood, 0.06))
    if "gavel" not in look.without:
        canvas.line([(62, high - 2), (68, high - 4)], 1, (120, 84, 62))
        canvas.box(59, high - 4.6, 63, high - 0.4, (120, 84, 62), 0.6)
        canvas.box(58, high - 1, 66, high + 0.4, (96, 68, 54))
    for x in (0, 80):
        canvas.box(x, 58, x + 20, floor, shade(wood, -0.1))
        canvas.box(x - 1, 56, x + 21, 59, shade(wood, 0.1))
    boards(canvas, rng, floor, shade(wood, 0.2))
    if rng.random() < 0.5:
        canvas.polygon([(36, floor), (64, floor), (76, 101), (24, 101)], shade(tones.cloth, 0.1))


def _column(canvas: Canvas, x: float, paint: RGB) -> None:
    canvas.box(x, 8, x + 8, 70, shade(paint, 0.35))
    for k in range(3):
        canvas.box(x + 1.2 + 2.2 * k, 10, x + 1.9 + 2.2 * k, 68, shade(paint, 0.08))
    canvas.box(x - 1.4, 5, x + 9.4, 9, shade(paint, 0.2))


def _emblem(canvas: Canvas, rng: Rng, wood: RGB, gold: RGB) -> None:
    """A pair of scales on a disc or a board."""
    if rng.random() < 0.5:
        canvas.ellipse(50, 20, 11, 11, gold)
        canvas.ellipse(50, 20, 9.6, 9.6, shade(wood, -0.3))
    else:
        canvas.box(38, 8, 62, 32, gold, 1)
        canvas.box(39.4, 9.4, 60.6, 30.6, shade(wood, -0.3), 1)
    _scales(canvas, 50, 20, 14, gold)


def _scales(canvas: Canvas, x: float, y: float, size: float, gold: RGB) -> None:
    s = size
    canvas.line([(x, y - 0.42 * s), (x, y + 0.42 * s)], 0.06 * s, gold)
    canvas.line([(x - 0.4 * s, y - 0.3 * s), (x + 0.4 * s, y - 0.3 * s)], 0.05 * s, gold)
    canvas.box(x - 0.2 * s, y + 0.38 * s, x + 0.2 * s, y + 0.46 * s, gold)
    for dx in (-0.4, 0.4):
        left, right, low = x + (dx - 0.16) * s, x + (dx + 0.16) * s, y + 0.1 * s
        canvas.line([(left, low), (x + dx * s, y - 0.3 * s), (right, low)], 0.02 * s, gold)
        canvas.polygon(oval(x + dx * s, low, 0.18 * s, 0.12 * s, 0, 180, steps=9), gold)


WORK: dict[str, Place] = {
    "office": Place(_office, 93, ROOM, indoors=True, pieces=frozenset({"desk", "chair", "computer"})),
    "library": Place(_library, 91, ROOM, indoors=True),
    "classroom": Place(_classroom, 94, ROOM, indoors=True, pieces=frozenset({"desk", "clock"})),
    "courtroom": Place(_courtroom, 91, ROOM, indoors=True, pieces=frozenset({"gavel"})),
}
