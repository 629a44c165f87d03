"""Skies, space and the sea floor: places without ground to stand on, and the moon."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place, Rests
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    OPEN_AIR,
    WHITE,
    Rng,
    backdrop,
    cloud,
    clouds,
    either_way,
    frond,
    gradient,
    mixture,
    moon,
    nearer,
    pine,
    ridge,
    rock,
    scatter,
    shaft,
    specks,
    spread,
    stars,
    vary,
)

IN_THE_AIR: frozenset[Rests] = frozenset({"air"})
BELOW: frozenset[Rests] = frozenset({"under water", "ground"})
CORALS: tuple[RGB, ...] = (
    (236, 92, 112),
    (246, 150, 66),
    (178, 92, 196),
    (250, 206, 90),
    (64, 184, 150),
    (240, 130, 190),
)
BOW: tuple[RGB, ...] = ((232, 64, 62), (244, 146, 52), (250, 216, 80), (96, 190, 96), (70, 146, 226), (134, 92, 200))


@either_way
def _sky(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(rng, *DAYS)
    gradient(canvas, 0, 100, top, low)
    if rng.random() < 0.4:
        canvas.ellipse(rng.uniform(14, 86), rng.uniform(10, 46), 8, 8, (255, 242, 160))
    large = rng.uniform(3, 11)
    for y in spread(rng, rng.randint(2, 8), 6, 80):
        cloud(canvas, rng.uniform(-4, 104), y, large * rng.uniform(0.5, 1.2))
    if rng.random() < 0.6:
        sea = rng.uniform(80, 97)
        for x in spread(rng, 6, -6, 106):
            cloud(canvas, x, sea + rng.uniform(-3, 3), rng.uniform(9, 13), blend(WHITE, low, 0.15))
        canvas.box(0, sea + 4, 100, 100, blend(WHITE, low, 0.15))


@nearer(1.1)
def _rainbow(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(rng, *DAYS)
    gradient(canvas, 0, 84, top, low)
    x, y, r = rng.uniform(20, 80), rng.uniform(66, 84), rng.uniform(38, 66)
    for k, colour in enumerate(BOW):
        canvas.arc(x, y, r - 3 * k, 180, 360, 3.2, colour)
    if rng.random() < 0.5:
        for side in (-1, 1):
            cloud(canvas, x + side * (r - 8), y + 1, 8)
    clouds(canvas, rng, 6, 30, rng.randint(0, 4), 5)
    green, land = vary(rng, (122, 190, 96), 0.1), rng.uniform(68, 80)
    if land < 74:
        backdrop(canvas, rng, land, green)
    ridge(canvas, rng, land, rng.uniform(2, 5), shade(green, 0.1), rng.uniform(0.6, 1.6))
    ridge(canvas, rng, 86, 2, green)


@either_way
def _night(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(rng, ((10, 14, 46), (44, 58, 118)), ((22, 14, 58), (92, 62, 128)), ((6, 24, 48), (32, 88, 122)))
    gradient(canvas, 0, 96, top, low)
    band = bezier((-5, rng.uniform(10, 90)), (50, rng.uniform(10, 50)), (105, rng.uniform(0, 50)), 30)
    for size, tone in ((11, 0.10), (7, 0.18), (3.5, 0.3)):
        for x, y in band:
            canvas.ellipse(x, y, size * 1.3, size, blend(blend(top, low, min(1, y / 90)), (190, 170, 240), tone))
    stars(canvas, rng, 84, rng.randint(70, 150))
    if rng.random() < 0.75 and "moon" not in look.without:
        moon(canvas, rng.uniform(16, 84), rng.uniform(14, 44), rng.uniform(4, 10), blend(top, low, 0.25))
    if rng.random() < 0.5:
        x, y = rng.uniform(14, 40), rng.uniform(10, 24)
        canvas.polygon([(x, y), (x - 13, y - 5.5), (x - 0.4, y - 0.9)], (226, 232, 255))
        canvas.ellipse(x, y, 0.8, 0.8, WHITE)
    far = rng.uniform(74, 88)
    ridge(canvas, rng, far, rng.uniform(2, 8), blend((18, 26, 48), low, 0.2), rng.uniform(0.6, 1.8))
    for x in spread(rng, rng.choice((0, 0, 6, 14)), -2, 102):
        pine(canvas, x, 93, rng.uniform(7, 16), (14, 18, 36))
    ridge(canvas, rng, 90, 2, (14, 18, 36))


@either_way
def _aurora(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = (10, 16, 48), (34, 66, 104)
    gradient(canvas, 0, 88, top, low)
    stars(canvas, rng, 60, 80)
    glows = rng.choice(
        (((80, 240, 160), (120, 110, 230)), ((90, 240, 200), (80, 220, 120)), ((220, 90, 190), (90, 230, 170)))
    )
    low_edge = rng.uniform(46, 60)
    for k in range(rng.randint(1, 3)):
        _curtain(canvas, rng, low_edge - rng.uniform(12, 18) * k, (top, low), glows)
    ridge(canvas, rng, 70, rng.uniform(2, 9), (40, 62, 98), rng.uniform(0.6, 1.8))
    for x in spread(rng, rng.randint(0, 18), -2, 102):
        pine(canvas, x, 82, rng.uniform(8, 22), (18, 34, 50))
    ridge(canvas, rng, 82, 2, (176, 200, 226))
    gradient(canvas, 88, 100, (170, 194, 222), (120, 150, 190))


def _curtain(canvas: Canvas, rng: Rng, base: float, night: tuple[RGB, RGB], glows: tuple[RGB, RGB]) -> None:
    """A hanging curtain of light that fades upwards."""
    a, b, phase = rng.uniform(2, 7), rng.uniform(0.8, 2.2), rng.uniform(0, 6)
    tall, slope = rng.uniform(20, 36), rng.uniform(-0.2, 0.1)
    edge = [base + a * math.sin(i / 100 * 6.28 * b + phase) + slope * i for i in range(0, 103, 2)]
    for i, (foot, other) in enumerate(zip(edge, edge[1:], strict=False)):
        light, left = 0.5 + 0.3 * math.sin(i + phase), 2.0 * i
        for j in range(9):
            rise, step = tall * j / 9, tall / 9 + 0.2
            dark = blend(*night, min(1.0, max(0.0, (foot - rise) / 76)))
            colour = blend(dark, blend(*glows, j / 9), light * (1 - j / 9) * 0.85)
            a0, b0 = foot - rise, other - rise
            canvas.polygon([(left, a0), (left + 2.1, b0), (left + 2.1, b0 - step), (left, a0 - step)], colour)


@either_way
def _space(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    deep, haze = mixture(rng, ((10, 10, 34), (64, 34, 100)), ((8, 14, 40), (28, 66, 110)), ((18, 8, 36), (110, 40, 84)))
    gradient(canvas, 0, 100, deep, blend(deep, haze, 0.8), deep)
    for x, y in scatter(rng, 7, 24, 76):
        canvas.ellipse(
            x, y, rng.uniform(9, 18), rng.uniform(3, 6), blend(blend(deep, haze, 0.7), (200, 130, 220), 0.12)
        )
    stars(canvas, rng, 100, 150)
    spots = rng.sample(((18.0, 22.0), (84.0, 70.0), (80.0, 18.0), (16.0, 76.0), (50.0, 14.0)), rng.randint(2, 4))
    for i, (x, y) in enumerate(spots if "planet" not in look.without else ()):
        size = rng.uniform(9, 16) if i == 0 else rng.uniform(3, 9)
        _planet(canvas, rng, x + rng.uniform(-6, 6), y + rng.uniform(-6, 6), size, ring=rng.random() < 0.4)


def _planet(canvas: Canvas, rng: Rng, x: float, y: float, r: float, ring: bool) -> None:
    """A planet in bands or with a ring around it."""
    colour = vary(
        rng, rng.choice(((214, 132, 84), (92, 156, 214), (120, 190, 150), (200, 100, 140), (226, 196, 120))), 0.08
    )
    if ring:
        canvas.line([(x - 1.7 * r, y + 0.45 * r), (x + 1.7 * r, y - 0.45 * r)], 0.16 * r, shade(colour, 0.5))
    canvas.ellipse(x, y, r, r, colour)
    for dy, half, tone in ((-0.5, 0.8, 0.14), (-0.05, 0.96, -0.1), (0.4, 0.86, 0.1)):
        canvas.ellipse(x, y + dy * r, half * r, 0.12 * r, shade(colour, tone))
    dark = [(x + r * math.cos(a / 10), y + r * math.sin(a / 10)) for a in range(-9, 22)]
    inner = [
        (x + 0.75 * r * math.cos(a / 10) - 0.1 * r, y + 0.75 * r * math.sin(a / 10) - 0.1 * r)
        for a in range(21, -10, -1)
    ]
    canvas.polygon([*dark, *inner], shade(colour, -0.3))
    if ring:
        front = bezier((x - 1.7 * r, y + 0.45 * r), (x + 0.3 * r, y + 0.9 * r), (x + 1.7 * r, y - 0.45 * r))
        canvas.line(front, 0.16 * r, shade(colour, 0.6))


@nearer(1.2)
def _moon(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(canvas, 0, 80, (6, 6, 22), (26, 28, 56))
    stars(canvas, rng, 66, 120)
    x, y, r = rng.uniform(22, 84), rng.uniform(18, 40), rng.uniform(6, 16)
    canvas.ellipse(x, y, r, r, (52, 122, 206))
    for dx, dy, rx, ry in ((-0.35, -0.3, 0.36, 0.28), (0.3, 0.25, 0.34, 0.4), (-0.2, 0.55, 0.24, 0.16)):
        canvas.ellipse(x + dx * r, y + dy * r, rx * r, ry * r, (98, 176, 108))
    for dx, dy, rx in ((0.1, -0.55, 0.5), (-0.3, 0.1, 0.5), (0.25, 0.7, 0.36)):
        canvas.ellipse(x + dx * r, y + dy * r, rx * r, 0.09 * r, (236, 244, 250))
    grey = vary(rng, rng.choice(((172, 172, 178), (186, 178, 168), (156, 162, 176))), 0.04)
    ridge(canvas, rng, 66, rng.uniform(1, 9), shade(grey, -0.3), rng.uniform(0.6, 2))
    ridge(canvas, rng, 74, 2, grey)
    gradient(canvas, 80, 100, grey, shade(grey, -0.18))
    for px, py in scatter(rng, 14, 76, 97):
        half = rng.uniform(1.5, 6) * (0.4 + (py - 70) / 30)
        canvas.ellipse(px, py, half, half * 0.32, shade(grey, -0.28))
        canvas.ellipse(px, py + half * 0.08, half * 0.86, half * 0.22, shade(grey, -0.14))
    for px in spread(rng, rng.randint(1, 5), 2, 98):
        rock(canvas, rng, px, rng.uniform(78, 88), rng.uniform(7, 12), shade(grey, -0.16))


def _weed(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, colour: RGB) -> None:
    """Kelp that sways."""
    sway, last = rng.uniform(2, 4), (x, base)
    for k in range(1, 9):
        point: Point = (x + sway * math.sin(k * 0.9), base - tall * k / 8)
        canvas.line([last, point], 1.0, shade(colour, -0.15))
        side = 1 if k % 2 else -1
        frond(canvas, point, (point[0] + side * 3, point[1] - 2), (point[0] + side * 5, point[1] - 6), 1.5, colour)
        last = point


def _deep(canvas: Canvas, rng: Rng, colours: tuple[RGB, ...]) -> None:
    gradient(canvas, 0, 100, *colours)
    for x in spread(rng, 5, 5, 95):
        lean, half = rng.uniform(-16, 16), rng.uniform(2, 5)
        shaft(
            canvas,
            (x - half, x + half),
            (x + lean - 2 * half, x + lean + 2 * half),
            0,
            82,
            (226, 250, 255),
            *colours[:2],
            blend(colours[1], colours[2], 0.6),
            share=0.26,
        )


def _bubbles(canvas: Canvas, rng: Rng, count: int) -> None:
    for x, y in scatter(rng, count, 6, 84):
        r = rng.uniform(0.5, 1.6)
        canvas.ellipse(x, y, r, r, (150, 220, 242))
        canvas.ellipse(x - 0.3 * r, y - 0.3 * r, 0.36 * r, 0.36 * r, WHITE)


@nearer(1.2)
def _underwater(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    blues: tuple[tuple[RGB, RGB, RGB], ...] = (
        ((74, 190, 222), (24, 116, 180), (10, 54, 110)),
        ((84, 206, 206), (20, 132, 154), (8, 66, 96)),
        ((70, 150, 220), (30, 84, 170), (16, 36, 96)),
    )
    _deep(canvas, rng, mixture(rng, *blues))
    ridge(canvas, rng, rng.uniform(66, 80), rng.uniform(3, 10), (40, 100, 130), rng.uniform(0.6, 2))
    ridge(canvas, rng, 88, 2.5, vary(rng, (206, 186, 134), 0.08))
    specks(canvas, rng, 90, 99, (176, 152, 104), 30)
    for x in (*spread(rng, rng.randint(1, 4), 0, 28), *spread(rng, rng.randint(1, 4), 72, 100)):
        _weed(canvas, rng, x, rng.uniform(89, 94), rng.uniform(16, 50), vary(rng, (70, 160, 96), 0.12))
    for x in spread(rng, rng.randint(1, 4), 4, 96):
        rock(canvas, rng, x, rng.uniform(90, 95), rng.uniform(7, 17), (96, 112, 124))
    _bubbles(canvas, rng, rng.randint(8, 30))


@nearer(1.2)
def _reef(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    blues: tuple[tuple[RGB, RGB, RGB], ...] = (
        ((134, 226, 240), (56, 176, 218), (28, 122, 184)),
        ((150, 236, 226), (50, 184, 190), (26, 130, 160)),
        ((120, 204, 246), (70, 150, 226), (40, 100, 190)),
    )
    _deep(canvas, rng, mixture(rng, *blues))
    ridge(canvas, rng, 84, 3, vary(rng, (238, 216, 164), 0.06))
    clear = rng.uniform(36, 64)
    for x in (*spread(rng, rng.randint(5, 7), -4, clear - 12), *spread(rng, rng.randint(5, 7), clear + 12, 104)):
        away = abs(x - clear) / 50
        _coral(canvas, rng, x, rng.uniform(84, 96), rng.uniform(12, 22) + 24 * away * rng.uniform(0.4, 1))
    for x in spread(rng, rng.randint(0, 3), clear - 12, clear + 12):
        _coral(canvas, rng, x, rng.uniform(90, 96), rng.uniform(7, 11))
    _bubbles(canvas, rng, rng.randint(6, 22))


def _coral(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A branched, fan-like or brain-like coral."""
    h, colour, kind = tall, vary(rng, rng.choice(CORALS), 0.06), rng.randrange(3)
    if kind == 0:
        for dx, top in ((-0.34, 0.62), (-0.14, 0.94), (0.1, 0.8), (0.32, 0.98), (0.46, 0.56)):
            tip = (x + dx * h, base - top * h)
            canvas.curve((x, base), (x + dx * 0.2 * h, base - 0.5 * top * h), tip, 0.09 * h, colour)
            canvas.ellipse(*tip, 0.055 * h, 0.055 * h, shade(colour, 0.35))
    elif kind == 1:
        canvas.line([(x, base), (x, base - 0.3 * h)], 0.1 * h, shade(colour, -0.2))
        canvas.ellipse(x, base - 0.58 * h, 0.4 * h, 0.4 * h, colour)
        for k in range(7):
            angle = math.radians(-150 + 20 * k)
            canvas.line(
                [(x, base - 0.26 * h), (x + 0.4 * h * math.cos(angle), base - 0.56 * h + 0.42 * h * math.sin(angle))],
                0.02 * h,
                shade(colour, -0.25),
            )
    else:
        canvas.ellipse(x, base - 0.1 * h, 0.44 * h, 0.34 * h, colour)
        for k in range(4):
            canvas.arc(x, base - 0.05 * h, (0.1 + 0.08 * k) * h, 195, 345, 0.025 * h, shade(colour, -0.22))


SKY: dict[str, Place] = {
    "sky": Place(_sky, 78, IN_THE_AIR),
    "rainbow sky": Place(_rainbow, 93, OPEN_AIR),
    "night sky": Place(_night, 94, OPEN_AIR, dark=True, pieces=frozenset({"moon"})),
    "northern lights": Place(_aurora, 93, OPEN_AIR, dark=True),
    "space": Place(_space, 76, IN_THE_AIR, dark=True, pieces=frozenset({"planet"})),
    "moon": Place(_moon, 88, frozenset({"ground", "air", "bust"}), dark=True),
    "underwater": Place(_underwater, 92, BELOW),
    "coral reef": Place(_reef, 92, BELOW),
}
