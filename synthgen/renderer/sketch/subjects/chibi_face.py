"""Muzzles and masks of the sitting mammals. The eyes are painted over them."""

from functools import partial

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.subjects.creature import NOSE, WHITE, Coat, Part, ink_on, smile, taper

MIDDLE = 60
SIDES = (-1, 1)


def nose(c: Canvas, y: float, r: float, colour: RGB = NOSE) -> None:
    """A rounded triangle with a gleam, and the line below it that parts the mouth."""
    c.line([(MIDDLE, y), (MIDDLE, y + r * 1.7)], 1.5, NOSE)
    c.polygon([(MIDDLE - r, y - r * 0.2), (MIDDLE + r, y - r * 0.2), (MIDDLE, y + r)], colour)
    c.ellipse(MIDDLE, y - r * 0.15, r, r * 0.55, colour)
    c.ellipse(MIDDLE - r * 0.35, y - r * 0.3, r * 0.3, r * 0.18, shade(colour, 0.5))


def mouth(c: Canvas, y: float, r: float) -> None:
    """Two arcs that meet under the nose."""
    for side in SIDES:
        c.arc(MIDDLE + side * r * 0.95, y, r, 10, 170, 1.6, NOSE)


def muzzle(c: Canvas, coat: Coat) -> None:
    """The common one: pale and oval, with a small nose."""
    c.ellipse(MIDDLE, 75, 17, 12, coat.pale)
    nose(c, 69, 6)
    mouth(c, 76, 5)


def cat_muzzle(c: Canvas, coat: Coat, pink: RGB = (236, 120, 130)) -> None:
    """Two round cushions and a little pink nose."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 8, 76, 10.5, 9, coat.pale)
    c.ellipse(MIDDLE, 83, 7, 6, coat.pale)
    nose(c, 69.5, 4.6, pink)
    mouth(c, 75.5, 5)


def big_cat_muzzle(c: Canvas, coat: Coat) -> None:
    """Broad cushions, a long bridge and a wide nose."""
    c.ellipse(MIDDLE, 86, 12, 7.5, coat.pale)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 10, 77, 12.5, 10, coat.pale)
        for x, y in ((9, 78), (13, 75), (14, 80)):
            c.ellipse(MIDDLE + side * x, y, 0.9, 0.9, shade(coat.pale, -0.45))
    nose(c, 69, 7.2, (92, 56, 58))
    mouth(c, 77, 6)


def dog_muzzle(c: Canvas, coat: Coat) -> None:
    """A blaze up the forehead, a large nose and the tongue out."""
    c.ellipse(MIDDLE, 50, 7, 20, coat.pale)
    c.ellipse(MIDDLE, 76, 19, 14, coat.pale)
    c.box(MIDDLE - 4.5, 79, MIDDLE + 4.5, 91, (238, 108, 122), radius=4.5)
    c.line([(MIDDLE, 81), (MIDDLE, 87)], 1.1, (200, 70, 90))
    nose(c, 68, 7.5)
    mouth(c, 77, 6)


def ape_face(c: Canvas, coat: Coat, lips: float = 22) -> None:
    """Bare skin around the eyes and the broad mouth."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 11, 57, 14.5, 13.5, coat.pale)
    c.ellipse(MIDDLE, 77, lips, 14.5, coat.pale)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 3.6, 70, 2, 1.5, ink_on(coat.pale))
    smile(c, MIDDLE, 72, 11, ink_on(coat.pale), 1.9)


def gorilla_face(c: Canvas, coat: Coat) -> None:
    """A heavy brow over the eyes, wide nostrils."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 11, 58, 14, 12, coat.pale)
    c.ellipse(MIDDLE, 78, 23, 14, coat.pale)
    c.ellipse(MIDDLE, 40, 17, 14, coat.base)
    for side in SIDES:
        c.curve(
            (MIDDLE + side * 3, 51), (MIDDLE + side * 12, 43), (MIDDLE + side * 23, 52), 4.4, shade(coat.base, -0.3)
        )
    c.ellipse(MIDDLE, 69, 10, 6.5, shade(coat.pale, -0.22))
    for side in SIDES:
        c.ellipse(MIDDLE + side * 4.4, 70, 3, 2.4, NOSE)
    smile(c, MIDDLE, 71, 14, NOSE, 1.8)


def orangutan_face(c: Canvas, coat: Coat) -> None:
    """Broad flat cheek pads around an ape's face, and a beard."""
    pads = shade(coat.pale, -0.34)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 26, 64, 13, 23, shade(pads, -0.12))
        c.ellipse(MIDDLE + side * 26, 63, 12, 21, pads)
    for x, low in ((-16, 99), (-8, 105), (0, 108), (8, 105), (16, 99)):
        taper(c, (MIDDLE + x * 0.8, 86), (MIDDLE + x * 0.9, 92), (MIDDLE + x, low), 11, 3, shade(coat.base, -0.16))
    ape_face(c, coat, lips=20)


def koala_face(c: Canvas, coat: Coat) -> None:
    """A tall leathery nose."""
    c.ellipse(MIDDLE, 81, 14, 8, coat.pale)
    c.ellipse(MIDDLE, 67, 8, 12.5, (58, 56, 66))
    c.ellipse(MIDDLE - 2.5, 60, 2.4, 4, (112, 112, 124))
    smile(c, MIDDLE, 75, 9, NOSE, 1.7)


def pig_face(c: Canvas, coat: Coat) -> None:
    """A round snout with two nostrils."""
    colour = shade(coat.base, -0.16 if sum(coat.base) > 240 else 0.32)
    smile(c, MIDDLE, 77, 10, ink_on(coat.base), 1.8)
    c.ellipse(MIDDLE, 71, 15.5, 11, shade(colour, -0.14))
    c.ellipse(MIDDLE, 70, 14.5, 9.6, colour)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 5.4, 70, 2.5, 3.9, shade(colour, -0.5))


def hippo_face(c: Canvas, coat: Coat) -> None:
    """A muzzle wider than the head, with two teeth."""
    lips = coat.pale
    c.ellipse(MIDDLE, 80, 38, 21, shade(lips, -0.14))
    c.ellipse(MIDDLE - 0.6, 79, 37, 19.5, lips)
    for side in SIDES:
        c.box(MIDDLE + side * 14 - 4, 88, MIDDLE + side * 14 + 4, 97, WHITE, radius=1.8)
        c.ellipse(MIDDLE + side * 14, 70, 5, 3.6, shade(lips, -0.2))
        c.ellipse(MIDDLE + side * 14, 70.5, 3.4, 2.4, ink_on(lips))
    c.arc(MIDDLE, 52, 37.5, 40, 140, 1.9, ink_on(lips))


def rodent_face(c: Canvas, coat: Coat, teeth: bool = True, pink: RGB = (214, 110, 120)) -> None:
    """Round cheeks, a small nose and long front teeth."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 9, 77, 12, 9.5, coat.pale)
    if teeth:
        c.box(MIDDLE - 4.6, 79, MIDDLE + 4.6, 88, WHITE, radius=1.4)
        c.line([(MIDDLE, 81), (MIDDLE, 87)], 0.9, (160, 156, 160))
    nose(c, 70, 4.2, pink)
    mouth(c, 76, 4.6)


def beaver_face(c: Canvas, coat: Coat) -> None:
    """A rodent's, with a broad dark nose and very large orange teeth."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 10, 76, 14, 11, coat.pale)
    c.box(MIDDLE - 7, 79, MIDDLE + 7, 93, (250, 226, 170), radius=1.6)
    c.line([(MIDDLE, 80), (MIDDLE, 92.5)], 1.2, (190, 150, 90))
    nose(c, 69, 7.6)
    mouth(c, 77, 6)


def fox_face(c: Canvas, coat: Coat) -> None:
    """White cheeks that rise to a point at each side of a narrow muzzle."""
    for side in SIDES:
        cheek = [(0, 93), (12, 90), (24, 87), (35, 73), (26, 66), (14, 66), (5, 63), (0, 72)]
        c.polygon([(MIDDLE + side * x, y) for x, y in cheek], coat.pale)
    nose(c, 71, 5.6)
    mouth(c, 78, 4.6)


def wolf_face(c: Canvas, coat: Coat) -> None:
    """A fox's cheeks, a longer muzzle, pale brows and a dark ridge between them."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 12, 47, 5, 3.2, coat.pale, turn=side * 18)
    fox_face(c, coat)
    c.polygon([(MIDDLE - 8, 33), (MIDDLE + 8, 33), (MIDDLE + 3, 62), (MIDDLE - 3, 62)], coat.dark)
    c.ellipse(MIDDLE, 75, 11, 10, coat.pale)
    nose(c, 70, 7.4)
    mouth(c, 78, 5.4)


def bandit_face(c: Canvas, coat: Coat) -> None:
    """A raccoon's: one dark band across the eyes, white above and below it."""
    for side in SIDES:
        c.polygon([(MIDDLE + side * x, y) for x, y in ((2, 50), (12, 41), (32, 46), (34, 56), (12, 54))], WHITE)
        c.polygon([(MIDDLE + side * x, y) for x, y in ((0, 92), (26, 86), (36, 70), (12, 66), (0, 66))], WHITE)
        band = [(3, 56), (10, 48), (22, 49), (36, 60), (37, 70), (20, 68), (8, 65)]
        c.polygon([(MIDDLE + side * x, y) for x, y in band], coat.dark)
    c.polygon([(MIDDLE - 4, 40), (MIDDLE + 4, 40), (MIDDLE + 2, 66), (MIDDLE - 2, 66)], coat.dark)
    c.ellipse(MIDDLE, 77, 12, 10, WHITE)
    nose(c, 71, 6.4)
    mouth(c, 78, 4.8)


def red_panda_face(c: Canvas, coat: Coat) -> None:
    """White brows, cheeks and muzzle, with rusty tear marks between them."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 15, 45, 7.5, 4.6, WHITE, turn=side * 20)
        c.ellipse(MIDDLE + side * 29, 71, 8, 9, WHITE, turn=side * -20)
        c.polygon([(MIDDLE + side * x, y) for x, y in ((9, 60), (19, 60), (24, 87), (14, 88))], coat.dark)
    c.ellipse(MIDDLE, 77, 13, 11, WHITE)
    nose(c, 70, 6.2)
    mouth(c, 77, 4.8)


def lemur_face(c: Canvas, coat: Coat) -> None:
    """White, with a black diamond around each eye and a black snout."""
    c.ellipse(MIDDLE, 66, 30, 25, WHITE)
    c.ellipse(MIDDLE, 34, 18, 9, coat.base)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 13.5, 57, 11.5, 10, coat.dark, turn=side * 24)
    c.ellipse(MIDDLE, 74, 8.5, 9.5, coat.dark)
    c.ellipse(MIDDLE - 2.5, 69, 2.6, 1.4, shade(coat.dark, 0.45))
    smile(c, MIDDLE, 76, 10, coat.dark, 1.7)


def meerkat_face(c: Canvas, coat: Coat) -> None:
    """Dark patches around the eyes, a pale pointed muzzle."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 11.5, 57, 9, 8, coat.dark, turn=side * 25)
    c.ellipse(MIDDLE, 76, 13, 12, coat.pale)
    nose(c, 70, 5.4)
    mouth(c, 77, 4.2)


def panda_face(c: Canvas, coat: Coat) -> None:
    """The black patches around the eyes."""
    for side in SIDES:
        c.ellipse(MIDDLE + side * 14, 58, 9, 11.5, coat.dark, turn=side * 34)
    c.ellipse(MIDDLE, 76, 14, 9.5, WHITE)
    nose(c, 70, 5.8)
    mouth(c, 77, 4.8)


def otter_face(c: Canvas, coat: Coat) -> None:
    """The whole lower half pale, with full cheeks and a broad nose."""
    c.ellipse(MIDDLE, 80, 31, 17, coat.pale)
    for side in SIDES:
        c.ellipse(MIDDLE + side * 9, 76, 11.5, 9.5, shade(coat.pale, 0.45))
        for x, y in ((8, 77), (12, 74), (13, 79)):
            c.ellipse(MIDDLE + side * x, y, 0.8, 0.8, NOSE)
    nose(c, 68, 7.8)
    mouth(c, 76, 5.4)


mouse_face: Part = partial(rodent_face, teeth=False, pink=(240, 120, 140))
