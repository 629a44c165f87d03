"""Engines of all kinds on this machine, for the tests of what each has to do; and renderers that hang or dawdle."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from synthgen.engine.local import Local
from synthgen.engine.ray import Ray
from synthgen.engine.static import Static
from synthgen.interfaces import Engine
from synthgen.types import Raster, Reject, Take, index_of
from tests.doubles import Trouble
from tests.engine.launching import ROOT
from tests.engine.rays import one_node


@contextmanager
def engine_of(kind: str, workers: int, folder: Path, hung: float = 1800.0) -> Iterator[Engine]:
    """An engine with so many workers that can work in a folder."""
    with ExitStack() as stack:
        if kind == "static":
            stack.enter_context(_ranks(workers, folder))
            engine: Engine = Static(hung=hung)
        elif kind == "ray":
            engine = Ray(one_node().address, max=workers, hung=hung)
        else:
            engine = Local(workers, hung=hung)
        stack.callback(engine.close)
        yield engine


@contextmanager
def _ranks(size: int, folder: Path) -> Iterator[None]:
    """This process is rank 0; the others attend until it ends."""
    launch = {"WORLD_SIZE": str(max(2, size)), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.engine.attendant", str(folder)]
    others = [
        subprocess.Popen(command, env=os.environ | launch | {"RANK": str(rank), "LOCAL_RANK": "0"}, cwd=ROOT)
        for rank in range(1, size)
    ]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**launch, "RANK": "0"}.items():
            patch.setenv(name, value)
        yield
    for other in others:
        assert other.wait(timeout=30) == 0


@dataclass(frozen=True)
class Dawdler(Trouble):
    """Sleeps at an index, the first time that it comes."""

    at: int = 0
    seconds: float = 1e6

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(takes):
            note = Path(self.notes) / f"slept-{answer.id}"
            if index_of(answer.id) == self.at and not note.exists():
                note.touch()
                time.sleep(self.seconds)
            yield answer
