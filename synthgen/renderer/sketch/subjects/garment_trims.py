"""Trims that belong to one garment: a kilt's tartan, a biker's zip, a tutu's tulle. Units as in garments."""

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.garment_details import RIM, pocket
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
STEEL: RGB = (204, 210, 218)
SHADE: RGB = (120, 126, 136)
"""Marks on what is nearly white."""


def seams(pen: Pen, colour: RGB) -> None:
    """The stitching of jeans."""
    pen.curve((-11.4, -2), (-9, 5), (-4.5, 4), 0.9, colour)
    pen.curve((11.4, -2), (9, 5), (4.5, 4), 0.9, colour)
    pen.line([(0, -4), (0, 8)], 0.9, colour)
    for side in (-1, 1):
        pen.line([(side * 6.6, 56), (side * 13, 56)], 0.9, colour)
        pen.line([(side * 13, 10), (side * 14.6, 52)], 0.8, colour)


def stripes_down(pen: Pen, colour: RGB, low: float = 5) -> None:
    for x in (-9, -4.5, 4.5, 9):
        pen.line([(x, -42), (x, low - 1)], 1.4, colour, flat=True)


def leg_stripes(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        for x in (4.5, 8.5):
            pen.line([(side * x, 10), (side * (x + 2.4), 54)], 1.4, colour, flat=True)


def side_lines(pen: Pen, colour: RGB) -> None:
    """Two lines down the outside of the trousers."""
    for side in (-1, 1):
        for x in (10.4, 12.4):
            pen.line([(side * x, 8), (side * (x + 1.6), 56)], 1.1, colour, flat=True)


def arm_lines(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.line([(side * 5, -36), (side * 13, -30)], 2, colour, flat=True)
        pen.line([(side * 5, -31.5), (side * 13, -25.5)], 2, colour, flat=True)


def tutu(pen: Pen, colour: RGB) -> None:
    """Layers of tulle that stand out from the hip."""
    for low, half, amount in ((12, 36, -0.12), (8, 34, 0.0), (3, 30, 0.22)):
        scallops = [(half - i * half / 6, low + (0 if i % 2 else 4)) for i in range(13)]
        pen.blob(
            [(11, -12), (half * 0.8, low - 8), *scallops, (-half * 0.8, low - 8), (-11, -12)],
            shade(colour, amount),
            RIM,
        )
    pen.line([(-11.6, -11), (11.6, -11)], 2.4, shade(colour, -0.2))


def sari(pen: Pen, colour: RGB) -> None:
    gold = COLOURS["gold"]
    pen.polygon([(-13, -44), (-3, -46), (14, -14), (14, 4), (-12, 0), (-4, -16)], shade(colour, 0.12), rim=RIM)
    pen.line([(-3, -46), (14.4, -13)], 1.8, gold)
    pen.polygon([(-15, -43), (-8, -45), (-13, 34), (-25, 32)], shade(colour, 0.12), rim=RIM)
    pen.line([(-24.6, 30), (-13.2, 32)], 2.4, gold)
    pen.curve((-16.6, 57), (0, 62), (16.6, 57), 2.6, gold)
    for x in (-2, 3, 8):
        pen.line([(x * 0.7, 6), (x, 54)], 0.9, rim_of(colour))
    for x, y in ((-9, 18), (6, 20), (-4, 36), (9, 42), (1, 50), (8, -4)):
        pen.ellipse(x, y, 1.2, 1.2, gold)


def blossoms(pen: Pen, colour: RGB) -> None:
    """Flowers scattered over a dress."""
    for x, y in ((-8, -2), (7, 2), (-2, 12), (-14, 20), (12, 18), (4, 27), (-6, 30), (8, -26), (-8, -24)):
        for dx, dy in oval(0, 0, 2.1, 2.1, -90, 198, steps=4):
            pen.ellipse(x + dx, y + dy, 1.5, 1.5, colour)
        pen.ellipse(x, y, 1.3, 1.3, (250, 190, 70))


def tartan(pen: Pen, colour: RGB) -> None:
    dark, pale = shade(colour, -0.4), shade(colour, 0.5)
    for y in (-4, 6, 16):
        half = 12.6 + max(0, y + 8) * 0.14
        pen.line([(-half, y), (half, y)], 2.6, dark, flat=True)
        pen.line([(-half, y + 4), (half, y + 4)], 0.8, pale, flat=True)
    for x in (-9, -3, 3, 9):
        pen.line([(x, -10), (x * 1.35, 25)], 2, dark, flat=True)
        pen.line([(x + 3, -10), ((x + 3) * 1.35, 25)], 0.7, pale, flat=True)


def sporran(pen: Pen, colour: RGB) -> None:
    pen.line([(-12.5, -9), (12.5, -9)], 3, colour, rim=0.6)
    pen.blob([(-5, 0), (5, 0), (6, 9), (0, 13), (-6, 9)], colour, rim=RIM)
    for x in (-2.4, 0, 2.4):
        pen.line([(x, 7), (x, 11)], 1, WHITE)


def poncho(pen: Pen, colour: RGB) -> None:
    shape = [(-6, -47), (6, -47), (18, -40), (33, -4), (0, 26), (-33, -4), (-18, -40)]
    pen.polygon(shape, colour, rim=RIM)
    for t, paint in ((0.62, WHITE if sum(colour) < 600 else (120, 126, 136)), (0.76, shade(colour, -0.3))):
        edge = [(-33 * t - 4, -4 - (1 - t) * 34), (0, 26 - (1 - t) * 46), (33 * t + 4, -4 - (1 - t) * 34)]
        pen.line(edge, 3, paint)
    for i in range(-6, 7):
        x = i * 5.2
        y = 26 - abs(x) * 0.92
        pen.line([(x, y), (x, y + 4)], 1.5, colour)
    pen.polygon(oval(0, -46, 7, 5, 0, 180), rim_of(colour))


def overskirt(pen: Pen, colour: RGB) -> None:
    """The paler skirt that opens under a ball gown's."""
    pen.polygon(
        [(0, -14), *bezier((2, -12), (10, 30), (17, 61), 8), *bezier((-17, 61), (-10, 30), (-2, -12), 8)], colour, RIM
    )


def slit(pen: Pen, colour: RGB) -> None:
    for x0, x1 in ((-4, 8), (2, 12), (7, 15)):
        pen.curve((x0, -14), (x0 + 6, 10), (x1, 58), 1, rim_of(colour))
    for i in range(9):
        pen.ellipse(-10 + i * 2.5, -17 + (i % 2) * 2, 1, 1, shade(colour, 0.6))


def denim(pen: Pen, colour: RGB) -> None:
    stitch = shade(colour, 0.45)
    pen.line([(0, -40), (0, 3)], 1, rim_of(colour))
    for side in (-1, 1):
        pocket(pen, colour, side * 7.4, -31, 8.4, 8)
        pen.line([(side * 7.4, -29), (side * 7.4, -29)], 1.6, COLOURS["gold"])
        pen.line([(side * 10, -21), (side * 6, -1)], 0.9, stitch)
    pen.line([(-12.4, -1.4), (12.4, -1.4)], 0.9, stitch)
    for y in (-36, -27, -18, -9):
        pen.ellipse(1.6, y, 1.2, 1.2, COLOURS["gold"])


def biker(pen: Pen, colour: RGB) -> None:
    """A leather jacket's lapels and slanting zip, over a light shirt."""
    pen.polygon([(-6, -46), (6, -46), (3, -30), (-3, -30)], (232, 232, 228))
    for side in (-1, 1):
        lapel = [(side * 7, -48), (side * 14, -38), (side * 8.5, -33), (side * 9, -28), (side * 1, -26)]
        pen.polygon(lapel, shade(colour, 0.14), rim=RIM)
    pen.line([(2, -26), (-5, 2)], 1.8, STEEL)
    for x in (-9, 9):
        pen.line([(x - 3, -10), (x + 3, -13)], 1.4, STEEL)
    pen.line([(-12.6, 0), (12.6, 0)], 2.6, shade(colour, 0.14), rim=0.6)
    pen.box(-3, -2, 3, 2.6, STEEL, 0.6)


def placket(pen: Pen, colour: RGB, low: float = -24, half: float = 3.2) -> None:
    """The strip that the buttons are on."""
    pen.box(-half, -42, half, low, colour, 0.6, rim=RIM)


def quilt(pen: Pen, colour: RGB) -> None:
    """The padded rolls of a winter jacket."""
    for y in (-36, -27, -18, -9, 0):
        half = 15.4 if y < -30 else 13.4 if y < -12 else 12.6
        pen.curve((-half, y), (0, y + 3.4), (half, y), 1.1, rim_of(colour))
        pen.curve((-half + 3, y + 3.4), (-5, y + 5), (-2.6, y + 4.6), 1.4, shade(colour, 0.28))


def robe(pen: Pen, colour: RGB) -> None:
    """A ceremonial robe: a broad yoke and folds."""
    pale = shade(colour, 0.3)
    pen.polygon([(-14, -44), (14, -44), (12, -32), (0, -27), (-12, -32)], pale, rim=RIM)
    for side in (-1, 1):
        pen.line([(side * 3.4, -28), (side * 5, 60)], 2.6, pale)
        pen.line([(side * 9, -28), (side * 15, 58)], 0.9, rim_of(colour))
    pen.polygon(oval(0, -46, 7, 4.6, 0, 180), rim_of(colour))


def long_scarf(pen: Pen, colour: RGB) -> None:
    """A scarf that is wound twice and hangs down far."""
    for x, end in ((6, 6.0), (-5.4, -8.0)):
        pen.polygon([(x - 4, -42), (x + 4, -42), (x + 4.6, end), (x - 4.6, end)], shade(colour, -0.06), rim=1.1)
        for dx in (-3.4, 0, 3.4):
            pen.line([(x + dx, end), (x + dx, end + 4)], 1.5, colour)
        for y in (end - 4, end - 9):
            pen.line([(x - 4.2, y), (x + 4.2, y)], 2, WHITE if sum(colour) < 600 else (120, 126, 136), flat=True)
    pen.blob([(-14, -53), (0, -47), (14, -53), (16, -44), (12, -36), (0, -33), (-12, -36), (-16, -44)], colour, rim=RIM)
    pen.curve((-13, -47), (0, -38), (13, -47), 1, rim_of(colour))


def pleats(pen: Pen, colour: RGB) -> None:
    for x in (-0.75, -0.3, 0.1, 0.3, 0.75):
        pen.line([(x * 11.6, -8), (x * 23, 22)], 1, rim_of(colour))


def pens(pen: Pen, colour: RGB) -> None:
    pocket(pen, colour, 9, -30, 7, 8)
    pen.line([(8, -33), (8, -29)], 1.2, (45, 108, 210))
    pen.line([(10.4, -33), (10.4, -29)], 1.2, (214, 48, 49))


def drawstring(pen: Pen, colour: RGB) -> None:
    pen.line([(-12, -4.6), (12, -4.6)], 0.9, colour)
    for side in (-1, 1):
        pen.curve((0, -4), (side * 3, 0), (side * 3, 6), 1.2, colour)


def roll_neck(pen: Pen, colour: RGB) -> None:
    """A high collar that is folded over, ribs all over the body."""
    dark = rim_of(colour)
    for x in (-10, -6.6, -3.3, 0, 3.3, 6.6, 10):
        pen.line([(x, -42), (x, 0)], 1, dark, flat=True)
    pen.box(-13.2, -1, 13.2, 6, shade(colour, -0.14), 1.6, rim=RIM)
    pen.box(-12, -54, 12, -34, shade(colour, 0.12), 4, rim=1.2)
    pen.line([(-11.4, -41), (11.4, -41)], 1.2, dark)
    for x in (-8, -4, 0, 4, 8):
        pen.line([(x, -39.6), (x, -35.4)], 1, dark)


def cape_tie(pen: Pen, colour: RGB) -> None:
    pen.blob([(-15, -45), (-6, -48), (0, -44), (6, -48), (15, -45), (12, -37), (0, -39), (-12, -37)], colour, rim=RIM)
    pen.ellipse(0, -41.4, 3, 3, COLOURS["gold"], rim=RIM)


def necktie(pen: Pen, colour: RGB) -> None:
    """A broad striped tie, long enough to be cut by the lower edge of a bust."""
    blade = [(-3.6, -37), (3.6, -37), (7, -2), (0, 5), (-7, -2)]
    pen.polygon(blade, colour, rim=RIM)
    for y, half in ((-30, 4), (-22, 4.8), (-14, 5.6)):
        pen.line([(-half, y + 2.6), (half, y - 2.6)], 2.4, WHITE if sum(colour) < 600 else SHADE, flat=True)
    pen.polygon([(-4.8, -43.6), (4.8, -43.6), (3, -36), (-3, -36)], shade(colour, -0.12), rim=RIM)


def knotted_shawl(pen: Pen, colour: RGB) -> None:
    """A broad cloth around the shoulders, crossed before the chest, fringed."""
    for side in (-1, 1):
        edge = [
            (side * 6, -49),
            (side * 20, -46),
            (side * 27, -37),
            (side * 26, -28),
            (side * 4, -31),
            (side * -2, -38),
        ]
        for i in range(12):
            x, y = side * (25.4 - i * 2.1), -28.4 - i * 0.27
            pen.line([(x, y), (x + side * 0.6, y + 3.4)], 1.1, colour)
        pen.polygon(edge, colour, rim=1.1)
        pen.line([(side * 26.4, -31), (side * 3, -34)], 1.7, WHITE if sum(colour) < 600 else SHADE)
        pen.curve((side * 10, -47), (side * 14, -42), (side * 11, -36), 0.9, rim_of(colour))
    for side in (-1, 1):
        pen.polygon([(side * 1, -35), (side * 4, -36), (side * 8, -27), (side * 3, -26)], shade(colour, -0.06), rim=RIM)
    pen.blob([(-5, -39), (0, -41), (5, -39), (4, -34), (0, -33), (-4, -34)], shade(colour, -0.1), rim=1.1)


def flaps(pen: Pen, colour: RGB) -> None:
    """A trench coat's storm flap and shoulder straps."""
    pen.polygon([(-5, -47), (-14, -43), (-14.6, -30), (-4, -27), (0, -38)], shade(colour, -0.08), rim=RIM)
    for side in (-1, 1):
        pen.line([(side * 9, -45), (side * 14.4, -41.4)], 3, shade(colour, -0.18), rim=0.7)


def terry(pen: Pen, colour: RGB) -> None:
    """A bathrobe's broad collar, its belt tied in a bow, its patch pockets."""
    dark = shade(colour, -0.14)
    for side in (1, -1):
        pen.polygon(
            [(side * 5, -49), (side * 10.6, -46), (side * -1, -13), (side * -6, -15), (side * 3, -36)], dark, RIM
        )
    for side in (-1, 1):
        pocket(pen, colour, side * 9, 2, 9, 11)
    pen.box(-13.4, -16, 13.4, -11, dark, 1, rim=RIM)
    for side in (-1, 1):
        pen.blob([(0, -13), (side * 8, -18), (side * 9.4, -13), (side * 7, -10)], dark, rim=RIM)
        pen.line([(side * 1, -12), (side * 4.4, 10)], 3, dark, rim=0.8)
    pen.ellipse(0, -13.4, 2.6, 2.8, dark, rim=RIM)


def drawcord(pen: Pen, colour: RGB) -> None:
    """A parka's tightened waist."""
    pen.line([(-13, -12), (13, -12)], 1, rim_of(colour))
    for side in (-1, 1):
        pen.line([(side * 3, -12), (side * 4, -4)], 1, WHITE if sum(colour) < 600 else SHADE)


def ankles(pen: Pen, colour: RGB) -> None:
    """The gathered ends of sweatpants."""
    for side in (-1, 1):
        pen.box(side * 9.4 - 6.4, 51, side * 9.4 + 6.4, 56.6, shade(colour, -0.14), 2, rim=RIM)
        pen.curve((side * 5, 30), (side * 9, 33), (side * 13, 31), 0.9, rim_of(colour))


def fly(pen: Pen, colour: RGB) -> None:
    """The waistband of jeans, with its loops and button."""
    pen.box(-12.8, -9, 12.8, -4.4, shade(colour, -0.12), 1, rim=0.8)
    for x in (-9, -4.6, 4.6, 9):
        pen.line([(x, -9.4), (x, -4)], 1.5, shade(colour, 0.2), flat=True)
    pen.ellipse(0, -6.7, 1.5, 1.5, COLOURS["gold"], rim=0.5)
