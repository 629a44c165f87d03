"""What hairstyles are made of. Units: the face is 20 in radius around (0, 0)."""

import math
from collections.abc import Iterable, Sequence

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

RIM = 0.9


def parting(x: float, top: float = -13, side: float = -1, fall: float = 0) -> list[Point]:
    """A hairline from the right temple to the left one, parted at `x`; `fall` makes the strands hang lower."""
    right = bezier((19, side), (17.5, -9 + fall), (x, top), 8)
    left = bezier((x, top), (-15, -10 + fall), (-19, side), 8)
    return [*right, *left]


def fringe(low: float, teeth: int = 0, side: float = 2) -> list[Point]:
    """A hairline that hangs over the forehead, straight, or in `teeth` strands."""
    if not teeth:
        return [(18.5, side), (16.5, low), *bezier((16.5, low), (0, low + 2), (-16.5, low), 8), (-18.5, side)]
    step = 33 / teeth
    points = [(18.5, side), (16.5, low)]
    for i in range(teeth):
        x = 16.5 - i * step
        points += [(x - step * 0.45, low + 2.6), (x - step, low - 1.4 if i < teeth - 1 else low)]
    return [*points, (-18.5, side)]


def cap(
    pen: Pen,
    colour: RGB,
    hairline: Sequence[Point],
    lift: float = 3.0,
    wide: float = 1.5,
    drop: float = 8,
    shine: bool = True,
) -> None:
    """Hair that covers the skull down to `hairline`."""
    crown = oval(0, -1, 20 + wide, 20 + lift, 180 - drop, 360 + drop)
    pen.polygon([*crown, *hairline], colour, rim=RIM)
    if shine:
        pen.line(oval(0, -1, 15 + wide, 15.5 + lift, 218, 262, steps=8), 1.7, light(colour))


def mane(
    pen: Pen,
    colour: RGB,
    length: float,
    width: float = 23,
    flare: float = 0,
    wave: float = 0,
    waves: float = 3,
    round_ends: float = 6,
) -> None:
    """The mass of long hair behind head and shoulders."""
    steps = 24
    right: list[Point] = []
    for i in range(steps + 1):
        t = i / steps
        edge = width + flare * t**1.6 + wave * math.sin(t * waves * 2 * math.pi) * (0.4 + 0.6 * t)
        right.append((edge - (round_ends * max(0.0, (t - 0.85) / 0.15) ** 2), -3 + t * (length + 3)))
    left = [(-x, y) for x, y in reversed(right)]
    pen.polygon([*oval(0, -3, width, 20.5, 180, 360), *right, *left], colour, rim=RIM)
    for x in (-0.62, 0.62):
        pen.line([(x * width, 12), (x * (width + flare * 0.8), length - 5)], 0.9, rim_of(colour))


def locks(
    pen: Pen,
    colour: RGB,
    length: float,
    width: float = 7,
    inner: float = 15.5,
    wave: float = 0,
    waves: float = 2.5,
    flare: float = 0,
    sides: Iterable[int] = (-1, 1),
) -> None:
    """Strands that fall in front of the ears, to `length`."""
    for side in sides:
        outer: list[Point] = []
        inside: list[Point] = []
        for i in range(21):
            t = i / 20
            sway = wave * math.sin(t * waves * 2 * math.pi)
            y = -8 + t * (length + 8)
            body = width * min(1, 2.2 * (1 - t) + 0.06)
            edge = inner + flare * t + sway + 3.5 * min(t * 3, 1)
            outer.append((side * (edge + body * 0.62), y))
            inside.append((side * (edge - body * 0.38), y))
        pen.polygon([*outer, *reversed(inside)], colour, rim=RIM)
        middle = [((a[0] + b[0]) / 2, a[1]) for a, b in zip(outer, inside, strict=True)]
        pen.line(middle[6:17], 0.8, rim_of(colour))


def curls(pen: Pen, colour: RGB, spots: Iterable[Point], r: float = 5) -> None:
    """Round curls, each with a rim and a coil in it."""
    for x, y in spots:
        pen.ellipse(x, y, r, r, colour, rim=RIM)
        pen.arc(x, y, r * 0.5, 150, 330, 0.9, rim_of(colour))


def ring(rx: float, ry: float, start: float, end: float, count: int, y: float = 0) -> list[Point]:
    """`count` points along an ellipse around the head."""
    return oval(0, y, rx, ry, start, end, steps=count - 1)


def braid(pen: Pen, colour: RGB, path: Sequence[Point], width: float = 8, tie: RGB | None = None) -> None:
    """A plait along `path`: pairs of leaves, then a tie and a tuft."""
    for i, (x, y) in enumerate(path):
        ax, ay = path[max(0, i - 1)]
        bx, by = path[min(len(path) - 1, i + 1)]
        leaf = pen.at(x, y, turn=math.degrees(math.atan2(by - ay, bx - ax)) - 90)
        for side in (-1, 1):
            leaf.ellipse(side * width * 0.24, 0, width * 0.32, width * 0.5, colour, turn=side * 32, rim=RIM)
    if tie is not None:
        end = pen.at(*path[-1])
        end.ribbon((0, 2), (0, 6), (0, 11), (width * 0.4, width * 0.8, 1), colour, rim=RIM)
        end.box(-width * 0.3, 2, width * 0.3, 5, tie, 1, rim=RIM)


def line_of(start: Point, end: Point, count: int) -> list[Point]:
    """`count` points from `start` to `end`."""
    (ax, ay), (bx, by) = start, end
    return [(ax + (bx - ax) * i / (count - 1), ay + (by - ay) * i / (count - 1)) for i in range(count)]


def knot(pen: Pen, colour: RGB, x: float, y: float, r: float) -> None:
    """A bun: a ball with its winding."""
    pen.ellipse(x, y, r, r * 0.92, colour, rim=RIM)
    pen.arc(x, y, r * 0.58, 200, 430, 1, rim_of(colour))
    pen.arc(x + r * 0.05, y, r * 0.22, 100, 330, 1, rim_of(colour))
    pen.arc(x, y, r * 0.72, 205, 250, 1.3, light(colour))


def light(colour: RGB) -> RGB:
    """The shine on hair of this colour."""
    return shade(colour, 0.16 if sum(colour) < 190 else 0.28)
