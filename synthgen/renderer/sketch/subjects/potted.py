"""Flowering plants that live in a pot. Canvas 100 x 100, the pot at the bottom."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.blooms import Open, ball_of_florets, moth_orchid, poinsettia
from synthgen.renderer.sketch.subjects.blooms_side import trumpet
from synthgen.renderer.sketch.subjects.botany import (
    DARK_LEAF,
    LEAF,
    STEM,
    WHITE,
    YOLK,
    along,
    blade,
    edge,
    leaf,
    outlined_blob,
    petal,
    pot,
    pot_colour,
    stem,
)
from synthgen.renderer.sketch.subjects.flowers import heart_leaf


def orchid(c: Canvas, look: Look) -> None:
    """A moth orchid: an arching spray over a few broad leaves."""
    colour = look.colour or look.rng.choice([(218, 80, 168), (206, 70, 160), (228, 100, 182)])
    for end, wide in (((16, 76), 12), ((84, 74), 12), ((28, 64), 11)):
        blade(c, (50, 82), ((50 + end[0]) / 2, 64), end, wide, DARK_LEAF, 0.55, 0.4, stripe=shade(DARK_LEAF, 0.12))
    c.curve((50, 82), (36, 8), (84, 26), 2, STEM)
    pot(c, 50, 80, 99, 28, pot_colour(look.rng))
    for bud, r in (((91, 38), 4), ((96, 47), 3)):
        c.line([(84, 26), bud], 1.2, STEM)
        c.ellipse(*bud, r * 0.8, r, shade(colour, 0.1))
    for x, y, reach in ((80, 31, 13), (38, 44, 13.5), (62, 21, 15), (42, 22, 15)):
        moth_orchid(c, x, y, reach, colour)


def peace_lily(c: Canvas, look: Look) -> None:
    """White hoods with a cream spike among long dark leaves."""
    for angle, length in ((-162, 40), (-18, 40), (-145, 44), (-35, 44), (-122, 44), (-60, 44), (-92, 40)):
        leaf(c, 50, 80, angle, length, 14, DARK_LEAF, bend=0.1 if angle < -90 else -0.1)
    for head, turn in (((29, 32), -104), ((72, 34), -74), ((51, 20), -88)):
        stem(c, (50, 80), (head[0], head[1] + 6), 1.8)
        petal(c, head[0], head[1] + 9, turn, 27, 18, look.colour or WHITE, 0.42, 0.1, pointed=True, line=0.9)
        spike = along(head[0], head[1] + 7, turn + 8, 13)
        c.line([(head[0], head[1] + 6), spike], 4, edge(YOLK))
        c.line([(head[0], head[1] + 6), spike], 2.8, (244, 222, 140))
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))


def anthurium(c: Canvas, look: Look) -> None:
    """Glossy hearts with a yellow spike."""
    colour = look.colour or (212, 36, 52)
    for x, y, turn in ((24, 68, 130), (76, 68, 50)):
        c.line([(50, 80), (x, y)], 1.6, STEM)
        heart_leaf(c, x, y, 12, DARK_LEAF, turn)
    for x, y, r, turn in ((25, 45, 19, 110), (75, 47, 19, 70), (50, 31, 21, 92)):
        c.line([(50, 78), (x, y)], 1.8, STEM)
        heart_leaf(c, x, y, r, colour, turn)
        c.ellipse(x - r * 0.35, y - r * 0.25, r * 0.26, r * 0.13, shade(colour, 0.5), turn=-40)
        tip = along(x, y - r * 0.3, -70, r * 0.95)
        c.line([(x, y - r * 0.2), tip], r * 0.26, edge(YOLK))
        c.line([(x, y - r * 0.2), tip], r * 0.18, YOLK)
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))


def cyclamen(c: Canvas, look: Look) -> None:
    """Swept-back petals high above marbled heart leaves."""
    colour = look.colour or (226, 62, 132)
    heads = ((50, 22), (32, 29), (69, 29), (18, 43), (82, 43), (41, 44), (61, 44))
    for x, y in heads:
        stem(c, (50, 80), (x, y), 1.5, (150, 84, 90), (50 - x) * 0.2)
    for x, y, turn in ((20, 70, 160), (80, 70, 20), (34, 75, 130), (66, 75, 50), (50, 76, 90)):
        heart_leaf(c, x, y, 11, DARK_LEAF, turn)
        for lean in (-70, -35, 0, 35, 70):
            c.ellipse(*along(x, y, turn + lean, 6.4), 1.8, 1, (168, 204, 170), turn=turn + lean)
    pot(c, 50, 79, 99, 36, pot_colour(look.rng))
    for x, y in heads[::-1]:
        for angle in (-140, -40, -115, -65, -90):
            petal(c, x, y + 1, angle, 19 if angle != -90 else 16, 8.6, colour, 0.6, 0.4)
            c.line([(x, y), along(x, y, angle, 7)], 0.8, edge(colour, 0.3))
        c.ellipse(x, y + 1.8, 4, 2.6, edge(colour, 0.4))
        c.ellipse(x, y + 2.8, 2, 1.2, shade(colour, 0.6))


def african_violet(c: Canvas, look: Look) -> None:
    """A low bunch of flowers on a wreath of round fuzzy leaves."""
    colour = look.colour or (122, 66, 190)
    for angle in (176, 4, 160, 20, -168, -12, 142, 38, 90):
        x, y = along(50, 60, angle, 31 if angle != 90 else 16)
        c.ellipse(x, y, 14.6, 11.6, edge(LEAF), turn=angle)
        c.ellipse(x, y, 13.8, 10.8, shade(LEAF, 0.08), turn=angle)
        c.line([along(x, y, angle, -11), along(x, y, angle, 11)], 0.9, shade(LEAF, 0.35))
        for lean in (-50, 50):
            c.line([along(x, y, angle, -3), along(*along(x, y, angle, -3), angle + lean, 9)], 0.6, shade(LEAF, 0.35))
    pot(c, 50, 76, 99, 38, pot_colour(look.rng))
    spots = (
        (50, 56),
        (29, 53),
        (71, 53),
        (38, 66),
        (62, 66),
        (19, 42),
        (81, 42),
        (40, 39),
        (60, 39),
        (50, 24),
        (31, 28),
        (69, 28),
    )
    for i, (x, y) in enumerate(spots):
        tone = shade(colour, 0.16 * (i % 3))
        for angle, wide in ((-126, 8.6), (-54, 8.6), (165, 9.6), (15, 9.6), (90, 11)):
            petal(c, x, y, angle, 11.5, wide, tone, 0.6, 0.3, line=0.8)
        c.ellipse(x, y, 2.4, 2, YOLK)


def begonia(c: Canvas, look: Look) -> None:
    """Ruffled double flowers among lopsided wing leaves with pale spots."""
    colour = look.colour or (240, 84, 74)
    for x, y, turn in ((22, 64, 165), (78, 64, 15), (31, 78, 140), (69, 78, 40), (20, 34, 205), (80, 34, -25)):
        _wing_leaf(c, x, y, turn)
    pot(c, 50, 77, 99, 36, pot_colour(look.rng))
    for x, y, r in ((50, 20, 17), (27, 35, 17), (73, 35, 17), (36, 62, 17), (65, 62, 17), (50, 43, 18)):
        _double(c, x, y, r, colour)


def _double(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    c.ellipse(x, y, r * 1.06, r * 1.0, edge(colour, 0.5))
    for ring in range(4):
        reach = r * (1 - 0.24 * ring)
        tone = shade(colour, 0.1 * ring)
        for i in range(6):
            px, py = along(x, y, 60 * i + 32 * ring, reach * 0.5)
            c.ellipse(px, py, reach * 0.55, reach * 0.46, edge(tone, 0.34), turn=60 * i)
            c.ellipse(px, py, reach * 0.55 - 0.6, reach * 0.46 - 0.6, tone, turn=60 * i)
    c.ellipse(x, y, r * 0.1, r * 0.1, shade(colour, 0.6))


def _wing_leaf(c: Canvas, x: float, y: float, turn: float) -> None:
    tone = (60, 128, 74)
    left = [along(x, y, turn + a, d) for a, d in ((0, 19), (40, 13), (80, 11), (130, 14), (180, 5))]
    right = [along(x, y, turn - a, d) for a, d in ((150, 8), (90, 8), (40, 12))]
    outlined_blob(c, left + right, tone, 0.9)
    c.line([along(x, y, turn, -4), along(x, y, turn, 17)], 0.8, (206, 90, 90))
    for a, d in ((50, 8), (100, 6), (-50, 7), (12, 12), (140, 8), (-100, 4)):
        c.ellipse(*along(x, y, turn + a, d), 1.1, 1.1, (226, 236, 220))


def geranium(c: Canvas, look: Look) -> None:
    """Round heads of flowers over scalloped leaves with a dark ring."""
    colour = look.colour or (222, 46, 60)
    heads = ((50, 21, 19), (20, 38, 17), (80, 38, 17), (50, 54, 15))
    for x, y, _ in heads:
        stem(c, (50, 80), (x, y), 1.8, STEM, (50 - x) * 0.15)
    for x, y, r in ((16, 66, 12), (84, 66, 12), (30, 72, 13), (70, 72, 13), (50, 75, 12)):
        _scalloped(c, x, y, r)
    pot(c, 50, 78, 99, 36, pot_colour(look.rng))
    for x, y, r in heads[::-1]:
        ball_of_florets(c, x, y, r, colour, 5, 0.26)


def _scalloped(c: Canvas, x: float, y: float, r: float) -> None:
    for share, tone in ((1, LEAF), (0.68, edge(LEAF, 0.36)), (0.5, LEAF)):
        rim = [along(x, y, i * 5, r * share * (0.92 + 0.09 * abs(math.sin(math.radians(i * 22.5))))) for i in range(72)]
        outlined_blob(c, rim, tone, 0.7)
    for i in range(8):
        c.line([(x, y), along(x, y, i * 45 + 22, r * 0.8)], 0.4, shade(LEAF, 0.3))


def petunia(c: Canvas, look: Look) -> None:
    """Star-marked trumpets that spill over the pot."""
    colour = look.colour or (198, 44, 150)
    for i in range(22):
        x, y = along(50, 52, i * 137.5, 37 * math.sqrt((22 - i) / 22))
        leaf(c, x, y * 0.8 + 8, i * 137.5, 13, 8, LEAF if i % 2 else DARK_LEAF)
    pot(c, 50, 68, 99, 44, pot_colour(look.rng))
    flower = Open(5, 1.2, eye=shade(colour, 0.75), eye_size=0.8, heart=edge(colour, 0.4), widest=0.7)
    for y, row in ((16, (50,)), (26, (28, 72)), (42, (50,)), (48, (16, 34, 66, 84)), (68, (22, 42, 60, 78))):
        for x in row:
            flower(c, x, y, 12, colour)


def poinsettia_pot(c: Canvas, look: Look) -> None:
    """Big red stars over green leaves."""
    for angle in (-172, -8, -150, -30, 165, 15):
        leaf(c, 50, 66, angle, 42, 17, DARK_LEAF, veins=True)
    pot(c, 50, 74, 99, 38, look.colour and (230, 222, 206) or (206, 160, 70))
    for x, y, r in ((24, 50, 21), (76, 50, 21), (50, 36, 27), (50, 64, 17)):
        poinsettia(c, x, y, r, look.colour or (208, 30, 44))


def amaryllis(c: Canvas, look: Look) -> None:
    """Huge trumpets on one thick bare stalk from a bulb in a pot."""
    colour = look.colour or (214, 36, 48)
    for end in ((22, 54), (78, 56), (30, 68)):
        blade(c, (50, 82), ((50 + end[0]) / 2, 58), end, 7, LEAF, 0.5, 0.6, stripe=shade(LEAF, 0.14))
    stem(c, (50, 80), (50, 26), 5, (120, 174, 90))
    c.ellipse(50, 79, 10, 8, (176, 128, 84))
    for dx in (-5, 0, 5):
        c.curve((50 + dx * 0.4, 72), (50 + dx, 76), (50 + dx, 84), 0.7, (134, 92, 58))
    pot(c, 50, 82, 99, 32, pot_colour(look.rng))
    trumpet(c, 50, 22, 20, colour, -90)
    trumpet(c, 27, 33, 21, colour, 160)
    trumpet(c, 73, 33, 21, colour, 20)


def calla(c: Canvas, look: Look) -> None:
    """Funnels rolled from one petal, with a yellow finger inside."""
    colour = look.colour or WHITE
    for angle, length in ((-150, 36), (-30, 36), (-120, 34), (-62, 32)):
        leaf(c, 50, 97, angle, length, 15, LEAF, widest=0.35, veins=True)
    for x, y, size, flip in ((22, 44, 0.85, -1), (79, 46, 0.85, 1), (50, 28, 1.05, 1)):
        stem(c, (50 + (x - 50) * 0.15, 98), (x, y + 20 * size), 3.2, STEM, (50 - x) * 0.2)
        _funnel(c, x, y, size, flip, colour)


def _funnel(c: Canvas, x: float, y: float, size: float, flip: int, colour: RGB) -> None:
    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size * flip, y + dy * size

    back = [
        *bezier(at(0, 24), at(-18, 4), at(-15, -6)),
        *bezier(at(-15, -6), at(-4, -26), at(19, -20)),
        *bezier(at(19, -20), at(14, 0), at(0, 24)),
    ]
    outlined_blob(c, back, colour, 0.9)
    throat = [*bezier(at(-12, -4), at(0, -20), at(15, -15)), *bezier(at(15, -15), at(6, 10), at(-12, -4))]
    c.polygon(throat, shade(colour, -0.13))
    c.line([at(1, 2), at(4, -13)], 4.2 * size, edge(YOLK))
    c.line([at(1, 2), at(4, -13)], 3.2 * size, YOLK)
    front = [
        *bezier(at(-14, -5), at(-2, 8), at(13, -10)),
        *bezier(at(13, -10), at(10, 8), at(0, 24)),
        *bezier(at(0, 24), at(-16, 6), at(-14, -5)),
    ]
    outlined_blob(c, front, shade(colour, -0.03), 0.7)
