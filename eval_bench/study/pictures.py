"""What raters see of a picture: every one by the same encoder, so that no file tells where it came from."""

import struct
import warnings
from io import BytesIO

import numpy as np
from PIL import Image

from synthgen.kit.pictures import BrokenPicture, decode, encode

SIDE = 1024
"""The longest side, in pixels."""
QUALITY = 85
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By EXIF's orientation, how to turn it."""


def shown(data: bytes) -> bytes:
    """A JPEG without metadata: RGB, upright, at most SIDE long. Raises BrokenPicture."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of damaged EXIF
        image, turn = Image.fromarray(decode(data)), _UPRIGHT.get(_orientation(data))
    if turn is not None:
        image = image.transpose(turn)
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return encode(np.asarray(image), "jpg", QUALITY)


def _orientation(data: bytes) -> int:
    """As the camera says, 1 to 8; 1 where it says nothing that can be read."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:  # `decode` has read it before
            found = image.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return 1  # EXIF that is damaged, of a picture that is not
    return found if isinstance(found, int) else 1


__all__ = ["SIDE", "BrokenPicture", "shown"]
