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
    from synthgen.renderer.sketch.truth import Description

SMALLEST, LARGEST = 64, 2048
"""Width and height of a picture in pixels."""
LONGEST_QUOTE = 80
"""Characters of a prompt in a message."""
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
        if SMALLEST <= self.size <= LARGEST:
            return []
        wanted = f"pass a whole number from {SMALLEST} to {LARGEST}"
        return [f"renderer.size={self.size}: {wanted}, as in renderer.size=512"]

    def identity(self) -> Mapping[str, str]:
        return {**super().identity(), "version": __version__}

    def open(self, device: Device) -> None:
        from synthgen.renderer.sketch import compose  # noqa: F401  the drawings are loaded now, not with the first picture

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
                yield Raster(take.id, np.asarray(image), take.seed, take.take)


def describe(prompt: str, seed: int, size: int = 512) -> "Description":
    """What the picture of a prompt's text and a seed shows, and where.

    For tests, benchmarks and dialogues about regions; nothing that makes data reads it back. Raises ValueError, in one
    line, for a prompt that cannot be drawn and for a size that no picture has.
    """
    from synthgen.renderer.sketch.compose import compose
    from synthgen.renderer.sketch.scene import Unknown

    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"size={size}: pass a whole number from {SMALLEST} to {LARGEST}, as in size=512")
    scene = _parse(prompt)
    if isinstance(scene, Unknown):
        raise ValueError(f"{_shortened(prompt)!r} cannot be drawn: {_shortened(scene.word)!r}")
    return compose(scene, f"{seed}:{prompt}", size)[1]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "..."


def _parse(text: str) -> "Scene | Unknown":
    # The drawings are loaded with the first prompt: a part is built, checked and sent to workers without them.
    from synthgen.renderer.sketch.parse import parse

    return parse(text)
