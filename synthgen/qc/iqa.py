"""How good is the picture as a picture: sharp, clean, bright enough?"""

import contextlib
import importlib.util
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Graded
from synthgen.errors import DeviceError
from synthgen.interfaces import Model
from synthgen.kit.captions import rounded
from synthgen.kit.pictures import decoded
from synthgen.sight import Embedder
from synthgen.types import Device, Score

PAIRS = {
    "quality": ("Good photo.", "Bad photo."),
    "sharpness": ("Sharp photo.", "Blurry photo."),
    "brightness": ("Bright photo.", "Dark photo."),
    "noise": ("Clean photo.", "Noisy photo."),
    "contrast": ("High contrast photo.", "Low contrast photo."),
    "colour": ("Colorful photo.", "Dull photo."),
}
"""What is told apart by which two sentences, as in the paper."""
LEAST_SIDE = 224
"""MANIQA looks at squares of this size, in pixels."""


@dataclass(frozen=True)
class Iqa(Graded):
    """CLIP-IQA: of two sentences that say the opposite, how much more is the picture like the good one?

    Source: Wang, Chan, Loy, "Exploring CLIP for Assessing the Look and Feel of Images", AAAI 2023: the softmax of the
    two cosines times the model's scale. Theirs reads pictures in full size without positional embeddings; ours has the
    embedding that other checks read, too, made of the picture scaled down: fine blur and noise it cannot see.
    Or MANIQA (Yang et al., CVPR workshops 2022) as pyiqa has it, a model of its own that sees details.
    """

    embedder: Embedder | None
    model: Literal["clip", "maniqa"]

    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "quality"
    figure: ClassVar[str] = "quality"
    faults: ClassVar[Mapping[str, str]] = {"quality": "picture of low quality"}

    def preflight(self) -> list[str]:
        if self.model == "maniqa" and importlib.util.find_spec("pyiqa") is None:
            return [*super().preflight(), "qc.iqa.model=maniqa needs pyiqa. pip install pyiqa"]
        return super().preflight()

    def models(self) -> Sequence[Model]:
        return [Model("MANIQA (pyiqa)")] if self.model == "maniqa" else super().models()

    def open(self, device: Device) -> None:
        super().open(device)
        if self.model == "maniqa":
            vars(self)["_maniqa"] = _maniqa(f"cuda:{device.index}" if device.kind == "cuda" else device.kind)

    def close(self) -> None:
        vars(self).pop("_maniqa", None)
        super().close()

    def measure(self, batch: Batch) -> list[Score]:
        """`quality`, 0 to 1; by CLIP the other names of `PAIRS`, too. None for a picture that is broken, for MANIQA one
        of less than 224 pixels, and without an embedder."""
        if self.model == "maniqa":
            return self._by_maniqa(batch)
        if self.embedder is None:
            return [Score(picture.id, "iqa", dict.fromkeys(PAIRS)) for picture in batch.pictures]
        texts = self.embedder.texts([text for pair in PAIRS.values() for text in pair])
        good, bad = texts[0::2], texts[1::2]
        # row by row: the last bit of a matrix product depends on how many rows it has
        rows = [((good - bad) * row).sum(1) for row in self.embedder.pictures(batch)]
        nearer = np.array(rows).reshape(-1, len(good))
        # the softmax of two is the logistic function of their difference, and that is a tanh, which cannot overflow
        found = 0.5 + 0.5 * np.tanh(self.embedder.scale / 2 * nearer)
        return [
            Score(picture.id, "iqa", dict(zip(PAIRS, map(rounded, row), strict=True)))
            for picture, row in zip(batch.pictures, found, strict=True)
        ]

    def _by_maniqa(self, batch: Batch) -> list[Score]:
        import torch

        maniqa, device = vars(self)["_maniqa"]
        scores = []
        for picture, pixels in zip(batch.pictures, decoded(batch), strict=True):
            value = float("nan")
            if pixels is not None and min(pixels.shape[:2]) >= LEAST_SIDE:
                shown = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].to(device).float() / 255
                with torch.inference_mode():
                    value = float(maniqa(shown))
            scores.append(Score(picture.id, "iqa", {"quality": rounded(value)}))
        return scores


def _maniqa(place: str) -> tuple[Any, str]:
    """pyiqa fetches its weights by itself. Raises DeviceError where it cannot."""
    import pyiqa

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it loads
            return pyiqa.create_metric("maniqa", device=place), place
    except (OSError, RuntimeError, ValueError) as e:
        said = (str(e).strip().splitlines() or [type(e).__name__])[0][:160]
        raise DeviceError(f"qc.iqa.model=maniqa: pyiqa cannot load it: {said}") from e
