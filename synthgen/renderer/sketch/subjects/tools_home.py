"""What people hold at home, at table and in the garden. (0, 0) is the hand."""

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of
from synthgen.renderer.sketch.subjects.tools_hand import DARK, RED, RIM, STEEL, WOOD, handle

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
STEAM: RGB = (236, 240, 244)


def spoon(pen: Pen) -> None:
    handle(pen, 8, -18, 2.6)
    pen.ellipse(0, -23, 4.6, 6.4, WOOD, rim=RIM)


def pan(pen: Pen, colour: RGB = DARK) -> None:
    """A frying pan with an egg above it."""
    pen.line([(0, 0), (14, -3)], 3.6, (112, 70, 44), rim=RIM)
    pen.polygon([(12, -8), (46, -8), (42, 1), (16, 1)], colour, rim=RIM)
    pen.blob([(20, -12), (27, -16), (36, -14), (40, -10), (34, -8.4), (22, -8.4)], WHITE, rim=RIM)
    pen.ellipse(30, -12.4, 4, 3, (250, 190, 40))


def pot(pen: Pen, colour: RGB = (90, 130, 170)) -> None:
    """(0, 0) is the middle of its rim."""
    pen.line([(-23, 7), (23, 7)], 4, DARK)
    pen.box(-19, 0, 19, 22, colour, 4, rim=RIM)
    pen.ellipse(0, 0, 19, 4, shade(colour, -0.25), rim=RIM)
    pen.ellipse(0, 0.6, 16, 2.8, (226, 130, 60))
    for x in (-8, 2, 11):
        pen.curve((x, -5), (x + 6, -10), (x, -15), 2, STEAM)
        pen.curve((x, -15), (x - 5, -19), (x + 1, -23), 2, STEAM)


def mug(pen: Pen, colour: RGB = WHITE, steam: bool = True) -> None:
    pen.arc(9, -6, 4.4, -90, 90, 2.4, rim_of(colour))
    pen.box(-8, -14, 8, 4, colour, 2, rim=RIM)
    pen.ellipse(0, -13.4, 7, 1.8, (120, 74, 46))
    if steam:
        for x in (-3, 3):
            pen.curve((x, -17), (x + 5, -22), (x, -27), 1.8, STEAM)


def glass(pen: Pen, drink: RGB = (246, 160, 50)) -> None:
    pen.polygon([(-6.4, -17), (6.4, -17), (5, 5), (-5, 5)], (232, 242, 248), rim=RIM)
    pen.polygon([(-5.6, -11), (5.6, -11), (4.6, 4.2), (-4.6, 4.2)], drink)
    pen.line([(2, -2), (-3, -25), (-8, -27)], 1.8, RED)


def burger(pen: Pen, r: float = 13) -> None:
    """(0, 0) is its middle."""
    pen.box(-r, 3, r, 9, (214, 150, 78), 3, rim=RIM)
    pen.box(-r - 1, -0.5, r + 1, 4, (112, 66, 42), 2, rim=0.7)
    pen.polygon([(-r, -0.5), (r, -0.5), (r * 0.3, 3.4), (0, 1)], (250, 200, 60))
    pen.line([(-r, -1.4), (r, -1.4)], 2.4, (110, 184, 70))
    pen.polygon(oval(0, -2.4, r, 10.5, 180, 360), (224, 160, 84), rim=RIM)
    for x, y in ((-5, -8), (0, -10.4), (5, -8)):
        pen.ellipse(x, y, 1.2, 0.8, (255, 240, 206))


def phone(pen: Pen, colour: RGB = DARK) -> None:
    pen.box(-5.4, -14, 5.4, 8, colour, 2.4, rim=RIM)
    pen.box(-3.8, -11, 3.8, 5, (130, 200, 236), 0.8)


def phone_back(pen: Pen) -> None:
    """A phone seen from behind, as it is held to read from it."""
    pen.box(-7, -13, 7, 11, (70, 76, 92), 2.6, rim=RIM)
    pen.box(-5, -11, 0.4, -5.6, (44, 48, 60), 1.6)
    for y in (-9.6, -7):
        pen.ellipse(-2.3, y, 1, 1, (150, 190, 226))


def message(pen: Pen) -> None:
    """A speech bubble with three dots."""
    pen.polygon([(-8, 6), (2, 8), (-14, 18)], WHITE, rim=RIM)
    pen.box(-22, -11, 22, 11, WHITE, 9, rim=RIM)
    pen.polygon([(-9, 5), (2, 7), (-12, 15)], WHITE)
    for x in (-11, 0, 11):
        pen.ellipse(x, 0, 3.4, 3.4, (84, 150, 230))


def open_book(pen: Pen, colour: RGB = (176, 60, 62)) -> None:
    """Seen from its back, as the reader holds it; (0, 0) is its lower edge."""
    pen.polygon([(-21, -20), (0, -16), (21, -20), (21, 2), (0, 6), (-21, 2)], WHITE, rim=RIM)
    pen.polygon([(-22, -17), (0, -13), (22, -17), (22, 4), (0, 8), (-22, 4)], colour, rim=RIM)
    pen.line([(0, -13), (0, 8)], 1.6, rim_of(colour))
    for side in (-1, 1):
        pen.polygon([(side * 5, -8.6), (side * 17, -11), (side * 17, -6), (side * 5, -3.6)], GOLD)


def pencil(pen: Pen, colour: RGB = (250, 196, 48)) -> None:
    pen.box(-2.2, -22, 2.2, 6, colour, rim=0.8)
    pen.box(-2.2, -25, 2.2, -21, (238, 130, 140), 1, rim=0.6)
    pen.polygon([(-2.4, 6), (2.4, 6), (0, 12)], (236, 206, 166), rim=0.6)
    pen.polygon([(-0.9, 10), (0.9, 10), (0, 12.4)], DARK)


def watering_can(pen: Pen, colour: RGB = (70, 150, 200), water: bool = True) -> None:
    """Held by its upper handle, pouring to the right."""
    can = pen.at(0, 0, turn=14)
    can.arc(0, 6, 9, 180, 360, 2.8, colour)
    can.line([(10, 20), (26, 6)], 4.4, colour, rim=RIM)
    can.polygon([(22, 2), (29, 10), (32, 5), (26, -1)], colour, rim=RIM)
    can.box(-12, 5, 12, 26, colour, 3, rim=RIM)
    can.line([(-11, 11), (11, 11)], 1.2, rim_of(colour))
    if water:
        for i, length in enumerate((30, 34, 30)):
            x = 31 + i * 3.4
            pen.line([(x, 16 + i), (x + 5, 16 + length)], 1.6, (90, 176, 240))


def bouquet(pen: Pen) -> None:
    pen.polygon([(-15, -16), (15, -16), (3, 12), (-3, 12)], (246, 238, 226), rim=RIM)
    for x, y, name in (
        (-11, -19, "red"),
        (0, -16, "yellow"),
        (11, -19, "violet"),
        (-5, -27, "pink"),
        (6, -27, "orange"),
    ):
        for dx, dy in oval(0, 0, 4, 4, 0, 288, steps=4):
            pen.ellipse(x + dx, y + dy, 3.4, 3.4, COLOURS[name], rim=0.5)
        pen.ellipse(x, y, 2.6, 2.6, (250, 220, 90))


def big_bouquet(pen: Pen) -> None:
    """An armful of flowers in paper, tied with a ribbon."""
    pen = pen.at(2, -8, 0.96, turn=12)
    for x, y in ((-24, -18), (-14, -32), (2, -35), (17, -30), (25, -16)):
        pen.ellipse(x, y, 5, 11, (92, 164, 90), turn=x * 2.2, rim=0.8)
    for x, y, name in (
        (-18, -20, "red"),
        (-8, -28, "yellow"),
        (6, -29, "pink"),
        (18, -21, "violet"),
        (-8, -17, "orange"),
        (6, -18, "white"),
    ):
        for dx, dy in oval(0, 0, 4.6, 4.6, 0, 288, steps=4):
            pen.ellipse(x + dx, y + dy, 4, 4, COLOURS[name], rim=0.5)
        pen.ellipse(x, y, 2.8, 2.8, (250, 214, 80) if name != "yellow" else (200, 120, 50))
    pen.polygon([(-24, -14), (-9, -9), (0, -13), (9, -9), (24, -14), (5, 15), (-5, 15)], (248, 236, 214), rim=RIM)
    pen.line([(-8, -9), (-2, 10)], 0.9, (216, 196, 164))
    pen.line([(8, -9), (2, 10)], 0.9, (216, 196, 164))
    pen.box(-7, 6, 7, 10, (226, 80, 110), 1, rim=0.8)
    for side in (-1, 1):
        pen.ellipse(side * 6, 11, 5, 3, (226, 80, 110), turn=side * 24, rim=0.8)


def potted_flower(pen: Pen, petal: RGB = (240, 100, 140)) -> None:
    """(0, 0) is the middle of the pot."""
    pen.line([(0, -6), (0, -24)], 2.2, (70, 150, 70))
    for side in (-1, 1):
        pen.ellipse(side * 6, -13, 6, 2.8, (80, 165, 80), turn=side * -24, rim=0.6)
    for dx, dy in oval(0, 0, 5.6, 5.6, 0, 300, steps=5):
        pen.ellipse(dx, -29 + dy, 4, 4, petal, rim=0.6)
    pen.ellipse(0, -29, 4, 4, (250, 206, 70))
    pen.polygon([(-11, -7), (11, -7), (8, 9), (-8, 9)], (206, 110, 66), rim=RIM)
    pen.box(-12.4, -10, 12.4, -5, (218, 126, 80), 1, rim=RIM)


def loaf_tray(pen: Pen) -> None:
    """Loaves on a tray, before the torso; (0, 0) is its middle."""
    for x in (-14, 0, 14):
        pen.ellipse(x, -5, 8.4, 7, (216, 150, 78), rim=RIM)
        for dx in (-3, 1, 5):
            pen.line([(x + dx - 2, -4), (x + dx, -9)], 1.3, (246, 212, 152))
    pen.box(-25, -2, 25, 3.5, STEEL, 1.6, rim=RIM)


def bucket(pen: Pen, colour: RGB = (90, 150, 210)) -> None:
    pen.arc(0, 12, 11, 180, 360, 1.6, DARK)
    pen.polygon([(-12, 11), (12, 11), (9, 32), (-9, 32)], colour, rim=RIM)
    pen.line([(-12, 12), (12, 12)], 2.4, shade(colour, 0.3))


def lantern(pen: Pen) -> None:
    pen.arc(0, 8, 6, 180, 360, 1.6, DARK)
    pen.box(-7, 8, 7, 12, DARK, 1)
    pen.box(-6, 12, 6, 25, (255, 236, 140), 1, rim=RIM)
    pen.ribbon((0, 24), (-4, 19), (0, 14), (5, 5, 0.5), (246, 150, 40))
    pen.box(-8, 24, 8, 28, DARK, 1)


def treasure_map(pen: Pen) -> None:
    """Before the torso; (0, 0) is its middle."""
    pen.polygon(
        [(-24, -14), (-8, -11), (8, -14), (24, -11), (24, 13), (8, 10), (-8, 13), (-24, 10)], (240, 220, 172), rim=RIM
    )
    for x in (-8, 8):
        pen.line([(x, -12), (x, 11)], 0.8, (206, 180, 130))
    pen.curve((-18, 5), (-6, -14), (8, 2), 1.4, (90, 140, 90))
    for side in (-1, 1):
        pen.line([(13, 2 - side * 4), (20, 2 + side * 4)], 1.8, RED)
