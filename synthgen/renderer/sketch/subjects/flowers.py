"""Flowers that grow from the ground: blossoms on stalks with their leaves, and flowering shrubs."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.blooms import Bloom, puff
from synthgen.renderer.sketch.subjects.botany import (
    DARK_LEAF,
    LEAF,
    STEM,
    along,
    blade,
    edge,
    leaf,
    outlined_blob,
    stem,
)

Head = tuple[float, float, float]
"""Centre and radius of one blossom."""
Leaves = Callable[[Canvas, float], None]
"""Paints the leaves around a stalk that stands at x = `foot`; the ground is at y = 98."""

SINGLE: Sequence[Head] = ((35, 30, 28),)


@dataclass(frozen=True)
class Stalks:
    """Blossoms on stalks that share one foot."""

    bloom: Bloom
    colour: RGB
    leaves: Leaves
    heads: Sequence[Head] = SINGLE
    foot: float = 35
    spread: float = 0.2
    """How far apart the stalks stand on the ground, as a share of the blossoms' distance."""
    thick: float = 2.4
    tone: RGB = STEM

    def paint(self, c: Canvas, look: Look) -> None:
        sway = look.rng.uniform(-3, 3)
        nod = look.rng.uniform(-2.5, 2.5) if len(self.heads) == 1 else 0.0
        heads = [(x + nod, y + abs(nod), r) for x, y, r in self.heads]
        for x, y, _ in heads:
            foot = self.foot + (x - self.foot) * self.spread
            stem(c, (foot, 98), (x, y), self.thick, self.tone, sway + (self.foot - x) * 0.15)
        self.leaves(c, self.foot)
        for x, y, r in heads[::-1]:
            self.bloom(c, x, y, r, look.colour or self.colour)


@dataclass(frozen=True)
class Shrub:
    """A bush of leaves covered with blossoms; the canvas is 100 x 100."""

    bloom: Bloom
    colour: RGB
    radius: float = 10
    count: int = 12
    leaf_colour: RGB = LEAF
    leaf_length: float = 15
    spots: Sequence[Point] = ()
    """Where the blossoms sit; none: `count` of them, evenly strewn."""

    def paint(self, c: Canvas, look: Look) -> None:
        for lean in (-9, 0, 9):
            c.line([(50 + lean * 0.5, 98), (50 + lean * 2, 70)], 3, (110, 82, 60))
        c.ellipse(50, 54, 36, 30, shade(self.leaf_colour, -0.25))
        for i in range(30):
            angle = i * 137.5
            far = 40 * math.sqrt((30 - i) / 30)
            x, y = along(50, 54, angle, far * 0.72)
            tone = shade(self.leaf_colour, 0.1 * (i % 3) - 0.05)
            leaf(c, x, y * 0.86 + 8, angle + (i % 3 - 1) * 30, self.leaf_length, self.leaf_length * 0.5, tone)
        for x, y in self.spots or self._strewn():
            self.bloom(c, x + look.rng.uniform(-1, 1), y, self.radius, look.colour or self.colour)

    def _strewn(self) -> list[Point]:
        spots = []
        for i in range(self.count, 0, -1):
            far = (48 - self.radius) * math.sqrt((i - 0.6) / (self.count - 0.6))
            x, y = along(50, 53, i * 137.5 + 20, far)
            spots.append((x, 53 + (y - 53) * 0.86))
        return spots


def lance(c: Canvas, foot: float) -> None:
    """Two pairs of simple leaves along the stalk."""
    leaf(c, foot, 92, -150, 27, 11, LEAF, bend=0.12)
    leaf(c, foot, 88, -34, 26, 11, LEAF, bend=-0.12)
    leaf(c, foot, 76, -140, 16, 7, LEAF)


def broad(c: Canvas, foot: float) -> None:
    """Big heart-shaped leaves with veins."""
    leaf(c, foot, 90, -156, 30, 19, LEAF, widest=0.36, veins=True)
    leaf(c, foot, 84, -26, 30, 19, LEAF, widest=0.36, veins=True)


def rose_leaves(c: Canvas, foot: float) -> None:
    """Sprays of three toothed leaves, and thorns."""
    for y, angle in ((86, -152), (78, -32)):
        tip = along(foot, y, angle, 18)
        c.line([(foot, y), tip], 1.2, STEM)
        for lean in (-62, 62, 0):
            at = along(foot, y, angle, 12 if lean else 17)
            leaf(c, *at, angle + lean, 12, 8.5, DARK_LEAF, veins=True)
    for y, sign in ((92, 1), (83, 1), (72, -1), (66, 1)):
        c.polygon([(foot + sign, y - 1.6), (foot + sign * 4.2, y - 2.6), (foot + sign, y + 1.4)], edge(STEM, 0.35))


def straps(c: Canvas, foot: float) -> None:
    """Long smooth leaves from the ground, as bulbs have them."""
    for dx, top, wide, tone in ((-19, 52, 8, LEAF), (17, 46, 8, LEAF), (-30, 68, 7, DARK_LEAF), (29, 66, 7, DARK_LEAF)):
        blade(c, (foot + dx * 0.16, 98), (foot + dx * 0.35, 76), (foot + dx, top), wide, tone, 0.5, 0.5,
              stripe=shade(tone, 0.14))  # fmt: skip


def swords(c: Canvas, foot: float) -> None:
    """Stiff upright leaves in a fan."""
    for dx, top in ((-26, 58), (26, 56), (-15, 48), (15, 46)):
        blade(c, (foot + dx * 0.25, 98), (foot + dx * 0.5, 78), (foot + dx, top), 6.5, (88, 150, 110), 0.35, 0.7,
              stripe=(120, 176, 134))  # fmt: skip


def feathery(c: Canvas, foot: float) -> None:
    """Finely divided leaves."""
    for y, angle, length in ((94, -160, 28), (93, -22, 28), (84, -142, 24), (80, -38, 24)):
        end = along(foot, y, angle, length)
        c.line([(foot, y), end], 1.2, LEAF)
        for i in range(1, 6):
            at = along(foot, y, angle, length * i / 6)
            for side in (-1, 1):
                petal_end = along(*at, angle + side * 48, 7.6 - i * 0.7)
                blade(c, at, at, petal_end, 3, LEAF, 0.5, line=0.4)
        blade(c, end, end, along(*end, angle, 5), 3, LEAF, line=0.4)


def grassy(c: Canvas, foot: float) -> None:
    """Narrow grey-green leaves."""
    for dx, top in ((-30, 74), (-20, 66), (-10, 60), (8, 60), (20, 64), (31, 74)):
        blade(c, (foot + dx * 0.3, 98), (foot + dx * 0.5, 82), (foot + dx, top), 3.4, (120, 166, 122), 0.4, 0.5)


def rosette(c: Canvas, foot: float) -> None:
    """Spoon-shaped leaves flat on the ground."""
    for angle in (-172, -8, -154, -26, -128, -52):
        leaf(c, foot, 96, angle, 24, 9, LEAF, widest=0.65)


def hearts(c: Canvas, foot: float) -> None:
    """Round heart-shaped leaves close to the ground."""
    for dx, dy, size in ((-30, 86, 11), (30, 86, 11), (-14, 91, 11), (16, 91, 11), (0, 86, 10)):
        heart_leaf(c, foot + dx, dy, size, DARK_LEAF if abs(dx) < 20 else LEAF)


def heart_leaf(c: Canvas, x: float, y: float, r: float, colour: RGB, turn: float = 90) -> None:
    """A heart-shaped leaf around (x, y), its tip towards `turn`."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for i in range(28):
        t = 2 * math.pi * i / 28
        across = 16 * math.sin(t) ** 3 / 16
        down = -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) / 15
        points.append((x + r * (down * cos - across * sin), y + r * (down * sin + across * cos)))
    outlined_blob(c, points, colour, 0.8)
    notch, tip = along(x, y, turn + 180, r * 0.3), along(x, y, turn, r * 0.95)
    c.line([notch, tip], r * 0.06, shade(colour, 0.3), round_ends=False)
    for lean in (-55, 55, -110, 110):
        c.line([along(x, y, turn, -r * 0.1), along(x, y, turn + lean, r * 0.6)], r * 0.045, shade(colour, 0.3))


def dandelion(c: Canvas, look: Look) -> None:
    """A yellow flower, a seed head with seeds in flight, jagged leaves."""
    head = (34, 40) if look.rng.random() < 0.5 else (32, 44)
    stem(c, (47, 97), head, 2.4, (150, 178, 96))
    stem(c, (53, 97), (70, 26), 2.4, (166, 170, 110))
    for angle in (-170, -10, -150, -30):
        _jagged(c, 50, 96, angle, 40)
    yellow = look.colour or (250, 200, 30)
    _rays(c, *head, 18, yellow)
    if look.colour:
        _rays(c, 70, 27, 22, yellow)
        return
    puff(c, 70, 24, 21, yellow)
    for x, y in ((90, 50), (95, 12), (96, 32)):
        c.line([(x, y), (x - 2, y + 6)], 1.2, (150, 120, 84))
        c.ellipse(x, y - 1, 3.2, 2.4, (252, 252, 250))


def _rays(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """The flower of a dandelion."""
    for ring in range(3):
        for i in range(22):
            tip = along(x, y, 360 * (i + ring / 2) / 22, r * (1 - ring * 0.26))
            blade(c, (x, y), (x, y), tip, r * 0.2, shade(colour, 0.1 * ring), 0.8, 0.3, line=0.45)
    c.ellipse(x, y, r * 0.22, r * 0.22, shade(colour, -0.14))


def _jagged(c: Canvas, x: float, y: float, angle: float, length: float) -> None:
    left, right = [], []
    for i in range(9):
        half = (4.6 if i % 2 else 1.6) * (0.5 + i / 9) if i < 8 else 0.2
        at = along(x, y, angle, length * i / 8 - (3 if i % 2 else 0))
        left.append(along(*at, angle - 90, half))
        right.append(along(*at, angle + 90, half))
    outlined_blob(c, left + right[::-1], LEAF, 0.8)
    c.line([(x, y), along(x, y, angle, length * 0.9)], 0.8, shade(LEAF, 0.35))
