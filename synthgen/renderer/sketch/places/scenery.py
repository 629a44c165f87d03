"""Pieces that outdoor places are put together from: sky, land, plants, water. All sizes in units of the canvas."""

import math
import random
from collections.abc import Callable, Iterator, Sequence

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Rests

Paint = Callable[[Canvas, Look], None]
Rng = random.Random

OPEN_AIR: frozenset[Rests] = frozenset({"ground", "air", "bust"})
SHORE: frozenset[Rests] = frozenset({"ground", "water", "air", "bust"})
"""Land in front, water behind it: what floats does so 16 units above the floor."""
AFLOAT: frozenset[Rests] = frozenset({"water", "air"})

WHITE: RGB = (252, 252, 250)
TRUNK: RGB = (112, 80, 54)
GRASS: RGB = (122, 186, 92)
LEAF: RGB = (74, 150, 78)
PETALS: tuple[RGB, ...] = ((226, 62, 70), (250, 208, 70), (244, 140, 182), (250, 250, 248), (160, 104, 206))
DAYS: tuple[tuple[RGB, RGB], ...] = (
    ((84, 166, 236), (208, 236, 250)),
    ((124, 194, 232), (240, 242, 228)),
    ((74, 152, 222), (255, 230, 196)),
    ((112, 180, 246), (232, 246, 255)),
    ((96, 190, 214), (250, 244, 214)),
    ((134, 160, 226), (252, 224, 214)),
)
WARM: RGB = (250, 190, 110)
COLD: RGB = (96, 150, 230)
CLOUD = ((-1.0, 0.16, 0.52), (-0.38, -0.18, 0.74), (0.42, -0.06, 0.64), (1.05, 0.22, 0.42))
CROWN = (
    (-0.17, 0.58, 0.21, -0.14),
    (0.17, 0.56, 0.21, -0.16),
    (0.0, 0.52, 0.2, -0.1),
    (-0.08, 0.74, 0.2, 0.02),
    (0.1, 0.72, 0.18, -0.04),
    (-0.1, 0.78, 0.11, 0.12),
)
BUSH = ((-0.3, 0.2, 0.24, -0.12), (0.3, 0.2, 0.24, -0.14), (0.0, 0.3, 0.3, 0.0), (-0.08, 0.38, 0.14, 0.1))


def either_way(paint: Paint) -> Paint:
    """The painter, its picture turned left for right half of the time."""

    def painted(canvas: Canvas, look: Look) -> None:
        turned = look.rng.random() < 0.5
        paint(canvas, look)
        if turned:
            canvas.mirror()

    return painted


def nearer(most: float, y: float = 92) -> Callable[[Paint], Paint]:
    """Painters whose view is up to `most` times as near, around a point at the height `y`; turned either way."""

    def decorate(paint: Paint) -> Paint:
        def painted(canvas: Canvas, look: Look) -> None:
            canvas.approach(look.rng.uniform(0, 100), y, look.rng.uniform(1, most))
            paint(canvas, look)

        return either_way(painted)

    return decorate


def vary(rng: Rng, colour: RGB, amount: float = 0.12) -> RGB:
    """The colour a little lighter or darker, warmer or colder."""
    toned = blend(colour, rng.choice((WARM, COLD)), rng.uniform(0, amount))
    return shade(toned, rng.uniform(-amount, amount))


def mixture(rng: Rng, *palettes: tuple[RGB, ...]) -> tuple[RGB, ...]:
    """Something between two of the palettes."""
    one, other = rng.sample(palettes, 2)
    share = rng.random()
    return tuple(blend(a, b, share) for a, b in zip(one, other, strict=True))


def spread(rng: Rng, count: int, start: float = 0, end: float = 100, luck: float = 0.35) -> list[float]:
    """`count` places between start and end, evenly spaced but for some luck."""
    step = (end - start) / max(1, count)
    return [start + step * (i + 0.5 + rng.uniform(-luck, luck)) for i in range(count)]


def scatter(rng: Rng, count: int, y0: float, y1: float, x0: float = 0, x1: float = 100) -> list[Point]:
    """Points anywhere in a box, the far ones first."""
    return sorted(((rng.uniform(x0, x1), rng.uniform(y0, y1)) for _ in range(count)), key=lambda p: p[1])


def steps(count: int, *colours: RGB) -> Iterator[RGB]:
    """`count` colours that run through the given ones."""
    for i in range(count):
        at = i / max(1, count - 1) * (len(colours) - 1)
        k = min(int(at), len(colours) - 2)
        yield blend(colours[k], colours[k + 1], at - k)


def gradient(canvas: Canvas, y0: float, y1: float, *colours: RGB, x0: float = 0, x1: float = 100) -> None:
    """A box whose colour runs from top to bottom."""
    canvas.gradient(x0, y0, x1, y1, colours)


def glow(canvas: Canvas, x: float, y: float, r: float, light: RGB, ground: RGB, rings: int = 14) -> None:
    """A disc of light that fades into the ground colour."""
    for i, colour in enumerate(steps(rings, blend(ground, light, 0.2), light)):
        size = r * (1 - i / rings)
        canvas.ellipse(x, y, size, size, colour)


def cloud(canvas: Canvas, x: float, y: float, r: float, colour: RGB = WHITE, under: RGB | None = None) -> None:
    """A cloud of half width 1.5 r, darker underneath."""
    for drop, paint in ((0.16, under or shade(blend(colour, COLD, 0.14), -0.03)), (0.0, colour)):
        for dx, dy, size in CLOUD:
            canvas.ellipse(x + dx * r, y + (dy + drop) * r, size * r, size * r * 0.8, paint)
        canvas.box(x - 1.3 * r, y + (0.1 + drop) * r, x + 1.35 * r, y + (0.56 + drop) * r, paint, 0.22 * r)


def clouds(canvas: Canvas, rng: Rng, y0: float, y1: float, count: int, size: float = 6) -> None:
    """Some clouds, spread over the width."""
    for x in spread(rng, count, -6, 106):
        cloud(canvas, x, rng.uniform(y0, y1), size * rng.uniform(0.65, 1.25))


def day_sky(canvas: Canvas, rng: Rng, horizon: float = 62, sun: bool = True) -> None:
    """One of several day skies down to the horizon, with clouds and sometimes the sun."""
    top, low = mixture(rng, *DAYS)
    gradient(canvas, 0, horizon, top, low)
    if sun and rng.random() < 0.55:
        x, y = rng.uniform(14, 86), rng.uniform(9, max(19.0, 0.45 * horizon))
        glow(canvas, x, y, 13, blend(top, (255, 244, 190), 0.6), blend(top, low, y / horizon))
        canvas.ellipse(x, y, 6, 6, (255, 240, 150))
    clouds(canvas, rng, 7, max(14, horizon * 0.55), rng.randint(1, 5), rng.uniform(4.5, 8))


def backdrop(canvas: Canvas, rng: Rng, y: float, green: RGB) -> None:
    """What lies behind ground that begins at `y`: a rise, hills one behind the other, or a row of trees."""
    air, kind = DAYS[0][1], rng.randrange(4)
    far = blend(shade(green, 0.12), air, rng.uniform(0.3, 0.55))
    if kind == 0:
        ridge(canvas, rng, y - 2, rng.uniform(2, 4), far, rng.uniform(0.6, 1.2))
    elif kind == 1:
        ridge(canvas, rng, y - 6, rng.uniform(4, 9), blend(far, (150, 180, 206), 0.5), rng.uniform(0.7, 2))
        ridge(canvas, rng, y - 1, rng.uniform(3, 6), far, rng.uniform(0.8, 2))
    elif kind == 2:
        for step, fade in ((10.0, 0.55), (6.0, 0.3), (2.0, 0.1)):
            ridge(canvas, rng, y - step, rng.uniform(3, 6), blend(green, air, fade), rng.uniform(0.7, 1.6))
    else:
        ridge(canvas, rng, y - 2, 2, far)
        tall = rng.uniform(9, 15)
        for x in spread(rng, rng.randint(8, 15), -4, 104):
            tree(canvas, rng, x, y + 2, tall * rng.uniform(0.7, 1.2), blend(vary(rng, LEAF), air, 0.25))


def stars(canvas: Canvas, rng: Rng, y1: float, count: int = 70) -> None:
    """Small stars, a few of them large."""
    for i, (x, y) in enumerate(scatter(rng, count, 0, y1)):
        r = rng.uniform(0.6, 0.95) if i % 9 == 0 else rng.uniform(0.18, 0.42)
        canvas.ellipse(x, y, r, r, (255, 250, 225) if i % 3 else (220, 232, 255))


def moon(canvas: Canvas, x: float, y: float, r: float, sky: RGB) -> None:
    """A full moon in its glow."""
    glow(canvas, x, y, 2.1 * r, blend(sky, (240, 236, 210), 0.45), sky)
    canvas.ellipse(x, y, r, r, (248, 244, 218))
    for dx, dy, size in ((-0.35, -0.2, 0.22), (0.3, 0.25, 0.28), (0.15, -0.45, 0.14), (-0.3, 0.45, 0.13)):
        canvas.ellipse(x + dx * r, y + dy * r, size * r, size * r, (226, 220, 190))


def ridge(
    canvas: Canvas, rng: Rng, y: float, height: float, colour: RGB, waves: float = 1.3, bottom: float = 100
) -> None:
    """Rolling land from a wavy crest around `y` down to `bottom`."""
    a, b = rng.uniform(0, 6.28), rng.uniform(0, 6.28)

    def crest(x: float) -> float:
        at = x / 100 * 2 * math.pi * waves
        return y - height * (math.sin(at + a) + 0.4 * math.sin(2.3 * at + b)) / 1.4

    canvas.polygon([*((x, crest(x)) for x in range(-2, 105, 2)), (104, bottom), (-2, bottom)], colour)


def peak(canvas: Canvas, rng: Rng, x: float, base: float, width: float, height: float, colour: RGB, snow: RGB) -> None:
    """A mountain with a lit and a shaded side and a cap of snow."""
    top, half = base - height, width / 2
    lean = rng.uniform(-0.1, 0.1) * width
    canvas.polygon([(x - half, base), (x, top), (x + half, base)], colour)
    fold = [(x, top), (x + lean * 0.5, top + height * 0.4), (x + lean * 0.2, top + height * 0.62), (x + lean, base)]
    canvas.polygon([*fold, (x + half, base)], shade(colour, -0.16))
    depth = rng.uniform(0.26, 0.36)
    rim = [(-1, 1), (-0.55, 0.78), (-0.2, 1.08), (0.12, 0.74), (0.45, 1.05), (0.75, 0.8), (1, 1)]
    cap = [(x + dx * half * depth * min(dy, 1), top + dy * height * depth) for dx, dy in rim]
    canvas.polygon([(x, top), *cap], snow)
    canvas.polygon([(x, top), *cap[3:]], shade(blend(snow, COLD, 0.16), -0.05))


def tree(canvas: Canvas, rng: Rng, x: float, base: float, height: float, leaf: RGB = LEAF, trunk: RGB = TRUNK) -> None:
    """A round leafy tree."""
    h = height
    foot = [(x - 0.06 * h, base), (x - 0.03 * h, base - 0.5 * h), (x + 0.03 * h, base - 0.5 * h), (x + 0.06 * h, base)]
    canvas.polygon(foot, trunk)
    canvas.line([(x, base - 0.36 * h), (x + 0.12 * h, base - 0.52 * h)], 0.03 * h, trunk)
    for dx, dy, r, tone in CROWN:
        size = r * h * rng.uniform(0.9, 1.1)
        canvas.ellipse(x + dx * h, base - dy * h, size, size * 0.94, shade(leaf, tone))


def pine(canvas: Canvas, x: float, base: float, height: float, leaf: RGB, snow: bool = False) -> None:
    """A fir of four tiers, with snow on them where it is asked for."""
    h = height
    canvas.box(x - 0.035 * h, base - 0.16 * h, x + 0.035 * h, base, TRUNK)
    for i in range(4):
        half, low, high = h * (0.27 - 0.055 * i), base - h * (0.12 + 0.2 * i), base - h * (0.46 + 0.18 * i)
        canvas.polygon([(x - half, low), (x, high), (x + half, low), (x, low + 0.03 * h)], shade(leaf, 0.05 * i - 0.08))
        canvas.polygon([(x, high), (x + half, low), (x, low + 0.03 * h)], shade(leaf, 0.05 * i - 0.2))
        if snow:
            tall = low - high
            cap = [(x - half * 0.62, low - tall * 0.38), (x, high), (x + half * 0.62, low - tall * 0.38)]
            canvas.polygon([*cap, (x + half * 0.2, low - tall * 0.26), (x - half * 0.2, high + 0.14 * h)], WHITE)


def palm(canvas: Canvas, rng: Rng, x: float, base: float, height: float, lean: float = 0.18) -> None:
    """A palm tree whose stem leans."""
    h, top = height, (x + lean * height, base - height)
    wood = vary(rng, (160, 118, 74), 0.06)
    stem = [(x + lean * h * (t / 8) ** 1.7, base - h * t / 8) for t in range(9)]
    for i, (a, b) in enumerate(zip(stem, stem[1:], strict=False)):
        canvas.line([a, b], h * (0.085 - 0.005 * i), shade(wood, -0.1 if i % 2 else 0.05))
    leaf = vary(rng, (64, 152, 84), 0.1)
    for i, turn in enumerate((-175, -140, -40, -5, -110, -72)):
        angle = math.radians(turn + rng.uniform(-8, 8))
        reach = 0.5 * h
        tip = (top[0] + reach * math.cos(angle), top[1] + reach * (0.62 * math.sin(angle) + 0.32))
        pull = (top[0] + 0.62 * reach * math.cos(angle), top[1] + reach * (0.95 * math.sin(angle) - 0.1))
        frond(canvas, top, pull, tip, 0.1 * h, shade(leaf, 0.1 * (i % 3) - 0.12))
    for dx in (-0.03, 0.035):
        canvas.ellipse(top[0] + dx * h, top[1] + 0.045 * h, 0.034 * h, 0.034 * h, (106, 70, 44))


def frond(canvas: Canvas, start: Point, pull: Point, tip: Point, width: float, colour: RGB) -> None:
    """A long leaf bent from start to tip, widest in its middle."""
    upper, lower = [], []
    for i in range(13):
        t = i / 12
        x = (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * pull[0] + t * t * tip[0]
        y = (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * pull[1] + t * t * tip[1]
        half = width * math.sin(math.pi * (0.12 + 0.88 * t) if t < 1 else math.pi) * 0.55
        upper.append((x, y - half))
        lower.append((x, y + half * 0.9))
    canvas.polygon([*upper, *reversed(lower)], colour)


def bush(canvas: Canvas, rng: Rng, x: float, base: float, width: float, leaf: RGB = LEAF) -> None:
    """A low round bush."""
    w = width
    for dx, dy, r, tone in BUSH:
        canvas.ellipse(x + dx * w, base - dy * w, r * w * rng.uniform(0.9, 1.1), r * w * 0.9, shade(leaf, tone))
    canvas.box(x - 0.46 * w, base - 0.14 * w, x + 0.46 * w, base, shade(leaf, -0.13), 0.1 * w)


def rock(canvas: Canvas, rng: Rng, x: float, base: float, width: float, colour: RGB = (138, 136, 140)) -> None:
    """A stone with a lit top."""
    w, h = width / 2, width * rng.uniform(0.3, 0.42)
    outline = [(-1, 0), (-0.86, -0.6), (-0.3, -1), (0.36, -0.9), (0.88, -0.5), (1, 0)]
    canvas.polygon([(x + dx * w, base + dy * h) for dx, dy in outline], shade(colour, -0.12))
    lit = [(-0.86, -0.6), (-0.3, -1), (0.36, -0.9), (0.1, -0.55), (-0.5, -0.35)]
    canvas.polygon([(x + dx * w, base + dy * h) for dx, dy in lit], shade(colour, 0.16))


def tufts(canvas: Canvas, rng: Rng, y0: float, y1: float, colour: RGB, count: int = 26, tall: float = 2.4) -> None:
    """Tufts of three blades, larger nearby."""
    for x, y in scatter(rng, count, y0, y1):
        near = 0.6 + 0.6 * (y - y0) / max(1, y1 - y0)
        paint = shade(colour, rng.uniform(-0.1, 0.1))
        for dx in (-0.6, 0.0, 0.6):
            foot, tip = (x + dx * 0.4 * near, y), (x + dx * 1.6 * near, y - tall * near * (1 - 0.3 * abs(dx)))
            canvas.polygon([(foot[0] - 0.3 * near, y), tip, (foot[0] + 0.3 * near, y)], paint)


def specks(canvas: Canvas, rng: Rng, y0: float, y1: float, colour: RGB, count: int = 40, r: float = 0.8) -> None:
    """Flat pebbles, leaves or crumbs on the ground."""
    for x, y in scatter(rng, count, y0, y1):
        size = r * rng.uniform(0.5, 1.2)
        canvas.ellipse(x, y, size, size * 0.5, shade(colour, rng.uniform(-0.1, 0.1)))


def flowers(
    canvas: Canvas, rng: Rng, y0: float, y1: float, count: int = 40, colours: Sequence[RGB] = PETALS, size: float = 1.0
) -> None:
    """Small flowers on their stems, larger nearby."""
    for x, y in scatter(rng, count, y0, y1):
        r = size * (0.5 + 0.6 * (y - y0) / max(1, y1 - y0))
        colour = rng.choice(colours)
        canvas.line([(x, y), (x, y + 2.4 * r)], 0.35 * r, (70, 132, 62), round_ends=False)
        for k in range(5):
            angle = math.radians(72 * k - 90)
            canvas.ellipse(x + 0.85 * r * math.cos(angle), y + 0.85 * r * math.sin(angle), 0.66 * r, 0.66 * r, colour)
        canvas.ellipse(x, y, 0.55 * r, 0.55 * r, (250, 206, 70) if colour != PETALS[1] else (206, 120, 40))


def water(canvas: Canvas, rng: Rng, y0: float, y1: float, far: RGB, near: RGB, count: int = 34) -> None:
    """A sheet of water with light ripples."""
    gradient(canvas, y0, y1, far, near)
    ripples(canvas, rng, y0 + 1, y1 - 1, shade(far, 0.4), count)


def ripples(
    canvas: Canvas, rng: Rng, y0: float, y1: float, colour: RGB, count: int = 30, x0: float = 0, x1: float = 100
) -> None:
    """Short flat strokes of light, longer nearby."""
    for x, y in scatter(rng, count, y0, y1, x0, x1):
        near = 0.5 + (y - y0) / max(1, y1 - y0)
        half = rng.uniform(1, 3) * near
        canvas.ellipse(x, y, half, 0.22 * near, colour)


def waves(canvas: Canvas, y: float, height: float, length: float, phase: float, colour: RGB) -> None:
    """Water with a crested upper edge."""
    crest = []
    for i in range(101):
        at = (i * 1.04 - 2) / length + phase
        crest.append((i * 1.04 - 2, y - height * abs(math.sin(math.pi * at)) ** 0.7))
    canvas.polygon([*crest, (103, 100), (-2, 100)], colour)


def fence(canvas: Canvas, y: float, x0: float = 0, x1: float = 100, colour: RGB = WHITE, high: float = 9) -> None:
    """A picket fence whose feet are at `y`."""
    for share in (0.35, 0.72):
        canvas.box(x0, y - high * share - 0.5, x1, y - high * share + 0.5, shade(colour, -0.1))
    x = x0 + 1
    while x < x1:
        canvas.polygon([(x, y), (x, y - high), (x + 0.9, y - high - 1.2), (x + 1.8, y - high), (x + 1.8, y)], colour)
        x += 4


def lily_pads(canvas: Canvas, rng: Rng, y0: float, y1: float, count: int, x0: float = 0, x1: float = 100) -> None:
    """Water lilies, some in flower."""
    bloom = rng.choice(((246, 160, 196), (250, 246, 240), (250, 214, 110)))
    for i, (x, y) in enumerate(scatter(rng, count, y0, y1, x0, x1)):
        r = rng.uniform(2.4, 4)
        canvas.ellipse(x, y, r, r * 0.36, vary(rng, (86, 158, 78), 0.08))
        canvas.polygon([(x, y), (x + r, y - 0.3), (x + r, y + 0.8)], (60, 122, 110))
        if i % 3 == 0:
            for dx in (-0.9, 0.9, 0.0):
                canvas.ellipse(x + dx, y - 1.1, 0.8, 1.2, shade(bloom, -0.08 if dx else 0.12))


def reeds(canvas: Canvas, rng: Rng, x: float, base: float, height: float, count: int = 7) -> None:
    """Reeds with brown heads."""
    for i in range(count):
        foot = x + (i - count / 2) * 1.3
        tip = (foot + rng.uniform(-3, 3), base - height * rng.uniform(0.7, 1.1))
        canvas.line([(foot, base), tip], 0.5, vary(rng, (92, 140, 70), 0.08))
        if i % 2:
            canvas.ellipse(tip[0], tip[1], 0.8, 2.2, (116, 76, 46))


def shaft(
    canvas: Canvas, top: Point, foot: Point, y0: float, y1: float, light: RGB, *under: RGB, share: float = 0.2
) -> None:
    """A beam between the spans `top` (at y0) and `foot` (at y1) that lets the gradient `under` it shine through."""
    count = max(8, int(y1 - y0))
    for i, colour in enumerate(steps(count, *under)):
        a, b = i / count, (i + 1) / count + 0.004
        edges = [(top[k] + (foot[k] - top[k]) * t, y0 + (y1 - y0) * t) for t, k in ((a, 0), (a, 1), (b, 1), (b, 0))]
        canvas.polygon(edges, blend(colour, light, share * (1 - 0.75 * a)))
