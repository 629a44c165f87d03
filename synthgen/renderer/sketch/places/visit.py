"""Places that one drops in at: the porch of a house, a zoo, a gas station."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    GRASS,
    LEAF,
    OPEN_AIR,
    PETALS,
    WHITE,
    Rng,
    backdrop,
    bush,
    day_sky,
    flowers,
    gradient,
    nearer,
    ridge,
    ripples,
    rock,
    spread,
    tree,
    tufts,
    vary,
)
from synthgen.renderer.sketch.places.urban import GLASS, IRON, skyline

WALLS: tuple[RGB, ...] = ((206, 220, 226), (240, 232, 210), (186, 206, 176), (226, 190, 170), (236, 236, 232))


@nearer(1.1, 95)
def _porch(canvas: Canvas, look: Look) -> None:
    """The front of a wooden house: a roof on posts, a railing, steps up to the door."""
    rng = look.rng
    day_sky(canvas, rng, 30)
    wall, roof = (
        vary(rng, rng.choice(WALLS), 0.05),
        vary(rng, rng.choice(((120, 92, 86), (96, 106, 120), (150, 84, 66)))),
    )
    deck, top, door = 76.0, rng.uniform(16, 24), rng.uniform(26, 74)
    canvas.box(0, top, 100, deck, wall)
    for k in range(int((deck - top) / 3)):
        canvas.box(0, top + 3 * k, 100, top + 3 * k + 0.4, shade(wall, -0.1))
    _door(canvas, rng, door, deck)
    for x in (12.0, 30.0, 50.0, 70.0, 88.0):
        if abs(x - door) > 16:
            _window(canvas, x, 40, rng.uniform(11, 13), 20)
    trim = WHITE if min(wall) < 226 else (226, 220, 206)
    gaps = (door - 11, door + 11)
    posts = sorted({2.0, *gaps, 98.0, *(x for x in (26.0, 74.0) if abs(x - door) > 22)})
    _railing(canvas, gaps, deck, trim)
    for x in posts:
        canvas.box(x - 1.6, top, x + 1.6, deck + 1, trim)
        canvas.box(x + 0.6, top, x + 1.6, deck + 1, shade(trim, -0.12))
        canvas.box(x - 2.4, top + 2, x + 2.4, top + 4, shade(trim, -0.06))
    bloom = "flower" not in look.without
    for x in rng.sample((14.0, 38.0, 62.0, 86.0), rng.randint(0, 2)):
        if bloom and abs(x - door) > 12:
            _basket(canvas, rng, x, top + 3)
    canvas.polygon([(-4, top + 3), (-4, top - 10), (104, top - 10), (104, top + 3)], roof)
    for k in range(1, 4):
        canvas.box(0, top - 10 + 3.3 * k, 100, top - 9.6 + 3.3 * k, shade(roof, -0.16))
    canvas.box(0, top + 1, 100, top + 3.4, trim)
    _front(canvas, rng, door, deck, trim, bloom)


def _door(canvas: Canvas, rng: Rng, x: float, base: float) -> None:
    paint = rng.choice(((176, 54, 50), (50, 96, 140), (64, 120, 90), (126, 82, 56), (226, 170, 60)))
    canvas.box(x - 7.4, base - 35, x + 7.4, base, WHITE)
    canvas.box(x - 6, base - 33.6, x + 6, base, paint)
    for dx in (-4.6, 0.6):
        canvas.box(x + dx, base - 31, x + dx + 4, base - 20, GLASS)
        canvas.box(x + dx, base - 17, x + dx + 4, base - 4, shade(paint, -0.16))
    canvas.ellipse(x + 4.8, base - 17.6, 0.8, 0.8, (236, 206, 110))


def _window(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    canvas.box(x - w / 2 - 1, y - 1, x + w / 2 + 1, y + h + 1, WHITE)
    canvas.box(x - w / 2, y, x + w / 2, y + h, GLASS)
    canvas.box(x - 0.4, y, x + 0.4, y + h, WHITE)
    canvas.box(x - w / 2, y + h / 2 - 0.4, x + w / 2, y + h / 2 + 0.4, WHITE)


def _railing(canvas: Canvas, gap: tuple[float, float], deck: float, trim: RGB) -> None:
    """Balusters under a rail on both sides of the steps."""
    for x0, x1 in ((-2.0, gap[0]), (gap[1], 102.0)):
        x = x0
        while x < x1:
            canvas.box(x, deck - 12, x + 0.9, deck, trim)
            x += 2.8
        canvas.box(x0, deck - 13, x1, deck - 11.4, trim)
        canvas.box(x0, deck - 2, x1, deck - 0.8, trim)


def _basket(canvas: Canvas, rng: Rng, x: float, top: float) -> None:
    """A hanging pot of flowers."""
    canvas.line([(x - 3, top + 9), (x, top), (x + 3, top + 9)], 0.4, IRON)
    canvas.polygon([(x - 4, top + 9), (x + 4, top + 9), (x + 2.4, top + 13), (x - 2.4, top + 13)], (150, 104, 70))
    bush(canvas, rng, x, top + 10.5, 9.5, vary(rng, LEAF))
    petal = rng.choice(PETALS)
    for dx, dy in ((-2.6, 8), (0.2, 6.6), (2.6, 8.2), (-0.8, 9)):
        canvas.ellipse(x + dx, top + dy, 1, 1, petal)


def _front(canvas: Canvas, rng: Rng, door: float, deck: float, trim: RGB, bloom: bool) -> None:
    """The edge of the porch, its steps, the path and the plants before it."""
    wood = vary(rng, (176, 146, 116), 0.08)
    canvas.box(0, deck, 100, deck + 2.4, wood)
    canvas.box(0, deck + 2.4, 100, 90, shade(wood, -0.4))
    green = vary(rng, GRASS, 0.1)
    gradient(canvas, 86, 100, green, shade(green, -0.14))
    if bloom:
        flowers(canvas, rng, 91, 96, rng.randint(6, 18), rng.sample(PETALS, 2), 1.2)
    canvas.polygon([(door - 12, 90), (door + 12, 90), (door + 20, 101), (door - 20, 101)], (206, 198, 184))
    for k in range(3):
        y = deck + 2.4 + 4.2 * k
        canvas.box(door - 11 - k, y, door + 11 + k, y + 1.6, shade(wood, 0.2))
        canvas.box(door - 11 - k, y + 1.6, door + 11 + k, y + 4.2, shade(trim, -0.14))
    for x in spread(rng, rng.randint(5, 9), 0, 100):
        if abs(x - door) > 18:
            bush(canvas, rng, x, rng.uniform(88, 91), rng.uniform(8, 13), vary(rng, LEAF))


@nearer(1.1, 93)
def _zoo(canvas: Canvas, look: Look) -> None:
    """Enclosures behind bars, with rocks, pools and paw prints on the signs; nothing lives in them."""
    rng = look.rng
    day_sky(canvas, rng, 56)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 50, green)
    for x in spread(rng, rng.randint(4, 9), -4, 104):
        tree(canvas, rng, x, 56, rng.uniform(18, 32), vary(rng, LEAF))
    gradient(canvas, 54, 100, green, shade(green, -0.1))
    for x in spread(rng, rng.randint(2, 3), 0, 100, 0.15):
        _habitat(canvas, rng, x)
    _bars(canvas, rng, 76)
    path = vary(rng, rng.choice(((226, 206, 166), (206, 202, 196), (214, 178, 150))), 0.05)
    ridge(canvas, rng, 80, 0.8, path)
    gradient(canvas, 82, 100, path, shade(path, -0.08))
    gate = rng.random() < 0.55
    if gate:
        _gate(canvas, rng, rng.uniform(34, 66), 80, rng.uniform(34, 42), path)
    for x in rng.sample((9.0, 26.0, 76.0, 92.0), 1 if gate else 2):
        _signpost(canvas, x, 86, rng.uniform(18, 24), rng.choice(((70, 130, 84), (196, 120, 56), (60, 110, 160))))
    for x in spread(rng, rng.randint(0, 4), 0, 100):
        bush(canvas, rng, x, 82, rng.uniform(7, 11), vary(rng, LEAF))
    tufts(canvas, rng, 82, 84, shade(green, -0.1), 10)


def _habitat(canvas: Canvas, rng: Rng, x: float) -> None:
    """Rocks with a pool before them, or a bare trunk to climb."""
    stone = vary(rng, rng.choice(((168, 146, 120), (146, 142, 140), (190, 150, 112))), 0.06)
    for dx, w in ((-9, 17), (8, 21), (0, 26)):
        h = w * rng.uniform(0.5, 0.85)
        canvas.polygon(
            [(x + dx - w / 2, 72), (x + dx - 0.36 * w, 72 - h), (x + dx + 0.2 * w, 72 - 1.1 * h), (x + dx + w / 2, 72)],
            shade(stone, 0.012 * dx),
        )
        canvas.polygon(
            [(x + dx + 0.2 * w, 72 - 1.1 * h), (x + dx + w / 2, 72), (x + dx + 0.1 * w, 72)], shade(stone, -0.16)
        )
    if rng.random() < 0.6:
        blue = vary(rng, (90, 172, 200), 0.08)
        canvas.ellipse(x, 74, 15, 2.8, blue)
        ripples(canvas, rng, 73, 75, shade(blue, 0.5), 5, x - 10, x + 10)
    else:
        bark = vary(rng, (140, 104, 72))
        canvas.line([(x, 74), (x + 2, 50)], 2.4, bark)
        canvas.line([(x + 1, 62), (x + 9, 54)], 1.6, bark)
        canvas.line([(x + 1, 58), (x - 6, 51)], 1.4, bark)
    rock(canvas, rng, x + rng.uniform(-14, 14), 75, 6, stone)


def _bars(canvas: Canvas, rng: Rng, base: float) -> None:
    """The fence of the enclosures, on a low wall."""
    steel, high, step = rng.choice((IRON, (70, 96, 84), (110, 80, 60))), rng.uniform(26, 36), rng.uniform(3.4, 4.6)
    for k in range(int(104 / step)):
        canvas.box(step * k, base - high, step * k + 0.7, base, steel)
    for y in (base - high, base - 0.45 * high):
        canvas.box(0, y, 100, y + 1.2, steel)
    canvas.box(0, base, 100, base + 5, (176, 170, 162))
    canvas.box(0, base, 100, base + 1, (206, 200, 192))


def _gate(canvas: Canvas, rng: Rng, x: float, base: float, w: float, ground: RGB) -> None:
    """An entrance arch with a paw print."""
    paint, board = vary(rng, (150, 108, 70)), rng.choice(((70, 140, 84), (206, 120, 50), (56, 116, 170)))
    canvas.box(x - 0.44 * w, base - 0.8 * w, x + 0.44 * w, base + 1, (196, 224, 196))
    canvas.box(x - 0.44 * w, base - 0.3 * w, x + 0.44 * w, base + 1, (130, 184, 104))
    canvas.polygon([(x - 3, base - 0.3 * w), (x + 3, base - 0.3 * w), (x + 14, base + 1), (x - 14, base + 1)], ground)
    for side in (-1, 1):
        canvas.box(x + side * 0.46 * w - 3.4, base - 0.86 * w, x + side * 0.46 * w + 3.4, base + 1, paint)
        canvas.polygon(
            [
                (x + side * 0.46 * w - 5, base - 0.84 * w),
                (x + side * 0.46 * w, base - 1.04 * w),
                (x + side * 0.46 * w + 5, base - 0.84 * w),
            ],
            board,
        )
    canvas.arc(x, base - 0.82 * w, 0.46 * w, 196, 344, 7.4, board)
    for dx, dy in ((-0.33, -1.14), (0.33, -1.14)):
        _paw(canvas, x + dx * w, base + dy * w, 2.2, WHITE)
    canvas.ellipse(x, base - 1.28 * w, 7, 7, board)
    canvas.ellipse(x, base - 1.28 * w, 6, 6, WHITE)
    _paw(canvas, x, base - 1.27 * w, 4, board)


def _signpost(canvas: Canvas, x: float, base: float, tall: float, board: RGB) -> None:
    """A board with a paw print on a post."""
    canvas.box(x - 0.8, base - tall, x + 0.8, base, (128, 92, 62))
    canvas.box(x - 7, base - tall - 1, x + 7, base - tall + 11, shade(board, -0.25), 1)
    canvas.box(x - 6.2, base - tall - 0.2, x + 6.2, base - tall + 10.2, board, 1)
    _paw(canvas, x, base - tall + 6, 3.6, WHITE)


def _paw(canvas: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    canvas.ellipse(x, y + 0.3 * r, 0.62 * r, 0.52 * r, colour)
    for dx, dy in ((-0.78, -0.2), (-0.28, -0.68), (0.28, -0.68), (0.78, -0.2)):
        canvas.ellipse(x + dx * r, y + dy * r, 0.22 * r, 0.3 * r, colour)


@nearer(1.1)
def _gas_station(canvas: Canvas, look: Look) -> None:
    """Pumps under a wide roof, a shop behind them."""
    rng = look.rng
    day_sky(canvas, rng, 66)
    green = vary(rng, GRASS, 0.1)
    backdrop(canvas, rng, 58, green)
    if rng.random() < 0.4:
        skyline(canvas, rng, 64, 6, rng.uniform(16, 34), fade=((214, 234, 246), 0.5))
    canvas.box(0, 60, 100, 70, green)
    for x in spread(rng, rng.randint(0, 5), 0, 100):
        tree(canvas, rng, x, 64, rng.uniform(14, 24), vary(rng, LEAF))
    gradient(canvas, 66, 100, (176, 176, 180), (150, 152, 158))
    paint = vary(rng, rng.choice(((206, 50, 48), (40, 110, 180), (46, 140, 90), (240, 160, 40), (84, 70, 150))), 0.05)
    left, wide, top = rng.uniform(4, 34), rng.uniform(54, 66), rng.uniform(22, 32)
    _kiosk(canvas, rng, left + rng.uniform(0, wide - 34), paint)
    pumps = spread(rng, rng.randint(2, 3), left + 6, left + wide - 6, 0.1)
    for x in pumps:
        canvas.box(x - 12, 86, x + 8, 88.4, (226, 222, 214), 0.8)
        canvas.box(x - 8.6, top + 6, x - 6.8, 87, (214, 218, 222))
        _pump(canvas, x, 86.4, 20, paint)
    canvas.box(left, top, left + wide, top + 9, WHITE, 1)
    canvas.box(left, top + 2.2, left + wide, top + 6.4, paint)
    canvas.box(left + 2, top + 9, left + wide - 2, top + 10.4, (196, 200, 206))
    board = left + wide + 9 if left + wide < 84 else left - 9
    canvas.box(board - 0.9, 40, board + 0.9, 84, (150, 154, 160))
    canvas.box(board - 6, top + 4, board + 6, 52, WHITE, 1)
    canvas.box(board - 5, top + 5, board + 5, top + 12, paint, 0.8)
    for k in range(3):
        canvas.box(board - 4, top + 14 + 3.4 * k, board + 4, top + 15.6 + 3.4 * k, shade(paint, -0.3))


def _kiosk(canvas: Canvas, rng: Rng, x: float, paint: RGB) -> None:
    """The shop of a gas station."""
    wall = vary(rng, rng.choice(((240, 238, 232), (226, 212, 190), (206, 214, 222))), 0.04)
    canvas.box(x, 46, x + 34, 70, wall)
    canvas.box(x - 1, 43.4, x + 35, 47, paint)
    canvas.box(x + 2, 51, x + 20, 66, GLASS)
    for dx in (8, 14):
        canvas.box(x + dx, 51, x + dx + 0.6, 66, WHITE)
    canvas.box(x + 23, 51, x + 31, 70, shade(GLASS, -0.25))
    canvas.box(x + 26.8, 51, x + 27.2, 70, WHITE)


def _pump(canvas: Canvas, x: float, base: float, tall: float, paint: RGB) -> None:
    """A fuel pump with its hose and nozzle."""
    h = tall
    canvas.box(x - 0.22 * h, base - h, x + 0.22 * h, base, paint, 0.06 * h)
    canvas.box(x - 0.22 * h, base - 0.5 * h, x + 0.22 * h, base, (232, 234, 236))
    canvas.box(x - 0.15 * h, base - 0.92 * h, x + 0.15 * h, base - 0.66 * h, (60, 70, 84), 0.02 * h)
    canvas.box(x - 0.12 * h, base - 0.88 * h, x + 0.12 * h, base - 0.78 * h, (190, 226, 206))
    canvas.box(x + 0.22 * h, base - 0.7 * h, x + 0.32 * h, base - 0.4 * h, IRON, 0.03 * h)
    canvas.curve(
        (x + 0.27 * h, base - 0.42 * h), (x + 0.46 * h, base + 0.1 * h), (x + 0.2 * h, base - 0.18 * h), 0.05 * h, IRON
    )
    canvas.box(x - 0.26 * h, base - 0.05 * h, x + 0.26 * h, base, IRON)


VISITS: dict[str, Place] = {
    "gas station": Place(_gas_station, 93, OPEN_AIR),
    "porch": Place(_porch, 94, OPEN_AIR, pieces=frozenset({"flower"})),
    "zoo": Place(_zoo, 92, OPEN_AIR),
}
