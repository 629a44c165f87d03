"""The shells of rooms: colour schemes, walls, floors, windows. What stands in them is in furnishing.py.

A room is background: its colours are drawn together towards the wall's, so that the subject stands out from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Rests
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, gradient, vary
from synthgen.renderer.sketch.places.urban import bricks

ROOM: frozenset[Rests] = frozenset({"ground", "wall", "bust"})
HALL: frozenset[Rests] = frozenset({"ground", "bust"})
STEEL: RGB = (196, 202, 208)
WALLS: tuple[RGB, ...] = (
    (236, 216, 190),
    (196, 218, 226),
    (226, 206, 216),
    (210, 222, 196),
    (240, 226, 180),
    (214, 206, 232),
    (232, 188, 164),
    (176, 206, 200),
    (238, 236, 230),
    (150, 176, 190),
    (156, 178, 150),
    (206, 152, 132),
    (186, 176, 196),
    (212, 204, 192),
)
WOODS: tuple[RGB, ...] = ((176, 124, 80), (150, 100, 66), (206, 160, 112), (126, 84, 60))
PALE_WOODS: tuple[RGB, ...] = (*WOODS, (222, 190, 150), (232, 224, 212), (164, 150, 136))
CLOTHS: tuple[RGB, ...] = (
    (86, 130, 170),
    (190, 96, 90),
    (106, 150, 116),
    (214, 164, 90),
    (140, 116, 170),
    (120, 126, 140),
)


@dataclass(frozen=True)
class Scheme:
    """The colours of one room."""

    paint: RGB
    wood: RGB
    cloth: RGB
    accent: RGB


def scheme(rng: Rng, walls: Sequence[RGB] = WALLS) -> Scheme:
    """Colours that go together: wood and cloth take on a little of the wall's."""
    paint = vary(rng, rng.choice(walls), 0.07)
    cloth, accent = rng.sample(CLOTHS, 2)
    wood = rng.choice(PALE_WOODS)
    return Scheme(paint, *(blend(vary(rng, colour, 0.08), paint, 0.24) for colour in (wood, cloth, accent)))


def wall(canvas: Canvas, rng: Rng, floor: float, colour: RGB | None = None) -> RGB:
    """A wall down to `floor` with one of several papers and a skirting board; returns its colour."""
    paint = colour or vary(rng, rng.choice(WALLS), 0.06)
    gradient(canvas, 0, floor, shade(paint, 0.16), paint)
    kind = rng.randrange(9)
    if kind < 2:
        _stripes(canvas, floor, paint, (9, 18)[kind])
    elif kind == 2:
        _dots(canvas, floor, paint)
    elif kind == 3:
        _wainscot(canvas, floor, blend(paint, WHITE, 0.55), 0.62)
    elif kind == 4:
        _wainscot(canvas, floor, shade(paint, -0.2), 0.5)
    elif kind == 5:
        _panels(canvas, floor, paint)
    elif kind == 6:
        canvas.box(0, 0, 100, floor * rng.uniform(0.1, 0.2), blend(paint, WHITE, 0.6))
    elif kind == 7:
        _lattice(canvas, floor, paint)
    canvas.box(0, floor - 3, 100, floor, blend(paint, WHITE, 0.7))
    canvas.box(0, floor - 0.5, 100, floor, shade(paint, -0.2))
    return paint


def _stripes(canvas: Canvas, floor: float, paint: RGB, step: float) -> None:
    for k in range(int(100 / step) + 1):
        canvas.box(step * k, 0, step * (k + 0.5), floor, shade(paint, -0.06))


def _dots(canvas: Canvas, floor: float, paint: RGB) -> None:
    for k in range(9):
        for j in range(int(floor / 9)):
            canvas.ellipse(6 + 12 * k + (6 if j % 2 else 0), 5 + 9 * j, 0.9, 0.9, shade(paint, -0.1))


def _wainscot(canvas: Canvas, floor: float, low: RGB, share: float) -> None:
    """Boards on the lower part of the wall."""
    canvas.box(0, floor * share, 100, floor, low)
    canvas.box(0, floor * share - 1, 100, floor * share + 0.6, shade(low, -0.1))
    for k in range(13):
        canvas.box(8 * k, floor * share + 1.4, 8 * k + 0.4, floor, shade(low, -0.08))


def _panels(canvas: Canvas, floor: float, paint: RGB) -> None:
    """Moulded frames."""
    for k in range(4):
        left = 2 + 25 * k
        canvas.box(left, 6, left + 21, floor - 7, shade(paint, 0.3))
        canvas.box(left + 0.8, 6.8, left + 20.2, floor - 7.8, shade(paint, 0.06))


def _lattice(canvas: Canvas, floor: float, paint: RGB) -> None:
    for k in range(-7, 13):
        for lean in (floor * 0.6, -floor * 0.6):
            foot = 9 * k + (0 if lean > 0 else floor * 0.6)
            canvas.line([(foot, floor - 3), (foot + lean, 0)], 0.4, shade(paint, -0.06), round_ends=False)


def backdrop(canvas: Canvas, rng: Rng, floor: float, paint: RGB) -> None:
    """The wall of a public room: brick, boards, tiles half-way up, or painted."""
    kind = rng.randrange(4)
    if kind == 0:
        bricks(canvas, 0, floor, colour=blend(paint, (176, 120, 96), 0.5))
    elif kind == 1:
        gradient(canvas, 0, floor, shade(paint, 0.1), paint)
        for k in range(int(floor / 7) + 1):
            canvas.box(0, 7 * k, 100, 7 * k + 0.5, shade(paint, -0.14))
    elif kind == 2:
        canvas.box(0, 0, 100, floor, paint)
        wall_tiles(canvas, floor * 0.45, floor, shade(paint, 0.4), rng.choice((5.0, 7.0)))
    else:
        wall(canvas, rng, floor, paint)


def flooring(canvas: Canvas, rng: Rng, y: float, wood: RGB, paint: RGB) -> None:
    """A floor of boards, planks, parquet, carpet or tiles."""
    kind = rng.randrange(6)
    if kind < 2:
        boards(canvas, rng, y, wood)
    elif kind == 2:
        _planks(canvas, y, wood)
    elif kind == 3:
        tiles(canvas, y, shade(wood, 0.16), shade(wood, 0.02), 5)
    elif kind == 4:
        carpet = blend(paint, rng.choice(CLOTHS), 0.4)
        gradient(canvas, y, 100, shade(carpet, -0.06), shade(carpet, -0.2))
    else:
        tiles(canvas, y, shade(paint, 0.4), shade(paint, 0.1), 4)


def _planks(canvas: Canvas, y: float, wood: RGB) -> None:
    """Boards across the view."""
    rows = 5
    edges = [y + (100 - y) * (k / rows) ** 1.4 for k in range(rows + 1)]
    for j, (y0, y1) in enumerate(zip(edges, edges[1:], strict=False)):
        canvas.box(0, y0, 100, y1, shade(wood, 0.05 * (j % 2) - 0.02 * j))
        canvas.box(0, y0, 100, y0 + 0.4, shade(wood, -0.2))
        for k in range(4):
            x = (37 * j + 29 * k) % 104
            canvas.box(x, y0, x + 0.4, y1, shade(wood, -0.2))


def boards(canvas: Canvas, rng: Rng, y: float, wood: RGB | None = None) -> None:
    """A floor of boards that run away from the viewer."""
    paint = vary(rng, wood or rng.choice(WOODS), 0.08)
    gradient(canvas, y, 100, paint, shade(paint, -0.14))
    for k in range(-12, 13):
        a, b, c, d = 50 + 7 * k, 50 + 7 * (k + 1), 50 + 12 * (k + 1), 50 + 12 * k
        if k % 3 == 0:
            canvas.polygon([(a, y), (b, y), (c, 100), (d, 100)], shade(paint, -0.04))
        canvas.line([(a, y), (d, 100)], 0.35, shade(paint, -0.2), round_ends=False)


def tiles(canvas: Canvas, y: float, one: RGB, other: RGB, rows: int = 6) -> None:
    """A chequered floor in perspective."""
    edges = [y + (100 - y) * (k / rows) ** 1.5 for k in range(rows + 1)]
    for j, (y0, y1) in enumerate(zip(edges, edges[1:], strict=False)):
        s0, s1 = (0.62 + 0.9 * (e - y) / (100 - y) for e in (y0, y1))
        for k in range(-9, 9):
            corners = [
                (50 + 10 * k * s0, y0),
                (50 + 10 * (k + 1) * s0, y0),
                (50 + 10 * (k + 1) * s1, y1),
                (50 + 10 * k * s1, y1),
            ]
            canvas.polygon(corners, shade(one if (j + k) % 2 else other, -0.02 * j))


def wall_tiles(canvas: Canvas, y0: float, y1: float, colour: RGB, size: float = 6) -> None:
    """Square tiles on a wall."""
    canvas.box(0, y0, 100, y1, colour)
    for k in range(int(100 / size) + 1):
        canvas.box(k * size, y0, k * size + 0.35, y1, shade(colour, -0.1))
    for k in range(int((y1 - y0) / size) + 1):
        canvas.box(0, y0 + k * size, 100, y0 + k * size + 0.35, shade(colour, -0.1))


def window(
    canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, frame: RGB = WHITE, curtain: RGB | None = None
) -> None:
    """A window full of plain sky, its bars by luck; a curtain or a blind where a colour is given."""
    arched = rng.random() < 0.25
    if arched:
        canvas.ellipse(x + w / 2, y - 0.5, w / 2 + 1.4, w * 0.32, frame)
        canvas.polygon(oval(x + w / 2, y, w / 2 - 0.4, w * 0.26, 180, 360), (166, 212, 240))
    canvas.box(x - 1.4, y if arched else y - 1.4, x + w + 1.4, y + h + 1.4, frame)
    gradient(canvas, y, y + h, (160, 208, 238), (226, 240, 246), x0=x, x1=x + w)
    for share in (0.16, 0.34):
        left, wide = x + share * w, 0.1 * w
        canvas.polygon(
            [(left, y + h), (left + wide, y + h), (left + wide + 0.3 * w, y), (left + 0.3 * w, y)], (224, 240, 248)
        )
    columns, rows = rng.choice(((2, 2), (2, 1), (3, 2), (1, 2), (3, 1), (2, 3)))
    for k in range(1, columns):
        canvas.box(x + w * k / columns - 0.5, y, x + w * k / columns + 0.5, y + h, frame)
    for k in range(1, rows):
        canvas.box(x, y + h * k / rows - 0.5, x + w, y + h * k / rows + 0.5, frame)
    canvas.box(x - 2.6, y + h + 1, x + w + 2.6, y + h + 3, shade(frame, -0.06))
    if curtain:
        _curtain(canvas, rng, x, y - (w * 0.28 if arched else 0), w, h + (w * 0.28 if arched else 0), curtain)


def _curtain(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, colour: RGB) -> None:
    """Two drapes as long as the window or to the floor, or a blind half-way down."""
    if rng.random() < 0.3:
        low = y + h * rng.uniform(0.3, 0.5)
        canvas.box(x - 1.4, y - 2, x + w + 1.4, low, colour)
        for k in range(int((low - y) / 4)):
            canvas.box(x - 1.4, y + 2 + 4 * k, x + w + 1.4, y + 2.5 + 4 * k, shade(colour, -0.12))
        return
    tall = h + rng.choice((9.0, 9.0, 22.0))
    for side in (0, 1):
        drape(canvas, x - 4 if side == 0 else x + w * 0.8, y - 3, w * 0.2 + 4, tall, colour)
    canvas.line([(x - 6, y - 3), (x + w + 6, y - 3)], 0.9, shade(colour, -0.4))


def drape(canvas: Canvas, x: float, y: float, w: float, h: float, colour: RGB) -> None:
    """A hanging curtain in folds."""
    for k in range(4):
        canvas.box(x + k * w / 4, y, x + (k + 1) * w / 4, y + h, shade(colour, 0.1 if k % 2 else -0.06))
