"""Things on two or three thin wheels, and what children roll on. The ground lies at the canvas's foot."""

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    IRON,
    LAMP,
    RUBBER,
    STEEL,
    TAIL,
    Tones,
    accent,
    ring,
    rounded,
    spoked_wheel,
    toned,
    tones,
    tube,
    wheel,
)

SADDLE: RGB = (70, 52, 46)
WINE: RGB = (120, 30, 44)


def bicycle(c: Canvas, look: Look) -> None:
    """A diamond frame with mudguards."""
    paint = tones(look, "red")
    _cycle(c, paint, 0)


def _cycle(c: Canvas, paint: Tones, x: float) -> None:
    for hub in (26, 96):
        spoked_wheel(c, x + hub, 56, 23)
        ring(c, x + hub, 56, 26, 2.8, paint.base, 190, 335)
    back, crank, front = (x + 26, 56), (x + 57, 57), (x + 96, 56)
    seat, head = (x + 49, 27), (x + 85, 25)
    for bar in ([back, crank], [back, seat], [seat, head], [crank, head], [(x + 46, 19), crank], [(x + 82, 15), front]):
        tube(c, [(float(px), float(py)) for px, py in bar], 4.2, paint)
    c.polygon(rounded([(x + 35, 13), (x + 57, 15), (x + 56, 19), (x + 46, 20), (x + 36, 19)], 2.5), SADDLE)
    c.curve((x + 82, 15), (x + 80, 8), (x + 90, 9), 2.6, STEEL)
    c.line([(x + 89, 9), (x + 94, 13)], 3.4, SADDLE)
    c.line([back, crank], 1, IRON)
    c.ellipse(x + 57, 57, 6.5, 6.5, IRON)
    c.ellipse(x + 57, 57, 4, 4, STEEL)
    c.line([(x + 50, 50), (x + 64, 64)], 2, IRON)
    for px, py in ((x + 49, 49), (x + 65, 65)):
        c.box(px - 4, py - 1.4, px + 4, py + 1.4, RUBBER, 1)


def rickshaw(c: Canvas, look: Look) -> None:
    """A cycle in front, a hooded bench over a big wheel behind."""
    paint = tones(look, "red")
    c.line([(40, 66), (96, 66)], 4, IRON)
    _half_cycle(c, paint)
    c.polygon(rounded([(6, 62), (8, 34), (20, 34), (24, 52), (58, 52), (60, 64), (8, 66)], 4), paint.base)
    seat = accent(paint.base, LAMP, WINE)
    c.polygon(rounded([(14, 30), (24, 30), (27, 46), (54, 46), (54, 53), (20, 53)], 3), seat)
    hood = [(6, 38), (4, 14), (22, 4), (48, 4), (64, 14), (52, 16), (30, 20), (22, 38)]
    c.polygon(rounded([(float(x), float(y)) for x, y in hood], 5), paint.base)
    for end in ((30, 5), (46, 5), (61, 14)):
        c.curve((18, 36), (22, 20), (float(end[0]), float(end[1])), 1.2, paint.line)
    c.polygon(rounded([(56, 60), (68, 60), (74, 68), (54, 68)], 2), paint.dark)
    spoked_wheel(c, 36, 66, 20, spokes=10)
    ring(c, 36, 66, 23.5, 3.2, paint.dark, 190, 350)


def _half_cycle(c: Canvas, paint: Tones) -> None:
    spoked_wheel(c, 136, 66, 20)
    ring(c, 136, 66, 23, 2.8, paint.base, 200, 330)
    for bar in ([(96, 66), (90, 34)], [(92, 40), (124, 36)], [(96, 66), (125, 38)], [(122, 24), (136, 66)]):
        tube(c, bar, 4, paint)
    c.line([(66, 64), (92, 50)], 3.4, IRON)
    c.polygon(rounded([(80, 26), (100, 27), (99, 32), (82, 32)], 2.5), SADDLE)
    c.curve((122, 24), (116, 16), (128, 17), 2.4, STEEL)
    c.line([(112, 18), (118, 18)], 3.2, SADDLE)
    c.ellipse(96, 66, 5.5, 5.5, STEEL)
    c.line([(90, 60), (102, 72)], 2, IRON)
    for x, y in ((89, 59), (103, 73)):
        c.box(x - 4, y - 1.4, x + 4, y + 1.4, RUBBER, 1)


def motorcycle(c: Canvas, look: Look) -> None:
    """Tank, engine, exhaust, a long seat."""
    paint = tones(look, "red")
    for x in (27, 107):
        spoked_wheel(c, x, 62, 20, 5, 7)
        ring(c, x, 62, 15.2, 2, paint.base)
    c.line([(27, 62), (56, 60)], 5, IRON)
    tube(c, [(88, 22), (107, 62)], 4.6, toned(CHROME))
    c.polygon(rounded([(46, 38), (86, 38), (80, 64), (54, 66)], 5), IRON)
    for i in range(4):
        c.line([(56, 45 + 4 * i), (78, 45 + 4 * i)], 1.6, STEEL)
    c.ellipse(62, 60, 7, 7, STEEL)
    c.ellipse(62, 60, 3, 3, IRON)
    tube(c, [(74, 58), (66, 68), (14, 66)], 5, toned(CHROME))
    c.polygon(rounded([(4, 38), (16, 30), (50, 34), (56, 44), (40, 50), (24, 40)], 4), paint.base)
    c.polygon(rounded([(20, 32), (26, 26), (54, 31), (58, 36), (50, 38)], 3), SADDLE)
    c.blob([(52, 38), (58, 26), (76, 22), (90, 26), (88, 38), (70, 44)], paint.base)
    c.blob([(60, 31), (68, 26), (80, 26), (70, 30)], paint.light)
    ring(c, 107, 62, 24.5, 4.8, paint.base, 200, 325)
    ring(c, 27, 62, 24.5, 4.8, paint.dark, 190, 300)
    c.curve((88, 24), (84, 12), (76, 14), 2.8, IRON)
    c.line([(76, 14), (72, 15)], 4, RUBBER)
    c.ellipse(95, 24, 7, 7, paint.base)
    c.ellipse(98.5, 24, 4.6, 5.6, LAMP)
    c.ellipse(6, 36, 2.6, 2.2, TAIL)


def moped(c: Canvas, look: Look) -> None:
    """A scooter with a leg shield, a floorboard and a round tail."""
    paint = tones(look, "turquoise")
    for x in (28, 92):
        wheel(c, x, 69, 13)
    c.polygon(rounded([(44, 64), (82, 64), (86, 56), (92, 58), (86, 71), (42, 71)], 3), paint.dark)
    c.blob([(8, 58), (14, 42), (34, 38), (50, 42), (54, 56), (48, 68), (40, 66), (28, 54), (14, 66)], paint.base)
    c.blob([(18, 48), (30, 43), (42, 45), (34, 49), (22, 52)], paint.light)
    c.polygon(rounded([(80, 64), (74, 24), (82, 20), (90, 30), (92, 58)], 4), paint.base)
    c.line([(78, 28), (84, 60)], 1.2, paint.line)
    ring(c, 92, 69, 17.5, 5.4, paint.base, 182, 345)
    c.polygon(rounded([(16, 40), (16, 33), (48, 31), (56, 36), (52, 42)], 3.5), SADDLE)
    c.polygon(rounded([(72, 14), (86, 12), (92, 20), (86, 27), (74, 24)], 4), paint.base)
    c.ellipse(90, 19, 3.6, 4.6, LAMP)
    c.line([(74, 14), (66, 13)], 3.6, RUBBER)
    c.line([(78, 12), (74, 4)], 1.2, STEEL)
    c.ellipse(73, 4, 4, 3, CHROME)
    c.ellipse(9, 54, 2.4, 3.2, TAIL)


def kick_scooter(c: Canvas, look: Look) -> None:
    """A thin deck, small wheels, streamers on the grips."""
    paint = tones(look, "pink")
    tube(c, [(72, 16), (84, 80)], 4, paint)
    tube(c, [(16, 78), (62, 78), (78, 62)], 5, paint)
    c.polygon(rounded([(14, 74), (64, 74), (66, 79), (12, 79)], 2), paint.base)
    c.line([(18, 75), (58, 75)], 1.2, paint.light)
    for x in (16, 85):
        wheel(c, x, 83, 8.5, paint.light, 4)
    c.arc(16, 83, 10, 200, 320, 2.6, paint.dark)
    c.line([(62, 16), (82, 13)], 3.6, RUBBER)
    for i, colour in enumerate((LAMP, (110, 200, 190), TAIL)):
        c.curve((62, 17), (58 - 3 * i, 20), (56 - 3 * i, 30 - 3 * i), 1.4, colour)
    c.ellipse(73, 22, 4, 3, CHROME)


def electric_scooter(c: Canvas, look: Look) -> None:
    """A thick stem and deck with a flash, a display and lamps."""
    paint = tones(look, "black")
    tube(c, [(74, 14), (88, 76)], 7, paint)
    c.polygon(rounded([(8, 68), (72, 68), (84, 58), (90, 66), (74, 80), (14, 80)], 3), paint.base)
    c.line([(16, 70.5), (68, 70.5)], 1.6, paint.light)
    mark = accent(paint.base, (120, 230, 90), RUBBER)
    c.polygon([(44, 71.5), (34, 76), (41, 76), (38, 80), (49, 74.5), (42, 74.5)], mark)
    for x in (17, 90):
        wheel(c, x, 80, 11.5, STEEL, 6)
    c.arc(17, 80, 13, 190, 330, 3, paint.base)
    c.arc(90, 80, 13, 200, 330, 3, paint.base)
    c.line([(58, 14), (80, 10)], 4.2, RUBBER)
    c.box(70, 6, 82, 15, IRON, 2)
    c.box(72, 8, 79, 12, mark, 1)
    c.ellipse(83, 22, 3, 3.6, LAMP)
    c.box(2, 68, 8, 73, TAIL, 1)


def tricycle(c: Canvas, look: Look) -> None:
    """A child's three-wheeler: a big wheel in front, a step behind."""
    paint = tones(look, "red")
    tube(c, [(24, 68), (50, 56), (76, 36)], 6, paint)
    tube(c, [(72, 20), (86, 62)], 5, paint)
    spoked_wheel(c, 86, 62, 22, 4.6, 6)
    ring(c, 86, 62, 17.6, 2.4, paint.base)
    ring(c, 86, 62, 26, 4.2, paint.base, 195, 325)
    hub = paint.light if look.colour else LAMP
    wheel(c, 31, 69, 11, shade(hub, -0.2), 4)
    c.box(6, 58, 40, 64, paint.dark, 3)
    wheel(c, 19, 72, 12.5, hub, 4)
    c.polygon(rounded([(28, 40), (56, 42), (56, 48), (42, 50), (28, 48)], 3.5), paint.base)
    c.polygon(rounded([(26, 28), (31, 28), (34, 46), (28, 46)], 2), paint.base)
    c.line([(44, 50), (44, 58)], 4, IRON)
    c.line([(72, 20), (60, 16)], 3.6, STEEL)
    c.line([(62, 16), (56, 16)], 5, RUBBER)
    c.line([(80, 56), (93, 69)], 3, IRON)
    for x, y in ((79, 55), (94, 70)):
        c.box(x - 5, y - 2, x + 5, y + 2, RUBBER, 1)


def unicycle(c: Canvas, look: Look) -> None:
    """One wheel, a fork and a saddle."""
    paint = tones(look, "red")
    spoked_wheel(c, 40, 74, 25, 3.6, 10)
    ring(c, 40, 74, 21.6, 2, paint.base)
    tube(c, [(40, 20), (40, 42)], 5, toned(CHROME))
    c.line([(31, 74), (31, 46), (49, 46), (49, 74)], 5, paint.base)
    c.line([(30, 72), (30, 47)], 1.2, paint.light)
    c.box(27, 42, 53, 49, paint.base, 3)
    saddle = [(20.0, 10.0), (30, 14), (50, 14), (60, 10), (62, 17), (50, 23), (30, 23), (18, 17)]
    c.polygon(rounded(saddle, 3.5), paint.base)
    c.line([(25, 14), (32, 17), (48, 17)], 1.2, paint.light)
    c.line([(40, 74), (49, 86)], 3, IRON)
    c.line([(40, 74), (31, 62)], 3, IRON)
    c.ellipse(40, 74, 4, 4, STEEL)
    for x, y in ((52, 87), (28, 61)):
        c.box(x - 6, y - 2, x + 6, y + 2, RUBBER, 1)


def skateboard(c: Canvas, look: Look) -> None:
    """A deck with turned-up ends, trucks and four wheels seen from the side."""
    paint = tones(look, "purple")
    deck = [(4, 14), (9, 12), (26, 24), (94, 24), (111, 12), (116, 14), (98, 32), (22, 32)]
    for x in (34, 86):
        c.polygon([(x - 8, 31), (x + 8, 31), (x + 3, 40), (x - 3, 40)], STEEL)
    c.polygon(rounded([(float(x), float(y)) for x, y in deck], 4), paint.base)
    c.line([(11, 14.5), (26, 25), (94, 25), (109, 14.5)], 1.6, RUBBER)
    c.line([(26, 30), (94, 30)], 1.4, paint.light)
    hub = accent(paint.base, LAMP, (246, 246, 244))
    for x in (34, 86):
        c.ellipse(x, 43, 9, 9, hub)
        c.ellipse(x, 43, 6.5, 6.5, shade(hub, -0.12))
        c.ellipse(x, 43, 3, 3, IRON)


def wheelchair(c: Canvas, look: Look) -> None:
    """A seat between big wheels, with foot rests and handles."""
    paint = tones(look, "blue")
    c.line([(14, 14), (26, 16), (30, 60)], 3.4, STEEL)
    c.line([(14, 14), (20, 14.8)], 4.6, RUBBER)
    c.line([(30, 60), (66, 60), (78, 88), (92, 88)], 3.4, STEEL)
    c.line([(32, 40), (60, 40), (62, 60)], 3.2, STEEL)
    c.polygon(rounded([(23, 20), (31, 19), (37, 56), (29, 58)], 3), paint.base)
    c.box(28, 54, 70, 62, paint.base, 3)
    c.line([(34, 55.6), (66, 55.6)], 1.2, paint.light)
    c.box(34, 36, 60, 41, paint.dark, 2)
    wheel(c, 76, 88, 7, STEEL, 0)
    c.box(80, 84, 96, 88, paint.dark, 1.5)
    spoked_wheel(c, 38, 70, 26, 3.4, 9)
    ring(c, 38, 70, 21.5, 2.2, paint.base)


def stroller(c: Canvas, look: Look) -> None:
    """A pram: a carrying tub, a folding hood, big wheels."""
    paint = tones(look, "pink")
    c.line([(30, 62), (78, 86)], 3.2, STEEL)
    c.line([(72, 62), (28, 86)], 3.2, STEEL)
    c.curve((20, 50), (8, 44), (6, 26), 3.4, STEEL)
    c.line([(6, 26), (3, 22)], 5, RUBBER)
    c.polygon(oval(54, 42, 38, 27, 0, 180), paint.base)
    c.polygon([(54, 42), *oval(54, 42, 38, 34, 252, 360)], paint.dark)
    c.polygon([(54, 42), *oval(54, 42, 38, 34, 252, 279)], paint.base)
    for angle in (279, 306, 333):
        edge = oval(54, 42, 38, 34, angle, angle)[0]
        c.line([(54, 42), edge], 1, paint.line)
    c.line([(16, 42.5), (92, 42.5)], 3, accent(paint.base, COLOURS["white"], STEEL))
    c.inside(lambda d: d.arc(54, 40, 24, 20, 160, 1.6, paint.light))
    for x in (28, 78):
        spoked_wheel(c, x, 82, 14, 2.6, 6)


def sled(c: Canvas, look: Look) -> None:
    """Slats on curled runners, with a cord."""
    paint = tones(look, "red")
    for rise, tone in ((0.0, paint.dark), (6.0, paint.base)):
        c.line([(10, 46 + rise), (86, 46 + rise)], 3.6, tone)
        c.curve((86, 46 + rise), (112, 46 + rise), (108, 24 + rise), 3.6, tone)
        c.curve((108, 24 + rise), (104, 14 + rise), (96, 22 + rise), 3.6, tone)
    for x in (22, 52, 82):
        c.line([(x, 32), (x, 50)], 3.4, paint.dark)
    for i in range(3):
        c.box(8 + 2 * i, 22 + 4.4 * i, 96 + 2 * i, 27 + 4.4 * i, (paint.light, paint.base, paint.dark)[i], 1.6)
    c.curve((104, 28), (126, 20), (122, 6), 1.4, SADDLE)
