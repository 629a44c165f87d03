"""Pieces of towns: towers, houses, brick, roads, lamps, signs without words."""

import math
from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, vary

GLASS: RGB = (136, 186, 216)
LIT: RGB = (255, 220, 130)
ASPHALT: RGB = (84, 88, 96)
PAVEMENT: RGB = (192, 190, 186)
BRICK: RGB = (176, 92, 70)
IRON: RGB = (52, 56, 66)
TOWERS: tuple[RGB, ...] = ((142, 160, 190), (180, 164, 160), (126, 148, 172), (196, 186, 170), (150, 172, 180))
HOUSES: tuple[RGB, ...] = (
    (226, 138, 108),
    (244, 214, 150),
    (160, 190, 204),
    (236, 230, 218),
    (196, 110, 100),
    (176, 196, 150),
)


def tower(
    canvas: Canvas, rng: Rng, x: float, width: float, height: float, base: float, colour: RGB, night: bool = False
) -> None:
    """A tall building with rows of windows; at night most of them are lit."""
    top = base - height
    kind = rng.randrange(5)
    if kind == 0:
        canvas.box(x + width * 0.2, top - 4, x + width * 0.8, top, shade(colour, -0.1))
    elif kind == 1:
        canvas.line([(x + width / 2, top), (x + width / 2, top - 8)], 0.5, shade(colour, -0.25))
    elif kind == 2:
        canvas.polygon([(x, top), (x + width, top), (x + width, top - width * 0.5)], colour)
    canvas.box(x, top, x + width, base, colour)
    canvas.box(x + width * 0.82, top, x + width, base, shade(colour, -0.1))
    pane, step = shade(colour, -0.55) if night else shade(colour, 0.42), rng.choice((4.2, 5.0, 5.8))
    columns = max(2, int(width / 3.2))
    cell = (width - 1.6) / columns
    for j in range(int((height - 3) / step)):
        for i in range(columns):
            left, y = x + 0.8 + i * cell + cell * 0.16, top + 2 + j * step
            lit = night and rng.random() < 0.62
            canvas.box(left, y, left + cell * 0.68, y + step * 0.56, LIT if lit else pane)


def skyline(
    canvas: Canvas,
    rng: Rng,
    base: float,
    low: float,
    high: float,
    colours: Sequence[RGB] = TOWERS,
    night: bool = False,
    fade: tuple[RGB, float] | None = None,
) -> None:
    """A row of towers over the full width, between `low` and `high` units tall."""
    x = -rng.uniform(0, 6)
    while x < 100:
        width = rng.uniform(8, 15)
        colour = vary(rng, rng.choice(colours), 0.08)
        if fade:
            colour = blend(colour, *fade)
        tower(canvas, rng, x, width - 0.3, rng.uniform(low, high), base, colour, night)
        x += width + rng.choice((0.0, 0.0, 0.6))


def bricks(canvas: Canvas, y0: float, y1: float, x0: float = 0, x1: float = 100, colour: RGB = BRICK) -> None:
    """A brick wall."""
    canvas.box(x0, y0, x1, y1, shade(colour, -0.16))
    row, y = 0, y0
    while y < y1:
        x = x0 - (4 if row % 2 else 0)
        while x < x1:
            tone = 0.1 * ((row * 7 + int(x) * 3) % 5) / 4
            canvas.box(max(x0, x), y, min(x1, x + 7.5), min(y1, y + 3.5), shade(colour, tone))
            x += 8
        row, y = row + 1, y + 4


def road(canvas: Canvas, y0: float, y1: float, colour: RGB = ASPHALT, dashes: RGB = (240, 234, 210)) -> None:
    """A road across the picture with a broken middle line."""
    canvas.box(0, y0, 100, y1, colour)
    canvas.box(0, y0, 100, y0 + 0.8, shade(colour, 0.25))
    middle = (y0 + y1) / 2
    for k in range(6):
        canvas.box(2 + 18 * k, middle - 0.7, 11 + 18 * k, middle + 0.7, dashes)


def awning(
    canvas: Canvas, x0: float, x1: float, y: float, deep: float, colour: RGB, other: RGB = WHITE, stripes: int = 7
) -> None:
    """A striped awning with a scalloped rim."""
    step = (x1 - x0) / stripes
    for k in range(stripes):
        paint = other if k % 2 else colour
        left = x0 + k * step
        canvas.box(left, y, left + step, y + deep, paint)
        canvas.ellipse(left + step / 2, y + deep, step / 2, deep * 0.24, paint)
    canvas.box(x0, y, x1, y + deep * 0.12, shade(colour, -0.2))


def street_lamp(canvas: Canvas, x: float, base: float, tall: float, light: RGB = (255, 240, 190)) -> None:
    """An iron lamp post with one lantern."""
    h = tall
    canvas.box(x - 0.05 * h, base - 0.05 * h, x + 0.05 * h, base, IRON)
    canvas.box(x - 0.016 * h, base - 0.86 * h, x + 0.016 * h, base, IRON)
    canvas.polygon(
        [
            (x - 0.04 * h, base - 0.84 * h),
            (x - 0.07 * h, base - 0.97 * h),
            (x + 0.07 * h, base - 0.97 * h),
            (x + 0.04 * h, base - 0.84 * h),
        ],
        light,
    )
    canvas.polygon([(x - 0.09 * h, base - 0.96 * h), (x, base - 1.04 * h), (x + 0.09 * h, base - 0.96 * h)], IRON)


def bench(canvas: Canvas, x: float, base: float, width: float, wood: RGB = (158, 108, 66)) -> None:
    """A park bench, seen from the front."""
    w = width
    for dx in (0.08, 0.86):
        canvas.box(x + dx * w, base - 0.44 * w, x + (dx + 0.06) * w, base, IRON)
    for k in range(3):
        canvas.box(x, base - (0.5 - 0.09 * k) * w, x + w, base - (0.435 - 0.09 * k) * w, shade(wood, 0.06 * k))
    canvas.box(x - 0.02 * w, base - 0.22 * w, x + 1.02 * w, base - 0.14 * w, shade(wood, -0.12))


def house(canvas: Canvas, rng: Rng, x: float, width: float, height: float, base: float, wall: RGB, roof: RGB) -> None:
    """A gabled house with a door and windows."""
    w, top = width, base - height
    canvas.box(x, top, x + w, base, wall)
    canvas.box(x + 0.7 * w, top - 0.46 * w, x + 0.82 * w, top - 0.1 * w, shade(roof, -0.25))
    canvas.polygon([(x - 0.1 * w, top + 0.02 * w), (x + 0.5 * w, top - 0.5 * w), (x + 1.1 * w, top + 0.02 * w)], roof)
    canvas.polygon([(x + 0.06 * w, top), (x + 0.5 * w, top - 0.37 * w), (x + 0.94 * w, top)], wall)
    canvas.ellipse(x + 0.5 * w, top - 0.1 * w, 0.08 * w, 0.08 * w, GLASS)
    door = rng.choice((0.14, 0.58))
    canvas.box(x + door * w, base - 0.46 * w, x + (door + 0.26) * w, base, vary(rng, (126, 80, 56)))
    pane = 0.72 - door
    canvas.box(x + pane * w, base - 0.44 * w, x + (pane + 0.26) * w, base - 0.18 * w, WHITE)
    canvas.box(x + (pane + 0.03) * w, base - 0.41 * w, x + (pane + 0.23) * w, base - 0.21 * w, GLASS)


def star_badge(canvas: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A five-pointed star."""
    points = []
    for k in range(10):
        size, angle = (r, 0.42 * r)[k % 2], math.radians(36 * k - 90)
        points.append((x + size * math.cos(angle), y + size * math.sin(angle)))
    canvas.polygon(points, colour)


def flag(canvas: Canvas, x: float, base: float, tall: float, colours: Sequence[RGB]) -> None:
    """A flag of horizontal bands on its pole."""
    canvas.line([(x, base), (x, base - tall)], 0.045 * tall, (190, 186, 180))
    band = 0.36 * tall / len(colours)
    for k, colour in enumerate(colours):
        y = base - tall + k * band
        canvas.polygon(
            [
                (x, y),
                (x + 0.3 * tall, y + 0.03 * tall),
                (x + 0.56 * tall, y),
                (x + 0.56 * tall, y + band),
                (x + 0.3 * tall, y + band + 0.03 * tall),
                (x, y + band),
            ],
            colour,
        )


def clock_face(canvas: Canvas, rng: Rng, x: float, y: float, r: float, rim: RGB = IRON) -> None:
    """A round clock."""
    canvas.ellipse(x, y, r, r, rim)
    canvas.ellipse(x, y, 0.84 * r, 0.84 * r, WHITE)
    for k in range(12):
        angle = math.radians(30 * k)
        canvas.ellipse(x + 0.7 * r * math.cos(angle), y + 0.7 * r * math.sin(angle), 0.05 * r, 0.05 * r, IRON)
    for length, angle in ((0.45, rng.uniform(0, 360)), (0.66, rng.uniform(0, 360))):
        turn = math.radians(angle)
        canvas.line([(x, y), (x + length * r * math.cos(turn), y + length * r * math.sin(turn))], 0.09 * r, IRON)
