"""Places of work and learning."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    WALLS,
    WOODS,
    boards,
    books,
    cabinets,
    drape,
    pot_plant,
    shelf,
    table,
    tiles,
    window,
)
from synthgen.renderer.sketch.places.scenery import (
    PETALS,
    WHITE,
    Rng,
    either_way,
    glow,
    gradient,
    rock,
    spread,
    vary,
)
from synthgen.renderer.sketch.places.urban import IRON, clock_face, flag, skyline

CLINIC: tuple[RGB, ...] = ((214, 234, 238), (222, 236, 220), (226, 226, 240), (240, 232, 216))
STEEL: RGB = (196, 202, 208)
LIQUIDS: tuple[RGB, ...] = ((90, 200, 140), (236, 100, 120), (90, 160, 236), (250, 200, 80), (180, 110, 220))


@either_way
def _office(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gradient(canvas, 8, 60, (150, 204, 240), (226, 240, 248))
    skyline(canvas, rng, 60, 12, 36, fade=((226, 240, 248), 0.35))
    paint = vary(rng, rng.choice(WALLS), 0.06)
    canvas.box(0, 0, 100, 10, (236, 238, 240))
    for x in (4, 36, 68):
        canvas.box(x, 3, x + 26, 6, (255, 252, 230), 0.6)
    for x in (0, 32, 64, 97):
        canvas.box(x, 9, x + 3, 62, (240, 242, 244))
    canvas.box(0, 58, 100, 74, shade(paint, 0.2))
    canvas.box(0, 57, 100, 60, (240, 242, 244))
    carpet = vary(rng, rng.choice(((110, 124, 146), (150, 140, 130), (96, 130, 126))), 0.08)
    gradient(canvas, 73, 100, carpet, shade(carpet, -0.16))
    wood = rng.choice(WOODS)
    for x, base, w in ((4, 84, 34), (66, 84, 40)):
        table(canvas, x, base, w, 18, wood)
        canvas.box(x + 1, base - 15, x + 10, base - 1, shade(wood, -0.08), 0.4)
        for k in range(3):
            canvas.box(x + 2, base - 14 + 4.4 * k, x + 9, base - 10.4 + 4.4 * k, shade(wood, 0.15), 0.3)
        _monitor(canvas, rng, x + w * 0.55, base - 18, 17)
        canvas.box(x + 4, base - 23, x + 8, base - 18, rng.choice(PETALS), 0.6)
    _office_chair(canvas, rng.uniform(20, 26), 92, 15, rng.choice(((50, 56, 66), (60, 100, 160), (170, 60, 60))))
    pot_plant(canvas, rng, 50, 75, 26)


def _monitor(canvas: Canvas, rng: Rng, x: float, base: float, w: float) -> None:
    canvas.box(x - 0.1 * w, base - 0.2 * w, x + 0.1 * w, base, (70, 74, 82))
    canvas.box(x - 0.24 * w, base - 0.06 * w, x + 0.24 * w, base, (70, 74, 82), 0.4)
    canvas.box(x - 0.5 * w, base - 0.8 * w, x + 0.5 * w, base - 0.16 * w, (44, 48, 56), 0.8)
    canvas.box(x - 0.45 * w, base - 0.75 * w, x + 0.45 * w, base - 0.21 * w, (196, 226, 246))
    for k, high in enumerate((0.2, 0.34, 0.14, 0.28)):
        canvas.box(
            x + (-0.36 + 0.19 * k) * w, base - (0.26 + high) * w, x + (-0.24 + 0.19 * k) * w, base - 0.26 * w, PETALS[k]
        )


def _office_chair(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    for dx in (-0.4, 0.0, 0.4):
        canvas.line([(x, base - 0.3 * w), (x + dx * w, base - 0.08 * w)], 0.07 * w, IRON)
        canvas.ellipse(x + dx * w, base - 0.06 * w, 0.07 * w, 0.07 * w, IRON)
    canvas.line([(x, base - 0.3 * w), (x, base - 0.6 * w)], 0.1 * w, IRON)
    canvas.box(x - 0.44 * w, base - 1.5 * w, x + 0.44 * w, base - 0.72 * w, colour, 0.16 * w)
    canvas.box(x - 0.5 * w, base - 0.72 * w, x + 0.5 * w, base - 0.54 * w, shade(colour, -0.2), 0.09 * w)


@either_way
def _library(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wood = vary(rng, rng.choice(WOODS), 0.08)
    canvas.box(0, 0, 100, 78, shade(wood, -0.1))
    for x in (-2, 32.5, 67):
        shelf(canvas, rng, x, 2, 34, 78, wood, rng.choice((5, 6)))
        canvas.box(x - 0.8, 0, x + 35, 4, shade(wood, 0.1))
    boards(canvas, rng, 78, shade(wood, 0.14))
    x = rng.uniform(12, 24)
    for dx in (0, 8):
        canvas.line([(x + dx * 0.9 + 4, 4), (x + dx - 2, 86)], 1.2, (214, 176, 116))
    for k in range(10):
        t = (k + 0.5) / 10
        canvas.line([(x + 4 - 6 * t, 4 + 82 * t), (x + 11.2 - 5.2 * t, 4 + 82 * t)], 1, (196, 156, 98))
    for k, base in enumerate((90.0, 87.4, 85.0)):
        canvas.box(
            84 + 1.5 * k,
            base - 2.4,
            96 - k,
            base,
            rng.choice(((186, 60, 52), (54, 92, 150), (62, 130, 92), (226, 180, 84))),
            0.4,
        )
        canvas.box(94 - k, base - 2, 96 - k, base - 0.4, WHITE)


@either_way
def _classroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(((242, 234, 206), (214, 230, 236), (236, 220, 214), (222, 234, 210))), 0.05)
    gradient(canvas, 0, 74, shade(paint, 0.2), paint)
    boards(canvas, rng, 74)
    green = rng.choice(((46, 98, 78), (46, 98, 78), (52, 60, 66)))
    canvas.box(14, 10, 74, 48, (150, 104, 66), 0.6)
    canvas.box(16, 12, 72, 46, green)
    chalk = (232, 238, 230)
    for k in range(3):
        canvas.line([(21, 18 + 6 * k), (21 + rng.uniform(12, 20), 18 + 6 * k)], 0.8, chalk)
    kind = rng.randrange(3)
    if kind == 0:
        canvas.line([(50, 34), (66, 34), (58, 20), (50, 34)], 0.8, chalk)
    elif kind == 1:
        canvas.arc(58, 28, 8, 0, 360, 0.8, chalk)
        canvas.line([(58, 28), (66, 28)], 0.8, chalk)
    else:
        canvas.line([(50, 18), (50, 36), (68, 36)], 0.8, chalk)
        canvas.line([(50, 36), (56, 28), (61, 31), (67, 19)], 0.8, (250, 214, 120))
    canvas.box(14, 47, 74, 49.4, (176, 126, 82))
    clock_face(canvas, rng, 86, 17, 6.5)
    canvas.box(78, 30, 96, 46, (196, 150, 100))
    for k in range(4):
        canvas.box(80 + 7.6 * (k % 2), 32 + 7 * (k // 2), 86 + 7.6 * (k % 2), 37 + 7 * (k // 2), shade(PETALS[k], 0.3))
    wood = rng.choice(WOODS)
    canvas.box(28, 58, 60, 74, wood)
    canvas.box(26, 56, 62, 59, shade(wood, 0.14))
    canvas.ellipse(34, 53.6, 2.4, 2.4, (214, 48, 48))
    books(canvas, rng, 46, 56, 56, 8)
    for x in (-4, 13, 72, 89):
        canvas.line([(x + 2, 80), (x + 1, 96)], 0.9, STEEL)
        canvas.line([(x + 13, 80), (x + 14, 96)], 0.9, STEEL)
        canvas.polygon([(x + 1, 77), (x + 14, 77), (x + 16, 82), (x - 1, 82)], shade(wood, 0.25))
        canvas.box(x - 1, 82, x + 16, 84, wood)
        canvas.box(x + 4, 77.6, x + 9, 80, rng.choice(PETALS))


@either_way
def _laboratory(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(CLINIC), 0.05)
    gradient(canvas, 0, 70, shade(paint, 0.3), paint)
    tiles(canvas, 82, shade(paint, 0.3), shade(paint, -0.08), 3)
    for y in (22, 40):
        canvas.box(4, y, 62, y + 2, STEEL)
        for x in spread(rng, 7, 6, 60, 0.15):
            _flask(canvas, rng, x, y, rng.uniform(9, 13))
    canvas.box(70, 8, 96, 44, (250, 250, 250), 1)
    cells = [(76, 14), (83, 20), (90, 14), (83, 29), (76, 35), (90, 36)]
    for a, b in ((0, 1), (1, 2), (1, 3), (3, 4), (3, 5)):
        canvas.line([cells[a], cells[b]], 1, (120, 130, 146))
    for k, (x, y) in enumerate(cells):
        canvas.ellipse(x, y, 3, 3, LIQUIDS[k % 5])
    front = vary(rng, rng.choice(((236, 240, 242), (170, 200, 214), (190, 214, 196))), 0.04)
    cabinets(canvas, 0, 100, 67, 86, 8, front)
    canvas.box(0, 63, 100, 67, (70, 78, 90))
    for x in (rng.uniform(10, 16), rng.uniform(26, 32)):
        _flask(canvas, rng, x, 63, rng.uniform(15, 19))
    _microscope(canvas, rng.uniform(82, 88), 63, 22)
    canvas.box(62, 58, 74, 60, (196, 150, 100))
    for k in range(4):
        canvas.box(63 + 2.8 * k, 53, 65 + 2.8 * k, 62, (226, 240, 246), 0.8)
        canvas.box(63 + 2.8 * k, 57.4, 65 + 2.8 * k, 62, LIQUIDS[k], 0.8)


def _flask(canvas: Canvas, rng: Rng, x: float, base: float, tall: float) -> None:
    """A conical or round flask with a coloured liquid."""
    h, liquid, pane = tall, rng.choice(LIQUIDS), (226, 240, 246)
    if rng.random() < 0.5:
        canvas.polygon(
            [
                (x - 0.1 * h, base - h),
                (x + 0.1 * h, base - h),
                (x + 0.1 * h, base - 0.62 * h),
                (x + 0.4 * h, base),
                (x - 0.4 * h, base),
                (x - 0.1 * h, base - 0.62 * h),
            ],
            pane,
        )
        canvas.polygon(
            [
                (x - 0.23 * h, base - 0.38 * h),
                (x + 0.23 * h, base - 0.38 * h),
                (x + 0.38 * h, base - 0.02 * h),
                (x - 0.38 * h, base - 0.02 * h),
            ],
            liquid,
        )
    else:
        canvas.box(x - 0.1 * h, base - h, x + 0.1 * h, base - 0.5 * h, pane)
        canvas.ellipse(x, base - 0.34 * h, 0.34 * h, 0.34 * h, pane)
        canvas.polygon(
            [
                (x + 0.31 * h * math.cos(math.radians(a)), base - 0.34 * h + 0.31 * h * math.sin(math.radians(a)))
                for a in range(0, 181, 15)
            ],
            liquid,
        )
    canvas.box(x - 0.14 * h, base - h, x + 0.14 * h, base - 0.94 * h, shade(pane, -0.1))


def _microscope(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h, body = tall, (60, 68, 82)
    canvas.box(x - 0.36 * h, base - 0.08 * h, x + 0.3 * h, base, body, 0.5)
    canvas.line(
        bezier((x + 0.1 * h, base - 0.06 * h), (x + 0.42 * h, base - 0.4 * h), (x + 0.06 * h, base - 0.66 * h)),
        0.09 * h,
        body,
    )
    canvas.box(x - 0.34 * h, base - 0.28 * h, x + 0.2 * h, base - 0.22 * h, body)
    canvas.line([(x - 0.1 * h, base - 0.36 * h), (x - 0.02 * h, base - 0.78 * h)], 0.14 * h, (236, 240, 244))
    canvas.line([(x + 0.0 * h, base - 0.84 * h), (x + 0.03 * h, base - 0.98 * h)], 0.1 * h, body)


@either_way
def _hospital(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(CLINIC), 0.06)
    gradient(canvas, 0, 76, shade(paint, 0.3), paint)
    tiles(canvas, 76, shade(paint, 0.4), shade(paint, -0.06), 4)
    canvas.box(0, 52, 100, 55, shade(paint, -0.25))
    window(canvas, rng, 60, 12, 20, 28)
    canvas.ellipse(44, 22, 8, 8, WHITE)
    canvas.box(42.2, 16.4, 45.8, 27.6, (222, 48, 50))
    canvas.box(38.4, 20.2, 49.6, 23.8, (222, 48, 50))
    canvas.line([(-2, 8), (34, 8)], 0.8, STEEL)
    drape(canvas, -2, 8, 12, 66, shade(rng.choice(((96, 180, 190), (120, 170, 210), (130, 190, 150))), 0.3))
    _bed(canvas, 2, 88, 46, rng.choice(((110, 180, 210), (130, 196, 160), (170, 160, 214))))
    x = rng.uniform(82, 88)
    canvas.line([(x, 86), (x, 44)], 0.9, STEEL)
    for dx in (-4, 0, 4):
        canvas.line([(x, 82), (x + dx, 87)], 0.9, STEEL)
    canvas.box(x - 8, 44, x + 8, 58, (60, 66, 78), 1)
    canvas.box(x - 6.8, 45.2, x + 6.8, 56.8, (20, 40, 44))
    pulse: list[Point] = [(-6, 0), (-3, 0), (-2, -3), (-0.6, 4), (0.6, -2), (1.4, 0), (6, 0)]
    canvas.line([(x + a, 51 + b) for a, b in pulse], 0.7, (90, 240, 140))
    canvas.line([(54, 84), (54, 30), (59, 30)], 0.7, STEEL)
    canvas.box(56.6, 31, 61.4, 40, (214, 236, 246), 1)
    canvas.curve((59, 40), (58, 60), (46, 66), 0.3, STEEL)


def _bed(canvas: Canvas, x: float, base: float, w: float, cover: RGB) -> None:
    """A hospital bed with a raised head, on wheels."""
    for dx in (0.1, 0.86):
        canvas.line([(x + dx * w, base - 0.24 * w), (x + dx * w, base - 0.06 * w)], 0.9, STEEL)
        canvas.ellipse(x + dx * w, base - 0.04 * w, 0.04 * w, 0.04 * w, (70, 74, 82))
    canvas.box(x, base - 0.3 * w, x + 0.98 * w, base - 0.22 * w, STEEL, 0.6)
    canvas.polygon(
        [
            (x + 0.02 * w, base - 0.62 * w),
            (x + 0.1 * w, base - 0.66 * w),
            (x + 0.34 * w, base - 0.4 * w),
            (x + 0.96 * w, base - 0.4 * w),
            (x + 0.96 * w, base - 0.3 * w),
            (x + 0.28 * w, base - 0.3 * w),
        ],
        WHITE,
    )
    canvas.ellipse(x + 0.12 * w, base - 0.6 * w, 0.1 * w, 0.06 * w, (236, 242, 246), turn=45)
    canvas.polygon(
        [
            (x + 0.36 * w, base - 0.43 * w),
            (x + 0.98 * w, base - 0.43 * w),
            (x + 1.0 * w, base - 0.24 * w),
            (x + 0.36 * w, base - 0.24 * w),
        ],
        cover,
    )
    canvas.line([(x + 0.98 * w, base - 0.22 * w), (x + 0.98 * w, base - 0.52 * w)], 1.2, STEEL)
    canvas.line([(x, base - 0.24 * w), (x, base - 0.7 * w)], 1.2, STEEL)


@either_way
def _dentist(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(CLINIC), 0.06)
    gradient(canvas, 0, 76, shade(paint, 0.35), paint)
    tiles(canvas, 76, WHITE, shade(paint, -0.08), 4)
    mint = vary(rng, rng.choice(((76, 176, 170), (84, 150, 210), (150, 130, 206), (110, 186, 130))), 0.06)
    canvas.box(64, 10, 92, 40, WHITE, 1.4)
    canvas.box(65.4, 11.4, 90.6, 38.6, shade(mint, 0.6), 1)
    _tooth(canvas, 78, 25, 20)
    cabinets(canvas, 62, 100, 54, 78, 3, shade(mint, 0.4))
    canvas.box(61, 51, 100, 54, WHITE)
    canvas.ellipse(80, 51, 5, 2, STEEL)
    for k in range(3):
        canvas.box(88 + 3 * k, 45, 90 + 3 * k, 51, rng.choice(LIQUIDS), 0.5)
    _recliner(canvas, 4, 90, 52, mint)


def _tooth(canvas: Canvas, x: float, y: float, size: float) -> None:
    s = size
    crown: list[Point] = [
        (-0.4, -0.3),
        (-0.2, -0.48),
        (0, -0.38),
        (0.2, -0.48),
        (0.4, -0.3),
        (0.36, 0.02),
        (0.26, 0.46),
        (0.14, 0.44),
        (0.06, 0.08),
        (-0.06, 0.08),
        (-0.14, 0.44),
        (-0.26, 0.46),
        (-0.36, 0.02),
    ]
    canvas.blob([(x + dx * s, y + dy * s) for dx, dy in crown], (206, 220, 228))
    canvas.blob([(x + dx * s * 0.9, y + dy * s * 0.9) for dx, dy in crown], WHITE)


def _recliner(canvas: Canvas, x: float, base: float, w: float, colour: RGB) -> None:
    """A dentist's chair under its lamp."""
    canvas.box(x + 0.36 * w, base - 0.3 * w, x + 0.5 * w, base - 0.04 * w, STEEL)
    canvas.ellipse(x + 0.43 * w, base - 0.04 * w, 0.22 * w, 0.05 * w, (150, 158, 168))
    back: list[Point] = [
        (x + 0.06 * w, base - 0.82 * w),
        (x + 0.36 * w, base - 0.38 * w),
        (x + 0.7 * w, base - 0.38 * w),
        (x + 1.0 * w, base - 0.2 * w),
    ]
    canvas.line(back, 0.13 * w, shade(colour, -0.14))
    canvas.line([(a, b - 0.025 * w) for a, b in back], 0.09 * w, colour)
    canvas.ellipse(x + 0.03 * w, base - 0.88 * w, 0.08 * w, 0.08 * w, shade(colour, 0.2))
    canvas.line([(x + 0.5 * w, base - 0.3 * w), (x + 0.72 * w, base - 0.62 * w)], 1, STEEL)
    canvas.box(x + 0.6 * w, base - 0.65 * w, x + 0.9 * w, base - 0.61 * w, (226, 232, 236), 0.5)
    for k in range(3):
        canvas.line(
            [(x + (0.66 + 0.07 * k) * w, base - 0.65 * w), (x + (0.65 + 0.07 * k) * w, base - 0.73 * w)],
            0.5,
            (130, 140, 150),
        )
    arm = [(x + 0.62 * w, base - 1.6 * w), (x + 0.66 * w, base - 1.3 * w), (x + 0.36 * w, base - 1.16 * w)]
    canvas.line(arm, 1.1, STEEL)
    canvas.ellipse(x + 0.32 * w, base - 1.12 * w, 0.13 * w, 0.06 * w, (226, 232, 236), turn=-25)
    canvas.ellipse(x + 0.325 * w, base - 1.09 * w, 0.09 * w, 0.03 * w, (255, 246, 190), turn=-25)


@either_way
def _courtroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wood = vary(rng, rng.choice(WOODS[:2] + WOODS[3:]), 0.08)
    paint = vary(rng, (232, 218, 190), 0.05)
    canvas.box(0, 0, 100, 76, paint)
    for x in (2, 22, 70, 90):
        canvas.box(x, 8, x + 8, 70, shade(paint, 0.35))
        for k in range(3):
            canvas.box(x + 1.2 + 2.2 * k, 10, x + 1.9 + 2.2 * k, 68, shade(paint, 0.08))
        canvas.box(x - 1.4, 5, x + 9.4, 9, shade(paint, 0.2))
    canvas.box(0, 0, 100, 5, shade(paint, -0.16))
    canvas.ellipse(50, 20, 11, 11, (206, 166, 84))
    canvas.ellipse(50, 20, 9.6, 9.6, shade(wood, -0.3))
    _scales(canvas, 50, 20, 13, (240, 206, 120))
    canvas.box(43, 34, 57, 52, (110, 40, 42), 2)
    canvas.box(24, 48, 76, 74, wood)
    canvas.box(21, 45, 79, 49, shade(wood, 0.16), 0.5)
    for k in range(3):
        canvas.box(28 + 15.4 * k, 53, 41 + 15.4 * k, 70, shade(wood, -0.16))
        canvas.box(29.2 + 15.4 * k, 54.2, 39.8 + 15.4 * k, 68.8, shade(wood, 0.06))
    canvas.line([(62, 43), (68, 41)], 1, (96, 60, 40))
    canvas.box(59, 40.4, 63, 44.6, (96, 60, 40), 0.6)
    canvas.box(58, 44, 66, 45.4, (70, 44, 32))
    for x in (0, 80):
        canvas.box(x, 58, x + 20, 76, shade(wood, -0.1))
        canvas.box(x - 1, 56, x + 21, 59, shade(wood, 0.1))
    boards(canvas, rng, 75, shade(wood, 0.2))
    flag(
        canvas,
        85,
        58,
        40,
        rng.choice((((36, 70, 150), WHITE, (200, 40, 48)), ((190, 40, 48), (240, 206, 110)), ((40, 110, 80), WHITE))),
    )


def _scales(canvas: Canvas, x: float, y: float, size: float, gold: RGB) -> None:
    s = size
    canvas.line([(x, y - 0.42 * s), (x, y + 0.42 * s)], 0.06 * s, gold)
    canvas.line([(x - 0.4 * s, y - 0.3 * s), (x + 0.4 * s, y - 0.3 * s)], 0.05 * s, gold)
    canvas.box(x - 0.2 * s, y + 0.38 * s, x + 0.2 * s, y + 0.46 * s, gold)
    for dx in (-0.4, 0.4):
        canvas.line(
            [(x + (dx - 0.16) * s, y + 0.1 * s), (x + dx * s, y - 0.3 * s), (x + (dx + 0.16) * s, y + 0.1 * s)],
            0.02 * s,
            gold,
        )
        bowl = [
            (x + (dx + 0.18 * math.cos(math.radians(a))) * s, y + (0.1 + 0.12 * math.sin(math.radians(a))) * s)
            for a in range(0, 181, 20)
        ]
        canvas.polygon(bowl, gold)


@either_way
def _mine(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    stone = vary(rng, rng.choice(((110, 92, 82), (96, 92, 100), (120, 96, 74))), 0.06)
    canvas.box(0, 0, 100, 100, shade(stone, -0.3))
    for x, y in ((rng.uniform(0, 100), rng.uniform(0, 80)) for _ in range(40)):
        rock(canvas, rng, x, y, rng.uniform(8, 18), shade(stone, rng.uniform(-0.4, -0.18)))
    for k in range(5):
        half = 36 - 6.4 * k
        canvas.polygon(
            [
                (50 - half, 84 - 4.4 * k),
                (50 - half * 0.86, 14 + 8 * k),
                (50 + half * 0.86, 14 + 8 * k),
                (50 + half, 84 - 4.4 * k),
            ],
            shade(stone, -0.3 - 0.12 * k),
        )
    gradient(canvas, 80, 100, shade(stone, -0.2), shade(stone, -0.44))
    canvas.polygon([(40, 66), (60, 66), (92, 100), (8, 100)], shade(stone, -0.3))
    for k in range(9):
        t = (k / 8) ** 1.7
        canvas.box(50 - 5 - 20 * t, 67 + 31 * t, 50 + 5 + 20 * t, 68.2 + 32.6 * t, (112, 78, 50))
    for side in (-1, 1):
        canvas.polygon(
            [(50 + side * 3.4, 66), (50 + side * 4, 66), (50 + side * 19, 101), (50 + side * 16, 101)], (170, 174, 180)
        )
    for half, top, base, w in ((20, 30, 74, 2.6), (38, 10, 90, 4.6)):
        wood = (150, 104, 64)
        for side in (-1, 1):
            canvas.polygon(
                [
                    (50 + side * half, base),
                    (50 + side * half * 0.92, top),
                    (50 + side * (half * 0.92 + w), top),
                    (50 + side * (half + w), base),
                ],
                shade(wood, -0.12 if side < 0 else -0.24),
            )
        canvas.box(50 - half - w, top - w, 50 + half + w, top, wood, 0.4)
    for x, y in (
        (rng.uniform(3, 9), 60),
        (rng.uniform(90, 97), 44),
        (rng.uniform(3, 8), 30),
        (rng.uniform(91, 97), 74),
    ):
        gem = rng.choice(((90, 210, 230), (240, 200, 80), (200, 110, 230), (110, 230, 150)))
        for dx, tall in ((-2, 5), (0, 8), (2, 4.5)):
            canvas.polygon(
                [
                    (x + dx - 1.1, y),
                    (x + dx - 1.1, y - tall * 0.7),
                    (x + dx, y - tall),
                    (x + dx + 1.1, y - tall * 0.7),
                    (x + dx + 1.1, y),
                ],
                shade(gem, 0.2 if dx else 0),
            )
    canvas.line([(50, 10), (50, 17)], 0.4, IRON)
    glow(canvas, 50, 21, 9, (255, 220, 130), shade(stone, -0.34), 6)
    canvas.box(47.6, 18, 52.4, 24, (255, 232, 150), 1)
    canvas.box(47, 16.6, 53, 18.4, IRON)
    canvas.box(47, 24, 53, 25.4, IRON)


WORK: dict[str, Place] = {
    "office": Place(_office, 93, ROOM, indoors=True),
    "library": Place(_library, 91, ROOM, indoors=True),
    "classroom": Place(_classroom, 94, ROOM, indoors=True),
    "laboratory": Place(_laboratory, 94, ROOM, indoors=True),
    "hospital": Place(_hospital, 92, ROOM, indoors=True),
    "dental clinic": Place(_dentist, 93, ROOM, indoors=True),
    "courtroom": Place(_courtroom, 91, ROOM, indoors=True),
    "mine": Place(_mine, 92, ROOM - {"wall"}, indoors=True, dark=True),
}
