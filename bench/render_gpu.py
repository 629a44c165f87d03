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
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench import models
from bench.render_loops import Asked, Bare, empty, naive, wait
from bench.render_sides import SHARD, Pace, Row, in_turns, pace, picture_checks, preset, shards, stage, takes
from synthgen.encoding import Encoding
from synthgen.engine.local import Local
from synthgen.interfaces import Renderer
from synthgen.renderer.diffusers import Diffusers
from synthgen.shards import ShardDone
from synthgen.stages import PictureWork
from synthgen.types import Device

MLPERF = 2.40
"""SDXL pictures/s of one H200 in MLPerf Inference 5.1, offline: 1024 pixels, 20 steps, fp8."""
BARE = {"sdxl": ("G1", 0.97, 0.99), "sd15": ("G2", 0.95, 0.98), "sdxl_turbo": ("G3", 0.90, 0.95)}
NAIVE = {"sdxl": ("G4", 2.3, 3.0), "sd15": ("G5", 4.0, 5.5), "sdxl_turbo": ("G6", 8.0, 12.0)}
CHECKED = {"sdxl": (0.98, 0.99), "sd15": (0.98, 0.99), "sdxl_turbo": (0.93, 0.96)}


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
        empty(asked)
        found = list(_measured(asked, model))
    torch.set_num_threads(threads)
    for row in found:  # the goals are those of a large GPU
        yield row if asked.on_cuda and not asked.tiny else replace(row, must=None, stretch=None)


def _measured(asked: Asked, folder: Path) -> Iterator[Row]:
    renderer = preset(asked.model, folder, list(_changes(asked)))
    orders, checks = takes(asked.pictures), picture_checks()
    ceiling = _matrix_product(asked)
    by_hand = naive(asked, folder, renderer, orders[: max(asked.pictures // 8, 1)])
    empty(asked)

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
    empty(asked)
    yield from _table(asked, renderer, found, by_hand, possible)
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
        wait(asked)
        return 10

    product()
    return 2 * side**3 * in_turns({"product": product}, 5)["product"].wall


def _per_picture(renderer: Diffusers, step: float, decoding: float) -> float:
    """Operations; guidance above 1 takes every step twice, with the prompt and without."""
    passes = 2 if renderer.guidance_of(takes(1)[0]) > 1 else 1
    return step * renderer.steps * passes + decoding


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
