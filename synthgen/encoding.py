"""From a rendered picture to the bytes that a run stores."""

from dataclasses import dataclass

from synthgen.interfaces import Renderer
from synthgen.kit.hashes import sha256
from synthgen.kit.marks import mark_of
from synthgen.kit.pictures import encode
from synthgen.types import Picture, Prompt, Raster


@dataclass(frozen=True)
class Encoding:
    """How the pictures of a run are stored."""

    format: str
    """jpg, png or webp."""
    quality: int
    marked: Renderer | None = None
    """Who is named in each file as its maker; None: files say nothing of themselves."""

    def picture(self, raster: Raster, prompt: Prompt) -> Picture:
        """The encoded picture. Threads may do this side by side."""
        mark = mark_of(prompt, self.marked) if self.marked else None
        data = encode(raster.pixels, self.format, self.quality, mark)
        height, width, _ = raster.pixels.shape
        return Picture(raster.id, data, self.format, width, height, sha256(data), raster.seed, raster.environment)
