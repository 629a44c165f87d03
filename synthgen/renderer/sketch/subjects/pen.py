"""A canvas seen through a shift, a turn, a size and a mirror: a head is drawn once, and tilted by its pen.

head = Pen(canvas).at(50, 40, turn=15)
head.ellipse(0, 0, 20, 21, skin, rim=0.8)      # with a soft contour of 0.8 units
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade


@dataclass(frozen=True)
class Pen:
    """Where (0, 0) lies on the canvas, and where one unit to the right and one unit down lead from there."""

    canvas: Canvas
    x: float = 0
    y: float = 0
    right: Point = (1, 0)
    down: Point = (0, 1)
    size: float = 1

    def at(
        self,
        x: float,
        y: float,
        size: float = 1,
        turn: float = 0,
        mirror: bool = False,
        squeeze: float = 1,
    ) -> "Pen":
        """A pen whose (0, 0) is here at (x, y), turned clockwise; `squeeze` narrows it, `mirror` faces it left."""
        cos, sin = size * math.cos(math.radians(turn)), size * math.sin(math.radians(turn))
        wide = -squeeze if mirror else squeeze
        ox, oy = self.point(x, y)
        return Pen(self.canvas, ox, oy, self._step(cos * wide, sin * wide), self._step(-sin, cos), self.size * size)

    def _step(self, x: float, y: float) -> Point:
        return x * self.right[0] + y * self.down[0], x * self.right[1] + y * self.down[1]

    def point(self, x: float, y: float) -> Point:
        """Where (x, y) lies on the canvas."""
        dx, dy = self._step(x, y)
        return self.x + dx, self.y + dy

    def _points(self, points: Sequence[Point]) -> list[Point]:
        x0, y0, (a, b), (c, d) = self.x, self.y, self.right, self.down
        return [(x0 + x * a + y * c, y0 + x * b + y * d) for x, y in points]

    @property
    def _upright(self) -> bool:
        return self.right[1] == 0 and self.down[0] == 0

    def polygon(self, points: Sequence[Point], colour: RGB, rim: float = 0) -> None:
        corners = self._points(points)
        self.canvas.polygon(corners, colour)
        if rim:
            self.canvas.line([*corners, corners[0]], rim * self.size, rim_of(colour))

    def blob(self, points: Sequence[Point], colour: RGB, rim: float = 0) -> None:
        """A smooth closed shape through the points."""
        self.polygon(smooth(points, 6), colour, rim)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: RGB, turn: float = 0, rim: float = 0) -> None:
        if rim:
            self.ellipse(x, y, rx + rim / 2, ry + rim / 2, rim_of(colour), turn)
            rx, ry = rx - rim / 2, ry - rim / 2
        if self._upright and not turn:
            cx, cy = self.point(x, y)
            self.canvas.ellipse(cx, cy, rx * abs(self.right[0]), ry * abs(self.down[1]), colour)
        else:
            self.polygon(oval(x, y, rx, ry, turn=turn, steps=14 if max(rx, ry) < 4 else 28), colour)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: RGB, radius: float = 0, rim: float = 0) -> None:
        if rim:
            half = rim / 2
            self.box(x0 - half, y0 - half, x1 + half, y1 + half, rim_of(colour), radius + half)
            x0, y0, x1, y1, radius = x0 + half, y0 + half, x1 - half, y1 - half, max(0, radius - half)
        if self._upright:
            self.canvas.box(*self.point(x0, y0), *self.point(x1, y1), colour, radius * self.size)
            return
        corners = ((x1 - radius, y0 + radius), (x1 - radius, y1 - radius), (x0 + radius, y1 - radius))
        points: list[Point] = []
        for quarter, (x, y) in enumerate((*corners, (x0 + radius, y0 + radius))):
            points += oval(x, y, radius, radius, 90 * quarter - 90, 90 * quarter, steps=5)
        self.polygon(points, colour)

    def star(self, x: float, y: float, r: float, colour: RGB, rim: float = 0) -> None:
        """A five-pointed star of radius `r`."""
        outer, inner = oval(x, y, r, r, -90, 270, steps=5), oval(x, y, r * 0.42, r * 0.42, -54, 306, steps=5)
        points = [point for pair in zip(outer, inner, strict=True) for point in pair]
        self.polygon(points[:-2], colour, rim)

    def line(self, points: Sequence[Point], width: float, colour: RGB, rim: float = 0, flat: bool = False) -> None:
        """A stroke; `flat` leaves its ends square."""
        path = self._points(points)
        if rim:
            self.canvas.line(path, (width + rim) * self.size, rim_of(colour), not flat)
            width -= rim
        self.canvas.line(path, width * self.size, colour, not flat)

    def curve(self, start: Point, pull: Point, end: Point, width: float, colour: RGB, rim: float = 0) -> None:
        """A stroke from `start` to `end`, drawn towards `pull`."""
        self.line(bezier(start, pull, end, 12), width, colour, rim)

    def arc(self, x: float, y: float, r: float, start: float, end: float, width: float, colour: RGB) -> None:
        self.line(oval(x, y, r, r, start, end, steps=20), width, colour)

    def ribbon(
        self, start: Point, pull: Point, end: Point, widths: tuple[float, float, float], colour: RGB, rim: float = 0
    ) -> None:
        """A curved band that is widths[0] wide at its start, widths[1] in the middle, widths[2] at its end."""
        path = bezier(start, pull, end, 14)
        one: list[Point] = []
        other: list[Point] = []
        for i, (x, y) in enumerate(path):
            (ax, ay), (bx, by) = path[max(0, i - 1)], path[min(len(path) - 1, i + 1)]
            length = math.hypot(bx - ax, by - ay) or 1
            t = i / (len(path) - 1)
            half = (widths[0] * (1 - t) * (1 - 2 * t) + 4 * widths[1] * t * (1 - t) + widths[2] * t * (2 * t - 1)) / 2
            nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
            one.append((x + nx, y + ny))
            other.append((x - nx, y - ny))
        self.polygon([*one, *reversed(other)], colour, rim)


def rim_of(colour: RGB) -> RGB:
    """The colour of a soft contour: darker, but lighter where the colour is nearly black."""
    return shade(colour, 0.2 if sum(colour) < 190 else -0.3)
