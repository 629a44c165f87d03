"""Papers, boxes and things that stand about: from a book to a letter box."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    GLEAM,
    IRON,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    WOOD,
    accent,
    heart_mark,
    ring,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
)

WHITE = COLOURS["white"]
BRASS: RGB = (226, 180, 76)
CARD: RGB = (206, 158, 104)
SUNNY: RGB = (255, 224, 120)


def book(c: Canvas, look: Look) -> None:
    """A closed book, upright and a little turned."""
    paint = tones(look, "red")
    trim = accent(paint.base, COLOURS["gold"], WHITE)
    c.polygon([(16, 16), (26, 6), (92, 6), (84, 16)], PAPER)
    for i in range(3):
        c.line([(19 + 2.6 * i, 13 - 2.4 * i), (86 + 2 * i, 13 - 2.4 * i)], 0.8, STEEL, False)
    c.polygon([(84, 16), (92, 6), (92, 98), (84, 108)], paint.line)
    c.polygon(rounded([(10, 14), (84, 14), (84, 110), (10, 110)], 3), paint.base)
    c.polygon(rounded([(10, 14), (22, 14), (22, 110), (10, 110)], 2), paint.dark)
    c.line([(22, 16), (22, 108)], 1.2, paint.line)
    c.line([(29, 22), (78, 22), (78, 102), (29, 102), (29, 22)], 1.8, trim)
    star_mark(c, 53.5, 56, 26, trim)
    for y, half in ((80, 16), (88, 10)):
        c.line([(53.5 - half, y), (53.5 + half, y)], 2, trim)


def open_book(c: Canvas, look: Look) -> None:
    """Two pages with lines in a coloured cover."""
    paint = tones(look, "blue")
    c.polygon(rounded([(2, 16), (66, 22), (130, 16), (130, 82), (66, 90), (2, 82)], 4), paint.base)
    for side in (-1, 1):
        middle, edge = 66 + side * 26, 66 + side * 58
        page = [*bezier((66, 18), (middle, 4), (edge, 12)), *bezier((edge, 76), (middle, 68), (66, 84))]
        c.polygon(page, PAPER if side < 0 else shade(PAPER, -0.05))
        for i in range(5):
            y = 24 + 9 * i
            c.curve((66 + side * 8, y + 2), (66 + side * 28, y - 7), (66 + side * 50, y - 3), 1.4, STEEL)
    c.line([(66, 19), (66, 84)], 1.6, shade(PAPER, -0.3))
    c.polygon([(84, 10), (92, 9.6), (92, 42), (88, 37), (84, 42)], accent(paint.base, TAIL, COLOURS["gold"]))


def envelope(c: Canvas, look: Look) -> None:
    """A sealed letter."""
    paint = tones(look, "white")
    c.box(4, 6, 116, 82, paint.base, 4)
    c.polygon([(5, 81), (50, 40), (70, 40), (115, 81)], paint.dark)
    c.line([(6, 80), (52, 40)], 1.2, paint.line)
    c.line([(114, 80), (68, 40)], 1.2, paint.line)
    c.polygon(rounded([(5, 6), (115, 6), (66, 52), (54, 52)], 4), paint.line)
    c.polygon(rounded([(6, 6), (114, 6), (65, 50), (55, 50)], 4), paint.light)
    c.ellipse(60, 50, 10.6, 10.6, accent(paint.base, TAIL, WHITE))
    heart_mark(c, 60, 51, 12, shade(accent(paint.base, TAIL, WHITE), -0.25))


def box(c: Canvas, look: Look) -> None:
    """A closed cardboard box with tape, from a corner."""
    paint = tones(look, CARD)
    c.polygon([(6, 32), (62, 50), (62, 108), (6, 86)], paint.base)
    c.polygon([(62, 50), (116, 30), (116, 84), (62, 108)], paint.dark)
    c.polygon([(6, 32), (60, 12), (116, 30), (62, 50)], paint.light)
    tape = accent(paint.base, (240, 214, 166), WHITE)
    c.polygon([(30, 23), (38, 20), (92, 39), (84, 42)], tape)
    c.polygon([(84, 42), (92, 39), (92, 54), (84, 58)], shade(tape, -0.1))
    for x in (18, 30):
        c.line([(x, 78 + x * 0.38), (x, 62 + x * 0.38)], 2, paint.line)
        c.polygon([(x - 4, 66 + x * 0.38), (x, 59 + x * 0.38), (x + 4, 68 + x * 0.38)], paint.line)


def gift_box(c: Canvas, look: Look) -> None:
    """A wrapped present with a bow."""
    paint = tones(look, "red")
    ribbon = toned(accent(paint.base, (250, 208, 84), WHITE))
    for side in (-1, 1):
        c.blob(
            [(52, 30), (52 + side * 14, 8), (52 + side * 34, 6), (52 + side * 36, 22), (52 + side * 20, 32)],
            ribbon.base,
        )
        c.blob([(52 + side * 8, 27), (52 + side * 18, 14), (52 + side * 28, 13), (52 + side * 26, 23)], ribbon.line)
    c.box(10, 48, 94, 104, paint.base, 3)
    c.box(10, 48, 94, 56, paint.dark)
    c.box(74, 48, 94, 104, paint.dark, 3)
    c.box(44, 48, 60, 104, ribbon.base)
    c.box(4, 30, 100, 50, paint.base, 3)
    c.line([(8, 33), (96, 33)], 2, paint.light)
    c.box(43, 30, 61, 50, ribbon.base)
    c.line([(46, 32), (46, 102)], 1.6, ribbon.light)
    c.box(44, 22, 60, 34, ribbon.dark, 5)


def flag(c: Canvas, look: Look) -> None:
    """A waving cloth on a pole."""
    paint = tones(look, "red")
    upper = [*bezier((14, 12), (40, -2), (62, 14)), *bezier((62, 14), (84, 28), (112, 14))]
    c.polygon([*upper, *((x, y + 56) for x, y in reversed(upper))], paint.base)
    c.inside(lambda d: d.polygon([(56, 0), (70, 18), (78, 90), (56, 90)], paint.dark))
    c.curve((20, 20), (38, 11), (52, 18), 2.4, paint.light)
    c.curve((84, 28), (98, 26), (108, 22), 2.4, paint.light)
    tube(c, [(10, 8), (10, 128)], 5, toned(WOOD))
    c.ellipse(10, 7, 5, 5, BRASS)


def globe(c: Canvas, look: Look) -> None:
    """The earth on a stand; the seas take the colour."""
    paint = tones(look, "blue")
    stand = toned(DARK_WOOD)
    c.polygon(rounded([(34, 112), (70, 112), (78, 122), (26, 122)], 3), stand.base)
    c.line([(52, 96), (52, 114)], 6, stand.base)
    ring(c, 52, 50, 48, 4.6, BRASS, -50, 130)
    c.ellipse(52, 50, 41, 41, paint.base)
    land = accent(paint.base, (98, 178, 92), (240, 214, 150))

    def continents(d: Canvas) -> None:
        d.blob([(22, 22), (40, 14), (52, 24), (42, 34), (38, 48), (28, 42), (14, 40)], land)
        d.blob([(36, 54), (50, 56), (52, 68), (44, 84), (38, 74)], land)
        d.blob([(64, 22), (80, 20), (94, 36), (90, 52), (78, 44), (72, 58), (64, 46)], land)
        d.blob([(70, 66), (82, 66), (84, 76), (72, 76)], land)
        d.polygon([*oval(52, 50, 46, 46, -60, 90), *reversed(oval(44, 46, 44, 44, -60, 90))], paint.dark)

    c.inside(continents)
    c.line(oval(52, 50, 34, 34, 200, 245), 3, paint.light)


def phone(c: Canvas, look: Look) -> None:
    """A telephone with a dial and its receiver."""
    paint = tones(look, "red")
    c.polygon(rounded([(26, 40), (84, 40), (102, 94), (8, 94)], 7), paint.base)
    c.polygon(rounded([(10, 86), (100, 86), (103, 94), (7, 94)], 3), paint.line)
    for x in (36, 74):
        c.box(x - 5, 30, x + 5, 44, paint.dark, 2)
    c.ellipse(55, 66, 21, 21, accent(paint.base, PAPER, CHROME))
    for i in range(10):
        hole = oval(55, 66, 15, 15, 30 * i - 60, 30 * i - 60)[0]
        c.ellipse(*hole, 3, 3, paint.line)
    c.ellipse(55, 66, 8, 8, paint.base)
    c.polygon([*bezier((6, 26), (55, -6), (104, 26)), *bezier((88, 26), (55, 8), (22, 26))], paint.base)
    for x in (4, 80):
        c.box(x, 20, x + 26, 38, paint.dark, 7)
    c.curve((24, 13), (55, 3), (86, 13), 2.4, paint.light)
    c.curve((14, 38), (-2, 62), (10, 86), 2.6, RUBBER)


def smartphone(c: Canvas, look: Look) -> None:
    """A phone with a bright screen of little pictures, in a coloured case."""
    paint = tones(look, "blue")
    c.box(4, 4, 68, 122, paint.base, 10)
    c.box(8, 8, 64, 118, RUBBER, 7)
    c.box(11, 14, 61, 110, paint.dark, 4)
    c.box(28, 9.6, 44, 12, IRON, 1)
    tiles = [COLOURS[word] for word in ("red", "yellow", "green", "blue", "violet", "orange")]
    for i, colour in enumerate(tiles):
        x, y = 16 + 15 * (i % 3), 56 + 16 * (i // 3)
        c.box(x, y, x + 11, y + 11, colour, 3)
    c.line([(24, 26), (48, 26)], 4, WHITE)
    c.line([(28, 36), (44, 36)], 2.6, WHITE)
    c.box(18, 94, 54, 105, WHITE, 4)
    for x, colour in ((26, tiles[2]), (36, tiles[3]), (46, tiles[0])):
        c.ellipse(x, 99.5, 3.4, 3.4, colour)


def laptop(c: Canvas, look: Look) -> None:
    """An open portable computer."""
    paint = tones(look, "silver")
    c.box(18, 4, 118, 74, paint.base, 6)
    screen = paint.dark if look.colour else (72, 116, 160)
    c.box(23, 9, 113, 69, screen, 2)
    c.polygon([(23, 9), (64, 9), (34, 69), (23, 69)], shade(screen, 0.16))
    for i, (width, colour) in enumerate(((34, SUNNY), (48, WHITE), (26, (130, 220, 170)))):
        c.line([(54, 26 + 12 * i), (54 + width, 26 + 12 * i)], 3.4, colour)
    c.polygon([(18, 74), (118, 74), (132, 92), (4, 92)], paint.light)
    c.polygon([(24, 77), (112, 77), (118, 85), (18, 85)], shade(paint.base, -0.3))
    c.polygon([(54, 86.6), (82, 86.6), (84, 91), (52, 91)], paint.dark)
    c.box(3, 91, 133, 97, paint.dark, 2.4)


def mailbox(c: Canvas, look: Look) -> None:
    """A rounded box on a post, its flag up, a letter in it."""
    paint = tones(look, "blue")
    tube(c, [(50, 62), (50, 124)], 9, toned(WOOD))
    c.polygon([(28, 68), (28, 38), *oval(28, 38, 20, 22, 270, 360)], paint.dark)
    c.polygon([(28, 16), (84, 16), *oval(84, 38, 20, 22, 270, 360), (104, 68), (28, 68)], paint.base)
    c.inside(lambda d: d.box(28, 58, 106, 70, paint.dark))
    c.line([(34, 20), (84, 20)], 2.6, paint.light)
    c.polygon([(8, 68), (8, 38), *oval(28, 38, 20, 22, 180, 360), (48, 68)], paint.line)
    c.polygon([(11, 66), (11, 38), *oval(28, 38, 17, 19, 180, 360), (45, 66)], shade(paint.line, -0.35))
    c.polygon([(2, 40), (34, 34), (37, 54), (5, 60)], PAPER)
    c.line([(3, 41), (21, 48), (34, 35)], 1.2, STEEL)
    mark = accent(paint.base, TAIL, SUNNY)
    c.line([(78, 46), (78, 10)], 3.4, mark)
    c.box(78, 4, 96, 16, mark, 1)


def tent(c: Canvas, look: Look) -> None:
    """A ridge tent with its flap open."""
    paint = tones(look, "orange")
    c.line([(4, 92), (20, 78)], 1.6, BRASS)
    c.line([(136, 92), (120, 70)], 1.6, BRASS)
    c.polygon([(50, 10), (100, 6), (128, 88), (96, 92)], paint.dark)
    c.polygon([(50, 10), (96, 92), (8, 92)], paint.base)
    c.polygon([(50, 26), (70, 92), (34, 92)], (74, 56, 50))
    c.polygon([(50, 22), (50, 30), (34, 92), (16, 92), (32, 60)], paint.light)
    c.polygon([(50, 22), (50, 30), (68, 92), (80, 92), (66, 60)], paint.light)
    c.line([(50, 4), (50, 12)], 2.6, DARK_WOOD)
    c.line([(72, 9), (110, 89)], 1, paint.line)
    for x, y in ((4, 92), (136, 92)):
        c.line([(x, y - 5), (x, y)], 2.6, IRON)


def kite(c: Canvas, look: Look) -> None:
    """A diamond with a tail of bows."""
    paint = tones(look, "red")
    tail = [*bezier((50, 92), (70, 104), (52, 116)), *bezier((52, 116), (36, 128), (58, 138))]
    c.line(tail, 1.4, IRON, False)
    bows: tuple[RGB, ...] = ((250, 200, 70), (80, 150, 220), (96, 184, 110))
    if look.colour:
        bows = (paint.base, paint.light, paint.dark)
    for (x, y), colour in zip((tail[6], tail[15], tail[26]), bows, strict=True):
        c.polygon([(x, y), (x - 9, y - 5), (x - 9, y + 5)], colour)
        c.polygon([(x, y), (x + 9, y - 5), (x + 9, y + 5)], colour)
    other = paint.light if look.colour else (250, 200, 70)
    c.polygon([(50, 4), (92, 40), (50, 94), (8, 40)], paint.base)
    c.polygon([(50, 4), (92, 40), (50, 40)], other)
    c.polygon([(50, 94), (8, 40), (50, 40)], other)
    c.line([(50, 5), (50, 93)], 1.6, DARK_WOOD)
    c.line([(9, 40), (91, 40)], 1.6, DARK_WOOD)


def crystal_ball(c: Canvas, look: Look) -> None:
    """A crystal ball on a stand, with stars in it."""
    paint = tones(look, "purple")
    c.polygon(rounded([(24, 84), (76, 84), (88, 108), (12, 108)], 4), BRASS)
    c.line([(20, 102), (80, 102)], 2, shade(BRASS, -0.3))
    c.ellipse(50, 48, 44, 44, paint.base)

    def mist(d: Canvas) -> None:
        d.ellipse(36, 66, 30, 20, paint.light)
        d.ellipse(70, 58, 18, 12, paint.light)
        d.polygon([*oval(50, 48, 50, 50, -50, 100), *reversed(oval(42, 44, 46, 46, -50, 100))], paint.dark)

    c.inside(mist)
    for x, y, size in ((50, 40, 22), (30, 52, 11), (68, 28, 12), (64, 62, 10)):
        star_mark(c, x, y, size, accent(paint.base, SUNNY, WHITE))
    c.line(oval(50, 48, 35, 35, 195, 245), 4, GLEAM)
    c.ellipse(50, 88, 26, 5, shade(BRASS, -0.2))


def compass(c: Canvas, look: Look) -> None:
    """A round case with a needle and marks."""
    paint = tones(look, "gold")
    ring(c, 50, 13, 11, 4, paint.dark)
    c.box(44, 18, 56, 28, paint.dark, 2)
    c.ellipse(50, 66, 43, 43, paint.base)
    c.line(oval(50, 66, 39, 39, 195, 280), 3, paint.light)
    c.ellipse(50, 66, 32, 32, paint.line)
    c.ellipse(50, 66, 30, 30, PAPER)
    for i in range(8):
        a, b = (oval(50, 66, r, r, 45 * i, 45 * i)[0] for r in (24 if i % 2 else 22, 28))
        c.line([a, b], 1.2 if i % 2 else 2.2, IRON)
    dx, dy = 22 * math.cos(math.radians(-58)), 22 * math.sin(math.radians(-58))
    for sign, colour in ((1, TAIL), (-1, (70, 90, 120))):
        tip = (50 + sign * dx, 66 + sign * dy)
        c.polygon([tip, (50 - dy * 0.2, 66 + dx * 0.2), (50 + dy * 0.2, 66 - dx * 0.2)], colour)
    c.ellipse(50, 66, 2.6, 2.6, BRASS)
