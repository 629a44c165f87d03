"""What only comes with something else: things to wear, vessels and supports for plants."""

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
from synthgen.renderer.sketch.subjects.pen import Pen

WHITE = COLOURS["white"]
RED, BLUE, PURPLE, GOLD = COLOURS["red"], COLOURS["blue"], COLOURS["purple"], COLOURS["gold"]
BLACK: RGB = (46, 46, 54)


class Worn(NamedTuple):
    """Something to wear, painted around a head whose face is 20 units in radius; see subjects.hats."""

    paint: Callable[[Pen, RGB], None]
    colour: str
    """The colour word of how it is by nature."""
    at: str = "top"
    """"top" of the head, "eyes", "neck" or "feet"."""


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


def _shoe(pen: Pen, colour: RGB) -> None:
    """A trainer that points to the right."""
    pen.polygon([(-11, -9), (1, -9), (4, -3), (13, 0), (16, 6), (-12, 6)], colour, rim=0.9)
    pen.box(-13, 5, 17, 9, WHITE, 2, rim=0.8)
    for x in (0, 4):
        pen.line([(x - 2, -5 + x * 0.6), (x + 2, -7 + x * 0.6)], 1.3, WHITE)


def _rubber_boot(pen: Pen, colour: RGB) -> None:
    pen.polygon([(-11, -22), (6, -22), (6, -2), (15, 1), (16, 8), (-12, 8)], colour, rim=0.9)
    pen.box(-13, -25, 8, -20, shade(colour, 0.3), 1.5, rim=0.8)
    pen.box(-13, 6, 17, 9, shade(colour, -0.35), 1.5)


def _antlers(pen: Pen, colour: RGB) -> None:
    """Branched, at both sides of the head."""
    for side in (-1, 1):
        pen.line([(side * 7, -15), (side * 14, -28), (side * 17, -48)], 3.6, colour)
        pen.line([(side * 12.6, -25), (side * 26, -34)], 3, colour)
        pen.line([(side * 15.6, -37), (side * 7, -48)], 2.8, colour)
        pen.line([(side * 16, -40), (side * 27, -47)], 2.6, colour)


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
        "shoes": Worn(_shoe, "red", "feet"),
        "rubber boots": Worn(_rubber_boot, "yellow", "feet"),
        "antlers": Worn(_antlers, "brown"),
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
