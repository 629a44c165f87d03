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
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Cost:
    """Of one run."""

    wall: float
    """Seconds, as the others are."""
    cpu: float
    """Of the driver and its workers."""
    driver: float
    """CPU seconds."""
    peak: float
    """MB of the driver."""


def measure(n: int, workers: int) -> Cost:
    """A run of n samples."""
    with tempfile.TemporaryDirectory() as folder:
        config = RunConfig(n=n, name="null")
        ability = {"null": NullAbility()}
        run = Run(config, Path(folder), ability, NullWriter(), NullRenderer(), {}, {}, Local(workers), {})
        began, before, driver = time.monotonic(), _cpu(), time.process_time()
        with at_work(run) as (store, desk):
            outcome = generate(run, store, desk, Silent())
        assert len(outcome.kept) == n
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Cost(time.monotonic() - began, _cpu() - before, time.process_time() - driver, peak)


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def apart(n: int, workers: int) -> Cost:
    """`measure` in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(measure, n, workers).result()


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:] if "=" not in word] or [1_000, 10_000, 100_000]
    workers = next((int(word[8:]) for word in sys.argv if word.startswith("workers=")), 2)
    start = apart(1, workers)
    print("workers          n   wall s    CPU s   of start   CPU ms/sample   of driver   driver peak MB")
    for n in sizes:
        run = apart(n, workers)
        each, own = (1000 * seconds / n for seconds in (run.cpu - start.cpu, run.driver - start.driver))
        figures = f"{run.wall:8.1f} {run.cpu:8.1f} {start.cpu:10.2f} {each:15.3f} {own:11.3f} {run.peak:16.0f}"
        print(f"{workers:7} {n:10,} {figures}", flush=True)
