"""Rooms of a home."""

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    WALLS,
    WOODS,
    boards,
    cabinets,
    chair,
    floor_lamp,
    picture,
    pot_plant,
    rug,
    shelf,
    sofa,
    tiles,
    wall,
    wall_tiles,
    window,
)
from synthgen.renderer.sketch.places.scenery import (
    PETALS,
    WHITE,
    either_way,
    gradient,
    spread,
    vary,
)

STEEL: RGB = (196, 202, 208)


@either_way
def _living_room(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall(canvas, rng, 72)
    boards(canvas, rng, 72)
    cloth, wood = rng.choice(CLOTHS), rng.choice(WOODS)
    window(canvas, rng, 62, 14, 24, 30, curtain=vary(rng, rng.choice(CLOTHS), 0.1) if rng.random() < 0.7 else None)
    picture(canvas, rng, rng.uniform(12, 18), 16, 24, 17, shade(wood, -0.2))
    rug(canvas, rng, 52, 89, 38, 8)
    sofa(canvas, -6, 78, 54, cloth)
    canvas.box(8, 58, 18, 67, shade(rng.choice(PETALS), 0.2), 1.6)
    floor_lamp(canvas, 54, 77, 46, (250, 226, 170))
    if rng.random() < 0.5:
        pot_plant(canvas, rng, 92, 80, 34)
    else:
        shelf(canvas, rng, 90, 40, 18, 78, wood, 3)


@either_way
def _bedroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall(canvas, rng, 70)
    boards(canvas, rng, 70)
    wood, cloth = rng.choice(WOODS), vary(rng, rng.choice(CLOTHS), 0.1)
    window(canvas, rng, 64, 12, 22, 30, curtain=shade(cloth, 0.2))
    picture(canvas, rng, 12, 14, 20, 14, shade(wood, -0.2))
    rug(canvas, rng, 58, 90, 34, 7)
    canvas.box(-8, 38, 48, 80, wood, 4)
    for x in (-4, 22):
        canvas.box(x, 48, x + 22, 62, WHITE, 4)
        canvas.box(x + 2, 50, x + 20, 60, (236, 238, 244), 3)
    canvas.polygon([(-8, 58), (46, 58), (54, 86), (-12, 86)], cloth)
    canvas.polygon([(-8, 58), (46, 58), (47.6, 64), (-9, 64)], WHITE)
    for k in range(4):
        canvas.polygon(
            [(-8 + 14 * k, 64), (-4 + 14 * k, 64), (-5 + 15.6 * k, 86), (-9 + 15.6 * k, 86)], shade(cloth, 0.14)
        )
    canvas.box(51, 60, 64, 80, shade(wood, -0.06), 0.8)
    for y in (62, 71):
        canvas.box(52.4, y, 62.6, y + 7, shade(wood, 0.12), 0.6)
        canvas.ellipse(57.5, y + 3.5, 0.8, 0.8, (90, 64, 48))
    canvas.box(56.6, 52, 58.4, 60, (120, 96, 80))
    canvas.polygon([(54, 44), (61, 44), (64, 53), (51, 53)], (252, 228, 166))


@either_way
def _nursery(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = wall(canvas, rng, 72, rng.choice(((250, 216, 224), (206, 228, 246), (250, 240, 200), (214, 236, 214))))
    boards(canvas, rng, 72, (214, 174, 128))
    window(canvas, rng, 66, 14, 20, 26, curtain=shade(paint, -0.12))
    for x, y in ((8, 12), (20, 26), (50, 10), (58, 28), (94, 12)):
        canvas.icon("star", x, y, 6, shade(paint, 0.6))
    rug(canvas, rng, 58, 90, 32, 7)
    _crib(canvas, 2, 82, 42, rng.choice((WHITE, (206, 160, 112))))
    canvas.line([(23, 0), (23, 12)], 0.4, (120, 110, 120))
    canvas.line([(13, 14), (23, 11), (33, 14)], 0.8, (190, 150, 110))
    for k, x in enumerate((13, 20, 26, 33)):
        canvas.line([(x, 13), (x, 20 + 2 * (k % 2))], 0.3, (120, 110, 120))
        canvas.icon(("star", "heart")[k % 2], x, 23 + 2 * (k % 2), 6, PETALS[k % 3])
    for k, (left, low) in enumerate(((80.0, 84.0), (86.6, 84.0), (83.3, 77.4))):
        canvas.box(left, low - 6, left + 6, low, rng.choice(PETALS), 0.6)
        canvas.box(left + 1.4, low - 4.6, left + 4.6, low - 1.4, WHITE if k else (255, 240, 200), 0.4)
    _teddy(canvas, 95, 86, 15)


def _crib(canvas: Canvas, x: float, base: float, w: float, wood: RGB) -> None:
    canvas.box(x + 1, base - 0.3 * w, x + w - 1, base - 0.16 * w, (190, 214, 236))
    canvas.ellipse(x + 0.16 * w, base - 0.33 * w, 0.12 * w, 0.06 * w, WHITE)
    for k in range(11):
        canvas.box(
            x + k * (w - 1.4) / 10,
            base - 0.6 * w,
            x + k * (w - 1.4) / 10 + 1.4,
            base - 0.1 * w,
            shade(wood, -0.06),
            0.5,
        )
    for y in (0.64, 0.14):
        canvas.box(x - 1, base - y * w, x + w + 1, base - (y - 0.06) * w, wood, 0.8)
    for dx in (-0.02, 0.97):
        canvas.box(x + dx * w, base - 0.74 * w, x + (dx + 0.05) * w, base, shade(wood, -0.12), 0.8)


def _teddy(canvas: Canvas, x: float, base: float, tall: float) -> None:
    h, fur = tall, (186, 132, 84)
    for dx in (-0.22, 0.22):
        canvas.ellipse(x + dx * h, base - 0.92 * h, 0.11 * h, 0.11 * h, fur)
        canvas.ellipse(x + dx * h, base - 0.08 * h, 0.14 * h, 0.1 * h, shade(fur, -0.1))
    canvas.ellipse(x, base - 0.28 * h, 0.28 * h, 0.28 * h, fur)
    canvas.ellipse(x, base - 0.72 * h, 0.27 * h, 0.25 * h, fur)
    canvas.ellipse(x, base - 0.64 * h, 0.12 * h, 0.1 * h, shade(fur, 0.4))
    for dx, dy, r in ((-0.1, 0.78, 0.03), (0.1, 0.78, 0.03), (0, 0.68, 0.04)):
        canvas.ellipse(x + dx * h, base - dy * h, r * h, r * h, (50, 34, 28))


@either_way
def _kitchen(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(rng, rng.choice(WALLS), 0.06)
    gradient(canvas, 0, 60, shade(paint, 0.3), shade(paint, 0.12))
    front = vary(
        rng,
        rng.choice(((120, 162, 156), (236, 232, 222), (92, 120, 160), (196, 140, 92), (150, 176, 120), (206, 96, 84))),
        0.06,
    )
    wall_tiles(canvas, 36, 58, rng.choice((WHITE, (214, 232, 236), (246, 230, 206))), 5.5)
    cabinets(canvas, -2, 30, 6, 31, 3, front)
    window(canvas, rng, 37, 10, 22, 23)
    canvas.polygon([(69, 30), (93, 30), (88, 20), (84, 20), (84, 4), (78, 4), (78, 20), (74, 20)], STEEL)
    canvas.box(68, 29, 94, 32, shade(STEEL, -0.15))
    top = vary(rng, (108, 86, 70), 0.14)
    cabinets(canvas, 0, 68, 60, 86, 5, front)
    cabinets(canvas, 94, 106, 60, 86, 1, front)
    canvas.box(68, 57, 94, 86, (226, 230, 234), 0.6)
    canvas.box(71, 66, 91, 82, (60, 64, 74), 1)
    canvas.box(71, 63.6, 91, 64.8, shade(STEEL, -0.2))
    for k in range(4):
        canvas.ellipse(73 + 5.4 * k, 60.5, 1.3, 1.3, (70, 74, 84))
    canvas.box(0, 56, 68, 60, top)
    canvas.box(94, 56, 100, 60, top)
    canvas.box(76, 47, 88, 57, rng.choice(((206, 62, 56), (74, 110, 160), (90, 96, 104))), 1)
    canvas.box(74, 48, 90, 49.6, (70, 70, 78))
    canvas.ellipse(82, 46.6, 1.2, 0.8, (70, 70, 78))
    canvas.line([*bezier((46, 56), (46, 44), (51, 46)), (51, 49)], 1, STEEL)
    for k in range(3):
        canvas.box(6 + 5.6 * k, 50 - k, 10 + 5.6 * k, 56, rng.choice(PETALS), 0.6)
        canvas.box(5.6 + 5.6 * k, 48.6 - k, 10.4 + 5.6 * k, 50.4 - k, (190, 140, 92), 0.4)
    tiles(canvas, 86, (226, 220, 208), vary(rng, (176, 170, 160), 0.14), 3)


@either_way
def _dining_room(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    wall(canvas, rng, 66)
    boards(canvas, rng, 66)
    wood = rng.choice(WOODS)
    window(canvas, rng, 8, 14, 22, 30, curtain=vary(rng, rng.choice(CLOTHS), 0.1))
    picture(canvas, rng, 70, 18, 20, 16, shade(wood, -0.25))
    for dx in (-14, -5, 5, 14):
        canvas.curve((50, 14), (50 + dx, 24), (50 + dx, 17), 0.7, (190, 150, 70))
        canvas.box(50 + dx - 0.8, 12, 50 + dx + 0.8, 17, WHITE)
        canvas.ellipse(50 + dx, 10.4, 1.2, 1.9, (255, 226, 130))
    canvas.line([(50, 0), (50, 20)], 0.8, (190, 150, 70))
    for x in spread(rng, 4, 14, 86, 0.04):
        chair(canvas, x - 5, 75, 10, shade(wood, -0.1))
    cloth = rng.choice((WHITE, (236, 226, 206), shade(rng.choice(CLOTHS), 0.4)))
    canvas.polygon([(10, 62), (90, 62), (97, 70), (3, 70)], cloth)
    canvas.polygon(
        [(3, 70), (97, 70), (96, 79), (84, 77), (68, 80), (50, 77.6), (32, 80), (16, 77), (4, 79)], shade(cloth, -0.1)
    )
    for x in (9, 88):
        canvas.box(x, 77, x + 3, 94, shade(wood, -0.2))
    for x in spread(rng, 4, 10, 90, 0.04):
        canvas.ellipse(x, 66.4, 6, 1.7, (200, 206, 214))
        canvas.ellipse(x, 66, 6, 1.7, WHITE)
        canvas.ellipse(x, 66, 4, 1.1, (230, 234, 238))
    canvas.box(48.6, 58, 51.4, 64, (120, 160, 200), 0.8)
    for k in range(5):
        canvas.ellipse(46 + 2 * k, 55 + abs(k - 2), 1.6, 1.6, PETALS[(k + rng.randrange(2)) % 3])


@either_way
def _bathroom(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    paint = vary(
        rng, rng.choice(((204, 230, 236), (230, 222, 210), (206, 232, 214), (240, 214, 214), (220, 220, 236))), 0.05
    )
    wall_tiles(canvas, 0, 74, paint, 8)
    stripe = shade(paint, -0.3)
    canvas.box(0, 40, 100, 43, stripe)
    tiles(canvas, 74, shade(paint, 0.5), shade(paint, -0.12), 5)
    canvas.ellipse(80, 24, 11, 13.5, STEEL)
    canvas.ellipse(80, 24, 9.6, 12, (224, 242, 248))
    canvas.polygon([(74, 30), (83, 14), (86, 16), (77, 33)], WHITE)
    canvas.box(77, 56, 83, 80, (226, 230, 234))
    canvas.polygon([(66, 48), (94, 48), (89, 57), (71, 57)], WHITE)
    canvas.box(65, 46.4, 95, 49, (240, 242, 244), 1)
    canvas.line([(80, 47), (80, 42), (84, 42), (84, 44)], 1, STEEL)
    _tub(canvas, -2, 86, 52)
    canvas.line([(12, 60), (12, 18), (20, 18), (20, 21)], 0.8, STEEL)
    canvas.polygon([(17, 24), (23, 24), (21.4, 21), (18.6, 21)], STEEL)
    for k in range(3):
        canvas.ellipse(10 + 11 * k + rng.uniform(-2, 2), 63, rng.uniform(3, 5), 3, (250, 252, 255))
    canvas.line([(54, 47), (64, 47)], 0.8, STEEL)
    canvas.box(55, 47, 63, 62, rng.choice(CLOTHS), 0.5)
    canvas.ellipse(58, 90, 16, 4, shade(rng.choice(CLOTHS), 0.3))


def _tub(canvas: Canvas, x: float, base: float, w: float) -> None:
    for dx in (0.14, 0.82):
        canvas.ellipse(x + dx * w, base - 1, 2.4, 2.6, (206, 170, 84))
    canvas.polygon(
        [
            (x, base - 21),
            (x + w, base - 21),
            (x + 0.92 * w, base - 7),
            (x + 0.84 * w, base - 2.4),
            (x + 0.12 * w, base - 2.4),
            (x + 0.05 * w, base - 7),
        ],
        WHITE,
    )
    canvas.polygon(
        [
            (x + 0.03 * w, base - 12),
            (x + 0.96 * w, base - 12),
            (x + 0.92 * w, base - 7),
            (x + 0.84 * w, base - 2.4),
            (x + 0.12 * w, base - 2.4),
            (x + 0.05 * w, base - 7),
        ],
        (226, 230, 236),
    )
    canvas.box(x - 1.6, base - 23.4, x + w + 1.6, base - 20, (250, 250, 252), 1.6)


HOME: dict[str, Place] = {
    "living room": Place(_living_room, 90, ROOM, indoors=True),
    "bedroom": Place(_bedroom, 92, ROOM, indoors=True),
    "nursery": Place(_nursery, 92, ROOM, indoors=True),
    "kitchen": Place(_kitchen, 94, ROOM, indoors=True),
    "dining room": Place(_dining_room, 94, ROOM, indoors=True),
    "bathroom": Place(_bathroom, 92, ROOM, indoors=True),
}
