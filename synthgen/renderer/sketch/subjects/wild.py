"""Plants of desert, forest floor, field and pond, and a few curiosities."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.blooms import Rays
from synthgen.renderer.sketch.subjects.blooms_side import bell, lotus
from synthgen.renderer.sketch.subjects.botany import (
    DARK_LEAF,
    LEAF,
    LIGHT_LEAF,
    STEM,
    WHITE,
    YOLK,
    along,
    blade,
    edge,
    leaf,
    outlined_blob,
    petal,
    pot,
    pot_colour,
    stem,
)
from synthgen.renderer.sketch.subjects.flowers import straps


def cactus(c: Canvas, look: Look) -> None:
    """A ribbed column with two arms, thorns, and a flower on top."""
    tone = (66, 150, 86)
    for points in ([(30, 98), (30, 24)], [(30, 66), (10, 66), (10, 42)], [(30, 56), (50, 56), (50, 30)]):
        wide = 20 if len(points) == 2 else 13
        c.line(points, wide, tone)
        for x, y in points[1:-1]:
            c.ellipse(x, y, wide / 2, wide / 2, tone)
    c.box(20, 90, 40, 98, tone)
    for dx in (-5, 0, 5):
        c.line([(30 + dx, 96), (30 + dx, 18 + abs(dx) * 0.6)], 0.9, shade(tone, -0.28))
    for x, low, high in ((10, 62, 40), (50, 52, 28)):
        c.line([(x, low), (x, high)], 0.9, shade(tone, -0.28))
    for x, low, high in (
        (23, 90, 24),
        (33, 90, 22),
        (38, 92, 26),
        (6, 64, 42),
        (14, 64, 42),
        (46, 52, 30),
        (54, 52, 32),
    ):
        for y in range(high, low, 9):
            c.line([(x - 1.6, y - 1.6), (x, y), (x + 1.6, y - 1.6)], 0.6, (240, 240, 206))
    for angle in (-150, -120, -90, -60, -30):
        petal(c, 30, 17, angle, 10, 5.6, (240, 84, 140), 0.6, 0.4, pointed=True)
    c.ellipse(30, 15, 2.4, 1.8, YOLK)


def prickly_pear(c: Canvas, look: Look) -> None:
    """Flat oval pads that grow from one another, dotted with thorns, red fruit on the rims."""
    tone = (92, 162, 96)
    pads = (
        (50, 80, 15, 19, 0),
        (30, 56, 13, 17, -28),
        (70, 54, 13, 17, 26),
        (50, 40, 13, 18, 4),
        (17, 32, 11, 14, -20),
        (82, 28, 11, 14, 24),
    )
    for x, y, rx, ry, turn in pads:
        for lean in (-24, 4, 28):
            fruit = along(x, y, turn - 90 + lean, ry + 1.4)
            if y < 60:
                c.ellipse(*fruit, 2.8, 4, (206, 52, 92), turn=turn + lean)
        c.ellipse(x, y, rx, ry, edge(tone), turn=turn)
        c.ellipse(x, y, rx - 0.9, ry - 0.9, tone, turn=turn)
        for i in range(14):
            px, py = along(x, y, i * 137.5, min(rx, ry) * 0.86 * math.sqrt(i / 14))
            c.line([(px - 1.2, py - 1.3), (px, py), (px + 1.2, py - 1.3)], 0.5, (246, 242, 206))


def succulent(c: Canvas, look: Look) -> None:
    """An echeveria: a rose of plump pointed leaves in a small bowl."""
    tone = look.rng.choice([(122, 184, 128), (134, 190, 128), (112, 176, 130)])
    pot(c, 50, 66, 99, 58, pot_colour(look.rng), rim=False)
    for ring in range(5):
        reach = 46 * (1 - ring * 0.19)
        for i in range(9):
            angle = 40 * (i + ring / 2) - 90
            px, py = along(0, 0, angle, reach)
            length = math.hypot(px, py * 0.78)
            turn = math.degrees(math.atan2(py * 0.78, px))
            green = shade(tone, 0.1 * ring)
            petal(c, 50, 42, turn, length, reach * 0.46, green, 0.68, 0.3, pointed=True, line=0.8)
            c.ellipse(*along(50, 42, turn, length * 0.95), reach * 0.05, reach * 0.035, (222, 96, 116), turn=turn)


def venus_flytrap(c: Canvas, look: Look) -> None:
    """Open jaws with long teeth, red inside."""
    pot(c, 50, 80, 99, 36, pot_colour(look.rng))
    traps = ((23, 42, 13, -25), (77, 44, 13, 25), (50, 27, 16, 0), (17, 68, 9, -40), (83, 68, 9, 40), (50, 60, 10, 0))
    for x, y, r, _ in traps:
        pull = (50 + (x - 50) * 0.7, 82)
        blade(c, (50, 82), pull, (x, y + r * 0.5), 5, LIGHT_LEAF, 0.6, 0.3)
    for x, y, r, turn in traps:
        _trap(c, x, y, r, turn)


def _trap(c: Canvas, x: float, y: float, r: float, turn: float) -> None:
    for side in (-1, 1):
        for i in range(7):
            angle = turn - 90 + side * (8 + 19 * i)
            root, tip = along(x, y, angle, r * 0.8), along(x, y, angle - side * 12, r * 1.42)
            c.line([root, tip], r * 0.1, (150, 196, 92))
    for side in (-1, 1):
        hinge = along(x, y, turn + 90, r * 0.55)
        lobe = oval(*along(x, y, turn + (0 if side > 0 else 180), r * 0.46), r * 0.56, r * 0.92, turn=turn + side * 22)
        outlined_blob(c, lobe, (128, 186, 78), 0.9)
        inner = oval(*along(x, y, turn + (0 if side > 0 else 180), r * 0.42), r * 0.4, r * 0.74, turn=turn + side * 22)
        c.polygon(inner, (208, 62, 74))
        c.ellipse(*along(x, y, turn - 90 + side * 60, r * 0.45), r * 0.12, r * 0.2, (234, 118, 120), turn=turn)
        c.ellipse(*hinge, r * 0.16, r * 0.16, (96, 160, 70))


def bamboo(c: Canvas, look: Look) -> None:
    """Jointed canes with narrow leaves."""
    canes = ((22, 12, 7), (40, 2, 8.4), (60, 6, 8.4), (79, 16, 7))
    for i, (x, top, wide) in enumerate(canes):
        tone = shade((112, 176, 72), 0.08 * (i % 2) - 0.03)
        joints = [98 - (98 - top) * k / 5 for k in range(6)]
        for low, high in zip(joints, joints[1:], strict=False):
            c.box(x - wide / 2, high + 0.9, x + wide / 2, low - 0.5, tone, radius=1.4)
            c.box(x + wide * 0.16, high + 1.4, x + wide / 2, low - 1, shade(tone, -0.18), radius=1.2)
            c.box(x - wide * 0.3, high + 3, x - wide * 0.14, low - 3, shade(tone, 0.4), radius=0.6)
            c.box(x - wide * 0.6, low - 1.4, x + wide * 0.6, low + 0.6, shade(tone, -0.3), radius=0.8)
        for k, side in ((2, -1), (3, 1), (4, -1), (5, 1)):
            at = (x + side * wide / 2, joints[k] + 4)
            for lean in (-8, 24, 52):
                angle = lean if side > 0 else 180 - lean
                leaf(c, *at, angle, 17 - abs(lean - 24) * 0.06, 4.6, (70, 154, 70) if lean != 24 else (96, 176, 76))


def bird_of_paradise(c: Canvas, look: Look) -> None:
    """A beak with a crest of orange flames and a blue tongue."""
    for x, y, wide in ((16, 46, 17), (88, 50, 16), (34, 62, 14)):
        stem(c, (50, 98), ((50 + x) / 2, (98 + y) / 2), 2.4)
        blade(c, ((50 + x) / 2, (98 + y) / 2 + 6), ((50 + x) / 2, y + 8), (x, y - 14), wide, DARK_LEAF, stripe=LEAF)
    for foot, x, y, size in ((54, 66, 42, 0.75), (49, 42, 34, 1.1)):
        stem(c, (foot, 98), (x, y + 4), 3)
        orange: RGB = (246, 134, 28)
        for angle, length in ((-128, 24), (-108, 30), (-86, 31), (-62, 28)):
            petal(c, x, y, angle, length * size, 8 * size, orange, 0.45, 0.3, pointed=True)
        petal(c, x, y, -40, 30 * size, 5 * size, (52, 78, 190), 0.7, 0.3, pointed=True)
        tip = (x + 34 * size, y - 5 * size)
        blade(c, (x - 5 * size, y + 1), (x + 10 * size, y + 8 * size), tip, 9 * size, (92, 150, 100), 0.2, 0.7)
        c.curve((x - 2, y - 1), (x + 12 * size, y + 3 * size), tip, 1.3, (206, 70, 90))


def clover(c: Canvas, look: Look) -> None:
    """A four-leaf clover with pale chevrons among three-leaf ones."""
    for x, y in ((22, 62), (80, 60), (50, 34)):
        stem(c, (50 + (x - 50) * 0.1, 98), (x, y), 2.2, STEM, (50 - x) * 0.2)
    for x, y, r, count in ((22, 62, 12, 3), (80, 60, 12, 3), (50, 34, 20, 4)):
        for i in range(count):
            _clover_leaf(c, x, y, -90 + (45 if count == 4 else 0) + 360 * i / count, r)


def _clover_leaf(c: Canvas, x: float, y: float, turn: float, r: float) -> None:
    tone = (66, 160, 78)
    lobes = [along(*along(x, y, turn, r * 0.85), turn + side * 90, r * 0.36) for side in (-1, 1)]
    for grow, paint in ((0.8, edge(tone)), (0, tone)):
        for lobe in lobes:
            c.ellipse(*lobe, r * 0.48 + grow, r * 0.48 + grow, paint)
        wedge = [
            along(x, y, turn, -grow),
            *(along(*lobe, turn + s * 112, r * 0.47 + grow) for lobe, s in zip(lobes, (-1, 1), strict=True)),
        ]
        c.polygon(wedge, paint)
    c.line(
        [along(x, y, turn + lean, r * far) for lean, far in ((-32, 0.8), (0, 0.56), (32, 0.8))],
        r * 0.13,
        (190, 226, 180),
    )
    c.line([(x, y), along(x, y, turn, r * 1.15)], r * 0.05, shade(tone, -0.25))


def wheat(c: Canvas, look: Look) -> None:
    """Ripe ears with beards."""
    gold: RGB = (232, 182, 66)
    for foot, x, y in ((44, 20, 46), (56, 81, 48), (47, 36, 33), (54, 66, 35), (50, 51, 28)):
        c.curve((foot, 98), (foot, 70), (x, y + 16), 1.6, (206, 166, 76))
        lean = -90 + (x - 50) * 0.55
        for i in range(6):
            at = along(x, y + 16, lean, i * 5)
            for side in (-1, 1):
                beard = along(*at, lean + side * 22, 15)
                c.line([at, beard], 0.5, (240, 208, 116))
                petal(c, *at, lean + side * 34, 8.6, 4.8, shade(gold, 0.1 * (i % 2)), 0.5, 0.3, pointed=True)
        petal(c, *along(x, y + 16, lean, 28), lean, 8, 4.6, gold, 0.5, 0.3, pointed=True)
    for dx in (-1, 1):
        blade(c, (50, 98), (50 + dx * 8, 70), (50 + dx * 26, 66), 3.4, (206, 180, 90), 0.4, 0.5)


def mushroom(c: Canvas, look: Look) -> None:
    """A toadstool with white warts, and a small one beside it."""
    cap = look.colour or (214, 48, 44)
    for x, y, size in ((78, 62, 0.5), (42, 44, 1.0)):
        foot = 98
        c.blob(
            [
                (x - 9 * size, y),
                (x + 9 * size, y),
                (x + 13 * size, foot - 4),
                (x + 8 * size, foot),
                (x - 8 * size, foot),
                (x - 13 * size, foot - 4),
            ],
            (244, 234, 214),
        )
        c.polygon(
            [(x + 3 * size, y), (x + 9 * size, y), (x + 13 * size, foot - 4), (x + 5 * size, foot - 2)], (222, 206, 180)
        )
        c.blob(
            [
                (x - 11 * size, y + 14 * size),
                (x, y + 10 * size),
                (x + 11 * size, y + 14 * size),
                (x + 13 * size, y + 21 * size),
                (x, y + 18 * size),
                (x - 13 * size, y + 21 * size),
            ],
            (232, 218, 194),
        )
        dome = [
            *oval(x, y + 2 * size, 40 * size, 38 * size, 180, 360),
            *oval(x, y + 2 * size, 40 * size, 10 * size, 0, 180),
        ]
        c.polygon(dome, edge(cap, 0.18))
        c.polygon(
            [
                *oval(x - 2 * size, y, 37 * size, 35 * size, 180, 360),
                *oval(x - 2 * size, y, 37 * size, 7 * size, 0, 180),
            ],
            cap,
        )
        warts = WHITE if min(cap) < 200 else (190, 150, 120)
        for dx, dy, r in (
            (-4, -22, 6.4),
            (-22, -8, 5.6),
            (15, -12, 6),
            (-6, -2, 4.6),
            (27, 0, 3.8),
            (6, -30, 3),
            (-31, 2, 3),
            (10, 4, 3),
        ):
            c.ellipse(x + dx * size, y + dy * size, r * size, r * 0.8 * size, warts)


def lotus_flower(c: Canvas, look: Look) -> None:
    """A pink bowl of pointed petals above round leaves."""
    _pads(c, ((24, 78, 19), (78, 80, 18), (50, 85, 21)))
    lotus(c, 50, 44, 36, look.colour or (240, 120, 170))


def water_lily(c: Canvas, look: Look) -> None:
    """An open star that floats among notched pads."""
    _pads(c, ((25, 58, 21), (78, 56, 20), (50, 68, 24)))
    colour = look.colour or WHITE
    for share, count, tone in ((1.0, 11, colour), (0.78, 9, shade(colour, -0.05)), (0.54, 8, shade(colour, 0.2))):
        for i in range(count):
            px, py = along(0, 0, 360 * (i + 0.5) / count - 90, 42 * share)
            py = py * 0.62
            petal(
                c, 50, 44, math.degrees(math.atan2(py, px)), math.hypot(px, py), 14 * share, tone, 0.5, 0.3, True, 0.7
            )
    Rays(14, 1, 0.3, heart=0.5, disc=(240, 170, 40))(c, 50, 43, 8, YOLK)


def _pads(c: Canvas, spots: tuple[tuple[float, float, float], ...]) -> None:
    for x, y, r in spots:
        shape = [(x, y), *oval(x, y, r, r * 0.5, 60, 390)]
        c.polygon([(px, py + 1.4) for px, py in shape], edge(DARK_LEAF))
        c.polygon(shape, (70, 156, 90))
        for i in range(8):
            tip = along(0, 0, 75 + i * 42, r * 0.9)
            c.line([(x, y), (x + tip[0], y + tip[1] * 0.5)], 0.5, (124, 190, 120))


def cattail(c: Canvas, look: Look) -> None:
    """Brown velvet cigars on tall stalks among reeds."""
    for foot, x, y in ((42, 26, 40), (58, 74, 44), (36, 12, 56), (64, 90, 58)):
        blade(c, (foot, 98), (foot, 70), (x, y - 18), 4.6, LEAF, 0.3, 0.7)
    for foot, x, y in ((46, 34, 26), (55, 66, 30), (50, 51, 14)):
        c.curve((foot, 98), (x, 80), (x, y - 10), 1.6, (140, 160, 84))
        c.line([(x, y), (x, y + 22)], 7.4, (92, 58, 34))
        c.line([(x - 1.5, y + 1), (x - 1.5, y + 19)], 1.6, (144, 98, 62))


def lily_of_the_valley(c: Canvas, look: Look) -> None:
    """Small white bells along a bent stalk between two broad leaves."""
    stem(c, (46, 98), (34, 34), 2.2, LIGHT_LEAF, -4)
    path = bezier((34, 34), (34, 2), (88, 22), 6)
    c.line(path, 2.2, LIGHT_LEAF)
    blade(c, (46, 98), (0, 72), (9, 26), 21, DARK_LEAF, stripe=LEAF)
    blade(c, (50, 98), (98, 88), (91, 54), 24, LEAF, stripe=LIGHT_LEAF)
    for i, (x, y) in enumerate(path):
        c.line([(x, y), (x + 1, y + 5)], 1, LIGHT_LEAF)
        bell(c, x + 1, y + 4, 9.4 - i * 0.7, look.colour or WHITE)


def thistle(c: Canvas, look: Look) -> None:
    """A purple brush on a scaly green ball, with thorny leaves."""
    colour = look.colour or (170, 80, 190)
    for x, y in ((25, 52), (76, 56), (50, 38)):
        stem(c, (50 + (x - 50) * 0.1, 98), (x, y + 10), 2.6, STEM, (50 - x) * 0.15)
    for angle in (-158, -24):
        at = (50.0, 94.0)
        end = along(*at, angle, 30)
        for k in range(1, 6):
            root = along(*at, angle, 5.5 * k)
            for side in (-1, 1):
                blade(c, root, root, along(*root, angle + side * 52, 9 - k), 4, (98, 156, 104), 0.3, 0.8, 0.4)
        blade(c, at, along(*at, angle, 15), end, 7, (98, 156, 104), stripe=(150, 194, 140))
    for x, y, size in ((25, 52, 0.8), (76, 56, 0.8), (50, 38, 1.15)):
        for i in range(15):
            tip = along(x, y + 4 * size, -158 + 136 * i / 14, (31 - (i % 2) * 4) * size)
            blade(c, (x, y + 6 * size), (x, y), tip, 6.4 * size, shade(colour, 0.18 * (i % 2)), 0.7, 0.5, 0.5)
        c.ellipse(x, y + 10 * size, 10 * size, 9 * size, edge(LEAF))
        for row in range(3):
            for k in range(4 - row % 2):
                px = x + (k - (3 - row % 2) / 2) * 5 * size
                petal(
                    c,
                    px,
                    y + (17 - 4 * row) * size,
                    -90,
                    7 * size,
                    5 * size,
                    LIGHT_LEAF,
                    0.5,
                    0.6,
                    pointed=True,
                    line=0.5,
                )


def bluebell(c: Canvas, look: Look) -> None:
    """Nodding bells on bent stalks."""
    straps(c, 50)
    for foot, x, y, side in ((46, 42, 42, -1), (54, 58, 26, 1)):
        c.curve((foot, 98), (x, 70), (x, y), 2.2, STEM)
        path = bezier((x, y), (x + side * 2, y - 24), (x + side * 32, y - 4), 4)
        c.line(path, 2, STEM)
        for i, (px, py) in enumerate([*path, (x, y + 14)]):
            hang = px + side * (3 if i == 5 else 1)
            c.line([(px, py), (hang, py + 5)], 1.1, STEM)
            bell(c, hang, py + 3, 11.5 - i * 0.8, look.colour or (84, 100, 206))
