"""Sports grounds, pools and stages."""

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place, Rests
from synthgen.renderer.sketch.places.leisure import crowd
from synthgen.renderer.sketch.places.scenery import (
    LEAF,
    OPEN_AIR,
    WHITE,
    day_sky,
    either_way,
    gradient,
    ripples,
    spread,
    steps,
    tree,
    vary,
)
from synthgen.renderer.sketch.places.urban import IRON

HALL: frozenset[Rests] = frozenset({"ground", "bust"})
POOL: frozenset[Rests] = frozenset({"ground", "water", "bust"})


@either_way
def _stadium(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 32)
    stand = vary(rng, rng.choice(((124, 130, 146), (90, 110, 150), (150, 120, 110))), 0.06)
    canvas.polygon([(0, 14), (100, 20), (100, 25), (0, 22)], (230, 234, 238))
    crowd(canvas, rng, 24, 56, stand)
    for x in (rng.uniform(8, 16), rng.uniform(84, 92)):
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
    _goal(canvas, rng.uniform(20, 30), 68, 34, WHITE)
    for y in (77.0, 96.0):
        canvas.box(0, y, 100, y + 0.8, WHITE)


def _goal(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    for k in range(9):
        canvas.line(
            [(x + k * w / 8, base - 0.4 * w), (x + k * w / 8, base)], 0.2, shade(colour, -0.1), round_ends=False
        )
    for k in range(5):
        canvas.line([(x, base - 0.1 * w * k), (x + w, base - 0.1 * w * k)], 0.2, shade(colour, -0.1), round_ends=False)
    canvas.line([(x, base), (x, base - 0.42 * w), (x + w, base - 0.42 * w), (x + w, base)], 1, colour)


@either_way
def _tennis(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    for x in spread(rng, 9, -4, 104):
        tree(canvas, rng, x, 52, rng.uniform(20, 28), vary(rng, LEAF))
    canvas.box(0, 36, 100, 52, vary(rng, (64, 110, 84), 0.08))
    for k in range(34):
        canvas.line([(3 * k, 36), (3 * k, 52)], 0.2, (110, 150, 126), round_ends=False)
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
    x = rng.uniform(16, 84)
    canvas.ellipse(x, 95, 1.6, 1.6, (214, 232, 70))


@either_way
def _pool(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    if rng.random() < 0.5:
        day_sky(canvas, rng, 44)
        for x in spread(rng, 9, -4, 104):
            tree(canvas, rng, x, 45, rng.uniform(16, 24), vary(rng, LEAF))
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
    for lane in range(1, 5):
        u = -1 + 0.4 * lane
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
    for k in range(5):
        x = 50 + (k - 2) * 16
        canvas.box(x - 3, 45, x + 3, 51, (90, 110, 130), 0.6)
        canvas.box(x - 3.4, 44, x + 3.4, 45.6, WHITE, 0.5)
    x = rng.uniform(80, 86)
    for dx in (0, 5):
        canvas.line([(x + dx, 80), (x + dx, 70), (x + dx + 3, 70), (x + dx + 4, 84)], 0.9, (190, 200, 208))
    for k in range(12):
        canvas.line([(50 + (k - 5.5) * 16, 88), (50 + (k - 5.5) * 20, 100)], 0.3, shade(deck, -0.12), round_ends=False)


@either_way
def _ring(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    dusk = rng.choice(((46, 44, 66), (70, 40, 52), (34, 58, 72), (66, 58, 44)))
    canvas.box(0, 0, 100, 100, shade(dusk, -0.3))
    crowd(canvas, rng, 0, 60, vary(rng, dusk, 0.1), 5.2, dim=0.72)
    light = (255, 250, 220)
    for x in spread(rng, 4, 8, 92, 0.1):
        canvas.box(x - 6, 0, x + 6, 3.6, (30, 30, 40))
        canvas.box(x - 5, 2.6, x + 5, 4.4, light)
    mat, skirt = rng.choice(
        (
            ((214, 222, 230), (44, 84, 160)),
            ((226, 206, 170), (176, 44, 48)),
            ((150, 190, 226), (40, 44, 56)),
            ((206, 226, 200), (206, 150, 40)),
        )
    )
    canvas.polygon([(14, 58), (86, 58), (108, 94), (-8, 94)], mat)
    canvas.polygon([(14, 58), (86, 58), (88, 61), (12, 61)], shade(mat, -0.12))
    canvas.box(0, 93, 100, 100, skirt)
    canvas.box(0, 92.4, 100, 94, shade(skirt, 0.4))
    ropes = ((206, 48, 50), (244, 244, 242), (50, 96, 186))
    for k, colour in enumerate(ropes):
        y = 37 + 6.5 * k
        canvas.line([(14, y), (86, y)], 1.1, colour)
        canvas.line([(14, y), (-4, y + 10 + 6 * k)], 1.3, colour)
        canvas.line([(86, y), (104, y + 10 + 6 * k)], 1.3, colour)
    for x, paint in ((14, ropes[0]), (86, ropes[2])):
        canvas.box(x - 1.8, 32, x + 1.8, 60, (90, 94, 104))
        canvas.box(x - 2.8, 34, x + 2.8, 54, paint, 1)


@either_way
def _gym(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall = vary(
        rng, rng.choice(((206, 212, 220), (240, 206, 160), (160, 206, 196), (216, 176, 170), (166, 186, 220))), 0.06
    )
    gradient(canvas, 0, 74, shade(wall, 0.15), wall)
    for k in range(4):
        canvas.box(4 + 24 * k, 10, 24 + 24 * k, 50, shade(wall, -0.2), 0.6)
        canvas.box(5 + 24 * k, 11, 23 + 24 * k, 49, (196, 222, 234))
        canvas.polygon([(8 + 24 * k, 49), (16 + 24 * k, 11), (20 + 24 * k, 11), (12 + 24 * k, 49)], (216, 234, 242))
    floor = vary(rng, (84, 88, 98), 0.06)
    gradient(canvas, 74, 100, floor, shade(floor, -0.2))
    stripe = rng.choice(((232, 72, 60), (64, 150, 220), (240, 180, 50)))
    canvas.box(0, 71, 100, 74, stripe)
    x = rng.uniform(3, 9)
    for y in (60, 70, 80):
        canvas.box(x, y, x + 34, y + 1.6, IRON)
        for k in range(4):
            _dumbbell(canvas, x + 2 + 8.2 * k, y - 2, 6.6, stripe if y == 70 else (44, 46, 54))
    for dx in (0, 33):
        canvas.box(x + dx, 56, x + dx + 1.4, 86, IRON)
    _treadmill(canvas, 66, 87, 30, stripe)
    canvas.line([(54, 16), (54, 26)], 0.5, IRON)
    canvas.box(50.4, 26, 57.6, 52, (176, 50, 46), 3)
    canvas.box(50.4, 34, 57.6, 36, shade((176, 50, 46), -0.3))


def _dumbbell(canvas: Canvas, x: float, y: float, w: float, colour: RGB) -> None:
    canvas.box(x, y - 0.5, x + w, y + 0.5, (180, 184, 190))
    for dx in (0.02, 0.7):
        canvas.box(x + dx * w, y - 1.9, x + (dx + 0.28) * w, y + 1.9, colour, 0.6)


def _treadmill(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    canvas.polygon([(x, base - 0.16 * w), (x + w, base - 0.08 * w), (x + w, base), (x, base - 0.06 * w)], IRON)
    canvas.polygon(
        [
            (x + 0.04 * w, base - 0.15 * w),
            (x + 0.9 * w, base - 0.08 * w),
            (x + 0.9 * w, base - 0.06 * w),
            (x + 0.04 * w, base - 0.12 * w),
        ],
        (140, 146, 156),
    )
    canvas.line([(x + 0.84 * w, base - 0.08 * w), (x + 0.92 * w, base - 0.9 * w)], 0.06 * w, (70, 74, 84))
    canvas.line([(x + 0.92 * w, base - 0.64 * w), (x + 0.5 * w, base - 0.6 * w)], 0.05 * w, (70, 74, 84))
    canvas.box(x + 0.74 * w, base - 1.04 * w, x + 1.04 * w, base - 0.84 * w, colour, 1)
    canvas.box(x + 0.79 * w, base - 1.0 * w, x + 0.99 * w, base - 0.9 * w, (190, 226, 240), 0.5)


@either_way
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
    x = rng.uniform(58, 68)
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
    for px in (6, 94):
        canvas.box(px - 1, 6, px + 1, 62, (150, 154, 162))
    canvas.box(5, 6, 95, 15, IRON)
    for i in range(3):
        for j in range(30):
            if (i + j) % 2:
                canvas.box(5 + 3 * j, 6 + 3 * i, 8 + 3 * j, 9 + 3 * i, WHITE)


@either_way
def _stage(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    cloth = vary(rng, rng.choice(((176, 36, 52), (60, 70, 150), (96, 44, 120), (30, 110, 100))), 0.06)
    _folds(canvas, cloth, 0, 100, 0, 78, 14)
    x = rng.uniform(46, 54)
    light = (255, 238, 190)
    for top, foot in ((rng.uniform(14, 24), x - 8), (rng.uniform(76, 86), x + 8), (50, x)):
        canvas.polygon([(top - 3, 10), (top + 3, 10), (foot + 20, 80), (foot - 20, 80)], blend(cloth, light, 0.3))
    canvas.polygon([(47, 10), (53, 10), (x + 17, 80), (x - 17, 80)], blend(cloth, light, 0.48))
    wood = vary(rng, (164, 112, 70), 0.08)
    gradient(canvas, 77, 100, shade(wood, 0.12), shade(wood, -0.2))
    for k in range(15):
        canvas.line([(50 + (k - 7) * 9, 77), (50 + (k - 7) * 15, 100)], 0.3, shade(wood, -0.25), round_ends=False)
    canvas.ellipse(x, 87, 34, 8, shade(wood, 0.34))
    canvas.ellipse(x, 87, 24, 5.6, shade(wood, 0.5))
    for side in (0, 1):
        _folds(canvas, shade(cloth, -0.1), 84 * side, 84 * side + 16, 0, 88, 4)
    for k in range(8):
        canvas.ellipse(6.25 + 12.5 * k, 9, 6.6, 6, shade(cloth, 0.06 - 0.12 * (k % 2)))
    canvas.box(0, 0, 100, 9, shade(cloth, -0.18))
    for px in spread(rng, 5, 8, 92, 0.1):
        canvas.box(px - 2.4, 0, px + 2.4, 6, (40, 40, 48), 1)
        canvas.ellipse(px, 6.4, 2.4, 1.4, light)


def _folds(canvas: Canvas, cloth: RGB, x0: float, x1: float, y0: float, y1: float, count: int) -> None:
    """A curtain in folds, each light in its middle."""
    step = (x1 - x0) / count
    for k in range(count):
        left = x0 + k * step
        for j, colour in enumerate(steps(7, shade(cloth, -0.24), shade(cloth, 0.14), shade(cloth, -0.24))):
            canvas.box(left + j * step / 7, y0, left + (j + 1) * step / 7 + 0.1, y1, colour)


@either_way
def _theater(canvas: Canvas, look: Look) -> None:
    """The stage seen over rows of seats."""
    rng = look.rng
    cloth = vary(rng, rng.choice(((170, 34, 48), (36, 84, 130), (92, 40, 110))), 0.05)
    wall = vary(rng, rng.choice(((118, 60, 54), (64, 74, 104), (104, 84, 60), (80, 56, 92))), 0.08)
    gold = (226, 184, 92)
    canvas.box(0, 0, 100, 100, wall)
    for side in (-1, 1):
        for y in (22, 46):
            canvas.ellipse(50 + side * 48, y + 8, 9, 12, shade(wall, -0.5))
            canvas.box(50 + side * 38, y + 10, 50 + side * 60, y + 20, gold, 1.5)
            canvas.box(50 + side * 38, y + 12, 50 + side * 60, y + 18, shade(cloth, -0.1), 1)
    canvas.box(13, 3, 87, 78, gold, 3)
    canvas.box(16, 6, 84, 78, shade(gold, -0.25), 2)
    scene = rng.choice(
        (((74, 90, 160), (226, 176, 190)), ((250, 200, 140), (255, 236, 200)), ((60, 110, 120), (176, 220, 200)))
    )
    gradient(canvas, 8, 66, *scene, x0=18, x1=82)
    for x in spread(rng, 4, 24, 76):
        tree(canvas, rng, x, 66, rng.uniform(16, 26), blend(LEAF, scene[1], 0.35))
    canvas.box(18, 64, 82, 78, (176, 124, 78))
    canvas.box(18, 72, 82, 73, (130, 88, 54))
    for x0, x1 in ((18, 30), (70, 82)):
        _folds(canvas, cloth, x0, x1, 8, 72, 3)
    for k in range(8):
        canvas.ellipse(22 + 8 * k, 13, 4.4, 5, shade(cloth, 0.1 - 0.16 * (k % 2)))
    canvas.box(18, 8, 82, 13, shade(cloth, -0.15))
    canvas.ellipse(50, 4.5, 7, 4, gold)
    for row, y in enumerate((84, 91, 99)):
        wide = 9 + 2 * row
        for k in range(-6, 7):
            canvas.box(
                50 + (k - 0.46 + 0.5 * (row % 2)) * wide,
                y - 5 - row,
                50 + (k + 0.46 + 0.5 * (row % 2)) * wide,
                y + 6,
                shade(cloth, -0.1 - 0.1 * (2 - row)),
                2,
            )


SPORTS: dict[str, Place] = {
    "stadium": Place(_stadium, 91, OPEN_AIR),
    "tennis court": Place(_tennis, 91, OPEN_AIR),
    "swimming pool": Place(_pool, 94, POOL),
    "boxing ring": Place(_ring, 88, HALL, indoors=True),
    "gym": Place(_gym, 91, HALL, indoors=True),
    "race track": Place(_race, 88, OPEN_AIR),
    "stage": Place(_stage, 90, HALL, indoors=True),
    "theater": Place(_theater, 76, HALL, indoors=True),
}
