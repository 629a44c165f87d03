"""Tools of trades. (0, 0) is the hand that holds the tool, which is drawn upright."""

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
RED = COLOURS["red"]
STEEL: RGB = (178, 186, 198)
WOOD: RGB = (172, 118, 70)
DARK: RGB = (58, 58, 68)
RIM = 0.9


def handle(pen: Pen, y0: float, y1: float, width: float = 3, colour: RGB = WOOD) -> None:
    pen.line([(0, y0), (0, y1)], width, colour, rim=RIM)


def wrench(pen: Pen, colour: RGB = STEEL) -> None:
    handle(pen, 8, -16, 4.6, colour)
    pen.arc(0, -22, 6, -50, 230, 4.6, rim_of(colour))
    pen.arc(0, -22, 6, -50, 230, 3.4, colour)


def saw(pen: Pen) -> None:
    teeth = [(8 + i * 2.6, 6 if i % 2 else 3) for i in range(14)]
    pen.polygon([(4, -6), *teeth, (44, 1), (44, -4)], STEEL, rim=RIM)
    pen.box(-8, -8, 8, 7, WOOD, 4, rim=RIM)
    pen.ellipse(0, -0.5, 3.6, 3, shade(WOOD, -0.4))


def drill(pen: Pen, colour: RGB = (240, 170, 40)) -> None:
    pen.box(-4, -6, 4, 12, DARK, 2, rim=RIM)
    pen.box(-8, -16, 14, -5, colour, 3, rim=RIM)
    pen.box(14, -13, 19, -8, DARK, 1, rim=RIM)
    pen.line([(19, -10.5), (29, -10.5)], 2, STEEL, rim=0.7)


def plunger(pen: Pen) -> None:
    handle(pen, -30, 18, 3.2)
    pen.polygon([*oval(0, 27, 11, 11, 180, 360), (12, 31), (-12, 31)], (196, 66, 54), rim=RIM)


def toolbox(pen: Pen, colour: RGB = RED) -> None:
    pen.line([(-9, 14), (-9, 4), (9, 4), (9, 14)], 2.6, DARK)
    pen.box(-18, 13, 18, 32, colour, 2, rim=RIM)
    pen.line([(-18, 19), (18, 19)], 1.2, rim_of(colour))
    pen.box(-3, 17, 3, 22, GOLD, 1, rim=0.6)


def torch(pen: Pen) -> None:
    """A welder's torch with sparks."""
    pen.line([(-6, 6), (10, -4), (20, -4)], 4, DARK, rim=RIM)
    for r, colour in ((9, (255, 214, 80)), (5, WHITE)):
        star = [
            (28 + (r if i % 2 else r * 0.42) * x, -4 + (r if i % 2 else r * 0.42) * y)
            for i, (x, y) in enumerate(oval(0, 0, 1, 1, steps=16))
        ]
        pen.polygon(star, colour)


def pickaxe(pen: Pen) -> None:
    handle(pen, 20, -30, 3.8)
    pen.ribbon((-22, -20), (0, -40), (22, -20), (1, 7, 1), STEEL, rim=RIM)


def axe(pen: Pen) -> None:
    handle(pen, 20, -26, 3.8)
    pen.polygon([(0, -28), (8, -28), (17, -34), (17, -10), (8, -18), (0, -18)], RED, rim=RIM)
    pen.polygon([(14, -32), (18, -35), (18, -9), (14, -12)], STEEL, rim=0.6)


def shovel(pen: Pen) -> None:
    handle(pen, -34, 26, 3.4)
    pen.line([(-6, -36), (6, -36)], 3.4, WOOD, rim=RIM)
    pen.blob([(-9, 24), (9, 24), (9, 38), (0, 48), (-9, 38)], STEEL, rim=RIM)


def rake(pen: Pen, pitchfork: bool = False) -> None:
    handle(pen, 58, -30, 3.4)
    colour = STEEL if pitchfork else (96, 128, 92)
    for x in (-9, -3, 3, 9) if not pitchfork else (-9, 0, 9):
        pen.line([(x, -30), (x, -50)], 2.4, colour, rim=0.8)
    pen.line([(-10, -31), (10, -31)], 3, colour, rim=0.8)


def broom(pen: Pen) -> None:
    handle(pen, -36, 34, 3.2)
    pen.polygon([(-5, 30), (5, 30), (13, 54), (-13, 54)], (230, 190, 92), rim=RIM)
    pen.line([(-6, 33), (6, 33)], 2.4, RED)
    for x in (-7, 0, 7):
        pen.line([(x * 0.5, 38), (x, 53)], 0.8, shade(WOOD, -0.2))


def mop(pen: Pen) -> None:
    handle(pen, -36, 38, 3.2, (70, 130, 190))
    for x in (-12, -8, -4, 0, 4, 8, 12):
        pen.line([(x * 0.3, 38), (x, 52)], 4.2, (238, 238, 234), rim=RIM)


def paintbrush(pen: Pen, paint: RGB = RED) -> None:
    handle(pen, 8, -14, 2.6)
    pen.box(-2, -19, 2, -13, STEEL, rim=0.6)
    pen.blob([(-2.4, -19), (2.4, -19), (2.6, -25), (0, -31), (-2.6, -25)], paint, rim=0.7)


def palette(pen: Pen) -> None:
    pen.blob([(-15, -4), (-8, -13), (8, -13), (17, -4), (13, 8), (2, 6), (-4, 11), (-13, 7)], (214, 168, 112), rim=RIM)
    for (x, y), name in zip(((-8, -4), (-1, -8), (7, -7), (11, 0)), ("red", "yellow", "blue", "green"), strict=True):
        pen.ellipse(x, y, 2.9, 2.5, COLOURS[name])


def scissors(pen: Pen) -> None:
    for side in (-1, 1):
        pen.line([(side * 4, 4), (side * -5, -22)], 2.8, STEEL, rim=RIM)
        pen.arc(side * 5, 8, 4.4, 0, 360, 2.4, RED)


def comb(pen: Pen, colour: RGB = DARK) -> None:
    for i in range(9):
        pen.line([(2, -24 + i * 3), (8, -24 + i * 3)], 1.3, colour)
    pen.box(-3, -26, 3, 8, colour, 2, rim=0.6)


def hair_dryer(pen: Pen, colour: RGB = (226, 96, 150)) -> None:
    pen.box(-4, -8, 4, 12, shade(colour, -0.2), 2, rim=RIM)
    pen.blob([(-10, -18), (2, -22), (20, -17), (20, -9), (2, -6), (-10, -10)], colour, rim=RIM)
    pen.box(19, -18, 23, -8, DARK, 1)


def syringe(pen: Pen) -> None:
    pen.line([(0, -16), (0, -26)], 1, STEEL)
    pen.box(-3.4, -16, 3.4, 6, (222, 240, 248), 1, rim=RIM)
    pen.box(-3, -8, 3, 6, (120, 200, 226))
    pen.line([(0, 6), (0, 14)], 2, STEEL)
    pen.line([(-5, 14), (5, 14)], 2.2, STEEL, rim=0.6)


def tooth(pen: Pen) -> None:
    roots = [
        (-9, -12),
        (0, -9),
        (9, -12),
        (11, -4),
        (7, 6),
        (5, 13),
        (2, 5),
        (0, 3),
        (-2, 5),
        (-5, 13),
        (-7, 6),
        (-11, -4),
    ]
    pen.blob([(x * 1.15, y * 1.15 - 6) for x, y in roots], WHITE, rim=1.1)
    pen.line([(-6, -14), (-6, -8)], 1.6, (206, 222, 232))


def clipboard(pen: Pen) -> None:
    pen.box(-11, -24, 11, 5, WOOD, 2, rim=RIM)
    pen.box(-9, -21, 9, 3, WHITE)
    pen.box(-4, -26.4, 4, -21, STEEL, 1, rim=0.6)
    for y in (-16, -11, -6):
        pen.line([(-6, y), (6, y)], 1.2, (150, 156, 166))


def flask(pen: Pen, liquid: RGB = (60, 190, 120)) -> None:
    pen.polygon(
        [(-3.5, -30), (3.5, -30), (3.5, -18), (14, 2), (11, 6), (-11, 6), (-14, 2), (-3.5, -18)],
        (224, 240, 244),
        rim=RIM,
    )
    pen.polygon([(-8, -9), (8, -9), (13, 2), (10.5, 5), (-10.5, 5), (-13, 2)], liquid)
    pen.line([(-5, -30), (5, -30)], 2.4, (224, 240, 244), rim=0.7)
    for x, y, r in ((-3, -3, 1.8), (4, 0, 1.4), (1, -14, 1.4)):
        pen.ellipse(x, y, r, r, shade(liquid, 0.5))


def test_tube(pen: Pen, liquid: RGB = (206, 60, 160)) -> None:
    pen.box(-3.6, -24, 3.6, 8, (224, 240, 244), 3.6, rim=RIM)
    pen.box(-3, -10, 3, 7.4, liquid, 3)


def magnifier(pen: Pen) -> None:
    handle(pen, 8, -10, 4, DARK)
    pen.ellipse(0, -22, 12.5, 12.5, DARK, rim=RIM)
    pen.ellipse(0, -22, 10, 10, (206, 234, 246))
    pen.arc(0, -22, 7, 190, 250, 1.6, WHITE)


def camera(pen: Pen, colour: RGB = DARK) -> None:
    pen.box(-6, -15, 4, -9, colour, 1.5, rim=RIM)
    pen.box(-15, -11, 15, 9, colour, 3, rim=RIM)
    pen.line([(-14, -6), (14, -6)], 1.4, STEEL)
    pen.ellipse(0, -0.5, 7.8, 7.8, STEEL, rim=RIM)
    pen.ellipse(0, -0.5, 5.6, 5.6, (64, 92, 130))
    pen.ellipse(-1.8, -2.4, 1.6, 1.6, WHITE)
    pen.box(9, -9.4, 13, -7, (250, 226, 120))


def microphone(pen: Pen) -> None:
    pen.polygon([(-2.6, 10), (2.6, 10), (3.6, -8), (-3.6, -8)], DARK, rim=RIM)
    pen.ellipse(0, -13, 6, 6.4, STEEL, rim=RIM)
    for y in (-16, -13, -10):
        pen.line([(-4.6, y), (4.6, y)], 0.7, rim_of(STEEL))


def briefcase(pen: Pen, colour: RGB = (122, 80, 48)) -> None:
    pen.line([(-6, 10), (-6, 3), (6, 3), (6, 10)], 2.4, shade(colour, -0.3))
    pen.box(-18, 9, 18, 31, colour, 3, rim=RIM)
    pen.line([(-18, 18), (18, 18)], 1, rim_of(colour))
    pen.box(-3, 16, 3, 21, GOLD, 1, rim=0.6)


def suitcase(pen: Pen, colour: RGB = (64, 120, 176)) -> None:
    """On wheels, with its handle drawn out."""
    for x in (-6, 6):
        pen.line([(x, 24), (x, 2)], 1.8, STEEL, rim=0.6)
    pen.line([(-7, 1), (7, 1)], 3.4, DARK)
    pen.box(-14, 18, 14, 51, colour, 4, rim=RIM)
    for x in (-6, 0, 6):
        pen.line([(x, 22), (x, 48)], 1, rim_of(colour))
    for x in (-9, 9):
        pen.ellipse(x, 52.5, 2.4, 2.4, DARK)


def tray(pen: Pen) -> None:
    """With two glasses, held on the open hand."""
    for x, drink in ((-9, (196, 60, 70)), (8, (244, 190, 70))):
        pen.polygon([(x - 4, -20), (x + 4, -20), (x + 2.6, -10), (x - 2.6, -10)], drink, rim=RIM)
        pen.line([(x, -10), (x, -4)], 1.4, STEEL)
        pen.line([(x - 3.4, -4), (x + 3.4, -4)], 1.6, STEEL)
    pen.ellipse(0, -2, 21, 3.2, STEEL, rim=RIM)


def gavel(pen: Pen) -> None:
    handle(pen, 8, -16, 3.4)
    pen.box(-13, -28, 13, -15, (138, 84, 48), 3, rim=RIM)
    for x in (-8, 8):
        pen.line([(x, -28), (x, -15)], 1.8, GOLD)


def scales(pen: Pen) -> None:
    """A lawyer's scales."""
    pen.line([(0, 8), (0, -28)], 2.6, GOLD, rim=RIM)
    pen.line([(-17, -25), (17, -25)], 2.2, GOLD, rim=0.8)
    for x in (-17, 17):
        pen.line([(x - 7, -8), (x, -25), (x + 7, -8)], 0.9, shade(GOLD, -0.3))
        pen.polygon(oval(x, -8, 8.4, 6, 0, 180), GOLD, rim=RIM)


def wand(pen: Pen) -> None:
    pen.line([(0, 6), (0, -24)], 2.8, DARK, rim=0.7)
    pen.line([(0, -20), (0, -26)], 2.8, WHITE, rim=0.7)
    for x, y, size in ((0, -34, 14), (11, -26, 8), (-10, -24, 8)):
        pen.star(x, y, size * 0.55, COLOURS["yellow"], rim=1)


def sword(pen: Pen) -> None:
    pen.polygon([(-3, -4), (3, -4), (3, -46), (0, -52), (-3, -46)], (208, 216, 226), rim=RIM)
    pen.line([(0, -6), (0, -44)], 0.9, rim_of(STEEL))
    pen.line([(-9, -4), (9, -4)], 3.4, GOLD, rim=RIM)
    handle(pen, 7, -3, 3.6, (112, 66, 44))
    pen.ellipse(0, 9, 2.8, 2.8, GOLD, rim=RIM)


def cutlass(pen: Pen) -> None:
    pen.ribbon((0, -2), (1, -26), (15, -42), (5, 8, 1), (208, 216, 226), rim=RIM)
    pen.arc(3, 2, 7, -100, 100, 2.4, GOLD)
    handle(pen, 8, -2, 3.6, (112, 66, 44))


def shield(pen: Pen, colour: RGB = (45, 96, 180)) -> None:
    shape = [(-16, -22), (0, -25), (16, -22), (15, 0), (9, 13), (0, 20), (-9, 13), (-15, 0)]
    pen.polygon(shape, colour, rim=1.6)
    pen.box(-2.6, -22, 2.6, 14, GOLD)
    pen.box(-14, -10, 14, -4.8, GOLD)


def cleaver(pen: Pen) -> None:
    pen.box(-4, -28, 13, -7, (208, 216, 226), 1, rim=RIM)
    pen.ellipse(9, -24, 1.6, 1.6, rim_of(STEEL))
    handle(pen, 8, -6, 4, (112, 66, 44))


def hose(pen: Pen) -> None:
    pen.curve((0, 2), (-20, 30), (-6, 62), 5, (196, 156, 90), rim=RIM)
    pen.polygon([(-4, 4), (-2, -4), (18, -9), (18, -3), (2, 5)], GOLD, rim=RIM)
    for dy in (-12, 0, 12):
        pen.curve((20, -6), (34, -8 + dy * 0.4), (46, -3 + dy), 2.4, (110, 190, 240))


def baton(pen: Pen) -> None:
    pen.line([(0, 2), (12, -28)], 1.5, WHITE, rim=0.6)
    pen.ellipse(-0.6, 4, 2.4, 3.2, WOOD, rim=0.6)


def letter(pen: Pen) -> None:
    pen.box(-14, -16, 14, 4, WHITE, 1, rim=1)
    pen.line([(-13, -15), (0, -4), (13, -15)], 1.3, (150, 156, 166))
    pen.box(8.6, -14, 12, -10, RED)


def parcel(pen: Pen) -> None:
    """Held before the body with both hands; (0, 0) is its middle."""
    pen.box(-18, -13, 18, 13, (204, 158, 104), 1.4, rim=RIM)
    pen.box(-3.4, -13, 3.4, 13, (234, 206, 160))
    pen.box(7, 3, 15, 9, WHITE)
    pen.line([(-15, -8), (-9, -8)], 1.4, (150, 104, 60))


def parcels(pen: Pen) -> None:
    """A small parcel on a larger one."""
    parcel(pen.at(3, -28, 0.8))
    parcel(pen.at(5, -6, 1.1))


def book(pen: Pen, colour: RGB = (170, 56, 60)) -> None:
    pen.box(-10, -25, 10, 3, colour, 1.6, rim=RIM)
    pen.line([(-6.6, -24), (-6.6, 2)], 1.2, rim_of(colour))
    pen.box(-3, -19, 7, -13, GOLD, 1)


def rope(pen: Pen) -> None:
    """A lasso."""
    pen.line(oval(4, -46, 22, 8), 2.6, (206, 160, 96), rim=RIM)
    pen.line(bezier((0, 4), (-4, -22), (-12, -40), 8), 2.6, (206, 160, 96), rim=RIM)
    pen.curve((0, 4), (8, 18), (-2, 26), 2.6, (206, 160, 96), rim=RIM)
