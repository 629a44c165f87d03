"""Is there anything to see in the picture? Blank, single-colored, blurred, noisy and broken pictures are no use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.checks import Batch, Check
from synthgen.kit.options import Count, Level, Share, Size
from synthgen.kit.pictures import decoded, faults, greys
from synthgen.types import Pixels, Prompt, Score, Value

_SIZES = 5
_LEAST, _MANY = 32, 256
"""Pixels per side: of fewer the order says nothing, of more every other row will do."""


@dataclass(frozen=True)
class Readable(Check):
    """Rejects what nobody could read, and nothing else: silhouettes, night, fog and black-and-white pass."""

    min_contrast: Level
    """Standard deviation of luminance, of 255; a black or white sheet has less."""
    max_share: Share
    """Share of the most frequent color, 0 to 1."""
    min_colours: Count
    """Colors, told apart in steps of 16."""
    min_sharpness: Level
    """Steepest change of luminance from pixel to pixel, over its whole range: 0.14 to 0.8 for photographs and drawings
    in focus, 0.065 at most after a Gaussian blur of 8 pixels at 512."""
    min_order: Level
    """How much nearer in luminance neighbors are than any two pixels: 0 to 0.06 in noise, 0.11 and more in pictures."""
    width: Size | None
    """What the picture has to measure, in pixels; None: any."""
    height: Size | None
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "sharpness"
    revision: ClassVar[int] = 1
    decides: ClassVar[frozenset[str]] = frozenset(
        {"action", "min_contrast", "max_share", "min_colours", "min_sharpness", "min_order", "width", "height"}
    )

    faults: ClassVar[Mapping[str, str]] = {
        "contrast": "picture blank",
        "colours": "picture of a single color",
        "share": "picture of a single color",
        "sharpness": "picture blurred",
        "order": "picture of noise",
    }

    def measure(self, batch: Batch) -> list[Score]:
        """`broken`: why, "" if it is not; then nothing else is measured."""
        looks = zip(batch.pictures, faults(batch), decoded(batch), greys(batch), strict=True)
        return [
            Score(picture.id, "readable", {"broken": fault, **measure_pixels(pixels, grey)})
            for picture, fault, pixels, grey in looks
        ]

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        return {
            "contrast": (self.min_contrast, None),
            "colours": (self.min_colours, None),
            "share": (None, self.max_share),
            "sharpness": (self.min_sharpness, None),
            "order": (self.min_order, None),
        }

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        found = score.values
        if found["broken"]:
            return "picture broken", str(found["broken"])
        size = tuple(int(side) for side in (found["width"], found["height"]) if isinstance(side, float))
        if any(wanted not in (None, side) for wanted, side in zip((self.width, self.height), size, strict=True)):
            return "picture of the wrong size", " x ".join(map(str, size))
        return super().judge(score, prompt)


def measure_pixels(pixels: Pixels | None, grey: NDArray[np.uint8] | None) -> dict[str, Value]:
    """The figures that `Readable` describes, of one decoded picture; None for one that is broken."""
    if pixels is None or grey is None:
        return dict.fromkeys(("width", "height", "contrast", "share", "colours", "sharpness", "order"))
    levels = _histogram(grey)
    red, green, blue = ((pixels[::2, ::2, channel] >> 4).astype(np.uint16) for channel in range(3))
    counts = np.bincount(((red << 8) | (green << 4) | blue).ravel())
    return {
        "width": float(grey.shape[1]),
        "height": float(grey.shape[0]),
        "contrast": round(_deviation(levels), 3),
        "share": round(float(counts.max() / counts.sum()), 5),
        "colours": float(np.count_nonzero(counts)),
        "sharpness": round(_sharpness(grey, levels), 4),
        "order": round(_order(grey), 4),
    }


def _sharpness(grey: NDArray[np.uint8], levels: NDArray[np.int64]) -> float:
    """How steep edges are: the 99.98th percentile of the change over two pixels, halved, over the range of luminance.

    Unlike the variance of the Laplacian it hardly depends on how much of the picture is empty, and JPEG's own noise
    does not hide a blur. The range is that from the 1st to the 99th percentile, and at least 8 of 255.
    """
    across, down = grey[::2], grey[:, ::2]
    steps = _histogram(_gap(across[:, 2:], across[:, :-2])) + _histogram(_gap(down[2:], down[:-2]))
    span = max(_percentile(levels, 0.99) - _percentile(levels, 0.01), 8)
    return min(max(_percentile(steps, 0.9998) - 1, 0) / 2 / span, 1.0)  # 1: what rounding alone makes


def _order(grey: NDArray[np.uint8]) -> float:
    """1 - (mean difference of neighbors) / (mean difference of any two pixels), the least at five sizes.

    The sizes are the whole, 1/2 and so on to 1/16, so that enlarged noise is found, too; those under 32 pixels say
    nothing. Without a square in it, a few stray pixels (stars) hardly count, as they would in a correlation.
    """
    orders = [_order_of(grey)]
    image = Image.fromarray(grey)
    while len(orders) < _SIZES and min(image.size) >= 2 * _LEAST:
        image = image.reduce(2)
        orders.append(_order_of(np.asarray(image)))
    return max(min(orders), 0.0)


def _order_of(grey: NDArray[np.uint8]) -> float:
    rows = grey[:: 2 if grey.shape[0] > _MANY else 1]
    columns = grey[:, :: 2 if grey.shape[1] > _MANY else 1]
    steps = _histogram(_gap(rows[:, 1:], rows[:, :-1])) + _histogram(_gap(columns[1:], columns[:-1]))
    below = np.cumsum(levels := _histogram(grey)) / levels.sum()
    any_two = float(2 * (below * (1 - below)).sum())  # Gini's mean difference, from the shares below each level
    neighbours = float((steps * np.arange(256)).sum() / max(steps.sum(), 1))
    return 1 - neighbours / any_two if any_two else 1.0


def _deviation(levels: NDArray[np.int64]) -> float:
    values, total = np.arange(256), levels.sum()
    mean = (levels * values).sum() / total
    return float(np.sqrt((levels * (values - mean) ** 2).sum() / total))


def _gap(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.maximum(a, b) - np.minimum(a, b)


def _histogram(values: NDArray[np.uint8]) -> NDArray[np.int64]:
    return np.asarray(Image.fromarray(values).histogram(), dtype=np.int64)  # five times as fast as np.bincount


def _percentile(histogram: NDArray[np.int64], share: float) -> int:
    return int(np.searchsorted(np.cumsum(histogram), share * histogram.sum()))
