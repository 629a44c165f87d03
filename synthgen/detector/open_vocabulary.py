"""`detector=owlv2`, `detector=grounding_dino`: models of transformers that find whatever one names (open vocabulary).

    python -m synthgen ability=animal renderer=sdxl qc=[readable,claims] detector=owlv2 n=100

OWLv2: Minderer et al., "Scaling Open-Vocabulary Object Detection", 2023. Grounding DINO: Liu et al., 2023.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from synthgen.interfaces import Download, Model
from synthgen.kit.hub import model_of
from synthgen.kit.options import Share, Size
from synthgen.kit.pretrained import LIBRARIES, Pretrained
from synthgen.sight import Detector
from synthgen.types import Device, Pixels


@dataclass(frozen=True)
class OpenVocabulary(Detector):
    """Each name is looked for by itself, so that no thing takes the boxes of another.

    `open` raises UsageError, in one line, for a model that does not load or finds nothing by names.
    """

    name: str
    """What thresholds that were measured with it are filed under."""
    model: str
    """A folder, or a name on the hub."""
    revision: str | None
    sentence: str
    """How a name is put, with {} for it."""
    confidence: Share
    """What is found less surely does not count."""
    overlap: Share
    """Of two boxes that share more than this part of the area of both together, the less sure one does not count."""
    device: Literal["auto", "cuda", "mps", "cpu"]
    batch: Size
    """Pictures at a time."""
    operational: ClassVar[frozenset[str]] = frozenset({"name", "device", "batch"})

    def preflight(self) -> list[str]:
        return [*super().preflight(), *self._mistakes()]

    def downloads(self) -> Sequence[Download]:
        return self._named.downloads()

    def open(self, device: Device) -> None:
        kind = device.kind if self.device == "auto" else self.device
        vars(self)["_finder"] = _Finder(self, self._named, f"cuda:{device.index}" if kind == "cuda" else kind)

    def close(self) -> None:
        vars(self).pop("_finder", None)

    def find(self, pixels: Sequence[Pixels], words: Sequence[Sequence[str]]) -> Sequence[Sequence[Sequence[float]]]:
        asked = [(i, word) for i, some in enumerate(words) for word in some]
        by_size: dict[tuple[int, ...], list[tuple[int, str]]] = {}
        for i, word in asked:  # pictures of other sizes would be padded, which changes what is found in them
            by_size.setdefault(pixels[i].shape, []).append((i, word))
        batches = [
            row[start : start + self.batch] for row in by_size.values() for start in range(0, len(row), self.batch)
        ]
        found: dict[tuple[int, str], list[float]] = {}
        for some in batches:
            boxes = vars(self)["_finder"].boxes([pixels[i] for i, _ in some], [word for _, word in some])
            for key, (places, scores) in zip(some, boxes, strict=True):
                found[key] = kept(places, scores, self.overlap)
        return [[found[i, word] for word in some] for i, some in enumerate(words)]

    def models(self) -> Sequence[Model]:
        return [model_of(self.model, self.revision)]

    @property
    def _named(self) -> Pretrained:
        return Pretrained("detector.model", self.model, self.revision, libraries=(*LIBRARIES, "torchvision"))

    def _mistakes(self) -> Iterator[str]:
        if "{}" not in self.sentence:
            yield f"detector.sentence: {self.sentence!r} has no {{}} for what is looked for"
        yield from self._named.mistakes()


def kept(boxes: NDArray[np.float32], scores: NDArray[np.float32], overlap: float) -> list[float]:
    """The confidences of the boxes that are left where each takes those away that lie mostly on it; highest first.

    `boxes`: n x 4, left, top, right, bottom. Non-maximum suppression.
    """
    order = np.argsort(-scores, kind="stable")
    boxes, scores = boxes[order], scores[order]
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    inside = np.clip(np.minimum(high, boxes[None, :, 2:]) - np.maximum(low, boxes[None, :, :2]), 0, None).prod(-1)
    areas = np.clip(boxes[:, 2:] - boxes[:, :2], 0, None).prod(-1)
    shared = inside / np.maximum(areas[:, None] + areas[None] - inside, 1e-9)
    stay: list[int] = []
    for i in range(len(scores)):
        if all(shared[i, other] <= overlap for other in stay):
            stay.append(i)
    return [round(float(scores[i]), 4) for i in stay]


class _Finder:
    """A model that is open."""

    def __init__(self, options: OpenVocabulary, model_of: Pretrained, place: str) -> None:
        import torch
        from transformers import AutoModelForZeroShotObjectDetection, AutoProcessor

        self._torch, self._place, self._options = torch, place, options
        folder = model_of.folder()
        with model_of.loading("finds nothing with it"):
            self._processor: Any = AutoProcessor.from_pretrained(folder)
            load = AutoModelForZeroShotObjectDetection.from_pretrained
            self._model: Any = load(folder, dtype=torch.float32, use_safetensors=True).to(place).eval()
            # texts of OWLv2 all have the length that it was trained with
            self._padding: Any = "max_length" if self._model.config.model_type.startswith("owl") else True
            self.boxes([np.full((32, 32, 3), 128, np.uint8)], ["thing"])

    def boxes(
        self, pixels: Sequence[Pixels], words: Sequence[str]
    ) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """For each picture and its word: n x 4 boxes in pixels, and their n confidences."""
        texts = [self._options.sentence.format(word) for word in words]
        given = self._processor(images=list(pixels), text=texts, return_tensors="pt", padding=self._padding)
        with self._torch.inference_mode():
            out = self._model(**given.to(self._place))
        found = self._processor.post_process_grounded_object_detection(
            out, threshold=self._options.confidence, target_sizes=[one.shape[:2] for one in pixels]
        )
        return [(one["boxes"].cpu().numpy(), one["scores"].cpu().numpy()) for one in found]
