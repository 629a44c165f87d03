"""How much of the time of 1 to 8 workers goes into rendering: each sleeps 0.3 s for a picture, as a GPU would.

    python -m bench.efficiency [local|ray|static] [pictures per worker]

Efficiency: the seconds that the pictures take, over the workers' seconds from the first picture's begin to the end of
the last one. Starting the workers is not in it (told apart), nor is the end of the run (dialogues, selection).
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.engines import engine_of
from bench.null import NullAbility, NullRenderer, NullWriter
from bench.overhead import Silent
from synthgen.build import Run
from synthgen.config import RunConfig
from synthgen.pipeline import at_work, generate
from synthgen.types import Raster, Reject, Take

SECONDS = 0.3
"""That a picture takes."""


@dataclass(frozen=True)
class Sleeper(NullRenderer):
    """Takes its time, and notes when it began and ended."""

    notes: str = ""

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(takes):
            began = time.time()
            time.sleep(SECONDS)
            (Path(self.notes) / answer.id).write_text(f"{began} {time.time()}")
            yield answer


def measure(kind: str, workers: int, each: int) -> tuple[float, float, float]:
    """(efficiency, seconds of rendering, seconds before it)."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes"
        notes.mkdir()
        n = workers * each
        config, root, start = RunConfig(n=n, name="null"), Path(folder) / "run", time.time()
        parts = {"null": NullAbility()}, NullWriter(), Sleeper(notes=str(notes)), {}, {}
        with engine_of(kind, workers, root) as engine:
            run = Run(config, root, *parts, engine, {})
            with at_work(run) as (store, desk):
                assert len(generate(run, store, desk, Silent()).kept) == n
        times = [tuple(map(float, note.read_text().split())) for note in notes.iterdir()]
    began, ended = min(begin for begin, _ in times), max(end for _, end in times)
    assert len(times) == n
    return n * SECONDS / (workers * (ended - began)), ended - began, began - start


if __name__ == "__main__":
    from bench import efficiency  # by its importable name, for the workers

    kind = sys.argv[1] if len(sys.argv) > 1 else "local"
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    print("engine   workers   pictures   efficiency   rendering s   start s")
    for workers in (1, 2, 4, 8):
        share, seconds, start = efficiency.measure(kind, workers, each)
        print(f"{kind:6} {workers:9} {workers * each:10} {share:12.3f} {seconds:13.1f} {start:9.1f}", flush=True)
