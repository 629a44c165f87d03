"""Birds that are seen from the side."""

import math

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import WHITE, bead, blush, eye, lump, taper

ORANGE: RGB = (245, 160, 50)
COMB: RGB = (222, 52, 52)


def wing(c: Canvas, x: float, y: float, length: float, colour: RGB) -> None:
    """A folded wing that points left: rounded in front, with three feather tips behind."""
    outline = (
        *((0.34, 0.02), (0.24, -0.24), (-0.04, -0.3), (-0.42, -0.2), (-0.98, 0.02), (-0.76, 0.16), (-0.84, 0.28)),
        *((-0.56, 0.31), (-0.58, 0.44), (-0.26, 0.42), (0.06, 0.38), (0.26, 0.24)),
    )
    lump(c, [(x + dx * length, y + dy * length) for dx, dy in outline], colour, rim=1.2)
    for dx, dy in ((-0.6, 0.1), (-0.4, 0.24)):
        root = (x + (dx + 0.4) * length, y + (dy - 0.06) * length)
        c.line([root, (x + dx * length, y + dy * length)], 1.2, shade(colour, -0.2))


def legs(c: Canvas, xs: tuple[float, ...], top: float, ground: float, colour: RGB = ORANGE, width: float = 2.2) -> None:
    """Thin legs with three toes to the right."""
    for x in xs:
        c.line([(x, top), (x + 0.5, ground - 1.2)], width, colour)
        for dx, dy in ((6, -0.6), (4, -2.6), (-4, -0.8)):
            c.line([(x + 0.5, ground - 2), (x + dx, ground + dy)], width * 0.85, colour)


def songbird(c: Canvas, look: Look) -> None:
    """Small and round, tail up."""
    base = look.colour or (76, 156, 226)
    pale = shade(base, 0.72) if sum(base) < 640 else (226, 228, 232)
    legs(c, (46, 55), 76, 94, (206, 130, 64))
    taper(c, (30, 60), (16, 54), (6, 42), 15, 9, shade(base, -0.28))
    taper(c, (30, 62), (16, 58), (4, 50), 13, 7, shade(base, -0.18))
    lump(c, [(24, 62), (38, 44), (50, 26), (68, 18), (82, 28), (84, 46), (78, 68), (58, 82), (38, 78)], base, rim=2)
    c.blob([(82, 46), (79, 66), (62, 80), (48, 78), (54, 62), (70, 52)], pale)
    wing(c, 52, 56, 32, shade(base, -0.14))
    c.polygon([(83, 30), (97, 37), (83, 42)], ORANGE)
    c.line([(83, 36.6), (94, 37)], 1, shade(ORANGE, -0.35))
    blush(c, 76, 45, 4.4, base)
    bead(c, 73, 34, 4.4)


def chicken(c: Canvas, look: Look) -> None:
    """A hen."""
    base = look.colour or (250, 247, 240)
    legs(c, (46, 58), 78, 97)
    for x, y in ((12, 34), (17, 26), (25, 24)):
        taper(c, (32, 58), (16, 52), (x, y), 16, 10, shade(base, -0.14))
    lump(
        c,
        [(16, 46), (34, 52), (52, 46), (62, 24), (76, 18), (84, 30), (82, 52), (74, 76), (50, 86), (26, 76)],
        base,
        2.2,
    )
    wing(c, 54, 60, 27, shade(base, -0.1))
    _comb(c, 72, 18, 4.2)
    _chicken_face(c, 76, 29)


def rooster(c: Canvas, look: Look) -> None:
    """A cock: long tail feathers, a golden neck, a large comb."""
    base = look.colour or (176, 74, 40)
    plume = (36, 104, 92) if look.colour is None else shade(base, -0.3)
    neck = (240, 168, 60) if look.colour is None else shade(base, 0.28)
    legs(c, (46, 58), 80, 97, width=2.6)
    for i, (x, y, px, py) in enumerate(
        ((6, 58, 6, 20), (7, 44, 10, 8), (12, 32, 18, 2), (22, 26, 30, 4), (30, 30, 36, 18))
    ):
        taper(c, (36, 62), (px, py), (x, y), 10, 5, shade(plume, 0.14 * (i % 2)))
    lump(
        c,
        [(20, 56), (40, 54), (54, 46), (64, 28), (76, 22), (84, 34), (82, 54), (74, 78), (50, 88), (28, 76)],
        base,
        2.2,
    )
    for x, y in ((50, 62), (57, 67), (65, 69), (73, 68), (80, 62)):
        taper(c, (72, 32), (66, 46), (x, y), 15, 4, shade(neck, -0.08 * (x % 2)))
    wing(c, 52, 68, 24, plume)
    c.ellipse(75, 29, 10.5, 10.5, neck)
    _comb(c, 72, 19, 6)
    _chicken_face(c, 78, 30)


def _comb(c: Canvas, x: float, y: float, r: float) -> None:
    for dx, dy in ((-r * 1.1, 1), (0, -r * 0.4), (r * 1.1, 0)):
        c.ellipse(x + dx, y + dy, r, r * 1.25, COMB)


def _chicken_face(c: Canvas, x: float, y: float) -> None:
    for dx, dy, r in ((5, 15, 4), (9, 14, 3.4)):
        c.ellipse(x + dx, y + dy, r, r * 1.5, COMB)
    c.polygon([(x + 5, y - 2), (x + 19, y + 3.5), (x + 5, y + 8)], ORANGE)
    c.line([(x + 6, y + 3.2), (x + 16, y + 3.4)], 1, shade(ORANGE, -0.35))
    bead(c, x, y, 3.2)


def duck(c: Canvas, look: Look) -> None:
    """A drake, swimming."""
    base = look.colour or (196, 192, 186)
    head = shade(base, -0.16) if look.colour else (34, 118, 84)
    breast = shade(base, -0.1) if look.colour else (138, 86, 58)
    c.polygon([(24, 58), (4, 44), (8, 62), (24, 74)], shade(base, -0.2))
    lump(c, [(10, 56), (30, 58), (52, 58), (70, 50), (84, 60), (82, 80), (64, 92), (34, 92), (16, 80)], base, rim=2.2)
    c.inside(lambda layer: layer.ellipse(86, 70, 22, 28, breast))
    taper(c, (72, 64), (66, 46), (70, 32), 19, 18, head)
    c.ellipse(73, 26, 14.5, 13.5, head)
    if look.colour is None:
        c.line([(62, 51.5), (70, 54.5), (80, 52)], 4, WHITE)
    wing(c, 56, 70, 30, shade(base, -0.12))
    if look.colour is None:
        c.line([(31, 80), (40, 83)], 4, (62, 96, 190))
    lump(c, [(84, 22), (92, 28), (101, 30), (100, 35), (88, 36), (84, 33)], (248, 186, 60), rim=1)
    c.ellipse(72, 21, 6, 3, shade(head, 0.18), turn=-20)
    bead(c, 77, 24, 3.4)


def swan(c: Canvas, look: Look) -> None:
    """Swimming, its neck an S and its wings half raised."""
    base = look.colour or WHITE
    fold = shade(base, -0.14)
    taper(c, (76, 74), (104, 62), (82, 40), 19, 10, base)
    taper(c, (82, 40), (66, 22), (82, 14), 10, 9, base)
    c.ellipse(83, 14, 9, 7.6, base, turn=14)
    lump(c, [(9, 52), (24, 60), (50, 58), (76, 58), (88, 72), (78, 88), (50, 92), (26, 86), (14, 72)], base, rim=2.2)
    for i, (x, y) in enumerate(((9, 37), (16, 30), (26, 28), (38, 32))):
        taper(c, (66, 72), (40 - i * 2, 72 - i * 3), (x, y + 6), 22, 9, fold if i % 2 == 0 else shade(base, -0.05))
    c.ellipse(63, 71, 14, 11, shade(base, -0.05))
    c.polygon([(88, 10), (93, 14), (90, 20), (84, 17)], (52, 46, 50))
    c.polygon([(90, 12), (105, 19), (102, 23), (89, 20)], (244, 140, 48))
    bead(c, 84, 13, 2.2)


def flamingo(c: Canvas, look: Look) -> None:
    """On one leg."""
    base = look.colour or (250, 140, 168)
    skin = shade(base, -0.22)
    c.line([(44, 80), (44, 125)], 2.8, skin)
    c.line([(44, 126), (53, 126)], 2.8, skin)
    c.line([(50, 80), (64, 98), (46, 104)], 2.8, skin)
    taper(c, (62, 66), (96, 58), (78, 34), 13, 8, base)
    taper(c, (78, 34), (62, 16), (76, 12), 8, 8, base)
    c.ellipse(77, 13, 9.5, 8, base, turn=10)
    lump(c, [(14, 82), (22, 62), (44, 54), (66, 58), (72, 70), (60, 84), (40, 86)], base, rim=2)
    wing(c, 50, 68, 34, shade(base, -0.12))
    c.blob([(83, 8), (92, 12), (97, 22), (93, 31), (87, 24), (82, 19)], (255, 236, 222))
    c.blob([(93, 17), (97, 22), (93, 32), (88, 25)], (46, 42, 48))
    bead(c, 78, 11, 2.3)


def ostrich(c: Canvas, look: Look) -> None:
    """A bare neck and legs, a body of loose feathers."""
    base = look.colour or (58, 54, 62)
    skin = (240, 186, 164)
    for x, amount in ((46, -0.16), (36, 0.0)):
        taper(c, (x, 84), (x + 7, 96), (x + 3, 104), 9, 5, shade(skin, amount))
        taper(c, (x + 3, 104), (x + 1, 114), (x + 2, 126), 5, 3.6, shade(skin, amount))
        c.ellipse(x + 6, 127, 7, 2.6, shade(skin, amount - 0.1))
    taper(c, (62, 66), (84, 58), (76, 22), 11, 7, skin)
    for i in range(6):
        c.ellipse(12 + (i % 3) * 5, 58 + i * 3, 9, 6.5, WHITE if i % 2 else shade(WHITE, -0.1))
    lump(c, [(14, 66), (26, 50), (46, 46), (62, 52), (72, 66), (64, 80), (44, 88), (24, 84)], base, rim=2.4)
    for i, (x, y) in enumerate(((22, 74), (30, 80), (40, 82), (50, 80))):
        taper(c, (48, 60), (38, 64), (x, y), 14, 8, shade(base, 0.06 * (i % 2) + 0.07))
    c.ellipse(62, 66, 8, 7, WHITE)
    c.ellipse(78, 17, 10, 8.4, skin)
    for dx, dy in ((-6, -10), (-1, -12), (4, -11)):
        c.line([(77 + dx * 0.4, 11), (77 + dx, 17 + dy - 2)], 1.6, (84, 66, 66))
    c.polygon([(86, 13), (100, 19), (86, 23)], (244, 180, 84))
    c.line([(86, 18.6), (97, 19)], 1, (150, 100, 50))
    bead(c, 81, 15, 3)


def parrot(c: Canvas, look: Look) -> None:
    """A macaw on a perch."""
    base = look.colour or (220, 50, 48)
    blue, yellow = ((44, 108, 204), (250, 200, 60)) if look.colour is None else (shade(base, -0.3), shade(base, 0.35))
    for i, (x, colour) in enumerate(((22, blue), (28, base), (34, shade(base, -0.2)))):
        taper(c, (42, 74), (32, 96), (x, 122 - i * 5), 14, 6, colour)
    c.box(8, 87, 96, 93, (134, 94, 58), radius=3)
    lump(
        c,
        [(34, 80), (36, 56), (44, 34), (54, 16), (70, 14), (78, 28), (74, 50), (68, 72), (54, 88), (40, 90)],
        base,
        2.2,
    )
    for x in (50, 60):
        c.ellipse(x, 88, 4, 4.6, (86, 80, 86))
    for x, y, width, colour in ((24, 88, 20, blue), (30, 76, 18, yellow), (34, 66, 17, base)):
        taper(c, (50, 48), (38, 60), (x, y), 17, width * 0.45, shade(colour, -0.05))
    c.ellipse(50, 48, 9.5, 11, shade(base, -0.06))
    c.ellipse(70, 28, 8.6, 9.4, WHITE)
    c.blob([(76, 18), (90, 22), (95, 34), (92, 46), (86, 38), (76, 36)], (56, 50, 54))
    c.blob([(76, 36), (86, 39), (84, 46), (77, 44)], (40, 36, 40))
    c.ellipse(84, 25, 4, 2, (116, 110, 114), turn=34)
    bead(c, 70, 26, 3.6)


def eagle(c: Canvas, look: Look) -> None:
    """A bald eagle: a white head, a hooked beak, strong talons."""
    base = look.colour or (112, 74, 50)
    for i, x in enumerate((9, 16, 23)):
        taper(c, (36, 82), (26, 94), (x, 98 + i * 5), 16, 8, WHITE if i % 2 else shade(WHITE, -0.12))
    for x in (50, 66):
        taper(c, (x, 84), (x, 96), (x + 1, 104), 17, 10, shade(base, -0.18))
        for dx in (-6, 1, 8):
            taper(c, (x + 1, 108), (x + dx, 108), (x + dx + 2, 114), 6, 3.4, (250, 190, 60))
    lump(c, [(24, 84), (34, 58), (50, 38), (72, 36), (84, 54), (82, 78), (68, 94), (44, 96)], base, rim=2.4)
    wing(c, 56, 62, 46, shade(base, -0.18))
    for x, y in ((50, 52), (58, 58), (68, 60), (78, 57), (86, 49)):
        taper(c, (70, 30), (68, 40), (x, y), 18, 4, WHITE if x % 4 else shade(WHITE, -0.08))
    c.ellipse(72, 24, 19, 18, WHITE)
    lump(c, [(86, 14), (98, 16), (107, 26), (106, 40), (100, 34), (88, 33)], (250, 190, 60), rim=1)
    c.line([(90, 27.5), (100, 28)], 1.2, (176, 120, 30))
    eye(c, 79, 21, 5, white=(252, 220, 96))
    c.line([(71, 13.5), (86, 17)], 3, shade(WHITE, -0.32))


def fan(
    c: Canvas, x: float, y: float, reach: Point, count: int, spread: float, paints: tuple[tuple[float, RGB], ...]
) -> None:
    """Feathers in an arc around (x, y); each tip is a stack of discs (radius, colour), the first joined to the root."""
    for i in range(count):
        angle = math.radians(-90 - spread / 2 + spread * i / (count - 1))
        tip = (x + reach[0] * math.cos(angle), y + reach[1] * math.sin(angle))
        taper(c, (x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2), tip, 3, paints[0][0] * 2, paints[0][1])
    for i in range(count):
        angle = math.radians(-90 - spread / 2 + spread * i / (count - 1))
        for r, colour in paints[1:]:
            c.ellipse(x + reach[0] * math.cos(angle), y + reach[1] * math.sin(angle), r, r * 1.1, colour)
