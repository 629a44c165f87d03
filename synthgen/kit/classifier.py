"""A classifier of pictures by name, through transformers: labels and their probabilities."""

from collections.abc import Sequence
from typing import Any

from synthgen.checks import Batch
from synthgen.errors import UsageError
from synthgen.kit.pictures import decoded
from synthgen.kit.pretrained import Pretrained
from synthgen.types import Device


class Classifier:
    """Raises UsageError, in one line, for a model that does not load."""

    def __init__(self, model_of: Pretrained, device: Device) -> None:
        import torch
        from transformers import AutoImageProcessor, AutoModelForImageClassification

        folder = model_of.folder()
        with model_of.loading():
            self._processor: Any = AutoImageProcessor.from_pretrained(folder)
            model = AutoModelForImageClassification.from_pretrained(folder, use_safetensors=True)
        self._place = f"cuda:{device.index}" if device.kind == "cuda" else device.kind
        self._model: Any = model.to(self._place).eval()
        self._torch = torch
        self.labels: list[str] = [str(model.config.id2label[i]) for i in range(model.config.num_labels)]

    def check_labels(self, option: str, labels: Sequence[str]) -> None:
        """Raises UsageError for labels that it does not give."""
        unknown = [label for label in labels if label not in self.labels]
        if unknown or not labels:
            said = f"the classifier has no label {unknown[0]}" if unknown else "names no label"
            raise UsageError(f"{option}: {said}; there are: {', '.join(self.labels)}")

    def share(self, batch: Batch, labels: Sequence[str]) -> list[float]:
        """Of each picture the probability of all these labels together; NaN for one that is broken."""
        torch = self._torch
        if batch.tensors:
            pixels: list[Any] = [tensor.permute(2, 0, 1) for tensor in batch.tensors]
        else:
            pixels = [None if one is None else torch.from_numpy(one.copy()).permute(2, 0, 1) for one in decoded(batch)]
        there = [i for i, one in enumerate(pixels) if one is not None]
        found = [float("nan")] * len(pixels)
        if there:
            with torch.inference_mode():
                given = self._processor(images=[pixels[i] for i in there], return_tensors="pt").to(self._place)
                shares = self._model(**given).logits.float().softmax(-1)
            chosen = [self.labels.index(label) for label in labels]
            for i, value in zip(there, shares[:, chosen].sum(-1).cpu().tolist(), strict=True):
                found[i] = value
        return found
