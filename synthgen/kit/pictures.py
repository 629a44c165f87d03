"""Pictures between bytes and pixels."""

import io
import os
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from synthgen.interfaces import Batch
from synthgen.kit import marks
from synthgen.kit.marks import Mark
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


def encode(pixels: Pixels, format: str = "jpg", quality: int = 95, mark: Mark | None = None) -> bytes:
    """A file of the pixels: the same bytes for the same pixels and mark. No metadata but the mark.

    PNG is packed at its fastest level, and has no quality. Raises KeyError for another format.
    """
    options: dict[str, Any] = {
        "jpg": {"quality": quality},
        "png": {"compress_level": 1},
        "webp": {"quality": quality},
    }[format]
    if mark is not None:
        options |= {"exif": marks.exif(mark)} | _with_xmp(marks.xmp(mark), format)
    with _scratch() as file:
        Image.fromarray(pixels).save(file, _PILLOW[format], **options)
        file.seek(0)
        return file.read()


def read_mark(data: bytes) -> Mark | None:
    """What a picture's file says of itself; None for one that we have not marked. Raises BrokenPicture."""
    with _opened(data) as image:
        packet = image.info.get("xmp")
        return marks.parsed(packet) if isinstance(packet, bytes) else None


def _with_xmp(packet: bytes, format: str) -> dict[str, Any]:
    """The option that makes Pillow write it."""
    if format != "png":
        return {"xmp": packet}
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", packet.decode())
    return {"pnginfo": text}


def _scratch() -> IO[bytes]:
    """A real file that lies in memory: into one, unlike into BytesIO, Pillow packs a JPEG without holding the GIL."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("picture"), "w+b", buffering=0)
    return tempfile.TemporaryFile()


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
