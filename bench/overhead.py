"""What the engine itself costs: a null writer, a null renderer, no checks.

    python -m bench.overhead [n ...] [workers=2] [engine=local]

CPU seconds are of the driver and all processes below it, start-up included and apart: that is what a run of one sample
takes. They are looked up in /proc while the run goes on (Linux only): the last tenth of a second of each is left out.
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

from bench.default_run import children, cpu
from bench.engines import engine_of
from bench.null import NullAbility, NullRenderer, NullWriter
from synthgen.build import Run
from synthgen.config import RunConfig
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


def measure(n: int, workers: int, kind: str) -> tuple[float, float, float]:
    """A run of n samples: wall seconds, CPU seconds and peak MB of its driver."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        with engine_of(kind, workers, Path(folder)) as engine:
            parts = {"null": NullAbility()}, NullWriter(), NullRenderer(), {}, {}
            run = Run(RunConfig(n=n, name="null"), Path(folder), *parts, engine, {})
            with at_work(run) as (store, desk):
                outcome = generate(run, store, desk, Silent())
        assert len(outcome.kept) == n
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return time.monotonic() - began, time.process_time(), peak


def apart(n: int, workers: int, kind: str) -> Cost:
    """`measure` in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        told, below = process.submit(measure, n, workers, kind), dict[int, float]()
        while not told.done():
            below |= {pid: seconds for pid in children(os.getpid()) if (seconds := cpu(pid)) is not None}
            time.sleep(0.1)
        wall, driver, peak = told.result()
        return Cost(wall, sum(below.values()), driver, peak)


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:] if "=" not in word] or [1_000, 10_000, 100_000]
    said = dict(word.split("=") for word in sys.argv[1:] if "=" in word)
    workers, kind = int(said.get("workers", "2")), said.get("engine", "local")
    start = apart(1, workers, kind)
    print("engine   workers          n   wall s    CPU s   of start   CPU ms/sample   of driver   driver peak MB")
    for n in sizes:
        run = apart(n, workers, kind)
        each, own = (1000 * seconds / n for seconds in (run.cpu - start.cpu, run.driver - start.driver))
        figures = f"{run.wall:8.1f} {run.cpu:8.1f} {start.cpu:10.2f} {each:15.3f} {own:11.3f} {run.peak:16.0f}"
        print(f"{kind:6} {workers:9} {n:10,} {figures}", flush=True)
