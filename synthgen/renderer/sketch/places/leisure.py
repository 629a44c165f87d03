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
    backdrop,
    bush,
    day_sky,
    either_way,
    flowers,
    gradient,
    mixture,
    nearer,
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


@nearer(1.2)
def _park(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    if rng.random() < 0.5:
        skyline(canvas, rng, 60, 8, 28, fade=(DAYS[0][1], 0.55))
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 58, green)
    for x in spread(rng, rng.randint(3, 10), -4, 104):
        tree(canvas, rng, x, 61, rng.uniform(16, 30), vary(rng, blend(LEAF, DAYS[0][1], 0.2)))
    gradient(canvas, 58, 100, shade(green, 0.08), shade(green, -0.14))
    middle = _park_path(canvas, rng)
    side = 1 if middle < 50 else -1
    if rng.random() < 0.4:
        blue = vary(rng, (104, 176, 204), 0.08)
        canvas.ellipse(middle + side * 40, 72, 20, 4.4, shade(green, -0.2))
        canvas.ellipse(middle + side * 40, 72.3, 19, 3.9, blue)
    for x in rng.sample((4.0, 20.0, 80.0, 97.0), rng.randint(0, 2) if "tree" not in look.without else 0):
        tree(canvas, rng, x, rng.uniform(74, 84), rng.uniform(34, 54), vary(rng, LEAF))
    for dx in rng.sample((24.0, 46.0), rng.randint(1, 2)) if "bench" not in look.without else ():
        bench(canvas, middle + side * dx - 9, rng.uniform(78, 83), rng.uniform(15, 19))
    for dx in rng.sample((-26.0, 18.0, 58.0), rng.randint(1, 2)) if "lamp" not in look.without else ():
        street_lamp(canvas, middle + side * dx, rng.uniform(72, 82), rng.uniform(28, 44))
    for x in spread(rng, rng.randint(0, 5), 2, 102):
        bush(canvas, rng, x, rng.uniform(68, 72), rng.uniform(7, 11), vary(rng, LEAF))
    tufts(canvas, rng, 66, 99, shade(green, -0.18), 26)
    flowers(canvas, rng, 84, 98, rng.randint(0, 24) if "flower" not in look.without else 0)


def _park_path(canvas: Canvas, rng: Rng) -> float:
    """A path that winds towards the viewer, and where its middle is."""
    far, bend, knee, foot = rng.uniform(30, 70), rng.uniform(20, 70), rng.uniform(24, 60), rng.uniform(4, 56)
    path = [*bezier((far, 59), (bend, 66), (knee, 76)), *bezier((knee, 76), (2 * knee - bend, 86), (foot, 101))]
    other = [*bezier((far + 3, 59), (bend + 12, 66), (knee + 16, 76))]
    other += bezier((knee + 16, 76), (2 * knee - bend + 26, 86), (foot + 44, 101))
    canvas.polygon([*path, *reversed(other)], vary(rng, rng.choice(((226, 206, 166), (206, 202, 196))), 0.05))
    return knee + 8


@nearer(1.12)
def _playground(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 58, green)
    for x in spread(rng, rng.randint(0, 8), -4, 104):
        tree(canvas, rng, x, 62, rng.uniform(14, 30), vary(rng, LEAF))
    canvas.box(0, 60, 100, 100, green)
    canvas.ellipse(50, 88, 66, 20, vary(rng, rng.choice(((236, 208, 150), (214, 126, 96), (120, 170, 200))), 0.05))
    one, two, three = rng.sample(BRIGHT, 3)
    kind = rng.randrange(3) if "swing" not in look.without else 1
    if kind == 0:
        _swings(canvas, rng.uniform(2, 8), 80, rng.uniform(30, 36), one, two)
        _slide(canvas, rng.uniform(52, 60), 80, rng.uniform(34, 40), two, three, one)
    elif kind == 1:
        _slide(canvas, rng.uniform(4, 12), rng.uniform(78, 84), rng.uniform(36, 46), two, three, one)
        _seesaw(canvas, rng.uniform(74, 78), 84, rng.uniform(34, 42), one, three)
    else:
        _swings(canvas, rng.uniform(54, 62), 79, rng.uniform(30, 36), one, two)
        _seesaw(canvas, rng.uniform(24, 32), 84, rng.uniform(34, 44), three, one)


def _seesaw(canvas: Canvas, x: float, base: float, w: float, plank: RGB, stand: RGB) -> None:
    """A seesaw with one end down."""
    canvas.polygon([(x - 0.1 * w, base), (x, base - 0.2 * w), (x + 0.1 * w, base)], stand)
    ends = [(x - 0.5 * w, base - 0.04 * w), (x + 0.5 * w, base - 0.34 * w)]
    canvas.line(ends, 0.06 * w, plank)
    for (ex, ey), way in zip(ends, (1, -1), strict=True):
        canvas.box(ex + way * 0.02 * w, ey - 0.06 * w, ex + way * 0.14 * w, ey - 0.02 * w, stand, 0.3)
        canvas.line([(ex + way * 0.18 * w, ey - 0.03 * w), (ex + way * 0.18 * w, ey - 0.14 * w)], 0.02 * w, IRON)


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
    backdrop(canvas, rng, 56, green)
    gradient(canvas, 57, 100, shade(green, 0.08), shade(green, -0.14))
    for x in rng.sample((10.0, 44.0, 88.0), rng.randint(0, 2)):
        tree(canvas, rng, x + rng.uniform(-6, 6), rng.uniform(64, 74), rng.uniform(34, 60), vary(rng, LEAF))
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


@nearer(1.06)
def _amusement(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(
        canvas,
        0,
        82,
        *mixture(rng, ((176, 206, 246), (255, 232, 226)), DAYS[0], ((150, 176, 240), (246, 224, 236)), DAYS[3]),
    )
    rail = vary(rng, rng.choice(BRIGHT), 0.06)
    phase, swing = rng.uniform(0, 6.2), rng.uniform(10, 18)
    track = [(x, 50 - swing * math.sin(x / 15 + phase) - 8 * math.sin(x / 8)) for x in range(-4, 106, 2)]
    for post, high in track[::3]:
        canvas.line([(post, high), (post, 84)], 0.4, shade(WHITE, -0.12), round_ends=False)
    canvas.line(track, 1.4, rail)
    x, r = rng.uniform(24, 62), rng.uniform(22, 32)
    y = 74 - 1.15 * r
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
    for k in range(rng.randint(1, 2)):
        wide = rng.uniform(22, 36)
        left = min(x + 12 + rng.uniform(0, 8), 98 - wide) if k == 0 else x - 16 - wide
        _tent(canvas, left, 84, wide, *rng.sample(BRIGHT, 2))
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


LEISURE: dict[str, Place] = {
    "park": Place(_park, 91, OPEN_AIR, pieces=frozenset({"tree", "bench", "lamp", "flower"})),
    "playground": Place(_playground, 92, OPEN_AIR, pieces=frozenset({"swing"})),
    "picnic": Place(_picnic, 92, OPEN_AIR),
    "amusement park": Place(_amusement, 92, OPEN_AIR),
}
