"""Instruments and sports gear. (0, 0) is the hand that holds it; `front` ones lie before the torso."""

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of
from synthgen.renderer.sketch.subjects.tools_hand import DARK, RED, RIM, STEEL, WOOD, handle

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
LACQUER: RGB = (204, 112, 48)


def guitar(pen: Pen, colour: RGB = (206, 136, 62)) -> None:
    """Before the torso, in its units; the neck leads up to the right."""
    guitar_pen = pen.at(-4, -9, turn=-22)
    guitar_pen.line([(8, 0), (46, 0)], 4.6, (112, 70, 44), rim=RIM)
    guitar_pen.box(44, -4, 54, 4, (92, 56, 36), 1.4, rim=RIM)
    for x in (46, 51):
        for y in (-5, 5):
            guitar_pen.ellipse(x, y, 1.3, 1.3, STEEL)
    body = [(-22, 0), (-19, -11), (-8, -13), (-1, -8.6), (7, -10.5), (13, -5), (14, 0)]
    guitar_pen.blob([*body, *((x, -y) for x, y in reversed(body[1:-1]))], colour, rim=1.1)
    guitar_pen.ellipse(3, 0, 4.4, 4.4, (70, 44, 32))
    guitar_pen.box(-14, -5, -11, 5, (92, 56, 36), 1)
    for string in (-1.1, 1.1):
        guitar_pen.line([(-12, string), (46, string)], 0.5, (240, 230, 210))


def violin(pen: Pen) -> None:
    """Held by its neck at (0, 0), the body at the chin on the left, the bow across its strings."""
    wood = (158, 72, 30)
    violin_pen = pen.at(0, 0, turn=-9)
    violin_pen.line([(-14, 0), (9, 0)], 4, DARK, rim=0.8)
    violin_pen.arc(11, -0.8, 2.4, 90, 400, 2, wood)
    body = [(-46, 0), (-44, -9.6), (-36, -11), (-30, -6.6), (-24, -9.4), (-16, -8), (-13, 0)]
    violin_pen.blob([*body, *((x, -y) for x, y in reversed(body[1:-1]))], wood, rim=1.2)
    violin_pen.blob([(x * 0.9 - 3, y * 0.76) for x, y in [*body, *((x, -y) for x, y in reversed(body[1:-1]))]], LACQUER)
    violin_pen.box(-45, -2.2, -37, 2.2, DARK, 1)
    violin_pen.line([(-24, 0), (-4, 0)], 3.2, DARK)
    for side in (-1, 1):
        violin_pen.curve((-33, side * 4.4), (-30, side * 3), (-27, side * 5), 1, DARK)
        violin_pen.line([(-38, side * 0.9), (4, side * 0.9)], 0.5, (244, 236, 220))
    bow(pen.at(-35, 24, turn=27))


def bow(pen: Pen) -> None:
    """Its frog is at (0, 0)."""
    pen.line([(0, 6), (0, -58)], 2, (96, 56, 34), rim=0.7)
    pen.line([(2.8, 2), (2.8, -56)], 1.3, WHITE)


def drumstick(pen: Pen) -> None:
    pen.line([(0, 4), (0, -22)], 2.2, (230, 190, 130), rim=0.7)
    pen.ellipse(0, -23, 2.2, 2.8, (230, 190, 130), rim=0.7)


def racket(pen: Pen, colour: RGB = RED) -> None:
    handle(pen, 6, -12, 3.6, DARK)
    pen.line([(0, -12), (0, -17)], 2.4, colour)
    pen.ellipse(0, -29, 11, 13.4, colour, rim=RIM)
    pen.ellipse(0, -29, 8.6, 11, (232, 240, 232))
    for i in (-2, -1, 0, 1, 2):
        pen.line([(i * 3, -39 + abs(i) * 1.4), (i * 3, -19 - abs(i) * 1.4)], 0.6, (150, 160, 150))
        pen.line([(-8 + abs(i) * 0.8, -29 + i * 4), (8 - abs(i) * 0.8, -29 + i * 4)], 0.6, (150, 160, 150))


def tennis_ball(pen: Pen, x: float = 0, y: float = 0, r: float = 5) -> None:
    pen.ellipse(x, y, r, r, (212, 232, 64), rim=RIM)
    pen.arc(x - r * 1.1, y, r, -45, 45, 0.9, WHITE)
    pen.arc(x + r * 1.1, y, r, 135, 225, 0.9, WHITE)


def bat(pen: Pen) -> None:
    pen.polygon(
        [(-1.8, 8), (1.8, 8), (2.2, -12), (4.6, -38), (3, -43), (-3, -43), (-4.6, -38), (-2.2, -12)],
        (216, 164, 100),
        rim=RIM,
    )
    pen.line([(-3, 8), (3, 8)], 2.6, DARK)


def soccer_ball(pen: Pen, x: float = 0, y: float = 0, r: float = 11) -> None:
    pen.ellipse(x, y, r, r, WHITE, rim=1.1)
    pen.polygon([(x + dx * r * 0.38, y + dy * r * 0.38) for dx, dy in oval(0, 0, 1, 1, -90, 270, steps=5)], DARK)
    for dx, dy in oval(0, 0, 1, 1, -90, 198, steps=4):
        pen.line([(x + dx * r * 0.38, y + dy * r * 0.38), (x + dx * r * 0.72, y + dy * r * 0.72)], 1, DARK)
        pen.ellipse(x + dx * r * 0.82, y + dy * r * 0.82, r * 0.17, r * 0.17, DARK)


def basketball(pen: Pen, x: float = 0, y: float = 0, r: float = 12) -> None:
    pen.ellipse(x, y, r, r, (232, 124, 44), rim=1.1)
    pen.line([(x - r + 0.6, y), (x + r - 0.6, y)], 1, DARK)
    pen.line([(x, y - r + 0.6), (x, y + r - 0.6)], 1, DARK)
    for side in (-1, 1):
        start, end = (118, 242) if side > 0 else (-62, 62)
        pen.arc(x + side * r * 1.25, y, r, start, end, 1, DARK)


def baseball(pen: Pen, x: float = 0, y: float = 0, r: float = 5.4) -> None:
    pen.ellipse(x, y, r, r, WHITE, rim=1)
    pen.arc(x - r * 1.1, y, r, -45, 45, 1, RED)
    pen.arc(x + r * 1.1, y, r, 135, 225, 1, RED)


def boxing_glove(pen: Pen, colour: RGB = RED) -> None:
    pen.box(-5, 4, 5, 11, WHITE, 1.6, rim=RIM)
    pen.blob([(-8, 4), (-9.6, -5), (-4, -12), (5, -11), (9.6, -4), (7, 5)], colour, rim=RIM)
    pen.ellipse(-5.6, 0, 3.4, 5, colour, turn=20, rim=RIM)


def barbell(pen: Pen, y: float, wide: float = 52) -> None:
    """Across the whole width, at the height `y`."""
    pen.line([(-wide, y), (wide, y)], 3, STEEL, rim=0.8)
    for side in (-1, 1):
        pen.box(side * (wide - 12) - 3.6, y - 18, side * (wide - 12) + 3.6, y + 18, RED, 2.4, rim=RIM)
        pen.box(side * (wide - 4.4) - 3, y - 13, side * (wide - 4.4) + 3, y + 13, (60, 90, 160), 2.4, rim=RIM)


def ski_pole(pen: Pen) -> None:
    pen.line([(0, -4), (-14, 58)], 2, DARK, rim=0.6)
    pen.line([(-15.6, 52), (-9, 53.6)], 1.8, RED)
    pen.line([(0, -6), (-0.8, 4)], 3.6, RED)


def ring_buoy(pen: Pen) -> None:
    """A lifebuoy that hangs from the hand."""
    pen.ellipse(0, 17, 17, 17, WHITE, rim=RIM)
    for start in (22, 112, 202, 292):
        pen.line(oval(0, 17, 12.6, 12.6, start, start + 46, steps=8), 8.4, RED)
    pen.ellipse(0, 17, 8, 8, (216, 222, 228), rim=RIM)
    pen.ellipse(0, 17, 7, 7, (206, 226, 240))


def fishing_rod(pen: Pen) -> None:
    pen.line([(-9, 12), (0, 0), (30, -40)], 2, WOOD, rim=0.7)
    pen.ellipse(-1, 4, 3, 3, STEEL, rim=0.7)
    pen.line([(30, -40), (34, 8)], 0.7, (120, 126, 136))
    pen.at(34, 20).blob(
        [(-4.4, 0), (-2.6, -9), (0, -12), (2.6, -9), (4.4, 0), (1.8, 8), (5, 14), (0, 12), (-5, 14), (-1.8, 8)],
        (104, 168, 206),
        rim=RIM,
    )
    pen.ellipse(34, 11.4, 1, 1, DARK)


def umbrella(pen: Pen, colour: RGB = RED) -> None:
    pen.line([(0, 8), (0, -50)], 2.2, DARK)
    pen.arc(3.4, 8, 3.4, 0, 180, 2.2, DARK)
    dome = oval(0, -44, 38, 30, 180, 360)
    scallops = [point for i in range(4) for point in oval(28.5 - 19 * i, -44, 9.5, 5, 0, -180, steps=8)]
    pen.polygon([*dome, *scallops], colour, rim=RIM)
    for x in (-19, 0, 19):
        pen.curve((0, -74), (x * 0.9, -66), (x, -46), 0.9, rim_of(colour))
    pen.line([(0, -74), (0, -79)], 2, DARK)


def kite(pen: Pen, colour: RGB = (236, 88, 72)) -> None:
    """(0, 0) is its middle."""
    pen.curve((0, 20), (-10, 34), (2, 44), 1.2, DARK)
    for x, y in ((-4.4, 29), (-2.4, 38)):
        pen.polygon([(x, y), (x - 5, y - 3), (x - 5, y + 3)], COLOURS["yellow"])
        pen.polygon([(x, y), (x + 5, y - 3), (x + 5, y + 3)], COLOURS["yellow"])
    pen.polygon([(0, -24), (17, -4), (0, 22), (-17, -4)], colour, rim=1)
    pen.polygon([(0, -24), (17, -4), (0, -4)], COLOURS["yellow"])
    pen.polygon([(0, 22), (-17, -4), (0, -4)], (70, 140, 220))


def hoop(pen: Pen, front: bool) -> None:
    """A hula hoop around the hips, its half behind or before the body."""
    colours = ((236, 80, 150), (90, 190, 236))
    start = 0 if front else 180
    for i in range(6):
        pen.line(oval(0, -8, 40, 11, start + 30 * i, start + 30 * i + 30, steps=6), 4, colours[i % 2], rim=0.8)


def skateboard(pen: Pen, colour: RGB = (150, 80, 190)) -> None:
    """(0, 0) is the middle of the deck's upper side; 11 high."""
    for x in (-17, 17):
        pen.ellipse(x, 7, 4, 4, WHITE, rim=1)
        pen.ellipse(x, 7, 1.4, 1.4, DARK)
    pen.line([(-32, -3), (-24, 1.5), (24, 1.5), (32, -3)], 4, colour, rim=RIM)


def surfboard(pen: Pen, colour: RGB = (250, 226, 120)) -> None:
    pen.blob([(-48, -1), (-30, -4), (10, -4.4), (40, -4), (58, -13), (48, 1), (10, 6), (-30, 5)], colour, rim=RIM)
    pen.curve((-44, 0), (20, 3), (54, -10), 2, shade(RED, 0.1))


def board(pen: Pen, colour: RGB = (236, 96, 60)) -> None:
    """A snowboard, seen from the side."""
    pen.line([(-44, -5), (-34, 0), (34, 0), (44, -5)], 4.6, colour, rim=RIM)
    pen.line([(-12, 0), (12, 0)], 1.6, WHITE)
