"""Bread and what comes from a baker's oven, cheese and eggs. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import YOLK, along, ball, edge, toned

CRUST: RGB = (206, 138, 68)
CRUMB: RGB = (250, 224, 172)
SESAME: RGB = (255, 240, 206)


def bread(c: Canvas, look: Look) -> None:
    """A loaf with its first slices cut."""
    shape = smooth([(30, 34), (52, 26), (82, 28), (97, 42), (95, 62), (94, 84), (60, 88), (30, 88), (24, 60)])
    toned(c, shape, CRUST, (56, 40), 0.93)
    for x in (52, 66, 80):
        c.curve((x - 4, 34), (x + 7, 40), (x + 5, 54), 3, edge(CRUST, 0.22))
        c.curve((x - 3, 34), (x + 7, 40), (x + 6, 52), 1.3, (240, 196, 130))
    for x in (38, 24):
        _slice(c, x, 60, 1.0)


def _slice(c: Canvas, x: float, y: float, size: float) -> None:
    half: list[Point] = [(0, -29), (14, -30), (22, -18), (17, -6), (17, 24), (14, 28), (0, 28)]
    rim = [(x + dx * size, y + dy * size) for dx, dy in half]
    rim += [(x - dx * size, y + dy * size) for dx, dy in half[-2:0:-1]]
    crust = smooth(rim)
    c.polygon([(px + (1.4 if px > x else -1), py) for px, py in crust], edge(CRUST, 0.3))
    c.polygon(crust, CRUST)
    c.polygon([(x + (px - x) * 0.86, y + (py - y) * 0.9) for px, py in crust], CRUMB)
    for i in range(12):
        px, py = along(x, y, i * 137.5, 13 * size * math.sqrt(i / 12))
        c.ellipse(px, py * 1.0, 1.2, 0.8, shade(CRUMB, -0.14))


def toast(c: Canvas, look: Look) -> None:
    """A golden slice with melting butter."""
    _slice(c, 50, 52, 1.6)
    c.blob([(36, 40), (56, 36), (70, 48), (66, 66), (58, 64), (52, 76), (44, 66), (34, 62)], (252, 226, 110))
    c.polygon([(40, 46), (54, 42), (64, 50), (50, 55)], (255, 244, 170))
    c.polygon([(40, 46), (50, 55), (50, 61), (40, 52)], (246, 212, 90))
    c.polygon([(50, 55), (64, 50), (64, 56), (50, 61)], (234, 194, 70))


def bagel(c: Canvas, look: Look) -> None:
    """A glossy ring strewn with seeds."""
    c.ellipse(50, 54, 47, 42, edge(CRUST, 0.2))
    c.ellipse(50, 52, 46, 40.6, CRUST)
    c.ellipse(48, 48, 40, 34, shade(CRUST, 0.14))
    c.ellipse(50, 51, 13, 10, edge(CRUST, 0.34))
    c.ellipse(50, 53.4, 11, 7.4, (94, 62, 44))
    c.arc(48, 48, 31, 195, 255, 3.4, shade(CRUST, 0.5))
    for i in range(46):
        x, y = along(0, 0, i * 137.5, 19 + (i * 11 % 19))
        tone = SESAME if i % 3 else (64, 54, 56)
        c.ellipse(49 + x, 49 + y * 0.86, 1.9, 1.2, tone, turn=i * 47)


def croissant(c: Canvas, look: Look) -> None:
    """A crescent of overlapping folds."""
    spine = [along(50, 82, 186 + i * 168 / 8, 40) for i in range(9)]
    widths = (7, 13, 19, 23, 26, 23, 19, 13, 7)
    order = (0, 8, 1, 7, 2, 6, 3, 5, 4)
    for i in order:
        x, y = spine[i]
        angle = 186 + i * 168 / 8
        w = widths[i]
        for grow, tone in ((1.0, edge(CRUST, 0.3)), (0.0, CRUST if i % 2 else shade(CRUST, 0.1))):
            c.ellipse(x, y, w + grow, 9.6 + w * 0.12 + grow, tone, turn=angle)
        c.line([along(x, y, angle, -w * 0.5), along(x, y, angle, w * 0.7)], 1.6, shade(CRUST, 0.4))
        c.line(
            [along(*along(x, y, angle + 90, 4), angle, -w * 0.4), along(*along(x, y, angle + 90, 4), angle, w * 0.5)],
            0.9,
            edge(CRUST, 0.15),
        )


def pretzel(c: Canvas, look: Look) -> None:
    """A knotted loop with salt."""
    knot: RGB = (176, 100, 46)
    strand = [
        *bezier((24, 84), (30, 70), (52, 58)), *bezier((52, 58), (88, 44), (90, 28)),
        *bezier((90, 28), (84, 6), (62, 16)),
        *bezier((62, 16), (52, 22), (50, 34)), *bezier((50, 34), (48, 22), (38, 16)),
        *bezier((38, 16), (16, 6), (10, 28)),
        *bezier((10, 28), (12, 44), (48, 58)), *bezier((48, 58), (70, 70), (76, 84)),
    ]  # fmt: skip
    c.line(strand, 15, edge(knot, 0.3))
    c.line(strand, 12.6, knot)
    over = [*bezier((10, 32), (14, 46), (48, 58)), *bezier((48, 58), (70, 70), (75, 82))]
    c.line(over, 15, edge(knot, 0.3))
    c.line(over, 12.6, knot)
    c.line([(x - 2, y - 2.4) for x, y in strand], 3, shade(knot, 0.3))
    for i in range(4, len(strand), 5):
        x, y = strand[i]
        c.box(x - 1.5 + i % 4, y - 2, x + 1.3 + i % 4, y + 0.8, (254, 252, 246), radius=0.5)


def cheese(c: Canvas, look: Look) -> None:
    """A wedge with holes."""
    gold = look.colour or (250, 200, 66)
    c.polygon([(4, 58), (96, 44), (96, 78), (4, 92)], gold)
    c.polygon([(4, 58), (58, 18), (96, 44)], shade(gold, 0.34))
    c.line([(4, 58), (96, 44)], 0.9, edge(gold))
    for x, y, rx, ry in (
        (22, 72, 7, 8),
        (48, 62, 5, 6),
        (70, 70, 9, 10),
        (44, 80, 5, 5.6),
        (88, 56, 4, 5),
        (58, 50, 3, 2),
    ):
        c.ellipse(x, y, rx, ry, edge(gold, 0.26))
        c.ellipse(x + 1, y + 1.2, rx * 0.8, ry * 0.8, shade(gold, -0.1))
    for x, y, wide in ((44, 42, 7), (66, 36, 5.4), (56, 28, 3.4)):
        c.ellipse(x, y, wide, wide * 0.5, edge(gold, 0.16))
        c.ellipse(x, y + 0.8, wide * 0.84, wide * 0.36, gold)


def eggs(c: Canvas, look: Look) -> None:
    """One brown egg."""
    for x, y, size, tone in ((50, 57, 1.4, (236, 196, 156)),):
        shell = look.colour or tone
        half = ((0, -38), (13, -30), (23, -8), (22, 12), (11, 26), (0, 28))
        rim = [(x + dx * size, y + dy * size) for dx, dy in half] + [
            (x - dx * size, y + dy * size) for dx, dy in half[-2:0:-1]
        ]
        shape = smooth(rim)
        c.polygon([(x + (px - x) * 1.04, y + (py - y) * 1.03) for px, py in shape], edge(shell, 0.34))
        toned(c, shape, shell, (x - 5, y - 6))
        c.ellipse(x - 9, y - 16, 3.4, 6.4, shade(shell, 0.6), turn=24)


def honey(c: Canvas, look: Look) -> None:
    """A round jar of gold, a cloth lid, and a dipper that drips."""
    gold: RGB = (244, 172, 34)
    c.blob([(20, 34), (62, 34), (76, 56), (74, 84), (62, 97), (20, 97), (8, 84), (6, 56)], (252, 226, 160))
    c.blob([(20, 42), (62, 42), (72, 58), (70, 82), (60, 93), (22, 93), (12, 82), (10, 58)], gold)
    c.blob([(56, 44), (62, 42), (72, 58), (70, 82), (60, 93), (48, 93), (60, 78)], shade(gold, -0.14))
    c.curve((17, 54), (13, 66), (17, 80), 3, shade(gold, 0.6))
    c.box(16, 24, 66, 36, (196, 130, 62), radius=2)
    c.box(50, 24, 66, 36, (166, 104, 46), radius=2)
    c.polygon([(24, 60), (58, 60), (62, 72), (58, 84), (24, 84), (20, 72)], CRUMB)
    ball(c, 41, 73, 9, 6.6, YOLK, gleam=False)
    for x in (37, 41, 45):
        c.line([(x, 67.6), (x, 78.4)], 1.8, (66, 46, 34))
    for sign in (-1, 1):
        c.ellipse(41 + sign * 4, 65, 4.4, 2.6, (222, 238, 246), turn=-sign * 35)
    c.line([(66, 4), (84, 42)], 4, (150, 98, 54))
    c.line([(86, 44), (86, 66)], 3, gold)
    c.ellipse(86, 68, 3, 4.4, gold)
    for k in range(4):
        c.ellipse(82.6 + k * 2.2, 36 + k * 4.8, 9 - abs(k - 1.5) * 1.6, 3, (170, 112, 60) if k % 2 else gold, turn=-26)


def burger(c: Canvas, look: Look) -> None:
    """Bun, lettuce, tomato, cheese, patty, bun."""
    c.box(9, 78, 91, 97, edge(CRUST, 0.12), radius=9)
    c.box(9, 78, 89, 94, (226, 160, 84), radius=8)
    c.box(5, 66, 95, 81, (84, 50, 36), radius=7)
    c.box(7, 66, 92, 77, (116, 70, 46), radius=6)
    for x in (18, 34, 51, 66, 80):
        c.ellipse(x, 73 + x % 3, 2, 1, (146, 94, 64))
    c.polygon([(6, 62), (94, 62), (80, 70), (70, 66), (56, 78), (42, 66), (26, 72)], (255, 204, 60))
    c.box(9, 54, 91, 64, (216, 52, 44), radius=4)
    c.box(9, 54, 91, 58, (236, 92, 76), radius=2)
    ruffle = [(4 + i * 4, 52 + (3.4 if i % 2 else -1) + (i * 7 % 3)) for i in range(24)]
    c.polygon([(4, 46), (96, 46), *ruffle[::-1]], (70, 150, 60))
    c.polygon([(5, 44), (95, 44), *[(x, y - 2) for x, y in ruffle[::-1]]], (122, 196, 80))
    dome = [*oval(50, 44, 45, 38, 180, 360), *oval(50, 44, 45, 5, 0, 180)]
    toned(c, dome, (230, 162, 82), (44, 30), 0.93)
    c.curve((18, 30), (26, 16), (42, 12), 3.4, (248, 206, 146))
    for x, y, turn in (
        (36, 18, 20),
        (52, 14, -30),
        (66, 20, 30),
        (28, 30, -20),
        (46, 28, 40),
        (60, 30, -10),
        (76, 32, 30),
        (82, 40, 0),
        (20, 40, 10),
    ):
        c.ellipse(x, y, 2.8, 1.7, edge(SESAME, 0.2), turn=turn)
        c.ellipse(x, y - 0.3, 2.4, 1.3, SESAME, turn=turn)


def hot_dog(c: Canvas, look: Look) -> None:
    """A sausage in a long bun under a wave of mustard."""
    c.curve((22, 44), (50, 58), (78, 44), 34, edge(CRUST, 0.2))
    c.curve((22, 43), (50, 57), (78, 43), 32, (226, 160, 84))
    c.curve((14, 46), (50, 66), (86, 46), 23, edge((192, 70, 46), 0.34))
    c.curve((14, 45), (50, 65), (86, 45), 20.6, (200, 78, 50))
    c.curve((13, 40), (50, 59), (87, 40), 3, (236, 142, 110))
    front = [
        *bezier((7, 54), (50, 80), (93, 54)),
        *bezier((93, 54), (97, 76), (72, 84)),
        *bezier((72, 84), (50, 91), (28, 84)),
        *bezier((28, 84), (3, 76), (7, 54)),
    ]
    c.polygon([(x, y - 1) for x, y in front], edge(CRUST, 0.2))
    toned(c, front, (236, 176, 100), (46, 70), 0.93)
    path = bezier((12, 43), (50, 63), (88, 43), 60)
    wave = [(x, y + 5 * math.sin(i * 0.62)) for i, (x, y) in enumerate(path)]
    c.line(wave, 5, edge(YOLK))
    c.line(wave, 4, (255, 208, 50))


def sandwich(c: Canvas, look: Look) -> None:
    """Two triangles of toast around ham, cheese, lettuce and tomato."""
    layers: list[tuple[float, float, RGB]] = [
        (78, 90, CRUMB),
        (72, 79, (242, 150, 150)),
        (67, 73, (255, 206, 66)),
        (60, 68, (218, 56, 46)),
        (52, 61, (116, 190, 78)),
        (38, 52, CRUMB),
    ]
    for top, low, tone in layers:
        c.polygon([(5, top), (92, top - 4), (92, low - 4), (5, low)], tone)
        c.line([(5, low), (92, low - 4)], 0.8, edge(tone))
    ruffle = [(5 + i * 5, 61 + (3.4 if i % 2 else 0) - i * 0.22) for i in range(19)]
    c.polygon([(5, 53), (92, 49), *ruffle[::-1]], (116, 190, 78))
    for x in range(9, 94, 9):
        c.line([(x, 55), (x + 3, 60)], 0.8, (168, 220, 120))
    for i in range(19):
        for y in (45, 84):
            c.ellipse(8 + i * 4.4, y - i * 0.2 + (i * 5 % 6) - 3, 0.9, 0.7, shade(CRUMB, -0.16))
    c.polygon([(5, 38), (60, 12), (92, 34)], CRUST)
    c.polygon([(13, 36.6), (60, 14.6), (89, 33.4)], (236, 186, 112))
    c.polygon([(5, 38), (92, 34), (92, 37), (5, 41)], edge(CRUST, 0.1))
    c.line([(56, 4), (56, 30)], 1.4, (200, 160, 104))
    ball(c, 56, 8, 5, 6, (140, 160, 56))
    c.ellipse(57, 5, 1.6, 1.4, (214, 52, 44))
