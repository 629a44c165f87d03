"""The shape of the shipped model, and where it lies."""

from pathlib import Path
from typing import Any, TypedDict

from synthgen.embedder.sketch_clip.pixels import SIDE
from synthgen.embedder.sketch_clip.tokens import LENGTH

HERE = Path(__file__).parent


class Shape(TypedDict):
    """The arguments of `open_clip.model.CLIP`."""

    embed_dim: int
    vision_cfg: dict[str, Any]
    text_cfg: dict[str, Any]


def shape(vocabulary: int) -> Shape:
    """The model for so many tokens: a small residual network as its eye, two layers that read."""
    return {
        "embed_dim": 128,
        "vision_cfg": {"image_size": SIDE, "layers": (1, 2, 3, 1), "width": 16, "head_width": 64},
        "text_cfg": {"context_length": LENGTH, "vocab_size": vocabulary, "width": 96, "heads": 3, "layers": 2},
    }
