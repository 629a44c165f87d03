"""How many ranges a second one driver reads from a store whose every request takes its time.

    python -m bench.bucket [milliseconds=30]

A run of jokes with the default checks puts its pictures and scores into a folder by the same code as into a bucket.
Then each range is read as the driver does before it asks for dialogues, with so much waiting added to each listing and
to each batch of reads. The first look at a range reads it; the second, for the selection, finds most of it still known.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from synthgen.__main__ import main as synthgen
from synthgen.bucket import Bucket
from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.records import candidates
from synthgen.store import Store

WORDS = ["ability=joke", "n=64", "name=run"]


def slow_down(seconds: float) -> None:
    files, read = Bucket.files, Bucket._read

    def slow_files(self: Bucket, *arguments: Any, **more: Any) -> Any:
        time.sleep(seconds)
        return files(self, *arguments, **more)

    def slow_read(self: Bucket, *arguments: Any) -> Any:
        time.sleep(seconds)
        return read(self, *arguments)

    Bucket.files, Bucket._read = slow_files, slow_read  # type: ignore[method-assign]


def looks(run: Run) -> list[float]:
    """Seconds for a range, by look."""
    store = Store(run.folder)
    [ability] = run.abilities
    ranges = [(piece.first, piece.last + 1) for piece in Store(run.folder).files("pictures", ability)]
    found = []
    for _ in range(2):
        began = time.monotonic()
        for start, stop in ranges:
            assert list(candidates(store, ability, run.checks, start, stop))
        found.append((time.monotonic() - began) / len(ranges))
    return found


def main(milliseconds: float) -> None:
    with tempfile.TemporaryDirectory() as place:
        words = [*WORDS, f"outputs={Path(place, 'outputs')}", f"objects=local://{Path(place, 'bucket')}"]
        assert synthgen(words) == 0
        run = build_run(compose(words))
        slow_down(milliseconds / 1000)
        first, again = looks(run)
        print("| ms a request | s for a first look at a range | s for a second | ranges a second, both |")
        print("|--:|--:|--:|--:|")
        print(f"| {milliseconds:g} | {first:.3f} | {again:.3f} | {1 / (first + again):.1f} |")


if __name__ == "__main__":
    main(float(dict(word.split("=", 1) for word in sys.argv[1:]).get("milliseconds", "30")))
