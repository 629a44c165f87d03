"""Fingerprints: of pictures (what looks alike), of bytes and of plain data (what is the same)."""

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.types import Pixels

_SIDE = 32  # side of the grey thumbnail that the hash looks at
_LOW = 8  # frequencies kept in each direction: 8 x 8 bits
_CELLS = 8  # cells of the colour signature in each direction


def _cosines() -> NDArray[np.float64]:
    """The lowest rows of the type-II discrete cosine transform: cos(pi k (2 n + 1) / 2 N)."""
    k, n = np.arange(_LOW)[:, None], np.arange(_SIDE)[None, :]
    return np.asarray(np.cos(np.pi * k * (2 * n + 1) / (2 * _SIDE)))


_COSINES = _cosines()


def phash(grey: NDArray[np.uint8]) -> int:
    """The 64-bit perceptual hash of a grey picture (height x width, uint8).

    32 x 32 thumbnail, cosine transform, one bit for each of the 8 x 8 lowest frequencies: is it above their median?
    (hackerfactor.com, "Looks like it", 2011; the same bits in the same order as `imagehash.phash`, whose thumbnail
    is made by the same filter.) Frequencies are rounded to a millionth, so that those which a symmetric picture lacks
    are all equal instead of noise: there, and only there, the other library's bits are random and may differ.
    """
    small = np.asarray(Image.fromarray(grey).resize((_SIDE, _SIDE), Image.Resampling.LANCZOS), dtype=np.float64)
    low = np.round(_COSINES @ small @ _COSINES.T, 6)
    return int.from_bytes(np.packbits(low > np.median(low)).tobytes(), "big")


def hamming(a: int, b: int) -> int:
    """How many bits differ."""
    return (a ^ b).bit_count()


def colour_signature(pixels: Pixels) -> bytes:
    """The mean colours of 8 x 8 cells, row by row: 192 bytes."""
    return Image.fromarray(pixels).resize((_CELLS, _CELLS), Image.Resampling.BOX).tobytes()


def signatures_close(a: bytes, b: bytes, within: int = 8) -> bool:
    """Whether no cell differs by more than `within` of 255 in any channel."""
    one, other = np.frombuffer(a, np.uint8).astype(np.int16), np.frombuffer(b, np.uint8).astype(np.int16)
    return bool(np.abs(one - other).max() <= within)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def stable_hash(data: Any) -> str:
    """The sha256 of plain data (what JSON can hold), whatever the order of its keys.

    Raises TypeError for anything else, ValueError for NaN and infinity.
    """
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return sha256(text.encode("ascii"))


def seed_of(*parts: str | int) -> int:
    """A seed of 63 bits that depends on all parts and their order."""
    return int(stable_hash(list(parts))[:16], 16) >> 1
