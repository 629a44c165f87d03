"""Patterns of what a thing can be made of, and of coats that it can have, as pictures of a given size."""

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PIL import Image

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, shade

Size = tuple[int, int]
Pattern = Callable[[random.Random, Size], Image.Image]


def _sheet(size: Size) -> Canvas:
    """A canvas of 4 pixels to a unit that covers the size."""
    return Canvas(size[0] / 4 + 1, size[1] / 4 + 1, 4)


def _cut(canvas: Canvas, size: Size) -> Image.Image:
    return canvas.picture().crop((0, 0, *size))


def _wood(rng: random.Random, size: Size) -> Image.Image:
    """Boards with their grain."""
    c = _sheet(size)
    for i, y in enumerate(range(0, int(c.height) + 12, 12)):
        colour = shade((206, 150, 92), rng.uniform(-0.12, 0.08))
        c.box(0, y, c.width, y + 12, colour)
        for line in (3, 6.5, 9.5):
            start = rng.uniform(0, c.width)
            c.curve((start - 30, y + line), (start, y + line - 1.6), (start + 30, y + line), 0.7, shade(colour, -0.22))
        c.box(0, y, c.width, y + 0.9, (120, 78, 46))
        x = c.width * (0.3 if i % 2 else 0.65)
        c.box(x, y, x + 0.9, y + 12, (120, 78, 46))
    return _cut(c, size)


def _bricks(rng: random.Random, size: Size) -> Image.Image:
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (232, 222, 206))
    for row, y in enumerate(range(0, int(c.height) + 7, 7)):
        for x in range(-14 if row % 2 else -7, int(c.width) + 14, 14):
            c.box(x, y, x + 13, y + 6, shade((202, 90, 66), rng.uniform(-0.14, 0.12)), 0.6)
    return _cut(c, size)


def _cheese(rng: random.Random, size: Size) -> Image.Image:
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (252, 208, 84))
    for y in range(3, int(c.height), 11):
        for x in range(3, int(c.width), 12):
            cx, cy, r = x + rng.uniform(-3, 3), y + rng.uniform(-3, 3), rng.uniform(1.6, 4.4)
            c.ellipse(cx, cy, r, r, (218, 158, 44))
            c.ellipse(cx + r * 0.2, cy + r * 0.25, r * 0.75, r * 0.7, (236, 182, 62))
    return _cut(c, size)


def _stone(rng: random.Random, size: Size) -> Image.Image:
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (112, 114, 122))
    for row, y in enumerate(range(0, int(c.height) + 10, 10)):
        x = -8.0 if row % 2 else -2.0
        while x < c.width:
            wide = rng.uniform(10, 18)
            c.box(x, y, x + wide - 1.2, y + 8.8, shade((172, 174, 182), rng.uniform(-0.16, 0.16)), 2.6)
            x += wide
    return _cut(c, size)


def _leaves(rng: random.Random, size: Size) -> Image.Image:
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (44, 106, 56))
    for y in range(0, int(c.height) + 5, 5):
        for x in range(0, int(c.width) + 7, 7):
            green: RGB = rng.choice(((74, 152, 74), (98, 176, 84), (58, 132, 66)))
            turn = rng.uniform(0, 180)
            c.ellipse(x + rng.uniform(-2, 2), y + rng.uniform(-2, 2), 5, 2.5, shade(green, -0.2), turn)
            c.ellipse(x + rng.uniform(-2, 2), y + rng.uniform(-2, 2), 4.4, 2, green, turn)
    return _cut(c, size)


def _ice(rng: random.Random, size: Size) -> Image.Image:
    """Clear blue blocks with cracks and gleams."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (190, 230, 250))
    for _ in range(int(c.width * c.height / 90)):
        x, y = rng.uniform(0, c.width), rng.uniform(0, c.height)
        w, h = rng.uniform(4, 14), rng.uniform(4, 12)
        c.polygon([(x, y), (x + w, y - h * 0.3), (x + w * 0.7, y + h)], rng.choice(((232, 248, 255), (160, 214, 244))))
    for _ in range(int(c.width * c.height / 260)):
        x, y, w = rng.uniform(0, c.width), rng.uniform(0, c.height), rng.uniform(4, 9)
        c.line([(x, y), (x + w, y - w)], 1.1, (255, 255, 255))
    return _cut(c, size)


def _watermelon(rng: random.Random, size: Size) -> Image.Image:
    """Red flesh with seeds."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (238, 82, 88))
    for row, y in enumerate(range(4, int(c.height) + 8, 8)):
        for x in range(3 if row % 2 else 8, int(c.width) + 10, 10):
            c.ellipse(x + rng.uniform(-1, 1), y, 1, 1.8, (60, 32, 36), rng.uniform(-25, 25))
    return _cut(c, size)


def _chocolate(rng: random.Random, size: Size) -> Image.Image:
    """Squares of a bar."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (92, 54, 34))
    for y in range(0, int(c.height) + 12, 12):
        for x in range(0, int(c.width) + 12, 12):
            c.box(x + 0.6, y + 0.6, x + 11.4, y + 11.4, (150, 94, 60), 1.4)
            c.box(x + 2.4, y + 2.4, x + 9.8, y + 9.8, (128, 78, 48), 1)
    return _cut(c, size)


def _wool(rng: random.Random, size: Size) -> Image.Image:
    """Knitted, in broad stripes."""
    c = _sheet(size)
    first: tuple[RGB, ...] = ((206, 74, 74), (74, 128, 186), (108, 158, 92), (150, 98, 170))
    colours = (rng.choice(first), (248, 236, 214))
    for row in range(int(c.height / 4) + 2):
        colour = colours[row // 4 % 2]
        c.box(0, row * 4, c.width, row * 4 + 4, shade(colour, -0.2))
        for column in range(int(c.width / 5) + 2):
            x, y = column * 5, row * 4
            c.ellipse(x + 1.4, y + 2, 1.3, 2.6, colour, -28)
            c.ellipse(x + 3.6, y + 2, 1.3, 2.6, shade(colour, 0.08), 28)
    return _cut(c, size)


def _flowers(rng: random.Random, size: Size) -> Image.Image:
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (64, 132, 72))
    petals: tuple[RGB, ...] = ((240, 120, 160), (250, 250, 246), (250, 196, 80), (176, 132, 220), (236, 92, 92))
    for row, y in enumerate(range(0, int(c.height) + 9, 9)):
        for x in range(5 if row % 2 else 0, int(c.width) + 10, 10):
            cx, cy, colour = x + rng.uniform(-1.4, 1.4), y + rng.uniform(-1.4, 1.4), rng.choice(petals)
            for dx, dy in ((0, -3), (2.9, -0.9), (1.8, 2.4), (-1.8, 2.4), (-2.9, -0.9)):
                c.ellipse(cx + dx, cy + dy, 2.4, 2.4, colour)
            c.ellipse(cx, cy, 1.7, 1.7, (252, 214, 96) if colour[2] > 100 else (150, 90, 40))
    return _cut(c, size)


def _bread(rng: random.Random, size: Size) -> Image.Image:
    """A baked crust with cuts and flour."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (218, 152, 78))
    for row, y in enumerate(range(0, int(c.height) + 16, 16)):
        for x in range(-10 if row % 2 else 0, int(c.width) + 20, 22):
            c.line([(x, y + 10), (x + 13, y + 1)], 4.6, (186, 112, 50))
            c.line([(x + 0.6, y + 10.4), (x + 12.4, y + 2.2)], 2.6, (250, 222, 168))
    for _ in range(int(c.width * c.height / 30)):
        c.ellipse(rng.uniform(0, c.width), rng.uniform(0, c.height), 0.6, 0.5, (246, 226, 186))
    return _cut(c, size)


def _candy(rng: random.Random, size: Size) -> Image.Image:
    """The slanted stripes of a candy cane."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (252, 248, 246))
    high = c.height
    for x in range(-int(high), int(c.width) + 12, 14):
        c.polygon([(x, high), (x + high, 0), (x + high + 7, 0), (x + 7, high)], (226, 50, 66))
        c.line([(x + 10.5, high), (x + 10.5 + high, 0)], 1, (242, 150, 158))
    return _cut(c, size)


def _stripes(rng: random.Random, size: Size) -> Image.Image:
    """A zebra's, as a mask."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (0, 0, 0))
    step, lean = rng.uniform(13, 16), rng.uniform(-5, 5)
    for i in range(-1, int(c.width / step) + 2):
        x = i * step
        right = bezier((x, -2), (x + lean + 6, c.height / 2), (x, c.height + 2))
        left = bezier((x + 5.4, c.height + 2), (x + lean + 12, c.height / 2), (x + 5.4, -2))
        c.polygon([*right, *left], (255, 255, 255))
    return _cut(c, size).convert("L")


def _dots(rng: random.Random, size: Size) -> Image.Image:
    """Round spots in rows, as a mask."""
    c = _sheet(size)
    c.box(0, 0, c.width, c.height, (0, 0, 0))
    step, r = rng.uniform(13, 16), rng.uniform(3, 3.8)
    for row in range(int(c.height / step) + 2):
        for column in range(int(c.width / step) + 2):
            c.ellipse((column + 0.5 * (row % 2)) * step, row * step + 3, r, r, (255, 255, 255))
    return _cut(c, size).convert("L")


COATS: Mapping[str, Pattern] = MappingProxyType({"stripes": _stripes, "polka dots": _dots})
MATERIALS: Mapping[str, Pattern] = MappingProxyType(
    {
        "wood": _wood,
        "bricks": _bricks,
        "brick": _bricks,
        "cheese": _cheese,
        "stone": _stone,
        "leaves": _leaves,
        "ice": _ice,
        "watermelon": _watermelon,
        "chocolate": _chocolate,
        "wool": _wool,
        "flowers": _flowers,
        "bread": _bread,
        "candy": _candy,
    }
)
