"""Mammals with a shape of their own: seen from the side, or flying."""

import math

from synthgen.renderer.sketch.canvas import Canvas, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import (
    NOSE,
    ROSE,
    WHITE,
    ball,
    bead,
    blush,
    eye,
    ink_on,
    lump,
    smile,
    taper,
)

SIDES = (-1, 1)


def elephant(c: Canvas, look: Look) -> None:
    """The trunk raised by luck, or hanging."""
    base = look.colour or (146, 156, 174)
    dark = shade(base, -0.2)
    raised = look.rng.random() < 0.5
    c.curve((14, 56), (4, 66), (8, 80), 3, dark)
    c.ellipse(8, 83, 3.4, 5.4, shade(base, -0.4))
    for x in (28, 70):
        c.box(x + 6, 76, x + 22, 109, dark, radius=5)
    for x in (18, 60):
        c.box(x, 74, x + 18, 112, base, radius=6)
        for toe in (4, 9, 14):
            c.ellipse(x + toe, 110.6, 2.4, 2.2, (246, 238, 224))
    lump(c, [(12, 62), (20, 40), (46, 32), (76, 36), (88, 54), (84, 84), (50, 90), (18, 86)], base, rim=3)
    elephant_head(c, base, raised)


def elephant_head(c: Canvas, base: RGB, raised: bool, x: float = 0, y: float = 0) -> None:
    """Trunk, ear, tusk and eye; moved by (x, y) from where they are on a standing elephant."""
    dark = shade(base, -0.2)
    if raised:
        taper(c, (x + 100, y + 60), (x + 126, y + 76), (x + 124, y + 34), 20, 9, base)
        taper(c, (x + 124, y + 34), (x + 124, y + 24), (x + 115, y + 20), 9, 7.6, base)
    else:
        taper(c, (x + 100, y + 58), (x + 122, y + 70), (x + 113, y + 98), 20, 10, base)
        taper(c, (x + 113, y + 98), (x + 112, y + 107), (x + 121, y + 107), 10, 8, base)
    ball(c, x + 90, y + 48, 24, 23, base)
    taper(c, (x + 98, y + 66), (x + 106, y + 76), (x + 114, y + 74), 6.4, 2.6, (252, 246, 230))
    outer = ((84, 30), (70, 22), (54, 32), (52, 54), (62, 72), (78, 70), (86, 54))
    inner = ((81, 34), (70, 28), (59, 37), (58, 54), (66, 66), (76, 64), (81, 52))
    c.blob([(x + dx, y + dy) for dx, dy in outer], dark)
    c.blob([(x + dx, y + dy) for dx, dy in inner], shade(ROSE, 0.24))
    blush(c, x + 95, y + 58, 4.6, base)
    bead(c, x + 98, y + 44, 3.8)
    c.curve((x + 94, y + 36), (x + 99, y + 34), (x + 103, y + 37), 1.6, shade(base, -0.45))


def kangaroo(c: Canvas, look: Look) -> None:
    """Upright, with a young one in the pouch."""
    base = look.colour or (196, 132, 82)
    pale = shade(base, 0.55) if sum(base) < 640 else (226, 224, 220)
    dark = shade(base, -0.2)
    taper(c, (48, 104), (26, 130), (3, 124), 26, 5, base)
    taper(c, (66, 120), (76, 126), (94, 127), 10, 9, dark)
    for turn, dx, colour in ((-6, 6, dark), (-24, -2, base)):
        c.ellipse(66 + dx + turn * 0.3, 17, 5.4, 16, colour, turn)
        c.ellipse(66 + dx + turn * 0.3, 18, 2.8, 11, shade(ROSE, 0.2), turn)
    taper(c, (78, 62), (96, 70), (98, 80), 9, 7, dark)
    taper(c, (52, 98), (54, 70), (68, 46), 52, 22, base)
    c.blob([(74, 56), (80, 74), (82, 94), (76, 110), (66, 102), (66, 78)], pale)
    taper(c, (72, 36), (84, 38), (94, 43), 27, 15, base)
    _joey(c, base, pale)
    ball(c, 46, 104, 23, 21, base)
    taper(c, (44, 118), (52, 128), (80, 126), 14, 10, base)
    taper(c, (62, 60), (76, 78), (88, 76), 11, 7, shade(base, -0.1))
    c.ellipse(98, 40, 4.6, 3.6, NOSE)
    c.curve((86, 47), (92, 50), (98, 47), 1.5, ink_on(base))
    blush(c, 77, 44, 4.2, base)
    bead(c, 80, 32, 3.8)


def _joey(c: Canvas, base: tuple[int, int, int], pale: tuple[int, int, int]) -> None:
    for dx, turn in ((-4, -20), (4, 14)):
        c.ellipse(80 + dx, 76, 2.6, 7.4, shade(base, -0.1), turn)
    ball(c, 81, 88, 9, 8.6, shade(base, 0.12))
    c.ellipse(86, 90, 4.6, 3.8, pale)
    c.ellipse(89, 88.6, 1.9, 1.5, NOSE)
    bead(c, 83, 86, 1.8)
    c.blob([(64, 94), (76, 97), (92, 94), (88, 112), (72, 116), (62, 108)], shade(pale, -0.1))


def hedgehog(c: Canvas, look: Look) -> None:
    """A dome of spines, a pointed face."""
    base = look.colour or (126, 90, 66)
    skin = (240, 210, 168) if look.colour is None else shade(base, 0.45 if sum(base) < 640 else -0.1)
    for foot in (34, 72):
        c.ellipse(foot, 91, 8, 5, shade(skin, -0.2))
    for ring, (reach, amount) in enumerate(((47, -0.3), (41, -0.12), (33, -0.24), (24, -0.06))):
        for i in range(17 - ring * 2):
            angle = math.radians(172 + (168 + ring * 6) * i / (16 - ring * 2))
            cos, sin = math.cos(angle), math.sin(angle)
            tip = (50 + reach * cos, 74 + (reach + 4) * sin)
            x, y, half = 50 + (reach - 18) * cos, 74 + (reach - 15) * sin, 6.2
            c.polygon([(x - half * sin, y + half * cos), tip, (x + half * sin, y - half * cos)], shade(base, amount))
    c.ellipse(48, 74, 26, 15, shade(base, -0.16))
    c.blob([(12, 80), (30, 78), (62, 80), (88, 84), (74, 93), (40, 94), (18, 91)], skin)
    c.blob([(64, 60), (78, 50), (92, 60), (104, 72), (112, 80), (100, 90), (80, 92), (66, 82)], skin)
    for dx, dy in ((-15, 12), (-11, 2), (-3, -5)):
        c.polygon([(72 + dx, 58 + dy), (86 + dx, 48 + dy), (74 + dx + 8, 64 + dy)], shade(base, -0.06))
    ball(c, 73, 59, 6.6, 7, shade(skin, -0.18))
    c.ellipse(113, 79, 4.6, 4.2, NOSE)
    c.ellipse(111.6, 77.6, 1.3, 1, (130, 112, 116))
    c.curve((96, 86), (103, 88), (108, 83), 1.6, ink_on(skin))
    blush(c, 87, 82, 4.6, skin)
    bead(c, 93, 70, 4)


def bat(c: Canvas, look: Look) -> None:
    """Wings spread, a small furry body."""
    base = look.colour or (98, 82, 112)
    dark = shade(base, -0.28) if sum(base) > 160 else shade(base, 0.12)
    for side in SIDES:
        edge = [
            (10, 44),
            (26, 20),
            (52, 8),
            (76, 20),
            (79, 42),
            (68, 40),
            (60, 54),
            (48, 49),
            (38, 64),
            (26, 56),
            (12, 66),
        ]
        c.polygon([(85 + side * x, y) for x, y in edge], dark)
        for x, y in ((60, 54), (38, 64)):
            c.line([(85 + side * 50, 12), (85 + side * x, y - 3)], 1.5, shade(dark, 0.2))
        c.line([(85 + side * 12, 44), (85 + side * 28, 22), (85 + side * 52, 9)], 3, base)
        ear = [(4, 28), (20, 2), (22, 34)]
        c.polygon([(85 + side * x, y) for x, y in ear], base)
        c.polygon([(85 + side * x, y) for x, y in ((9, 26), (18, 10), (19, 30))], shade(ROSE, 0.1))
        c.ellipse(85 + side * 7, 87, 3.6, 4, dark)
    ball(c, 85, 68, 17, 20, base)
    c.ellipse(85, 72, 10, 12, shade(base, 0.3))
    ball(c, 85, 40, 22, 20, base)
    for side in SIDES:
        eye(c, 85 + side * 8.5, 38, 6)
        blush(c, 85 + side * 14, 48, 3.6, base)
    c.ellipse(85, 45, 2.8, 2, NOSE)
    smile(c, 85, 44, 7.4, NOSE if sum(base) > 200 else WHITE, 1.5)
    for side in SIDES:
        c.polygon(smooth([(85 + side * 2.4, 51), (85 + side * 5.6, 50), (85 + side * 4, 56)]), WHITE)
