"""Places to travel from."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    day_sky,
    either_way,
    gradient,
    mixture,
    pine,
    ridge,
    specks,
    spread,
    tree,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import ASPHALT, GLASS, IRON, bench, clock_face

LIVERY: tuple[RGB, ...] = ((206, 56, 54), (40, 98, 180), (46, 140, 96), (236, 150, 40))


@either_way
def _airport(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 64)
    x, glass = rng.uniform(6, 14), vary(rng, (112, 168, 204), 0.08)
    canvas.polygon([(x + 2, 60), (x + 3.4, 24), (x + 8.6, 24), (x + 10, 60)], (206, 210, 216))
    canvas.polygon([(x - 2, 14), (x + 14, 14), (x + 11, 25), (x + 1, 25)], glass)
    canvas.box(x - 3, 12, x + 15, 14.4, (230, 232, 236), 0.8)
    canvas.line([(x + 6, 12), (x + 6, 4)], 0.6, (206, 60, 56))
    canvas.polygon([(22, 60), (24, 46), (102, 40), (102, 60)], (222, 226, 230))
    canvas.polygon([(22, 47), (62, 40), (102, 37), (102, 41), (24, 50)], (246, 248, 250))
    for k in range(10):
        canvas.polygon(
            [(27 + 8 * k, 51 - 0.6 * k), (33 + 8 * k, 50.4 - 0.6 * k), (33 + 8 * k, 58), (27 + 8 * k, 58)], glass
        )
    canvas.box(0, 60, 100, 66, vary(rng, GRASS))
    gradient(canvas, 65, 100, shade(ASPHALT, 0.2), ASPHALT)
    _plane(canvas, rng, rng.uniform(62, 72), 72, 44)
    canvas.box(0, 79, 100, 80, (240, 206, 80))
    for k in range(6):
        canvas.box(2 + 18 * k, 89, 12 + 18 * k, 90.8, WHITE)


def _plane(canvas: Canvas, rng: Rng, x: float, base: float, length: float) -> None:
    """A parked airliner, nose to the left."""
    s, paint = length, rng.choice(LIVERY)
    for dx in (-0.3, 0.06, 0.12):
        canvas.line([(x + dx * s, base - 0.12 * s), (x + dx * s, base - 0.03 * s)], 0.02 * s, IRON)
        canvas.ellipse(x + dx * s, base - 0.02 * s, 0.025 * s, 0.025 * s, IRON)
    canvas.polygon(
        [
            (x + 0.34 * s, base - 0.2 * s),
            (x + 0.5 * s, base - 0.42 * s),
            (x + 0.58 * s, base - 0.42 * s),
            (x + 0.52 * s, base - 0.18 * s),
        ],
        paint,
    )
    canvas.blob(
        [
            (x - 0.5 * s, base - 0.13 * s),
            (x - 0.4 * s, base - 0.22 * s),
            (x, base - 0.23 * s),
            (x + 0.4 * s, base - 0.22 * s),
            (x + 0.56 * s, base - 0.19 * s),
            (x + 0.34 * s, base - 0.09 * s),
            (x - 0.1 * s, base - 0.07 * s),
            (x - 0.4 * s, base - 0.07 * s),
        ],
        WHITE,
    )
    canvas.box(x - 0.4 * s, base - 0.125 * s, x + 0.42 * s, base - 0.11 * s, paint)
    for k in range(11):
        canvas.box(x + (-0.3 + 0.055 * k) * s, base - 0.175 * s, x + (-0.275 + 0.055 * k) * s, base - 0.145 * s, GLASS)
    canvas.polygon(
        [
            (x - 0.44 * s, base - 0.19 * s),
            (x - 0.36 * s, base - 0.2 * s),
            (x - 0.36 * s, base - 0.16 * s),
            (x - 0.45 * s, base - 0.16 * s),
        ],
        IRON,
    )
    canvas.polygon(
        [
            (x - 0.06 * s, base - 0.11 * s),
            (x + 0.1 * s, base - 0.11 * s),
            (x + 0.3 * s, base - 0.02 * s),
            (x + 0.22 * s, base - 0.02 * s),
        ],
        (196, 202, 210),
    )
    canvas.ellipse(x + 0.04 * s, base - 0.05 * s, 0.06 * s, 0.028 * s, (150, 158, 168))


def _rails(canvas: Canvas, x: float, y0: float, y1: float, far: float, near: float, wood: RGB) -> None:
    """A track that comes towards the viewer."""
    for k in range(16):
        t = (k / 15) ** 2
        y, half = y0 + (y1 - y0) * t, (far + (near - far) * t) * 1.35
        canvas.box(x - half, y, x + half, y + 0.3 + 2.6 * t, shade(wood, -0.1 * (k % 2)))
    for side in (-1, 1):
        canvas.polygon(
            [
                (x + side * far, y0),
                (x + side * (far + 0.4), y0),
                (x + side * (near + 1.6), y1),
                (x + side * (near - 1), y1),
            ],
            (120, 126, 134),
        )
        canvas.polygon(
            [
                (x + side * far, y0),
                (x + side * (far + 0.2), y0),
                (x + side * (near + 0.6), y1),
                (x + side * (near - 0.4), y1),
            ],
            (206, 212, 218),
        )


@either_way
def _railway(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 58)
    ridge(canvas, rng, 50, 6, vary(rng, (140, 180, 170), 0.08))
    green = vary(rng, GRASS, 0.12)
    for x in (*spread(rng, 6, -4, 38), *spread(rng, 6, 62, 104)):
        if rng.random() < 0.5:
            tree(canvas, rng, x, 60, rng.uniform(12, 22), vary(rng, LEAF))
        else:
            pine(canvas, x, 60, rng.uniform(14, 22), vary(rng, (56, 118, 84)))
    gradient(canvas, 58, 100, shade(green, 0.08), shade(green, -0.14))
    canvas.polygon([(47, 58), (53, 58), (96, 100), (4, 100)], (176, 166, 156))
    specks(canvas, rng, 76, 100, (140, 132, 124), 40, 0.8)
    _rails(canvas, 50, 58, 101, 1.2, 22, (120, 86, 60))
    x = rng.uniform(76, 84)
    canvas.box(x, 34, x + 1.2, 74, IRON)
    canvas.box(x - 2.4, 26, x + 3.6, 40, (40, 42, 50), 1.4)
    canvas.ellipse(x + 0.6, 30, 1.9, 1.9, (226, 60, 54))
    canvas.ellipse(x + 0.6, 36, 1.9, 1.9, (60, 110, 70))
    tufts(canvas, rng, 70, 99, shade(green, -0.2), 20)


@either_way
def _station(canvas: Canvas, look: Look) -> None:
    """A platform under an arched roof of glass, a train waiting."""
    rng = look.rng
    iron = vary(rng, rng.choice(((72, 96, 104), (110, 70, 60), (70, 84, 120))), 0.08)
    gradient(
        canvas,
        0,
        80,
        *mixture(
            rng,
            *(
                ((160, 206, 236), (236, 242, 240)),
                ((240, 206, 170), (250, 240, 220)),
                ((176, 190, 206), (226, 230, 234)),
            ),
        ),
    )
    for k, r in enumerate((66, 58, 50, 42)):
        canvas.arc(50, 62, r, 180, 360, 1.6 - 0.25 * k, blend(iron, (216, 232, 240), 0.15 * k))
    for k in range(9):
        turn = 180 + 22.5 * k
        ends = [_around(50, 62, r, turn) for r in (42, 66)]
        canvas.line(ends, 0.7, blend(iron, (216, 232, 240), 0.2))
    canvas.box(0, 58, 100, 80, vary(rng, rng.choice(((206, 196, 182), (190, 120, 96), (170, 186, 190))), 0.06))
    for k in range(6):
        canvas.box(4 + 18 * k, 60, 14 + 18 * k, 72, (150, 120, 100))
    paint = rng.choice(LIVERY)
    left = rng.uniform(46, 58)
    canvas.box(left, 44, 110, 77, paint, 5)
    canvas.box(left, 60, 110, 64, shade(paint, 0.6))
    for k in range(5):
        canvas.box(left + 6 + 13 * k, 49, left + 15 + 13 * k, 58, (64, 84, 104), 1)
    canvas.box(left + 17.2, 49, left + 18, 76, shade(paint, -0.3))
    canvas.box(0, 76, 100, 80, (70, 66, 66))
    floor = vary(rng, (196, 190, 182), 0.05)
    gradient(canvas, 79, 100, floor, shade(floor, -0.12))
    canvas.box(0, 79, 100, 80.4, shade(floor, 0.3))
    canvas.box(0, 82, 100, 83.6, (240, 200, 70))
    x = rng.uniform(16, 24)
    canvas.box(x - 0.9, 30, x + 0.9, 88, iron)
    canvas.box(x - 2.4, 85, x + 2.4, 88, iron)
    canvas.line([(x, 38), (x + 9, 38)], 0.9, iron)
    canvas.line([(x + 9, 38), (x + 9, 40)], 0.5, iron)
    clock_face(canvas, rng, x + 9, 46, 6.2)
    bench(canvas, x - 16, 89, 14)


def _around(x: float, y: float, r: float, turn: float) -> Point:
    """The point at distance `r` in the direction `turn` (degrees)."""
    return x + r * math.cos(math.radians(turn)), y + r * math.sin(math.radians(turn))


@either_way
def _subway(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    tile = vary(rng, rng.choice(((240, 238, 230), (214, 232, 228), (240, 226, 204))), 0.04)
    canvas.box(0, 0, 100, 100, tile)
    for k in range(14):
        canvas.box(0, 4 * k + 8, 100, 4 * k + 8.35, shade(tile, -0.12))
        for j in range(13):
            left = 8.0 * j + (4 if k % 2 else 0)
            canvas.box(left, 4 * k + 8, left + 0.35, 4 * k + 12, shade(tile, -0.12))
    paint = rng.choice(LIVERY)
    canvas.box(0, 18, 100, 22, paint)
    canvas.box(0, 0, 100, 9, (98, 100, 108))
    for x in spread(rng, 3, 4, 96, 0.1):
        canvas.box(x - 10, 7, x + 10, 9.6, (255, 252, 232), 0.8)
    canvas.box(0, 58, 100, 80, (44, 44, 52))
    left = rng.uniform(28, 40)
    _metro(canvas, left, paint)
    floor = vary(rng, (170, 170, 174), 0.05)
    gradient(canvas, 80, 100, floor, shade(floor, -0.16))
    canvas.box(0, 80, 100, 81.2, WHITE)
    canvas.box(0, 82.4, 100, 85.4, (246, 204, 56))
    for k in range(34):
        canvas.ellipse(1.5 + 3 * k, 83.9, 0.7, 0.5, (206, 162, 36))
    for x in (rng.uniform(8, 14), rng.uniform(86, 92)):
        canvas.box(x - 3, 8, x + 3, 89, shade(tile, -0.16))
        canvas.box(x - 3, 8, x - 1.4, 89, shade(tile, -0.04))
        canvas.box(x - 3.8, 84, x + 3.8, 90, shade(tile, -0.3))


def _metro(canvas: Canvas, left: float, paint: RGB) -> None:
    """A metro train from its side, doors and windows alternating."""
    steel = (212, 218, 224)
    canvas.box(left, 28, 112, 77, steel, 6)
    canvas.box(left, 61, 112, 67, paint)
    canvas.box(left + 2.5, 33, left + 11, 50, (50, 62, 78), 2)
    canvas.ellipse(left + 3.6, 69, 1.8, 1.8, (255, 244, 190))
    for k in range(3):
        x = left + 15.0 + 24 * k
        canvas.box(x, 36, x + 10, 75, shade(steel, -0.12))
        for dx in (1, 5.6):
            canvas.box(x + dx, 39, x + dx + 3.6, 58, (74, 96, 116), 0.8)
        canvas.box(x + 4.8, 36, x + 5.2, 75, shade(steel, -0.4))
        canvas.box(x + 12, 39, x + 22, 56, (74, 96, 116), 1)
    canvas.box(left + 3, 76, 112, 80, (50, 50, 58))


TRANSIT: dict[str, Place] = {
    "airport": Place(_airport, 91, OPEN_AIR),
    "railway": Place(_railway, 91, OPEN_AIR),
    "train station": Place(_station, 92, frozenset({"ground", "bust"}), indoors=True),
    "subway station": Place(_subway, 92, frozenset({"ground", "bust"}), indoors=True),
}
