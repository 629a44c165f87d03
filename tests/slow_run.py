"""A driver to interrupt and to kill: python -m tests.slow_run FOLDER NOTES N"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synthgen.engine.local import Local
from synthgen.types import Raster, Reject, Take
from tests.doubles import Trouble, run_of
from tests.driving import drive


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
    return drive(run_of(Path(folder), int(n), renderer=Slow(notes=notes), engine=Local(2)))


if __name__ == "__main__":
    sys.exit(main())
