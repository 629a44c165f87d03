"""Flat food that lies on a plate or a board: seen from a little above, so that it rests on the table."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import LEAF, WHITE, along, ball, edge, leaf, outlined_blob
from synthgen.renderer.sketch.subjects.pastry import AMBER, BATTER, butter
from synthgen.renderer.sketch.subjects.sweets import berry
from synthgen.renderer.sketch.subjects.tableware import plate

CRUST: RGB = (226, 160, 76)
CHEESE: RGB = (252, 212, 100)
TOMATO: RGB = (212, 62, 48)
WOOD: RGB = (182, 128, 78)


def fried_egg(c: Canvas, look: Look) -> None:
    """A white with a frayed edge and a domed yolk, on a plate. Canvas 100 x 52."""
    plate(c, 50, 32, 49, (134, 178, 200))
    rim: list[Point] = [(16, 30), (24, 20), (38, 21), (52, 15), (68, 19), (82, 24), (86, 33), (74, 39), (60, 45)]
    rim += [(44, 42), (30, 43), (20, 37)]
    shape = smooth(rim)
    c.polygon([(x, y + 2.4) for x, y in shape], (206, 152, 90))
    c.polygon(shape, WHITE)
    c.polygon([(50 + (x - 50) * 0.8, 29 + (y - 30) * 0.74) for x, y in shape], (255, 255, 255))
    c.ellipse(50, 29, 21, 10, (226, 216, 196))
    ball(c, 50, 24, 18, 14, (252, 176, 34), gleam=False)
    c.ellipse(43, 17, 5.4, 2.8, (255, 236, 170), turn=-24)
    for x, y in ((27, 30), (76, 29), (64, 38), (36, 38)):
        c.ellipse(x, y, 1, 0.6, (120, 104, 92))


def pizza(c: Canvas, look: Look) -> None:
    """A whole pie on a board, one slice pulled out. Canvas 100 x 64."""
    c.ellipse(50, 36, 49.5, 27, shade(WOOD, -0.3))
    c.ellipse(50, 33.6, 49.5, 26.6, WOOD)
    gap = (18.0, 62.0)
    pie = [(50.0, 31.0), *oval(50, 31, 44, 23, gap[1], 360 + gap[0], steps=48)]
    for drop, share, tone in (
        (3.6, 1.0, edge(CRUST, 0.3)),
        (0, 1.0, CRUST),
        (0, 0.87, (206, 66, 40)),
        (0, 0.83, CHEESE),
    ):
        c.polygon([(50 + (x - 50) * share, 31 + (y - 31) * share + drop) for x, y in pie], tone)
    _toppings(c, ((27, 22), (45, 16), (66, 19), (20, 34), (40, 30), (33, 42), (53, 45), (78, 31), (61, 29)))
    dx, dy = along(0, 0, 40, 6)
    tip = (50 + dx, 31 + dy * 0.6 + 3)
    wedge = [tip, *oval(tip[0], tip[1], 44, 23, gap[0] + 2, gap[1] - 2, steps=10)]
    for drop, share, tone in (
        (3.4, 1.0, edge(CRUST, 0.3)),
        (0, 1.0, CRUST),
        (0, 0.85, CHEESE),
    ):
        c.polygon([(tip[0] + (x - tip[0]) * share, tip[1] + (y - tip[1]) * share + drop) for x, y in wedge], tone)
    _toppings(c, ((74, 46), (83, 51)))


def _toppings(c: Canvas, spots: tuple[Point, ...]) -> None:
    """Slices of salami, and a leaf of basil beside every other one."""
    for i, (x, y) in enumerate(spots):
        if i % 2 == 0:
            leaf(c, x + 5, y + 3, 20 + 50 * i, 8, 4, LEAF)
        c.ellipse(x, y + 0.6, 6, 3.9, edge(TOMATO))
        c.ellipse(x, y, 5.4, 3.4, TOMATO)
        c.ellipse(x - 1.4, y - 0.9, 1.4, 0.7, (240, 130, 110))


def waffles(c: Canvas, look: Look) -> None:
    """A patterned round on a plate, with butter, syrup and berries. Canvas 100 x 62."""
    plate(c, 50, 44, 49)
    for drop, tone in ((4.4, edge(BATTER, 0.4)), (0, BATTER)):
        c.ellipse(50, 37 + drop, 41, 17, tone)
    for row in range(-3, 4):
        for k in range(-3, 4):
            x, y = 50 + k * 10.6, 37 + row * 4.7
            if math.hypot((x - 50) / 39, (y - 37) / 15.4) < 0.95:
                c.box(x - 4, y - 1.8, x + 4, y + 1.8, edge(BATTER, 0.42), radius=0.6)
                c.box(x - 4, y - 0.2, x + 4, y + 1.8, shade(BATTER, -0.2), radius=0.6)
    pool = [along(0, 0, i * 10, 20 + 4 * math.sin(math.radians(i * 50))) for i in range(36)]
    c.polygon([(50 + x, 35 + y * 0.4) for x, y in pool], AMBER)
    for x, drop in ((33, 14), (58, 18), (68, 12)):
        c.line([(x, 36), (x, 36 + drop)], 4.4, AMBER)
        c.line([(x - 1, 38), (x - 1, 34 + drop)], 0.9, shade(AMBER, 0.4))
    butter(c, 51, 28)
    berry(c, 22, 24, 9)
    for x, y in ((80, 27), (72, 22), (84, 51)):
        ball(c, x, y, 4.6, 4.6, (58, 62, 132))


def bacon(c: Canvas, look: Look) -> None:
    """Wavy streaked rashers, one over the other on a plate. Canvas 100 x 62."""
    plate(c, 50, 44, 49, (134, 178, 200))
    for x, y in ((15, 15), (9, 29), (14, 43)):
        _rasher(c, x, y)


def _rasher(c: Canvas, x: float, y: float) -> None:
    """From its left end at (x, y) to the right, in long waves."""

    def wave(shift: float) -> list[Point]:
        return [(x + i * 1.9, y + shift + 4.2 * math.sin(i * 0.52) - i * 0.06) for i in range(40)]

    for low, high, tone in (
        (-7.6, 9, (112, 36, 32)),
        (-6.6, 7.4, (186, 62, 50)),
        (-3.6, -0.8, (252, 216, 190)),
        (2, 5.6, (250, 206, 178)),
        (-6.6, -5.4, (232, 120, 96)),
    ):
        c.polygon([*wave(low), *wave(high)[::-1]], tone)


def kebab(c: Canvas, look: Look) -> None:
    """Skewers of meat, pepper, onion and tomato across a plate. Canvas 100 x 62."""
    plate(c, 50, 42, 49)
    leaf(c, 18, 46, -150, 12, 7, (96, 170, 78))
    leaf(c, 20, 46, -110, 12, 7, (112, 184, 86))
    meat: RGB = (140, 80, 46)
    tones: tuple[RGB, ...] = (meat, (86, 162, 66), meat, (222, 60, 48), meat, (222, 140, 190), meat, (246, 190, 60))
    for shift, high in ((4, 31), (-4, 47)):
        a, b = (5 + shift, high + 3), (97 + shift, high - 9)
        c.line([a, b], 2.4, edge((206, 164, 104)))
        c.line([a, b], 1.7, (214, 174, 114))
        for i, tone in enumerate(tones):
            x, y = 17 + shift + i * 9.6, high + 1.6 - i * 1.25
            wide, tall = (5.2, 8.4) if tone == meat else (4, 7.6)
            c.ellipse(x, y + 0.6, wide + 0.8, tall + 0.8, edge(tone, 0.35), turn=-8)
            c.ellipse(x, y, wide, tall, tone, turn=-8)
            c.line([(x - 1.6, y - 4.4), (x - 0.8, y + 2)], 1.1, shade(tone, 0.35 if tone != meat else -0.4))


def boiled_egg(c: Canvas, look: Look) -> None:
    """In a cup, its top cut off, a yolk in the white; the cap lies beside it. Canvas 100 x 100."""
    shell: RGB = (238, 202, 164)
    cup: RGB = (112, 164, 196)
    c.ellipse(44, 92, 24, 5.6, edge(cup))
    c.ellipse(44, 91, 23, 4.8, cup)
    c.polygon([(38, 74), (50, 74), (54, 92), (34, 92)], shade(cup, -0.1))
    egg = smooth([(19, 38), (16, 52), (22, 66), (44, 74), (66, 66), (72, 52), (69, 38)])
    c.polygon(egg, edge(shell, 0.2))
    c.polygon([(44 + (x - 44) * 0.95 - 0.6, y) for x, y in egg], shell)
    teeth = [along(44, 36, 180 - i * 15, 1) for i in range(13)]
    ragged = [(44 + (x - 44) * 26, 38 + (y - 36) * 9 + (2.6 if i % 2 else -1)) for i, (x, y) in enumerate(teeth)]
    c.ellipse(44, 36, 26, 11, edge(shell, 0.3))
    c.ellipse(44, 36, 24.6, 10, (255, 254, 250))
    c.polygon([*ragged, *[(x, y + 3) for x, y in ragged[::-1]]], shade(shell, 0.25))
    c.ellipse(44, 35, 15.4, 6.6, edge((250, 186, 44)))
    c.ellipse(44, 35.4, 14.4, 5.6, (253, 184, 40))
    c.ellipse(39, 34, 4, 1.4, (255, 228, 150))
    bowl = [(14, 58), *bezier((14, 58), (18, 80), (44, 80)), *bezier((44, 80), (70, 80), (74, 58)), (74, 58)]
    c.polygon([*bowl, *bezier((74, 58), (44, 68), (14, 58))], cup)
    c.polygon([*bezier((60, 63), (58, 76), (44, 80)), *bezier((44, 80), (70, 80), (74, 58))], shade(cup, -0.16))
    c.line(bezier((14, 58), (44, 68), (74, 58)), 2.4, shade(cup, 0.45))
    cap = [*oval(83, 92, 15, 18, 180, 360), *oval(83, 92, 15, 4, 0, 180)]
    outlined_blob(c, cap, shell, 0.9)
    c.ellipse(78, 82, 3.4, 4.6, shade(shell, 0.5), turn=24)


def baguette(c: Canvas, look: Look) -> None:
    """A long loaf with slanting cuts. Canvas 130 x 42."""
    crust: RGB = (206, 138, 68)
    crumb: RGB = (250, 224, 172)
    path = bezier((3, 33), (62, 17), (127, 21), 20)
    for grow, drop, tone in ((1.2, 0, edge(crust, 0.3)), (0, 0, shade(crust, -0.12)), (-3.4, -2.6, shade(crust, 0.1))):
        half = [(12.5 + grow) * min(1.0, (0.06 + math.sin(math.pi * i / 20)) ** 0.55) for i in range(21)]
        upper = [(x, y - h + drop) for (x, y), h in zip(path, half, strict=True)]
        c.polygon([*upper, *[(x, y + h + drop) for (x, y), h in zip(path, half, strict=True)][::-1]], tone)
    for i in (4, 7, 10, 13, 16):
        x, y = path[i]
        c.line([(x - 7, y + 4), (x + 6, y - 8)], 5.4, edge(crust, 0.25))
        c.line([(x - 6.6, y + 3.4), (x + 6, y - 7.6)], 3.8, crumb)
