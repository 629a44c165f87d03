"""Short hair: what lies close to the head, stands up from it, or is missing."""

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.subjects.hair_shapes import RIM, cap, curls, fringe, light, parting, ring
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

STUBBLE: RGB = (212, 164, 128)


def bald(pen: Pen, _: RGB) -> None:
    pen.ellipse(-8, -12, 4.2, 2.2, (255, 246, 238), turn=-32)
    pen.ellipse(-2.4, -15, 1.3, 1, (255, 246, 238))


def buzz(pen: Pen, colour: RGB) -> None:
    soft = blend(colour, STUBBLE, 0.22)
    cap(pen, soft, [(18, -2), (15.5, -9.5), (9, -12), (-9, -12), (-15.5, -9.5), (-18, -2)], 0.4, 0.3, 2, shine=False)
    for row, y in enumerate((-17, -14.4)):
        for i in range(-3, 4):
            x = i * 3.4 + row * 1.7
            pen.line([(x, y), (x, y + 0.9)], 0.6, rim_of(soft))


def crew(pen: Pen, colour: RGB) -> None:
    sides = blend(colour, STUBBLE, 0.4)
    cap(pen, sides, [(17.5, 3), (16, -9), (-16, -9), (-17.5, 3)], 0.5, 0.6, 9, shine=False)
    top = [(-16.8, -8), (-17, -15), *_teeth(-12.5, 12.5, -21.4, 1.8, 8), (17, -15), (16.8, -8)]
    pen.polygon([*top, *bezier((15, -10.5), (0, -14), (-15, -10.5), 8)], colour, rim=RIM)


def _teeth(x0: float, x1: float, y: float, deep: float, count: int) -> list[Point]:
    step = (x1 - x0) / (2 * count)
    return [(x0 + i * step, y - (deep if i % 2 else 0)) for i in range(2 * count + 1)]


def flat_top(pen: Pen, colour: RGB) -> None:
    cap(pen, blend(colour, STUBBLE, 0.35), [(17.5, 4), (16, -8), (-16, -8), (-17.5, 4)], 0.5, 0.6, 10, shine=False)
    block = [(-17.5, -7), (-21, -33), (21, -33), (17.5, -7), *bezier((15, -10), (0, -12), (-15, -10), 8)]
    pen.polygon(block, colour, rim=RIM)
    pen.line([(-17, -29.5), (-6, -29.5)], 1.7, light(colour))


def short(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(5, -11.5, 2, 3), 4, 1.2, 5)
    pen.ribbon((4, -20), (-4, -27), (-11, -23), (6, 4, 0.6), colour, rim=0)


def side_part(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(-11, -14.5, 2, 2), 3, 1.2, 5, shine=False)
    sweep = [*bezier((-11, -14.5), (-10, -30), (6, -27), 8), *bezier((6, -27), (23, -24), (19.6, -3), 8)]
    pen.polygon([*sweep, *bezier((19.6, -3), (15, -13), (-11, -14.5), 8)], colour, rim=RIM)
    for y in (-20, -23.5):
        pen.curve((-7, y + 3), (4, y - 2), (14, y + 6), 1, light(colour))
    pen.curve((-11.5, -14), (-13.5, -19), (-10.5, -22.5), 1.1, rim_of(colour))


def middle_part(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, parting(0, -19, 9, 0), 4, 2.2, 12, shine=False)
    for side in (-1, 1):
        drape = [*bezier((0, -22), (side * 15, -27), (side * 22.5, -6), 8), (side * 22.6, 5), (side * 17.5, 8.5)]
        pen.polygon([*drape, *bezier((side * 17.5, 8.5), (side * 14, -9), (0, -18), 8)], colour, rim=RIM)
        pen.curve((side * 6, -19), (side * 15, -16), (side * 18.8, -4), 1.2, light(colour))


def comb_over(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.blob([(side * 17, -7), (side * 21.6, -7), (side * 22.3, 4), (side * 19, 7), (side * 17.4, 2)], colour, RIM)
    for i in range(5):
        y = -11.5 - 2.7 * i
        pen.curve((-18 + i * 1.2, -8.5 - i), (-4, y - 6 - i), (15.5 - i * 2.2, y + 1.5), 1.5, colour)


def slicked(pen: Pen, colour: RGB) -> None:
    cap(
        pen,
        colour,
        [(18.6, 2), (17, -8), (11, -14.5), (0, -16.5), (-11, -14.5), (-17, -8), (-18.6, 2)],
        3.4,
        1.2,
        6,
        False,
    )
    for x in (-12, -7.5, -2.5, 2.5, 7.5, 12):
        pen.curve(
            (x, -14.5 + abs(x) * 0.14), (x * 0.95, -18), (x * 0.72, -22), 1, light(colour) if x < 0 else rim_of(colour)
        )


def pompadour(pen: Pen, colour: RGB) -> None:
    cap(pen, shade(colour, -0.18), [(18.6, 3), (16.5, -8), (-16.5, -8), (-18.6, 3)], 1, 0.8, 7, shine=False)
    roll = [(-16.8, -9), (-21, -21), (-14, -32), (2, -36), (17, -31), (22.5, -20), (17, -9), (9, -12.5), (-6, -12.5)]
    pen.blob(roll, colour, rim=RIM)
    pen.curve((-13, -16), (-2, -24), (17, -21), 1, rim_of(colour))
    pen.curve((-14, -24), (-6, -32), (8, -31.5), 2, light(colour))


def undercut(pen: Pen, colour: RGB) -> None:
    cap(pen, blend(colour, STUBBLE, 0.5), [(17.5, 5), (16.5, -8), (-16.5, -8), (-17.5, 5)], 0.4, 0.4, 10, shine=False)
    sweep = [(-17, -10), (-16, -22), (-3, -29), (13, -27), (24, -17), (25, -5), (20, -8), (12, -12), (-4, -12.5)]
    pen.blob(sweep, colour, rim=RIM)
    pen.curve((-12, -17), (2, -24), (20, -13), 1, rim_of(colour))
    pen.curve((-10, -21), (-2, -26), (9, -24), 1.6, light(colour))


def mohawk(pen: Pen, colour: RGB) -> None:
    cap(pen, blend(colour, STUBBLE, 0.72), [(17.5, 2), (16, -9), (-16, -9), (-17.5, 2)], 0.2, 0.2, 6, False)
    crest = [(-6.5, -9), (-9, -22), (-13, -31), (-7.5, -30), (-6.5, -40), (-2.4, -34), (0, -44), (2.4, -34), (6.5, -40)]
    pen.polygon([*crest, (7.5, -30), (13, -31), (9, -22), (6.5, -9), (0, -11)], colour, rim=RIM)
    for x in (-3.5, 0, 3.5):
        pen.line([(x, -14), (x * 1.4, -29)], 1, light(colour))


def spiky(pen: Pen, colour: RGB) -> None:
    points: list[Point] = []
    tips = ring(33, 32, 186, 354, 9, -2)
    gaps = ring(23, 22.5, 196, 344, 8, -2)
    for tip, gap in zip(tips, gaps, strict=False):
        points += [tip, gap]
    points.append(tips[-1])
    line = [(19.5, 1), (16, -6), (12, -3.5), (8, -10), (3, -5), (-1, -11), (-6, -5), (-10, -10), (-14, -4), (-19.5, 1)]
    pen.polygon([*points, *line], colour, rim=RIM)
    for x, y in ((-13, -20), (-5, -24), (5, -24), (13, -20)):
        pen.line([(x * 0.8, y * 0.75), (x, y)], 1.2, light(colour))


def bowl(pen: Pen, colour: RGB) -> None:
    line = [*bezier((22.4, 3), (20.6, -5), (14, -5), 6), *bezier((14, -5), (0, -3.4), (-14, -5), 6)]
    cap(pen, colour, [(22.4, 3), *line, *bezier((-14, -5), (-20.6, -5), (-22.4, 3), 6)], 4.5, 3.2, 8, shine=False)
    pen.line(oval(0, -2, 18, 18.5, 210, 330, steps=16), 2.2, light(colour))
    for x in (-12, -6, 0, 6, 12):
        pen.line([(x * 0.86, -12), (x, -5.6)], 0.8, rim_of(colour))


def pixie(pen: Pen, colour: RGB) -> None:
    line = [(18.4, 8), (16.4, 12), (15.6, -1), *bezier((15, -3), (11, -15), (9, -17), 5)]
    line += [(2, -6), (0.4, -9), (-6, -2.5), (-7.6, -6.5), (-13, 0), (-14, -4), (-16.4, 12), (-18.4, 8)]
    cap(pen, colour, line, 4.5, 2, 14)
    for start, end in (((6, -19), (0, -9)), ((3, -20.5), (-8, -9)), ((-1, -22), (-14, -8))):
        pen.curve(start, (end[0] + 4, start[1] + 2), end, 0.9, rim_of(colour))
    pen.polygon([(7, -24), (12, -29), (13, -22)], colour, rim=0.6)


def short_curls(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, fringe(-9), 3, 1, 6, shine=False)
    curls(pen, colour, ring(20.5, 21, 176, 364, 11, -3), 5)
    curls(pen, colour, [(-13, -12), (-5, -13), (4, -13.5), (12.5, -12), (-8.5, -19), (0, -20), (8.5, -19)], 5)


def afro(pen: Pen, colour: RGB) -> None:
    line = [(18.6, 3), (15, -8), *bezier((15, -8), (0, -13), (-15, -8), 8), (-18.6, 3)]
    pen.polygon([*oval(0, -12, 27, 22, 150, 390), *line], colour)
    pen.line(line, 0.9, rim_of(colour))
    for x, y in ((-20, -26), (-9, -33), (3, -29), (14, -34), (24, -24), (-29, -13), (29, -11), (-6, -21), (12, -22)):
        pen.arc(x, y, 2.2, 160, 340, 1.1, light(colour))


def afro_back(pen: Pen, colour: RGB) -> None:
    spots = ring(31, 30, 140, 400, 19, -10)
    for grow, paint in ((0.9, rim_of(colour)), (0, colour)):
        for x, y in spots:
            pen.ellipse(x, y, 6.6 + grow, 6.6 + grow, paint)
    pen.ellipse(0, -10, 32, 31, colour)


def bantu_knots(pen: Pen, colour: RGB) -> None:
    cap(
        pen,
        colour,
        [(18.6, 1), (16.5, -8), (8, -12.5), (0, -13.5), (-8, -12.5), (-16.5, -8), (-18.6, 1)],
        2,
        0.8,
        4,
        False,
    )
    for line in ([(-6, -13), (-8, -22)], [(6, -13), (8, -22)], [(-17, -9), (-19, -14)], [(17, -9), (19, -14)]):
        pen.line(line, 0.9, rim_of(colour))
    for x, y in ((-20.5, -9), (-14, -20.5), (0, -25), (14, -20.5), (20.5, -9)):
        pen.ellipse(x, y, 5.6, 5, colour, rim=RIM)
        pen.arc(x, y, 3.2, 180, 420, 0.9, light(colour))
        pen.ellipse(x, y - 1, 1.6, 1.4, colour, rim=0.8)


def cornrows(pen: Pen, colour: RGB) -> None:
    cap(pen, colour, [(18.4, 2), (15.5, -9), (0, -12.5), (-15.5, -9), (-18.4, 2)], 2, 1, 5, False)
    scalp = blend(colour, STUBBLE, 0.75)
    for x, y, top in ((0, -12.4, -22.6), (5.6, -12, -22), (10.8, -10.8, -19.4), (15.4, -8.6, -14.6)):
        for side in (-1, 1) if x else (1,):
            row = bezier((side * x, y), (side * x * 1.06, (y + top) / 2), (side * x * 0.92, top), 6)
            pen.line(row, 1.5, scalp)
    for x, y, top in ((2.8, -13, -22), (8.2, -12.5, -20.5), (13, -11, -17)):
        for side in (-1, 1):
            for i in range(5):
                cy = y + (top - y) * i / 4
                pen.line(
                    [(side * (x - 1.2), cy - 0.8), (side * x, cy), (side * (x + 1.2), cy - 0.8)], 0.7, light(colour)
                )


def receding(pen: Pen, colour: RGB) -> None:
    line = [(18.4, 3), (17.2, -7), (10, -17), (5, -13), (0, -12), (-5, -13), (-10, -17), (-17.2, -7), (-18.4, 3)]
    cap(pen, colour, line, 2, 1, 6)
