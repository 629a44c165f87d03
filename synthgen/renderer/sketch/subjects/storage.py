"""Boxes with doors, drawers and shelves, from the front and a little from the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    IRON,
    PAPER,
    RUBBER,
    TAIL,
    Painter,
    Tones,
    accent,
    grain,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
    window,
)

WHITE = COLOURS["white"]
STEEL_HOOK: RGB = (200, 204, 210)
BRASS: RGB = (226, 184, 84)
BOOKS: tuple[RGB, ...] = (
    (196, 64, 60),
    (64, 120, 180),
    (236, 184, 74),
    (86, 150, 96),
    (140, 90, 160),
    (232, 222, 200),
    (226, 128, 70),
    (60, 80, 110),
)
Part = Literal["drawer", "door", "glass", "books", "shoes", "space", "file"]


@dataclass(frozen=True)
class Chest:
    """Rows of parts in a frame: each row has a share of the height and its parts from left to right."""

    natural: str
    width: float
    height: float
    rows: tuple[tuple[float, tuple[Part, ...]], ...]
    legs: float = 6
    on_top: Callable[[Canvas, Tones, float], None] | None = None
    head: float = 4
    """Where its top lies, below what stands on it."""
    depth: float = 7


def carcass(c: Canvas, x0: float, y0: float, x1: float, y1: float, depth: float, paint: Tones) -> None:
    """A box with a lit top and a side in the shade."""
    c.polygon([(x1 - 1, y0), (x1 + depth, y0 - depth * 0.6), (x1 + depth, y1 - depth * 0.6), (x1 - 1, y1)], paint.line)
    c.polygon([(x0, y0 + 1), (x0 + depth, y0 - depth * 0.6), (x1 + depth, y0 - depth * 0.6), (x1, y0 + 1)], paint.light)
    c.box(x0, y0, x1, y1, paint.base, 1)


def chest(spec: Chest) -> Painter:
    """The painter of one kind of chest."""

    def draw(c: Canvas, look: Look) -> None:
        paint = tones(look, spec.natural)
        top = spec.head + spec.depth * 0.6
        bottom = top + spec.height
        right = 4 + spec.width
        if spec.legs:
            for x, lift in ((8.0, 0.0), (right - 8, 0.0), (right + spec.depth - 4, spec.depth * 0.6)):
                y = bottom - lift
                foot = [(x - 3, y - 1), (x + 3, y - 1), (x + 2, y + spec.legs), (x - 2, y + spec.legs)]
                c.polygon(foot, paint.line)
        carcass(c, 4, top, right, bottom, spec.depth, paint)
        c.line([(5, top + 1.2), (right - 1, top + 1.2)], 1.4, paint.light, False)
        y, room = top + 4, spec.height - 7
        for share, parts in spec.rows:
            step = (spec.width - 6) / len(parts)
            for i, part in enumerate(parts):
                inner = (7 + step * i + 1, y + 1, 7 + step * (i + 1) - 1, y + room * share - 1)
                _part(c, part, inner, paint, i < len(parts) / 2 and len(parts) > 1)
            y += room * share
        if spec.on_top:
            spec.on_top(c, paint, top)

    return draw


def _part(c: Canvas, part: Part, at: tuple[float, float, float, float], paint: Tones, hinge_left: bool) -> None:
    x0, y0, x1, y1 = at
    middle = (x0 + x1) / 2
    if part in ("drawer", "file"):
        c.box(x0, y0, x1, y1, paint.line, 1.5)
        c.box(x0 + 0.8, y0 + 0.8, x1 - 0.8, y1 - 0.8, paint.base, 1.2)
        c.line([(x0 + 2, y0 + 1.8), (x1 - 2, y0 + 1.8)], 1, paint.light)
        if part == "file":
            c.box(middle - 7, y0 + 5, middle + 7, y0 + 10, PAPER, 0.8)
            c.box(middle - 8, y0 + 13, middle + 8, y0 + 16, CHROME, 1.4)
        else:
            grain(c, x0 + 3, y0 + 3, x1 - 3, y1 - 1, paint.base, 2)
            for x in (x0 + (x1 - x0) * 0.25, x1 - (x1 - x0) * 0.25) if x1 - x0 > 40 else (middle,):
                c.ellipse(x, (y0 + y1) / 2 + 0.4, 2.5, 2.5, shade(BRASS, -0.4))
                c.ellipse(x, (y0 + y1) / 2, 2.2, 2.2, BRASS)
        return
    if part in ("door", "glass"):
        c.box(x0, y0, x1, y1, paint.line, 1.5)
        c.box(x0 + 0.8, y0 + 0.8, x1 - 0.8, y1 - 0.8, paint.base, 1.2)
        if part == "glass":
            window(c, x0 + 4, y0 + 4, x1 - 4, y1 - 4, 1)
            _dishes(c, x0 + 5, y0 + 4, x1 - 5, y1 - 4, paint)
        else:
            c.box(x0 + 4, y0 + 4, x1 - 4, y1 - 4, paint.dark, 1.2)
            c.box(x0 + 5, y0 + 5, x1 - 4, y1 - 4, blend(paint.base, paint.light, 0.25), 1.2)
            grain(c, x0 + 6, y0 + 6, x1 - 6, y1 - 6, paint.base, 3)
        c.ellipse(x1 - 3 if hinge_left else x0 + 3, (y0 + y1) / 2, 2, 2, BRASS)
        return
    c.box(x0, y0, x1, y1, shade(paint.dark, -0.08), 1)
    if part == "books":
        _books(c, x0 + 1, y0, x1 - 1, y1)
    if part == "shoes":
        for i in range(2):
            _shoe(c, x0 + (x1 - x0) * (0.27 + 0.46 * i), y1 - 1, BOOKS[(i * 3 + int(y0)) % len(BOOKS)])


def _books(c: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    x, i = x0, int(y0)
    while x < x1 - 6:
        wide = 3.4 + (i * 7) % 4 * 0.8
        top = y0 + (y1 - y0) * (0.14 + 0.09 * ((i * 5) % 4))
        if x - x0 > (x1 - x0) * 0.62 and i % 5 == 0:
            x += 5
        colour = BOOKS[i % len(BOOKS)]
        c.box(x, top, x + wide, y1, colour, 0.6)
        c.line([(x + 0.6, top + 3.2), (x + wide - 0.6, top + 3.2)], 0.9, shade(colour, 0.45), False)
        x, i = x + wide + 0.3, i + 1


def _shoe(c: Canvas, x: float, y: float, colour: RGB) -> None:
    upper = [(x - 9, y - 1), (x - 9, y - 9), (x - 3, y - 8), (x + 2, y - 5), (x + 9, y - 4), (x + 9, y - 1)]
    c.polygon(rounded(upper, 2), colour)
    c.box(x - 9.4, y - 2, x + 9.4, y, PAPER, 1)


def _dishes(c: Canvas, x0: float, y0: float, x1: float, y1: float, paint: Tones) -> None:
    middle, shelf = (x0 + x1) / 2, (y0 + y1) / 2
    c.line([(x0 - 1, shelf), (x1 + 1, shelf)], 1.4, paint.line, False)
    for y in (shelf - 0.6, y1):
        for dx, colour in ((-4.4, WHITE), (5.4, (110, 160, 206))):
            c.ellipse(middle + dx, y - 6, 5, 5.6, colour)
            c.ellipse(middle + dx, y - 6, 3, 3.4, shade(colour, -0.13))


def bedside_things(c: Canvas, paint: Tones, top: float) -> None:
    """A small lamp and a book on a bedside table."""
    c.box(12, top - 5, 32, top - 1.5, BOOKS[1], 1)
    c.line([(14, top - 2.4), (31, top - 2.4)], 0.8, PAPER)
    c.box(42, top - 10, 46, top - 3, BRASS, 1)
    c.ellipse(44, top - 2.6, 8, 2, shade(BRASS, -0.2))
    c.polygon([(38, top - 26), (50, top - 26), (56, top - 9), (32, top - 9)], (255, 238, 190))


def screen_on_top(c: Canvas, paint: Tones, top: float) -> None:
    """A flat screen on the stand."""
    c.box(54, top - 8, 72, top - 2, IRON, 1)
    c.box(24, top - 46, 102, top - 5, RUBBER, 2)
    c.box(26.5, top - 43.5, 99.5, top - 8, (96, 140, 170), 1)
    c.polygon([(34, top - 43.5), (52, top - 43.5), (38, top - 8), (26.5, top - 8), (26.5, top - 24)], (128, 172, 200))


CHESTS: dict[str, Chest] = {
    "chest of drawers": Chest(
        "brown", 92, 76, ((0.28, ("drawer", "drawer")), (0.36, ("drawer",)), (0.36, ("drawer",)))
    ),
    "bedside table": Chest(
        "brown", 56, 52, ((0.36, ("drawer",)), (0.64, ("door",))), legs=9, on_top=bedside_things, head=26
    ),
    "cabinet": Chest("green", 88, 66, ((1, ("door", "door")),), legs=12),
    "filing cabinet": Chest("gray", 50, 96, ((0.333, ("file",)),) * 3, legs=0, depth=10),
    "cupboard": Chest(
        "turquoise", 84, 112, ((0.5, ("glass", "glass")), (0.14, ("drawer", "drawer")), (0.36, ("door", "door")))
    ),
    "bookshelf": Chest("brown", 84, 114, ((0.25, ("books",)),) * 4, legs=3),
    "shoe rack": Chest("brown", 84, 66, ((0.333, ("shoes",)),) * 3, legs=4),
    "tv stand": Chest("brown", 118, 32, ((1, ("door", "space", "door")),), legs=7, on_top=screen_on_top, head=48),
}
"""The kinds of chest."""


def wardrobe(c: Canvas, look: Look) -> None:
    """Open doors, clothes on a rail, two drawers below."""
    paint = tones(look, "brown")
    for x in (30.0, 88.0):
        c.box(x - 4, 112, x + 4, 120, paint.line, 1)
    c.box(18, 2, 100, 9, paint.light, 2)
    c.box(21, 8, 97, 114, paint.base, 1)
    c.box(26, 13, 92, 88, blend(paint.line, RUBBER, 0.4), 1)
    c.line([(26, 19), (92, 19)], 2, CHROME, False)
    for i, colour in enumerate(((206, 70, 70), (84, 140, 200), (240, 196, 90), (120, 170, 120), (236, 230, 220))):
        x = 33.5 + 12.6 * i
        c.line([(x, 19), (x, 24)], 1, STEEL_HOOK)
        hem = 62 + 7 * (i % 3)
        c.polygon(rounded([(x, 23), (x + 5.8, 28), (x + 5.6, hem), (x - 5.6, hem), (x - 5.8, 28)], 1.5), colour)
        c.line([(x, 28), (x, 60 + 7 * (i % 3))], 0.8, shade(colour, -0.2))
    for x0, x1 in ((26, 58), (60, 92)):
        c.box(x0, 91, x1, 110, paint.dark, 1.5)
        c.box(x0 + 1, 92, x1 - 1, 109, paint.base, 1.2)
        c.ellipse((x0 + x1) / 2, 100.5, 2.2, 2.2, BRASS)
    for edge, out in ((24, 4), (94, 114)):
        c.polygon([(edge, 10), (out, 5), (out, 96), (edge, 89)], paint.base)
        inset = -3 if out > edge else 3
        c.polygon([(edge - inset, 16), (out + inset, 12), (out + inset, 88), (edge - inset, 82)], paint.dark)
        c.ellipse(out + inset * 0.6, 50, 1.8, 2.2, BRASS)


def toy_box(c: Canvas, look: Look) -> None:
    """An open chest full of toys."""
    paint = tones(look, "blue")
    c.polygon([(8, 40), (92, 40), (98, 8), (14, 4)], paint.dark)
    c.polygon([(16, 36), (88, 36), (93, 12), (19, 9)], paint.line)
    fur = (186, 130, 80)
    for dx in (-9, 9):
        c.ellipse(30 + dx, 16, 5, 5, fur)
    c.ellipse(30, 26, 13, 12, fur)
    c.ellipse(30, 30, 6, 4.6, shade(fur, 0.5))
    c.ellipse(30, 28, 2, 1.5, RUBBER)
    for dx in (-5, 5):
        c.ellipse(30 + dx, 23, 1.5, 1.8, RUBBER)
    c.ellipse(56, 32, 13, 13, TAIL)
    c.polygon(oval(56, 32, 13, 13, 200, 290) + [(56, 32)], WHITE)
    c.polygon(oval(56, 32, 13, 13, 20, 110) + [(56, 32)], (84, 140, 220))
    c.polygon([(72, 40), (72, 22), (90, 22), (90, 40)], (250, 200, 80))
    star_mark(c, 81, 31, 14, WHITE)
    c.box(4, 38, 96, 82, paint.base, 3)
    c.box(4, 38, 96, 45, paint.light, 3)
    c.box(4, 74, 96, 82, paint.dark, 3)
    for x, colour in ((26, TAIL), (50, (250, 204, 80)), (74, (96, 180, 110))):
        c.ellipse(x, 60, 8, 8, accent(paint.base, WHITE, shade(WHITE, -0.12)))
        c.ellipse(x, 60, 5.6, 5.6, colour)


def treasure_chest(c: Canvas, look: Look) -> None:
    """An open chest with iron bands, full of gold."""
    paint = tones(look, "brown")
    c.polygon(oval(52, 34, 48, 32, 180, 360), paint.base)
    c.polygon(oval(52, 38, 40, 24, 180, 360), paint.line)
    for x in (20.0, 84.0):
        c.polygon([(x - 4, 38), (x + 4, 38), (x + 3 + (52 - x) * 0.12, 8 + 4), (x - 3 + (52 - x) * 0.12, 12)], BRASS)
    gold = COLOURS["gold"]
    for i in range(15):
        x, y = 17 + (i * 5.1), 40 - 9 * (1 - abs(i - 7) / 8) - 3 * (i % 2)
        c.ellipse(x, y, 7, 5.4, shade(gold, -0.22))
        c.ellipse(x, y - 1, 6.6, 4.8, shade(gold, 0.12 * (i % 3)))
    for x, y, colour in ((34, 31, TAIL), (68, 30, (70, 150, 220)), (52, 25, (100, 190, 120))):
        c.polygon([(x - 5, y), (x, y - 6), (x + 5, y), (x, y + 6)], colour)
        c.polygon([(x - 5, y), (x, y - 6), (x, y + 1)], shade(colour, 0.4))
    c.box(4, 42, 100, 86, paint.base, 3)
    for y in (54, 66, 78):
        c.line([(5, y), (99, y)], 1, paint.line, False)
    for x in (16, 80):
        c.box(x, 42, x + 8, 86, BRASS, 1)
    c.box(3, 41, 101, 48, BRASS, 2)
    c.box(43, 44, 61, 63, shade(BRASS, -0.12), 3)
    c.ellipse(52, 51, 3, 3, RUBBER)
    c.polygon([(52, 51), (54.4, 59), (49.6, 59)], RUBBER)


def medicine_cabinet(c: Canvas, look: Look) -> None:
    """A wall cupboard with a cross, one door open on its bottles."""
    paint = tones(look, "white")
    carcass(c, 4, 8, 88, 82, 5, paint)
    c.box(8, 12, 46, 78, paint.line, 1)
    for y in (34, 56):
        c.line([(8, y), (46, y)], 2, paint.base, False)
    rust, sky, leaf = (210, 120, 70), (90, 150, 210), (120, 180, 120)
    shelves = ((14, 34, rust), (26, 34, sky), (37, 34, WHITE), (16, 56, leaf), (33, 56, rust), (18, 78, WHITE))
    for x, y, colour in (*shelves, (36, 78, sky)):
        c.box(x - 4, y - 12, x + 4, y - 1, colour, 1.5)
        c.box(x - 2.4, y - 15, x + 2.4, y - 11, shade(colour, -0.3), 0.8)
    c.box(48, 10, 86, 80, paint.line, 2)
    c.box(49, 11, 85, 79, paint.base, 2)
    cross = accent(paint.base, TAIL, WHITE)
    c.box(62.5, 30, 71.5, 60, cross, 1)
    c.box(52, 40.5, 82, 49.5, cross, 1)
    c.ellipse(52, 66, 2, 2, CHROME)


def coat_rack(c: Canvas, look: Look) -> None:
    """A stand with hooks, a coat and a hat on it."""
    wood = tones(look, "brown")
    coat = wood.light
    for foot in (14, 62):
        c.curve((38, 108), (30 if foot < 38 else 46, 118), (foot, 124), 5, wood.dark)
    c.curve((38, 108), (38, 118), (38, 124), 5, wood.base)
    tube(c, [(38, 10), (38, 116)], 6, wood)
    c.ellipse(38, 8, 5, 5, wood.base)
    for side in (-1, 1):
        c.curve((38, 30), (38 + side * 16, 32), (38 + side * 20, 18), 4, wood.base)
        c.curve((38, 44), (38 + side * 10, 44), (38 + side * 14, 36), 3.6, wood.dark)
    hat = accent(wood.base, (196, 152, 98), (110, 84, 60))
    c.polygon(rounded([(5, 20), (8, 6), (28, 4), (30, 18)], 5), hat)
    c.ellipse(18, 19, 16, 4, hat, turn=-4)
    c.line([(6, 16), (29, 14.6)], 2.6, TAIL, False)
    c.polygon(rounded([(58, 20), (68, 34), (72, 84), (48, 86), (44, 46), (50, 32)], 5), coat)
    c.polygon(rounded([(62, 34), (72, 42), (76, 70), (68, 72)], 4), toned(coat).dark)
    c.line([(56, 26), (59, 82)], 1.1, toned(coat).line)
    for y in (44, 56, 68):
        c.ellipse(55.6, y, 1.3, 1.3, toned(coat).line)


def ladder(c: Canvas, look: Look) -> None:
    """A ladder of two rails and rungs, leaning a little."""
    wood = tones(look, "brown")
    for i in range(7):
        y = 14 + 16 * i
        c.line([(15 - i * 0.9, y), (49 + i * 0.9, y)], 4.4, wood.dark)
        c.line([(15 - i * 0.9, y - 1), (49 + i * 0.9, y - 1)], 1.4, wood.light)
    for top, foot in ((15, 7), (49, 57)):
        tube(c, [(top, 4), (foot, 124)], 6, wood)
