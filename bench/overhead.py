"""What the engine itself costs: a null writer, a null renderer, no checks.

    python -m bench.overhead [n ...] [workers=2]

CPU seconds are of the driver and all its workers, start-up included and apart: that is what a run of one sample takes.
Each run has a driver of its own, whose peak memory is told.
"""

import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bench.null import NullAbility, NullRenderer, NullWriter
from synthgen.build import Run
from synthgen.config import RunConfig
from synthgen.engine.local import Local
from synthgen.pipeline import at_work, generate
from synthgen.status import Status


class Silent:
    def update(self, status: Status) -> None:
        """Shows nothing."""


def measure(n: int, workers: int) -> tuple[float, float, float]:
    """(wall seconds, CPU seconds, peak MB of the driver) of a run of n samples."""
    with tempfile.TemporaryDirectory() as folder:
        config = RunConfig(n=n, name="null")
        ability = {"null": NullAbility()}
        run = Run(config, Path(folder), ability, NullWriter(), NullRenderer(), {}, {}, Local(workers), {})
        began, before = time.monotonic(), _cpu()
        with at_work(run) as (store, desk):
            outcome = generate(run, store, desk, Silent())
        assert len(outcome.kept) == n
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return time.monotonic() - began, _cpu() - before, peak


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def apart(n: int, workers: int) -> tuple[float, float, float]:
    """`measure` in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(measure, n, workers).result()


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:] if "=" not in word] or [1_000, 10_000, 100_000]
    several = next((int(word[8:]) for word in sys.argv if word.startswith("workers=")), 2)
    _, start, _ = apart(1, several)
    print("workers         n   wall s   CPU s   start-up CPU s   CPU ms/sample   driver peak MB")
    for n in sizes:
        wall, cpu, peak = apart(n, several)
        each = 1000 * (cpu - start) / n
        print(f"{several:7} {n:9,} {wall:8.1f} {cpu:7.1f} {start:16.2f} {each:15.3f} {peak:16.0f}", flush=True)
