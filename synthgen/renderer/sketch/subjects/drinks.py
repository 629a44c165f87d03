"""Drinks in cups, glasses and bottles. Canvas 100 x 100."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import Canvas, oval
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.subjects.botany import ball, edge
from synthgen.renderer.sketch.subjects.fruit import citrus_face
from synthgen.renderer.sketch.subjects.tableware import CHINA, glaze, mug, plate, steam, tumbler


def coffee(c: Canvas, look: Look) -> None:
    """A cup with a heart in the foam, on a saucer, beans beside it."""
    plate(c, 46, 88, 44)
    mug(c, 44, 40, 32, 88, look.colour or glaze(look.rng), (122, 74, 44))
    c.ellipse(44, 41.6, 19, 4.6, (206, 160, 112))
    c.polygon([(33, 41), (44, 46.6), (55, 41), (50, 38.8), (44, 40.6), (38, 38.8)], (250, 238, 216))
    steam(c, ((34, 28), (46, 24), (57, 28)), 22)
    for x, y, turn in ((82, 92, 20), (93, 94, -30)):
        c.ellipse(x, y, 6, 4.2, (84, 50, 34), turn=turn)
        c.line([(x - 4, y - (1 if turn > 0 else -2)), (x + 4, y + (1 if turn > 0 else -2))], 0.9, (150, 104, 74))


def tea(c: Canvas, look: Look) -> None:
    """A white cup of amber tea, the label of its bag over the rim."""
    plate(c, 46, 88, 44)
    mug(c, 44, 44, 34, 88, look.colour or CHINA, (196, 112, 38))
    c.curve((30, 44), (26, 56), (26, 62), 1, (120, 110, 100))
    c.box(18, 61, 34, 78, (92, 160, 84), radius=1)
    c.box(20.6, 64, 31.4, 75, (250, 246, 226), radius=1)
    c.ellipse(26, 69.5, 3.4, 2, (92, 160, 84), turn=-40)
    steam(c, ((36, 32), (52, 32)), 24)


def milkshake(c: Canvas, look: Look) -> None:
    """A tall glass with whipped cream, a cherry and a striped straw."""
    drink = look.colour or (246, 160, 186)
    c.line([(46, 40), (62, 3)], 4.6, (252, 250, 246))
    for k in range(6):
        c.line([(47.4 + k * 2.5, 33 - k * 5.8), (51.4 + k * 2.5, 33.6 - k * 5.8)], 2.2, (214, 48, 60), round_ends=False)
    c.box(28, 92, 56, 98, (206, 224, 232), radius=2)
    c.box(38, 84, 46, 94, (206, 224, 232))
    tumbler(c, 42, 38, 26, 88, drink, 40)
    for x, y, rx, ry in ((42, 37, 25, 7), (42, 29, 17, 6.4), (42, 22, 10, 5.4)):
        c.ellipse(x, y, rx + 0.7, ry + 0.7, (216, 206, 190))
        c.ellipse(x, y, rx, ry, (255, 252, 244))
    for x, y in ((26, 37), (50, 34), (36, 29), (58, 40)):
        c.line([(x, y), (x + 4, y - 2.4)], 2, drink)
    ball(c, 38, 12, 6, 6, (206, 28, 48))


def glass_of(drink: RGB, slice_skin: RGB | None = None, straw: bool = True) -> Callable[[Canvas, Look], None]:
    """A tumbler with ice, a straw, and a slice of fruit on its rim."""

    def paint(c: Canvas, look: Look) -> None:
        colour = look.colour or drink
        if straw:
            c.line([(38, 60), (54, 4)], 4, (236, 80, 80))
        tumbler(c, 40, 20, 26, 98, colour, 28)
        for x, y, turn in ((32, 38, 10), (47, 44, -14), (38, 56, 24)):
            cube = oval(x, y, 8.6, 8.6, 45 + turn, 405 + turn, steps=4)
            c.polygon(cube, shade(colour, 0.5))
            c.line([*cube, cube[0]], 0.8, shade(colour, 0.78))
        if slice_skin is not None:
            citrus_face(c, 66, 22, 15, slice_skin, shade(slice_skin, 0.25), 8)

    return paint


def wine(c: Canvas, look: Look) -> None:
    """A stemmed glass of red."""
    red = look.colour or (150, 24, 52)
    glass: RGB = (214, 228, 236)
    c.ellipse(36, 95, 21, 4, glass)
    c.box(34, 62, 38, 95, glass)
    bulb = [(12, 6), (60, 6), *oval(36, 32, 27, 34, 0, 180)]
    c.polygon(bulb, glass)
    c.polygon([(12.4, 30), (59.6, 30), *oval(36, 32, 24, 31, 0, 180)], red)
    c.ellipse(36, 30, 24, 4.4, shade(red, 0.3))
    c.line([(16, 34), (18, 46), (24, 55)], 2.2, shade(red, 0.55))
    c.ellipse(36, 6, 24, 3, shade(glass, 0.4))


def beer(c: Canvas, look: Look) -> None:
    """A handled glass of gold with a head of foam."""
    gold: RGB = (242, 172, 40)
    c.arc(66, 58, 17, -84, 84, 6, (206, 222, 230))
    c.box(10, 22, 68, 98, (206, 222, 230), radius=5)
    c.box(14, 26, 64, 92, gold, radius=3)
    c.box(48, 30, 64, 92, shade(gold, -0.12), radius=3)
    for x in (22, 34, 46):
        c.box(x, 44, x + 3.6, 86, shade(gold, 0.34), radius=1.8)
    for x, y in ((29, 76), (41, 60), (55, 70), (30, 54), (56, 48), (42, 82)):
        c.ellipse(x, y, 1.6, 1.6, shade(gold, 0.6))
    for x, y, r in ((18, 24, 11), (34, 18, 13), (50, 20, 12), (62, 26, 9), (40, 28, 12), (24, 32, 8)):
        c.ellipse(x, y, r + 0.8, r * 0.86 + 0.8, edge((255, 250, 236), 0.16))
    for x, y, r in ((18, 24, 11), (34, 18, 13), (50, 20, 12), (62, 26, 9), (40, 28, 12), (24, 32, 8)):
        c.ellipse(x, y, r, r * 0.86, (255, 251, 240))
