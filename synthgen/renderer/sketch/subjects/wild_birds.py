"""Birds of gardens, cities and coasts, told apart by crest, beak, bearing and markings."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.birds import ORANGE, legs, wing
from synthgen.renderer.sketch.subjects.creature import WHITE, bead, blush, lump, taper

BODY = [(24, 62), (38, 44), (50, 26), (68, 18), (82, 28), (84, 46), (78, 68), (58, 82), (38, 78)]
GARDEN = ("garden", "park", "forest")


def _beak(c: Canvas, x: float, y: float, length: float, depth: float, colour: RGB) -> None:
    """Pointing right, its root around (x, y)."""
    c.polygon([(x, y - depth), (x + length, y + depth * 0.2), (x, y + depth)], colour)
    c.line([(x, y + depth * 0.12), (x + length * 0.8, y + depth * 0.2)], 1, shade(colour, -0.35))


def _perched(c: Canvas, base: RGB, tail: RGB, foot: RGB) -> None:
    """Legs, tail and body of a small bird."""
    legs(c, (46, 55), 76, 94, foot)
    taper(c, (30, 60), (16, 60), (7, 56), 15, 9, shade(tail, -0.24))
    taper(c, (30, 62), (16, 64), (5, 63), 13, 7, shade(tail, -0.12))
    lump(c, BODY, base, rim=2)


def cardinal(c: Canvas, look: Look) -> None:
    """Red all over, with a pointed crest and a black mask."""
    base = look.colour or (208, 38, 44)
    c.polygon([(52, 26), (50, 2), (62, 12), (78, 22)], shade(base, -0.1))
    _perched(c, base, base, (150, 96, 70))
    wing(c, 52, 58, 32, shade(base, -0.16))
    c.blob([(74, 30), (84, 28), (88, 38), (82, 50), (74, 44)], (44, 34, 38))
    _beak(c, 82, 37, 15, 8, (240, 124, 58))
    bead(c, 71, 31, 4.2)


def jay(c: Canvas, look: Look) -> None:
    """Blue with a crest, a white face, a black collar, barred wings and tail."""
    base = look.colour or (64, 124, 214)
    dark = shade(base, -0.45) if sum(base) > 240 else shade(base, 0.4)
    c.polygon([(54, 24), (46, 4), (64, 10), (80, 20)], base)
    _perched(c, base, base, (80, 74, 80))
    c.blob([(82, 38), (80, 52), (78, 68), (60, 80), (50, 76), (58, 58), (68, 46)], (232, 234, 238))
    c.blob([(66, 36), (76, 30), (86, 32), (86, 44), (76, 52), (66, 46)], WHITE)
    c.line([(60, 24), (60, 46), (70, 55), (84, 48)], 3, (40, 40, 52))
    wing(c, 52, 60, 33, shade(base, -0.06))
    for x, y in ((30, 60), (37, 63), (44, 65)):
        c.line([(x, y - 5), (x - 3, y + 4)], 2.4, dark)
    for x in (8, 14, 20):
        c.line([(x, 56), (x + 1, 65)], 2.2, dark)
    for x, y in ((40, 70), (33, 66)):
        c.line([(x, y), (x - 6, y - 1)], 2.2, WHITE)
    _beak(c, 84, 37, 15, 5, (50, 48, 56))
    bead(c, 74, 34, 4)


def pigeon(c: Canvas, look: Look) -> None:
    """A small head on a shimmering neck, a full breast, two bars on the wing."""
    base = look.colour or (152, 160, 174)
    neck = (74, 132, 122) if look.colour is None else shade(base, -0.24)
    bar = shade(base, -0.55) if sum(base) > 200 else shade(base, 0.45)
    legs(c, (46, 57), 78, 96, (222, 92, 92), 2.6)
    taper(c, (26, 66), (14, 66), (7, 72), 17, 11, shade(base, -0.26))
    lump(c, [(12, 64), (32, 46), (54, 40), (74, 34), (90, 50), (86, 70), (66, 84), (38, 82)], base, rim=2)
    taper(c, (72, 54), (78, 40), (74, 26), 30, 17, neck)
    if look.colour is None:
        taper(c, (74, 56), (80, 48), (78, 40), 22, 14, (140, 96, 150))
    c.ellipse(75, 20, 12.5, 11.5, shade(base, -0.08))
    wing(c, 52, 62, 40, shade(base, 0.12) if sum(base) < 600 else shade(base, -0.08))
    for x in (24, 34):
        c.line([(x + 5, 54), (x, 72)], 4, bar)
    _beak(c, 85, 22, 11, 4, (70, 64, 72))
    c.ellipse(86, 19, 3.6, 2.6, WHITE)
    c.ellipse(78, 18, 4.6, 4.6, (244, 150, 60))
    bead(c, 78, 18, 2.8)


def raven(c: Canvas, look: Look) -> None:
    """Black, with a heavy beak and a shaggy throat."""
    base = look.colour or (46, 46, 58)
    sheen = shade(base, 0.2) if sum(base) < 300 else shade(base, -0.14)
    legs(c, (46, 56), 78, 96, (58, 54, 60), 2.6)
    for y, reach in ((62, 5), (68, 6), (74, 10)):
        taper(c, (34, 66), (18, 68), (reach, y + 10), 13, 6, shade(base, -0.2 if y != 68 else 0.08))
    lump(c, [(18, 66), (36, 46), (54, 30), (70, 16), (84, 24), (86, 44), (80, 66), (60, 82), (36, 82)], base, rim=2)
    for x, y in ((84, 46), (80, 54), (74, 58)):
        c.polygon([(x - 8, y - 8), (x + 2, y - 8), (x + 1, y + 6)], shade(base, 0.08))
    wing(c, 53, 60, 38, sheen)
    c.blob([(80, 22), (92, 22), (103, 32), (105, 40), (96, 38), (82, 40)], (62, 60, 68))
    c.line([(83, 33), (101, 36)], 1.2, (24, 22, 28))
    c.ellipse(74, 27, 5.4, 5.4, shade(base, 0.5))
    bead(c, 74, 27, 4)


def chick(c: Canvas, look: Look) -> None:
    """A ball of down with stubby wings."""
    base = look.colour or (252, 214, 70)
    legs(c, (42, 58), 84, 97, ORANGE, 3)
    for x in (44, 50, 56):
        taper(c, (50, 18), (x, 10), (x + (x - 50) * 0.6, 4), 4, 2, shade(base, -0.06))
    lump(
        c,
        [(14, 62), (24, 40), (26, 20), (50, 8), (74, 20), (76, 40), (86, 62), (72, 84), (50, 90), (28, 84)],
        base,
        2.2,
    )
    c.ellipse(50, 68, 22, 18, shade(base, 0.36) if sum(base) < 640 else shade(base, -0.05))
    for side in (-1, 1):
        taper(c, (50 + side * 32, 52), (50 + side * 42, 58), (50 + side * 39, 70), 11, 5, shade(base, -0.14))
        bead(c, 50 + side * 14, 32, 4.6)
        blush(c, 50 + side * 21, 41, 4.6, base)
    c.polygon([(43, 39), (57, 39), (50, 50)], ORANGE)
    c.line([(43, 40), (57, 40)], 1.4, shade(ORANGE, -0.3))


def canary(c: Canvas, look: Look) -> None:
    """Small and of one clear colour, singing."""
    base = look.colour or (252, 216, 52)
    _perched(c, base, shade(base, -0.08), (220, 150, 110))
    wing(c, 52, 57, 30, shade(base, -0.12))
    for y in (59, 63):
        c.line([(28, y), (40, y + 3)], 1.6, shade(base, -0.34))
    c.polygon([(83, 30), (95, 26), (85, 36)], (240, 160, 120))
    c.polygon([(84, 37), (93, 43), (82, 42)], (224, 130, 100))
    blush(c, 76, 44, 4.4, base)
    bead(c, 73, 33, 4.2)


def seagull(c: Canvas, look: Look) -> None:
    """White, with gray wings that end in black."""
    base = look.colour or (250, 250, 250)
    back = (164, 176, 190) if look.colour is None else shade(base, -0.2)
    legs(c, (48, 58), 78, 97, (244, 160, 60), 2.8)
    c.polygon([(22, 58), (0, 64), (4, 72), (24, 72)], shade(base, -0.1))
    lump(
        c, [(14, 64), (36, 50), (56, 44), (66, 22), (80, 14), (92, 24), (90, 46), (82, 68), (62, 82), (34, 80)], base, 2
    )
    wing(c, 56, 60, 46, back)
    c.polygon([(28, 61), (0, 57), (10, 66), (24, 70)], (52, 52, 60))
    _beak(c, 90, 27, 15, 4.6, (250, 190, 50))
    c.ellipse(99, 29.4, 2.2, 1.8, (220, 60, 50))
    bead(c, 82, 23, 3.8)


def dove(c: Canvas, look: Look) -> None:
    """White, a green twig in its beak, one wing raised."""
    base = look.colour or (250, 250, 252)
    fold = shade(base, -0.1)
    for y in (66, 73, 80):
        taper(c, (36, 66), (20, 70), (4, y + 6), 13, 8, fold if y == 73 else shade(base, -0.04))
    for i, (x, y) in enumerate(((24, 6), (16, 16), (14, 27), (20, 38))):
        taper(c, (56, 56), (40, 40 - i), (x, y), 20, 9, fold if i % 2 else shade(base, -0.03))
    lump(
        c, [(24, 68), (42, 54), (58, 46), (66, 28), (80, 22), (90, 32), (86, 52), (74, 72), (52, 82), (34, 78)], base, 2
    )
    wing(c, 58, 60, 34, shade(base, -0.06))
    c.curve((94, 42), (102, 50), (100, 62), 1.6, (110, 130, 60))
    for x, y, turn in ((97, 50, 30), (104, 56, -40), (98, 60, 60)):
        c.ellipse(x, y, 5, 2.4, (120, 170, 74), turn)
    _beak(c, 88, 35, 11, 3.6, (236, 160, 120))
    bead(c, 80, 32, 3.8)


def hawk(c: Canvas, look: Look) -> None:
    """Gliding with spread wings: a hooked beak, a banded tail."""
    base = look.colour or (146, 98, 62)
    pale = shade(base, 0.5)
    dark = shade(base, -0.35) if sum(base) > 200 else shade(base, 0.3)
    for side in (-1, 1):
        tips = [
            (70 + side * x, y)
            for x, y in ((10, 30), (30, 12), (56, 8), (66, 16), (68, 30), (52, 34), (36, 44), (12, 54))
        ]
        lump(c, tips, base, 2)
        for x, y in ((46, 13), (54, 13), (62, 18)):
            taper(c, (70 + side * (x - 10), y + 6), (70 + side * x, y + 2), (70 + side * (x + 7), y + 4), 7, 3.4, dark)
        for x in (18, 28, 38):
            taper(
                c,
                (70 + side * x, 28),
                (70 + side * x, 34),
                (70 + side * (x - 1), 44 - x * 0.16),
                9,
                5,
                shade(base, -0.14),
            )
    c.polygon([(58, 62), (82, 62), (92, 92), (48, 92)], pale)
    for y in (70, 79, 88):
        c.line([(56 - (y - 62) * 0.24, y), (84 + (y - 62) * 0.24, y)], 3, dark, round_ends=False)
    lump(c, [(58, 30), (70, 24), (82, 30), (84, 52), (70, 72), (56, 52)], pale, 1.6)
    for x, y in ((64, 46), (75, 46), (69, 53), (64, 60), (75, 60)):
        c.ellipse(x, y, 1.6, 3, dark)
    c.ellipse(70, 24, 13, 12, base)
    c.polygon([(64, 24), (76, 24), (74, 33), (70, 38), (66, 33)], (250, 196, 60))
    c.polygon([(67, 32), (73, 32), (70, 39)], (60, 54, 56))
    for side in (-1, 1):
        bead(c, 70 + side * 7, 21, 3)
        c.line([(70 + side * 4, 16.5), (70 + side * 11, 15)], 2, dark)


WILD_BIRDS: dict[str, Drawing] = {
    "pigeon": Drawing(pigeon, 100, 100, 0.42, colour="gray", places=("city street", "park", "city")),
    "cardinal": Drawing(cardinal, 100, 98, 0.44, colour="red", places=("snowy forest", *GARDEN)),
    "blue jay": Drawing(jay, 102, 98, 0.44, colour="blue", places=GARDEN),
    "raven": Drawing(raven, 108, 100, 0.46, colour="black", places=("forest", "castle", "field")),
    "chick": Drawing(chick, 100, 100, 0.38, colour="yellow", places=("farm", "barn", "meadow")),
    "canary": Drawing(canary, 100, 98, 0.4, colour="yellow", places=GARDEN),
    "seagull": Drawing(seagull, 108, 100, 0.44, colour="white", places=("beach", "harbor", "pier")),
    "dove": Drawing(dove, 112, 100, 0.44, colour="white", places=("garden", "park", "church")),
    "hawk": Drawing(hawk, 140, 96, 0.44, "air", "brown", places=("sky", "mountains", "canyon")),
}
"""Its name -> how it is drawn."""
