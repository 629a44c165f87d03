"""How pleasing is the picture, in the eyes of those whose ratings a head was trained with?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from synthgen.checks import Batch, Graded
from synthgen.interfaces import Download
from synthgen.kit import layers
from synthgen.kit.captions import rounded
from synthgen.sight import Embedder
from synthgen.types import Device, Score

OPTION = "qc.aesthetic.head"


@dataclass(frozen=True)
class Aesthetic(Graded):
    """A linear head, of one layer or of several without anything between them but dropout, over the embedding of unit
    length: that of LAION's improved aesthetic predictor (768-1024-128-64-16-1, over ViT-L-14 of OpenAI, 1 to 10).

    `open` raises UsageError for a head that was made for embeddings of another width.
    """

    embedder: Embedder | None
    head: str | None
    """A file, or owner/name@commit/file.safetensors on the hub."""

    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "aesthetic"
    figure: ClassVar[str] = "aesthetic"
    faults: ClassVar[Mapping[str, str]] = {"aesthetic": "picture less pleasing"}

    def preflight(self) -> list[str]:
        nothing = (
            [f"{OPTION}: nothing to measure with; pass {OPTION}=..., or ~qc.aesthetic"] if self.head is None else []
        )
        return [*super().preflight(), *nothing, *layers.mistakes(OPTION, self.head, self.embedder)]

    def downloads(self) -> list[Download]:
        return [*super().downloads(), *layers.downloads(self.head)]

    def open(self, device: Device) -> None:
        super().open(device)
        if self.head is not None and self.embedder is not None:
            head = layers.layers(OPTION, self.head, layers.tensors(OPTION, self.head))
            layers.check_width(OPTION, self.head, head.width, self.embedder)
            vars(self)["_layers"] = head

    def measure(self, batch: Batch) -> list[Score]:
        """`aesthetic`: what the head gives; None without one, without an embedder, and for a picture that is broken."""
        if self.head is None or self.embedder is None:
            return [Score(picture.id, "aesthetic", {"aesthetic": None}) for picture in batch.pictures]
        found = vars(self)["_layers"](self.embedder.pictures(batch))
        return [
            Score(picture.id, "aesthetic", {"aesthetic": rounded(value)})
            for picture, value in zip(batch.pictures, found, strict=True)
        ]
