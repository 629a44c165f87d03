"""Pancakes, waffles, pie and macarons. Canvas 100 x 100."""

import math

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import along, edge
from synthgen.renderer.sketch.subjects.sweets import CREAM, CRUST
from synthgen.renderer.sketch.subjects.tableware import plate

AMBER: RGB = (164, 84, 28)
BATTER: RGB = (232, 172, 88)


def butter(c: Canvas, x: float, y: float) -> None:
    """A pat of butter, its middle at (x, y)."""
    c.polygon([(x - 11, y - 2), (x, y - 6.5), (x + 11, y - 2), (x, y + 2.5)], (255, 240, 150))
    c.polygon([(x - 11, y - 2), (x, y + 2.5), (x, y + 7.5), (x - 11, y + 3)], (248, 216, 96))
    c.polygon([(x, y + 2.5), (x + 11, y - 2), (x + 11, y + 3), (x, y + 7.5)], (236, 196, 74))


def pancakes(c: Canvas, look: Look) -> None:
    """A pile on a plate, with butter and syrup."""
    plate(c, 50, 84, 49)
    for i in range(5):
        x, y = 50 + (i % 2) * 2 - 1, 78 - i * 9
        c.ellipse(x, y + 3, 38, 11.6, edge((206, 134, 60), 0.25))
        c.box(x - 37.4, y - 5, x + 37.4, y + 3, (250, 222, 160), radius=4)
        c.ellipse(x, y + 2, 37.4, 10.6, (250, 222, 160))
        c.ellipse(x, y - 5, 37.4, 10.6, edge(BATTER, 0.2))
        c.ellipse(x, y - 5.6, 36.6, 10, BATTER)
    c.ellipse(50, 37.4, 27, 6.8, AMBER)
    for dx, drop in ((-24, 24), (-13, 15), (2, 27), (15, 17), (25, 30)):
        root = 41 - abs(dx) * 0.1
        c.line([(50 + dx, root - 2), (50 + dx, root + drop)], 5, AMBER)
        c.line([(48.8 + dx, root + 2), (48.8 + dx, root + drop - 1)], 1, shade(AMBER, 0.4))
    butter(c, 51, 32)


def apple_pie(c: Canvas, look: Look) -> None:
    """A lattice crust over red-gold filling, in a dish."""
    dish: RGB = look.rng.choice([(96, 150, 170), (206, 84, 76), (236, 230, 220)])
    c.polygon([(5, 54), (95, 54), (84, 84), (16, 84)], dish)
    c.polygon([(70, 54), (95, 54), (84, 84), (64, 84)], shade(dish, -0.16))
    c.ellipse(50, 84, 34, 4, shade(dish, -0.16))
    c.ellipse(50, 50, 47, 24, edge(CRUST))
    c.ellipse(50, 49, 46, 23, CRUST)
    c.ellipse(50, 48, 38, 17.6, (206, 112, 40))
    for i in range(12):
        px, py = along(0, 0, i * 137.5, 34 * math.sqrt(i / 12))
        c.ellipse(50 + px, 48 + py * 0.45, 4.4, 2.2, (242, 188, 96), turn=i * 50)
    for k in (-24, -8, 8, 24):
        half = 18 * math.sqrt(1 - (k / 40) ** 2)
        for dx, sign in ((0, 1), (0, -1)):
            start, end = (50 + k + dx - sign * 12, 48 - half), (50 + k + dx + sign * 12, 48 + half)
            c.line([start, end], 5.6, edge(CRUST))
            c.line([start, end], 4.4, (240, 194, 120))
    for i in range(26):
        px, py = along(0, 0, i * 360 / 26, 1)
        c.ellipse(50 + px * 43, 49 + py * 20.6, 4.4, 3.4, edge(CRUST))
        c.ellipse(50 + px * 43, 48.4 + py * 20.6, 3.8, 2.8, (240, 194, 120))


def macarons(c: Canvas, look: Look) -> None:
    """Four filled shells, stacked."""
    shells: tuple[tuple[float, float, RGB], ...] = (
        (28, 80, (246, 160, 186)),
        (72, 80, (168, 214, 150)),
        (50, 53, (250, 222, 130)),
        (50, 26, (196, 164, 222)),
    )
    for x, y, natural in shells:
        tone = look.colour or natural
        foot = shade(tone, -0.14) if sum(tone) > 190 else shade(tone, 0.2)
        for sign in (1, -1):
            dome = oval(x, y + sign * 4, 22, 10, 0, 180) if sign > 0 else oval(x, y - 4, 22, 11, 180, 360)
            c.polygon([(x + (px - x) * 1.03, y + (py - y) * 1.06) for px, py in dome], edge(tone))
            c.polygon(dome, tone)
            for i in range(12):
                c.ellipse(x - 20 + i * 3.64, y + sign * 4.4, 2.2, 1.8, foot)
        c.box(x - 20, y - 3, x + 20, y + 3, CREAM, radius=2.4)
        c.ellipse(x - 9, y - 11, 6, 1.7, shade(tone, 0.5), turn=-12)
