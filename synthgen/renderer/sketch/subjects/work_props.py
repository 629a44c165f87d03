"""What tells a profession: things held, pens at the hand; worn, in the head's units; or standing at the feet."""

import math

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of
from synthgen.renderer.sketch.subjects.tools_hand import DARK, GOLD, RED, RIM, STEEL, WHITE, WOOD, camera, handle
from synthgen.renderer.sketch.subjects.tools_play import soccer_ball, tennis_ball

PAPER: RGB = (246, 240, 224)
CREAM: RGB = (246, 238, 220)


def flag(pen: Pen) -> None:
    pen.line([(0, 44), (0, -46)], 2.2, STEEL, rim=0.7)
    pen.polygon([(1, -46), (34, -44), (31, -34), (34, -24), (1, -25)], (70, 130, 210), rim=RIM)
    pen.line([(1, -35), (31, -34)], 5, WHITE, flat=True)


def trophy(pen: Pen) -> None:
    for side in (-1, 1):
        pen.arc(side * 10, -22, 5, 0, 360, 2.2, shade(GOLD, -0.12))
    pen.polygon(
        [
            (-11, -31),
            (11, -31),
            *bezier((11, -31), (10, -12), (0, -11), 6),
            *bezier((0, -11), (-10, -12), (-11, -31), 6),
        ],
        GOLD,
        RIM,
    )
    pen.line([(0, -11), (0, 0)], 4, GOLD, rim=RIM)
    pen.box(-8, 0, 8, 6, (104, 70, 44), 1, rim=RIM)
    pen.line([(-6, -27), (-5, -19)], 2, shade(GOLD, 0.6))


def milk_jug(pen: Pen) -> None:
    pen.arc(9, -5, 5, -90, 90, 2.2, STEEL)
    pen.polygon([(-11, -15), (8, -15), (9, 4), (-8, 4), (-7, -10)], STEEL, rim=RIM)
    pen.line([(-4, -12), (-4, 1)], 1.6, WHITE)


def honeycomb(pen: Pen) -> None:
    pen.box(-19, -10, 19, 18, (172, 118, 70), 1, rim=RIM)
    pen.box(-16, -7, 16, 15, (246, 190, 60))
    pen.line([(-22, -10), (22, -10)], 3.6, (172, 118, 70), rim=0.8)
    for row in range(3):
        for i in range(5):
            x, y = -12.6 + i * 6 + row % 2 * 3, -2.6 + row * 6.4
            pen.polygon(oval(x, y, 2.9, 2.9, 30, 390, steps=6), (206, 136, 36))


def bee(pen: Pen) -> None:
    for side in (-1, 1):
        pen.ellipse(side * 2 - 0.6, -4, 2.2, 3.4, (226, 240, 250), turn=side * 20, rim=0.6)
    pen.ellipse(0, 0, 5, 3.6, (250, 204, 50), rim=0.8)
    for x in (-1.6, 1.4):
        pen.line([(x, -2.6), (x, 2.6)], 1.2, DARK)


def paper_hat(pen: Pen, colour: RGB) -> None:
    pen.polygon(
        [(-19, -10), (-17, -27), *bezier((-17, -27), (0, -31), (17, -27), 6), (19, -10), (0, -14)], WHITE, rim=RIM
    )
    pen.polygon([(-19.4, -15), (-19, -9.4), (0, -13.4), (19, -9.4), (19.4, -15), (0, -18.6)], colour)


def meat(pen: Pen) -> None:
    """A ham on its bone."""
    pen.line([(6, 0), (17, -7)], 3.4, WHITE, rim=RIM)
    for y in (-9.4, -5.4):
        pen.ellipse(18, y, 2.6, 2.6, WHITE, rim=0.7)
    pen.blob([(-17, -4), (-10, -13), (3, -10), (10, -2), (4, 8), (-9, 10)], (196, 84, 78), rim=RIM)
    pen.ellipse(-8, -1.6, 5, 5.6, (240, 180, 166), rim=0.7)
    pen.ellipse(-8, -1.6, 1.8, 2, WHITE)


def plank(pen: Pen) -> None:
    pen.polygon([(-9, -48), (-1, -48), (3, 40), (-6, 40)], (214, 164, 104), rim=RIM)
    for x in (-6, -2.4):
        pen.line([(x, -44), (x + 3, 36)], 0.8, rim_of(WOOD))


def clown_face(pen: Pen, painted: bool = True) -> None:
    """A wig of curls, a red nose and a small hat; a painted mouth covers much of the face."""
    for side in (-1, 1):
        for dx, dy in ((20, -7), (26, 0), (20, 6), (28, -10), (21, -15)):
            pen.ellipse(side * dx, dy, 6.4, 6, (240, 110, 40), rim=0.8)
    if painted:
        pen.ellipse(0, 14, 9.6, 5.6, WHITE)
        pen.polygon(oval(0, 12.6, 6.4, 6, 0, 180), (170, 36, 44))
    pen.ellipse(0, 7, 4.6, 4.6, (228, 44, 48), rim=RIM)
    pen.ellipse(-1.4, 5.6, 1.2, 1.2, (255, 190, 180))
    pen.polygon([(-9, -19), (2, -46), (11, -18)], (90, 150, 230), rim=RIM)
    for x, y in ((-3, -23), (4, -26), (1, -34)):
        pen.ellipse(x, y, 1.9, 1.9, (250, 214, 70))
    pen.ellipse(2, -46, 3.8, 3.8, (250, 214, 70), rim=RIM)


def balloons(pen: Pen) -> None:
    for x, y, name in ((-12, -44, "red"), (12, -46, "blue"), (0, -58, "yellow")):
        pen.line([(0, 2), (x, y + 10)], 0.8, DARK)
        pen.polygon([(x, y + 9), (x - 2.6, y + 14), (x + 2.6, y + 14)], COLOURS[name])
        pen.ellipse(x, y, 9.4, 11, COLOURS[name], rim=RIM)
        pen.ellipse(x - 3.4, y - 4, 1.8, 2.8, WHITE)


def music_stand(pen: Pen) -> None:
    pen.line([(0, -2), (0, -46)], 2.2, DARK, rim=0.6)
    pen.line([(-11, 0), (0, -8), (11, 0)], 2.2, DARK)
    pen.polygon([(-19, -66), (19, -66), (16, -44), (-16, -44)], DARK, rim=RIM)
    for x in (-8.4, 8.4):
        pen.box(x - 7, -64, x + 7, -47, PAPER, rim=0.6)
        for y in (-60, -56, -52):
            pen.line([(x - 5, y), (x + 5, y)], 0.8, (120, 120, 124))


def traffic_cone(pen: Pen) -> None:
    pen.box(-12, -4, 12, 0, (226, 106, 36), 1, rim=RIM)
    pen.polygon([(-8, -4), (8, -4), (2, -28), (-2, -28)], (240, 124, 44), rim=RIM)
    pen.polygon([(-5.8, -11), (5.8, -11), (4.4, -17), (-4.4, -17)], WHITE)


def turntables(pen: Pen) -> None:
    """A DJ's desk, hiding the legs."""
    pen.box(-50, -44, 50, 0, (52, 48, 66), 3, rim=RIM)
    pen.box(-54, -52, 54, -42, (78, 74, 96), 2, rim=RIM)
    for x in (-32, 32):
        pen.ellipse(x, -53, 18, 5.4, (40, 38, 46), rim=RIM)
        pen.ellipse(x, -53, 11, 3.2, (60, 58, 70))
        pen.ellipse(x, -53, 5, 1.8, (240, 90, 140))
    for i, name in enumerate(("red", "yellow", "green", "blue")):
        pen.box(-9 + i * 5, -50, -6 + i * 5, -46, COLOURS[name])
    for i, high in enumerate((10, 20, 14, 26, 18, 24, 12, 16)):
        pen.box(-36 + i * 9.4, -6 - high, -30 + i * 9.4, -6, (90, 210, 220) if i % 2 else (240, 90, 180))


def light_bulb(pen: Pen) -> None:
    pen.blob([(-4.4, -9), (-10, -20), (-7, -30), (0, -33), (7, -30), (10, -20), (4.4, -9)], (255, 236, 120), rim=RIM)
    pen.line([(-3, -12), (-3, -20), (0, -17), (3, -20), (3, -12)], 1.1, (214, 130, 40))
    pen.box(-4.6, -10, 4.6, -1, STEEL, 1.4, rim=RIM)
    for x, y in ((-16, -26), (16, -26), (-10, -38), (10, -38), (0, -42)):
        pen.line([(x * 0.86, y * 0.9 - 2), (x, y)], 1.6, (250, 196, 50))


def cable(pen: Pen) -> None:
    """A coil with its plug."""
    for r in (12, 9, 6):
        pen.line(oval(0, 10, r, r + 1), 2.6, (232, 110, 50), rim=0.8)
    pen.curve((8, 18), (18, 24), (13, 34), 2.6, (232, 110, 50), rim=0.8)
    pen.box(9, 33, 17, 41, DARK, 1.6, rim=RIM)
    for x in (11, 15):
        pen.line([(x, 41), (x, 46)], 1.6, STEEL)


def rain_hat(pen: Pen, colour: RGB) -> None:
    pen.polygon(
        [*oval(0, -9, 20.5, 20, 180, 360), (32, -2), *bezier((32, -2), (0, -14), (-32, -2), 8)], colour, rim=RIM
    )
    pen.curve((-20.4, -10), (0, -16.4), (20.4, -10), 1, rim_of(colour))


def side_cap(pen: Pen, colour: RGB) -> None:
    pen.blob([(-16, -18), (-6, -31), (14, -30), (19, -17), (2, -19)], colour, rim=RIM)
    pen.curve((-14, -18.6), (2, -23), (18, -18), 1.6, RED)
    pen.ellipse(9, -25, 2.4, 2.4, GOLD, rim=0.6)


def goal(pen: Pen) -> None:
    for i in range(9):
        pen.line([(-56 + 14 * i, -118), (-56 + 14 * i, 0)], 0.8, (196, 200, 206))
    for i in range(9):
        pen.line([(-56, -112 + 14 * i), (56, -112 + 14 * i)], 0.8, (196, 200, 206))
    pen.line([(-58, 0), (-58, -120), (58, -120), (58, 0)], 4.4, WHITE, rim=1.2)


def glove(pen: Pen) -> None:
    """A goalkeeper's left hand, seen from its back: thick fingers and a broad cuff."""
    tone = (250, 140, 40)
    pen.box(-9, 3, 3, 12, shade(tone, -0.2), 2, rim=1)
    for x, y in ((-9, -7), (-4.5, -10), (0, -10), (4.5, -7)):
        pen.line([(x * 0.7 - 2, 0), (x - 2, y)], 5.6, tone, rim=1)
    pen.line([(2, 3), (8, -1)], 5, tone, rim=1)
    pen.box(-9, -5, 4, 5, tone, 3)


def ball_to_catch(pen: Pen) -> None:
    soccer_ball(pen, 0, 0, 14)


def diploma(pen: Pen) -> None:
    pen.box(-15, -5, 15, 4, PAPER, 2, rim=RIM)
    for x in (-15, 15):
        pen.ellipse(x, -0.5, 2, 4.5, shade(PAPER, -0.1), rim=0.7)
    pen.box(-2.6, -5.4, 2.6, 4.4, RED)
    pen.line([(0, 4), (-3, 11)], 2.2, RED)
    pen.line([(0, 4), (3, 11)], 2.2, RED)


def notepad(pen: Pen) -> None:
    pen.box(-9, -16, 9, 8, PAPER, 1, rim=RIM)
    pen.box(-9, -17, 9, -13, (70, 110, 180))
    for y in (-9, -5, -1, 3):
        pen.line([(-6, y), (6, y)], 1, (140, 146, 156))


def sceptre(pen: Pen) -> None:
    pen.line([(0, 34), (0, -30)], 3, GOLD, rim=RIM)
    pen.ellipse(0, -36, 6.4, 6.4, (70, 130, 220), rim=1)
    pen.box(-5, -31, 5, -27.6, GOLD, 1, rim=0.7)
    pen.line([(0, -43), (0, -50)], 2.2, GOLD)
    pen.line([(-3.4, -47), (3.4, -47)], 2.2, GOLD)


def book_pile(pen: Pen) -> None:
    for i, (name, half) in enumerate((("blue", 19), ("red", 17), ("green", 18), ("gold", 15))):
        y = 10 - i * 7
        pen.box(-half, y - 6.4, half, y, COLOURS[name], 1.4, rim=RIM)
        pen.box(half - 5, y - 5, half, y - 1.4, PAPER)
        pen.line([(-half + 5, y - 5.8), (-half + 5, y - 0.6)], 1.4, shade(COLOURS[name], 0.5))


def rabbit(pen: Pen) -> None:
    """Looking out of a top hat that is held upside down."""
    for side in (-1, 1):
        pen.ellipse(side * 4.4, -29, 3, 9, WHITE, turn=side * 10, rim=RIM)
        pen.ellipse(side * 4.4, -29, 1.3, 6, (246, 180, 190), turn=side * 10)
    pen.ellipse(0, -16, 9.4, 8.4, WHITE, rim=RIM)
    for side in (-1, 1):
        pen.ellipse(side * 3.4, -17, 1.3, 1.6, DARK)
    pen.ellipse(0, -13.6, 1.4, 1, (240, 130, 150))
    pen.polygon([(-12, -10), (12, -10), (10, 14), (-10, 14)], DARK, rim=RIM)
    pen.ellipse(0, -10, 17, 3.2, DARK, rim=RIM)
    pen.polygon([(-11.6, -5), (11.6, -5), (11.2, 0), (-11.2, 0)], RED)


def camera_before_eye(pen: Pen) -> None:
    """In the head's units."""
    camera(pen.at(0, 5, 1.15))
    pen.polygon([*oval(14, -10, 7, 7, 0, 330, steps=8)], (255, 246, 190))


def camera_before_chin(pen: Pen) -> None:
    """A small one, so that the face is seen above it."""
    camera_before_eye(pen.at(0, 12.5, 0.72))


def toy_plane(pen: Pen) -> None:
    plane = pen.at(0, -12, turn=-16)
    plane.polygon([(-4, 0), (6, 0), (-6, 15), (-11, 15)], (150, 170, 196), rim=RIM)
    plane.polygon([(-18, -2), (-15, -2), (-22, -12), (-26, -12)], (70, 120, 200), rim=RIM)
    plane.blob([(-24, -2), (-10, -5), (12, -5), (22, 0), (12, 4), (-12, 4)], WHITE, rim=RIM)
    plane.polygon([(-2, -4), (6, -4), (-8, -14), (-12, -14)], (176, 192, 212), rim=RIM)
    for x in (-8, -3, 2, 7):
        plane.ellipse(x, -1.6, 1.3, 1.3, (70, 120, 200))
    plane.polygon([(14, -3.4), (18.4, -1.6), (13, -0.8)], (70, 120, 200))


def parrot(pen: Pen) -> None:
    pen.ribbon((-2, 0), (-10, 12), (-12, 26), (8, 6, 2), (60, 120, 210), rim=RIM)
    pen.blob([(-8, -8), (-6, -22), (2, -28), (9, -22), (8, -6), (2, 4), (-4, 4)], (222, 54, 50), rim=RIM)
    pen.blob([(-8, -10), (-2, -15), (0, -4), (-6, 5)], (70, 170, 90), rim=0.7)
    pen.ellipse(4.4, -21, 3, 3, WHITE)
    pen.ellipse(5, -21, 1.3, 1.4, DARK)
    pen.blob([(8, -23), (14, -20), (11, -13), (8, -17)], (250, 200, 60), rim=0.7)


def stop_sign(pen: Pen) -> None:
    pen.line([(0, 6), (0, -14)], 2.6, WOOD, rim=0.7)
    pen.polygon(oval(0, -26, 14, 14, 22.5, 382.5, steps=8), WHITE, rim=RIM)
    pen.polygon(oval(0, -26, 12, 12, 22.5, 382.5, steps=8), RED)
    pen.box(-8.4, -28.4, 8.4, -23.6, WHITE)


def sailor_hat(pen: Pen) -> None:
    pen.polygon([(-17, -14), (-20, -28), *bezier((-20, -28), (0, -33), (20, -28), 8), (17, -14)], WHITE, rim=RIM)
    pen.polygon(
        [(-20, -20), *bezier((-20, -20), (0, -15), (20, -20), 8), (19, -9), *bezier((19, -9), (0, -5), (-19, -9), 8)],
        WHITE,
        rim=RIM,
    )
    pen.curve((-19, -10.6), (0, -6.6), (19, -10.6), 1.6, (50, 84, 160))


def anchor(pen: Pen, colour: RGB = (80, 92, 112)) -> None:
    pen.arc(0, -12, 5, 0, 360, 2.6, colour)
    pen.line([(0, -7), (0, 32)], 4, colour, rim=RIM)
    pen.line([(-9, 0), (9, 0)], 3.6, colour, rim=RIM)
    pen.line(oval(0, 16, 17, 16, 10, 170), 4, colour, rim=RIM)
    for side in (-1, 1):
        pen.polygon([(side * 12, 20), (side * 22, 22), (side * 18.4, 10)], colour, rim=RIM)


def scalpel(pen: Pen) -> None:
    pen.line([(0, 8), (0, -12)], 2.6, STEEL, rim=0.7)
    pen.polygon([(-1.8, -12), (2, -12), (2, -19), (-1.8, -26)], (224, 230, 238), rim=0.7)


def thread_spool(pen: Pen, colour: RGB = (226, 70, 110)) -> None:
    pen.box(-9, -20, 9, -16, WOOD, 1, rim=RIM)
    pen.box(-9, 2, 9, 6, WOOD, 1, rim=RIM)
    pen.box(-7, -16, 7, 2, colour, rim=RIM)
    for y in (-12, -8, -4):
        pen.line([(-6.6, y), (6.6, y - 1.6)], 0.9, rim_of(colour))
    pen.curve((7, -1), (18, 6), (12, 20), 1.2, colour)


def pointer(pen: Pen) -> None:
    pen.line([(-2, 8), (12, -42)], 2, WOOD, rim=0.7)
    pen.ellipse(12, -42, 2, 2, RED)


def puppy(pen: Pen) -> None:
    """A small dog that is carried; (0, 0) is its middle."""
    fur, dark = (222, 170, 110), (150, 98, 58)
    pen.ellipse(0, 6, 14, 10, fur, rim=RIM)
    for x in (-7, 7):
        pen.ellipse(x, 14, 4, 4.6, fur, rim=RIM)
    pen.ellipse(0, -7, 12, 10.6, fur, rim=RIM)
    for side in (-1, 1):
        pen.ellipse(side * 11.6, -6, 4, 8, dark, turn=side * -14, rim=RIM)
        pen.ellipse(side * 4.4, -8, 1.7, 2.1, DARK)
    pen.ellipse(0, -2.4, 5.4, 4.2, CREAM)
    pen.ellipse(0, -4, 2.1, 1.6, DARK)
    pen.box(-8, 2, 8, 5, (70, 140, 210), 1)
    pen.polygon([(-1.6, -1), (1.6, -1), (1.2, 2), (-1.2, 2)], (240, 120, 130))


def towel(pen: Pen) -> None:
    """A waiter's cloth, over the forearm."""
    pen.polygon([(-12, -4), (4, -5), (5, 18), (-11, 19)], WHITE, rim=RIM)
    pen.line([(-10, 14), (4, 13)], 1.6, RED)
    pen.line([(-4, -3), (-3, 12)], 0.8, rim_of(WHITE))


def welding_mask(pen: Pen, colour: RGB = (84, 92, 106)) -> None:
    pen.polygon([*oval(0, -4, 23, 22, 180, 360), (21, 12), (12, 24), (-12, 24), (-21, 12)], colour, rim=RIM)
    pen.box(-13, -6, 13, 6, (30, 34, 40), 2, rim=RIM)
    pen.polygon([(-9, 4), (-3, -4), (1, -4), (-5, 4)], (90, 200, 130))
    pen.line([(-8, 14), (8, 14)], 1.2, rim_of(colour))
    pen.line([(-6, 18), (6, 18)], 1.2, rim_of(colour))


def raised_welding_mask(pen: Pen, colour: RGB = (84, 92, 106)) -> None:
    """Turned up, the face below it is free."""
    pen.polygon([*oval(0, -12, 23.5, 20, 180, 360), (22, -6), (13, -10.5), (-13, -10.5), (-22, -6)], colour, rim=RIM)
    pen.box(-11, -27, 11, -18.5, (30, 34, 40), 2, rim=RIM)
    pen.polygon([(-8, -19.5), (-3, -26), (1, -26), (-4, -19.5)], (90, 200, 130))
    pen.line([(-12, -14), (12, -14)], 1.2, rim_of(colour))


def monkey(pen: Pen) -> None:
    """A small monkey that sits on the arm."""
    fur, face = (140, 92, 56), (240, 206, 166)
    pen.curve((6, 4), (20, 10), (16, -8), 3, fur, rim=0.8)
    pen.ellipse(0, -4, 8, 9.4, fur, rim=RIM)
    for side in (-1, 1):
        pen.ellipse(side * 9.4, -20, 3.6, 3.6, fur, rim=RIM)
        pen.ellipse(side * 9.4, -20, 1.8, 1.8, face)
        pen.ellipse(side * 5, 5, 4, 2.6, fur, rim=0.7)
    pen.ellipse(0, -20, 9, 8.6, fur, rim=RIM)
    pen.ellipse(0, -18, 6.4, 5.6, face)
    for side in (-1, 1):
        pen.ellipse(side * 2.8, -20, 1.3, 1.6, DARK)
    pen.curve((-2.6, -15.6), (0, -13.6), (2.6, -15.6), 0.9, (130, 60, 50))


def dental_mirror(pen: Pen) -> None:
    handle(pen, 8, -14, 2, STEEL)
    pen.ellipse(0, -19, 5.6, 5.6, STEEL, rim=RIM)
    pen.ellipse(0, -19, 3.8, 3.8, (206, 234, 246))


def snorkel(pen: Pen) -> None:
    """Beside a diver's mask, in the head's units, with bubbles."""
    pen.line([(9, 13.6), (21, 11), (24, -22)], 3.4, (240, 190, 40), rim=0.8)
    pen.ellipse(5, 13.6, 4.6, 3.4, (60, 64, 78), rim=0.7)
    for x, y, r in ((32, -20, 3), (37, -31, 4.4), (30, -40, 2.6)):
        pen.ellipse(x, y, r, r, (206, 236, 250), rim=0.9)


def swarm(pen: Pen) -> None:
    """Bees around a head."""
    for angle, r in ((205, 44), (250, 42), (300, 45), (345, 43)):
        x, y = r * math.cos(math.radians(angle)), r * math.sin(math.radians(angle))
        bee(pen.at(x, y, 0.95, mirror=x > 0))


def tossed_ball(pen: Pen) -> None:
    """A tennis ball above the hand."""
    tennis_ball(pen, 0, -16, 6)
