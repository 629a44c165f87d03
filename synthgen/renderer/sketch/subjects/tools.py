"""Tools, lights and instruments to look through."""

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.household import clock_face
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    GLASS,
    GLEAM,
    IRON,
    LAMP,
    PAPER,
    RUBBER,
    STEEL,
    TAIL,
    WOOD,
    accent,
    ring,
    rounded,
    toned,
    tones,
    tube,
)

WHITE = COLOURS["white"]
BRASS: RGB = (226, 180, 76)
STRAW: RGB = (226, 188, 104)


def hammer(c: Canvas, look: Look) -> None:
    """A claw hammer; the handle takes the colour."""
    paint = tones(look, "red")
    c.polygon(rounded([(44, 26), (56, 26), (60, 120), (40, 120)], 5), paint.base)
    c.line([(47, 34), (45, 114)], 2.4, paint.light)
    for y in (88, 96, 104):
        c.line([(44, y), (56, y)], 1.8, paint.line)
    head = paint.dark if look.colour else STEEL
    c.polygon(rounded([(40, 8), (68, 8), (68, 30), (40, 30)], 3), head)
    c.polygon([*bezier((44, 8), (18, 6), (4, 30)), *bezier((10, 31), (26, 18), (44, 26))], head)
    c.box(66, 5, 84, 33, shade(head, -0.15), 3)
    c.line([(44, 11.5), (80, 11.5)], 2, shade(head, 0.5))


def wrench(c: Canvas, look: Look) -> None:
    """A spanner with an open jaw and a ring."""
    paint = tones(look, "silver")
    tube(c, [(38, 38), (84, 92)], 13, paint)
    jaw = [(20.0, 4.0), (24, 20), (18, 26), (4, 20), (3, 34), (12, 48), (30, 52), (46, 44), (52, 28), (46, 12), (34, 3)]
    c.polygon(rounded(jaw, 3), paint.base)
    ring(c, 90, 98, 18, 9, paint.base)
    c.line([(46, 50), (76, 86)], 3.4, paint.dark)


def scissors(c: Canvas, look: Look) -> None:
    """Open blades and two rings; the handles take the colour."""
    paint = tones(look, "red")
    for side in (-1, 1):
        blade = [(48 - side * 4, 64), (48 + side * 26, 6), (48 + side * 30, 18), (48 + side * 5, 70)]
        c.polygon([(float(x), float(y)) for x, y in blade], CHROME if side > 0 else STEEL)
    for side in (-1, 1):
        c.line([(48 + side * 3, 60), (48 - side * 12, 84)], 9, paint.base)
        ring(c, 48 - side * 24, 98, 22, 8.4, paint.base)
        ring(c, 48 - side * 24, 98, 20, 2.2, paint.light, 180, 280)
    c.ellipse(48, 62, 4, 4, IRON)
    c.line([(46, 62), (50, 62)], 1, STEEL)


def broom(c: Canvas, look: Look) -> None:
    """A long stick and a sheaf of bristles."""
    paint = tones(look, "yellow")
    stick = toned(paint.dark if look.colour else WOOD)
    tube(c, [(45, 4), (45, 84)], 5.4, stick)
    c.polygon(rounded([(36, 80), (54, 80), (62, 92), (28, 92)], 3), stick.line)
    c.polygon([(28, 92), (62, 92), (82, 134), (8, 134)], paint.base)
    for i in range(9):
        c.line([(30 + 3.8 * i, 96), (13 + 8 * i, 134 - 4 * (i % 2))], 1.4, paint.dark if i % 2 else paint.light)
    c.polygon([(24, 100), (66, 100), (68, 105), (22, 105)], accent(paint.base, TAIL, WHITE))


def shovel(c: Canvas, look: Look) -> None:
    """A blade, a stick and a handle; the blade takes the colour."""
    paint = tones(look, "blue")
    tube(c, [(38, 14), (38, 84)], 5.6, toned(WOOD))
    c.line([(26, 6), (50, 6), (46, 16), (30, 16), (26, 6)], 5, paint.dark)
    c.polygon(rounded([(12, 76), (64, 76), (64, 108), (38, 134), (12, 108)], 6), paint.base)
    c.inside(lambda d: d.polygon([(38, 76), (70, 76), (70, 140), (38, 140)], paint.dark))
    c.box(33, 68, 43, 98, paint.line, 3)
    c.line([(18, 82), (18, 106)], 2.4, paint.light)


def axe(c: Canvas, look: Look) -> None:
    """A curved handle and a broad blade; the head takes the colour."""
    paint = tones(look, "red")
    c.line(bezier((44, 8), (34, 70), (52, 122)), 8.4, WOOD)
    c.line(bezier((42, 12), (33, 70), (49, 116)), 2, shade(WOOD, 0.3))
    top, edge = bezier((52, 14), (66, 12), (82, 2)), bezier((86, 4), (98, 32), (84, 62))
    c.polygon([*top, *edge, *bezier((80, 62), (66, 46), (48, 44))], paint.base)
    c.polygon([*edge, *bezier((80, 58), (90, 32), (80, 4))], CHROME)
    c.box(26, 14, 54, 44, paint.base, 4)
    c.line([(30, 18), (62, 18)], 2, paint.light)


def paintbrush(c: Canvas, look: Look) -> None:
    """A brush dipped in paint: its tip takes the colour, and so does the handle."""
    paint = tones(look, "blue")
    c.polygon(rounded([(8, 116), (2, 108), (54, 46), (66, 58)], 4), paint.base)
    c.line([(12, 105), (54, 54)], 2.6, paint.light)
    c.polygon([(52, 46), (66, 34), (78, 46), (65, 60)], CHROME)
    c.line([(60, 44), (70, 54)], 1.6, STEEL)
    c.polygon([*bezier((66, 34), (76, 10), (106, 4)), *bezier((106, 4), (100, 36), (78, 46))], paint.dark)
    c.polygon([*bezier((84, 18), (92, 8), (108, 2)), *bezier((108, 2), (104, 24), (96, 32))], paint.base)
    c.ellipse(94, 60, 4, 5, paint.base)


def pencil(c: Canvas, look: Look) -> None:
    """A sharpened pencil, slanted, with a rubber."""
    paint = tones(look, "yellow")
    c.polygon([(6, 114), (12, 90), (30, 108)], (236, 200, 152))
    c.polygon([(6, 114), (8, 105), (15, 112)], RUBBER if not look.colour else paint.base)
    c.polygon([(12, 90), (84, 18), (102, 36), (30, 108)], paint.base)
    c.polygon([(18, 96), (90, 24), (84, 18), (12, 90)], paint.light)
    c.polygon([(24, 102), (96, 30), (102, 36), (30, 108)], paint.dark)
    c.polygon([(84, 18), (91, 11), (109, 29), (102, 36)], STEEL)
    c.line([(87, 14.6), (105, 32.6)], 1.6, CHROME)
    c.polygon(rounded([(91, 11), (98, 4), (104, 4), (116, 16), (116, 22), (109, 29)], 4), (240, 140, 150))


def quill(c: Canvas, look: Look) -> None:
    """A feather pen in an ink pot."""
    paint = tones(look, "white")
    c.line(bezier((40, 98), (62, 70), (98, 8)), 2.4, accent(paint.base, DARK_WOOD, PAPER))
    edge = bezier((56, 74), (46, 40), (102, 4))
    c.polygon([*edge, *bezier((102, 4), (110, 48), (60, 76))], paint.base)
    shadow = [*bezier((58, 76), (80, 44), (102, 4)), *bezier((102, 4), (110, 48), (60, 76))]
    c.polygon(shadow, paint.dark)
    for i in range(5):
        c.line([(66 + 6.6 * i, 62 - 10.4 * i), (72 + 7 * i, 60 - 9 * i)], 1, paint.line)
    c.line(bezier((40, 98), (62, 70), (98, 10)), 1.6, paint.line)
    c.polygon(rounded([(22, 92), (58, 92), (70, 122), (10, 122)], 5), (52, 60, 96))
    c.polygon(rounded([(26, 98), (34, 98), (30, 116), (18, 116)], 2), (96, 108, 156))
    c.box(28, 84, 52, 94, DARK_WOOD, 2)


def light_bulb(c: Canvas, look: Look) -> None:
    """A glowing bulb with a thread and rays."""
    paint = tones(look, (255, 222, 110))
    for i in range(7):
        angle = 180 + 30 * i
        c.line([oval(55, 56, 43, 43, angle, angle)[0], oval(55, 56, 51, 51, angle, angle)[0]], 3.4, paint.base)
    c.blob([(55, 18), (78, 27), (88, 52), (78, 72), (68, 88), (42, 88), (32, 72), (22, 52), (32, 27)], paint.base)
    c.inside(lambda d: d.polygon([(72, 20), (92, 20), (92, 92), (64, 92), (78, 60)], paint.dark))
    c.curve((34, 60), (30, 42), (44, 32), 4, paint.light)
    thread = [(46.0, 88.0), (46, 66), (51, 60), (55, 67), (59, 60), (64, 66), (64, 88)]
    c.line(thread, 1.8, accent(paint.base, (150, 96, 40), WHITE))
    c.box(40, 86, 70, 108, STEEL, 3)
    for y in (91, 97, 103):
        c.line([(40, y + 1), (70, y - 1)], 2, IRON)
    c.polygon([(46, 108), (64, 108), (59, 115), (51, 115)], RUBBER)


def candle(c: Canvas, look: Look) -> None:
    """A candle in a holder; the wax takes the colour."""
    paint = tones(look, "cream")
    metal = paint.dark if look.colour else BRASS
    ring(c, 76, 102, 12, 5, metal)
    c.ellipse(40, 108, 36, 8, shade(metal, -0.25))
    c.ellipse(40, 105, 36, 8, metal)
    c.box(25, 92, 55, 106, shade(metal, -0.12), 3)
    c.box(27, 42, 53, 100, paint.base, 3)
    c.inside(lambda d: d.box(46, 42, 53.2, 94, paint.dark))
    drips = [(26.0, 42.0), (54, 42), (54, 62), (49, 64), (47, 52), (42, 52), (40, 70), (35, 70), (34, 54), (26, 54)]
    c.polygon(rounded(drips, 3), paint.light)
    c.line([(40, 42), (40, 34)], 1.6, RUBBER)
    c.blob([(40, 4), (50, 22), (48, 34), (40, 39), (32, 34), (30, 22)], COLOURS["orange"])
    c.blob([(40, 16), (45, 27), (40, 37), (35, 27)], LAMP)


def camera(c: Canvas, look: Look) -> None:
    """A camera with a big lens and a flash."""
    paint = tones(look, "black")
    c.box(20, 12, 36, 24, paint.dark, 3)
    c.ellipse(92, 20, 7, 4, TAIL)
    c.polygon(rounded([(40, 22), (46, 8), (74, 8), (80, 22)], 3), paint.dark)
    c.box(50, 11, 70, 20, GLEAM, 2)
    c.box(4, 20, 116, 88, paint.base, 8)
    c.box(4, 20, 116, 32, CHROME if not look.colour else paint.light, 6)
    c.box(4, 80, 116, 88, paint.dark, 6)
    c.ellipse(60, 56, 29, 29, paint.line)
    c.ellipse(60, 56, 26.4, 26.4, CHROME)
    c.ellipse(60, 56, 21, 21, RUBBER)
    c.ellipse(60, 56, 14, 14, (60, 88, 128))
    c.ellipse(60, 56, 8, 8, (36, 50, 84))
    c.ellipse(54, 50, 4.6, 4.6, GLEAM)
    c.ellipse(66, 62, 2, 2, GLASS)
    c.box(94, 38, 108, 46, LAMP, 2)
    c.box(10, 40, 22, 74, paint.dark, 3)


def magnifying_glass(c: Canvas, look: Look) -> None:
    """A lens in a ring with a stout handle."""
    paint = tones(look, "red")
    c.line([(68, 68), (76, 76)], 7, STEEL)
    c.line([(80, 80), (106, 106)], 15, paint.base)
    c.line([(80, 76), (104, 100)], 3, paint.light)
    c.ellipse(44, 44, 40, 40, paint.base)
    ring(c, 44, 44, 38, 2.6, paint.light, 180, 290)
    c.ellipse(44, 44, 30, 30, paint.line)
    c.ellipse(44, 44, 28.6, 28.6, (196, 228, 242))
    c.line(oval(44, 44, 21, 21, 185, 260), 4, (246, 252, 255))


def telescope(c: Canvas, look: Look) -> None:
    """A tube on a tripod, pointed at the sky."""
    paint = tones(look, "blue")
    for foot in (30, 58, 86):
        tube(c, [(58, 62), (foot, 118)], 4.4, toned(DARK_WOOD))
    c.ellipse(58, 62, 7, 7, IRON)
    c.polygon([(8, 70), (14, 82), (30, 75), (24, 62)], IRON)
    c.polygon([(22, 60), (31, 78), (62, 64), (52, 42)], paint.dark)
    c.polygon([(48, 40), (60, 67), (108, 42), (94, 12)], paint.base)
    c.polygon([(51, 46), (54, 52), (102, 26), (99, 20)], paint.light)
    c.polygon([(92, 10), (107, 45), (116, 41), (101, 6)], BRASS)
    c.ellipse(108.6, 23.6, 6, 19, GLASS, turn=-24)
    c.line([(48, 40), (60, 67)], 3.4, BRASS)
    c.line([(22, 61), (30, 77)], 3, BRASS)


def binoculars(c: Canvas, look: Look) -> None:
    """Two tubes side by side, from the front and above."""
    paint = tones(look, "black")
    c.box(42, 34, 66, 62, paint.dark, 4)
    for x in (26, 82):
        c.box(x - 10, 6, x + 10, 20, RUBBER if not look.colour else paint.line, 4)
        barrel = [(x - 13.0, 16.0), (x + 13, 16), (x + 22, 58), (x + 22, 84), (x - 22, 84), (x - 22, 58)]
        c.polygon(rounded(barrel, 5), paint.base)
        c.line([(x - 12, 26), (x - 17, 58)], 3, paint.light)
        c.ellipse(x, 84, 22, 9, paint.dark)
        c.ellipse(x, 84, 17, 6.4, (110, 160, 206))
        c.line(oval(x, 84, 12, 4, 190, 260), 1.8, GLEAM)
    c.ellipse(54, 42, 7, 7, STEEL)


def alarm_clock(c: Canvas, look: Look) -> None:
    """Two bells, a hammer, feet; luck sets the hour."""
    paint = tones(look, "red")
    for side in (-1, 1):
        c.line([(50 + side * 24, 84), (50 + side * 34, 100)], 6, IRON)
        c.polygon(oval(50 + side * 25, 22, 18, 17, 180, 360, turn=side * 32), paint.dark)
        c.ellipse(50 + side * 34, 7, 3, 3, BRASS)
    c.line([(50, 20), (50, 10)], 3, IRON)
    c.box(44, 5, 56, 11, IRON, 2)
    c.ellipse(50, 58, 41, 41, paint.base)
    c.line(oval(50, 58, 37, 37, 190, 275), 3, paint.light)
    c.ellipse(50, 58, 32, 32, paint.line)
    clock_face(c, 50, 58, 30, look.rng.choice((2, 4, 7, 8, 10)), shade(paint.light, 0.45) if look.colour else PAPER)


def hourglass(c: Canvas, look: Look) -> None:
    """Sand that runs between two bulbs; the frame takes the colour, and so does the sand."""
    paint = tones(look, "brown")
    sand = paint.light if look.colour else STRAW
    for x in (10, 66):
        c.box(x - 3, 12, x + 3, 108, paint.dark, 2)
    glass = (206, 232, 244)
    right = [*bezier((60, 14), (60, 44), (41, 60)), *bezier((41, 60), (60, 76), (60, 106))]
    c.polygon([*right, *((76 - x, y) for x, y in reversed(right))], glass)
    c.polygon([*bezier((57.4, 34), (52, 50), (38, 61)), *bezier((38, 61), (24, 50), (18.6, 34))], sand)
    c.line([(38, 60), (38, 98)], 1.6, sand)
    c.polygon([(17, 106), (59, 106), (56, 98), (38, 84), (20, 98)], sand)
    c.line([(22, 20), (22, 34)], 2.4, WHITE)
    for y in (4, 104):
        c.box(3, y, 73, y + 11, paint.base, 3)
        c.line([(8, y + 3), (68, y + 3)], 1.8, paint.light)


def traffic_light(c: Canvas, look: Look) -> None:
    """Three lamps in a case on a pole."""
    paint = tones(look, "black")
    c.box(34, 98, 44, 132, IRON, 1)
    c.ellipse(39, 132, 18, 4, IRON)
    for y in (14, 42, 70):
        for side in (-1, 1):
            c.polygon([(39 + side * 24, y), (39 + side * 37, y + 2), (39 + side * 24, y + 18)], paint.dark)
    c.box(14, 4, 64, 98, paint.base, 8)
    c.line([(18, 12), (18, 88)], 2, paint.light)
    for i, colour in enumerate((COLOURS["red"], (250, 196, 50), (70, 190, 90))):
        y = 20 + 29 * i
        c.ellipse(39, y + 1, 13.4, 13.4, paint.line)
        c.ellipse(39, y + 1, 11.6, 11.6, colour)
        c.ellipse(35, y - 3, 3.6, 3, shade(colour, 0.5))
