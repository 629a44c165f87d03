"""The loops that `bench.render gpu` compares the render stage with, and what they are asked for."""

import gc
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.render_sides import SHARD, in_turns, pace, takes
from synthgen.renderer.diffusers import Diffusers
from synthgen.renderer.diffusers.denoising import VAE_BATCH
from synthgen.types import Take


@dataclass
class Asked:
    """What the command line says."""

    model: str = "sdxl"
    size: int | None = None
    steps: int | None = None
    batch: int | None = None
    device: str = "cuda"
    tiny: bool = False
    pictures: int = 2 * SHARD
    rounds: int = 3
    compile: bool = True
    workers: int | None = None
    kept: float | None = None
    usd_per_gpu_hour: float | None = None
    json: bool = False

    @property
    def on_cuda(self) -> bool:
        return self.device == "cuda"


def wait(asked: Asked) -> None:
    import torch

    if asked.on_cuda:
        torch.cuda.synchronize()


def empty(asked: Asked) -> None:
    import torch

    gc.collect()
    if asked.on_cuda:
        torch.cuda.empty_cache()


def _pipeline(asked: Asked, folder: Path, dtype: str) -> Any:
    import torch
    from diffusers import AutoPipelineForText2Image

    numbers = getattr(torch, dtype if asked.on_cuda else "float32")
    pipe = AutoPipelineForText2Image.from_pretrained(str(folder), dtype=numbers, use_safetensors=True).to(asked.device)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def naive(asked: Asked, folder: Path, renderer: Diffusers, orders: Sequence[Take]) -> float:
    """Pictures a second. It is measured first and alone: nobody who writes it has two models in memory."""
    import torch

    pipe = _pipeline(asked, folder, "float16")
    width, height = renderer.size_of(orders[0])

    def draw(orders: Sequence[Take]) -> int:
        with tempfile.TemporaryDirectory() as out:
            for take in orders:
                image = pipe(
                    prompt=take.prompt.text,
                    negative_prompt=take.prompt.negative,
                    width=width,
                    height=height,
                    num_inference_steps=renderer.steps,
                    guidance_scale=renderer.guidance_of(take),
                    generator=torch.Generator("cpu").manual_seed(take.seed),
                ).images[0]
                image.save(Path(out) / f"{take.id}.png")
        return len(orders)

    draw(orders[:1])
    return in_turns({"naive": lambda: draw(orders)}, asked.rounds)["naive"].wall


class Bare:
    """The best loop around the pipeline itself."""

    def __init__(self, asked: Asked, folder: Path, renderer: Diffusers) -> None:
        self._asked, self._renderer = asked, renderer
        self.pipe = _pipeline(asked, folder, "bfloat16")
        if renderer.scheduler.startswith("euler"):
            self._as_in(renderer)
        self._given = self._embedded()
        self._tune()
        self._batch = asked.batch or self._best()
        if asked.compile and asked.on_cuda:
            self.pipe.unet.compile(mode="max-autotune-no-cudagraphs", dynamic=False)
        began = time.perf_counter()
        self._some(takes(self._batch), renderer.steps)
        took = time.perf_counter() - began
        print(f"bare loop: {self._batch} pictures at a time; the first batch took {took:.1f} s", flush=True)

    def _as_in(self, renderer: Diffusers) -> None:
        """The scheduler of the preset."""
        import diffusers

        ancestral = renderer.scheduler == "euler_ancestral"
        kind = diffusers.EulerAncestralDiscreteScheduler if ancestral else diffusers.EulerDiscreteScheduler
        self.pipe.scheduler = kind.from_config(self.pipe.scheduler.config)

    def _tune(self) -> None:
        import torch

        for part in (self.pipe.unet, self.pipe.vae):
            part.to(memory_format=torch.channels_last)
            part.fuse_qkv_projections()

    def _embedded(self) -> dict[str, Any]:
        """One prompt for all pictures: what it says makes no difference to the speed."""
        import torch

        guided = self._renderer.guidance_of(takes(1)[0]) > 1
        with torch.no_grad():
            found = self.pipe.encode_prompt(
                "red fox, beach, soft light",
                device=self.pipe._execution_device,
                num_images_per_prompt=1,
                do_classifier_free_guidance=guided,
                negative_prompt="blurry, text",
            )
        names = ("prompt_embeds", "negative_prompt_embeds", "pooled_prompt_embeds", "negative_pooled_prompt_embeds")
        return {name: part for name, part in zip(names, found, strict=False) if part is not None}

    def _best(self) -> int:
        """The batch with the most pictures a second, judged by four steps."""
        import torch

        best, batch, before = 1, 1, 0.0
        while batch <= 64:
            try:
                self._some(takes(batch), 4)
                now = pace(lambda: self._some(takes(batch), 4)).wall  # noqa: B023
            except torch.OutOfMemoryError:
                break
            if now < 1.02 * before:
                break
            best, batch, before = batch, 2 * batch, now
        empty(self._asked)
        return best

    def draw(self, orders: Sequence[Take]) -> int:
        """All in full batches."""
        made = 0
        for start in range(0, len(orders), self._batch):
            some = orders[start : start + self._batch]
            made += len(some)
            self._begin([*some, *[some[-1]] * (self._batch - len(some))], self._renderer.steps)
        wait(self._asked)
        return made

    def _some(self, orders: Sequence[Take], steps: int) -> int:
        self._begin(orders, steps)
        wait(self._asked)
        return len(orders)

    def _begin(self, orders: Sequence[Take], steps: int) -> None:
        import torch

        width, height = self._renderer.size_of(orders[0])
        with torch.no_grad():
            (latents,) = self.pipe(
                **{name: part.repeat(len(orders), *[1] * (part.dim() - 1)) for name, part in self._given.items()},
                width=width,
                height=height,
                num_inference_steps=min(steps, self._renderer.steps),
                guidance_scale=self._renderer.guidance_of(orders[0]),
                generator=[torch.Generator("cpu").manual_seed(take.seed) for take in orders],
                output_type="latent",
                return_dict=False,
            )[:1]
            vae = self.pipe.vae
            for some in (latents / vae.config.scaling_factor).to(vae.dtype).split(VAE_BATCH):
                image = vae.decode(some, return_dict=False)[0].float() / 2 + 0.5
                pixels = (image.clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous()
                pixels.to("cpu", non_blocking=True)
