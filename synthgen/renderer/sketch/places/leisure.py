"""Parks, sports grounds and other places for fun."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    bush,
    day_sky,
    either_way,
    flowers,
    gradient,
    mixture,
    ridge,
    spread,
    tree,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import IRON, bench, skyline, street_lamp

BRIGHT: tuple[RGB, ...] = ((226, 62, 60), (250, 200, 60), (56, 128, 214), (72, 170, 98), (240, 140, 50), (150, 88, 190))
FACES: tuple[RGB, ...] = ((236, 190, 150), (160, 110, 80), (96, 64, 48))
CROWD: tuple[RGB, ...] = (
    (214, 70, 66),
    (70, 110, 190),
    (240, 206, 90),
    (240, 240, 238),
    (90, 160, 100),
    (230, 140, 70),
)


def crowd(canvas: Canvas, rng: Rng, y0: float, y1: float, stand: RGB, step: float = 4.2, dim: float = 0) -> None:
    """Rows of spectators on a stand; `dim` is how far they are lost in its colour."""
    gradient(canvas, y0, y1, shade(stand, 0.1), shade(stand, -0.15))
    y, row = y0 + step, 0
    while y <= y1:
        canvas.box(0, y - 0.4, 100, y, shade(stand, -0.25))
        for k in range(36):
            if rng.random() < 0.86:
                x = k * 2.9 + (1.4 if row % 2 else 0)
                canvas.ellipse(x, y - 0.4, 1.2, 1.5, blend(rng.choice(CROWD), stand, dim))
                canvas.ellipse(x, y - 2.3, 0.8, 0.8, blend(rng.choice(FACES), stand, dim))
        y, row = y + step, row + 1


def _points(x: float, y: float, r: float, count: int, first: float = 0) -> list[Point]:
    turns = [math.radians(first + 360 * k / count) for k in range(count)]
    return [(x + r * math.cos(a), y + r * math.sin(a)) for a in turns]


@either_way
def _park(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    if rng.random() < 0.5:
        skyline(canvas, rng, 60, 8, 28, fade=(DAYS[0][1], 0.55))
    green = vary(rng, GRASS, 0.1)
    for x in spread(rng, 9, -4, 104):
        tree(canvas, rng, x, 61, rng.uniform(18, 28), vary(rng, blend(LEAF, DAYS[0][1], 0.2)))
    gradient(canvas, 58, 100, shade(green, 0.08), shade(green, -0.14))
    path = [*bezier((64, 59), (30, 66), (56, 76)), *bezier((56, 76), (70, 86), (44, 101))]
    far = [*bezier((67, 59), (44, 66), (72, 76)), *bezier((72, 76), (96, 88), (92, 101))]
    canvas.polygon([*path, *reversed(far)], vary(rng, (226, 206, 166), 0.05))
    tree(canvas, rng, rng.uniform(4, 12), 80, rng.uniform(44, 54), vary(rng, LEAF))
    bench(canvas, rng.uniform(18, 26), 80, 18)
    street_lamp(canvas, rng.uniform(84, 92), 79, rng.uniform(36, 42))
    for x in spread(rng, 3, 72, 102):
        bush(canvas, rng, x, 70, rng.uniform(7, 11), vary(rng, LEAF))
    tufts(canvas, rng, 66, 99, shade(green, -0.18), 26)
    flowers(canvas, rng, 84, 98, 8)


@either_way
def _playground(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    green = vary(rng, GRASS, 0.1)
    for x in spread(rng, 7, -4, 104):
        tree(canvas, rng, x, 62, rng.uniform(16, 26), vary(rng, LEAF))
    canvas.box(0, 60, 100, 100, green)
    canvas.ellipse(50, 88, 66, 20, vary(rng, rng.choice(((236, 208, 150), (214, 126, 96), (120, 170, 200))), 0.05))
    one, two, three = rng.sample(BRIGHT, 3)
    _swings(canvas, 4, 80, 34, one, two)
    _slide(canvas, 60, 80, 38, two, three, one)
    for x, paint in ((48, three), (54, one)):
        canvas.line([(x, 72), (x, 77)], 0.6, IRON)
        canvas.ellipse(x, 71, 2.4, 1.6, paint)


def _swings(canvas: Canvas, x: float, base: float, w: float, frame: RGB, seat: RGB) -> None:
    top = base - 0.9 * w
    for side in (0.0, 1.0):
        foot = x + side * w
        canvas.line([(foot - 0.12 * w, base), (foot, top), (foot + 0.12 * w, base)], 0.045 * w, frame)
    canvas.line([(x, top), (x + w, top)], 0.05 * w, frame)
    for dx in (0.22, 0.58):
        for rope in (0.0, 0.2):
            canvas.line([(x + (dx + rope) * w, top), (x + (dx + rope) * w, base - 0.2 * w)], 0.014 * w, IRON)
        canvas.box(x + (dx - 0.03) * w, base - 0.2 * w, x + (dx + 0.23) * w, base - 0.16 * w, seat, 0.3)


def _slide(canvas: Canvas, x: float, base: float, w: float, chute: RGB, roof: RGB, frame: RGB) -> None:
    deck = base - 0.62 * w
    for dx in (0.1, 0.4):
        canvas.box(x + dx * w, base - 1.06 * w, x + (dx + 0.04) * w, base, frame)
    for k in range(5):
        canvas.box(x - 0.03 * w, deck + (0.12 * k) * w, x + 0.12 * w, deck + (0.12 * k + 0.03) * w, frame)
    canvas.box(x - 0.03 * w, deck - 0.1 * w, x, base, shade(frame, -0.2))
    canvas.box(x + 0.06 * w, deck, x + 0.48 * w, deck + 0.05 * w, shade(frame, -0.25))
    canvas.polygon(
        [(x + 0.02 * w, base - 1.04 * w), (x + 0.27 * w, base - 1.3 * w), (x + 0.52 * w, base - 1.04 * w)], roof
    )
    canvas.box(x + 0.12 * w, deck - 0.2 * w, x + 0.42 * w, deck, shade(roof, 0.3))
    lane = bezier((x + 0.44 * w, deck), (x + 0.66 * w, deck + 0.05 * w), (x + 0.86 * w, base - 0.06 * w))
    canvas.line([*lane, (x + 1.0 * w, base - 0.05 * w)], 0.1 * w, shade(chute, -0.2))
    canvas.line([*((a, b - 0.03 * w) for a, b in lane), (x + 1.0 * w, base - 0.08 * w)], 0.05 * w, shade(chute, 0.2))


@either_way
def _picnic(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 58)
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 52, 4, blend(shade(green, 0.1), DAYS[0][1], 0.35))
    gradient(canvas, 57, 100, shade(green, 0.08), shade(green, -0.14))
    tree(canvas, rng, rng.uniform(8, 16), 74, rng.uniform(54, 64), vary(rng, LEAF))
    tufts(canvas, rng, 60, 99, shade(green, -0.18), 30)
    flowers(canvas, rng, 60, 74, 16, size=0.8)
    _blanket(canvas, rng.choice(((206, 56, 60), (56, 110, 190), (70, 150, 90), (236, 170, 50))))
    x = rng.uniform(74, 80)
    canvas.arc(x + 7, 77, 6.5, 180, 360, 1.2, (134, 90, 52))
    canvas.box(x, 76, x + 14, 86, (190, 140, 84), 1.4)
    for k in range(3):
        for j in range(5):
            canvas.box(x + 0.6 + 2.7 * j, 78 + 2.7 * k, x + 2.2 + 2.7 * j, 79.6 + 2.7 * k, (160, 112, 62))
    canvas.polygon([(x - 1, 76), (x + 8, 75), (x + 13, 76), (x + 9, 80), (x + 3, 80)], WHITE)
    for k, paint in enumerate(((214, 50, 48), (110, 176, 70), (244, 160, 50))):
        canvas.ellipse(18 + 3.6 * k, 82 + k % 2, 2, 2, paint)


def _blanket(canvas: Canvas, colour: RGB) -> None:
    """A chequered cloth on the grass."""

    def at(u: float, v: float) -> Point:
        y = 78 + 18 * v
        return 50 + (u - 0.5) * (74 + 22 * v), y

    for i in range(12):
        for j in range(6):
            u, v = i / 12, j / 6
            paint = (WHITE, blend(colour, WHITE, 0.45), colour)[(i % 2) + (j % 2)]
            canvas.polygon([at(u, v), at(u + 1 / 12, v), at(u + 1 / 12, v + 1 / 6), at(u, v + 1 / 6)], paint)


@either_way
def _amusement(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        82,
        *mixture(rng, ((255, 182, 196), (255, 238, 212)), DAYS[0], ((120, 120, 210), (250, 190, 190)), DAYS[3]),
    )
    rail = vary(rng, rng.choice(BRIGHT), 0.06)
    track = [(x, 50 - 16 * math.sin(x / 15 + 1) - 8 * math.sin(x / 8)) for x in range(30, 104, 2)]
    for post, high in track[::3]:
        canvas.line([(post, high), (post, 84)], 0.4, shade(WHITE, -0.12), round_ends=False)
    canvas.line(track, 1.4, rail)
    x, y, r = rng.uniform(24, 32), 40.0, 29.0
    steel = rng.choice(((120, 92, 156), (226, 232, 240), (90, 110, 150)))
    canvas.line([(x - 15, 84), (x, y), (x + 15, 84)], 1.8, steel)
    hubs = _points(x, y, r, 12, rng.uniform(0, 30))
    for a, b in hubs:
        canvas.line([(x, y), (a, b)], 0.5, steel)
    for size in (r, r * 0.72):
        canvas.arc(x, y, size, 0, 360, 0.8, steel)
    for k, (a, b) in enumerate(hubs):
        canvas.ellipse(a, b + 2, 3, 2.6, BRIGHT[k % 6])
        canvas.box(a - 3, b + 0.2, a + 3, b + 1.6, WHITE, 0.5)
    canvas.ellipse(x, y, 2.6, 2.6, rail)
    _tent(canvas, 66, 84, 34, *rng.sample(BRIGHT, 2))
    ground = vary(rng, (222, 200, 164), 0.05)
    gradient(canvas, 82, 100, ground, shade(ground, -0.1))
    for k in range(17):
        canvas.polygon(
            [
                (k * 6.2, 3 + 2 * math.sin(k)),
                (k * 6.2 + 4.4, 3 + 2 * math.sin(k + 1)),
                (k * 6.2 + 2.2, 8 + 2 * math.sin(k)),
            ],
            BRIGHT[k % 6],
        )


def _tent(canvas: Canvas, x: float, base: float, w: float, colour: RGB, other: RGB) -> None:
    """A round striped tent with a pointed roof."""
    eaves = base - 0.5 * w
    for k in range(6):
        paint = colour if k % 2 == 0 else WHITE
        a, b = x + k * w / 6, x + (k + 1) * w / 6
        canvas.box(a, eaves, b, base, shade(paint, -0.06))
        canvas.polygon(
            [
                (a - 0.05 * w + k * 0.016 * w, eaves),
                (x + w / 2, eaves - 0.42 * w),
                (b - 0.034 * w + k * 0.016 * w, eaves),
            ],
            paint,
        )
        canvas.ellipse((a + b) / 2, eaves, w / 12, 0.06 * w, other)
    canvas.polygon([(x + 0.4 * w, base), (x + 0.5 * w, base - 0.36 * w), (x + 0.6 * w, base)], (70, 50, 66))
    canvas.line([(x + w / 2, eaves - 0.42 * w), (x + w / 2, eaves - 0.6 * w)], 0.5, IRON)
    canvas.polygon(
        [(x + w / 2, eaves - 0.6 * w), (x + 0.66 * w, eaves - 0.55 * w), (x + w / 2, eaves - 0.5 * w)], other
    )


@either_way
def _circus(canvas: Canvas, look: Look) -> None:
    """Inside the big top: stripes, lights, stands and the ring."""
    rng = look.rng
    one, two = rng.choice(
        (
            ((206, 44, 56), (250, 236, 206)),
            ((52, 92, 176), (250, 236, 206)),
            ((206, 44, 56), (250, 206, 80)),
            ((134, 60, 150), (250, 220, 150)),
        )
    )
    x = rng.uniform(40, 60)
    canvas.box(0, 0, 100, 54, shade(one, -0.3))
    for k in range(16):
        a, b = (-60 + 14 * k, -60 + 14 * (k + 1))
        canvas.polygon([(x, -6), (a, 52), (b, 52)], one if k % 2 else two)
    for k in range(25):
        canvas.ellipse(2 + 4 * k, 53, 2.4, 3, two if k % 2 else one)
    crowd(canvas, rng, 52, 70, (92, 60, 84))
    for k in range(26):
        canvas.ellipse(2 + 4 * k, 33 + 9 * abs(math.sin(k * 0.4)), 1, 1, (255, 236, 150))
    sand = vary(rng, (232, 196, 138), 0.05)
    canvas.box(0, 70, 100, 100, shade(one, -0.4))
    canvas.ellipse(50, 90, 62, 19, shade(one, -0.1))
    canvas.ellipse(50, 88, 62, 19, one)
    for k in range(16):
        angle = math.radians(180 + 12 * k)
        canvas.ellipse(50 + 60 * math.cos(angle), 88 + 18 * math.sin(angle), 1.8, 1.2, two)
    canvas.ellipse(50, 90, 57, 17, sand)
    canvas.ellipse(50, 91, 36, 9, shade(sand, 0.3))
    for px in (rng.uniform(10, 16), rng.uniform(84, 90)):
        _podium(canvas, px, 92, 14, *rng.sample(BRIGHT, 2))


def _podium(canvas: Canvas, x: float, base: float, w: float, colour: RGB, other: RGB) -> None:
    canvas.polygon(
        [(x - 0.5 * w, base), (x - 0.38 * w, base - 0.55 * w), (x + 0.38 * w, base - 0.55 * w), (x + 0.5 * w, base)],
        colour,
    )
    for k in range(4):
        left = x + (-0.38 + 0.19 * k) * w
        canvas.polygon(
            [(left, base - 0.5 * w), (left + 0.19 * w, base - 0.5 * w), (left + 0.095 * w, base - 0.16 * w)], other
        )
    canvas.ellipse(x, base - 0.55 * w, 0.4 * w, 0.1 * w, shade(colour, 0.4))


LEISURE: dict[str, Place] = {
    "park": Place(_park, 91, OPEN_AIR),
    "playground": Place(_playground, 92, OPEN_AIR),
    "picnic": Place(_picnic, 92, OPEN_AIR),
    "amusement park": Place(_amusement, 92, OPEN_AIR),
    "circus": Place(_circus, 93, frozenset({"ground", "air", "bust"}), indoors=True),
}
