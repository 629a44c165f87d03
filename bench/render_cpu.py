"""Goals C2, C3, C10 and C11: the render stage without a GPU."""

import importlib.util
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from bench import models
from bench.null import NullRenderer
from bench.render_sides import SHARD, Row, in_turns, picture_checks, preset, stage, takes
from synthgen.interfaces import Renderer
from synthgen.kit.cores import cores
from synthgen.kit.pictures import encode
from synthgen.kit.weighting import plain
from synthgen.renderer.diffusers import Diffusers, loading
from synthgen.types import Device, Pixels, Raster, Reject, Take

STEPS, BATCH, PIXELS = 20, 8, 64
"""Of the tiny pipeline."""


def rows(rounds: int = 3, pictures: int = 128) -> Iterator[Row]:
    """`pictures`: how many each side draws in a round."""
    if importlib.util.find_spec("torch") is None:
        print("C2 and C3 need synthgen[diffusion]: not measured")
    else:
        yield from _tiny_pipeline(3 * rounds, pictures // 2)  # short turns: what else runs slows all sides
    yield _encode_pool(rounds, pictures)
    yield from _beside_the_gpu(rounds, pictures)


# C2, C3 --------------------------------------------------------------------------------------------------------------


def _tiny_pipeline(rounds: int, pictures: int) -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        models.save("sd15", Path(folder), "cpu", tiny_one=True)
        sizes = [f"size={PIXELS}", f"steps={STEPS}", f"batch={BATCH}"]
        renderer = preset("sd15", Path(folder), [*sizes, "device=cpu", "dtype=float32", "compile=false"])
        renderer.open(Device())
        pipe = loading.load(renderer, "cpu")
        orders = takes(pictures)
        stage(renderer, {}, orders[:BATCH])
        _loop(pipe, renderer, orders[:BATCH], BATCH)
        found = in_turns(
            {
                "bare": partial(_loop, pipe, renderer, orders, BATCH),
                "ours": partial(stage, renderer, {}, orders),
                "alone": partial(_loop, pipe, renderer, orders[: pictures // 4], 1),
            },
            rounds,
        )
        renderer.close()
    bare, ours, alone = found["bare"], found["ours"], found["alone"]
    what = f"encoded and stored, against a bare loop of batches of {BATCH}"
    yield Row("C2", f"pictures/s, {what}", bare.wall, ours.wall, 0.95, 0.98)
    yield Row("", "the same per second of CPU", bare.cpu, ours.cpu)
    yield Row("C3", f"pictures/s, batches of {BATCH} against one by one", alone.wall, ours.wall, 4, 5)
    yield Row("", "the same per second of CPU", alone.cpu, ours.cpu)


def _loop(pipe: Any, renderer: Diffusers, orders: Sequence[Take], batch: int) -> int:
    """The pipeline, called with texts; its pictures stay tensors, and are thrown away."""
    import torch

    for start in range(0, len(orders), batch):
        some = orders[start : start + batch]
        pipe(
            [plain(take.prompt.text) for take in some],
            negative_prompt=[take.prompt.negative for take in some],
            width=PIXELS,
            height=PIXELS,
            num_inference_steps=STEPS,
            guidance_scale=renderer.guidance,
            generator=[torch.Generator().manual_seed(take.seed) for take in some],
            output_type="pt",
        )
    return len(orders)


# C10 -----------------------------------------------------------------------------------------------------------------


def _encode_pool(rounds: int, pictures: int) -> Row:
    shown = [natural(1024, seed) for seed in range(8)]
    some = [shown[i % len(shown)] for i in range(2 * pictures)]

    def packed(threads: int) -> int:
        with ThreadPoolExecutor(threads) as pool:
            return sum(1 for _ in pool.map(encode, some))

    packed(2)
    found = in_turns({"one": partial(packed, 1), "two": partial(packed, 2)}, rounds)
    what = f"JPEGs of 1024 pixels a second, 2 threads against 1, on {cores()} cores"
    return Row("C10", what, found["one"].wall, found["two"].wall, 1.8, 1.9)


def natural(size: int, seed: int) -> Pixels:
    """Noise with the spectrum of photographs (amplitude 1/f), little colour, and some grain."""
    rng = np.random.default_rng(seed)
    across = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None])
    across[0, 0] = 1
    layers = []
    for deviation, grain in ((22.0, 1.5), (5.0, 0.4), (5.0, 0.4)):
        spectrum = rng.normal(size=across.shape) + 1j * rng.normal(size=across.shape)
        layer = np.fft.irfft2(spectrum / across, s=(size, size))
        layers.append(layer / layer.std() * deviation + rng.normal(0, grain, (size, size)))
    light, blue, red = layers
    pixels = 128 + np.stack([light + red, light - (red + blue) / 2, light + blue], 2)
    return np.asarray(np.clip(pixels, 0, 255), np.uint8)


# C11 -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stub(NullRenderer):
    """Ready pictures, a batch after each 50 ms that a GPU would need."""

    shown: tuple[Pixels, ...] = ()

    @property
    def on_gpu(self) -> bool:
        return True

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        count = 0
        while batch := list(islice(takes, BATCH)):
            time.sleep(0.05)
            for take in batch:
                yield Raster(take.id, self.shown[count % len(self.shown)], take.seed, take.take)
                count += 1


def _beside_the_gpu(rounds: int, pictures: int) -> Iterator[Row]:
    size = 512
    stub = Stub(shown=tuple(natural(size, seed) for seed in range(8)))
    orders, checks = takes(10 * pictures), picture_checks()

    stage(stub, checks, orders[:SHARD])

    def seconds(draw: Any) -> float:
        return len(orders) / float(draw.wall)

    found = in_turns(
        {
            "off": lambda: _thrown_away(stub, orders),
            "on": lambda: stage(stub, {}, orders),
            "checked": lambda: stage(stub, checks, orders),
        },
        rounds,
    )
    off, on, checked = (seconds(found[name]) for name in ("off", "on", "checked"))
    what = f"s, 50 ms for {BATCH} pictures of {size} pixels: encoded and stored, against thrown away"
    yield Row("C11", what, off, on, 1.03, 1.01, at_most=True)
    yield Row("", "the same with `readable` and `duplicate` measured", off, checked)


def _thrown_away(renderer: Renderer, orders: Sequence[Take]) -> int:
    return sum(1 for _ in renderer.render(iter(orders)))
