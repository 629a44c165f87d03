"""Glyphs of the Material Design Icons font, by an allow-list: in it `seal` is a certificate, `mouse` a computer's."""

from functools import lru_cache

from fonticon_mdi7 import MDI7
from PIL import Image, ImageDraw, ImageFont

ALLOWED = frozenset({"star", "music_note", "heart"})
"""Every icon that a drawing uses, each looked at by a person."""


@lru_cache(maxsize=256)
def icon_mask(name: str, size: int) -> tuple[Image.Image, Image.Image]:
    """The glyph and the holes that it encloses, as masks ("L") of about `size` x `size` pixels.

    Raises KeyError for a name that is not on the list.
    """
    if name not in ALLOWED:
        raise KeyError(f"icon {name!r} is not on the allow-list")
    glyph = getattr(MDI7, name).rpartition(".")[2]
    side = size + 8
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).text((side / 2, side / 2), glyph, font=_font(size), fill=255, anchor="mm")
    solid = mask.point(lambda v: 255 if v > 110 else 0)
    ImageDraw.floodfill(solid, (0, 0), 128)
    holes = solid.point(lambda v: 255 if v == 0 else 0)
    return mask, holes


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(MDI7.__font_file__, size)
