"""What made things are made of: tones of one paint, glass, wood, wheels, rounded shapes."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look

GLASS: RGB = (172, 218, 238)
GLEAM: RGB = (220, 241, 250)
RUBBER: RGB = (50, 50, 57)
IRON: RGB = (78, 82, 90)
STEEL: RGB = (168, 175, 184)
CHROME: RGB = (212, 218, 225)
WOOD: RGB = (172, 116, 68)
DARK_WOOD: RGB = (122, 78, 46)
LAMP: RGB = (255, 234, 140)
TAIL: RGB = (226, 60, 56)
PAPER: RGB = (250, 248, 240)
SKIN: RGB = (240, 196, 160)
GLOW: RGB = (255, 246, 205)

Painter = Callable[[Canvas, Look], None]


class Tones(NamedTuple):
    """One paint in the light and in the shade; `line` is for seams that must be seen on it."""

    base: RGB
    light: RGB
    dark: RGB
    line: RGB


def luminance(colour: RGB) -> float:
    """How bright a colour looks, 0 to 255."""
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


def toned(colour: RGB) -> Tones:
    """The tones of a colour. Very dark paint gets lighter seams: darker ones would not be seen on it."""
    if luminance(colour) < 50:
        return Tones(colour, shade(colour, 0.2), shade(colour, 0.1), shade(colour, 0.26))
    if luminance(colour) > 225:
        return Tones(colour, shade(colour, 0.45), shade(colour, -0.11), shade(colour, -0.27))
    return Tones(colour, shade(colour, 0.32), shade(colour, -0.18), shade(colour, -0.36))


def tones(look: Look, natural: str | RGB) -> Tones:
    """The tones of the colour that is asked for, or of the natural one."""
    own = COLOURS[natural] if isinstance(natural, str) else natural
    return toned(look.colour or own)


def accent(paint: RGB, first: RGB, second: RGB) -> RGB:
    """The first of two colours, unless it would vanish on the paint."""
    apart = sum(abs(a - b) for a, b in zip(paint, first, strict=True))
    return first if apart > 120 else second


def rounded(points: Sequence[Point], radius: float) -> list[Point]:
    """The polygon with its corners rounded."""
    outline: list[Point] = []
    for i, corner in enumerate(points):
        before, after = points[i - 1], points[(i + 1) % len(points)]
        outline.extend(bezier(_towards(corner, before, radius), corner, _towards(corner, after, radius), 6))
    return outline


def _towards(start: Point, goal: Point, step: float) -> Point:
    distance = math.dist(start, goal) or 1.0
    share = min(step / distance, 0.5)
    return between(start, goal, share)


def between(start: Point, end: Point, share: float) -> Point:
    """The point that lies `share` of the way from `start` to `end`."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def pane(c: Canvas, quad: Sequence[Point], radius: float = 1.5, glass: RGB = GLASS) -> None:
    """A window with a gleam; corners from the top left, clockwise."""
    c.polygon(rounded(quad, radius), glass)
    top_left, top_right, low_right, low_left = quad
    gleam = (
        between(top_left, top_right, 0.5),
        between(top_left, top_right, 0.75),
        between(low_left, low_right, 0.42),
        between(low_left, low_right, 0.17),
    )
    c.polygon(gleam, blend(glass, (255, 255, 255), 0.5))


def window(c: Canvas, x0: float, y0: float, x1: float, y1: float, radius: float = 1.5, glass: RGB = GLASS) -> None:
    """An upright window with a gleam."""
    pane(c, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)], radius, glass)


def wheel(c: Canvas, x: float, y: float, r: float, hub: RGB = CHROME, spokes: int = 5) -> None:
    """A tyre with a hub and spokes."""
    c.ellipse(x, y, r, r, RUBBER)
    c.ellipse(x, y, r * 0.82, r * 0.82, shade(RUBBER, 0.16))
    c.ellipse(x, y, r * 0.6, r * 0.6, hub)
    dark = shade(hub, -0.32)
    for i in range(spokes):
        angle = math.radians(360 * i / spokes - 90)
        c.line([(x, y), (x + r * 0.5 * math.cos(angle), y + r * 0.5 * math.sin(angle))], r * 0.12, dark)
    c.ellipse(x, y, r * 0.18, r * 0.18, dark)


def ring(
    c: Canvas, x: float, y: float, r: float, width: float, colour: RGB, start: float = 0, end: float = 360
) -> None:
    """A clean circular band inside the radius `r`, or a part of one."""
    inner = r - width
    c.polygon(oval(x, y, r, r, start, end, steps=48) + oval(x, y, inner, inner, end, start, steps=48), colour)


def spoked_wheel(c: Canvas, x: float, y: float, r: float, width: float = 2.6, spokes: int = 8) -> None:
    """A thin wheel that one can see through."""
    for i in range(spokes):
        angle = math.radians(180 * i / spokes)
        dx, dy = r * math.cos(angle), r * math.sin(angle)
        c.line([(x - dx, y - dy), (x + dx, y + dy)], 0.6, STEEL)
    ring(c, x, y, r - width + 0.3, 1.1, STEEL)
    ring(c, x, y, r, width, RUBBER)
    c.ellipse(x, y, r * 0.1, r * 0.1, IRON)


def grain(c: Canvas, x0: float, y0: float, x1: float, y1: float, wood: RGB, rows: int = 3) -> None:
    """A few lines of wood grain along a board."""
    for i in range(rows):
        y = y0 + (y1 - y0) * (i + 0.6) / rows
        start = x0 + (x1 - x0) * (0.08 + 0.17 * ((i * 2) % 3))
        end = start + (x1 - x0) * (0.3 + 0.08 * (i % 2))
        c.curve((start, y), ((start + end) / 2, y - 1.0), (end, y), 0.6, toned(wood).dark)


def tube(c: Canvas, points: Sequence[Point], width: float, paint: Tones) -> None:
    """A bar with light on its upper side."""
    c.line(points, width, paint.base)
    lit = [(x - width * 0.16, y - width * 0.16) for x, y in points]
    c.line(lit, width * 0.28, paint.light)


def star_mark(c: Canvas, x: float, y: float, size: float, colour: RGB) -> None:
    """A small five-pointed star; `size` is its width."""
    tips = oval(x, y, size * 0.5, size * 0.5, -90, 270, steps=5)[:5]
    notches = oval(x, y, size * 0.22, size * 0.22, -54, 306, steps=5)[:5]
    c.polygon([point for pair in zip(tips, notches, strict=True) for point in pair], colour)


def heart_points(x: float, y: float, size: float) -> list[Point]:
    """The outline of a heart; `size` is its width."""
    points = []
    for i in range(48):
        t = 2 * math.pi * i / 48
        up = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((x + size * 0.5 * math.sin(t) ** 3, y - size * up / 32))
    return points


def heart_mark(c: Canvas, x: float, y: float, size: float, colour: RGB) -> None:
    """A small heart; `size` is its width."""
    c.polygon(heart_points(x, y, size), colour)
