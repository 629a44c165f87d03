"""Tables and beds, from the front and a little from above."""

from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    GLASS,
    GLEAM,
    GLOW,
    IRON,
    LAMP,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    WOOD,
    Tones,
    accent,
    grain,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
)

WHITE = COLOURS["white"]
BRASS: RGB = (226, 184, 84)


def top_board(c: Canvas, x0: float, y: float, x1: float, depth: float, paint: Tones, thick: float = 5) -> None:
    """A table top seen from the front and above."""
    skew = depth * 0.8
    c.polygon([(x0 + skew, y), (x1 - skew, y), (x1, y + depth), (x0, y + depth)], paint.light)
    c.box(x0, y + depth - 0.5, x1, y + depth + thick, paint.base, 1.5)
    c.line([(x0 + 1, y + depth + thick - 0.8), (x1 - 1, y + depth + thick - 0.8)], 1.2, paint.dark, False)
    grain(c, x0 + skew, y + 1, x1 - skew, y + depth, paint.light, 3)


def _legs(c: Canvas, xs: Sequence[float], y: float, foot: float, paint: Tones, width: float = 6) -> None:
    for x in xs:
        half = width / 2
        c.polygon([(x - half, y), (x + half, y), (x + half * 0.7, foot), (x - half * 0.7, foot)], paint.base)
        c.polygon([(x + half * 0.2, y), (x + half, y), (x + half * 0.7, foot), (x, foot)], paint.dark)


def coffee_table(c: Canvas, look: Look) -> None:
    """A low table with a shelf, a cup and a magazine."""
    paint = tones(look, "brown")
    _legs(c, (26, 108), 22, 50, toned(paint.dark))
    c.polygon([(22, 42), (112, 42), (120, 48), (14, 48)], paint.dark)
    c.box(48, 37, 78, 42, (92, 140, 190), 1)
    top_board(c, 4, 14, 130, 12, paint, 6)
    _legs(c, (12, 122), 32, 60, paint, 8)
    c.box(14, 47, 120, 51, paint.base, 1)
    c.polygon([(82, 18), (106, 18), (110, 23), (80, 23)], TAIL)
    c.polygon([(88, 19.4), (98, 19.4), (99, 21), (87, 21)], PAPER)
    c.box(40, 7, 54, 20, WHITE, 3)
    c.ellipse(47, 8, 7, 2, (110, 72, 48))
    c.arc(55, 13, 3.4, -80, 80, 1.8, WHITE)


def dining_table(c: Canvas, look: Look) -> None:
    """A long laid table with chairs behind it."""
    paint = tones(look, "brown")
    for x in (22, 62, 102):
        c.box(x, 4, x + 26, 36, paint.dark, 5)
        for k in range(3):
            c.box(x + 5 + 6 * k, 10, x + 9 + 6 * k, 36, paint.line, 1.5)
    _legs(c, (32, 118), 50, 84, toned(paint.dark), 7)
    top_board(c, 4, 32, 146, 16, paint, 8)
    for x in (30, 75, 120):
        c.ellipse(x, 40, 13, 4.4, shade(WHITE, -0.12))
        c.ellipse(x, 39.4, 12, 3.8, WHITE)
        c.ellipse(x, 39.4, 7, 2.2, shade(WHITE, -0.08))
    for x in (52, 97):
        c.polygon([(x - 4, 25), (x + 4, 25), (x + 2, 33), (x - 2, 33)], GLASS)
        c.line([(x, 33), (x, 39)], 1.2, GLEAM)
        c.ellipse(x, 39.6, 4, 1.3, GLEAM)
    _legs(c, (14, 136), 55, 96, paint, 10)


def round_table(c: Canvas, look: Look) -> None:
    """A round top on a turned foot, with a vase."""
    paint = tones(look, "brown")
    c.polygon(rounded([(47, 40), (63, 40), (60, 62), (66, 78), (44, 78), (50, 62)], 3), paint.base)
    c.polygon([(57, 42), (63, 42), (60, 62), (66, 78), (57, 78)], paint.dark)
    for foot, pull in ((20, 26), (90, 84)):
        c.curve((55, 76), (pull, 76), (foot, 92), 7, paint.base)
    c.curve((55, 76), (54, 84), (55, 96), 7, paint.dark)
    c.ellipse(55, 36, 52, 15, paint.dark)
    c.ellipse(55, 31, 52, 15, paint.base)
    c.ellipse(55, 30, 44, 11.4, paint.light)
    grain(c, 20, 22, 92, 38, paint.light, 4)
    vase = accent(paint.light, (90, 150, 200), WHITE)
    c.polygon(rounded([(49, 12), (61, 12), (64, 28), (58, 33), (52, 33), (46, 28)], 3), vase)
    for x, y, colour in ((48, 7, TAIL), (56, 4.5, LAMP), (63, 8, (236, 130, 170))):
        c.line([(55, 14), (x, y)], 1.2, (70, 150, 80))
        c.ellipse(x, y, 4, 4, colour)
        c.ellipse(x, y, 1.4, 1.4, shade(colour, -0.35))


def desk(c: Canvas, look: Look) -> None:
    """A writing desk: drawers at one side, a computer and a pencil cup on top."""
    paint = tones(look, "brown")
    c.box(50, 2, 96, 32, RUBBER, 2)
    c.box(52.5, 4.5, 93.5, 28, (110, 160, 195), 1)
    c.polygon([(60, 4.5), (74, 4.5), (62, 28), (52.5, 28), (52.5, 18)], (140, 186, 214))
    c.box(70, 32, 76, 40, STEEL)
    c.ellipse(73, 41, 12, 2.4, STEEL)
    top_board(c, 4, 36, 136, 11, paint, 6)
    c.polygon([(56, 42), (92, 42), (95, 45.4), (53, 45.4)], shade(WHITE, -0.1))
    c.box(112, 28, 121, 42, accent(paint.light, (90, 150, 200), WHITE), 1.5)
    for i, colour in enumerate((TAIL, LAMP, (96, 180, 110))):
        c.line([(114 + 2.4 * i, 28), (111 + 4.6 * i, 17 + i % 2)], 1.6, colour)
    for i, colour in enumerate(((196, 64, 60), (64, 120, 180))):
        c.box(16 + 2 * i, 39 - 4 * i, 38 - i, 42.6 - 4 * i, colour, 0.8)
    _legs(c, (14,), 53, 96, paint, 8)
    c.box(22, 53, 88, 62, paint.dark, 1)
    c.box(86, 52, 132, 92, paint.base, 1.5)
    for i in range(3):
        c.box(89, 55 + 12 * i, 129, 65.6 + 12 * i, paint.line, 1.2)
        c.box(90, 56 + 12 * i, 128, 64.8 + 12 * i, paint.base, 1.2)
        c.ellipse(109, 60.4 + 12 * i, 2.1, 2.1, BRASS)
    for x in (91, 127):
        c.box(x - 2.6, 91, x + 2.6, 96, paint.dark)


def picnic_table(c: Canvas, look: Look) -> None:
    """A board table with benches on crossed legs."""
    paint = tones(look, "brown")
    for x in (34, 106):
        tube(c, [(x - 14, 30), (x + 16, 76)], 5.5, toned(paint.dark))
        tube(c, [(x + 14, 30), (x - 16, 76)], 5.5, toned(paint.dark))
        c.line([(x - 22, 54), (x + 22, 54)], 5, paint.dark)
    for i in range(4):
        y, out = 14 + 5 * i, 4 * i
        board = [(26.0 - out, y), (114 + out, y), (118 + out, y + 4.4), (22 - out, y + 4.4)]
        c.polygon(board, paint.light if i < 3 else paint.base)
    c.box(10, 33, 130, 38, paint.base, 1)
    c.polygon([(6, 50), (134, 50), (138, 55), (2, 55)], paint.light)
    c.box(2, 55, 138, 61, paint.base, 1)
    cloth = accent(paint.light, TAIL, WHITE)
    c.polygon([(52, 14), (88, 14), (94, 33), (46, 33)], WHITE)
    for i in range(3):
        top = 15.5 + 6.4 * i
        c.polygon(
            [(51.5 - 1.9 * i, top), (88.5 + 1.9 * i, top), (89.5 + 1.9 * i, top + 3), (50.5 - 1.9 * i, top + 3)], cloth
        )
    c.polygon(rounded([(62, 6), (80, 6), (83, 22), (59, 22)], 2), (196, 146, 84))
    c.line(oval(71, 9, 8, 8, 180, 360), 1.6, (150, 104, 58))
    c.line([(60, 13), (82, 13)], 1, (150, 104, 58))


def workbench(c: Canvas, look: Look) -> None:
    """A thick top with a vice, tools on a board behind it."""
    paint = tones(look, "brown")
    c.box(14, 2, 126, 40, paint.dark, 2)
    for i in range(11):
        for k in range(3):
            c.ellipse(20 + 10 * i, 8 + 11 * k, 0.8, 0.8, paint.line)
    c.line([(32, 12), (32, 32)], 3.4, (222, 170, 96))
    c.box(24, 8, 40, 14, IRON, 1.5)
    c.line([(54, 10), (54, 20)], 4.6, TAIL)
    c.line([(54, 20), (54, 33)], 1.8, CHROME)
    c.polygon([(70, 14), (98, 20), (98, 25), (70, 27)], CHROME)
    c.box(98, 14, 110, 28, (222, 170, 96), 3)
    c.line([(118, 14), (118, 32)], 3, STEEL)
    c.arc(118, 11, 4, 300, 600, 2.4, STEEL)
    top_board(c, 2, 40, 138, 8, paint, 8)
    c.box(102, 30, 122, 42, (70, 120, 170), 2)
    c.box(96, 28, 108, 34, STEEL, 1)
    c.line([(122, 36), (132, 36)], 2, STEEL)
    c.line([(132, 31), (132, 41)], 1.8, IRON)
    _legs(c, (14, 126), 56, 98, paint, 11)
    c.box(16, 78, 124, 84, paint.dark, 1)
    c.box(34, 64, 70, 78, TAIL, 2)
    c.box(36, 68, 68, 70, shade(TAIL, -0.3), 1)
    c.line([(44, 64), (44, 59), (60, 59), (60, 64)], 2, IRON)


def vanity_table(c: Canvas, look: Look) -> None:
    """A dressing table: an oval mirror with bulbs, drawers, a stool."""
    paint = tones(look, "white")
    c.ellipse(60, 30, 30, 29, paint.base)
    c.ellipse(60, 30, 23, 22, shade(GLASS, 0.05))
    c.inside(lambda d: d.polygon([(50, 8), (62, 8), (44, 52), (36, 46)], GLEAM))
    for i in range(9):
        x, y = oval(60, 30, 26.5, 25.5, 150 + 30 * i, 150 + 30 * i)[0]
        c.ellipse(x, y, 2.6, 2.6, LAMP)
        c.ellipse(x, y, 1.4, 1.4, GLOW)
    top_board(c, 4, 52, 116, 8, paint, 5)
    for x, colour in ((22, (236, 130, 170)), (30, (150, 110, 200)), (92, (240, 170, 90))):
        c.box(x - 3, 48, x + 3, 57, colour, 1.5)
        c.box(x - 1.4, 45, x + 1.4, 49, BRASS, 0.6)
    for x0, x1 in ((8, 42), (78, 112)):
        c.box(x0, 65, x1, 94, paint.base, 1.5)
        for i in range(2):
            c.box(x0 + 2, 67 + 13 * i, x1 - 2, 78.6 + 13 * i, paint.line, 1.2)
            c.box(x0 + 2.8, 67.8 + 13 * i, x1 - 2.8, 77.8 + 13 * i, paint.base, 1.2)
            c.ellipse((x0 + x1) / 2, 73 + 13 * i, 2, 2, BRASS)
        _legs(c, (x0 + 4, x1 - 4), 94, 104, paint, 5)
    _legs(c, (52, 68), 84, 106, paint, 4.5)
    c.box(46, 76, 74, 86, accent(paint.base, (236, 130, 170), WHITE), 4)


def kitchen_island(c: Canvas, look: Look) -> None:
    """A counter with doors, a tap, a bowl of fruit and a towel."""
    paint = tones(look, "white")
    wood = toned(WOOD if look.colour != COLOURS["brown"] else COLOURS["cream"])
    c.line([(96, 26), (96, 10)], 3, CHROME)
    c.curve((96, 10), (97, 3), (108, 6), 3, CHROME)
    c.line([(108, 6), (108, 12)], 3, CHROME)
    top_board(c, 2, 22, 146, 11, wood, 6)
    c.polygon([(90, 25), (122, 25), (126, 31), (88, 31)], STEEL)
    for x, y, colour in ((34, 17, TAIL), (45, 14, (250, 170, 60)), (54, 17, (120, 190, 80)), (44, 19, LAMP)):
        c.ellipse(x, y, 6.4, 6.4, colour)
    c.polygon(oval(44, 18, 20, 12, 0, 180), accent(wood.light, (90, 150, 200), WHITE))
    c.box(10, 39, 138, 90, paint.base, 1)
    for i in range(3):
        x = 14 + 41 * i
        c.box(x, 43, x + 38, 54, paint.line, 1.5)
        c.box(x + 0.8, 43.8, x + 37.2, 53.2, paint.base, 1.2)
        c.box(x + 14, 47.4, x + 24, 49.4, IRON, 1)
        c.box(x, 57, x + 38, 86, paint.line, 1.5)
        c.box(x + 0.8, 57.8, x + 37.2, 85.2, paint.base, 1.2)
        c.box(x + 5, 62, x + 33, 81, paint.dark, 1)
        c.box(x + 33.6, 66, x + 35.6, 74, IRON, 1)
    c.box(10, 88, 138, 94, paint.dark)
    c.box(62, 47, 80, 76, accent(paint.base, (120, 180, 200), TAIL), 1)
    for y in (66, 70):
        c.line([(62, y), (80, y)], 1.4, WHITE, False)


def bed(c: Canvas, look: Look) -> None:
    """A bed from the side: headboard, pillow, blanket."""
    paint = tones(look, "blue")
    wood = toned(paint.dark if look.colour else WOOD)
    c.box(4, 8, 14, 88, wood.base, 4)
    c.box(134, 38, 142, 88, wood.base, 4)
    c.box(12, 14, 20, 64, wood.dark, 2)
    c.box(12, 62, 136, 78, wood.base, 2)
    c.line([(15, 65), (134, 65)], 1.4, wood.light)
    c.box(13, 46, 136, 64, WHITE, 5)
    c.polygon(rounded([(16, 34), (40, 32), (46, 44), (40, 52), (16, 51)], 6), shade(WHITE, -0.1))
    c.polygon(
        rounded([(18, 30), (44, 29), (49, 41), (43, 49), (18, 48)], 6), accent(paint.base, WHITE, (206, 220, 236))
    )
    c.polygon(rounded([(46, 42), (130, 38), (138, 46), (138, 72), (52, 73), (46, 60)], 6), paint.base)
    c.polygon(rounded([(46, 42), (62, 41), (68, 73), (52, 73), (46, 60)], 4), paint.light)
    for x in (84, 104, 122):
        c.curve((x, 45), (x + 5, 56), (x + 1, 70), 1.4, paint.dark)


def bunk_bed(c: Canvas, look: Look) -> None:
    """Two beds one above the other, with a ladder."""
    paint = tones(look, "red")
    wood = toned(paint.dark if look.colour else WOOD)
    linen = accent(paint.base, WHITE, (206, 220, 236))
    for y in (30, 78):
        c.box(10, y - 6, 126, y + 8, WHITE, 4)
        c.polygon(rounded([(14, y - 14), (32, y - 14), (36, y - 4), (14, y - 3)], 4), linen)
        c.polygon(rounded([(36, y - 11), (122, y - 9), (126, y + 6), (38, y + 6)], 5), paint.base)
        c.polygon(rounded([(36, y - 11), (48, y - 11), (52, y + 6), (38, y + 6)], 3), paint.light)
        c.box(8, y + 4, 128, y + 14, wood.base, 2)
        c.line([(12, y + 6), (124, y + 6)], 1.2, wood.light)
    c.box(36, 12, 128, 16, wood.base, 2)
    for x in (36, 66, 96):
        c.box(x, 13, x + 4, 34, wood.base, 1)
    for x in (4, 124):
        c.box(x, 4, x + 8, 106, wood.base, 3)
        c.line([(x + 2, 8), (x + 2, 102)], 1.2, wood.light)
    for i in range(6):
        c.line([(96, 24 + 13 * i), (114, 24 + 13 * i)], 3.4, wood.dark)
    for x in (95, 115):
        c.line([(x, 10), (x, 104)], 4, wood.dark)


def crib(c: Canvas, look: Look) -> None:
    """A baby's bed with bars, a mobile over it."""
    paint = tones(look, "white")
    c.curve((8, 40), (8, 2), (54, 6), 2.6, STEEL)
    for x, y, colour in ((36, 18, LAMP), (54, 22, (140, 190, 240)), (72, 17, (246, 160, 190))):
        c.line([(54, 6), (x, y - 4)], 0.9, STEEL)
        star_mark(c, x, y, 13, colour)
    c.box(10, 66, 102, 80, shade(WHITE, -0.05), 4)
    c.box(16, 56, 38, 70, accent(paint.base, WHITE, (250, 220, 150)), 6)
    cover = accent(paint.base, (150, 200, 236), (250, 230, 170))
    c.polygon(rounded([(38, 60), (100, 58), (100, 82), (40, 82)], 6), cover)
    c.ellipse(90, 55, 8, 8, (186, 130, 80))
    for dx in (-6, 6):
        c.ellipse(90 + dx, 48, 3.4, 3.4, (186, 130, 80))
    for dx in (-3, 3):
        c.ellipse(90 + dx, 54, 1, 1.2, RUBBER)
    c.box(6, 78, 106, 88, paint.base, 2)
    c.box(6, 85, 106, 88, paint.dark, 1)
    for i in range(9):
        c.box(15 + 10 * i, 44, 18 + 10 * i, 80, paint.base, 1)
        c.line([(17.4 + 10 * i, 46), (17.4 + 10 * i, 78)], 0.8, paint.dark)
    c.box(6, 38, 106, 45, paint.base, 3)
    c.line([(10, 40), (102, 40)], 1.2, paint.light)
    for x in (3, 101):
        c.box(x, 30, x + 8, 96, paint.base, 3)
        c.ellipse(x + 4, 29, 4.6, 4.6, paint.dark)
        c.ellipse(x + 4, 98, 3.4, 3.4, IRON)
