"""Fruit from warm countries, whole and cut open. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, ball, edge, leaf, outlined_blob

WOOD: RGB = (118, 84, 56)
SNOW: RGB = (250, 247, 240)


def passion_fruit(c: Canvas, look: Look) -> None:
    """A dark purple ball, and a half full of seeds in yellow jelly."""
    ball(c, 36, 42, 32, 32, (92, 44, 92))
    c.line([(36, 12), (34, 4)], 3, WOOD)
    c.ellipse(68, 68, 30, 29, edge((92, 44, 92)))
    c.ellipse(68, 68, 28.4, 27.4, (112, 58, 108))
    c.ellipse(68, 68, 25.6, 24.6, (248, 226, 220))
    c.ellipse(68, 68, 21.4, 20.6, (246, 176, 34))
    for i in range(17):
        x, y = along(68, 68, i * 137.5, 17 * math.sqrt((i + 0.5) / 17))
        c.ellipse(x, y, 3.6, 2.8, (252, 206, 80), turn=i * 40)
        c.ellipse(x, y, 2.2, 1.5, (48, 40, 40), turn=i * 40)


def mangosteen(c: Canvas, look: Look) -> None:
    """A purple fruit with a green cap, and one opened on white segments."""
    ball(c, 36, 40, 31, 30, (104, 42, 76))
    for angle in (-165, -120, -60, -15):
        c.ellipse(*along(36, 14, angle, 9), 8, 5, edge((122, 160, 76)), turn=angle)
        c.ellipse(*along(36, 14, angle, 9), 7.2, 4.2, (136, 174, 84), turn=angle)
    c.line([(36, 13), (36, 5)], 4, WOOD)
    c.ellipse(66, 72, 30, 25, edge((104, 42, 76)))
    c.ellipse(66, 72, 28.6, 23.6, (146, 52, 82))
    c.ellipse(66, 70, 23, 18, (196, 104, 124))
    for i in range(6):
        x, y = along(66, 70, i * 60 + 10, 9)
        c.ellipse(x, 70 + (y - 70) * 0.8, 8, 6.4, (222, 212, 204), turn=i * 60)
        c.ellipse(x, 70 + (y - 70) * 0.8, 7.2, 5.6, SNOW, turn=i * 60)


def _hairy(c: Canvas, x: float, y: float, r: float, tone: RGB, tip: RGB) -> None:
    for i in range(44):
        px, py = along(0, 0, i * 137.5, math.sqrt((i + 0.5) / 44))
        root = (x + px * r * 0.9, y + py * r * 0.9)
        end = (x + px * r * 1.28, y + py * r * 1.28 - 2)
        if i > 14:
            c.line([root, end], 1.8, edge(tone))
            c.line([((root[0] + end[0]) / 2, (root[1] + end[1]) / 2), end], 1.4, tip)
    ball(c, x, y, r, r, tone)
    for i in range(26):
        px, py = along(0, 0, i * 137.5 + 20, math.sqrt((i + 0.5) / 26))
        at = (x + px * r * 0.8, y + py * r * 0.8)
        c.line([at, (at[0] + px * 5 + 1, at[1] + py * 5 - 2)], 1.2, tip)


def rambutan(c: Canvas, look: Look) -> None:
    """A red fruit with soft hair, and one half peeled."""
    _hairy(c, 34, 40, 25, (210, 46, 52), (236, 200, 90))
    _hairy(c, 68, 72, 21, (210, 46, 52), (236, 200, 90))
    c.ellipse(68, 64, 19, 16, edge(SNOW, 0.3))
    ball(c, 68, 63, 18, 16, (240, 236, 228))


def lychee(c: Canvas, look: Look) -> None:
    """Rough pink fruits on a twig; one peeled, white inside."""
    c.line([(50, 4), (48, 18), (34, 30)], 2.6, WOOD)
    c.line([(48, 18), (64, 28)], 2.6, WOOD)
    leaf(c, 48, 14, 10, 38, 14, (74, 152, 74), veins=True)
    for x, y, r in ((32, 46, 21), (68, 44, 20)):
        ball(c, x, y, r, r, (222, 78, 92))
        for i in range(24):
            px, py = along(0, 0, i * 137.5, math.sqrt((i + 0.5) / 24))
            c.arc(x + px * r * 0.82, y + py * r * 0.82, 2, 0, 180, 1, (172, 44, 66))
    ball(c, 52, 76, 20, 20, (246, 240, 234))
    rim = [(31, 78), (38, 74), (44, 80), (50, 75), (56, 81), (62, 75), (68, 80), (73, 78), (68, 92), (52, 98), (36, 92)]
    outlined_blob(c, rim, (222, 78, 92), 0.9)


def star_fruit(c: Canvas, look: Look) -> None:
    """A ribbed yellow fruit and slices that are stars."""
    tone: RGB = (240, 206, 62)
    body = smooth([(10, 44), (22, 20), (48, 8), (72, 12), (80, 28), (62, 48), (36, 60), (18, 60)])
    c.polygon([(46 + (x - 46) * 1.04, 34 + (y - 34) * 1.05) for x, y in body], edge(tone))
    c.polygon(body, tone)
    for lift in (-9, 4, 15):
        c.curve((14, 48 + lift * 0.4), (40, 34 + lift), (76, 20 + lift * 0.5), 2.4, shade(tone, -0.18))
        c.curve((16, 46 + lift * 0.4), (40, 30 + lift), (74, 17 + lift * 0.5), 1.4, shade(tone, 0.45))
    for x, y, r in ((70, 66, 27), (30, 78, 20)):
        for grow, colour in ((1.07, edge(tone)), (1.0, tone), (0.82, (252, 236, 140))):
            star = []
            for k in range(5):
                star += [along(x, y, -90 + 72 * k + d, r * grow * far) for d, far in ((-9, 0.96), (9, 0.96), (36, 0.5))]
            c.polygon(star, colour)
        for k in range(5):
            c.line([(x, y), along(x, y, -90 + 72 * k, r * 0.5)], 1, shade(tone, -0.1))
            c.ellipse(*along(x, y, -90 + 72 * k, r * 0.24), 2.2, 1.3, (150, 104, 50), turn=-90 + 72 * k)


def jackfruit(c: Canvas, look: Look) -> None:
    """A huge green fruit with knobs, cut open on yellow bulbs."""
    skin: RGB = (156, 166, 70)
    c.line([(46, 14), (46, 2)], 5, WOOD)
    ball(c, 46, 52, 38, 44, skin, gleam=False)
    for i in range(90):
        px, py = along(0, 0, i * 137.5, math.sqrt((i + 0.5) / 90))
        x, y = 46 + px * 36, 52 + py * 42
        c.polygon([(x - 2.6, y + 1.8), (x, y - 2.8), (x + 2.6, y + 1.8)], shade(skin, -0.28))
        c.ellipse(x, y + 0.4, 1.5, 1, shade(skin, 0.25))
    c.ellipse(68, 72, 29, 25, edge(skin))
    c.ellipse(68, 72, 27.6, 23.6, shade(skin, 0.1))
    c.ellipse(68, 72, 24.4, 20.4, (250, 236, 170))
    for i in range(8):
        x, y = along(68, 72, i * 45, 15)
        c.ellipse(x, 72 + (y - 72) * 0.8, 7, 4.8, edge((250, 190, 40)), turn=i * 45)
        c.ellipse(x, 72 + (y - 72) * 0.8, 6.2, 4, (252, 204, 62), turn=i * 45)
    c.ellipse(68, 72, 6, 4.8, (244, 226, 150))
