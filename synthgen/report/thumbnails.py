"""Small pictures for pages, inside the page itself."""

import base64
import io

from PIL import Image

from synthgen.kit.pictures import BrokenPicture, decode
from synthgen.types import Picture

SIDE = 320
"""Longest side of a thumbnail in pixels."""
ENOUGH = 12_000
"""Bytes that a thumbnail of SIDE may have: 500 of them, as base64, are 8 MB; measured in all media: 5 MB."""
STEPS = ((1.0, 70), (0.8, 60), (0.65, 50))
"""Part of the side and WebP quality, tried until the file is small enough; grain and mosaics need the later ones."""


def data_url(picture: Picture, side: int = SIDE) -> str:
    """The picture as a `data:` URL, reduced; empty for one that does not open."""
    try:
        image = Image.fromarray(decode(picture.data))
    except BrokenPicture:
        return ""
    for part, quality in STEPS:
        image.thumbnail((round(side * part), round(side * part)), Image.Resampling.BILINEAR)
        file = io.BytesIO()
        image.save(file, "WEBP", quality=quality, method=2)
        if file.tell() <= ENOUGH * (side / SIDE) ** 2:
            break
    return "data:image/webp;base64," + base64.b64encode(file.getvalue()).decode()
