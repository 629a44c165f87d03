"""Small pictures for pages, inside the page itself."""

import base64
import io

from PIL import Image

from synthgen.kit.pictures import BrokenPicture, decode
from synthgen.types import Picture

SIDE = 240
"""Longest side of a thumbnail in pixels."""


def data_url(picture: Picture, side: int = SIDE) -> str:
    """The picture as a `data:` URL, reduced; empty for one that does not open."""
    try:
        image = Image.fromarray(decode(picture.data))
    except BrokenPicture:
        return ""
    image.thumbnail((side, side))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
