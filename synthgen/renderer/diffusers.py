"""`renderer=sdxl`, `renderer=sd15`: diffusion models from the Hugging Face hub or a local folder, by diffusers.

    python -m synthgen ability=joke renderer=sdxl n=100

For now the weights of a prompt do not reach the model: brackets are taken off, and "((red balloon)), beach" goes out as
"red balloon, beach". Batches are of a fixed size, and a process holds one model: pass engine.workers=1 per GPU.
"""

import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from synthgen.errors import DeviceError
from synthgen.interfaces import Renderer
from synthgen.kit.gpus import gpus
from synthgen.types import ClaimType, Device, Prompt, Raster, Reject, Take

LIBRARIES = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
DTYPES = ("float16", "bfloat16", "float32")
PLACES = ("cuda", "mps", "cpu")
STEP = 8
"""Pictures are this many times wider and higher than their latents."""


@dataclass(frozen=True)
class Diffusers(Renderer):
    """Noise is drawn on the CPU, for each sample by itself: neither the batch nor the GPU decides what it shows.

    `open` and `render` raise DeviceError for a GPU or a model that does not load, and when memory runs out.
    """

    name: str
    """The option's own name, for messages."""
    model: str
    """A name on the hub, or a local folder."""
    revision: str | None
    """Commit, tag or branch on the hub."""
    variant: str | None
    """Which of the model's weight files: "fp16" is half the download."""
    size: int
    """Width and height in pixels."""
    steps: int
    guidance: float
    dtype: str
    batch: int
    device: str
    """Used where the engine has not given the worker a GPU of its own."""
    license: str
    asserts: frozenset[ClaimType]
    closed_world: bool
    operational: ClassVar[frozenset[str]] = frozenset({"name", "batch", "device", "license"})

    def describe_yourself(self) -> str:
        at = f"@{self.revision}" if self.revision else ""
        return f"{self.model}{at}, {self.size} x {self.size} pixels, {self.steps} steps, license {self.license}"

    @property
    def on_gpu(self) -> bool:
        return self.device != "cpu"

    def undrawable(self, prompt: Prompt) -> str | None:
        return None

    def preflight(self) -> list[str]:
        return [*self._missing(), *self._wrong()]

    def _missing(self) -> Iterator[str]:
        libraries = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
        if libraries:
            yield f"renderer={self.name} needs {', '.join(libraries)}. pip install 'synthgen[diffusion]'"
        if self.device != "cpu" and not any(gpu.kind == self.device for gpu in gpus()):
            yield (
                f"renderer={self.name} needs a GPU ({self.device}) and finds none; pass renderer=sketch, or, for "
                "minutes per picture, renderer.device=cpu renderer.dtype=float32"
            )
        if self.model.startswith((".", "/", "~")) and not Path(self.model).expanduser().is_dir():
            yield f"renderer.model={self.model} is no folder"

    def _wrong(self) -> Iterator[str]:
        for key, known in (("dtype", DTYPES), ("device", PLACES)):
            if getattr(self, key) not in known:
                yield f"renderer.{key}={getattr(self, key)}: choose from {', '.join(known)}"
        for key in ("steps", "batch"):
            if getattr(self, key) < 1:
                yield f"renderer.{key}={getattr(self, key)}: it has to be at least 1"
        if self.size < 64 or self.size % STEP:
            yield f"renderer.size={self.size}: it has to be a multiple of {STEP}, and at least 64"

    def open(self, device: Device) -> None:
        import torch
        from diffusers import AutoPipelineForText2Image
        from diffusers.utils import logging

        place = self.device if device.kind == "cpu" else f"{device.kind}:{device.index}"
        if place.startswith("cuda") and not torch.cuda.is_available():
            raise DeviceError(f"renderer={self.name}: torch {torch.__version__} cannot use the GPU; see pytorch.org")
        logging.disable_progress_bar()
        try:
            pipe = AutoPipelineForText2Image.from_pretrained(
                str(Path(self.model).expanduser()) if self.model.startswith("~") else self.model,
                revision=self.revision,
                variant=self.variant,
                dtype=getattr(torch, self.dtype),
                use_safetensors=True,
            )
            pipe.to(place)
        except (OSError, ValueError) as e:
            first = str(e).strip().splitlines()[0]
            raise DeviceError(
                f"renderer={self.name}: cannot load {self.model}: {first} Is the name right, and the network there for "
                "the first download?"
            ) from e
        except torch.OutOfMemoryError as e:
            raise DeviceError(f"renderer={self.name}: {self.model} does not fit on {place}") from e
        pipe.set_progress_bar_config(disable=True)
        vars(self)["_pipe"] = pipe

    def close(self) -> None:
        vars(self).pop("_pipe", None)

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        while some := list(islice(takes, self.batch)):
            yield from self._together(some)

    def _together(self, takes: Sequence[Take]) -> Iterator[Raster | Reject]:
        import torch

        pipe: Any = vars(self)["_pipe"]
        try:
            made = pipe(
                prompt=[without_brackets(take.prompt.text) for take in takes],
                # always a text: a batch in which all are empty would be treated in another way than one where some are
                negative_prompt=[without_brackets(take.prompt.negative) for take in takes],
                height=self.size,
                width=self.size,
                num_inference_steps=self.steps,
                guidance_scale=self.guidance,
                generator=[torch.Generator("cpu").manual_seed(take.seed) for take in takes],
                output_type="np",
            )
        except torch.OutOfMemoryError as e:
            advice = f"pass renderer.batch={self.batch // 2}" if self.batch > 1 else "pass a smaller renderer.size"
            raise DeviceError(f"renderer={self.name}: out of memory with batches of {self.batch}; {advice}") from e
        flagged = getattr(made, "nsfw_content_detected", None) or [False] * len(takes)
        for take, image, unsafe in zip(takes, made.images, flagged, strict=True):
            if unsafe:  # the model's own checker has blackened it
                yield Reject(take.id, "picture", "unsafe", "the model's safety checker")
            elif not np.isfinite(image).all():
                yield Reject(take.id, "picture", "not a number", f"overflow in {self.dtype}")
            else:
                yield Raster(take.id, (image * 255).round().astype(np.uint8))


def without_brackets(text: str) -> str:
    """The words alone: "((red balloon)), (beach:1.2)" becomes "red balloon, beach"."""
    return re.sub(r":\s*[\d.]+(?=\s*\))|[()\[\]]", "", text)
