"""How much is there to see in a picture? Reported, never a reason to reject: simple pictures teach, too."""

import zlib
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.checks import Batch, Check
from synthgen.kit.pictures import decoded
from synthgen.types import Pixels, Score, Value

_SIDE = 128
"""Of the thumbnail that edges and bytes are counted on, so that pictures of all sizes can be compared."""
_STEP = 24
"""An edge: neighbors whose luminance differs by more, of 255."""
_LEVELS = 64
"""Segments: red, green and blue in steps of so many."""
_CELLS, _LEAST = 64, 4
"""Segments are counted on a thumbnail of so many pixels a side; those of fewer pixels are specks."""


@dataclass(frozen=True)
class Complexity(Check):
    """Edge density, compressibility and number of segments, on thumbnails; the numbers are comparable, not absolute."""

    reads: ClassVar[Literal["picture"]] = "picture"
    action: Literal["report"]

    def measure(self, batch: Batch) -> list[Score]:
        """`edges`: share of the pixels at an edge, 0 to 1; `bytes`: per pixel, packed by zlib at its fastest, 0 to 3;
        `segments`: connected regions of one color."""
        names = ("edges", "bytes", "segments")
        return [
            Score(picture.id, "complexity", dict.fromkeys(names) if pixels is None else measure_pixels(pixels))
            for picture, pixels in zip(batch.pictures, decoded(batch), strict=True)
        ]


def measure_pixels(pixels: Pixels) -> dict[str, Value]:
    """The figures that `Complexity` describes, of one decoded picture."""
    image = Image.fromarray(pixels)
    image.thumbnail((4 * _SIDE, 4 * _SIDE), Image.Resampling.BOX)
    small = image.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    colours = np.asarray(small.resize((_CELLS, _CELLS), Image.Resampling.BOX)) // _LEVELS
    return {
        "edges": round(_edges(np.asarray(small.convert("L"), dtype=np.int16)), 4),
        "bytes": round(len(zlib.compress(_differences(np.asarray(small)), 1)) / _SIDE**2, 4),
        "segments": float(_segments(colours @ np.array([1, 8, 64]))),
    }


def _edges(grey: NDArray[np.int16]) -> float:
    across, down = np.abs(np.diff(grey, axis=1)) > _STEP, np.abs(np.diff(grey, axis=0)) > _STEP
    return float(np.mean(across[1:] | down[:, 1:]))


def _differences(pixels: Pixels) -> bytes:
    """Each pixel minus its left neighbor, as a PNG filters it (type 1): smooth shades pack as well as flat ones."""
    return np.diff(pixels, axis=1, prepend=np.uint8(0)).tobytes()


def _segments(colours: NDArray[np.integer]) -> int:
    """Regions of at least `_LEAST` pixels that touch side by side: labels of neighbors are joined until all agree."""
    places = np.arange(colours.size).reshape(colours.shape)
    across, down = colours[:, 1:] == colours[:, :-1], colours[1:] == colours[:-1]
    one = np.concatenate([places[:, 1:][across], places[1:][down]])
    other = np.concatenate([places[:, :-1][across], places[:-1][down]])
    label = places.ravel()
    while True:
        ours, theirs = label[one], label[other]
        apart = ours != theirs
        if not apart.any():
            return int(np.count_nonzero(np.bincount(label) >= _LEAST))
        one, other, ours, theirs = one[apart], other[apart], ours[apart], theirs[apart]
        label = label.copy()
        np.minimum.at(label, np.maximum(ours, theirs), np.minimum(ours, theirs))
        while not np.array_equal(shorter := label[label], label):  # every label to the least of its tree
            label = shorter
