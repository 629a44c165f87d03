"""Trims of uniforms and costumes. Units as in garments: hip (0, 0), neck -46, shoulders 15 wide."""

from synthgen.renderer.sketch.canvas import bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.garment_details import RIM, apron
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
GOLD = COLOURS["gold"]
RED = COLOURS["red"]
STEEL: RGB = (186, 194, 204)


def double_buttons(pen: Pen, colour: RGB) -> None:
    pen.line([(-8, -43), (-6, 4)], 0.9, (190, 190, 192))
    for y in (-33, -25, -17):
        for x in (-4.6, 4.6):
            pen.ellipse(x, y, 1.4, 1.4, colour)


def side_buttons(pen: Pen, colour: RGB) -> None:
    """A tunic that closes on the shoulder and the side."""
    pen.line([(-5, -43), (8, -42), (8, 8)], 1.6, colour)
    for y in (-36, -28, -20):
        pen.ellipse(5.4, y, 1.2, 1.2, colour)


def barber_trim(pen: Pen) -> None:
    for x, colour in ((-10, RED), (-7.4, COLOURS["blue"])):
        pen.line([(x, -42), (x, 8)], 1.8, colour, flat=True)


def striped_apron(pen: Pen, colour: RGB) -> None:
    apron(pen, WHITE, 36)
    for x in (-9, -4.5, 0, 4.5, 9):
        pen.line([(x * 0.7, -35), (x * 0.95, -16), (x * 1.15, 34)], 1.8, colour, flat=True)
    pen.blob([(-4, 14), (0, 11), (2, 16), (-2, 20)], shade(colour, -0.1))


def cup_sign(pen: Pen, colour: RGB) -> None:
    pen.box(-4, -28, 3, -22, colour, 1.4)
    pen.arc(3.6, -25.4, 2, -90, 90, 1, colour)
    pen.curve((-1, -30), (1, -32), (-1, -34), 0.9, colour)


def flower_sign(pen: Pen) -> None:
    for x, y in oval(0, -26, 3.2, 3.2, 0, 288, steps=4):
        pen.ellipse(x, y, 2.2, 2.2, (250, 190, 210))
    pen.ellipse(0, -26, 2, 2, (250, 210, 80))


def paw(pen: Pen, colour: RGB) -> None:
    pen.ellipse(7, -29, 2.8, 2.3, colour)
    for dx, dy in ((-3, -2.6), (0, -4.2), (3, -2.6)):
        pen.ellipse(7 + dx, -29 + dy, 1.2, 1.5, colour)


def reflective(pen: Pen, colour: RGB) -> None:
    for y in (-24, -2):
        pen.box(-13.2, y - 2.4, 13.2, y + 2.4, colour)
        pen.line([(-13, y), (13, y)], 1.6, STEEL, flat=True)
    for side in (-1, 1):
        pen.line([(side * 4.8, 46), (side * 15.6, 46)], 4, colour, flat=True)


def camouflage(pen: Pen, colour: RGB) -> None:
    for x, y, rx, ry in (
        (-9, -38, 5, 3),
        (7, -20, 5, 3),
        (-6, -14, 6, 2.6),
        (4, -38, 4, 2),
        (-1, 3, 5, 2.4),
        (-10, 20, 3, 4),
        (10, 34, 3.4, 4),
        (-9, 42, 3, 4),
        (9, 12, 3, 3),
    ):
        pen.ellipse(x, y, rx, ry, shade(colour, -0.3 if x < 0 else 0.25), turn=20)


def sailor_collar(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon([(side * 5, -48), (side * 14, -45), (side * 13, -33), (0, -24)], colour, rim=RIM)
        pen.line([(side * 12, -35), (side * 2, -26.6)], 0.9, WHITE)
    pen.polygon([(-3, -27), (3, -27), (5, -14), (0, -17), (-5, -14)], RED, rim=RIM)
    pen.ellipse(0, -26, 2.6, 2.2, RED, rim=0.7)


def wings(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon([(8.5, -30), (8.5 + side * 5, -33), (8.5 + side * 4, -29)], colour)
    pen.ellipse(8.5, -30.4, 1.5, 1.8, colour)


def stripes_on_cuffs(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        for x in (9.4, 12):
            pen.line([(side * x, -43.6), (side * (x + 1), -40)], 1.4, colour)


def smudges(pen: Pen) -> None:
    for x, y, r in ((-8, -18, 2.6), (6, -10, 2), (-4, -3, 1.6)):
        pen.ellipse(x, y, r, r * 0.7, (62, 60, 62), turn=25)


def bolt(pen: Pen, colour: RGB) -> None:
    pen.polygon([(8, -34), (4, -27), (7, -27), (5.6, -21), (11, -29), (8, -29), (10, -34)], colour)


def tool_belt(pen: Pen) -> None:
    for x in (-10, 9):
        pen.box(x - 5, 0, x + 5, 12, (150, 98, 56), 2, rim=RIM)
        pen.line([(x - 1.6, 1), (x - 1.6, -6)], 2, STEEL if x > 0 else RED)
        pen.line([(x + 2, 1), (x + 2, -4)], 2, (70, 120, 190))


def mail_bag(pen: Pen, colour: RGB) -> None:
    pen.line([(12, -43), (-13, -2)], 3, shade(colour, -0.2), rim=0.6)
    pen.box(-24, -6, -6, 14, colour, 3, rim=RIM)
    pen.polygon([(-24, -6), (-6, -6), (-8, 4), (-15, 6), (-22, 4)], shade(colour, -0.14), rim=RIM)
    pen.box(-20, -11, -9, -5, WHITE, rim=0.6)


def jabot(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-3, -44), (3, -44), (6, -28), (-6, -28)], colour, rim=RIM)
    pen.line([(0, -43), (0, -28)], 0.9, rim_of(colour))
    for side in (-1, 1):
        pen.line([(side * 9, -42), (side * 12, 58)], 3.4, (160, 30, 44))


def stole(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon(
            [(side * 5, -47), (side * 10, -45), (side * 9, 14), (side * 5, 18), (side * 1.4, 14), (side * 1.4, -36)],
            colour,
            RIM,
        )
    pen.polygon([(-5, -46), (0, -36), (5, -46), (0, -42)], WHITE)


def tails(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon([(side * 4, 0), (side * 15, -4), (side * 20, 34), (side * 12, 38)], colour, rim=RIM)


def patches(pen: Pen) -> None:
    for x, y, name in (
        (-8, -30, "blue"),
        (8, -18, "red"),
        (-6, -8, "green"),
        (10, 20, "yellow"),
        (-11, 36, "red"),
        (10, 44, "green"),
    ):
        pen.ellipse(x, y, 3.4, 3.4, COLOURS[name])


def pompons(pen: Pen, colour: RGB) -> None:
    for y in (-34, -22, -10):
        pen.ellipse(0, y, 3.4, 3.4, colour, rim=RIM)


def tabard(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-11, -44), (11, -44), (12, 16), (0, 20), (-12, 16)], colour, rim=RIM)
    pen.box(-2.4, -38, 2.4, 0, GOLD)
    pen.box(-9, -28, 9, -23.4, GOLD)
    pen.line([(-13, -10), (13, -10)], 3.4, (104, 70, 44), rim=0.7)


def leather_vest(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon(
            [(side * 6, -46), (side * 13.6, -44), (side * 14.4, -20), (side * 13, 3), (side * 5, 3)], colour, rim=RIM
        )
        pen.box(side * 9.4 - 3.4, -22, side * 9.4 + 3.4, -15, shade(colour, -0.1), 1, rim=0.6)


def ermine(pen: Pen) -> None:
    """A king's or queen's white fur collar."""
    pen.blob([(-17, -46), (-6, -49), (0, -43), (6, -49), (17, -46), (15, -35), (0, -30), (-15, -35)], WHITE, rim=RIM)
    for x, y in ((-11, -41), (-5, -37), (0, -36), (5, -37), (11, -41), (-14, -44), (14, -44)):
        pen.line([(x, y), (x, y + 2)], 1.2, (46, 46, 54))
    pen.ellipse(0, -30, 3, 3, GOLD, rim=RIM)


def space_pack(pen: Pen) -> None:
    pen.box(-9, -34, 9, -16, (206, 212, 222), 3, rim=RIM)
    for x, y, name in ((-4.6, -29, "red"), (0.4, -29, "blue"), (5, -29, "green")):
        pen.ellipse(x, y, 1.7, 1.7, COLOURS[name])
    pen.box(-6, -24, 6, -20, (96, 104, 120), 1)
    pen.curve((9, -26), (18, -20), (12, -2), 2, (150, 158, 172))
    for side in (-1, 1):
        pen.line([(side * 3.2, 40), (side * 16, 40)], 2.2, (232, 110, 40), flat=True)
    pen.line([(-13, -6), (13, -6)], 2, (232, 110, 40), flat=True)


def rucksack(pen: Pen, colour: RGB) -> None:
    pen.box(-19, -46, 19, -2, colour, 6, rim=RIM)
    pen.box(-17, -54, 17, -44, shade(colour, -0.15), 4, rim=RIM)


def wetsuit(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.polygon(
            [(side * 7, -46), (side * 15, -43), (side * 14, -20), (side * 12.4, 2), (side * 10, 2), (side * 9, -30)],
            colour,
        )
    pen.line([(-12.6, -8), (12.6, -8)], 3.6, (84, 90, 104), rim=0.6)
    pen.box(-3, -10.4, 3, -5.6, STEEL, 1)
    pen.curve((6, -50), (18, -44), (10, -28), 2, (70, 74, 86))
    pen.ellipse(9, -26, 3.4, 3.4, STEEL, rim=0.7)


def air_tank(pen: Pen) -> None:
    for x in (-9, 9):
        pen.box(x - 8, -54, x + 8, -8, (246, 190, 50), 7, rim=RIM)


def whistle(pen: Pen) -> None:
    pen.line(bezier((-6, -46), (0, -26), (6, -46), 10), 0.9, WHITE)
    pen.ellipse(0, -33, 2.2, 2.2, GOLD, rim=0.6)


def pinstripes(pen: Pen, colour: RGB) -> None:
    for x in (-10, -5, 5, 10):
        pen.line([(x, -43), (x, -8)], 0.8, colour)
    for side in (-1, 1):
        for x in (4, 8):
            pen.line([(side * x, 6), (side * (x + 2.6), 54)], 0.8, colour)
    pen.line([(0, -41), (0, -8)], 1, rim_of(WHITE))


def race_number(pen: Pen) -> None:
    pen.box(-8, -14, 8, -2, WHITE, 1, rim=0.7)
    for x in (-4, 0, 4):
        pen.line([(x, -11.4), (x, -4.8)], 1.6, (60, 64, 76))


def sequins(pen: Pen) -> None:
    for i, (x, y) in enumerate(
        (
            (-7, -24),
            (5, -22),
            (-2, -14),
            (7, -8),
            (-8, -4),
            (2, 4),
            (-9, 14),
            (9, 16),
            (0, 24),
            (-12, 34),
            (11, 38),
            (-2, 44),
            (14, 52),
            (-9, 52),
        )
    ):
        pen.ellipse(x, y, 1.5, 1.5, (255, 214, 236) if i % 2 else (250, 224, 120))


def paint_spots(pen: Pen) -> None:
    for x, y, name in (
        (-7, -28, "red"),
        (5, -20, "blue"),
        (-4, 20, "yellow"),
        (9, 14, "green"),
        (-10, 6, "violet"),
        (4, 29, "orange"),
    ):
        pen.blob([(x - 2.4, y), (x, y - 2), (x + 2.6, y - 0.4), (x + 0.6, y + 2.4)], COLOURS[name])


def measuring_tape(pen: Pen) -> None:
    for side, end in ((-1, -2.0), (1, -14.0)):
        pen.line([(side * 6.4, -46), (side * 7, end)], 3.4, (250, 214, 70), rim=0.7, flat=True)
        for y in range(-42, int(end), 4):
            pen.line([(side * 6.6 - 1.4, y), (side * 6.6 + 0.2, y)], 0.6, (90, 80, 50))


def press_card(pen: Pen) -> None:
    pen.line([(-5, -44), (-8, -24)], 1.2, RED)
    pen.line([(-11, -44), (-8, -24)], 1.2, RED)
    pen.box(-12, -24, -4, -13, WHITE, 1, rim=0.8)
    pen.box(-10.6, -22, -5.4, -19, RED)
    pen.line([(-10.6, -16), (-5.4, -16)], 1, (130, 136, 146))
