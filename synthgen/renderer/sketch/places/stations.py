"""Stations under a roof and under the ground."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import HALL
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, either_way, gradient, mixture, spread, vary
from synthgen.renderer.sketch.places.urban import bench, bricks, clock_face

LIVERY: tuple[RGB, ...] = ((196, 96, 94), (96, 132, 186), (98, 158, 130), (226, 166, 96), (140, 112, 168))
HAZES: tuple[tuple[RGB, RGB], ...] = (
    ((170, 210, 236), (236, 242, 240)),
    ((240, 212, 184), (250, 240, 224)),
    ((186, 198, 212), (228, 232, 236)),
)
GLASS: RGB = (110, 132, 152)


@either_way
def _station(canvas: Canvas, look: Look) -> None:
    """A platform under a roof of glass or on pillars, a train waiting, a clock."""
    rng = look.rng
    iron = vary(rng, rng.choice(((104, 124, 132), (140, 106, 98), (104, 116, 146), (118, 140, 118))), 0.08)
    gradient(canvas, 0, 80, *mixture(rng, *HAZES))
    wall = vary(rng, rng.choice(((206, 196, 182), (196, 144, 124), (180, 194, 198), (216, 202, 160))), 0.06)
    (_vault, _gable_roof, _canopy)[look.variant % 3](canvas, rng, iron)
    low = rng.uniform(52, 60)
    if rng.random() < 0.4:
        bricks(canvas, low, 80, colour=wall)
    else:
        canvas.box(0, low, 100, 80, wall)
    count = rng.choice((4, 6))
    for k in range(count):
        x = 100 * (k + 0.2) / count
        canvas.box(x, low + 3, x + 60 / count, 74, shade(wall, -0.2), rng.choice((0, 2)))
    if "train" not in look.without:
        _train(canvas, rng, rng.uniform(44, 60), rng.choice(LIVERY))
    canvas.box(0, 76, 100, 80, (110, 106, 106))
    floor = vary(rng, rng.choice(((196, 190, 182), (176, 182, 190), (206, 186, 164))), 0.05)
    gradient(canvas, 79, 100, floor, shade(floor, -0.12))
    canvas.box(0, 79, 100, 80.4, shade(floor, 0.3))
    canvas.box(0, 82, 100, 83.6, (236, 206, 104))
    x = rng.uniform(14, 30)
    if "clock" not in look.without:
        _clock(canvas, rng, x, iron)
    if rng.random() < 0.6:
        bench(canvas, x - 15, 90, 14, blend((158, 118, 84), iron, 0.2))


def _vault(canvas: Canvas, rng: Rng, iron: RGB) -> None:
    m = rng.uniform(44, 56)
    for k, r in enumerate((68, 59, 50, 41)):
        canvas.arc(m, 62, r, 180, 360, 1.6 - 0.25 * k, blend(iron, (216, 232, 240), 0.15 * k))
    for k in range(9):
        turn = math.radians(180 + 22.5 * k)
        ends: list[Point] = [(m + r * math.cos(turn), 62 + r * math.sin(turn)) for r in (41, 68)]
        canvas.line(ends, 0.7, blend(iron, (216, 232, 240), 0.2))


def _gable_roof(canvas: Canvas, rng: Rng, iron: RGB) -> None:
    """Trusses under a pitched roof."""
    for k, drop in enumerate((0, 9, 17)):
        tone = blend(iron, (216, 232, 240), 0.18 * k)
        canvas.line([(-4, 34 + drop), (50, 4 + drop), (104, 34 + drop)], 1.8 - 0.4 * k, tone)
    for k in range(-4, 5):
        x = 50 + 13 * k
        y = 4 + 30 * abs(x - 50) / 54
        canvas.line([(x, y), (x, y + 17)], 0.6, iron, round_ends=False)
        canvas.line([(x, y + 17), (x + 13, 4 + 30 * abs(x - 37) / 54)], 0.5, iron, round_ends=False)


def _canopy(canvas: Canvas, rng: Rng, iron: RGB) -> None:
    """A flat roof with lamps, on pillars."""
    canvas.polygon([(0, 0), (100, 0), (100, 10), (0, 18)], shade(iron, 0.2))
    canvas.polygon([(0, 18), (100, 10), (100, 12), (0, 21)], iron)
    for k in range(5):
        x = 8.0 + 20 * k
        canvas.box(x, 12 - 0.08 * x, x + 10, 13.8 - 0.08 * x, (255, 248, 216), 0.6)
    for x in (rng.uniform(36, 42), rng.uniform(92, 97)):
        canvas.box(x - 1.4, 12, x + 1.4, 80, iron)


def _train(canvas: Canvas, rng: Rng, left: float, paint: RGB) -> None:
    """The front of a train, cut off by the edge."""
    top = rng.uniform(40, 46)
    canvas.box(left, top, 112, 77, paint, rng.choice((3, 6, 10)))
    canvas.box(left, 62, 112, 66, shade(paint, 0.6))
    for k in range(5):
        canvas.box(left + 6 + 13 * k, top + 5, left + 15 + 13 * k, top + 14, GLASS, 1)
    canvas.box(left + 17.2, top + 4, left + 18, 76, shade(paint, -0.25))
    canvas.ellipse(left + 3.4, 71, 1.6, 1.6, (255, 244, 196))


def _clock(canvas: Canvas, rng: Rng, x: float, iron: RGB) -> None:
    """On a post, or hung from the roof."""
    if rng.random() < 0.5:
        canvas.box(x - 0.9, 30, x + 0.9, 88, iron)
        canvas.box(x - 2.4, 85, x + 2.4, 88, iron)
        canvas.line([(x, 38), (x + 9, 38)], 0.9, iron)
        canvas.line([(x + 9, 38), (x + 9, 40)], 0.5, iron)
        clock_face(canvas, rng, x + 9, 46, 6.2, iron)
    else:
        canvas.line([(x, 8), (x, 26)], 0.8, iron)
        clock_face(canvas, rng, x, 33, 7.4, iron)


@either_way
def _subway(canvas: Canvas, look: Look) -> None:
    """A tiled wall, a metro train behind the yellow line, pillars."""
    rng = look.rng
    tile = vary(rng, rng.choice(((240, 238, 230), (214, 232, 228), (240, 226, 204), (206, 216, 230))), 0.04)
    canvas.box(0, 0, 100, 100, tile)
    high, wide = rng.choice(((4, 8), (6, 6), (9, 18)))
    for k in range(int(56 / high)):
        y = high * k + 8
        canvas.box(0, y, 100, y + 0.35, shade(tile, -0.1))
        for j in range(int(104 / wide)):
            left = wide * j + (wide / 2 if k % 2 and wide != 6 else 0)
            canvas.box(left, y, left + 0.35, y + high, shade(tile, -0.1))
    paint = rng.choice(LIVERY)
    _line_sign(canvas, rng, paint)
    roof = rng.choice(((130, 132, 140), (214, 216, 220), (156, 150, 146)))
    canvas.box(0, 0, 100, 9, roof)
    for x in spread(rng, rng.choice((2, 3, 5)), 4, 96, 0.1):
        canvas.box(x - 8, 7, x + 8, 9.6, (255, 252, 232), 0.8)
    canvas.box(0, 58, 100, 80, (78, 78, 86))
    if "train" not in look.without:
        _metro(canvas, rng, rng.choice((rng.uniform(26, 42), -20.0)), paint)
    else:
        canvas.box(0, 70, 100, 72, (150, 150, 156))
    floor = vary(rng, rng.choice(((176, 176, 180), (196, 186, 172), (150, 158, 166))), 0.05)
    gradient(canvas, 80, 100, floor, shade(floor, -0.16))
    canvas.box(0, 80, 100, 81.2, WHITE)
    canvas.box(0, 82.4, 100, 85.4, (238, 206, 96))
    for k in range(34):
        canvas.ellipse(1.5 + 3 * k, 83.9, 0.7, 0.5, (206, 172, 76))
    spots = rng.choice(((rng.uniform(8, 14), rng.uniform(86, 92)), (rng.uniform(6, 20),), (10, 50, 90)))
    for x in spots:
        half = rng.choice((2.2, 3.0))
        canvas.box(x - half, 8, x + half, 89, shade(tile, -0.14))
        canvas.box(x - half, 8, x - 0.45 * half, 89, shade(tile, -0.02))
        canvas.box(x - half - 0.8, 84, x + half + 0.8, 90, shade(tile, -0.26))


def _line_sign(canvas: Canvas, rng: Rng, paint: RGB) -> None:
    """The line's colour as a band, as a ring with a bar, or as a board."""
    kind = rng.randrange(3)
    if kind == 0:
        canvas.box(0, 18, 100, 22, paint)
    elif kind == 1:
        for x in (18, 50, 82):
            canvas.arc(x, 19, 4.6, 0, 360, 1.6, paint)
            canvas.box(x - 7, 17.6, x + 7, 20.4, paint)
    else:
        canvas.box(0, 14, 100, 25, shade(paint, 0.3))
        canvas.box(0, 18.4, 100, 20.6, WHITE)
        for k in range(7):
            canvas.ellipse(8 + 14 * k, 19.5, 1.7, 1.7, paint)


def _metro(canvas: Canvas, rng: Rng, left: float, paint: RGB) -> None:
    """A metro train from its side, doors and windows alternating."""
    steel, dark = rng.choice(((214, 220, 226), (226, 222, 212), shade(paint, 0.55))), (104, 122, 140)
    canvas.box(left, 28, 112, 77, steel, 6)
    canvas.box(left, 61, 112, rng.choice((64, 67)), paint)
    canvas.box(left + 2.5, 33, left + 11, 50, shade(dark, -0.2), 2)
    canvas.ellipse(left + 3.6, 69, 1.8, 1.8, (255, 244, 190))
    for k in range(5):
        x = left + 15.0 + 24 * k
        canvas.box(x, 36, x + 10, 75, shade(steel, -0.1))
        for dx in (1, 5.6):
            canvas.box(x + dx, 39, x + dx + 3.6, 58, dark, 0.8)
        canvas.box(x + 4.8, 36, x + 5.2, 75, shade(steel, -0.3))
        canvas.box(x + 12, 39, x + 22, 56, dark, 1)
    canvas.box(left + 3, 76, 112, 80, (84, 84, 92))


PIECES = frozenset({"train"})
STATIONS: dict[str, Place] = {
    "train station": Place(_station, 92, HALL, indoors=True, pieces=PIECES | {"clock"}),
    "subway station": Place(_subway, 92, HALL, indoors=True, pieces=PIECES),
}
