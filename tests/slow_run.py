"""A driver to interrupt and to kill: python -m tests.slow_run FOLDER NOTES N"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synthgen.engine.local import Local
from synthgen.errors import SynthgenError
from synthgen.pipeline import at_work, generate
from synthgen.types import Raster, Reject, Take
from tests.doubles import Silent, Trouble, run_of


@dataclass(frozen=True)
class Slow(Trouble):
    """Takes ten milliseconds a picture."""

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(takes):
            time.sleep(0.01)
            yield answer


def main() -> int:
    from tests.slow_run import Slow  # by its importable name, for the workers

    folder, notes, n = sys.argv[1:]
    run = run_of(Path(folder), int(n), renderer=Slow(notes=notes), engine=Local(2))
    try:
        with at_work(run) as (store, desk):
            outcome = generate(run, store, desk, Silent())
    except SynthgenError as e:
        print(e, file=sys.stderr)
        return e.exit_code
    print(json.dumps({"kept": len(outcome.kept), "rendered": outcome.rendered}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
