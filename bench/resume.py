"""How long a run takes to start again beside what it has finished, until it hands out the first new work.

    python -m bench.resume [finished ...]

Each folder is made of copies of some samples of a real run with the checks that a run has by default: other words are
added to each, and every picture has another fingerprint, so that nothing is a duplicate; the pictures are a few bytes.
Peak memory is that of the process that starts again.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from bench.overhead import Silent
from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.engine.local import Local
from synthgen.interfaces import Engine, Work
from synthgen.measure import measurement
from synthgen.pipeline import at_work, generate
from synthgen.shards import ShardDone, ShardLost, ShardTask
from synthgen.store import SHARD, Store
from synthgen.tables import TABLES, Row
from synthgen.types import Device, Dialogue, Picture, Prompt, Reject, Score, Turn, sample_id

SAMPLES = 512
"""Of the real run."""
ABILITY = "joke"
WORDS = tuple(
    f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "or", "in", "ul") for c in "bdgklmnprst"
)


class Reached(Exception):
    """The first new work was handed out."""


@dataclass(frozen=True)
class First(Engine):
    """Waits for a first shard, and ends the run."""

    def size(self, devices: Sequence[Device]) -> int:
        return 2

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        for task in tasks:
            if task is not None:
                raise Reached(task.name)
            time.sleep(0.01)
            yield None


def run_of(outputs: Path, n: int, engine: Engine) -> Run:
    run = build_run(compose([f"ability={ABILITY}", f"n={n}", f"outputs={outputs}"]))
    return replace(run, engine=engine)


def fabricate(outputs: Path, finished: int) -> None:
    """A folder in which the first `finished` indices have everything."""
    with tempfile.TemporaryDirectory() as seeds:
        real = run_of(Path(seeds), SAMPLES, Local(2))
        with at_work(real) as (store, desk):
            generate(real, store, desk, Silent())
        notes = {f"scores/{name}": measurement(check) for name, check in real.checks.items()}
        tables = {table: list(store.rows(table, ABILITY, note=notes.get(table, ""))) for table in [*TABLES, *notes]}
    whole = set.intersection(*({row.id for row in rows if not isinstance(row, Reject)} for rows in tables.values()))
    tables = {table: [row for row in rows if row.id in whole] for table, rows in tables.items()}
    run = run_of(outputs, finished, Local(1))
    store = Store(run.folder)
    store.write_json("run.json", {"fingerprint": dict(run.fingerprint)})
    safe, os.fsync = os.fsync, lambda handle: None  # a bench need not survive a crash
    for start in range(0, finished, SHARD):
        indices = range(start, min(start + SHARD, finished))
        for table, rows in tables.items():
            store.put(table, [_copy(rows[i % len(rows)], i) for i in indices], notes.get(table, ""))
    os.fsync = safe


def _copy(row: Row, index: int) -> Row:
    """The row of another sample, which is no duplicate of the first."""
    random, id = Random(index), sample_id(ABILITY, index)
    if isinstance(row, Prompt):
        return replace(row, id=id, text=f"{row.text}, {' '.join(random.choices(WORDS, k=6))}")
    if isinstance(row, Dialogue):
        last = row.turns[-1]
        longer = Turn(last.question, f"{last.answer} {' '.join(random.choices(WORDS, k=12))}")
        return replace(row, id=id, turns=(*row.turns[:-1], longer))
    if isinstance(row, Score) and row.check == "duplicate":
        looks = {"phash": f"{random.getrandbits(64):016x}", "signature": random.randbytes(192).hex()}
        return replace(row, id=id, values=looks)
    return replace(row, id=id, data=b"-") if isinstance(row, Picture) else replace(row, id=id)


def start(outputs: Path, n: int) -> dict[str, Any]:
    """Start a run of n on a folder, up to its first new work; seconds of each part, and peak MB."""
    began = time.monotonic()
    run = run_of(outputs, n, First())
    built = time.monotonic()
    opened, task = built, "none"
    try:
        with at_work(run) as (store, desk):
            opened = time.monotonic()
            generate(run, store, desk, Silent())
    except Reached as e:
        task = str(e)
    ready = time.monotonic()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"build": built - began, "open": opened - built, "walk": ready - opened, "peak": peak, "task": task}


if __name__ == "__main__":
    cmd, *rest = sys.argv[1:]
    if cmd == "make":
        t = time.monotonic()
        fabricate(Path(rest[0]), int(rest[1]))
        print("made in", time.monotonic() - t)
    else:
        print(start(Path(rest[0]), int(rest[1])))
