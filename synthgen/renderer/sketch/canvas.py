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
OPAQUE = np.int32(-1 << 24)
"""The fourth byte of an ink."""


_INKS = ImageDraw.Draw(Image.new("RGBX", (1, 1))).draw
ink = lru_cache(maxsize=8192)(_INKS.draw_ink)
"""A colour as the number that Pillow writes into the four bytes of a pixel."""


class Canvas:
    """Units run from (0, 0) at the top left to (width, height); angles are degrees, clockwise from three o'clock."""

    def __init__(self, width: float = 100, height: float = 100, scale: float = 3.0, opaque: bool = False) -> None:
        """`opaque`: all of it will be covered, as places do; there is no saying what is drawn and what is not."""
        self.width, self.height, self.scale, self.opaque = width, height, scale, opaque
        self._k = scale * OVERSAMPLE
        self._left = self._top = 0.0
        # Ink that nothing covers yet; X says where something does. The bands of RGBX are reduced each for itself, in a
        # third of the time of RGBA, so that the rim of what was drawn runs into ink: into its outline.
        size = (math.ceil(width * self._k), math.ceil(height * self._k))
        self._image = Image.new("RGB", size, INK) if opaque else Image.new("RGBX", size, (*INK, 0))
        # Pillow's own pen, below the layer that looks colours up and sorts arguments: half of a small shape's time.
        self._pen = ImageDraw.Draw(self._image).draw
        self._mirrored = False

    def _pixels(self, points: Sequence[Point]) -> list[float]:
        """One flat list: a tuple for each point is one more thing that the garbage collector looks at."""
        k, left, top = self._k, self._left, self._top
        if left or top:
            return [v for x, y in points for v in (x * k + left, y * k + top)]
        return [v * k for point in points for v in point]

    def polygon(self, points: Sequence[Point], colour: RGB) -> None:
        self._pen.draw_polygon(self._pixels(points), ink(colour), 1)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: RGB, turn: float = 0) -> None:
        """Centre, radii, and how far it is turned."""
        k = self._k
        if turn:
            self.polygon(oval(x, y, rx, ry, turn=turn, steps=32 if max(rx, ry) * k > 24 else 16), colour)
            return
        x, y, rx, ry = x * k + self._left, y * k + self._top, rx * k, ry * k
        self._pen.draw_ellipse((x - rx, y - ry, x + rx, y + ry), ink(colour), 1)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: RGB, radius: float = 0) -> None:
        """A rectangle between two corners, with rounded corners where `radius` says so."""
        k, left, top = self._k, self._left, self._top
        corners = (min(x0, x1) * k + left, min(y0, y1) * k + top, max(x0, x1) * k + left, max(y0, y1) * k + top)
        if radius * k >= 1:
            self._rounded(corners, radius * k, colour)
        else:
            self._pen.draw_rectangle(corners, ink(colour), 1)

    def _rounded(self, corners: tuple[float, float, float, float], radius: float, colour: RGB) -> None:
        """A rectangle (in pixels) without its corners, and a disc in each of them."""
        x0, y0, x1, y1 = (round(v) for v in corners)
        r = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
        d, paint, pen = 2 * r, ink(colour), self._pen
        pen.draw_rectangle((x0 + r, y0, x1 - r, y1), paint, 1)
        pen.draw_rectangle((x0, y0 + r, x1, y1 - r), paint, 1)
        for x, y in ((x0, y0), (x1 - d, y0), (x0, y1 - d), (x1 - d, y1 - d)):
            pen.draw_ellipse((x, y, x + d, y + d), paint, 1)

    def gradient(self, x0: float, y0: float, x1: float, y1: float, colours: Sequence[RGB]) -> None:
        """A box whose colour runs through the given ones from top to bottom."""
        k, pen = self._k, self._pen
        left, right, top, low = x0 * k + self._left, x1 * k + self._left, y0 * k + self._top, y1 * k + self._top
        rows = np.arange(max(0, int(top)), min(self._image.height, int(low) + 1), OVERSAMPLE)
        at = np.linspace(top, max(low, top + 1), len(colours))
        r, g, b = (np.interp(rows, at, values).astype(np.int32) for values in zip(*colours, strict=True))
        last = int(low)
        for y, paint in zip(rows.tolist(), (r | g << 8 | b << 16 | OPAQUE).tolist(), strict=True):
            pen.draw_rectangle((left, y, right, min(y + OVERSAMPLE - 1, last)), paint, 1)

    def line(self, points: Sequence[Point], width: float, colour: RGB, round_ends: bool = True) -> None:
        k, paint, pen = self._k, ink(colour), self._pen
        path, wide = self._pixels(points), max(1, round(width * k))
        pen.draw_lines(path, paint, wide)
        if wide > 4 and len(path) > 4:
            r = wide / 2 - 1
            for x, y in bends(list(zip(path[::2], path[1::2], strict=True)), wide):
                pen.draw_ellipse((x - r, y - r, x + r, y + r), paint, 1)
        if round_ends:
            r = width * k / 2
            for x, y in (path[:2], path[-2:]):
                pen.draw_ellipse((x - r, y - r, x + r, y + r), paint, 1)

    def curve(self, start: Point, pull: Point, end: Point, width: float, colour: RGB) -> None:
        """A quadratic Bezier stroke from `start` to `end`, drawn towards `pull`."""
        reach = abs(end[0] - start[0]) + abs(end[1] - start[1]) + abs(pull[0] - start[0]) + abs(pull[1] - start[1])
        self.line(bezier(start, pull, end, 16 if reach * self._k > 160 else 8), width, colour)

    def arc(self, x: float, y: float, r: float, start: float, end: float, width: float, colour: RGB) -> None:
        self.line(oval(x, y, r, r, start, end, steps=32 if r * self._k > 40 else 16), width, colour)

    def blob(self, points: Sequence[Point], colour: RGB) -> None:
        """A smooth closed shape through the points (Catmull-Rom)."""
        self.polygon(smooth(points, 8 if self._k > 4 else 5), colour)

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
                across, down = x * self._k + self._left, y * self._k + self._top
                corner = (round(across - turned.width / 2), round(down - turned.height / 2))
                self._image.paste((*paint, 255), (*corner, corner[0] + turned.width, corner[1] + turned.height), turned)

    def inside(self, paint: Callable[["Canvas"], None]) -> None:
        """Paint stripes, spots, shadow or highlights only where something is drawn already."""
        layer = Canvas(self.width, self.height, self.scale)
        layer._k, layer._left, layer._top = self._k, self._left, self._top
        paint(layer)
        painted = layer._image.getchannel("X")
        box = painted.getbbox()
        if box is not None:
            mask = painted.crop(box)
            if not self.opaque:
                mask = ImageChops.multiply(mask, self._image.crop(box).getchannel("X"))
            self._image.paste(layer._image.crop(box).convert(self._image.mode), box, mask)

    def approach(self, x: float, y: float, zoom: float) -> None:
        """All that is drawn from now on is `zoom` times as large; the point (x, y) stays where it is."""
        away = self._k * (1 - zoom)
        self._left, self._top = self._left + x * away, self._top + y * away
        self._k *= zoom

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
