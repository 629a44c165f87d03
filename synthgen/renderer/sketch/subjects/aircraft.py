"""What flies in the air or in space, from the side."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
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
    pane,
    rounded,
    toned,
    tones,
    wheel,
)

WHITE = COLOURS["white"]
DEEP_GLASS: RGB = shade(GLASS, -0.2)
WICKER: RGB = (176, 122, 70)


def airplane(c: Canvas, look: Look) -> None:
    """An airliner with a row of windows, wings and an engine."""
    paint = tones(look, "white")
    trim = (44, 110, 205) if look.colour in (None, WHITE) else paint.line
    c.polygon(rounded([(8, 8), (24, 6), (46, 42), (22, 44)], 4), trim)
    c.polygon(rounded([(74, 40), (92, 40), (66, 18), (58, 18)], 2), paint.dark)
    body = [(4, 40), (30, 36), (120, 34), (142, 40), (152, 50), (142, 58), (112, 62), (40, 60), (12, 50)]
    c.blob([(float(x), float(y)) for x, y in body], paint.base)
    c.inside(lambda d: d.polygon([(20, 55), (156, 55), (156, 70), (20, 70)], paint.dark))
    c.inside(lambda d: d.line([(4, 51.5), (156, 51.5)], 2, trim))
    for i in range(9):
        c.box(42 + 9 * i, 41.5, 46.6 + 9 * i, 47.5, DEEP_GLASS, 2)
    c.polygon(rounded([(130, 39.5), (138, 41), (144, 47), (130, 47)], 2), DEEP_GLASS)
    c.polygon(rounded([(2, 30), (14, 30), (30, 46), (20, 47)], 2), paint.line)
    c.box(80, 61, 102, 73, trim, 5)
    c.ellipse(101, 67, 3, 6, toned(trim).line)
    c.polygon(rounded([(66, 53), (96, 53), (56, 86), (44, 86)], 3), paint.light if look.colour else paint.dark)
    c.line([(94, 54), (56, 84)], 1.4, paint.line)


def fighter_jet(c: Canvas, look: Look) -> None:
    """A pointed body, swept wings, a glass canopy, a flame behind."""
    paint = tones(look, "gray")
    c.polygon([(14, 38), (1, 42), (14, 47)], COLOURS["orange"])
    c.polygon([(14, 40), (6, 42.5), (14, 45)], LAMP)
    c.polygon(rounded([(16, 8), (28, 8), (52, 36), (24, 38)], 2), paint.base)
    c.polygon(rounded([(86, 30), (94, 22), (112, 24), (124, 36)], 4), DEEP_GLASS)
    c.line([(98, 25), (108, 26)], 1.6, GLEAM)
    body = [(12, 36), (50, 32), (88, 30), (122, 34), (158, 44), (124, 50), (60, 54), (12, 50)]
    c.polygon(rounded([(float(x), float(y)) for x, y in body], 4), paint.base)
    c.polygon([(12, 45), (156, 44.5), (124, 50), (60, 54), (12, 50)], paint.dark)
    c.box(10, 37, 18, 49, IRON, 2)
    c.polygon(rounded([(92, 44), (56, 44), (28, 70), (40, 70)], 2), paint.line)
    c.polygon(rounded([(40, 44), (20, 44), (6, 56), (14, 57)], 2), paint.line)
    for radius, tone in ((5.4, WHITE), (3.6, accent(paint.base, TAIL, WHITE)), (1.6, WHITE)):
        c.ellipse(106, 41, radius, radius * 0.86, tone)


def biplane(c: Canvas, look: Look) -> None:
    """Two wings with struts, an open cockpit and a propeller."""
    paint = tones(look, "red")
    c.ellipse(132, 46, 3, 26, shade(DARK_WOOD, 0.15))
    wheel(c, 100, 80, 9, CHROME, 0)
    c.line([(94, 60), (100, 80), (108, 60)], 2.6, IRON)
    c.polygon(rounded([(4, 18), (18, 16), (30, 42), (8, 44)], 5), paint.base)
    head = accent(paint.base, DARK_WOOD, COLOURS["orange"])
    c.ellipse(68, 29, 7, 7, head)
    c.box(68, 26, 76, 31, DEEP_GLASS, 2)
    c.polygon(
        rounded([(6, 40), (60, 33), (120, 33), (130, 40), (130, 54), (118, 60), (70, 60), (10, 50)], 6), paint.base
    )
    c.polygon([(14, 51), (130, 51), (118, 60), (70, 60)], paint.dark)
    c.box(118, 34, 127, 59, paint.line, 3)
    c.ellipse(132, 46, 5, 5, CHROME)
    for x in (80, 112):
        c.line([(x, 12), (x - 4, 58)], 2, DARK_WOOD)
    c.line([(80, 12), (108, 56)], 0.8, IRON)
    c.box(62, 8, 128, 14, paint.base, 3)
    c.line([(66, 9.6), (124, 9.6)], 1.2, paint.light)
    c.box(58, 55, 124, 61, paint.light, 3)
    c.polygon(rounded([(2, 38), (30, 38), (26, 43), (4, 43)], 2), paint.light)
    mark = accent(paint.base, WHITE, TAIL)
    c.ellipse(44, 44, 6, 6, mark)
    c.ellipse(44, 44, 3, 3, accent(mark, COLOURS["blue"], WHITE))


def glider(c: Canvas, look: Look) -> None:
    """A slim body with very long wings and no engine."""
    paint = tones(look, "white")
    trim = accent(paint.base, TAIL, WHITE)
    c.polygon(rounded([(84, 38), (98, 36), (70, 4), (62, 4)], 2), paint.dark)
    c.polygon(rounded([(6, 12), (16, 12), (26, 38), (12, 40)], 3), trim)
    c.blob([(6, 38), (60, 36), (94, 30), (122, 32), (142, 42), (120, 52), (88, 52), (50, 44)], paint.base)
    c.inside(lambda d: d.polygon([(40, 45), (150, 45), (150, 56), (40, 56)], paint.dark))
    c.polygon(rounded([(98, 32), (120, 34), (132, 41), (100, 41)], 3), DEEP_GLASS)
    c.line([(104, 35), (116, 36)], 1.8, GLEAM)
    c.line([(14, 40.5), (60, 41.5)], 2, trim)
    c.polygon(rounded([(2, 36), (14, 36), (18, 41), (6, 41)], 2), paint.line)
    c.polygon(rounded([(88, 44), (108, 44), (40, 86), (26, 86)], 3), paint.base)
    c.polygon([(42, 75), (57, 75), (40, 86), (26, 86)], trim)
    c.line([(105, 45), (58, 74)], 1.4, paint.line)


def helicopter(c: Canvas, look: Look) -> None:
    """A round cabin with a large window, a tail, rotors and skids."""
    paint = tones(look, "blue")
    c.polygon(rounded([(6, 20), (16, 20), (26, 40), (64, 38), (64, 52), (20, 48)], 3), paint.base)
    c.ellipse(12, 34, 9.5, 9.5, STEEL)
    c.ellipse(12, 34, 7, 7, shade(STEEL, 0.4))
    c.line([(6, 28), (18, 40)], 2.2, IRON)
    c.line([(18, 28), (6, 40)], 2.2, IRON)
    c.box(84, 14, 90, 30, IRON, 1)
    for tip in (20, 152):
        c.line([(87, 13), (tip, 11)], 3.4, IRON)
    c.ellipse(87, 13, 5, 3.4, RUBBER)
    c.box(66, 24, 104, 36, paint.dark, 5)
    for x in (74, 110):
        c.line([(x, 76), (x - 3, 92)], 2.6, IRON)
    c.curve((54, 92), (110, 94), (132, 84), 3.2, IRON)
    c.blob([(50, 42), (72, 29), (104, 29), (130, 46), (138, 62), (122, 78), (72, 80), (52, 62)], paint.base)
    c.inside(lambda d: d.polygon([(50, 70), (142, 68), (142, 84), (50, 84)], paint.dark))
    c.polygon(rounded([(106, 36), (118, 38), (130, 52), (133, 62), (108, 62)], 4), GLASS)
    c.polygon([(112, 38), (118, 40), (116, 61), (110, 61)], GLEAM)
    c.box(82, 38, 102, 74, paint.line, 3)
    c.box(83.4, 39.4, 100.6, 72.6, paint.base, 2.4)
    pane(c, [(86, 42), (98, 42), (98, 58), (86, 58)], 2)
    pane(c, [(64, 42), (77, 42), (77, 56), (62, 56)], 3)


def hot_air_balloon(c: Canvas, look: Look) -> None:
    """A striped envelope over a wicker basket."""
    paint = tones(look, "red")
    for x, foot in ((28, 40), (46, 48), (72, 58), (54, 52)):
        c.line([(x, 78), (foot, 108)], 0.9, DARK_WOOD)
    shape = [(50, 3), (80, 14), (92, 42), (80, 68), (62, 88), (38, 88), (20, 68), (8, 42), (20, 14)]
    c.blob([(float(x), float(y)) for x, y in shape], paint.base)
    stripe = accent(paint.base, paint.light, paint.dark) if look.colour else COLOURS["yellow"]

    def gores(d: Canvas) -> None:
        d.polygon(oval(50, 44, 29, 60, 0, 360), stripe)
        d.polygon(oval(50, 44, 18, 60, 0, 360), paint.base)
        d.polygon(oval(50, 44, 5.5, 60, 0, 360), stripe)
        d.polygon([(80, 0), (100, 0), (100, 90), (60, 90), (80, 66), (86, 42)], paint.dark)

    c.inside(gores)
    c.box(37, 86, 63, 91, paint.line, 2)
    c.polygon([(46, 96), (54, 96), (50, 87)], COLOURS["orange"])
    c.polygon(rounded([(38, 104), (62, 104), (60, 122), (40, 122)], 3), WICKER)
    c.box(37, 102, 63, 106, DARK_WOOD, 1.5)
    for x in (44, 50, 56):
        c.line([(x, 107), (x, 120)], 0.9, shade(WICKER, -0.25))
    for y in (111, 116):
        c.line([(40, y), (60, y)], 0.9, shade(WICKER, -0.25))


def airship(c: Canvas, look: Look) -> None:
    """A long balloon with fins and a gondola below it."""
    paint = tones(look, "silver")
    c.polygon(rounded([(4, 6), (20, 6), (40, 28), (20, 32)], 4), paint.line)
    c.polygon(rounded([(4, 66), (20, 66), (40, 44), (20, 40)], 4), paint.line)
    c.blob([(6, 36), (36, 12), (88, 4), (134, 14), (156, 36), (134, 58), (88, 68), (36, 60)], paint.base)

    def skin(d: Canvas) -> None:
        d.polygon(oval(82, 88, 110, 36), paint.dark)
        for ry in (30, 14):
            d.line(oval(80, 36, 74, ry, 180, 360), 1, paint.line)
            d.line(oval(80, 36, 74, ry, 0, 180), 1, paint.line)
        d.line([(6, 36), (156, 36)], 6, accent(paint.base, TAIL, WHITE))
        d.line(oval(84, 36, 66, 25, 215, 310), 3, paint.light)

    c.inside(skin)
    c.polygon(rounded([(2, 32), (30, 34), (30, 40), (2, 42)], 2), paint.line)
    c.polygon(rounded([(60, 66), (112, 64), (104, 80), (66, 80)], 4), IRON)
    for i in range(4):
        c.box(68 + 9 * i, 69, 75 + 9 * i, 74.5, LAMP, 1)


def rocket(c: Canvas, look: Look) -> None:
    """A pointed body with a porthole, three fins and a flame."""
    paint = tones(look, "white")
    trim = TAIL if look.colour in (None, WHITE) else paint.line
    c.blob([(32, 100), (48, 100), (47, 114), (40, 128), (33, 114)], COLOURS["orange"])
    c.blob([(36, 100), (44, 100), (43, 108), (40, 117), (37, 108)], LAMP)
    c.polygon(rounded([(30, 98), (50, 98), (47, 106), (33, 106)], 2), IRON)
    for side in (-1, 1):
        c.polygon(
            rounded([(40 + side * 14, 62), (40 + side * 34, 88), (40 + side * 34, 108), (40 + side * 14, 96)], 4), trim
        )
    shape = [(40, 4), (54, 26), (59, 54), (56, 82), (50, 99), (30, 99), (24, 82), (21, 54), (26, 26)]
    c.blob([(float(x), float(y)) for x, y in shape], paint.base)
    c.inside(lambda d: d.polygon([(50, 0), (66, 0), (66, 104), (44, 104), (52, 60)], paint.dark))
    c.inside(lambda d: d.box(0, 0, 80, 25, trim))
    c.inside(lambda d: d.box(0, 82, 80, 88, trim))
    for r, colour in ((12, paint.line), (9.6, DEEP_GLASS)):
        c.ellipse(40, 46, r, r, colour)
    c.ellipse(37, 43, 3.4, 3.4, GLEAM)
    c.ellipse(40, 68, 4.4, 4.4, paint.line)
    c.ellipse(40, 68, 3, 3, DEEP_GLASS)
    c.box(37, 76, 43, 108, toned(trim).dark, 3)


def space_shuttle(c: Canvas, look: Look) -> None:
    """A white orbiter with a dark belly and nose, standing on its tail with tank and boosters."""
    paint = tones(look, "white")
    tank = accent(paint.base, (206, 110, 50), (150, 156, 164))
    for x in (22, 78):
        c.blob([(x - 5, 114), (x + 5, 114), (x + 4, 122), (x, 134), (x - 4, 122)], COLOURS["orange"])
        c.blob([(x - 3, 114), (x + 3, 114), (x, 126)], LAMP)
    c.polygon(rounded([(36, 112), (36, 18), (50, 2), (64, 18), (64, 112)], 10), tank)
    for x in (22, 78):
        c.polygon(rounded([(x - 7, 112), (x - 7, 28), (x, 14), (x + 7, 28), (x + 7, 112)], 4), paint.dark)
        c.line([(x - 7, 44), (x + 7, 44)], 1.4, paint.line, False)
        c.polygon([(x - 8, 108), (x + 8, 108), (x + 10, 116), (x - 10, 116)], IRON)
    c.polygon(rounded([(38, 68), (10, 100), (10, 110), (90, 110), (90, 100), (62, 68)], 3), paint.base)
    c.line([(12, 108), (88, 108)], 3, RUBBER)
    c.blob([(50, 30), (60, 44), (63, 70), (63, 108), (37, 108), (37, 70), (40, 44)], paint.base)
    c.inside(lambda d: d.line([(60, 50), (61, 106)], 4, paint.dark))
    c.polygon(rounded([(43, 46), (57, 46), (59, 53), (41, 53)], 2), RUBBER)
    for x in (46, 54):
        c.box(x - 3, 47.5, x + 3, 51.5, DEEP_GLASS, 1)
    c.ellipse(50, 33.5, 5, 3, paint.line)
    c.line([(50, 62), (50, 98)], 1, paint.line)
    c.polygon([(47, 84), (53, 84), (51.5, 116), (48.5, 116)], paint.line)
    for x in (42, 58):
        c.polygon([(x - 3, 106), (x + 3, 106), (x + 5, 116), (x - 5, 116)], IRON)


def ufo(c: Canvas, look: Look) -> None:
    """A saucer with lights, and a green pilot under the dome."""
    paint = tones(look, "silver")
    c.polygon(oval(70, 38, 32, 34, 180, 360), GLASS)
    alien = accent(paint.base, (120, 200, 90), (180, 150, 220))
    c.ellipse(70, 26, 12, 13, alien)
    c.box(60, 34, 80, 44, shade(alien, -0.2), 5)
    for side in (-1, 1):
        c.ellipse(70 + side * 5, 25, 2.6, 4, RUBBER, turn=side * 20)
    c.curve((66, 32), (70, 35), (74, 32), 1.2, RUBBER)
    c.inside(lambda d: d.line(oval(70, 38, 27, 29, 200, 240), 2.4, GLEAM))
    c.polygon(oval(70, 58, 30, 16, 0, 180), paint.line)
    c.ellipse(70, 50, 66, 17, paint.base)
    c.inside(lambda d: d.polygon(oval(70, 56, 74, 15, 0, 180), paint.dark))
    c.ellipse(70, 42, 36, 6, paint.line)
    c.line(oval(70, 48, 56, 12, 195, 250), 2, paint.light)
    for i, x in enumerate((14, 41, 70, 99, 126)):
        y = 56 - abs(i - 2) ** 2 * 1.3
        c.ellipse(x, y, 4.6, 4, toned(paint.base).line)
        c.ellipse(x, y, 3.4, 3, (LAMP, TAIL, (110, 220, 140))[i % 3])


def drone(c: Canvas, look: Look) -> None:
    """Four rotors on arms, a camera below."""
    paint = tones(look, "white")
    for x in (16, 104):
        c.line([(60, 40), (x, 26)], 5, paint.dark)
        c.box(x - 3, 20, x + 3, 34, IRON, 2)
        for side in (-1, 1):
            c.ellipse(x + side * 7.5, 19, 8, 2.2, STEEL)
        c.ellipse(x, 19, 3, 3, RUBBER)
    for x in (34, 86):
        c.line([(x, 48), (x - 4 if x < 60 else x + 4, 72)], 3, paint.dark)
    c.polygon(rounded([(28, 38), (42, 28), (78, 28), (92, 38), (82, 54), (38, 54)], 7), paint.base)
    c.line([(44, 31), (76, 31)], 1.6, paint.light)
    c.box(38, 47, 82, 54, paint.dark, 3)
    for x, colour in ((36, TAIL), (84, (110, 220, 140))):
        c.ellipse(x, 40, 2.6, 2.6, colour)
    c.box(50, 53, 70, 66, IRON, 4)
    c.ellipse(60, 61, 6, 6, RUBBER)
    c.ellipse(60, 61, 3.6, 3.6, DEEP_GLASS)
