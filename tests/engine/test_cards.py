"""One worker per GPU, and what becomes of GPUs that fail."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from synthgen.engine.local import Local
from synthgen.errors import DeviceError
from synthgen.pipeline import at_work, generate
from synthgen.shards import ShardDone, ShardLost
from synthgen.store import Store
from synthgen.types import Reject
from tests.doubles import Silent, Trouble, run_of
from tests.engine.cards import Cards
from tests.engine.test_local import pictures, run


@pytest.fixture
def notes(tmp_path: Path) -> str:
    (tmp_path / "notes").mkdir()
    return str(tmp_path / "notes")


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one worker without troubles makes of the 24 samples."""
    folder = tmp_path_factory.mktemp("calm")
    (folder / "notes").mkdir()
    run(folder / "run", Trouble(notes=str(folder / "notes")), workers=1)
    return pictures(folder / "run")


def noted(notes: str, name: str) -> int:
    path = Path(notes) / name
    return len(path.read_text()) if path.exists() else 0


def said(events: list[ShardDone | ShardLost]) -> list[str]:
    return [event.said for event in events if isinstance(event, ShardLost) and event.said]


def test_each_gpu_has_a_worker_of_its_own_and_a_fast_one_takes_more_shards(
    tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    assert Local().size(Cards().devices, True) == 2
    run(tmp_path / "run", Cards(notes=notes, slow=(1,), patient=(0,)), workers=0, size=2)
    assert noted(notes, "opened-cuda-0") == noted(notes, "opened-cuda-1") == 1
    assert noted(notes, "by-0") > noted(notes, "by-1") > 0
    assert pictures(tmp_path / "run") == calm


@pytest.mark.slow
def test_more_workers_than_gpus_share_them(tmp_path: Path, notes: str) -> None:
    run(tmp_path / "run", Cards(notes=notes), workers=3)
    assert (noted(notes, "opened-cuda-0"), noted(notes, "opened-cuda-1")) == (2, 1)


def test_accounts_may_come_in_any_order(tmp_path: Path, notes: str, calm: dict[str, str]) -> None:
    events = run(tmp_path / "run", Cards(notes=notes, cards=1, batch=9), workers=0, size=3)
    done = [event.name for event in events if isinstance(event, ShardDone)]
    assert sorted(done) == [f"null-{i:09d}" for i in range(0, 24, 3)]
    assert pictures(tmp_path / "run") == calm


def test_a_gpu_that_fails_once_gets_a_fresh_worker_and_nothing_is_lost(
    tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    events = run(tmp_path / "run", Cards(notes=notes, cards=1, fail=(0,)), workers=0)
    assert said(events) == ["cuda:0 failed (CUDA error: an illegal memory access); a fresh worker takes over"]
    assert noted(notes, "opened-cuda-0") == 2
    assert pictures(tmp_path / "run") == calm


def test_a_gpu_that_fails_three_times_is_left_out_and_the_other_goes_on(tmp_path: Path, notes: str) -> None:
    """There is so much to do that the other one is not done before the third failure."""
    events = run(tmp_path / "run", Cards(notes=notes, fail=(1,) * 9, slow=(0,)), workers=0, size=1, total=60)
    assert said(events)[-1].startswith("cuda:1 failed 3 times in ten minutes") and len(said(events)) == 3
    assert noted(notes, "opened-cuda-1") == 3 and noted(notes, "by-1") == 0
    assert len(pictures(tmp_path / "run")) == 60


@pytest.mark.slow
def test_failures_long_ago_are_forgotten(
    tmp_path: Path, notes: str, calm: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("synthgen.crew.blame.QUARANTINE", 0.0)
    events = run(tmp_path / "run", Cards(notes=notes, cards=1, fail=(0,) * 3), workers=0)
    assert len(said(events)) == 3
    assert pictures(tmp_path / "run") == calm


def test_without_a_gpu_left_the_run_ends_with_one_line_and_keeps_what_it_has(tmp_path: Path, notes: str) -> None:
    with pytest.raises(DeviceError, match=r"cuda:\d failed 3 times .* and no other is left\. Finished samples are"):
        run(tmp_path / "run", Cards(notes=notes, fail=(0, 1) * 9), workers=0)


@pytest.mark.slow
def test_one_worker_on_a_machine_with_two_gpus_does_not_wait_for_the_other(tmp_path: Path, notes: str) -> None:
    with pytest.raises(DeviceError, match="cuda:0 failed 3 times .* no other is left"):
        run(tmp_path / "run", Cards(notes=notes, fail=(0,) * 9), workers=1)


def test_a_gpu_that_fails_while_the_model_loads_is_left_out(tmp_path: Path, notes: str, calm: dict[str, str]) -> None:
    events = run(tmp_path / "run", Cards(notes=notes, unloadable=(1,), slow=(0,)), workers=0, size=1)
    assert said(events)[-1].startswith("cuda:1 failed 3 times in ten minutes (CUDA error: out of order)")
    assert pictures(tmp_path / "run") == calm


def test_a_gpu_that_stops_working_eats_no_samples(tmp_path: Path, notes: str, calm: dict[str, str]) -> None:
    """It fails at each of them, as it would at others: none is taken for one that kills workers."""
    with pytest.raises(DeviceError, match="failed 3 times"):
        run(tmp_path / "run", Cards(notes=notes, cards=1, fail=(0,) * 99), workers=0, total=2, size=1)
    run(tmp_path / "run", Cards(notes=notes, cards=1), workers=0)
    assert pictures(tmp_path / "run") == calm


@pytest.mark.parametrize("cursed", [4, 10])
def test_a_sample_that_every_gpu_fails_at_is_rejected_and_the_gpu_stays(
    tmp_path: Path, notes: str, calm: dict[str, str], cursed: int
) -> None:
    """Also where it came while another shard was thought to be at work."""
    events = run(tmp_path / "run", Cards(notes=notes, cards=1, batch=8, cursed=(cursed,)), workers=0)
    assert not any("left out" in line for line in said(events))
    id = f"null-{cursed:09d}"
    rejects = [row for row in Store(tmp_path / "run").rows("pictures", "null") if isinstance(row, Reject)]
    assert rejects == [Reject(id, "picture", "killed its worker", "three times")]
    assert pictures(tmp_path / "run") == {other: sha for other, sha in calm.items() if other != id}


@pytest.mark.slow
def test_two_gpus_of_which_one_worker_is_killed_give_what_one_worker_gives(
    tmp_path: Path, notes: str, calm: dict[str, str]
) -> None:
    events = run(tmp_path / "run", Cards(notes=notes, stumble=(7,)), workers=0)
    assert sum(isinstance(event, ShardLost) for event in events) == 1
    assert pictures(tmp_path / "run") == calm


def test_what_workers_and_gpus_have_to_say_reaches_the_user(tmp_path: Path, notes: str) -> None:
    lines: list[str] = []
    of = run_of(tmp_path / "run", 8, renderer=Cards(notes=notes, cards=1, fail=(0,)), engine=Local())
    with at_work(of) as (store, desk):
        desk.say = lines.append
        generate(of, store, desk, Silent())
    assert any(line.startswith("cuda:0 failed") for line in lines)
    assert any(line.startswith("a batch of") for line in lines)
    lost = [json.loads(line) for line in (tmp_path / "run/log.jsonl").read_text().splitlines() if "lost" in line]
    assert [event["said"] for event in lost] == [line for line in lines if "failed" in line]


def test_the_workers_of_a_killed_driver_end_at_once(tmp_path: Path, notes: str) -> None:
    command = [sys.executable, "-m", "tests.slow_run", str(tmp_path / "run"), notes, "3000"]
    driver = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(list(Path(notes).iterdir())) < 5:
        time.sleep(0.05)
    children = Path(f"/proc/{driver.pid}/task/{driver.pid}/children").read_text().split()
    workers = [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert len(workers) == 2
    os.kill(driver.pid, signal.SIGKILL)
    driver.wait()
    until = time.monotonic() + 5
    while (alive := [pid for pid in workers if _runs(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive == []


def _runs(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
