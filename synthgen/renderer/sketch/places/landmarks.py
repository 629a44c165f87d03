"""Buildings that are a place of their own."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    backdrop,
    bush,
    cloud,
    day_sky,
    gradient,
    mixture,
    moon,
    nearer,
    ridge,
    spread,
    stars,
    tree,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import (
    GLASS,
    IRON,
    PAVEMENT,
    bricks,
    road,
    skyline,
    star_badge,
)

GLASSES: tuple[RGB, ...] = ((206, 60, 70), (66, 110, 200), (240, 196, 70), (80, 160, 110))


@nearer(1.06, 94)
def _church(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 66)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 60, green)
    ridge(canvas, rng, 60, 4, shade(green, 0.14))
    for x in spread(rng, rng.randint(0, 8), -4, 104):
        tree(canvas, rng, x, 66, rng.uniform(14, 28), vary(rng, LEAF))
    wall = vary(rng, rng.choice(((246, 242, 234), (226, 206, 176), (200, 176, 156), (190, 110, 88))), 0.04)
    roof = vary(rng, rng.choice(((110, 92, 96), (150, 74, 58), (80, 104, 112))), 0.06)
    bays, spire, eaves = rng.randint(2, 4), rng.uniform(6, 16), rng.uniform(43, 49)
    end = 54.0 + 10 * bays
    canvas.box(34, eaves - 1, end, 78, wall)
    canvas.polygon([(30, eaves), (40, eaves - 15), (end - 4, eaves - 15), (end + 4, eaves)], roof)
    for k in range(bays):
        x, pane = 50 + 10 * k, GLASSES[(k + bays) % 4]
        canvas.box(x, 57, x + 5, 72, pane)
        canvas.ellipse(x + 2.5, 57, 2.5, 2.5, pane)
        canvas.line([(x + 2.5, 55), (x + 2.5, 72)], 0.5, WHITE)
    canvas.box(22, 34, 46, 78, shade(wall, 0.05))
    canvas.box(41, 34, 46, 78, shade(wall, -0.08))
    canvas.polygon([(20, 35), (34, spire + 4), (48, 35)], roof)
    canvas.box(33.4, spire - 4.5, 34.8, spire + 5, (206, 170, 80))
    canvas.box(31.2, spire - 2, 37, spire - 0.6, (206, 170, 80))
    canvas.ellipse(34, 46, 4.6, 4.6, shade(wall, -0.3))
    for k in range(8):
        angle = math.radians(45 * k)
        canvas.ellipse(34 + 2.6 * math.cos(angle), 46 + 2.6 * math.sin(angle), 1.3, 1.3, GLASSES[k % 4])
    canvas.box(28.5, 62, 39.5, 78, (110, 72, 50))
    canvas.ellipse(34, 62, 5.5, 5.5, (110, 72, 50))
    canvas.line([(34, 57), (34, 78)], 0.5, (70, 46, 34))
    gradient(canvas, 76, 100, green, shade(green, -0.14))
    canvas.polygon([(29, 78), (39, 78), (66, 100), (26, 100)], (222, 204, 166))
    for x in spread(rng, rng.randint(0, 6), 46, 100):
        bush(canvas, rng, x, 79, rng.uniform(7, 10), vary(rng, LEAF))
    tufts(canvas, rng, 80, 99, shade(green, -0.2), 20)


def _windows(canvas: Canvas, xs: list[float], y: float, w: float, h: float, frame: RGB = WHITE) -> None:
    for x in xs:
        canvas.box(x - 0.8, y - 0.8, x + w + 0.8, y + h + 0.8, frame)
        canvas.box(x, y, x + w, y + h, GLASS)
        canvas.polygon([(x, y + h), (x + 0.5 * w, y), (x + 0.8 * w, y), (x + 0.3 * w, y + h)], shade(GLASS, 0.3))


@nearer(1.05, 94)
def _fire_station(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 78)
    if rng.random() < 0.5:
        skyline(canvas, rng, 74, 10, 26, fade=((214, 234, 246), 0.5))
    else:
        backdrop(canvas, rng, 72, vary(rng, GRASS))
    canvas.box(0, 72, 100, 84, PAVEMENT)
    brick = vary(rng, rng.choice(((178, 84, 64), (196, 128, 96), (150, 76, 70), (206, 176, 146))), 0.06)
    bricks(canvas, 8, 78, 74, 92, brick)
    canvas.box(72.6, 6, 93.4, 10, (240, 236, 228))
    canvas.polygon([(73, 6), (83, -4), (93, 6)], (110, 60, 52))
    _windows(canvas, [79], 16, 8, 12)
    roof, gates = rng.uniform(18, 27), rng.choice((1, 2, 2, 3))
    bricks(canvas, roof, 78, 6, 74, brick)
    canvas.box(4.6, roof - 2.4, 75.4, roof + 1.4, (240, 236, 228))
    _windows(canvas, spread(rng, rng.choice((2, 4, 6)), 8, 68, 0), 31, 6, 9)
    red = rng.choice(((206, 38, 40), (190, 30, 36), (220, 60, 44)))
    wide = min(28.0, 62 / gates - 4)
    for x in spread(rng, gates, 8 - wide / 2, 72 - wide / 2, 0):
        canvas.box(x - 1.2, 46.6, x + wide + 1.2, 78, (240, 236, 228))
        canvas.box(x, 48, x + wide, 78, red)
        for k in range(4):
            pane = x + wide * (0.06 + 0.23 * k)
            canvas.box(pane, 52, pane + 0.17 * wide, 58, (196, 224, 238), 0.5)
        for y in (62, 67, 72):
            canvas.box(x, y, x + wide, y + 0.6, shade(red, -0.25))
    _flame_shield(canvas, 40.2, 38, 5.4)
    canvas.ellipse(83, 46, 4, 4, (206, 38, 40))
    canvas.ellipse(83, 46, 2.6, 2.6, (240, 206, 90))
    canvas.box(0, 77.9, 100, 84, PAVEMENT)
    road(canvas, 84, 100)
    _hydrant(canvas, rng.uniform(94, 96), 84, 12)


def _flame_shield(canvas: Canvas, x: float, y: float, r: float) -> None:
    canvas.ellipse(x, y, r, r, (240, 206, 90))
    canvas.ellipse(x, y, 0.84 * r, 0.84 * r, (170, 30, 34))
    flame: list[Point] = [(0, -0.7), (0.3, -0.1), (0.42, 0.25), (0.2, 0.62), (-0.2, 0.62), (-0.42, 0.2), (-0.2, -0.1)]
    canvas.blob([(x + dx * r, y + dy * r) for dx, dy in flame], (250, 170, 50))
    canvas.ellipse(x, y + 0.36 * r, 0.2 * r, 0.26 * r, (255, 236, 140))


def _hydrant(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h, red = tall, (214, 48, 44)
    canvas.box(x - 0.22 * h, base - 0.75 * h, x + 0.22 * h, base, red, 0.6)
    canvas.ellipse(x, base - 0.76 * h, 0.22 * h, 0.2 * h, red)
    canvas.box(x - 0.4 * h, base - 0.58 * h, x + 0.4 * h, base - 0.4 * h, shade(red, -0.15), 0.5)
    canvas.box(x - 0.3 * h, base - 0.08 * h, x + 0.3 * h, base, shade(red, -0.25))


@nearer(1.05, 94)
def _police_station(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 76)
    if rng.random() < 0.5:
        skyline(canvas, rng, 76, 20, 60, fade=((214, 234, 246), 0.45))
    canvas.box(0, 74, 100, 85, PAVEMENT)
    wall = vary(
        rng, rng.choice(((206, 212, 220), (232, 214, 180), (150, 168, 192), (206, 160, 136), (240, 240, 236))), 0.05
    )
    blue = vary(rng, (36, 72, 150), 0.08)
    side, top = rng.uniform(2, 14), rng.uniform(14, 27)
    canvas.box(side, top, 100 - side, 78, wall)
    canvas.box(side - 2, top - 4, 102 - side, top + 2, blue)
    columns = [x for x in (4.0, 14.0, 24.0, 68.0, 78.0, 88.0) if side < x < 92 - side]
    rows = (33, 53) if top > 20 else (24, 42, 60)
    for y in rows:
        _windows(canvas, columns, y, 7, rng.uniform(9, 12))
    canvas.box(36, 28, 64, 78, shade(wall, 0.25))
    canvas.polygon([(33, 30), (50, 12), (67, 30)], blue)
    for x in (37, 59.5):
        canvas.box(x, 30, x + 3.5, 76, shade(wall, -0.1))
    canvas.ellipse(50, 40, 8.4, 8.4, blue)
    canvas.ellipse(50, 40, 7, 7, (236, 240, 246))
    star_badge(canvas, 50, 40, 6.4, (222, 176, 60))
    canvas.box(42.4, 52, 57.6, 78, (40, 56, 90))
    for x in (43.4, 50.5):
        canvas.box(x, 53.4, x + 6, 70, GLASS)
    for x in (32, 68):
        canvas.line([(x, 50), (x, 54), (x + (50 - x) * 0.16, 54)], 0.8, IRON)
        canvas.box(x - 2.2, 45, x + 2.2, 50, (74, 140, 250), 0.6)
        canvas.box(x - 1.5, 45.6, x - 0.5, 49.4, (200, 226, 255), 0.4)
        canvas.polygon([(x - 3, 45.2), (x, 42.8), (x + 3, 45.2)], IRON)
    for k in range(3):
        canvas.box(38 - 2 * k, 76 + 1.6 * k, 62 + 2 * k, 78 + 1.6 * k, shade(wall, -0.06 * k))
    canvas.box(0, 80.8, 100, 85, PAVEMENT)
    road(canvas, 85, 100)


def _battlements(canvas: Canvas, x0: float, x1: float, top: float, stone: RGB) -> None:
    count = max(3, int((x1 - x0) / 3.4))
    step = (x1 - x0) / (2 * count - 1)
    for k in range(count):
        canvas.box(x0 + 2 * k * step, top - 3, x0 + (2 * k + 1) * step, top + 0.2, stone)


def _turret(canvas: Canvas, x: float, w: float, top: float, base: float, stone: RGB, roof: RGB, banner: RGB) -> None:
    """A round tower with a pointed roof and a pennant."""
    canvas.box(x, top, x + w, base, stone)
    canvas.box(x + 0.66 * w, top, x + w, base, shade(stone, -0.12))
    canvas.box(x - 0.08 * w, top - 1, x + 1.08 * w, top + 2, shade(stone, -0.06))
    canvas.line([(x + w / 2, top - 1.3 * w), (x + w / 2, top - 2 * w)], 0.5, IRON)
    canvas.polygon([(x + w / 2, top - 2 * w), (x + 1.05 * w, top - 1.8 * w), (x + w / 2, top - 1.6 * w)], banner)
    canvas.polygon([(x - 0.16 * w, top - 0.6), (x + w / 2, top - 1.5 * w), (x + 1.16 * w, top - 0.6)], roof)
    canvas.polygon(
        [(x + w / 2, top - 1.5 * w), (x + 1.16 * w, top - 0.6), (x + 0.6 * w, top - 0.6)], shade(roof, -0.18)
    )
    for y in (top + 6, top + 18):
        if y + 6 < base:
            canvas.box(x + 0.36 * w, y, x + 0.6 * w, y + 5, shade(stone, -0.62), 0.8)


@nearer(1.08, 92)
def _castle(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 72)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 66, green)
    ridge(canvas, rng, 72, 4, shade(green, 0.08))
    stone = vary(rng, rng.choice(((206, 200, 192), (226, 210, 190), (176, 182, 196), (232, 214, 220))), 0.04)
    roof = vary(rng, rng.choice(((60, 96, 170), (186, 66, 62), (110, 76, 150), (56, 130, 120))), 0.06)
    banner = rng.choice(((226, 62, 60), (250, 200, 60), (70, 130, 214)))
    keep = rng.uniform(10, 18)
    _turret(canvas, rng.uniform(38, 52), keep, 22 + 0.6 * keep, 60, stone, roof, banner)
    for x in rng.sample((29.0, 36.0, 57.0, 64.0), rng.randint(0, 3)):
        _turret(canvas, x, rng.uniform(6, 9), rng.uniform(30, 42), 64, shade(stone, -0.06), roof, banner)
    canvas.box(26, 52, 74, 80, stone)
    _battlements(canvas, 26, 74, 52, stone)
    for _ in range(12):
        x, y = rng.uniform(27, 70), rng.uniform(55, 78)
        canvas.box(x, y, x + 3, y + 1.2, shade(stone, -0.08), 0.3)
    thick = rng.uniform(10, 16)
    for x in (28 - thick, 72.0):
        _turret(canvas, x, thick, rng.uniform(34, 48), 81, stone, roof, banner)
    canvas.box(42, 64, 58, 82, shade(stone, -0.3))
    canvas.ellipse(50, 64, 8, 8, shade(stone, -0.3))
    canvas.box(43.6, 64, 56.4, 82, (104, 70, 46))
    canvas.ellipse(50, 64, 6.4, 6.4, (104, 70, 46))
    for x in (46.6, 50.0, 53.4):
        canvas.line([(x, 59), (x, 82)], 0.5, (66, 44, 32))
    ridge(canvas, rng, 82, 1, green)
    gradient(canvas, 85, 100, green, shade(green, -0.14))
    canvas.polygon([(43, 81), (57, 81), (76, 100), (24, 100)], (214, 192, 150))
    for x in (*spread(rng, rng.randint(0, 4), -2, 24), *spread(rng, rng.randint(0, 4), 76, 102)):
        bush(canvas, rng, x, 86, rng.uniform(9, 13), vary(rng, LEAF))


@nearer(1.08, 90)
def _haunted(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(
        rng, ((30, 22, 66), (126, 76, 140)), ((16, 34, 54), (70, 130, 120)), ((40, 20, 40), (190, 96, 70))
    )
    gradient(canvas, 0, 84, top, low)
    stars(canvas, rng, 40, 30)
    x = rng.uniform(10, 84)
    if "moon" not in look.without:
        moon(canvas, x, rng.uniform(14, 30), rng.uniform(8, 13), blend(top, low, 0.3))
    cloud(canvas, x - 8, 34, 5, blend(top, low, 0.5), blend(top, low, 0.45))
    ridge(canvas, rng, 74, 5, blend((26, 24, 40), low, 0.3))
    wall, roof, lit = (62, 54, 78), (34, 28, 48), rng.choice(((250, 206, 90), (180, 240, 120), (250, 150, 60)))
    canvas.polygon([(24, 82), (26, 44), (66, 46), (68, 82)], wall)
    canvas.polygon([(20, 46), (32, 28), (58, 29), (72, 48)], roof)
    canvas.polygon([(30, 46), (28, 20), (45, 19), (44, 46)], shade(wall, 0.08))
    canvas.polygon([(25, 21), (39, -1), (49, 19)], roof)
    for x0, y0, w, h in ((33, 25, 7, 9), (29, 52, 8, 11), (55, 52, 8, 11), (33.5, 36, 6, 5)):
        canvas.polygon(
            [(x0, y0 + h), (x0 + 0.3, y0), (x0 + w, y0 + 0.4), (x0 + w - 0.3, y0 + h)],
            lit if rng.random() < 0.8 else (28, 24, 40),
        )
        canvas.line([(x0 + w / 2, y0), (x0 + w / 2, y0 + h)], 0.6, roof)
        canvas.line([(x0, y0 + h / 2), (x0 + w, y0 + h / 2)], 0.6, roof)
    canvas.box(42, 62, 52, 82, (24, 18, 30))
    canvas.ellipse(47, 62, 5, 5, (24, 18, 30))
    for k in range(7):
        canvas.line(
            [(62 + rng.uniform(-34, 3), 50 + 4 * k), (66 - rng.uniform(0, 30), 50 + 4 * k)], 0.3, shade(wall, -0.3)
        )
    for tx in rng.sample((84.0, 8.0, 95.0), rng.randint(1, 2)):
        _dead_tree(canvas, tx + rng.uniform(-3, 3), 84, rng.uniform(30, 52))
    ground = blend((34, 40, 40), low, 0.15)
    ridge(canvas, rng, 82, 1.5, ground)
    gradient(canvas, 86, 100, ground, shade(ground, -0.3))
    for gx in rng.sample((5.0, 14.0, 23.0, 77.0, 86.0, 95.0), rng.randint(1, 5)):
        canvas.box(gx - 3, 80, gx + 3, 89, (120, 120, 134), 0)
        canvas.ellipse(gx, 80, 3, 3, (120, 120, 134))
        canvas.box(gx - 0.4, 79.4, gx + 0.4, 85, (84, 84, 98))
        canvas.box(gx - 1.7, 80.8, gx + 1.7, 81.6, (84, 84, 98))


def _dead_tree(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h, bark = tall, (26, 20, 32)
    canvas.polygon(
        [(x - 0.08 * h, base), (x - 0.02 * h, base - 0.6 * h), (x + 0.03 * h, base - 0.6 * h), (x + 0.09 * h, base)],
        bark,
    )
    for start, dx, dy in ((0.5, -0.3, 0.8), (0.56, 0.26, 0.86), (0.6, -0.1, 1.0), (0.42, 0.28, 0.6), (0.62, 0.1, 1.02)):
        canvas.curve(
            (x, base - start * h), (x + dx * 0.8 * h, base - start * h), (x + dx * h, base - dy * h), 0.025 * h, bark
        )
        canvas.line(
            [(x + dx * 0.7 * h, base - (start + dy) * 0.5 * h), (x + dx * 1.2 * h, base - (start + dy) * 0.52 * h)],
            0.015 * h,
            bark,
        )


LANDMARKS: dict[str, Place] = {
    "church": Place(_church, 91, OPEN_AIR),
    "fire station": Place(_fire_station, 93, OPEN_AIR),
    "police station": Place(_police_station, 93, OPEN_AIR),
    "castle": Place(_castle, 92, OPEN_AIR),
    "haunted house": Place(_haunted, 92, OPEN_AIR, dark=True, pieces=frozenset({"moon"})),
}
