"""What only comes with something else: things to wear, vessels for plants, legs, wings, balloons."""

import math
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PIL import Image

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import COLOURS, INK, RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects import garment_details, hats
from synthgen.renderer.sketch.subjects.pen import Pen, rim_of

WHITE = COLOURS["white"]
RED, BLUE, PURPLE, GOLD = COLOURS["red"], COLOURS["blue"], COLOURS["purple"], COLOURS["gold"]
BLACK: RGB = (46, 46, 54)
BALLOONS: tuple[RGB, ...] = (RED, COLOURS["yellow"], BLUE, COLOURS["green"], COLOURS["pink"], COLOURS["orange"])


class Worn(NamedTuple):
    """Something to wear, painted around a head whose face is 20 units in radius; see subjects.hats."""

    paint: Callable[[Pen, RGB], None]
    colour: str
    """The colour word of how it is by nature."""
    at: str = "top"
    """"top" of the head, "eyes", or "neck"."""


def _party_hat(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-15, -12), (0, -50), (15, -12), (0, -8)], colour, rim=0.9)
    for x, y in ((-4, -20), (5, -26), (-1, -34), (7, -14)):
        pen.ellipse(x, y, 2.2, 2.2, shade(colour, 0.6))
    pen.ellipse(0, -51, 5, 5, COLOURS["yellow"], rim=0.8)


def _wizard_hat(pen: Pen, colour: RGB) -> None:
    pen.ellipse(0, -11, 32, 6.4, shade(colour, -0.1), rim=0.9)
    pen.polygon([(-18, -12), (-6, -44), (12, -58), (8, -42), (18, -12), (0, -7)], colour, rim=0.9)
    for x, y in ((-4, -20), (6, -28), (1, -38)):
        px, py = pen.point(x, y)
        pen.canvas.icon("star", px, py, 10 * pen.size, GOLD)


def _santa_hat(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-20, -12), (-14, -34), (6, -44), (30, -26), (16, -28), (20, -12)], colour, rim=0.9)
    pen.ellipse(30, -24, 6, 6, WHITE, rim=0.8)
    pen.box(-24, -17, 24, -7, WHITE, 5, rim=0.9)


def _glasses(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.line(oval(side * 8.6, 2, 7.4, 7.4), 1.9, colour)
    pen.line([(-1.4, 1), (1.4, 1)], 1.9, colour)


def _headphones(pen: Pen, colour: RGB) -> None:
    pen.arc(0, -2, 23.5, 182, 358, 4.2, colour)
    for side in (-1, 1):
        pen.box(side * 22 - 5, -6, side * 22 + 5, 13, colour, 4, rim=1)


def _bow_tie(pen: Pen, colour: RGB) -> None:
    garment_details.bow_tie(pen.at(0, 75), colour, 14, -41)


def _scarf(pen: Pen, colour: RGB) -> None:
    pen.box(7, 30, 17, 62, shade(colour, -0.08), 2, rim=1)
    for x in (9, 12, 15):
        pen.line([(x, 61), (x, 66)], 1.4, colour)
    pen.box(-22, 24, 22, 38, colour, 7, rim=1)
    for x in (-14, -2, 10):
        pen.line([(x, 26), (x + 4, 36)], 3, shade(colour, 0.45))


def _police_cap(pen: Pen, colour: RGB) -> None:
    hats.flat_peak(pen, colour, shade(colour, -0.5), shade(colour, -0.3))


WEARABLE: Mapping[str, Worn] = MappingProxyType(
    {
        "top hat": Worn(partial(hats.top_hat, band=RED), "black"),
        "party hat": Worn(_party_hat, "pink"),
        "wizard hat": Worn(_wizard_hat, "indigo"),
        "crown": Worn(hats.crown, "gold"),
        "cowboy hat": Worn(hats.cowboy, "brown"),
        "chef hat": Worn(hats.chef, "white"),
        "hard hat": Worn(hats.hard_hat, "yellow"),
        "firefighter helmet": Worn(hats.firefighter, "red"),
        "police cap": Worn(_police_cap, "navy"),
        "pirate hat": Worn(hats.tricorne, "black"),
        "beret": Worn(hats.beret, "red"),
        "beanie": Worn(lambda pen, colour: hats.beanie(pen, colour, shade(colour, -0.2)), "blue"),
        "cap": Worn(hats.cap, "red"),
        "santa hat": Worn(_santa_hat, "red"),
        "straw hat": Worn(partial(hats.straw, band=RED), "yellow"),
        "fedora": Worn(partial(hats.fedora, band=BLACK), "brown"),
        "graduation cap": Worn(hats.mortarboard, "black"),
        "helmet": Worn(hats.helmet, "blue"),
        "space helmet": Worn(hats.space_helmet, "white", "eyes"),
        "headphones": Worn(_headphones, "red", "eyes"),
        "sunglasses": Worn(partial(hats.sunglasses, size=1.2), "black", "eyes"),
        "glasses": Worn(_glasses, "black", "eyes"),
        "bow tie": Worn(_bow_tie, "red", "neck"),
        "scarf": Worn(_scarf, "red", "neck"),
    }
)
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "chef": "chef hat",
        "cook": "chef hat",
        "king": "crown",
        "queen": "crown",
        "wizard": "wizard hat",
        "pirate": "pirate hat",
        "cowboy": "cowboy hat",
        "police officer": "police cap",
        "policeman": "police cap",
        "firefighter": "firefighter helmet",
        "fireman": "firefighter helmet",
        "construction worker": "hard hat",
        "magician": "top hat",
        "astronaut": "space helmet",
        "detective": "fedora",
        "santa claus": "santa hat",
        "student": "graduation cap",
    }
)
"""A role, and the hat that one knows it by."""
REACH = 64
"""Units of a worn thing's picture to each side of the middle of the head."""


def worn_picture(name: str, colour: RGB, unit: float) -> Image.Image:
    """The thing to wear, `unit` pixels to a unit, the middle of the head in the middle of the picture."""
    canvas = Canvas(2 * REACH + 4, 2 * REACH + 4, unit)
    middle = REACH + 2
    WEARABLE[name].paint(Pen(canvas).at(middle, middle), colour)
    # Marks in two corners keep the sprite from being cropped: its middle stays the middle of the head.
    for corner in (0.4, 2 * REACH + 3.6):
        canvas.box(corner - 0.4, corner - 0.4, corner + 0.4, corner + 0.4, INK)
    whole = canvas.sprite()
    half = round(REACH * unit)
    x, y = whole.width // 2, whole.height // 2
    return whole.crop((x - half, y - half, x + half, y + half))


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


def _vessel_pot(canvas: Canvas, middle: float, low: float) -> None:
    clay: RGB = (198, 102, 62)
    canvas.polygon([(middle - 22, low - 24), (middle + 22, low - 24), (middle + 16, low), (middle - 16, low)], clay)
    canvas.polygon(
        [(middle + 8, low - 24), (middle + 22, low - 24), (middle + 16, low), (middle + 6, low)], shade(clay, -0.16)
    )
    canvas.box(middle - 25, low - 29, middle + 25, low - 20, shade(clay, 0.08), 2)
    canvas.line([(middle - 22, low - 19.5), (middle + 22, low - 19.5)], 0.8, shade(clay, -0.35))


def _vessel_vase(canvas: Canvas, middle: float, low: float) -> None:
    glaze: RGB = (92, 140, 184)
    right = [*bezier((8, low - 34), (6, low - 28), (14, low - 22)), *bezier((14, low - 22), (26, low - 8), (12, low))]
    outline = [(middle + x, y) for x, y in right] + [(middle - x, y) for x, y in reversed(right)]
    canvas.polygon(outline, glaze)
    canvas.box(middle - 11, low - 36, middle + 11, low - 32, shade(glaze, -0.15), 1.5)
    canvas.curve((middle - 11, low - 18), (middle - 17, low - 10), (middle - 10, low - 4), 2, shade(glaze, 0.5))
    canvas.line([(middle - 16, low - 13), (middle + 16, low - 13)], 1.6, WHITE)


def _vessel_basket(canvas: Canvas, middle: float, low: float) -> None:
    wicker: RGB = (158, 108, 64)
    canvas.polygon([*oval(middle, low - 26, 28, 26, 0, 180)], wicker)
    for i in range(4):
        y = low - 21 + i * 6
        half = 28 * math.sqrt(max(0.0, 1 - ((y - low + 26) / 26) ** 2))
        canvas.line([(middle - half + 1, y), (middle + half - 1, y)], 1.2, shade(wicker, -0.28))
    canvas.box(middle - 30, low - 30, middle + 30, low - 24, shade(wicker, 0.15), 3)


def _vessel_box(canvas: Canvas, middle: float, low: float) -> None:
    wood: RGB = (172, 116, 68)
    canvas.box(middle - 46, low - 25, middle + 46, low, wood, 2)
    canvas.box(middle - 48, low - 28, middle + 48, low - 22, shade(wood, 0.14), 2)
    for y in (low - 15, low - 8):
        canvas.line([(middle - 44, y), (middle + 44, y)], 0.8, shade(wood, -0.3))


def _trellis(canvas: Canvas, middle: float, low: float) -> None:
    wood: RGB = (196, 152, 104)
    for x in range(-42, 43, 14):
        canvas.line([(middle + x, low - 96), (middle + x, low)], 2.4, wood, round_ends=False)
    for y in range(92, 4, -14):
        canvas.line([(middle - 46, low - y), (middle + 46, low - y)], 2.4, shade(wood, -0.14), round_ends=False)


def _wall(canvas: Canvas, middle: float, low: float) -> None:
    canvas.box(middle - 49, low - 88, middle + 49, low, (224, 212, 196))
    for row, y in enumerate(range(82, 0, -8)):
        for x in range(-49 + (8 if row % 2 else 0), 49, 16):
            brick = shade((196, 102, 78), 0.08 * ((x + row) % 3 - 1))
            canvas.box(middle + x, low - y, min(middle + x + 15, middle + 48), low - y + 7, brick, 0.6)
    canvas.box(middle - 50, low - 93, middle + 50, low - 87, (150, 140, 132), 1)


SUPPORTS: Mapping[str, Callable[[Canvas, float, float], None]] = MappingProxyType({"trellis": _trellis, "wall": _wall})
"""What a plant grows up on; behind it."""
VESSELS: Mapping[str, Callable[[Canvas, float, float], None]] = MappingProxyType(
    {"pot": _vessel_pot, "vase": _vessel_vase, "hanging basket": _vessel_basket, "window box": _vessel_box}
)


def in_vessel(plant: Drawing, vessel: str) -> Drawing:
    """The plant with the vessel before its foot."""

    def paint(canvas: Canvas, look: Look) -> None:
        if vessel == "hanging basket":
            for x in (-26, 0, 26):
                canvas.line([(plant.width / 2 + x, plant.height - 26), (plant.width / 2, -2)], 1, (110, 96, 84))
        if vessel in SUPPORTS:
            SUPPORTS[vessel](canvas, plant.width / 2, plant.height)
        plant.paint(canvas, look)
        if vessel in VESSELS:
            VESSELS[vessel](canvas, plant.width / 2, plant.height)

    return Drawing(paint, plant.width, plant.height, plant.size, "ground", variants=plant.variants)


EXTRAS: Mapping[str, Drawing] = MappingProxyType(
    {
        "legs": Drawing(legs, 100, 56),
        "wing": Drawing(wing, 100, 86),
        "balloons": Drawing(balloons, 100, 120, 0.4, variants=3),
        "speed lines": Drawing(speed_lines, 100, 92),
        "cup": Drawing(cup, 104, 90, variants=3),
        "small table": Drawing(small_table, 100, 60),
        "bars": Drawing(bars, 100, 132),
    }
)
"""Parts of jokes; no prompt can ask for one by its name here."""
