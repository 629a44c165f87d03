"""Sea animals without bones, and others with soft bodies or shells."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import ball, bead, blush, eye, ink_on, lump, smile, taper

SIDES = (-1, 1)


def octopus(c: Canvas, look: Look) -> None:
    """A large round head, eight arms that curl."""
    base = look.colour or (238, 108, 160)
    dark, pale = shade(base, -0.16), shade(base, 0.5) if sum(base) < 640 else (210, 210, 214)
    for side in SIDES:
        for reach, low, curl in ((46, 78, 16), (34, 96, 13), (19, 104, 9)):
            end = (60 + side * (reach + 5), low - curl)
            taper(c, (60 + side * 12, 58), (60 + side * reach * 0.5, low + 10), (60 + side * reach, low), 15, 8, dark)
            taper(c, (60 + side * reach, low), (60 + side * (reach + 10), low - 3), end, 8, 3.4, dark)
    c.ellipse(60, 72, 22, 16, shade(base, -0.3))
    for side in SIDES:
        for reach, low in ((28, 90), (11, 102)):
            taper(c, (60 + side * 9, 62), (60 + side * reach * 0.5, low - 4), (60 + side * reach, low), 14, 7, base)
            taper(
                c,
                (60 + side * reach, low),
                (60 + side * (reach + 6), low + 3),
                (60 + side * (reach + 8), low - 5),
                7,
                3,
                base,
            )
            for t in (0.5, 0.72, 0.92):
                c.ellipse(60 + side * (9 + (reach - 9) * t - 2), 64 + (low - 62) * t, 1.9, 1.9, pale)
    lump(c, [(60, 4), (82, 10), (92, 32), (84, 54), (72, 68), (48, 68), (36, 54), (28, 32), (38, 10)], base, rim=2.8)
    c.ellipse(44, 18, 8, 5.4, shade(base, 0.42), turn=-36)
    for x, y in ((74, 16), (81, 26), (72, 26)):
        c.ellipse(x, y, 2.6, 2.3, dark)
    for side in SIDES:
        eye(c, 60 + side * 12, 42, 8)
        blush(c, 60 + side * 20, 55, 4.6, base)
    smile(c, 60, 52, 6, ink_on(base), 1.8)


def squid(c: Canvas, look: Look) -> None:
    """A pointed mantle with two fins, arms below, two of them long with paddles."""
    base = look.colour or (240, 130, 116)
    dark = shade(base, -0.18)
    for side in SIDES:
        c.curve((50 + side * 10, 80), (50 + side * 34, 92), (50 + side * 30, 116), 3.4, dark)
        c.ellipse(50 + side * 30, 120, 5, 9, dark, turn=side * 8)
        for reach in (17, 10, 3):
            taper(
                c,
                (50 + side * reach * 0.7, 78),
                (50 + side * reach * 1.7, 96),
                (50 + side * reach, 112),
                7.4,
                2.6,
                shade(base, -0.08),
            )
        c.polygon(smooth([(50 + side * x, y) for x, y in ((4, 4), (26, 24), (36, 40), (20, 42))]), dark)
    lump(c, [(50, 2), (62, 18), (70, 42), (69, 70), (60, 84), (40, 84), (31, 70), (30, 42), (38, 18)], base, rim=2.2)
    for x, y in ((44, 26), (54, 20), (56, 34), (46, 40), (50, 12)):
        c.ellipse(x, y, 2, 1.8, dark)
    for side in SIDES:
        eye(c, 50 + side * 10, 62, 7)
        blush(c, 50 + side * 14, 73, 3.6, base)
    smile(c, 50, 70, 4.6, ink_on(base))


def starfish(c: Canvas, look: Look) -> None:
    """Five plump arms with dots, and a face."""
    base = look.colour or (250, 140, 60)
    points = []
    for i in range(10):
        angle, r = math.radians(36 * i - 90), 48 if i % 2 == 0 else 23
        points.append((50 + r * math.cos(angle), 52 + r * math.sin(angle)))
    lump(c, points, base, rim=3)
    pale = shade(base, 0.5) if sum(base) < 640 else (214, 212, 216)
    for i in range(5):
        angle = math.radians(72 * i - 90)
        for r, size in ((26, 3.2), (34, 2.6), (41, 2)):
            c.ellipse(50 + r * math.cos(angle), 52 + r * math.sin(angle), size, size, pale)
    for side in SIDES:
        eye(c, 50 + side * 8, 48, 5)
        blush(c, 50 + side * 14, 57, 3.6, base)
    smile(c, 50, 54, 5, ink_on(base))


def crab(c: Canvas, look: Look) -> None:
    """Two raised claws, eyes on stalks."""
    base = look.colour or (232, 70, 54)
    dark = shade(base, -0.2)
    for side in SIDES:
        for i in range(3):
            knee = (60 + side * (45 - i * 3), 62 + i * 9)
            c.line([(60 + side * 24, 64 + i * 4), knee], 5, dark)
            c.line([knee, (60 + side * (49 - i * 6), 78 + i * 8)], 4, dark)
        taper(c, (60 + side * 24, 54), (60 + side * 42, 54), (60 + side * 44, 36), 8, 8, dark)
        x, y = 60 + side * 45, 24
        claw = oval(x, y, 13, 15, -50 if side > 0 else -90, 270 if side > 0 else 230)
        c.polygon([*claw, (x - side * 1, y + 3)], base)
        c.line([(60 + side * 10, 46), (60 + side * 11, 26)], 3.6, dark)
    lump(c, [(60, 38), (82, 42), (94, 58), (84, 78), (60, 84), (36, 78), (26, 58), (38, 42)], base, rim=2.8)
    c.ellipse(43, 49, 7, 3.6, shade(base, 0.4), turn=-24)
    for x, y in ((74, 50), (80, 56), (70, 57)):
        c.ellipse(x, y, 2, 1.7, dark)
    for side in SIDES:
        eye(c, 60 + side * 11, 23, 7)
        blush(c, 60 + side * 19, 66, 4.6, base)
    smile(c, 60, 62, 9, ink_on(base), 2)


def snail(c: Canvas, look: Look) -> None:
    """A spiral shell, eyes on stalks."""
    shell = look.colour or (206, 128, 74)
    skin: RGB = (240, 206, 150)
    line = shade(shell, -0.32)
    c.blob([(4, 92), (14, 80), (34, 76), (70, 74), (92, 74), (104, 84), (102, 92), (60, 95)], skin)
    for dx, top in ((-4, 34), (8, 36)):
        c.line([(96, 62), (96 + dx * 1.3, top)], 3, shade(skin, -0.1))
    taper(c, (84, 84), (92, 74), (96, 60), 22, 17, skin)
    ball(c, 48, 50, 37, 36, shell)
    turns = []
    for i in range(70):
        angle, r = i * 0.215, 31 - i * 0.43
        turns.append((48 + r * math.cos(angle + 0.9), 51 + r * math.sin(angle + 0.9)))
    c.line(turns, 3.6, line)
    c.ellipse(33, 28, 8, 4, shade(shell, 0.4), turn=-40)
    for dx, top in ((-4, 34), (8, 36)):
        eye(c, 96 + dx * 1.3, top, 4.6)
    c.curve((97, 67), (101, 69), (104, 64), 1.5, ink_on(skin))
    blush(c, 94, 66, 3, skin)


def spider(c: Canvas, look: Look) -> None:
    """Round, with eight bent legs and a friendly face."""
    base = look.colour or (62, 56, 70)
    for side in SIDES:
        for knee, foot in (((36, 18), (46, 44)), ((46, 36), (56, 64)), ((46, 58), (54, 88)), ((32, 74), (38, 102))):
            start = (60 + side * 16, 56)
            c.line([start, (60 + side * knee[0], knee[1])], 3.8, shade(base, -0.16))
            c.line([(60 + side * knee[0], knee[1]), (60 + side * foot[0], foot[1])], 3, shade(base, -0.16))
    ball(c, 60, 40, 28, 27, base)
    c.ellipse(50, 25, 7, 4.4, shade(base, 0.34), turn=-36)
    mark = (232, 76, 70) if look.colour is None else shade(base, 0.5)
    c.polygon([(53, 22), (67, 22), (60, 31), (67, 40), (53, 40), (60, 31)], mark)
    ball(c, 60, 68, 21, 18, base)
    for side in SIDES:
        eye(c, 60 + side * 7.5, 64, 6)
        eye(c, 60 + side * 17, 60, 3.2)
        c.polygon([(60 + side * 3, 77), (60 + side * 7, 76), (60 + side * 4.6, 83)], (250, 250, 246))
    smile(c, 60, 69, 8, ink_on(base), 1.6)


def ladybug(c: Canvas, look: Look) -> None:
    """Seen from above, half turned: a red dome with black dots."""
    base = look.colour or (228, 52, 46)
    black: RGB = (46, 42, 48)
    dots = black if sum(base) > 160 else (226, 226, 226)
    for x in (26, 46, 66):
        c.line([(x, 72), (x - 3, 88)], 4.6, black)
        c.line([(x - 3, 88), (x + 3, 89)], 3.6, black)
    for dx, top in ((-1, 22), (10, 26)):
        c.curve((86, 44), (86 + dx, 30), (92 + dx, top), 2, black)
        c.ellipse(92 + dx, top, 2.8, 2.8, black)
    ball(c, 84, 56, 17, 18, black)
    dome = oval(46, 74, 43, 52, 174, 366)
    c.blob([(46, 24), (74, 36), (88, 66), (84, 79), (46, 81), (8, 79), (4, 66), (18, 36)], shade(base, -0.15))
    c.polygon([(46 + (x - 46) * 0.94 - 1, 74 + (y - 74) * 0.95) for x, y in dome], base)
    c.curve((30, 26), (42, 50), (36, 79), 1.8, dots)
    for x, y, r in ((22, 46, 5.4), (16, 64, 4.8), (50, 38, 6), (64, 56, 6), (46, 62, 5.6), (72, 71, 4), (30, 68, 3.6)):
        c.ellipse(x, y, r, r, dots)
    eye(c, 88, 52, 5.6, gaze=0.15)
    c.curve((88, 64), (92, 66), (96, 62), 1.6, (236, 236, 236))


def bee(c: Canvas, look: Look) -> None:
    """Striped, with two wings and a sting."""
    base = look.colour or (252, 204, 58)
    black: RGB = (50, 44, 46)
    c.polygon([(10, 54), (20, 50), (20, 64)], black)
    for dx in (0, 9):
        c.curve((86, 44), (88 + dx, 34), (94 + dx, 30), 2, black)
        c.ellipse(94 + dx, 30, 2.8, 2.8, black)
    lump(c, [(14, 58), (26, 42), (50, 36), (76, 38), (96, 52), (96, 68), (80, 82), (50, 84), (26, 74)], base, rim=2.6)

    stripe, wing = black, (226, 242, 252)
    if look.colour:
        stripe = shade(base, -0.55) if sum(base) > 160 else (236, 200, 80)

    def bands(layer: Canvas) -> None:
        for x, width in ((28, 9), (44, 10), (60, 10)):
            layer.curve((x, 30), (x + 7, 60), (x, 90), width, stripe)

    c.inside(bands)
    for x, y, turn in ((36, 27, 52), (57, 23.6, 84)):
        c.ellipse(x, y, 22, 13, shade(wing, -0.16), turn)
        c.ellipse(x, y, 20, 11, wing, turn)
    for x in (50, 60):
        c.line([(x, 82), (x + 2, 90)], 2.4, black)
    eye(c, 85, 54, 6, gaze=0.15)
    blush(c, 80, 66, 4.4, base)
    c.curve((86, 67), (90, 69), (94, 65), 1.7, ink_on(base))


def butterfly(c: Canvas, look: Look) -> None:
    """Wings spread, with a dark border and pale spots."""
    base = look.colour or (248, 146, 46)
    border = (58, 44, 54) if sum(base) > 160 else (116, 112, 128)
    pale = shade(base, 0.55) if sum(base) < 640 else (200, 214, 236)
    upper = [(5, 50), (14, 20), (34, 5), (50, 8), (54, 26), (46, 46), (24, 56)]
    lower = [(5, 54), (26, 54), (42, 62), (44, 80), (32, 94), (18, 88), (8, 70)]
    for side in SIDES:
        for wing, amount in ((lower, -0.1), (upper, 0.0)):
            cx, cy = sum(x for x, _ in wing) / len(wing), sum(y for _, y in wing) / len(wing)
            c.blob([(60 + side * x, y) for x, y in wing], border)
            c.blob([(60 + side * (cx + (x - cx) * 0.84), cy + (y - cy) * 0.84) for x, y in wing], shade(base, amount))
        for x, y, r in ((38, 22, 7), (24, 36, 4.6), (28, 76, 6)):
            c.ellipse(60 + side * x, y, r, r, pale)
        for x, y in ((47, 11), (52, 22), (49, 35), (40, 71), (38, 84)):
            c.ellipse(60 + side * x, y, 1.7, 1.7, (252, 250, 246))
        c.curve((60 + side * 1.5, 30), (60 + side * 4, 16), (60 + side * 13, 9), 1.7, border)
        c.ellipse(60 + side * 13, 9, 2.4, 2.4, border)
    taper(c, (60, 42), (60, 60), (60, 84), 9, 5, border)
    ball(c, 60, 36, 7.6, 7.6, border)
    for side in SIDES:
        c.ellipse(60 + side * 3, 35, 2.1, 2.4, (252, 250, 246))
        bead(c, 60 + side * 3, 35.4, 1.2)
