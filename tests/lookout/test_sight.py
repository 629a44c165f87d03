"""What is to be seen of a run's folder from outside: of a driver that works, one that has ended, one that has died."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.errors import SynthgenError, UsageError
from synthgen.kit.living import myself
from synthgen.lookout import sight
from synthgen.lookout.sight import look, watch
from synthgen.pipeline import at_work, generate, write_selection
from synthgen.status import StageStatus, State, Status
from synthgen.store import Store
from tests.doubles import Silent, run_of

MINE = Status("joke", n=3, beat=1, doing="making", **myself())
ELSEWHERE = replace(MINE, host="another-machine", where="another boot", pid=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Store(tmp_path).write_json("run.json", {"command": ["ability=joke", "n=3"], "fingerprint": {}})
    return tmp_path


@pytest.fixture
def gone() -> int:
    """The number of a process that was."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "PATIENCE", 0.3)
    monkeypatch.setattr(sight, "LOOK", 0.02)


def say(folder: Path, status: Status) -> None:
    Store(folder).write_json("status.json", status.to_json())


@pytest.fixture
def speaker(folder: Path) -> Iterator[threading.Event]:
    """Another machine that goes on talking, until it is stopped."""
    end = threading.Event()

    def talk() -> None:
        for beat in range(1, 10_000):
            say(folder, replace(ELSEWHERE, beat=beat))
            if end.wait(0.05):
                return

    say(folder, ELSEWHERE)
    thread = threading.Thread(target=talk)
    thread.start()
    yield end
    end.set()
    thread.join()


def test_a_driver_whose_process_is_there_works_however_long_it_says_nothing(folder: Path) -> None:
    say(folder, MINE)
    os.utime(folder / "status.json", (1e9, 1e9))
    found = look(folder)
    assert found.status.state == "working" and found.here and (found.age or 0) > 1e6


def test_a_driver_whose_process_is_gone_is_dead(folder: Path, gone: int) -> None:
    say(folder, replace(MINE, pid=gone, left=3.0))
    os.utime(folder / "status.json", (1e9, 1e9))
    began = time.monotonic()
    found = look(folder)
    assert found.status.state == "dead" and found.status.left is None
    assert time.monotonic() - began < sight.PATIENCE, "nobody is waited for"


def test_a_driver_of_another_machine_that_goes_on_talking_works(folder: Path, speaker: threading.Event) -> None:
    os.utime(folder / "status.json", (1e9, 1e9))  # its clock may be years behind
    found = look(folder)
    assert found.status.state == "working" and not found.here


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("moment", [1e9, 4e9])
def test_a_driver_of_another_machine_that_has_fallen_silent_is_dead_whatever_its_clock_says(
    folder: Path, moment: float
) -> None:
    say(folder, ELSEWHERE)
    os.utime(folder / "status.json", (moment, moment))
    found = look(folder)
    assert found.status.state == "dead" and not found.here and (found.age or 0.0) >= 0.0


@pytest.mark.usefixtures("impatient")
def test_what_is_left_of_a_process_that_nobody_has_buried_is_no_driver(folder: Path) -> None:
    process = subprocess.Popen(["sleep", "60"])
    say(folder, replace(MINE, pid=process.pid, born=""))
    assert look(folder).status.state == "working"
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert look(folder).status.state == "dead"
    process.wait()


@pytest.mark.usefixtures("impatient")
def test_a_process_of_the_same_number_after_the_machine_was_started_again_is_not_the_driver(folder: Path) -> None:
    say(folder, replace(MINE, where="before"))
    assert look(folder).status.state == "dead"


def test_who_holds_the_lock_and_has_not_spoken_yet_is_seen_and_not_disturbed(folder: Path) -> None:
    say(folder, replace(MINE, state="interrupted", pid=1, stages=(StageStatus("joke", "selection", 3, 1),)))
    with Store(folder).lock():
        before = (folder / "lock").read_bytes()
        found = look(folder).status
        assert (found.state, found.doing, found.pid, found.kept) == ("working", "beginning", os.getpid(), 1)
        assert (folder / "lock").read_bytes() == before
    assert look(folder).status.state == "interrupted"


def test_who_goes_on_after_one_that_was_killed_is_seen_before_it_speaks(folder: Path, gone: int) -> None:
    say(folder, replace(MINE, pid=gone))
    os.utime(folder / "status.json", (1e9, 1e9))
    with Store(folder).lock():
        found = look(folder).status
        assert (found.state, found.doing, found.pid) == ("working", "beginning", os.getpid())
    assert look(folder).status.state == "dead"


def test_who_has_the_number_of_the_one_before_it_is_another(folder: Path) -> None:
    """In a container that is always so."""
    say(folder, replace(MINE, state="finished", where="another container"))
    with Store(folder).lock():
        assert look(folder).status.doing == "beginning"


@pytest.mark.parametrize("before", ["interrupted", "working"])
def test_one_watches_on_while_another_driver_begins(folder: Path, gone: int, before: State) -> None:
    say(folder, replace(MINE, pid=gone, state=before, beat=9))
    os.utime(folder / "status.json", (1e9, 1e9))
    with Store(folder).lock():
        watching = watch(folder)
        assert [next(watching).status.doing for _ in range(3)] == ["beginning"] * 3
        say(folder, MINE)
        assert next(watching).status.doing == "making"
        say(folder, replace(MINE, state="finished", beat=2))
        assert [found.status.state for found in watching] == ["finished"]


def test_to_look_writes_nothing_and_needs_no_lock(folder: Path) -> None:
    say(folder, replace(MINE, state="finished"))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    look(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_one_watches_until_the_run_ends(folder: Path) -> None:
    say(folder, MINE)
    seen = []
    for found in watch(folder):
        seen.append((found.status.state, found.status.beat))
        say(folder, replace(MINE, beat=len(seen) + 1, state="working" if len(seen) < 3 else "stopped", said="full"))
    assert seen == [("working", 1), ("working", 2), ("working", 3), ("stopped", 4)]


@pytest.mark.usefixtures("impatient")
def test_one_who_watches_sees_a_driver_die(folder: Path, speaker: threading.Event) -> None:
    seen = []
    for found in watch(folder):
        seen.append(found.status.state)
        speaker.set()
        time.sleep(0.02)
    assert seen[0] == "working" and seen[-1] == "dead"


def test_the_folder_of_an_older_version_is_counted(tmp_path: Path) -> None:
    run = run_of(tmp_path, 5)
    with at_work(run) as (store, desk):
        store.log(event="started", time=1.0, n=5)
        outcome = generate(run, store, desk, Silent())
        write_selection(store, outcome.lines)
        store.log(event="finished", time=2.0)
    store.write_json("run.json", {"command": ["n=5"]})
    (tmp_path / "status.json").unlink()
    found = look(tmp_path)
    assert (found.status.state, found.status.kept, found.status.n, found.age) == ("finished", 5, 5, None)
    store.log(event="started", time=3.0, n=9)
    later = look(tmp_path)
    assert later.status.state == "interrupted" and later.short


def test_the_last_remarks_are_found_however_long_the_log(folder: Path) -> None:
    say(folder, replace(MINE, state="finished"))
    store = Store(folder)
    with (folder / "log.jsonl").open("w") as file:
        file.writelines(json.dumps({"event": "rendered", "shard": f"{i}" * 20}) + "\n" for i in range(8000))
    for i in range(7):
        store.log(event="told", time=1.0, said=f"remark {i}")
    with (folder / "log.jsonl").open("a") as file:
        file.write('{"event": "told", "sa')
    assert look(folder).remarks == [f"remark {i}" for i in range(2, 7)]


def test_what_is_no_run_is_refused_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        look(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="is not the folder of a run"):
        look(tmp_path)
    Store(tmp_path).write_json("run.json", {"fingerprint": {}})
    with pytest.raises(UsageError, match="only a preview or an estimate"):
        look(tmp_path)


def test_a_folder_that_is_removed_while_one_watches_is_told_in_a_line(folder: Path) -> None:
    say(folder, MINE)
    watching = watch(folder)
    next(watching)
    shutil.rmtree(folder)
    with pytest.raises(UsageError, match=f"cannot read {folder}: No such file"):
        next(watching)


def test_a_folder_of_somebody_else_is_told_in_a_line(folder: Path) -> None:
    say(folder, replace(MINE, state="finished"))
    folder.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)  # root reads everything
    try:
        with pytest.raises(SynthgenError, match="cannot read .*: Permission denied"):
            look(folder)
    finally:
        os.seteuid(me)
        folder.chmod(0o755)


@pytest.mark.usefixtures("impatient")
def test_a_real_driver_is_seen_at_work_and_dead_when_it_was_killed(tmp_path: Path) -> None:
    folder, notes = tmp_path / "run", tmp_path / "notes"
    notes.mkdir()
    command = [sys.executable, "-m", "tests.slow_run", str(folder), str(notes), "400"]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        while not (folder / "status.json").exists() or not look(folder).status.kept:
            assert process.poll() is None
            time.sleep(0.1)
        alive = look(folder).status
        assert alive.state == "working" and alive.pid == process.pid
        assert [worker.host for worker in alive.workers] == [socket.gethostname()] * 2
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    dead = look(folder).status
    assert dead.state == "dead" and dead.kept >= alive.kept
