"""Small pictures for pages, inside the page itself."""

import base64
import io

from PIL import Image

from synthgen.kit.pictures import BrokenPicture, decode
from synthgen.types import Picture

SIDE = 320
"""Longest side of a thumbnail in pixels."""
QUALITY = 70
"""At this quality 500 thumbnails take about 4.5 MB of illustrations, or 7.5 MB of photographs, as base64."""


def data_url(picture: Picture, side: int = SIDE) -> str:
    """The picture as a `data:` URL, reduced; empty for one that does not open."""
    try:
        image = Image.fromarray(decode(picture.data))
    except BrokenPicture:
        return ""
    image.thumbnail((side, side), Image.Resampling.BILINEAR)
    file = io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY, method=2)
    return "data:image/webp;base64," + base64.b64encode(file.getvalue()).decode()
