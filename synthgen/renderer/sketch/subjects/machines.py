"""Machines that dig, lift, plough and roll, on tracks or heavy wheels, and small open cars."""

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
    WOOD,
    accent,
    pane,
    ring,
    rounded,
    star_mark,
    toned,
    tones,
    tube,
    wheel,
    window,
)

WHITE = COLOURS["white"]
SADDLE: RGB = (70, 52, 46)


def _track(c: Canvas, x0: float, y0: float, x1: float, y1: float, rollers: int, hub: RGB = STEEL) -> None:
    radius = (y1 - y0) / 2
    c.box(x0, y0, x1, y1, RUBBER, radius)
    c.box(x0 + 3, y0 + 3, x1 - 3, y1 - 3, IRON, radius - 3)
    for i in range(rollers):
        x = x0 + radius + (x1 - x0 - 2 * radius) * i / (rollers - 1)
        c.ellipse(x, (y0 + y1) / 2, radius * 0.6, radius * 0.6, hub)
        c.ellipse(x, (y0 + y1) / 2, radius * 0.25, radius * 0.25, IRON)


def excavator(c: Canvas, look: Look) -> None:
    """A cab on tracks, a bent arm and a bucket."""
    paint = tones(look, "yellow")
    _track(c, 6, 76, 84, 96, 5)
    c.box(30, 70, 62, 78, IRON, 2)
    c.polygon(rounded([(4, 48), (40, 44), (80, 52), (82, 71), (6, 71)], 5), paint.base)
    c.box(6, 64, 82, 71, paint.dark, 2)
    for i in range(3):
        c.line([(11, 52 + 4 * i), (26, 52 + 4 * i)], 1.2, paint.line)
    tube(c, [(70, 56), (92, 18), (116, 14)], 9, paint)
    tube(c, [(114, 14), (132, 54)], 7.5, paint)
    c.line([(80, 52), (97, 24)], 2.6, CHROME)
    c.line([(100, 12), (120, 24)], 2.6, CHROME)
    c.polygon(rounded([(122, 52), (138, 48), (144, 62), (138, 76), (120, 74), (128, 64)], 3), IRON)
    for i in range(3):
        c.polygon([(120 + 6 * i, 73), (125 + 6 * i, 74), (120 + 6 * i, 80)], STEEL)
    c.ellipse(116, 14, 3, 3, IRON)
    c.polygon(rounded([(36, 62), (36, 24), (60, 24), (68, 44), (68, 62)], 4), paint.base)
    pane(c, [(41, 29), (58, 29), (63, 45), (41, 45)], 2)
    c.line([(52, 48), (52, 60)], 0.9, paint.line)


def bulldozer(c: Canvas, look: Look) -> None:
    """A broad blade before a cab on tracks."""
    paint = tones(look, "yellow")
    c.line([(60, 78), (116, 74)], 6, IRON)
    c.line([(92, 58), (116, 66)], 3, CHROME)
    _track(c, 8, 66, 98, 92, 5)
    c.polygon(rounded([(12, 68), (12, 44), (52, 42), (98, 46), (100, 68)], 4), paint.base)
    c.line([(56, 46), (94, 49)], 1.4, paint.light)
    for i in range(4):
        c.line([(64 + 7 * i, 53), (64 + 7 * i, 63)], 1.6, paint.line)
    c.line([(82, 46), (82, 26), (85, 22)], 4, IRON)
    c.box(14, 10, 58, 16, paint.dark, 3)
    c.polygon([(18, 15), (54, 15), (56, 46), (18, 46)], paint.base)
    window(c, 22, 20, 34, 42, 2)
    pane(c, [(38, 20), (50, 20), (52, 42), (38, 42)], 2)
    c.polygon(rounded([(114, 48), (122, 46), (118, 66), (126, 90), (134, 94), (114, 94), (110, 72)], 3), paint.base)
    c.line([(118, 52), (115, 68), (122, 88)], 1.6, paint.light)
    c.polygon([(114, 91), (134, 94), (114, 95)], STEEL)


def forklift(c: Canvas, look: Look) -> None:
    """A mast with two forks that lift a box."""
    paint = tones(look, "yellow")
    c.line([(24, 40), (30, 10), (66, 10), (74, 44)], 4.6, paint.dark)
    c.polygon(rounded([(30, 42), (42, 42), (46, 56), (34, 60)], 3), SADDLE)
    c.line([(62, 34), (56, 44)], 2.4, RUBBER)
    c.polygon(rounded([(6, 84), (8, 46), (36, 44), (44, 62), (62, 62), (64, 44), (78, 46), (80, 84)], 5), paint.base)
    c.box(7, 74, 80, 84, paint.dark, 3)
    c.line([(12, 49), (32, 47.5)], 1.4, paint.light)
    for x in (82, 89):
        c.box(x, 6, x + 3.4, 86, paint.line, 1)
    for y in (10, 40, 74):
        c.box(82, y, 92, y + 3, STEEL, 1)
    c.line([(93, 44), (93, 66), (128, 66)], 3.4, STEEL, False)
    c.box(96, 38, 126, 64, (206, 158, 104), 1)
    c.box(96, 38, 126, 44, shade((206, 158, 104), 0.15), 1)
    c.box(107, 38, 114, 64, shade((206, 158, 104), -0.2))
    wheel(c, 24, 84, 11)
    wheel(c, 68, 83, 12)


def tractor(c: Canvas, look: Look) -> None:
    """A huge wheel behind, a small one in front, a cab and an exhaust pipe."""
    paint = tones(look, "green")
    c.line([(94, 34), (94, 14), (97, 10)], 3.6, IRON)
    c.polygon(rounded([(58, 68), (60, 38), (108, 38), (118, 46), (118, 70)], 5), paint.base)
    c.line([(64, 41), (106, 41)], 1.6, paint.light)
    c.box(60, 62, 118, 71, paint.dark, 2)
    for i in range(4):
        c.line([(84, 46 + 4 * i), (106, 46 + 4 * i)], 1.3, paint.line)
    c.polygon([(24, 14), (66, 14), (70, 46), (62, 70), (22, 62)], paint.base)
    c.box(18, 8, 72, 15, paint.dark, 3)
    pane(c, [(44, 19), (62, 19), (65, 44), (46, 44)], 2)
    pane(c, [(28, 19), (40, 19), (40, 38), (27, 38)], 2)
    hub = paint.light if look.colour else COLOURS["yellow"]
    ring(c, 36, 66, 33, 5, paint.base, 190, 325)
    _lugged_wheel(c, 36, 66, 27, hub)
    _lugged_wheel(c, 106, 78, 15, hub)
    c.ellipse(117.5, 51, 2.8, 3.4, LAMP)


def _lugged_wheel(c: Canvas, x: float, y: float, r: float, hub: RGB) -> None:
    for i in range(16):
        edge = oval(x, y, r, r, 22.5 * i, 22.5 * i)[0]
        c.ellipse(edge[0], edge[1], r * 0.1, r * 0.1, RUBBER)
    wheel(c, x, y, r, hub, 6)


def road_roller(c: Canvas, look: Look) -> None:
    """A steel drum in front, a canopy over the seat."""
    paint = tones(look, "orange")
    for x in (36, 72):
        c.line([(x, 14), (x, 50)], 3, IRON)
    c.box(24, 8, 84, 14, paint.base, 3)
    c.polygon(rounded([(44, 36), (54, 36), (58, 52), (46, 52)], 3), SADDLE)
    c.line([(74, 38), (66, 50)], 2.4, RUBBER)
    c.polygon(rounded([(6, 74), (8, 46), (40, 46), (46, 54), (68, 54), (72, 44), (86, 46), (90, 74)], 5), paint.base)
    c.line([(13, 49), (37, 49)], 1.6, paint.light)
    c.box(8, 66, 90, 74, paint.dark, 3)
    c.polygon(rounded([(84, 54), (112, 58), (116, 74), (108, 74), (104, 66), (84, 66)], 3), paint.base)
    c.ellipse(112, 74, 21, 21, IRON)
    c.ellipse(112, 74, 18.4, 18.4, STEEL)
    c.ellipse(112, 74, 13, 13, paint.base)
    c.ellipse(112, 74, 4, 4, paint.line)
    wheel(c, 32, 76, 19, paint.light, 6)


def tank(c: Canvas, look: Look) -> None:
    """Tracks, a hull, a turret and the gun."""
    paint = tones(look, "olive")
    tube(c, [(80, 27), (146, 22)], 5, toned(shade(paint.base, -0.12)))
    c.box(138, 18.5, 148, 26, paint.dark, 2)
    c.polygon(rounded([(34, 42), (40, 20), (76, 18), (94, 28), (96, 42)], 5), paint.base)
    c.line([(44, 22.5), (74, 21)], 1.4, paint.light)
    c.box(48, 12, 66, 19, paint.dark, 3)
    c.line([(44, 20), (36, 4)], 1, IRON)
    star_mark(c, 66, 32, 15, accent(paint.base, WHITE, TAIL))
    c.polygon(rounded([(4, 60), (14, 42), (116, 42), (136, 56), (130, 66), (8, 66)], 4), paint.base)
    c.line([(16, 45), (114, 45)], 1.2, paint.light)
    c.box(7, 54, 132, 64, paint.dark, 2)
    _track(c, 6, 58, 134, 84, 6, paint.base)


def snowmobile(c: Canvas, look: Look) -> None:
    """A caterpillar behind, skis in front, a windscreen."""
    paint = tones(look, "blue")
    _track(c, 8, 58, 84, 76, 5)
    c.curve((78, 74), (112, 78), (130, 74), 3.6, paint.dark)
    c.curve((130, 74), (142, 70), (142, 62), 3.6, paint.dark)
    c.line([(106, 58), (112, 74)], 3.6, IRON)
    c.polygon(rounded([(6, 54), (8, 44), (50, 46), (72, 34), (100, 34), (132, 54), (120, 64), (30, 64)], 5), paint.base)
    c.polygon(rounded([(30, 58), (124, 58), (118, 64), (30, 64)], 2), paint.dark)
    c.polygon(rounded([(12, 44), (16, 34), (56, 36), (60, 46)], 4), SADDLE)
    c.polygon([(80, 34), (92, 14), (96, 14), (104, 36)], (150, 205, 232))
    c.polygon([(88, 32), (94, 17), (97, 24), (96, 34)], (214, 240, 250))
    c.line([(72, 26), (82, 34)], 2.8, RUBBER)
    c.line([(66, 25), (74, 27)], 4, RUBBER)
    stripe = accent(paint.base, WHITE, COLOURS["orange"])
    c.polygon([(68, 48), (104, 42), (112, 46), (72, 53)], stripe)
    c.ellipse(121, 49, 4.4, 3, LAMP, turn=35)


def race_car(c: Canvas, look: Look) -> None:
    """A single seater with wings, a helmet in the cockpit and a number."""
    paint = tones(look, "red")
    c.polygon([(10, 34), (15, 34), (20, 12), (14, 12)], IRON)
    c.polygon(rounded([(2, 8), (26, 8), (24, 15), (3, 17)], 2), paint.base)
    body = [(6.0, 40.0), (34, 32), (52, 14), (62, 14), (70, 30), (92, 32), (150, 42), (150, 50), (8, 50)]
    c.polygon(rounded(body, 4), paint.base)
    c.polygon([(8, 46), (150, 46), (150, 51), (8, 51)], paint.dark)
    c.ellipse(78, 27, 8, 8, accent(paint.base, WHITE, COLOURS["yellow"]))
    c.box(79, 24, 87, 29, RUBBER, 2)
    c.polygon(rounded([(68, 32), (90, 32), (96, 37), (64, 37)], 2), RUBBER)
    c.line([(56, 20), (40, 34)], 1.2, paint.line)
    badge = accent(paint.base, WHITE, COLOURS["navy"])
    c.ellipse(58, 39, 8, 7, badge)
    c.line([(56, 37), (59, 34.5), (59, 43)], 2, toned(badge).line)
    c.line([(96, 37), (140, 43)], 1.4, badge)
    c.polygon(rounded([(138, 46), (160, 44), (160, 52), (134, 53)], 2), paint.base)
    for x, r in ((28, 15.5), (120, 14)):
        wheel(c, x, 57 - (r - 14), r, CHROME, 6)


def go_kart(c: Canvas, look: Look) -> None:
    """A low frame with a seat, fat little wheels and an engine."""
    paint = tones(look, "red")
    c.box(8, 50, 118, 56, IRON, 2)
    c.box(14, 36, 34, 52, paint.dark, 2)
    for i in range(3):
        c.line([(17, 40 + 4 * i), (31, 40 + 4 * i)], 1.4, IRON)
    c.polygon(rounded([(36, 20), (48, 22), (54, 44), (72, 44), (72, 52), (42, 52)], 4), RUBBER)
    c.line([(41, 24), (48, 46)], 1.4, IRON)
    c.line([(96, 48), (82, 32)], 3, STEEL)
    c.line([(76, 38), (86, 25)], 3.4, RUBBER)
    c.polygon(rounded([(86, 52), (92, 34), (106, 38), (132, 50), (134, 57), (84, 57)], 4), paint.base)
    c.polygon(rounded([(40, 44), (86, 42), (88, 60), (36, 60)], 4), paint.base)
    c.line([(46, 46.6), (80, 45)], 1.4, paint.light)
    badge = accent(paint.base, WHITE, COLOURS["navy"])
    c.ellipse(103, 48, 7, 6, badge)
    c.line([(100, 45), (106, 45), (102, 51.5)], 1.6, toned(badge).line)
    for x in (22, 106):
        wheel(c, x, 61, 11.5, paint.light, 5)


def golf_cart(c: Canvas, look: Look) -> None:
    """An open cart with a roof and a bag of clubs."""
    paint = tones(look, "white")
    bag = accent(paint.base, (186, 60, 58), (60, 110, 180))
    for i, (x, y) in enumerate(((6, 20), (12, 16), (18, 22))):
        c.line([(13, 44), (x, y)], 1.4, STEEL)
        c.polygon(rounded([(x - 3, y - 3), (x + 3, y - 2 + i % 2), (x + 2, y + 2), (x - 2, y + 2)], 1), IRON)
    c.polygon(rounded([(6, 40), (20, 38), (24, 66), (10, 68)], 3), bag)
    c.line([(30, 14), (26, 58)], 2.6, STEEL)
    c.line([(86, 14), (104, 52)], 2.6, STEEL)
    c.box(20, 7, 96, 14, paint.base, 3.5)
    c.box(24, 11, 92, 14, paint.dark, 1)
    seat = accent(paint.base, (196, 150, 98), RUBBER)
    c.polygon(rounded([(32, 32), (42, 32), (46, 52), (32, 52)], 3), seat)
    c.box(34, 50, 68, 57, seat, 3)
    c.line([(92, 52), (80, 40)], 2, IRON)
    c.line([(76, 46), (84, 35)], 2.6, RUBBER)
    body = [(16, 74), (18, 56), (70, 56), (72, 70), (84, 70), (92, 46), (106, 46), (118, 58), (118, 76), (18, 76)]
    c.polygon(rounded([(float(x), float(y)) for x, y in body], 4), paint.base)
    c.box(18, 69, 118, 76, paint.dark, 3)
    c.ellipse(115, 60, 2.8, 3.4, LAMP)
    for x in (34, 102):
        wheel(c, x, 78, 11)


def wagon(c: Canvas, look: Look) -> None:
    """A child's handcart: a tray on four wheels and a long handle."""
    paint = tones(look, "red")
    c.curve((100, 62), (122, 56), (128, 22), 3, IRON)
    c.line([(122, 20), (134, 23)], 4, RUBBER)
    c.box(14, 60, 100, 65, IRON, 2)
    c.polygon(rounded([(4, 32), (110, 32), (104, 60), (10, 60)], 4), paint.base)
    c.box(3, 30, 111, 36, paint.light, 3)
    c.polygon([(10, 52), (105.5, 52), (104, 60), (11, 60)], paint.dark)
    for x in (28, 86):
        wheel(c, x, 67, 13, WHITE, 5)


def wheelbarrow(c: Canvas, look: Look) -> None:
    """A tray with one wheel, two legs and wooden handles."""
    paint = tones(look, "green")
    c.blob([(30, 32), (46, 18), (66, 14), (90, 22), (102, 34), (66, 40)], (134, 96, 62))
    c.line([(6, 34), (46, 58), (106, 66)], 4, WOOD)
    c.line([(6, 34), (14, 39)], 5.4, RUBBER)
    c.line([(46, 58), (36, 84), (30, 84)], 3.6, IRON)
    c.polygon(rounded([(24, 32), (112, 30), (92, 62), (46, 60)], 4), paint.base)
    c.line([(28, 34), (108, 32.4)], 2.6, paint.light)
    c.inside(lambda d: d.polygon([(40, 54), (98, 54), (92, 64), (44, 62)], paint.dark))
    wheel(c, 106, 70, 15, STEEL, 5)
