"""Pictures between bytes and pixels."""

import io
import os
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile, PngInfo
from PIL.WebPImagePlugin import WebPImageFile

from synthgen.checks import Batch
from synthgen.kit import marks
from synthgen.kit.marks import Mark
from synthgen.types import Pixels

MAX_PIXELS = 50_000_000
"""A picture with more is refused before it is unpacked."""
_PILLOW = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_READERS: dict[bytes, Callable[[IO[bytes]], ImageFile]] = {
    b"\xff\xd8\xff": JpegImageFile,
    b"\x89PNG\r\n\x1a\n": PngImageFile,
    b"RIFF....WEBP": WebPImageFile,
}
"""What a file begins with, and who reads it."""

_DAMAGE = (OSError, SyntaxError, EOFError, ValueError, struct.error, zlib.error)
"""What Pillow's three readers raise on damaged files."""


class BrokenPicture(ValueError):
    """Bytes that are no picture, or one that nobody should unpack: why, in a few words."""


def decode(data: bytes) -> Pixels:
    """The pixels of a PNG, JPEG or WebP file: uint8, height x width x 3, RGB.

    CMYK, grey, palettes, 16 bits and transparency are read, too. Raises BrokenPicture.
    """
    with _opened(data) as image:
        return np.asarray(_rgb(image))


def decode_small(data: bytes, side: int = 128) -> Pixels:
    """The pixels of a file, of a JPEG only as many as needed for `side` either way: in half the time.

    For fingerprints: these differ from those of the whole picture by 2 bits and 4 levels at most. Raises BrokenPicture.
    """
    with _opened(data) as image:
        image.draft("RGB", (side, side))
        return np.asarray(_rgb(image))


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a file that opens to its last pixel and can be made RGB, for a quarter of decoding it.

    Raises BrokenPicture.
    """
    with _opened(data) as image:
        size = image.size
        image.draft("RGB", (size[0] // 8, size[1] // 8))  # a JPEG is read whole, but only an eighth of it computed
        _rgb(image)
        return size


def size_of_whole(data: bytes) -> tuple[int, int]:
    """Width and height of a file that begins and ends as it should, for a hundredth of decoding it.

    Nothing is unpacked: damage in between is not found. Raises BrokenPicture.
    """
    with _opened(data) as image:
        if _cut(data):
            raise BrokenPicture("truncated")
        return image.size


@contextmanager
def _opened(data: bytes) -> Iterator[ImageFile]:
    """The file, nothing of it unpacked. Damage that shows while it is unpacked is told from here, too."""
    if not data:
        raise BrokenPicture("missing, or zero bytes")
    reader = next((reader for begin, reader in _READERS.items() if re.match(begin, data, re.DOTALL)), None)
    if reader is None:
        raise BrokenPicture("not a JPEG, PNG or WebP file")
    try:
        # not by Image.open, which only warns of a size that is too large, or does not tell it
        with reader(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise BrokenPicture(f"{image.width} x {image.height} pixels; at most {MAX_PIXELS:,}")
            if getattr(image, "is_animated", False):
                raise BrokenPicture("animated; its first frame is not the picture")
            yield image
    except BrokenPicture:
        raise
    except Image.DecompressionBombError as error:
        raise BrokenPicture(f"too many pixels; at most {MAX_PIXELS:,}") from error
    except _DAMAGE as error:
        raise BrokenPicture("truncated" if _cut(data) else f"damaged: {error}") from error


def _cut(data: bytes) -> bool:
    """Whether the end of the file is missing: the marker that it ends with, or bytes of the length that it gives."""
    if data.startswith(b"RIFF"):
        return len(data) < 8 + int.from_bytes(data[4:8], "little")
    return (b"IEND" if data.startswith(b"\x89PNG") else b"\xff\xd9") not in data[-32:]


def _rgb(image: ImageFile) -> Image.Image:
    """As trainers read it: transparency is dropped. Grey of 16 bits is scaled, where `convert` would cut it off."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8)).convert("RGB")
    return image.convert("RGB")


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
    return [None if isinstance(found, str) else found for found in _unpacked(batch)]


def faults(batch: Batch) -> list[str]:
    """Why each of a batch's pictures is broken; "" for those that are not."""
    return [found if isinstance(found, str) else "" for found in _unpacked(batch)]


def greys(batch: Batch) -> list[NDArray[np.uint8] | None]:
    """The luminance of a batch's pictures, computed once for all checks; None for a broken one."""

    def convert() -> list[NDArray[np.uint8] | None]:
        return [None if pixels is None else grey(pixels) for pixels in decoded(batch)]

    return cast(list[NDArray[np.uint8] | None], batch.shared("grey", convert))


def _unpacked(batch: Batch) -> list[Pixels | str]:
    def unpack() -> list[Pixels | str]:
        return [_pixels_or_fault(picture.data) for picture in batch.pictures]

    return cast(list[Pixels | str], batch.shared("pixels", unpack))


def _pixels_or_fault(data: bytes) -> Pixels | str:
    try:
        return decode(data)
    except BrokenPicture as fault:
        return str(fault)
