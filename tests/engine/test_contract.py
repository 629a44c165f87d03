"""What every engine has to do, whatever connects its workers with their driver."""

import json
import os
import pickle
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.engine.local import Local
from synthgen.errors import DeviceError
from synthgen.interfaces import Engine
from synthgen.measure import measurement
from synthgen.pipeline import at_work, generate
from synthgen.shards import ShardDone, ShardLost, ShardTask
from synthgen.stages import PictureWork
from synthgen.store import Store
from synthgen.types import Picture, Reject, Score, Take
from tests.doubles import Silent, prompt, run_of
from tests.engine.contract import BENCHES, Bench, Chaos, begun, dataset, living, wait_until
from tests.engine.test_local import PNG, DiesAtStart, pictures, shards
from tests.test_select import RULE

Event = ShardDone | ShardLost


@pytest.fixture(params=BENCHES)
def bench(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    bench: Bench = request.param(monkeypatch)
    yield bench
    bench.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return _notes(tmp_path)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the renderer makes of 24 samples where nothing goes wrong."""
    folder = tmp_path_factory.mktemp("calm")
    work = PictureWork(folder / "run", Chaos(notes=str(_notes(folder))), {}, PNG)
    for task in shards(24, 6):
        work.do(iter([task]), "calm", lambda done: None)
    return pictures(folder / "run")


@pytest.fixture(scope="module")
def one_data_set(tmp_path_factory: pytest.TempPathFactory) -> str:
    """That of one process."""
    folder = tmp_path_factory.mktemp("one")
    return made(Local(1), folder / "run", _notes(folder))


@pytest.fixture
def nobody_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine anybody can be, and then a shard is done twice."""
    monkeypatch.setattr("synthgen.crew.foreman.MOMENT", 600.0)


def _notes(folder: Path) -> Path:
    (folder / "notes").mkdir()
    (folder / "notes-processes").mkdir()
    return folder / "notes"


def work(folder: Path, renderer: Chaos) -> PictureWork:
    return PictureWork(folder, renderer, {"duplicate": RULE}, PNG)


def run(engine: Engine, of: PictureWork, total: int = 24, size: int = 6) -> list[Event]:
    events = [event for event in engine.run(of, shards(total, size)) if event is not None]
    done = [event.name for event in events if isinstance(event, ShardDone)]
    assert sorted(done) == [task.name for task in shards(total, size)], "each shard is reported done once"
    return events


def made(engine: Engine, folder: Path, notes: Path) -> str:
    """The hash of what a whole run makes."""
    renderer = Chaos(notes=str(notes), reject_every=7)
    of = run_of(folder, 40, renderer=renderer, checks={"duplicate": RULE}, engine=engine)
    with at_work(of) as (store, desk):
        assert len(generate(of, store, desk, Silent()).kept) == 40
    return dataset(folder)


def lost(events: list[Event]) -> list[ShardLost]:
    return [event for event in events if isinstance(event, ShardLost)]


def times(notes: Path) -> list[int]:
    """How often each sample was begun."""
    return [len(path.read_text()) for path in sorted(notes.iterdir())]


@pytest.mark.usefixtures("nobody_is_late")
def test_all_shards_are_done_once(bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]) -> None:
    events = run(bench.engine(tmp_path / "run", 2), work(tmp_path / "run", Chaos(notes=str(notes))))
    assert lost(events) == [] and times(notes) == [1] * 24
    assert pictures(tmp_path / "run") == calm


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_all_engines_and_numbers_of_workers_make_one_data_set(
    bench: Bench, tmp_path: Path, notes: Path, workers: int, one_data_set: str
) -> None:
    assert made(bench.engine(tmp_path / "run", workers), tmp_path / "run", notes) == one_data_set


def test_a_killed_worker_costs_no_sample(bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]) -> None:
    events = run(bench.engine(tmp_path / "run", 2), work(tmp_path / "run", Chaos(notes=str(notes), stumble=(3, 9, 20))))
    assert len(lost(events)) == 3
    assert pictures(tmp_path / "run") == calm


@pytest.mark.slow
def test_twenty_kills_at_random_cost_no_sample(bench: Bench, tmp_path: Path, notes: Path) -> None:
    luck, killed, after, events = random.Random(11), set[int](), 0.0, list[Event]()
    of = work(tmp_path / "run", Chaos(notes=str(notes), pace=0.02))
    for event in bench.engine(tmp_path / "run", 2).run(of, shards(1200, 8)):
        events += [event] if event else []
        there = [number for number in living(notes) if number not in killed]
        if there and len(killed) < 20 and time.monotonic() > after:
            victim = luck.choice(there)
            os.kill(victim, signal.SIGKILL)
            killed.add(victim)
            after = time.monotonic() + luck.uniform(0.1, 0.6)
    assert len(lost(events)) == len(killed) == 20
    (tmp_path / "calm").mkdir()
    calm = PictureWork(tmp_path / "calm/run", Chaos(notes=str(_notes(tmp_path / "calm"))), {}, PNG)
    for task in shards(1200, 8):
        calm.do(iter([task]), "calm", lambda done: None)
    assert pictures(tmp_path / "run") == pictures(tmp_path / "calm/run")


def test_a_poisonous_sample_costs_three_workers_and_its_neighbours_live(
    bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    events = run(bench.engine(tmp_path / "run", 2), work(tmp_path / "run", Chaos(notes=str(notes), poison=(8,))))
    assert len(lost(events)) == 3
    rejects = [row for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Reject)]
    assert rejects == [Reject("null-000000008", "picture", "killed its worker", "three times")]
    assert pictures(tmp_path / "run") == {id: sha for id, sha in calm.items() if id != "null-000000008"}
    assert len((notes / "null-000000008").read_text()) == 3


def test_its_three_deaths_are_counted_also_when_the_driver_is_killed_in_between(
    bench: Bench, tmp_path: Path, notes: Path
) -> None:
    log, held = tmp_path / "run/log.jsonl", tmp_path / "held"
    held.touch()
    options = {"poison": [8], "held": str(held)}
    first = bench.driver(tmp_path / "run", notes, 23, **options)
    wait_until(lambda: log.exists() and "worker lost" in log.read_text())
    wait_until(lambda: len(living(notes)) > 0)
    first.kill()
    first.communicate()
    held.unlink()
    second = bench.driver(tmp_path / "run", notes, 23, **options)
    out, err = second.communicate(timeout=120)
    assert second.returncode == 0 and json.loads(out)["kept"] == 23, err
    deaths = [event for event in Store(tmp_path / "run").events("worker lost") if "null-000000008" in event["deaths"]]
    assert [event["deaths"]["null-000000008"] for event in deaths] == [1, 2, 3]
    rejects = [row.id for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Reject)]
    assert rejects == ["null-000000008"]


@pytest.mark.usefixtures("nobody_is_late")
def test_a_worker_that_hangs_is_found_and_replaced(
    bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    engine = bench.engine(tmp_path / "run", 2, hung=4.0)
    events = run(engine, work(tmp_path / "run", Chaos(notes=str(notes), hang=(2,))))
    assert any("is taken for hung" in event.said for event in lost(events))
    assert pictures(tmp_path / "run") == calm


def test_a_shard_that_is_late_is_done_twice_and_counts_once(bench: Bench, tmp_path: Path, notes: Path) -> None:
    """The pictures of the two differ; the scores are those of the one that is stored."""
    renderer = Chaos(notes=str(notes), stall=(2,), own=True)
    events = run(bench.engine(tmp_path / "run", 2), work(tmp_path / "run", renderer), size=3)
    assert lost(events) == []
    wait_until(lambda: len((notes / "null-000000002").read_text()) == 3)  # the late one goes on to its end
    time.sleep(0.5)
    store = Store(tmp_path / "run")
    stored = {row.id: row.sha256 for row in store.rows("pictures", "null") if isinstance(row, Picture)}
    scored = {
        row.id: row.of
        for row in store.rows("scores/duplicate", "null", note=measurement(RULE))
        if isinstance(row, Score)
    }
    assert scored == stored and len(stored) == 24


@pytest.mark.usefixtures("nobody_is_late")
def test_a_worker_that_leaves_finishes_what_it_has_begun_and_gives_the_rest_back(
    bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]
) -> None:
    engine = bench.engine(tmp_path / "run", 2)
    of = work(tmp_path / "run", Chaos(notes=str(notes), pace=0.1, together=2))
    left, events = False, list[Event]()
    for event in engine.run(of, shards(24, 3)):
        events += [event] if event else []
        left = left or (len(begun(notes)) == 2 and bench.leave(engine))
    assert left and len(lost(events)) == 1
    assert lost(events)[0].task is None, "nobody died at work"
    assert times(notes) == [1] * 24, "nothing was rendered twice"
    assert pictures(tmp_path / "run") == calm


def test_a_bug_stops_the_run_with_its_traceback(
    bench: Bench, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DeviceError, match="stopped with the error above; finished samples are kept"):
        run(bench.engine(tmp_path / "run", 2), work(tmp_path / "run", Chaos(notes=str(tmp_path / "nowhere"))))
    assert "FileNotFoundError" in capfd.readouterr().err


def test_workers_that_never_get_ready_end_the_run(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(DeviceError, match="before they are ready"):
        run(bench.engine(tmp_path / "run", 2), PictureWork(tmp_path / "run", DiesAtStart(), {}, PNG))


def test_tasks_that_come_late_are_waited_for(bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]) -> None:
    looked = 0

    def late() -> Iterator[ShardTask | None]:
        for task in shards(24, 6):
            while looked < 10:
                yield None
            yield task

    for event in bench.engine(tmp_path / "run", 2).run(work(tmp_path / "run", Chaos(notes=str(notes))), late()):
        looked += event is None
    assert pictures(tmp_path / "run") == calm and looked >= 10


@pytest.mark.usefixtures("nobody_is_late")
def test_the_same_workers_do_several_rounds(bench: Bench, tmp_path: Path, notes: Path, calm: dict[str, str]) -> None:
    engine, of = (
        bench.engine(tmp_path / "run", 2),
        work(tmp_path / "run", Chaos(notes=str(notes), pace=0.05, together=2)),
    )
    all_of_them = shards(24, 2)
    for some in (all_of_them[:6], all_of_them[6:]):
        list(engine.run(of, some))
        assert len(begun(notes)) == 2
    assert len(engine.staff()) == 2 and sum(worker.pictures for worker in engine.staff()) == 24
    assert pictures(tmp_path / "run") == calm


def test_accounts_are_small(bench: Bench, tmp_path: Path, notes: Path) -> None:
    ids = [f"null-{i:09d}" for i in range(64)]
    takes = tuple(Take(id, 0, prompt(id, "a very long prompt, " * 200), i) for i, id in enumerate(ids))
    engine = bench.engine(tmp_path / "run", 1)
    (task,) = [ShardTask(ids[0], "null", takes)]
    events = [e for e in engine.run(work(tmp_path / "run", Chaos(notes=str(notes))), [task]) if e is not None]
    assert [type(event) for event in events] == [ShardDone]
    assert len(pickle.dumps(events[0])) < 2000 < len(pickle.dumps(task))
