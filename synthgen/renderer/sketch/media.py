"""The art media that a finished picture can be turned into: `MEDIA`, by name."""

import random
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PIL import Image

from synthgen.renderer.sketch import media_line, media_paint, media_print
from synthgen.renderer.sketch.drawing import Medium
from synthgen.renderer.sketch.media_tools import stretched


def _made(medium: Medium, picture: Image.Image, rng: random.Random) -> Image.Image:
    """The picture in the medium. Dim pictures get contrast first: what a brush or a needle leaves must be seen."""
    return medium(stretched(picture), rng)


MEDIA: Mapping[str, Medium] = MappingProxyType(
    {
        name: partial(_made, medium)
        for name, medium in {
            "black and white": media_print.black_and_white,
            "blueprint": media_line.blueprint,
            "chalk drawing": media_line.chalk_drawing,
            "chalkboard drawing": media_line.chalkboard_drawing,
            "charcoal drawing": media_line.charcoal_drawing,
            "comic book": media_print.comic_book,
            "crayon drawing": media_paint.crayon_drawing,
            "cubism": media_paint.cubism,
            "embroidery": media_print.embroidery,
            "glitch art": media_print.glitch_art,
            "graffiti": media_print.graffiti,
            "halftone print": media_print.halftone_print,
            "impressionism": media_paint.impressionism,
            "ink drawing": media_line.ink_drawing,
            "ink wash painting": media_paint.ink_wash,
            "low poly": media_print.low_poly,
            "mosaic": media_paint.mosaic,
            "neon art": media_line.neon_art,
            "oil painting": media_paint.oil_painting,
            "paper cutout": media_print.paper_cutout,
            "pastel drawing": media_paint.pastel_drawing,
            "pencil sketch": media_line.pencil_sketch,
            "pixel art": media_print.pixel_art,
            "pointillism": media_paint.pointillism,
            "polaroid photo": media_print.polaroid,
            "pop art": media_print.pop_art,
            "sepia": media_print.sepia,
            "stained glass": media_paint.stained_glass,
            "stone relief": media_line.stone_relief,
            "thermal image": media_print.thermal_image,
            "toy bricks": media_print.toy_bricks,
            "vintage poster": media_print.vintage_poster,
            "watercolor": media_paint.watercolor,
            "woodcut": media_line.woodcut,
        }.items()
    }
)

KEEPS_COLOUR = frozenset(
    (
        "chalk drawing", "comic book", "crayon drawing", "embroidery", "glitch art", "graffiti", "impressionism",
        "low poly", "mosaic", "oil painting", "paper cutout", "pastel drawing", "pixel art", "pointillism",
        "stained glass", "toy bricks", "watercolor",
    )
)  # fmt: skip
"""Media that show things in their own colours: of their pictures one may ask what colour something is."""
