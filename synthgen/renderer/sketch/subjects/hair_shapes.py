"""What hairstyles are made of. Units: the face is 20 in radius around (0, 0)."""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

RIM = 0.9
TIES: tuple[RGB, ...] = ((238, 234, 226), (78, 80, 92), (168, 134, 108), (122, 140, 150))


@dataclass(frozen=True)
class Cut:
    """What the name of a hairstyle leaves open. The plain one is in the middle of everything."""

    part: float = 0
    """Where it is parted, and how far a tail or a knot sits off its place: -1 to 1."""
    full: float = 0
    """How far it stands off the head: -1 to 1."""
    length: float = 1
    phase: float = 0
    """Where waves and curls begin, 0 to 1."""
    tie: RGB = TIES[0]
    skin: RGB = (226, 174, 128)
    """What shows through hair that is clipped short."""


PLAIN_CUT = Cut()
Paint = Callable[[Pen, RGB, Cut], None]


def some_cut(rng: random.Random) -> Cut:
    """A cut by luck."""
    return Cut(rng.uniform(-1, 1), rng.uniform(-1, 1), rng.uniform(0.9, 1.12), rng.random(), rng.choice(TIES))


def parting(x: float, top: float = -13, side: float = -1, fall: float = 0) -> list[Point]:
    """A hairline from the right temple to the left one, parted at `x`; `fall` makes the strands hang lower."""
    right = bezier((19, side), (17.5, -9 + fall), (x, top), 8)
    left = bezier((x, top), (-15, -10 + fall), (-19, side), 8)
    return [*right, *left]


def fringe(low: float, teeth: int = 0, side: float = 2, phase: float = 0.5) -> list[Point]:
    """A hairline that hangs over the forehead, straight, or in `teeth` strands."""
    if not teeth:
        return [(18.5, side), (16.5, low), *bezier((16.5, low), (0, low + 2), (-16.5, low), 8), (-18.5, side)]
    step = 33 / teeth
    points = [(18.5, side), (16.5, low)]
    for i in range(teeth):
        x = 16.5 - i * step
        tip = x - step * (0.25 + 0.5 * phase)
        points += [(tip, low + 2.6 + math.sin(i * 2 + 6 * phase)), (x - step, low - 1.6 if i < teeth - 1 else low)]
    return [*points, (-18.5, side)]


def crown(wide: float, lift: float, drop: float, tufts: Sequence[tuple[float, float]] = ()) -> list[Point]:
    """The outline of the skull's hair from left to right; `tufts`: at which angle a tip stands out, and how far."""
    points = oval(0, -1, 20 + wide, 20 + lift, 180 - drop, 360 + drop, steps=36)
    step = (180 + 2 * drop) / 36
    for angle, high in tufts:
        at = round((angle - 180 + drop) / step)
        x, y = points[at]
        away = math.hypot(x, y + 1)
        points[at] = (x + x / away * high + 0.5 * high, y + (y + 1) / away * high)
    return points


def cap(
    pen: Pen,
    colour: RGB,
    hairline: Sequence[Point],
    lift: float = 3.0,
    wide: float = 1.5,
    drop: float = 8,
    shine: bool = True,
    tufts: Sequence[tuple[float, float]] = (),
    rim: float = RIM,
) -> None:
    """Hair that covers the skull down to `hairline`."""
    pen.polygon([*crown(wide, lift, drop, tufts), *hairline], colour, rim=rim)
    if shine:
        pen.line(oval(0, -1, 15 + wide, 15.5 + lift, 218, 262, steps=8), 1.7, light(colour))


def shaved(pen: Pen, colour: RGB, skin: RGB, low: float = 4, share: float = 0.4) -> None:
    """Sides clipped so short that the skin shows through, the more the lower; `share`: how much of it."""
    for step, y in ((0.28, low), (0.12, low - 3.4), (0.0, low - 6.8)):
        tone = blend(colour, skin, min(0.92, share + step))
        x = 18.2 + (low - y) * 0.1
        line = [(x, y), (16.2, y - 0.6), (15.4, -11), (-15.4, -11), (-16.2, y - 0.6), (-x, y)]
        cap(pen, tone, line, 0.3, 0.4, -2 - y, shine=False, rim=0)


def strands(pen: Pen, colour: RGB, lines: Iterable[tuple[Point, Point, Point]], width: float = 0.9) -> None:
    """Curved lines in hair, dark ones and light ones in turn."""
    for i, (start, pull, end) in enumerate(lines):
        pen.curve(start, pull, end, width, light(colour) if i % 3 == 1 else rim_of(colour))


def mane(
    pen: Pen,
    colour: RGB,
    cut: Cut,
    length: float,
    width: float = 23,
    flare: float = 0,
    wave: float = 0,
    waves: float = 3,
    round_ends: float = 6,
) -> None:
    """The mass of long hair behind head and shoulders."""
    steps, low = 24, length * (cut.length if length > 20 else 1)
    wide = width + cut.full
    sides: list[list[Point]] = []
    for side in (-1, 1):
        edge: list[Point] = []
        for i in range(steps + 1):
            t = i / steps
            sway = wave * math.sin((t * waves + cut.phase * 0.6 + (0.2 if side > 0 else 0)) * 2 * math.pi)
            x = wide + flare * t**1.6 + sway * (0.4 + 0.6 * t) * min(1, 4 * t)
            edge.append((side * (x - round_ends * max(0.0, (t - 0.85) / 0.15) ** 2), -3 + t * (low + 3)))
        sides.append(edge)
    left, right = sides
    pen.polygon([*oval(0, -3, wide, 20.5, 180, 360), *right, *reversed(left)], colour, rim=RIM)
    for x in (-0.62, 0.62):
        pen.line([(x * wide, 12), (x * (wide + flare * 0.8), low - 5)], 0.9, rim_of(colour))


def locks(
    pen: Pen,
    colour: RGB,
    cut: Cut,
    length: float,
    width: float = 7,
    inner: float = 15.5,
    wave: float = 0,
    waves: float = 2.5,
    flare: float = 0,
    sides: Iterable[int] = (-1, 1),
) -> None:
    """Strands that fall in front of the ears, to `length`."""
    low = length * cut.length
    for side in sides:
        outer: list[Point] = []
        inside: list[Point] = []
        for i in range(21):
            t = i / 20
            sway = wave * math.sin((t * waves + cut.phase + 0.3 * side) * 2 * math.pi) * min(1, 3 * t)
            body = width * min(1, 2.2 * (1 - t) + 0.06)
            edge = inner + flare * t + sway + 3.5 * min(t * 3, 1)
            y = -8 + t * (low + 8)
            outer.append((side * (edge + body * 0.62), y))
            inside.append((side * (edge - body * 0.38), y))
        pen.polygon([*outer, *reversed(inside)], colour, rim=RIM)
        middle = [((a[0] + b[0]) / 2, a[1]) for a, b in zip(outer, inside, strict=True)]
        pen.line(middle[6:17], 0.8, rim_of(colour))


def curls(pen: Pen, colour: RGB, spots: Iterable[Point], r: float = 5, phase: float = 0) -> None:
    """Round curls, each with a rim and a coil in it."""
    for i, (x, y) in enumerate(spots):
        size = r * (0.94 + 0.12 * math.sin(2.4 * i + 6.3 * phase))
        pen.ellipse(x, y, size, size, colour, rim=RIM)
        start = 150 + 120 * math.sin(1.7 * i + 6.3 * phase)
        pen.line(oval(x, y, size * 0.5, size * 0.5, start, start + 180, steps=8), 0.9, rim_of(colour), flat=True)


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


def knot(pen: Pen, colour: RGB, x: float, y: float, r: float, turn: float = 0) -> None:
    """A bun: a ball with its winding."""
    pen.ellipse(x, y, r, r * 0.92, colour, rim=RIM)
    pen.arc(x, y, r * 0.58, 200 + turn, 430 + turn, 1, rim_of(colour))
    pen.arc(x + r * 0.05, y, r * 0.22, 100 + turn, 330 + turn, 1, rim_of(colour))
    pen.arc(x, y, r * 0.72, 205, 250, 1.3, light(colour))


def wisps(pen: Pen, colour: RGB, ends: Iterable[tuple[Point, Point, Point]], width: float = 1.5) -> None:
    """Single strands that have come loose."""
    for start, pull, end in ends:
        pen.ribbon(start, pull, end, (width, width, 0.4), colour)


def light(colour: RGB) -> RGB:
    """The shine on hair of this colour."""
    return shade(colour, 0.16 if sum(colour) < 190 else 0.28)
