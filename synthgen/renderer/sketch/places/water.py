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
    bush,
    cloud,
    day_sky,
    either_way,
    flowers,
    gradient,
    lily_pads,
    mixture,
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


@either_way
def _beach(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 48)
    sea = vary(rng, (38, 138, 196), 0.1)
    water(canvas, rng, 44, 82, sea, (120, 214, 214), 26)
    if rng.random() < 0.5:
        _sail(canvas, rng, rng.uniform(20, 60), 47, 7)
    _strand(canvas, rng, 76, vary(rng, (242, 218, 164), 0.06))
    palm(canvas, rng, rng.uniform(4, 10), 91, rng.uniform(52, 66), rng.uniform(0.1, 0.28))
    if rng.random() < 0.5:
        palm(canvas, rng, rng.uniform(-2, 4), 88, 38, 0.3)
    if rng.random() < 0.6:
        _parasol(canvas, rng, rng.uniform(80, 90), 90, rng.uniform(18, 24))
    for x, y in scatter(rng, 4, 88, 98):
        canvas.ellipse(x, y, 1.2, 0.8, rng.choice(((244, 160, 140), (250, 240, 226), (236, 190, 150))))


@either_way
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
    x = rng.uniform(36, 72)
    canvas.ellipse(x, 53, 14, 14, blend(low, (255, 240, 180), 0.45))
    canvas.ellipse(x, 53, 11, 11, (255, 242, 184))
    gradient(canvas, 55, 84, blend(mid, low, 0.4), blend(high, mid, 0.3))
    for y, half in ((56.5, 11), (59, 8), (62, 10), (65.5, 6), (69, 8), (72.5, 4)):
        canvas.ellipse(x + rng.uniform(-2, 2), y, half, 0.55, (255, 232, 160))
    sand = blend((150, 100, 84), high, 0.25)
    _strand_dusk(canvas, rng, sand, low)
    palm(canvas, rng, rng.uniform(4, 12), 91, rng.uniform(54, 68), rng.uniform(0.12, 0.3))
    rock(canvas, rng, rng.uniform(84, 94), 88, 14, blend((34, 22, 44), high, 0.2))


def _strand_dusk(canvas: Canvas, rng: Rng, sand: RGB, light: RGB) -> None:
    phase = rng.uniform(0, 1)
    waves(canvas, 79, 1.5, 30, phase, blend(light, WHITE, 0.3))
    waves(canvas, 81, 1.5, 30, phase, sand)
    gradient(canvas, 84, 100, sand, shade(sand, -0.25))
    specks(canvas, rng, 84, 99, shade(sand, -0.2), 30)


def _sail(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A small sailing boat far away."""
    h = tall
    canvas.polygon([(x, base - 0.2 * h), (x, base - h), (x + 0.5 * h, base - 0.2 * h)], WHITE)
    canvas.polygon(
        [(x - 0.06 * h, base - 0.2 * h), (x - 0.06 * h, base - 0.85 * h), (x - 0.36 * h, base - 0.2 * h)],
        rng.choice(PETALS[:3]),
    )
    canvas.polygon(
        [(x - 0.46 * h, base - 0.16 * h), (x + 0.56 * h, base - 0.16 * h), (x + 0.36 * h, base), (x - 0.3 * h, base)],
        (140, 84, 58),
    )


@either_way
def _ocean(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 46)
    deep = vary(rng, rng.choice(((30, 116, 186), (26, 128, 168), (46, 104, 170))), 0.06)
    gradient(canvas, 42, 60, shade(deep, 0.3), deep)
    ripples(canvas, rng, 43, 60, shade(deep, 0.55), 24)
    for k, y in enumerate((56.0, 64.0, 73.0, 83.0, 93.0)):
        near = 1 + 0.45 * k
        phase = rng.uniform(0, 1)
        waves(canvas, y - 0.5, 1.3 * near, 9 * near, phase, shade(deep, 0.42))
        waves(canvas, y + 0.25 * near, 1.3 * near, 9 * near, phase, shade(deep, 0.14 - 0.11 * k))
    if rng.random() < 0.5:
        for x in spread(rng, 3, 20, 60):
            y = rng.uniform(24, 34)
            canvas.curve((x - 2.4, y - 0.8), (x - 1, y - 1.8), (x, y), 0.5, (90, 100, 120))
            canvas.curve((x + 2.4, y - 0.8), (x + 1, y - 1.8), (x, y), 0.5, (90, 100, 120))


@either_way
def _lake(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 54)
    for x in spread(rng, 2, 10, 90):
        peak(canvas, rng, x, 54, rng.uniform(50, 70), rng.uniform(20, 30), vary(rng, (140, 160, 184), 0.08), WHITE)
    ridge(canvas, rng, 50, 3, vary(rng, (110, 160, 120), 0.08))
    leaf = vary(rng, (56, 118, 84), 0.1)
    for x in spread(rng, 20, -2, 102):
        pine(canvas, x, 55, rng.uniform(9, 17), vary(rng, leaf, 0.08))
    blue = vary(rng, (92, 172, 208), 0.08)
    gradient(canvas, 55, 90, blend(blue, leaf, 0.35), blue, shade(blue, -0.3))
    ripples(canvas, rng, 57, 88, shade(blue, 0.5), 40)
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 90, 1.6, green)
    tufts(canvas, rng, 90, 99, shade(green, -0.2), 24)
    reeds(canvas, rng, rng.uniform(4, 14), 93, 20)
    rock(canvas, rng, rng.uniform(82, 92), 92, 12)


@either_way
def _river(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 54)
    ridge(canvas, rng, 46, 5, vary(rng, (150, 188, 178), 0.08))
    green = vary(rng, GRASS, 0.1)
    ridge(canvas, rng, 54, 2, shade(green, 0.08))
    for x in spread(rng, 9):
        tree(canvas, rng, x, 57, rng.uniform(10, 18), vary(rng, LEAF))
    gradient(canvas, 57, 100, green, shade(green, -0.14))
    bank = [*bezier((62, 56), (20, 62), (46, 70)), *bezier((46, 70), (72, 80), (-12, 101))]
    other = [*bezier((66, 56), (34, 62), (70, 68)), *bezier((70, 68), (120, 78), (108, 101))]
    blue = vary(rng, (84, 168, 210), 0.08)
    canvas.polygon([*((x - 1.5, y) for x, y in bank), *((x + 1.5, y) for x, y in reversed(other))], (214, 194, 148))
    canvas.polygon([*bank, *reversed(other)], blue)
    for _, y in scatter(rng, 26, 64, 98):
        mid, half = 56 + (y - 64) * -0.1, 6 + (y - 64) * 0.9
        canvas.ellipse(mid + rng.uniform(-0.8, 0.8) * half, y, 1.5 + y * 0.03, 0.4, shade(blue, 0.45))
    for x, y in ((rng.uniform(30, 36), 84), (rng.uniform(82, 88), 73)):
        rock(canvas, rng, x, y, rng.uniform(6, 9))
    bush(canvas, rng, rng.uniform(4, 12), 82, 16, vary(rng, LEAF))
    reeds(canvas, rng, rng.uniform(88, 95), 82, 16)
    ridge(canvas, rng, 91, 1.6, shade(green, 0.04))
    tufts(canvas, rng, 92, 99, shade(green, -0.2), 22)


@either_way
def _pond(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50, sun=False)
    green = vary(rng, GRASS, 0.1)
    for x in spread(rng, 7, -4, 104):
        tree(canvas, rng, x, 50, rng.uniform(26, 36), vary(rng, LEAF))
    gradient(canvas, 46, 100, shade(green, 0.08), shade(green, -0.16))
    for x in spread(rng, 7):
        bush(canvas, rng, x, 56, rng.uniform(7, 12), vary(rng, (84, 152, 80)))
    blue = vary(rng, (90, 168, 190), 0.1)
    canvas.ellipse(50, 72, 53, 16.8, (206, 188, 140))
    canvas.ellipse(50, 72, 51, 15.4, shade(blue, -0.1))
    canvas.ellipse(50, 73, 48, 13.6, blue)
    ripples(canvas, rng, 63, 82, shade(blue, 0.4), 16, 16, 84)
    lily_pads(canvas, rng, 61, 70, rng.randint(5, 8))
    lily_pads(canvas, rng, 76, 83, rng.randint(3, 5))
    reeds(canvas, rng, rng.uniform(4, 10), 76, 22, 9)
    reeds(canvas, rng, rng.uniform(86, 94), 68, 16)
    for x in spread(rng, 5, 4, 96):
        rock(canvas, rng, x, rng.uniform(88, 91), rng.uniform(5, 9))
    flowers(canvas, rng, 90, 98, 12)


@either_way
def _waterfall(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 30, sun=False)
    stone = vary(rng, (122, 122, 116), 0.1)
    x, half, top = rng.uniform(40, 60), rng.uniform(9, 14), rng.uniform(12, 20)
    for side in (-1, 1):
        for k in range(5):
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
        for k in range(5):
            bush(canvas, rng, x + side * (half + 6 + 9 * k), top + 2 + 3 * k, 15, vary(rng, (70, 146, 80)))
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
    for rx, ry in ((rng.uniform(2, 12), 84), (rng.uniform(88, 98), 80), (rng.uniform(14, 22), 76)):
        rock(canvas, rng, rx, ry, rng.uniform(12, 18), shade(stone, -0.05))
    ridge(canvas, rng, 92, 1.5, vary(rng, (98, 156, 80)))
    tufts(canvas, rng, 91, 99, (64, 124, 62), 24)


@either_way
def _island(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    sea = vary(rng, (40, 158, 196), 0.1)
    water(canvas, rng, 48, 100, shade(sea, 0.1), shade(sea, -0.24), 46)
    x, half = rng.uniform(42, 58), rng.uniform(28, 36)
    canvas.ellipse(x, 63, half + 9, 7, blend(sea, (160, 240, 220), 0.55))
    canvas.ellipse(x, 62, half + 2, 4.6, WHITE)
    canvas.blob(
        [(x - half, 62), (x - half * 0.5, 57), (x, 55), (x + half * 0.6, 57.5), (x + half, 62), (x, 65)],
        (240, 216, 160),
    )
    canvas.blob(
        [(x - half * 0.6, 58.5), (x - half * 0.3, 52), (x + half * 0.2, 49), (x + half * 0.55, 57), (x, 60)],
        vary(rng, (92, 160, 84)),
    )
    for dx, tall, lean in ((-0.4, 28, -0.2), (-0.1, 38, 0.14), (0.3, 26, 0.26))[: rng.randint(2, 3)]:
        palm(canvas, rng, x + dx * half, 58, tall * rng.uniform(0.85, 1.1), lean)
    ripples(canvas, rng, 72, 98, shade(sea, 0.4), 26)


@either_way
def _harbor(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    ridge(canvas, rng, 46, 4, vary(rng, (140, 172, 180), 0.08))
    x = -3.0
    while x < 100:
        w, h = rng.uniform(9, 14), rng.uniform(10, 17)
        wall = vary(
            rng, rng.choice(((232, 140, 110), (246, 220, 160), (170, 200, 214), (240, 240, 232), (214, 116, 100))), 0.06
        )
        canvas.box(x, 53 - h, x + w, 54, wall)
        canvas.polygon(
            [(x, 53 - h), (x + w / 2, 48 - h), (x + w, 53 - h)], shade((166, 78, 62), rng.uniform(-0.2, 0.1))
        )
        for k in range(2):
            canvas.box(x + 1.6 + k * w * 0.45, 56 - h, x + 4 + k * w * 0.45, 59 - h, (92, 124, 150))
        x += w
    canvas.box(0, 53, 100, 56, (150, 146, 142))
    sea = vary(rng, (58, 132, 172), 0.08)
    water(canvas, rng, 56, 90, shade(sea, 0.2), shade(sea, -0.16), 34)
    for bx, base, size in ((rng.uniform(8, 20), 67, 20), (rng.uniform(36, 54), 61, 13), (rng.uniform(78, 92), 65, 18)):
        _moored(canvas, rng, bx, base, size)
    canvas.box(0, 86, 100, 100, (150, 112, 78))
    for k in range(13):
        canvas.box(8 * k - 0.3, 86, 8 * k + 0.2, 100, (116, 82, 56))
    canvas.box(0, 85, 100, 87, (176, 136, 98))
    for x in (7, 90):
        canvas.box(x, 76, x + 5, 90, (104, 74, 52), 1)
        canvas.box(x - 0.6, 79, x + 5.6, 81, (226, 214, 186), 0.8)


def _moored(canvas: Canvas, rng: Rng, x: float, base: float, size: float) -> None:
    """A fishing boat with a cabin and a mast."""
    s, hull = size, rng.choice(((206, 62, 54), (46, 96, 160), (60, 140, 110), (244, 244, 240)))
    canvas.line([(x, base - 0.2 * s), (x, base - 1.25 * s)], 0.04 * s, (110, 80, 60))
    canvas.line([(x, base - 1.2 * s), (x + 0.6 * s, base - 0.24 * s)], 0.02 * s, (90, 90, 96))
    canvas.box(x - 0.3 * s, base - 0.58 * s, x + 0.12 * s, base - 0.2 * s, WHITE, 0.04 * s)
    canvas.box(x - 0.22 * s, base - 0.5 * s, x + 0.04 * s, base - 0.36 * s, (110, 160, 196))
    canvas.polygon(
        [(x - 0.62 * s, base - 0.26 * s), (x + 0.7 * s, base - 0.32 * s), (x + 0.48 * s, base), (x - 0.5 * s, base)],
        hull,
    )
    canvas.polygon(
        [(x - 0.53 * s, base - 0.07 * s), (x + 0.53 * s, base - 0.07 * s), (x + 0.48 * s, base), (x - 0.5 * s, base)],
        shade(hull, -0.35),
    )


@either_way
def _lighthouse(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    sea = vary(rng, (48, 136, 186), 0.1)
    water(canvas, rng, 58, 100, shade(sea, 0.2), shade(sea, -0.2), 30)
    stone, x = vary(rng, (128, 122, 116), 0.08), rng.uniform(64, 76)
    canvas.blob(
        [(x - 34, 88), (x - 24, 72), (x - 8, 64), (x + 16, 63), (x + 50, 66), (x + 60, 96), (x, 97)], shade(stone, -0.1)
    )
    canvas.blob(
        [(x - 22, 71), (x - 8, 64), (x + 16, 62.5), (x + 50, 65), (x + 50, 70), (x, 71)], vary(rng, (116, 168, 88))
    )
    band = rng.choice(((208, 50, 48), (40, 84, 150), (44, 46, 54)))
    for k in range(5):
        y0, y1 = 65 - 9.2 * k, 65 - 9.2 * (k + 1)
        half0, half1 = 7 - 0.55 * k, 7 - 0.55 * (k + 1)
        colour = WHITE if k % 2 else band
        canvas.polygon([(x - half0, y0), (x - half1, y1), (x + half1, y1), (x + half0, y0)], colour)
        canvas.polygon(
            [(x + half0 * 0.4, y0), (x + half1 * 0.4, y1), (x + half1, y1), (x + half0, y0)], shade(colour, -0.14)
        )
    canvas.box(x - 6, 17.5, x + 6, 19.4, (60, 62, 72))
    canvas.box(x - 3.4, 10.5, x + 3.4, 17.5, (255, 232, 140))
    for dx in (-3.4, -1.1, 1.1, 3.4):
        canvas.line([(x + dx, 10.5), (x + dx, 17.5)], 0.5, (60, 62, 72))
    canvas.polygon([(x - 5, 10.8), (x, 4.5), (x + 5, 10.8)], band)
    canvas.box(x - 1.6, 58, x + 1.6, 64, (92, 66, 50), 1)
    waves(canvas, 88, 1.6, 18, rng.uniform(0, 1), shade(sea, 0.3))
    shore = vary(rng, rng.choice(((232, 208, 156), (122, 172, 92))), 0.06)
    ridge(canvas, rng, 90, 1.4, shore)
    specks(canvas, rng, 92, 99, shade(shore, -0.16), 30)


WATER: dict[str, Place] = {
    "beach": Place(_beach, 93, SHORE),
    "sunset beach": Place(_sunset_beach, 94, SHORE),
    "ocean": Place(_ocean, 80, AFLOAT),
    "lake": Place(_lake, 94, SHORE),
    "river": Place(_river, 94, SHORE),
    "pond": Place(_pond, 92, SHORE),
    "waterfall": Place(_waterfall, 95, SHORE),
    "island": Place(_island, 82, AFLOAT),
    "harbor": Place(_harbor, 93, SHORE),
    "lighthouse": Place(_lighthouse, 94, SHORE),
}
