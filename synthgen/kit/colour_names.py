"""Which color a thing in a picture has, by the words that people have for colors."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from synthgen.kit.salient import Array, lab, salience, small_lab
from synthgen.types import Pixels

_TYPICAL: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "red": (214, 46, 48),
        "orange": (240, 130, 34),
        "yellow": (247, 204, 46),
        "green": (58, 156, 72),
        "blue": (46, 108, 208),
        "purple": (122, 52, 160),
        "pink": (244, 140, 178),
        "brown": (128, 84, 50),
        "black": (42, 42, 48),
        "white": (246, 246, 244),
        "gray": (140, 144, 150),
        "turquoise": (62, 200, 186),
        "beige": (222, 200, 166),
        "navy": (28, 44, 104),
        "maroon": (120, 30, 44),
        "violet": (140, 80, 190),
        "indigo": (64, 52, 150),
        "gold": (222, 176, 48),
        "silver": (186, 194, 204),
        "cyan": (60, 190, 210),
        "teal": (30, 140, 140),
        "cream": (245, 232, 206),
        "magenta": (206, 44, 140),
        "lavender": (190, 166, 226),
        "olive": (128, 128, 48),
        "blonde": (230, 190, 100),
        "auburn": (130, 60, 36),
        "ginger": (200, 95, 40),
    }
)
"""A word -> the middle of what it is said of, in sRGB."""
_SAME = MappingProxyType(
    {"grey": "gray", "golden": "gold", "blond": "blonde", "crimson": "red", "scarlet": "red", "ivory": "cream"}
    | {"burgundy": "maroon", "lilac": "lavender", "emerald": "green", "amber": "orange", "tan": "beige"}
)
NAMES = frozenset(_TYPICAL) | frozenset(_SAME)
"""Words for colors that can be looked for."""
USUAL = tuple(_TYPICAL)[:13]
"""Colors that a thing may have where nobody gives a list."""
_EVERYWHERE = MappingProxyType(
    dict.fromkeys(("black", "white", "gray", "silver"), (0.27, 0.1))
    | dict.fromkeys(("brown", "beige", "orange", "blonde", "auburn", "ginger", "cream"), (0.6, 0.3))
)
"""How much of a color counts, as the one that is asked for and as its rival. Outlines, tyres, glass and gray clothes
are neutral whatever the thing is like; skin, wood and earth are brownish."""
_BODILY = frozenset({"black", "white", "gray", "silver", "brown", "blonde", "auburn", "ginger"})
HUE, CHROMA, LIGHTNESS = 16.0, 0.45, 18.0
"""How far light and shade take a color from its name: degrees, the logarithm of chroma, lightness."""
NEUTRAL = 14.0
"""Chroma below which a color is a gray: how far those differ in lightness and chroma."""
NEUTRAL_LIGHTNESS, NEUTRAL_CHROMA = 20.0, 9.0
NEAR = 0.015
"""Colors whose middles are at least so much like each other are easily confused."""
TRACE = 0.005
"""A part of what stands out that is as good as none."""


def of_thing(pixels: Pixels, word: str, words: Iterable[str] = ()) -> tuple[float, str]:
    """How surely what stands out in a picture is of this color, 0 to 1, and the color that it is of most of all.

    `words`: the colors that the thing may have. The first figure is c / (c + r), where c is how much of what stands out
    has the color, and r how much has that one of the other colors that has most; of those nobody takes for it.
    """
    others = [other for other in dict.fromkeys((*filter(None, words),)) if other in NAMES] or USUAL
    shares = parts(pixels, tuple(dict.fromkeys((word, *others))))
    asked = shares[word] * _EVERYWHERE.get(_known(word), (1.0, 1.0))[0]
    weighed = {other: shares[other] * _EVERYWHERE.get(_known(other), (1.0, 1.0))[1] for other in others}
    rival = max((share for other, share in weighed.items() if differ(other, word)), default=0.0)
    figure = (asked + TRACE) / (asked + rival + 2 * TRACE)
    return figure, word if figure >= 0.5 else max(weighed, key=weighed.__getitem__)


@lru_cache(maxsize=1000)
def differ(one: str, other: str) -> bool:
    """Whether a picture tells two colors apart in whatever light: red and green, but not red and maroon.

    Nor two of black, white, gray and the colors of hair and skin: most pictures show them all.
    """
    names = _known(one), _known(other)
    if _BODILY.issuperset(names):
        return False
    middles = lab(np.array([_TYPICAL[name] for name in names], np.uint8))
    return bool(max(_likeness(middles[:1], names[1:])[0, 0], _likeness(middles[1:], names[:1])[0, 0]) < NEAR)


def parts(pixels: Pixels, words: Sequence[str]) -> dict[str, float]:
    """How much of what stands out is of each color; colors that are alike share pixels."""
    picture = small_lab(pixels)
    weights = salience(picture)
    there = weights > weights.max() / 1000
    found = _likeness(picture[there], tuple(map(_known, words))) @ weights[there]
    return dict(zip(words, map(float, found), strict=True))


def _likeness(colours: Array, words: tuple[str, ...]) -> Array:
    """words x n, 0 to 1: how well each of n colors in CIELAB bears the name."""
    lightness, chroma = colours[:, 0], np.hypot(colours[:, 1], colours[:, 2])
    hue = np.degrees(np.arctan2(colours[:, 2], colours[:, 1]))
    wanted_lightness, wanted_chroma, wanted_hue = (column[:, None] for column in _typical(words))
    turned = np.abs((hue - wanted_hue + 180) % 360 - 180) / HUE
    richer = np.log(np.maximum(chroma, 1) / np.maximum(wanted_chroma, 1)) / CHROMA
    lighter = lightness - wanted_lightness
    coloured = turned**2 + richer**2 + (lighter / LIGHTNESS) ** 2
    stronger = np.maximum(chroma - wanted_chroma, 0) / NEUTRAL_CHROMA
    neutral = stronger**2 + (lighter / NEUTRAL_LIGHTNESS) ** 2
    found: Array = np.exp(-np.where(wanted_chroma < NEUTRAL, neutral, coloured) / 2).astype(np.float32)
    return found


@lru_cache(maxsize=1000)
def _typical(words: tuple[str, ...]) -> tuple[Array, Array, Array]:
    """Lightness, chroma and hue in degrees of each word."""
    rows = lab(np.array([_TYPICAL[word] for word in words], np.uint8))
    return rows[:, 0], np.hypot(rows[:, 1], rows[:, 2]), np.degrees(np.arctan2(rows[:, 2], rows[:, 1]))


def _known(word: str) -> str:
    return _SAME.get(word, word)
