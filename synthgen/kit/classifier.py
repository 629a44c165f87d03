"""A classifier of pictures by name, through transformers: labels and their probabilities."""

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from synthgen.checks import Batch
from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit.hub import files_of, folder_of, hub_name
from synthgen.kit.pictures import decoded
from synthgen.types import Device

CONFIG = "config.json"
LIBRARIES = ("torch", "transformers", "safetensors", "huggingface_hub")


class Classifier:
    """Raises UsageError, in one line, for a model that does not load; `option`: "qc.nsfw.classifier"."""

    def __init__(self, option: str, name: str, device: Device) -> None:
        import torch
        from safetensors import SafetensorError
        from transformers import AutoImageProcessor, AutoModelForImageClassification
        from transformers.utils import logging

        folder = Path(name).expanduser()
        if not folder.is_dir():
            (download,) = self.downloads(name)
            folder = folder_of(download)
        logging.disable_progress_bar()
        try:
            self._processor: Any = AutoImageProcessor.from_pretrained(folder)
            model = AutoModelForImageClassification.from_pretrained(folder, use_safetensors=True)
        except (SafetensorError, OSError, ValueError, RuntimeError, KeyError) as e:
            said = (str(e).strip().splitlines() or [type(e).__name__])[0][:200]
            raise UsageError(f"{option}={name}: transformers cannot load it: {said}") from e
        self._place = f"cuda:{device.index}" if device.kind == "cuda" else device.kind
        self._model: Any = model.to(self._place).eval()
        self._torch = torch
        self.labels: list[str] = [str(model.config.id2label[i]) for i in range(model.config.num_labels)]

    @staticmethod
    def mistakes(option: str, name: str) -> Iterator[str]:
        """What keeps it from being loaded, each with its fix; nothing heavy is imported to say it."""
        lacking = [library for library in LIBRARIES if importlib.util.find_spec(library) is None]
        if lacking:
            yield f"{option} needs {', '.join(lacking)}. pip install 'synthgen[clip]'"
        folder = Path(name).expanduser()
        if folder.is_dir() and not (folder / CONFIG).is_file():
            yield f"{option}={name}: the folder has no {CONFIG}"
        elif not folder.is_dir() and hub_name(name) is None:
            yield f"{option}={name} is no folder, and no name on the hub (owner/name@commit)"

    @staticmethod
    def downloads(name: str) -> list[Download]:
        """What it needs of the hub; may ask it which files there are. Raises SynthgenError."""
        found = None if Path(name).expanduser().is_dir() else hub_name(name)
        if found is None:
            return []
        _, names = files_of(found.repo, found.revision, CONFIG)
        weights = [
            file for file in names if file.startswith("model") and file.endswith((".safetensors", ".index.json"))
        ]
        if not weights:
            raise UsageError(f"{found.repo} has no .safetensors files; pickles are never loaded")
        processor = [file for file in names if file == "preprocessor_config.json"]
        return [Download(found.repo, found.revision, (CONFIG, *processor, *sorted(weights)))]

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
