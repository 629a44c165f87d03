"""The less lived-in rooms of a house."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.furnishing import LIGHT, picture
from synthgen.renderer.sketch.places.interior import ROOM, STEEL, Scheme, backdrop, boards, scheme, window
from synthgen.renderer.sketch.places.scenery import Rng, either_way, gradient, vary

SKY: RGB = (176, 216, 240)


@either_way
def _attic(canvas: Canvas, look: Look) -> None:
    """Under a sloping roof of beams: a small window, cartons and a trunk."""
    rng = look.rng
    tones = ((176, 124, 80), (150, 100, 66), (206, 160, 112), (160, 152, 142), (206, 188, 158), (190, 140, 120))
    wood = vary(rng, rng.choice(tones), 0.08)
    if look.variant % 3 != 1:
        _gable(canvas, rng, wood)
    else:
        _slope(canvas, rng, wood)
    if "trunk" not in look.without:
        _trunk(canvas, rng.uniform(2, 9), 88, rng.uniform(22, 28))
    piles = (
        ((76, 84, 18), (82, 72, 13), (66, 78, 12)),
        ((70, 86, 16), (85, 84, 18), (78, 73, 14)),
        ((80, 86, 22), (84, 71, 15), (87, 60, 10)),
        ((62, 78, 11), (74, 80, 13), (87, 84, 16)),
    )
    if "box" not in look.without:
        for x, base, w in rng.choice(piles):
            _carton(canvas, x, base, w)


def _gable(canvas: Canvas, rng: Rng, wood: RGB) -> None:
    """The far wall is a triangle."""
    top, low = rng.uniform(-4, 6), rng.uniform(70, 75)
    half, m = rng.uniform(38, 48), rng.uniform(46, 54)
    canvas.box(0, 0, 100, 100, shade(wood, -0.26))
    canvas.polygon([(m, top), (m + half, low), (m - half, low)], shade(wood, 0.16))
    for k in range(1, int((low - top) / 6) + 1):
        y = top + 6 * k
        wide = half * (y - top) / (low - top)
        canvas.line([(m - wide, y), (m + wide, y)], 0.4, shade(wood, -0.06), round_ends=False)
    for side in (-1, 1):
        for k in range(5):
            start = (m + side * (2 + 13 * k), top - 6 * k)
            canvas.line([start, (m + side * (half + 14 * k), low + 2 * k)], 1.6, shade(wood, -0.4))
        canvas.line([(m, top), (m + side * half, low)], 2.6, shade(wood, -0.14))
    if rng.random() < 0.6:
        y = top + (low - top) * 0.36
        canvas.box(m - half * 0.38, y, m + half * 0.38, y + 3, shade(wood, -0.16))
    frame = shade(wood, -0.24)
    kind = rng.randrange(3)
    if kind == 0:
        canvas.ellipse(m, 44, 10, 10, frame)
        canvas.ellipse(m, 44, 8.2, 8.2, SKY)
        canvas.box(m - 8, 43.4, m + 8, 44.6, frame)
        canvas.box(m - 0.6, 36, m + 0.6, 52, frame)
    else:
        for x, w in ((m - 9, 18),) if kind == 1 else ((m - 15, 11), (m + 4, 11)):
            canvas.box(x, 36, x + w, 58, frame)
            canvas.box(x + 1.4, 37.4, x + w - 1.4, 56.6, SKY)
            canvas.box(x + w / 2 - 0.5, 37, x + w / 2 + 0.5, 57, frame)
    boards(canvas, rng, low, shade(wood, -0.02))


def _slope(canvas: Canvas, rng: Rng, wood: RGB) -> None:
    """The roof comes down from the left to the right, with a skylight in it."""
    low = rng.uniform(70, 75)
    canvas.box(0, 0, 100, 100, shade(wood, 0.1))
    for k in range(12):
        canvas.box(0, 6 * k, 100, 6 * k + 0.4, shade(wood, -0.06))
    canvas.polygon([(28, 0), (100, 0), (100, low - 12)], shade(wood, -0.22))
    for k in range(6):
        x = 30 + 15 * k
        canvas.line([(x, 0), (x + 60, low * 0.72)], 1.8, shade(wood, -0.38))
    canvas.line([(26, -2), (101, low - 12)], 3, shade(wood, -0.12))
    pane = [(56, 5), (70, 5), (86, 22), (72, 22)]
    canvas.polygon([(54, 3), (71, 3), (90, 24), (71, 24)], shade(wood, -0.3))
    canvas.polygon(pane, SKY)
    window(canvas, rng, rng.uniform(10, 18), 30, 18, 22, shade(wood, -0.24))
    boards(canvas, rng, low, shade(wood, -0.02))


def _trunk(canvas: Canvas, x: float, base: float, w: float) -> None:
    leather = (146, 104, 82)
    canvas.box(x, base - 0.6 * w, x + w, base, leather, 1)
    canvas.box(x, base - 0.66 * w, x + w, base - 0.38 * w, shade(leather, 0.12), 0.12 * w)
    for dx in (0.14, 0.78):
        canvas.box(x + dx * w, base - 0.66 * w, x + (dx + 0.08) * w, base, (206, 176, 114))
    canvas.box(x + 0.43 * w, base - 0.46 * w, x + 0.57 * w, base - 0.3 * w, (222, 194, 126), 0.5)


def _carton(canvas: Canvas, x: float, base: float, w: float) -> None:
    card = (206, 170, 126)
    canvas.box(x, base - 0.72 * w, x + w, base, card)
    canvas.box(x, base - 0.72 * w, x + w, base - 0.64 * w, shade(card, -0.12))
    canvas.box(x + 0.42 * w, base - 0.72 * w, x + 0.58 * w, base - 0.3 * w, shade(card, 0.3))


@either_way
def _hallway(canvas: Canvas, look: Look) -> None:
    """A corridor in perspective, with doors left and right."""
    rng = look.rng
    tones = scheme(rng)
    m, far = rng.uniform(40, 60), rng.uniform(13, 19)
    top, low = rng.uniform(18, 26), rng.uniform(60, 66)
    left, right = m - far, m + far
    canvas.polygon([(0, 0), (100, 0), (right, top), (left, top)], shade(tones.paint, 0.5))
    canvas.polygon([(0, 0), (left, top), (left, low), (0, 100)], shade(tones.paint, -0.05))
    canvas.polygon([(100, 0), (right, top), (right, low), (100, 100)], shade(tones.paint, -0.12))
    if rng.random() < 0.5:
        half = shade(tones.paint, -0.22)
        canvas.polygon([(0, 60), (left, low - 16), (left, low), (0, 100)], half)
        canvas.polygon([(100, 60), (right, low - 16), (right, low), (100, 100)], shade(half, -0.06))
    canvas.box(left, top, right, low, shade(tones.paint, 0.1))
    _corridor_floor(canvas, rng, tones, m, far, low, "rug" not in look.without)
    _corridor_end(canvas, rng, tones, m, far, top, low)
    for side in (-1, 1):
        edge = left if side < 0 else right
        reach = edge if side < 0 else 100 - edge
        spots = rng.choice((((0.2, 0.42), (0.62, 0.92)), ((0.3, 0.6),), ((0.1, 0.26), (0.4, 0.6), (0.78, 1.05))))
        for a, b in spots:
            corners = [
                (edge + side * reach * u, top - top * u + (0.3 * (low - top) if k in (0, 1) else 0))
                for k, u in enumerate((a, b))
            ]
            foot = [(edge + side * reach * u, low + (100 - low) * u) for u in (b, a)]
            canvas.polygon([*corners, *foot], shade(tones.wood, -0.2 if side < 0 else -0.28))
            u = a + 0.16 * (b - a)
            knob = (edge + side * reach * u, (top + (low - top) * 0.6) * (1 - u) + 62 * u)
            canvas.ellipse(*knob, 0.8, 1.1, (230, 206, 136))
    for k, w in enumerate((12, 8, 5)):
        y = top * (0.2, 0.55, 0.8)[k]
        canvas.ellipse(50 + (m - 50) * (0.2, 0.55, 0.8)[k], y, w, 0.16 * w, LIGHT)


def _corridor_floor(canvas: Canvas, rng: Rng, tones: Scheme, m: float, far: float, low: float, runner: bool) -> None:
    """Boards or plain, with or without a runner along the middle."""
    canvas.polygon([(m - far, low), (m + far, low), (102, 101), (-2, 101)], tones.wood)
    if rng.random() < 0.6:
        for k in range(-6, 7):
            canvas.line([(m + far * k / 6, low), (50 + 9 * k, 101)], 0.35, shade(tones.wood, -0.14), round_ends=False)
    if runner and rng.random() < 0.7:
        for half, colour in ((0.5, tones.cloth), (0.42, shade(tones.cloth, 0.3)), (0.36, tones.cloth)):
            foot = 56 * half
            canvas.polygon([(m - far * half, low), (m + far * half, low), (50 + foot, 101), (50 - foot, 101)], colour)


def _corridor_end(canvas: Canvas, rng: Rng, tones: Scheme, m: float, far: float, top: float, low: float) -> None:
    """A door, a window or a picture at the end."""
    kind = rng.randrange(3)
    if kind == 0:
        canvas.box(m - 0.44 * far, top + 8, m + 0.44 * far, low, shade(tones.wood, -0.16))
        canvas.box(m - 0.36 * far, top + 9.4, m + 0.36 * far, low, tones.wood)
        canvas.ellipse(m + 0.26 * far, (top + low) / 2 + 6, 0.9, 0.9, (230, 206, 136))
    elif kind == 1:
        window(canvas, rng, m - 0.5 * far, top + 7, far, (low - top) * 0.5)
    else:
        picture(canvas, rng, m - 0.5 * far, top + 9, far, far * 0.9, shade(tones.wood, -0.2))


@either_way
def _garage(canvas: Canvas, look: Look) -> None:
    """A wide door that rolls up, tools on the wall, tyres."""
    rng, floor = look.rng, look.rng.uniform(73, 77)
    tones = scheme(rng, ((212, 212, 210), (230, 210, 176), (176, 198, 214), (196, 210, 184), (222, 196, 186)))
    backdrop(canvas, rng, floor, tones.paint)
    doors = ((240, 242, 244), (204, 210, 216), (184, 204, 218), (214, 190, 160), (192, 206, 184), (206, 166, 154))
    door = blend(vary(rng, rng.choice(doors), 0.04), tones.paint, 0.15)
    x0, x1 = rng.choice(((26, 104), (24, 76), (30, 96)))
    _roller_door(canvas, rng, x0, x1, floor, door, tones.paint)
    ground = vary(rng, rng.choice(((172, 172, 174), (150, 156, 164), (188, 180, 168))), 0.05)
    gradient(canvas, floor, 100, ground, shade(ground, -0.14))
    if rng.random() < 0.5:
        for k in range(-3, 4):
            canvas.line([(50 + 14 * k, floor), (50 + 26 * k, 101)], 0.4, shade(ground, -0.1), round_ends=False)
    steel = blend((166, 172, 180), tones.paint, 0.15)
    if "tool" not in look.without:
        canvas.box(0, 12, x0 - 4, 44, blend((206, 170, 126), tones.paint, 0.2))
        _tools(canvas, 2 + (x0 - 26) / 2, 16, steel, blend((196, 110, 90), tones.paint, 0.2))
    if "workbench" not in look.without:
        _tool_chest(canvas, x0 - 4, floor + 4, blend(rng.choice(((176, 96, 90), (104, 130, 166))), tones.paint, 0.2))
    _tyres(canvas, rng, x1, floor)


def _roller_door(canvas: Canvas, rng: Rng, x0: float, x1: float, floor: float, door: RGB, paint: RGB) -> None:
    """Four ways to fill its boards: panels, a row of panes, plain, all panes."""
    canvas.box(x0 - 2, 8, x1 + 2, floor, shade(paint, -0.25))
    canvas.box(x0, 10, x1, floor, door)
    kind, rows, columns = rng.randrange(4), rng.choice((4, 5, 7)), rng.choice((3, 4))
    high, wide = (floor - 10) / rows, (x1 - x0) / columns
    for k in range(rows):
        y = 10 + high * k
        canvas.box(x0, y, x1, y + 0.8, shade(door, -0.16))
        for j in range(columns if kind != 2 else 0):
            glass = (kind == 1 and k == 1) or (kind == 3 and k < rows - 1)
            colour = (194, 220, 236) if glass else shade(door, -0.07)
            left = x0 + wide * j
            canvas.box(left + 2, y + 0.24 * high, left + wide - 2, y + 0.84 * high, colour, 0.8)
    canvas.box((x0 + x1) / 2 - 4, floor - 5, (x0 + x1) / 2 + 4, floor - 3.6, shade(door, -0.3), 0.5)


def _tools(canvas: Canvas, x: float, y: float, steel: RGB, handle: RGB) -> None:
    """A hammer, a wrench, a screwdriver and a saw on the wall."""
    canvas.box(x, y, x + 5, y + 2, steel, 0.4)
    canvas.box(x + 1.8, y + 1.6, x + 3, y + 11, (160, 116, 82))
    canvas.line([(x + 8, y + 2), (x + 8, y + 11)], 1.2, steel)
    canvas.arc(x + 8, y + 1, 1.5, -30, 210, 0.9, steel)
    canvas.box(x + 12, y, x + 13.6, y + 5, handle, 0.6)
    canvas.line([(x + 12.8, y + 5), (x + 12.8, y + 11)], 0.5, steel)
    canvas.polygon([(x, y + 16), (x + 13, y + 15), (x + 13, y + 18), (x, y + 21)], steel)
    canvas.box(x + 12, y + 14, x + 17, y + 19, handle, 1)


def _tool_chest(canvas: Canvas, w: float, base: float, colour: RGB) -> None:
    """Drawers on wheels."""
    canvas.box(-2, base - 26, w + 2, base - 23, shade(colour, -0.3))
    canvas.box(0, base - 23, w, base, shade(colour, -0.1))
    for k in range(3):
        y = base - 21 + 7 * k
        canvas.box(1.4, y, w - 1.4, y + 5.6, shade(colour, 0.1))
        canvas.box(w * 0.3, y + 2, w * 0.7, y + 3.4, STEEL, 0.5)


def _tyres(canvas: Canvas, rng: Rng, x1: float, floor: float) -> None:
    """A pile of car tyres, beside the door or before it."""
    x = rng.uniform(10, 12) if x1 > 80 else rng.uniform(84, 90)
    for k in range(rng.choice((2, 3, 4))):
        y = floor + 17 - 5 * k
        canvas.ellipse(x, y, 9.4, 4, (86, 86, 92))
        canvas.ellipse(x, y - 1.4, 9.4, 3.6, (108, 108, 116))
        canvas.ellipse(x, y - 1.4, 4.6, 1.7, (72, 72, 78))


ROOMS: dict[str, Place] = {
    "attic": Place(_attic, 91, ROOM, indoors=True, pieces=frozenset({"trunk", "box"})),
    "hallway": Place(_hallway, 92, ROOM, indoors=True, pieces=frozenset({"rug"})),
    "garage": Place(_garage, 90, ROOM, indoors=True, pieces=frozenset({"tool", "workbench"})),
}
