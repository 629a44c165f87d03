"""What all animals share: the colours of a coat, eyes, limbs that taper, shapes lit from the upper left."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import INK, RGB, blend, shade

WHITE: RGB = (252, 252, 250)
PUPIL: RGB = (32, 27, 32)
NOSE: RGB = (52, 38, 42)
ROSE: RGB = (244, 140, 150)


@dataclass(frozen=True)
class Coat:
    """The colours of one animal."""

    base: RGB
    pale: RGB
    """Muzzle and belly."""
    dark: RGB = (60, 44, 38)
    """Stripes, spots, a mane."""
    inner: RGB = (236, 160, 160)
    """Inside the ears."""

    def tinted(self, colour: RGB | None) -> "Coat":
        """The same animal in the colour that was asked for."""
        if colour is None:
            return self
        bright = sum(colour) > 640
        pale = shade(colour, -0.08) if bright else shade(colour, 0.55)
        dark = shade(colour, -0.35) if bright else shade(colour, -0.5)
        if sum(colour) < 160:
            dark = shade(colour, 0.22)
        return replace(self, base=colour, pale=pale, dark=dark, inner=blend(pale, ROSE, 0.5))


Part = Callable[[Canvas, Coat], None]
"""An ear, a tail, a pattern: whatever is painted in the colours of a coat."""


def eye(c: Canvas, x: float, y: float, r: float, white: RGB = WHITE, gaze: float = 0) -> None:
    """A round eye with a gleam; `gaze` moves the pupil sideways."""
    c.ellipse(x, y, r, r * 1.08, white)
    c.ellipse(x + gaze * r, y + r * 0.06, r * 0.7, r * 0.8, PUPIL)
    c.ellipse(x + gaze * r - r * 0.24, y - r * 0.32, r * 0.27, r * 0.27, WHITE)


def bead(c: Canvas, x: float, y: float, r: float) -> None:
    """A small black eye with a gleam."""
    c.ellipse(x, y, r, r * 1.12, PUPIL)
    c.ellipse(x - r * 0.3, y - r * 0.4, r * 0.36, r * 0.36, WHITE)


def ball(c: Canvas, x: float, y: float, rx: float, ry: float, colour: RGB, turn: float = 0) -> None:
    """An ellipse with a shadow at its lower right."""
    c.ellipse(x, y, rx, ry, shade(colour, -0.13), turn)
    c.ellipse(x - rx * 0.045, y - ry * 0.06, rx * 0.95, ry * 0.93, colour, turn)


def lump(c: Canvas, points: Sequence[Point], colour: RGB, rim: float = 1.6) -> None:
    """A smooth shape with a shadow at its lower right."""
    x = sum(p[0] for p in points) / len(points)
    y = sum(p[1] for p in points) / len(points)
    reach = max(math.hypot(px - x, py - y) for px, py in points)
    less = 1 - rim / reach
    c.blob(points, shade(colour, -0.13))
    c.blob([(x + (px - x) * less - rim * 0.4, y + (py - y) * less - rim * 0.6) for px, py in points], colour)


def taper(c: Canvas, start: Point, pull: Point, end: Point, w0: float, w1: float, colour: RGB) -> None:
    """A curved limb: `w0` wide at the start, `w1` at the end, both ends round."""
    path = bezier(start, pull, end)
    left, right = [], []
    for i, (x, y) in enumerate(path):
        (ax, ay), (bx, by) = path[max(i - 1, 0)], path[min(i + 1, len(path) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = (w0 + (w1 - w0) * i / (len(path) - 1)) / 2
        nx, ny = (ay - by) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    c.polygon(left + right[::-1], colour)
    c.ellipse(*start, w0 / 2, w0 / 2, colour)
    c.ellipse(*end, w1 / 2, w1 / 2, colour)


def ink_on(colour: RGB) -> RGB:
    """The colour of a thin line that shows on `colour`: darker, or lighter where that is black already."""
    return shade(colour, -0.58) if sum(colour) > 240 else shade(colour, 0.55)


def smile(c: Canvas, x: float, y: float, r: float, colour: RGB = INK, width: float = 1.5) -> None:
    """A mouth with the ends up, lowest at `r` below (x, y)."""
    c.arc(x, y, r, 25, 155, width, colour)


def blush(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A rosy cheek on a coat of `colour`."""
    c.ellipse(x, y, r, r * 0.68, blend(colour, ROSE, 0.42))
