"""Long hair: falling, tied, plaited and put up."""

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.subjects.hair_shapes import (
    RIM,
    braid,
    cap,
    curls,
    fringe,
    knot,
    light,
    line_of,
    locks,
    parting,
    ring,
)
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

TIE: RGB = (222, 74, 104)
GOLD: RGB = (232, 186, 62)
LOW = ((19, 3), (17.4, -7), (9, -14.5), (0, -16), (-9, -14.5), (-17.4, -7), (-19, 3))
"""The hairline of hair that is combed back."""


def combed_back(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, LOW, 3, 1.2, 7)
    for x in (-9, -3, 3, 9):
        pen.curve((x, -14.8), (x * 0.9, -18), (x * 0.66, -22), 0.8, rim_of(colour))


def ponytail_back(pen: Pen, colour: RGB) -> None:
    pen.ribbon((13, -17), (42, -30), (33, 24), (9, 19, 3), colour, rim=RIM)
    pen.curve((20, -19), (34, -20), (31, 12), 1, rim_of(colour))
    pen.ellipse(15.5, -18, 4.4, 4.4, TIE, rim=RIM)


def high_ponytail_back(pen: Pen, colour: RGB) -> None:
    pen.ribbon((0, -26), (40, -58), (37, 14), (9, 22, 3), colour, rim=RIM)
    pen.curve((8, -33), (33, -42), (34, 0), 1, rim_of(colour))
    pen.curve((3, -33), (22, -44), (29, -20), 1.5, light(colour))


def high_ponytail(pen: Pen, colour: RGB) -> None:
    combed_back(pen, colour)
    pen.box(-5.5, -29, 5.5, -22.5, TIE, 2.4, rim=RIM)


def low_ponytail(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(-4, -15, 6, 1), 3, 1.4, 12)
    pen.ribbon((17, 18), (27, 34), (17, 58), (7, 13, 2), colour, rim=RIM)
    pen.curve((19, 24), (24, 36), (18.5, 51), 0.9, rim_of(colour))
    pen.box(13, 16.5, 22, 22, TIE, 2, rim=RIM)


def low_ponytail_back(pen: Pen, colour: RGB) -> None:
    pen.ribbon((18, 0), (26, 10), (18, 22), (12, 12, 7), colour, rim=RIM)


def pigtails_back(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.ribbon((side * 17, -9), (side * 45, -22), (side * 33, 27), (8, 17, 2), colour, rim=RIM)
        pen.curve((side * 24, -11), (side * 37, -10), (side * 33, 15), 1, light(colour))


def pigtails(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -15, 3, 1), 3, 1.4, 8)
    pen.line([(0, -15), (0, -23)], 0.9, rim_of(colour))
    for side in (-1, 1):
        pen.ellipse(side * 21, -9, 4, 4.4, TIE, rim=RIM)


def two_braids(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -15, 7, 2), 3, 1.6, 14)
    pen.line([(0, -15), (0, -23)], 0.9, rim_of(colour))
    for side in (-1, 1):
        braid(pen, colour, line_of((side * 20.5, 12), (side * 22, 47), 7), 10.5, TIE)


def side_braid(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(-9, -15, 8, 3), 3.4, 1.8, 16)
    braid(pen, colour, bezier((17, 11), (27, 22), (14, 52), 9), 12, TIE)


def crown_braid(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -15, 6, 2), 3, 1.6, 13)
    braid(pen, colour, ring(21, 20.5, 190, 350, 15, -2), 10)
    for x, y in ((-15, -16), (0, -22), (15, -16)):
        for dx, dy in ((-1.8, 0), (1.8, 0), (0, -1.8), (0, 1.8)):
            pen.ellipse(x + dx, y + dy, 1.5, 1.5, (250, 246, 240))
        pen.ellipse(x, y, 1.2, 1.2, GOLD)


def box_braids_back(pen: Pen, colour: RGB) -> None:
    for i in range(11):
        x = -25 + 5 * i
        _thin_braid(pen, colour, (x * 0.8, -8), (x * 1.12, 54 - abs(x) * 0.25))


def box_braids(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -15, 8, 2), 3, 2, 16, shine=False)
    for x in (-12, -7, -2, 2, 7, 12):
        pen.curve((x * 0.4, -16), (x, -17), (x * 1.4, -12 + abs(x) * 0.2), 0.8, rim_of(colour))
    for side in (-1, 1):
        for x in (19, 23):
            _thin_braid(pen, colour, (side * x, -2), (side * (x + 2), 56 - x * 0.4))


def _thin_braid(pen: Pen, colour: RGB, start: Point, end: Point) -> None:
    pen.line([start, end], 4.2, colour, rim=0.9)
    for x, y in line_of(start, end, 12)[3:]:
        pen.line([(x - 1.6, y - 1), (x + 1.6, y + 1)], 0.8, light(colour))
    pen.box(end[0] - 2.2, end[1] - 5, end[0] + 2.2, end[1], GOLD, 1)


def dreads_back(pen: Pen, colour: RGB) -> None:
    for i in range(9):
        x = -24 + 6 * i
        _dread(pen, colour, (x * 0.75, -10), (x * 1.5, 20), (x * 1.25, 46 - abs(x) * 0.3))


def dreads(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(3, -14, 5, 1), 4, 2, 10, shine=False)
    for x0, x1, y1 in ((-4, -27, 14), (-2, -25, 26), (4, 27, 14), (2, 25, 26), (-6, -21, 4), (6, 21, 3)):
        _dread(pen, colour, (x0, -21), (x1 * 0.95, -18), (x1, y1))


def _dread(pen: Pen, colour: RGB, start: Point, pull: Point, end: Point) -> None:
    pen.curve(start, pull, end, 5.4, colour, rim=1)
    for x, y in bezier(start, pull, end, 9)[2:-1]:
        pen.line([(x - 1.8, y), (x + 1.8, y + 0.8)], 0.9, light(colour))


def bun_back(pen: Pen, colour: RGB) -> None:
    knot(pen, colour, 0, -29, 11)


def top_knot(pen: Pen, colour: RGB) -> None:
    sides = light(colour)
    cap(pen, sides, [(17.6, 5), (16.5, -9), (-16.5, -9), (-17.6, 5)], 0.4, 0.4, 10, shine=False)
    pull = [(-16.6, -9), (-14, -18), (-5, -25), (5, -25), (14, -18), (16.6, -9)]
    pen.polygon([*pull, *bezier((16.6, -9), (0, -15), (-16.6, -9), 8)], colour, rim=RIM)
    for x in (-8, 0, 8):
        pen.line([(x, -13), (x * 0.3, -24)], 0.8, rim_of(colour))
    knot(pen, colour, 0, -29, 6.6)


def space_buns(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        knot(pen, colour, side * 17, -21, 9.5)
    cap(pen, colour, parting(0, -15, 3, 2), 3, 1.4, 8)
    pen.line([(0, -15), (0, -23)], 0.9, rim_of(colour))


def puffs_back(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        curls(pen, colour, [(side * 22 + x, -20 + y) for x, y in oval(0, 0, 9, 9, 0, 315, steps=7)], 5.6)
        pen.ellipse(side * 22, -20, 10, 10, colour)


def puffs(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, LOW, 2.4, 1, 7, shine=False)
    pen.line([(0, -15), (0, -22)], 0.9, rim_of(colour))
    for side in (-1, 1):
        pen.line([(side * 13, -22.5), (side * 19, -14)], 3, TIE, rim=0.8)


def updo(pen: Pen, colour: RGB) -> None:
    pen.blob([(-17, -13), (-19, -26), (-9, -37), (7, -38), (18, -29), (17, -14)], colour, rim=RIM)
    for start, pull, end in (
        ((-15, -17), (-8, -36), (9, -34)),
        ((-8, -17), (2, -32), (15, -26)),
        ((1, -17), (9, -25), (16, -20)),
    ):
        pen.curve(start, pull, end, 1.2, rim_of(colour))
    pen.curve((-14, -25), (-9, -34), (0, -34.5), 1.6, light(colour))
    cap(pen, colour, parting(-8, -14.5, 5, 2), 2, 1.2, 9, shine=False)
    locks(pen, colour, 24, 3, 16.5, 1.2, 2)
    for x, y in ((13, -19), (17, -15), (9, -22)):
        pen.ellipse(x, y, 1.9, 1.9, (250, 244, 236), rim=0.5)


def beehive(pen: Pen, colour: RGB) -> None:
    tower = [(-19.5, -8), (-20, -24), (-13, -41), (0, -46), (13, -41), (20, -24), (19.5, -8), (0, -12)]
    pen.blob(tower, colour, rim=RIM)
    for y, w in ((-22, 17), (-29, 15), (-36, 11)):
        pen.curve((-w, y + 2), (0, y + 8), (w, y + 1), 1.1, rim_of(colour))
    cap(pen, colour, parting(6, -13, 7, 3), 1, 1.6, 12, shine=False)
    pen.curve((-18, -16.5), (0, -22), (18, -16.5), 3.4, TIE)


def half_up(pen: Pen, colour: RGB) -> None:
    knot(pen, colour, 0, -26, 8)
    locks(pen, colour, 46, 8, 15.5, 0.8)
    cap(pen, colour, LOW, 3, 1.4, 8)
    for x in (-9, -3, 3, 9):
        pen.curve((x, -14.8), (x * 0.9, -18), (x * 0.5, -22), 0.8, rim_of(colour))


def long_curls_back(pen: Pen, colour: RGB, low: float = 50) -> None:
    pen.box(-24, -10, 24, low - 4, colour, 12)
    rows = int((low + 6) / 7.5)
    curls(pen, colour, [(side * (25 + i % 2 * 2.4), -6 + i * 7.5) for i in range(rows) for side in (-1, 1)], 6)
    curls(pen, colour, [(side * (17 - i % 2 * 3), low - 3 + i % 2 * 3) for i in range(2) for side in (-1, 1)], 6)


def curly_front(pen: Pen, colour: RGB, low: float = 20) -> None:
    cap(pen, colour, parting(4, -12, 2, 2), 3, 2, 8, shine=False)
    curls(pen, colour, ring(22, 22, 178, 362, 12, -3), 5.4)
    curls(pen, colour, [(-14, -11), (-6.5, -14.5), (14, -11), (10, -16), (1, -18), (-11, -18)], 4.8)
    rows = int((low + 2) / 8)
    curls(pen, colour, [(side * (20 + i % 2 * 2), 3 + i * 8) for i in range(rows) for side in (-1, 1)], 5)


def ringlets(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -14, 8, 3), 3.4, 1.8, 14)
    for side in (-1, 1):
        for x, low in ((26.5, 34), (20, 44)):
            for i in range(int((low - 2) / 4.6)):
                taper = 4.4 - i * 0.16
                pen.ellipse(side * x, 6 + i * 4.6, taper, 3.1, colour, turn=side * -18, rim=RIM)
                pen.line([(side * x - taper * 0.5, 5.4 + i * 4.6), (side * x + 0.5, 5.2 + i * 4.6)], 0.9, light(colour))
    for side in (-1, 1):
        pen.polygon([(side * 17, -17), (side * 25, -23), (side * 26, -12)], TIE, rim=0.8)
        pen.polygon([(side * 17, -17), (side * 12, -26), (side * 21, -25)], TIE, rim=0.8)
        pen.ellipse(side * 17.5, -18, 2.4, 2.4, TIE, rim=0.8)


def long_fringe(pen: Pen, colour: RGB) -> None:
    locks(pen, colour, 44, 8)
    cap(pen, colour, fringe(-4.5, 0, 4), 3.4, 2, 12)
    for x in (-11, -5.5, 0, 5.5, 11):
        pen.line([(x * 0.9, -13), (x, -5)], 0.8, rim_of(colour))


def swept_fringe(pen: Pen, colour: RGB) -> None:
    locks(pen, colour, 36, 8)
    cap(pen, colour, parting(-10, -15, 6, 2), 3.4, 2, 12, shine=False)
    sweep = [(-11, -22), *bezier((-11, -16), (2, -8), (18.6, 5), 8), *bezier((21.5, 4), (22, -22), (2, -25), 8)]
    pen.polygon(sweep, colour, rim=RIM)
    pen.curve((-7, -18), (6, -14), (18, -2), 1, rim_of(colour))
    pen.curve((-3, -20), (10, -18), (18.5, -8), 1.5, light(colour))


def emo(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(-11, -14, 12, 3), 4, 2.4, 16, shine=False)
    sweep = [(-12, -21), *bezier((-12, -15), (-4, 2), (11, 13), 8), (12.5, 8), (16.5, 16), (18, 9), (21.5, 13)]
    pen.polygon([*sweep, *bezier((22.5, 2), (23, -23), (2, -26), 8)], colour, rim=RIM)
    for start, end in (((-8, -18), (9, 6)), ((-3, -20), (14, 5)), ((3, -21), (18.5, 2))):
        pen.curve(start, (end[0], start[1] + 8), end, 0.9, rim_of(colour))
    pen.polygon([(-8, -24), (-12, -31), (-3, -26), (-2, -32), (4, -26)], colour, rim=0.7)


def feathered(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -18, 4, -2), 5, 3, 8, shine=False)
    for side in (-1, 1):
        for y0, x1, y1 in ((-14, 33, 3), (-8, 35, 14), (0, 34, 25), (8, 30, 35)):
            pen.ribbon((side * 20, y0), (side * 21, y1 + 7), (side * x1, y1 - 4), (9, 8, 0.6), colour, rim=RIM)
        pen.ribbon((0, -22), (side * 20, -24), (side * 25, 1), (4, 9, 5), colour, rim=RIM)
        pen.curve((side * 6, -20), (side * 16, -18), (side * 21, -4), 1.4, light(colour))


def shag(pen: Pen, colour: RGB) -> None:
    locks(pen, colour, 30, 7, 15.5, 1.2, 1.5, 2)
    for side in (-1, 1):
        for y, x in ((0, 28), (10, 30), (20, 31), (30, 29)):
            pen.polygon([(side * 18, y - 9), (side * x, y + 3), (side * 18, y + 5)], colour, rim=0.7)
        pen.polygon([(side * 15, -12), (side * 24, -8), (side * 24.5, 26), (side * 17.5, 20)], colour)
    cap(pen, colour, fringe(-5, 6, 5), 5, 2.6, 12, shine=False)
    for x0, x1 in ((-7, -12), (-2, -4), (3, 5), (8, 13)):
        pen.line([(x0, -20), (x1, -8)], 0.9, rim_of(colour))


def mullet(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, fringe(-10, 5, 1), 6, 0.8, 4, shine=False)
    for x in (-10, -5, 0, 5, 10):
        pen.line([(x * 0.8, -22), (x, -13)], 0.9, light(colour))


def mullet_back(pen: Pen, colour: RGB) -> None:
    tips: list[Point] = [(20, 0), (22.5, 16), (29, 33), (22.5, 31), (20, 40), (15, 34), (11, 43)]
    pen.polygon([*tips, *((-x, y) for x, y in reversed(tips))], colour, rim=RIM)
    for side in (-1, 1):
        pen.line([(side * 18, 14), (side * 21, 30)], 0.9, rim_of(colour))
