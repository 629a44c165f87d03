"""Dishes on plates, in bowls and in the hand. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import WHITE, along, ball, edge, leaf, outlined_blob, petal, toned
from synthgen.renderer.sketch.subjects.tableware import plate

GOLDEN: RGB = (230, 168, 78)


def taco(c: Canvas, look: Look) -> None:
    """A folded shell full of meat, lettuce, tomato and cheese."""
    shell: RGB = (246, 194, 88)
    c.polygon([*oval(53, 88, 38, 62, 180, 360), (91, 91), (15, 91)], shade(shell, -0.24))
    for i in range(13):
        x, y = along(0, 0, 190 + i * 13.3, 1)
        x, y = 50 + x * 37, 88 + y * 60
        ball(c, x, y, 8, 7.4, ((116, 70, 44), (110, 188, 74), (216, 56, 46))[i % 3], gleam=False)
        petal(c, x, y, 190 + i * 13.3, 11, 7, ((142, 206, 96), (104, 184, 78))[i % 2], 0.7, 0.5)
        c.line([(x - 5, y + 1), (x + 4, y - 4)], 2, (255, 214, 80))
    front = [*oval(46, 93, 40, 60, 180, 360), (86, 95), (44, 96), (6, 95)]
    c.polygon([(46 + (x - 46) * 1.02, 94 + (y - 94) * 1.02) for x, y in front], edge(shell, 0.3))
    toned(c, front, shell, (42, 70), 0.94)
    for i in range(30):
        x, y = along(0, 0, 186 + (i * 37) % 168, 8 + (i * 17) % 30)
        c.ellipse(46 + x, 92 + y * 1.4, 1.4, 1, edge(shell, 0.16))


def burrito(c: Canvas, look: Look) -> None:
    """A rolled tortilla, cut to show rice, beans and salad, its end in foil."""
    wrap: RGB = (246, 220, 166)
    c.line([(28, 78), (66, 40)], 44, edge(wrap, 0.2))
    c.line([(28, 77), (66, 39)], 42, wrap)
    for x, y in ((36, 52), (48, 62), (30, 66), (56, 44), (44, 46), (58, 58), (40, 76)):
        c.ellipse(x, y, 3.4, 2.2, (222, 176, 108), turn=-45)
    foil: RGB = (198, 206, 216)
    wrapped = [(1, 80), (14, 55), (22, 61), (27, 58), (34, 67), (41, 66), (45, 75), (52, 78), (30, 99), (12, 98)]
    c.polygon(wrapped, foil)
    for start, end in (((14, 62), (30, 88)), ((24, 64), (16, 92)), ((36, 72), (20, 96)), ((8, 78), (26, 80))):
        c.line([start, end], 0.9, shade(foil, -0.2))
    c.line([(12, 66), (20, 84)], 2.4, shade(foil, 0.6))
    mouth = oval(72, 33, 14, 23, turn=45)
    c.polygon(oval(72, 33, 15, 24, turn=45), edge(wrap, 0.3))
    c.polygon(mouth, shade(wrap, 0.3))
    c.polygon(oval(72, 33, 11.4, 20, turn=45), (128, 76, 46))
    for i, tone in enumerate([(252, 248, 236), (110, 186, 74), (214, 56, 44), (96, 52, 40), (252, 206, 70)] * 5):
        dx, dy = along(0, 0, i * 137.5, math.sqrt(i / 25))
        px, py = dx * 9.6, dy * 17.4
        c.ellipse(72 + (px - py) * 0.707, 33 + (px + py) * 0.707, 3.4, 2.2, tone, turn=i * 50)


def fries(c: Canvas, look: Look) -> None:
    """Golden sticks in a red carton."""
    carton = look.colour or (214, 44, 46)
    for i, (x, top) in enumerate(
        ((24, 26), (76, 24), (34, 10), (66, 12), (50, 4), (42, 20), (59, 22), (29, 34), (71, 36), (50, 28))
    ):
        foot = 50 + (x - 50) * 0.7
        tone = shade((252, 206, 84), 0.16 * (i % 2))
        c.line([(foot, 70), (x, top)], 8.4, edge(tone), round_ends=False)
        c.line([(foot, 70), (x, top + 0.6)], 7, tone, round_ends=False)
        c.line([(foot + 2, 70), (x + 2, top + 1)], 1.8, shade(tone, -0.18), round_ends=False)
    c.polygon([(16, 46), *bezier((16, 46), (50, 74), (84, 46)), (84, 46), (76, 98), (24, 98)], carton)
    c.polygon([*bezier((66, 57), (76, 53), (84, 46)), (76, 98), (62, 98)], shade(carton, -0.18))
    c.ellipse(48, 80, 11, 11, (252, 206, 84) if look.colour is None else shade(carton, 0.6))
    c.ellipse(48, 80, 7, 7, carton)


def drumstick(c: Canvas, look: Look) -> None:
    """Crisp chicken legs on a plate."""
    plate(c, 50, 84, 49)
    for x, y, turn, size in ((66, 52, -42, 0.82), (39, 57, -132, 1.0)):
        bone = along(x, y, turn, 40 * size)
        c.line([(x, y), bone], 7 * size, (248, 238, 220))
        for side in (-1, 1):
            ball(c, *along(*bone, turn + side * 80, 4.6 * size), 5 * size, 5 * size, (248, 238, 220), gleam=False)
        rim = [
            along(x, y, turn + a, d * size)
            for a, d in (
                (0, 26),
                (26, 21),
                (65, 21),
                (110, 25),
                (150, 28),
                (180, 28),
                (210, 28),
                (250, 25),
                (295, 21),
                (334, 21),
            )
        ]
        meat = smooth(rim)
        c.polygon([(x + (px - x) * 1.04, y + (py - y) * 1.04) for px, py in meat], edge((190, 108, 42), 0.3))
        toned(c, meat, (206, 126, 52), (x - 4, y - 6))
        for i in range(30):
            px, py = along(x, y, i * 137.5, 23 * size * math.sqrt(i / 30))
            c.ellipse(px, py, 2.4, 1.5, shade((206, 126, 52), 0.26 if i % 3 else -0.22), turn=i * 40)


def sausage(c: Canvas, look: Look) -> None:
    """A grilled sausage with dark stripes."""
    plate(c, 50, 76, 49)
    skin: RGB = (172, 82, 46)
    for dy in (10,):
        path = bezier((14, 44 + dy), (50, 78 + dy), (86, 44 + dy))
        c.line(path, 20, edge(skin, 0.35))
        c.line(path, 18, skin)
        c.line([(x, y - 5) for x, y in path], 3, shade(skin, 0.36))
        for i in (3, 6, 9, 12):
            x, y = path[i]
            c.line([(x - 4, y - 7), (x + 4, y + 7)], 2.6, shade(skin, -0.5))
        for x, y in (path[0], path[-1]):
            c.ellipse(x + (-9 if x < 50 else 9), y - 1.5, 2.6, 2, shade(skin, -0.4))


def steak(c: Canvas, look: Look) -> None:
    """A grilled cut with a bone and a rim of fat, rosemary beside it."""
    plate(c, 50, 78, 49)
    rim: list[Point] = [
        (14, 44),
        (24, 24),
        (52, 16),
        (80, 24),
        (92, 46),
        (82, 66),
        (58, 72),
        (44, 82),
        (26, 80),
        (14, 66),
    ]
    shape = smooth(rim)
    c.polygon([(x, y + 5) for x, y in shape], (96, 46, 38))
    c.polygon(shape, (250, 222, 190))
    c.polygon([(51 + (x - 51) * 0.9, 47 + (y - 47) * 0.88) for x, y in shape], (150, 66, 52))
    c.polygon([(50 + (x - 51) * 0.8, 46 + (y - 47) * 0.76) for x, y in shape], (178, 84, 66))
    c.line([(54, 22), (52, 40), (32, 52)], 5, (252, 238, 214))
    for k in range(4):
        c.line([(34 + k * 14, 70 - k * 4), (50 + k * 10, 30 + k * 5)], 2.6, (92, 40, 34))
    c.curve((64, 70), (78, 60), (94, 58), 1.4, (86, 120, 70))
    for i in range(7):
        x, y = bezier((64, 70), (78, 60), (94, 58), 7)[i + 1]
        for angle in (-100, 60):
            leaf(c, x, y, angle, 8, 2.6, (96, 144, 84))


def lobster(c: Canvas, look: Look) -> None:
    """A red lobster on a plate with lemon."""
    red = look.colour or (216, 56, 38)
    c.ellipse(50, 84, 46, 14, (228, 226, 222))
    c.ellipse(50, 82.6, 46, 13.4, (248, 247, 244))
    for sign in (-1, 1):
        c.curve((50 + sign * 5, 34), (50 + sign * 8, 10), (50 + sign * 30, 4), 1.4, edge(red))
        for k in range(4):
            c.curve(
                (50 + sign * 12, 48 + k * 5),
                (50 + sign * 30, 44 + k * 8),
                (50 + sign * 34, 58 + k * 7),
                2.6,
                edge(red, 0.2),
            )
        c.curve((50 + sign * 11, 42), (50 + sign * 34, 44), (50 + sign * 33, 30), 7, red)
        claw = [
            (50 + sign * a, b)
            for a, b in (
                (30, 34),
                (22, 24),
                (24, 10),
                (33, 3),
                (32, 15),
                (38, 17),
                (42, 5),
                (48, 16),
                (45, 29),
                (38, 36),
            )
        ]
        outlined_blob(c, smooth(claw), shade(red, 0.06), 0.9)
        c.ellipse(50 + sign * 5, 32, 2, 2, (40, 26, 28))
    for k in range(5):
        outlined_blob(c, oval(50, 64 + k * 5.4, 13 - k * 1.3, 5.6), red if k % 2 else shade(red, 0.08), 0.8)
    for lean in (-50, -25, 0, 25, 50):
        petal(c, 50, 86, 90 + lean, 13, 8, shade(red, 0.05), 0.7, 0.4)
    outlined_blob(c, smooth([(50, 28), (60, 34), (64, 50), (58, 64), (42, 64), (36, 50), (40, 34)]), red, 0.9)
    c.line([(50, 36), (50, 60)], 0.9, edge(red))
    c.ellipse(44, 42, 3, 6, shade(red, 0.4), turn=14)
    for x in (20, 80):
        c.polygon(oval(x, 82, 9, 9, 180, 360), (240, 196, 50))
        c.polygon(oval(x, 81.4, 7.2, 7.2, 180, 360), (255, 232, 130))


def shrimp(c: Canvas, look: Look) -> None:
    """A curled pink prawn with a fan tail, legs and feelers."""
    pink = look.colour or (246, 146, 166)
    x, y = 55, 49
    for pull, end in (((0, 64), (4, 26)), ((2, 84), (22, 92))):
        c.curve((16, 60), pull, end, 1.8, edge(pink))
    for i in range(8):
        at = along(x, y, 210 + i * 22, 22)
        c.curve(at, along(x, y, 210 + i * 22, 12), along(x, y, 222 + i * 22, 9), 2.4, edge(pink, 0.2))
    for lean in (-30, 30, 0):
        petal(c, 54, 80, 176 + lean, 27, 13, shade(pink, -0.18), 0.7, 0.4)
    turns = [205 + i * 8.4 for i in range(31)]
    spine = [along(x, y, turn, 31) for turn in turns]
    half = [14 + 2.4 * math.sin(math.pi * min(1.0, i / 16)) - max(0, i - 10) * 0.46 for i in range(31)]
    outer = [along(*p, a, h) for p, a, h in zip(spine, turns, half, strict=True)]
    middle = [along(*p, a, h * 0.2) for p, a, h in zip(spine, turns, half, strict=True)]
    inner = [along(*p, a, -h * 0.8) for p, a, h in zip(spine, turns, half, strict=True)]
    c.polygon([*outer, *inner[::-1]], pink)
    c.polygon([*middle, *inner[::-1]], shade(pink, 0.34))
    for i in range(8, 30, 4):
        c.curve(outer[i], along(*spine[i], turns[i] + 90, 4), inner[i], 1.3, edge(pink))
    head = smooth([outer[3], inner[4], inner[0], (32, 54), (21, 64), (9, 76), (12, 54), outer[0]])
    outlined_blob(c, head, shade(pink, -0.04), 1)
    c.ellipse(20, 51, 3.2, 3.2, (36, 26, 30))
    c.ellipse(19, 50, 1.1, 1.1, WHITE)


def sushi(c: Canvas, look: Look) -> None:
    """Two rolls and a salmon piece on a wooden board."""
    wood: RGB = (206, 156, 98)
    for x in (12, 80):
        c.box(x, 86, x + 8, 97, shade(wood, -0.3))
    c.box(2, 80, 98, 89, wood, radius=1.5)
    c.line([(6, 84), (94, 84)], 0.8, shade(wood, -0.2))
    _nigiri(c)
    for x, y, filling in ((31, 34, (122, 186, 84)), (20, 61, (250, 130, 88)), (44, 63, (255, 206, 70))):
        c.box(x - 15, y - 4, x + 15, y + 17, (30, 42, 38), radius=5)
        c.ellipse(x, y + 16, 15, 5, (30, 42, 38))
        c.ellipse(x, y - 3, 15, 8.4, (60, 80, 70))
        c.ellipse(x, y - 3, 13, 7, (253, 252, 248))
        c.ellipse(x, y - 3.4, 6.4, 3.6, edge(filling))
        c.ellipse(x, y - 3.8, 5.6, 3, filling)


def _nigiri(c: Canvas) -> None:
    c.box(58, 60, 95, 81, (228, 226, 218), radius=9)
    c.box(58, 60, 94, 79, (252, 251, 246), radius=9)
    for i in range(14):
        c.ellipse(62 + (i * 13 % 30), 69 + (i * 7 % 9), 1.8, 1, (214, 212, 204), turn=i * 40)
    top = [
        *bezier((55, 66), (58, 44), (76, 46)),
        *bezier((76, 46), (95, 46), (98, 68)),
        *bezier((98, 68), (76, 58), (55, 66)),
    ]
    outlined_blob(c, top, (250, 130, 88), 0.9)
    for k in range(4):
        c.curve((64 + k * 8, 48.4 + (k == 3) * 2), (61 + k * 9, 53), (63 + k * 9, 59), 1.5, (255, 200, 168))
