"""The colour words of the sketch renderer, and arithmetic on colours. A colour is an (r, g, b) tuple, 0 to 255."""

from collections.abc import Mapping
from types import MappingProxyType

RGB = tuple[int, int, int]

COLOURS: Mapping[str, RGB] = MappingProxyType(
    {
        "red": (214, 48, 49),
        "orange": (240, 130, 32),
        "yellow": (247, 203, 45),
        "green": (58, 158, 74),
        "blue": (45, 108, 210),
        "indigo": (63, 52, 150),
        "violet": (140, 80, 190),
        "purple": (120, 50, 160),
        "pink": (244, 138, 178),
        "brown": (128, 84, 50),
        "black": (42, 42, 48),
        "white": (246, 246, 244),
        "gray": (140, 144, 150),
        "gold": (222, 176, 48),
        "silver": (186, 194, 204),
        "cyan": (60, 190, 210),
        "teal": (30, 140, 140),
        "turquoise": (64, 200, 185),
        "beige": (222, 200, 165),
        "cream": (245, 232, 205),
        "magenta": (206, 44, 140),
        "maroon": (120, 30, 44),
        "navy": (28, 44, 104),
        "lavender": (190, 166, 226),
        "olive": (128, 128, 48),
    }
)
"""A colour word -> its colour."""

INK: RGB = (38, 30, 34)
"""The outline around every subject."""


def shade(colour: RGB, amount: float) -> RGB:
    """Lighter for `amount` in (0, 1], darker for `amount` in [-1, 0)."""
    r, g, b = colour
    if amount >= 0:
        return int(r + (255 - r) * amount), int(g + (255 - g) * amount), int(b + (255 - b) * amount)
    rest = 1 + amount
    return int(r * rest), int(g * rest), int(b * rest)


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """`one` with `share` (0 to 1) of `other` in it."""
    (r, g, b), (x, y, z), rest = one, other, 1 - share
    return int(r * rest + x * share), int(g * rest + y * share), int(b * rest + z * share)
