"""Hair that is tied, knotted and put up."""

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.subjects.hair_shapes import (
    RIM,
    Cut,
    cap,
    curls,
    knot,
    light,
    locks,
    parting,
    shaved,
    strands,
    wisps,
)
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

LOW: tuple[Point, ...] = ((19, 3), (17.4, -7), (9, -14.5), (0, -16), (-9, -14.5), (-17.4, -7), (-19, 3))
"""The hairline of hair that is combed back."""


def combed_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, LOW, 3 + 0.6 * cut.full, 1.2, 7)
    for x in (-15, -9, -3, 3, 9, 15):
        start = (x, -14.8 + max(0.0, abs(x) - 9) * 0.7)
        pen.curve(start, (x * 0.9, start[1] - 4), (x * 0.5 + cut.part, -22.4), 0.8, rim_of(colour))


def ponytail_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    low = 24 + 60 * (cut.length - 1)
    out = 42 + 2 * cut.full
    pen.ribbon((13, -17), (out, -30), (33 - 3 * cut.phase, low), (9, 19, 3), colour, rim=RIM)
    pen.curve((20, -19), (34, -20), (31 - 3 * cut.phase, low - 12), 1, rim_of(colour))
    pen.curve((19, -21), (35, -25), (35, -2), 1.3, light(colour))
    pen.ellipse(15.5, -18, 4.4, 4.4, cut.tie, rim=RIM)


def high_ponytail_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    low, out = 14 + 60 * (cut.length - 1), 40 + 2 * cut.full
    pen.ribbon((0, -26), (out, -58), (37, low), (9, 22, 3), colour, rim=RIM)
    pen.curve((8, -33), (33, -42), (34, low - 14), 1, rim_of(colour))
    pen.curve((3, -33), (22, -44), (29, -20), 1.5, light(colour))


def high_ponytail(pen: Pen, colour: RGB, cut: Cut) -> None:
    combed_back(pen, colour, cut)
    pen.box(-5.5, -29, 5.5, -22.5, cut.tie, 2.4, rim=RIM)


def low_ponytail(pen: Pen, colour: RGB, cut: Cut) -> None:
    at, low = -4 + 3 * cut.part, 58 * cut.length - 2
    cap(pen, colour, parting(at, -15, 6, 1), 3 + 0.6 * cut.full, 1.4, 12)
    pen.line([(at, -15), (at, -22.4)], 0.9, rim_of(colour))
    pen.ribbon((17, 18), (27, 34), (17 + 3 * cut.phase, low), (7, 13, 2), colour, rim=RIM)
    pen.curve((19, 24), (24, 36), (18.5 + 2 * cut.phase, low - 8), 0.9, rim_of(colour))
    pen.box(13, 16.5, 22, 22, cut.tie, 2, rim=RIM)


def low_ponytail_back(pen: Pen, colour: RGB, _: Cut) -> None:
    pen.ribbon((18, 0), (26, 10), (18, 22), (12, 12, 7), colour, rim=RIM)


def pigtails_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    low = 27 + 60 * (cut.length - 1)
    for side in (-1, 1):
        out = 43 + 2 * cut.full
        pen.ribbon((side * 17, -9), (side * out, -22), (side * (30 + 4 * cut.phase), low), (8, 17, 2), colour, rim=RIM)
        pen.curve((side * 24, -11), (side * 37, -10), (side * 32, low - 12), 1, light(colour))
        pen.curve((side * 22, -8), (side * 30, -4), (side * 30, low - 8), 0.9, rim_of(colour))


def _parted(pen: Pen, colour: RGB, cut: Cut, fall: float, side: float, drop: float) -> None:
    """The top of hair that is tied at both sides."""
    at = 2.4 * cut.part
    cap(pen, colour, parting(at, -15, side, fall), 3 + 0.6 * cut.full, 1.4, drop)
    pen.line([(at, -15), (at * 0.8, -23)], 0.9, rim_of(colour))
    strands(pen, colour, [((at + s * 2, -20), (s * 12, -19), (s * 18, -9)) for s in (-1, 1)])


def pigtails(pen: Pen, colour: RGB, cut: Cut) -> None:
    _parted(pen, colour, cut, 1, 3, 8)
    for side in (-1, 1):
        pen.ellipse(side * 21, -9, 4, 4.4, cut.tie, rim=RIM)


def space_buns(pen: Pen, colour: RGB, cut: Cut) -> None:
    for side in (-1, 1):
        knot(pen, colour, side * (17 + 0.8 * cut.part), -21, 9.5 + cut.full, 120 * cut.phase * side)
    _parted(pen, colour, cut, 2, 3, 8)


def puffs_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    big = 1 + 0.08 * cut.full
    for side in (-1, 1):
        turn = 50 * cut.phase
        spots = oval(0, 0, 9 * big, 9 * big, turn, 315 + turn, steps=7)
        curls(pen, colour, [(side * 22 + x, -20 + y) for x, y in spots], 5.6, cut.phase)
        pen.ellipse(side * 22, -20, 10 * big, 10 * big, colour)
        for x, y in ((-4, -3), (3, -5), (4, 3), (-2, 4)):
            pen.arc(side * 22 + x, -20 + y, 2, 160 + turn, 340 + turn, 0.9, light(colour))


def puffs(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, LOW, 2.4, 1, 7, shine=False)
    pen.line([(2 * cut.part, -15), (2 * cut.part, -22)], 0.9, rim_of(colour))
    for side in (-1, 1):
        pen.line([(side * 13, -22.5), (side * 19, -14)], 3, cut.tie, rim=0.8)


def bun_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    knot(pen, colour, 1.5 * cut.part, -29, 11 + cut.full, 160 * cut.phase)


def messy_bun_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Loops that stick out in all directions."""
    x = 2 * cut.part
    for i in range(9):
        angle = 168 + 25.5 * i + 12 * cut.phase
        (tip,) = oval(x, -31, 17 + 2 * (i % 3), 15 + 2 * (i % 2), angle, angle, steps=1)[:1]
        (root,) = oval(x, -30, 7, 7, angle + 24, angle + 24, steps=1)[:1]
        pen.ribbon((x, -28), root, tip, (5, 5, 0.5), colour, rim=0.8)
    pen.ellipse(x, -30, 11.6, 10.4, colour, rim=RIM)
    for i in range(4):
        start = 90 * i + 120 * cut.phase
        pen.arc(
            x + 2 * (i % 2),
            -30 + (i - 1.5),
            4 + 1.6 * i,
            start,
            start + 150,
            1,
            light(colour) if i == 1 else rim_of(colour),
        )


def messy_bun(pen: Pen, colour: RGB, cut: Cut) -> None:
    tufts = ((214, 1.4), (236, 2), (302, 2.2), (324, 1.6))
    cap(pen, colour, LOW, 3.4, 1.4, 7, tufts=tufts)
    strands(pen, colour, [((x, -14.6), (x * 0.7, -18), (x * 0.3, -22)) for x in (-10, -4, 2, 8)])
    for side in (-1, 1):
        low = 16 + 4 * cut.phase * side
        loose = ((side * 14, -12), (side * 22, 0), (side * 16.6, low))
        wisps(pen, colour, [loose, ((side * 16, -9), (side * 26, 2), (side * 23, low - 5))], 2.4)


def low_bun(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = -5 + 3 * cut.part
    line = [(19.6, 9), (17.2, 4), (16.8, -5), (11, -11), (at, -16.4), (-12, -10.6), (-16.8, -5), (-17.2, 4), (-19.6, 9)]
    cap(pen, colour, line, 2.6 + 0.5 * cut.full, 1.2, 20)
    pen.line([(at, -16), (at + 0.6, -22.2)], 0.9, rim_of(colour))
    strands(pen, colour, [((at + 2, -19), (15, -17), (19.6, 2)), ((at - 1, -18), (-16, -15), (-19.4, 2))])


def low_bun_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    knot(pen, colour, 21.5, 19 + 1.5 * cut.part, 10 + cut.full, 160 * cut.phase)


def top_knot(pen: Pen, colour: RGB, cut: Cut) -> None:
    shaved(pen, colour, cut.skin, 6, 0.36)
    pull: list[Point] = [(-15.6, -9), (-15, -15), (-10, -21.4), (-4, -25.6), (4, -25.6), (10, -21.4), (15, -15)]
    pen.polygon([*pull, (15.6, -9), (11, -12.6), (5, -14.4), (-5, -14.4), (-11, -12.6)], colour)
    for x in (-13, -9, -5, -1, 3, 7, 11, 14):
        end = (x * 0.24, -25 + abs(x) * 0.05)
        pen.curve((x, -14 + abs(x) * 0.16), (x * 0.9, -19), end, 0.8, light(colour) if x in (-5, 7) else rim_of(colour))
    at = 1.4 * cut.part
    for side in (-1, 1):
        end = (at + side * (10 + cut.full), -35 + 3 * cut.phase)
        pen.ribbon((at, -31), (at + side * 7, -38), end, (4, 3, 0.5), colour, RIM)
    knot(pen, colour, at, -31, 7 + 0.7 * cut.full, 160 * cut.phase)
    pen.box(at - 4.4, -26.4, at + 4.4, -23.4, cut.tie, 1.4, rim=0.8)


def updo_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Rolls of hair that are pinned on top."""
    rolls = ((-12, -23, 9.5, 8.5, -30), (12.5, -23.5, 9.5, 8.5, 30), (-5, -32, 10.5, 8, -12), (7, -32, 10, 8.4, 16))
    for i, (x, y, rx, ry, turn) in enumerate(rolls):
        big = 1 + 0.05 * cut.full * (1 if i % 2 else -1)
        at = (x + cut.part, y - 0.8 * cut.full)
        pen.ellipse(*at, rx * big, ry * big, colour, turn=turn, rim=RIM)
        pen.arc(*at, rx * 0.6, 170 + 50 * cut.phase + turn, 400 + turn, 1, rim_of(colour))
        pen.arc(*at, rx * 0.28, 100 + 90 * cut.phase, 330 + 60 * cut.phase, 1, light(colour))


def updo(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = -9 + 2 * cut.part
    line = [(19, 4), (16.8, -4), *bezier((16.4, -6), (8, -9), (at, -16), 6), (-15, -9), (-17, -4), (-19, 4)]
    cap(pen, colour, line, 3, 1.4, 8, shine=False)
    strands(pen, colour, [((at + 2 + 2 * i, -18 - i / 2), (8, -17 - i), (17, -7 - 3 * i)) for i in range(4)])
    strands(pen, colour, [((at, -17), (-14, -15), (-18, -5))])
    for side in (-1, 1):
        low = 19 + 4 * cut.phase * side
        wisps(pen, colour, [((side * 17, -8), (side * 22, 6), (side * 16.6, low))], 3)
        pen.curve((side * 17, low - 3), (side * 21, low + 3), (side * 17.4, low + 7), 1.1, colour)


def beehive(pen: Pen, colour: RGB, cut: Cut) -> None:
    """A tower in tiers that grow narrower, over hair that is parted."""
    high = 1 + 0.05 * cut.full
    for i, (y, wide, tall) in enumerate(((-41.5, 9.5, 5.6), (-35, 15, 7), (-27.5, 19.4, 8), (-19, 21.6, 9))):
        top = y * high
        pen.ellipse(0.5 * cut.part, top, wide, tall, colour, rim=RIM)
        for k in range(3):
            x = wide * (0.42 * k - 0.66 + 0.2 * cut.phase)
            start, end = (x, top + tall * 0.5), (x + wide * 0.42, top - tall * 0.62)
            pen.curve(
                start,
                (x + wide * 0.05, top - tall * 0.3),
                end,
                1,
                light(colour) if (i + k) % 3 == 1 else rim_of(colour),
            )
    at = 6 * cut.part
    cap(pen, colour, parting(at, -14, 9, 3), 0.6, 1.8, 12, shine=False)
    pen.line([(at, -14), (at * 0.9, -21)], 0.9, rim_of(colour))
    strands(pen, colour, [((at + s * 2, -16), (s * 12, -16), (s * 18.8, -2)) for s in (-1, 1)])
    for side in (-1, 1):
        pen.curve((side * 18.6, 2), (side * 21, 10), (side * 18.4, 16 + 3 * cut.phase), 1.6, colour)


def half_up(pen: Pen, colour: RGB, cut: Cut) -> None:
    knot(pen, colour, 1.4 * cut.part, -26, 8 + 0.7 * cut.full, 160 * cut.phase)
    locks(pen, colour, cut, 46, 8, 15.5, 0.8)
    combed_back(pen, colour, cut)
