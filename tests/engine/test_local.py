from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.encoding import Encoding
from synthgen.engine.local import Local
from synthgen.errors import DeviceError
from synthgen.measure import measurement
from synthgen.shards import ShardDone, ShardLost, ShardTask
from synthgen.stages import PictureWork
from synthgen.store import Store
from synthgen.types import Picture, Reject, Take
from tests.doubles import Trouble, prompt
from tests.test_select import RULE

PNG = Encoding("png", 95)


def shards(total: int, size: int) -> list[ShardTask]:
    tasks = []
    for start in range(0, total, size):
        ids = {i: f"null-{i:09d}" for i in range(start, min(start + size, total))}
        tasks.append(ShardTask(ids[start], "null", tuple(Take(id, 0, prompt(id), 1000 + i) for i, id in ids.items())))
    return tasks


def run(
    folder: Path, renderer: Trouble, workers: int = 2, total: int = 24, size: int = 6
) -> list[ShardDone | ShardLost]:
    engine = Local(workers)
    work = PictureWork(folder, renderer, {}, PNG)
    try:
        return [event for event in engine.run(work, shards(total, size)) if event is not None]
    finally:
        engine.close()


def pictures(folder: Path) -> dict[str, str]:
    return {row.id: row.sha256 for row in Store(folder).rows("pictures", "null") if isinstance(row, Picture)}


@pytest.fixture
def notes(tmp_path: Path) -> str:
    (tmp_path / "notes").mkdir()
    return str(tmp_path / "notes")


def test_all_shards_are_done_once_by_any_number_of_workers(tmp_path: Path, notes: str) -> None:
    for workers in (1, 3):
        events = run(tmp_path / str(workers), Trouble(notes=notes), workers)
        assert [type(e) for e in events] == [ShardDone] * 4
        assert sum(e.made for e in events if isinstance(e, ShardDone)) == 24
    assert pictures(tmp_path / "1") == pictures(tmp_path / "3")
    assert len(pictures(tmp_path / "1")) == 24


def test_tasks_that_become_ready_later_are_waited_for_and_whoever_runs_it_is_asked_meanwhile(
    tmp_path: Path, notes: str
) -> None:
    engine, looked = Local(1), 0

    def late() -> Iterator[ShardTask | None]:
        for task in shards(12, 6):
            while looked < 3:
                yield None
            yield task

    for event in engine.run(PictureWork(tmp_path, Trouble(notes=notes), {}, PNG), late()):
        looked += event is None
    engine.close()
    assert len(pictures(tmp_path)) == 12 and looked >= 3


def test_a_worker_that_dies_costs_no_sample(tmp_path: Path, notes: str) -> None:
    events = run(tmp_path / "run", Trouble(notes=notes, stumble=(3, 9, 20)))
    assert sum(isinstance(e, ShardLost) for e in events) == 3
    (tmp_path / "other").mkdir()
    run(tmp_path / "calm", Trouble(notes=str(tmp_path / "other")))
    assert pictures(tmp_path / "run") == pictures(tmp_path / "calm")


def test_a_sample_that_always_kills_its_worker_is_rejected_after_three_deaths_and_its_neighbours_live(
    tmp_path: Path, notes: str
) -> None:
    events = run(tmp_path / "run", Trouble(notes=notes, poison=(8,)))
    assert sum(isinstance(e, ShardLost) for e in events) == 3
    rows = {row.id: row for row in Store(tmp_path / "run").rows("pictures", "null")}
    assert len(rows) == 24
    assert [r for r in rows.values() if isinstance(r, Reject)] == [
        Reject("null-000000008", "picture", "killed its worker", "three times")
    ]
    # the sample before it in the shard was not rendered again each time
    assert len((tmp_path / "notes" / "null-000000007").read_text()) == 2


def test_a_bug_in_a_renderer_stops_the_run_instead_of_eating_samples(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DeviceError, match="stopped with the error above"):
        run(tmp_path / "run", Trouble(notes=str(tmp_path / "no such folder")))
    assert "FileNotFoundError" in capfd.readouterr().err


def test_workers_that_never_get_ready_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(DeviceError, match="before they are ready"):
        run(tmp_path, DiesAtStart(), workers=1)


class DiesAtStart(Trouble):
    def open(self, device: object) -> None:
        import os

        os._exit(7)


def test_workers_end_when_the_engine_is_closed(tmp_path: Path, notes: str) -> None:
    engine = Local(2)
    work = PictureWork(tmp_path / "run", Trouble(notes=notes), {}, PNG)
    list(engine.run(work, shards(4, 2)))
    processes = [hand.process for hand in engine._foreman._hands]
    assert all(p.is_alive() for p in processes)
    engine.close()
    assert not any(p.is_alive() for p in processes)


def test_an_engine_runs_several_rounds_with_the_same_workers(tmp_path: Path, notes: str) -> None:
    engine = Local(1)
    work = PictureWork(tmp_path / "run", Trouble(notes=notes), {}, PNG)
    first, second = shards(4, 2)
    list(engine.run(work, [first]))
    pid = engine._foreman._hands[0].process.pid
    list(engine.run(work, [second]))
    assert engine._foreman._hands[0].process.pid == pid
    engine.close()
    assert len(pictures(tmp_path / "run")) == 4


def test_pictures_stored_before_a_death_are_measured_after_it(tmp_path: Path, notes: str) -> None:
    from dataclasses import replace
    from shutil import rmtree

    work = PictureWork(tmp_path / "run", Trouble(notes=notes), {"duplicate": RULE}, PNG)
    (task,) = shards(4, 4)
    work.do(iter([task]), "first", lambda done: None)
    rmtree(tmp_path / "run/scores")
    work.do(iter([replace(task, one_by_one=True)]), "second", lambda done: None)
    assert Store(tmp_path / "run").done("scores/duplicate", "null", measurement(RULE)) == {0, 1, 2, 3}
    assert all(note.read_text() == "x" for note in Path(notes).iterdir())  # rendered once


def test_a_run_with_deaths_measures_every_picture(tmp_path: Path, notes: str) -> None:
    engine = Local(2)
    work = PictureWork(tmp_path / "run", Trouble(notes=notes, stumble=(5, 9, 14)), {"duplicate": RULE}, PNG)
    list(engine.run(work, shards(24, 8)))
    engine.close()
    assert Store(tmp_path / "run").done("scores/duplicate", "null", measurement(RULE)) == set(range(24))
