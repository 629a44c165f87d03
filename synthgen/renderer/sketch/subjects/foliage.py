"""House plants with leaves to be told apart by. Canvas 100 x 100, the pot at the bottom."""

import math
import random

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import (
    BARK,
    DARK_LEAF,
    LEAF,
    LIGHT_LEAF,
    STEM,
    along,
    blade,
    edge,
    leaf,
    outlined_blob,
    pot,
    pot_colour,
    ribbon,
)
from synthgen.renderer.sketch.subjects.flowers import heart_leaf


def aloe(c: Canvas, look: Look) -> None:
    """Thick tapering leaves with pale spots and teeth along both edges."""
    tone = (104, 168, 120)
    ends = ((8, 46), (92, 46), (22, 24), (78, 24), (4, 66), (96, 66), (38, 10), (64, 8), (50, 26))
    for i, (x, y) in enumerate(ends):
        root, pull = (50 + (x - 50) * 0.16, 82), (50 + (x - 50) * 0.42, 66)
        shape = ribbon(root, pull, (x, y), 14, 0.2, 0.85)
        for px, py in shape[3:12:2] + shape[18:27:2]:
            c.ellipse(px, py, 1.1, 1.1, (226, 236, 196))
        blade(c, root, pull, (x, y), 13, shade(tone, 0.1 * (i % 3) - 0.08), 0.2, 0.85)
        path = bezier(root, pull, (x, y))
        for k in range(4, 13, 2):
            c.ellipse(path[k][0] + (1.6 if k % 4 else -1.6), path[k][1], 1.3, 0.8, (206, 228, 196), turn=30)
    pot(c, 50, 78, 99, 38, pot_colour(look.rng))


def snake_plant(c: Canvas, look: Look) -> None:
    """Tall upright swords, banded dark green, edged with yellow."""
    spots = ((26, 26), (74, 24), (38, 8), (63, 12), (16, 48), (85, 46), (50, 20), (33, 42), (68, 44))
    for x, y in spots:
        root, pull, tip = (50 + (x - 50) * 0.45, 82), (50 + (x - 50) * 0.8, 52), (x + look.rng.uniform(-2, 2), y)
        blade(c, root, pull, tip, 11, (232, 214, 96), 0.5, 0.75)
        c.polygon(ribbon(root, pull, tip, 7.4, 0.5, 0.75), (58, 126, 78))
        for i in range(2, 14, 2):
            px, py = bezier(root, pull, tip)[i]
            half = 3.2 * min(1.0, (16 - i) / 7)
            c.line([(px - half, py - 0.8), (px, py + 0.8), (px + half, py - 0.8)], 1.2, (140, 184, 120))
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))


def spider_plant(c: Canvas, look: Look) -> None:
    """Arching striped ribbons, and plantlets that hang from runners."""
    green, cream = (76, 158, 78), (238, 240, 206)
    pot(c, 50, 54, 99, 38, pot_colour(look.rng))
    for x, y, peak in ((14, 78, 18), (86, 82, 20)):
        c.curve((50, 50), (x, peak), (x, y), 1, (206, 200, 130))
        for angle in (20, 50, 90, 130, 160, -60, -120):
            end = along(x, y, angle, 13)
            blade(c, (x, y), along(x, y, angle - 20, 8), end, 2.8, green, 0.3, 0.6, stripe=cream)
    for x, y, px, py in (
        (4, 40, 24, 20), (96, 42, 76, 20), (10, 60, 20, 24), (90, 62, 80, 24), (14, 18, 34, 12), (86, 18, 66, 12),
        (26, 66, 28, 22), (74, 68, 70, 22), (30, 6, 42, 16), (70, 6, 58, 16), (50, 2, 50, 20),
        (42, 66, 38, 26), (60, 68, 62, 26),
    ):  # fmt: skip
        blade(c, (50, 52), (px, py), (x, y), 5.4, green, 0.3, 0.6, stripe=cream)


def boston_fern(c: Canvas, look: Look) -> None:
    """A fountain of long feathery fronds that droop over the pot."""
    pot(c, 50, 62, 99, 36, pot_colour(look.rng))
    for x, y, px, py in (
        (9, 84, 12, 28), (91, 84, 88, 28), (14, 92, 20, 36), (86, 92, 80, 36), (9, 56, 16, 16), (91, 56, 84, 16),
        (30, 88, 30, 36), (70, 88, 70, 36), (12, 28, 30, 8), (88, 28, 70, 8), (32, 8, 40, 10), (68, 8, 60, 10),
        (50, 84, 46, 30), (50, 4, 50, 30),
    ):  # fmt: skip
        frond(c, (50, 62), (px, py), (x, y), 8, shade(LEAF, look.rng.uniform(-0.1, 0.16)))


def frond(c: Canvas, start: Point, pull: Point, end: Point, reach: float, colour: RGB) -> None:
    """A feather of leaflets along a curve."""
    path = bezier(start, pull, end, 22)
    for i in range(3, 22):
        (x, y), (nx, ny) = path[i], path[i + 1]
        heading = math.degrees(math.atan2(ny - y, nx - x))
        length = reach * math.sin(math.pi * (0.12 + 0.84 * i / 22)) ** 0.8 + 0.8
        for side in (-1, 1):
            tip = along(x, y, heading + side * 68, length)
            c.line([(x, y), tip], 2.1, edge(colour, 0.22))
            c.line([(x, y), tip], 1.3, colour)
    c.line(path, 0.8, shade(colour, -0.25))


def fern(c: Canvas, look: Look) -> None:
    """Upright fronds from the forest floor, two of them still curled."""
    for x, y, px, py in ((6, 56, 24, 56), (94, 54, 76, 56), (22, 26, 36, 46), (78, 24, 64, 46), (50, 8, 50, 50)):
        frond(c, (50, 98), (px, py), (x, y), 13, shade(LEAF, look.rng.uniform(-0.05, 0.12)))
    for sign, height in ((-1, 64), (1, 70)):
        x = 50 + sign * 14
        c.curve((50 + sign * 3, 98), (x, 90), (x, height + 4), 2.4, LIGHT_LEAF)
        curl = [along(x - sign * 4, height, (0 if sign > 0 else 180) - sign * i * 30, 5 - i * 0.28) for i in range(16)]
        c.line(curl, 2.2, LIGHT_LEAF)


def jade_plant(c: Canvas, look: Look) -> None:
    """A stout little trunk with pairs of plump oval leaves, rimmed with red."""
    pot(c, 50, 76, 99, 40, pot_colour(look.rng))
    tips = ((19, 47), (33, 27), (53, 18), (72, 28), (82, 49), (40, 48), (63, 49))
    for x, y in tips:
        c.curve((50, 78), (50 + (x - 50) * 0.25, 56), (x, y), 3.6, (146, 112, 84))
    c.curve((50, 79), (49, 68), (50, 58), 8, (146, 112, 84))
    for x, y in tips[::-1]:
        for angle, far in (
            (165, 8),
            (15, 8),
            (215, 8),
            (-35, 8),
            (-120, 8.5),
            (-60, 8.5),
            (90, 6),
            (-90, 9.5),
            (90, 0),
        ):
            px, py = along(x, y, angle, far)
            turn = angle if far else 0
            c.ellipse(px, py, 6.6, 4.9, edge(DARK_LEAF), turn=turn)
            c.ellipse(px, py, 6, 4.3, (196, 90, 70), turn=turn)
            c.ellipse(px - 0.3, py + 0.2, 5.5, 3.8, (86, 160, 88), turn=turn)
            c.ellipse(px - 1.4, py - 1, 2, 0.9, (160, 208, 142), turn=turn)


def money_tree(c: Canvas, look: Look) -> None:
    """A braided trunk under hands of five to seven leaves."""
    pot(c, 50, 80, 99, 36, pot_colour(look.rng))
    _braid(c, 50, 82, 42)
    hands = ((21, 50, 175), (79, 50, 5), (27, 27, 215), (73, 27, -35), (50, 40, -90), (50, 20, -90))
    for i, (x, y, turn) in enumerate(hands):
        c.curve((50, 44), ((50 + x) / 2, y + 6), (x, y), 1.6, STEM)
        for lean in (-105, 105, -68, 68, -32, 32, 0):
            tone = shade((58, 144, 64), (0.16 if lean > 0 else 0.0) + 0.08 * (i % 2))
            leaf(c, x, y, turn + lean, 18 - abs(lean) * 0.05, 7.6, tone, widest=0.58)


def _braid(c: Canvas, x: float, bottom: float, top: float) -> None:
    count = 5
    step = (bottom - top) / count
    for i in range(count):
        y = bottom - i * step
        sign = 1 if i % 2 else -1
        for side, tone in ((sign, shade(BARK, -0.2)), (-sign, shade(BARK, 0.12))):
            strand = bezier((x - side * 4, y), (x - side * 4, y - step * 0.6), (x + side * 4, y - step), 8)
            c.line(strand, 5, edge(tone, 0.35))
            c.line(strand, 4, tone)


def ficus(c: Canvas, look: Look) -> None:
    """A weeping fig: a slim trunk and a dense crown of small drooping leaves."""
    pot(c, 50, 80, 99, 32, pot_colour(look.rng))
    c.curve((50, 82), (46, 66), (50, 46), 4, (176, 156, 130))
    for bough in (30, 70):
        c.curve((49, 62), (48, 52), (bough, 40), 2.4, (176, 156, 130))
    c.blob([(50, 6), (76, 16), (84, 40), (70, 58), (50, 60), (30, 58), (16, 40), (24, 16)], edge(DARK_LEAF, 0.15))
    for i in range(70, 0, -1):
        x, y = along(50, 33, i * 137.5, 35 * math.sqrt(i / 70))
        droop = 90 + (50 - x) * 0.8 + look.rng.uniform(-25, 25)
        tone = shade((64, 148, 70), 0.22 * ((i * 5) % 4) / 3)
        _simple(c, x, y * 0.86 + 2, droop, 11, 5, tone)


def _simple(c: Canvas, x: float, y: float, angle: float, length: float, width: float, colour: RGB) -> None:
    """A small leaf without ribs: where there are many, detail costs time and shows nothing."""
    tip, left, right = along(x, y, angle, length), along(x, y, angle + 52, width), along(x, y, angle - 52, width)
    c.polygon([(x, y), left, tip, right], edge(colour, 0.22))
    tip = along(x, y, angle, length * 0.93)
    left, right = along(x, y, angle + 48, width * 0.86), along(x, y, angle - 48, width * 0.86)
    c.polygon([(x, y), left, tip, right], colour)


def rubber_plant(c: Canvas, look: Look) -> None:
    """Large glossy dark ovals on an upright stem, the youngest leaf rolled in a red sheath."""
    pot(c, 50, 80, 99, 34, pot_colour(look.rng))
    c.line([(50, 82), (50, 16)], 3, (110, 82, 62))
    tone = (34, 88, 60)
    for i, (y, angle) in enumerate(
        ((72, -164), (70, -14), (60, -158), (56, -24), (46, -150), (40, -32), (32, -140), (28, -42))
    ):
        leaf(c, 50, y, angle, 38 - i * 1.6, 19 - i * 0.7, shade(tone, 0.07 * (i % 3)), widest=0.52)
        shine = along(50, y, angle, 20 - i)
        c.ellipse(shine[0], shine[1] - 3.4, 6, 1.1, shade(tone, 0.34), turn=angle)
    blade(c, (50, 20), (48, 10), (52, 2), 4.4, (190, 64, 60), 0.4, 0.5)


def fiddle_leaf(c: Canvas, look: Look) -> None:
    """Big leaves waisted like a violin, with pale veins, on a slim trunk."""
    pot(c, 50, 82, 99, 32, pot_colour(look.rng))
    c.line([(50, 84), (50, 36)], 3.4, (140, 106, 78))
    spots = ((70, -166), (68, -14), (53, -154), (51, -26), (38, -116), (37, -62))
    for i, (y, angle) in enumerate(spots):
        _fiddle(c, 50, y, angle, 38 - i * 0.6, shade((66, 140, 62), 0.13 * (i % 3)))


def _fiddle(c: Canvas, x: float, y: float, angle: float, size: float, colour: RGB) -> None:
    outline = []
    for side in (1, -1):
        half = ((0.06, 0.03), (0.14, 0.18), (0.34, 0.2), (0.5, 0.17), (0.75, 0.36), (0.93, 0.26), (1.02, 0))
        for far, wide in half if side == 1 else half[-2::-1]:
            outline.append(along(*along(x, y, angle, far * size), angle + 90, side * wide * size))
    outlined_blob(c, smooth(outline), colour, 0.9)
    pale = shade(colour, 0.42)
    c.line([(x, y), along(x, y, angle, size * 0.94)], 1, pale)
    for far in (0.25, 0.45, 0.65):
        for side in (-1, 1):
            at = along(x, y, angle, far * size)
            c.line([at, along(*at, angle + side * 50, size * (0.2 + far * 0.2))], 0.5, pale)


def monstera(c: Canvas, look: Look) -> None:
    """Huge heart leaves, split deep from the edge and holed along the rib."""
    leaves = ((32, 62, 168, 30), (68, 62, 12, 30), (32, 36, 222, 34), (68, 36, -42, 34), (50, 50, -90, 46))
    for x, y, _, _ in leaves:
        c.curve((50, 82), (50, 60), (x, y), 2, STEM)
    pot(c, 50, 80, 99, 34, pot_colour(look.rng))
    for i, (x, y, turn, length) in enumerate(leaves):
        _split_leaf(c, x, y, turn, length, shade((44, 132, 74), (0, 0.12, 0.06, 0.16, 0.24)[i]))


def _split_leaf(c: Canvas, x: float, y: float, turn: float, length: float, colour: RGB) -> None:
    """Its outline as (along the rib, across it); what is behind shows through the splits."""
    half = (
        (0.06, 0.0), (-0.1, 0.12), (-0.16, 0.36), (-0.04, 0.54), (0.06, 0.6), (0.18, 0.24), (0.24, 0.62), (0.36, 0.58),
        (0.36, 0.22), (0.48, 0.55), (0.6, 0.46), (0.54, 0.18), (0.68, 0.4), (0.79, 0.3), (0.72, 0.12), (0.88, 0.17),
        (1.02, 0.0),
    )  # fmt: skip
    outline = [along(*along(x, y, turn, far * length), turn + 90, wide * length) for far, wide in half]
    outline += [along(*along(x, y, turn, far * length), turn - 90, wide * length) for far, wide in half[-2:0:-1]]
    outlined_blob(c, outline, colour, 0.8)
    c.line([(x, y), along(x, y, turn, length * 0.95)], 1.2, shade(colour, 0.5))
    for far, wide in ((0.02, 0.16), (0.2, 0.13), (0.38, 0.11), (0.55, 0.08)):
        for side in (-1, 1):
            hole = along(*along(x, y, turn, far * length), turn + 90, side * wide * length)
            c.ellipse(*hole, length * 0.055, length * 0.03, (20, 66, 44), turn=turn + side * 50)


def philodendron(c: Canvas, look: Look) -> None:
    """Vines of heart-shaped leaves that trail over the pot."""
    _trailing(c, look.rng, False)


def ivy(c: Canvas, look: Look) -> None:
    """Vines of five-pointed leaves with pale veins that trail over the pot."""
    _trailing(c, look.rng, True)


def _trailing(c: Canvas, rng: random.Random, lobed: bool) -> None:
    pot(c, 50, 58, 99, 42, pot_colour(rng))
    vines = (((16, 30), (9, 86)), ((84, 30), (91, 80)), ((28, 44), (25, 92)), ((72, 44), (76, 88)))
    for k, (pull, end) in enumerate(vines):
        path = bezier((50, 56), pull, end, 8)
        c.line(path, 1.3, (150, 130, 80))
        for i in range(8, 2, -1):
            _vine_leaf(c, *path[i], 90 + (38 if (i + k) % 2 else -38), 7.6, (i + k) % 3, lobed)
    for i in range(11, -1, -1):
        x, y = along(0, 0, i * 137.5, math.sqrt(i / 11))
        _vine_leaf(c, 50 + x * 29, 40 + y * 24, 90 - x * 70 + rng.uniform(-15, 15), 9, i % 3, lobed)


def _vine_leaf(c: Canvas, x: float, y: float, turn: float, r: float, tint: int, lobed: bool) -> None:
    x, y = along(x, y, turn, 3)
    if lobed:
        ivy_leaf(c, x, y, r * 1.06, turn, shade((36, 110, 58), 0.14 * tint))
    else:
        heart_leaf(c, x, y, r, shade((62, 150, 64), 0.17 * tint), turn)


def ivy_leaf(c: Canvas, x: float, y: float, r: float, turn: float, colour: RGB) -> None:
    """Five points, the middle one longest, and pale veins."""
    rim = ((0, 1.25), (16, 0.86), (30, 0.66), (52, 1.02), (72, 0.78), (88, 0.64), (112, 0.86), (140, 0.62), (180, 0.3))
    points = [along(x, y, turn + a, r * d) for a, d in rim] + [along(x, y, turn - a, r * d) for a, d in rim[-2:0:-1]]
    outlined_blob(c, points, colour, 0.7)
    for a, d in ((0, 1), (52, 0.8), (-52, 0.8), (112, 0.62), (-112, 0.62)):
        c.line([(x, y), along(x, y, turn + a, r * d)], 0.5, (206, 226, 186))


def croton(c: Canvas, look: Look) -> None:
    """Leathery leaves splashed with red, orange and yellow."""
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))
    c.line([(50, 80), (50, 40)], 3, BARK)
    splashes: list[RGB] = [(206, 54, 44), (240, 136, 38), (250, 206, 60), (62, 134, 66), (150, 40, 70)]
    rows = (
        (70, (-176, -4, -160, -20), 36),
        (54, (-166, -14, -146, -34), 38),
        (38, (-150, -30, -126, -54), 36),
        (34, (-108, -72, -90), 32),
    )
    for y, angles, length in rows:
        for i, angle in enumerate(angles):
            base, vein = splashes[(i + int(y)) % 5], splashes[(i * 2 + int(y) + 2) % 5]
            tip = along(50, y, angle, length)
            blade(c, (50, y), along(50, y, angle - 6, length / 2), tip, 12, base, 0.55, 0.1, 0.8)
            c.line([(50, y), along(50, y, angle, length * 0.9)], 1.2, vein)
            for k in (0.3, 0.48, 0.66, 0.8):
                at = along(50, y, angle, length * k)
                for side in (-1, 1):
                    c.line([at, along(*at, angle + side * 45, 5.6 - k * 2)], 1, vein)
