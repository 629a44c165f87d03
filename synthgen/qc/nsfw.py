"""Is the picture one that nobody should be shown unasked?

In place of the safety checker that diffusers runs on each picture by itself, and which is not loaded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from synthgen.checks import Batch, Check, Limit, limit_for
from synthgen.interfaces import Download, Model
from synthgen.kit import layers
from synthgen.kit.captions import rounded
from synthgen.kit.classifier import Classifier
from synthgen.kit.hub import model_of
from synthgen.kit.layers import Concepts
from synthgen.kit.pretrained import Pretrained
from synthgen.sight import Embedder
from synthgen.types import Device, Prompt, Score

HEAD = "qc.nsfw.head"


@dataclass(frozen=True)
class Nsfw(Check):
    """By a head over the embedding, or by a classifier of pictures. Rejects on its own limit, whatever the renderer.

    A head is either the concepts of CompVis/stable-diffusion-safety-checker, for ViT-L-14 of OpenAI, or a perceptron
    with ReLU that gives the probability, as LAION's detectors do. `open` raises UsageError for one of another width.
    """

    embedder: Embedder | None
    head: str | None
    """A file, or owner/name@commit/file.safetensors on the hub."""
    classifier: str | None
    """A model for image classification of transformers: a folder, or owner/name@commit on the hub."""
    unsafe: Sequence[str]
    """Labels of the classifier."""
    max: Limit
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["picture"]] = "picture"
    decides: ClassVar[frozenset[str]] = frozenset({"action", "max"})
    faults: ClassVar[Mapping[str, str]] = {"unsafe": "picture unsafe"}

    @property
    def reads_tensors(self) -> bool:
        return super().reads_tensors or self.classifier is not None

    def preflight(self) -> list[str]:
        return [*super().preflight(), *layers.mistakes(HEAD, self.head, self.embedder), *self._mistakes()]

    def _mistakes(self) -> Iterator[str]:
        if self.head is not None and self.classifier is not None:
            yield "qc.nsfw: pass either head or classifier"
        if self.classifier is not None:
            yield from self._named(self.classifier).mistakes()
        if self.head is None and self.classifier is None:
            yield "qc.nsfw: nobody would look; pass qc.nsfw.head=... or qc.nsfw.classifier=..., or ~qc.nsfw"

    def _named(self, classifier: str) -> Pretrained:
        return Pretrained("qc.nsfw.classifier", classifier)

    def downloads(self) -> list[Download]:
        of_classifier = self._named(self.classifier).downloads() if self.classifier else []
        return [*super().downloads(), *layers.downloads(self.head), *of_classifier]

    def models(self) -> Sequence[Model]:
        return [*super().models(), *(model_of(name) for name in (self.head, self.classifier) if name)]

    def open(self, device: Device) -> None:
        super().open(device)
        if self.classifier is not None:
            classifier = Classifier(self._named(self.classifier), device)
            classifier.check_labels("qc.nsfw.unsafe", self.unsafe)
            vars(self)["_judge"] = classifier
        elif self.head is not None and self.embedder is not None:
            found = layers.tensors(HEAD, self.head, Concepts.NAMES)
            named = set(Concepts.NAMES) <= set(found)
            head = Concepts(found) if named else layers.layers(HEAD, self.head, found)
            layers.check_width(HEAD, self.head, head.width, self.embedder)
            vars(self)["_judge"] = head

    def close(self) -> None:
        vars(self).pop("_judge", None)
        super().close()

    def measure(self, batch: Batch) -> list[Score]:
        """`unsafe`: a probability, 0 to 1; of concepts 0.5 + by how much the nearest is nearer than its own limit.

        None where nothing is configured, and for a picture that is broken.
        """
        if self.classifier is not None:
            found: Sequence[float] = vars(self)["_judge"].share(batch, self.unsafe)
        elif self.head is None or self.embedder is None:
            found = [float("nan")] * len(batch.pictures)
        else:
            head, rows = vars(self)["_judge"], self.embedder.pictures(batch)
            found = list(head(rows) if isinstance(head, Concepts) else np.clip(head(rows, relu=True), 0, 1))
        return [
            Score(picture.id, "nsfw", {"unsafe": rounded(value)})
            for picture, value in zip(batch.pictures, found, strict=True)
        ]

    def limits(self, prompt: Prompt) -> Mapping[str, tuple[float | None, float | None]]:
        return {"unsafe": (None, limit_for(self.max, prompt))}
