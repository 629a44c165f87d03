"""Pictures between bytes and pixels."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.interfaces import Batch
from synthgen.types import Pixels

MAX_PIXELS = 50_000_000
"""A picture with more is refused before it is unpacked."""
_PILLOW = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}

_DAMAGE = (OSError, SyntaxError, EOFError, ValueError, struct.error, zlib.error)
"""What Pillow's three readers raise on damaged files."""


class BrokenPicture(ValueError):
    """Bytes that are no picture, or one that nobody should unpack."""


def decode(data: bytes) -> Pixels:
    """The pixels of a PNG, JPEG or WebP file: uint8, height x width x 3, RGB as `Image.convert` makes it.

    Raises BrokenPicture.
    """
    with _opened(data) as image:
        return np.asarray(image.convert("RGB"))


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a file that opens to its last pixel and can be made RGB, for a quarter of decoding it.

    Raises BrokenPicture.
    """
    with _opened(data) as image:
        size = image.size
        image.draft("RGB", (size[0] // 8, size[1] // 8))  # a JPEG is read whole, but only an eighth of it computed
        image.convert("RGB")
        return size


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_PILLOW.values())) as image:
            if image.width * image.height > MAX_PIXELS:
                raise BrokenPicture(f"{image.width} x {image.height} pixels; at most {MAX_PIXELS:,}")
            yield image
    except BrokenPicture:
        raise
    except (*_DAMAGE, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BrokenPicture(str(error)) from error


def encode(pixels: Pixels, format: str = "jpg", quality: int = 95) -> bytes:
    """A file of the pixels, without metadata: the same bytes for the same pixels.

    PNG is packed at its fastest level, and has no quality. Raises KeyError for another format.
    """
    options = {"jpg": {"quality": quality}, "png": {"compress_level": 1}, "webp": {"quality": quality}}[format]
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, _PILLOW[format], **options)
    return file.getvalue()


def grey(pixels: Pixels) -> NDArray[np.uint8]:
    """Luminance (ITU-R 601), uint8, height x width."""
    return np.asarray(Image.fromarray(pixels).convert("L"))


def decoded(batch: Batch) -> list[Pixels | None]:
    """The pixels of a batch's pictures, unpacked once for all checks; None for a broken one."""

    def unpack() -> list[Pixels | None]:
        return [_pixels_or_none(picture.data) for picture in batch.pictures]

    return cast(list[Pixels | None], batch.shared("pixels", unpack))


def greys(batch: Batch) -> list[NDArray[np.uint8] | None]:
    """The luminance of a batch's pictures, computed once for all checks; None for a broken one."""

    def convert() -> list[NDArray[np.uint8] | None]:
        return [None if pixels is None else grey(pixels) for pixels in decoded(batch)]

    return cast(list[NDArray[np.uint8] | None], batch.shared("grey", convert))


def _pixels_or_none(data: bytes) -> Pixels | None:
    try:
        return decode(data)
    except BrokenPicture:
        return None
