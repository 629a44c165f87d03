"""Musical instruments and what one hears with."""

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    IRON,
    LAMP,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    accent,
    ring,
    rounded,
    toned,
    tones,
    tube,
)

WHITE = COLOURS["white"]
BRASS: RGB = (232, 186, 74)


def _waisted(half: list[Point], middle: float) -> list[Point]:
    return [*half, *((2 * middle - x, y) for x, y in reversed(half))]


def guitar(c: Canvas, look: Look) -> None:
    """An acoustic guitar: round hole, bridge, frets, six pegs."""
    paint = tones(look, (206, 134, 62))
    c.box(34, 14, 44, 66, DARK_WOOD, 1)
    c.polygon(rounded([(31, 2), (47, 2), (45, 18), (33, 18)], 3), shade(DARK_WOOD, -0.2))
    for y in (5.5, 10, 14.5):
        for x in (29.6, 48.4):
            c.ellipse(x, y, 2, 1.6, CHROME)
    for i in range(7):
        c.line([(34.4, 22 + 6 * i), (43.6, 22 + 6 * i)], 0.8, BRASS, False)
    half = [(39.0, 56.0), (52, 56), (64, 66), (62, 80), (58, 88), (70, 100), (74, 116), (62, 132), (39, 136)]
    c.blob(_waisted(half[1:], 39), paint.dark)
    small = [(39 + (x - 39) * 0.93, 96 + (y - 96) * 0.94) for x, y in half[1:]]
    c.blob(_waisted(small, 39), paint.base)
    c.inside(lambda d: d.curve((16, 66), (24, 82), (10, 102), 2.4, paint.light))
    c.ellipse(39, 86, 11.6, 11.6, DARK_WOOD)
    c.ellipse(39, 86, 9.4, 9.4, (52, 36, 30))
    c.box(34, 56, 44, 78, DARK_WOOD, 1)
    c.box(26, 112, 52, 117, DARK_WOOD, 1.4)
    for i in range(5):
        c.line([(35.4 + 1.8 * i, 18), (35.4 + 1.8 * i, 114)], 0.5, PAPER, False)


def violin(c: Canvas, look: Look) -> None:
    """A waisted body with f-holes, a scroll, and the bow."""
    paint = tones(look, (176, 88, 40))
    c.line([(84, 6), (72, 130)], 2.2, DARK_WOOD)
    c.line([(80, 8), (69, 126)], 0.9, PAPER)
    c.box(70, 118, 76, 128, RUBBER, 1)
    c.box(30, 10, 38, 60, RUBBER, 1)
    c.box(30, 10, 38, 22, paint.dark, 1)
    c.ellipse(34, 8, 6, 6, paint.base)
    c.ellipse(34, 8, 3, 3, paint.line)
    for y in (14, 19):
        for x in (26.6, 41.4):
            c.ellipse(x, y, 2.6, 1.4, RUBBER)
    half = [(44.0, 46.0), (56, 54), (58, 68), (50, 76), (48, 88), (58, 94), (64, 108), (58, 126), (42, 134)]
    c.blob(_waisted(half, 34), paint.dark)
    small = [(34 + (x - 34) * 0.91, 92 + (y - 92) * 0.94) for x, y in half]
    c.blob(_waisted(small, 34), paint.base)
    c.inside(lambda d: d.curve((16, 54), (20, 70), (14, 112), 2, paint.light))
    for side in (-1, 1):
        x = 34 + side * 12
        c.curve((x, 82), (x + side * 5, 90), (x, 100), 1.6, RUBBER)
        c.ellipse(x, 82, 1.5, 1.5, RUBBER)
        c.ellipse(x, 100, 1.5, 1.5, RUBBER)
    c.polygon([(30, 48), (38, 48), (39, 84), (29, 84)], RUBBER)
    c.box(25, 93, 43, 95.6, (236, 206, 150), 1)
    c.polygon([(29, 104), (39, 104), (36, 128), (32, 128)], RUBBER)
    for i in range(4):
        c.line([(31.4 + 1.7 * i, 22), (31 + 2 * i, 106)], 0.5, PAPER, False)


def drum(c: Canvas, look: Look) -> None:
    """A snare drum with ropes and two sticks."""
    paint = tones(look, "red")
    hoop = accent(paint.base, BRASS, WHITE)
    c.ellipse(55, 86, 48, 12, hoop)
    c.box(7, 36, 103, 84, paint.base)
    c.ellipse(55, 82, 48, 12, paint.base)
    c.polygon([(84, 36), (103, 36), (103, 82), *oval(55, 82, 48, 12, 0, 53)], paint.dark)
    for i in range(6):
        x = 8 + 16 * i
        sag = 10 * (1 - ((x + 8 - 55) / 48) ** 2)
        c.line([(x, 44 + sag * 0.6), (x + 8, 84 + sag * 0.9), (x + 16, 44 + sag * 0.6)], 1.8, PAPER)
    c.ellipse(55, 37, 50, 13, hoop)
    c.ellipse(55, 34, 50, 13, hoop)
    c.ellipse(55, 33, 45, 10, PAPER)
    for start, end in (((22, 6), (66, 34)), ((96, 4), (48, 30))):
        tube(c, [start, end], 4, toned((206, 150, 90)))
        c.ellipse(end[0], end[1], 4.4, 3.6, (206, 150, 90))


def trumpet(c: Canvas, look: Look) -> None:
    """A bell, three valves and a bent tube."""
    paint = tones(look, "gold")
    c.box(36, 40, 88, 66, paint.base, 12)
    c.inside(lambda d: d.box(41, 45, 83, 61, paint.line, 8))
    c.polygon(rounded([(42, 46), (82, 46), (82, 60), (42, 60)], 6), shade(paint.line, -0.25))
    tube(c, [(10, 43), (100, 43)], 5, paint)
    c.polygon([*bezier((96, 38), (120, 38), (134, 18)), (134, 70), *bezier((134, 70), (120, 49), (96, 48))], paint.base)
    c.ellipse(134, 44, 5.6, 26, paint.light)
    c.ellipse(135, 44, 3.2, 20, paint.line)
    for x in (52, 62, 72):
        c.box(x - 4, 30, x + 4, 70, paint.dark, 2)
        c.line([(x - 1.4, 32), (x - 1.4, 68)], 1.4, paint.light)
        c.line([(x, 30), (x, 24)], 2, STEEL)
        c.box(x - 4, 20, x + 4, 24.6, PAPER, 2)
    c.polygon(rounded([(2, 36), (12, 41), (12, 45), (2, 50)], 1.4), paint.dark)


def microphone(c: Canvas, look: Look) -> None:
    """A round mesh head on a tapering handle, slanted."""
    paint = tones(look, "black")
    head = paint.light if look.colour else STEEL
    c.ellipse(64, 36, 29, 29, head)

    def mesh(d: Canvas) -> None:
        for i in range(7):
            r = 28 - 4 * i
            d.line(oval(64, 36, r, 28, turn=45), 1.1, shade(head, -0.3), False)
            d.line(oval(64, 36, 28, r, turn=45), 1.1, shade(head, -0.3), False)

    c.inside(mesh)
    c.polygon(rounded([(34, 42), (44, 34), (66, 56), (58, 66)], 3), paint.dark)
    c.polygon(rounded([(40, 44), (56, 60), (16, 112), (4, 100)], 4), paint.base)
    c.line([(40, 52), (11, 96)], 3, paint.light)
    c.polygon(rounded([(28, 74), (35, 79), (31, 85), (24, 80)], 1.6), accent(paint.base, TAIL, WHITE))
    c.line(oval(64, 36, 22, 22, 230, 300), 3, CHROME)


def headphones(c: Canvas, look: Look) -> None:
    """A padded band and two shells."""
    paint = tones(look, "purple")
    ring(c, 50, 54, 44, 9, paint.base, 180, 360)
    ring(c, 50, 54, 42, 2.4, paint.light, 200, 330)
    ring(c, 50, 54, 36, 4, RUBBER, 200, 340)
    for side in (-1, 1):
        x = 50 + side * 40
        c.box(x - 4, 46, x + 4, 62, IRON, 2)
        c.box(min(50 + side * 22, 50 + side * 34), 56, max(50 + side * 22, 50 + side * 34), 94, RUBBER, 5)
        c.box(min(50 + side * 30, 50 + side * 47), 54, max(50 + side * 30, 50 + side * 47), 96, paint.base, 8)
        c.line([(50 + side * 41, 62), (50 + side * 41, 88)], 3, paint.light)


def radio(c: Canvas, look: Look) -> None:
    """A set with a handle, a grille, a dial and an aerial."""
    paint = tones(look, "turquoise")
    c.line([(100, 34), (116, 4)], 2.2, STEEL)
    c.ellipse(116, 4, 2.6, 2.6, STEEL)
    c.line([(26, 34), (26, 22), (88, 22), (88, 34)], 5, IRON)
    for x in (20, 100):
        c.box(x - 6, 88, x + 6, 94, RUBBER, 2)
    c.box(4, 30, 116, 90, paint.base, 9)
    c.box(8, 33, 112, 39, paint.light, 3)
    c.ellipse(36, 64, 23, 23, paint.line)
    c.ellipse(36, 64, 20.6, 20.6, RUBBER)
    for r in (15, 10, 5):
        ring(c, 36, 64, r, 1.6, STEEL)
    c.box(66, 44, 108, 62, PAPER, 2)
    for i in range(8):
        c.line([(70 + 5 * i, 47), (70 + 5 * i, 51 if i % 2 else 54)], 1, IRON)
    c.line([(86, 45), (86, 61)], 1.6, TAIL)
    for x in (74, 98):
        c.ellipse(x, 76, 8, 8, paint.line)
        c.ellipse(x, 75.4, 6.8, 6.8, accent(paint.base, PAPER, LAMP))
        c.line([(x, 75), (x, 70)], 1.6, IRON)


def bell(c: Canvas, look: Look) -> None:
    """A bell with a bow on top and the clapper below."""
    paint = tones(look, "gold")
    c.ellipse(45, 92, 9, 9, paint.line)
    half = [(45.0, 14.0), (60, 18), (68, 36), (70, 58), (80, 76), (84, 84), (45, 86)]
    c.blob(_waisted(half[1:-1], 45), paint.base)
    c.inside(lambda d: d.polygon([(58, 10), (90, 10), (90, 90), (62, 90), (60, 50)], paint.dark))
    c.curve((30, 28), (24, 44), (24, 62), 4, paint.light)
    c.box(3, 78, 87, 88, paint.base, 5)
    c.line([(10, 81), (80, 81)], 1.6, paint.light)
    bow = accent(paint.base, TAIL, LAMP)
    for side in (-1, 1):
        c.polygon(rounded([(45, 14), (45 + side * 22, 2), (45 + side * 24, 22)], 4), bow)
        c.line([(45 + side * 6, 14), (45 + side * 16, 12)], 1.2, shade(bow, -0.3))
    c.ellipse(45, 14, 6, 6, shade(bow, -0.15))


def whistle(c: Canvas, look: Look) -> None:
    """A referee's whistle on a cord."""
    paint = tones(look, "orange")
    c.curve((20, 44), (-2, 20), (30, 8), 2.4, RUBBER)
    c.curve((30, 8), (70, -4), (60, 24), 2.4, RUBBER)
    ring(c, 18, 48, 7, 2.4, STEEL)
    c.ellipse(46, 58, 30, 30, paint.base)
    c.box(46, 28, 110, 52, paint.base, 4)
    c.box(70, 44, 110, 52, paint.dark, 2)
    c.line([(50, 32), (104, 32)], 2.4, paint.light)
    c.polygon([(58, 28), (78, 28), (70, 42)], shade(paint.line, -0.3))
    c.ellipse(46, 58, 16, 16, paint.line)
    c.ellipse(46, 58, 13.6, 13.6, paint.dark)
    c.ellipse(48, 62, 7, 7, accent(paint.dark, (236, 204, 150), WHITE))
    c.line(oval(46, 58, 24, 24, 150, 220), 3, paint.light)


def xylophone(c: Canvas, look: Look) -> None:
    """Coloured bars from long to short, and two mallets."""
    words = ("red", "orange", "yellow", "green", "blue", "violet")
    for y0, y1 in ((24, 36), (72, 60)):
        c.line([(6, y0), (112, y1)], 6, DARK_WOOD)
    for i, colour in enumerate(COLOURS[word] for word in words):
        x, half = 12 + 17 * i, 38 - 4 * i
        c.box(x, 48 - half, x + 13, 48 + half, colour, 4)
        c.line([(x + 3, 52 - half), (x + 3, 44 + half)], 2, shade(colour, 0.35))
        for y in (48 - half + 8, 48 + half - 8):
            c.ellipse(x + 6.5, y, 1.8, 1.8, PAPER)
    for x, y, tip in ((40, 96, (70, 40)), (96, 94, (62, 56))):
        c.line([(x, y), (float(tip[0]), float(tip[1]))], 2.6, (206, 150, 90))
        c.ellipse(tip[0], tip[1], 5.4, 5.4, TAIL if x == 40 else (70, 150, 220))
