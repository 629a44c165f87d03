"""Goals G1 to G11: the render stage on a GPU, beside what else could be done with it.

naive  what a person writes first: a prompt per call, half precision, the model's own scheduler, PNG files
bare   the best loop that there is: bfloat16, its own best batch, compiled, channels_last, embeddings ready, the VAE
       in batches, bytes to the host; nothing is encoded or kept
ours   the render stage as a worker runs it: texts encoded, JPEGs stored, checks measured
"""

import gc
import math
import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench import models
from bench.render_sides import SHARD, Pace, Row, in_turns, pace, picture_checks, preset, shards, stage, takes
from synthgen.encoding import Encoding
from synthgen.engine.local import Local
from synthgen.interfaces import Renderer
from synthgen.renderer.diffusers import Diffusers
from synthgen.renderer.diffusers.denoising import VAE_BATCH
from synthgen.stages import PictureWork
from synthgen.types import Device, ShardDone, Take

MLPERF = 2.40
"""SDXL pictures/s of one H200 in MLPerf Inference 5.1, offline: 1024 pixels, 20 steps, fp8."""
BARE = {"sdxl": ("G1", 0.97, 0.99), "sd15": ("G2", 0.95, 0.98), "sdxl_turbo": ("G3", 0.90, 0.95)}
NAIVE = {"sdxl": ("G4", 2.3, 3.0), "sd15": ("G5", 4.0, 5.5), "sdxl_turbo": ("G6", 8.0, 12.0)}
CHECKED = {"sdxl": (0.98, 0.99), "sd15": (0.98, 0.99), "sdxl_turbo": (0.93, 0.96)}


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


def rows(asked: Asked) -> Iterator[Row]:
    """Raises SystemExit with one line where it cannot be measured here."""
    if asked.model not in BARE:
        raise SystemExit(f"bench.render gpu model={asked.model}: {', '.join(BARE)}")
    import torch

    if asked.on_cuda and not torch.cuda.is_available():
        raise SystemExit("bench.render gpu finds no GPU; device=cpu tiny=true size=64 shows that it works")
    threads = torch.get_num_threads()
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_CACHE_HOME": folder}):
        if not asked.on_cuda:
            torch.set_num_threads(1)
        model = Path(folder) / asked.model
        print(f"building {asked.model} with random weights", flush=True)
        models.save(asked.model, model, asked.device, asked.tiny)  # type: ignore[arg-type]
        _empty(asked)
        found = list(_measured(asked, model))
    torch.set_num_threads(threads)
    for row in found:  # the goals are those of a large GPU
        yield row if asked.on_cuda and not asked.tiny else replace(row, must=None, stretch=None)


def _measured(asked: Asked, folder: Path) -> Iterator[Row]:
    renderer = preset(asked.model, folder, list(_changes(asked)))
    orders, checks = takes(asked.pictures), picture_checks()
    ceiling = _matrix_product(asked)
    naive = _naive(asked, folder, renderer, orders[: max(asked.pictures // 8, 1)])
    _empty(asked)

    began = time.perf_counter()
    renderer.open(Device("cuda" if asked.on_cuda else "cpu"))
    print(f"loading took {time.perf_counter() - began:.1f} s", flush=True)
    some = orders[:SHARD]
    first = pace(lambda: stage(renderer, checks, some))  # finds the batch, and compiles
    bare = Bare(asked, folder, renderer)
    gc.collect()
    gc.freeze()  # as a worker does
    found = in_turns(
        {
            "bare": lambda: bare.draw(orders),
            "ours": lambda: stage(renderer, checks, orders),
            "unchecked": lambda: stage(renderer, {}, orders),
            "thrown away": lambda: sum(1 for _ in renderer.render(iter(orders))),
        },
        asked.rounds,
    )
    more = len(some) / first.wall - len(some) / found["ours"].wall
    print(f"finding the batch and compiling took {more:.1f} s", flush=True)
    work = models.flops(bare.pipe, *renderer.size_of(orders[0]))
    possible = ceiling / _per_picture(renderer, *work)
    busy = _busy(renderer, bare.pipe, lambda: stage(renderer, checks, orders)) if asked.on_cuda else None
    renderer.close()
    bare.pipe = None
    _empty(asked)
    yield from _table(asked, renderer, found, naive, possible)
    yield Row("G9", "GPU busy (CUDA events around UNet and VAE), of the time", None, busy, 0.97, 0.99, ratio=busy)
    yield from _several(asked, renderer)
    yield from _worth(asked, found["ours"])


def _changes(asked: Asked) -> Iterator[str]:
    """What differs from the preset."""
    yield f"device={asked.device}"
    yield f"compile={str(asked.compile and asked.on_cuda).lower()}"
    if not asked.on_cuda:
        yield "dtype=float32"
    for name in ("size", "steps", "batch"):
        if getattr(asked, name) is not None:
            yield f"{name}={getattr(asked, name)}"


def _table(
    asked: Asked, renderer: Diffusers, found: Mapping[str, Pace], naive: float, possible: float
) -> Iterator[Row]:
    ours, bare = found["ours"].wall, found["bare"].wall
    width, height = renderer.size_of(takes(1)[0])
    what = f"{asked.model}, {width} x {height}, {renderer.steps} steps, pictures/s"
    goal, must, stretch = BARE[asked.model]
    yield Row(goal, f"{what}, against the best bare loop", bare, ours, must, stretch)
    yield Row("", "the same, without checks", bare, found["unchecked"].wall)
    yield Row("", "the same, nothing encoded or kept", bare, found["thrown away"].wall)
    goal, must, stretch = NAIVE[asked.model]
    yield Row(goal, f"{what}, against the naive loop", naive, ours, must, stretch)
    large = asked.model == "sdxl" and width * height == 1024 * 1024 and not asked.tiny
    yield Row("G7" if large else "", f"{what}, of what the GPU's matrix product allows", possible, ours, 0.5, 0.6)
    if large and renderer.steps == 20:
        yield Row("G8", f"{what}, against MLPerf 5.1 on an H200 (fp8)", MLPERF, ours, 0.58, 0.8)
    yield Row("G10", "pictures/s with checks, against none", found["unchecked"].wall, ours, *CHECKED[asked.model])


def _worth(asked: Asked, ours: Pace) -> Iterator[Row]:
    """The headline, for one GPU; empty where nobody said how many pictures the checks keep, or what an hour costs."""
    kept = None if asked.kept is None else 3600 * ours.wall * asked.kept
    per_dollar = None if kept is None or asked.usd_per_gpu_hour is None else kept / asked.usd_per_gpu_hour
    yield Row("", "kept pictures per GPU-hour", None, kept)
    yield Row("", "kept pictures per dollar", None, per_dollar)


# the ceiling ---------------------------------------------------------------------------------------------------------


def _matrix_product(asked: Asked) -> float:
    """Operations a second in a product of two large matrices; the median of several, after some that do not count."""
    import torch

    side, dtype = (8192, torch.bfloat16) if asked.on_cuda else (512, torch.float32)
    a, b = (torch.randn(side, side, device=asked.device, dtype=dtype) for _ in range(2))

    def product() -> int:
        for _ in range(10):
            a @ b
        _wait(asked)
        return 10

    product()
    return 2 * side**3 * in_turns({"product": product}, 5)["product"].wall


def _per_picture(renderer: Diffusers, step: float, decoding: float) -> float:
    """Operations; guidance above 1 takes every step twice, with the prompt and without."""
    passes = 2 if renderer.guidance_of(takes(1)[0]) > 1 else 1
    return step * renderer.steps * passes + decoding


def _wait(asked: Asked) -> None:
    import torch

    if asked.on_cuda:
        torch.cuda.synchronize()


def _empty(asked: Asked) -> None:
    import torch

    gc.collect()
    if asked.on_cuda:
        torch.cuda.empty_cache()


# the other sides -----------------------------------------------------------------------------------------------------


def _pipeline(asked: Asked, folder: Path, dtype: str) -> Any:
    import torch
    from diffusers import AutoPipelineForText2Image

    numbers = getattr(torch, dtype if asked.on_cuda else "float32")
    pipe = AutoPipelineForText2Image.from_pretrained(str(folder), dtype=numbers, use_safetensors=True).to(asked.device)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _naive(asked: Asked, folder: Path, renderer: Diffusers, orders: Sequence[Take]) -> float:
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
        _empty(self._asked)
        return best

    def draw(self, orders: Sequence[Take]) -> int:
        """All in full batches."""
        made = 0
        for start in range(0, len(orders), self._batch):
            some = orders[start : start + self._batch]
            made += len(some)
            self._begin([*some, *[some[-1]] * (self._batch - len(some))], self._renderer.steps)
        _wait(self._asked)
        return made

    def _some(self, orders: Sequence[Take], steps: int) -> int:
        self._begin(orders, steps)
        _wait(self._asked)
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


# how busy, and how many ----------------------------------------------------------------------------------------------


def _busy(renderer: Diffusers, pipe: Any, draw: Any) -> float:
    """The share of the time in which the UNet or the VAE is at work, by CUDA events before and after each call."""
    import torch

    events: list[tuple[Any, Any]] = []

    def watched(usual: Any) -> Any:
        def call(*given: Any, **options: Any) -> Any:
            before, after = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            before.record()
            answer = usual(*given, **options)
            after.record()
            events.append((before, after))
            return answer

        return call

    unet, vae = type(pipe.unet), type(pipe.vae)
    with ExitStack() as stack:
        patches: list[AbstractContextManager[Any]] = [
            patch.object(unet, "__call__", watched(unet.__call__)),  # outside of what is compiled
            patch.object(vae, "decode", watched(vae.decode)),
        ]
        for one in patches:
            stack.enter_context(one)
        torch.cuda.synchronize()
        began = time.perf_counter()
        draw()
        torch.cuda.synchronize()
        took = time.perf_counter() - began
    return float(sum(before.elapsed_time(after) for before, after in events)) / 1000 / took


def _several(asked: Asked, renderer: Diffusers) -> Iterator[Row]:
    """G11: all GPUs against as many times one, in processes of their own."""
    count = asked.workers or (len(renderer.devices) if asked.on_cuda else 1)
    if count < 2:
        yield Row(
            "G11", "pictures/s of several GPUs, against as many times one: there is one here", None, None, 0.97, 0.99
        )
        return
    alone, together = (crew(renderer, asked.pictures, workers) for workers in (1, count))
    yield Row("G11", f"pictures/s of {count} GPUs, against {count} times one", count * alone, together, 0.97, 0.99)


def crew(renderer: Renderer, pictures: int, workers: int) -> float:
    """Pictures a second of so many workers, while all of them are at work: the first two shards of each are left out,
    in which it loads and compiles, and the last, when one has ended and another has not."""
    orders = takes(workers * SHARD * (3 + math.ceil(pictures / SHARD)))
    engine, seen = Local(workers), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        work = PictureWork(Path(folder), renderer, picture_checks(), Encoding("jpg", 95, renderer))
        for event in engine.run(work, shards(orders)):
            if isinstance(event, ShardDone):
                seen.append(time.perf_counter())
        engine.close()
    steady = seen[2 * workers - 1 : -workers]
    return SHARD * (len(steady) - 1) / (steady[-1] - steady[0])
