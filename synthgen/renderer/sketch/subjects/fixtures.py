"""What stands in a kitchen or a bathroom."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    GLASS,
    GLEAM,
    IRON,
    LAMP,
    RUBBER,
    STEEL,
    TAIL,
    accent,
    heart_mark,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
    window,
)

WHITE = COLOURS["white"]
BUBBLE: RGB = (226, 242, 250)
BRASS: RGB = (222, 178, 78)


def _tap(c: Canvas, x: float, y: float, reach: float) -> None:
    steel = toned(STEEL)
    tube(c, [(x, y), (x, y - 12)], 4, steel)
    c.curve((x, y - 12), (x, y - 20), (x + reach, y - 18), 4, STEEL)
    c.line([(x + reach, y - 18), (x + reach, y - 12)], 4, STEEL)
    c.line([(x - 6, y - 9), (x + 6, y - 9)], 3, steel.dark)


def bathtub(c: Canvas, look: Look) -> None:
    """A tub on claw feet, full of foam, with a tap and a rubber duck."""
    paint = tones(look, "white")
    _tap(c, 20, 32, 14)
    for x in (30, 106):
        c.blob([(x - 7, 76), (x + 7, 76), (x + 5, 86), (x + 8, 92), (x - 8, 92), (x - 5, 86)], BRASS)
    for i in range(9):
        r = 7 + 3 * ((i * 2) % 3)
        c.ellipse(46 + 9.5 * i, 34 - 3 * (i % 2), r, r, BUBBLE)
        c.ellipse(44 + 9.5 * i, 31 - 3 * (i % 2), r * 0.35, r * 0.35, (255, 255, 255))
    c.blob([(70, 22), (78, 18), (88, 20), (92, 14), (92, 28), (74, 30)], LAMP)
    c.ellipse(74, 14, 7, 6.6, LAMP)
    c.polygon([(68, 13), (62, 15), (68, 17)], COLOURS["orange"])
    c.ellipse(72.4, 12.6, 1, 1.2, RUBBER)
    c.polygon(rounded([(8, 38), (132, 38), (122, 72), (106, 82), (34, 82), (18, 72)], 12), paint.base)
    c.inside(lambda d: d.polygon([(14, 70), (128, 66), (124, 84), (16, 84)], paint.dark))
    c.box(3, 33, 137, 42, paint.base, 4)
    c.line([(8, 35.4), (132, 35.4)], 1.4, paint.light)
    c.line([(8, 42.6), (132, 42.6)], 1.2, paint.line)


def sink(c: Canvas, look: Look) -> None:
    """A basin on a pedestal, with a tap and running water."""
    paint = tones(look, "white")
    c.polygon(rounded([(34, 48), (62, 48), (58, 90), (66, 104), (30, 104), (38, 90)], 4), paint.base)
    c.polygon(rounded([(50, 48), (62, 48), (58, 90), (66, 104), (50, 104)], 3), paint.dark)
    c.box(8, 20, 88, 30, paint.dark, 4)
    c.polygon(rounded([(4, 30), (92, 30), (82, 52), (66, 60), (30, 60), (14, 52)], 8), paint.base)
    c.inside(lambda d: d.polygon([(14, 51), (90, 50), (70, 62), (26, 62)], paint.dark))
    c.ellipse(48, 31, 45, 8, paint.base)
    c.ellipse(48, 31, 38, 5.4, shade(GLASS, -0.1))
    c.line([(62, 15), (62, 31)], 3, GLEAM)
    _tap(c, 48, 26, 14)
    c.box(14, 19, 28, 25, accent(paint.base, (246, 170, 190), WHITE), 2.4)


def toilet(c: Canvas, look: Look) -> None:
    """A cistern, an open lid and a bowl, from the side."""
    paint = tones(look, "white")
    c.box(6, 10, 32, 54, paint.base, 4)
    c.box(3, 6, 35, 14, paint.base, 3)
    c.line([(3.6, 14.6), (34.4, 14.6)], 1.2, paint.line)
    c.box(14, 20, 24, 24, CHROME, 1.6)
    c.polygon(rounded([(32, 10), (40, 8), (42, 54), (34, 56)], 4), paint.dark)
    c.polygon(rounded([(8, 50), (34, 54), (62, 58), (56, 76), (58, 96), (24, 96), (22, 78), (8, 66)], 5), paint.base)
    c.polygon(rounded([(30, 56), (84, 56), (78, 70), (56, 80), (36, 74)], 7), paint.base)
    c.polygon(rounded([(34, 68), (79, 66), (62, 78), (56, 80), (38, 76)], 3), paint.dark)
    c.box(30, 51, 88, 59, paint.base, 4)
    c.line([(32, 59), (86, 59)], 1.2, paint.line)
    c.line([(36, 53.4), (82, 53.4)], 1.4, paint.light)
    c.box(18, 92, 62, 98, paint.dark, 2)


def stove(c: Canvas, look: Look) -> None:
    """A cooker: knobs, an oven window, a pot on the ring."""
    paint = tones(look, "white")
    c.box(10, 12, 28, 17, IRON, 2)
    c.box(44, 8, 74, 28, TAIL if paint.base != TAIL else STEEL, 4)
    c.box(42, 7, 76, 12, STEEL, 2)
    c.ellipse(59, 5.4, 3, 2.4, RUBBER)
    for x in (39, 79):
        c.line([(x - 2, 16), (x + 2, 16)], 3, RUBBER)
    c.polygon([(10, 14), (27, 14), (25, 28), (12, 28)], STEEL)
    c.box(4, 26, 86, 34, IRON, 2)
    c.box(6, 32, 84, 102, paint.base, 3)
    c.box(6, 32, 84, 47, paint.dark, 2)
    for i in range(4):
        c.ellipse(16 + 14 * i, 40, 4.4, 4.4, accent(paint.dark, RUBBER, WHITE))
        c.line([(16 + 14 * i, 40), (16 + 14 * i, 37)], 1, STEEL)
    c.box(68, 36.4, 80, 43.6, (70, 200, 150), 1)
    c.box(13, 52, 77, 55.4, STEEL, 1.6)
    c.box(14, 60, 76, 88, RUBBER, 3)
    window(c, 17, 63, 73, 85, 2, (96, 84, 84))
    c.line([(18, 80), (72, 80)], 1, STEEL)
    c.box(6, 93, 84, 95, paint.line)
    for x in (14, 76):
        c.box(x - 4, 101, x + 4, 106, IRON, 1)


def refrigerator(c: Canvas, look: Look) -> None:
    """Two doors with handles, magnets and a note."""
    paint = tones(look, "silver")
    for x in (14, 62):
        c.box(x - 5, 118, x + 5, 124, IRON, 1)
    c.box(4, 4, 72, 120, paint.base, 6)
    c.inside(lambda d: d.polygon([(60, 0), (76, 0), (76, 124), (60, 124)], paint.dark))
    c.inside(lambda d: d.polygon([(4, 114), (76, 114), (76, 124), (4, 124)], paint.dark))
    c.line([(4, 42), (72, 42)], 1.8, paint.line, False)
    c.line([(10, 9), (10, 36)], 2, paint.light)
    c.line([(10, 48), (10, 108)], 2, paint.light)
    handle = accent(paint.base, IRON, WHITE)
    c.line([(18, 20), (18, 37)], 3.4, handle)
    c.line([(18, 48), (18, 72)], 3.4, handle)
    c.box(34, 54, 54, 76, accent(paint.base, WHITE, LAMP), 1)
    for y in (60, 64, 68):
        c.line([(37, y), (51, y)], 0.9, STEEL)
    c.ellipse(44, 54.4, 2.8, 2.8, TAIL)
    heart_mark(c, 40, 24, 10, accent(paint.base, TAIL, WHITE))
    star_mark(c, 52, 30, 9, accent(paint.base, (250, 190, 60), WHITE))


def washing_machine(c: Canvas, look: Look) -> None:
    """A porthole full of water and clothes, a dial and a drawer."""
    paint = tones(look, "white")
    for x in (14, 76):
        c.box(x - 5, 98, x + 5, 103, IRON, 1)
    c.box(4, 4, 86, 100, paint.base, 5)
    c.box(4, 92, 86, 100, paint.dark, 4)
    c.box(10, 9, 40, 21, paint.line, 2)
    c.box(11, 10, 39, 20, paint.base, 1.6)
    c.ellipse(54, 15, 6, 6, paint.line)
    c.ellipse(54, 15, 4.4, 4.4, CHROME)
    c.line([(54, 15), (54, 11.6)], 1.2, IRON)
    c.box(65, 11, 80, 19, (70, 90, 100), 1.4)
    c.line([(68, 15), (76, 15)], 1.6, (120, 230, 180))
    c.line([(5, 25), (85, 25)], 1.2, paint.line, False)
    c.ellipse(45, 59, 29, 29, paint.line)
    c.ellipse(45, 59, 27, 27, CHROME)
    c.ellipse(45, 59, 21, 21, shade(GLASS, -0.22))
    c.polygon(oval(45, 59, 21, 21, 10, 170), (110, 170, 220))
    c.blob([(30, 66), (38, 58), (46, 64), (44, 74), (34, 74)], (238, 120, 110))
    c.blob([(46, 66), (54, 60), (61, 66), (56, 75), (48, 74)], (250, 206, 96))
    for x, y, r in ((38, 56, 3), (52, 54, 3.6), (46, 58, 2)):
        c.ellipse(x, y, r, r, BUBBLE)
    c.line(oval(45, 59, 17, 17, 205, 255), 2.4, GLEAM)


def fireplace(c: Canvas, look: Look) -> None:
    """Bricks, a wooden mantel, logs that burn."""
    paint = tones(look, (178, 92, 72))
    c.box(8, 14, 112, 98, paint.base, 1)
    mortar = paint.light
    for row in range(7):
        y = 14 + 12 * row
        c.line([(8, y), (112, y)], 1.2, mortar, False)
        for i in range(7):
            x = 8 + 17.4 * i + (8.7 if row % 2 else 0)
            if 9 < x < 111:
                c.line([(x, y), (x, y + 12)], 1.2, mortar, False)
    c.polygon([(30, 98), (30, 54), *oval(60, 54, 30, 22, 180, 360), (90, 54), (90, 98)], (52, 40, 40))
    c.blob([(60, 44), (70, 62), (78, 58), (80, 78), (70, 92), (50, 92), (40, 78), (44, 62), (51, 66)], (226, 78, 44))
    c.blob([(61, 56), (68, 70), (72, 80), (64, 92), (54, 92), (48, 80), (54, 72)], COLOURS["orange"])
    c.blob([(60, 68), (66, 82), (61, 92), (57, 92), (54, 82)], LAMP)
    tube(c, [(40, 92), (80, 88)], 7, toned((134, 88, 54)))
    tube(c, [(42, 88), (80, 93)], 6, toned((112, 72, 46)))
    c.box(2, 6, 118, 16, (142, 94, 58), 2)
    c.line([(6, 8.4), (114, 8.4)], 1.6, (176, 126, 84))
    c.box(2, 95, 118, 102, STEEL, 2)


def microwave(c: Canvas, look: Look) -> None:
    """A lit window, a keypad and a handle."""
    paint = tones(look, "silver")
    for x in (16, 104):
        c.box(x - 6, 68, x + 6, 73, IRON, 1)
    c.box(4, 6, 116, 70, paint.base, 5)
    c.box(4, 62, 116, 70, paint.dark, 4)
    c.box(10, 13, 82, 60, RUBBER, 4)
    c.box(16, 19, 70, 54, (250, 206, 120), 3)
    c.ellipse(43, 50, 20, 3, GLEAM)
    c.polygon(oval(43, 42, 15, 8, 0, 180), (230, 110, 90))
    c.ellipse(43, 42, 15, 3, (250, 236, 214))
    c.line([(77, 18), (77, 55)], 3, CHROME)
    c.box(88, 13, 110, 22, (60, 80, 90), 1.4)
    c.line([(92, 17.5), (104, 17.5)], 2, (120, 230, 180))
    for i in range(9):
        left, top = 89 + 7.6 * (i % 3), 27 + 8 * (i // 3)
        c.box(left, top, left + 5.6, top + 5.4, accent(paint.base, IRON, WHITE), 1)
    c.box(89, 53, 110, 59, accent(paint.base, (90, 180, 110), WHITE), 1.4)
