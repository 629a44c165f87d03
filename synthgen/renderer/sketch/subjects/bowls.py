"""Food in bowls, tubs and steamers. Canvas 100 x 100."""

import math
import random

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import LEAF, WHITE, along, ball, edge, leaf
from synthgen.renderer.sketch.subjects.tableware import bowl, glaze, plate, steam

BROWN: RGB = (150, 88, 50)


def noodles_on(c: Canvas, rng: random.Random, x: float, y: float, rx: float, tone: RGB) -> None:
    """A nest of noodles, heaped."""
    c.ellipse(x, y, rx, rx * 0.5, edge(tone, 0.2))
    for i in range(34):
        angle = i * 137.5
        far = rx * 0.88 * math.sqrt((34 - i) / 34)
        px, py = along(0, 0, angle, far)
        size = rx * rng.uniform(0.2, 0.34)
        at = (x + px * 0.8, y + py * 0.4 - (1 - far / rx) * rx * 0.22)
        turn = rng.uniform(0, 180)
        c.line(oval(*at, size, size * 0.6, 0, 250, turn, steps=12), 3.4, edge(tone, 0.22))
        c.line(oval(*at, size, size * 0.6, 0, 250, turn, steps=12), 2.4, shade(tone, 0.16 * (i % 2)))


def spaghetti(c: Canvas, look: Look) -> None:
    """A heap of noodles with tomato sauce, basil and meatballs."""
    plate(c, 50, 80, 49)
    noodles_on(c, look.rng, 50, 62, 43, (252, 220, 132))
    sauce: RGB = (206, 52, 34)
    pool = smooth([(24, 52), (36, 36), (64, 36), (77, 50), (72, 62), (60, 57), (51, 67), (40, 57), (29, 63)])
    c.polygon(pool, edge(sauce))
    c.polygon([(x, y - 1) for x, y in pool], sauce)
    for x, y, r in ((38, 42, 10), (62, 42, 10), (50, 30, 10.6)):
        c.ellipse(x, y, r + 0.8, r + 0.8, edge(BROWN, 0.4))
        ball(c, x, y, r, r, (146, 84, 52))
        c.curve((x - 7, y - 3), (x, y - r - 3), (x + 7, y - 2), 3, (222, 74, 52))
    leaf(c, 50, 23, -160, 16, 9, LEAF, veins=True)
    leaf(c, 50, 23, -25, 16, 9, LEAF, veins=True)


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
    steam(c, ((44, 28), (58, 24)), 22)


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
    steam(c, ((24, 30), (50, 25), (76, 30)), 24)
