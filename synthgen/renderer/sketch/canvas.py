"""A small drawing surface in units instead of pixels: drawn larger than asked for, reduced at the end, outlined.

c = Canvas(100, 100, scale=3)        # 100 x 100 units of 3 pixels each
c.ellipse(50, 60, 30, 20, COLOURS["red"])
picture = c.sprite()                 # RGBA, outlined, cropped to what was drawn
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
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
        # Ink that nothing covers yet; X says where something does. The bands of RGBX are reduced each for itself, in a
        # third of the time of RGBA, so that the rim of what was drawn runs into ink: into its outline.
        self._image = Image.new("RGBX", (round(width * self._k), round(height * self._k)), (*INK, 0))
        self._draw = ImageDraw.Draw(self._image)
        self._mirrored = False

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
        if radius:
            self._draw.rounded_rectangle(corners, radius=radius * self._k, fill=colour)
        else:
            self._draw.rectangle(corners, fill=colour)

    def line(self, points: Sequence[Point], width: float, colour: RGB, round_ends: bool = True) -> None:
        path, wide = self._pixels(points), max(1, round(width * self._k))
        self._draw.line(path, fill=colour, width=wide)
        for x, y in bends(path, wide) if wide > 4 else ():
            self._draw.circle((x, y), wide / 2 - 1, fill=colour)
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
        painted = layer._image.getchannel("X")
        box = painted.getbbox()
        if box is not None:
            mask = ImageChops.multiply(painted.crop(box), self._image.crop(box).getchannel("X"))
            self._image.paste(layer._image.crop(box), box, mask)

    def mirror(self) -> None:
        """The finished picture is turned left for right, whatever is drawn before or after this."""
        self._mirrored = not self._mirrored

    def picture(self) -> Image.Image:
        """The whole surface, RGB at the asked-for scale: for places, which fill it."""
        return self._turned(self._image.reduce(OVERSAMPLE).convert("RGB"))

    def _turned(self, picture: Image.Image) -> Image.Image:
        return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if self._mirrored else picture

    def sprite(self, outline: bool = True) -> Image.Image:
        """What was drawn, RGBA at the asked-for scale, cropped to its content. Empty canvases give a 1 x 1 image."""
        if outline:
            small = self._image.reduce(OVERSAMPLE)
            content = small.getchannel("X").getbbox()
        else:
            self._image.putalpha(self._image.getchannel("X"))
            small = self._image.reduce(OVERSAMPLE)
            content = small.getbbox()
        if content is None:
            return Image.new("RGBA", (1, 1), (0, 0, 0, 0))
        small = self._turned(small.crop(content))
        return outlined(small, 0.9 * self.scale) if outline else small


def outlined(sprite: Image.Image, width: float) -> Image.Image:
    """The sprite (RGBX, on ink) as RGBA with an ink line of about `width` pixels around it, and room for that."""
    step = max(1, round(width / 2))
    pad = 2 * step + 1
    big = Image.new("RGBX", (sprite.width + 2 * pad, sprite.height + 2 * pad), (*INK, 0))
    big.paste(sprite, (pad, pad))
    big.putalpha(Image.fromarray(_widened(np.asarray(big.getchannel("X")), step)))
    return big


def _widened(mask: NDArray[np.uint8], steps: int) -> NDArray[np.uint8]:
    """So many pixels wider. By squares and crosses in turn, which make an octagon of a point."""
    for step in range(steps):
        wide = mask.copy()
        np.maximum(wide[:, 1:], mask[:, :-1], out=wide[:, 1:])
        np.maximum(wide[:, :-1], mask[:, 1:], out=wide[:, :-1])
        source = mask if step % 2 else wide.copy()
        np.maximum(wide[1:], source[:-1], out=wide[1:])
        np.maximum(wide[:-1], source[1:], out=wide[:-1])
        mask = wide
    return mask


def bends(path: Sequence[Point], width: float) -> list[Point]:
    """Where a stroke turns so much that a gap would be seen in its outer edge. All in pixels."""
    found = []
    for (ax, ay), (bx, by), (cx, cy) in zip(path, path[1:], path[2:], strict=False):
        along = (bx - ax) * (cx - bx) + (by - ay) * (cy - by)
        across = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        if 3 * width * abs(across) > along:
            found.append((bx, by))
    return found


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
    ax, ay, bx, by = rx * cos, rx * sin, -ry * sin, ry * cos
    return [(x + c * ax + s * bx, y + c * ay + s * by) for c, s in _circle(start, end, steps)]


@lru_cache(maxsize=512)
def _circle(start: float, end: float, steps: int) -> list[Point]:
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(math.cos(angle), math.sin(angle)) for angle in angles]


def bezier(start: Point, pull: Point, end: Point, steps: int = 16) -> list[Point]:
    """Points along a quadratic Bezier curve."""
    (ax, ay), (bx, by), (cx, cy) = start, pull, end
    return [(a * ax + b * bx + c * cx, a * ay + b * by + c * cy) for a, b, c in _bernstein(steps)]


@lru_cache(maxsize=64)
def _bernstein(steps: int) -> list[tuple[float, float, float]]:
    shares = [i / steps for i in range(steps + 1)]
    return [((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in shares]


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    n, curve, weights = len(points), [], _catmull_rom(steps)
    for i in range(n):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (points[(i + j - 1) % n] for j in range(4))
        curve += [(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in weights]
    return curve


@lru_cache(maxsize=64)
def _catmull_rom(steps: int) -> list[tuple[float, float, float, float]]:
    shares = [i / steps for i in range(steps)]
    return [
        (
            (-t + 2 * t**2 - t**3) / 2,
            1 + (-5 * t**2 + 3 * t**3) / 2,
            (t + 4 * t**2 - 3 * t**3) / 2,
            (t**3 - t**2) / 2,
        )
        for t in shares
    ]
