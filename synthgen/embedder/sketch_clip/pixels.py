"""What the model sees of a picture: 96 x 96 pixels. The same for training and scoring."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.types import Pixels

SIDE = 96
MEAN, SPREAD = 0.5, 0.25
"""Of all three channels: what the model gets is (value - MEAN) / SPREAD, values from 0 to 1."""


def small(image: Image.Image) -> Pixels:
    """SIDE x SIDE x 3: averaged in whole steps to near that, then bicubic; what is not square is squeezed."""
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0))


def scaled(pixels: Pixels) -> NDArray[np.float32]:
    """n x SIDE x SIDE x 3 of bytes -> n x 3 x SIDE x SIDE as the model takes it."""
    return np.asarray((pixels.transpose(0, 3, 1, 2).astype(np.float32) / 255 - MEAN) / SPREAD, np.float32)
