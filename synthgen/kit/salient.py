"""What of a picture stands out: weights for its pixels, without any model.

Two old observations are multiplied. Background touches the border, and one gets from it to the border without crossing
an edge: the geodesic distance of Wei et al., "Geodesic Saliency Using Background Priors", ECCV 2012, computed here by
sweeps over a small grid of pixels. And backgrounds run across: what has the color of the border in the same row is
rather sky, wall or floor. Subjects are near the middle, and rather below it.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.types import Pixels

Array = NDArray[np.float32]
SIDE = 64
"""Pixels are averaged down to so many, squared."""
EVEN, EDGE, AROUND, WIDEST = 6.0, 15.0, 0.9, 6
"""A frame differs by less than the first from its mean color, what is within it by more than the second, in this part
of a ring; and it has at most so many pixels."""
TEXTURE = 0.6
"""This share of the differences between neighbors is texture: paper, brush strokes, noise."""
SWEEPS = 4
"""Rounds in all four directions; after so many hardly a distance changes."""
ROWS = (-3, -1, 1, 3)
"""Rows whose ends are compared with a pixel, from its own; and how many columns at each end."""
COLUMNS = 2
ALIKE, BACKGROUND = 13.0, 0.07
"""A color as far from the ends of its row is no background's; what has the color of the ends keeps this weight."""
MIDDLE = (0.5, 0.7)
"""Where subjects are, from left and from above, and by how much that varies."""
SPREAD = 0.38
BRIGHT, FAINT, FULL = 0.91, 0.18, 0.72
"""Distances are told in parts of this quantile of them; below and above these parts the weight is 0 and 1."""
_FROM_RGB = np.array([[0.4339, 0.2126, 0.0178], [0.3762, 0.7152, 0.1095], [0.1899, 0.0722, 0.8730]], np.float32)
"""Linear sRGB to XYZ over its white point, D65 (IEC 61966-2-1)."""


def small_lab(pixels: Pixels) -> Array:
    """SIDE x SIDE x 3, CIELAB, of a picture of any size, without a frame of one color."""
    image = Image.fromarray(pixels)
    found = lab(np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX)))
    cut = _frame(found) / SIDE
    if cut:
        box = cut * image.width, cut * image.height, (1 - cut) * image.width, (1 - cut) * image.height
        found = lab(np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX, box)))
    return found


def _frame(picture: Array) -> int:
    """How many pixels along the border are a frame: of one color all around, with an edge all around within it."""
    first = _ring(picture, 0)
    colour = first.mean(axis=0)
    if np.abs(first - colour).max() > EVEN:
        return 0
    for width in range(1, WIDEST):
        apart = np.abs(_ring(picture, width) - colour).max(axis=1) > EDGE
        if apart.mean() > AROUND:
            return width + 2
    return 0


def _ring(picture: Array, at: int) -> Array:
    """The pixels so far from the border, n x 3."""
    inner = picture[at : SIDE - at, at : SIDE - at]
    return np.concatenate([inner[0], inner[-1], inner[1:-1, 0], inner[1:-1, -1]])


def lab(pixels: NDArray[np.uint8]) -> Array:
    """CIELAB under D65 (CIE 15) of sRGB, 0 to 255: lightness 0 to 100, then green to red and blue to yellow."""
    xyz: Array = _linear()[pixels] @ _FROM_RGB
    f: Array = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    found: Array = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
    return found


def salience(picture: Array) -> Array:
    """SIDE x SIDE weights with the sum 1, of a picture in CIELAB; all the same where nothing stands out."""
    found = distances(picture) * (BACKGROUND + (1 - BACKGROUND) * (1 - np.exp(-((_from_ends(picture) / ALIKE) ** 2))))
    scale = float(np.quantile(found[SIDE // 4 :], BRIGHT)) or 1.0
    weights = np.clip((found / scale - FAINT) / (FULL - FAINT), 0, 1) * _prior()
    total = float(weights.sum())
    return np.asarray(weights / total if total > 0 else np.full_like(weights, 1 / weights.size), np.float32)


def distances(picture: Array) -> Array:
    """The least sum of color differences on a way from each pixel to the upper edge, the sides or a lower corner.

    Not to the middle of the lower edge: there, subjects stand.
    """
    across = np.sqrt(((picture[:, 1:] - picture[:, :-1]) ** 2).sum(-1))
    down = np.sqrt(((picture[1:] - picture[:-1]) ** 2).sum(-1))
    texture = np.quantile(np.concatenate([across.ravel(), down.ravel()]), TEXTURE)
    along_row = np.pad(np.cumsum(np.maximum(across - texture, 0), axis=1), ((0, 0), (1, 0)))
    along_column = np.pad(np.cumsum(np.maximum(down - texture, 0), axis=0), ((1, 0), (0, 0)))
    far = np.full(picture.shape[:2], 1e6)
    far[0] = far[:, 0] = far[:, -1] = 0
    far[-1, : SIDE // 5] = far[-1, -SIDE // 5 :] = 0
    for _ in range(SWEEPS):
        for axis, way in ((1, along_row), (0, along_column)):
            far = np.minimum.accumulate(far - way, axis=axis) + way
            far = np.flip(np.minimum.accumulate(np.flip(far + way, axis), axis=axis), axis) - way
    return far.astype(np.float32)


def _from_ends(picture: Array) -> Array:
    """How far each color is from the nearest at both ends of its row, and of the rows around."""
    ends = np.concatenate([picture[:, :COLUMNS], picture[:, -COLUMNS:]], axis=1)
    rows = np.clip(np.arange(SIDE)[:, None] + np.array(ROWS), 0, SIDE - 1)
    near = ends[rows].reshape(SIDE, -1, 3)
    squares = (picture**2).sum(-1)[:, :, None] + (near**2).sum(-1)[:, None] - 2 * picture @ near.transpose(0, 2, 1)
    return np.asarray(np.sqrt(np.maximum(squares.min(axis=2), 0)), np.float32)


@cache
def _prior() -> Array:
    y, x = (np.mgrid[:SIDE, :SIDE] + 0.5) / SIDE
    return np.asarray(np.exp(-((x - MIDDLE[0]) ** 2 + (y - MIDDLE[1]) ** 2) / (2 * SPREAD**2)), np.float32)


@cache
def _linear() -> Array:
    level = np.arange(256) / 255
    return np.where(level > 0.04045, ((level + 0.055) / 1.055) ** 2.4, level / 12.92).astype(np.float32)
