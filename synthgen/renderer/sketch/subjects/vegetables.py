"""Vegetables. Canvas 100 x 100."""

import math
from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import (
    LEAF,
    LIGHT_LEAF,
    along,
    ball,
    blade,
    edge,
    leaf,
    outlined_blob,
    petal,
    resized,
    toned,
)
from synthgen.renderer.sketch.subjects.fruit import body, mirrored


def tomato(c: Canvas, look: Look) -> None:
    """A glossy red ball with a green star, and a half with its chambers of seeds."""
    colour = look.colour or (224, 44, 36)
    ball(c, 42, 52, 38, 34, colour)
    c.ellipse(42, 24, 15, 4, edge(colour, 0.2))
    for angle in (180, 0, 146, 34, 90):
        end = along(42, 23, angle, 22 if angle != 90 else 17)
        blade(c, (42, 22), (42 + (end[0] - 42) * 0.6, 20), end, 8, LEAF, 0.35, 0.5)
    c.curve((42, 23), (41, 15), (47, 8), 3.6, (84, 140, 62))
    c.ellipse(72, 74, 26, 24.6, edge(colour, 0.3))
    c.ellipse(72, 74, 25, 23.6, colour)
    c.ellipse(72, 74, 22, 20.6, shade(colour, 0.34))
    for i in range(5):
        x, y = along(72, 74, i * 72 - 90, 12.4)
        c.ellipse(x, y, 6.8, 6, shade(colour, -0.14), turn=i * 72)
        for lean in (-30, 0, 30):
            c.ellipse(
                *along(72, 74, i * 72 - 90 + lean * 0.6, 12.6 + abs(lean) * 0.04),
                1.5,
                0.9,
                (252, 222, 140),
                turn=i * 72,
            )
    c.ellipse(72, 74, 3.4, 3.2, shade(colour, 0.6))


def carrot(c: Canvas, look: Look) -> None:
    """A tapering root with rings and a feathery top."""
    colour = look.colour or (242, 124, 32)
    for angle, length in ((-140, 16), (-40, 16), (-116, 22), (-64, 22), (-90, 26)):
        c.line([(50, 40), along(50, 40, angle, length)], 2, (76, 150, 66))
        for k in (0.4, 0.6, 0.8, 1.0):
            for side in (-1, 0, 1):
                at = along(50, 40, angle, length * k)
                blade(c, at, at, along(*at, angle + side * 50, 8), 3.6, (92, 172, 76), line=0.4)
    half = ((0, 34), (14, 35), (20, 45), (14, 70), (6, 92), (0, 99))
    body(c, mirrored(half), colour, (46, 56))
    for y, start, length in ((48, 36, 10), (56, 55, 8), (63, 39, 8), (71, 50, 7), (79, 44, 6), (87, 48, 4)):
        c.curve((start, y), (start + length / 2, y + 1.6), (start + length, y), 1, edge(colour, 0.25))
    c.line([(42, 44), (45, 64)], 1.6, shade(colour, 0.4))


def broccoli(c: Canvas, look: Look) -> None:
    """A pale forked stalk under bumpy green heads."""
    _florets(c, (74, 150, 62), (150, 190, 106))


def cauliflower(c: Canvas, look: Look) -> None:
    """A white head held by green leaves."""
    for angle, length in ((-165, 44), (-15, 44), (-140, 46), (-40, 46)):
        leaf(c, 50, 82, angle, length, 28, LIGHT_LEAF, widest=0.55, veins=True)
    _florets(c, (248, 244, 228), (214, 222, 170))
    for angle, length in ((-158, 46), (-22, 46), (-122, 40), (-58, 40), (-90, 34)):
        leaf(c, 50, 97, angle, length, 24, (116, 176, 84), widest=0.55, veins=True)


def _florets(c: Canvas, green: RGB, pale: RGB) -> None:
    c.polygon([(40, 98), (38, 74), (16, 52), (84, 52), (62, 74), (60, 98)], pale)
    c.polygon([(54, 98), (54, 74), (70, 56), (84, 52), (62, 74), (60, 98)], shade(pale, -0.15))
    for x in (30, 50, 68):
        c.line([(50 + (x - 50) * 0.2, 80), (x, 56)], 1, shade(pale, -0.2))
    for x, y, r in ((20, 44, 17), (80, 44, 17), (36, 26, 19), (64, 26, 19), (50, 46, 19)):
        for grow, tone in ((0.0, shade(green, -0.24)), (-1.8, green)):
            for i in range(7):
                px, py = along(x, y, i * 51.4, r * 0.62)
                c.ellipse(px, py + grow, r * 0.46 + grow * 0.3, r * 0.42 + grow * 0.3, tone)
            c.ellipse(x, y + grow, r * 0.7, r * 0.66, tone)
        for i in range(18):
            px, py = along(x, y - 2, i * 137.5, r * 0.85 * math.sqrt(i / 18))
            c.ellipse(px, py, 1.6, 1.3, shade(green, 0.22 if i % 2 else -0.12))


def corn(c: Canvas, look: Look) -> None:
    """An ear of rows of kernels, its husk pulled down."""
    colour = look.colour or (250, 208, 60)
    c.blob(mirrored(((0, 2), (12, 10), (18, 36), (17, 66), (10, 84), (0, 86))), edge(colour, 0.3))
    for row in range(15):
        y = 8 + row * 5.1
        half = 17 * math.sin(math.pi * min(0.5, 0.14 + row / 12)) - 1
        for i in range(5):
            x = 50 + (i - 2) * half * 0.42
            c.box(x - half * 0.19, y - 2.3, x + half * 0.19, y + 2.3, shade(colour, 0.2 - 0.1 * abs(i - 1)), radius=1.6)
    for x, y, px, wide in ((16, 34, 22, 20), (84, 38, 78, 20), (32, 50, 30, 18), (69, 52, 70, 18)):
        blade(
            c,
            (50, 97),
            (px, 88),
            (x, y),
            wide,
            LIGHT_LEAF if wide == 20 else (104, 172, 78),
            0.45,
            0.6,
            stripe=(164, 206, 108),
        )
    c.line([(50, 92), (50, 98)], 7, (150, 182, 96))


def cucumber(c: Canvas, look: Look) -> None:
    """A long warty fruit and three slices."""
    skin: RGB = (58, 132, 66)
    c.curve((16, 44), (50, 20), (84, 32), 27, shade(skin, -0.2))
    c.curve((16, 42), (50, 18), (84, 30), 23, skin)
    for k in (-7, 0, 7):
        c.curve((16, 43 + k), (50, 19 + k), (84, 31 + k), 1.2, shade(skin, 0.22))
    for i in range(12):
        x, y = bezier((14, 40), (50, 16), (84, 30), 12)[i]
        c.ellipse(x, y + (i * 5 % 13) - 5, 1, 1, shade(skin, 0.45))
    for x, y in ((26, 74), (52, 78), (77, 72)):
        c.ellipse(x, y, 19, 19, edge(skin, 0.3))
        c.ellipse(x, y, 18, 18, skin)
        c.ellipse(x, y, 15.6, 15.6, (206, 228, 154))
        c.ellipse(x, y, 10.6, 10.6, (182, 214, 128))
        for i in range(9):
            c.ellipse(*along(x, y, i * 40, 7), 2, 0.9, (244, 242, 200), turn=i * 40)


def eggplant(c: Canvas, look: Look) -> None:
    """A dark glossy drop with a green cap."""
    colour = look.colour or (92, 46, 116)
    shape = smooth([(64, 22), (80, 34), (78, 62), (62, 88), (36, 97), (14, 84), (14, 62), (32, 48), (48, 30)])
    toned(c, shape, colour, (40, 66))
    c.curve((24, 62), (18, 74), (26, 86), 4, shade(colour, 0.5))
    for angle in (100, 150, 200, 50, 10, 126):
        petal(c, 68, 24, angle, 24, 13, (96, 160, 80), 0.4, 0.5, pointed=True)
    c.curve((68, 25), (70, 14), (80, 6), 6, (84, 144, 70))


def garlic(c: Canvas, look: Look) -> None:
    """A papery bulb of cloves, and one clove."""
    pale: RGB = (246, 238, 226)
    half = ((0, 8), (4, 10), (5, 30), (18, 44), (36, 60), (32, 82), (12, 92), (0, 92))
    body(c, mirrored(half, 44), pale, (38, 66))
    for lean, tone in (
        (-28, (206, 170, 190)),
        (-13, (214, 190, 196)),
        (4, (206, 170, 190)),
        (19, (214, 190, 196)),
        (30, (200, 180, 176)),
    ):
        c.curve((44 + lean * 0.12, 34), (44 + lean * 1.5, 60), (44 + lean * 0.4, 90), 1.1, tone)
    c.box(38, 90, 50, 95, (196, 170, 130), radius=1)
    clove = smooth([(82, 58), (94, 76), (92, 94), (76, 97), (68, 86)])
    toned(c, clove, (252, 246, 234), (78, 78))
    c.line([*clove, clove[0]], 0.9, (176, 140, 150))
    c.curve((82, 60), (78, 80), (80, 96), 0.8, (206, 170, 190))


def onion(c: Canvas, look: Look) -> None:
    """A brown globe with fine lines, and a half that shows its rings."""
    skin = look.colour or (206, 132, 62)
    half = ((0, 8), (4, 12), (7, 28), (30, 44), (34, 66), (20, 86), (0, 90))
    body(c, mirrored(half, 38), skin, (32, 58), (20, 56))
    for lean in (-26, -13, 0, 13, 26):
        c.curve((38 + lean * 0.1, 22), (38 + lean * 1.5, 58), (38 + lean * 0.3, 88), 0.8, edge(skin, 0.2))
    for lean in (-4, 0, 4):
        c.line([(38 + lean, 88), (38 + lean * 2, 95)], 0.8, (206, 186, 150))
    c.ellipse(71, 72, 26.6, 25.6, edge(skin, 0.25))
    c.ellipse(71, 72, 25.4, 24.4, skin)
    flesh: RGB = shade(skin, 0.82)
    for i in range(6):
        r = 23.6 - i * 4
        c.ellipse(71, 72, r, r * 0.96, shade(skin, 0.5))
        c.ellipse(71, 72, r - 1, (r - 1) * 0.96, flesh)


def peas(c: Canvas, look: Look) -> None:
    """An open pod with a row of peas."""
    green = look.colour or (112, 188, 72)
    pod = [*bezier((4, 78), (26, 22), (91, 20)), *bezier((91, 20), (84, 80), (4, 78))]
    outlined_blob(c, pod, shade(green, -0.22), 1)
    c.polygon(resized(pod, (52, 48), 0.86), shade(green, -0.42))
    path = bezier((16, 70), (40, 48), (84, 27), 5)
    for i, (x, y) in enumerate(path):
        r = (7.6, 10, 11.4, 11, 9.2, 6.4)[i]
        c.ellipse(x, y, r + 0.8, r + 0.8, edge(green, 0.4))
        ball(c, x, y, r, r, shade(green, 0.12))
    lip = [*bezier((4, 78), (56, 88), (91, 20)), *bezier((91, 20), (60, 66), (4, 78))]
    outlined_blob(c, lip, green, 0.9)
    c.curve((91, 20), (96, 14), (92, 8), 2.6, LEAF)
    for angle in (110, 170, 220):
        petal(c, 91, 19, angle, 12, 6, LEAF, 0.4, 0.5, pointed=True)
    for x, y in ((74, 85), (88, 75)):
        ball(c, x, y, 9, 9, shade(green, 0.12))


def bell_pepper(c: Canvas, look: Look) -> None:
    """Four blunt lobes and a thick green stalk."""
    colour = look.colour or (216, 44, 42)
    half = ((0, 34), (16, 26), (38, 30), (44, 50), (36, 78), (24, 96), (12, 93), (0, 96))
    body(c, mirrored(half), colour, (42, 56), (20, 46))
    for sign in (-1, 1):
        c.curve((50 + sign * 10, 32), (50 + sign * 24, 60), (50 + sign * 13, 93), 2, edge(colour, 0.22))
    c.line([(40, 44), (38, 70)], 2.6, shade(colour, 0.45))
    c.blob([(36, 34), (42, 28), (50, 30), (58, 28), (64, 34), (56, 38), (50, 36), (44, 38)], (72, 140, 64))
    c.curve((50, 33), (48, 20), (58, 10), 7, (92, 160, 76))
    c.ellipse(58, 10, 4.4, 2.6, (150, 196, 120), turn=20)


def chili(c: Canvas, look: Look) -> None:
    """A thin curved pod with a hooked stalk."""
    colour = look.colour or (212, 36, 36)
    outer = bezier((66, 24), (92, 84), (8, 94), 20)
    inner = bezier((8, 94), (56, 74), (46, 28), 20)
    toned(c, [*outer, *inner, *oval(56, 26, 10, 6, 190, 350)], colour, (54, 66), 0.9)
    c.curve((54, 36), (64, 62), (44, 80), 2.6, shade(colour, 0.5))
    c.blob([(43, 28), (50, 18), (62, 18), (69, 26), (62, 31), (56, 28), (50, 32)], (72, 146, 64))
    c.curve((56, 22), (56, 10), (68, 5), 4.4, (92, 160, 76))


def potato(c: Canvas, look: Look) -> None:
    """A lumpy brown tuber with eyes."""
    skin: RGB = (200, 152, 96)
    for points, light in ((((30, 30), (62, 26), (92, 44), (94, 72), (66, 90), (24, 88), (5, 62)), (42, 52)),):
        shape = smooth(points)
        c.polygon([(50 + (x - 50) * 1.02, 56 + (y - 56) * 1.02) for x, y in shape], edge(skin, 0.3))
        toned(c, shape, skin, light, 0.9)
    for x, y in ((24, 56), (44, 50), (34, 76), (58, 66), (54, 82), (66, 38), (82, 52), (78, 74)):
        c.arc(x, y, 2.6, 20, 160, 1, edge(skin, 0.35))
        c.ellipse(x + 5, y - 5, 0.9, 0.7, edge(skin, 0.25))
    c.ellipse(26, 48, 7, 3, shade(skin, 0.35), turn=-24)


def pumpkin(c: Canvas, look: Look) -> None:
    """Wide ribs, a thick stalk, a curling tendril."""
    colour = look.colour or (238, 122, 30)
    for dx, rx in ((-30, 18), (30, 18), (-16, 20), (16, 20), (0, 18)):
        c.ellipse(50 + dx, 62, rx + 0.8, 34.8 - abs(dx) * 0.16, edge(colour, 0.3))
        c.ellipse(50 + dx, 62, rx, 34 - abs(dx) * 0.16, shade(colour, -0.1 if dx > 0 else 0.0))
        c.ellipse(47.6 + dx, 58, rx * 0.66, 27, shade(colour, 0.09))
    c.ellipse(40, 46, 3, 9, shade(colour, 0.4), turn=14)
    c.curve((68, 36), (92, 8), (86, 26), 1.4, (92, 156, 70))
    c.polygon([(42, 33), (46, 18), (42, 9), (52, 7), (55, 18), (59, 33)], (96, 124, 60))
    c.polygon([(52, 33), (52, 18), (49, 8), (52, 7), (55, 18), (59, 33)], (72, 98, 46))
    leaf(c, 56, 31, -12, 30, 20, LEAF, widest=0.4, veins=True)


def radish(c: Canvas, look: Look) -> None:
    """A pink root with a white tail and a tuft of leaves."""
    colour = look.colour or (222, 46, 96)
    for angle, length in ((-132, 42), (-48, 42), (-108, 44), (-72, 44), (-90, 42)):
        leaf(c, 50, 48, angle, length, 17, LEAF if angle % 3 else LIGHT_LEAF, widest=0.68, veins=True)
    c.curve((50, 84), (50, 94), (56, 99), 1.8, (246, 232, 232))
    half = ((0, 44), (16, 43), (29, 56), (25, 74), (10, 86), (0, 94))
    body(c, mirrored(half), colour, (44, 62), (36, 56))
    c.inside(lambda layer: layer.ellipse(50, 97, 15, 15, (250, 240, 240)))
    c.ellipse(50, 45, 9, 2.4, (120, 176, 90))


def lettuce(c: Canvas, look: Look) -> None:
    """A head of ruffled leaves that rise from one foot, the inner ones paler."""
    rows: Sequence[tuple[Sequence[float], float, RGB]] = (
        ((-42, 42, -20, 20, 0), 74, (92, 166, 60)),
        ((-34, 34, -12, 12), 62, (124, 194, 76)),
        ((-26, 26, 0), 49, (160, 216, 104)),
        ((-11, 11), 35, (198, 234, 146)),
    )
    for leans, length, tone in rows:
        for lean in leans:
            _ruffled(c, lean - 90, length - abs(lean) * 0.34, shade(tone, -0.05 * (lean > 0)))
    c.ellipse(50, 93, 8, 3, (226, 240, 196))


def _ruffled(c: Canvas, angle: float, length: float, tone: RGB) -> None:
    """A broad leaf from the foot, its far edge in waves."""
    foot = (50.0, 93.0)
    middle = along(*foot, angle, length * 0.6)
    rim = []
    for i in range(41):
        sweep = -125 + 250 * i / 40
        wave = 1 + 0.07 * math.sin(i * 1.5)
        rim.append(along(*middle, angle + sweep, length * (0.4 if abs(sweep) < 70 else 0.37) * wave))
    outlined_blob(c, smooth([foot, *rim], 4), tone, 0.9)
    pale = shade(tone, 0.45)
    c.line([foot, along(*foot, angle, length * 0.82)], 1.8, pale)
    for far in (0.4, 0.58):
        for side in (-34, 34):
            root = along(*foot, angle, length * far)
            c.line([root, along(*root, angle + side, length * 0.26)], 0.9, pale)


def cabbage(c: Canvas, look: Look) -> None:
    """A tight round head in its outer leaves, white veins fanning out from the foot."""
    green = look.colour or (146, 194, 118)
    vein = shade(green, 0.55)
    for sign in (-1, 1):
        ruffle = [(0, 96), (20, 97), (38, 90), (46, 76), (49, 60), (45, 46), (47, 34), (38, 27), (30, 30), (10, 40)]
        outlined_blob(c, smooth([(50 + sign * x, y) for x, y in ruffle]), shade(green, -0.2), 0.9)
        for far, high in ((44, 66), (42, 44), (36, 84)):
            c.curve((50, 92), (50 + sign * far * 0.6, 86), (50 + sign * far, high), 1.4, shade(green, 0.3))
    ball(c, 50, 52, 37, 36, green, gleam=False)
    fold = [
        *bezier((50, 92), (8, 74), (24, 26)),
        *bezier((24, 26), (60, 34), (66, 62)),
        *bezier((66, 62), (64, 80), (50, 92)),
    ]
    outlined_blob(c, fold, shade(green, 0.12), 0.9)
    for pull, end in (((34, 60), (33, 34)), ((48, 60), (48, 38)), ((58, 70), (60, 56)), ((22, 66), (24, 48))):
        c.curve((49, 90), pull, end, 1.7, vein)
    for start, end in (((36, 52), (29, 45)), ((46, 54), (53, 46)), ((37, 48), (41, 40)), ((29, 62), (22, 58))):
        c.line([start, end], 0.9, vein)
    c.curve((60, 26), (76, 36), (80, 60), 1.2, vein)
    c.curve((70, 30), (80, 38), (83, 50), 0.9, vein)


def asparagus(c: Canvas, look: Look) -> None:
    """A tied bundle of spears."""
    for i, (x, top) in enumerate(
        ((26, 20), (38, 9), (50, 4), (62, 10), (74, 19), (32, 26), (44, 20), (56, 21), (68, 27))
    ):
        tone = shade((112, 168, 76), 0.1 * (i % 2))
        foot = 50 + (x - 50) * 0.9
        c.line([(foot, 98), (x, top + 16)], 10.4, edge(tone, 0.35), round_ends=False)
        c.line([(foot, 98), (x, top + 16)], 9, tone, round_ends=False)
        petal(c, x, top + 18, -90, 18, 10.6, (96, 140, 76), 0.35, 0.85, pointed=True)
        for k, side in ((4, -1), (8, 1), (12, -1), (34, 1), (50, -1)):
            petal(
                c, x + side * 1.6, top + k + 7, -90 + side * 12, 7, 4, (132, 120, 128), 0.4, 0.5, pointed=True, line=0.3
            )
    c.box(24, 68, 76, 78, (196, 60, 60), radius=2)
    c.box(24, 74, 76, 78, (160, 44, 46), radius=2)
