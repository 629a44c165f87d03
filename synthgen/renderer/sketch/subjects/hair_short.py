"""Short hair that lies close to the head, or is missing."""

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend
from synthgen.renderer.sketch.subjects.hair_shapes import (
    RIM,
    Cut,
    cap,
    curls,
    fringe,
    light,
    parting,
    ring,
    shaved,
    strands,
)
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

SIDEBURN = ((19.8, 3.0), (18, 7.2), (16.7, 5), (16.4, -4))
"""In front of the right ear."""


def _framed(line: list[Point]) -> list[Point]:
    """A hairline over the forehead, between sideburns."""
    return [*SIDEBURN, *line, *((-x, y) for x, y in reversed(SIDEBURN))]


def bald(pen: Pen, _: RGB, __: Cut) -> None:
    pen.ellipse(-8, -12, 4.2, 2.2, (255, 246, 238), turn=-32)
    pen.ellipse(-2.4, -15, 1.3, 1, (255, 246, 238))


def buzz(pen: Pen, colour: RGB, cut: Cut) -> None:
    """A shadow of hair with a sharp edge, in dots."""
    soft = blend(colour, cut.skin, 0.18)
    half = [(18.8, 3), (17, 3.4), (16.2, -5), (14.8, -11.4), (8, -13.6)]
    line = [*half, *((-x, y) for x, y in reversed(half))]
    cap(pen, soft, line, 0.3, 0.2, 6, shine=False)
    for row, y in enumerate((-19.4, -17.6, -15.8, -14)):
        reach = (6, 10.5, 13, 13)[row]
        for i in range(-7, 8):
            x = i * 2 + row % 2 + 0.5 * cut.part
            if abs(x) < reach:
                low = y + abs(x) * 0.12
                pen.line([(x, low), (x, low + 0.7)], 0.5, rim_of(colour) if i % 2 else light(colour), flat=True)


def crew(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Short and even on top, shorter at the sides."""
    shaved(pen, colour, cut.skin, 5, 0.12)
    high = 24.6 + 0.8 * cut.full
    outer: list[Point] = []
    for i, (x, y) in enumerate(oval(0, 1, 18.6, high, 194, 346, steps=46)):
        out = 1.022 if i % 2 else 1
        outer.append((x * out, 1 + (y - 1) * out))
    line = [(16.4, -6), (14.6, -11), (9, -12.6), (0, -13.2), (-9, -12.6), (-14.6, -11), (-16.4, -6)]
    pen.polygon([*outer, *line], colour)
    for i in range(-6, 7):
        x = i * 2.3 + 0.5 * cut.part
        pen.line([(x, -12.4 + abs(i) * 0.06), (x * 1.03, -15)], 0.7, rim_of(colour), flat=True)
        if i % 2:
            pen.line([(x * 0.94 + 1, -17 + abs(x) * 0.1), (x * 0.98 + 1, -19.6 + abs(x) * 0.16)], 0.8, light(colour))
    pen.curve((-12, -18), (-8, -23), (0, -23.4), 1.3, light(colour))


def short(pen: Pen, colour: RGB, cut: Cut) -> None:
    shift = cut.part * 1.6
    line: list[Point] = [(14.6, -9.8)]
    for x, low in ((9.4, -6.6), (3.2, -7.6), (-3.4, -8.4), (-9.6, -8.6)):
        line += [(x + shift, low + cut.phase), (x - 1.4 + shift, low - 4)]
    tufts = ((246, 1.8), (256, 3 + cut.full), (268, 4), (280, 2.6), (300, 1.4), (222, 1.2))
    cap(pen, colour, _framed([*line, (-14.4, -10.6)]), 4 + cut.full * 0.8, 1.6, 6, shine=False, tufts=tufts)
    whorl = (3 + shift, -21)
    ends = ((12, -11), (6, -12), (0, -12.4), (-7, -13), (-13, -12), (17, -9))
    strands(pen, colour, [(whorl, (x * 0.9, -19), (x + shift, y)) for x, y in ends])


def side_part(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = -10.5 + cut.part
    line = [(14, -8.6), (9, -8.4), (2, -10.4), (-4, -12.6), (at, -17), (-13.6, -12.4)]
    tufts = ((258, 1.4), (270, 1.8), (282, 1.2))
    cap(pen, colour, _framed(line), 4.4 + cut.full * 0.8, 1.5, 6, shine=False, tufts=tufts)
    pen.curve((at, -16.6), (at - 1, -20), (at + 2, -23.6), 1, rim_of(colour))
    sweeps = ((15, -11), (14, -14), (12.5, -17), (4, -12.4))
    strands(pen, colour, [((at + 1, -18 - i), (2, -25 + i), end) for i, end in enumerate(sweeps)])
    strands(pen, colour, [((at - 1, -17), (-15, -17), (-16.6, -7))])


def middle_part(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, parting(0, -19, 9, 0), 4, 2.2, 12, shine=False)
    for side in (-1, 1):
        low = 8.5 + 2 * cut.full
        drape = [*bezier((0, -22), (side * 15, -27), (side * 22.5, -6), 8), (side * 22.6, low - 3), (side * 17.5, low)]
        pen.polygon([*drape, *bezier((side * 17.5, low), (side * 14, -9), (0, -18), 8)], colour, rim=RIM)
        pen.curve((side * 6, -19), (side * 15, -16), (side * 18.8, -4), 1.2, light(colour))


def comb_over(pen: Pen, colour: RGB, cut: Cut) -> None:
    for side in (-1, 1):
        pen.blob([(side * 17, -7), (side * 21, -7), (side * 21.6, 4), (side * 19, 7), (side * 17.4, 2)], colour, RIM)
    for i in range(6):
        start, end = (-18 + i * 1.6, -8 - 1.7 * i), (13 - i * 1.1 + cut.part, -11.6 - 1.2 * i)
        pen.ribbon(start, (-3, -17.6 - 1.5 * i), end, (1.6, 1.8, 0.5), colour)


def slicked(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Wet and shining, combed from a widow's peak over the head and behind the ears."""
    half: list[Point] = [(19.4, 2), (17.8, 2.4), (17.4, -4), (15, -12), (10.4, -17), (5, -16.4), (0, -12.8 - cut.phase)]
    line = [*half, *((-x, y) for x, y in reversed(half[:-1]))]
    cap(pen, colour, line, 6.4 + cut.full * 0.8, 1.2, 7, shine=False)
    for side in (-1, 1):
        for start, pull, end in (
            ((1, -15.4), (3.4, -21), (2.4, -26)),
            ((6.4, -17.6), (8, -21), (6.6, -25)),
            ((11.6, -17), (13, -19.4), (12, -22.6)),
            ((15.6, -12.6), (17.2, -14.4), (17.2, -16.4)),
            ((17.4, -5), (18.6, -7), (19.2, -9.6)),
        ):
            path = [(side * x + 0.6 * cut.part, y) for x, y in (start, pull, end)]
            pen.curve(path[0], path[1], path[2], 0.9, rim_of(colour))
    for x, low, high in ((-8.6, -18.4, -23.4), (-4.6, -18.2, -24.4), (9.4, -18.6, -22.6)):
        pen.curve((x, low), (x * 1.1, (low + high) / 2), (x * 0.95, high), 1.9, light(colour))


def slicked_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Its ends behind the neck."""
    wide, low = 15.6 + 0.8 * cut.full, 24 * cut.length
    half = [(wide, 4), (wide + 1.6, low - 4), (9, low)]
    pen.polygon([*half, *((-x, y) for x, y in reversed(half))], colour, RIM)


def bowl(pen: Pen, colour: RGB, cut: Cut) -> None:
    low = 1.4 * cut.part
    half = [
        *bezier((22.4, 3), (20.6, -5 + low), (14, -5 + low), 6),
        *bezier((14, -5 + low), (8, -3.8 + low), (0, -3.8 + low), 6),
    ]
    line = [*half, *((-x, y) for x, y in reversed(half))]
    cap(pen, colour, line, 4.5 + cut.full, 3.2, 8, shine=False)
    pen.line(oval(0, -2, 18, 18.5, 210 + 30 * cut.phase, 300 + 30 * cut.phase, steps=16), 2.2, light(colour))
    for x in (-15, -10, -5, 0, 5, 10, 15):
        pen.line([(x * 0.86, -12), (x, -5.4 + low)], 0.8, rim_of(colour))


def pixie(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = 8 + 1.5 * cut.part
    line = [(19.6, 7), (17.2, 14), (16, 3), (15, -5), *bezier((15, -6), (12, -14), (at, -17), 5)]
    line += [(2, -7), (0.6, -9.4), (-6, -3 + cut.phase), (-7.4, -6), (-13, -0.6), (-14.6, -4), (-16.6, 14), (-19.8, 7)]
    tufts = ((250, 2), (262, 3.2), (274, 3.8 + cut.full), (288, 2.6), (306, 1.6))
    cap(pen, colour, line, 4.5 + cut.full * 0.7, 2.2, 14, tufts=tufts)
    for start, end in (((6, -19), (0, -9)), ((3, -20.5), (-8, -9)), ((-1, -22), (-14, -8)), ((9, -19), (16, -8))):
        pen.curve(start, (end[0] + 4, start[1] + 2), end, 0.9, rim_of(colour))


def short_curls(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, fringe(-9), 3, 1, 6, shine=False)
    turn = 8 * cut.phase - 4
    curls(pen, colour, ring(20.5 + cut.full, 21 + cut.full, 176 + turn, 364 + turn, 11, -3), 5, cut.phase)
    spots = [(-13, -12), (-5, -13), (4, -13.5), (12.5, -12), (-8.5, -19), (0, -20), (8.5, -19)]
    curls(pen, colour, [(x + 1.6 * cut.part, y - 0.5 * cut.full) for x, y in spots], 5, cut.phase)


def cornrows(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, [(18.4, 2), (15.5, -9), (0, -12.5), (-15.5, -9), (-18.4, 2)], 2 + cut.full * 0.5, 1, 5, False)
    scalp = blend(colour, cut.skin, 0.8)
    for x, y, top in ((0, -12.4, -22.6), (5.6, -12, -22), (10.8, -10.8, -19.4), (15.4, -8.6, -14.6)):
        for side in (-1, 1) if x else (1,):
            lean = side * x * (0.92 + 0.1 * cut.part) + (1.5 * cut.part if not x else 0)
            pen.line(bezier((side * x, y), (side * x * 1.06, (y + top) / 2), (lean, top), 6), 1.5, scalp)
    for x, y, top in ((2.8, -13, -22), (8.2, -12.5, -20.5), (13, -11, -17)):
        for side in (-1, 1):
            for i in range(5):
                cy = y + (top - y) * i / 4
                row = [(side * (x - 1.2), cy - 0.8), (side * x, cy), (side * (x + 1.2), cy - 0.8)]
                pen.line(row, 0.7, light(colour))


def receding(pen: Pen, colour: RGB, cut: Cut) -> None:
    half = [(18.4, 3), (17.2, -7), (11, -18), (6, -15), (0, -13 - cut.phase)]
    cap(pen, colour, [*half, *((-x, y) for x, y in reversed(half[:-1]))], 2, 1, 6)
    strands(pen, colour, [((x, -15), (x, -18), (x * 1.2, -20.6)) for x in (-4, 0, 4)])
