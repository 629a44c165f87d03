"""Large ships from the side, and the submarine."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.boats import hull
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    GLASS,
    GLEAM,
    IRON,
    LAMP,
    RUBBER,
    STEEL,
    TAIL,
    accent,
    rounded,
    toned,
    tones,
    window,
)

WHITE = COLOURS["white"]
DEEP_GLASS: RGB = shade(GLASS, -0.25)


def _portholes(c: Canvas, x0: float, x1: float, y: float, count: int, radius: float = 2.0) -> None:
    for i in range(count):
        x = x0 + (x1 - x0) * i / (count - 1)
        c.ellipse(x, y, radius + 0.8, radius + 0.8, CHROME)
        c.ellipse(x, y, radius, radius, DEEP_GLASS)


def _funnel(c: Canvas, x: float, y: float, colour: RGB, band: RGB) -> None:
    c.polygon(rounded([(x, y), (x + 11, y), (x + 14, y + 20), (x, y + 20)], 1.5), colour)
    c.polygon([(x, y), (x + 11, y), (x + 11.6, y + 4), (x, y + 4)], RUBBER)
    c.polygon([(x, y + 8), (x + 12.2, y + 8), (x + 12.8, y + 12), (x, y + 12)], band)


def cruise_ship(c: Canvas, look: Look) -> None:
    """Decks of windows over a long hull, funnels, life boats."""
    paint = tones(look, "white")
    mark = accent(paint.base, (40, 100, 190), WHITE)
    for x in (62, 86):
        _funnel(c, x, 4, mark, accent(mark, TAIL, WHITE))
    c.box(112, 18, 122, 26, STEEL, 1)
    for i, (left, right) in enumerate(((40, 126), (30, 138), (22, 148))):
        y = 22 + 11 * i
        c.polygon(rounded([(left, y), (right - 8, y), (right, y + 12), (left, y + 12)], 2), paint.base)
        c.line([(left + 1, y + 11), (right - 1, y + 11)], 1, paint.dark)
        for k in range(int((right - left - 14) / 8)):
            c.box(left + 5 + 8 * k, y + 3.4, left + 10 + 8 * k, y + 8, DEEP_GLASS, 0.8)
    for i in range(5):
        c.ellipse(40 + 20 * i, 57, 7, 2.8, COLOURS["orange"])
    hull(c, [(4, 56), (176, 50), (156, 86), (18, 86)], paint, mark, 5)
    _portholes(c, 24, 148, 66, 12)
    c.inside(lambda d: d.polygon([(0, 75), (180, 75), (180, 79), (0, 79)], mark))


def cargo_ship(c: Canvas, look: Look) -> None:
    """Stacks of containers, the bridge at the stern."""
    paint = tones(look, "red")
    c.box(12, 18, 36, 60, WHITE, 2)
    c.box(8, 18, 44, 27, WHITE, 2)
    for i in range(4):
        c.box(12 + 7 * i, 20, 17 + 7 * i, 25, DEEP_GLASS, 0.8)
    for row in range(3):
        for i in range(2):
            c.box(16 + 9 * i, 32 + 9 * row, 21 + 9 * i, 36 + 9 * row, DEEP_GLASS, 0.8)
    c.line([(30, 18), (30, 6)], 1.6, IRON)
    c.box(14, 6, 24, 18, paint.dark, 1)
    boxes: list[RGB] = [(66, 140, 200), (240, 170, 60), (96, 170, 110), (226, 226, 222), (150, 110, 180)]
    if look.colour:
        boxes = [paint.light, paint.dark, paint.base, paint.light, paint.line]
    heights = (3, 3, 2, 3, 2)
    for col, high in enumerate(heights):
        for row in range(high):
            x, y = 50 + 22 * col, 47 - 12 * row
            colour = paint.base if (col + row) % 2 else boxes[(col * 2 + row) % 5]
            c.box(x, y, x + 21, y + 11.4, colour, 0.8)
            for k in range(4):
                c.line([(x + 4 + 4.4 * k, y + 2), (x + 4 + 4.4 * k, y + 9)], 0.8, shade(colour, -0.22), False)
    hull(c, [(3, 58), (178, 54), (162, 90), (14, 90)], paint, accent(paint.base, WHITE, TAIL), 5)
    c.line([(150, 64), (154, 72)], 1.6, RUBBER)


def ferry(c: Canvas, look: Look) -> None:
    """A broad low boat with cars on its open deck."""
    paint = tones(look, "green")
    house = paint.light if look.colour else WHITE
    _funnel(c, 54, 4, paint.base, house)
    c.polygon(rounded([(76, 10), (104, 10), (108, 24), (76, 24)], 2), house)
    for i in range(3):
        c.box(80 + 8.4 * i, 13, 86.6 + 8.4 * i, 19, DEEP_GLASS, 0.8)
    c.polygon(rounded([(28, 22), (126, 22), (132, 42), (24, 42)], 3), house)
    for i in range(9):
        window(c, 31 + 10.6 * i, 27, 39 + 10.6 * i, 36, 1, DEEP_GLASS)
    c.box(14, 41, 148, 62, shade(IRON, -0.2), 1)
    for i, colour in enumerate(((214, 80, 70), (240, 190, 70), (90, 150, 210))):
        x = 26 + 40 * i
        c.polygon(rounded([(x + 5, 54), (x + 9, 47), (x + 21, 47), (x + 26, 54)], 2), colour)
        c.box(x + 10, 49, x + 20, 53, GLASS, 0.6)
        c.box(x, 53, x + 30, 60, colour, 2)
        for k in (7, 23):
            c.ellipse(x + k, 60, 3, 3, RUBBER)
    for x in (18, 58, 98, 142):
        c.box(x, 41, x + 3, 62, house)
    hull(c, [(2, 60), (164, 60), (150, 86), (16, 86)], paint, None, 5)
    c.inside(lambda d: d.polygon([(0, 70), (166, 70), (166, 73), (0, 73)], house))


def tugboat(c: Canvas, look: Look) -> None:
    """A short strong hull, a high house, a fat funnel, tyres along the side."""
    paint = tones(look, "red")
    house = paint.light if look.colour else WHITE
    c.polygon(rounded([(22, 22), (38, 22), (40, 56), (20, 56)], 2), paint.base)
    c.box(21, 20, 39, 27, RUBBER, 1)
    c.box(21, 34, 39, 39, house)
    c.box(44, 36, 100, 62, house, 3)
    c.polygon(rounded([(52, 16), (84, 16), (90, 37), (52, 37)], 3), house)
    c.box(48, 12, 92, 17, paint.dark, 2)
    for x in (56, 71):
        window(c, x, 21, x + 11, 31, 1.5)
    _portholes(c, 54, 90, 48, 3, 3.4)
    hull(c, [(6, 58), (128, 46), (116, 88), (16, 88)], paint, None, 7)
    for i in range(5):
        c.ellipse(26 + 19 * i, 66, 6, 6, RUBBER)
        c.ellipse(26 + 19 * i, 66, 2.8, 2.8, paint.dark)


def pirate_ship(c: Canvas, look: Look) -> None:
    """Two masts with full sails, the skull on a black flag, gun ports."""
    paint = tones(look, "brown")
    sail = paint.light if look.colour else COLOURS["cream"]
    for x, top in ((52.0, 14.0), (98.0, 22.0)):
        c.line([(x, top), (x, 92)], 4, DARK_WOOD)
    for x, y, half, high in ((52, 26, 20, 20), (52, 50, 25, 24), (98, 34, 17, 17), (98, 54, 21, 20)):
        c.line([(x - half, y), (x + half, y)], 2.6, DARK_WOOD)
        c.blob([(x - half + 2, y), (x + half - 2, y), (x + half + 3, y + high), (x - half + 5, y + high)], sail)
        c.line([(x - half + 8, y + high - 2), (x + half - 2, y + high - 2)], 1.6, shade(sail, -0.15))
    c.line([(118, 82), (150, 62)], 3, DARK_WOOD)
    c.polygon([(112, 78), (146, 64), (102, 40)], shade(sail, -0.06))
    c.polygon([(52, 3), (24, 5), (29, 11), (24, 18), (52, 16)], RUBBER)
    c.line([(52, 2), (52, 18)], 2.4, DARK_WOOD)
    c.ellipse(40, 8, 4.4, 4, WHITE)
    c.box(37.8, 10, 42.2, 14, WHITE, 1)
    for x in (38.3, 41.7):
        c.ellipse(x, 8.4, 1.1, 1.2, RUBBER)
    shape = [(6, 62), (30, 64), (34, 80), (108, 82), (128, 76), (116, 108), (26, 108), (12, 90)]
    c.polygon(rounded([(float(x), float(y)) for x, y in shape], 4), paint.base)
    c.inside(lambda d: d.box(0, 100, 150, 110, paint.dark))
    for y in (88, 96):
        c.line([(14 + (y - 88) * 0.5, y), (121 - (y - 88) * 0.4, y - 2)], 1, paint.line)
    c.line([(6, 63.5), (30, 65.5), (35, 81.5), (108, 83), (126, 78)], 2.6, COLOURS["gold"])
    for i in range(4):
        c.box(42 + 17 * i, 88, 50 + 17 * i, 95, RUBBER, 1)
        c.ellipse(46 + 17 * i, 91.5, 2, 2, STEEL)
    for x in (13, 22):
        c.box(x, 70, x + 6, 77, LAMP, 1)


def submarine(c: Canvas, look: Look) -> None:
    """A round hull with portholes, a tower with the periscope, a screw."""
    paint = tones(look, "yellow")
    c.line([(74, 24), (74, 6), (86, 6)], 4, IRON)
    c.box(84, 3, 91, 9, DEEP_GLASS, 2)
    c.polygon(rounded([(52, 46), (56, 20), (88, 20), (96, 46)], 5), paint.base)
    c.line([(60, 23), (84, 23)], 1.6, paint.light)
    for tip in ((6, 42), (6, 82)):
        c.ellipse(8, (tip[1] + 62) / 2, 4, 10, STEEL)
    c.ellipse(9, 62, 4, 4, IRON)
    c.polygon(rounded([(16, 34), (30, 38), (40, 60), (30, 86), (16, 90), (22, 62)], 3), paint.dark)
    hull_shape = [(12, 62), (34, 44), (80, 38), (122, 42), (142, 62), (122, 84), (80, 88), (34, 80)]
    c.blob([(float(x), float(y)) for x, y in hull_shape], paint.base)
    c.inside(lambda d: d.polygon([(10, 74), (146, 74), (146, 92), (10, 92)], paint.dark))
    c.curve((44, 47), (82, 40), (118, 46), 2.4, paint.light)
    for x in (54, 80, 106):
        c.ellipse(x, 62, 9, 9, toned(CHROME).dark)
        c.ellipse(x, 62, 6.8, 6.8, GLASS)
        c.ellipse(x - 2, 60, 2.4, 2.4, GLEAM)
    c.ellipse(132, 62, 3.6, 4.6, LAMP)
