"""Fruit that is told by its inside: a stone, seeds, a rind. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import (
    LEAF,
    along,
    ball,
    edge,
    leaf,
    outlined_blob,
    petal,
    resized,
    toned,
)
from synthgen.renderer.sketch.subjects.fruit import STALK, body, mirrored


def avocado(c: Canvas, look: Look) -> None:
    """A half with its stone, before a whole one."""
    skin: RGB = (62, 92, 50)
    body(c, mirrored(((0, 10), (12, 14), (20, 34), (28, 60), (20, 82), (0, 90)), 32), skin, (26, 50), (20, 44))
    for i in range(14):
        px, py = along(28, 56, i * 137.5, 5.2 * math.sqrt(i))
        c.ellipse(px, py, 1, 1, shade(skin, 0.25))
    pear = smooth(mirrored(((0, 16), (13, 20), (20, 42), (31, 66), (24, 90), (0, 98)), 64))
    c.polygon(pear, edge(skin, 0.2))
    c.polygon(resized(pear, (64, 66), 0.95), skin)
    c.polygon(resized(pear, (64, 66), 0.89), (168, 200, 92))
    c.polygon(resized(pear, (64, 66), 0.8), (240, 234, 160))
    c.ellipse(64, 72, 16.6, 17.6, (196, 178, 96))
    ball(c, 64, 71, 15.4, 16.4, (136, 84, 48))


def coconut(c: Canvas, look: Look) -> None:
    """Hairy brown shell, and a half full of white."""
    shell: RGB = (124, 84, 54)
    ball(c, 38, 44, 34, 33, shell, gleam=False)
    for i in range(46):
        px, py = along(38, 44, i * 137.5, 31 * math.sqrt(i / 46))
        c.line([(px, py), (px + (px - 38) * 0.16 + 1, py + 4)], 0.7, shade(shell, 0.3 if i % 2 else -0.3))
    for x, y in ((30, 30), (42, 27), (37, 38)):
        c.ellipse(x, y, 3.4, 4, shade(shell, -0.55))
    c.ellipse(68, 72, 29, 25, shade(shell, -0.3))
    c.ellipse(68, 71, 27, 23, shell)
    c.ellipse(68, 70, 24.6, 20.4, (252, 250, 244))
    c.ellipse(68, 72, 17, 13, (222, 226, 226))
    c.ellipse(68, 73.4, 16, 11, (240, 243, 243))


def kiwi(c: Canvas, look: Look) -> None:
    """A green face with a ring of black seeds, before a fuzzy whole fruit."""
    skin: RGB = (142, 110, 62)
    green = look.colour or (128, 192, 58)
    c.ellipse(36, 38, 30, 27, shade(skin, -0.16))
    c.ellipse(34, 36, 27, 24, skin)
    for i in range(34):
        px, py = along(35, 37, i * 137.5, 26 * math.sqrt(i / 34))
        c.line([(px, py), (px + 1, py + 3)], 0.6, shade(skin, 0.28))
    c.ellipse(58, 62, 38, 36, shade(skin, -0.1))
    c.ellipse(58, 62, 35.4, 33.4, shade(green, 0.14))
    c.ellipse(58, 62, 30, 28, green)
    for i in range(24):
        c.line([along(58, 62, i * 15, 12), along(58, 62, i * 15, 31)], 0.8, shade(green, 0.34))
    c.ellipse(58, 62, 12, 11, (240, 244, 206))
    for i in range(24):
        c.ellipse(*along(58, 62, i * 15 + 6, 17 + (i % 2) * 4), 2.2, 1.2, (38, 34, 30), turn=i * 15 + 6)


def mango(c: Canvas, look: Look) -> None:
    """A kidney with a red cheek, and a cheek cut into a hedgehog of cubes."""
    colour = look.colour or (250, 186, 56)
    shape = body(c, [(40, 10), (66, 16), (82, 36), (78, 60), (56, 74), (28, 72), (10, 54), (14, 26)], colour, (50, 46))
    red = blend(colour, (222, 60, 50), 0.75) if look.colour is None else shade(colour, -0.2)

    def blush(layer: Canvas) -> None:
        layer.ellipse(22, 22, 40, 30, blend(colour, red, 0.5))
        layer.ellipse(14, 16, 36, 26, red)

    c.inside(blush)
    c.line([*shape, shape[0]], 0.8, edge(colour, 0.3))
    c.curve((42, 12), (42, 8), (46, 3), 3, STALK)
    leaf(c, 44, 8, 6, 32, 13, LEAF, bend=-0.1, veins=True)
    rind = [*oval(64, 74, 34, 24, 0, 180), *bezier((30, 74), (64, 46), (98, 74))]
    outlined_blob(c, rind, shade(colour, -0.12), 0.9)
    for row in range(3):
        for i in range(5 - row % 2):
            x = 64 + (i - (4 - row % 2) / 2) * 13
            y = 66 + row * 8.4 + abs(x - 64) * 0.1
            tone = shade((252, 176, 44) if look.colour is None else colour, 0.12)
            outlined_blob(c, [(x - 6, y + 4), (x - 4.4, y - 4.6), (x + 4.4, y - 4.6), (x + 6, y + 4)], tone, 0.8)
            c.polygon(
                [(x - 4.2, y - 4.2), (x + 4.2, y - 4.2), (x + 3.4, y - 6.6), (x - 3.4, y - 6.6)], shade(tone, 0.4)
            )


def melon(c: Canvas, look: Look) -> None:
    """A netted ball, and a slice of orange flesh with its seeds."""
    rind: RGB = (206, 192, 132)
    ball(c, 42, 42, 38, 36, rind, gleam=False)
    for k in (-30, -18, -6, 6, 18, 30):
        c.curve((42, 6), (42 + k * 1.9, 42), (42, 78), 0.8, (240, 232, 196))
    for y in (18, 28, 38, 48, 58, 68):
        half = 37 * math.sqrt(max(0.0, 1 - ((y - 42) / 36) ** 2))
        c.curve((42 - half, y), (42, y + 6), (42 + half, y), 0.8, (240, 232, 196))
    c.curve((42, 9), (41, 5), (47, 4), 3.4, (126, 134, 76))
    top = bezier((26, 60), (60, 92), (98, 52), 20)
    outlined_blob(
        c, [*top, *bezier((98, 52), (92, 110), (40, 98)), *bezier((40, 98), (28, 86), (26, 60))], (120, 150, 84), 0.9
    )
    flesh = [*top, *bezier((96, 56), (88, 103), (42, 92)), *bezier((42, 92), (30, 82), (27, 62))]
    c.polygon(flesh, (206, 214, 120))
    c.polygon(
        [*top, *bezier((94, 58), (86, 97), (44, 87)), *bezier((44, 87), (32, 78), (29, 63))],
        look.colour or (252, 166, 86),
    )
    for i in (6, 8, 10, 12, 14):
        c.ellipse(top[i][0], top[i][1] + 3.4, 2.6, 1.5, (250, 236, 190), turn=30)


def watermelon(c: Canvas, look: Look) -> None:
    """A wedge: red flesh, black seeds, striped rind."""
    flesh = look.colour or (236, 62, 72)
    rind = oval(50, 26, 48, 60, 0, 180, steps=48)
    c.polygon(rind, (40, 118, 62))
    for i in range(4, 46, 6):
        inner = ((rind[i][0] - 50) * 0.9 + 50, (rind[i][1] - 26) * 0.9 + 26)
        c.line([rind[i], inner], 3, (120, 184, 84), round_ends=False)
    c.polygon(oval(50, 26, 44, 54, 0, 180), (226, 240, 196))
    c.polygon(oval(50, 26, 41, 49.4, 0, 180), shade(flesh, -0.05))
    c.polygon(oval(50, 26, 39, 45, 0, 180), flesh)
    c.polygon([(2, 26), (98, 26), (90, 24), (10, 24)], shade(flesh, 0.2))
    spots = ((24, 34), (40, 36), (58, 34), (75, 36), (31, 48), (49, 48), (66, 48), (40, 60), (58, 60))
    for x, y in spots:
        c.ellipse(x, y, 2, 3.2, (40, 30, 32), turn=(50 - x) * 0.7)
        c.ellipse(x - 0.6, y - 1, 0.6, 0.9, (150, 140, 140))


def persimmon(c: Canvas, look: Look) -> None:
    """A squat fruit under a big four-lobed collar."""
    colour = look.colour or (238, 112, 34)
    half = ((0, 34), (24, 28), (44, 40), (46, 62), (34, 86), (14, 94), (0, 94))
    body(c, mirrored(half), colour, (42, 56), (22, 50))
    for angle in (172, 8, 130, 50):
        petal(c, 50, 32, angle, 25 if angle in (172, 8) else 20, 15, (112, 146, 70), 0.5, 0.5, pointed=True, line=0.8)
        c.line([(50, 32), along(50, 32, angle, 15)], 0.7, (160, 184, 104))
    c.curve((50, 32), (50, 24), (52, 17), 5, STALK)
    c.ellipse(50, 32, 5, 3, shade(STALK, 0.2))


def pomegranate(c: Canvas, look: Look) -> None:
    """A crowned red fruit, torn open on a nest of seeds."""
    colour = look.colour or (196, 40, 56)
    crown = [(40, 26), (34, 6), (43, 14), (50, 3), (57, 14), (66, 6), (60, 26)]
    outlined_blob(c, crown, shade(colour, -0.1), 0.8)
    half = ((0, 20), (18, 22), (42, 42), (42, 70), (24, 92), (8, 96), (0, 95))
    body(c, mirrored(half), colour, (42, 54), (24, 44))
    hole = smooth([(44, 46), (66, 40), (80, 56), (76, 78), (58, 88), (42, 76), (36, 60)])
    c.polygon(hole, (250, 228, 168))
    c.polygon(resized(hole, (58, 64), 0.88), (134, 14, 40))
    for row in range(5):
        for i in range(5):
            x, y = 42 + i * 8 + (4 if row % 2 else 0), 49 + row * 8
            if math.hypot((x - 58) / 19, (y - 64) / 20) < 0.98:
                c.ellipse(x, y, 4.2, 4.6, (134, 14, 40))
                c.ellipse(x, y, 3.6, 4, (222, 40, 72))
                c.ellipse(x - 1, y - 1.4, 1.2, 1, (255, 196, 206))


def olives(c: Canvas, look: Look) -> None:
    """Green ones stuffed with red, black ones, under a twig."""
    c.curve((12, 26), (50, 12), (88, 30), 2.6, (130, 110, 76))
    for x, y, angle in ((22, 24, -120), (34, 20, -70), (48, 19, -112), (64, 21, -52), (78, 26, -20), (16, 26, 165)):
        leaf(c, x, y, angle, 20 if angle != 165 else 12, 7.6, (120, 150, 96))
    spots = (
        (26, 50, (150, 168, 58), True, -20),
        (74, 50, (66, 54, 72), False, 20),
        (50, 46, (134, 156, 54), False, 0),
        (38, 78, (140, 160, 56), False, 20),
        (65, 79, (158, 174, 62), True, -30),
    )
    for x, y, tone, stuffed, turn in spots:
        colour = look.colour or tone
        c.line([(x, y - 14), (x + (50 - x) * 0.1, 20)], 1.4, (130, 120, 76))
        c.ellipse(x, y, 15.4, 18.4, edge(colour, 0.35), turn=turn)
        c.ellipse(x, y, 14.4, 17.4, colour, turn=turn)
        c.ellipse(x - 5, y - 7, 4.4, 2.4, shade(colour, 0.5), turn=-40)
        if stuffed:
            hole = along(x, y, 60 + turn, 6)
            c.ellipse(*hole, 6.2, 6.2, edge(colour, 0.35))
            c.ellipse(*hole, 4.8, 4.8, (216, 52, 44))


def fig(c: Canvas, look: Look) -> None:
    """A purple drop, and a half full of red threads."""
    skin: RGB = look.colour or (94, 58, 110)
    half = ((0, 14), (7, 22), (14, 38), (30, 58), (28, 84), (0, 94))
    body(c, mirrored(half, 34), skin, (28, 60), (22, 60))
    for lean in (-14, 0, 14):
        c.curve((34 + lean * 0.2, 24), (34 + lean, 56), (34 + lean * 1.1, 82), 0.8, shade(skin, 0.22))
    c.line([(34, 16), (36, 7)], 4.4, (122, 140, 80))
    cut = smooth(mirrored(((0, 34), (7, 42), (12, 52), (27, 68), (24, 90), (0, 98)), 70))
    c.polygon(cut, edge(skin, 0.3))
    c.polygon(resized(cut, (70, 72), 0.95), skin)
    c.polygon(resized(cut, (70, 74), 0.87), (244, 232, 198))
    c.polygon(resized(cut, (70, 76), 0.68), (206, 72, 84))
    for i in range(26):
        x, y = along(70, 77, i * 137.5, 14 * math.sqrt(i / 26))
        c.ellipse(x, y, 1.2, 1.2, (250, 214, 150))


def dragon_fruit(c: Canvas, look: Look) -> None:
    """A pink flame with green-tipped scales, and a white half with black specks."""
    colour = look.colour or (226, 52, 124)
    toned(c, oval(38, 52, 28, 35), colour, (30, 44))
    for x, y, angle in (
        (36, 22, -92),
        (24, 28, -125),
        (48, 28, -58),
        (16, 44, -140),
        (60, 42, -32),
        (22, 50, -118),
        (40, 46, -84),
        (18, 66, -140),
        (34, 70, -108),
        (52, 64, -56),
    ):
        petal(c, x, y, angle, 17, 10, colour, 0.4, 0.6, pointed=True)
        petal(c, *along(x, y, angle, 9), angle, 9, 4.6, (146, 190, 84), 0.35, 0.6, pointed=True, line=0)
    for angle in (40, 10):
        petal(c, *along(66, 68, angle - 75, 26), angle - 75, 12, 8, (146, 190, 84), 0.4, 0.6, pointed=True)
    c.ellipse(66, 68, 28.6, 28.6, edge(colour, 0.25))
    c.ellipse(66, 68, 27.6, 27.6, colour)
    c.ellipse(66, 68, 23.4, 23.4, (252, 248, 248))
    for i in range(60):
        c.ellipse(*along(66, 68, i * 137.5, 21.5 * math.sqrt(i / 60)), 0.9, 0.9, (40, 34, 40))


def papaya(c: Canvas, look: Look) -> None:
    """A long half, orange, with a hollow full of black seeds."""
    whole = smooth(mirrored(((0, 6), (10, 12), (18, 34), (26, 56), (18, 78), (0, 84)), 30))
    toned(c, whole, (132, 164, 66), (24, 44))
    c.polygon(resized(whole, (22, 60), 0.5), (214, 190, 74))
    cut = smooth(mirrored(((0, 14), (13, 20), (20, 44), (29, 66), (22, 90), (0, 98)), 64))
    c.polygon(cut, (206, 160, 56))
    c.polygon(resized(cut, (64, 62), 0.92), look.colour or (250, 146, 66))
    c.polygon(resized(cut, (64, 66), 0.5), shade(look.colour or (236, 120, 48), -0.12))
    for i in range(26):
        x, y = along(64, 68, i * 137.5, 3.2 * math.sqrt(i))
        ball(c, 64 + (x - 64) * 0.68, 66 + (y - 68) * 1.25, 2.5, 2.5, (52, 48, 46), gleam=False)
        c.ellipse(63.4 + (x - 64) * 0.68, 65 + (y - 68) * 1.25, 0.7, 0.7, (150, 146, 140))
