"""Deserts, canyons, caves and volcanoes."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    OPEN_AIR,
    Rng,
    day_sky,
    either_way,
    gradient,
    mixture,
    ridge,
    rock,
    specks,
    spread,
    tufts,
    vary,
)


@either_way
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
                ((244, 178, 110), (255, 236, 190)),
                ((128, 204, 232), (250, 240, 214)),
            ),
        ),
    )
    x, y = rng.uniform(62, 86), rng.uniform(12, 24)
    canvas.ellipse(x, y, 7.5, 7.5, (255, 240, 170))
    sand = vary(rng, rng.choice(((238, 198, 128), (232, 176, 110), (244, 214, 150))), 0.06)
    for y, dark in ((56, -0.02), (64, 0.04), (74, -0.04)):
        _dune(canvas, rng, y, shade(sand, dark))
    for x, base, tall in (
        (rng.uniform(6, 16), 80, rng.uniform(22, 34)),
        (rng.uniform(82, 94), 74, rng.uniform(14, 24)),
        (rng.uniform(26, 38), 68, 10),
    ):
        _cactus(canvas, x, base, tall, vary(rng, (78, 150, 88), 0.08))
    gradient(canvas, 84, 100, shade(sand, 0.02), shade(sand, -0.1))
    specks(canvas, rng, 82, 99, shade(sand, -0.16), 40)
    rock(canvas, rng, rng.uniform(80, 92), 90, 9, (190, 140, 96))


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


@either_way
def _savanna(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        66,
        *mixture(
            rng,
            *(((255, 178, 96), (255, 236, 184)), ((120, 190, 230), (250, 232, 180)), ((240, 130, 92), (255, 214, 140))),
        ),
    )
    x, y = rng.uniform(40, 74), rng.uniform(26, 48)
    canvas.ellipse(x, y, 9, 9, (255, 246, 204))
    ridge(canvas, rng, 59, 2.4, (198, 160, 98))
    gold = vary(rng, (226, 188, 98), 0.08)
    for x, base, tall in (
        (rng.uniform(8, 20), 68, rng.uniform(30, 38)),
        (rng.uniform(80, 94), 65, rng.uniform(18, 26)),
        (rng.uniform(56, 70), 62, 9),
    ):
        _acacia(canvas, rng, x, base, tall)
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


@either_way
def _canyon(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    red = vary(rng, rng.choice(((204, 104, 66), (216, 134, 84), (190, 92, 74))), 0.06)
    for x, w in zip(spread(rng, 4, 4, 96), (16, 12, 18, 14), strict=True):
        _mesa(canvas, rng, x, w, rng.uniform(38, 46), 64, blend(red, (236, 206, 190), 0.5))
    canvas.box(0, 62, 100, 100, blend(red, (238, 200, 160), 0.45))
    canvas.polygon([(44, 62), (52, 62), (46, 70), (66, 78), (50, 90), (20, 90), (44, 78), (38, 70)], (88, 172, 186))
    _mesa(canvas, rng, rng.uniform(0, 6), 40, rng.uniform(12, 22), 80, red)
    _mesa(canvas, rng, rng.uniform(92, 100), 44, rng.uniform(20, 32), 84, shade(red, -0.08))
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


@either_way
def _volcano(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(
        rng,
        ((64, 40, 66), (238, 128, 74)),
        ((48, 52, 94), (190, 150, 190)),
        ((92, 44, 50), (248, 170, 90)),
        ((96, 150, 190), (240, 210, 180)),
    )
    gradient(canvas, 0, 82, top, low)
    x, y = rng.uniform(36, 64), rng.uniform(26, 40)
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
    canvas.polygon([(x - 46, 84), (x - 18, 56), (x - 8, y), (x + 8, y), (x + 18, 56), (x + 46, 84)], stone)
    canvas.polygon([(x + 2, y), (x + 8, y), (x + 18, 56), (x + 46, 84), (x + 14, 84)], shade(stone, -0.18))
    canvas.ellipse(x, y, 8, 1.8, (255, 170, 60))
    for dx, reach, bow in ((-5, 26, -12), (0, 40, 3), (5, 30, 12)):
        lava = bezier((x + dx, y), (x + dx * 1.4, y + reach * 0.5), (x + dx + bow, y + reach))
        canvas.line(lava, 3.2, (236, 84, 34))
        canvas.line(lava, 1.4, (255, 190, 70))
    ridge(canvas, rng, 81, 1.5, shade(stone, -0.25))
    gradient(canvas, 84, 100, shade(stone, -0.25), shade(stone, -0.45))
    for px in (rng.uniform(4, 14), rng.uniform(86, 96)):
        rock(canvas, rng, px, 93, 12, (84, 70, 74))


@either_way
def _cave(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    stone = vary(rng, rng.choice(((104, 92, 98), (140, 104, 74), (76, 98, 126), (126, 84, 84), (96, 112, 92))), 0.06)
    canvas.box(0, 0, 100, 100, shade(stone, -0.5))
    x, y = rng.uniform(40, 60), rng.uniform(44, 52)
    for k, size in enumerate((1.0, 0.84, 0.68, 0.54)):
        ring = [
            (
                x + size * 48 * math.cos(a) * rng.uniform(0.88, 1.08),
                y + size * 44 * math.sin(a) * rng.uniform(0.88, 1.08),
            )
            for a in _turns(14)
        ]
        canvas.blob(ring, shade(stone, -0.36 + 0.13 * k))
    mouth = [
        (x + 15 * math.cos(a) * rng.uniform(0.85, 1.1), y + 14 * math.sin(a) * rng.uniform(0.85, 1.1))
        for a in _turns(11)
    ]
    outside = rng.choice(((206, 232, 240), (250, 226, 170), (170, 216, 170), (150, 200, 250)))
    canvas.blob(mouth, outside)
    canvas.blob([(px * 0.82 + x * 0.18, py * 0.82 + y * 0.18) for px, py in mouth], shade(outside, 0.5))
    ridge(canvas, rng, 76, 1.5, shade(stone, -0.12))
    gradient(canvas, 80, 100, shade(stone, -0.14), shade(stone, -0.44))
    for cx in spread(rng, 12, -2, 102):
        _spike(canvas, cx, -1, rng.uniform(2.5, 5), rng.uniform(10, 32), shade(stone, rng.uniform(-0.5, -0.3)))
    for cx in (*spread(rng, 3, -2, 20), *spread(rng, 3, 80, 102)):
        _spike(canvas, cx, 92, rng.uniform(3, 5), -rng.uniform(10, 26), shade(stone, rng.uniform(-0.45, -0.25)))
    specks(canvas, rng, 82, 98, shade(stone, -0.4), 26, 1.2)


def _turns(count: int) -> list[float]:
    return [2 * math.pi * k / count for k in range(count)]


def _spike(canvas: Canvas, x: float, y: float, half: float, length: float, stone: RGB) -> None:
    canvas.polygon(
        [
            (x - half, y),
            (x - 0.3 * half, y + 0.6 * length),
            (x, y + length),
            (x + 0.3 * half, y + 0.6 * length),
            (x + half, y),
        ],
        stone,
    )
    canvas.polygon(
        [(x + 0.2 * half, y), (x, y + length), (x + 0.3 * half, y + 0.6 * length), (x + half, y)], shade(stone, -0.2)
    )


@either_way
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
                ((250, 176, 110), (255, 230, 180)),
                ((140, 200, 226), (246, 240, 216)),
            ),
        ),
    )
    if rng.random() < 0.6:
        canvas.ellipse(rng.uniform(10, 34), 16, 7, 7, (255, 242, 170))
    sand = vary(rng, (234, 194, 122), 0.07)
    spots = [
        (rng.uniform(62, 76), 72, rng.uniform(62, 74)),
        (rng.uniform(20, 34), 70, rng.uniform(38, 52)),
        (rng.uniform(44, 52), 69, 22),
    ]
    for x, base, width in reversed(spots):
        _pyramid(canvas, x, base, width, vary(rng, (222, 178, 108), 0.05))
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
    "desert": Place(_desert, 88, OPEN_AIR),
    "savanna": Place(_savanna, 88, OPEN_AIR),
    "canyon": Place(_canyon, 91, OPEN_AIR),
    "volcano": Place(_volcano, 91, OPEN_AIR, dark=True),
    "cave": Place(_cave, 89, frozenset({"ground", "bust"}), indoors=True, dark=True),
    "pyramids": Place(_pyramids, 89, OPEN_AIR),
}
