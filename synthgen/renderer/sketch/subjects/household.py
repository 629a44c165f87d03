"""Mirrors, clocks, doors, and other large things of a house."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    DARK_WOOD,
    GLASS,
    GLEAM,
    IRON,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    accent,
    grain,
    rounded,
    toned,
    tones,
    window,
)

WHITE = COLOURS["white"]
BRASS: RGB = (226, 184, 84)


def clock_face(c: Canvas, x: float, y: float, r: float, hour: int, dial: RGB = PAPER) -> None:
    """A white dial with marks, at a full hour."""
    c.ellipse(x, y, r, r, dial)
    for i in range(12):
        inner = oval(x, y, r * 0.76, r * 0.76, 30 * i, 30 * i)[0]
        outer = oval(x, y, r * 0.9, r * 0.9, 30 * i, 30 * i)[0]
        c.line([inner, outer], r * (0.09 if i % 3 == 0 else 0.05), IRON)
    angle = math.radians(30 * hour - 90)
    c.line([(x, y), (x + r * 0.45 * math.cos(angle), y + r * 0.45 * math.sin(angle))], r * 0.1, RUBBER)
    c.line([(x, y), (x, y - r * 0.68)], r * 0.07, RUBBER)
    c.ellipse(x, y, r * 0.09, r * 0.09, TAIL)


def wall_clock(c: Canvas, look: Look) -> None:
    """A round clock; luck sets the hour."""
    paint = tones(look, "red")
    c.ellipse(50, 50, 47, 47, paint.base)
    c.line(oval(50, 50, 42.5, 42.5, 195, 285), 3, paint.light)
    c.ellipse(50, 50, 35, 35, paint.line)
    clock_face(c, 50, 50, 32.5, look.rng.choice((2, 3, 4, 8, 9, 10)))


def grandfather_clock(c: Canvas, look: Look) -> None:
    """A tall case with a dial above and a pendulum behind glass."""
    wood = tones(look, "brown")
    c.polygon([(8, 16), (29, 2), (50, 16)], wood.base)
    c.ellipse(29, 5, 4, 4, BRASS)
    c.box(7, 14, 51, 50, wood.base, 2)
    c.box(5, 13, 53, 18, wood.light, 1.5)
    c.ellipse(29, 33, 16, 16, BRASS)
    clock_face(c, 29, 33, 14, 10)
    c.box(12, 50, 46, 106, wood.base, 1)
    c.box(16, 54, 42, 102, wood.line, 2)
    c.box(18, 56, 40, 100, shade(GLASS, 0.3), 1.5)
    c.line([(29, 56), (29, 88)], 1.6, BRASS)
    c.ellipse(29, 90, 6.4, 6.4, shade(BRASS, -0.25))
    c.ellipse(29, 89.4, 5.8, 5.8, BRASS)
    for x in (22, 36):
        c.line([(x, 56), (x, 74)], 0.8, BRASS)
        c.box(x - 1.8, 72, x + 1.8, 82, BRASS, 1)
    c.box(5, 48, 53, 53, wood.dark, 1.5)
    c.box(6, 104, 52, 124, wood.base, 2)
    c.box(5, 103, 53, 108, wood.dark, 1.5)
    c.box(13, 111, 45, 120, wood.dark, 1)
    c.box(3, 122, 55, 128, wood.dark, 2)


def mirror(c: Canvas, look: Look) -> None:
    """An oval glass in a carved frame."""
    paint = tones(look, "gold")
    for i in range(20):
        x, y = oval(45, 60, 36, 50, 18 * i, 18 * i)[0]
        c.ellipse(x, y, 8, 8, paint.base)
        c.ellipse(x, y, 4, 4, paint.dark)
    c.ellipse(45, 60, 38, 52, paint.base)
    c.line(oval(45, 60, 34, 48, 190, 280), 2, paint.light)
    c.ellipse(45, 60, 27, 40, paint.line)
    c.ellipse(45, 60, 25.4, 38.4, GLASS)

    def gleams(d: Canvas) -> None:
        d.polygon([(46, 24), (57, 27), (33, 92), (25, 84)], GLEAM)
        d.polygon([(62, 32), (65, 37), (43, 97), (39, 96)], GLEAM)

    c.inside(gleams)


def door(c: Canvas, look: Look) -> None:
    """A panelled door in its frame."""
    paint = tones(look, "brown")
    frame = toned(accent(paint.base, COLOURS["cream"], DARK_WOOD))
    c.box(4, 3, 72, 124, frame.base, 1)
    c.line([(6, 5), (70, 5)], 1.4, frame.light)
    c.box(10, 10, 66, 124, paint.line, 0.5)
    c.box(11, 11, 65, 124, paint.base, 0.5)
    for x0, x1 in ((16, 36), (40, 60)):
        for y0, y1 in ((17, 62), (76, 116)):
            c.box(x0, y0, x1, y1, paint.line, 1.5)
            c.box(x0 + 1.4, y0 + 1.4, x1, y1, paint.light, 1.5)
            c.box(x0 + 1.4, y0 + 1.4, x1 - 1.2, y1 - 1.2, paint.base, 1.2)
            grain(c, x0 + 3, y0 + 4, x1 - 3, y1 - 4, paint.base, 3)
    c.ellipse(60, 69.6, 3.4, 3.4, shade(BRASS, -0.35))
    c.ellipse(60, 69, 3, 3, BRASS)
    c.box(2, 122, 74, 127, frame.dark, 1)


def casement(c: Canvas, look: Look) -> None:
    """A window with panes, curtains and a sill."""
    paint = tones(look, "white")
    cloth = toned(look.colour or (224, 120, 96))
    c.box(12, 10, 92, 84, paint.base, 2)
    for x in (17, 54):
        for y in (15, 49):
            window(c, x, y, x + 33, y + 30, 1)
    c.box(6, 82, 98, 90, paint.base, 2)
    c.box(6, 87, 98, 90, paint.dark, 1)
    for side in (-1, 1):
        x = 52 + side * 44
        drape = [(52 + side * out, y) for out, y in ((14.0, 8.0), (24, 46), (32, 62), (38, 88))]
        c.polygon([(x, 8), *drape, (x, 88)], cloth.base)
        for k in (22, 30, 38):
            c.curve((52 + side * k, 10), (52 + side * (k + 3), 40), (52 + side * (33 + k * 0.12), 60), 1.2, cloth.dark)
        c.box(min(x, 52 + side * 29), 58, max(x, 52 + side * 29), 63, cloth.line, 2)
    c.box(2, 4, 102, 9, DARK_WOOD, 2)
    for x in (4, 102):
        c.ellipse(x, 6.5, 3.6, 3.6, BRASS)


def rug(c: Canvas, look: Look) -> None:
    """A patterned carpet on the floor, with fringes."""
    paint = tones(look, "red")
    trim = accent(paint.base, COLOURS["cream"], BRASS)
    for i in range(17):
        c.line([(30 + 5.6 * i, 8), (29 + 5.6 * i, 3)], 1.4, trim)
        c.line([(8 + 8.4 * i, 58), (6 + 8.4 * i, 65)], 1.8, trim)
    c.polygon([(28, 6), (122, 6), (146, 60), (4, 60)], paint.base)
    c.polygon([(36, 12), (114, 12), (132, 54), (18, 54)], trim)
    c.polygon([(38, 14), (112, 14), (129, 52), (21, 52)], paint.dark)
    c.polygon([(42, 17), (108, 17), (122, 49), (28, 49)], paint.base)
    c.polygon([(75, 19), (104, 33), (75, 48), (46, 33)], trim)
    c.polygon([(75, 23), (96, 33), (75, 44), (54, 33)], paint.base)
    c.ellipse(75, 33, 8, 4.4, trim)
    for x, y in ((44, 21), (106, 21), (34, 45), (116, 45)):
        c.polygon([(x - 5, y), (x, y - 3), (x + 5, y), (x, y + 3)], trim)


def stairs(c: Canvas, look: Look) -> None:
    """Steps that rise to the right, with a handrail."""
    wood = tones(look, "brown")
    white = accent(wood.base, WHITE, COLOURS["cream"])
    for i in range(6):
        x, y = 4 + 19 * i, 108 - 14 * i
        c.box(x, y - 14, 120, y, wood.base)
        c.box(x, y - 14, x + 19, y, wood.light)
        c.line([(x + 19, y - 13), (x + 19, y)], 1, wood.line, False)
    for i in range(6):
        x, y = 4 + 19 * i, 108 - 14 * i
        c.box(x - 2, y - 17, x + 20, y - 13, wood.dark, 1)
        c.line([(x + 9, y - 16), (x + 9, 61.7 - 0.56 * x)], 2.6, white)
    c.line([(12, 60), (112, 4)], 5, wood.dark)
    for x, y in ((13, 92), (108, 22)):
        c.line([(x, y), (x, y - 33 if y > 50 else 5)], 5, wood.dark)


def piano(c: Canvas, look: Look) -> None:
    """An upright piano: keys, a music stand, pedals."""
    paint = tones(look, "black")
    c.box(10, 6, 126, 96, paint.base, 2)
    c.box(6, 3, 130, 10, paint.light, 2)
    c.box(18, 16, 118, 44, paint.dark, 2)
    c.polygon([(52, 22), (84, 22), (86, 44), (50, 44)], PAPER)
    c.line([(68, 22), (68, 44)], 0.8, STEEL)
    for i in range(4):
        c.line([(55, 26 + 4 * i), (65, 26 + 4 * i)], 0.8, IRON)
        c.line([(71, 26 + 4 * i), (81, 26 + 4 * i)], 0.8, IRON)
    c.box(4, 46, 132, 66, paint.base, 2)
    c.polygon([(10, 48), (126, 48), (129, 58), (7, 58)], PAPER)
    for i in range(1, 18):
        x = 7 + 6.77 * i
        c.line([(68 + (x - 68) * 0.95, 48), (x, 58)], 0.6, STEEL, False)
    for i in range(1, 18):
        if i % 7 not in (3, 0):
            x = 68 + (7 + 6.77 * i - 68) * 0.96
            c.box(x - 1.7, 48, x + 1.7, 54, RUBBER, 0.6)
    c.box(4, 58, 132, 66, paint.light, 2)
    for x in (8, 120):
        c.box(x, 64, x + 8, 98, paint.base, 1)
        c.line([(x + 2, 66), (x + 2, 96)], 1.2, paint.light)
    c.box(22, 70, 114, 88, paint.dark, 2)
    for x in (60, 68, 76):
        c.box(x - 2.4, 90, x + 2.4, 97, BRASS, 1.4)
    c.box(6, 96, 130, 100, paint.dark, 1)


def television(c: Canvas, look: Look) -> None:
    """A set with aerials, a picture of hills, and knobs."""
    paint = tones(look, "orange")
    for tip in ((30, 5), (84, 3)):
        c.line([(57, 24), tip], 1.8, IRON)
        c.ellipse(tip[0], tip[1], 2.6, 2.6, IRON)
    for x in (28, 88):
        c.line([(x, 84), (x + (-6 if x < 50 else 6), 100)], 4.4, DARK_WOOD)
    c.box(4, 22, 114, 88, paint.base, 8)
    c.box(4, 78, 114, 88, paint.dark, 6)
    c.box(11, 28, 84, 82, paint.line, 10)
    c.box(14, 31, 81, 79, (140, 205, 240), 8)
    c.ellipse(66, 43, 6, 6, (255, 222, 110))
    c.polygon([(14, 72), *oval(34, 76, 24, 18, 200, 330), (81, 70), (81, 72), (74, 79), (20, 79)], (104, 180, 96))
    c.polygon([(40, 79), *oval(66, 82, 22, 18, 200, 310), (78, 76), (74, 79)], (76, 150, 80))
    c.line([(19, 40), (19, 50)], 2.2, (255, 255, 255))
    for y in (36, 50):
        c.ellipse(98, y, 6, 6, accent(paint.base, IRON, WHITE))
        c.line([(98, y), (98, y - 4)], 1.2, STEEL)
    for y in (62, 67, 72):
        c.line([(92, y), (105, y)], 1.6, paint.line)


def aquarium(c: Canvas, look: Look) -> None:
    """A glass tank with fish, weed and pebbles on a low stand."""
    paint = tones(look, "black")
    c.box(6, 78, 114, 98, paint.base, 2)
    c.line([(60, 80), (60, 97)], 1, paint.line)
    for x in (56, 64):
        c.ellipse(x, 88, 1.8, 1.8, BRASS)
    c.box(4, 10, 116, 80, (96, 180, 222), 2)
    c.box(4, 10, 116, 18, GLEAM, 2)
    c.polygon([(4, 72), (30, 68), (64, 72), (92, 67), (116, 71), (116, 80), (4, 80)], (232, 206, 150))
    for x, top in ((16, 40), (22, 50), (98, 36), (104, 48)):
        c.curve((x, 72), (x + 7, (72 + top) / 2), (x - 2, top), 3, (70, 160, 90))
    for x, y, colour, way in ((42, 36, (246, 140, 50), 1), (76, 50, (250, 206, 80), -1), (52, 60, (226, 80, 100), 1)):
        c.polygon([(x - way * 7, y), (x - way * 15, y - 6), (x - way * 15, y + 6)], shade(colour, -0.15))
        c.ellipse(x, y, 9.5, 6, colour)
        c.ellipse(x + way * 5, y - 1, 1.5, 1.7, RUBBER)
        c.line([(x, y - 5), (x, y + 5)], 1.6, WHITE)
    for x, y in ((60, 30), (63, 24), (88, 38), (58, 46)):
        c.ellipse(x, y, 1.8, 1.8, GLEAM)
    c.box(2, 6, 118, 13, paint.base, 2)
    c.box(2, 76, 118, 82, paint.base, 2)


def ironing_board(c: Canvas, look: Look) -> None:
    """An ironing board with an iron and crossed legs."""
    paint = tones(look, "turquoise")
    for line in ([(40, 36), (92, 100)], [(92, 36), (40, 100)]):
        c.line([(float(x), float(y)) for x, y in line], 4, STEEL)
    for x in (40, 92):
        c.line([(x - 9, 101), (x + 9, 101)], 4, IRON)
    c.ellipse(66, 68, 2.8, 2.8, IRON)
    c.polygon(rounded([(4, 34), (22, 26), (130, 26), (132, 38), (20, 40)], 5), paint.base)
    c.polygon(rounded([(6, 36), (131, 33), (131, 39), (20, 40)], 2), paint.dark)
    for i in range(6):
        c.ellipse(28 + 11 * i, 30.6, 2, 1.4, accent(paint.base, WHITE, TAIL))
    c.polygon(rounded([(86, 26), (90, 12), (122, 10), (124, 26)], 3), accent(paint.base, TAIL, (70, 120, 190)))
    c.line(oval(108, 12, 11, 8, 190, 350), 3.4, RUBBER)
    c.polygon([(84, 23), (125, 23), (125, 27), (80, 27)], STEEL)
