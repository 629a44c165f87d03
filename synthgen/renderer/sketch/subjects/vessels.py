"""Cups, pots, bottles and other vessels."""

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    IRON,
    PAPER,
    STEEL,
    TAIL,
    accent,
    heart_mark,
    ring,
    rounded,
    star_mark,
    tones,
)

WHITE = COLOURS["white"]
COFFEE: RGB = (110, 72, 48)


def _steam(c: Canvas, x: float, y: float) -> None:
    for dx in (-8, 0, 8):
        c.curve((x + dx, y), (x + dx - 4, y - 6), (x + dx, y - 10), 2, (224, 228, 232))
        c.curve((x + dx, y - 10), (x + dx + 4, y - 15), (x + dx, y - 20), 2, (224, 228, 232))


def cup(c: Canvas, look: Look) -> None:
    """A tea cup on its saucer."""
    paint = tones(look, "white")
    trim = accent(paint.base, COLOURS["gold"], WHITE)
    c.ellipse(48, 76, 44, 9, paint.dark)
    c.ellipse(48, 73, 44, 9, paint.base)
    c.ellipse(48, 72, 30, 5, paint.dark)
    ring(c, 82, 44, 14, 5, paint.base)
    c.polygon([*bezier((10, 26), (12, 72), (36, 74)), *bezier((60, 74), (84, 72), (86, 26))], paint.base)
    shadow = [*bezier((70, 20), (74, 66), (52, 75)), (62, 76), *bezier((60, 74), (84, 72), (86, 26))]
    c.inside(lambda d: d.polygon(shadow, paint.dark))
    c.ellipse(48, 26, 38, 9, trim)
    c.ellipse(48, 26, 36.4, 7.8, paint.light)
    c.ellipse(48, 27.4, 33, 6, (190, 110, 50))
    for x in (30, 48, 66):
        heart_mark(c, x, 48, 11, accent(paint.base, (236, 110, 130), WHITE))


def mug(c: Canvas, look: Look) -> None:
    """A straight mug with a thick handle and steam."""
    paint = tones(look, "blue")
    _steam(c, 38, 24)
    ring(c, 72, 58, 21, 8, paint.base)
    c.box(8, 30, 70, 94, paint.base, 8)
    c.inside(lambda d: d.box(56, 30, 70, 94, paint.dark))
    c.box(14, 40, 19, 82, paint.light, 2.5)
    c.ellipse(39, 32, 31, 8, paint.light)
    c.ellipse(39, 33, 27, 6, COFFEE)
    star_mark(c, 38, 64, 24, accent(paint.base, WHITE, COLOURS["gold"]))


def teapot(c: Canvas, look: Look) -> None:
    """A round belly, a spout, a handle, a lid."""
    paint = tones(look, "teal")
    dots = accent(paint.base, WHITE, (236, 110, 130))
    ring(c, 20, 46, 19, 6, paint.dark)
    c.polygon(rounded([(78, 60), (90, 40), (96, 22), (108, 20), (106, 34), (98, 60), (84, 76)], 4), paint.base)
    c.polygon([(95, 22), (108, 20), (106.6, 25), (95, 27)], paint.dark)
    c.ellipse(54, 54, 36, 32, paint.base)
    c.inside(lambda d: d.polygon([*oval(54, 50, 40, 30, 0, 180), (0, 90), (110, 90)], paint.dark))
    for x, y in ((36, 48), (54, 42), (72, 48), (45, 62), (63, 62)):
        c.ellipse(x, y, 4.4, 4.4, dots)
    c.box(34, 83, 74, 89, paint.dark, 3)
    c.polygon(oval(54, 26, 22, 12, 180, 360), paint.light)
    c.box(30, 24, 78, 29, paint.dark, 2.4)
    c.ellipse(54, 11, 5.4, 5.4, dots)


def plate(c: Canvas, look: Look) -> None:
    """A plate from above, between a fork and a knife."""
    paint = tones(look, "white")
    c.line([(10, 34), (10, 92)], 4, STEEL)
    for x in (4, 10, 16):
        c.line([(x, 10), (x, 30)], 2.6, STEEL)
    c.box(2.7, 27, 17.3, 36, STEEL, 4)
    c.polygon(rounded([(132, 10), (139, 14), (140, 50), (132, 50)], 3), CHROME)
    c.line([(136, 50), (136, 92)], 5, IRON)
    c.ellipse(74, 52, 46, 46, paint.dark)
    c.ellipse(74, 51, 45, 45, paint.base)
    c.ellipse(74, 51, 32, 32, paint.dark)
    c.ellipse(74, 52.4, 30.6, 30.6, paint.light)
    for i in range(16):
        dot = oval(74, 51, 38.6, 38.6, 22.5 * i, 22.5 * i)[0]
        c.ellipse(*dot, 2, 2, accent(paint.base, (70, 130, 200), WHITE))


def bottle(c: Canvas, look: Look) -> None:
    """A corked bottle with a label."""
    paint = tones(look, "green")
    c.box(24, 3, 36, 14, (196, 150, 100), 2)
    c.box(22, 12, 38, 18, paint.dark, 2)
    c.polygon(rounded([(24, 16), (36, 16), (36, 34), (52, 52), (52, 118), (8, 118), (8, 52), (24, 34)], 7), paint.base)
    c.inside(lambda d: d.box(43, 40, 54, 120, paint.dark))
    c.line([(14, 56), (14, 112)], 3, paint.light)
    c.line([(27.4, 20), (27.4, 34)], 2, paint.light)
    c.box(8, 66, 52, 98, PAPER, 1)
    c.box(8, 66, 52, 70, accent(paint.base, TAIL, (70, 130, 200)))
    for y in (78, 84, 90):
        c.line([(18, y), (42, y)], 1.4, STEEL)


def vase(c: Canvas, look: Look) -> None:
    """A painted vase with handles."""
    paint = tones(look, "blue")
    trim = accent(paint.base, WHITE, COLOURS["gold"])
    for x in (18, 62):
        ring(c, x, 34, 13, 4.4, paint.dark)
    half = [(54.0, 6.0), (50, 24), (68, 44), (74, 66), (62, 90), (50, 102)]
    c.blob([*half, *((80 - x, y) for x, y in reversed(half))], paint.base)

    def bands(d: Canvas) -> None:
        d.polygon([(60, 0), (80, 0), (80, 110), (48, 110), (66, 70)], paint.dark)
        d.box(0, 46, 80, 50, trim)
        d.box(0, 78, 80, 82, trim)
        for i in range(7):
            x = 4 + 12 * i
            d.polygon([(x - 6, 74), (x, 54), (x + 6, 74)], trim)
            d.polygon([(x - 3, 74), (x, 63), (x + 3, 74)], paint.base)

    c.inside(bands)
    c.ellipse(40, 7, 17, 4.4, paint.light)
    c.ellipse(40, 7.6, 13, 2.8, paint.line)
    c.box(24, 99, 56, 105, paint.dark, 2)


def basket(c: Canvas, look: Look) -> None:
    """A woven basket with a handle and a cloth."""
    paint = tones(look, (196, 142, 84))
    ring(c, 55, 48, 42, 6, paint.dark, 180, 360)
    cloth = accent(paint.base, TAIL, WHITE)
    c.blob([(12, 46), (30, 36), (56, 40), (82, 36), (98, 46), (84, 62), (56, 56), (26, 62)], WHITE)
    for x in (24, 40, 56, 72, 88):
        c.line([(x - 3, 44), (x, 52)], 3, cloth)
    c.polygon(rounded([(6, 48), (104, 48), (92, 92), (18, 92)], 5), paint.base)

    def weave(d: Canvas) -> None:
        for row in range(6):
            for i in range(12):
                x, y = 4 + 9.4 * i + (4.7 if row % 2 else 0), 52 + 7 * row
                d.box(x, y, x + 6.6, y + 4.6, paint.light if (i + row) % 3 else paint.dark, 1.6)

    c.inside(weave)
    c.box(2, 44, 108, 52, paint.dark, 4)
    for i in range(13):
        c.line([(7 + 8 * i, 45.6), (11 + 8 * i, 50.4)], 1.4, paint.light)


def bucket(c: Canvas, look: Look) -> None:
    """A pail with a wire handle, full of water."""
    paint = tones(look, "red")
    ring(c, 45, 36, 34, 3, STEEL, 180, 360)
    c.polygon(rounded([(6, 30), (84, 30), (74, 96), (16, 96)], 5), paint.base)
    c.inside(lambda d: d.polygon([(62, 30), (90, 30), (76, 98), (54, 98)], paint.dark))
    c.line([(17, 44), (23, 86)], 3.4, paint.light)
    c.ellipse(45, 31, 40, 9, paint.light)
    c.ellipse(45, 32, 36, 7, (110, 180, 226))
    c.line([(26, 31), (40, 30)], 1.4, (210, 236, 248))
    for x in (8, 82):
        c.ellipse(x, 34, 3.4, 3.4, IRON)
    c.box(14, 90, 76, 97, paint.line, 3)


def watering_can(c: Canvas, look: Look) -> None:
    """A can with a long spout, a rose and drops."""
    paint = tones(look, "green")
    ring(c, 22, 50, 20, 5, paint.dark)
    ring(c, 44, 38, 24, 5, paint.dark, 180, 360)
    c.polygon([(64, 72), (104, 22), (112, 28), (70, 88)], paint.base)
    c.polygon(rounded([(98, 20), (112, 8), (126, 26), (112, 34)], 3), paint.dark)
    c.ellipse(119, 17, 12, 5, paint.light, turn=52)
    for x, y in ((126, 36), (134, 30), (120, 44), (132, 46)):
        c.blob([(x, y - 4), (x + 2.6, y + 2), (x, y + 4.6), (x - 2.6, y + 2)], (90, 170, 226))
    c.polygon(rounded([(20, 36), (68, 36), (74, 94), (14, 94)], 5), paint.base)
    c.inside(lambda d: d.polygon([(56, 36), (72, 36), (76, 96), (58, 96)], paint.dark))
    c.line([(24, 46), (20, 86)], 3, paint.light)
    c.box(12, 86, 76, 95, paint.line, 3)
    c.box(17, 33, 71, 40, paint.light, 3)


def kettle(c: Canvas, look: Look) -> None:
    """A broad kettle with an arched handle over it."""
    paint = tones(look, "red")
    ring(c, 52, 38, 32, 5, IRON, 180, 360)
    c.polygon(rounded([(80, 62), (96, 40), (104, 34), (110, 40), (92, 78)], 3), paint.base)
    c.polygon(rounded([(26, 38), (78, 38), (94, 88), (10, 88)], 8), paint.base)
    c.inside(lambda d: d.polygon([(68, 46), (100, 46), (100, 90), (74, 90)], paint.dark))
    c.line([(28, 48), (20, 78)], 3.4, paint.light)
    c.polygon(oval(52, 38, 22, 11, 180, 360), paint.light)
    c.ellipse(52, 25, 5, 4.6, IRON)
    c.box(10, 86, 94, 92, IRON, 3)


def cooking_pot(c: Canvas, look: Look) -> None:
    """A pot with two handles and a lid."""
    paint = tones(look, "red")
    _steam(c, 54, 22)
    for x in (2, 92):
        c.box(x, 50, x + 14, 58, IRON, 3)
    c.box(10, 40, 98, 92, paint.base, 9)
    c.inside(lambda d: d.box(80, 40, 100, 94, paint.dark))
    c.line([(17, 52), (17, 82)], 3.4, paint.light)
    c.polygon(oval(54, 42, 44, 16, 180, 360), blend(paint.base, paint.light, 0.5))
    c.box(6, 38, 102, 45, STEEL, 3)
    c.ellipse(54, 25, 6, 4.6, IRON)


def spoon(c: Canvas, look: Look) -> None:
    """A spoon, its bowl up."""
    paint = tones(look, "silver")
    c.polygon(rounded([(26, 40), (32, 40), (35, 116), (23, 116)], 5), paint.base)
    c.line([(29, 50), (29.6, 110)], 1.6, paint.light)
    c.ellipse(29, 26, 19, 24, paint.base)
    c.ellipse(29, 27, 14.6, 19, paint.dark)
    c.ellipse(31, 30, 12, 15.6, blend(paint.base, paint.light, 0.4))
    c.line(oval(29, 26, 16, 21, 190, 260), 2, paint.light)
