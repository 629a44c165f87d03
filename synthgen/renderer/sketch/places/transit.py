"""Places to travel from."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    backdrop,
    day_sky,
    gradient,
    nearer,
    pine,
    specks,
    spread,
    tree,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import ASPHALT, GLASS, IRON

LIVERY: tuple[RGB, ...] = ((206, 56, 54), (40, 98, 180), (46, 140, 96), (236, 150, 40))


@nearer(1.12)
def _airport(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 64)
    glass, long = vary(rng, (112, 168, 204), 0.08), rng.uniform(24, 50)
    x = rng.uniform(4, long - 18)
    backdrop(canvas, rng, 60, vary(rng, GRASS))
    canvas.polygon([(x + 2, 60), (x + 3.4, 24), (x + 8.6, 24), (x + 10, 60)], (206, 210, 216))
    canvas.polygon([(x - 2, 14), (x + 14, 14), (x + 11, 25), (x + 1, 25)], glass)
    canvas.box(x - 3, 12, x + 15, 14.4, (230, 232, 236), 0.8)
    canvas.line([(x + 6, 12), (x + 6, 4)], 0.6, (206, 60, 56))
    canvas.polygon([(long, 60), (long + 2, 46), (104, 40), (104, 60)], (222, 226, 230))
    canvas.polygon([(long, 47), (long + 40, 40), (130, 36), (130, 40), (long + 2, 50)], (246, 248, 250))
    for k in range(10):
        pane = long + 5 + 8 * k
        canvas.polygon([(pane, 51 - 0.6 * k), (pane + 6, 50.4 - 0.6 * k), (pane + 6, 58), (pane, 58)], glass)
    canvas.box(0, 60, 100, 66, vary(rng, GRASS))
    gradient(canvas, 65, 100, shade(ASPHALT, 0.2), ASPHALT)
    for k in range(rng.randint(1, 2) if "plane" not in look.without else 0):
        _plane(canvas, rng, (rng.uniform(56, 74), rng.uniform(14, 22))[k], 72 + k, rng.uniform(36, 48) * (1 - 0.4 * k))
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


@nearer(1.2)
def _railway(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 58)
    green = vary(rng, rng.choice((GRASS, GRASS, (196, 186, 110), (150, 180, 110))), 0.12)
    backdrop(canvas, rng, 54, green)
    for x in (*spread(rng, rng.randint(0, 8), -4, 38), *spread(rng, rng.randint(0, 8), 62, 104)):
        if rng.random() < 0.5:
            tree(canvas, rng, x, 60, rng.uniform(12, 22), vary(rng, LEAF))
        else:
            pine(canvas, x, 60, rng.uniform(14, 22), vary(rng, (56, 118, 84)))
    gradient(canvas, 58, 100, shade(green, 0.08), shade(green, -0.14))
    canvas.polygon([(47, 58), (53, 58), (96, 100), (4, 100)], (176, 166, 156))
    specks(canvas, rng, 76, 100, (140, 132, 124), 40, 0.8)
    _rails(canvas, 50, 58, 101, 1.2, 22, (120, 86, 60))
    if rng.random() < 0.6 and "signal" not in look.without:
        x, y = rng.uniform(74, 90), rng.uniform(22, 40)
        canvas.box(x, y, x + 1.2, 74, IRON)
        canvas.box(x - 2.4, y - 8, x + 3.6, y + 6, (40, 42, 50), 1.4)
        canvas.ellipse(x + 0.6, y - 4, 1.9, 1.9, (226, 60, 54))
        canvas.ellipse(x + 0.6, y + 2, 1.9, 1.9, (60, 110, 70))
    if rng.random() < 0.4:
        for x, size in ((8.0, 1.0), (26.0, 0.62), (36.0, 0.4)):
            _mast(canvas, x, 60 + 26 * size, 62 * size)
    tufts(canvas, rng, 70, 99, shade(green, -0.2), 20)


def _mast(canvas: Canvas, x: float, base: float, tall: float) -> None:
    """A mast that carries the wire over a track."""
    canvas.box(x - 0.01 * tall, base - tall, x + 0.01 * tall, base, (110, 116, 124))
    canvas.line([(x, base - 0.86 * tall), (x + 0.3 * tall, base - 0.86 * tall)], 0.02 * tall, (110, 116, 124))
    canvas.line([(x, base - 0.98 * tall), (x + 0.28 * tall, base - 0.86 * tall)], 0.012 * tall, (110, 116, 124))


TRANSIT: dict[str, Place] = {
    "airport": Place(_airport, 91, OPEN_AIR, pieces=frozenset({"plane"})),
    "railway": Place(_railway, 91, OPEN_AIR, pieces=frozenset({"signal"})),
}
