"""Dishes on plates, in bowls and in the hand. Canvas 100 x 100."""

import math
import random

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import LEAF, WHITE, along, ball, edge, leaf, outlined_blob, petal, toned
from synthgen.renderer.sketch.subjects.tableware import bowl, glaze, plate, steam

BROWN: RGB = (150, 88, 50)
GOLDEN: RGB = (230, 168, 78)


def pizza(c: Canvas, look: Look) -> None:
    """A whole pie with one slice pulled out."""
    c.ellipse(48, 54, 47, 44, edge(GOLDEN, 0.3))
    c.ellipse(48, 53, 46, 43, (226, 160, 76))
    c.ellipse(48, 53, 39.6, 36.8, (206, 66, 40))
    c.ellipse(48, 53, 37.6, 34.8, (252, 212, 100))
    for i in range(30):
        x, y = along(0, 0, i * 137.5, 35 * math.sqrt(i / 30))
        c.ellipse(48 + x, 53 + y * 0.92, 3.2, 2, shade((252, 212, 100), 0.4), turn=i * 30)
    for x, y in ((30, 34), (52, 28), (24, 56), (46, 50), (36, 74), (58, 76), (62, 46)):
        c.ellipse(x, y, 7.4, 7, edge((204, 52, 40)))
        c.ellipse(x, y, 6.4, 6, (212, 62, 48))
        c.ellipse(x - 1.4, y - 1.6, 1.4, 1, (240, 130, 110))
    for x, y, turn in ((40, 38, 20), (34, 60, 140), (54, 62, 60), (66, 34, 10), (20, 44, 80)):
        leaf(c, x, y, turn, 9, 5, LEAF)
    _slice(c)


def _slice(c: Canvas) -> None:
    crust = [(98, 44), (103, 60), (102, 78), (94, 94), (86, 90), (92, 62), (90, 46)]
    c.polygon([(58, 61), (99, 42), (104, 66), (95, 94)], edge(GOLDEN, 0.4))
    c.polygon([(62, 62), (95, 47), (97, 68), (90, 88)], (252, 212, 100))
    outlined_blob(c, crust, (226, 160, 76), 0.7)
    for x, y in ((84, 60), (80, 72)):
        c.ellipse(x, y, 5.4, 5.2, edge((204, 52, 40)))
        c.ellipse(x, y, 4.6, 4.4, (212, 62, 48))
    leaf(c, 70, 62, 20, 8, 4.4, LEAF)
    for x, drop in ((72, 74), (80, 84)):
        c.line([(x, 66), (x, drop)], 2.4, (252, 212, 100))


def taco(c: Canvas, look: Look) -> None:
    """A folded shell full of meat, lettuce, tomato and cheese."""
    shell: RGB = (244, 190, 84)
    c.polygon([*oval(56, 80, 44, 58, 180, 360), (12, 84)], shade(shell, -0.2))
    for i in range(11):
        angle = 198 + i * 14.4
        x, y = along(50, 82, angle, 1)
        x, y = 50 + (x - 50) * 43, 82 + (y - 82) * 53
        ball(c, x, y, 8.4, 7.4, ((116, 70, 44), (110, 188, 74), (216, 56, 46))[i % 3], gleam=False)
        petal(c, x, y - 3, angle, 8, 5.4, (142, 206, 96), 0.6, 0.5)
        c.line([(x - 5, y + 1), (x + 4, y - 4)], 1.8, (255, 214, 80))
    front = [*oval(46, 90, 43, 54, 180, 360), (89, 92), (3, 92)]
    toned(c, front, shell, (42, 70), 0.94)
    for i in range(26):
        x, y = along(0, 0, 186 + (i * 37) % 168, 12 + (i * 17) % 34)
        c.ellipse(46 + x * 0.9, 90 + y * 1.0, 1.3, 0.9, edge(shell, 0.16))


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
    for start, end in (((14, 62), (30, 88)), (((24, 64)), (16, 92)), ((36, 72), (20, 96)), ((8, 78), (26, 80))):
        c.line([start, end], 0.9, shade(foil, -0.2))
    c.line([(12, 66), (20, 84)], 2.4, shade(foil, 0.6))
    mouth = oval(72, 33, 14, 23, turn=45)
    c.polygon(oval(72, 33, 15, 24, turn=45), edge(wrap, 0.3))
    c.polygon(mouth, shade(wrap, 0.3))
    c.polygon(oval(72, 33, 11.4, 20, turn=45), (128, 76, 46))
    for i, tone in enumerate([(252, 248, 236), (110, 186, 74), (214, 56, 44), (96, 52, 40), (252, 206, 70)] * 5):
        x, y = along(0, 0, i * 137.5, math.sqrt(i / 25))
        px, py = x * 9.6, y * 17.4
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
    for x, y, turn, size in ((66, 50, -38, 0.82), (36, 56, -138, 1.0)):
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


def bacon(c: Canvas, look: Look) -> None:
    """Wavy streaked rashers."""
    plate(c, 50, 82, 49)
    for k, base in enumerate((28, 46, 64)):
        _rasher(c, base, 3 * (k % 2))


def _rasher(c: Canvas, y: float, dx: float) -> None:
    def wave(shift: float) -> list[Point]:
        return [(10 + dx + i * 2, y + shift + 4.6 * math.sin(i * 0.5)) for i in range(39)]

    for low, high, tone in (
        (-10, 11, (122, 40, 34)),
        (-8.8, 9.8, (190, 66, 54)),
        (-5.6, -2.4, (250, 214, 186)),
        (0.6, 5, (250, 206, 178)),
        (-8.8, -7.2, (232, 120, 96)),
    ):
        c.polygon([*wave(low), *wave(high)[::-1]], tone)


def sausage(c: Canvas, look: Look) -> None:
    """Grilled links with dark stripes."""
    plate(c, 50, 82, 49)
    skin: RGB = (172, 82, 46)
    for dy in (-26, -4, 18):
        path = bezier((18, 46 + dy), (50, 70 + dy), (82, 46 + dy))
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
    """A curled pink prawn with a fan tail and feelers."""
    pink = look.colour or (246, 140, 104)
    c.curve((24, 36), (10, 10), (44, 4), 1.6, edge(pink))
    c.curve((24, 34), (2, 24), (4, 56), 1.6, edge(pink))
    for i in range(7):
        x, y = along(52, 50, 190 + i * 24, 24)
        c.curve((x, y), along(52, 50, 190 + i * 24, 14), along(52, 50, 200 + i * 24, 10), 2, edge(pink, 0.2))
    for lean in (-34, 0, 34):
        petal(c, 48, 84, 178 + lean, 24, 12, shade(pink, -0.16), 0.7, 0.4)
    for i in range(8, -1, -1):
        x, y = along(52, 52, 196 + i * 30, 31)
        size = 15 - i * 1.0
        c.ellipse(x, y, size + 0.9, size * 0.94 + 0.9, edge(pink))
        c.ellipse(x, y, size, size * 0.94, pink if i % 2 else shade(pink, 0.24))
    c.polygon([(18, 46), (12, 22), (30, 30)], pink)
    c.ellipse(24, 38, 2.8, 2.8, (36, 26, 30))
    c.ellipse(23.2, 37.2, 0.9, 0.9, WHITE)


def sushi(c: Canvas, look: Look) -> None:
    """Two rolls and a salmon piece on a wooden board."""
    wood: RGB = (206, 156, 98)
    for x in (18, 74):
        c.box(x, 86, x + 8, 97, shade(wood, -0.3))
    c.box(2, 80, 98, 89, wood, radius=1.5)
    c.line([(6, 84), (94, 84)], 0.8, shade(wood, -0.2))
    c.box(50, 58, 96, 80, (252, 251, 246), radius=9)
    for i in range(16):
        c.ellipse(55 + (i * 13 % 38), 66 + (i * 7 % 12), 1.8, 1, (226, 224, 216), turn=i * 40)
    fish = [
        *bezier((46, 64), (50, 40), (72, 44)),
        *bezier((72, 44), (98, 44), (100, 66)),
        *bezier((100, 66), (74, 54), (46, 64)),
    ]
    outlined_blob(c, fish, (250, 130, 88), 0.9)
    for k in range(4):
        c.curve((58 + k * 10, 47 + (k == 3) * 3), (54 + k * 11, 52), (56 + k * 11, 58), 1.5, (255, 196, 164))
    for x, y, filling in ((20, 62, (250, 130, 88)), (40, 30, (122, 186, 84))):
        c.box(x - 17, y - 4, x + 17, y + 18, (38, 52, 48), radius=5)
        c.ellipse(x, y + 17, 17, 5, (38, 52, 48))
        c.ellipse(x, y - 3, 17, 9, (52, 70, 62))
        c.ellipse(x, y - 3, 14.6, 7.4, (253, 252, 248))
        c.ellipse(x - 1, y - 3, 6.6, 3.6, edge(filling))
        c.ellipse(x - 1, y - 3.4, 5.8, 3, filling)
    c.box(37, 48, 43, 56, (38, 52, 48))


def dumplings(c: Canvas, look: Look) -> None:
    """Pleated parcels in a bamboo steamer."""
    cane: RGB = (214, 170, 104)
    c.box(4, 60, 96, 94, shade(cane, -0.1), radius=4)
    c.ellipse(50, 92, 46, 7, shade(cane, -0.1))
    for y in (68, 88):
        c.curve((4, y), (50, y + 14), (96, y), 3, shade(cane, -0.3))
    for x in (16, 34, 50, 66, 84):
        c.line([(x, 70), (x, 94)], 0.8, shade(cane, -0.25))
    c.ellipse(50, 60, 46, 14, cane)
    c.ellipse(50, 60, 42, 11.6, shade(cane, -0.35))
    for x, y in ((30, 46), (70, 46), (50, 40), (22, 58), (78, 58), (50, 58)):
        c.blob(
            [
                (x - 17, y + 4),
                (x - 10, y - 8),
                (x, y - 13),
                (x + 10, y - 8),
                (x + 17, y + 4),
                (x + 8, y + 10),
                (x - 8, y + 10),
            ],
            edge((244, 230, 204), 0.26),
        )
        c.blob(
            [
                (x - 16, y + 4),
                (x - 9, y - 7),
                (x, y - 12),
                (x + 9, y - 7),
                (x + 16, y + 4),
                (x + 8, y + 9),
                (x - 8, y + 9),
            ],
            (250, 240, 218),
        )
        for lean in (-50, -25, 0, 25, 50):
            c.curve((x, y - 11), (x + lean * 0.16, y - 6), (x + lean * 0.22, y + 2), 0.9, (206, 184, 148))
        ball(c, x, y - 12, 3, 2.4, (250, 240, 218), gleam=False)
    steam(c, ((26, 26), (50, 20), (74, 26)), 18)


def noodles_on(c: Canvas, rng: random.Random, x: float, y: float, rx: float, tone: RGB) -> None:
    """A nest of noodles, heaped."""
    c.ellipse(x, y, rx, rx * 0.5, edge(tone, 0.2))
    for i in range(26):
        angle = i * 137.5
        far = rx * 0.84 * math.sqrt((i + 1) / 26)
        px, py = along(0, 0, angle, far)
        size = rx * rng.uniform(0.2, 0.34)
        at = (x + px * 0.8, y + py * 0.4 - (1 - far / rx) * rx * 0.22)
        turn = rng.uniform(0, 180)
        c.line(oval(*at, size, size * 0.6, 0, 250, turn, steps=12), 3.4, edge(tone, 0.22))
        c.line(oval(*at, size, size * 0.6, 0, 250, turn, steps=12), 2.4, shade(tone, 0.16 * (i % 2)))


def spaghetti(c: Canvas, look: Look) -> None:
    """A heap of noodles with tomato sauce, basil, meatballs and cheese."""
    plate(c, 50, 78, 49)
    noodles_on(c, look.rng, 50, 64, 37, (250, 214, 122))
    sauce: RGB = (206, 52, 34)
    c.blob([(28, 50), (40, 36), (60, 34), (74, 48), (70, 58), (58, 56), (50, 64), (40, 56), (32, 60)], edge(sauce))
    c.blob([(30, 49), (41, 36.4), (60, 35), (72, 48), (69, 55), (58, 53), (50, 61), (40, 53), (33, 57)], sauce)
    for x, y, r in ((42, 40, 8), (58, 39, 8), (50, 30, 8.6)):
        c.ellipse(x, y, r + 0.8, r + 0.8, edge(BROWN, 0.4))
        ball(c, x, y, r, r, (140, 78, 48))
    leaf(c, 50, 24, -160, 14, 8, LEAF, veins=True)
    leaf(c, 50, 24, -30, 14, 8, LEAF, veins=True)


def meatballs(c: Canvas, look: Look) -> None:
    """Brown balls in red sauce, in a bowl."""
    bowl(c, 50, 62, 46, 98, glaze(look.rng), (200, 50, 34))
    for x, y in ((26, 58), (74, 58), (50, 64), (38, 46), (62, 46), (50, 32)):
        c.ellipse(x, y, 13.8, 12.8, edge(BROWN, 0.45))
        ball(c, x, y, 13, 12, (146, 86, 54))
        for i in range(7):
            c.ellipse(*along(x, y, i * 137.5, 4 * math.sqrt(i)), 1.3, 0.9, (112, 62, 38))
        c.curve((x - 10, y + 5), (x, y - 14), (x + 10, y + 3), 3.6, (214, 60, 40))
    for x, y in ((36, 56), (60, 56), (50, 24), (68, 46)):
        leaf(c, x, y, x * 5.0, 8, 4.6, LEAF)


def macaroni(c: Canvas, look: Look) -> None:
    """Elbow pasta in cheese, heaped in a bowl."""
    cheddar: RGB = (250, 186, 50)
    bowl(c, 50, 58, 46, 98, glaze(look.rng), cheddar)
    c.ellipse(50, 50, 38, 17, shade(cheddar, -0.12))
    for i in range(30, -1, -1):
        far = 36 * math.sqrt(i / 30)
        x, y = along(0, 0, i * 137.5, far)
        at = (50 + x, 52 + y * 0.42 - (1 - far / 36) * 20)
        turn = look.rng.uniform(0, 360)
        elbow = oval(*at, 5.2, 5.2, turn, turn + 190, steps=10)
        c.line(elbow, 6.2, edge(cheddar, 0.3), round_ends=False)
        c.line(elbow, 5, shade(cheddar, 0.14 * (i % 3)), round_ends=False)
        for end in (elbow[0], elbow[-1]):
            c.ellipse(*end, 2.2, 2.2, edge(cheddar, 0.3))
            c.ellipse(*end, 1.2, 1.2, shade(cheddar, -0.5))


def noodle_soup(c: Canvas, look: Look) -> None:
    """Noodles in broth with half an egg, greens, pork and chopsticks."""
    broth: RGB = (206, 140, 66)
    bowl(c, 50, 54, 48, 98, look.rng.choice([(190, 50, 46), (48, 66, 96), (60, 60, 64)]), broth)
    for k in range(7):
        y = 48 + k * 2.4
        c.line(
            [(14 + i * 4, y + 1.6 * math.sin(i * 0.9 + k * 1.3)) for i in range(12)], 2.4, edge((252, 224, 146), 0.2)
        )
        c.line([(14 + i * 4, y + 1.6 * math.sin(i * 0.9 + k * 1.3)) for i in range(12)], 1.7, (252, 224, 146))
    c.ellipse(68, 46, 13, 8.6, edge(WHITE, 0.22))
    c.ellipse(68, 45.6, 12.2, 8, WHITE)
    ball(c, 68, 45.6, 6, 4.4, (250, 166, 40), gleam=False)
    for x, y in ((80, 56), (66, 60)):
        c.ellipse(x, y, 10, 5, edge((214, 150, 122)), turn=-12)
        c.ellipse(x, y, 9.2, 4.4, (236, 186, 156), turn=-12)
        c.ellipse(x, y, 5, 2, (200, 120, 92), turn=-12)
    for x, y in ((46, 44), (40, 48), (52, 60), (34, 60), (44, 62), (28, 46), (56, 54)):
        c.ellipse(x, y, 2.6, 1.7, (74, 150, 66))
        c.ellipse(x, y, 1.1, 0.7, (200, 230, 170))
    c.polygon([(20, 44), (28, 26), (42, 28), (34, 46)], (44, 62, 52))
    for dx in (0, 6):
        c.line([(34 + dx, 52), (90 + dx * 1.4, 6 + dx)], 2.2, (150, 84, 52))
    steam(c, ((46, 26), (58, 22)), 18)


def tomato_soup(c: Canvas, look: Look) -> None:
    """A red soup with a swirl of cream and basil."""
    soup: RGB = (218, 70, 36)
    bowl(c, 50, 56, 47, 98, glaze(look.rng), soup)
    swirl = [(50 + (4 + i * 0.62) * math.cos(i * 0.28), 57 + (1.2 + i * 0.17) * math.sin(i * 0.28)) for i in range(44)]
    c.line(swirl, 2.2, (255, 240, 216))
    leaf(c, 50, 56, -165, 16, 8, LEAF, veins=True)
    leaf(c, 50, 56, -25, 16, 8, LEAF, veins=True)
    leaf(c, 50, 57, 80, 9, 6, LEAF)
    steam(c, ((32, 36), (50, 32), (68, 36)), 24)


def fried_rice(c: Canvas, look: Look) -> None:
    """A mound of rice with peas, carrot, egg and prawns in a bowl."""
    rice: RGB = (248, 228, 176)
    bowl(c, 50, 60, 46, 98, glaze(look.rng), rice)
    c.polygon([*oval(50, 60, 42, 40, 180, 360), *oval(50, 60, 42, 9, 0, 180)], shade(rice, -0.14))
    bits: list[RGB] = [(110, 186, 74), (244, 132, 40), (255, 214, 70), (214, 80, 60)]
    for i in range(170):
        x, y = along(0, 0, i * 137.5, math.sqrt(i / 170))
        at = (50 + x * 39, 46 + y * 20 - (1 - x * x) * 6 + (y > 0) * 0)
        if i % 6 == 5:
            tone = bits[(i // 6) % 4]
            c.ellipse(*at, 2.5, 2.3, edge(tone))
            c.ellipse(*at, 2, 1.8, tone)
        else:
            c.ellipse(*at, 2.5, 1.2, shade(rice, 0.6 if i % 2 else 0.1), turn=i * 53)
    for x, y in ((38, 34), (62, 36)):
        c.arc(x, y, 6, 150, 400, 5.4, edge((246, 150, 112)))
        c.arc(x, y, 6, 150, 400, 4.2, (250, 166, 126))


def salad(c: Canvas, look: Look) -> None:
    """Leaves, tomato, cucumber, egg and onion in a bowl."""
    bowl(c, 50, 60, 47, 98, look.rng.choice([(176, 120, 70), (96, 150, 170), (238, 232, 220)]), (96, 160, 66))
    for i, angle in enumerate((-172, -8, -150, -30, -125, -55, -100, -80)):
        leaf(
            c,
            50,
            62,
            angle,
            44 - (i > 3) * 4,
            24,
            ((112, 186, 72), (146, 206, 90), (90, 166, 66))[i % 3],
            widest=0.66,
            veins=True,
        )
    for x, y, r in ((30, 44, 10), (70, 46, 10), (52, 26, 9)):
        c.ellipse(x, y, r, r * 0.9, (214, 50, 42))
        c.ellipse(x, y, r * 0.84, r * 0.74, (240, 96, 76))
        for k in range(5):
            c.ellipse(*along(x, y, k * 72, r * 0.45), r * 0.2, r * 0.13, (255, 214, 130), turn=k * 72)
    for x, y, r in ((48, 50, 10), (62, 32, 8), (20, 56, 8), (82, 58, 8)):
        c.ellipse(x, y, r, r * 0.86, (60, 134, 66))
        c.ellipse(x, y, r * 0.84, r * 0.72, (206, 232, 160))
        c.ellipse(x, y, r * 0.5, r * 0.42, (178, 214, 128))
    for x, y in ((40, 34), (58, 60), (34, 60)):
        c.line(oval(x, y, 7, 4, 0, 300), 1.8, (176, 76, 140))
    c.ellipse(70, 62, 9, 6.4, edge(WHITE, 0.2))
    c.ellipse(70, 61.6, 8.4, 6, WHITE)
    c.ellipse(70, 61.6, 4.2, 3.2, (250, 190, 50))


def popcorn(c: Canvas, look: Look) -> None:
    """White puffs that overflow a striped tub."""
    stripe = look.colour or (214, 44, 46)
    for i in range(34):
        x, y = along(0, 0, i * 137.5, math.sqrt((34 - i) / 34))
        _puff(c, 50 + x * 34, 30 + y * 17, 8.4, i)
    for x, y in ((12, 92), (90, 94)):
        _puff(c, x, y, 7, 3)
    c.polygon([(14, 40), (86, 40), (76, 98), (24, 98)], (250, 248, 242))
    for i in range(0, 7, 2):
        x0, x1 = 14 + 72 * i / 7, 24 + 52 * i / 7
        c.polygon([(x0, 40), (x0 + 72 / 7, 40), (x1 + 52 / 7, 98), (x1, 98)], stripe)
    c.polygon([(76, 40), (86, 40), (76, 98), (69, 98)], shade(stripe, -0.2))
    for i in range(8):
        _puff(c, 18 + i * 9.2, 40 - (i % 2) * 4, 7.6, i)


def _puff(c: Canvas, x: float, y: float, r: float, seed: int) -> None:
    tone: RGB = (255, 250, 232)
    for grow, paint in ((0.7, (206, 172, 110)), (0.0, tone)):
        for k in range(4):
            c.ellipse(*along(x, y, seed * 40 + k * 90, r * 0.42), r * 0.5 + grow, r * 0.46 + grow, paint)
    c.ellipse(x, y, r * 0.24, r * 0.2, (252, 214, 120))
