"""Deserts, canyons, caves and volcanoes."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    OPEN_AIR,
    Rng,
    day_sky,
    gradient,
    mixture,
    nearer,
    ridge,
    rock,
    specks,
    spread,
    tufts,
    vary,
)


@nearer(1.2)
def _desert(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        66,
        *mixture(
            rng,
            *(
                ((98, 178, 236), (255, 232, 190)),
                ((196, 206, 206), (255, 236, 196)),
                ((128, 204, 232), (250, 240, 214)),
            ),
        ),
    )
    if rng.random() < 0.7:
        canvas.ellipse(rng.uniform(14, 86), rng.uniform(12, 30), 7.5, 7.5, (255, 240, 170))
    sand = vary(rng, rng.choice(((238, 198, 128), (232, 176, 110), (244, 214, 150))), 0.06)
    far, count = rng.uniform(46, 62), rng.randint(2, 4)
    for k in range(count):
        _dune(canvas, rng, far + (76 - far) * k / (count - 1), shade(sand, (-0.03, 0.05, -0.05, 0.02)[k]))
    for x in spread(rng, rng.randint(1, 5) if "cactus" not in look.without else 0, 4, 96):
        base = rng.uniform(66, 84)
        _cactus(canvas, x, base, (base - 56) * rng.uniform(0.8, 1.3), vary(rng, (78, 150, 88), 0.08))
    gradient(canvas, 84, 100, shade(sand, 0.02), shade(sand, -0.1))
    specks(canvas, rng, 82, 99, shade(sand, -0.16), 40)
    for x in spread(rng, rng.randint(0, 3), 4, 96):
        rock(canvas, rng, x, rng.uniform(86, 94), rng.uniform(6, 11), (190, 140, 96))


def _dune(canvas: Canvas, rng: Rng, y: float, sand: RGB) -> None:
    """A dune with a sharp crest, lit on one side and shaded on the other."""
    x, high, reach = rng.uniform(20, 80), rng.uniform(7, 12), rng.uniform(44, 64)
    canvas.box(0, y, 100, 100, sand)
    crest = bezier((x - reach, y + 1), (x - 6, y - 0.2 * high), (x, y - high))
    lee = bezier((x, y - high), (x + 8, y), (x + 0.9 * reach, y + 1))
    canvas.polygon([*crest, *lee], shade(sand, 0.06))
    foot = bezier((x + 0.9 * reach, y + 1), (x + 20, y + 4), (x + 4, y + 10))
    fold = bezier((x + 4, y + 10), (x - 14, y + 3), (x, y - high))
    canvas.polygon([*lee, *foot, *fold], shade(sand, -0.1))


def _cactus(canvas: Canvas, x: float, base: float, tall: float, green: RGB) -> None:
    h, w = tall, tall * 0.14
    for side, low, high in ((-1, 0.36, 0.68), (1, 0.48, 0.84)):
        elbow = x + side * 0.28 * h
        canvas.line(
            [(x, base - low * h), (elbow, base - low * h), (elbow, base - high * h)], 0.8 * w, shade(green, -0.06)
        )
    canvas.box(x - w / 2, base - h, x + w / 2, base, green, w / 2)
    for dx in (-0.2, 0.15):
        canvas.line([(x + dx * w, base - 0.92 * h), (x + dx * w, base - 0.05 * h)], 0.1 * w, shade(green, -0.2))


@nearer(1.25, 90)
def _savanna(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        66,
        *mixture(
            rng,
            *(
                ((226, 206, 160), (255, 240, 196)),
                ((120, 190, 230), (250, 232, 180)),
                ((150, 206, 236), (255, 226, 170)),
            ),
        ),
    )
    if rng.random() < 0.75:
        canvas.ellipse(rng.uniform(16, 84), rng.uniform(18, 52), 9, 9, (255, 246, 204))
    ridge(canvas, rng, 59, rng.uniform(1, 7), (198, 160, 98), rng.uniform(0.6, 1.8))
    gold = vary(rng, (226, 188, 98), 0.08)
    for x in spread(rng, rng.randint(0, 5), 0, 100):
        _acacia(canvas, rng, x, 62, rng.uniform(6, 12))
    for x in rng.sample((10.0, 34.0, 66.0, 90.0), rng.randint(1, 3)):
        _acacia(canvas, rng, x + rng.uniform(-8, 8), rng.uniform(65, 70), rng.uniform(18, 42))
    ridge(canvas, rng, 66, 1.2, gold)
    gradient(canvas, 70, 100, gold, shade(gold, -0.14))
    tufts(canvas, rng, 70, 100, shade(gold, -0.24), 70, 4.5)


def _acacia(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    h, wood, leaf = tall, (98, 70, 46), vary(rng, (118, 140, 62), 0.08)
    canvas.polygon(
        [(x - 0.05 * h, base), (x - 0.02 * h, base - 0.5 * h), (x + 0.03 * h, base - 0.5 * h), (x + 0.05 * h, base)],
        wood,
    )
    for dx in (-0.3, -0.1, 0.14, 0.34):
        canvas.line([(x, base - 0.46 * h), (x + dx * h, base - 0.86 * h)], 0.04 * h, wood)
    for dx, dy, r, tone in (
        (-0.3, 0.86, 0.3, -0.12),
        (0.3, 0.84, 0.32, -0.14),
        (0.0, 0.94, 0.42, 0.0),
        (-0.1, 0.98, 0.24, 0.1),
    ):
        canvas.ellipse(x + dx * h, base - dy * h, r * h, 0.12 * h, shade(leaf, tone))


@nearer(1.2)
def _canyon(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    red = vary(rng, rng.choice(((204, 104, 66), (216, 134, 84), (190, 92, 74))), 0.06)
    for x in spread(rng, rng.randint(2, 5), 4, 96):
        _mesa(canvas, rng, x, rng.uniform(8, 22), rng.uniform(34, 52), 64, blend(red, (236, 206, 190), 0.5))
    canvas.box(0, 62, 100, 100, blend(red, (238, 200, 160), 0.45))
    x, wind = rng.uniform(36, 60), rng.uniform(-8, 12)
    stream = [
        (x, 62),
        (x + 7, 62),
        (x + wind, 70),
        (x + 20, 78),
        (x + 6, 90),
        (x - 24, 90),
        (x, 78),
        (x + wind - 9, 70),
    ]
    if rng.random() < 0.75:
        canvas.polygon(stream, vary(rng, (88, 172, 186), 0.08))
    _mesa(canvas, rng, rng.uniform(-6, 8), rng.uniform(26, 44), rng.uniform(8, 30), rng.uniform(76, 84), red)
    _mesa(canvas, rng, rng.uniform(92, 106), rng.uniform(30, 46), rng.uniform(14, 40), 84, shade(red, -0.08))
    ridge(canvas, rng, 84, 1.5, blend(red, (232, 178, 122), 0.5))
    specks(canvas, rng, 86, 99, shade(red, -0.1), 40, 1)


def _mesa(canvas: Canvas, rng: Rng, x: float, width: float, top: float, base: float, red: RGB) -> None:
    """A cliff in bands of colour, wider towards its foot."""
    left = [-0.5 - 0.05 * k - rng.uniform(0, 0.03) for k in range(8)]
    right = [0.5 + 0.05 * k + rng.uniform(0, 0.03) for k in range(8)]
    step = (base - top) / 7
    for k in range(7):
        band = [(x + left[k] * width, top + k * step), (x + right[k] * width, top + k * step)]
        foot = [
            (x + right[k + 1] * width, top + (k + 1) * step + 0.2),
            (x + left[k + 1] * width, top + (k + 1) * step + 0.2),
        ]
        canvas.polygon([*band, *foot], shade(red, (0.14, -0.06, 0.05, -0.12, 0.0, -0.16, -0.05)[k]))


@nearer(1.15)
def _volcano(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(
        rng,
        ((64, 40, 66), (238, 128, 74)),
        ((48, 52, 94), (190, 150, 190)),
        ((92, 44, 50), (248, 170, 90)),
        ((96, 150, 190), (240, 210, 180)),
    )
    gradient(canvas, 0, 88, top, low)
    x, y, wide = rng.uniform(30, 70), rng.uniform(24, 46), rng.uniform(36, 58)
    for i in range(9):
        drift = (i * rng.uniform(1.5, 2.6)) * (1 if x < 50 else -1)
        grey = blend((96, 84, 92), top, 0.06 * i)
        canvas.ellipse(x + drift - 3, y - 3 - 4 * i, 6 + i * 1.3, 5 + i * 0.8, shade(grey, -0.1))
        canvas.ellipse(x + drift + 2, y - 5 - 4 * i, 5 + i * 1.2, 4 + i * 0.8, shade(grey, 0.08))
    for k in range(12):
        angle = math.radians(rng.uniform(-150, -30))
        r = rng.uniform(8, 22)
        canvas.ellipse(x + r * math.cos(angle), y + r * math.sin(angle), 0.9, 0.9, (255, 190 - 6 * k, 60))
    stone = vary(rng, rng.choice(((88, 66, 66), (76, 72, 84), (110, 76, 60))), 0.06)
    hip, belt = 8 + 0.22 * wide, 0.5 * y + 42
    canvas.polygon([(x - wide, 84), (x - hip, belt), (x - 8, y), (x + 8, y), (x + hip, belt), (x + wide, 84)], stone)
    canvas.polygon([(x + 2, y), (x + 8, y), (x + hip, belt), (x + wide, 84), (x + 14, 84)], shade(stone, -0.18))
    canvas.ellipse(x, y, 8, 1.8, (255, 170, 60))
    for dx in spread(rng, rng.randint(1, 4), -6, 6):
        reach, bow = rng.uniform(18, 40), 2.2 * dx
        lava = bezier((x + dx, y), (x + dx * 1.4, y + reach * 0.5), (x + dx + bow, y + reach))
        canvas.line(lava, 3.2, (236, 84, 34))
        canvas.line(lava, 1.4, (255, 190, 70))
    ridge(canvas, rng, 81, 1.5, shade(stone, -0.25))
    gradient(canvas, 84, 100, shade(stone, -0.25), shade(stone, -0.45))
    for px in (rng.uniform(4, 14), rng.uniform(86, 96)):
        rock(canvas, rng, px, 93, 12, (84, 70, 74))


@nearer(1.2)
def _pyramids(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        76,
        *mixture(
            rng,
            *(
                ((104, 182, 236), (252, 232, 190)),
                ((206, 206, 190), (255, 232, 186)),
                ((140, 200, 226), (246, 240, 216)),
            ),
        ),
    )
    if rng.random() < 0.6:
        canvas.ellipse(rng.uniform(10, 90), rng.uniform(10, 24), 7, 7, (255, 242, 170))
    sand = vary(rng, (234, 194, 122), 0.07)
    sizes = sorted((rng.uniform(52, 76), *(rng.uniform(16, 52) for _ in range(rng.randint(1, 3)))))
    spots = rng.sample((14.0, 40.0, 64.0, 88.0), len(sizes))
    for x, width in zip(spots, sizes, strict=True):
        _pyramid(canvas, x + rng.uniform(-6, 6), 68 + width / 16, width, vary(rng, (222, 178, 108), 0.05))
    ridge(canvas, rng, 71, 1.6, shade(sand, 0.06))
    ridge(canvas, rng, 80, 1.6, sand)
    gradient(canvas, 84, 100, sand, shade(sand, -0.1))
    specks(canvas, rng, 76, 99, shade(sand, -0.16), 50)


def _pyramid(canvas: Canvas, x: float, base: float, width: float, stone: RGB) -> None:
    """Two faces in courses of stone."""
    high, edge = width * 0.62, x + 0.16 * width
    corners: tuple[Point, Point, Point] = ((x - width / 2, base), (edge, base + 2), (x + width / 2, base - 1))
    canvas.polygon([corners[0], (x, base - high), corners[1]], shade(stone, 0.06))
    canvas.polygon([corners[1], (x, base - high), corners[2]], shade(stone, -0.26))
    for k in range(1, 9):
        t = k / 9
        ends = [(x + (cx - x) * t, base - high + (cy - base + high) * t) for cx, cy in corners]
        canvas.line(ends, 0.35, shade(stone, -0.16), round_ends=False)


DRY: dict[str, Place] = {
    "desert": Place(_desert, 88, OPEN_AIR, pieces=frozenset({"cactus"})),
    "savanna": Place(_savanna, 88, OPEN_AIR),
    "canyon": Place(_canyon, 91, OPEN_AIR),
    "volcano": Place(_volcano, 91, OPEN_AIR, dark=True),
    "pyramids": Place(_pyramids, 89, OPEN_AIR),
}
