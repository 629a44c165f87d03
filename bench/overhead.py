"""What the engine itself costs: a null writer, a null renderer, no checks.

    python -m bench.overhead [n]

CPU seconds are of the driver and all its workers, start-up included and apart.
"""

import os
import resource
import sys
import tempfile
import time
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


if __name__ == "__main__":
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print("workers       n   wall s   CPU s   start-up CPU s   CPU ms/sample   driver peak MB")
    for workers in (1, 2):
        _, start, _ = measure(1, workers)
        wall, cpu, peak = measure(n, workers)
        print(f"{workers:7} {n:7} {wall:8.1f} {cpu:7.1f} {start:16.2f} {1000 * (cpu - start) / n:15.3f} {peak:16.0f}")
