"""Harbours, piers, cliffs and other edges of the water."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    SHORE,
    WHITE,
    Rng,
    bush,
    cloud,
    day_sky,
    nearer,
    palm,
    pine,
    reeds,
    ridge,
    ripples,
    rock,
    specks,
    spread,
    tufts,
    vary,
    water,
    waves,
)


@nearer(1.15, 93)
def _harbor(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 50)
    ridge(canvas, rng, 46, 4, vary(rng, (140, 172, 180), 0.08))
    x, low = -3.0, rng.uniform(7, 14)
    while x < 100:
        w, h = rng.uniform(9, 14), low + rng.uniform(0, 8)
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
    for i, bx in enumerate(spread(rng, rng.randint(2, 5) if "boat" not in look.without else 0, 2, 98, 0.25)):
        base = 61 + 4 * (i % 3) + rng.uniform(-1, 1)
        _moored(canvas, rng, bx, base, 13 + 0.8 * (base - 61))
    canvas.box(0, 86, 100, 100, (150, 112, 78))
    for k in range(13):
        canvas.box(8 * k - 0.3, 86, 8 * k + 0.2, 100, (116, 82, 56))
    canvas.box(0, 85, 100, 87, (176, 136, 98))
    for x in rng.sample((4, 27, 60, 90), rng.randint(1, 3)):
        canvas.box(x, 76, x + 5, 90, (104, 74, 52), 1)
        canvas.box(x - 0.6, 79, x + 5.6, 81, (226, 214, 186), 0.8)


def _keeper(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    """The low white house beside a lighthouse."""
    canvas.box(x, base - 0.5 * w, x + w, base, WHITE)
    roof = vary(rng, (176, 78, 60))
    canvas.polygon(
        [(x - 1, base - 0.48 * w), (x + 2, base - 0.9 * w), (x + w - 2, base - 0.9 * w), (x + w + 1, base - 0.48 * w)],
        roof,
    )
    for dx in (0.2, 0.6):
        canvas.box(x + dx * w, base - 0.36 * w, x + (dx + 0.2) * w, base - 0.14 * w, (110, 150, 180))


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


@nearer(1.12, 80)
def _lighthouse(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 62)
    sea = vary(rng, (48, 136, 186), 0.1)
    water(canvas, rng, 58, 100, shade(sea, 0.2), shade(sea, -0.2), 30)
    stone, x = vary(rng, rng.choice(((128, 122, 116), (150, 122, 100))), 0.08), rng.uniform(34, 78)
    canvas.blob(
        [(x - 34, 88), (x - 24, 72), (x - 8, 64), (x + 16, 63), (x + 50, 66), (x + 60, 96), (x, 97)], shade(stone, -0.1)
    )
    canvas.blob(
        [(x - 22, 71), (x - 8, 64), (x + 16, 62.5), (x + 50, 65), (x + 50, 70), (x, 71)], vary(rng, (116, 168, 88))
    )
    band = rng.choice(((208, 50, 48), (40, 84, 150), (44, 46, 54)))
    stout, plain = rng.uniform(0.85, 1.3), rng.random() < 0.25
    for k in range(5):
        y0, y1 = 65 - 9.2 * k, 65 - 9.2 * (k + 1)
        half0, half1 = (7 - 0.55 * k) * stout, (7 - 0.55 * (k + 1)) * stout
        colour = WHITE if k % 2 or plain else band
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
    if rng.random() < 0.5:
        _keeper(canvas, rng, x + stout * 8, 65, rng.uniform(10, 14))
    waves(canvas, 88, 1.6, 18, rng.uniform(0, 1), shade(sea, 0.3))
    shore = vary(rng, rng.choice(((232, 208, 156), (122, 172, 92))), 0.06)
    ridge(canvas, rng, 90, 1.4, shore)
    specks(canvas, rng, 92, 99, shade(shore, -0.16), 30)


@nearer(1.15, 96)
def _pier(canvas: Canvas, look: Look) -> None:
    """A wooden pier that runs out into the sea."""
    rng = look.rng
    far, vanish = rng.uniform(40, 58), rng.uniform(26, 74)
    day_sky(canvas, rng, far + 2)
    if rng.random() < 0.4:
        ridge(canvas, rng, far, rng.uniform(2, 5), vary(rng, (140, 172, 180), 0.08), bottom=far + 3)
    sea = vary(rng, rng.choice(((58, 142, 186), (44, 150, 176), (90, 150, 200))), 0.08)
    water(canvas, rng, far, 100, shade(sea, 0.25), shade(sea, -0.16), 50)
    wood, wide = vary(rng, rng.choice(((168, 122, 82), (150, 132, 114), (186, 146, 100))), 0.06), rng.uniform(34, 50)
    end = far + rng.uniform(4, 12)

    def at(u: float, t: float) -> tuple[float, float]:
        return vanish + (50 - vanish) * t + u * (4 + wide * t), end + (101 - end) * t

    for k in range(9, 0, -1):
        x, y = at(-1, (k / 9) ** 2)
        other = at(1, (k / 9) ** 2)[0]
        for post in (x, other):
            canvas.box(post - 0.4 - 0.2 * k, y, post + 0.4 + 0.2 * k, y + 2 + 2 * k, shade(wood, -0.45))
    canvas.polygon([at(-1, 0), at(1, 0), at(1, 1), at(-1, 1)], wood)
    for k in range(1, 24):
        t = (k / 24) ** 2
        canvas.line([at(-1, t), at(1, t)], 0.15 + 0.5 * t, shade(wood, -0.2), round_ends=False)
    if rng.random() < 0.5:
        _pavilion(canvas, rng, vanish, end + 1, rng.uniform(9, 14))
    _railing(canvas, [[at(side, (k / 8) ** 2) for k in range(9)] for side in (-1.0, 1.0)], shade(wood, -0.3))


def _pavilion(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    """A small open house at the end of a pier."""
    roof = rng.choice(((190, 84, 66), (70, 120, 150), (96, 140, 110)))
    for dx in (-0.46, -0.16, 0.14, 0.42):
        canvas.box(x + dx * w, base - 0.6 * w, x + (dx + 0.05) * w, base, WHITE)
    canvas.polygon([(x - 0.62 * w, base - 0.56 * w), (x, base - w), (x + 0.62 * w, base - 0.56 * w)], roof)


def _railing(canvas: Canvas, sides: list[list[tuple[float, float]]], wood: RGB) -> None:
    """Posts and two rails along each side of a pier."""
    for side in sides:
        for share in (0.5, 1.0):
            rail = [(x, y - share * (2 + 16 * k / 8 * k / 8)) for k, (x, y) in enumerate(side)]
            canvas.line(rail, 0.9, wood, round_ends=False)
        for k, (x, y) in enumerate(side):
            size = (k / 8) ** 2
            canvas.box(x - 0.3 - size, y - 3 - 17 * size, x + 0.3 + size, y + 0.6, shade(wood, 0.12))


@nearer(1.15, 94)
def _cliff(canvas: Canvas, look: Look) -> None:
    """Rock walls that fall into the sea, one behind the other."""
    rng = look.rng
    far = rng.uniform(50, 62)
    day_sky(canvas, rng, far + 2)
    sea = vary(rng, rng.choice(((46, 132, 184), (40, 146, 170), (70, 130, 190))), 0.08)
    water(canvas, rng, far, 100, shade(sea, 0.25), shade(sea, -0.2), 44)
    stone = vary(rng, rng.choice(((226, 218, 200), (176, 150, 122), (138, 130, 128), (190, 120, 88))), 0.06)
    green, count = vary(rng, GRASS, 0.1), rng.randint(2, 3)
    for k in range(count):
        near = (k + 1) / count
        reach = rng.uniform(30, 44) + 30 * (1 - near)
        top, foot = far - 6 - 34 * near + rng.uniform(-5, 5), far + 3 + 20 * near
        _wall(canvas, rng, reach, top, foot, blend(stone, (206, 222, 236), 0.5 * (1 - near)), green)
    ridge(canvas, rng, 90, rng.uniform(1, 3), green, rng.uniform(0.5, 1.2))
    tufts(canvas, rng, 90, 99, shade(green, -0.2), 26)


def _wall(canvas: Canvas, rng: Rng, reach: float, top: float, foot: float, stone: RGB, green: RGB) -> None:
    """A headland from the left edge to `reach`, grass on top and surf at its foot."""
    crest = [(-4, top), (0.5 * reach, top - 1.5), (0.84 * reach, top + 1.5), (reach, top + 5)]
    face = [(reach - 2, top + 14), (reach + 3, foot - 12), (reach + 5, foot)]
    canvas.polygon([*crest, *face, (-4, foot)], stone)
    for k in range(1, 6):
        y = top + (foot - top) * k / 6
        end = reach + 4 * (k / 6) - 2
        canvas.line(
            [(-4, y + rng.uniform(-2, 2)), (0.5 * end, y + rng.uniform(-2, 2)), (end, y)], 0.6, shade(stone, -0.14)
        )
    for x in spread(rng, 5, 0, reach):
        y = rng.uniform(top + 8, foot - 10)
        canvas.polygon([(x, y), (x + 2.4, y + 1), (x + 3, foot), (x - 1, foot)], shade(stone, -0.1))
    canvas.polygon([*crest, (reach - 1, top + 7), (0.6 * reach, top + 4.5), (-4, top + 5)], green)
    for x in spread(rng, 8, 0, reach + 6):
        canvas.ellipse(x, foot + rng.uniform(-0.6, 0.8), rng.uniform(3, 6), 1.2, (238, 248, 250))


@nearer(1.15, 94)
def _dam(canvas: Canvas, look: Look) -> None:
    """A concrete dam between two slopes, water shooting from its gates into a river."""
    rng = look.rng
    day_sky(canvas, rng, 50)
    ridge(canvas, rng, 30, rng.uniform(5, 12), vary(rng, (140, 172, 170), 0.1), rng.uniform(0.8, 1.6), 62)
    grey, top, base = vary(rng, (196, 196, 192), 0.05), rng.uniform(24, 36), 74.0
    canvas.box(0, top, 100, base + 4, grey)
    for k in range(1, 7):
        canvas.box(0, top + 7 * k, 100, top + 7 * k + 0.4, shade(grey, -0.08))
    canvas.box(0, top - 1.6, 100, top + 2.2, shade(grey, -0.22))
    for k in range(26):
        canvas.box(4 * k, top - 4, 4 * k + 0.5, top - 1, shade(grey, -0.3))
    canvas.box(0, top - 4.2, 100, top - 3.4, shade(grey, -0.3))
    middle, gates = rng.uniform(40, 60), rng.randint(2, 5)
    for k in range(gates):
        x = middle + (k - (gates - 1) / 2) * 9
        _spill(canvas, rng, x, top + 6, base, grey)
    leaf, stone = vary(rng, (70, 140, 84)), vary(rng, (134, 124, 112), 0.08)
    for side, reach in (
        (-1, middle - gates * 5 - rng.uniform(4, 14)),
        (1, 100 - middle - gates * 5 - rng.uniform(4, 14)),
    ):
        edge = 0.0 if side < 0 else 100.0
        slope = [
            (edge, top - 10),
            (edge - side * reach * 0.6, top + 2),
            (edge - side * reach, base + 6),
            (edge, base + 8),
        ]
        canvas.polygon(slope, stone)
        for _ in range(9):
            t = rng.random()
            x = edge - side * reach * rng.uniform(0, 0.5 + 0.3 * t)
            pine(canvas, x, top + 6 + (base - top) * t, rng.uniform(10, 16), shade(leaf, rng.uniform(-0.1, 0.1)))
    sea = vary(rng, (78, 156, 188), 0.08)
    water(canvas, rng, base + 2, 100, shade(sea, 0.3), shade(sea, -0.2), 26)
    for k in range(gates * 4):
        x = middle + (k / (gates * 4 - 1) - 0.5) * 9 * gates
        cloud(canvas, x, base + 2 + rng.uniform(-1, 1.5), rng.uniform(2, 3.4), (244, 250, 252))
    ridge(canvas, rng, 91, 2, vary(rng, GRASS, 0.1))
    for x in spread(rng, rng.randint(0, 4), 2, 98):
        rock(canvas, rng, x, 93, rng.uniform(7, 12), stone)


def _spill(canvas: Canvas, rng: Rng, x: float, top: float, base: float, grey: RGB) -> None:
    """One gate of a dam, with the water that falls from it."""
    for dx in (-4.0, 3.0):
        canvas.box(x + dx, top - 5, x + dx + 1.4, base, shade(grey, 0.2))
    canvas.box(x - 2.6, top - 1, x + 3, top + 4, shade(grey, -0.5))
    canvas.polygon([(x - 2.6, top + 2), (x + 3, top + 2), (x + 3.4, base + 3), (x - 3, base + 3)], (214, 236, 246))
    for dx in (-1.6, 0.2, 1.8):
        canvas.line([(x + dx, top + 4), (x + dx * 1.2, rng.uniform(base - 8, base))], 0.6, WHITE)


@nearer(1.15, 94)
def _oasis(canvas: Canvas, look: Look) -> None:
    """A pool between palms in the desert."""
    rng = look.rng
    day_sky(canvas, rng, 60)
    sand = vary(rng, rng.choice(((238, 198, 128), (232, 176, 110), (246, 216, 156))), 0.06)
    for y, tone in ((50, -0.08), (54, 0.04), (60, -0.02)):
        ridge(canvas, rng, y + rng.uniform(-3, 3), rng.uniform(3, 7), shade(sand, tone), rng.uniform(0.6, 1.4))
    canvas.box(0, 64, 100, 100, sand)
    specks(canvas, rng, 68, 99, shade(sand, -0.14), 40)
    x, wide = rng.uniform(36, 64), rng.uniform(26, 40)
    green = vary(rng, (122, 176, 84), 0.1)
    canvas.ellipse(x, 76, wide + 8, 12, green)
    for px in sorted(spread(rng, rng.randint(3, 7), x - wide - 6, x + wide + 6), key=lambda at: -abs(at - x)):
        palm(canvas, rng, px, rng.uniform(66, 71), rng.uniform(22, 44), rng.uniform(-0.3, 0.3))
    blue = vary(rng, (70, 170, 200), 0.08)
    canvas.ellipse(x, 77, wide, 8.6, shade(green, -0.16))
    canvas.ellipse(x, 77.6, wide - 1, 8, blue)
    ripples(canvas, rng, 72, 83, shade(blue, 0.45), 16, x - 0.7 * wide, x + 0.7 * wide)
    for px in spread(rng, rng.randint(1, 5), x - wide, x + wide):
        bush(canvas, rng, px, rng.uniform(86, 90), rng.uniform(6, 11), vary(rng, LEAF))
    for px in spread(rng, rng.randint(0, 3), x - wide, x + wide):
        reeds(canvas, rng, px, 84, rng.uniform(10, 15), 5)


SHORES: dict[str, Place] = {
    "harbor": Place(_harbor, 93, SHORE, pieces=frozenset({"boat"})),
    "lighthouse": Place(_lighthouse, 94, SHORE),
    "pier": Place(_pier, 92, SHORE - {"water"}),
    "cliff": Place(_cliff, 95, SHORE),
    "dam": Place(_dam, 95, SHORE),
    "oasis": Place(_oasis, 94, SHORE),
}
