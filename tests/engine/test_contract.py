"""What every engine has to do, with any number of workers."""

import pickle
import time
from pathlib import Path

import pytest

from synthgen.shards import ShardDone, ShardLost
from synthgen.stages import PictureWork
from synthgen.store import Store
from synthgen.types import Reject
from tests.doubles import Trouble
from tests.engine.contract import Dawdler, engine_of
from tests.engine.test_local import PNG, pictures, shards

KINDS = ("local", "static", pytest.param("ray", marks=pytest.mark.ray))


@pytest.fixture
def notes(tmp_path: Path) -> str:
    (tmp_path / "notes").mkdir()
    return str(tmp_path / "notes")


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one undisturbed worker makes of 24 samples."""
    folder = tmp_path_factory.mktemp("calm")
    (folder / "notes").mkdir()
    run("local", 1, folder / "run", Trouble(notes=str(folder / "notes")))
    return pictures(folder / "run")


def run(
    kind: str, workers: int, folder: Path, renderer: Trouble, size: int = 3, hung: float = 1800.0, total: int = 24
) -> list[ShardDone | ShardLost]:
    with engine_of(kind, workers, folder, hung) as engine:
        work = PictureWork(folder, renderer, {}, PNG)
        return [event for event in engine.run(work, shards(total, size)) if event is not None]


def done(events: list[ShardDone | ShardLost]) -> list[str]:
    return sorted(event.name for event in events if isinstance(event, ShardDone))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("workers", [1, 2, pytest.param(4, marks=pytest.mark.slow)])
def test_any_number_of_workers_of_any_kind_makes_the_same_pictures_and_reports_each_shard_once(
    kind: str, workers: int, tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    events = run(kind, workers, tmp_path / "run", Trouble(notes=notes))
    assert done(events) == [f"null-{i:09d}" for i in range(0, 24, 3)]
    assert pictures(tmp_path / "run") == calm


@pytest.mark.parametrize("kind", KINDS)
def test_killed_workers_cost_no_sample(kind: str, tmp_path: Path, notes: str, calm: dict[str, str]) -> None:
    events = run(kind, 2, tmp_path / "run", Trouble(notes=notes, stumble=(4, 17)))
    assert sum(isinstance(event, ShardLost) for event in events) == 2
    assert pictures(tmp_path / "run") == calm and len(done(events)) == 8


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_twenty_kills_cost_no_sample(kind: str, tmp_path: Path, notes: str, calm: dict[str, str]) -> None:
    run(kind, 2, tmp_path / "run", Trouble(notes=notes, stumble=tuple(range(2, 22))))
    assert pictures(tmp_path / "run") == calm


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_that_kills_its_worker_costs_three_of_them_and_is_rejected_while_its_neighbours_live(
    kind: str, tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    events = run(kind, 2, tmp_path / "run", Trouble(notes=notes, poison=(8,)))
    assert sum(isinstance(event, ShardLost) for event in events) == 3
    rejects = [row for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Reject)]
    assert rejects == [Reject("null-000000008", "picture", "killed its worker", "three times")]
    assert pictures(tmp_path / "run") == {id: sha for id, sha in calm.items() if id != "null-000000008"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_that_hangs_is_found_and_its_shard_done_by_another(
    kind: str, tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    events = run(kind, 1, tmp_path / "run", Dawdler(notes=notes, at=7), hung=3.0)
    (lost,) = [event for event in events if isinstance(event, ShardLost)]
    assert "is taken for hung" in lost.said
    assert pictures(tmp_path / "run") == calm


@pytest.mark.parametrize("kind", KINDS)
def test_a_shard_that_takes_long_is_done_by_an_idle_worker_meanwhile(
    kind: str, tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    began = time.monotonic()
    events = run(kind, 2, tmp_path / "run", Dawdler(notes=notes, at=19, seconds=60.0))
    assert time.monotonic() - began < 55, "nobody waited for the slow one"
    assert len(done(events)) == 8 and not any(isinstance(event, ShardLost) for event in events)
    assert pictures(tmp_path / "run") == calm


def test_an_account_is_small_whatever_the_shard_holds() -> None:
    (task,) = shards(64, 64)
    said = ("a text of a sample is longer than its encoder reads: " + 200 * "x",)
    assert len(pickle.dumps(task)) > 4096
    assert len(pickle.dumps(ShardDone(task.name, 64, 64, 12.5, said))) < 1024
