"""What the contract of engines is tested with: a renderer that does what it is told, and a bench for each engine.

A bench starts workers for a run folder, and ends all that it started. What is asked of it is little, so that an engine
joins by one class and one entry in `BENCHES`.
"""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from synthgen.crew.hands import Hand, Leave
from synthgen.engine.local import Local
from synthgen.engine.ray import Ray
from synthgen.engine.static import Static
from synthgen.engine.static.ranks import Leased
from synthgen.interfaces import Engine
from synthgen.measure import measurement
from synthgen.store import Store
from synthgen.types import Raster, Reject, Take, index_of
from tests.doubles import Trouble
from tests.engine.launching import ROOT
from tests.engine.rays import lives, one_node, wait_until
from tests.test_select import RULE


@dataclass(frozen=True)
class Chaos(Trouble):
    """Leaves the number of its process in `notes`-processes when it gets its first take."""

    pace: float = 0.0
    """Seconds that a picture takes."""
    hang: tuple[int, ...] = ()
    """Never answers, the first time."""
    stall: tuple[int, ...] = ()
    """Takes five seconds longer, the first time."""
    together: int = 1
    """No process begins before so many have something to do."""
    held: str = ""
    """While this file exists, a poisonous sample that has killed before keeps its worker waiting, and does not kill."""
    own: bool = False
    """Pictures differ by process, as those of different GPUs do."""

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for answer in super().render(self._watched(takes)):
            if self.own and isinstance(answer, Raster):
                answer = replace(answer, pixels=answer.pixels ^ (os.getpid() % 251))
            yield answer

    def _watched(self, takes: Iterator[Take]) -> Iterator[Take]:
        for take in takes:
            processes = Path(f"{self.notes}-processes")
            (processes / str(os.getpid())).touch()
            wait_until(lambda there=processes: len(list(there.iterdir())) >= self.together)
            index, note = index_of(take.id), Path(self.notes) / take.id
            time.sleep(self.pace)
            if index in (*self.hang, *self.stall) and not note.exists():
                note.write_text("x")
                time.sleep(600 if index in self.hang else 5)
            if index in self.poison and note.exists():
                while self.held and Path(self.held).exists():
                    time.sleep(0.05)
            yield take


class Bench(ABC):
    """One kind of engine, and so many workers."""

    name = ""

    def __init__(self, environment: pytest.MonkeyPatch) -> None:
        self._environment = environment
        self._engines: list[Engine] = []
        self._started: list[subprocess.Popen[str]] = []

    @abstractmethod
    def engine(self, folder: Path, workers: int, hung: float = 1800.0) -> Engine:
        """In this process; its workers work in that run folder."""

    @abstractmethod
    def leave(self, engine: Engine) -> bool:
        """The machine of a worker that holds two shards is wanted back. False if there is no such worker."""

    def driver(self, folder: Path, notes: Path, n: int, **options: object) -> "subprocess.Popen[str]":
        """A run of two workers, driven by a process of its own."""
        return self._start(self.name, str(folder), str(notes), str(n), json.dumps(options))

    def close(self) -> None:
        for engine in self._engines:
            engine.close()
        for process in self._started:
            process.kill()
            process.communicate()

    def _start(self, *words: str, **env: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.engine.contract_run", *words]
        env = {**os.environ, **env, "PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=folder_of(words), env=env, stdout=pipe, stderr=pipe, text=True)
        self._started.append(process)
        return process


def folder_of(words: Sequence[str]) -> Path:
    return Path(words[1]).parent


class OfProcesses(Bench):
    name = "local"

    def engine(self, folder: Path, workers: int, hung: float = 1800.0) -> Engine:
        self._engines.append(Local(workers, hung))
        return self._engines[-1]

    def leave(self, engine: Engine) -> bool:
        assert isinstance(engine, Local)
        for hand in busy(engine._foreman._hands):
            hand.send(Leave())
            return True
        return False


class OfRanks(Bench):
    name = "static"

    def __init__(self, environment: pytest.MonkeyPatch) -> None:
        super().__init__(environment)
        self._ranks: list[subprocess.Popen[str]] = []

    def engine(self, folder: Path, workers: int, hung: float = 1800.0) -> Engine:
        self._environment.setenv("RANK", "0")
        self._environment.setenv("WORLD_SIZE", str(workers))
        self._start_ranks(folder, workers)
        self._engines.append(Static(hung=hung))
        return self._engines[-1]

    def leave(self, engine: Engine) -> bool:
        assert isinstance(engine, Static)
        for hand in busy([hand for hand in engine._foreman._hands if isinstance(hand, Leased)]):
            self._ranks[int(hand.place.split()[1]) - 1].send_signal(signal.SIGTERM)  # "rank 1 on node3"
            return True
        return False

    def driver(self, folder: Path, notes: Path, n: int, **options: object) -> "subprocess.Popen[str]":
        if not self._ranks:  # they wait for the next driver
            self._start_ranks(folder, 2)
        words = (self.name, str(folder), str(notes), str(n), json.dumps(options))
        return self._start(*words, RANK="0", WORLD_SIZE="2")

    def _start_ranks(self, folder: Path, size: int) -> None:
        for rank in range(1, size):
            words = (self.name, str(folder), "", "0", "{}")
            self._ranks.append(self._start(*words, RANK=str(rank), WORLD_SIZE=str(size)))

    def close(self) -> None:
        for engine in self._engines:
            engine.close()
        for rank in self._ranks:
            try:
                rank.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                rank.terminate()  # as a launcher does where rank 0 failed before this one came
                rank.communicate(timeout=60)
            assert rank.returncode in (0, 130), "it ends with its driver, or was sent away"
        super().close()


class OnRay(Bench):
    name = "ray"

    def engine(self, folder: Path, workers: int, hung: float = 1800.0) -> Engine:
        self._engines.append(Ray(one_node().address, max=workers, hung=hung))
        return self._engines[-1]

    def leave(self, engine: Engine) -> bool:
        assert isinstance(engine, Ray)
        for hand in busy(engine._foreman._hands):
            hand.send(Leave())
            return True
        return False

    def driver(self, folder: Path, notes: Path, n: int, **options: object) -> "subprocess.Popen[str]":
        words = (self.name, str(folder), str(notes), str(n), json.dumps(options))
        return self._start(*words, RAY_ADDRESS=one_node().address)


BENCHES = [
    pytest.param(OfProcesses, id="local"),
    pytest.param(OfRanks, id="static"),
    pytest.param(OnRay, id="ray", marks=pytest.mark.ray),
]


def busy(hands: Sequence[Hand]) -> list[Hand]:
    """Those that have a shard at work and another one waiting."""
    return [hand for hand in hands if hand.ready and len(hand.held) > 1]


def living(notes: Path) -> list[int]:
    """The processes that have rendered, and run."""
    return [number for number in begun(notes) if lives(number)]


def begun(notes: Path) -> list[int]:
    return sorted(int(path.name) for path in Path(f"{notes}-processes").iterdir())


def dataset(folder: Path) -> str:
    """A hash of all that the run found and decided."""
    store = Store(folder)
    rows = [(row.id, getattr(row, "sha256", repr(row))) for row in store.rows("pictures", "null")]
    scores = [repr(row) for row in store.rows("scores/duplicate", "null", note=measurement(RULE))]
    assert len(rows) and len(scores)
    return hashlib.sha256(repr((rows, scores, store.read_selection())).encode()).hexdigest()
