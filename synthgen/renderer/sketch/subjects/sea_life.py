"""Fish, whales and seals, and others that swim."""

import math

from synthgen.renderer.sketch.canvas import Canvas, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import NOSE, WHITE, ball, bead, blush, eye, ink_on, lump, smile, taper


def _belly(base: RGB) -> RGB:
    return shade(base, 0.68) if sum(base) < 640 else (214, 222, 232)


def fish(c: Canvas, look: Look, banded: bool = False) -> None:
    """Round, with striped fins and scales; a clownfish has white bands instead."""
    base = look.colour or ((248, 132, 40) if banded else (74, 146, 214))
    fin = shade(base, -0.2)
    pale = (255, 250, 242) if banded else shade(base, 0.24 if sum(base) < 640 else -0.1)
    c.blob([(30, 50), (14, 26), (3, 24), (8, 48), (3, 74), (14, 72)], fin)
    c.blob([(40, 26), (52, 8), (74, 12), (80, 26), (60, 32)], fin)
    c.blob([(48, 76), (44, 92), (58, 90), (66, 74)], fin)
    for x, y in ((54, 17), (64, 17), (72, 20)):
        c.line([(x - 5, y + 9), (x, y)], 1.3, shade(fin, -0.2))
    for y in (36, 49, 62):
        c.line([(9, 49 + (y - 49) * 1.3), (20, 49 + (y - 49) * 0.5)], 1.3, shade(fin, -0.2))
    body = [(22, 50), (38, 28), (64, 20), (88, 32), (97, 50), (88, 68), (64, 79), (38, 71)]
    lump(c, body, base, rim=2.4)

    def bands(layer: Canvas) -> None:
        for wide, tone in ((13, (44, 38, 44)), (9.4, pale)):
            for x in (26, 62):
                layer.curve((x, 14), (x + 11, 50), (x, 86), wide, tone)

    def scales(layer: Canvas) -> None:
        for x in (36, 46, 56, 66):
            for y in range(30, 80, 10):
                layer.arc(x, y + (x - 36) % 20 / 2, 5, 90, 270, 1.4, pale)

    c.inside(bands if banded else scales)
    c.blob([(54, 52), (44, 50), (38, 60), (46, 66), (56, 62)], fin)
    eye(c, 81, 43, 6.6, gaze=0.12)
    blush(c, 80, 56, 4.4, base)
    c.curve((86, 62), (91, 62), (95, 57), 1.8, ink_on(base))


def shark(c: Canvas, look: Look) -> None:
    """A tall back fin, gills, a grin full of teeth."""
    base = look.colour or (126, 138, 152)
    dark = shade(base, -0.16)
    c.polygon(smooth([(18, 44), (2, 10), (14, 16), (28, 40)]), dark)
    c.polygon(smooth([(18, 46), (4, 72), (14, 68), (28, 50)]), dark)
    c.polygon([(56, 30), (58, 2), (66, 6), (84, 30)], dark)
    body = [(14, 45), (40, 30), (72, 22), (104, 26), (130, 42), (116, 58), (84, 68), (44, 58)]
    lump(c, body, base, rim=2)
    c.inside(lambda layer: layer.blob([(24, 50), (60, 56), (92, 52), (136, 44), (130, 72), (60, 78)], _belly(base)))
    mouth = [(92, 54), (108, 53), (124, 47), (118, 56), (106, 62), (97, 61)]
    c.polygon(smooth(mouth), (122, 40, 54))
    for x, y in ((96, 54.4), (102, 54), (108, 53.2), (114, 51.6)):
        c.polygon([(x - 2.8, y - 0.8), (x + 3, y - 1.4), (x + 0.4, y + 5)], WHITE)
    c.polygon(smooth([(74, 52), (88, 52), (78, 72), (62, 88), (58, 82), (68, 68)]), dark)
    for x in (78, 83, 88):
        c.curve((x, 36), (x - 3, 43), (x, 50), 1.5, shade(base, -0.4))
    eye(c, 106, 37, 5, gaze=0.15)
    c.line([(100, 30), (111, 33.4)], 2, shade(base, -0.45))


def dolphin(c: Canvas, look: Look) -> None:
    """Leaping: an arched back, a beak, a curved fin."""
    base = look.colour or (92, 152, 206)
    dark = shade(base, -0.18)
    c.polygon(smooth([(16, 74), (4, 67), (5, 76), (12, 84), (10, 98), (18, 96), (24, 82)]), dark)
    c.polygon(smooth([(46, 30), (40, 8), (50, 10), (68, 26)]), dark)
    body = [(14, 82), (24, 52), (46, 29), (74, 20), (97, 27), (104, 40), (100, 50), (74, 51), (46, 60), (26, 78)]
    lump(c, body, base, rim=2)
    taper(c, (98, 42), (108, 45), (117, 49), 14, 6, base)
    c.inside(
        lambda layer: layer.blob(
            [(30, 76), (50, 55), (76, 45), (104, 48), (120, 53), (104, 64), (60, 70)], _belly(base)
        )
    )
    c.curve((100, 49), (108, 52), (118, 50.5), 1.5, ink_on(base))
    c.curve((95, 46), (98, 49), (101, 49), 1.5, ink_on(base))
    c.blob([(72, 50), (66, 68), (72, 70), (84, 54)], dark)
    bead(c, 93, 37, 3.6)
    blush(c, 88, 44, 3.4, base)


def whale(c: Canvas, look: Look) -> None:
    """A round blue one with a grooved belly, blowing."""
    base = look.colour or (66, 122, 190)
    spray = (150, 206, 242)
    for side in (-1, 1):
        taper(c, (80, 30), (80 + side * 2, 10), (80 + side * 14, 14), 3.4, 5, spray)
        c.ellipse(80 + side * 18, 22, 2.6, 3.6, spray)
    c.line([(80, 30), (80, 12)], 3, spray)
    c.polygon(
        smooth([(20, 46), (2, 36), (4, 22), (16, 26), (22, 34), (30, 22), (40, 20), (40, 34), (28, 46)]),
        shade(base, -0.14),
    )
    body = [
        (18, 42),
        (28, 38),
        (38, 50),
        (58, 36),
        (88, 30),
        (114, 44),
        (120, 66),
        (108, 86),
        (78, 94),
        (44, 86),
        (24, 66),
    ]
    lump(c, body, base, rim=2.6)

    def belly(layer: Canvas) -> None:
        layer.blob([(34, 78), (64, 78), (92, 70), (126, 62), (124, 96), (80, 104), (44, 98)], _belly(base))
        for i in range(4):
            groove = [(124, 70 + i * 6), (98, 78 + i * 6), (60, 83 + i * 5)]
            layer.line(groove, 1.3, shade(_belly(base), -0.2))

    c.inside(belly)
    c.blob([(70, 76), (58, 90), (62, 102), (74, 98), (86, 80)], shade(base, -0.18))
    c.curve((96, 68), (106, 69), (116, 62), 1.7, ink_on(base))
    eye(c, 97, 58, 4.6, gaze=0.1)
    blush(c, 90, 66, 4, base)


def seal(c: Canvas, look: Look) -> None:
    """Lying on its belly, head up."""
    base = look.colour or (150, 160, 178)
    pale = shade(base, 0.5) if sum(base) < 640 else (224, 226, 232)
    c.blob([(18, 80), (2, 60), (10, 58), (16, 66), (20, 54), (28, 60), (30, 78)], shade(base, -0.2))
    lump(
        c,
        [
            (14, 84),
            (34, 66),
            (56, 54),
            (66, 32),
            (76, 14),
            (94, 10),
            (108, 22),
            (109, 42),
            (101, 66),
            (94, 92),
            (40, 94),
        ],
        base,
        2.4,
    )
    c.inside(lambda layer: layer.blob([(92, 50), (112, 50), (112, 100), (60, 100), (76, 84)], pale))
    for x, y in ((38, 74), (48, 66), (52, 76), (62, 62), (30, 82)):
        c.ellipse(x, y, 2.6, 2, shade(base, -0.2))
    c.blob([(72, 74), (62, 92), (70, 96), (90, 94), (86, 80)], shade(base, -0.16))
    for x in (68, 75, 82):
        c.line([(x, 90), (x - 1, 94.5)], 1.1, shade(base, -0.4))
    for side in (-1, 1):
        c.ellipse(91 + side * 6, 41, 8, 6.6, pale)
    c.ellipse(91, 36.6, 5, 3.2, NOSE)
    c.line([(91, 37), (91, 42)], 1.4, NOSE)
    for side in (-1, 1):
        c.arc(91 + side * 4, 41, 4.2, 10, 170, 1.4, NOSE)
        bead(c, 91 + side * 10, 28, 4.8)
        for dy in (-1.5, 2, 5.5):
            c.line([(91 + side * 8, 42 + dy * 0.5), (91 + side * 21, 41 + dy * 1.6)], 0.8, (84, 80, 88))


def walrus(c: Canvas, look: Look) -> None:
    """Tusks under a broad bristly snout."""
    base = look.colour or (158, 108, 82)
    pale = shade(base, 0.42) if sum(base) < 640 else (226, 222, 218)
    for side in (-1, 1):
        c.blob(
            [(60 + side * x, y) for x, y in ((10, 104), (28, 98), (50, 104), (54, 112), (30, 113))], shade(base, -0.26)
        )
    lump(
        c,
        [
            (60, 8),
            (84, 16),
            (92, 40),
            (104, 72),
            (106, 98),
            (88, 111),
            (60, 113),
            (32, 111),
            (14, 98),
            (16, 72),
            (28, 40),
            (36, 16),
        ],
        base,
        3,
    )
    for side in (-1, 1):
        taper(c, (60 + side * 36, 72), (60 + side * 46, 92), (60 + side * 34, 108), 20, 13, shade(base, -0.15))
        c.polygon(
            smooth([(60 + side * x, y) for x, y in ((6, 54), (17, 54), (15, 78), (10, 92), (7, 76))]), (252, 246, 228)
        )
    c.ellipse(60, 62, 10, 9, (150, 62, 70))
    for side in (-1, 1):
        ball(c, 60 + side * 14, 50, 18, 14, pale)
        for x, y in ((8, 48), (14, 45), (20, 48), (10, 55), (17, 55)):
            c.ellipse(60 + side * x, y, 1.1, 1.1, shade(pale, -0.5))
        for dy in (-4, 2, 8):
            c.line([(60 + side * 25, 51 + dy * 0.5), (60 + side * 43, 50 + dy * 1.5)], 1, ink_on(base))
        eye(c, 60 + side * 14, 28, 5)
    c.ellipse(60, 39, 8, 5, NOSE)
    c.ellipse(57.5, 37.6, 2.2, 1.1, (120, 100, 104))


def jellyfish(c: Canvas, look: Look) -> None:
    """A bell with a frill and long arms."""
    base = look.colour or (186, 120, 224)
    for i in range(7):
        x = 22 + i * 9.4
        c.curve((x, 46), (x - 10 + 20 * (i % 2), 70), (x, 92), 2.6, shade(base, -0.2))
        c.curve((x, 92), (x + 7 - 14 * (i % 2), 104), (x + 2, 116 - 7 * (i % 2)), 2.6, shade(base, -0.2))
    for x in (38, 50, 62):
        taper(c, (x, 50), (x + 9, 72), (x - 1, 96), 10, 4, shade(base, 0.34 if sum(base) < 640 else -0.1))
    lump(
        c,
        [(10, 46), (14, 24), (30, 8), (50, 4), (70, 8), (86, 24), (90, 46), (70, 53), (50, 55), (30, 53)],
        base,
        rim=3,
    )
    for i in range(7):
        c.ellipse(16 + i * 11.4, 50, 6.4, 5.4, shade(base, -0.1))
    c.ellipse(31, 20, 9, 5, shade(base, 0.5), turn=-36)
    for side in (-1, 1):
        bead(c, 50 + side * 12, 34, 4.4)
        blush(c, 50 + side * 21, 40, 4, base)
    smile(c, 50, 37, 5, ink_on(base))


def seahorse(c: Canvas, look: Look) -> None:
    """Upright, its tail a curl, its snout a tube."""
    base = look.colour or (250, 202, 66)
    dark = shade(base, -0.22)
    pale = shade(base, 0.45) if sum(base) < 640 else (222, 222, 226)
    for x, y in ((30, 36), (25, 48), (22, 60), (24, 72)):
        c.ellipse(x, y, 5.5, 5, dark)
    c.blob([(26, 52), (8, 44), (4, 56), (8, 68), (26, 70)], shade(base, 0.3 if sum(base) < 640 else -0.1))
    for y in (50, 56, 62):
        c.line([(8, y), (22, 56 + (y - 56) * 0.8)], 1.2, dark)
    taper(c, (42, 74), (36, 92), (40, 104), 24, 12, base)
    for i in range(48):
        angle, r, width = math.radians(178 - i * 9.4), 12.5 - i * 0.17, 6 - i * 0.07
        c.ellipse(52.5 + r * math.cos(angle), 104 + r * math.sin(angle), width, width, base)
    lump(c, [(38, 30), (54, 38), (62, 56), (56, 78), (42, 90), (28, 80), (24, 60), (28, 42)], base, rim=1.8)
    for i in range(5):
        c.curve((52 + (2.5, 5, 5.5, 3.5, 0)[i], 46 + i * 8), (46, 52 + i * 8), (38, 50 + i * 8), 5, pale)
    taper(c, (46, 40), (40, 28), (50, 20), 22, 24, base)
    for x, y in ((36, 14), (43, 6), (51, 4)):
        c.polygon([(x - 3, 18), (x + 6, 14), (x, y - 2)], dark)
    taper(c, (56, 24), (70, 26), (82, 30), 14, 7.4, base)
    c.ellipse(83, 30, 3.4, 4.6, dark)
    eye(c, 53, 19, 5.6, gaze=0.12)
    blush(c, 54, 30, 3.6, base)
