"""Rooms that are mostly window: a sill, a greenhouse, a painter's studio."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.interior import (
    CLOTHS,
    ROOM,
    Scheme,
    backdrop,
    drape,
    flooring,
    scheme,
    tiles,
    window,
)
from synthgen.renderer.sketch.places.scenery import (
    LEAF,
    PETALS,
    WHITE,
    Rng,
    bush,
    cloud,
    either_way,
    frond,
    gradient,
    mixture,
    ridge,
    spread,
    vary,
)

SKIES: tuple[tuple[RGB, RGB], ...] = (
    ((150, 204, 240), (226, 240, 248)),
    ((176, 206, 236), (250, 232, 214)),
    ((160, 214, 226), (244, 246, 226)),
)


@either_way
def _sill(canvas: Canvas, look: Look) -> None:
    """A wide window with a sill that fills the foreground."""
    rng = look.rng
    tones = scheme(rng)
    gradient(canvas, 0, 82, *mixture(rng, *SKIES))
    kind = rng.randrange(3)
    if kind < 2:
        cloud(canvas, rng.uniform(24, 42), rng.uniform(16, 30), 6)
        cloud(canvas, rng.uniform(58, 78), rng.uniform(16, 34), 5)
    for y, high, tone in ((54, 6, 0.4), (66, 4, 0.2)) if kind > 0 else ((70, 1, 0.3),):
        ridge(canvas, rng, y, high, shade(vary(rng, rng.choice((LEAF, (150, 176, 120))), 0.08), tone))
    frame = rng.choice((WHITE, shade(tones.wood, -0.1), (236, 232, 222), shade(tones.cloth, 0.2)))
    side, top = rng.uniform(7, 14), rng.uniform(5, 9)
    paint = tones.paint
    for left in (0.0, 100 - side):
        canvas.box(left, 0, left + side, 82, paint)
    canvas.box(0, 0, 100, top, paint)
    if rng.random() < 0.3:
        _arch(canvas, side, top, paint)
    _bars(canvas, rng, side, top, frame)
    cloth = shade(tones.cloth, 0.2)
    dress = rng.randrange(4)
    if dress == 0:
        for left in (side - 8, 100 - side - 8):
            drape(canvas, left, 3, 17, 79, cloth)
        canvas.box(0, 2.4, 100, 3.6, shade(cloth, -0.4))
    elif dress == 1:
        low = rng.uniform(16, 26)
        for k in range(8):
            step = (100 - 2 * side) / 8
            canvas.box(side + step * k, top, side + step * (k + 1), low + 1.4 * (k % 2), shade(cloth, 0.1 * (k % 2)))
    elif dress == 2:
        for k in range(int(rng.uniform(6, 10))):
            canvas.box(side + 1, top + 3 * k, 99 - side, top + 3 * k + 2, (244, 242, 236))
    wood = shade(frame, -0.04)
    gradient(canvas, 82, 95, shade(wood, 0.04), shade(wood, -0.1))
    canvas.box(0, 94, 100, 96, shade(wood, -0.24))
    canvas.box(0, 96, 100, 100, shade(paint, -0.08))


def _arch(canvas: Canvas, side: float, top: float, paint: RGB) -> None:
    """The window's upper corners are rounded."""
    r = 34.0
    for x, turn in ((side, 180), (100 - side, 270)):
        middle = x + r if x < 50 else x - r
        canvas.polygon([(x, top), *oval(middle, top + r, r, r, turn, turn + 90)], paint)


def _bars(canvas: Canvas, rng: Rng, side: float, top: float, frame: RGB) -> None:
    """The frame of the window and its bars."""
    x0, x1 = side, 100 - side
    for a, b in ((x0, x0 + 3), (x1 - 3, x1)):
        canvas.box(a, top, b, 82, frame)
    canvas.box(x0, top, x1, top + 3, frame)
    canvas.box(x0, 79, x1, 82, frame)
    columns, rows = rng.choice(((2, 2), (2, 1), (3, 2), (3, 1), (4, 3), (1, 2)))
    for k in range(1, columns):
        x = x0 + (x1 - x0) * k / columns
        canvas.box(x - 1.3, top, x + 1.3, 82, frame)
    for k in range(1, rows):
        y = top + (82 - top) * k / rows
        canvas.box(x0, y - 1, x1, y + 1, frame)


GLASSES: tuple[tuple[RGB, RGB], ...] = (
    ((196, 228, 238), (236, 246, 238)),
    ((206, 232, 214), (246, 246, 224)),
    ((180, 214, 238), (240, 240, 240)),
    ((226, 236, 214), (250, 244, 226)),
)


@either_way
def _greenhouse(canvas: Canvas, look: Look) -> None:
    """Glass and bars, benches with potted plants left and right, some pots hung from the roof."""
    rng = look.rng
    gradient(canvas, 0, 80, *mixture(rng, *GLASSES))
    frame = rng.choice((WHITE, (130, 164, 146), (124, 134, 142), (176, 150, 120)))
    (_gabled, _vaulted, _lean_to)[look.variant % 3](canvas, rng, frame)
    woods = ((190, 150, 108), (236, 232, 222), (140, 156, 148), (166, 160, 156))
    wood = vary(rng, rng.choice(woods), 0.06)
    floor = vary(rng, rng.choice(((206, 190, 164), (190, 186, 180), (206, 170, 146))), 0.05)
    gradient(canvas, 70, 100, floor, shade(floor, -0.12))
    if rng.random() < 0.5:
        tiles(canvas, 72, floor, shade(floor, 0.14), 4)
    for x in spread(rng, rng.choice((0, 3, 5)), 10, 90, 0.1):
        canvas.line([(x, 14), (x, 27)], 0.4, (130, 130, 130))
        bush(canvas, rng, x, 32, 10, vary(rng, LEAF))
        canvas.polygon([(x - 3, 29), (x + 3, 29), (x + 2, 34), (x - 2, 34)], (196, 126, 94))
    benches = (
        ((-4, 36, 74), (64, 104, 74), (-6, 24, 88), (76, 106, 88)),
        ((-4, 104, 72), (-6, 22, 88), (78, 106, 88)),
        ((-4, 30, 70), (70, 104, 70), (-6, 26, 84), (74, 106, 84)),
    )
    kinds = rng.sample(range(3), 2)
    flowering = "flower" not in look.without and rng.random() < 0.75
    petals = rng.sample(PETALS, 2)
    for x0, x1, y in rng.choice(benches):
        canvas.box(x0, y, x1, y + 2.4, wood)
        canvas.box(x0 + 1, y + 2.4, x1 - 1, y + 10, shade(wood, -0.2))
        for k, x in enumerate(spread(rng, max(2, round((x1 - x0) / 9)), x0, x1, 0.1)):
            _pot(canvas, rng, x, y, 10, kinds[k % 2], rng.choice(petals) if flowering else None)


def _gabled(canvas: Canvas, rng: Rng, frame: RGB) -> None:
    top, eaves = rng.uniform(2, 8), rng.uniform(26, 34)
    canvas.line([(-4, eaves), (50, top), (104, eaves)], 1.8, frame)
    for k in range(11):
        x = 10 * k
        canvas.line([(x, top + (eaves - top) * abs(x - 50) / 54), (x, 72)], 0.8, frame, round_ends=False)
        canvas.line([(50, top), (x, eaves)], 0.6, frame, round_ends=False)
    for y in (eaves, 46.0, 60.0):
        canvas.box(0, y, 100, y + 1.2, frame)


def _vaulted(canvas: Canvas, rng: Rng, frame: RGB) -> None:
    """A round roof, as of a palm house."""
    for k, r in enumerate((58, 48, 36, 22)):
        canvas.arc(50, 62, r, 180, 360, 1.8 - 0.3 * k, frame)
    for k in range(1, 10):
        angle = math.radians(180 + 18 * k)
        dx, dy = math.cos(angle), math.sin(angle)
        canvas.line([(50 + 22 * dx, 62 + 22 * dy), (50 + 58 * dx, 62 + 58 * dy)], 0.7, frame)
    for k in range(11):
        canvas.box(10 * k - 0.4, 62, 10 * k + 0.4, 72, frame)
    canvas.box(0, 61, 100, 62.6, frame)


def _lean_to(canvas: Canvas, rng: Rng, frame: RGB) -> None:
    """A wall on one side, the glass roof coming down from it."""
    plaster = vary(rng, (226, 206, 186), 0.06)
    canvas.polygon([(0, 0), (24, 0), (24, 72), (0, 72)], plaster)
    canvas.box(22, 0, 24, 72, shade(plaster, -0.12))
    for k in range(8):
        x = 24 + 11 * k
        top = 2 + 30 * (x - 24) / 78
        canvas.line([(x, top), (x, 72)], 0.8, frame, round_ends=False)
        canvas.line([(24 + 3 * k, 2), (24 + 11 * k, 2 + 30 * (11 * k) / 78)], 0.5, frame, round_ends=False)
    canvas.line([(24, 2), (104, 33)], 1.8, frame)
    for y in (44.0, 58.0):
        canvas.box(24, y, 100, y + 1.2, frame)


def _pot(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, kind: int, petals: RGB | None) -> None:
    """A round, a long-leaved or an upright plant in a clay pot."""
    h, leaf = tall, vary(rng, LEAF, 0.14)
    if kind == 0:
        bush(canvas, rng, x, base - 0.4 * h, 0.95 * h, leaf)
    elif kind == 1:
        for turn in (-160, -20, -125, -55, -90):
            angle = math.radians(turn)
            tip = (x + 0.6 * h * math.cos(angle), base - 0.4 * h + 0.8 * h * math.sin(angle))
            pull = (x + 0.2 * h * math.cos(angle), base - 0.5 * h + 0.6 * h * math.sin(angle))
            frond(canvas, (x, base - 0.4 * h), pull, tip, 0.14 * h, shade(leaf, 0.1 if turn == -90 else -0.06))
    else:
        for k in range(4):
            canvas.ellipse(x, base - (0.55 + 0.18 * k) * h, (0.34 - 0.06 * k) * h, 0.14 * h, shade(leaf, 0.06 * k))
    if petals is not None and kind < 2:
        for dx, dy in ((-0.24, 0.72), (0.2, 0.78), (0.0, 0.96)):
            canvas.ellipse(x + dx * h, base - dy * h, 0.12 * h, 0.12 * h, blend(petals, (230, 230, 220), 0.2))
    clay = (204, 136, 104)
    foot = [(x + 0.22 * h, base), (x - 0.22 * h, base)]
    canvas.polygon([(x - 0.3 * h, base - 0.5 * h), (x + 0.3 * h, base - 0.5 * h), *foot], clay)
    canvas.box(x - 0.34 * h, base - 0.54 * h, x + 0.34 * h, base - 0.42 * h, shade(clay, 0.14))


@either_way
def _art_studio(canvas: Canvas, look: Look) -> None:
    """Easels with paintings, canvases against the wall, a tall window."""
    rng, floor = look.rng, look.rng.uniform(68, 74)
    tones = scheme(rng, ((240, 238, 232), (226, 220, 208), (206, 216, 220), (232, 214, 200), (214, 206, 222)))
    backdrop(canvas, rng, floor, tones.paint)
    flooring(canvas, rng, floor, tones.wood, tones.paint)
    x = rng.choice((34, 38, 42))
    window(canvas, rng, x, 8, rng.choice((24, 30)), rng.uniform(34, 44), rng.choice((WHITE, (120, 126, 132))))
    for px, py, w, h in rng.choice((((4, 10, 22, 18), (76, 12, 18, 22)), ((72, 10, 24, 18),), ((5, 8, 18, 24),))):
        _canvas(canvas, rng, px, py, w, h)
    for px, w, h in rng.choice((((70, 20, 24), (84, 18, 18)), ((78, 24, 30),), ((66, 14, 18), (76, 22, 26)))):
        _canvas(canvas, rng, px, floor + 2 - h, w, h)
    if "easel" not in look.without:
        _easel(canvas, rng, tones, rng.uniform(16, 20), floor + 15, rng.uniform(58, 66))
        if rng.random() < 0.5:
            _easel(canvas, rng, tones, rng.uniform(84, 90), floor + 12, 50)
    for _ in range(9):
        spot = rng.choice(CLOTHS)
        canvas.ellipse(rng.uniform(4, 96), rng.uniform(floor + 8, 99), rng.uniform(0.6, 1.6), 0.6, shade(spot, 0.2))


def _canvas(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float) -> None:
    """A painting without a frame: blots of colour on a light ground."""
    canvas.box(x, y, x + w, y + h, (226, 220, 206))
    canvas.box(x + 0.8, y + 0.8, x + w - 0.8, y + h - 0.8, (250, 248, 242))
    for colour, dx, dy in zip(rng.sample(CLOTHS, 3), (0.34, 0.62, 0.5), (0.36, 0.46, 0.68), strict=True):
        tone = blend(colour, (250, 248, 242), 0.25)
        canvas.ellipse(x + dx * w, y + dy * h, 0.26 * w, rng.uniform(0.12, 0.22) * h, tone)


def _easel(canvas: Canvas, rng: Rng, tones: Scheme, x: float, base: float, h: float) -> None:
    wood = blend((196, 150, 104), tones.paint, 0.1)
    for dx in (-0.26, 0.26):
        canvas.line([(x + dx * 0.3 * h, base - h), (x + dx * h, base)], 0.03 * h, wood)
    canvas.line([(x, base - h), (x, base - 0.06 * h)], 0.03 * h, shade(wood, -0.14))
    _canvas(canvas, rng, x - 0.27 * h, base - 0.92 * h, 0.54 * h, 0.5 * h)
    canvas.box(x - 0.3 * h, base - 0.42 * h, x + 0.3 * h, base - 0.38 * h, shade(wood, 0.1))


DAYLIGHT: dict[str, Place] = {
    "window sill": Place(_sill, 90, ROOM, indoors=True),
    "greenhouse": Place(_greenhouse, 92, frozenset({"ground", "bust"}), indoors=True, pieces=frozenset({"flower"})),
    "art studio": Place(_art_studio, 92, ROOM, indoors=True, pieces=frozenset({"easel"})),
}
