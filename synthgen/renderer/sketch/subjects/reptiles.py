"""Reptiles, frogs and toads."""

from synthgen.renderer.sketch.canvas import Canvas, bezier, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.creature import WHITE, ball, blush, eye, ink_on, lump, taper

SIDES = (-1, 1)


def _pale(base: RGB) -> RGB:
    return shade(base, 0.5) if sum(base) < 640 else (220, 220, 216)


def crocodile(c: Canvas, look: Look) -> None:
    """Jaws open, a ridge of scales, a heavy tail that curls up."""
    base = look.colour or (92, 152, 74)
    dark = shade(base, -0.25)
    for x in (50, 88):
        taper(c, (x, 66), (x + 3, 76), (x, 86), 15, 11, dark)
    ridge = [*bezier((9, 30), (4, 58), (34, 50), 7), *bezier((42, 47), (62, 38), (92, 42), 6)]
    for px, py in ridge:
        c.polygon([(px - 5, py + 7), (px - 3, py - 6), (px + 6, py + 4)], dark)
    taper(c, (50, 62), (6, 74), (12, 30), 32, 4, base)
    lump(c, [(32, 54), (54, 44), (80, 42), (102, 46), (108, 58), (100, 74), (66, 80), (38, 76)], base, rim=2)
    c.blob([(38, 74), (62, 78), (92, 75), (100, 71), (90, 82), (56, 84)], _pale(base))
    for x in (40, 78):
        taper(c, (x, 68), (x - 3, 78), (x, 86), 18, 13, base)
        c.ellipse(x + 3, 88.6, 10.5, 4.2, base)
        for toe in (-1, 4, 9):
            c.ellipse(x + toe + 1, 90.4, 1.8, 1.9, (250, 246, 230))
    for x, y in ((52, 54), (64, 51), (76, 51), (58, 62), (70, 60), (84, 58), (30, 59), (20, 52)):
        c.ellipse(x, y, 2.8, 2, dark)
    _jaws(c, base, dark)


def _jaws(c: Canvas, base: RGB, dark: RGB) -> None:
    c.polygon([(98, 50), (144, 32), (146, 62), (100, 64)], (176, 62, 72))
    c.ellipse(122, 59, 16, 5, (238, 126, 134), turn=-4)
    for i in range(5):
        x, y = 118 + i * 6.6, 47 - i * 2.6
        c.polygon([(x - 2.8, y), (x + 3.2, y - 1.8), (x + 1, y + 7)], WHITE)
        x, y = 118 + i * 6.4, 62 - i * 0.6
        c.polygon([(x - 2.8, y), (x + 2.8, y), (x + 0.4, y - 6.4)], WHITE)
    taper(c, (98, 64), (120, 68), (146, 62), 18, 8, shade(base, -0.08))
    lump(
        c,
        [(92, 54), (96, 36), (110, 29), (126, 26), (140, 17), (149, 22), (148, 31), (130, 40), (112, 49), (100, 62)],
        base,
        1.6,
    )
    c.ellipse(144, 19, 4.4, 3.6, base)
    c.ellipse(145.4, 19, 1.6, 1.3, dark)
    ball(c, 106, 30, 9, 9, base)
    eye(c, 107, 29, 6, white=(252, 228, 110), gaze=0.12)
    blush(c, 103, 50, 4, base)


def lizard(c: Canvas, look: Look, spots: bool = False) -> None:
    """On bent legs, its long tail curled up; a salamander is black with yellow spots and has a round head."""
    base = look.colour or ((54, 50, 58) if spots else (112, 184, 72))
    mark = ((250, 196, 48) if look.colour is None else shade(base, 0.55)) if spots else shade(base, -0.3)
    far = shade(base, 0.16 if spots and look.colour is None else -0.2)
    for x, out in ((58, 8), (92, 8)):
        _leg(c, x, out, far, 76)
    taper(c, (46, 62), (-2, 84), (12, 44), 21 if spots else 17, 6, base)
    taper(c, (12, 44), (18, 26), (30, 36), 6, 2.4, base)
    lump(c, [(34, 60), (48, 48), (70, 44), (92, 46), (102, 56), (96, 68), (70, 74), (46, 72)], base, rim=2)
    if not spots:
        for i in range(7):
            x = 42 + i * 8
            y = 52 - 7.6 * (1 - abs(i - 3) / 4)
            c.polygon([(x - 4.4, y + 4), (x - 1, y - 4.4), (x + 4.4, y + 4)], mark)
        c.blob([(44, 69), (66, 68), (92, 62), (100, 58), (94, 70), (70, 75)], _pale(base))
    head = [(92, 50), (98, 34), (112, 26), (126, 30), (137, 43), (134, 51), (116, 57), (100, 60)]
    if spots:
        head = [(92, 52), (98, 36), (114, 29), (130, 33), (137, 45), (130, 56), (112, 60), (98, 62)]
    lump(c, head, base, rim=1.8)
    for x, y, r in SPOTS if spots else ():
        c.ellipse(x, y, r, r * 0.86, mark)
    for x, out in ((50, -6), (84, -4)):
        _leg(c, x, out, shade(base, 0.1 if sum(base) < 240 else -0.06), 80)
    eye(c, 117, 38, 6.6, white=WHITE if spots else (252, 228, 110), gaze=0.15)
    c.curve((112, 53), (126, 54), (135, 46), 1.6, mark if spots else ink_on(base))
    blush(c, 109, 49, 3.6, base)


SPOTS = (
    (46, 56, 4.4),
    (60, 52, 5),
    (74, 57, 4.6),
    (88, 51, 4.2),
    (64, 66, 3.6),
    (28, 66, 4),
    (11, 52, 2.4),
    (103, 42, 3),
)
"""Of a salamander."""


def _leg(c: Canvas, x: float, out: float, tone: RGB, foot: float) -> None:
    """Out to a knee and down to long toes."""
    c.line([(x, 64), (x + out, 70), (x + out + 3, foot)], 7, tone)
    for dx in (0, 5, 10):
        c.ellipse(x + out + 2 + dx, foot + 2 + (dx == 5) * 0.8, 3.8, 2.4, tone)


def chameleon(c: Canvas, look: Look) -> None:
    """On a branch: a turret eye, a crest, the tail a spiral."""
    base = look.colour or (96, 192, 84)
    dark = shade(base, -0.22)
    c.box(2, 86, 118, 93, (140, 98, 60), radius=3.5)
    c.polygon([(80, 18), (92, 8), (104, 24), (100, 44), (80, 46)], dark)
    taper(c, (40, 58), (12, 54), (10, 76), 18, 8, base)
    spiral = [
        *bezier((10, 76), (10, 98), (26, 98)),
        *bezier((26, 98), (40, 97), (37, 84)),
        *bezier((37, 84), (32, 74), (24, 84)),
    ]
    c.line(spiral, 6, base)
    for x, y in ((32, 44), (40, 37), (48, 33), (56, 31), (64, 31), (72, 33)):
        c.polygon([(x - 4, y + 6), (x, y - 4), (x + 4, y + 6)], dark)
    for x, foot in ((50, 44), (82, 86)):
        taper(c, (x, 62), (x + 2, 76), (foot, 84), 12, 8, dark)
    lump(c, [(30, 56), (44, 40), (62, 35), (80, 40), (92, 54), (84, 68), (64, 74), (42, 70)], base, rim=2)
    lump(c, [(78, 44), (84, 26), (94, 20), (108, 34), (118, 48), (112, 58), (94, 62), (80, 58)], base, rim=1.8)
    c.inside(lambda layer: _bands(layer, base, look.colour is None))
    for x, foot in ((42, 56), (74, 72)):
        taper(c, (x, 62), (x - 2, 76), (foot, 84), 12, 8, base)
        c.ellipse(foot, 87, 7, 5.4, base)
    c.curve((94, 55), (106, 57), (115, 51), 1.6, ink_on(base))
    ball(c, 95, 40, 10.5, 10.5, shade(base, 0.3) if sum(base) < 640 else (222, 222, 218))
    eye(c, 97, 40, 5, gaze=0.15)


def _bands(c: Canvas, base: RGB, own: bool) -> None:
    stripe = (250, 206, 74) if own else shade(base, 0.35 if sum(base) < 640 else -0.16)
    for x in (44, 56, 68):
        c.curve((x - 3, 34), (x + 3, 54), (x - 3, 66), 4, stripe)


def snake(c: Canvas, look: Look) -> None:
    """Coiled, head raised, tongue out."""
    base = look.colour or (98, 178, 76)
    pale, mark = _pale(base), shade(base, -0.32)
    taper(c, (18, 92), (2, 92), (4, 76), 12, 2, shade(base, -0.1))
    for y, rx, ry, amount in ((87, 44, 13, -0.12), (71, 35, 12, -0.04), (57, 25, 10.5, 0.03)):
        c.ellipse(52, y, rx, ry, shade(base, amount - 0.14))
        c.ellipse(51.4, y - 1.4, rx * 0.97, ry * 0.86, shade(base, amount))
        for i in range(-2, 3):
            x = 52 + i * rx * 0.36
            c.polygon([(x - 5, y + 1), (x, y - 4), (x + 5, y + 1), (x, y + 6)], mark)
    taper(c, (50, 56), (76, 50), (64, 26), 18, 15, base)
    c.curve((61, 51), (72, 44), (68, 30), 5, pale)
    c.line([(84, 26), (94, 28)], 2, (224, 60, 72))
    c.line([(94, 28), (99, 24.6)], 1.7, (224, 60, 72))
    c.line([(94, 28), (99, 31.6)], 1.7, (224, 60, 72))
    lump(c, [(48, 20), (58, 8), (74, 10), (87, 20), (88, 28), (76, 34), (58, 34)], base, rim=1.8)
    eye(c, 70, 18, 5.6, gaze=0.15)
    c.curve((72, 29), (80, 31), (87, 26), 1.5, ink_on(base))
    blush(c, 63, 27, 3.6, base)


def turtle(c: Canvas, look: Look) -> None:
    """A sea turtle: flippers, swimming."""
    base = look.colour or (96, 172, 108)
    skin = shade(base, 0.28) if sum(base) < 640 else (222, 226, 216)
    taper(c, (28, 60), (16, 70), (6, 82), 16, 6, shade(skin, -0.14))
    taper(c, (84, 40), (92, 22), (80, 6), 16, 7, shade(skin, -0.2))
    c.polygon([(16, 56), (2, 56), (16, 48)], skin)
    taper(c, (90, 54), (98, 50), (108, 44), 18, 20, skin)
    ball(c, 112, 42, 14, 12.6, skin)
    shell = [(10, 54), (24, 32), (52, 20), (82, 28), (98, 48), (92, 64), (56, 72), (22, 66)]
    lump(c, shell, shade(base, -0.3), rim=2.4)
    tiles = (
        [(44, 30), (62, 30), (68, 44), (56, 52), (42, 46)],
        [(26, 38), (40, 31), (38, 46), (28, 54), (19, 52)],
        [(66, 31), (80, 36), (89, 48), (76, 52), (71, 44)],
        [(31, 57), (40, 50), (54, 56), (52, 66), (34, 63)],
        [(58, 56), (69, 48), (76, 56), (84, 58), (72, 65), (57, 66)],
    )
    for tile in tiles:
        c.polygon(tile, shade(base, -0.04))
    taper(c, (82, 62), (84, 84), (62, 98), 19, 8, skin)
    for x, y in ((80, 72), (76, 82), (70, 90)):
        c.ellipse(x, y, 3, 2.4, shade(skin, -0.24))
    eye(c, 115, 39, 5, gaze=0.12)
    c.curve((114, 49), (119, 50), (123, 46), 1.6, ink_on(skin))
    blush(c, 108, 48, 3.4, skin)


def tortoise(c: Canvas, look: Look) -> None:
    """A high dome with tiles on thick legs."""
    base = look.colour or (150, 112, 62)
    skin = (166, 178, 96) if look.colour is None else shade(base, 0.3 if sum(base) < 640 else -0.14)
    for x, amount in ((36, -0.2), (82, -0.2), (26, 0.0), (72, 0.0)):
        c.box(x, 72, x + 15, 93, shade(skin, amount), radius=5)
        if not amount:
            for toe in (3, 7.5, 12):
                c.ellipse(x + toe, 91.5, 1.8, 2, (248, 242, 220))
    c.polygon([(14, 76), (2, 84), (18, 84)], skin)
    taper(c, (92, 74), (106, 72), (108, 54), 17, 15, skin)
    ball(c, 111, 46, 13.5, 12.5, skin)
    dome = [(10, 78), (14, 52), (32, 28), (58, 20), (84, 30), (98, 54), (102, 78), (56, 82)]
    lump(c, dome, shade(base, -0.34), rim=2)
    tiles = (
        [(48, 27), (66, 27), (72, 43), (57, 51), (42, 43)],
        [(29, 36), (44, 28), (39, 44), (27, 52), (19, 51)],
        [(70, 28), (84, 37), (93, 51), (86, 53), (75, 44)],
        [(41, 47), (56, 54), (56, 70), (36, 70), (30, 54)],
        [(73, 47), (58, 54), (58, 70), (80, 70), (85, 57)],
        [(18, 55), (27, 56), (32, 70), (15, 70)],
        [(95, 56), (88, 57), (83, 70), (98, 70)],
    )
    for tile in tiles:
        c.polygon(tile, base)
    c.box(7, 72, 105, 82, shade(base, -0.16), radius=5)
    eye(c, 114, 43, 4.8, gaze=0.12)
    c.curve((113, 53), (118, 54), (122, 50), 1.6, ink_on(skin))
    blush(c, 107, 51, 3.2, skin)


def frog(c: Canvas, look: Look, warts: bool = False) -> None:
    """Squatting, wide mouth, eyes on top; a toad is brown and has warts."""
    base = look.colour or ((146, 106, 66) if warts else (110, 190, 72))
    pale = shade(base, 0.55) if sum(base) < 640 else (222, 224, 214)
    for side in SIDES:
        ball(c, 60 + side * 33, 86, 20, 17, shade(base, -0.1), turn=side * 30)
        for dx in (8, 15, 22):
            c.ellipse(60 + side * (26 + dx), 102 - abs(dx - 15) * 0.2, 6.4, 3.6, shade(base, -0.1))
    lump(c, [(60, 48), (84, 58), (92, 82), (80, 102), (60, 106), (40, 102), (28, 82), (36, 58)], base, rim=2.4)
    c.ellipse(60, 84, 21, 19, pale)
    for side in SIDES:
        taper(c, (60 + side * 24, 74), (60 + side * 24, 90), (60 + side * 18, 101), 10, 8, shade(base, -0.06))
        for dx in (-5, 0, 5):
            c.ellipse(60 + side * 17 + dx, 103, 3.6, 3.4, shade(base, -0.06))
        ball(c, 60 + side * 22, 19, 15, 15, base)
    lump(c, [(60, 20), (86, 22), (102, 42), (94, 58), (60, 66), (26, 58), (18, 42), (34, 22)], base, rim=2.4)
    if warts:
        for x, y, r in (
            (46, 30, 3),
            (60, 26, 2.6),
            (74, 31, 3),
            (24, 46, 2.6),
            (96, 46, 2.6),
            (33, 76, 3),
            (88, 80, 3),
            (86, 68, 2.4),
        ):
            c.ellipse(x, y, r, r * 0.9, shade(base, -0.26))
            c.ellipse(x - 0.6, y - 0.7, r * 0.45, r * 0.4, shade(base, 0.25))
    for side in SIDES:
        if warts:
            eye(c, 60 + side * 22, 18, 9.5, white=(250, 200, 80))
            c.polygon(
                smooth([(60 + side * x, y) for x, y in ((12, 10), (22, 5), (33, 10), (22, 13))]), shade(base, -0.16)
            )
        else:
            eye(c, 60 + side * 22, 18, 10.5)
        blush(c, 60 + side * 32, 48, 5, base)
        c.ellipse(60 + side * 4, 38, 1.4, 1.4, ink_on(base))
    c.curve((32, 46), (60, 70 if not warts else 60), (88, 46), 2.2, ink_on(base))
