"""Pictures per second and core of `renderer=sketch`: prompts of all abilities mixed, JPEG included.

    python -m bench.sketch [pictures] [size ...]

Beside it: how long the slowest take, what encoding the same pictures costs by itself, and what the caches held at most.
The caches are empty at the start of each size.
"""

import gc
import sys
import time

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.pictures import encode
from synthgen.kit.prompt_text import compile_text
from synthgen.plan import Planner
from synthgen.renderer.sketch import keep, sprites
from synthgen.types import Prompt, Raster, Take


def takes(count: int, size: int) -> tuple[list[Take], object]:
    """Orders of all abilities in turn, as a run would give them, and the renderer."""
    run = build_run(compose(["ability=all", f"renderer.size={size}"]))
    planners = [Planner(ability, seed=0) for ability in run.abilities.values()]
    found = []
    for i in range(count):
        planner = planners[i % len(planners)]
        slot = planner.slot(i // len(planners))
        found += planner.takes(Prompt(slot.id, slot.cell, compile_text(slot.cell)))
    return found, run.renderer


def measure(count: int, size: int) -> str:
    orders, renderer = takes(count, size)
    sprites.clear()
    # What the orders take up is nothing that a worker's garbage collector would have to look through.
    gc.collect()
    gc.freeze()
    times, encoding = [], 0.0
    for take in orders:
        began = time.process_time()
        (raster,) = renderer.render(iter([take]))  # type: ignore[attr-defined]
        drawn = time.process_time()
        if not isinstance(raster, Raster):
            raise SystemExit(f"not drawn: {take.prompt.text}: {raster}")
        encode(raster.pixels)
        done = time.process_time()
        times.append(done - began)
        encoding += done - drawn
    times.sort()
    total = sum(times)
    middle, slow = 1000 * times[count // 2], 1000 * times[int(count * 0.99)]
    held = sum(store.peak for store in (sprites.SPRITES, sprites.LAYERS, keep.SHEETS)) / (1 << 20)
    speed = f"{count / total:12.1f} {middle:9.1f} {slow:8.1f}"
    return f"{size:5} {count:9} {speed} {total / encoding:20.1f} {held:12.1f}"


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print(" size  pictures   pictures/s   p50 ms   p99 ms   time / bare encoding    caches MB")
    for size in [int(word) for word in sys.argv[2:]] or [512, 128]:
        print(measure(count, size))
