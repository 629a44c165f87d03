"""Parts of jokes that no prompt asks for by name: legs, wings, balloons, an open suitcase, a tree to hang things on."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.materials import wheel
from synthgen.renderer.sketch.subjects.pen import rim_of

WHITE, RED, BLUE, GOLD = COLOURS["white"], COLOURS["red"], COLOURS["blue"], COLOURS["gold"]
BALLOONS: tuple[RGB, ...] = (RED, COLOURS["yellow"], BLUE, COLOURS["green"], COLOURS["pink"], COLOURS["orange"])


def legs(canvas: Canvas, look: Look) -> None:
    """Two walking legs with shoes."""
    for x, foot in ((34, 22), (66, 80)):
        canvas.line([(x, 2), ((x + foot) / 2 + 3, 24), (foot, 44)], 7, (240, 196, 160))
        canvas.line([((x + foot) / 2 + 1, 34), (foot, 42)], 8.4, WHITE)
        canvas.blob([(foot - 7, 40), (foot + 8, 40), (foot + 17, 48), (foot + 15, 54), (foot - 8, 54)], RED)
        canvas.box(foot - 8, 52, foot + 16, 55, WHITE, 1)


def wing(canvas: Canvas, look: Look) -> None:
    """One white wing, its root at the left."""
    feathers = ((4, 60, 92, 6), (6, 64, 88, 28), (8, 68, 78, 48), (10, 72, 62, 64))
    for x, y, tip_x, tip_y in feathers:
        shape = [
            *bezier((x, y), (30, tip_y - 6), (tip_x, tip_y)),
            *bezier((tip_x, tip_y + 8), (44, y + 4), (x, y + 12)),
        ]
        canvas.polygon(shape, (250, 250, 252))
        canvas.line([*bezier((tip_x, tip_y + 8), (44, y + 4), (x, y + 12))], 1.4, (196, 206, 222))


def speed_lines(canvas: Canvas, look: Look) -> None:
    """What is left behind by something fast that goes to the right."""
    for y, start, width in ((8, 30, 3), (26, 4, 4), (46, 22, 4), (66, 0, 4), (84, 34, 3)):
        canvas.line([(start, y), (96, y)], width, (250, 252, 255))


def balloons(canvas: Canvas, look: Look) -> None:
    """A bunch of balloons, their strings meeting at the middle of the lower edge."""
    luck = look.rng.random()
    spots = ((22, 34), (78, 34), (38, 20), (62, 18), (50, 40))
    for x, y in spots:
        canvas.line(bezier((x, y + 17), ((x + 50) / 2, 80), (50, 118)), 0.9, (92, 84, 90))
    for i, (x, y) in enumerate(spots):
        colour = look.colour or BALLOONS[(i + int(luck * 6)) % len(BALLOONS)]
        canvas.ellipse(x, y, 15, 18, rim_of(colour))
        canvas.ellipse(x, y, 14.2, 17.2, colour)
        canvas.ellipse(x - 5, y - 7, 3, 4.6, shade(colour, 0.55), turn=25)
        canvas.polygon([(x - 2.6, y + 21), (x, y + 16.6), (x + 2.6, y + 21)], shade(colour, -0.2))


def cup(canvas: Canvas, look: Look) -> None:
    """A large teacup."""
    colour = look.rng.choice((COLOURS["teal"], (226, 120, 92), (242, 226, 196), BLUE))
    canvas.arc(84, 42, 15, -100, 110, 6, shade(colour, -0.12))
    canvas.polygon(
        [(8, 16), (84, 16), *bezier((84, 16), (82, 78), (56, 82)), *bezier((36, 82), (10, 78), (8, 16))], colour
    )
    canvas.ellipse(46, 16, 38, 7, shade(colour, -0.25))
    canvas.ellipse(46, 17, 34, 5, (120, 74, 46))
    canvas.curve((20, 32), (22, 62), (36, 74), 3, shade(colour, 0.5))
    canvas.box(30, 80, 62, 86, shade(colour, -0.2), 2)


def small_table(canvas: Canvas, look: Look) -> None:
    """A round table under a cloth."""
    colour = look.rng.choice(((250, 246, 238), (206, 92, 92), (116, 160, 190)))
    canvas.line([(50, 20), (50, 56)], 7, (128, 84, 50))
    canvas.ellipse(50, 56, 20, 4, (108, 70, 42))
    canvas.polygon(
        [
            (4, 8),
            (96, 8),
            (90, 30),
            *bezier((90, 30), (80, 40), (70, 31)),
            *bezier((70, 31), (60, 41), (50, 32)),
            *bezier((50, 32), (40, 41), (30, 31)),
            *bezier((30, 31), (20, 40), (10, 30)),
        ],
        shade(colour, -0.1),
    )
    canvas.ellipse(50, 8, 47, 6.5, colour)
    canvas.ellipse(46, 8, 16, 2.6, shade(colour, -0.12))
    canvas.ellipse(46, 7.4, 14, 2, WHITE)


def bars(canvas: Canvas, look: Look) -> None:
    """The front of a birdcage."""
    gold = shade(GOLD, -0.1)
    canvas.arc(50, 8, 5, 0, 360, 2, gold)
    canvas.line([*oval(50, 54, 42, 42, 180, 360)], 3, gold)
    for x in (8, 22, 36, 50, 64, 78, 92):
        canvas.line([(x, 54 - 42 * math.sqrt(max(0.0, 1 - ((x - 50) / 42) ** 2))), (x, 122)], 2, gold)
    for y in (56, 118):
        canvas.box(7, y, 93, y + 3, gold, 1)
    canvas.box(3, 120, 97, 130, shade(gold, -0.25), 3)


def open_suitcase(canvas: Canvas, look: Look) -> None:
    """Its lid thrown back, seen from the front."""
    leather: RGB = (150, 92, 50)
    canvas.box(8, 4, 112, 50, leather, 6)
    canvas.box(13, 9, 107, 52, (232, 204, 160), 4)
    for x in (40, 60, 80):
        canvas.line([(x, 12), (x, 50)], 1, (206, 172, 124))
    canvas.box(4, 50, 116, 90, leather, 5)
    canvas.box(4, 50, 116, 56, shade(leather, -0.3), 2)
    for x in (20, 94):
        canvas.box(x, 50, x + 6, 90, (222, 172, 104))
        canvas.box(x - 1.5, 58, x + 7.5, 67, GOLD, 1.5)
    canvas.arc(60, 62, 9, 0, 180, 3.4, shade(leather, -0.4))
    for x, y in ((4, 76), (104, 76)):
        canvas.box(x, y, x + 12, 90, (222, 172, 104), 4)


def open_box(canvas: Canvas, look: Look) -> None:
    """A cardboard box with its flaps up, seen from the front."""
    card: RGB = (204, 156, 102)
    canvas.polygon([(14, 14), (106, 14), (110, 36), (10, 36)], shade(card, -0.22))
    canvas.polygon([(10, 36), (0, 22), (12, 10), (18, 18)], shade(card, 0.12))
    canvas.polygon([(110, 36), (120, 22), (108, 10), (102, 18)], shade(card, 0.06))
    canvas.box(10, 35, 110, 92, card, 1.5)
    canvas.box(54, 35, 66, 92, shade(card, 0.22))
    canvas.line([(10, 36), (110, 36)], 1.2, shade(card, -0.4))
    for x in (20, 32):
        canvas.polygon(
            [(x, 76), (x + 4, 68), (x + 8, 76), (x + 5.4, 76), (x + 5.4, 84), (x + 2.6, 84), (x + 2.6, 76)],
            shade(card, -0.45),
        )


def cart_wheel(canvas: Canvas, look: Look) -> None:
    """A tyre with a hub."""
    wheel(canvas, 50, 50, 46)


def fruit_tree(canvas: Canvas, look: Look) -> None:
    """A broad green crown on a trunk."""
    luck, bark = look.rng, (128, 86, 56)
    canvas.polygon([(44, 112), (46, 60), (54, 60), (56, 112), (64, 118), (36, 118)], bark)
    canvas.line([(50, 82), (34, 58)], 5, bark)
    canvas.line([(50, 78), (68, 54)], 5, bark)
    spots = ((50, 26, 24), (26, 36, 22), (74, 36, 22), (20, 54, 17), (80, 54, 17), (40, 58, 19), (62, 58, 19))
    for amount, shift in ((-0.14, 2.0), (0.0, 0.0)):
        for x, y, r in spots:
            canvas.ellipse(x, y + shift, r, r * 0.94, shade((92, 160, 84), amount))
    for _ in range(16):
        spot = luck.uniform(14, 86), luck.uniform(14, 62)
        canvas.inside(lambda c, at=spot: c.arc(*at, 5, 200, 340, 1.6, (122, 186, 104)))  # type: ignore[misc]


def potted_stem(canvas: Canvas, look: Look) -> None:
    """A flower pot with a stem and leaves, and no flower."""
    clay, green = look.rng.choice(((198, 102, 62), (84, 134, 172), (222, 190, 130))), (88, 152, 76)
    canvas.line(bezier((50, 88), (58, 50), (50, 4)), 4.4, green)
    for side, y in ((-1, 62), (1, 50), (-1, 36)):
        x = 53
        leaf = [*bezier((x, y), (x + side * 14, y - 20), (x + side * 32, y - 12))]
        canvas.polygon([*leaf, *bezier((x + side * 32, y - 12), (x + side * 18, y + 6), (x, y))], green)
        canvas.line([(x, y), (x + side * 26, y - 9)], 1.2, shade(green, -0.25))
    canvas.polygon([(26, 88), (74, 88), (67, 122), (33, 122)], clay)
    canvas.polygon([(60, 88), (74, 88), (67, 122), (58, 122)], shade(clay, -0.16))
    canvas.box(22, 80, 78, 91, shade(clay, 0.1), 2)


EXTRAS: Mapping[str, Drawing] = MappingProxyType(
    {
        "legs": Drawing(legs, 100, 56),
        "wing": Drawing(wing, 100, 86),
        "balloons": Drawing(balloons, 100, 120, 0.4, variants=3),
        "speed lines": Drawing(speed_lines, 100, 92),
        "cup": Drawing(cup, 104, 90, variants=3),
        "small table": Drawing(small_table, 100, 60),
        "bars": Drawing(bars, 100, 132),
        "open suitcase": Drawing(open_suitcase, 120, 94),
        "open box": Drawing(open_box, 120, 94),
        "wheel": Drawing(cart_wheel, 100, 100),
        "fruit tree": Drawing(fruit_tree, 100, 120, variants=3),
        "stem in a pot": Drawing(potted_stem, 100, 124, variants=3),
    }
)
"""Parts of jokes; no prompt can ask for one by its name here."""
