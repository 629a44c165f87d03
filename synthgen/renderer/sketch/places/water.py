"""Seas, lakes and their shores."""

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    AFLOAT,
    GRASS,
    LEAF,
    PETALS,
    SHORE,
    WHITE,
    Rng,
    backdrop,
    bush,
    cloud,
    day_sky,
    flowers,
    gradient,
    lily_pads,
    mixture,
    nearer,
    palm,
    peak,
    pine,
    reeds,
    ridge,
    ripples,
    rock,
    scatter,
    specks,
    spread,
    tree,
    tufts,
    vary,
    water,
    waves,
)


def _strand(canvas: Canvas, rng: Rng, y: float, sand: RGB) -> None:
    """Surf and a sandy beach below it."""
    phase, length = rng.uniform(0, 1), rng.uniform(22, 40)
    for dy, colour in ((-2.5, (190, 232, 234)), (-1.2, WHITE), (0.6, shade(sand, -0.1)), (2.2, sand)):
        waves(canvas, y + dy, 1.8, length, phase, colour)
    gradient(canvas, y + 8, 100, sand, shade(sand, -0.08))
    specks(canvas, rng, y + 5, 99, shade(sand, -0.14), 46, 0.7)


def _parasol(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    colour = rng.choice(PETALS[:3])
    canvas.line([(x, base), (x + 0.1 * tall, base - tall)], 0.05 * tall, (236, 226, 210))
    top, r = (x + 0.09 * tall, base - 0.98 * tall), 0.62 * tall
    for k in range(6):
        edge = [top[0] - r + k * r / 3, top[0] - r + (k + 1) * r / 3]
        canvas.polygon(
            [(edge[0], top[1] + 0.34 * tall), (top[0], top[1] - 0.06 * tall), (edge[1], top[1] + 0.34 * tall)],
            WHITE if k % 2 else colour,
        )


@nearer(1.2, 93)
def _beach(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    far, surf = rng.uniform(38, 56), rng.uniform(66, 78)
    day_sky(canvas, rng, far + 2)
    sea = vary(rng, rng.choice(((38, 138, 196), (36, 160, 190), (48, 124, 200))), 0.1)
    if rng.random() < 0.4:
        ridge(canvas, rng, far, rng.uniform(2, 5), (136, 176, 168), bottom=far + 3)
    water(canvas, rng, far, 84, sea, (120, 214, 214), rng.randint(10, 30))
    _strand(canvas, rng, surf, vary(rng, rng.choice(((242, 218, 164), (248, 232, 196), (236, 204, 150))), 0.06))
    count = rng.choice((0, 1, 1, 2, 3)) if "tree" not in look.without else 0
    for x, tall in zip(sorted(rng.sample((2.0, 12.0, 22.0, 90.0), count)), spread(rng, count, 30, 66), strict=True):
        palm(canvas, rng, x, rng.uniform(86, 93), tall, rng.uniform(0.08, 0.3) * (1 if x < 50 else -1))
    if "parasol" not in look.without and (count == 0 or rng.random() < 0.4):
        _parasol(canvas, rng, rng.uniform(60, 84), rng.uniform(86, 91), rng.uniform(18, 28))
    for x, y in scatter(rng, rng.randint(0, 6) if "shell" not in look.without else 0, 88, 98):
        canvas.ellipse(x, y, 1.2, 0.8, rng.choice(((244, 160, 140), (250, 240, 226), (236, 190, 150))))


@nearer(1.25, 93)
def _sunset_beach(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    skies = (
        ((76, 56, 128), (236, 104, 96), (255, 206, 118)),
        ((52, 66, 130), (246, 140, 120), (255, 222, 160)),
        ((112, 46, 96), (240, 96, 60), (255, 190, 84)),
    )
    high, mid, low = mixture(rng, *skies)
    gradient(canvas, 0, 56, high, mid, low)
    for y in spread(rng, 4, 8, 40):
        x, half = rng.uniform(10, 90), rng.uniform(12, 26)
        canvas.ellipse(x, y, half, 1.3, blend(mid, low, 0.5))
        canvas.ellipse(x + half * 0.4, y + 1.6, half * 0.6, 0.9, blend(mid, low, 0.7))
    x = rng.uniform(24, 80)
    canvas.ellipse(x, 53, 14, 14, blend(low, (255, 240, 180), 0.45))
    canvas.ellipse(x, 53, 11, 11, (255, 242, 184))
    gradient(canvas, 55, 84, blend(mid, low, 0.4), blend(high, mid, 0.3))
    for y, half in ((56.5, 11), (59, 8), (62, 10), (65.5, 6), (69, 8), (72.5, 4)):
        canvas.ellipse(x + rng.uniform(-2, 2), y, half, 0.55, (255, 232, 160))
    sand = blend((150, 100, 84), high, 0.25)
    _strand_dusk(canvas, rng, sand, low)
    count = rng.randint(0, 3) if "tree" not in look.without else 0
    for px, tall in zip(sorted(rng.sample((3.0, 12.0, 22.0, 92.0), count)), spread(rng, count, 32, 68), strict=True):
        palm(canvas, rng, px, rng.uniform(87, 92), tall, rng.uniform(0.08, 0.3) * (1 if px < 50 else -1))
    for px in spread(rng, rng.randint(0, 3), 30, 100):
        rock(canvas, rng, px, rng.uniform(86, 93), rng.uniform(8, 16), blend((34, 22, 44), high, 0.2))


def _strand_dusk(canvas: Canvas, rng: Rng, sand: RGB, light: RGB) -> None:
    phase = rng.uniform(0, 1)
    waves(canvas, 79, 1.5, 30, phase, blend(light, WHITE, 0.3))
    waves(canvas, 81, 1.5, 30, phase, sand)
    gradient(canvas, 84, 100, sand, shade(sand, -0.25))
    specks(canvas, rng, 84, 99, shade(sand, -0.2), 30)


@nearer(1.25, 80)
def _ocean(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    far, steep, long = rng.uniform(28, 58), rng.uniform(0.7, 2.4), rng.uniform(8, 22)
    day_sky(canvas, rng, far + 4)
    deep = vary(rng, rng.choice(((30, 116, 186), (26, 128, 168), (46, 104, 170), (20, 96, 140))), 0.06)
    first = far + rng.uniform(4, 14)
    gradient(canvas, far, first + 4, shade(deep, 0.3), deep)
    ripples(canvas, rng, far + 1, first + 4, shade(deep, 0.55), 24)
    count = rng.randint(3, 6)
    for k in range(count):
        y, near = first + (97 - first) * k / count, 1 + 0.45 * k
        phase = rng.uniform(0, 1)
        waves(canvas, y - 0.5, steep * near, long * near, phase, shade(deep, 0.42))
        waves(canvas, y + 0.25 * near, steep * near, long * near, phase, shade(deep, 0.14 - 0.44 * k / count))


@nearer(1.2, 94)
def _lake(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    far, leaf = rng.uniform(46, 60), vary(rng, (56, 118, 84), 0.1)
    if rng.random() < 0.6:
        for x in spread(rng, rng.randint(1, 3), 5, 95):
            stone = vary(rng, (140, 160, 184), 0.08)
            peak(canvas, rng, x, far, rng.uniform(40, 70), rng.uniform(14, 32), stone, WHITE)
        ridge(canvas, rng, far - 4, 3, vary(rng, (110, 160, 120), 0.08))
    else:
        backdrop(canvas, rng, far, (110, 160, 120))
    start, end, firs = rng.choice(((-2, 102), (-2, 46), (38, 102), (-2, 102))), rng.randint(0, 22), rng.random() < 0.7
    for x in spread(rng, end if firs else end // 2, *start):
        if firs:
            pine(canvas, x, far + 1, rng.uniform(8, 18), vary(rng, leaf, 0.08))
        else:
            tree(canvas, rng, x, far + 1, rng.uniform(9, 16), vary(rng, LEAF))
    blue = vary(rng, rng.choice(((92, 172, 208), (84, 180, 190), (112, 168, 216))), 0.08)
    gradient(canvas, far + 1, 90, blend(blue, leaf, 0.35), blue, shade(blue, -0.3))
    ripples(canvas, rng, far + 3, 88, shade(blue, 0.5), rng.randint(20, 44))
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 89, rng.uniform(1, 3.4), green, rng.uniform(0.6, 1.6))
    tufts(canvas, rng, 90, 99, shade(green, -0.2), 24)
    for x in spread(rng, rng.randint(0, 3), 2, 98):
        reeds(canvas, rng, x, 93, rng.uniform(14, 22))
    for x in spread(rng, rng.randint(0, 4), 4, 96):
        rock(canvas, rng, x, rng.uniform(89, 94), rng.uniform(6, 13))


@nearer(1.2, 94)
def _river(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 54, green)
    ridge(canvas, rng, 54, 2, shade(green, 0.08))
    for x in spread(rng, rng.randint(2, 11)):
        tree(canvas, rng, x, 57, rng.uniform(8, 18), vary(rng, LEAF))
    gradient(canvas, 57, 100, green, shade(green, -0.14))
    far, bend, knee = rng.uniform(30, 74), rng.uniform(14, 70), rng.uniform(30, 60)
    left, right = rng.uniform(-16, 14), rng.uniform(84, 110)
    bank = [*bezier((far, 56), (bend, 62), (knee, 70)), *bezier((knee, 70), (knee + 24, 80), (left, 101))]
    other = [*bezier((far + 4, 56), (bend + 14, 62), (knee + 22, 69))]
    other += bezier((knee + 22, 69), (knee + 66, 78), (right, 101))
    blue = vary(rng, (84, 168, 210), 0.08)
    canvas.polygon([*((x - 1.5, y) for x, y in bank), *((x + 1.5, y) for x, y in reversed(other))], (214, 194, 148))
    canvas.polygon([*bank, *reversed(other)], blue)
    for _, y in scatter(rng, 26, 64, 98):
        mid, half = knee + 11 + (y - 66) * (50 - knee) / 40, 5 + (y - 64) * 0.7
        canvas.ellipse(mid + rng.uniform(-0.8, 0.8) * half, y, 1.5 + y * 0.03, 0.4, shade(blue, 0.45))
    for x in spread(rng, rng.randint(0, 4), 20, 90):
        rock(canvas, rng, x, rng.uniform(74, 88), rng.uniform(5, 10))
    for x in (rng.uniform(0, 14), rng.uniform(88, 102))[: rng.randint(0, 2)]:
        bush(canvas, rng, x, rng.uniform(74, 84), rng.uniform(9, 18), vary(rng, LEAF))
    for x in spread(rng, rng.randint(0, 3), 4, 100):
        reeds(canvas, rng, x, 92, rng.uniform(12, 18))
    ridge(canvas, rng, 91, 1.6, shade(green, 0.04))
    tufts(canvas, rng, 92, 99, shade(green, -0.2), 22)


@nearer(1.2, 92)
def _pond(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50, sun=False)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 48, green)
    for x in spread(rng, rng.randint(0, 8), -4, 104):
        tree(canvas, rng, x, 50, rng.uniform(18, 36), vary(rng, LEAF))
    gradient(canvas, 46, 100, shade(green, 0.08), shade(green, -0.16))
    for x in spread(rng, rng.randint(0, 7)):
        bush(canvas, rng, x, 56, rng.uniform(7, 12), vary(rng, (84, 152, 80)))
    blue, middle, wide = vary(rng, (90, 168, 190), 0.1), rng.uniform(42, 58), rng.uniform(42, 56)
    canvas.ellipse(middle, 72, wide, 16.8, (206, 188, 140))
    canvas.ellipse(middle, 72, wide - 2, 15.4, shade(blue, -0.1))
    canvas.ellipse(middle, 73, wide - 5, 13.6, blue)
    start, end = middle - 0.66 * wide, middle + 0.66 * wide
    ripples(canvas, rng, 63, 82, shade(blue, 0.4), 16, start, end)
    lily_pads(canvas, rng, 62, 81, 0 if "flower" in look.without else rng.randint(5, 14), x0=start, x1=end)
    for x in spread(rng, rng.randint(1, 4), 2, 98):
        reeds(canvas, rng, x, rng.uniform(85, 90) if 12 < x < 88 else rng.uniform(68, 80), rng.uniform(14, 22), 9)
    for x in spread(rng, rng.randint(0, 7), 4, 96):
        rock(canvas, rng, x, rng.uniform(88, 91), rng.uniform(5, 9))
    flowers(canvas, rng, 90, 98, 0 if "flower" in look.without else rng.randint(0, 16))


@nearer(1.15, 95)
def _waterfall(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 56, sun=False)
    stone = vary(rng, (122, 122, 116), 0.1)
    x, half, top = rng.uniform(26, 74), rng.uniform(7, 17), rng.uniform(10, 26)
    for side in (-1, 1):
        for k in range(7):
            edge = x + side * (half - 2 + 9 * k)
            canvas.blob(
                [
                    (edge, 96),
                    (edge + side * 1, top + 3 * k * rng.uniform(0.4, 1.2)),
                    (edge + side * 14, top - 2 + 3 * k),
                    (edge + side * 18, 96),
                ],
                shade(stone, -0.16 + 0.07 * (k % 3)),
            )
        for k in range(7):
            wide = rng.uniform(10, 18)
            bush(canvas, rng, x + side * (half + 6 + 9 * k), top + 2 + 3 * k, wide, vary(rng, (70, 146, 80)))
    gradient(canvas, top, 72, (236, 248, 252), (170, 216, 236), x0=x - half, x1=x + half)
    for sx in spread(rng, 9, x - half + 1, x + half - 1):
        canvas.line(
            [(sx, rng.uniform(top, 30)), (sx, rng.uniform(44, 70))],
            rng.uniform(0.6, 1.4),
            rng.choice((WHITE, (140, 196, 226))),
        )
    blue = vary(rng, (72, 166, 196), 0.08)
    water(canvas, rng, 70, 100, shade(blue, 0.3), shade(blue, -0.2), 24)
    for _ in range(13):
        cloud(
            canvas, x + rng.uniform(-1.2, 1.2) * half, 71 + rng.uniform(-2.5, 2), rng.uniform(2, 3.6), (244, 250, 252)
        )
    for rx in spread(rng, rng.randint(1, 5), 0, 100):
        rock(canvas, rng, rx, rng.uniform(76, 90), rng.uniform(9, 18), shade(stone, -0.05))
    ridge(canvas, rng, 92, 1.5, vary(rng, (98, 156, 80)))
    tufts(canvas, rng, 91, 99, (64, 124, 62), 24)


@nearer(1.15, 70)
def _island(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    sea = vary(rng, (40, 158, 196), 0.1)
    water(canvas, rng, 48, 100, shade(sea, 0.1), shade(sea, -0.24), 46)
    x, half = rng.uniform(36, 64), rng.uniform(20, 38)
    canvas.ellipse(x, 63, half + 9, 7, blend(sea, (160, 240, 220), 0.55))
    canvas.ellipse(x, 62, half + 2, 4.6, WHITE)
    canvas.blob(
        [(x - half, 62), (x - half * 0.5, 57), (x, 55), (x + half * 0.6, 57.5), (x + half, 62), (x, 65)],
        (240, 216, 160),
    )
    hill = rng.uniform(38, 54)
    canvas.blob(
        [(x - half * 0.6, 58.5), (x - half * 0.3, hill + 3), (x + half * 0.2, hill), (x + half * 0.55, 57), (x, 60)],
        vary(rng, (92, 160, 84)),
    )
    for dx in spread(rng, rng.randint(1, 5), -0.7, 0.7):
        palm(canvas, rng, x + dx * half, rng.uniform(56, 60), rng.uniform(20, 40), 0.5 * dx + rng.uniform(-0.1, 0.1))
    ripples(canvas, rng, 72, 98, shade(sea, 0.4), 26)


WATER: dict[str, Place] = {
    "beach": Place(_beach, 93, SHORE, pieces=frozenset({"tree", "parasol", "shell"})),
    "sunset beach": Place(_sunset_beach, 94, SHORE, pieces=frozenset({"tree"})),
    "ocean": Place(_ocean, 80, AFLOAT),
    "lake": Place(_lake, 94, SHORE),
    "river": Place(_river, 94, SHORE),
    "pond": Place(_pond, 92, SHORE, pieces=frozenset({"flower"})),
    "waterfall": Place(_waterfall, 95, SHORE),
    "island": Place(_island, 82, AFLOAT),
}
