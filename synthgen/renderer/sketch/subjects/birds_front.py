"""Birds that look at us."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.birds import COMB, ORANGE, fan
from synthgen.renderer.sketch.subjects.creature import WHITE, ball, blush, eye, lump, taper

SIDES = (-1, 1)


def penguin(c: Canvas, look: Look) -> None:
    """Upright, flippers a little lifted."""
    base = look.colour or (50, 56, 72)
    waves = look.rng.random() < 0.4
    for side in SIDES:
        ball(c, 50 + side * 13, 109, 13, 5.5, ORANGE)
        if waves and side == 1:
            taper(c, (70, 58), (84, 58), (92, 42), 15, 9, shade(base, -0.12))
        else:
            taper(c, (50 + side * 20, 58), (50 + side * 36, 66), (50 + side * 38, 86), 15, 9, shade(base, -0.12))
    lump(
        c,
        [(50, 6), (70, 12), (80, 34), (83, 66), (78, 98), (50, 110), (22, 98), (17, 66), (20, 34), (30, 12)],
        base,
        rim=2.4,
    )
    belly = WHITE
    if look.colour and sum(base) > 160:
        belly = shade(base, 0.84) if sum(base) < 640 else (222, 226, 234)
    c.blob([(50, 54), (68, 54), (73, 76), (66, 100), (50, 106), (34, 100), (27, 76), (32, 54)], belly)
    for side in SIDES:
        c.ellipse(50 + side * 11, 37, 13, 14.5, belly)
        eye(c, 50 + side * 10, 35, 5.2)
        blush(c, 50 + side * 17, 45, 4.2, belly)
    c.blob([(42, 42), (50, 39), (58, 42), (50, 51)], ORANGE)
    c.line([(43.5, 43.4), (50, 45.4), (56.5, 43.4)], 1.1, shade(ORANGE, -0.35))


def owl(c: Canvas, look: Look) -> None:
    """On a branch, wide-eyed."""
    base = look.colour or (150, 102, 64)
    pale = shade(base, 0.6 if look.colour is None else 0.42) if sum(base) < 640 else shade(base, -0.1)
    c.polygon([(18, 34), (14, 4), (44, 16)], shade(base, -0.2))
    c.polygon([(82, 34), (86, 4), (56, 16)], shade(base, -0.2))
    lump(
        c,
        [(50, 10), (76, 14), (87, 38), (86, 72), (74, 98), (50, 104), (26, 98), (14, 72), (13, 38), (24, 14)],
        base,
        rim=2.6,
    )
    c.blob([(50, 50), (70, 56), (74, 78), (62, 97), (50, 100), (38, 97), (26, 78), (30, 56)], pale)
    for row, xs in enumerate(((40, 50, 60), (35, 45, 55, 65), (40, 50, 60))):
        for x in xs:
            c.arc(x, 67 + row * 9, 4, 20, 160, 1.6, shade(base, 0.08 if sum(base) < 640 else -0.3))
    for side in SIDES:
        taper(c, (50 + side * 33, 52), (50 + side * 44, 72), (50 + side * 30, 94), 15, 5, shade(base, -0.2))
        c.ellipse(50 + side * 17, 38, 19, 19, pale)
        c.ellipse(50 + side * 16.5, 38, 14, 14.5, (250, 200, 70))
        eye(c, 50 + side * 16, 38, 12.5)
    c.blob([(44, 44), (50, 41), (56, 44), (50, 58)], ORANGE)
    c.box(4, 101, 96, 109, (124, 84, 54), radius=4)
    for side in SIDES:
        for toe in (-5, 0, 5):
            c.ellipse(50 + side * 13 + toe, 102, 2.6, 5, ORANGE)


def peacock(c: Canvas, look: Look) -> None:
    """Its train spread, every feather with an eye."""
    base = look.colour or (30, 112, 196)
    own = look.colour is None
    leaf: RGB = (48, 158, 96) if own else shade(base, -0.18)
    gold: RGB = (246, 196, 66) if own else shade(base, 0.6)
    spot: RGB = (34, 52, 150) if own else shade(base, -0.45)
    rim: RGB = (98, 196, 128) if own else shade(base, 0.25)
    for reach, count, size in (((58, 62), 15, 8.6), ((44, 47), 12, 7.6), ((30, 33), 9, 6.6)):
        paints = ((size, leaf), (size * 0.84, rim), (size * 0.6, gold), (size * 0.36, spot))
        fan(c, 70, 80, reach, count, 214, paints)
        leaf = shade(leaf, 0.08)
    for side in SIDES:
        c.line([(70 + side * 6, 100), (70 + side * 6, 115)], 2.4, (214, 164, 84))
        c.line([(70 + side * 6, 115), (70 + side * 12, 116)], 2.4, (214, 164, 84))
    lump(
        c,
        [(70, 48), (77, 56), (80, 72), (87, 88), (82, 102), (70, 107), (58, 102), (53, 88), (60, 72), (63, 56)],
        base,
        rim=1.8,
    )
    c.ellipse(70, 50, 11.5, 11, base)
    for dx in (-7, 0, 7):
        c.line([(70 + dx * 0.3, 40), (70 + dx, 29)], 1.4, shade(base, -0.3))
        c.ellipse(70 + dx, 28, 2.8, 2.8, (60, 180, 200) if own else shade(base, 0.3))
    for side in SIDES:
        eye(c, 70 + side * 5, 48, 3.5)
    c.polygon([(66, 52.5), (74, 52.5), (70, 60)], (248, 200, 90))


def turkey(c: Canvas, look: Look) -> None:
    """A tail spread like a fan, a bare red head with a wattle."""
    base = look.colour or (134, 84, 52)
    own = look.colour is None
    first = (170, 92, 48) if own else shade(base, -0.25)
    second = (226, 140, 62) if own else shade(base, 0.2)
    fan(c, 60, 74, (48, 52), 11, 216, ((10.5, first), (7.4, second), (4, (252, 226, 170) if own else shade(base, 0.5))))
    fan(c, 60, 76, (34, 37), 9, 200, ((9, shade(first, -0.2)), (6, shade(second, -0.06))))
    for side in SIDES:
        c.line([(60 + side * 9, 100), (60 + side * 9, 114)], 3, ORANGE)
        for dx in (-5, 0, 5):
            c.line([(60 + side * 9, 113), (60 + side * 9 + dx, 116)], 2.4, ORANGE)
    lump(c, [(60, 52), (78, 60), (87, 80), (80, 100), (60, 107), (40, 100), (33, 80), (42, 60)], base, rim=2.4)
    c.ellipse(60, 88, 17, 15, shade(base, 0.22))
    for side in SIDES:
        taper(c, (60 + side * 22, 70), (60 + side * 32, 84), (60 + side * 20, 98), 13, 5, shade(base, -0.22))
    head = (232, 150, 130) if own else shade(base, 0.3)
    taper(c, (60, 74), (60, 60), (60, 46), 18, 19, head)
    ball(c, 60, 44, 14, 13.5, head)
    for side in SIDES:
        eye(c, 60 + side * 6, 41, 4)
    taper(c, (62, 52), (68, 60), (66, 71), 6, 7.5, COMB)
    c.polygon([(54, 46.5), (66, 46.5), (60, 57)], ORANGE)
