"""Dishes served on a plate: heaps of fried pieces, grilled food, and what is cut in squares. Canvas 100 x 100."""

import math
from collections.abc import Callable, Sequence

from synthgen.renderer.sketch.canvas import Canvas, Point, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, edge, leaf, outlined_blob, toned
from synthgen.renderer.sketch.subjects.tableware import plate

CRISP: RGB = (222, 156, 70)
GOLD: RGB = (238, 184, 92)
CHAR: RGB = (92, 58, 38)
SAUCE: RGB = (200, 52, 36)
Piece = Callable[[Canvas, float, float, float], None]
"""Paints one piece around (x, y), turned."""
PILE: Sequence[tuple[float, float, float]] = (
    (38, 48, -20), (62, 47, 25), (24, 63, 15), (50, 60, -8), (76, 62, -30), (36, 73, 30), (64, 73, -15),
)  # fmt: skip


def heap(
    piece: Piece,
    spots: Sequence[tuple[float, float, float]] = PILE,
    dip: RGB | None = None,
    greens: bool = True,
) -> Callable[[Canvas, Look], None]:
    """A plate with a heap of the same pieces, a little cup of sauce, and a leaf."""

    def paint(c: Canvas, look: Look) -> None:
        plate(c, 50, 74, 49)
        if greens:
            for angle in (-150, -120, -175):
                leaf(c, 24, 70, angle, 19, 11, (112, 178, 78), veins=True)
        for x, y, turn in spots:
            piece(c, x, y, turn + look.rng.uniform(-8, 8))
        if dip:
            _cup(c, 76, 80, dip)

    return paint


def _cup(c: Canvas, x: float, y: float, sauce: RGB) -> None:
    c.polygon([(x - 13, y - 6), (x + 13, y - 6), (x + 9, y + 9), (x - 9, y + 9)], (214, 220, 228))
    c.ellipse(x, y - 6, 13, 5, (244, 245, 248))
    c.ellipse(x, y - 5.6, 11, 3.8, sauce)
    c.ellipse(x - 3, y - 6.4, 3.4, 1, shade(sauce, 0.35))


def crumbs(c: Canvas, x: float, y: float, rx: float, ry: float, tone: RGB, turn: float = 0) -> None:
    """Specks on a breaded crust."""
    for i in range(9):
        dx, dy = along(0, 0, i * 137.5 + turn, math.sqrt((i + 0.5) / 9))
        c.ellipse(x + dx * rx * 0.8, y + dy * ry * 0.75, 1.3, 0.9, tone)


def wing(c: Canvas, x: float, y: float, turn: float) -> None:
    """A bent chicken wing, glazed."""
    tone = (196, 86, 36)
    tip, elbow, end = along(x, y, turn + 200, 13), (x, y + 3), along(x, y, turn - 25, 13)
    for grow, colour in ((1.7, edge(tone, 0.35)), (0, tone)):
        c.line([tip, elbow], 8 + grow, colour)
        c.line([elbow, end], 12 + grow, colour)
        c.ellipse(*elbow, 6.4 + grow / 2, 6.4 + grow / 2, colour)
    c.line([along(*tip, turn, 2), (x - 2, y)], 2.2, shade(tone, 0.35))
    c.line([(x + 2, y - 1), along(*end, turn + 150, 4)], 2.6, shade(tone, 0.4))


def nugget(c: Canvas, x: float, y: float, turn: float) -> None:
    points = [
        along(x, y, turn + a, 12.5 * k)
        for a, k in ((0, 1), (60, 0.85), (120, 0.95), (180, 1.05), (240, 0.8), (300, 0.95))
    ]
    outlined_blob(c, points, CRISP, 0.9)
    crumbs(c, x, y, 10, 9, shade(CRISP, -0.2), turn)
    c.ellipse(x - 3, y - 4.5, 4, 1.6, shade(CRISP, 0.4), turn=-15)


def bar(length: float, width: float, tone: RGB, core: RGB | None = None) -> Piece:
    """A breaded stick; its filling shows at the end."""

    def piece(c: Canvas, x: float, y: float, turn: float) -> None:
        angle = turn * 1.4 - 35
        a, b = along(x, y, angle, -length / 2), along(x, y, angle, length / 2)
        c.line([a, b], width + 1.8, edge(tone, 0.35))
        c.line([a, b], width, tone)
        crumbs(c, x, y, length * 0.45, width * 0.4, shade(tone, -0.2), angle)
        c.line([along(*a, angle - 90, width * 0.24), along(*b, angle - 90, width * 0.24)], 1.4, shade(tone, 0.4))
        if core:
            c.ellipse(*b, width * 0.36, width * 0.36, core)

    return piece


def ring(c: Canvas, x: float, y: float, turn: float) -> None:
    """A ring of calamari."""
    for r, tone in ((5.4, edge(CRISP, 0.35)), (4.2, GOLD)):
        c.line(oval(x, y, 10, 8, turn=turn), 2 * r - 2, tone)
    for i in range(8):
        c.ellipse(*along(x, y, i * 45 + turn, 9.4), 1.2, 0.9, shade(GOLD, -0.22))


def patty(tone: RGB) -> Piece:
    """A flat round cake, browned."""

    def piece(c: Canvas, x: float, y: float, turn: float) -> None:
        c.ellipse(x, y + 2.4, 14.6, 9.6, edge(tone, 0.35))
        c.ellipse(x, y, 14, 8.6, tone)
        crumbs(c, x, y, 12, 7, shade(tone, -0.25), turn)
        c.ellipse(x - 4, y - 3.6, 5, 1.6, shade(tone, 0.4))

    return piece


def prawn(c: Canvas, x: float, y: float, turn: float) -> None:
    """A fried prawn: a crisp curl with a red tail."""
    tail = along(x, y, turn - 60, 16)
    for lean in (-24, 24):
        end = along(*tail, turn - 60 + lean, 7)
        c.polygon([tail, along(*end, turn, 3), end], (226, 86, 56))
    path = [along(x, y, turn + a, 9) for a in range(-60, 130, 18)]
    c.line(path, 10.6, edge(CRISP, 0.35))
    c.line(path, 9, GOLD)
    for i, at in enumerate(path):
        c.ellipse(at[0] + (i % 3) - 1, at[1] + (i % 2) * 2 - 1, 1.3, 1, shade(CRISP, -0.15))


def tofu_cube(c: Canvas, x: float, y: float, turn: float) -> None:
    tone = (246, 236, 212)
    a = 9.5
    top = [(x - a, y - 5), (x, y - 10), (x + a, y - 5), (x, y)]
    c.polygon(
        [
            (x - a - 0.9, y - 5.4),
            (x, y - 11),
            (x + a + 0.9, y - 5.4),
            (x + a + 0.9, y + 6.4),
            (x, y + 12),
            (x - a - 0.9, y + 6.4),
        ],
        edge(tone, 0.35),
    )
    c.polygon(top, shade(tone, 0.4))
    c.polygon([(x - a, y - 5), (x, y), (x, y + 11), (x - a, y + 6)], tone)
    c.polygon([(x + a, y - 5), (x, y), (x, y + 11), (x + a, y + 6)], shade(tone, -0.13))
    c.ellipse(x - 2, y - 6, 1.4, 0.7, (96, 160, 72))
    c.ellipse(x + 2.6, y - 5, 1.4, 0.7, (96, 160, 72))


def nacho(c: Canvas, x: float, y: float, turn: float) -> None:
    corners = [along(x, y, turn + a, 16) for a in (-90, 30, 150)]
    c.polygon([along(x, y, turn + a, 17.8) for a in (-90, 30, 150)], edge(GOLD, 0.35))
    c.polygon(corners, GOLD)
    crumbs(c, x, y, 7, 7, shade(GOLD, -0.2), turn)


def nachos(c: Canvas, look: Look) -> None:
    """Corn chips under melted cheese, with peppers, olives and tomato."""
    plate(c, 50, 76, 49)
    for x, y, turn in (
        (30, 48, 20),
        (70, 48, -15),
        (50, 38, 0),
        (18, 66, 40),
        (82, 66, 10),
        (50, 58, 60),
        (34, 72, -10),
        (66, 72, 30),
    ):
        nacho(c, x, y, turn + look.rng.uniform(-6, 6))
    cheese = (252, 206, 66)
    melted = [
        (26, 50),
        (38, 38),
        (50, 36),
        (64, 38),
        (76, 52),
        (72, 58),
        (69, 71),
        (65, 58),
        (56, 62),
        (53, 76),
        (48, 62),
        (38, 60),
        (34, 70),
        (30, 58),
    ]
    outlined_blob(c, melted, cheese, 0.7)
    for i, (x, y) in enumerate(((40, 46), (60, 46), (50, 52), (34, 54), (67, 54), (51, 42))):
        tone = ((82, 160, 66), (214, 56, 44), (54, 46, 52))[i % 3]
        c.ellipse(x, y, 4.2, 3.4, edge(tone, 0.3))
        c.ellipse(x, y, 3.5, 2.7, tone)
        c.ellipse(x, y, 1.5, 1.1, shade(tone, 0.5))


def bruschetta(c: Canvas, look: Look) -> None:
    """Toasted slices of bread with diced tomato and basil."""
    plate(c, 50, 78, 49)
    for x, y, turn in ((30, 52, -14), (70, 52, 14), (50, 72, 0)):
        crust: RGB = (190, 120, 58)
        for rx, ry, tone in ((25, 15.5, edge(crust)), (24, 14.5, crust), (21.4, 12.2, (246, 218, 160))):
            c.ellipse(x, y + (3 if tone != (246, 218, 160) else 0), rx, ry, tone, turn=turn)
        for i in range(13):
            dx, dy = along(0, 0, i * 137.5 + turn, math.sqrt((i + 0.5) / 13))
            px, py = x + dx * 16, y + dy * 8 - 2
            c.box(px - 3, py - 2.7, px + 3, py + 2.7, edge((220, 56, 44)), 1.2)
            c.box(px - 2.4, py - 2.1, px + 2.4, py + 2.1, shade((222, 58, 44), 0.12 * (i % 3)), 1)
        for angle in (-160, -30):
            leaf(c, x, y - 3, angle + look.rng.uniform(-10, 10), 11, 6.4, (66, 148, 66), veins=True)


def omelette(c: Canvas, look: Look) -> None:
    """A folded half moon, browned, with chives and a sprig."""
    plate(c, 50, 70, 49)
    egg: RGB = (250, 208, 84)
    half = [*oval(50, 74, 40, 38, 180, 360), (88, 78), (70, 83), (30, 83), (12, 78)]
    outlined_blob(c, half[::3], egg, 1)
    inner = [(x * 0.86 + 7, y * 0.8 + 12) for x, y in half[::3]]
    toned(c, [(x, y) for x, y in inner], shade(egg, 0.12), (40, 56))
    for x, y, rx in ((34, 56, 7), (56, 50, 9), (68, 64, 6), (46, 68, 8)):
        c.ellipse(x, y, rx, rx * 0.42, (228, 160, 58), turn=-10)
    c.line([(13, 78), (30, 81), (70, 81), (87, 78)], 2, (222, 150, 52))
    for i in range(11):
        left, low = 28 + i * 4.6, 50 + (i * 29) % 22
        c.line([(left, low), (left + 3.4, low - 1.6)], 1.4, (76, 152, 66))
    for angle in (-150, -100, -50):
        leaf(c, 84, 84, angle, 12, 6, (66, 148, 66))


def grill_marks(c: Canvas, x: float, y: float, half: float, slant: float = 0.5) -> None:
    for k in (-0.5, 0, 0.5):
        c.line(
            [(x + k * half * 1.3 - half * 0.4, y + half * slant), (x + k * half * 1.3 + half * 0.4, y - half * slant)],
            1.6,
            CHAR,
        )


def grilled_vegetables(c: Canvas, look: Look) -> None:
    """Slices of zucchini, pepper, eggplant and tomato with grill marks."""
    plate(c, 50, 76, 49)
    for x, y, rx, ry, skin, flesh in (
        (28, 46, 16, 11, (72, 134, 62), (206, 220, 136)), (72, 46, 16, 12, (76, 40, 92), (236, 222, 176)),
        (50, 38, 15, 11, (212, 52, 42), (236, 96, 72)), (22, 66, 15, 11, (240, 168, 40), (250, 196, 80)),
        (50, 60, 17, 12, (72, 134, 62), (206, 220, 136)), (78, 66, 15, 11, (212, 52, 42), (236, 96, 72)),
        (38, 76, 14, 10, (76, 40, 92), (236, 222, 176)), (64, 77, 14, 10, (240, 168, 40), (250, 196, 80)),
    ):  # fmt: skip
        c.ellipse(x, y + 2.4, rx + 0.8, ry + 0.8, edge(skin, 0.3))
        c.ellipse(x, y, rx, ry, skin)
        c.ellipse(x, y, rx - 2.2, ry - 2, flesh)
        grill_marks(c, x, y, rx * 0.55)


def grilled_mushrooms(c: Canvas, look: Look) -> None:
    """Browned mushroom caps on a plate, some seen from the cut side."""
    plate(c, 50, 76, 49)
    for i, (x, y) in enumerate(((30, 46), (68, 45), (50, 56), (20, 66), (80, 66), (36, 75), (64, 76))):
        tone = shade((176, 126, 84), 0.08 * (i % 3))
        c.box(x - 4.5, y + 1, x + 4.5, y + 11, edge((236, 218, 190), 0.3), 3)
        c.box(x - 3.7, y + 1, x + 3.7, y + 10.3, (236, 218, 190), 2.6)
        cap = [*oval(x, y + 2, 14, 13, 180, 360), (x + 12, y + 5), (x - 12, y + 5)]
        c.polygon([(x + (px - x) * 1.07, y + (py - y) * 1.07) for px, py in cap], edge(tone, 0.35))
        c.polygon(cap, tone)
        grill_marks(c, x, y - 3, 6)


def grilled_cheese(c: Canvas, look: Look) -> None:
    """Two triangles of toasted sandwich with cheese that melts out."""
    plate(c, 50, 80, 49)
    for dx, dy in ((16, -6), (-6, 4)):
        toast: RGB = (224, 162, 86)
        x, y = 50 + dx, 50 + dy
        lower = [(x - 36, y + 26), (x + 26, y + 26), (x - 4, y - 28)]
        c.polygon([(x - 40, y + 35), (x + 30, y + 35), (x + 30, y + 24), (x - 40, y + 24)], edge(toast, 0.35))
        c.box(x - 38, y + 29, x + 28, y + 34, shade(toast, -0.12), 2)
        outlined_blob(
            c,
            [
                (x - 37, y + 25),
                (x + 28, y + 25),
                (x + 28, y + 29),
                (x + 14, y + 30),
                (x + 9, y + 38),
                (x + 4, y + 30),
                (x - 18, y + 30),
                (x - 23, y + 35),
                (x - 27, y + 30),
                (x - 37, y + 29),
            ],
            (252, 200, 50),
            0.6,
        )
        c.polygon([(x + (px - x) * 1.06, y + (py - y) * 1.06) for px, py in lower], edge(toast, 0.4))
        c.polygon(lower, toast)
        for k in (-14, 0, 14):
            c.line([(x + k - 8, y + 20), (x + k * 0.5 + 2, y - 4 + abs(k))], 2.2, (150, 92, 46))


def whole_fish(tone: RGB, marks: bool) -> Callable[[Canvas, Look], None]:
    """A whole fish on a plate, with lemon."""

    def paint(c: Canvas, look: Look) -> None:
        plate(c, 50, 68, 50)
        body: Sequence[Point] = [
            (8, 60),
            (24, 44),
            (48, 40),
            (70, 52),
            (80, 57),
            (94, 42),
            (92, 60),
            (95, 78),
            (80, 65),
            (66, 74),
            (44, 79),
            (22, 74),
        ]
        outlined_blob(c, body, tone, 1.1)
        c.blob([(10, 61), (26, 49), (48, 45), (68, 55), (48, 55), (26, 58)], shade(tone, 0.2))
        outlined_blob(c, [(38, 42), (50, 30), (60, 46)], shade(tone, -0.12), 0.8)
        c.arc(22, 60, 12, -50, 50, 1.4, edge(tone, 0.3))
        c.ellipse(18, 57, 2.6, 2.6, (250, 248, 240))
        c.ellipse(18, 57, 1.3, 1.3, (60, 50, 50))
        for x in (42, 52, 62):
            c.line([(x - 4, 72), (x + 3, 48)], 2, CHAR if marks else shade(tone, -0.25))
        c.ellipse(70, 82, 11, 8, edge((250, 216, 50)))
        c.ellipse(70, 82, 10, 7.2, (250, 216, 50))
        c.ellipse(70, 82, 8.4, 5.8, (254, 240, 160))
        for angle in range(0, 180, 45):
            c.line([along(70, 82, angle, 5.6), along(70, 82, angle + 180, 5.6)], 0.8, (250, 216, 50))
        for angle in (-160, -120, -80):
            leaf(c, 30, 88, angle, 14, 7, (84, 160, 70))

    return paint


def lasagna(c: Canvas, look: Look) -> None:
    """A square slice with layers of pasta, meat and cheese."""
    plate(c, 50, 80, 49)
    left, right = 16, 84
    layers: Sequence[tuple[float, RGB]] = (
        (8, (246, 214, 130)), (8, (172, 66, 40)), (5, (252, 236, 196)), (6, (246, 214, 130)), (8, (172, 66, 40)),
        (5, (252, 236, 196)), (6, (246, 214, 130)),
    )  # fmt: skip
    at = 82.0
    for high, tone in layers:
        c.box(left, at - high, right, at, edge(tone, 0.3), 2)
        c.box(left + 0.8, at - high + 0.7, right - 0.8, at - 0.3, tone, 1.6)
        at -= high
    top = [(left - 1, at + 3), (30, at - 15), (92, at - 15), (right + 1, at + 3)]
    c.polygon(top, edge((232, 150, 60)))
    c.polygon([(left + 1, at + 2), (31, at - 13.8), (89, at - 13.8), (right - 1, at + 2)], (250, 200, 84))
    for i in range(9):
        c.ellipse(28 + i * 6.6, at - 4 - (i * 5) % 9, 4, 1.6, (214, 110, 48) if i % 2 else (252, 232, 160))
    for x in (26, 48, 70):
        outlined_blob(
            c,
            [(x - 5, at + 1), (x + 5, at + 1), (x + 3, at + 14), (x, at + 18), (x - 3, at + 13)],
            (252, 214, 100),
            0.5,
        )
    leaf(c, 52, at - 6, -40, 13, 7, (66, 148, 66), veins=True)
    leaf(c, 52, at - 6, -150, 12, 7, (66, 148, 66), veins=True)
