"""What people play and work with, and the rooms' fittings that hide half of them; see action_props.py."""

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects.pen import Pen

RIM = 1.4
WHITE = COLOURS["white"]
RED = COLOURS["red"]
DARK: RGB = (58, 62, 76)
WOOD: RGB = (190, 128, 72)
STEEL: RGB = (186, 194, 204)
BLOCKS: tuple[RGB, ...] = ((226, 70, 66), (70, 130, 216), (250, 196, 60), (90, 176, 96), (160, 96, 190))


def disc(pen: Pen) -> None:
    pen.ellipse(0, -4, 14, 4.6, (240, 90, 60), rim=1)
    pen.ellipse(0, -4.8, 8, 2.2, (252, 160, 120))


def flying_disc(pen: Pen) -> None:
    """A disc in the air, and the way that it came."""
    disc(pen.at(62, -104, 1.5, turn=-10))
    for y in (-108, -100, -92):
        pen.line([(30 + (y + 108) / 2, y), (40 + (y + 108) / 2, y - 2)], 1.6, (150, 156, 166))


def tightrope(pen: Pen) -> None:
    """A rope from platform to platform, high above the floor; it gives a little under the feet."""
    for side in (-1, 1):
        for x in (80, 94):
            pen.line([(side * x, -74), (side * x, 0)], 3.4, WOOD, rim=RIM)
        for y in range(-62, 0, 13):
            pen.line([(side * 80, y), (side * 94, y)], 2.6, shade(WOOD, -0.15), rim=0.8)
        pen.box(side * 72, -79, side * 100, -73, RED, 1, rim=RIM)
    pen.line([(-76, -76), (0, -70), (76, -76)], 2.4, (240, 226, 196), rim=0.9)


def balance(pen: Pen) -> None:
    """A long pole across the body, its ends bent down by their weight."""
    pen.curve((-88, 16), (0, -13), (88, 16), 3.2, (236, 196, 80), rim=0.9)
    for side in (-1, 1):
        pen.line([(side * 80, 13), (side * 88, 16)], 4.6, RED, rim=0.9)


def low_table(pen: Pen, top: RGB = WOOD) -> None:
    for x in (-40, 40):
        pen.line([(x, -38), (x, 0)], 5, shade(top, -0.2), rim=RIM)
    pen.polygon([(-44, -52), (44, -52), (54, -40), (-54, -40)], top, rim=RIM)
    pen.box(-54, -40, 54, -36, shade(top, -0.18), 1, rim=RIM)


def puzzle(pen: Pen) -> None:
    """A picture of four pieces with knobs, and one piece that is still missing."""
    low_table(pen)
    for x, y, tone in ((-22, -65, BLOCKS[1]), (-2, -65, BLOCKS[2]), (-22, -53, BLOCKS[3]), (24, -54, BLOCKS[0])):
        pen.box(x, y, x + 20, y + 12, tone, 1, rim=1)
    knobs = ((-1.6, -59.0, BLOCKS[1]), (-12.0, -52.4, BLOCKS[1]), (8.0, -52.0, BLOCKS[2]), (43.0, -48.0, BLOCKS[0]))
    for left, top, tone in knobs:
        pen.ellipse(left, top, 3.4, 3, tone, rim=0.8)
    pen.ellipse(34, -53.6, 3.2, 2.6, WOOD, rim=0.8)


def held_piece(pen: Pen) -> None:
    pen.box(-8, -14, 8, 0, BLOCKS[0], 1, rim=1)
    pen.ellipse(0, -15.4, 3.6, 3.2, BLOCKS[0], rim=0.9)
    pen.ellipse(8.6, -7, 3.2, 3.4, BLOCKS[0], rim=0.9)


def block_tower(pen: Pen) -> None:
    """A tower of toy blocks."""
    spots = ((4, 0, 0), (24, 0, 1), (44, 0, 2), (14, -18, 3), (34, -18, 0), (24, -36, 4))
    for x, y, i in spots:
        pen.box(x, y - 17, x + 18, y, BLOCKS[i], 1.4, rim=1.2)
        pen.box(x + 4, y - 13, x + 14, y - 4, shade(BLOCKS[i], 0.25), 1)
    pen.polygon([(22, -54), (44, -54), (33, -68)], BLOCKS[1], rim=1.2)


def block(pen: Pen) -> None:
    pen.box(-8, -13, 8, 3, BLOCKS[2], 1.4, rim=1.1)


def laboratory_table(pen: Pen) -> None:
    """A bench with flasks in which it bubbles."""
    low_table(pen, (214, 222, 230))
    hand.flask(pen.at(-28, -58, 1.5), (96, 200, 120))
    for x, y, tone in ((-34, -88, 3.4), (-25, -96, 4.4), (-32, -104, 2.6)):
        pen.ellipse(x, y, tone, tone, (176, 232, 190), rim=0.8)
    pen.box(16, -60, 42, -46, WOOD, 1, rim=1)
    for x, liquid in ((20, BLOCKS[0]), (29, BLOCKS[1]), (38, BLOCKS[2])):
        pen.box(x - 3, -74, x + 3, -50, (226, 240, 246), 2, rim=0.8)
        pen.box(x - 2.4, -64, x + 2.4, -50.6, liquid, 2)


def volleyball(pen: Pen) -> None:
    """A net at the side, and a ball above the hands."""
    for x, low in ((42, -8), (100, 0)):
        pen.box(x - 3, -150, x + 3, low, STEEL, 1, rim=RIM)
    for i in range(6):
        pen.line([(45, -140 + i * 8), (97, -140 + i * 8)], 1.1, (96, 102, 116))
    for i in range(7):
        pen.line([(48 + i * 7.6, -143), (48 + i * 7.6, -98)], 1.1, (96, 102, 116))
    for y in (-144, -98):
        pen.line([(45, y), (97, y)], 4.4, WHITE, rim=0.8)
    ball(pen.at(12, -176))


def ball(pen: Pen) -> None:
    """A volleyball: three curved bands of panels."""
    pen.ellipse(0, 0, 15, 15, (250, 246, 232), rim=1.2)
    for turn in (0, 120, 240):
        panel = pen.at(0, 0, turn=turn)
        panel.curve((0, 0), (10, -6), (8, -13), 2.4, (70, 130, 216))
        panel.curve((4, 1), (13, -1), (14, -6), 1.6, (250, 190, 50))


def treadmill(pen: Pen) -> None:
    """A belt on rollers with a console at the end of a post."""
    pen.polygon([(-62, -10), (54, -10), (62, 0), (-66, 0)], DARK, rim=RIM)
    pen.box(-60, -14, 52, -9, (110, 116, 130), 2, rim=RIM)
    for x in (-48, -20, 8, 36):
        pen.line([(x, -12), (x + 9, -12)], 1.6, (168, 174, 186))
    pen.line([(50, -8), (66, -86)], 5, STEEL, rim=RIM)
    pen.line([(40, -80), (66, -84)], 4, DARK, rim=0.8)
    pen.polygon([(56, -104), (74, -98), (68, -82), (52, -88)], DARK, rim=RIM)
    pen.polygon([(58, -100), (70, -96), (66, -88), (55, -91)], (120, 220, 190))


def hungry_dog(pen: Pen) -> None:
    """A bowl of food before a dog that is not drawn here."""
    pen.polygon([(20, -11), (48, -11), (52, 0), (16, 0)], (70, 130, 216), rim=RIM)
    for x in (24, 30, 36, 42):
        pen.ellipse(x, -12, 4, 3, (150, 96, 56), rim=0.8)


def cliff(pen: Pen) -> None:
    """A rock wall with holds, and a rope from above."""
    rock: RGB = (166, 150, 136)
    pen.polygon([(8, 0), (14, -60), (4, -104), (16, -150), (10, -196), (96, -196), (96, 0)], rock, rim=RIM)
    for x, y in ((30, -30), (60, -70), (36, -120), (70, -160), (66, -24), (82, -110)):
        pen.polygon([(x - 12, y), (x + 3, y - 9), (x + 14, y + 2), (x, y + 6)], shade(rock, -0.14))
    for i, (x, y) in enumerate(((13, -140), (12, -164), (12, -40), (15, -70), (10, -110))):
        pen.ellipse(x, y, 5, 4, BLOCKS[i % 5], rim=1)
    pen.line([(-2, -196), (-12, -84)], 1.8, (240, 150, 40))


def hat_trick(pen: Pen) -> None:
    """A little table with a top hat, and a rabbit that looks out."""
    pen.polygon([(-34, -46), (34, -46), (28, 0), (-28, 0)], (120, 60, 150), rim=RIM)
    pen.box(-40, -52, 40, -45, (150, 84, 184), 2, rim=RIM)
    for x in (-18, 2, 20):
        pen.star(x, -24, 5, (250, 206, 70))
    for side in (-1, 1):
        pen.ellipse(side * 6, -106, 4.4, 13, WHITE, turn=side * 10, rim=RIM)
        pen.ellipse(side * 6, -106, 2, 9, (246, 180, 190), turn=side * 10)
    pen.ellipse(0, -86, 13, 12, WHITE, rim=RIM)
    for side in (-1, 1):
        pen.ellipse(side * 4.6, -88, 1.8, 2.2, DARK)
    pen.ellipse(0, -83, 2, 1.4, (240, 130, 150))
    pen.polygon([(-17, -78), (17, -78), (14, -53), (-14, -53)], DARK, rim=RIM)
    pen.ellipse(0, -78, 23, 4, DARK, rim=RIM)
    pen.polygon([(-16.4, -72), (16.4, -72), (16, -66), (-16, -66)], RED)


def birthday(pen: Pen) -> None:
    """A cake with burning candles, on a table."""
    low_table(pen)
    pen.box(-30, -72, 30, -46, (250, 190, 206), 4, rim=RIM)
    pen.blob(
        [(-31, -74), (31, -74), (30, -62), (20, -58), (10, -64), (0, -57), (-10, -64), (-20, -58), (-30, -62)],
        WHITE,
        rim=1,
    )
    for i, x in enumerate((-20, -7, 7, 20)):
        pen.box(x - 1.8, -88, x + 1.8, -73, BLOCKS[i], 0.6, rim=0.7)
        pen.blob([(x, -98), (x + 3, -92), (x, -88), (x - 3, -92)], (255, 190, 50), rim=0.6)


def shower(pen: Pen) -> None:
    """A shower head and its water."""
    pen.line([(52, -60), (52, -186), (14, -186)], 3.4, STEEL, rim=0.9)
    pen.polygon([(-14, -172), (34, -172), (22, -184), (-2, -184)], STEEL, rim=RIM)
    for i in range(-3, 4):
        for k in range(6):
            top = (10 + i * (7 + 1.4 * k), -166 + 14 * k + (i % 2) * 6)
            pen.line([top, (top[0] + i * 0.9, top[1] + 8)], 1.8, (120, 190, 240))


def shower_screen(pen: Pen) -> None:
    """A wall of tiles up to the shoulders, and foam on its edge."""
    pen.box(-64, -98, 64, 0, (150, 208, 214), 2, rim=RIM)
    for y in (-80, -60, -40, -20):
        pen.line([(-63, y), (63, y)], 1, (226, 244, 246))
    for x in range(-48, 60, 16):
        pen.line([(x, -97), (x, -1)], 1, (226, 244, 246))
    pen.box(-68, -103, 68, -96, WHITE, 2, rim=RIM)


def grill(pen: Pen) -> None:
    """A round barbecue with sausages, and its smoke."""
    for x in (-22, 22):
        pen.line([(x * 0.7, -40), (x * 1.3, 0)], 3, DARK, rim=0.7)
    pen.polygon([*oval(0, -58, 44, 26, 0, 180), (-44, -58)], (206, 62, 52), rim=RIM)
    pen.ellipse(0, -58, 44, 8, (60, 56, 62), rim=RIM)
    for x in range(-36, 40, 9):
        pen.line([(x, -62), (x, -54)], 1, STEEL)
    for x, y in ((-22, -61), (2, -58), (22, -62)):
        pen.line([(x - 9, y), (x + 9, y - 2)], 6, (150, 76, 44), rim=0.9)
    for x in (-30, 30):
        pen.curve((x, -72), (x + 7, -82), (x - 2, -92), 2.2, (206, 210, 216))
        pen.curve((x - 2, -92), (x - 8, -100), (x + 2, -108), 2.2, (206, 210, 216))


def tongs(pen: Pen) -> None:
    pen.line([(0, 4), (-3, -24)], 2, STEEL, rim=0.7)
    pen.line([(0, 4), (4, -24)], 2, STEEL, rim=0.7)


def cards(pen: Pen) -> None:
    """A fan of playing cards, seen from the front."""
    for i, turn in enumerate((-36, -18, 0, 18, 36)):
        card = pen.at(0, 6, turn=turn)
        card.box(-7, -30, 7, -8, WHITE, 1.6, rim=1)
        tone = RED if i % 2 else DARK
        card.polygon([(0, -27), (4, -22), (0, -17), (-4, -22)], tone)


def controller(pen: Pen) -> None:
    pen.blob(
        [(-20, -5), (-10, -8), (10, -8), (20, -5), (23, 8), (15, 10), (8, 3), (-8, 3), (-15, 10), (-23, 8)], DARK, rim=1
    )
    pen.line([(-14, -1), (-7, -1)], 2.2, WHITE)
    pen.line([(-10.5, -4.4), (-10.5, 2.4)], 2.2, WHITE)
    for x, y, tone in ((10, -3, BLOCKS[0]), (14, 0, BLOCKS[2]), (7, 0, BLOCKS[3])):
        pen.ellipse(x, y, 1.8, 1.8, tone)


def open_gift(pen: Pen) -> None:
    """A box whose lid is lifted, on a table; stars fly out."""
    low_table(pen)
    pen.box(-26, -74, 26, -44, (226, 70, 86), 1.4, rim=RIM)
    pen.box(-5, -74, 5, -44, (252, 210, 80))
    for x, y, r in ((-14, -84, 5), (4, -90, 6), (18, -82, 4)):
        pen.star(x, y, r, (252, 206, 60), rim=0.7)


def lid(pen: Pen) -> None:
    top = pen.at(0, -6)
    top.box(-30, -6, 30, 4, (236, 92, 106), 1.4, rim=1.2)
    top.box(-5, -6, 5, 4, (252, 210, 80))
    for side in (-1, 1):
        top.blob([(0, -6), (side * 12, -16), (side * 15, -7)], (252, 210, 80), rim=1)


def sandcastle(pen: Pen) -> None:
    """Three towers with flags, and a bucket."""
    sand: RGB = (236, 202, 132)
    pen.polygon([(2, 0), (8, -30), (72, -30), (80, 0)], sand, rim=RIM)
    for x, top in ((8, -50), (32, -66), (56, -50)):
        pen.box(x, top, x + 18, -24, sand, 0, rim=RIM)
        for k in range(3):
            pen.box(x + k * 7, top - 6, x + k * 7 + 4, top + 1, sand, 0, rim=0.8)
        pen.box(x + 6, top + 12, x + 12, top + 22, shade(sand, -0.35), 3)
    pen.line([(41, -70), (41, -92)], 1.8, WOOD)
    pen.polygon([(41, -92), (56, -87), (41, -82)], RED, rim=0.8)
    pen.polygon([(86, -20), (106, -20), (102, 0), (90, 0)], (70, 130, 216), rim=RIM)


def headgear(pen: Pen) -> None:
    """Glasses for virtual reality."""
    pen.line([(-22, -2), (22, -2)], 5, DARK)
    pen.box(-19, -9, 19, 9, (70, 76, 92), 5, rim=1.2)
    pen.box(-14, -5, 14, 4, (96, 196, 236), 3)


def teddy(pen: Pen) -> None:
    """A teddy bear before the breast."""
    fur: RGB = (196, 136, 78)
    for x, y, r in ((-9, -46, 5), (9, -46, 5), (-13, -8, 6), (13, -8, 6)):
        pen.ellipse(x, y, r, r, fur, rim=1)
    pen.ellipse(0, -18, 13, 14, fur, rim=1.1)
    pen.ellipse(0, -38, 13, 11.6, fur, rim=1.1)
    pen.ellipse(0, -34.6, 5.4, 4.2, shade(fur, 0.45))
    for x in (-5, 5):
        pen.ellipse(x, -40, 1.5, 1.7, DARK)
    pen.ellipse(0, -36.4, 1.9, 1.4, DARK)
