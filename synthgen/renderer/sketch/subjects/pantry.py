"""Bottles, jars and glasses of the kitchen, and what is served in them."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import LEAF, ball, edge, leaf
from synthgen.renderer.sketch.subjects.fruit import citrus_face
from synthgen.renderer.sketch.subjects.materials import CHROME, IRON, PAPER, STEEL, WOOD, rounded, tones
from synthgen.renderer.sketch.subjects.tableware import CHINA, glaze, mug, plate, tumbler

GLASS: RGB = (210, 228, 236)


def hot_chocolate(c: Canvas, look: Look) -> None:
    """A mug of cocoa heaped with cream and shavings."""
    mug(c, 46, 44, 34, 96, look.colour or glaze(look.rng), (104, 62, 40))
    for x, y, rx, ry in ((46, 41, 29, 8), (46, 32, 22, 8), (47, 23, 13, 7), (49, 15, 6, 6)):
        c.ellipse(x, y + 0.8, rx + 0.6, ry + 0.4, (214, 202, 186))
        c.ellipse(x, y, rx, ry, (255, 251, 242))
    for x, y, turn in ((34, 36, 20), (52, 28, -30), (42, 23, 50), (58, 38, 10), (46, 38, -50)):
        c.ellipse(x, y, 3.6, 1.2, (96, 56, 36), turn)
    c.line([(64, 36), (82, 4)], 5.4, (150, 86, 50))
    c.line([(66, 32), (83, 3)], 1, (196, 132, 84))


def squeeze_bottle(natural: RGB) -> Callable[[Canvas, Look], None]:
    """A plastic bottle with a nozzle: mustard, ketchup."""

    def paint(c: Canvas, look: Look) -> None:
        paint = tones(look, natural)
        c.polygon([(27, 2), (33, 2), (38, 24), (22, 24)], paint.dark)
        c.box(16, 22, 44, 32, paint.light, 3)
        body = rounded([(12, 32), (48, 32), (54, 50), (52, 116), (8, 116), (6, 50)], 8)
        c.polygon(body, paint.base)
        c.inside(lambda d: d.box(42, 32, 56, 120, paint.dark))
        c.polygon(smooth([(14, 60), (46, 60), (47, 96), (13, 96)]), PAPER)
        c.blob([(24, 72), (34, 68), (38, 76), (32, 88), (22, 84)], paint.base)
        c.line([(13, 42), (12, 56)], 3, shade(paint.base, 0.5))

    return paint


def jam(c: Canvas, look: Look) -> None:
    """A jar under a checked cloth, a spoon beside it."""
    fill = look.colour or (190, 30, 56)
    c.box(12, 36, 76, 97, GLASS, 9)
    c.box(15, 44, 73, 94, fill, 8)
    c.inside(lambda d: d.box(60, 36, 76, 97, shade(fill, -0.14)))
    for x, y in ((24, 86), (36, 90), (52, 88), (30, 50), (54, 49)):
        c.ellipse(x, y, 4, 3, shade(fill, -0.22))
    c.line([(20, 50), (20, 86)], 3, shade(fill, 0.5))
    c.box(26, 56, 62, 80, PAPER, 3)
    c.line([(32, 64), (56, 64)], 1.4, STEEL)
    c.line([(36, 71), (52, 71)], 1.4, STEEL)
    cloth = [(4, 40), (14, 12), (44, 5), (74, 12), (84, 40), (70, 34), (58, 42), (44, 35), (30, 42), (18, 34)]
    c.polygon(cloth, (250, 248, 240))
    for x in (16, 30, 44, 58, 72):
        c.line([(44 + (x - 44) * 0.7, 9), (x, 34)], 2.4, (120, 150, 190))
    c.line([(12, 24), (76, 24)], 3, (176, 130, 80))


def pitcher(c: Canvas, look: Look) -> None:
    """A glass jug of lemonade."""
    drink = look.colour or (250, 230, 120)
    c.arc(74, 56, 21, -80, 86, 7, GLASS)
    c.polygon([(14, 14), (72, 14), (78, 98), (20, 98)], GLASS)
    c.polygon([(6, 12), (74, 12), (72, 22), (18, 24)], GLASS)
    c.polygon([(19.6, 34), (70, 34), (74, 94), (24, 94)], drink)
    c.polygon([(60, 34), (70, 34), (74, 94), (64, 94)], shade(drink, -0.12))
    c.ellipse(45, 34, 25, 4, shade(drink, 0.4))
    for x, y, turn in ((34, 46, 12), (56, 50, -20), (42, 62, 40)):
        cube = oval(x, y, 9, 9, 45 + turn, 405 + turn, steps=4)
        c.polygon(cube, shade(drink, 0.55))
    for x, y in ((36, 78), (60, 74)):
        c.ellipse(x, y, 9, 9, (246, 208, 60))
        c.ellipse(x, y, 7, 7, (255, 244, 180))
    c.line([(27, 42), (30, 86)], 2.4, shade(drink, 0.65))
    c.line([(14, 13), (72, 13)], 1.4, (250, 252, 253))


def empty_glass(c: Canvas, look: Look) -> None:
    """A glass of water."""
    drink = look.colour or (176, 220, 240)
    tumbler(c, 44, 6, 30, 98, drink, 30)
    c.ellipse(44, 6, 30, 4, (240, 247, 250))
    c.ellipse(44, 6.4, 26, 2.8, (200, 220, 230))


def martini(c: Canvas, look: Look) -> None:
    """A cone on a stem, an olive on a stick."""
    drink = look.colour or (226, 234, 206)
    c.ellipse(50, 95, 23, 4, GLASS)
    c.box(48, 54, 52, 95, GLASS)
    c.polygon([(6, 10), (94, 10), (53, 58), (47, 58)], GLASS)
    c.polygon([(15, 18), (85, 18), (52, 55), (48, 55)], drink)
    c.ellipse(50, 18, 35, 4, shade(drink, 0.5))
    c.line([(30, 30), (78, 2)], 1.8, (150, 110, 70))
    ball(c, 40, 25, 8.4, 7.4, (124, 156, 62))
    c.ellipse(34.6, 27, 2.6, 2.6, (214, 60, 50))
    c.line([(22, 22), (42, 46)], 1.8, (255, 255, 255))
    c.ellipse(50, 10, 44, 3, (240, 247, 250))
    c.ellipse(50, 10.4, 40, 2, shade(GLASS, -0.06))


def margarita(c: Canvas, look: Look) -> None:
    """A wide glass with a salted rim and a slice of lime."""
    drink = look.colour or (190, 218, 120)
    c.ellipse(46, 95, 23, 4, GLASS)
    c.box(44, 66, 48, 95, GLASS)
    c.polygon(
        smooth([(4, 18), (14, 38), (34, 46), (36, 64), (46, 70), (56, 64), (58, 46), (78, 38), (88, 18), (46, 14)]),
        GLASS,
    )
    c.polygon(
        smooth([(10, 22), (19, 35), (38, 44), (40, 62), (46, 65), (52, 62), (54, 44), (73, 35), (82, 22), (46, 20)]),
        drink,
    )
    c.ellipse(46, 21, 35, 4.4, shade(drink, 0.45))
    for i in range(26):
        x, y = oval(46, 17, 42, 5.4, 14 * i, 14 * i)[0]
        c.ellipse(x, y, 2.3, 2.1, (252, 252, 250))
    citrus_face(c, 80, 18, 15, (98, 174, 56), (176, 218, 110), 8)


def mojito(c: Canvas, look: Look) -> None:
    """A tall glass of ice, lime and leaves of mint."""
    drink = look.colour or (216, 234, 190)
    c.line([(46, 60), (62, 4)], 4, (66, 150, 96))
    tumbler(c, 44, 24, 27, 98, drink, 32)
    for x, y, turn in ((34, 42, 10), (52, 46, -14), (40, 60, 24), (52, 72, 4)):
        cube = oval(x, y, 8.4, 8.4, 45 + turn, 405 + turn, steps=4)
        c.polygon(cube, shade(drink, 0.55))
        c.line([*cube, cube[0]], 0.8, (255, 255, 255))
    for x, y, angle in ((34, 54, 30), (54, 58, 160), (38, 78, -20), (50, 84, 200)):
        leaf(c, x, y, angle, 13, 8, LEAF)
    citrus_face(c, 36, 86, 9, (98, 174, 56), (176, 218, 110), 7)
    for angle in (-150, -120, -88, -56):
        leaf(c, 34, 28, angle, 24, 14, LEAF, veins=True)
    citrus_face(c, 70, 26, 13, (98, 174, 56), (176, 218, 110), 8)


def frying_pan(c: Canvas, look: Look) -> None:
    """Seen a little from above."""
    paint = tones(look, (66, 68, 76))
    c.line([(96, 52), (146, 30)], 9, (52, 46, 46))
    c.line([(100, 48), (144, 28)], 2, (110, 102, 100))
    c.ellipse(54, 62, 52, 31, paint.line)
    c.ellipse(54, 58, 52, 30, paint.light)
    c.ellipse(54, 59, 46, 25, paint.dark)
    c.ellipse(54, 62, 43, 21, paint.base)
    c.curve((22, 60), (34, 46), (56, 44), 2.4, paint.light)


def fork(c: Canvas, look: Look) -> None:
    """Four tines."""
    paint = tones(look, "silver")
    c.line([(29, 56), (29, 114)], 6, paint.line)
    c.line([(29, 56), (29, 114)], 4.8, paint.base)
    c.polygon(rounded([(12, 30), (46, 30), (44, 46), (34, 58), (24, 58), (14, 46)], 7), paint.base)
    c.inside(lambda d: d.polygon([(36, 28), (50, 28), (46, 46), (32, 62)], paint.dark))
    for x in (14.4, 24.2, 34, 43.8):
        c.line([(x, 6), (x, 34)], 4.4, paint.base)
    c.line([(27.6, 62), (27.6, 110)], 1.2, paint.light)


def place_setting(c: Canvas, look: Look) -> None:
    """A plate on a mat between fork, knife and a glass."""
    c.polygon(rounded([(4, 44), (156, 44), (156, 104), (4, 104)], 5), (222, 208, 184))
    c.polygon(rounded([(9, 49), (151, 49), (151, 99), (9, 99)], 4), (236, 226, 206))
    for x in (14, 20, 26):
        c.line([(x, 54), (x, 66)], 2, STEEL)
    c.line([(20, 68), (20, 94)], 3.4, STEEL)
    c.box(13, 65, 27, 72, STEEL, 4)
    c.polygon(rounded([(134, 54), (140, 56), (141, 76), (134, 76)], 2), CHROME)
    c.line([(137, 76), (137, 94)], 3.6, IRON)
    c.ellipse(80, 75, 46, 26, (206, 206, 206))
    c.ellipse(80, 73.6, 46, 25.4, CHINA)
    c.ellipse(80, 74, 31, 16, (222, 222, 222))
    c.ellipse(80, 75, 29.6, 14.8, (246, 246, 244))
    c.polygon(rounded([(66, 66), (94, 64), (98, 82), (70, 84)], 2), (250, 250, 250))
    c.line([(70, 84), (98, 82)], 1, (200, 200, 200))
    c.polygon([(120, 6), (146, 6), (140, 36), (126, 36)], GLASS)
    c.polygon([(122, 18), (144, 18), (140, 34), (126, 34)], (176, 220, 240))
    c.box(131, 36, 135, 50, GLASS)
    c.ellipse(133, 51, 11, 2.6, GLASS)


def seafood_platter(c: Canvas, look: Look) -> None:
    """Shrimps, mussels and oysters on ice with lemon and parsley."""
    plate(c, 70, 74, 68)
    for i in range(15):
        x, y = 20 + (i * 29) % 100, 58 + (i * 7) % 16
        cube = oval(x, y, 8, 7, 30 * i, 30 * i + 360, steps=4)
        c.polygon(cube, (222, 240, 248))
        c.line([*cube, cube[0]], 0.9, (178, 208, 224))
    for x, y, turn in ((26, 60, -20), (48, 48, 10), (112, 58, 24), (92, 46, -8)):
        c.ellipse(x, y, 15, 10.5, (112, 106, 112), turn)
        c.ellipse(x, y - 0.6, 12.6, 8.2, (236, 226, 222), turn)
        c.ellipse(x + 1, y, 7, 4.6, (206, 190, 180), turn)
    for x, y, turn in ((36, 74, 160), (104, 74, 20), (70, 38, 90)):
        c.ellipse(x, y, 13, 6.6, (44, 46, 66), turn)
        c.ellipse(x - 1, y - 1.4, 9, 3, (92, 96, 126), turn)
        c.ellipse(x, y + 2, 7, 2.4, (240, 160, 80), turn)
    for x, y, flip in ((58, 66, 1), (84, 68, -1), (72, 54, 1)):
        for k in range(7):
            angle = 200 + 34 * k if flip > 0 else -20 - 34 * k
            px, py = oval(x, y, 10.6, 9.6, angle, angle)[0]
            c.ellipse(px, py, 5.6 - 0.4 * k, 5.2 - 0.4 * k, edge((246, 140, 110)))
            c.ellipse(px, py, 5 - 0.4 * k, 4.6 - 0.4 * k, (246, 140, 110) if k % 2 else (252, 176, 150))
    for x, y in ((16, 74), (124, 76)):
        citrus_face(c, x, y, 10, (246, 208, 60), (255, 234, 130), 8)
    for x, angle in ((62, -160), (66, -90), (76, -20)):
        leaf(c, x, 84, angle, 12, 8, LEAF)


def salmon(c: Canvas, look: Look) -> None:
    """A pink fillet with pale lines and silver skin, lemon and dill."""
    pink = (248, 142, 160)
    plate(c, 60, 74, 58)
    fillet = [(14, 62), (30, 40), (60, 30), (94, 40), (108, 60), (92, 74), (56, 80), (24, 76)]
    c.blob([(x, y + 5) for x, y in fillet], (150, 156, 168))
    c.blob(fillet, shade(pink, -0.12))
    c.blob([(60 + (x - 60) * 0.95, 54 + (y - 56) * 0.92) for x, y in fillet], pink)

    def lines(layer: Canvas) -> None:
        for x in (26, 42, 58, 74, 90):
            layer.curve((x - 8, 34), (x + 10, 54), (x - 10, 76), 2, (255, 214, 220))

    c.inside(lines)
    citrus_face(c, 92, 72, 13, (246, 208, 60), (255, 234, 130), 8)
    for angle in (-150, -120, -90, -60, -30):
        leaf(c, 34, 74, angle, 15, 5, LEAF)


def foil(c: Canvas, look: Look) -> None:
    """A roll of metal foil, a crumpled sheet pulled out."""
    paint = tones(look, "silver")
    sheet = [(24, 40), (96, 26), (112, 66), (104, 74), (116, 90), (88, 96), (70, 104), (52, 98), (36, 108), (30, 80)]
    c.polygon(sheet, paint.base)

    def creases(d: Canvas) -> None:
        for i, (x, y, u, v, w, z) in enumerate(
            (
                (24, 40, 60, 60, 30, 80),
                (60, 60, 96, 26, 112, 66),
                (60, 60, 104, 74, 88, 96),
                (60, 60, 70, 104, 36, 108),
                (30, 80, 60, 60, 52, 98),
            )
        ):
            d.polygon(
                [(x, y), (u, v), (w, z)], (paint.light, paint.dark, shade(paint.light, 0.4), paint.dark, paint.light)[i]
            )
        d.line([(40, 50), (74, 70), (100, 90)], 1.4, (255, 255, 255))

    c.inside(creases)
    c.polygon([(12, 18), (98, 2), (106, 28), (20, 46)], paint.base)
    c.polygon([(13, 22), (99, 6), (101, 13), (15, 29)], shade(paint.light, 0.5))
    c.polygon([(18, 39), (104, 22), (106, 28), (20, 46)], paint.dark)
    c.ellipse(16, 32, 8, 14, paint.dark, turn=-12)
    c.ellipse(16, 32, 5, 9, (196, 160, 116), turn=-12)
    c.ellipse(16, 32, 3, 6, (110, 84, 60), turn=-12)


def cinnamon(c: Canvas, look: Look) -> None:
    """Rolled sticks tied with a string."""
    paint = tones(look, (160, 92, 50))
    for y, tone in ((30, paint.dark), (62, paint.base), (44, paint.light)):
        c.polygon([(10, y + 20), (104, y - 12), (110, y + 6), (16, y + 38)], tone)
        for d in (6, 12):
            c.line([(14, y + 20 + d), (106, y - 12 + d)], 1, paint.line)
        for k, tint in ((1.0, paint.line), (0.74, paint.light), (0.46, paint.line), (0.22, paint.dark)):
            c.ellipse(13, y + 29, 8 * k, 10 * k, tint)
    c.polygon([(48, 12), (60, 8), (74, 78), (62, 84)], (230, 210, 170))
    c.line([(54, 12), (67, 80)], 1.2, WOOD)
