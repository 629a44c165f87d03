"""What is sewn on, buttoned, tied or worn over a garment. Units as in garments: hip (0, 0), neck -46, shoulders 15."""

from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Point, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, blend, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
RIM = 0.9


def buttons(pen: Pen, colour: RGB, ys: Sequence[float] = (-36, -26, -16, -6), x: float = 0) -> None:
    for y in ys:
        pen.ellipse(x, y, 1.5, 1.5, colour, rim=0.5)


def front_line(pen: Pen, colour: RGB, low: float = 5, width: float = 1.2) -> None:
    """The edge at which a shirt or jacket closes."""
    pen.line([(0, -41), (0, low)], width, rim_of(colour))


def zipper(pen: Pen, colour: RGB = (226, 228, 232), low: float = 4, x: float = 0) -> None:
    pen.line([(x, -41), (x, low)], 1.8, colour)
    pen.line([(x, -41), (x, low)], 0.6, shade(colour, -0.4))
    pen.box(x - 1.4, -38, x + 1.4, -33, colour, 0.8, rim=0.5)


def collar(pen: Pen, colour: RGB, deep: float = 8) -> None:
    for side in (-1, 1):
        pen.polygon([(0, -41), (side * 8.5, -48.5), (side * 10.5, -43.5), (side * 5.5, -41 + deep)], colour, rim=RIM)


def open_front(
    pen: Pen,
    colour: RGB,
    shirt: RGB = WHITE,
    deep: float = -14,
    lapel: RGB | None = None,
    wide: float = 8,
) -> None:
    """A jacket's front, open over a shirt, with lapels."""
    pen.polygon([(-wide, -47), (0, deep), (wide, -47), (0, -41)], shirt)
    collar(pen, shirt, 5)
    edge = lapel or shade(colour, -0.12)
    for side in (-1, 1):
        outer = [(side * wide, -48), (side * (wide + 5.5), -40), (side * (wide + 3.4), -33.5), (side * (wide + 5), -31)]
        pen.polygon([*outer, (0, deep)], edge, rim=RIM)
    pen.line([(0, deep), (0, 5)], 1, rim_of(colour))


def shawl(pen: Pen, colour: RGB, shirt: RGB, low: float = 5) -> None:
    """A garment worn open from the neck to `low`, over a shirt."""
    pen.polygon([(-5.5, -45.5), (-5, low), (5, low), (5.5, -45.5), (0, -41)], shirt)
    for side in (-1, 1):
        pen.line([(side * 6.4, -46), (side * 5.2, low)], 2.6, shade(colour, -0.1), rim=RIM)


def tie(pen: Pen, colour: RGB, low: float = -14) -> None:
    pen.polygon([(-2.6, -41.5), (2.6, -41.5), (1.7, -37.6), (-1.7, -37.6)], colour, rim=0.6)
    pen.polygon([(-1.6, -37.4), (1.6, -37.4), (3.4, low - 3), (0, low), (-3.4, low - 3)], colour, rim=0.6)


def bow_tie(pen: Pen, colour: RGB, wide: float = 7, y: float = -41) -> None:
    for side in (-1, 1):
        pen.blob(
            [(0, y), (side * wide, y - wide * 0.5), (side * wide * 1.1, y), (side * wide, y + wide * 0.5)], colour, RIM
        )
    pen.ellipse(0, y, wide * 0.26, wide * 0.3, colour, rim=RIM)


def pocket(pen: Pen, colour: RGB, x: float, y: float, wide: float = 8, deep: float = 8) -> None:
    pen.box(x - wide / 2, y, x + wide / 2, y + deep, colour, 1.4, rim=RIM)
    pen.line([(x - wide / 2, y + 2), (x + wide / 2, y + 2)], 0.8, rim_of(colour))


def kangaroo_pocket(pen: Pen, colour: RGB) -> None:
    dark = shade(colour, -0.16) if sum(colour) > 190 else shade(colour, 0.16)
    pen.polygon([(-7, -18), (7, -18), (11.6, -6), (11.6, 1), (-11.6, 1), (-11.6, -6)], dark, rim=1.1)


def hood(pen: Pen, colour: RGB, cords: RGB = WHITE) -> None:
    """A hood that lies on the shoulders."""
    dark = shade(colour, -0.22) if sum(colour) > 190 else shade(colour, 0.16)
    rim = [(-16, -43), (-13, -53), (-7, -50), *bezier((-6.6, -46), (0, -36), (6.6, -46), 8), (7, -50), (13, -53)]
    pen.polygon([*rim, (16, -43), *bezier((15, -40), (0, -24), (-15, -40), 10)], dark, rim=1.1)
    for side in (-1, 1):
        pen.line([(side * 4, -37), (side * 4.6, -23)], 1.4, cords)
        pen.ellipse(side * 4.6, -22.4, 1.3, 1.7, cords)


def fur_collar(pen: Pen, colour: RGB) -> None:
    for x, y in oval(0, -47, 12.5, 8.5, 175, 5, steps=8):
        pen.ellipse(x, y, 4.2, 4, colour, rim=0.8)


def belt(pen: Pen, colour: RGB, y: float = -8, half: float = 13.4, buckle: RGB | None = GOLD, high: float = 4) -> None:
    pen.box(-half, y - high / 2, half, y + high / 2, colour, 1, rim=0.7)
    if buckle:
        pen.box(-3, y - high / 2 - 0.8, 3, y + high / 2 + 0.8, buckle, 1, rim=0.7)


def sash(pen: Pen, colour: RGB, width: float = 5) -> None:
    """A band from the one shoulder to the other hip."""
    pen.line([(-12, -42), (12, 1)], width, colour, rim=RIM, flat=True)


def stripes(pen: Pen, colour: RGB, ys: Sequence[float] = (-36, -27, -18, -9, 0), thick: float = 4) -> None:
    """Stripes around the body."""
    for y in ys:
        half = 15.6 if y < -30 else 13 if y < -12 else 12.4
        pen.box(-half, y - thick / 2, half, y + thick / 2, colour, 0.6)


def dots(pen: Pen, colour: RGB, low: float = 26, r: float = 2) -> None:
    row = 0
    y = -36.0
    while y < low:
        half = 11.5 + max(0.0, y) * 0.28
        count = 3 if row % 2 else 4
        for i in range(count):
            pen.ellipse(-half * 0.8 + i * half * 1.6 / (count - 1), y, r, r, colour)
        y, row = y + 8, row + 1


def checks(pen: Pen, colour: RGB, low: float = 4) -> None:
    for x in (-9, -3, 3, 9):
        pen.line([(x, -43), (x, low)], 1.5, colour, flat=True)
    for y in range(-38, int(low), 7):
        pen.line([(-13, y), (13, y)], 1.5, colour, flat=True)


def knit(pen: Pen, colour: RGB, low: float = 4) -> None:
    """The ribs and the pattern of a sweater."""
    dark = rim_of(colour)
    pen.line([(-12.6, low - 4), (12.6, low - 4)], 0.9, dark)
    for x in range(-10, 11, 4):
        pen.line([(x, low - 3), (x, low)], 0.8, dark)
    for y in (-33, -22):
        zigzag = [(-12 + i * 3.0, y + (3 if i % 2 else 0)) for i in range(9)]
        pen.line(zigzag, 1.6, blend(colour, WHITE if sum(colour) < 620 else (120, 120, 130), 0.6))


def hi_vis(pen: Pen, colour: RGB) -> None:
    """A safety vest over the shirt."""
    for side in (-1, 1):
        pen.polygon(
            [(side * 5, -46), (side * 13, -44), (side * 14.4, -20), (side * 13, 4), (side * 1, 4), (side * 1, -30)],
            colour,
            RIM,
        )
        pen.line([(side * 9, -44), (side * 9, 3)], 2.8, (246, 240, 140), flat=True)
    pen.box(-13, -15, 13, -11.5, (246, 240, 140))


def waistcoat(pen: Pen, colour: RGB, low: float = 5) -> None:
    half: list[Point] = [
        (6, -46.5),
        (12.5, -44.5),
        (13.6, -34),
        (13.2, -20),
        (12.8, low - 3),
        (5, low + 3),
        (0, low - 2),
    ]
    pen.polygon([(0, -22), *half, *((-x, y) for x, y in reversed(half))], colour, rim=RIM)
    pen.line([(0, -22), (0, low - 2)], 1, rim_of(colour))
    buttons(pen, GOLD, (-17, -10, -3), 2.4)


def apron(pen: Pen, colour: RGB, low: float = 34, bib: bool = True) -> None:
    if bib:
        for side in (-1, 1):
            pen.line([(side * 7, -36), (side * 6.4, -46)], 2, shade(colour, -0.1), rim=0.6)
        pen.polygon([(-8.5, -37), (8.5, -37), (12.6, -14), (-12.6, -14)], colour, rim=RIM)
    skirt = [(-13, -15), (13, -15), (15.5, low - 4), (12, low), (-12, low), (-15.5, low - 4)]
    pen.polygon(skirt, colour, rim=RIM)
    pen.polygon([(-12.2, -17), (12.2, -17), (12.4, -12), (-12.4, -12)], colour)
    pen.line([(-13, -14), (13, -14)], 1.6, rim_of(colour))
    pen.box(-7.5, -4, 7.5, 9, shade(colour, -0.05), 2, rim=RIM)


def bib(pen: Pen, colour: RGB) -> None:
    """The upper part of overalls."""
    for side in (-1, 1):
        pen.line([(side * 7.5, -30), (side * 9.4, -45)], 3.6, colour, rim=RIM)
    pen.polygon([(-9.5, -33), (9.5, -33), (13.6, -10), (13.4, 6), (-13.4, 6), (-13.6, -10)], colour, rim=RIM)
    pocket(pen, colour, 0, -26, 10, 8)
    for side in (-1, 1):
        pen.ellipse(side * 7.6, -31, 1.8, 1.8, GOLD, rim=0.6)


def suspenders(pen: Pen, colour: RGB, width: float = 3.2) -> None:
    for side in (-1, 1):
        pen.line([(side * 9.5, -45), (side * 8.5, 0)], width, colour, rim=0.8, flat=True)
        pen.box(side * 8.6 - 2.2, -8, side * 8.6 + 2.2, -3, GOLD, 0.8, rim=0.6)


def badge(pen: Pen, colour: RGB = GOLD, x: float = 7, y: float = -32) -> None:
    pen.star(x, y, 5, colour, rim=0.8)


def cross(pen: Pen, colour: RGB, x: float = 0, y: float = -28, r: float = 5) -> None:
    pen.box(x - r, y - r * 0.36, x + r, y + r * 0.36, colour)
    pen.box(x - r * 0.36, y - r, x + r * 0.36, y + r, colour)


def stethoscope(pen: Pen, tube: RGB = (58, 64, 78)) -> None:
    pen.line(bezier((-7.5, -46), (-9, -24), (0, -23), 10), 1.9, tube)
    pen.line(bezier((7.5, -46), (9, -24), (0, -23), 10), 1.9, tube)
    pen.line(bezier((0, -23), (1, -14), (6, -14), 8), 1.9, tube)
    pen.ellipse(7.4, -13.6, 3.2, 3.2, (190, 198, 208), rim=RIM)


def scarf(pen: Pen, colour: RGB, end: float = -14) -> None:
    pen.polygon([(3, -45), (10, -46), (12, end), (4.5, end)], shade(colour, -0.08), rim=RIM)
    for x in (5.6, 8.2, 10.8):
        pen.line([(x, end), (x, end + 3)], 1.2, colour)
    pen.blob([(-12, -49), (0, -45.5), (12, -49), (12.6, -42), (0, -37), (-12.6, -42)], colour, rim=RIM)
    pen.curve((-9, -45), (0, -39.5), (9, -45), 0.9, rim_of(colour))


def medal(pen: Pen, ribbon: RGB = (45, 108, 210)) -> None:
    for side in (-1, 1):
        pen.line([(side * 6, -45), (0, -22)], 2.2, ribbon)
    pen.ellipse(0, -19, 5, 5, GOLD, rim=RIM)
    pen.ellipse(0, -19, 2.6, 2.6, shade(GOLD, 0.35))


def necklace(pen: Pen, colour: RGB = (250, 246, 236)) -> None:
    for x, y in oval(0, -46, 7, 7.6, 160, 20, steps=8):
        pen.ellipse(x, y, 1.4, 1.4, colour, rim=0.5)


def cross_over(pen: Pen, colour: RGB, edge: RGB = WHITE, sash_colour: RGB | None = None) -> None:
    """A kimono's or a robe's front: one side laid over the other, and the sash."""
    pen.line([(7, -47), (-7, -18)], 3.4, edge, rim=0.7)
    pen.line([(-7, -47), (9, -14)], 3.4, edge, rim=0.7)
    if sash_colour:
        pen.box(-13.4, -19, 13.4, -7, sash_colour, 1, rim=RIM)
        pen.line([(-13, -13), (13, -13)], 1.6, shade(sash_colour, 0.35))


def cape(pen: Pen, colour: RGB, low: float = 44, wide: float = 30) -> None:
    """Hangs from the shoulders behind the body."""
    side = bezier((12, -46), (22, -30), (wide, low), 8)
    bottom = [(wide * (1 - i / 4), low + (4 if i % 2 else 0)) for i in range(9)]
    pen.polygon([*side, *bottom, *((-x, y) for x, y in reversed(side))], colour, rim=RIM)


def number(pen: Pen, colour: RGB = WHITE) -> None:
    """A shirt's number: one."""
    pen.line([(-3, -28), (1, -32), (1, -16)], 3, colour)


def ruffles(pen: Pen, colour: RGB, y: float, half: float, count: int = 6, r: float = 4) -> None:
    for i in range(count):
        pen.ellipse(-half + 2 * half * i / (count - 1), y, r, r * 0.8, colour, rim=0.7)
