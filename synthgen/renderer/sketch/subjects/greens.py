"""More that grows: roots and leaves for the kitchen, bouquets, baskets of fruit, bark and soil."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.blooms import rose
from synthgen.renderer.sketch.subjects.botany import DARK_LEAF, LEAF, LIGHT_LEAF, along, ball, edge, leaf, outlined_blob
from synthgen.renderer.sketch.subjects.fruit import body, mirrored
from synthgen.renderer.sketch.subjects.materials import rounded, tones

PEEL: RGB = (246, 128, 28)


def tangerine(c: Canvas, look: Look) -> None:
    """Half out of its peel, the segments in a ring; one lies beside it."""
    skin = look.colour or PEEL
    flesh = shade(skin, 0.22)
    for angle in (-205, -160, -118, -62, -20, 25):
        tip = along(46, 56, angle, 45)
        left, right = along(46, 62, angle - 90, 17), along(46, 62, angle + 90, 17)
        outlined_blob(c, smooth([left, tip, right, (46, 74)]), shade(skin, -0.06), 0.9)
        inner = along(46, 58, angle, 33)
        c.polygon(
            smooth([along(46, 62, angle - 90, 11), inner, along(46, 62, angle + 90, 11), (46, 70)]), (252, 232, 204)
        )
    ball(c, 46, 62, 31, 28, flesh, gleam=False)
    for i in range(7):
        lean = -66 + 22 * i
        c.curve((46, 36), (46 + lean * 0.62, 46), (46 + lean * 0.34, 86 - abs(lean) * 0.12), 1.5, (255, 240, 216))
    c.ellipse(46, 36, 4, 2.4, (255, 244, 224))
    c.ellipse(31, 50, 3, 6, shade(flesh, 0.45), turn=20)
    piece = oval(82, 80, 17, 15, 170, 370)
    c.polygon(piece, edge(flesh, 0.2))
    c.polygon(oval(82, 80, 15, 13, 174, 366), flesh)
    c.line([(69, 82), (95, 82)], 2, (255, 240, 216))


def quince(c: Canvas, look: Look) -> None:
    """A knobbly yellow fruit with gray down around its stalk, and a cut half with a star of seeds."""
    colour = look.colour or (238, 206, 62)
    half = ((0, 20), (10, 16), (17, 24), (29, 36), (36, 56), (32, 78), (18, 92), (6, 94), (0, 90))
    body(c, mirrored(half, 38), colour, (32, 56), (24, 48))
    for x, y, r in ((24, 70, 7), (50, 52, 6), (44, 78, 8)):
        c.ellipse(x, y, r, r * 0.8, shade(colour, 0.16))
    c.curve((38, 20), (38, 10), (43, 3), 3.4, (110, 76, 46))
    leaf(c, 40, 15, 4, 30, 17, LEAF, bend=0.1, widest=0.55, veins=True)
    for x, y in ((30, 24), (36, 27), (43, 26), (34, 32), (41, 33)):
        c.ellipse(x, y, 3, 2, (216, 210, 170))
    c.ellipse(76, 74, 22, 23, edge(colour))
    c.ellipse(76, 74, 20.8, 21.8, colour)
    c.ellipse(76, 74, 18.4, 19.4, (252, 244, 208))
    c.ellipse(76, 75, 8, 9, (240, 226, 176))
    for i in range(5):
        c.ellipse(*along(76, 75, 72 * i - 90, 5.4), 2.6, 1.5, (96, 62, 44), turn=72 * i - 90)


def beet(c: Canvas, look: Look) -> None:
    """A round dark root with a long tail, leaves with ribs of its colour."""
    colour = look.colour or (140, 24, 62)
    for angle, length in ((-128, 44), (-52, 44), (-108, 46), (-74, 48), (-90, 44)):
        tip = along(50, 46, angle, length * 0.55)
        c.line([(50, 46), tip], 4, shade(colour, 0.12))
        leaf(
            c,
            *along(50, 46, angle, length * 0.36),
            angle,
            length * 0.7,
            19,
            DARK_LEAF if angle % 4 else LEAF,
            widest=0.5,
        )
        c.line([(50, 46), along(50, 46, angle, length * 0.82)], 1.8, shade(colour, 0.2))
    c.curve((50, 84), (50, 94), (58, 99), 2.6, shade(colour, -0.1))
    body(c, mirrored(((0, 44), (18, 42), (33, 54), (34, 70), (20, 84), (6, 92), (0, 94))), colour, (42, 60), (34, 54))
    for y in (50, 55):
        c.curve((32, y), (50, y + 4), (68, y), 1, shade(colour, 0.22))


def spinach(c: Canvas, look: Look) -> None:
    """A bunch of dark oval leaves tied at the stalks."""
    for turn, length, tone in (
        (-150, 44, DARK_LEAF),
        (-30, 44, DARK_LEAF),
        (-128, 62, (46, 126, 66)),
        (-52, 62, (46, 126, 66)),
        (-106, 68, LEAF),
        (-74, 66, (46, 126, 66)),
        (-90, 62, LEAF),
    ):
        start = along(50, 84, turn, 20)
        c.line([(50, 90), start], 3.4, LIGHT_LEAF)
        leaf(c, *along(50, 84, turn, 14), turn, length, 30, tone, widest=0.55, veins=True)
    for x in (42, 47, 53, 58):
        c.line([(50 + (x - 50) * 0.6, 78), (x, 97)], 3.4, LIGHT_LEAF)
    c.box(42, 80, 58, 86, (214, 170, 110), radius=2)
    c.line([(43, 83), (57, 83)], 0.9, (160, 116, 70))


def mint(c: Canvas, look: Look) -> None:
    """A sprig: toothed leaves in pairs, each pair across the last."""
    c.curve((52, 98), (46, 60), (50, 22), 2.6, (98, 142, 74))
    for y, reach, tone in ((80, 38, DARK_LEAF), (58, 35, LEAF), (38, 28, (98, 176, 92))):
        for side in (-1, 1):
            angle = -90 + side * 62
            leaf(c, 49, y, angle, reach, reach * 0.6, tone, widest=0.45, veins=True)
            for t in (0.3, 0.46, 0.62, 0.78):
                x0, y0 = along(49, y, angle, reach * t)
                for lean in (-1, 1):
                    half = reach * 0.3 * math.sin(min(1, t * 1.25) * math.pi * 0.86) + 0.6
                    c.ellipse(*along(x0, y0, angle + 90 * lean, half), 1.8, 1.8, tone)
    for angle in (-130, -50, -90):
        leaf(c, 50, 26, angle, 21, 13, (132, 200, 112), veins=True)


def artichoke(c: Canvas, look: Look) -> None:
    """A bud of overlapping scales on a thick stalk."""
    green = look.colour or (122, 164, 92)
    c.box(43, 82, 57, 99, shade(green, -0.14), radius=2)
    c.ellipse(50, 52, 38, 40, shade(green, -0.3))
    for row, (y, count, wide) in enumerate(((26, 3, 16), (40, 4, 19), (54, 5, 19), (67, 4, 20), (80, 3, 21))):
        for i in range(count):
            x = 50 + (i - (count - 1) / 2) * (17 if row else 15)
            scale = smooth(
                [
                    (x - wide / 2, y + 4),
                    (x - wide * 0.34, y - 10),
                    (x, y - 19),
                    (x + wide * 0.34, y - 10),
                    (x + wide / 2, y + 4),
                    (x, y + 12),
                ]
            )
            outlined_blob(c, scale, shade(green, 0.07 * (row % 2) + 0.05 * (i % 2)), 1)
            c.ellipse(x, y - 14, 2, 3, (150, 120, 140) if look.colour is None else shade(green, 0.3))


def celery(c: Canvas, look: Look) -> None:
    """A bunch of ribbed stalks with leaves at the top."""
    green = look.colour or (166, 206, 106)
    for x, angle in ((30, -116), (42, -100), (56, -84), (70, -64), (50, -92)):
        for lean in (-34, 0, 34):
            leaf(c, x, 34, angle + lean, 26, 16, LEAF if lean else DARK_LEAF, veins=True)
    for x, low, tone in ((30, 40, -0.1), (70, 60, -0.12), (40, 44, 0), (60, 56, -0.04), (50, 50, 0.1)):
        stalk = [(x - 6, 30), (x + 6, 30), (low + 9, 96), (low - 9, 96)]
        outlined_blob(c, stalk, shade(green, tone), 0.9)
        for d in (-2.4, 2.4):
            c.line([(x + d, 34), (low + d * 1.3, 92)], 0.9, shade(green, tone - 0.16))
    c.ellipse(50, 95, 19, 3.6, shade(green, 0.35))


def basket_of(c: Canvas, look: Look) -> None:
    """A shallow basket heaped with a slice of melon, grapes, a peach and a plum."""
    c.line(oval(60, 56, 47, 44, 180, 360), 6.4, (166, 110, 62))
    _heap(c)
    cane = (202, 146, 86)
    c.polygon(rounded([(6, 60), (114, 60), (100, 96), (20, 96)], 6), cane)
    for row in range(5):
        for i in range(11):
            x, y = 12 + row * 1.8 + 8.8 * i + (3 if row % 2 else 0), 64 + 6.4 * row
            if x + 6 < 112 - row * 3:
                c.box(x, y, x + 6.4, y + 4.4, shade(cane, 0.25 if (i + row) % 3 else -0.18), 1.4)
    c.box(2, 56, 118, 64, shade(cane, -0.22), 4)
    for i in range(14):
        c.line([(8 + 8 * i, 57.6), (12 + 8 * i, 62.4)], 1.4, shade(cane, 0.3))


def _heap(c: Canvas) -> None:
    """Fruit of many kinds, from y = 20 to 62."""
    c.polygon(oval(36, 30, 30, 26, 20, 200), (52, 130, 70))
    c.polygon(oval(36, 30, 27, 22.6, 20, 200), (232, 244, 206))
    c.polygon(oval(36, 30, 25.4, 20.6, 20, 200), (236, 66, 76))
    for seed in ((28.0, 36.0), (36.0, 42.0), (42.0, 36.0)):
        c.ellipse(*seed, 1.4, 2.2, (40, 30, 32))
    for row, count in enumerate((3, 4, 4, 3)):
        for i in range(count):
            x, y = 84 + (i - (count - 1) / 2) * 9, 30 + row * 8
            c.ellipse(x, y, 5.9, 5.9, (74, 34, 94))
            ball(c, x, y, 5.3, 5.3, (124, 60, 150))
    ball(c, 60, 46, 17, 16, (252, 172, 112))
    c.ellipse(53, 50, 8, 9, (244, 128, 100))
    c.curve((62, 30), (72, 44), (64, 60), 1.3, (206, 112, 70))
    leaf(c, 60, 31, -30, 16, 8, LEAF)
    ball(c, 30, 56, 14, 12, (104, 50, 116))
    ball(c, 96, 58, 11, 10, (104, 50, 116))


def bowl_of(c: Canvas, look: Look) -> None:
    """The same fruit in a bowl."""
    _heap(c)
    paint = tones(look, (96, 150, 170))
    c.polygon(oval(60, 56, 56, 40, 0, 180), paint.base)
    c.polygon([*oval(60, 56, 56, 40, 0, 80), *oval(60, 56, 40, 38, 80, 0)], paint.dark)
    c.box(40, 92, 80, 99, paint.dark, 2)
    c.box(2, 52, 118, 60, paint.light, 4)


def bouquet(c: Canvas, look: Look) -> None:
    """Roses in a paper cone with a ribbon."""
    colour = look.colour or (246, 236, 226)
    for angle in (-160, -140, -115, -90, -65, -40, -20):
        leaf(c, *along(50, 44, angle, 18), angle, 30, 16, DARK_LEAF if angle % 20 else LEAF, veins=True)
    for x in (42, 47, 53, 58):
        c.line([(50, 80), (x * 1.6 - 30, 118)], 3, (88, 146, 74))
    c.polygon([(12, 42), (88, 42), (58, 104), (42, 104)], (232, 214, 186))
    c.polygon([(50, 60), (88, 42), (58, 104), (50, 104)], (214, 192, 160))
    for x, y, r in ((26, 34, 14), (74, 34, 14), (38, 18, 14), (62, 18, 14), (50, 36, 16), (34, 50, 12), (66, 50, 12)):
        rose(c, x, y, r, colour)
    c.polygon([(14, 47), (50, 72), (46, 104), (42, 104)], (244, 230, 206))
    c.polygon([(86, 47), (50, 72), (54, 104), (58, 104)], (224, 204, 172))
    bow = (214, 186, 140)
    for side in (-1, 1):
        c.blob([(50, 90), (50 + side * 16, 80), (50 + side * 20, 92), (50 + side * 8, 96)], bow)
        c.polygon([(50, 92), (50 + side * 6, 92), (50 + side * 14, 114), (50 + side * 7, 112)], shade(bow, -0.12))
    c.ellipse(50, 91, 5, 4.6, shade(bow, -0.2))


def corsage(c: Canvas, look: Look) -> None:
    """One rose with leaves, small white blossoms and a ribbon, to be pinned on."""
    colour = look.colour or (246, 236, 226)
    for side in (-1, 1):
        c.polygon(
            [(50, 62), (50 + side * 10, 60), (50 + side * 26, 98), (50 + side * 18, 94), (50 + side * 12, 99)],
            (226, 216, 226),
        )
    for angle in (-170, -10, 30, 150, -130, -50):
        leaf(c, *along(50, 46, angle, 16), angle, 30, 17, DARK_LEAF if angle % 20 else LEAF, veins=True)
    for x, y in ((16, 34), (84, 34), (24, 18), (76, 18), (20, 60), (80, 60)):
        for i in range(5):
            c.ellipse(*along(x, y, 72 * i, 3.6), 3, 3, (250, 250, 250))
        c.ellipse(x, y, 2, 2, (246, 214, 90))
    rose(c, 50, 44, 27, colour)


def bark(c: Canvas, look: Look) -> None:
    """The foot of a tree: a trunk in thick furrowed bark, with roots and a knothole."""
    brown = look.colour or (124, 84, 54)
    dark, light = (
        (shade(brown, -0.36), shade(brown, 0.2)) if sum(brown) > 190 else (shade(brown, 0.24), shade(brown, 0.4))
    )
    trunk = [
        (26, 2),
        (74, 2),
        (73, 40),
        (77, 78),
        (98, 108),
        (78, 104),
        (66, 110),
        (50, 102),
        (36, 110),
        (22, 104),
        (2, 108),
        (23, 78),
        (27, 40),
    ]
    c.polygon(trunk, brown)

    def furrows(layer: Canvas) -> None:
        for i in range(7):
            x = 28 + i * 7.4
            for k in range(5):
                y = 4 + 21 * k + (10 if i % 2 else 0)
                lean = (x - 50) * 0.1 * max(0, k - 2)
                layer.line([(x, y), (x - 2 + lean, y + 8), (x + 1.4 + lean, y + 15)], 2.4, dark)
                layer.line([(x + 3, y + 3), (x + 2 + lean, y + 11)], 1.4, light)
        layer.polygon([(66, 0), (80, 0), (80, 80), (104, 112), (84, 112), (70, 80)], shade(brown, -0.2))

    c.inside(furrows)
    for r, tone in ((1.0, dark), (0.72, light), (0.46, dark)):
        c.ellipse(45, 46, 10 * r, 14 * r, tone)


def soil(c: Canvas, look: Look) -> None:
    """A mound of crumbly earth with pebbles and roots."""
    brown = look.colour or (112, 74, 48)
    dark, light = (
        (shade(brown, -0.3), shade(brown, 0.22)) if sum(brown) > 190 else (shade(brown, 0.2), shade(brown, 0.36))
    )
    c.blob(
        [(4, 70), (22, 46), (44, 26), (60, 16), (80, 26), (104, 48), (124, 70), (104, 80), (64, 82), (22, 80)], brown
    )

    def crumbs(layer: Canvas) -> None:
        layer.blob([(80, 20), (110, 46), (130, 76), (100, 84), (84, 60)], shade(brown, -0.14))
        for i in range(46):
            x, y = (i * 37.7) % 120 + 4, 22 + (i * 23.3) % 56
            r = 1.6 + (i * 7 % 5) * 0.5
            layer.ellipse(x, y, r * 1.3, r, dark if i % 2 else light)

    c.inside(crumbs)
    for x, y, r in ((14, 79, 5), (112, 79, 6), (64, 83, 4.4), (36, 82, 3.4), (92, 82, 3.6)):
        ball(c, x, y, r, r * 0.8, brown, gleam=False)
    for x, y, r in ((48, 50, 4), (76, 60, 5), (30, 66, 4)):
        ball(c, x, y, r * 1.3, r, (176, 168, 158))
