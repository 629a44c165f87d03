"""Arithmetic on whole pictures as three planes of bytes: red, green, blue.

numpy works on planes in a fraction of the time that Pillow takes for its pixels of four bytes, and a mask of one plane
serves all three.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from synthgen.renderer.sketch.colours import RGB

Bytes = NDArray[np.uint8]
"""The planes of a picture, 3 x height x width, or what fits to them: one plane for a mask, 3 x 1 x 1 for a colour."""


def planes(picture: Image.Image) -> Bytes:
    """The channels of a picture (RGB); the caller's own."""
    made = np.empty((3, picture.height, picture.width), np.uint8)
    for plane, channel in zip(made, picture.split(), strict=True):
        plane[...] = np.asarray(channel)
    return made


def joined(channels: Bytes) -> Image.Image:
    """The picture (RGB) of three planes."""
    return Image.merge("RGB", [grey(plane) for plane in channels])


def grey(plane: Bytes) -> Image.Image:
    """One plane as a picture (L)."""
    return Image.frombuffer("L", plane.shape[::-1], np.ascontiguousarray(plane), "raw", "L", 0, 1)


def colour(paint: RGB) -> Bytes:
    """One colour for all pixels."""
    return np.array(paint, np.uint8).reshape(3, 1, 1)


def product(one: Bytes, other: Bytes) -> Bytes:
    """Darker where one of the two is not white."""
    made = np.multiply(one, other, dtype=np.uint16)
    made += 255  # so that 255 x 255 gives 255
    made >>= 8
    return made.astype(np.uint8)


def moved(one: Bytes, up: Bytes, down: Bytes) -> Bytes:
    """Lighter by `up`, then darker by `down`, and never past white or black."""
    made = np.minimum(one, np.invert(up))
    made += up
    np.maximum(made, down, out=made)
    made -= down
    return made


def screened(one: Bytes, other: Bytes) -> Bytes:
    """Brighter where one of the two is not black."""
    return np.invert(product(np.invert(one), np.invert(other)))


def mixed(one: Bytes, other: Bytes, mask: Bytes) -> Bytes:
    """`one` where the mask is black, `other` where it is white."""
    made = np.multiply(one, np.invert(mask), dtype=np.uint16)
    made += np.multiply(other, mask, dtype=np.uint16)
    made += 255
    made >>= 8
    return made.astype(np.uint8)


def washed(one: Bytes, paint: RGB, share: float) -> Bytes:
    """With a share (0 to 1) of one colour in every pixel."""
    part = round(256 * share)
    made = np.multiply(one, np.uint16(256 - part), dtype=np.uint16)
    made += np.array(paint, np.uint16).reshape(3, 1, 1) * np.uint16(part)
    made >>= 8
    return made.astype(np.uint8)


def dulled(one: Bytes, share: float) -> Bytes:
    """With a share (0 to 1) of the colour that it had, as light as before."""
    rest = 256 - round(256 * share)
    light = np.multiply(one[0], np.uint16(77), dtype=np.uint16)
    light += np.multiply(one[1], np.uint16(150), dtype=np.uint16)
    light += np.multiply(one[2], np.uint16(29), dtype=np.uint16)
    light >>= 8
    light *= np.uint16(rest)
    made = np.multiply(one, np.uint16(256 - rest), dtype=np.uint16)
    made += light
    made >>= 8
    return made.astype(np.uint8)


def doubled(plane: Bytes) -> Bytes:
    """One plane at twice its size, smoothly, as Pillow's BILINEAR does it; in a quarter of the time."""
    high, wide = plane.shape
    rows = np.empty((high + 2, wide), np.uint16)
    rows[1:-1], rows[0], rows[-1] = plane, plane[0], plane[-1]
    near = rows[1:-1] * 3
    tall = np.empty((2 * high, wide + 2), np.uint16)
    np.add(near, rows[:-2], out=tall[::2, 1:-1])
    np.add(near, rows[2:], out=tall[1::2, 1:-1])
    tall[:, 0], tall[:, -1] = tall[:, 1], tall[:, -2]
    near = tall[:, 1:-1] * 3
    near += 8
    made = np.empty((2 * high, 2 * wide), np.uint8)
    np.right_shift(near + tall[:, :-2], 4, out=made[:, ::2], casting="unsafe")
    np.right_shift(near + tall[:, 2:], 4, out=made[:, 1::2], casting="unsafe")
    return made


def grown(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture (L or RGB) at a larger size, smoothly."""
    if size != (2 * picture.width, 2 * picture.height) or picture.width < 100:
        return picture.resize(size, Image.Resampling.BILINEAR)
    if picture.mode == "L":
        return grey(doubled(np.asarray(picture)))
    return Image.merge("RGB", [grey(doubled(np.asarray(channel))) for channel in picture.split()])


def saturated(picture: Image.Image, share: float) -> Image.Image:
    """More (above 1) or less colour, as light as before. In a fraction of the time of ImageEnhance.Color."""
    rest = 1 - share
    r, g, b = 0.299 * rest, 0.587 * rest, 0.114 * rest
    return picture.convert("RGB", (r + share, g, b, 0, r, g + share, b, 0, r, g, b + share, 0))


def contrasted(picture: Image.Image, share: float) -> Image.Image:
    """More contrast around the picture's mean light."""
    mean = sum(picture.resize((1, 1), Image.Resampling.BOX, reducing_gap=1.0).convert("L").tobytes())
    return picture.point([min(255, max(0, round(mean + (v - mean) * share))) for v in range(256)] * 3)


def lighter(picture: Image.Image, share: float) -> Image.Image:
    """So many times as light."""
    return picture.point([min(255, round(v * share)) for v in range(256)] * len(picture.getbands()))
