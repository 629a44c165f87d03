"""What actions need on the floor: (0, 0) is the middle of the floor, in the person's units."""

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.tools_hand import DARK, GOLD, RED, RIM, STEEL, WHITE, WOOD

WATER: RGB = (74, 156, 214)
INDIGO: RGB = (80, 66, 150)
GROUND: RGB = (152, 152, 160)


def ground_shadow(pen: Pen) -> None:
    """Shows that the person is in the air."""
    pen.ellipse(0, -2, 26, 2.6, GROUND)


def notes(pen: Pen, spots: tuple[tuple[float, float, float], ...]) -> None:
    """Notes of music at (x, y, size)."""
    for x, y, size in spots:
        note = pen.at(x, y, size / 20)
        note.line([(2.4, 6), (2.4, -9)], 2, INDIGO)
        note.polygon([(1.6, -10), (9, -6), (9, -1), (1.6, -5)], INDIGO)
        note.ellipse(-1.4, 6.4, 4.4, 3.4, INDIGO, turn=-20)


def ladder(pen: Pen) -> None:
    for y in range(-10, -160, -18):
        pen.line([(26, y), (44, y)], 4, shade(WOOD, -0.1), rim=RIM)
    for x in (24, 46):
        pen.line([(x, 0), (x, -164)], 4.4, WOOD, rim=RIM)


def shopping_cart(pen: Pen) -> None:
    for x, y, name in ((46, -56, "green"), (58, -58, "red"), (70, -56, "orange")):
        pen.box(x - 6, y - 12, x + 6, y + 14, COLOURS[name], 3, rim=RIM)
    pen.ellipse(52, -66, 6, 6, COLOURS["yellow"], rim=RIM)
    pen.line([(24, -62), (34, -60), (46, -16), (84, -16)], 3, STEEL, rim=RIM)
    pen.polygon([(35, -54), (90, -54), (82, -24), (43, -24)], (206, 216, 226), rim=1.4)
    for x in range(42, 90, 8):
        pen.line([(x, -53), (62 + (x - 62) * 0.8, -25)], 1, (140, 150, 164))
    for y in (-46, -38, -31):
        pen.line([(37 + (y + 54) * 0.26, y), (89 - (y + 54) * 0.26, y)], 1, (140, 150, 164))
    pen.line([(22, -63), (28, -61)], 4.4, RED, rim=0.7)
    for x in (48, 80):
        pen.ellipse(x, -6, 6, 6, DARK, rim=RIM)
        pen.ellipse(x, -6, 2, 2, STEEL)


def dog(pen: Pen, fur: RGB = (206, 146, 84)) -> None:
    """Walking to the right, on its leash; about 40 high."""
    dark = shade(fur, -0.3)
    pen.ribbon((44, -28), (34, -36), (32, -46), (5, 4, 2), fur, rim=RIM)
    for x, lean in ((49, -3), (55, 4), (72, -3), (78, 4)):
        pen.line([(x, -18), (x + lean, -2)], 5.4, fur if lean < 0 else shade(fur, -0.12), rim=RIM)
    pen.box(43, -34, 82, -15, fur, 9, rim=RIM)
    pen.ellipse(84, -40, 12, 11, fur, rim=RIM)
    pen.ellipse(93, -36, 7, 5, shade(fur, 0.5), rim=0.8)
    pen.ellipse(98, -38.4, 2.4, 2, DARK)
    pen.ellipse(86, -42.6, 1.8, 2.1, DARK)
    pen.ellipse(76, -40, 4.4, 9, dark, turn=14, rim=RIM)
    pen.line([(76, -29), (86, -29)], 3, RED)


def leash(pen: Pen) -> None:
    pen.curve((-1, -66), (30, -40), (79, -30), 1.8, RED)


def stool(pen: Pen) -> None:
    for x in (-12, 12):
        pen.line([(x * 0.8, -30), (x, -2)], 4, shade(WOOD, -0.1), rim=RIM)
    pen.box(-16, -35, 16, -29, WOOD, 2, rim=RIM)


def chair(pen: Pen, colour: RGB = (190, 122, 66)) -> None:
    """Seen from the side, its back to the left."""
    pen.line([(-14, -30), (-22, -78)], 5, colour, rim=RIM)
    for x in (-14, 15):
        pen.line([(x, -30), (x, -2)], 4.6, shade(colour, -0.1), rim=RIM)
    pen.box(-18, -35, 20, -29, colour, 2, rim=RIM)


def desk(pen: Pen, top: RGB = (196, 138, 84)) -> None:
    """Hides the legs of who sits behind it."""
    pen.box(-46, -46, 46, 0, shade(top, -0.12), 1, rim=RIM)
    pen.box(-52, -52, 52, -45, top, 1.6, rim=RIM)
    for x in (-28, 28):
        pen.box(x - 13, -38, x + 13, -24, shade(top, -0.02), 1, rim=RIM)
        pen.ellipse(x, -31, 2, 2, GOLD, rim=0.6)


def laptop_desk(pen: Pen) -> None:
    desk(pen)
    pen.polygon([(-21, -74), (21, -74), (24, -52), (-24, -52)], (176, 184, 196), rim=RIM)
    pen.ellipse(0, -63, 3.4, 3.4, WHITE)
    pen.box(30, -63, 40, -52, (90, 160, 210), 1.4, rim=RIM)


def writing_desk(pen: Pen) -> None:
    desk(pen)
    pen.polygon([(-17, -60), (17, -60), (21, -52), (-21, -52)], WHITE, rim=RIM)
    for y in (-57.6, -55.2):
        pen.line([(-13, y), (4, y)], 0.9, (90, 110, 170))


def chess_table(pen: Pen) -> None:
    pen.line([(-30, -40), (-34, 0)], 5, shade(WOOD, -0.2), rim=RIM)
    pen.line([(30, -40), (34, 0)], 5, shade(WOOD, -0.2), rim=RIM)
    pen.box(-46, -46, 46, -39, WOOD, 2, rim=RIM)
    pen.polygon([(-28, -58), (28, -58), (36, -46), (-36, -46)], (240, 222, 184), rim=1.2)
    for row in range(3):
        y0, y1 = -58.0 + row * 4, -54 + row * 4
        for i in range(8):
            if (i + row) % 2:
                half0, half1 = 28 + row * 2.66, 30.6 + row * 2.66
                a, b = -1 + i / 4, -0.75 + i / 4
                pen.polygon([(a * half0, y0), (b * half0, y0), (b * half1, y1), (a * half1, y1)], (112, 70, 44))
    for x, y, colour in (
        (-24, -52, WHITE),
        (-13, -48, WHITE),
        (-5, -53, DARK),
        (4, -48, WHITE),
        (15, -53, DARK),
        (25, -50, DARK),
    ):
        piece(pen.at(x, y), colour)


def piece(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-3.4, 1), (3.4, 1), (1.6, -7), (-1.6, -7)], colour, rim=0.9)
    pen.ellipse(0, -9.4, 2.8, 2.8, colour, rim=0.9)


def stove(pen: Pen) -> None:
    """A counter with a pot on its flame, hiding the legs."""
    pen.box(-44, -50, 44, 0, (226, 230, 234), 2, rim=RIM)
    pen.box(-48, -55, 48, -48, (120, 126, 138), 2, rim=RIM)
    pen.box(-30, -36, 30, -8, (70, 76, 88), 3, rim=RIM)
    pen.box(-24, -30, 24, -14, (250, 178, 80), 2)
    for x in (-36, -12, 12, 36):
        pen.ellipse(x, -43, 2.8, 2.8, DARK)
    pen.line([(-5, -66), (37, -66)], 3.4, DARK)
    pen.box(0, -76, 32, -56, (204, 70, 62), 4, rim=RIM)
    pen.ellipse(16, -76, 16, 3.4, (150, 46, 44), rim=RIM)
    for x in (8, 18):
        pen.curve((x, -81), (x + 6, -86), (x, -91), 2, (226, 232, 238))
        pen.curve((x, -91), (x - 5, -95), (x + 1, -99), 2, (226, 232, 238))


def sink(pen: Pen) -> None:
    """A counter with a basin full of foam and plates beside it."""
    pen.box(-46, -46, 46, 0, (110, 160, 176), 2, rim=RIM)
    for x in (-23, 23):
        pen.box(x - 19, -36, x + 19, -4, (128, 178, 194), 2, rim=RIM)
        pen.ellipse(x * 0.35, -20, 1.8, 1.8, WHITE)
    pen.line([(-32, -50), (-32, -70), (-22, -74), (-17, -68)], 3.6, STEEL, rim=RIM)
    pen.box(-50, -52, 50, -45, (226, 230, 234), 2, rim=RIM)
    for x, y, r in ((-22, -53, 5), (-13, -56, 6), (-3, -54, 6.4), (7, -56, 5.4), (14, -53, 4)):
        pen.ellipse(x, y, r, r, (240, 248, 252), rim=0.9)
    for i in range(3):
        pen.ellipse(34, -54 - i * 4, 12, 3, WHITE, rim=1)


def easel(pen: Pen) -> None:
    for x0, x1 in ((54, 36), (58, 80), (56, 58)):
        pen.line([(x0, -104), (x1, 0)], 3.6, WOOD, rim=RIM)
    pen.box(31, -96, 83, -44, WHITE, 1, rim=1.2)
    pen.box(34, -93, 80, -47, (170, 214, 240))
    pen.ellipse(70, -83, 5.4, 5.4, (250, 210, 70))
    pen.polygon([(34, -60), (48, -74), (60, -62), (68, -70), (80, -58), (80, -47), (34, -47)], (100, 170, 100))
    pen.line([(28, -43), (86, -43)], 4, WOOD, rim=RIM)


def potted_plant(pen: Pen) -> None:
    for x, top in ((46, -48), (56, -56), (66, -48)):
        pen.curve((56, -20), (x, -30), (x, top + 8), 2.4, (70, 150, 76))
        for dx, dy in oval(0, 0, 5, 5, 0, 288, steps=4):
            pen.ellipse(x + dx, top + dy, 3.8, 3.8, (240, 100, 140), rim=0.6)
        pen.ellipse(x, top, 3.6, 3.6, (250, 206, 70))
    for side in (-1, 1):
        pen.ellipse(56 + side * 9, -30, 8, 3.4, (80, 165, 80), turn=side * -28, rim=0.7)
    pen.polygon([(42, -22), (70, -22), (66, 0), (46, 0)], (206, 110, 66), rim=RIM)
    pen.box(40, -26, 72, -19, (218, 126, 80), 1.4, rim=RIM)


def dirt(pen: Pen) -> None:
    pen.blob([(20, 0), (28, -9), (40, -13), (54, -8), (62, 0)], (134, 92, 58), rim=RIM)
    for x, y in ((32, -5), (42, -8), (50, -4)):
        pen.ellipse(x, y, 2, 1.4, (104, 70, 44))


def flower_bed(pen: Pen) -> None:
    pen.blob([(8, 0), (16, -8), (44, -10), (72, -7), (80, 0)], (134, 92, 58), rim=RIM)
    for x, name in ((28, "red"), (48, "yellow"), (66, "violet")):
        pen.line([(x, -8), (x, -26)], 2, (70, 150, 76))
        pen.ellipse(x - 4, -15, 4.4, 2, (80, 165, 80), turn=24)
        for dx, dy in oval(0, 0, 4, 4, 0, 288, steps=4):
            pen.ellipse(x + dx, -28 + dy, 3.2, 3.2, COLOURS[name], rim=0.5)
        pen.ellipse(x, -28, 2.8, 2.8, (250, 224, 120) if name != "yellow" else (200, 120, 40))


def punch_bag(pen: Pen) -> None:
    pen.line([(62, -150), (62, -128)], 2, STEEL, rim=0.7)
    pen.box(46, -130, 78, -56, (176, 60, 52), 9, rim=RIM)
    for y in (-116, -70):
        pen.line([(47, y), (77, y)], 3, (226, 226, 222))


def television(pen: Pen) -> None:
    pen.box(62, -26, 108, 0, (150, 100, 62), 2, rim=RIM)
    pen.box(82, -32, 88, -25, DARK)
    pen.polygon([(68, -84), (100, -92), (100, -26), (68, -34)], DARK, rim=RIM)
    pen.polygon([(70, -80), (97, -87), (97, -31), (70, -37)], (126, 206, 240))
    pen.polygon([(70, -52), (80, -62), (90, -50), (97, -56), (97, -31), (70, -37)], (110, 190, 110))
    pen.ellipse(88, -73, 4, 5, (250, 214, 80))


def armchair(pen: Pen, colour: RGB = (206, 96, 78)) -> None:
    """Seen from the side, its back to the left; the seat is 26 high."""
    pen.box(-30, -78, -10, -4, colour, 8, rim=RIM)
    pen.box(-24, -28, 26, -4, shade(colour, 0.08), 5, rim=RIM)
    for x in (-22, 20):
        pen.box(x - 3, -5, x + 3, 0, DARK)


def arm_rest(pen: Pen, colour: RGB = (206, 96, 78)) -> None:
    pen.box(-22, -42, 22, -30, shade(colour, -0.06), 6, rim=RIM)
    pen.box(-20, -34, 20, -4, shade(colour, -0.06), 3, rim=RIM)
    pen.box(-19, -36, 19, -28, shade(colour, -0.06))


def piano(pen: Pen) -> None:
    """An upright piano, its keys to the left."""
    pen.box(44, -104, 84, 0, (92, 56, 40), 2, rim=RIM)
    pen.box(42, -110, 86, -102, (110, 68, 48), 2, rim=RIM)
    pen.polygon([(40, -84), (44, -98), (46, -98), (46, -80)], WHITE, rim=0.8)
    pen.box(22, -60, 48, -50, (92, 56, 40), 1.4, rim=RIM)
    pen.box(22, -64, 46, -58, WHITE, rim=0.9)
    for x in (26, 31, 36, 41):
        pen.line([(x, -63.6), (x, -58.6)], 1.6, DARK)
    pen.line([(27, -50), (27, 0)], 4, (92, 56, 40), rim=RIM)


def drum_kit(pen: Pen) -> None:
    """Before the drummer, hiding the legs."""
    for x, tilt in ((-50, -10), (50, 10)):
        pen.line([(x, -82), (x, 0)], 2, STEEL, rim=0.6)
        pen.ellipse(x, -84, 19, 3.4, (236, 190, 66), turn=tilt, rim=RIM)
    for x in (-20, 20):
        pen.box(x - 15, -62, x + 15, -42, (60, 120, 200), 3, rim=RIM)
        pen.ellipse(x, -62, 15, 4, WHITE, rim=1)
    pen.ellipse(0, -25, 25, 25, (60, 120, 200), rim=RIM)
    pen.ellipse(0, -25, 20.5, 20.5, (244, 240, 230), rim=1)
    pen.star(0, -25, 12, RED)
    for x in (-40, 40):
        pen.box(x - 13, -36, x + 13, -10, (60, 120, 200), 3, rim=RIM)
        pen.ellipse(x, -36, 13, 3.6, WHITE, rim=1)
        pen.line([(x, -10), (x, 0)], 2, STEEL)


def yoga_mat(pen: Pen) -> None:
    pen.box(-40, -3, 40, 0.6, (150, 110, 200), 1.4, rim=RIM)


def long_mat(pen: Pen) -> None:
    pen.box(-70, -3, 80, 0.6, (90, 160, 200), 1.4, rim=RIM)


def bucket_on_floor(pen: Pen) -> None:
    pen.arc(-40, -24, 12, 180, 360, 1.6, DARK)
    pen.polygon([(-53, -24), (-27, -24), (-31, 0), (-49, 0)], (90, 150, 210), rim=RIM)
    pen.ellipse(-40, -24, 13, 3, WATER, rim=RIM)


def wave(pen: Pen) -> None:
    """A breaking wave under a surfboard."""
    pen.blob(
        [(-76, 0), (-74, -22), (-60, -40), (-46, -44), (-52, -30), (-36, -14), (0, -8), (40, -6), (74, 0), (0, 3)],
        WATER,
        RIM,
    )
    pen.curve((-64, -10), (-66, -30), (-50, -38), 3, WHITE)
    for x, y, r in ((-46, -42, 5), (-52, -36, 4), (-30, -13, 4), (-14, -9, 3.4), (30, -5, 3), (50, -3, 3)):
        pen.ellipse(x, y, r, r * 0.8, WHITE)


def water_patch(pen: Pen, half: float = 62, high: float = 26) -> None:
    """The water that hides who swims in it."""
    top = [(-half + 2 * half * i / 12, -high + (3 if i % 2 else 0)) for i in range(13)]
    pen.blob(
        [*top, (half + 4, -high * 0.4), (half - 6, 4), (0, 5), (-half + 6, 4), (-half - 4, -high * 0.4)], WATER, rim=RIM
    )
    for x, y in ((-34, -14), (4, -9), (30, -16), (-8, -19)):
        pen.curve((x - 9, y), (x, y - 4), (x + 9, y), 1.8, (176, 222, 246))


def bubbles(pen: Pen) -> None:
    for x, y, r in ((30, -112, 6), (44, -120, 9), (58, -108, 7), (50, -138, 7.4), (68, -128, 10), (76, -108, 5)):
        pen.ellipse(x, y, r, r, (206, 236, 250), rim=1)
        pen.arc(x, y, r * 0.6, 190, 260, 1.2, WHITE)


def claps(pen: Pen) -> None:
    for x0, y0, x1, y1 in ((-12, -100, -18, -106), (12, -100, 18, -106), (-17, -92, -25, -94), (17, -92, 25, -94)):
        pen.line([(x0, y0), (x1, y1)], 2, (250, 180, 50))


def balls(pen: Pen) -> None:
    """A juggler's balls in their arc, around the head."""
    names = ("red", "yellow", "green", "blue", "violet")
    for (x, y), name in zip(oval(0, 0, 42, 46, 190, 350, steps=4), names, strict=True):
        pen.ellipse(x, y, 8.4, 8.4, COLOURS[name], rim=1)
        pen.ellipse(x - 2, y - 2.4, 1.8, 1.8, WHITE)


def jump_rope(pen: Pen) -> None:
    pen.line([(30, -93), *oval(0, -56, 36, 55, -10, 190), (-30, -93)], 2.2, RED, rim=0.6)


def kite_string(pen: Pen) -> None:
    pen.curve((15, -104), (44, -100), (62, -142), 1.2, (110, 110, 116))
