"""The outback, eucalyptus woods, orchards and quarries."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    GRASS,
    LEAF,
    OPEN_AIR,
    TRUNK,
    Rng,
    backdrop,
    day_sky,
    flowers,
    gradient,
    nearer,
    ridge,
    rock,
    scatter,
    specks,
    spread,
    tufts,
    vary,
)

GUM: tuple[RGB, ...] = ((122, 156, 128), (104, 146, 122), (146, 168, 128))
"""Leaves of eucalyptus trees."""


@nearer(1.2, 92)
def _outback(canvas: Canvas, look: Look) -> None:
    """Red earth, a red rock and dry grass under a wide sky."""
    rng = look.rng
    far = rng.uniform(52, 62)
    day_sky(canvas, rng, far + 2)
    red = vary(rng, rng.choice(((206, 108, 66), (216, 124, 74), (190, 92, 62))), 0.06)
    if rng.random() < 0.75:
        _monolith(canvas, rng, rng.uniform(25, 75), far + 1, rng.uniform(40, 70), vary(rng, (196, 92, 62), 0.08))
    else:
        ridge(canvas, rng, far - 2, 3, blend(red, DAYS[0][1], 0.4))
    gradient(canvas, far, 100, shade(red, 0.2), shade(red, -0.06))
    for x in spread(rng, rng.randint(4, 9), 0, 100):
        _gum(canvas, rng, x, far + rng.uniform(1, 6), rng.uniform(7, 13))
    if rng.random() < 0.6:
        _gum(canvas, rng, rng.choice((12, 86)) + rng.uniform(-6, 6), far + 16, rng.uniform(34, 46))
    for x, y in scatter(rng, rng.randint(24, 40), far + 5, 98):
        _spinifex(canvas, x, y, 1.2 + 3.4 * (y - far) / 40, vary(rng, (206, 180, 96), 0.12))
    specks(canvas, rng, far + 4, 99, shade(red, -0.2), 40, 0.9)


def _monolith(canvas: Canvas, rng: Rng, x: float, base: float, width: float, red: RGB) -> None:
    """A flat-topped rock that stands alone in the plain."""
    w, h = width / 2, width * rng.uniform(0.2, 0.28)
    top = [(-1, 0), (-0.9, -0.62), (-0.66, -0.92), (-0.1, -1), (0.5, -0.94), (0.84, -0.7), (1, 0)]
    canvas.polygon([(x + dx * w, base + dy * h) for dx, dy in top], red)
    for k in range(7):
        dx = -0.8 + 0.26 * k
        canvas.polygon(
            [(x + dx * w, base - 0.72 * h), (x + (dx + 0.07) * w, base - 0.6 * h), (x + (dx + 0.1) * w, base)],
            shade(red, -0.18),
        )


def _spinifex(canvas: Canvas, x: float, y: float, r: float, straw: RGB) -> None:
    """A cushion of dry grass."""
    for k in range(7):
        angle = math.radians(-160 + 23 * k)
        tip = (x + 1.5 * r * math.cos(angle), y + 1.2 * r * math.sin(angle))
        canvas.polygon([(x - 0.3 * r, y), tip, (x + 0.3 * r, y)], shade(straw, 0.07 * (k % 3) - 0.07))


def _gum(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A lone eucalyptus: a pale forked trunk, leaves in flat tufts."""
    h, bark, leaf = tall, vary(rng, (226, 212, 194), 0.05), vary(rng, GUM[1], 0.1)
    fork = (x + 0.04 * h, base - 0.42 * h)
    canvas.polygon(
        [(x - 0.04 * h, base), (fork[0] - 0.02 * h, fork[1]), (fork[0] + 0.03 * h, fork[1]), (x + 0.05 * h, base)], bark
    )
    for dx, dy in ((-0.26, 0.74), (0.02, 0.9), (0.28, 0.7)):
        canvas.curve(fork, (x + dx * 0.3 * h, base - 0.6 * h), (x + dx * h, base - dy * h), 0.03 * h, bark)
        for ox, oy, r in ((-0.1, 0.02, 0.13), (0.1, 0.0, 0.14), (0.0, -0.07, 0.12)):
            size = r * h * rng.uniform(0.9, 1.2)
            canvas.ellipse(x + (dx + ox) * h, base + (oy - dy) * h, size, 0.6 * size, shade(leaf, -oy))


@nearer(1.15, 92)
def _eucalyptus(canvas: Canvas, look: Look) -> None:
    """Tall smooth trunks that shed their bark, with drooping blue-green leaves."""
    rng = look.rng
    mist = rng.choice(((226, 238, 230), (240, 236, 214), (214, 230, 236)))
    gradient(canvas, 0, 84, vary(rng, (176, 212, 214), 0.1), mist)
    ground, clear = vary(rng, (176, 166, 110), 0.1), rng.uniform(26, 74)
    leaf = vary(rng, rng.choice(GUM), 0.08)
    for count, width, fade, base in (
        (11, 2.0, 0.62, 76),
        (rng.randint(6, 9), 3.4, 0.3, 80),
        (rng.randint(4, 6), 5.4, 0.0, 87),
    ):
        _droop(canvas, rng, count, fade, blend(leaf, mist, fade))
        ridge(canvas, rng, base - 1, 1, blend(ground, mist, fade))
        for x in spread(rng, count, -2, 102, 0.45):
            if fade > 0 or not clear - 18 < x < clear + 18:
                _smooth(canvas, rng, x, width * rng.uniform(0.8, 1.2), base + rng.uniform(0, 4), mist, fade)
    gradient(canvas, 90, 100, ground, shade(ground, -0.12))
    specks(canvas, rng, 84, 99, (150, 108, 74), 40, 1.2)
    tufts(canvas, rng, 84, 99, shade(ground, -0.2), rng.randint(8, 26))
    for x in spread(rng, 9, -4, 104):
        for _ in range(5):
            tip = (x + rng.uniform(-9, 9), rng.uniform(6, 22))
            canvas.line(bezier((x, -2), (tip[0], 0), tip), 1.7, shade(leaf, rng.uniform(-0.18, 0.1)))


def _smooth(canvas: Canvas, rng: Rng, x: float, width: float, base: float, mist: RGB, fade: float) -> None:
    """One trunk, leaning a little, with patches where the bark has peeled and strips that hang."""
    bark = blend(vary(rng, rng.choice(((232, 222, 206), (214, 204, 196), (226, 206, 184))), 0.04), mist, fade)
    lean, w = rng.uniform(-9, 9), width / 2

    def at(u: float, t: float) -> tuple[float, float]:
        return x + lean * t * t + u * w * (1.2 - 0.5 * t), base - (base + 4) * t

    canvas.polygon(
        [
            at(-1.3, 0),
            at(-1, 0.06),
            *(at(-1, t / 6) for t in range(1, 7)),
            *(at(1, t / 6) for t in range(6, 0, -1)),
            at(1, 0.06),
            at(1.3, 0),
        ],
        bark,
    )
    canvas.polygon([*(at(0.4, t / 6) for t in range(7)), *(at(1, t / 6) for t in range(6, -1, -1))], shade(bark, -0.12))
    for _ in range(5):
        t, u = rng.uniform(0.04, 0.9), rng.uniform(-0.8, 0.2)
        patch = blend(rng.choice(((176, 148, 122), (196, 160, 128), (160, 166, 150))), bark, fade)
        canvas.polygon([at(u, t), at(u + 0.6, t + 0.02), at(u + 0.5, t + 0.14), at(u + 0.1, t + 0.12)], patch)
    for t in (rng.uniform(0.2, 0.4), rng.uniform(0.5, 0.7)):
        canvas.line(
            [at(1, t + 0.1), at(1.5, t + 0.04), at(1.3, t)], 0.7, blend((140, 104, 78), mist, fade), round_ends=False
        )


def _droop(canvas: Canvas, rng: Rng, count: int, fade: float, leaf: RGB) -> None:
    """Tufts of hanging leaves among the crowns."""
    for x in spread(rng, count, -4, 104):
        y = rng.uniform(4, 14 + 20 * fade)
        canvas.ellipse(x, y, rng.uniform(6, 11), rng.uniform(3, 6), leaf)
        for _ in range(6):
            px = x + rng.uniform(-8, 8)
            canvas.line(
                [(px, y), (px + rng.uniform(-1.5, 1.5), y + rng.uniform(4, 9))],
                1.1,
                shade(leaf, rng.uniform(-0.1, 0.06)),
            )


@nearer(1.15, 92)
def _orchard(canvas: Canvas, look: Look) -> None:
    """Fruit trees in rows."""
    rng = look.rng
    far, vanish = rng.uniform(44, 58), rng.uniform(34, 66)
    day_sky(canvas, rng, far + 2)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, far, green)
    gradient(canvas, far, 100, shade(green, 0.12), shade(green, -0.12))
    fruit = rng.choice(((214, 48, 48), (214, 48, 48), (246, 146, 40), (250, 214, 74), (150, 200, 80)))
    leaf, aisle = vary(rng, rng.choice((LEAF, (96, 160, 72), (64, 136, 82))), 0.08), rng.uniform(0.75, 1.05)
    if "fruit" in look.without:
        fruit = leaf
    for t in (0.0, 0.06, 0.15, 0.28, 0.46, 0.72):
        size = 7 + 40 * t
        for k in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5):
            x = vanish + (50 - vanish) * t + (k - 0.5 * k / abs(k)) * (7 + 52 * t) * aisle
            if -20 < x < 120:
                _fruit_tree(canvas, rng, x, far + 3 + (92 - far) * t, size * rng.uniform(0.92, 1.06), leaf, fruit)
    tufts(canvas, rng, far + 10, 99, shade(green, -0.18), 26)
    if rng.random() < 0.5:
        flowers(canvas, rng, 80, 99, rng.randint(6, 16))


def _fruit_tree(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, leaf: RGB, fruit: RGB) -> None:
    h = tall
    canvas.ellipse(x, base, 0.34 * h, 0.05 * h, (84, 140, 66))
    canvas.polygon(
        [(x - 0.06 * h, base), (x - 0.03 * h, base - 0.4 * h), (x + 0.03 * h, base - 0.4 * h), (x + 0.06 * h, base)],
        TRUNK,
    )
    for dx, dy, r, tone in (
        (-0.2, 0.5, 0.2, -0.14),
        (0.2, 0.5, 0.2, -0.16),
        (0, 0.48, 0.22, -0.08),
        (-0.1, 0.7, 0.2, 0.0),
        (0.12, 0.68, 0.19, -0.04),
        (-0.08, 0.76, 0.1, 0.12),
    ):
        canvas.ellipse(x + dx * h, base - dy * h, r * h, r * h * 0.92, shade(leaf, tone))
    for k in range(11 if h > 12 else 5):
        angle, r = 2.4 * k + rng.uniform(-0.3, 0.3), 0.29 * h * math.sqrt((k + 0.6) / 11)
        canvas.ellipse(
            x + r * math.cos(angle), base - 0.58 * h + 0.95 * r * math.sin(angle), 0.036 * h, 0.036 * h, fruit
        )


@nearer(1.12, 92)
def _quarry(canvas: Canvas, look: Look) -> None:
    """A pit cut into the rock in terraces, with heaps of gravel and blocks of stone."""
    rng = look.rng
    day_sky(canvas, rng, 40)
    stone = vary(rng, rng.choice(((196, 186, 170), (222, 202, 166), (170, 172, 178), (206, 170, 140))), 0.05)
    ridge(canvas, rng, 24, rng.uniform(3, 8), vary(rng, (126, 166, 104), 0.1), bottom=40)
    far = blend(stone, (214, 222, 230), 0.4)
    for y in (34, 44, 54, 64):
        canvas.box(0, y, 100, y + 1.8, shade(far, 0.2))
        canvas.box(0, y + 1.8, 100, y + 10.2, shade(far, -0.1))
    x, way = rng.uniform(30, 70), rng.choice((-1, 1))
    for y in (34, 44, 54, 64):
        canvas.polygon(
            [(x, y + 1), (x + way * 7, y + 1), (x + way * 25, y + 11), (x + way * 15, y + 11)], shade(far, 0.2)
        )
        x, way = x + way * 20, -way
    for side in rng.choice(((-1, 1), (-1, 1), (-1,))):
        _terraces(canvas, rng, side, rng.randint(4, 6), rng.uniform(7, 10), stone)
    gradient(canvas, 73, 100, shade(stone, 0.1), shade(stone, -0.12))
    specks(canvas, rng, 76, 99, shade(stone, -0.2), 50, 1.1)
    for x in spread(rng, rng.randint(1, 3), 10, 90):
        _heap(canvas, x, rng.uniform(77, 84), rng.uniform(20, 34), vary(rng, stone, 0.08))
    _belt(canvas, rng.choice((26, 60)) + rng.uniform(-8, 8), 80, rng.uniform(28, 36), vary(rng, (206, 150, 50), 0.06))
    for x in spread(rng, rng.randint(2, 5), 2, 98):
        base, w = rng.uniform(84, 96), rng.uniform(6, 11)
        if rng.random() < 0.5:
            _block(canvas, x, base, w, vary(rng, stone, 0.06))
        else:
            rock(canvas, rng, x, base, w, shade(stone, -0.1))


def _terraces(canvas: Canvas, rng: Rng, side: int, levels: int, ledge: float, stone: RGB) -> None:
    """The wall of a pit: steps that come down towards the middle, marked by drills."""
    edge, step = (0.0, 54 / levels) if side < 0 else (100.0, 54 / levels)
    for k in range(levels):
        y, reach = 22 + step * k, 9 + ledge * k
        corner, foot = edge - side * reach, edge - side * (reach + 2)
        canvas.polygon([(edge, y), (corner, y + 1), (foot, y + step + 2), (edge, y + step + 2)], shade(stone, -0.16))
        for x in spread(rng, int(reach / 3), 0.5, reach - 1):
            top, end = y + step * rng.uniform(0.3, 0.45), y + step * rng.uniform(0.6, 0.95)
            canvas.line([(edge - side * x, top), (edge - side * x, end)], 0.35, shade(stone, -0.28), round_ends=False)
        canvas.polygon([(edge, y), (corner, y + 1), (corner - side, y + 2.6), (edge, y + 2.2)], shade(stone, 0.25))


def _heap(canvas: Canvas, x: float, base: float, width: float, stone: RGB) -> None:
    """A heap of gravel."""
    w, h = width / 2, width * 0.36
    canvas.polygon([(x - w, base), (x - 0.1 * w, base - h), (x + 0.08 * w, base - h), (x + w, base)], stone)
    canvas.polygon([(x + 0.08 * w, base - h), (x + w, base), (x + 0.2 * w, base)], shade(stone, -0.14))


def _belt(canvas: Canvas, x: float, base: float, length: float, paint: RGB) -> None:
    """A conveyor belt that rises over a heap."""
    foot, top = (x, base - 2), (x + length, base - 0.6 * length)
    canvas.line(
        [(x + 0.6 * length, base), (x + 0.7 * length, base - 0.4 * length), (x + 0.8 * length, base)],
        0.9,
        shade(paint, -0.3),
    )
    canvas.line([foot, top], 3, paint)
    canvas.line([(foot[0], foot[1] - 1.2), (top[0], top[1] - 1.2)], 1, (66, 66, 72))
    for px, py in (foot, top):
        canvas.ellipse(px, py, 2, 2, (66, 66, 72))


def _block(canvas: Canvas, x: float, base: float, w: float, stone: RGB) -> None:
    """A cut block of stone."""
    canvas.box(x, base - 0.6 * w, x + w, base, shade(stone, -0.14))
    canvas.polygon(
        [(x, base - 0.6 * w), (x + 0.25 * w, base - 0.8 * w), (x + 1.25 * w, base - 0.8 * w), (x + w, base - 0.6 * w)],
        shade(stone, 0.24),
    )
    canvas.polygon(
        [(x + w, base - 0.6 * w), (x + 1.25 * w, base - 0.8 * w), (x + 1.25 * w, base - 0.2 * w), (x + w, base)],
        shade(stone, -0.3),
    )


WILDS: dict[str, Place] = {
    "outback": Place(_outback, 91, OPEN_AIR),
    "eucalyptus forest": Place(_eucalyptus, 92, OPEN_AIR),
    "orchard": Place(_orchard, 93, OPEN_AIR, pieces=frozenset({"fruit"})),
    "quarry": Place(_quarry, 93, OPEN_AIR),
}
