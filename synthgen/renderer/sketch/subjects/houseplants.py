"""House plants that are told apart by the marks and the order of their leaves; the pot stands at the bottom."""

from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import STEM, along, blade, edge, pot, pot_colour, ribbon

CREAM: RGB = (240, 242, 204)
Spray = Sequence[tuple[float, float, float]]
"""Where leaves sit and which way they point."""


def dieffenbachia(c: Canvas, look: Look) -> None:
    """Broad pointed leaves, green at the edge and cream in the middle, on a stout cane."""
    pot(c, 50, 80, 99, 36, pot_colour(look.rng))
    c.line([(50, 82), (50, 44)], 5, (132, 172, 96))
    sway = look.rng.uniform(-4, 4)
    leaves: Spray = (
        (72, -176, 40), (71, -4, 40), (62, -158, 44), (60, -22, 44), (52, -138, 44), (50, -42, 44), (45, -112, 40),
        (44, -68, 40),
    )  # fmt: skip
    for i, (y, angle, length) in enumerate(leaves):
        _marbled(c, (50, y), angle + sway, length, shade((64, 142, 70), 0.1 * (i % 3)))


def _marbled(c: Canvas, root: Point, angle: float, length: float, colour: RGB) -> None:
    base = along(*root, angle, length * 0.18)
    tip = along(*root, angle, length)
    droop = 3 if abs(angle + 90) > 50 else 0
    pull = along(*root, angle, length * 0.55)
    pull = (pull[0], pull[1] - droop)
    c.line([root, base], 2, STEM)
    blade(c, base, pull, tip, length * 0.46, colour, 0.4, 0.2)
    c.polygon(ribbon(base, pull, along(*root, angle, length * 0.86), length * 0.26, 0.4, 0.2), CREAM)
    path = bezier(base, pull, tip)
    for k in (3, 6, 9):
        for side in (-1, 1):
            c.line([path[k], along(*path[k], angle + side * 52, length * (0.2 - k * 0.011))], 0.9, colour)
    c.line(path[:14], 0.9, shade(colour, 0.1))


def calathea(c: Canvas, look: Look) -> None:
    """Oval leaves with a feather of pale stripes; some show their purple backs."""
    pot(c, 50, 80, 99, 38, pot_colour(look.rng))
    leaves: Spray = (
        (26, 66, 186), (74, 66, -6), (20, 46, 206), (80, 46, -26), (33, 28, 236), (67, 28, -56), (50, 20, -90),
        (40, 54, 222), (60, 54, -42),
    )  # fmt: skip
    for x, y, _ in leaves:
        c.curve((50, 82), (50, 58), (x, y), 1.8, (150, 84, 110))
    for i, (x, y, turn) in enumerate(leaves):
        _feathered(c, x, y, turn + look.rng.uniform(-6, 6), 27, back=i in (0, 4))


def _feathered(c: Canvas, x: float, y: float, turn: float, length: float, back: bool) -> None:
    green, pale = (38, 104, 68), (176, 216, 150)
    root, tip = along(x, y, turn, -length * 0.5), along(x, y, turn, length * 0.5)
    blade(c, root, (x, y), tip, length * 0.6, (146, 72, 120) if back else green, 0.48, 0.3, 0.9)
    path = bezier(root, (x, y), tip)
    stripe = (176, 108, 150) if back else pale
    c.line(path[:15], 1, stripe)
    for k in range(2, 13, 2):
        reach = length * (0.25 - 0.0042 * (k - 7) ** 2)
        for side in (-1, 1):
            c.line([path[k], along(*path[k], turn + side * 50, reach)], 1.4, stripe)


def umbrella_plant(c: Canvas, look: Look) -> None:
    """Hands of seven glossy leaflets that hang like the ribs of an umbrella."""
    pot(c, 50, 82, 99, 34, pot_colour(look.rng))
    hubs: Sequence[tuple[float, float, float]] = ((24, 52, 17), (76, 52, 17), (50, 44, 17), (33, 24, 18), (67, 24, 18))
    for x, y, _ in hubs:
        c.curve((50, 84), (50, 60), (x, y), 2, STEM)
    for i, (x, y, length) in enumerate(hubs):
        turn = look.rng.uniform(-10, 10)
        for k in range(8):
            angle = turn + k * 45
            tip = along(x, y, angle, length)
            tone = shade((52, 138, 62), 0.1 * (i % 3) + 0.07 * (k % 2))
            start = along(x, y, angle, 3)
            pull = along(x, y, angle, length * 0.6)
            blade(c, start, (pull[0], pull[1] - 1.5), (tip[0], tip[1] + 2.5), 7.4, tone, 0.55, 0.1, 0.8)
            c.line([start, along(x, y, angle, length * 0.8)], 0.6, shade(tone, 0.4))
        c.ellipse(x, y, 1.8, 1.8, (188, 208, 120))


def zz_plant(c: Canvas, look: Look) -> None:
    """Upright wands with pairs of small glossy leaves, thick at the foot."""
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))
    sway = look.rng.uniform(-3, 3)
    for x, y, px in ((12, 42, 26), (88, 42, 74), (26, 16, 36), (74, 16, 64), (50, 6, 50)):
        path = bezier((50 + (x - 50) * 0.22, 80), (px, 50), (x + sway, y), 14)
        c.line(path[:5], 3.4, (84, 148, 74))
        c.line(path, 2, (84, 148, 74))
        for k in range(3, 14):
            heading = 90 if x == 50 else 90 + (x - 50) * -0.9
            for side in (-1, 1):
                turn = heading + 180 + side * (48 - k)
                tip = along(*path[k], turn, 11.5 - 0.25 * k)
                blade(c, path[k], path[k], tip, 6, shade((30, 112, 58), 0.12 * (k % 2)), 0.45, 0.1, 0.6)
        blade(c, path[13], path[13], along(*path[14], -90 + (x - 50) * 0.7, 6), 4, (80, 160, 84), 0.45, 0.1, 0.6)


def dracaena(c: Canvas, look: Look) -> None:
    """Bare canes of two heights, each with a fountain of long striped leaves."""
    pot(c, 50, 82, 99, 36, pot_colour(look.rng))
    for x, top, length in ((58, 52, 27), (42, 28, 30)):
        foot = 50 + (x - 50) * 0.5
        c.line([(foot, 84), (x, top)], 4.4, edge((168, 138, 104)))
        c.line([(foot, 84), (x, top)], 3.2, (168, 138, 104))
        for i in range(5):
            share = (i + 1) / 6
            at = (foot + (x - foot) * share, 84 + (top - 84) * share)
            c.line([(at[0] - 1.6, at[1]), (at[0] + 1.6, at[1] - 0.6)], 0.6, (126, 98, 72))
        for i, angle in enumerate((-178, -2, -196, 16, -160, -20, -140, -40, -120, -60, -100, -80)):
            turn = angle + look.rng.uniform(-4, 4)
            pull = along(x, top, turn, length * 0.6)
            tip = along(x, top, turn, length)
            drop = 9 if abs(turn + 90) > 40 else 2
            blade(c, (x, top), (pull[0], pull[1] - 5), (tip[0], tip[1] + drop), 4.8, (58, 132, 66), 0.4, 0.5,
                  stripe=(206, 222, 120) if i % 2 else (150, 192, 96))  # fmt: skip


def pothos(c: Canvas, look: Look) -> None:
    """Trailing vines of heart-shaped leaves, splashed with yellow."""
    _trailing(c, look, (88, 160, 70), (236, 224, 128), 11)


def spiderwort(c: Canvas, look: Look) -> None:
    """Trailing stems of pointed leaves, striped silver and purple."""
    _trailing(c, look, (112, 62, 132), (196, 206, 204), 6.4)


def _trailing(c: Canvas, look: Look, colour: RGB, mark: RGB, wide: float) -> None:
    pot(c, 50, 50, 92, 42, pot_colour(look.rng))
    vines = ((14, 30, 10, 96), (86, 30, 91, 92), (28, 42, 24, 88), (72, 42, 77, 97), (46, 44, 44, 84))
    for k, (px, py, x, y) in enumerate(vines):
        path = bezier((50, 48), (px, py), (x, y), 8)
        c.line(path, 1.3, STEM)
        for i in range(8, 2, -1):
            _striped(c, path[i], 90 + (42 if (i + k) % 2 else -42), 14, wide, shade(colour, 0.07 * (i % 3)), mark)
    c.ellipse(50, 44, 12, 8, shade(colour, -0.2))
    for i in range(12):
        angle = -190 + i * 18.2
        start = along(50, 44, angle, 4 + 10 * (i % 2))
        _striped(c, start, angle + look.rng.uniform(-12, 12), 18, wide * 1.2, shade(colour, 0.07 * (i % 3)), mark)


def _striped(c: Canvas, root: Point, angle: float, length: float, wide: float, colour: RGB, mark: RGB) -> None:
    tip = along(*root, angle, length)
    middle = along(*root, angle, length / 2)
    blade(c, root, middle, tip, wide, colour, 0.34, 0.3)
    for side in (-1, 1):
        start = along(*along(*root, angle, length * 0.2), angle + side * 90, wide * 0.2)
        end = along(*along(*root, angle, length * 0.7), angle + side * 90, wide * 0.1)
        c.line([start, end], wide * 0.2, mark)
    c.line([root, along(*root, angle, length * 0.9)], 0.6, shade(colour, 0.3))


def agave(c: Canvas, look: Look) -> None:
    """A rosette of stiff grey-green blades with dark tips."""
    tone = (112, 158, 142)
    for i, angle in enumerate((-176, -4, -160, -20, -144, -36, -128, -52, -112, -68, -90)):
        length = 46 if i > 1 else 42
        tip = along(50, 92, angle + look.rng.uniform(-2, 2), length)
        middle = along(50, 92, angle, length * 0.5)
        blade(c, (50, 94), middle, tip, 13, shade(tone, 0.09 * (i % 3) - 0.04), 0.45, 0.6, stripe=shade(tone, 0.28))
        near = along(*tip, angle, -5)
        blade(c, near, near, tip, 3, (92, 62, 52), 0.2, 0.9, 0.2)


def eucalyptus(c: Canvas, look: Look) -> None:
    """Slender twigs set with round silvery leaves, in pairs."""
    for x, y, px in ((20, 30, 34), (80, 28, 68), (50, 8, 46)):
        path = bezier((50, 98), (px, 60), (x + look.rng.uniform(-3, 3), y), 12)
        c.line(path, 1.8, (150, 108, 88))
        for k in range(2, 13, 2):
            r = 7.6 - 0.3 * k
            for side in (-1, 1):
                spot = along(*path[k], (-90 + (x - 50) * 0.6) + side * 62, r * 1.5)
                tone = shade((132, 176, 162), 0.12 * (k % 2))
                c.ellipse(*spot, r + 0.7, r + 0.7, edge(tone))
                c.ellipse(*spot, r, r, tone)
                c.line([path[k], spot], 0.6, shade(tone, 0.35))
