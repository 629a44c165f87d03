"""Small craft on the water, from the side. The water line lies near the canvas's foot."""

from synthgen.renderer.sketch.canvas import Canvas, Point, bezier
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.materials import (
    CHROME,
    DARK_WOOD,
    GLASS,
    IRON,
    RUBBER,
    SKIN,
    STEEL,
    TAIL,
    WOOD,
    Tones,
    accent,
    pane,
    rounded,
    toned,
    tones,
)

WHITE = COLOURS["white"]


def hull(c: Canvas, outline: list[Point], paint: Tones, rim: RGB | None = None, radius: float = 4) -> None:
    """A hull whose first two points are its rim; its lower part lies in the shade."""
    c.polygon(rounded(outline, radius), paint.base)
    low = max(y for _, y in outline)
    right = max(x for x, _ in outline)
    c.inside(lambda d: d.polygon([(0, low - 7), (right, low - 9), (right, low + 2), (0, low + 2)], paint.dark))
    c.line(outline[:2], 3, rim or paint.light)


def sailboat(c: Canvas, look: Look) -> None:
    """Two sails over a small hull; the sails take the colour."""
    paint = tones(look, "white")
    c.line([(54, 4), (54, 88)], 3, WOOD)
    c.polygon([(57, 8), (57, 76), (102, 76), (84, 36)], paint.base)
    c.polygon([(57, 62), (96, 62), (102, 76), (57, 76)], paint.dark)
    c.polygon([(51, 14), (51, 76), (14, 76), (32, 48)], paint.light if look.colour else shade(paint.base, -0.06))
    c.line([(57, 40), (86, 40)], 1, paint.line)
    c.line([(51, 48), (32, 48)], 1, paint.line)
    c.polygon([(54, 3), (54, 10), (68, 6)], TAIL)
    boat = toned(look.colour or COLOURS["brown"])
    hull(c, [(6, 80), (110, 80), (94, 100), (20, 100)], boat, WHITE if boat.base != WHITE else boat.line)


def motorboat(c: Canvas, look: Look) -> None:
    """A fast open boat with a windscreen and an outboard engine."""
    paint = tones(look, "red")
    c.box(2, 26, 15, 42, IRON, 4)
    c.box(4, 28, 13, 32, RUBBER, 2)
    c.box(6, 40, 11, 56, STEEL, 1)
    seat = accent(paint.base, WHITE, TAIL)
    c.polygon(rounded([(36, 22), (44, 22), (48, 38), (36, 40)], 3), seat)
    c.polygon(rounded([(20, 26), (28, 26), (31, 40), (20, 40)], 3), seat)
    pane(c, [(64, 16), (69, 16), (84, 33), (64, 35)], 2)
    c.line([(62, 34), (67, 15)], 2, CHROME)
    c.polygon(rounded([(12, 36), (60, 36), (96, 30), (142, 30), (126, 50), (108, 60), (16, 60)], 5), paint.base)
    c.polygon([(15, 52), (119, 54), (108, 60), (16, 60)], paint.dark)
    c.polygon([(14, 43), (134, 40), (128, 46), (14, 48)], accent(paint.base, WHITE, COLOURS["navy"]))
    c.line([(100, 32), (136, 32)], 1.4, paint.light)
    c.line([(112, 30), (112, 25), (136, 25), (138, 30)], 1.4, CHROME)


def yacht(c: Canvas, look: Look) -> None:
    """A long sharp hull with two low decks of dark glass, swept back, a mast for the radar and a rail at the bow."""
    paint = tones(look, "white")
    deck = paint.light if look.colour else WHITE
    glass = shade(COLOURS["navy"], 0.05)
    c.line([(60, 22), (54, 4)], 2.6, CHROME)
    c.line([(48, 10), (62, 9)], 2.2, WHITE)
    c.ellipse(57, 6, 4.6, 2.2, WHITE)
    c.line([(66, 22), (64, 8)], 0.9, IRON)
    c.polygon(rounded([(40, 20), (84, 18), (104, 34), (30, 35)], 3), deck)
    c.polygon(rounded([(50, 23), (82, 22), (94, 31), (46, 31)], 2), glass)
    c.polygon(rounded([(18, 35), (104, 33), (132, 50), (12, 51)], 3), deck)
    c.polygon(rounded([(34, 39), (103, 37.5), (120, 47), (31, 47)], 2), glass)
    for x in (56, 80):
        c.line([(x, 38), (x - 2, 47.6)], 2, deck)
    c.line([(112, 44), (136, 36), (172, 36)], 1.2, CHROME)
    for x in (136, 148, 160):
        c.line([(x, 36), (x - 2, 48)], 1, CHROME)
    c.line([(10, 50), (6, 34)], 1.4, DARK_WOOD)
    c.polygon([(6, 33), (-4 + 4, 37), (3, 43), (9, 42)], TAIL)
    c.polygon(rounded([(2, 51), (126, 49), (178, 44), (150, 70), (140, 76), (8, 76)], 4), paint.base)
    c.inside(lambda d: d.polygon([(0, 68), (180, 67), (180, 80), (0, 80)], accent(paint.base, COLOURS["navy"], WHITE)))
    c.line([(4, 54), (164, 49.6)], 1.6, accent(paint.base, COLOURS["navy"], WHITE))
    for i in range(6):
        c.ellipse(40 + 15 * i, 61, 2.6, 2, glass)


def jet_ski(c: Canvas, look: Look) -> None:
    """A saddle, handlebars and a pointed hull."""
    paint = tones(look, "yellow")
    stripe = accent(paint.base, RUBBER, WHITE)
    c.polygon(rounded([(22, 26), (62, 24), (74, 40), (16, 42)], 5), RUBBER)
    c.line([(26, 28), (58, 26.5)], 1.6, IRON)
    c.line([(84, 30), (74, 14)], 4, IRON)
    c.line([(66, 14), (80, 11)], 4.4, RUBBER)
    c.polygon(rounded([(72, 40), (84, 18), (94, 20), (112, 38), (130, 46), (100, 52)], 5), paint.base)
    c.polygon(rounded([(88, 20), (94, 20), (108, 34), (98, 34)], 2), paint.light)
    c.polygon(rounded([(4, 40), (70, 38), (136, 46), (118, 60), (98, 68), (12, 68), (4, 54)], 5), paint.base)
    c.polygon(rounded([(6, 58), (120, 58), (100, 68), (12, 68)], 3), paint.dark)
    c.polygon([(6, 47), (96, 46), (124, 50), (116, 54), (6, 53)], stripe)


def canoe(c: Canvas, look: Look) -> None:
    """A hull with both ends curled up, and one paddle."""
    paint = tones(look, "brown")
    c.line([(52, 6), (92, 58)], 3, DARK_WOOD)
    c.polygon(rounded([(52, 4), (60, 8), (66, 24), (60, 27), (50, 16)], 3), WOOD)
    outline = [
        (4, 14),
        (16, 22),
        (36, 32),
        (72, 36),
        (108, 32),
        (128, 22),
        (140, 14),
        (138, 34),
        (120, 54),
        (24, 54),
        (6, 34),
    ]
    c.blob([(float(x), float(y)) for x, y in outline], paint.base)
    c.inside(lambda d: d.polygon([(0, 46), (144, 46), (144, 60), (0, 60)], paint.dark))
    c.curve((7, 18), (72, 58), (137, 18), 2.4, paint.light)
    c.line([(52, 36.5), (52, 51)], 1, paint.line)
    c.line([(92, 36.5), (92, 51)], 1, paint.line)


def kayak(c: Canvas, look: Look) -> None:
    """A closed slim hull with somebody in it, who holds a double paddle."""
    paint = tones(look, "orange")
    vest = accent(paint.base, COLOURS["yellow"], COLOURS["blue"])
    c.polygon(rounded([(66, 30), (84, 30), (88, 58), (62, 58)], 5), vest)
    c.ellipse(76, 18, 9, 10, SKIN)
    c.polygon(rounded([(66, 17), (67, 8), (84, 7), (87, 17)], 5), accent(paint.base, TAIL, WHITE))
    for x in (74, 80):
        c.ellipse(x, 18.6, 1.1, 1.6, RUBBER)
    c.curve((74, 23), (77, 25.4), (80, 23), 1, (150, 70, 60))
    c.line([(40, 56), (114, 26)], 2.4, RUBBER)
    c.ellipse(33, 59, 12, 5, paint.dark, turn=-22)
    c.ellipse(121, 23, 12, 5, paint.dark, turn=-22)
    c.line([(71, 36), (66, 46), (74, 42)], 4.6, shade(vest, -0.15))
    c.line([(80, 36), (88, 42), (92, 36)], 4.6, shade(vest, -0.15))
    c.ellipse(76, 57, 18, 4, RUBBER)
    c.blob([(2, 56), (30, 58), (76, 60), (122, 58), (150, 54), (132, 68), (110, 74), (42, 74), (18, 68)], paint.base)
    c.inside(lambda d: d.polygon([(8, 69), (144, 68), (120, 76), (30, 76)], paint.dark))
    c.line([(26, 62.5), (126, 62.5)], 1.6, accent(paint.base, WHITE, TAIL))


def rowboat(c: Canvas, look: Look) -> None:
    """A plank-built boat with a pointed bow; benches inside, an oar that hangs in its rowlock into the water."""
    paint = tones(look, "blue")
    inside = shade(WOOD, -0.3)
    c.blob([(8, 30), (30, 24), (74, 22), (112, 23), (132, 20), (112, 34), (70, 39), (28, 38)], inside)
    for x, y in ((34, 28), (64, 27), (94, 26)):
        c.polygon([(x, y), (x + 12, y - 1), (x + 15, y + 11), (x + 3, y + 11)], WOOD)
    edge = [*bezier((5, 27), (24, 40), (66, 39), 8), *bezier((66, 39), (112, 37), (134, 17), 8)]
    c.polygon([*edge, *rounded([(134, 17), (125, 46), (112, 60), (26, 62), (11, 50), (5, 27)], 4)], paint.base)
    c.inside(lambda d: d.polygon([(0, 54), (140, 50), (140, 70), (0, 70)], paint.dark))
    c.line(edge, 3, accent(paint.base, WHITE, DARK_WOOD))
    c.line([(12, 46), (46, 49), (84, 48), (126, 40)], 1.1, paint.line)
    c.line([(94, 8), (54, 56)], 3.2, WOOD)
    c.polygon(rounded([(57, 46), (64, 51), (46, 70), (39, 66)], 3), shade(WOOD, 0.12))
    c.box(73, 33, 80, 40, STEEL, 2)


def gondola(c: Canvas, look: Look) -> None:
    """A slim hull with curled ends, a red bench, and the gondolier with his oar."""
    paint = tones(look, "black")
    c.line([(46, 18), (12, 88)], 2.6, WOOD)
    c.line([(33, 66), (32, 48)], 4.4, COLOURS["navy"])
    c.line([(40, 66), (38, 48)], 4.4, COLOURS["navy"])
    c.polygon(rounded([(28, 28), (43, 28), (43, 51), (28, 51)], 3), WHITE)
    for y in (32, 37, 42, 47):
        c.line([(29, y), (42, y)], 1.8, TAIL, False)
    c.line([(40, 32), (46, 40), (39, 44)], 3.2, SKIN)
    c.ellipse(37, 20, 6, 7, SKIN)
    for x in (37, 41):
        c.ellipse(x, 19.6, 0.8, 1.2, RUBBER)
    c.curve((36.4, 23), (39, 25), (41, 23), 0.8, (150, 70, 60))
    c.box(26, 13.5, 48, 16, COLOURS["cream"], 1)
    c.box(31, 8, 43, 15, COLOURS["cream"], 2)
    c.box(31, 12, 43, 14, TAIL)
    c.polygon(rounded([(84, 54), (90, 44), (106, 44), (112, 60), (84, 66)], 3), accent(paint.base, TAIL, WHITE))
    shape = [(4, 44), (12, 56), (40, 66), (90, 66), (124, 58), (138, 40), (140, 22), (148, 20), (147, 48), (128, 72)]
    c.blob([*((float(x), float(y)) for x, y in shape), (90, 82), (40, 80), (12, 66)], paint.base)
    c.curve((10, 56), (76, 82), (132, 54), 2, COLOURS["gold"])
    for i in range(4):
        c.box(146, 24 + 5 * i, 153, 26.6 + 5 * i, STEEL, 0.5)
    c.polygon(rounded([(140, 22), (144, 12), (154, 14), (150, 22)], 2), STEEL)


def fishing_boat(c: Canvas, look: Look) -> None:
    """A wheelhouse, a mast with a boom and a net, a high bow."""
    paint = tones(look, "blue")
    c.line([(44, 6), (44, 62)], 2.6, DARK_WOOD)
    c.line([(44, 52), (8, 22)], 2, DARK_WOOD)
    c.line([(44, 8), (8, 22)], 0.9, IRON)
    c.line([(44, 8), (118, 46)], 0.9, IRON)
    c.polygon([(8, 22), (3, 50), (10, 58), (24, 58), (31, 42)], (196, 168, 112))
    for i in range(4):
        c.line([(8 + 5 * i, 24 + 4 * i), (4 + 6 * i, 57)], 0.7, shade((196, 168, 112), -0.35))
        c.line([(5 + i, 30 + 7 * i), (18 + 4 * i, 32 + 6 * i)], 0.7, shade((196, 168, 112), -0.35))
    house = paint.light if look.colour else WHITE
    c.box(60, 32, 92, 66, house, 2)
    c.box(56, 27, 96, 33, paint.dark, 2)
    for x in (65, 80):
        c.box(x, 38, x + 8, 48, shade(GLASS, -0.2), 1)
    c.box(66, 14, 74, 27, TAIL, 1)
    c.box(66, 18, 74, 21, WHITE)
    hull(c, [(4, 58), (138, 44), (120, 88), (18, 88)], paint, accent(paint.base, WHITE, TAIL), 6)
    for x in (34, 62, 90):
        c.ellipse(x, 66, 5, 5, RUBBER)
        c.ellipse(x, 66, 2.2, 2.2, paint.base)


def raft(c: Canvas, look: Look) -> None:
    """Logs bound with rope, a mast and a patched sail."""
    paint = tones(look, "beige")
    c.line([(60, 4), (60, 80)], 3.4, DARK_WOOD)
    c.line([(28, 14), (94, 14)], 2.6, DARK_WOOD)
    c.polygon([(30, 15), (92, 15), (100, 58), (84, 62), (60, 58), (36, 62), (22, 58)], paint.base)
    c.polygon([(88, 15), (92, 15), (100, 58), (84, 62)], paint.dark)
    c.box(40, 28, 54, 42, accent(paint.base, (200, 96, 70), WHITE), 1)
    for x in (41, 46, 51):
        c.line([(x, 26), (x, 29)], 0.8, DARK_WOOD)
    c.polygon([(60, 4), (60, 12), (76, 8)], TAIL)
    for i in range(7):
        x = 12 + 16 * i
        c.ellipse(x, 86, 8.5, 8.5, WOOD if i % 2 else shade(WOOD, -0.08))
        c.ellipse(x, 86, 6, 6, shade(WOOD, 0.3))
        c.ellipse(x, 86, 2.6, 2.6, shade(WOOD, 0.05))
    c.box(2, 74, 118, 80, shade(WOOD, -0.15), 2)
    for x in (20, 100):
        c.box(x - 2, 73, x + 3, 82, (226, 206, 160), 1)
