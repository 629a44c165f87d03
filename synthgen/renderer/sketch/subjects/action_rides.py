"""What people ride, row, sleep on. (0, 0) is the middle of the floor, in the person's units."""

import math

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of
from synthgen.renderer.sketch.subjects.tools_hand import DARK, RED, RIM, STEEL, WHITE, WOOD

WATER: RGB = (74, 156, 214)
TYRE: RGB = (56, 58, 66)


def wheel(pen: Pen, x: float, r: float) -> None:
    pen.line(oval(x, -r, r - 2, r - 2), 4, TYRE)
    pen.line(oval(x, -r, r - 5, r - 5), 1, STEEL)
    for i in range(6):
        dx, dy = (r - 5) * math.cos(i * math.pi / 6), (r - 5) * math.sin(i * math.pi / 6)
        pen.line([(x - dx, -r - dy), (x + dx, -r + dy)], 0.7, (150, 156, 166))
    pen.ellipse(x, -r, 2.6, 2.6, STEEL, rim=0.7)


def bicycle(pen: Pen, colour: RGB = RED) -> None:
    """Saddle at (-16, -66), handlebar at (31, -76), pedals around (4, -22)."""
    for x in (-38, 44):
        wheel(pen, x, 24)
    frame = ([(-38, -24), (4, -22), (-12, -56), (-38, -24)], [(4, -22), (33, -58), (-12, -56)], [(31, -72), (44, -24)])
    for path in frame:
        pen.line(path, 3.8, colour, rim=RIM)
    pen.line([(-12, -56), (-15, -64)], 3, STEEL, rim=0.7)
    pen.blob([(-28, -68), (-14, -67), (-4, -65), (-14, -62), (-26, -63)], DARK, rim=RIM)
    pen.line([(29, -74), (38, -77), (40, -71)], 3.4, DARK)
    pen.ellipse(4, -22, 5.4, 5.4, STEEL, rim=RIM)


def horse(pen: Pen, colour: RGB = (150, 94, 56)) -> None:
    """Walking to the right; its back is 84 high."""
    mane, hoof = shade(colour, -0.5), (64, 52, 48)
    pen.ribbon((-54, -84), (-78, -70), (-70, -32), (8, 13, 3), mane, rim=RIM)
    for x, bend, far in ((-34, 6, True), (36, 8, True), (-46, -4, False), (26, -3, False)):
        leg = shade(colour, -0.14) if far else colour
        pen.line([(x, -58), (x + bend, -32), (x + bend * 0.6, -6)], 11, leg, rim=RIM)
        pen.box(x + bend * 0.6 - 6.4, -7, x + bend * 0.6 + 7, 0, hoof, 1.6, rim=RIM)
    body = [
        (-56, -78),
        (-40, -88),
        (-10, -82),
        (20, -86),
        (44, -84),
        (50, -66),
        (36, -50),
        (0, -46),
        (-38, -48),
        (-56, -60),
    ]
    pen.blob(body, colour, rim=RIM)
    neck = [(20, -84), (44, -122), (62, -132), (66, -112), (54, -84), (44, -66), (24, -66)]
    pen.blob(neck, colour, rim=RIM)
    pen.polygon([(24, -74), (30, -80), (46, -80), (48, -66), (26, -60)], colour)
    pen.blob([(52, -124), (60, -136), (72, -132), (92, -112), (90, -102), (78, -102), (60, -110)], colour, rim=RIM)
    pen.polygon([(56, -132), (57, -146), (64, -134)], colour, rim=RIM)
    pen.blob([(56, -136), (48, -130), (34, -112), (24, -92), (18, -90), (28, -112), (42, -134)], mane, rim=RIM)
    pen.ellipse(70, -121, 2.4, 2.8, DARK)
    pen.ellipse(69.4, -122, 0.8, 0.9, WHITE)
    pen.ellipse(86, -107, 1.4, 1.8, shade(colour, -0.5))
    pen.line([(74, -128), (78, -104), (88, -103)], 1.6, DARK)
    pen.line([(80, -108), (54, -106), (30, -98)], 1.4, DARK)
    pen.blob([(-20, -88), (-4, -80), (14, -86), (16, -76), (10, -66), (-14, -66), (-20, -78)], (176, 50, 52), rim=RIM)


def rowing_boat(pen: Pen, colour: RGB = (190, 106, 58)) -> None:
    """Before the rower; the water around it belongs to the place."""
    hull = [(-66, -32), (66, -32), (80, -38), (56, -4), (-52, -4)]
    pen.polygon(hull, colour, rim=RIM)
    for y in (-22, -13):
        pen.line([(-60 - (y + 22) * -0.5, y), (66 + (y + 22) * -0.5, y)], 1.2, rim_of(colour))
    pen.line([(-67, -32), (66, -32), (80, -38)], 3.4, shade(colour, 0.25), rim=RIM)
    top = [(-76 + 12.6 * i, -7 + (3 if i % 2 else 0)) for i in range(13)]
    pen.blob([*top, (78, 0), (66, 3), (-66, 3), (-78, 0)], WATER, rim=RIM)
    for x in (-44, -6, 34):
        pen.curve((x - 10, 0), (x, -4), (x + 10, 0), 1.6, (176, 222, 246))


def oar(pen: Pen) -> None:
    pen.line([(14, -54), (-34, -10)], 3, WOOD, rim=RIM)
    pen.ribbon((-30, -13), (-38, -6), (-46, 2), (4, 10, 8), (224, 178, 112), rim=RIM)


def bed(pen: Pen) -> None:
    """Its head to the left; the mattress is 30 high."""
    pen.box(-84, -62, -76, 0, WOOD, 2, rim=RIM)
    pen.box(78, -44, 86, 0, WOOD, 2, rim=RIM)
    pen.box(-78, -22, 80, -8, WOOD, 1, rim=RIM)
    pen.box(-76, -34, 78, -20, (240, 240, 238), 4, rim=RIM)
    pen.box(-76, -48, -40, -32, WHITE, 7, rim=RIM)


def blanket(pen: Pen, colour: RGB = (86, 136, 206)) -> None:
    pen.blob(
        [
            (-30, -33),
            (-29, -50),
            (-10, -56),
            (20, -53),
            (50, -52),
            (70, -56),
            (79, -48),
            (80, -12),
            (40, -9),
            (-28, -11),
        ],
        colour,
        RIM,
    )
    pen.blob([(-34, -40), (-32, -53), (-18, -57), (-18, -12), (-32, -12)], shade(colour, 0.5), rim=RIM)
    for x in (8, 34, 60):
        pen.curve((x, -50), (x + 4, -32), (x, -14), 1, rim_of(colour))


def snores(pen: Pen) -> None:
    for x, y, r in ((-34, -84, 4), (-24, -98, 5.4), (-10, -114, 7)):
        pen.line([(x - r, y - r), (x + r, y - r), (x - r, y + r), (x + r, y + r)], 2.2, (96, 110, 180))


def skis(pen: Pen) -> None:
    for dy, colour in ((-4, shade(RED, -0.15)), (0, RED)):
        pen.line([(-50, dy - 2), (48, dy - 2), (58, dy - 9)], 3.6, colour, rim=RIM)
