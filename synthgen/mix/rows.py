"""One row of any source, as far as a mix has to look at it."""

from dataclasses import dataclass

from synthgen.types import Turn


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of which pictures; "" or (): the source does not say."""

    id: str
    images: tuple[str, ...]
    """Paths under the folder of the mix's pictures; () for a row of text alone."""
    turns: tuple[Turn, ...]
    """Without the tags that stand for pictures."""
    prompt: str = ""
    """Keywords that a diffusion model was given: "((Peacock)), garden, realistic, 8k"."""
    ability: str = ""
