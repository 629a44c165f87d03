"""The embedded renderer: reads a prompt's words, draws a clean flat illustration of exactly those, rejects the rest.

python -m synthgen renderer=sketch
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from synthgen import __version__
from synthgen.interfaces import Renderer
from synthgen.types import ClaimType, Device, Prompt, Raster, Reject, Take

if TYPE_CHECKING:
    from synthgen.renderer.sketch.scene import Scene, Unknown

TRUSTED: frozenset[ClaimType] = frozenset(
    {"subject", "colour", "count", "place", "relation", "object", "medium", "absence"}
)


@dataclass(frozen=True)
class Sketch(Renderer):
    """Draws on one core with nothing but Pillow. A picture depends on its prompt's text and its seed alone."""

    size: int = 512
    """Width and height in pixels, 64 to 2048."""
    asserts: frozenset[ClaimType] = TRUSTED
    closed_world: bool = True

    embedded: ClassVar[bool] = True

    def preflight(self) -> list[str]:
        if 64 <= self.size <= 2048:
            return []
        return [f"renderer.size={self.size}: pass a whole number from 64 to 2048, as in renderer.size=512"]

    def identity(self) -> Mapping[str, str]:
        return {**super().identity(), "version": __version__}

    def open(self, device: Device) -> None:
        _parse("")

    def describe_yourself(self) -> str:
        return f"sketch {__version__} (embedded, flat illustrations of {self.size} x {self.size} pixels)"

    def undrawable(self, prompt: Prompt) -> str | None:
        found = _parse(prompt.text)
        return getattr(found, "word", None)

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        from synthgen.renderer.sketch.compose import compose
        from synthgen.renderer.sketch.scene import Unknown

        for take in takes:
            scene = _parse(take.prompt.text)
            if isinstance(scene, Unknown):
                yield Reject(take.id, "picture", "undrawable", scene.word)
            else:
                image, _ = compose(scene, f"{take.seed}:{take.prompt.text}", self.size)
                yield Raster(take.id, np.asarray(image))


def _parse(text: str) -> "Scene | Unknown":
    # The drawings are loaded with the first prompt: a part is built, checked and sent to workers without them.
    from synthgen.renderer.sketch.parse import parse

    return parse(text)
