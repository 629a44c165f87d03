"""Laboratories and clinics."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    ROOM,
    cabinets,
    drape,
    tiles,
    window,
)
from synthgen.renderer.sketch.places.scenery import (
    WHITE,
    Rng,
    either_way,
    gradient,
    spread,
    vary,
)

CLINIC: tuple[RGB, ...] = ((196, 226, 236), (210, 232, 204), (216, 212, 240), (244, 230, 204), (240, 216, 214))
STEEL: RGB = (196, 202, 208)
LIQUIDS: tuple[RGB, ...] = ((90, 200, 140), (236, 100, 120), (90, 160, 236), (250, 200, 80), (180, 110, 220))


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


CLINICS: dict[str, Place] = {
    "laboratory": Place(_laboratory, 94, ROOM, indoors=True),
    "hospital": Place(_hospital, 92, ROOM, indoors=True),
    "dental clinic": Place(_dentist, 93, ROOM, indoors=True),
}
