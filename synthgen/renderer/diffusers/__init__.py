"""`renderer=sdxl`, `renderer=flux_schnell`, ...: diffusion models from the hub, a folder or a file, by diffusers.

    python -m synthgen ability=joke renderer=sdxl n=100

The presets differ by yaml alone. Files:

    files, loading      what is fetched, and the pipeline made of it
    placing             on its device, in the form that is fastest there
    weighted, encoding  texts to embeddings, with the weights of their brackets
    sizes, batching     takes to batches: of one size, guidance scale and length of text
    denoising           a batch of noise to pixels
    ladder, compiling   how many pictures at a time this GPU likes, and whether compiling pays
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field

from synthgen.interfaces import Download, Model, Renderer
from synthgen.kit.gpus import gpus
from synthgen.kit.hashes import seed_of
from synthgen.kit.hub import model_of
from synthgen.renderer.diffusers import compiling, loading
from synthgen.renderer.diffusers.loading import Lora
from synthgen.renderer.diffusers.sizes import Sizes, size_mistake, width_and_height
from synthgen.types import ClaimType, Device, Prompt, Raster, Reject, Take

Count = Annotated[int, Field(ge=1)]
MOST_STEPS = 1000
"""As many as the models were trained with."""
USUAL_BATCH = 16
"""For cutting the work, before anybody knows what the GPU likes."""
GUIDANCE_STEP = 0.5
"""A range of guidance scales is drawn from in steps: samples with one scale share a batch."""


@dataclass(frozen=True)
class Diffusers(Renderer):
    """Noise is drawn on the CPU, for each sample by itself: neither the batch nor the GPU decides what it shows.

    `open` and `render` raise DeviceError for a GPU or a model that does not load, DeviceLost when a GPU fails.
    """

    name: str
    """The option's own name, for messages."""
    model: str
    """A name on the hub, a local folder, or a single .safetensors file."""
    revision: str | None
    """Commit, tag or branch on the hub."""
    variant: str | None
    """Which of the model's weight files: "fp16" is half the download."""
    base: str | None
    """The model whose configuration a single file is read with."""
    loras: list[Lora]
    size: Sizes
    """Width and height in pixels, or several of them, of which each sample draws one."""
    steps: Annotated[int, Field(ge=1, le=MOST_STEPS)]
    guidance: Annotated[float, Field(ge=0)] | list[Annotated[float, Field(ge=0)]]
    """Guidance scale; or from, to."""
    scheduler: Literal["model", "euler", "euler_trailing", "euler_ancestral", "dpm++", "ddim", "lcm"]
    dtype: Literal["float16", "bfloat16", "float32"]
    batch: Count | None
    """Pictures at a time; None: measured once per GPU, model and size."""
    device: Literal["cuda", "mps", "cpu"]
    weights: Literal["ours", "literal"]
    prompt_form: Literal["keywords", "sentence"]
    attention: Literal["sdpa", "xformers"]
    compile: Literal["auto"] | bool
    quantize: Literal["int8", "fp8"] | None
    cache: Literal["first_block"] | None
    vram_gb: float
    license: str
    asserts: frozenset[ClaimType]
    closed_world: bool
    expected: int = field(default=0, init=False)
    """How many pictures each worker will make; set by `expecting`."""
    operational: ClassVar[frozenset[str]] = frozenset(
        {"name", "batch", "device", "attention", "compile", "vram_gb", "license", "expected"}
    )

    # what others ask -------------------------------------------------------------------------------------------------

    def describe_yourself(self) -> str:
        at = f"@{self.revision}" if self.revision and _named(self.model) == self.model else ""
        loras = "".join(f" + {_named(lora.path)} x {lora.weight:g}" for lora in self.loras)
        sizes = " or ".join(f"{width} x {height}" for width, height in width_and_height(self.size))
        changed = "".join(f", {change}" for change in (self.quantize, self.cache) if change)
        return f"{_named(self.model)}{at}{loras}, {sizes} pixels, {self.steps} steps{changed}, license {self.license}"

    @property
    def on_gpu(self) -> bool:
        return self.device != "cpu"

    @property
    def devices(self) -> Sequence[Device]:
        if self.device == "cuda":
            return [Device("cuda", index) for index, _ in enumerate(gpu for gpu in gpus() if gpu.kind == "cuda")]
        return [Device(self.device)]

    @property
    def at_once(self) -> int:
        return self.batch or USUAL_BATCH

    def expecting(self, pictures: int) -> Self:
        copy = replace(self)
        vars(copy)["expected"] = pictures
        return copy

    def start_seconds(self) -> float:
        return compiling.expected_seconds(self)

    def undrawable(self, prompt: Prompt) -> str | None:
        return None

    def preflight(self) -> list[str]:
        return [*loading.missing(self), *self._wrong()]

    def downloads(self) -> Sequence[Download]:
        return loading.downloads(self)

    def models(self) -> Sequence[Model]:
        return [model_of(self.model, self.revision, self.license), *(model_of(lora.path) for lora in self.loras)]

    def _wrong(self) -> Iterator[str]:
        yield from size_mistake(self.size)
        if isinstance(self.guidance, list) and (len(self.guidance) != 2 or self.guidance[0] > self.guidance[1]):
            yield f"renderer.guidance={self.guidance}: a number, or [from, to]"

    # in the worker ---------------------------------------------------------------------------------------------------

    def open(self, device: Device) -> None:
        from synthgen.renderer.diffusers.batching import Studio

        kind = self.device if device.kind == "cpu" else device.kind
        place = f"{kind}:{device.index}" if kind == "cuda" else kind
        vars(self)["_studio"] = Studio(self, loading.load(self, place), place)

    def close(self) -> None:
        vars(self).pop("_studio", None)

    def remarks(self) -> Sequence[str]:
        said: list[str] = self._studio.remarks[:]
        del self._studio.remarks[: len(said)]
        return said

    @property
    def _studio(self) -> Any:
        return vars(self)["_studio"]

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        yield from self._studio.render(takes)

    # what differs from sample to sample ------------------------------------------------------------------------------

    def size_of(self, take: Take) -> tuple[int, int]:
        """(width, height) in pixels; all takes of a sample have the same."""
        sizes = width_and_height(self.size)
        return sizes[Random(seed_of(0, take.id, "size")).randrange(len(sizes))]

    def guidance_of(self, take: Take) -> float:
        if not isinstance(self.guidance, list):
            return self.guidance
        low, high = self.guidance
        steps = int((high - low) / GUIDANCE_STEP + 1e-9)
        return low + GUIDANCE_STEP * Random(seed_of(0, take.id, "guidance")).randint(0, steps)


def _named(model: str) -> str:
    """A local model by the name of its folder or file: where it lies is nobody's business."""
    return Path(model).name if model.startswith(("/", "~", ".")) else model
