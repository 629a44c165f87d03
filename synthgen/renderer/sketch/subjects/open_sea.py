"""Fish that are told apart by their shape: a bill, a fork, a veil."""

from functools import partial

from synthgen.renderer.sketch.canvas import Canvas, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.creature import blush, eye, ink_on, lump
from synthgen.renderer.sketch.subjects.sea_life import fish

CLOWN: RGB = (248, 146, 48)


def _belly(base: RGB) -> RGB:
    return shade(base, 0.6) if sum(base) < 640 else shade(base, -0.12)


def marlin(c: Canvas, look: Look) -> None:
    """A spear for a nose, a tall sail for a back fin."""
    base = look.colour or (44, 96, 188)
    dark = shade(base, -0.24) if sum(base) > 200 else shade(base, 0.2)
    c.polygon(smooth([(22, 52), (0, 18), (9, 20), (28, 48)]), dark)
    c.polygon(smooth([(22, 54), (2, 84), (11, 80), (28, 58)]), dark)
    c.polygon([(98, 36), (148, 44), (98, 50)], shade(base, -0.1))
    c.polygon(smooth([(46, 42), (58, 22), (74, 6), (90, 4), (98, 18), (96, 36), (70, 42)]), dark)
    for x, y in ((60, 24), (70, 14), (80, 9), (90, 9)):
        c.line([(x, y), (x - 2, 36)], 1.4, shade(dark, -0.25), round_ends=False)
    c.polygon([(58, 64), (46, 84), (70, 66)], dark)
    body = [(16, 53), (44, 39), (76, 31), (100, 36), (112, 44), (98, 56), (70, 66), (40, 62)]
    lump(c, body, base, rim=1.8)
    c.inside(
        lambda layer: layer.blob([(14, 56), (54, 55), (90, 50), (118, 48), (104, 66), (60, 74), (30, 68)], _belly(base))
    )
    for x in (46, 56, 66, 76):
        c.curve((x, 42), (x + 2, 48), (x, 54), 1.4, shade(base, 0.3))
    c.polygon(smooth([(84, 55), (94, 56), (78, 76), (72, 76)]), dark)
    c.curve((98, 50), (106, 51), (116, 46), 1.3, ink_on(base))
    c.curve((90, 40), (86, 47), (90, 54), 1.3, ink_on(base))
    eye(c, 99, 42, 4, gaze=0.1)


def mackerel(c: Canvas, look: Look) -> None:
    """Slim and shining, a forked tail, wavy bars along the back."""
    base = look.colour or (184, 194, 206)
    dark = shade(base, -0.55) if sum(base) > 240 else shade(base, 0.34)
    fin = shade(base, -0.2)
    c.polygon([(20, 38), (0, 12), (5, 36), (0, 64), (20, 44)], fin)
    for x in (34, 42):
        c.polygon([(x, 30), (x - 6, 23), (x + 4, 29)], fin)
        c.polygon([(x, 52), (x - 6, 59), (x + 4, 53)], fin)
    c.polygon([(72, 24), (80, 8), (92, 22)], fin)
    c.polygon([(76, 58), (72, 70), (86, 58)], fin)
    body = [(14, 41), (40, 28), (74, 20), (108, 22), (132, 38), (112, 54), (76, 60), (42, 54)]
    lump(c, body, base, rim=1.8)

    def back(layer: Canvas) -> None:
        layer.blob(
            [(10, 46), (60, 46), (106, 43), (142, 44), (120, 66), (60, 70)],
            shade(base, 0.55) if sum(base) < 690 else shade(base, -0.06),
        )
        for x in range(30, 108, 9):
            layer.curve((x, 16), (x + 6, 24), (x + 1, 31), 2.6, dark)
            layer.curve((x + 1, 31), (x - 3, 35), (x + 2, 39), 2.2, dark)

    c.inside(back)
    c.curve((110, 26), (102, 39), (110, 53), 1.5, ink_on(base))
    c.polygon(smooth([(104, 42), (90, 40), (86, 48), (98, 50)]), fin)
    c.curve((120, 45), (126, 46), (131, 41), 1.5, ink_on(base))
    eye(c, 118, 34, 5.2, gaze=0.1)


def goldfish(c: Canvas, look: Look) -> None:
    """Round, with scales and a long veil of a tail."""
    base = look.colour or (250, 138, 34)
    fin = shade(base, 0.28) if sum(base) < 600 else shade(base, -0.14)
    for tip in (
        ((42, 46), (24, 20), (4, 8), (10, 34), (26, 52)),
        ((42, 52), (26, 74), (2, 92), (22, 90), (38, 70)),
        ((40, 48), (18, 40), (0, 50), (14, 62), (36, 58)),
    ):
        lump(c, tip, fin, 1.2)
    for x, y in ((12, 20), (8, 50), (14, 82)):
        c.line([(38, 50), (x, y)], 1, shade(fin, -0.2))
    c.blob([(52, 28), (58, 8), (78, 8), (88, 26), (70, 32)], fin)
    c.blob([(58, 74), (52, 94), (70, 90), (76, 74)], fin)
    lump(c, [(32, 50), (50, 28), (76, 22), (98, 34), (106, 50), (96, 68), (74, 78), (48, 72)], base, rim=2.2)
    for x, y in ((52, 42), (62, 36), (74, 34), (50, 56), (62, 52), (74, 48), (58, 66), (72, 64)):
        c.arc(x, y, 6, -70, 70, 1.3, shade(base, -0.16))
    c.blob([(74, 54), (60, 54), (58, 66), (72, 66)], fin)
    eye(c, 93, 42, 6.2, gaze=0.12)
    blush(c, 92, 56, 4, base)
    c.curve((98, 61), (102, 61), (105, 57), 1.7, ink_on(base))


def angelfish(c: Canvas, look: Look) -> None:
    """Tall and flat: fins like sails above and below, three bars."""
    base = look.colour or (250, 214, 90)
    fin = shade(base, -0.1)
    bar = shade(base, -0.6) if sum(base) > 240 else shade(base, 0.4)
    c.polygon(smooth([(26, 60), (8, 46), (4, 60), (8, 76)]), fin)
    c.polygon(smooth([(36, 46), (30, 18), (18, 0), (46, 12), (66, 40)]), fin)
    c.polygon(smooth([(36, 74), (30, 100), (18, 120), (46, 108), (66, 80)]), fin)
    lump(c, [(22, 60), (38, 42), (60, 34), (84, 50), (94, 61), (82, 72), (60, 86), (38, 78)], base, rim=1.8)

    def bars(layer: Canvas) -> None:
        for x, width in ((36, 6), (56, 7), (77, 5)):
            layer.curve((x - 10, 4), (x + 6, 60), (x - 10, 116), width, bar)

    c.inside(bars)
    c.curve((58, 80), (60, 96), (52, 114), 2, fin)
    eye(c, 82, 56, 5, gaze=0.1)
    c.curve((86, 67), (90, 67), (94, 63), 1.5, ink_on(base))


def _clown(c: Canvas, look: Look) -> None:
    fish(c, look, banded=True)


_water = partial(Drawing, rests="under water")
REEF = ("coral reef", "underwater")
SEA = ("underwater", "ocean")
OPEN_SEA: dict[str, Drawing] = {
    "marlin": _water(marlin, 150, 92, 0.42, colour="blue", places=SEA),
    "mackerel": _water(mackerel, 136, 74, 0.36, colour="silver", places=SEA),
    "goldfish": _water(goldfish, 110, 100, 0.42, colour="orange", places=SEA[:1]),
    "angelfish": _water(angelfish, 98, 122, 0.48, colour="yellow", places=REEF),
    "clownfish": _water(_clown, 100, 100, 0.42, colour="orange", recolours=False, places=REEF),
}
"""Its name -> how it is drawn."""
