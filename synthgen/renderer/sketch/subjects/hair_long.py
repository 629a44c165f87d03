"""Hair that falls: bobs, bangs, waves, curls and layers."""

from synthgen.renderer.sketch.canvas import Point, bezier
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.subjects.hair_shapes import (
    RIM,
    Cut,
    cap,
    curls,
    fringe,
    light,
    locks,
    mane,
    parting,
    ring,
    strands,
)
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of


def flowing(
    pen: Pen, colour: RGB, cut: Cut, length: float, part: float = 0, wave: float = 0, waves: float = 2.5
) -> None:
    """Long hair that is parted, and falls before the ears."""
    at = part + 5 * cut.part
    locks(pen, colour, cut, length, 8.5, 15.5, wave, waves)
    cap(pen, colour, parting(at, -16, 7, 2), 3.4 + 0.8 * cut.full, 2, 12)
    pen.line([(at, -16), (at * 0.9, -22)], 0.9, rim_of(colour))
    strands(pen, colour, [((at + s * 2, -19), (s * 12 + at / 2, -17), (s * 18.6, -4)) for s in (-1, 1)])


def bob(
    pen: Pen, colour: RGB, cut: Cut, left: float = 17, right: float = 17, flick: float = -5, wave: float = 0
) -> None:
    """Hair that ends at the chin; `flick` turns its ends out."""
    more = 2 * (cut.length - 1) * 10
    for side, low in ((-1, left + more), (1, right + more)):
        outer = [(21.5, -6), (24 + wave + cut.full, 4), (24 - wave * 0.5, low - 6), (23 + flick, low + 1)]
        inner = [(15 + flick, low), (16.5, low - 8), (15.5, -4)]
        pen.blob([(side * x, y) for x, y in [*outer, *inner]], colour, rim=RIM)
        strands(pen, colour, [((side * 20, 0), (side * 22, 6), (side * (19.5 + flick * 0.8), low - 3))])
    at = 2 * cut.part
    if wave or flick > 0:
        cap(pen, colour, parting(-6 + at, -15, 4, 2), 3.6 + 0.7 * cut.full, 2.6, 8)
        pen.line([(-6 + at, -15), (-5 + at, -22.5)], 0.9, rim_of(colour))
        return
    sweep = [(20, 4), (16.5, -4), *bezier((16.5, -4), (4, -6), (-9 + at, -16), 6), (-16, -6), (-20, 4)]
    cap(pen, colour, sweep, 3.6 + 0.7 * cut.full, 2.8, 8)
    strands(pen, colour, [((-7 + at, -19 - i), (6, -17 + i), (17 + i / 2, -6 - 2 * i)) for i in range(2)])


def bob_back(pen: Pen, colour: RGB, cut: Cut, low: float = 14) -> None:
    mane(pen, colour, cut, low, 22.5, round_ends=3)


def long_fringe(pen: Pen, colour: RGB, cut: Cut) -> None:
    locks(pen, colour, cut, 44, 8)
    cap(pen, colour, fringe(-4.5 + cut.part, 0, 4), 3.4 + cut.full * 0.8, 2, 12)
    for i in range(-3, 4):
        x = 4.2 * i + 2 * cut.phase - 1
        pen.line([(x * 0.9, -13), (x, -4.4 + cut.part)], 0.8, rim_of(colour))


def curtain_bangs(pen: Pen, colour: RGB, cut: Cut) -> None:
    locks(pen, colour, cut, 42, 8)
    cap(pen, colour, parting(0, -17, 8, 2), 3.6 + cut.full * 0.8, 2, 14, shine=False)
    low = 4.5 + 2.5 * cut.phase
    for side in (-1, 1):
        outer = [*bezier((0, -23), (side * 15, -24), (side * 19.5, -8), 8), (side * 21.8, low)]
        inner = [(side * 17.6, low - 2.4), *bezier((side * 15.4, -2), (side * 7, -5), (0, -17.5), 8)]
        pen.polygon([*outer, *inner], colour, rim=RIM)
        strands(pen, colour, [((side * 2, -19), (side * 13, -15), (side * (18 - i), -3 - 4 * i)) for i in range(3)])
    pen.line([(0, -17), (0, -23.4)], 0.9, rim_of(colour))


def swept_fringe(pen: Pen, colour: RGB, cut: Cut) -> None:
    locks(pen, colour, cut, 36, 8)
    at = -10 + 2 * cut.part
    cap(pen, colour, parting(at, -15, 6, 2), 3.4 + cut.full * 0.8, 2, 12, shine=False)
    low = 5 + 3 * cut.phase
    sweep = [(at - 1, -22), *bezier((at - 1, -16), (2, -8), (18.6, low), 8)]
    pen.polygon([*sweep, *bezier((21.5, low - 1), (22, -22), (2, -25), 8)], colour, rim=RIM)
    pen.curve((at + 3, -18), (6, -14), (18, low - 7), 1, rim_of(colour))
    pen.curve((at + 7, -20), (10, -18), (18.5, low - 13), 1.5, light(colour))


def emo(pen: Pen, colour: RGB, cut: Cut) -> None:
    at = -11 + 1.5 * cut.part
    cap(pen, colour, parting(at, -14, 12, 3), 4, 2.4, 16, shine=False)
    low = 2 * cut.phase
    sweep = [(at - 1, -21), *bezier((at - 1, -15), (-4, 2), (11, 12 + low), 8), (12.5, 8), (16.5, 16 + low), (18, 9)]
    pen.polygon([*sweep, (21.5, 13 + low), *bezier((22.5, 2), (23, -23), (2, -26), 8)], colour, rim=RIM)
    for start, end in (((-8, -18), (9, 6)), ((-3, -20), (14, 5)), ((3, -21), (18.5, 2))):
        pen.curve(start, (end[0], start[1] + 8), end, 0.9, rim_of(colour))
    up = cut.full
    spikes = [
        (-9, -22),
        (-12, -30 - up),
        (-5, -25.4),
        (-3.4, -32.4 - up),
        (1.4, -26),
        (5.6, -30.5 + up),
        (7, -24),
        (0, -20),
    ]
    pen.polygon(spikes, colour)
    pen.line(spikes[:-1], 0.7, rim_of(colour))


def feathered(pen: Pen, colour: RGB, cut: Cut) -> None:
    cap(pen, colour, parting(2 * cut.part, -18, 4, -2), 5, 3, 8, shine=False)
    for side in (-1, 1):
        for y0, x1, y1 in ((-14, 33, 3), (-8, 35, 14), (0, 34, 25), (8, 30, 35)):
            far = x1 + 1.6 * cut.full
            pen.ribbon((side * 20, y0), (side * 21, y1 + 7), (side * far, y1 - 4), (9, 8, 0.6), colour, rim=RIM)
        pen.ribbon((2 * cut.part, -22), (side * 20, -24), (side * 25, 1), (4, 9, 5), colour, rim=RIM)
        pen.curve((side * 6, -20), (side * 16, -18), (side * 21, -4), 1.4, light(colour))


def shag(pen: Pen, colour: RGB, cut: Cut) -> None:
    locks(pen, colour, cut, 30, 7, 15.5, 1.2, 1.5, 2)
    for side in (-1, 1):
        for y, x in ((0, 28), (10, 30), (20, 31), (30, 29)):
            tip = (side * (x + cut.full), y + 3 + 1.4 * side * cut.part)
            pen.polygon([(side * 18, y - 9), tip, (side * 18, y + 5)], colour, rim=0.7)
        pen.polygon([(side * 15, -12), (side * 24, -8), (side * 24.5, 26), (side * 17.5, 20)], colour)
        strands(pen, colour, [((side * 20, -8 + y), (side * 22, 2 + y), (side * 26, 2 + y)) for y in (0, 10, 20)])
    tufts = ((232, 1.6), (252, 2.2), (270, 2.6), (290, 2), (308, 1.6))
    cap(pen, colour, fringe(-5, 6, 5, cut.phase), 5, 2.6, 12, shine=False, tufts=tufts)
    for x0, x1 in ((-7, -12), (-2, -4), (3, 5), (8, 13)):
        pen.line([(x0 + cut.part, -20), (x1, -8)], 0.9, rim_of(colour))


def mullet(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Short before the ears, which are seen."""
    line: list[Point] = [(18.6, -3), (17, 1), (16.2, -6), (14, -9), (10.4, -5.6), (8, -10.4), (3, -6.8), (0.6, -11)]
    line += [(-4, -7.4), (-6.4, -11), (-11, -6.8), (-14, -9.6), (-16.2, -6), (-17, 1), (-18.6, -3)]
    tufts = ((228, 2), (244, 3.2), (258, 4.2 + cut.full), (270, 3.4), (282, 4.4), (296, 3), (312, 2))
    cap(pen, colour, line, 4.4, 1.2, 2, shine=False, tufts=tufts)
    strands(pen, colour, [((x * 0.5, -23), (x * 0.9, -18), (x, -11)) for x in (-12, -7, -2, 3, 8, 13)])


def mullet_back(pen: Pen, colour: RGB, cut: Cut) -> None:
    """And long behind them, on the shoulders."""
    for side in (-1, 1):
        low = 40 * cut.length + side * cut.part
        outer = [(17, 6), (19, 16), (24, 26), (33, 33 + 2 * cut.full), (26, 33.4), (30, low), (21.6, low - 3)]
        inner = [(20, low + 5), (15, low - 2), (12.6, low + 3), (7, 30), (4, 8)]
        pen.polygon([(side * x, y) for x, y in [*outer, *inner]], colour, rim=RIM)
        strands(pen, colour, [((side * 14, 12), (side * (15 + i), 26), (side * (17 + 5 * i), 35)) for i in range(3)])


def long_curls_back(pen: Pen, colour: RGB, cut: Cut, low: float = 50) -> None:
    low *= cut.length
    pen.box(-24, -10, 24, low - 4, colour, 12)
    rows = int((low + 6) / 7.5)
    shift, wide = 4 * cut.phase, 25 + cut.full
    sides = [
        (side * (wide + (i + (side > 0)) % 2 * 2.4), -6 + shift + i * 7.5) for i in range(rows) for side in (-1, 1)
    ]
    curls(pen, colour, sides, 6, cut.phase)
    ends = [(side * (17 - i % 2 * 3), low - 3 + i % 2 * 3) for i in range(2) for side in (-1, 1)]
    curls(pen, colour, ends, 6, cut.phase)


def curly_front(pen: Pen, colour: RGB, cut: Cut, low: float = 20) -> None:
    low *= cut.length
    cap(pen, colour, parting(4 * cut.part, -12, 2, 2), 3, 2, 8, shine=False)
    turn = 10 * cut.phase - 5
    curls(pen, colour, ring(22 + cut.full * 0.7, 22 + cut.full, 178 + turn, 362 + turn, 12, -3), 5.4, cut.phase)
    spots = [(-14, -11), (-6.5, -14.5), (14, -11), (10, -16), (1, -18), (-11, -18)]
    curls(pen, colour, [(x + 1.5 * cut.part, y) for x, y in spots], 4.8, cut.phase)
    rows = int((low + 2) / 8)
    sides = [(side * (20 + i % 2 * 2), 3 + 3 * cut.phase + i * 8) for i in range(rows) for side in (-1, 1)]
    curls(pen, colour, sides, 5, cut.phase)


def ringlets(pen: Pen, colour: RGB, cut: Cut) -> None:
    """Spirals that hang beside the face."""
    cap(pen, colour, parting(4 * cut.part, -14, 8, 3), 3.4 + 0.8 * cut.full, 1.8, 14)
    pen.line([(4 * cut.part, -14), (4 * cut.part, -22)], 0.9, rim_of(colour))
    for side in (-1, 1):
        for x, low in ((26.5, 34), (20, 44)):
            far = (x + 0.8 * cut.full) * side
            for i in range(int((low * cut.length - 2) / 4.6)):
                taper, y = 4.4 - i * 0.16, 6 + i * 4.6 + 2 * cut.phase
                pen.ellipse(far, y, taper, 3.1, colour, turn=side * -18, rim=RIM)
                pen.line([(far - taper * 0.5, y - 0.6), (far + 0.5, y - 0.8)], 0.9, light(colour))
