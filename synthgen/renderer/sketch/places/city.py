"""Towns and their streets."""

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    DAYS,
    GRASS,
    LEAF,
    OPEN_AIR,
    WHITE,
    Rng,
    backdrop,
    bush,
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
    water,
)
from synthgen.renderer.sketch.places.urban import (
    ASPHALT,
    GLASS,
    HOUSES,
    IRON,
    PAVEMENT,
    awning,
    bricks,
    road,
    skyline,
    street_lamp,
)

NIGHT_TOWERS: tuple[RGB, ...] = ((74, 82, 122), (58, 66, 104), (92, 84, 126), (54, 76, 108))


@nearer(1.25, 96)
def _city(canvas: Canvas, look: Look) -> None:
    """A skyline behind a green waterfront."""
    rng = look.rng
    day_sky(canvas, rng, 82)
    haze = rng.choice(DAYS)[1]
    tall = rng.uniform(38, 62)
    skyline(canvas, rng, 78, 0.5 * tall, tall, fade=(haze, 0.55))
    skyline(canvas, rng, 80, 0.3 * tall, rng.uniform(0.5, 0.9) * tall)
    lawn = vary(rng, GRASS, 0.08)
    green = rng.randrange(3)
    for x in spread(rng, rng.randint(5, 11), -2, 102) if green == 0 else ():
        bush(canvas, rng, x, 82, rng.uniform(8, 13), vary(rng, LEAF))
    for x in spread(rng, rng.randint(3, 9), -2, 102) if green == 1 else ():
        tree(canvas, rng, x, 82, rng.uniform(12, 20), vary(rng, LEAF))
    canvas.box(0, 80, 100, 84, lawn)
    if green == 2:
        sea = vary(rng, (74, 150, 190), 0.08)
        water(canvas, rng, 80, 91, shade(sea, 0.2), shade(sea, -0.1), 20)
        canvas.box(0, 79, 100, 80.6, shade(PAVEMENT, -0.3))
        canvas.box(0, 91, 100, 100, PAVEMENT)
        canvas.box(0, 90.4, 100, 91.6, shade(PAVEMENT, -0.25))
        return
    canvas.box(0, 83, 100, 100, PAVEMENT)
    for k in range(11):
        canvas.line([(50 + (k - 5) * 11, 83.6), (50 + (k - 5) * 19, 100)], 0.3, shade(PAVEMENT, -0.1), round_ends=False)
    for y in (83.4, 88.5, 95):
        canvas.box(0, y, 100, y + 0.4, shade(PAVEMENT, -0.1))


def _facade(canvas: Canvas, rng: Rng, x: float, w: float, top: float, base: float) -> None:
    """A town house with a shop on its ground floor."""
    wall = vary(rng, rng.choice(HOUSES), 0.08)
    canvas.box(x, top, x + w, base, wall)
    canvas.box(x - 0.4, top - 2, x + w + 0.4, top + 1, shade(wall, -0.25))
    floors = max(2, int((base - top - 22) / 12))
    high = (base - 22 - top - 3) / floors
    for j in range(floors):
        for i in range(3):
            left, y = x + w * (0.09 + 0.31 * i), top + 4 + j * high
            canvas.box(left - 0.6, y - 0.6, left + w * 0.2 + 0.6, y + high * 0.66 + 0.6, shade(wall, 0.5))
            canvas.box(left, y, left + w * 0.2, y + high * 0.66, GLASS if (i + j) % 3 else shade(GLASS, -0.2))
    canvas.box(x + 1, base - 20, x + w - 1, base, shade(wall, -0.35))
    canvas.box(x + 2.4, base - 15, x + w * 0.62, base - 3, shade(GLASS, 0.3))
    canvas.box(x + w * 0.68, base - 15, x + w - 2.4, base, (104, 74, 56))
    canvas.box(x + w * 0.72, base - 13, x + w - 3.6, base - 5, GLASS)
    awning(
        canvas,
        x + 0.6,
        x + w - 0.6,
        base - 21,
        5.5,
        rng.choice(((206, 66, 60), (56, 124, 92), (56, 96, 160), (226, 160, 60))),
    )


@nearer(1.15)
def _street(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 60)
    if rng.random() < 0.6:
        skyline(canvas, rng, 70, rng.uniform(30, 46), 62, fade=(DAYS[0][1], 0.45))
    low = rng.uniform(10, 34)
    x = -rng.uniform(0, 10)
    while x < 100:
        w = rng.uniform(20, 34)
        _facade(canvas, rng, x, w, low + rng.uniform(-6, 10), 76)
        x += w
    canvas.box(0, 76, 100, 83, PAVEMENT)
    for k in range(13):
        canvas.box(8 * k, 76, 8 * k + 0.3, 82, shade(PAVEMENT, -0.12))
    canvas.box(0, 82, 100, 83.6, shade(PAVEMENT, -0.2))
    road(canvas, 83.6, 100)
    lamps = rng.random()
    for x in spread(rng, rng.randint(1, 4), 0, 100):
        piece = "lamp" if rng.random() < lamps else "tree"
        if piece in look.without:
            continue
        if piece == "lamp":
            street_lamp(canvas, x, 82, 36)
        else:
            canvas.box(x - 4, 78, x + 4, 82, (150, 100, 70))
            tree(canvas, rng, x, 79, 28, vary(rng, LEAF))


@nearer(1.2, 94)
def _night_city(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(
        rng, ((14, 18, 54), (74, 66, 124)), ((10, 26, 58), (48, 90, 140)), ((30, 14, 56), (136, 70, 120))
    )
    gradient(canvas, 0, 80, top, low)
    stars(canvas, rng, 40, 50)
    if rng.random() < 0.7 and "moon" not in look.without:
        moon(canvas, rng.uniform(16, 84), rng.uniform(10, 20), rng.uniform(4, 7), blend(top, low, 0.2))
    tall = rng.uniform(44, 62)
    skyline(canvas, rng, 80, 0.5 * tall, tall, NIGHT_TOWERS, night=True, fade=(low, 0.35))
    skyline(canvas, rng, 80, 0.3 * tall, rng.uniform(0.5, 0.9) * tall, NIGHT_TOWERS, night=True)
    canvas.box(0, 78, 100, 84, (66, 68, 88))
    road(canvas, 84, 100, (42, 44, 58), (226, 196, 110))
    for x in spread(rng, rng.randint(1, 5), 4, 96, 0.2):
        canvas.ellipse(x, 83, 9, 1.6, (128, 112, 104))
        street_lamp(canvas, x, 83, 28, (255, 226, 140))


@nearer(1.1)
def _rooftop(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 76)
    tall = rng.uniform(22, 56)
    skyline(canvas, rng, 78, 14, tall, fade=(DAYS[0][1], 0.4))
    skyline(canvas, rng, 80, 4, 0.55 * tall)
    wall = vary(rng, (178, 110, 84), 0.1)
    bricks(canvas, 67, 78, colour=wall)
    canvas.box(0, 65, 100, 68, shade(wall, 0.4))
    floor = vary(rng, (170, 168, 166), 0.06)
    gradient(canvas, 78, 100, floor, shade(floor, -0.14))
    for k in range(9):
        canvas.line([(50 + (k - 4) * 14, 78), (50 + (k - 4) * 26, 100)], 0.3, shade(floor, -0.14), round_ends=False)
    _water_tank(canvas, rng.uniform(14, 48), 82, rng.uniform(36, 54), vary(rng, (150, 100, 66)))
    x = rng.uniform(66, 88)
    for dx in (0, 13)[: rng.randint(1, 2)]:
        canvas.box(x + dx, 72, x + dx + 11, 84, (206, 210, 214), 0.8)
        canvas.ellipse(x + dx + 5.5, 78, 4, 4, (120, 126, 134))
        for k in range(3):
            canvas.line([(x + dx + 2, 76 + 2 * k), (x + dx + 9, 76 + 2 * k)], 0.4, (206, 210, 214))
    canvas.line([(x - 4, 80), (x - 4, 54)], 0.7, IRON)
    for k, half in enumerate((5, 4, 3)):
        canvas.line([(x - 4 - half, 56 + 3 * k), (x - 4 + half, 56 + 3 * k)], 0.5, IRON)


def _water_tank(canvas: Canvas, x: float, base: float, tall: float, wood: RGB) -> None:
    h = tall
    for dx in (-0.16, 0.16):
        canvas.line([(x + dx * h, base), (x + dx * 0.8 * h, base - 0.5 * h)], 0.03 * h, IRON)
        canvas.line([(x + dx * h, base), (x - dx * 0.8 * h, base - 0.4 * h)], 0.015 * h, IRON)
    canvas.box(x - 0.21 * h, base - 0.88 * h, x + 0.21 * h, base - 0.46 * h, wood)
    for k in range(6):
        canvas.box(
            x + (-0.21 + 0.07 * k) * h, base - 0.88 * h, x + (-0.2 + 0.07 * k) * h, base - 0.46 * h, shade(wood, -0.25)
        )
    for dy in (0.54, 0.78):
        canvas.box(x - 0.22 * h, base - dy * h, x + 0.22 * h, base - (dy - 0.02) * h, IRON)
    canvas.polygon(
        [(x - 0.25 * h, base - 0.87 * h), (x, base - 1.06 * h), (x + 0.25 * h, base - 0.87 * h)], shade(wood, -0.4)
    )


@nearer(1.12, 94)
def _bridge(canvas: Canvas, look: Look) -> None:
    """A suspension bridge across a bay."""
    rng = look.rng
    day_sky(canvas, rng, 58)
    ridge(canvas, rng, 52, rng.uniform(2, 9), vary(rng, (150, 186, 180), 0.08), rng.uniform(0.6, 2))
    if rng.random() < 0.5:
        skyline(canvas, rng, 58, 5, 16, fade=(DAYS[0][1], 0.5))
    sea = vary(rng, (66, 146, 190), 0.08)
    water(canvas, rng, 57, 90, shade(sea, 0.2), shade(sea, -0.2), 34)
    steel = vary(rng, rng.choice(((200, 70, 52), (110, 130, 150), (226, 200, 120), (84, 124, 110))), 0.06)
    left, right, deck = rng.uniform(10, 34), rng.uniform(66, 90), rng.uniform(48, 58)
    high = rng.uniform(10, 22)
    for start, pull, end in (
        ((left - 40, high), (left - 20, 2 * deck - high - 12), (left, high)),
        ((left, high), ((left + right) / 2, 2 * deck - high - 12), (right, high)),
        ((right, high), (right + 20, 2 * deck - high - 12), (right + 40, high)),
    ):
        cable = bezier(start, pull, end, 24)
        canvas.line(cable, 0.9, shade(steel, -0.1))
        for x, y in cable[1:-1]:
            canvas.line([(x, min(y, deck)), (x, deck)], 0.3, shade(steel, -0.1), round_ends=False)
    for x in (left, right):
        canvas.polygon([(x - 3.4, 72), (x - 2.2, high - 2), (x + 2.2, high - 2), (x + 3.4, 72)], steel)
        canvas.polygon([(x + 0.6, 72), (x + 0.6, high - 2), (x + 2.2, high - 2), (x + 3.4, 72)], shade(steel, -0.2))
        canvas.box(x - 5, 68, x + 5, 74, (150, 150, 150))
    canvas.box(0, deck - 1, 100, deck + 2.4, shade(steel, -0.2))
    canvas.box(0, deck - 1, 100, deck, shade(steel, 0.15))
    green = vary(rng, GRASS, 0.08)
    ridge(canvas, rng, 88, 1.6, green)
    tufts(canvas, rng, 89, 99, shade(green, -0.2), 24)


@nearer(1.1, 96)
def _highway(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    day_sky(canvas, rng, 58)
    far = rng.choice(((126, 182, 108), (206, 184, 120), (104, 160, 112)))
    backdrop(canvas, rng, 54, far)
    ground = vary(rng, far, 0.1)
    gradient(canvas, 57, 100, shade(ground, 0.1), shade(ground, -0.1))
    x = rng.uniform(36, 64)
    canvas.polygon([(x - 4, 57), (x + 4, 57), (112, 100), (-12, 100)], shade(ASPHALT, 0.35))
    canvas.polygon([(x - 3.4, 57), (x + 3.4, 57), (104, 100), (-4, 100)], ASPHALT)
    for lane in (-0.33, 0.33):
        for k in range(7):
            t0, t1 = (k / 7) ** 2, ((k + 0.5) / 7) ** 2
            y0, y1 = 57 + 43 * t0, 57 + 43 * t1
            a, b = x + lane * (3.4 + 50.6 * t0) + (50 - x) * t0, x + lane * (3.4 + 50.6 * t1) + (50 - x) * t1
            canvas.polygon(
                [
                    (a - 0.1 - 0.9 * t0, y0),
                    (a + 0.1 + 0.9 * t0, y0),
                    (b + 0.1 + 0.9 * t1, y1),
                    (b - 0.1 - 0.9 * t1, y1),
                ],
                WHITE,
            )
    for side in (-1, 1):
        for k in range(8):
            t = (k / 8) ** 2
            px, py, size = x + side * (5 + 54 * t), 57 + 38 * t, 1 + 7 * t
            canvas.box(px - 0.08 * size, py - 0.6 * size, px + 0.08 * size, py, (120, 124, 130))
        canvas.polygon(
            [(x + side * 5, 56.2), (x + side * 5, 56.7), (x + side * 62, 95), (x + side * 62, 90)], (206, 210, 214)
        )
    y, board = rng.uniform(15, 28), rng.choice(((38, 122, 82), (40, 92, 168)))
    for px in (14, 86):
        canvas.box(px - 0.8, y, px + 0.8, 76, (140, 146, 152))
    canvas.box(13, y + 2, 87, y + 3.4, (140, 146, 152))
    for px in rng.choice(((22.0, 56.0), (38.0,), (16.0, 40.5, 65.0), (20.0,))):
        canvas.box(px, y - 5, px + 24, y + 9, WHITE, 1.2)
        canvas.box(px + 0.7, y - 4.3, px + 23.3, y + 8.3, board, 0.9)
        for k in range(2):
            canvas.box(px + 3, y - 2 + 3.6 * k, px + rng.uniform(10, 15), y - 0.6 + 3.6 * k, WHITE, 0.5)
        canvas.line([(px + 19, y - 2), (px + 19, y + 5)], 1, WHITE)
        canvas.polygon([(px + 16.8, y + 3), (px + 21.2, y + 3), (px + 19, y + 6.6)], WHITE)


CITY: dict[str, Place] = {
    "city": Place(_city, 92, OPEN_AIR),
    "city street": Place(_street, 92, OPEN_AIR, pieces=frozenset({"lamp", "tree"})),
    "city at night": Place(_night_city, 92, OPEN_AIR, dark=True, pieces=frozenset({"moon"})),
    "rooftop": Place(_rooftop, 91, OPEN_AIR),
    "bridge": Place(_bridge, 94, frozenset({"ground", "water", "air", "bust"})),
    "highway": Place(_highway, 90, OPEN_AIR),
}
