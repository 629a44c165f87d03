"""Under the ground: caves and mines."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import HALL
from synthgen.renderer.sketch.places.scenery import (
    either_way,
    glow,
    gradient,
    ridge,
    ripples,
    rock,
    scatter,
    specks,
    spread,
    vary,
)

STONES: tuple[RGB, ...] = (
    (112, 100, 106),
    (150, 114, 84),
    (86, 108, 136),
    (136, 94, 94),
    (104, 122, 102),
    (124, 106, 140),
    (150, 130, 100),
)


@either_way
def _cave(canvas: Canvas, look: Look) -> None:
    """Stone all around, spikes from above and below, light from an opening."""
    rng = look.rng
    stone = vary(rng, rng.choice(STONES), 0.06)
    canvas.box(0, 0, 100, 100, shade(stone, -0.5))
    x, y = rng.uniform(28, 72), rng.uniform(36, 52)
    for k, size in enumerate((1.1, 0.9, 0.72, 0.56)):
        ring = [
            (x + size * 50 * dx * rng.uniform(0.88, 1.08), y + size * 44 * dy * rng.uniform(0.88, 1.08))
            for dx, dy in _turns(14)
        ]
        canvas.blob(ring, shade(stone, -0.36 + 0.15 * k))
    outside = rng.choice(((206, 232, 240), (250, 230, 184), (186, 222, 186), (170, 206, 246)))
    rx, ry = rng.choice(((15, 14), (11, 19), (22, 12), (9, 9)))
    mouth = [(x + rx * dx * rng.uniform(0.85, 1.1), y + ry * dy * rng.uniform(0.85, 1.1)) for dx, dy in _turns(11)]
    canvas.blob(mouth, outside)
    canvas.blob([(px * 0.82 + x * 0.18, py * 0.82 + y * 0.18) for px, py in mouth], shade(outside, 0.5))
    ridge(canvas, rng, 76, 1.5, shade(stone, -0.12))
    gradient(canvas, 80, 100, shade(stone, -0.14), shade(stone, -0.44))
    if rng.random() < 0.4:
        px = rng.uniform(40, 60)
        canvas.ellipse(px, 85, rng.uniform(30, 42), 5, blend(shade(stone, -0.1), (110, 170, 200), 0.6))
        ripples(canvas, rng, 82, 88, blend(stone, (206, 236, 246), 0.6), 7, 30, 70)
    for cx in spread(rng, rng.choice((8, 11, 15)), -2, 102):
        _spike(canvas, cx, -1, rng.uniform(2.5, 6), rng.uniform(8, 34), shade(stone, rng.uniform(-0.46, -0.2)))
    for cx in (*spread(rng, 3, -2, 22), *spread(rng, 3, 78, 102)):
        _spike(canvas, cx, 92, rng.uniform(3, 5.5), -rng.uniform(10, 30), shade(stone, rng.uniform(-0.4, -0.16)))
    specks(canvas, rng, 82, 98, shade(stone, -0.4), 26, 1.2)


def _turns(count: int) -> list[Point]:
    """Directions all around."""
    angles = [2 * math.pi * k / count for k in range(count)]
    return [(math.cos(angle), math.sin(angle)) for angle in angles]


def _spike(canvas: Canvas, x: float, y: float, half: float, length: float, stone: RGB) -> None:
    """A stalactite, or a stalagmite where the length is negative."""
    waist = y + 0.6 * length
    edge = [(x - half, y), (x - 0.3 * half, waist), (x, y + length), (x + 0.3 * half, waist), (x + half, y)]
    canvas.polygon(edge, stone)
    canvas.polygon([(x + 0.2 * half, y), *edge[2:]], shade(stone, -0.2))


@either_way
def _mine(canvas: Canvas, look: Look) -> None:
    """A tunnel held by timber, rails, lanterns."""
    rng = look.rng
    stone = vary(rng, rng.choice(STONES), 0.06)
    m, depth = rng.uniform(38, 62), rng.choice((2, 3))
    canvas.box(0, 0, 100, 100, shade(stone, -0.3))
    for x, y in scatter(rng, 34, 0, 84):
        rock(canvas, rng, x, y, rng.uniform(8, 18), shade(stone, rng.uniform(-0.4, -0.18)))
    for k in range(5):
        half, top, low = 36 - 6.4 * k, 14 + 8 * k, 84 - 4.4 * k
        c = 50 + (m - 50) * k / 4
        corners = [(c - half, low), (c - half * 0.86, top), (c + half * 0.86, top), (c + half, low)]
        canvas.polygon(corners, shade(stone, -0.3 - 0.12 * k))
    gradient(canvas, 80, 100, shade(stone, -0.2), shade(stone, -0.44))
    _rails(canvas, m, shade(stone, -0.3))
    woods = ((176, 124, 80), (150, 104, 72), (196, 156, 112), (140, 122, 104))
    wood = vary(rng, rng.choice(woods), 0.06)
    frames = ((12, 36, 70, 1.8), (22, 26, 78, 2.8), (38, 9, 91, 4.6))[3 - depth :]
    for half, top, base, w in frames:
        _frame(canvas, 50 + (m - 50) * (1 - half / 44), half, top, base, w, wood)
    for x, y in rng.choice((((50, 21),), ((20, 30), (80, 30)), ((24, 34),), ((14, 26), (62, 24)))):
        _lantern(canvas, x, y, stone)


def _rails(canvas: Canvas, m: float, ground: RGB) -> None:
    """From the foreground to the dark end at `m`."""
    canvas.polygon([(m - 9, 66), (m + 9, 66), (92, 100), (8, 100)], ground)
    for k in range(9):
        t = (k / 8) ** 1.7
        c = m + (50 - m) * t
        canvas.box(c - 5 - 20 * t, 67 + 31 * t, c + 5 + 20 * t, 68.2 + 32.6 * t, (132, 100, 76))
    for side in (-1, 1):
        far = [(m + side * 3.4, 66), (m + side * 4, 66)]
        canvas.polygon([*far, (50 + side * 19, 101), (50 + side * 16, 101)], (176, 180, 186))


def _frame(canvas: Canvas, m: float, half: float, top: float, base: float, w: float, wood: RGB) -> None:
    """Two posts and a beam."""
    for side in (-1, 1):
        foot, head = m + side * half, m + side * half * 0.92
        post = [(foot, base), (head, top), (head + side * w, top), (foot + side * w, base)]
        canvas.polygon(post, shade(wood, -0.12 if side < 0 else -0.24))
    canvas.box(m - half - w, top - w, m + half + w, top, wood, 0.4)


def _lantern(canvas: Canvas, x: float, y: float, stone: RGB) -> None:
    iron = (84, 82, 84)
    canvas.line([(x, y - 9), (x, y - 4)], 0.4, iron)
    glow(canvas, x, y, 9, (255, 226, 150), shade(stone, -0.34), 6)
    canvas.box(x - 2.4, y - 3, x + 2.4, y + 3, (255, 236, 166), 1)
    canvas.box(x - 3, y - 4.4, x + 3, y - 2.6, iron)
    canvas.box(x - 3, y + 3, x + 3, y + 4.4, iron)


HOLLOW: dict[str, Place] = {
    "cave": Place(_cave, 89, HALL, indoors=True, dark=True),
    "mine": Place(_mine, 92, HALL, indoors=True, dark=True),
}
