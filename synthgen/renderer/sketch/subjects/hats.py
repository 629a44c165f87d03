"""Hats, helmets and what else is worn on the head. Units as in heads: the face is 20 in radius around (0, 0)."""

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
BLACK: RGB = (46, 46, 54)
RIM = 0.9


def _dome(pen: Pen, colour: RGB, y: float = -8, rx: float = 22.5, ry: float = 19) -> None:
    pen.polygon([*oval(0, y, rx, ry, 180, 360), *bezier((rx, y), (0, y + 4), (-rx, y), 8)], colour, rim=RIM)


def cap(pen: Pen, colour: RGB, front: RGB | None = None) -> None:
    """A baseball cap, its peak to the right."""
    _dome(pen, colour, -8, 22, 18)
    if front:
        pen.polygon([*oval(3, -8, 12, 16, 190, 350)], front, rim=0.7)
    for x in (-10, 10):
        pen.curve((x * 0.3, -25.6), (x, -20), (x * 1.05, -7.5), 0.8, rim_of(colour))
    pen.blob([(2, -10.5), (20, -11.5), (34, -6.5), (33, -3), (18, -4.6), (2, -5.6)], shade(colour, -0.16), rim=RIM)
    pen.ellipse(0, -26, 2, 1.4, colour, rim=0.7)


def flat_peak(pen: Pen, colour: RGB, peak: RGB, band: RGB, sign: RGB | None = GOLD) -> None:
    """A uniform's cap: police, pilots, sailors."""
    pen.blob([(-21, -13), (-28, -24), (-14, -31), (0, -33), (14, -31), (28, -24), (21, -13), (0, -10)], colour, rim=RIM)
    pen.polygon([(-21.5, -16), *bezier((-21.5, -9), (0, -5), (21.5, -9), 8), (21.5, -16), (0, -12.6)], band, rim=RIM)
    pen.polygon(
        [*bezier((-17, -9.4), (0, 2), (17, -9.4), 10), *bezier((17, -9.4), (0, -5.4), (-17, -9.4), 10)], peak, RIM
    )
    if sign:
        pen.star(0, -21, 7, sign, rim=1)


def chef(pen: Pen, colour: RGB = WHITE) -> None:
    for x, y, r in ((-13, -32, 11), (13, -32, 11), (0, -37, 12)):
        pen.ellipse(x, y, r, r * 0.92, colour, rim=1.2)
    pen.polygon([(-17, -33), (17, -33), (18, -16), (-18, -16)], colour)
    for x in (-9, 0, 9):
        pen.line([(x, -32), (x * 0.95, -23)], 0.9, rim_of(colour))
    pen.box(-19, -20, 19, -9.5, colour, 2, rim=1.1)


def hard_hat(pen: Pen, colour: RGB) -> None:
    _dome(pen, colour, -9, 22.5, 21)
    pen.box(-4.5, -32, 4.5, -10, shade(colour, 0.25), 3, rim=RIM)
    for side in (-1, 1):
        pen.curve((side * 11, -27), (side * 14, -20), (side * 14, -11), 1.4, rim_of(colour))
    pen.box(-27, -11, 27, -6.5, shade(colour, -0.08), 2.4, rim=RIM)


def miner(pen: Pen, colour: RGB) -> None:
    hard_hat(pen, colour)
    pen.ellipse(0, -18, 7, 7, (90, 94, 104), rim=RIM)
    pen.ellipse(0, -18, 5, 5, (255, 246, 176))


def firefighter(pen: Pen, colour: RGB) -> None:
    pen.ellipse(0, -8.5, 30, 6, shade(colour, -0.12), rim=RIM)
    _dome(pen, colour, -9, 21.5, 23)
    for x in (-12, 0, 12):
        pen.curve((x * 0.3, -31.4), (x, -26), (x * 1.3, -12), 1.2, rim_of(colour))
    pen.blob([(-8, -28), (0, -33), (8, -28), (7, -14), (0, -10), (-7, -14)], GOLD, rim=RIM)
    pen.box(-3, -26, 3, -16, (200, 50, 46), 1)


def straw(pen: Pen, colour: RGB, band: RGB, wide: float = 34) -> None:
    """A hat with a broad brim: farmers, sun hats, explorers."""
    pen.ellipse(0, -10, wide, 6.6, shade(colour, -0.06), rim=RIM)
    pen.polygon(
        [
            (-19, -10),
            *bezier((-19, -22), (-15, -32), (0, -31), 8),
            *bezier((0, -31), (15, -32), (19, -22), 8),
            (19, -10),
            (0, -6.5),
        ],
        colour,
        RIM,
    )
    pen.polygon([(-19, -17), *bezier((-19, -10), (0, -5.6), (19, -10), 8), (19, -17), (0, -13)], band, rim=0.7)


def cowboy(pen: Pen, colour: RGB, band: RGB = (120, 60, 40)) -> None:
    crown: list[Point] = [(-18, -10), (-17, -30), (-8, -35), (0, -31), (8, -35), (17, -30), (18, -10), (0, -7)]
    brim = [*bezier((-38, -22), (-28, -2), (0, -6), 8), *bezier((0, -6), (28, -2), (38, -22), 8)]
    pen.polygon(
        [*brim, *bezier((38, -22), (24, -10), (0, -12), 8), *bezier((0, -12), (-24, -10), (-38, -22), 8)], colour
    )
    pen.blob(crown, colour, rim=RIM)
    pen.polygon(
        [(-18, -17), (-18.4, -11), *bezier((-18.4, -10.5), (0, -7), (18.4, -10.5), 6), (18, -17), (0, -13)],
        band,
        rim=0.6,
    )
    brim_front = [*brim, *bezier((38, -22), (26, -7.5), (0, -10.5), 8), *bezier((0, -10.5), (-26, -7.5), (-38, -22), 8)]
    pen.polygon(brim_front, colour, rim=RIM)


def top_hat(pen: Pen, colour: RGB, band: RGB) -> None:
    pen.ellipse(0, -11, 29, 5.4, colour, rim=RIM)
    pen.polygon(
        [(-17, -12), (-19.5, -45), *bezier((-19.5, -45), (0, -49), (19.5, -45), 8), (17, -12), (0, -8.5)], colour, RIM
    )
    pen.polygon(
        [(-17.4, -20), (-17, -13), *bezier((-17, -12.4), (0, -8.5), (17, -12.4), 6), (17.4, -20), (0, -16.4)],
        band,
        rim=0.6,
    )


def fedora(pen: Pen, colour: RGB, band: RGB) -> None:
    pen.blob(
        [(-31, -10), (-18, -14), (0, -12), (18, -14), (31, -10), (16, -5.6), (0, -5), (-16, -5.6)],
        shade(colour, -0.08),
        RIM,
    )
    pen.blob([(-19, -11), (-18, -25), (-10, -33), (0, -29), (10, -33), (18, -25), (19, -11), (0, -8)], colour, rim=RIM)
    pen.polygon([(-18.6, -18), (-18.6, -11.6), (0, -8), (18.6, -11.6), (18.6, -18), (0, -14)], band, rim=0.6)


def beret(pen: Pen, colour: RGB) -> None:
    pen.line([(8, -26), (10, -32)], 2, colour, rim=RIM)
    pen.blob([(-22, -12), (-20, -21), (0, -27), (20, -25), (30, -16), (24, -9), (4, -10.5), (-16, -8)], colour, rim=RIM)
    pen.curve((-19, -9.5), (2, -14), (22, -9.5), 1.4, rim_of(colour))


def beanie(pen: Pen, colour: RGB, fold: RGB, pompon: RGB | None = WHITE) -> None:
    if pompon:
        pen.ellipse(0, -33, 6.6, 6.4, pompon, rim=RIM)
    _dome(pen, colour, -10, 22, 20)
    for x in (-11, 0, 11):
        pen.curve((x * 0.4, -28), (x, -22), (x * 1.2, -14), 1, rim_of(colour))
    pen.box(-23.5, -15, 23.5, -6, fold, 4, rim=RIM)
    for x in range(-18, 19, 6):
        pen.line([(x, -13), (x, -8)], 0.9, rim_of(fold))


def crown(pen: Pen, colour: RGB = GOLD) -> None:
    points = [(-18, -12), (-21, -34), (-11, -23), (0, -38), (11, -23), (21, -34), (18, -12), (0, -9)]
    pen.polygon(points, colour, rim=RIM)
    for x, y, gem in ((-21, -34, (214, 48, 49)), (0, -38, (45, 108, 210)), (21, -34, (214, 48, 49))):
        pen.ellipse(x, y, 2.4, 2.4, gem, rim=0.6)
    for x in (-10, 0, 10):
        pen.ellipse(x, -15 + abs(x) * -0.08, 2.2, 2.2, (58, 158, 74) if x else (214, 48, 49), rim=0.6)


def mortarboard(pen: Pen, colour: RGB = BLACK) -> None:
    pen.polygon([(-19, -20), (-19.5, -10), *bezier((-19.5, -9), (0, -4), (19.5, -9), 8), (19, -20)], colour, rim=RIM)
    pen.polygon([(0, -34), (34, -22), (0, -12), (-34, -22)], shade(colour, 0.08), rim=RIM)
    pen.line([(0, -23), (26, -20), (27, -7)], 1.4, GOLD)
    pen.ribbon((27, -8), (27, -4), (27, 0), (1.6, 3.4, 4.4), GOLD, rim=0.5)


def wig(pen: Pen, colour: RGB = WHITE) -> None:
    """A judge's wig."""
    pen.polygon([*oval(0, -3, 24, 22, 165, 375), (17, 2), (14, -10), (-14, -10), (-17, 2)], colour, rim=RIM)
    for side in (-1, 1):
        for y in (-6, 2, 10, 18):
            pen.ellipse(side * 21.5, y, 6, 4.4, colour, rim=RIM)
            pen.arc(side * 21.5, y, 2, 90, 330, 0.8, rim_of(colour))
    for x in (-9, 0, 9):
        pen.ellipse(x, -19, 5.4, 3.8, colour, rim=0.8)


def nurse(pen: Pen, sign: RGB = (214, 48, 49)) -> None:
    pen.polygon(
        [(-16, -12), (-21, -27), *bezier((-21, -27), (0, -32), (21, -27), 8), (16, -12), (0, -15)], WHITE, rim=RIM
    )
    pen.box(-5, -24, 5, -20.6, sign)
    pen.box(-1.7, -27.4, 1.7, -17.2, sign)


def surgeon(pen: Pen, colour: RGB) -> None:
    _dome(pen, colour, -7, 22.5, 18)
    pen.line([(-21, -8), *bezier((-21, -8), (0, -4), (21, -8), 8)], 2.2, shade(colour, -0.1))


def mask(pen: Pen, colour: RGB) -> None:
    """Over mouth and nose."""
    pen.line([(-19, 2), (-11, 8)], 1, WHITE)
    pen.line([(19, 2), (11, 8)], 1, WHITE)
    pen.blob([(-13, 7), (0, 5.5), (13, 7), (12, 16), (0, 21.5), (-12, 16)], colour, rim=RIM)
    for y in (10.5, 14):
        pen.line([(-9, y), (9, y)], 0.8, rim_of(colour))


def space_helmet(pen: Pen, colour: RGB = WHITE) -> None:
    """A ring around the face, and the glass before it."""
    pen.line(oval(0, -1, 25.5, 26), 5, colour, rim=1.2)
    pen.arc(0, -1, 21.5, 205, 250, 1.8, (236, 246, 252))
    for side in (-1, 1):
        pen.box(side * 26 - 3.5, -5, side * 26 + 3.5, 7, (190, 196, 206), 2, rim=RIM)


def helmet(pen: Pen, colour: RGB, stripe: RGB | None = WHITE) -> None:
    """A bicycle's or skater's helmet with its strap."""
    for side in (-1, 1):
        pen.line([(side * 19, -7), (side * 10, 17)], 1.4, BLACK)
    pen.polygon(
        [(-23, -5), *oval(0, -8, 23.5, 21, 180, 360), (23, -5), *bezier((23, -5), (0, -11), (-23, -5), 8)], colour, RIM
    )
    for x in (-11, 0, 11) if stripe else ():
        pen.line([(x * 0.7, -25), (x * 1.1, -13)], 3.4, stripe or WHITE)


def army(pen: Pen, colour: RGB) -> None:
    pen.polygon(
        [(-26, -4), *oval(0, -8, 23.5, 22, 180, 360), (26, -4), *bezier((26, -4), (0, -9), (-26, -4), 8)], colour, RIM
    )
    for x, y, rx in ((-12, -18, 5), (3, -24, 5.5), (13, -14, 5), (-3, -13, 4)):
        pen.ellipse(x, y, rx, 3.2, shade(colour, -0.28))
    for side in (-1, 1):
        pen.line([(side * 20, -5), (side * 11, 18)], 1.6, shade(colour, -0.4))


def knight(pen: Pen, colour: RGB = (186, 194, 204)) -> None:
    pen.ribbon((0, -22), (-8, -46), (-30, -30), (6, 11, 2), (206, 48, 52), rim=RIM)
    pen.polygon(
        [*oval(0, -2, 23, 24, 170, 370), (21, 20), (8, 24), (13, 2), (-13, 2), (-8, 24), (-21, 20)], colour, rim=RIM
    )
    pen.polygon([(-21, -11), (0, -14), (21, -11), (21, -7), (0, -9.5), (-21, -7)], shade(colour, -0.2), rim=0.7)
    pen.line([(0, -25), (0, -13)], 1.6, rim_of(colour))


def tricorne(pen: Pen, colour: RGB = BLACK) -> None:
    """A pirate's hat."""
    pen.blob(
        [(-34, -10), (-24, -24), (-10, -32), (0, -36), (10, -32), (24, -24), (34, -10), (14, -9), (0, -7), (-14, -9)],
        colour,
        RIM,
    )
    pen.curve((-30, -11), (0, -17), (30, -11), 1.8, GOLD)
    skull = WHITE if sum(colour) < 560 else BLACK
    pen.ellipse(0, -25, 4.8, 4.4, skull)
    pen.box(-2.6, -23, 2.6, -18.6, skull, 1)
    for side in (-1, 1):
        pen.ellipse(side * 1.8, -25, 1.2, 1.4, colour)
        pen.line([(-6 * side, -20), (6 * side, -15.5)], 1.5, skull)


def eye_patch(pen: Pen) -> None:
    pen.line([(-19, -7), (18, 1)], 1.2, BLACK)
    pen.ellipse(-7.2, 1.6, 5.2, 5.4, BLACK)


def headset(pen: Pen, colour: RGB, microphone: bool = False) -> None:
    """Headphones."""
    pen.line(oval(0, -1, 22.5, 24, 190, 350), 3.4, colour, rim=RIM)
    for side in (-1, 1):
        pen.box(side * 21.5 - 4.6, -6, side * 21.5 + 4.6, 10, colour, 4, rim=RIM)
    if microphone:
        pen.curve((20, 9), (19, 19), (8, 16), 1.4, BLACK)
        pen.ellipse(7, 15.6, 2, 1.6, BLACK)


def goggles(pen: Pen, colour: RGB, glass: RGB = (126, 208, 236), y: float = 2) -> None:
    pen.line([(-19.6, y), (19.6, y)], 4.4, colour, flat=True)
    pen.box(-16, y - 6.4, 16, y + 6.2, colour, 6, rim=RIM)
    pen.box(-13.4, y - 4, 13.4, y + 3.8, glass, 4)
    pen.line([(-9, y + 1), (-5, y - 2.6)], 1.5, WHITE)


def sunglasses(pen: Pen, colour: RGB, size: float = 1) -> None:
    for side in (-1, 1):
        pen.line([(side * 13, -0.4), (side * 19, -2)], 1.8, colour)
        lens = [(side * 1.2, -3.6), (side * 15, -4), (side * 14.4, 4), (side * 8, 8 * size), (side * 2, 4.6)]
        pen.blob(lens, colour, rim=RIM)
        pen.line([(side * 8 - 3, 2), (side * 8 + 0.6, -2)], 1.4, shade(colour, 0.55))
    pen.line([(-2, -1.6), (2, -1.6)], 2, colour)


def headband(pen: Pen, colour: RGB) -> None:
    pen.polygon(
        [(-20.6, -12), *bezier((-20.6, -12), (0, -17), (20.6, -12), 8), *bezier((20.4, -7), (0, -12), (-20.4, -7), 8)],
        colour,
        RIM,
    )


def veil(pen: Pen, colour: RGB = (236, 222, 186)) -> None:
    """A beekeeper's hat; its net hangs around the face."""
    net = (92, 96, 100)
    for side in (-1, 1):
        edge = [
            (side * 27, -10),
            (side * 27.5, 10),
            (side * 20, 26),
            (side * 14, 22),
            (side * 19, 8),
            (side * 19.5, -10),
        ]
        pen.polygon(edge, (196, 202, 204), rim=RIM)
    for x in (-24, -16, -8, 0, 8, 16, 24):
        pen.line([(x, -8), (x * 0.85, 23)], 0.6, net)
    for y in (-2, 5, 12, 19):
        pen.curve((-26 + max(0, y - 8) * 0.4, y), (0, y + 3), (26 - max(0, y - 8) * 0.4, y), 0.6, net)
    straw(pen, colour, (190, 150, 80), 34)
