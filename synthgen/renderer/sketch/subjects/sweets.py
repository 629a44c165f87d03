"""Cakes, ice, chocolate and candy. Canvas 100 x 100."""

import math
import random
from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, ball, edge, outlined_blob, petal, toned
from synthgen.renderer.sketch.subjects.fruit import mirrored
from synthgen.renderer.sketch.subjects.tableware import plate

CHOCOLATE: RGB = (92, 54, 36)
CREAM: RGB = (253, 246, 228)
CRUST: RGB = (214, 154, 84)
SPRINKLES: Sequence[RGB] = ((255, 255, 255), (250, 208, 60), (70, 160, 220), (110, 190, 90), (150, 80, 190))


def sprinkle(c: Canvas, rng: random.Random, spots: Sequence[Point], avoid: RGB) -> None:
    """Sugar strands on icing."""
    bright = [tone for tone in SPRINKLES if sum(abs(a - b) for a, b in zip(tone, avoid, strict=True)) > 110]
    for i, (x, y) in enumerate(spots):
        tip = along(x, y, rng.uniform(0, 180), 3.6)
        c.line([(x, y), tip], 1.7, bright[i % len(bright)])


def berry(c: Canvas, x: float, y: float, r: float) -> None:
    """A small strawberry on top of something."""
    c.blob(mirrored(((0, y - r), (r * 0.8, y - r * 0.9), (r * 0.9, y - r * 0.1), (0, y + r)), x), (214, 40, 48))
    for dx, dy in ((-0.4, -0.4), (0.35, -0.35), (0, 0), (-0.25, 0.4), (0.3, 0.35)):
        c.ellipse(x + dx * r, y + dy * r, r * 0.09, r * 0.13, (252, 216, 120))
    for angle in (-170, -10, -130, -50, -90):
        petal(c, x, y - r * 0.8, angle, r * 0.7, r * 0.36, (84, 160, 76), 0.4, 0.4, pointed=True, line=0.3)


def cake(c: Canvas, look: Look) -> None:
    """A frosted cake of two tiers with dripping icing and candles."""
    icing = look.colour or COLOURS["pink"]
    side = shade(icing, 0.18) if min(icing) < 225 else shade(icing, -0.09)
    plate(c, 50, 91, 48)
    for x0, x1, top, low in ((12, 88, 56, 90), (26, 74, 34, 60)):
        middle, half = (x0 + x1) / 2, (x1 - x0) / 2
        c.polygon([(x0, top), *oval(middle, low, half, half * 0.16, 180, 0), (x1, top)], side)
        c.polygon([(x1 - half * 0.3, top), *oval(middle, low, half, half * 0.16, 45, 0), (x1, top)], shade(side, -0.08))
        c.ellipse(middle, top, half, half * 0.2, edge(icing, 0.12))
        c.ellipse(middle, top - 0.8, half, half * 0.19, icing)
        for i in range(9):
            x = x0 + 4 + (x1 - x0 - 8) * i / 8
            drop = top + 4 + (i * 7 % 4) * 2.4 + 4 * math.sin(math.pi * i / 8)
            c.line([(x, top), (x, drop)], (x1 - x0) * 0.1, icing)
        for i in range(13):
            x = x0 + (x1 - x0) * i / 12
            ball(c, x, low + half * 0.15 * math.sin(math.pi * i / 12), 3.6, 3.2, (255, 252, 246), gleam=False)
    for x, tone in ((36, (90, 170, 220)), (50, (250, 206, 70)), (64, (130, 196, 100))):
        c.box(x - 1.9, 14, x + 1.9, 34, tone, radius=0.8)
        for y in (18, 24, 30):
            c.line([(x - 1.8, y), (x + 1.8, y - 3)], 1, (255, 255, 255), round_ends=False)
        petal(c, x, 13, -90, 10, 5, (255, 170, 40), 0.35, 0.3, pointed=True)
        c.ellipse(x, 10.4, 1.2, 2.2, (255, 240, 170))


def slice_of(c: Canvas, sponge: RGB, filling: RGB, icing: RGB, layers: int = 3) -> None:
    """A wedge of cake on a plate, its point to the left."""
    plate(c, 50, 84, 48)
    top: list[Point] = [(8, 50), (62, 28), (90, 42)]
    c.polygon([(8, 50), (90, 42), (90, 76), (8, 86)], sponge)
    for i in range(1, layers):
        y0, y1 = 50 + 36 * i / layers, 42 + 34 * i / layers
        c.polygon([(8, y0 - 2.2), (90, y1 - 2.2), (90, y1 + 2.2), (8, y0 + 2.2)], filling)
    for i in range(22):
        x = 14 + i * 3.4
        y = 56 + (i * 11 % 24) - (x - 8) * 0.09
        c.ellipse(x, y, 1, 0.7, edge(sponge, 0.2))
    c.polygon([(90, 42), (95, 46), (95, 74), (90, 76)], shade(icing, -0.14))
    c.polygon([*top, (90, 48), (8, 57)], shade(icing, -0.08))
    c.polygon(top, icing)
    c.line([top[0], top[1], top[2]], 0.7, edge(icing))
    for i in range(7):
        x = 14 + i * 11.6
        y = 55.6 - (x - 8) * 0.1
        c.line([(x, y - 2), (x, y + 3 + i * 5 % 6)], 5.4, shade(icing, -0.08))


def cheesecake(c: Canvas, look: Look) -> None:
    """A pale slice on a crumb crust, red sauce and a strawberry on top."""
    plate(c, 50, 86, 48)
    c.polygon([(8, 48), (92, 42), (92, 80), (8, 88)], (250, 232, 176))
    c.polygon([(8, 76), (92, 69), (92, 80), (8, 88)], (190, 132, 74))
    for i in range(26):
        c.ellipse(11 + i * 3.1, 82 - i * 0.27 + (i * 7 % 6) - 3, 1, 0.8, (150, 98, 52) if i % 2 else (222, 172, 110))
    sauce: RGB = (204, 36, 56)
    c.polygon([(8, 48), (60, 28), (92, 42)], (255, 244, 206))
    drip = [
        (12, 48),
        (34, 38),
        (60, 29.4),
        (88, 41.6),
        (90, 56),
        (84, 58),
        (80, 46),
        (66, 48),
        (62, 64),
        (55, 64),
        (51, 50),
        (38, 51),
        (34, 60),
        (28, 59),
        (25, 51),
    ]
    c.polygon(smooth(drip), edge(sauce, 0.2))
    c.polygon(smooth([(x, y - 0.9) for x, y in drip]), sauce)
    c.curve((30, 43), (46, 36), (58, 33), 1.6, (244, 130, 140))
    berry(c, 62, 26, 15)


def chocolate_cake(c: Canvas, look: Look) -> None:
    """A dark slice with cream between its layers and a cherry."""
    slice_of(c, (112, 66, 42), (250, 236, 214), (78, 44, 30))
    for dx, dy, r in ((0, 0, 9), (0, -5, 6.4)):
        c.ellipse(64 + dx, 34 + dy, r + 0.7, r * 0.62 + 0.7, edge(CREAM, 0.18))
        c.ellipse(64 + dx, 34 + dy, r, r * 0.62, CREAM)
    ball(c, 64, 20, 7.4, 7.4, (200, 28, 48))
    c.curve((64, 14), (64, 8), (71, 3), 1.4, (96, 130, 60))


def cupcake(c: Canvas, look: Look) -> None:
    """A swirl of icing in a pleated cup."""
    icing = look.colour or COLOURS["pink"]
    _pleated(c, (120, 196, 206) if look.colour is None else shade(icing, -0.25), 62)
    for x, y, rx, ry in ((50, 58, 38, 13), (50, 44, 30, 12), (50, 31, 21, 10), (50, 20, 12, 8)):
        c.ellipse(x, y, rx + 0.8, ry + 0.8, edge(icing))
        c.ellipse(x, y, rx, ry, shade(icing, -0.06))
        c.ellipse(x - 1.4, y - 1.6, rx * 0.93, ry * 0.82, shade(icing, 0.1))
        c.ellipse(x - rx * 0.5, y - ry * 0.3, rx * 0.2, ry * 0.16, shade(icing, 0.55), turn=-14)
    sprinkle(
        c, look.rng, [(26, 58), (42, 62), (58, 58), (74, 57), (34, 46), (52, 49), (66, 43), (44, 34), (58, 32)], icing
    )
    ball(c, 50, 10, 7, 7, (210, 30, 48))
    c.curve((50, 5), (50, 2), (55, 0.5), 1.2, (96, 130, 60))


def muffin(c: Canvas, look: Look) -> None:
    """A golden dome with blueberries or chocolate, in a pleated cup."""
    _pleated(c, (236, 214, 176), 60)
    dome = smooth([(8, 62), (12, 44), (26, 38), (32, 22), (52, 14), (70, 24), (76, 38), (89, 46), (92, 62), (50, 68)])
    toned(c, dome, (222, 160, 84), (44, 42), 0.92)
    c.curve((24, 48), (40, 30), (62, 30), 2, (240, 196, 130))
    for x, y, r in (
        (32, 52, 5),
        (50, 40, 5.6),
        (68, 52, 5),
        (46, 57, 4.4),
        (60, 27, 4.4),
        (80, 58, 4),
        (38, 32, 4),
        (20, 60, 4),
    ):
        ball(c, x, y, r, r * 0.9, (70, 64, 128))


def _pleated(c: Canvas, paper: RGB, top: float) -> None:
    c.polygon([(16, top), (84, top), (74, 98), (26, 98)], paper)
    for i in range(9):
        x0, x1 = 16 + 68 * i / 9, 26 + 48 * i / 9
        c.polygon([(x0, top), (x0 + 3.6, top), (x1 + 2.6, 98), (x1, 98)], shade(paper, -0.16))


def donut(c: Canvas, look: Look) -> None:
    """A ring with wavy icing and sugar strands."""
    icing = look.colour or COLOURS["pink"]
    c.ellipse(50, 54, 47, 44, (190, 122, 62))
    c.ellipse(50, 52, 46, 42, (224, 164, 92))
    rim = [along(0, 0, i * 5, 41 + 2.6 * math.sin(math.radians(i * 5 * 8))) for i in range(72)]
    c.polygon([(50 + x, 50 + y * 0.9) for x, y in rim], edge(icing, 0.2))
    c.polygon([(50 + x * 0.98, 49 + y * 0.88) for x, y in rim], icing)
    c.arc(50, 50, 33, 195, 265, 3.4, shade(icing, 0.5))
    spots = [along(50, 49, i * 26 + 7, 22 + (i * 7) % 15) for i in range(28)]
    sprinkle(c, look.rng, spots, icing)
    c.ellipse(50, 50, 15, 13, edge(icing, 0.25))
    c.ellipse(50, 51, 13, 11, (190, 122, 62))
    c.ellipse(50, 53, 11.6, 8.6, (96, 66, 50))


def cookies(c: Canvas, look: Look) -> None:
    """Round biscuits with chocolate chips, one of them bitten."""
    for x, y, r in ((33, 36, 30), (66, 62, 33)):
        dough: RGB = (218, 162, 96)
        c.ellipse(x, y + 1, r + 0.8, r + 0.8, edge(dough, 0.35))
        ball(c, x, y, r, r, dough, gleam=False)
        for i in range(11):
            px, py = along(x, y, i * 137.5 + 20, r * 0.84 * math.sqrt((i + 0.5) / 11))
            c.ellipse(px, py, 3.8, 3.2, CHOCOLATE, turn=i * 40)
            c.ellipse(px - 1, py - 1, 1.2, 0.8, shade(CHOCOLATE, 0.35))
        for i in range(14):
            c.ellipse(*along(x, y, i * 137.5 + 80, r * 0.9 * math.sqrt(i / 14)), 0.9, 0.7, edge(dough, 0.2))


def ice_cream(c: Canvas, look: Look) -> None:
    """Three scoops in a waffle cone."""
    wafer: RGB = (226, 168, 92)
    scoops: Sequence[RGB] = ((246, 160, 186), CREAM, (134, 86, 58))
    c.polygon([(17, 46), (63, 46), (40, 99)], wafer)
    for k in range(5):
        c.line([(18 + k * 10, 47), (40 + k * 4.2, 99 - k * 9.6)], 1, edge(wafer))
        c.line([(62 - k * 10, 47), (40 - k * 4.2, 99 - k * 9.6)], 1, edge(wafer))
    for (x, y), tone in zip(((26, 36), (54, 36), (40, 18)), scoops, strict=True):
        paint = look.colour or tone
        for dx in (-11, -4, 4, 11):
            c.ellipse(x + dx, y + 12, 6, 5, edge(paint, 0.24))
            c.ellipse(x + dx, y + 11.4, 5.4, 4.6, paint)
        c.ellipse(x, y, 17.6, 16.6, edge(paint, 0.24))
        ball(c, x, y, 17, 16, paint)
    ball(c, 40, 2.4 + 3, 4.6, 4.6, (206, 28, 48))


def popsicle(c: Canvas, look: Look) -> None:
    """Ice on a wooden stick, one corner bitten off."""
    colour = look.colour or (244, 96, 96)
    c.box(31, 70, 39, 98, (226, 186, 132), radius=4)
    c.box(35, 72, 39, 96, (200, 156, 104), radius=3)
    c.box(10, 4, 60, 76, shade(colour, -0.14), radius=22)
    c.box(10, 40, 60, 77, shade(colour, -0.14), radius=6)
    c.box(10, 4, 56, 74, colour, radius=20)
    c.box(10, 40, 56, 74, colour, radius=6)
    if look.colour is None:
        c.polygon([(10, 52), (56, 46), (58, 72), (56, 75), (12, 75), (10, 72)], (250, 190, 70))
    for x in (22, 38):
        c.box(x, 18, x + 6, 62, shade(colour, 0.3), radius=3)


def lollipop(c: Canvas, look: Look) -> None:
    """A striped spiral disc on a stick, with a bow."""
    colour = look.colour or (232, 62, 96)
    c.line([(40, 50), (40, 98)], 4, (248, 246, 240))
    c.line([(41.2, 52), (41.2, 98)], 1.2, (206, 202, 196))
    c.ellipse(40, 36, 34.4, 34.4, edge(colour))
    c.ellipse(40, 36, 33.4, 33.4, colour)
    pale = shade(colour, 0.72) if min(colour) < 225 else shade(colour, -0.14)
    for k in range(6):
        arm = [along(40, 36, k * 60 + 5.5 * s, s * 2.06) for s in range(17)]
        arm += [along(40, 36, k * 60 + 24 + 5.5 * s, s * 2.06) for s in range(16, -1, -1)]
        c.polygon(arm, pale)
    c.arc(40, 36, 27, 200, 255, 2.6, (255, 255, 255))
    for sign in (-1, 1):
        petal(c, 40, 76, 0 if sign > 0 else 180, 15, 11, shade(colour, -0.16), 0.7, 0.3)
    c.ellipse(40, 76, 3, 3, shade(colour, -0.3))


def candy(c: Canvas, look: Look) -> None:
    """A striped sweet in twisted paper."""
    colour = look.colour or (226, 52, 72)
    pale = shade(colour, 0.7) if min(colour) < 225 else shade(colour, -0.16)
    for sign in (-1, 1):
        fan = [
            (50 + sign * 22, 50),
            (50 + sign * 44, 26),
            (50 + sign * 40, 38),
            (50 + sign * 49, 44),
            (50 + sign * 42, 50),
            (50 + sign * 49, 58),
            (50 + sign * 40, 63),
            (50 + sign * 44, 74),
        ]
        outlined_blob(c, fan, shade(colour, 0.12), 0.9)
        for dy in (-14, -5, 5, 14):
            c.line([(50 + sign * 24, 50 + dy * 0.3), (50 + sign * 39, 50 + dy)], 0.9, edge(colour))
    ball(c, 50, 50, 27, 25, colour, gleam=False)

    def stripes(layer: Canvas) -> None:
        for k in (-24, -8, 8, 24):
            layer.line(bezier((50 + k - 8, 24), (50 + k + 14, 50), (50 + k - 4, 78)), 6, pale)

    c.inside(stripes)
    c.ellipse(40, 38, 7, 3.6, (255, 255, 255), turn=-34)


def chocolate_bar(c: Canvas, look: Look) -> None:
    """Squares of chocolate that come out of torn foil and a wrapper."""
    paper = look.colour or (176, 40, 52)
    cocoa: RGB = (104, 60, 38)
    c.box(14, 3, 76, 62, shade(cocoa, -0.35), radius=2)
    for row in range(3):
        for i in range(3):
            x, y = 16 + i * 19.8, 5 + row * 18.6
            c.box(x, y, x + 18.4, y + 17.2, cocoa, radius=1)
            c.box(x + 2.6, y + 2.4, x + 15.8, y + 14.6, shade(cocoa, 0.14), radius=1)
            c.line([(x + 3.4, y + 13), (x + 3.4, y + 3.4), (x + 14, y + 3.4)], 1.1, shade(cocoa, 0.4))
    tear = [(10 + i * 7, 50 + (i * 5 % 3) * 3.4 - (i % 2) * 5) for i in range(11)]
    c.polygon([*tear, (80, 64), (10, 64)], (214, 218, 224))
    c.line([*tear], 0.9, (160, 166, 176))
    c.box(9, 59, 81, 98, paper, radius=1.6)
    c.box(64, 59, 81, 98, shade(paper, -0.15), radius=1.6)
    c.box(9, 66, 81, 69, (238, 196, 90))
    c.box(9, 90, 81, 93, (238, 196, 90))
    c.ellipse(45, 79.6, 17, 8, (238, 196, 90))
    c.ellipse(45, 79.6, 14.6, 6.2, shade(paper, -0.25))
