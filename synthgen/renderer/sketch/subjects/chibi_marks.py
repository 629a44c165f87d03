"""Stripes, spots and patches of the sitting mammals, and their tails."""

import math
from itertools import pairwise

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.creature import Coat, Part, ball, lump, taper

MIDDLE = 60
SIDES = (-1, 1)
HEAD_SPOTS: tuple[Point, ...] = (
    *((0, 36), (7, 42), (14, 36), (21, 43), (27, 51), (30, 60), (28, 69), (31, 77), (25, 82), (22, 75)),
)
BODY_SPOTS: tuple[Point, ...] = ((20, 98), (24, 108), (20, 116), (25, 123), (19, 130), (23, 137), (12, 96))


def stripes(c: Canvas, coat: Coat) -> None:
    """A tiger's: wedges from the edges of head and body, and three on the forehead."""
    for side in SIDES:
        for y, length in ((58, 13), (67, 15), (76, 13)):
            c.polygon(_wedge(side, 38, y, length, 2.6), coat.dark)
        for y, length in ((104, 13), (114, 14), (124, 13)):
            c.polygon(_wedge(side, 29, y, length, 2.8), coat.dark)
    for x, low in ((-10, 43), (0, 50), (10, 43)):
        c.polygon([(MIDDLE + x - 3.2, 27), (MIDDLE + x + 3.2, 27), (MIDDLE + x * 0.75, low)], coat.dark)


def _wedge(side: int, x: float, y: float, length: float, half: float) -> list[Point]:
    edge = MIDDLE + side * x
    return [(edge, y - half), (edge, y + half), (edge - side * length, y + half * 0.4)]


def tabby(c: Canvas, coat: Coat) -> None:
    """A cat's faint stripes."""
    colour = shade(coat.base, 0.25) if sum(coat.base) < 160 else shade(coat.base, -0.24)
    for side in SIDES:
        for y in (66, 75):
            c.polygon(_wedge(side, 38, y, 12, 2.2), colour)
        for y in (108, 118, 128):
            c.polygon(_wedge(side, 29, y, 11, 2.4), colour)
    for x, low in ((-9, 41), (0, 46), (9, 41)):
        c.polygon([(MIDDLE + x - 2.6, 27), (MIDDLE + x + 2.6, 27), (MIDDLE + x * 0.8, low)], colour)


def spots(r: float, hollow: bool) -> Part:
    """A cheetah's dots, or a leopard's rosettes where they are `hollow`."""

    def paint(c: Canvas, coat: Coat) -> None:
        for x, y in (*HEAD_SPOTS, *BODY_SPOTS):
            for side in SIDES if x else (1,):
                c.ellipse(MIDDLE + side * x, y, r, r * 0.88, coat.dark)
                if hollow:
                    c.ellipse(MIDDLE + side * x + r * 0.2, y + r * 0.2, r * 0.5, r * 0.42, shade(coat.base, -0.2))

    return paint


def tears(c: Canvas, coat: Coat) -> None:
    """The dark lines from a cheetah's eyes to its mouth; painted after the face."""
    for side in SIDES:
        c.curve((MIDDLE + side * 8.5, 60), (MIDDLE + side * 9, 68), (MIDDLE + side * 17, 79), 2.4, coat.dark)


def skunk_stripe(c: Canvas, coat: Coat) -> None:
    """White from the crown down the forehead, and down the sides of the body."""
    c.polygon([(MIDDLE - 11, 26), (MIDDLE + 11, 26), (MIDDLE + 2.5, 68), (MIDDLE - 2.5, 68)], coat.dark)


def panda_vest(c: Canvas, coat: Coat) -> None:
    """The black shoulders of a panda."""
    c.box(20, 92, 100, 108, coat.dark)


def bushy_tail(tip: RGB | None = None, rings: int = 0, light: RGB | None = None, width: float = 15) -> Part:
    """A thick brush at the right, with a tip of another colour, or with rings (dark ones, without `light`)."""

    def paint(c: Canvas, coat: Coat) -> None:
        points = [(76, 140), (96, 140), (104 + width * 0.4, 122), (110, 100), (102, 84), (92, 96), (88, 118), (76, 126)]
        lump(c, points, coat.base, rim=2)
        if rings:
            c.inside(lambda layer: _rings(layer, rings, light or coat.dark))
        if tip is not None:
            c.blob([(93.5, 97), (102, 84), (110, 100), (107, 106), (102, 101), (97, 106)], tip)

    return paint


def _rings(c: Canvas, count: int, colour: RGB) -> None:
    path = bezier((86, 134), (108, 126), (104, 84), steps=count * 2)
    for a, b in list(pairwise(path))[1::2]:
        nx, ny = _across(a, b, 18)
        ends = [(a[0] + nx, a[1] + ny), (a[0] - nx, a[1] - ny), (b[0] - nx, b[1] - ny), (b[0] + nx, b[1] + ny)]
        c.polygon(ends, colour)


def _across(a: Point, b: Point, length: float) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy) or 1
    return -dy / size * length, dx / size * length


def squirrel_tail(c: Canvas, coat: Coat) -> None:
    """A plume as tall as its owner, curled outward at the top."""
    plume = [(74, 144), (100, 144), (120, 126), (119, 98), (127, 84), (132, 62), (122, 42), (104, 36), (90, 48)]
    lump(c, [*plume, (92, 66), (84, 92), (80, 112), (70, 126)], coat.base, rim=3)
    inner = [(86, 134), (102, 130), (108, 112), (104, 94), (112, 78), (119, 62), (112, 50), (102, 52), (103, 66)]
    c.blob([*inner, (95, 84), (94, 104), (90, 120)], coat.dark if sum(coat.dark) > 640 else shade(coat.base, 0.16))


def thin_tail(width: float = 6, tip: str = "", long: float = 0) -> Part:
    """A tail that swings up at the right; `tip` is "tuft", "dark" or nothing."""

    def paint(c: Canvas, coat: Coat) -> None:
        end = (104 + long * 0.3, 100 - long)
        taper(c, (76, 138), (112 + long * 0.4, 140), end, width, width * 0.9, coat.base)
        if tip == "tuft":
            c.ellipse(end[0], end[1] - 2, 7.5, 9, coat.dark, turn=12)
        elif tip == "dark":
            taper(c, (end[0] + 0.8, end[1] + 8), (end[0] + 1, end[1]), end, width, width * 0.9, coat.dark)

    return paint


def striped_tail(width: float, bands: int, tall: float, pale: bool = False) -> Part:
    """A long tail held up at the right, in bands: the dark colour, and the coat's or the pale one."""

    def paint(c: Canvas, coat: Coat) -> None:
        light = coat.pale if pale else coat.base
        path = [*bezier((76, 138), (112, 142), (104, 100)), *bezier((104, 100), (98, 100 - tall), (112, 96 - tall))]
        step = len(path) / bands
        for i in range(bands):
            piece = path[round(i * step) : round((i + 1) * step) + 1]
            c.line(piece, width, coat.dark if i % 2 else light, round_ends=i in (0, bands - 1))

    return paint


def mouse_tail(c: Canvas, coat: Coat) -> None:
    """Thin, pink and wavy."""
    c.curve((78, 140), (110, 146), (106, 122), 3.4, (236, 150, 162))
    c.curve((106, 122), (103, 106), (114, 102), 3, (236, 150, 162))


def monkey_tail(c: Canvas, coat: Coat) -> None:
    """Long, its end rolled up."""
    c.curve((78, 138), (116, 142), (106, 106), 5.5, coat.base)
    c.arc(98, 105, 8, 0, -270, 5.5, coat.base)


def beaver_tail(c: Canvas, coat: Coat) -> None:
    """Flat, like a paddle, with a pattern of scales."""
    colour = shade(coat.base, -0.42)
    ball(c, 98, 118, 14, 27, colour, turn=28)

    def scales(layer: Canvas) -> None:
        for i in range(-6, 7):
            x, y = 98 - i * 3.2, 118 + i * 6
            layer.line([(x - 20, y - 16), (x + 20, y + 10)], 1, shade(colour, 0.26))
            layer.line([(x + 18, y - 16), (x - 18, y + 18)], 1, shade(colour, 0.26))

    c.inside(scales)


def otter_tail(c: Canvas, coat: Coat) -> None:
    """Thick at the root, thin at the end."""
    taper(c, (70, 138), (100, 150), (114, 128), 18, 4, shade(coat.base, -0.1))
