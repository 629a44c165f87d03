"""How long a run takes to start again beside what it has finished, until it hands out the first new work.

    python -m bench.resume [finished ...]

build: from the command to the parts of the run; folder: what opens it (locks, looks for damaged files); first: until
the first new work is handed out; all: of the whole process. Once as if the run had been made by an older version, with
no verdicts kept aside, and then as it is after that. A million takes 15 minutes to make, and 3 GB.

Each folder is made of copies of some samples of a real run with the checks that a run has by default: other words are
added to each, and every picture has another fingerprint, so that nothing is a duplicate; the pictures are a few bytes.
Peak memory is that of the process that starts again.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

from bench.overhead import Silent
from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.engine.local import Local
from synthgen.interfaces import Engine
from synthgen.measure import measurement
from synthgen.pipeline import at_work, generate, walked_of
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work
from synthgen.status import STAGES
from synthgen.store import SHARD, Store
from synthgen.tables import TABLES, Row
from synthgen.tally import Counts
from synthgen.types import Device, Dialogue, Picture, Prompt, Reject, Score, Turn, sample_id
from synthgen.walked import PART, Verdict

SAMPLES = 512
"""Of the real run."""
ABILITY = "joke"
MOST = 200_000
"""Beside more samples a first start, which has to go through all, is not waited for."""
HEADS = 4000
"""About as many as the ability plans: none comes too often."""
SYLLABLES = [
    a + b + c for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "or", "in", "ul") for c in "bdgklmnprst"
]


class Reached(Exception):
    """The first new work was handed out."""


@dataclass(frozen=True)
class First(Engine):
    """Waits for a first shard, and ends the run."""

    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
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
    id = sample_id(ABILITY, index)
    if isinstance(row, Picture):
        return replace(row, id=id, data=b"-")
    random = Random(index)
    if isinstance(row, Prompt):
        return replace(row, id=id, text=f"{row.text}, {_words(random, 6)}")
    if isinstance(row, Dialogue):
        last = row.turns[-1]
        longer = Turn(last.question, f"{last.answer} {_words(random, 12)}")
        return replace(row, id=id, turns=(*row.turns[:-1], longer))
    if isinstance(row, Score) and row.check == "balance":
        return replace(row, id=id, values={"head": f"thing {index % HEADS}"})
    if isinstance(row, Score) and row.check == "duplicate":
        looks = {"phash": f"{random.getrandbits(64):016x}", "signature": random.randbytes(192).hex()}
        return replace(row, id=id, values=looks)
    return replace(row, id=id)


def _words(random: Random, count: int) -> str:
    """Of a million, as rare as names are."""
    return " ".join("".join(random.choices(SYLLABLES, k=2)) for _ in range(count))


def start(outputs: Path, n: int) -> dict[str, float]:
    """Start a run of n on a folder, up to its first new work; seconds of each part, and peak MB."""
    times = [time.monotonic()]
    run = run_of(outputs, n, First())
    times.append(time.monotonic())
    try:
        with at_work(run) as (store, desk):
            times.append(time.monotonic())
            generate(run, store, desk, Silent())
    except Reached:
        times.append(time.monotonic())
    build, opened, first = (after - before for before, after in pairwise(times))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"build": build, "open": opened, "first": first, "peak": peak}


def decide(outputs: Path, finished: int) -> None:
    """Keep verdicts aside as a walk through all of them would: to go through a million takes it most of an hour."""
    run = run_of(outputs, finished, First())
    walked = walked_of(run, Store(run.folder), ABILITY)
    counts: Counts = Counter({(stage, None): 1 for stage in STAGES})
    for index in range(finished):
        walked.add(Verdict(sample_id(ABILITY, index), None), counts)
        if index % SHARD == SHARD - 1:
            walked.write(PART)


def measure(finished: int, outputs: Path) -> None:
    """Make a folder, and start on it three times, each in a process of its own."""
    fabricate(outputs, finished)
    if finished > MOST:
        decide(outputs, finished)
    for there in ("made" if finished > MOST else "none", "there", "there"):
        began = time.monotonic()
        command = [sys.executable, "-m", "bench.resume", "start", str(outputs), str(finished * 11 // 10)]
        parts = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        figures = "".join(f"{figure:10.1f}" for figure in (*parts.values(), time.monotonic() - began))
        print(f"{finished:10,} {there:>9}{figures}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["start"]:
        print(json.dumps(start(Path(sys.argv[2]), int(sys.argv[3]))))
        sys.exit()
    print("  finished  verdicts     build    folder     first   peak MB     all s")
    for word in sys.argv[1:] or ["10_000", "100_000"]:
        with tempfile.TemporaryDirectory() as folder:
            measure(int(word), Path(folder))
