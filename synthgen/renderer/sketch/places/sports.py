"""Sports grounds and pools."""

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place, Rests
from synthgen.renderer.sketch.places.leisure import crowd
from synthgen.renderer.sketch.places.scenery import (
    LEAF,
    OPEN_AIR,
    WHITE,
    backdrop,
    day_sky,
    gradient,
    nearer,
    ripples,
    scatter,
    spread,
    tree,
    vary,
)
from synthgen.renderer.sketch.places.urban import IRON

POOL: frozenset[Rests] = frozenset({"ground", "water", "bust"})


@nearer(1.12, 92)
def _stadium(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 32)
    stand = vary(rng, rng.choice(((124, 130, 146), (90, 110, 150), (150, 120, 110))), 0.06)
    canvas.polygon([(0, 14), (100, 20), (100, 25), (0, 22)], (230, 234, 238))
    crowd(canvas, rng, 24, 56, stand, rng.uniform(3.6, 5))
    for x in spread(rng, rng.randint(1, 4), 4, 96):
        canvas.box(x - 0.7, 10, x + 0.7, 56, (170, 176, 184))
        canvas.box(x - 7, 3, x + 7, 12, (90, 96, 106), 1)
        for k in range(8):
            canvas.ellipse(x - 4.8 + 3.2 * (k % 4), 5.3 + 4.2 * (k // 4), 1.2, 1.2, (255, 252, 222))
    canvas.box(0, 56, 100, 61, (60, 64, 74))
    for k in range(6):
        canvas.box(
            17 * k, 56, 17 * k + 16.6, 61, rng.choice(((220, 60, 56), (50, 110, 190), (240, 200, 70), (240, 240, 238)))
        )
    grass = vary(rng, (84, 164, 78), 0.08)
    canvas.box(0, 61, 100, 100, grass)
    for k in range(-6, 7):
        if k % 2:
            canvas.polygon(
                [(50 + k * 9, 61), (50 + (k + 1) * 9, 61), (50 + (k + 1) * 22, 100), (50 + k * 22, 100)],
                shade(grass, 0.12),
            )
    canvas.box(0, 63.4, 100, 64, WHITE)
    x, wide = rng.uniform(8, 60), rng.uniform(26, 38)
    if "goal" not in look.without:
        _goal(canvas, x, 68, wide, WHITE)
    box = [(x - 8, 63.8), (x - 14, 78), (x + wide + 14, 78), (x + wide + 8, 63.8)]
    if rng.random() < 0.6:
        canvas.line(box, 0.8, WHITE)
    else:
        canvas.box(0, 77, 100, 77.8, WHITE)
    canvas.box(0, 96, 100, 96.8, WHITE)


def _goal(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    for k in range(9):
        canvas.line(
            [(x + k * w / 8, base - 0.4 * w), (x + k * w / 8, base)], 0.2, shade(colour, -0.1), round_ends=False
        )
    for k in range(5):
        canvas.line([(x, base - 0.1 * w * k), (x + w, base - 0.1 * w * k)], 0.2, shade(colour, -0.1), round_ends=False)
    canvas.line([(x, base), (x, base - 0.42 * w), (x + w, base - 0.42 * w), (x + w, base)], 1, colour)


@nearer(1.15, 92)
def _tennis(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    high = rng.uniform(30, 46)
    backdrop(canvas, rng, high, vary(rng, LEAF))
    for x in spread(rng, rng.randint(0, 10), -4, 104):
        tree(canvas, rng, x, high + 16, rng.uniform(20, 32), vary(rng, LEAF))
    canvas.box(0, high, 100, 52, vary(rng, (64, 110, 84), 0.08))
    for k in range(34):
        canvas.line([(3 * k, high), (3 * k, 52)], 0.2, (110, 150, 126), round_ends=False)
    court, rim = rng.choice(
        (
            ((206, 110, 72), (186, 92, 60)),
            ((60, 116, 184), (74, 146, 96)),
            ((92, 164, 88), (112, 178, 100)),
            ((120, 90, 160), (74, 146, 116)),
        )
    )
    canvas.box(0, 52, 100, 100, rim)
    canvas.polygon([(22, 55), (78, 55), (112, 100), (-12, 100)], court)

    def at(u: float, v: float) -> Point:
        return 50 + u * (28 + 34 * v), 55 + 45 * v

    for u in (-1, -0.76, 0.76, 1):
        canvas.line([at(u, 0), at(u, 1)], 0.7, WHITE)
    for u0, u1, v in ((-1, 1, 0.0), (-0.76, 0.76, 0.12), (-0.76, 0.76, 0.72)):
        canvas.line([at(u0, v), at(u1, v)], 0.7, WHITE)
    canvas.line([at(0, 0.12), at(0, 0.72)], 0.7, WHITE)
    for k in range(45):
        canvas.line([(12 + 1.72 * k, 62), (12 + 1.72 * k, 71)], 0.18, (40, 50, 56), round_ends=False)
    for k in range(6):
        canvas.line([(12, 62 + 1.7 * k), (88, 62 + 1.7 * k)], 0.18, (40, 50, 56), round_ends=False)
    canvas.line([(12, 61.5), (88, 61.5)], 1.2, WHITE)
    for x in (12, 88):
        canvas.box(x - 0.8, 60, x + 0.8, 72.6, IRON)
    for x, y in scatter(rng, 0 if "ball" in look.without else rng.randint(0, 3), 78, 96, 16, 84):
        canvas.ellipse(x, y, 1.5, 1.5, (214, 232, 70))


@nearer(1.12, 94)
def _pool(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    if rng.random() < 0.5:
        day_sky(canvas, rng, 44)
        backdrop(canvas, rng, 42, vary(rng, LEAF))
        for x in spread(rng, rng.randint(0, 10), -4, 104):
            tree(canvas, rng, x, 45, rng.uniform(14, 28), vary(rng, LEAF))
    else:
        hall = rng.choice(((226, 238, 242), (244, 230, 206), (206, 226, 206), (170, 196, 214)))
        gradient(canvas, 0, 44, hall, shade(hall, -0.08))
        for k in range(6):
            canvas.box(3 + 16.5 * k, 8, 15 + 16.5 * k, 32, (168, 214, 240))
            canvas.box(8.6 + 16.5 * k, 8, 9.2 + 16.5 * k, 32, WHITE)
    deck = vary(
        rng, rng.choice(((236, 228, 212), (206, 224, 230), (226, 186, 150), (196, 176, 156), (240, 240, 238))), 0.05
    )
    canvas.box(0, 42, 100, 100, deck)
    blue = vary(rng, rng.choice(((64, 186, 222), (48, 150, 220), (70, 206, 200))), 0.06)
    canvas.polygon([(8, 50), (92, 50), (112, 88), (-12, 88)], WHITE)
    canvas.polygon([(10, 51.4), (90, 51.4), (107, 86), (-7, 86)], shade(blue, -0.2))
    canvas.polygon([(10, 53.6), (90, 53.6), (107, 86), (-7, 86)], blue)
    ripples(canvas, rng, 56, 85, shade(blue, 0.5), 34, 8, 92)
    lanes = rng.randint(3, 6)
    for lane in range(1, lanes):
        u = -1 + 2 / lanes * lane
        a, b = (50 + 40 * u, 53.6), (50 + 57 * u, 86)
        for k in range(14):
            t, s = k / 14, (k + 0.55) / 14
            canvas.line(
                [
                    (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t),
                    (a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s),
                ],
                0.6 + 0.9 * t,
                (226, 62, 58) if k % 2 else WHITE,
            )
    for k in range(lanes if rng.random() < 0.7 else 0):
        x = 50 + (k - (lanes - 1) / 2) * 80 / lanes
        canvas.box(x - 3, 45, x + 3, 51, (90, 110, 130), 0.6)
        canvas.box(x - 3.4, 44, x + 3.4, 45.6, WHITE, 0.5)
    x = rng.choice((rng.uniform(80, 86), rng.uniform(10, 16)))
    for dx in (0, 5):
        canvas.line([(x + dx, 80), (x + dx, 70), (x + dx + 3, 70), (x + dx + 4, 84)], 0.9, (190, 200, 208))
    for k in range(12):
        canvas.line([(50 + (k - 5.5) * 16, 88), (50 + (k - 5.5) * 20, 100)], 0.3, shade(deck, -0.12), round_ends=False)


@nearer(1.12, 90)
def _race(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 30)
    crowd(canvas, rng, 28, 48, vary(rng, (120, 126, 142), 0.08))
    canvas.polygon([(0, 20), (100, 24), (100, 28), (0, 26)], (224, 80, 64))
    canvas.box(0, 48, 100, 52, (220, 224, 228))
    for k in range(8):
        canvas.box(
            1 + 13 * k,
            48.6,
            12 + 13 * k,
            51.4,
            rng.choice(((220, 60, 56), (50, 110, 190), (240, 200, 70), (60, 150, 90))),
        )
    grass = vary(rng, (110, 176, 84), 0.08)
    canvas.box(0, 52, 100, 62, grass)
    track = vary(rng, (96, 98, 106), 0.05)
    gradient(canvas, 62, 100, shade(track, 0.08), shade(track, -0.16))
    for k in range(13):
        canvas.polygon(
            [(8 * k, 60), (8 * k + 8, 60), (8 * k + 7, 63.6), (8 * k - 1, 63.6)], WHITE if k % 2 else (214, 50, 48)
        )
    x = rng.uniform(16, 70)
    for i in range(3):
        for j in range(10):
            t, s = j / 10, (j + 1) / 10
            paint = WHITE if (i + j) % 2 else (36, 36, 42)
            left, right = x + 4 * i, x + 4 * i + 4
            canvas.polygon(
                [
                    (left + 18 * t, 63.6 + 36.4 * t),
                    (right + 18 * t, 63.6 + 36.4 * t),
                    (right + 18 * s, 63.6 + 36.4 * s),
                    (left + 18 * s, 63.6 + 36.4 * s),
                ],
                paint,
            )
    if rng.random() < 0.7:
        _gantry(canvas, *rng.choice(((5, 95), (35, 125), (-25, 65))), rng.uniform(4, 14))


def _gantry(canvas: Canvas, left: int, right: int, top: float) -> None:
    """The chequered sign over the finish."""
    for px in (left + 1, right - 1):
        canvas.box(px - 1, top, px + 1, 62, (150, 154, 162))
    canvas.box(left, top, right, top + 9, IRON)
    for i in range(3):
        for j in range((right - left) // 3):
            if (i + j) % 2:
                canvas.box(left + 3 * j, top + 3 * i, left + 3 * j + 3, top + 3 * i + 3, WHITE)


SPORTS: dict[str, Place] = {
    "stadium": Place(_stadium, 91, OPEN_AIR, pieces=frozenset({"goal"})),
    "tennis court": Place(_tennis, 91, OPEN_AIR, pieces=frozenset({"ball"})),
    "swimming pool": Place(_pool, 94, POOL),
    "race track": Place(_race, 88, OPEN_AIR),
}
