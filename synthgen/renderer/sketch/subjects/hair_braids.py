"""Hair that is plaited, twisted or locked."""

from synthgen.renderer.sketch.canvas import Point, bezier
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.subjects.hair_shapes import Cut, braid, cap, light, line_of, parting, ring, strands
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of


def two_braids(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = 2.4 * cut.part
    cap(pen, colour, parting(at, -15, 7, 2), 3 + 0.6 * cut.full, 1.6, 14)
    pen.line([(at, -15), (at * 0.8, -23)], 0.9, rim_of(colour))
    strands(pen, colour, [((at + s * 2, -20), (s * 13, -17), (s * 18.6, -3)) for s in (-1, 1)])
    for side in (-1, 1):
        end = (side * (20 + 4 * cut.phase), 47 * cut.length - 1)
        braid(pen, colour, line_of((side * 20.5, 12), end, 7), 10.5 + 0.6 * cut.full, cut.tie)


def side_braid(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = -9 + 2 * cut.part
    cap(pen, colour, parting(at, -15, 8, 3), 3.4 + 0.6 * cut.full, 1.8, 16)
    strands(pen, colour, [((at + 2, -19 - i), (10, -18 + i), (19, -4 + 3 * i)) for i in range(3)])
    end = (12 + 5 * cut.phase, 53 * cut.length - 1)
    braid(pen, colour, bezier((17, 11), (28, 22), end, 9), 12 + 0.8 * cut.full, cut.tie)


def crown_braid(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = 4 * cut.part
    cap(pen, colour, parting(at, -15, 6, 2), 2.4, 1.4, 13)
    strands(pen, colour, [((at + s * 2, -14.4), (s * 11, -13), (s * 18, -4)) for s in (-1, 1)])
    braid(pen, colour, ring(21, 20.5, 188, 352, 15 + round(cut.full), -2), 10.4)


def box_braids_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    for i in range(11):
        x = -25 + 5 * i
        _thin_braid(pen, colour, cut, (x * 0.8, -8), (x * 1.12, 54 * cut.length - abs(x) * 0.25))


def box_braids(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = 3 * cut.part
    cap(pen, colour, parting(at, -15, 8, 2), 3, 2, 16, shine=False)
    for x in (-12, -7, -2, 2, 7, 12):
        pen.curve((at + x * 0.4, -16), (x, -17), (x * 1.4, -12 + abs(x) * 0.2), 0.8, rim_of(colour))
    for side in (-1, 1):
        for x in (19, 23):
            _thin_braid(pen, colour, cut, (side * x, -2), (side * (x + 2 + cut.full), 56 * cut.length - x * 0.4))


def _thin_braid(pen: Pen, colour: RGB, cut: Cut, start: Point, end: Point) -> None:
    pen.line([start, end], 4.2, colour, rim=0.9)
    for x, y in line_of(start, end, 12)[3:]:
        pen.line([(x - 1.6, y - 1 + cut.phase), (x + 1.6, y + 1 + cut.phase)], 0.8, light(colour))
    pen.box(end[0] - 2.2, end[1] - 5, end[0] + 2.2, end[1], rim_of(colour), 1)


def dreads_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    for i in range(9):
        x = -24 + 6 * i
        low = (46 - abs(x) * 0.3) * cut.length + (3 * cut.phase if i % 2 else -2 * cut.phase)
        _dread(pen, colour, (x * 0.75, -10), (x * (1.5 + 0.08 * cut.full), 20), (x * 1.25, low))


def dreads(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, parting(3 * cut.part, -14, 5, 1), 4, 2, 10, shine=False)
    for x0, x1, y1 in ((-4, -27, 14), (-2, -25, 26), (4, 27, 14), (2, 25, 26), (-6, -21, 4), (6, 21, 3)):
        low = y1 + 3 * cut.phase * (1 if x0 > 0 else -1)
        _dread(pen, colour, (x0 + 2 * cut.part, -21), (x1 * 0.95, -18), (x1 + cut.full * (1 if x1 > 0 else -1), low))


def _dread(pen: Pen, colour: RGB, start: Point, pull: Point, end: Point) -> None:
    pen.curve(start, pull, end, 5.4, colour, rim=1)
    for x, y in bezier(start, pull, end, 9)[2:-1]:
        pen.line([(x - 1.8, y), (x + 1.8, y + 0.8)], 0.9, light(colour))
