"""A small drawing surface in units instead of pixels: drawn larger than asked for, reduced at the end, outlined.

c = Canvas(100, 100, scale=3)        # 100 x 100 units of 3 pixels each
c.ellipse(50, 60, 30, 20, COLOURS["red"])
picture = c.sprite()                 # RGBA, outlined, cropped to what was drawn
"""

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw

from synthgen.renderer.sketch.colours import INK, RGB
from synthgen.renderer.sketch.icons import icon_mask

Point = tuple[float, float]
OVERSAMPLE = 2


class Canvas:
    """Units run from (0, 0) at the top left to (width, height); angles are degrees, clockwise from three o'clock."""

    def __init__(self, width: float = 100, height: float = 100, scale: float = 3.0) -> None:
        self.width, self.height, self.scale = width, height, scale
        self._k = scale * OVERSAMPLE
        self._image = Image.new("RGBA", (round(width * self._k), round(height * self._k)), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self._image)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self._k, y * self._k) for x, y in points]

    def polygon(self, points: Sequence[Point], colour: RGB) -> None:
        self._draw.polygon(self._pixels(points), fill=colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: RGB, turn: float = 0) -> None:
        """Centre, radii, and how far it is turned."""
        if turn:
            self.polygon(oval(x, y, rx, ry, turn=turn), colour)
            return
        self._draw.ellipse(self._pixels([(x - rx, y - ry), (x + rx, y + ry)]), fill=colour)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: RGB, radius: float = 0) -> None:
        """A rectangle between two corners, with rounded corners where `radius` says so."""
        corners = self._pixels([(min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))])
        self._draw.rounded_rectangle(corners, radius=radius * self._k, fill=colour)

    def line(self, points: Sequence[Point], width: float, colour: RGB, round_ends: bool = True) -> None:
        self._draw.line(self._pixels(points), fill=colour, width=max(1, round(width * self._k)), joint="curve")
        if round_ends:
            for x, y in (points[0], points[-1]):
                self.ellipse(x, y, width / 2, width / 2, colour)

    def curve(self, start: Point, pull: Point, end: Point, width: float, colour: RGB) -> None:
        """A quadratic Bezier stroke from `start` to `end`, drawn towards `pull`."""
        self.line(bezier(start, pull, end), width, colour)

    def arc(self, x: float, y: float, r: float, start: float, end: float, width: float, colour: RGB) -> None:
        self.line(oval(x, y, r, r, start, end), width, colour)

    def blob(self, points: Sequence[Point], colour: RGB) -> None:
        """A smooth closed shape through the points (Catmull-Rom)."""
        self.polygon(smooth(points), colour)

    def icon(
        self,
        name: str,
        x: float,
        y: float,
        size: float,
        colour: RGB,
        fill: RGB | None = None,
        turn: float = 0,
    ) -> None:
        """An allowed glyph of the icon font, centred; `fill` paints the holes that it encloses."""
        mask, holes = icon_mask(name, max(8, round(size * self._k)))
        for shape, paint in ((holes, fill), (mask, colour)):
            if paint is not None:
                turned = shape.rotate(-turn, Image.Resampling.BICUBIC, expand=True) if turn else shape
                corner = (round(x * self._k - turned.width / 2), round(y * self._k - turned.height / 2))
                self._image.paste((*paint, 255), (*corner, corner[0] + turned.width, corner[1] + turned.height), turned)

    def inside(self, paint: Callable[["Canvas"], None]) -> None:
        """Paint stripes, spots, shadow or highlights only where something is drawn already."""
        layer = Canvas(self.width, self.height, self.scale)
        paint(layer)
        mask = ImageChops.multiply(layer._image.getchannel("A"), self._image.getchannel("A"))
        self._image.paste(layer._image, (0, 0), mask)

    def mirror(self) -> None:
        """Turn everything drawn so far left for right."""
        self._image = self._image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self._draw = ImageDraw.Draw(self._image)

    def picture(self) -> Image.Image:
        """The whole surface, RGB at the asked-for scale: for places, which fill it."""
        return self._image.convert("RGB").reduce(OVERSAMPLE)

    def sprite(self, outline: bool = True) -> Image.Image:
        """What was drawn, RGBA at the asked-for scale, cropped to its content. Empty canvases give a 1 x 1 image."""
        content = self._image.getbbox()
        if content is None:
            return Image.new("RGBA", (1, 1), (0, 0, 0, 0))
        small = self._image.crop(content).reduce(OVERSAMPLE)
        return outlined(small, 0.9 * self.scale) if outline else small


def outlined(sprite: Image.Image, width: float) -> Image.Image:
    """The sprite with an ink line of about `width` pixels around it, on a canvas that is large enough for it."""
    step = max(1, round(width / 2))
    pad = 2 * step + 1
    big = Image.new("RGBA", (sprite.width + 2 * pad, sprite.height + 2 * pad), (0, 0, 0, 0))
    big.paste(sprite, (pad, pad))
    alpha = big.getchannel("A")
    # The widening runs on a smaller alpha: at full size it was a fifth of all drawing time.
    small = alpha.resize((-(-big.width // step), -(-big.height // step)), Image.Resampling.BOX)
    wide = _widened(small).resize(big.size, Image.Resampling.BICUBIC)
    base = Image.new("RGBA", big.size, (*INK, 255))
    base.putalpha(wide)
    base.alpha_composite(big)
    return base


def _widened(mask: Image.Image) -> Image.Image:
    """One pixel wider in all eight directions, as by MaxFilter(3), in a tenth of its time. The rim has to be empty."""
    for dx, dy in ((1, 0), (0, 1)):
        there, back = ImageChops.offset(mask, dx, dy), ImageChops.offset(mask, -dx, -dy)
        mask = ImageChops.lighter(mask, ImageChops.lighter(there, back))
    return mask


def oval(
    x: float,
    y: float,
    rx: float,
    ry: float,
    start: float = 0,
    end: float = 360,
    turn: float = 0,
    steps: int = 32,
) -> list[Point]:
    """Points along an ellipse from angle `start` to `end`, the whole turned by `turn`."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for i in range(steps + 1):
        angle = math.radians(start + (end - start) * i / steps)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return points


def bezier(start: Point, pull: Point, end: Point, steps: int = 16) -> list[Point]:
    """Points along a quadratic Bezier curve."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((a * start[0] + b * pull[0] + c * end[0], a * start[1] + b * pull[1] + c * end[1]))
    return points


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    n, curve = len(points), []
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + j - 1) % n] for j in range(4))
        for s in range(steps):
            t = s / steps
            curve.append(
                (
                    _catmull(p0[0], p1[0], p2[0], p3[0], t),
                    _catmull(p0[1], p1[1], p2[1], p3[1], t),
                )
            )
    return curve


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
