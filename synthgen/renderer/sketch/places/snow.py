"""Places in snow and ice."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    COLD,
    OPEN_AIR,
    SHORE,
    WHITE,
    Rng,
    clouds,
    gradient,
    mixture,
    nearer,
    peak,
    pine,
    ridge,
    ripples,
    scatter,
    spread,
    vary,
)
from synthgen.renderer.sketch.places.urban import HOUSES, house

SNOW: RGB = (242, 247, 253)
WINTERS: tuple[tuple[RGB, RGB], ...] = (
    ((146, 196, 236), (232, 242, 250)),
    ((176, 190, 222), (250, 228, 220)),
    ((120, 180, 230), (220, 238, 250)),
    ((150, 160, 190), (226, 226, 236)),
    ((118, 156, 214), (248, 226, 212)),
    ((110, 196, 216), (240, 246, 240)),
)


def _winter_sky(canvas: Canvas, rng: Rng, horizon: float) -> RGB:
    """A pale sky; its colour at the horizon."""
    top, low = mixture(rng, *WINTERS)
    gradient(canvas, 0, horizon, top, low)
    clouds(canvas, rng, 8, rng.uniform(18, 30), rng.randint(0, 4), rng.uniform(4, 8))
    return low


def _ground(canvas: Canvas, rng: Rng, y: float) -> None:
    """Snow with soft blue folds, to the lower edge."""
    ridge(canvas, rng, y, 2, SNOW)
    gradient(canvas, y + 4, 100, SNOW, (212, 226, 244))
    for x, fold in scatter(rng, 5, y + 6, 97):
        canvas.ellipse(x, fold, rng.uniform(8, 16), 0.8, (220, 232, 246))


def _flakes(canvas: Canvas, rng: Rng, count: int) -> None:
    for x, y in scatter(rng, count, 0, 100):
        r = rng.uniform(0.35, 0.9)
        canvas.ellipse(x, y, r, r, (255, 255, 255))


@nearer(1.25)
def _mountains(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    low = _winter_sky(canvas, rng, 84)
    stone = vary(rng, rng.choice(((132, 154, 190), (150, 150, 180), (122, 160, 186))), 0.06)
    for x in spread(rng, rng.randint(2, 4), 0, 100):
        _massif(canvas, rng, x, 76, rng.uniform(50, 70), rng.uniform(26, 46), blend(stone, low, 0.5))
    for x in spread(rng, rng.choice((1, 2, 2, 3)), 6, 94, 0.45):
        _massif(canvas, rng, x, 78, rng.uniform(56, 90), rng.uniform(38, 64), stone)
    ridge(canvas, rng, 74, 3, (226, 236, 248))
    left, right = rng.randint(0, 6), rng.randint(0, 6)
    for x in (*spread(rng, left, -2, 6 + 6 * left), *spread(rng, right, 94 - 6 * right, 102)):
        pine(canvas, x, rng.uniform(78, 83), rng.uniform(13, 22), vary(rng, (74, 122, 116)), snow=True)
    _ground(canvas, rng, 82)
    if rng.random() < 0.5:
        _flakes(canvas, rng, 60)


def _massif(canvas: Canvas, rng: Rng, x: float, base: float, width: float, height: float, stone: RGB) -> None:
    """A mountain that is white but for bare rock on its shaded side."""
    top, half = base - height, width / 2
    canvas.polygon([(x - half, base), (x, top), (x + half, base)], SNOW)
    fold = [
        (x, top),
        (x + 0.06 * width, top + 0.35 * height),
        (x - 0.02 * width, top + 0.6 * height),
        (x + 0.08 * width, base),
    ]
    canvas.polygon([*fold, (x + half, base)], blend(stone, COLD, 0.1))
    for t in (0.25, 0.45, 0.65):
        at = (x - half * t * rng.uniform(0.4, 0.8), top + height * t)
        size = height * 0.09
        canvas.polygon([at, (at[0] + size * 0.7, at[1] + size * 1.6), (at[0] - size * 0.4, at[1] + size * 1.2)], stone)
        at = (x + half * t * rng.uniform(0.5, 0.8), top + height * t * 1.05)
        canvas.polygon([at, (at[0] + size, at[1] + size * 2), (at[0] - size * 0.3, at[1] + size)], (226, 236, 248))


@nearer(1.2)
def _village(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    low = _winter_sky(canvas, rng, 66)
    for x in spread(rng, rng.randint(0, 3), 10, 90):
        peak(canvas, rng, x, 62, rng.uniform(50, 70), rng.uniform(24, 34), blend((150, 170, 200), low, 0.3), SNOW)
    ridge(canvas, rng, 58, 4, (230, 239, 250))
    for x in spread(rng, rng.randint(6, 14), -2, 102):
        pine(canvas, x, 62, rng.uniform(10, 18), (84, 128, 122), snow=True)
    near = rng.sample((rng.uniform(-4, 3), rng.uniform(28, 48), rng.uniform(74, 84)), rng.randint(1, 2))
    for base, w, spots in ((70, 16, spread(rng, rng.randint(2, 4), 2, 88, 0.2)), (80, 21, near)):
        canvas.box(0, base - 6, 100, base, SNOW)
        for x in spots:
            _cabin(canvas, rng, x, base, w)
    _ground(canvas, rng, 80)
    _flakes(canvas, rng, rng.choice((30, 90)))


def _cabin(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    high = 0.52 * w
    house(
        canvas,
        rng,
        x,
        w,
        high,
        base,
        vary(rng, rng.choice((*HOUSES, (150, 100, 70), (150, 100, 70))), 0.06),
        (150, 90, 70),
    )
    top = base - high
    roof = [(x - 0.14 * w, top + 0.02 * w), (x + 0.5 * w, top - 0.58 * w), (x + 1.14 * w, top + 0.02 * w)]
    canvas.polygon(
        [*roof, (x + 0.9 * w, top - 0.02 * w), (x + 0.5 * w, top - 0.4 * w), (x + 0.1 * w, top - 0.02 * w)], WHITE
    )
    canvas.box(x + 0.3 * w, base - 0.4 * w, x + 0.42 * w, base - 0.26 * w, (255, 222, 130))


@nearer(1.2)
def _ice(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    _winter_sky(canvas, rng, 56)
    sea = vary(rng, (62, 136, 184), 0.1)
    gradient(canvas, 54, 90, shade(sea, 0.2), shade(sea, -0.2))
    for i, x in enumerate(spread(rng, rng.randint(2, 5), 10, 90)):
        _berg(canvas, rng, x, 56 + i % 3 * 2, rng.uniform(11, 20) * (1.0, 2.3, 1.5)[i % 3])
    ripples(canvas, rng, 60, 80, shade(sea, 0.5), 24)
    for x, y in scatter(rng, rng.randint(3, 16), 62, 78):
        half = rng.uniform(3, 8)
        canvas.ellipse(x, y + 0.7, half, half * 0.2, (150, 196, 222))
        canvas.ellipse(x, y, half, half * 0.2, SNOW)
    crack = [(17.3 * k - 2, rng.uniform(79, 85)) for k in range(7)]
    canvas.polygon([*((x, y + 2) for x, y in crack), (102, 101), (-2, 101)], (140, 190, 220))
    canvas.polygon([*crack, (102, 101), (-2, 101)], SNOW)
    gradient(canvas, 87, 100, SNOW, (206, 224, 242))
    for x in spread(rng, 3, 4, 96):
        canvas.line([(x, 88), (x + 5, 92), (x + 3, 96)], 0.4, (176, 208, 232))


def _berg(canvas: Canvas, rng: Rng, x: float, base: float, width: float) -> None:
    """An iceberg with lit and shaded facets."""
    w, h = width / 2, width * rng.uniform(0.7, 0.95)
    canvas.polygon(
        [
            (x - w, base),
            (x - 0.7 * w, base - 0.5 * h),
            (x - 0.2 * w, base - h),
            (x + 0.3 * w, base - 0.72 * h),
            (x + 0.8 * w, base - 0.4 * h),
            (x + w, base),
        ],
        (226, 240, 250),
    )
    canvas.polygon(
        [
            (x - 0.2 * w, base - h),
            (x + 0.05 * w, base - 0.5 * h),
            (x - 0.1 * w, base),
            (x + w, base),
            (x + 0.8 * w, base - 0.4 * h),
            (x + 0.3 * w, base - 0.72 * h),
        ],
        (168, 206, 232),
    )
    canvas.polygon(
        [
            (x + 0.3 * w, base - 0.72 * h),
            (x + 0.5 * w, base - 0.3 * h),
            (x + 0.4 * w, base),
            (x + w, base),
            (x + 0.8 * w, base - 0.4 * h),
        ],
        (140, 186, 220),
    )
    canvas.ellipse(x, base + 0.6, w * 1.04, 1.2, (196, 226, 240))


@nearer(1.12)
def _slope(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    low = _winter_sky(canvas, rng, 80)
    for x in spread(rng, 2, 0, 80):
        peak(canvas, rng, x, 66, rng.uniform(60, 80), rng.uniform(34, 48), blend((140, 160, 196), low, 0.3), SNOW)
    canvas.polygon([(-2, 44), *bezier((-2, 44), (40, 52), (102, 74)), (102, 101), (-2, 101)], SNOW)
    canvas.polygon([*bezier((-2, 62), (40, 66), (102, 88)), (102, 101), (-2, 101)], (226, 236, 249))
    gradient(canvas, 88, 100, (228, 238, 250), (210, 225, 244))
    clear = rng.uniform(0.2, 0.8)
    for t in spread(rng, rng.randint(5, 14), 0.02, 0.98):
        if not clear - 0.16 < t < clear + 0.16:
            pine(canvas, 104 * t - 2, 46 + 30 * t, rng.uniform(13, 22), vary(rng, (58, 116, 98)), snow=True)
    cable = ((-2, 14), (102, 40))
    canvas.line(cable, 0.5, (84, 90, 100))
    for x in (rng.uniform(10, 30), rng.uniform(56, 86)):
        y = 14 + 26 * (x + 2) / 104
        canvas.line([(x, y), (x, 48 + 0.3 * x)], 1.3, (110, 118, 130))
        canvas.line([(x - 3, y), (x + 3, y + 1)], 1.2, (110, 118, 130))
    colour = rng.choice(((214, 60, 56), (244, 160, 40), (50, 110, 200)))
    for x in spread(rng, rng.randint(3, 6), 0, 100, 0.15):
        y = 14 + 26 * (x + 2) / 104
        canvas.line([(x, y), (x, y + 6)], 0.4, (84, 90, 100))
        canvas.box(x - 3, y + 6, x + 3, y + 8.6, colour, 0.8)
        canvas.box(x - 3, y + 9, x + 3, y + 10, (84, 90, 100))
    for k, x in enumerate(rng.sample((8.0, 24.0, 42.0, 60.0, 76.0, 90.0), rng.randint(2, 5))):
        y, paint = 76 + 17 * (x / 100) + 2 * k, ((222, 50, 50), (40, 96, 200))[k % 2]
        canvas.line([(x, y), (x, y - 12)], 0.5, (90, 90, 96))
        canvas.polygon([(x, y - 12), (x + 6, y - 10.5), (x, y - 7.5)], paint)
    for y in (80, 84):
        canvas.curve((30, y), (50, y + 10 * math.sin(y)), (72, y + 14), 0.4, (200, 218, 238))


@nearer(1.1)
def _igloo(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    _winter_sky(canvas, rng, 66)
    for x in spread(rng, rng.randint(0, 4), 0, 100):
        _massif(canvas, rng, x, 66, rng.uniform(36, 60), rng.uniform(10, 26), (160, 180, 212))
    ridge(canvas, rng, 64, 2, (226, 236, 248))
    if rng.random() < 0.5:
        for px in spread(rng, 6, 55, 102):
            pine(canvas, px, 70, rng.uniform(12, 24), vary(rng, (74, 122, 116)), snow=True)
    _ground(canvas, rng, 68)
    x, r = rng.uniform(28, 62), rng.uniform(19, 31)
    top = vary(rng, (210, 226, 242), 0.03)
    dome = [(x + r * math.cos(math.radians(a)), 80 + 1.05 * r * math.sin(math.radians(a))) for a in range(180, 361, 10)]
    canvas.polygon(dome, top)
    for k in range(1, 6):
        y = 80 - 1.05 * r * math.sin(math.radians(15 * k))
        half = r * math.cos(math.radians(15 * k))
        canvas.line([(x - half, y), (x + half, y)], 0.5, (156, 186, 218), round_ends=False)
        upper = 80 - 1.05 * r * math.sin(math.radians(15 * (k - 1)))
        for j in range(6):
            bx = x - half + (j + 0.5 * (k % 2)) * half / 2.75
            if bx < x + half:
                canvas.line([(bx, y), (bx + (x - bx) * -0.04, upper)], 0.5, (156, 186, 218), round_ends=False)
    mouth = x + r * 0.55
    for size, paint in ((0.52, (172, 198, 226)), (0.44, top), (0.3, (56, 74, 108))):
        arch = oval(mouth, 80 - 0.2 * r, size * r, size * r, 180, 360)
        canvas.polygon([*arch, (mouth + size * r, 80.4), (mouth - size * r, 80.4)], paint)
    canvas.ellipse(x, 81, r * 1.2, 1.5, SNOW)
    _flakes(canvas, rng, rng.choice((0, 60)))


ICY: dict[str, Place] = {
    "snowy mountains": Place(_mountains, 90, OPEN_AIR),
    "snowy village": Place(_village, 90, OPEN_AIR),
    "ice field": Place(_ice, 92, SHORE),
    "ski slope": Place(_slope, 91, OPEN_AIR),
    "igloo": Place(_igloo, 92, OPEN_AIR),
}
