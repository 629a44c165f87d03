"""Trees: a trunk and the crown that tells them apart. Canvas 100 x 100."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.blooms_side import lilac, magnolia, raceme
from synthgen.renderer.sketch.subjects.botany import (
    BARK,
    LEAF,
    along,
    ball,
    blade,
    edge,
    leaf,
    outlined_blob,
    petal,
)
from synthgen.renderer.sketch.subjects.flowers import heart_leaf

Puff = tuple[float, float, float]
ROUND: Sequence[Puff] = (
    (24, 46, 18),
    (76, 46, 18),
    (32, 26, 18),
    (68, 26, 18),
    (50, 16, 16),
    (50, 50, 20),
    (50, 32, 20),
)
WIDE: Sequence[Puff] = (
    (16, 44, 15),
    (84, 44, 15),
    (28, 26, 17),
    (72, 26, 17),
    (50, 16, 16),
    (36, 46, 16),
    (64, 46, 16),
    (50, 32, 18),
)


@dataclass(frozen=True)
class Crown:
    """A tree with a cloud of leaves, blossom or fruit."""

    colour: RGB
    puffs: Sequence[Puff] = ROUND
    bark: RGB = BARK
    trunk: float = 12
    dots: RGB | None = None
    """Blossoms, fruit or bright leaves, strewn over the crown."""
    dot_size: float = 1.6
    dot_count: int = 40
    falls: bool = False
    """Some of it lies on the ground or is in the air."""

    def paint(self, c: Canvas, look: Look) -> None:
        tone = look.colour or self.colour
        trunk(c, self.trunk, self.bark)
        for x, y, r in self.puffs:
            c.ellipse(x, y, r, r * 0.92, shade(tone, -0.2) if sum(tone) > 190 else shade(tone, -0.4))
        for x, y, r in self.puffs:
            c.ellipse(x - r * 0.08, y - r * 0.1, r * 0.88, r * 0.8, tone)
        for x, y, r in self.puffs:
            c.ellipse(x - r * 0.3, y - r * 0.36, r * 0.42, r * 0.3, shade(tone, 0.16))
        self._strew(c, tone, look.rng)

    def _strew(self, c: Canvas, tone: RGB, rng: random.Random) -> None:
        for i in range(self.dot_count if self.dots or self.falls else 26):
            x, y, r = self.puffs[i % len(self.puffs)]
            px, py = along(x, y, rng.uniform(0, 360), r * math.sqrt(rng.random()) * 0.8)
            if self.dots is None:
                c.ellipse(px, py, 1.6, 1.1, shade(tone, 0.3 if i % 2 else -0.28), turn=rng.uniform(0, 180))
            elif self.dot_size > 2.2:
                ball(c, px, py, self.dot_size, self.dot_size, self.dots)
            else:
                c.ellipse(px, py, self.dot_size, self.dot_size, self.dots)
        if self.falls:
            for x, y in ((12, 74), (88, 70), (26, 84), (74, 86), (20, 97), (34, 98), (66, 98), (80, 97), (90, 90)):
                c.ellipse(x, y, 2, 1.4, tone, turn=x * 3)


def trunk(c: Canvas, wide: float, bark: RGB, top: float = 40) -> None:
    """A trunk with roots and two boughs."""
    half = wide / 2
    left = bezier((50 - half * 1.9, 98), (50 - half, 92), (50 - half, top + 16))
    right = bezier((50 + half, top + 16), (50 + half, 92), (50 + half * 1.9, 98))
    c.polygon([*left, *right], bark)
    for sign in (-1, 1):
        c.line([(50, top + 28), (50 + sign * wide * 1.5, top + 6)], wide * 0.5, bark)
    c.polygon(
        [(50 + half * 0.2, 98), (50 + half * 0.3, top + 20), (50 + half, top + 20), *right[4:]], shade(bark, -0.2)
    )
    for dx, low, high in ((-0.5, 90, 76), (-0.1, 84, 70), (0.45, 92, 80)):
        c.line([(50 + dx * wide, low), (50 + dx * wide * 0.8, high)], wide * 0.06, shade(bark, -0.35))


def birch(c: Canvas, look: Look) -> None:
    """A slim white trunk with black marks under light leaves."""
    c.polygon([(45, 98), (47, 20), (53, 20), (55, 98)], (240, 238, 230))
    c.polygon([(51, 98), (51, 20), (53, 20), (55, 98)], (212, 210, 204))
    puffs = ((34, 42, 15), (66, 40, 15), (36, 25, 14), (64, 23, 14), (50, 14, 11), (50, 36, 15))
    tone: RGB = (142, 192, 78)
    for x, y, r in puffs:
        c.ellipse(x, y, r, r, shade(tone, -0.2))
    for x, y, r in puffs:
        c.ellipse(x - 1, y - 1.4, r * 0.88, r * 0.86, tone)
    for i in range(46):
        x, y, r = puffs[i % 6]
        px, py = along(x, y, look.rng.uniform(0, 360), r * 0.8 * look.rng.random())
        c.ellipse(px, py, 1.7, 1.2, shade(tone, 0.34 if i % 2 else -0.25), turn=40)
    for sign in (-1, 1):
        c.line([(50, 62), (50 + sign * 12, 48)], 2, (226, 224, 216))
    for y, dx, wide in ((92, 0, 4), (84, 2, 3), (77, -2, 3.4), (70, 1.6, 2.6), (63, -1.4, 3), (57, 1, 2)):
        c.ellipse(50 + dx, y, wide, 0.9, (52, 48, 50))


def palm(c: Canvas, look: Look) -> None:
    """A curved ringed trunk, arching fronds, coconuts."""
    path = bezier((40, 98), (44, 62), (56, 36), 22)
    for i, (x, y) in enumerate(path):
        half = 6.4 - 0.14 * i
        c.ellipse(x, y, half, 3.4, (150, 108, 68) if i % 2 else (178, 134, 88))
    for x, y, px, py in (
        (8, 44, 22, 16),
        (95, 52, 86, 18),
        (20, 64, 24, 34),
        (86, 70, 86, 36),
        (14, 22, 34, 8),
        (92, 24, 74, 6),
        (50, 62, 44, 34),
        (62, 4, 52, 12),
    ):
        _palm_frond(c, (56, 34), (px, py), (x, y))
    for x, y in ((50, 39), (59, 41), (54, 44)):
        ball(c, x, y, 4, 4.2, (112, 72, 44))


def _palm_frond(c: Canvas, start: Point, pull: Point, end: Point) -> None:
    path = bezier(start, pull, end, 14)
    tone: RGB = (62, 150, 74)
    for grow, paint in ((0.8, edge(tone)), (0.0, tone)):
        upper, lower = [], []
        for i in range(14):
            (x, y), (nx, ny) = path[i], path[i + 1]
            heading = math.degrees(math.atan2(ny - y, nx - x))
            reach = (9 * math.sin(math.pi * (i + 2) / 17) + grow) * (1 if i % 2 else 0.62)
            upper.append(along(x, y, heading - 70, reach))
            lower.append(along(x, y, heading + 70, reach))
        c.polygon([start, *upper, end, *lower[::-1]], paint)
    c.line(path, 0.9, shade(tone, 0.3))


def pine(c: Canvas, look: Look) -> None:
    """Tiers of hanging boughs around a straight trunk, with cones."""
    c.box(35, 80, 45, 98, BARK)
    c.box(41, 80, 45, 98, shade(BARK, -0.2))
    tone: RGB = (42, 116, 76)
    for i in range(5):
        low, half = 86 - i * 14, 37 - i * 6.2
        rim = []
        for k in range(13):
            rim.append((40 - half + half * k / 6, low - (3.5 if k % 2 else 0) + abs(k - 6) * -0.5))
        c.polygon([(40, low - 30), *rim[::-1]], shade(tone, -0.24))
        c.polygon([(39.4, low - 28), *[(x * 0.95 + 1.4, y - 3) for x, y in rim[::-1]]], shade(tone, 0.05 * i))
        for k in (2, 4, 7, 9):
            x = 40 - half * 0.7 + half * 1.4 * k / 12
            c.line([(x, low - 9), (x + (x - 40) * 0.2, low - 5)], 0.8, shade(tone, 0.3))
    for x, y in ((18, 82), (31, 83), (57, 82), (26, 68), (50, 69), (34, 55), (49, 41)):
        _cone(c, x, y)


def _cone(c: Canvas, x: float, y: float) -> None:
    """Hanging, with rows of scales."""
    brown: RGB = (146, 94, 54)
    c.ellipse(x, y + 3, 3.5, 5.3, edge(brown, 0.35))
    c.ellipse(x, y + 3, 2.9, 4.7, brown)
    for dy in (0.6, 3, 5.4):
        c.curve((x - 2.4, y + dy), (x, y + dy + 1.8), (x + 2.4, y + dy), 0.7, shade(brown, 0.35))


def willow(c: Canvas, look: Look) -> None:
    """A dome from which long curtains of leaves hang to the ground."""
    trunk(c, 12, (122, 96, 70), 30)
    tone: RGB = (122, 172, 82)
    c.ellipse(50, 32, 38, 26, shade(tone, -0.3))
    for row in range(3):
        count = 13 - row * 2
        for i in range(count):
            x = 50 + (i - (count - 1) / 2) * (6.4 - row * 0.5)
            top = 26 - row * 9 + abs(x - 50) * (0.16 + 0.16 * row)
            low = (92, 74, 54)[row] + look.rng.uniform(-5, 5) - (24 if row == 0 and abs(x - 50) < 14 else 0)
            _curtain(c, x, top, low, shade(tone, 0.13 * row - 0.12))


def _curtain(c: Canvas, x: float, top: float, low: float, tone: RGB) -> None:
    out = (x - 50) * 0.14
    c.polygon(
        [(x - 2.6, top), (x + 2.6, top), (x + out + 2.4, low - 8), (x + out, low), (x + out - 2.4, low - 8)],
        edge(tone, 0.2),
    )
    c.polygon(
        [(x - 1.9, top), (x + 1.9, top), (x + out + 1.7, low - 9), (x + out, low - 2), (x + out - 1.7, low - 9)], tone
    )
    for k in range(5):
        y = top + 6 + (low - top - 14) * k / 5
        px = x + out * (y - top) / (low - top)
        for side in (-1, 1):
            c.line([(px, y), (px + side * 1.6, y + 3.4)], 0.7, shade(tone, 0.32))


def olive_tree(c: Canvas, look: Look) -> None:
    """A twisted trunk under a silvery crown with dark olives."""
    bark: RGB = (140, 122, 102)
    for start, pull, end, wide in (
        ((46, 98), (60, 74), (36, 48), 9),
        ((55, 98), (38, 76), (64, 46), 9),
        ((50, 97), (52, 76), (50, 44), 7),
    ):
        c.curve(start, pull, end, wide + 1, edge(bark))
        c.curve(start, pull, end, wide, bark)
    tone: RGB = (150, 178, 122)
    puffs = ((24, 46, 15), (76, 46, 15), (33, 29, 16), (67, 29, 16), (50, 20, 13), (50, 40, 18))
    for x, y, r in puffs:
        c.ellipse(x, y, r, r * 0.9, shade(tone, -0.12))
    for i in range(84):
        x, y, r = puffs[i % 6]
        px, py = along(x, y, look.rng.uniform(0, 360), r * math.sqrt(look.rng.random()))
        blade(
            c,
            (px, py),
            (px, py),
            along(px, py, look.rng.uniform(0, 360), 8),
            2.8,
            shade(tone, 0.34 * (i % 3) / 2),
            line=0.35,
        )
    for i in range(15):
        x, y, r = puffs[i % 6]
        px, py = along(x, y, i * 137.5, r * 0.7)
        ball(c, px, py, 2.5, 3.2, (62, 50, 82) if i % 3 else (104, 140, 52))


def bonsai(c: Canvas, look: Look) -> None:
    """A gnarled little tree with flat clouds of needles in a shallow tray."""
    glaze = look.rng.choice([(62, 92, 124), (140, 74, 56), (80, 88, 94)])
    c.polygon([(20, 84), (80, 84), (74, 96), (26, 96)], glaze)
    c.polygon([(60, 84), (80, 84), (74, 96), (58, 96)], shade(glaze, -0.18))
    c.box(17, 81, 83, 86, shade(glaze, 0.12), radius=1)
    for x in (30, 64):
        c.box(x, 95, x + 7, 99, shade(glaze, -0.25))
    c.ellipse(50, 81, 27, 3, (96, 140, 76))
    for start, pull, end, wide in (
        ((48, 82), (26, 62), (50, 50), 9),
        ((50, 51), (68, 42), (52, 22), 6.4),
        ((40, 62), (26, 58), (22, 48), 4),
        ((58, 44), (72, 44), (78, 38), 3.6),
    ):
        c.curve(start, pull, end, wide + 1, edge(BARK))
        c.curve(start, pull, end, wide, BARK)
    for x, y, rx in ((22, 45, 19), (79, 36, 18), (50, 18, 23), (58, 58, 13)):
        _cloud(c, x, y, rx, (58, 132, 72))


def _cloud(c: Canvas, x: float, y: float, rx: float, tone: RGB) -> None:
    for grow, paint in ((0.0, shade(tone, -0.25)), (-1.2, tone)):
        for dx, dy, r in (
            (-0.6, 0.12, 0.42),
            (0.6, 0.12, 0.42),
            (-0.25, -0.2, 0.48),
            (0.3, -0.18, 0.46),
            (0, 0.14, 0.5),
        ):
            c.ellipse(x + dx * rx, y + dy * rx + grow, r * rx + grow * 0.6, r * rx * 0.8 + grow * 0.6, paint)
    for i in range(9):
        px, py = along(x, y - 1, i * 137.5, rx * 0.75 * math.sqrt(i / 9))
        c.line([(px - 1.2, py * 1 + 0.8), (px, py - 1), (px + 1.2, py + 0.8)], 0.6, shade(tone, 0.35))


def lilac_bush(c: Canvas, look: Look) -> None:
    """Cones of tiny flowers among heart-shaped leaves."""
    for dx in (-8, 0, 8):
        c.line([(50 + dx * 0.4, 98), (50 + dx * 2.4, 70)], 3, BARK)
    for x, y, turn in (
        (20, 74, 140),
        (80, 74, 40),
        (36, 80, 110),
        (64, 80, 70),
        (17, 52, 180),
        (83, 52, 0),
        (50, 76, 90),
        (34, 26, -120),
        (66, 26, -60),
    ):
        heart_leaf(c, x, y, 13, LEAF if x % 4 else shade(LEAF, -0.12), turn)
    for x, y, r in ((50, 30, 26), (26, 46, 23), (75, 46, 23), (50, 60, 20)):
        lilac(c, x, y, r, look.colour or (178, 132, 212))


def wisteria(c: Canvas, look: Look) -> None:
    """A leaning vine from which long bunches hang."""
    bark: RGB = (118, 96, 80)
    boughs: Sequence[tuple[Point, Point, Point, float]] = (
        ((44, 98), (62, 66), (46, 28), 9),
        ((54, 98), (36, 66), (54, 28), 7),
        ((48, 32), (30, 16), (12, 26), 5),
        ((50, 32), (70, 16), (90, 26), 5),
    )
    for start, pull, end, wide in boughs:
        c.curve(start, pull, end, wide + 0.8, edge(bark))
        c.curve(start, pull, end, wide, bark)
    for x, y, r in (
        (28, 46, 26),
        (72, 46, 26),
        (50, 42, 25),
        (12, 46, 22),
        (88, 46, 22),
        (39, 38, 19),
        (61, 38, 19),
        (20, 38, 17),
        (80, 38, 17),
    ):
        raceme(c, x, y, r, look.colour or (150, 112, 208))
    for i in range(22):
        high = 26 - 6 * math.sin(math.pi * i / 21) + (i % 3) * 2.4
        leaf(c, 14 + 72 * i / 21, high, (170, 10, -90, 50, 130)[i % 5], 11, 5, LEAF if i % 2 else (128, 178, 84))


def magnolia_tree(c: Canvas, look: Look) -> None:
    """Goblets on bare boughs."""
    bark: RGB = (110, 92, 84)
    tips = ((16, 52), (28, 27), (50, 14), (73, 27), (83, 52), (38, 46), (62, 46))
    for x, y in tips:
        c.curve((50, 98), (50 + (x - 50) * 0.1, 62), (x, y + 6), 4.4, edge(bark))
        c.curve((50, 98), (50 + (x - 50) * 0.1, 62), (x, y + 6), 3.4, bark)
    c.polygon([(43, 98), (47, 74), (53, 74), (57, 98)], bark)
    for x, y in tips:
        c.line([(x - 3, y + 9), (x + 3, y + 9)], 3, (128, 160, 90))
        magnolia(c, x, y, 11, look.colour or (243, 164, 198))


def holly(c: Canvas, look: Look) -> None:
    """A bush of glossy leaves with spines, and bunches of red berries."""
    c.line([(50, 98), (50, 66)], 5, edge(BARK))
    c.line([(50, 98), (50, 66)], 3.8, BARK)
    c.ellipse(50, 48, 27, 28, (22, 84, 52))
    tones: Sequence[RGB] = ((34, 112, 66), (48, 134, 76), (64, 150, 88))
    for count, far, length in ((11, 15, 29), (8, 8, 25), (5, 0, 19)):
        for i in range(count):
            angle = 90 + 360 * (i + 0.5) / count + far
            x, y = along(50, 48, angle, far)
            _spiny(c, x, y, angle, length, tones[(i + count) % 3])
    for x, y in ((34, 34), (68, 34), (50, 54), (28, 60), (73, 61)):
        for dx, dy in ((-4.6, 0), (4.6, -0.6), (0, 6.2)):
            ball(c, x + dx, y + dy, 5, 5, (212, 40, 44))


def _spiny(c: Canvas, x: float, y: float, turn: float, length: float, tone: RGB) -> None:
    halves: list[list[Point]] = []
    for side in (-1, 1):
        rim = []
        for i in range(9):
            wide = length * (0.28 if i % 2 else 0.15) * (1 - 0.3 * abs(i - 4) / 4)
            rim.append(along(*along(x, y, turn, length * (i + 0.4) / 9), turn + side * 90, wide))
        halves.append(rim)
    outlined_blob(c, [(x, y), *halves[0], along(x, y, turn, length * 1.06), *halves[1][::-1]], tone, 0.9)
    c.line([(x, y), along(x, y, turn, length * 0.95)], 1, shade(tone, 0.4))
    c.line(
        [along(*along(x, y, turn, length * f), turn - 90, length * 0.08) for f in (0.45, 0.75)], 1.4, shade(tone, 0.25)
    )


def jasmine(c: Canvas, look: Look) -> None:
    """White stars on a vine that climbs a trellis."""
    for x in (26, 42, 58, 74):
        c.line([(50 + (x - 50) * 0.8, 98), (x, 6)], 2.2, (166, 124, 82))
    for y in (16, 38, 60, 82):
        c.line([(22, y), (78, y)], 2.2, (188, 144, 98))
    for sway in (-1, 1):
        for i in range(14):
            node = (50 + sway * 24 * math.sin(i * 0.75), 93 - i * 5.7)
            for angle in (160, 20, 250, -70):
                leaf(c, *node, angle + i * 20, 13, 6.4, LEAF if (i + angle) % 3 else (44, 122, 66))
    for i in range(24):
        side = (25 if i % 2 else -25) * math.sin((i // 2) * 0.85 + 0.3)
        star = (50 + side + (8 if i % 3 == 0 else -3), 91 - i * 3.3)
        for k in range(5):
            petal(c, *star, 72 * k - 90 + i * 13, 8, 4.6, look.colour or (252, 251, 246), 0.55, 0.2, pointed=True)
        c.ellipse(*star, 1.2, 1.2, (244, 214, 110))
