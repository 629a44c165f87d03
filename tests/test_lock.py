"""One driver at a time: on this machine, on several, and where the file system knows no locks."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from synthgen import lock
from synthgen.errors import FolderInUse
from synthgen.kit import living
from synthgen.kit.living import alive
from synthgen.lock import held, read
from synthgen.store import Store

ELSEWHERE = {"host": "elsewhere", "pid": 7, "where": "another boot", "born": "1", "token": "theirs", "beat": 3}


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes pass in a second."""
    monkeypatch.setattr(lock, "BEAT", 0.1)
    monkeypatch.setattr(lock, "LOOK", 0.05)
    monkeypatch.setattr(lock, "SILENCE", 0.6)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder lies on a file system that other machines may write to."""
    monkeypatch.setattr(lock, "_OURS_ALONE", set())


@pytest.fixture(params=["local", "kept to each machine", "none"])
def locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk of this machine, and on file systems that keep locks to each machine, or have none."""
    if request.param != "local":
        monkeypatch.setattr(lock, "_OURS_ALONE", set())
    if request.param == "none":

        def refuse(file: object, wish: int) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        monkeypatch.setattr(lock.fcntl, "flock", refuse)


def owned(path: Path, **changes: object) -> None:
    path.write_text(json.dumps(ELSEWHERE | changes))


def test_a_locked_folder_refuses_a_second_driver_and_names_the_first(tmp_path: Path, soon: None, locks: None) -> None:
    busy = pytest.raises(FolderInUse, match=f"in use by process {os.getpid()}")
    with Store(tmp_path).lock(), busy, Store(tmp_path).lock():
        pass
    assert (tmp_path / "lock").read_text() == ""
    with Store(tmp_path).lock():
        pass  # free again


def test_the_lock_of_a_killed_driver_is_free(tmp_path: Path, locks: None) -> None:
    code = f"""
import os, signal
from synthgen.store import Store
with Store({str(tmp_path)!r}).lock():
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code])
    assert read(tmp_path / "lock") is not None
    said: list[str] = []
    with Store(tmp_path).lock(said.append):
        assert said == []


def test_a_number_of_a_process_that_another_one_has_now_frees_the_lock(tmp_path: Path) -> None:
    me = {"host": "here", "pid": os.getpid(), "where": living._where()}
    assert alive({**me, "born": living._born(os.getpid())}) is True
    assert alive({**me, "born": "1"}) is False
    assert alive({**me, "where": "another boot of this machine"}) is None


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError])
def test_of_a_process_that_the_machine_hides_nobody_knows_whether_it_is_the_owner(
    monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    """Where /proc is mounted with hidepid, as on clusters, the processes of other users are not told of."""
    process = subprocess.Popen(["sleep", "60"])
    owner = {"host": "here", "pid": process.pid, "where": living._where(), "born": living._born(process.pid)}
    read_text = Path.read_text

    def hiding(path: Path) -> str:
        if path == Path(f"/proc/{process.pid}/stat"):
            raise error
        return read_text(path)

    monkeypatch.setattr(Path, "read_text", hiding)
    assert alive(owner) is None
    process.kill()
    process.wait()
    assert alive(owner) is False
    assert alive({**owner, "pid": 0}) is False and alive({**owner, "pid": 10**30}) is False


def test_a_note_of_an_older_version_is_read(tmp_path: Path) -> None:
    import socket

    assert alive({"host": socket.gethostname(), "pid": os.getpid()}) is True
    assert alive({"host": socket.gethostname(), "pid": 2**22 + 1}) is False
    assert alive({"host": "elsewhere", "pid": os.getpid()}) is None


def test_an_owner_on_another_machine_that_gives_signs_of_life_is_respected(
    tmp_path: Path, soon: None, shared: None
) -> None:
    path, said = tmp_path / "lock", list[str]()
    owned(path)
    threading.Timer(0.2, owned, (path,), {"beat": 4}).start()
    with pytest.raises(FolderInUse, match="in use by process 7 on elsewhere"), held(path, said.append):
        pass
    assert [line.partition(";")[0] for line in said] == [f"process 7 on elsewhere holds {tmp_path}"]


def test_an_owner_on_another_machine_that_gives_none_is_followed(tmp_path: Path, soon: None, shared: None) -> None:
    path, said = tmp_path / "lock", list[str]()
    owned(path)
    with held(path, said.append) as ours:
        assert "waiting up to" in said[0] and said[1] == "process 7 on elsewhere gave none for 1 s: taking over"
        assert (read(path) or {})["pid"] == os.getpid()
        ours.check()


@pytest.mark.parametrize("free", [lambda path: path.write_text(""), Path.unlink])
def test_who_waits_goes_on_as_soon_as_the_lock_is_deleted_or_left(
    tmp_path: Path, soon: None, shared: None, monkeypatch: pytest.MonkeyPatch, free: Callable[[Path], object]
) -> None:
    path = tmp_path / "lock"
    owned(path)
    monkeypatch.setattr(lock, "SILENCE", 60)
    threading.Timer(0.2, free, (path,)).start()
    began = time.monotonic()
    with held(path, lambda line: None):
        assert time.monotonic() - began < 30
        with pytest.raises(FolderInUse, match=f"process {os.getpid()}"), held(path):
            pass


def test_on_a_disk_of_this_machine_nobody_waits_for_an_owner_of_another_container(tmp_path: Path) -> None:
    if not lock._ours_alone(tmp_path):
        pytest.skip("lies on a file system that other machines may see")
    owned(tmp_path / "lock")
    said: list[str] = []
    with held(tmp_path / "lock", said.append):
        assert said == []


def test_an_owner_of_an_older_version_that_cannot_give_signs_of_life_is_never_taken_for_dead(
    tmp_path: Path, shared: None
) -> None:
    path = tmp_path / "lock"
    path.write_text(json.dumps({"host": "elsewhere", "pid": 7}))
    with pytest.raises(FolderInUse, match=f"in use by process 7 on elsewhere.* delete {path}"), held(path):
        pass


def test_where_a_folder_lies_is_read_from_the_mounts(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    line = "36 {} 98:0 / {} rw,noatime master:1 - {} source rw\n"
    there = [("/", "ext4"), ("/home", "nfs4"), ("/home/a\\040b", "xfs"), ("/scratch", "lustre"), ("/scratch", "tmpfs")]
    mounts.write_text("".join(line.format(n, place, kind) for n, (place, kind) in enumerate(there)))
    alone = ["/tmp/run/lock", "/homes/lock", "/home/a b/run/lock", "/scratch/lock"]
    assert [lock._ours_alone(Path(path), mounts) for path in alone] == [True] * 4
    assert not lock._ours_alone(Path("/home/run/lock"), mounts)
    assert not lock._ours_alone(Path("/tmp/lock"), tmp_path / "no such file")  # a system that does not say


def test_an_owner_counts_as_long_as_it_holds_the_lock(tmp_path: Path, soon: None) -> None:
    with held(tmp_path / "lock"):
        first = read(tmp_path / "lock")
        until = time.monotonic() + 20
        while (now := read(tmp_path / "lock")) == first and time.monotonic() < until:
            time.sleep(0.05)
        assert first and now and now["beat"] > first["beat"] and now["token"] == first["token"]


def test_an_owner_that_was_thought_dead_notices_that_it_lost_the_folder_and_leaves_it_alone(
    tmp_path: Path, soon: None
) -> None:
    path, lost = tmp_path / "lock", list[FolderInUse]()
    with pytest.raises(FolderInUse, match="process 7 on elsewhere has taken over"), held(path) as ours:
        ours.when_lost = lost.append
        owned(path)
        until = time.monotonic() + 20
        while not lost and time.monotonic() < until:
            time.sleep(0.01)
        ours.check()
    assert (read(path) or {})["token"] == "theirs" and len(lost) == 1


def test_a_note_that_was_cut_short_is_nobodys(tmp_path: Path, soon: None, locks: None) -> None:
    for text in ("", '{"host": "els', "null", "[]", '{"pid": 3}', "\x00" * 100):
        (tmp_path / "lock").write_text(text)
        assert read(tmp_path / "lock") is None
        with held(tmp_path / "lock"):
            pass
    assert read(tmp_path / "no such file") is None


def test_a_lock_that_was_deleted_while_it_was_held_is_no_error(tmp_path: Path, soon: None) -> None:
    with held(tmp_path / "lock") as ours:
        (tmp_path / "lock").unlink()
        time.sleep(0.3)  # some beats
        ours.check()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def race(tmp_path: Path) -> Iterator[list["subprocess.Popen[str]"]]:
    code = f"""
import sys, time
from pathlib import Path
from synthgen.errors import FolderInUse
from synthgen.lock import held
print("up", flush=True)
while not Path({str(tmp_path / "go")!r}).exists():
    time.sleep(0.001)
try:
    with held(Path({str(tmp_path / "lock")!r})):
        print("mine", flush=True)
        time.sleep(60)
except FolderInUse as e:
    print(e, flush=True)
"""
    racers = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    yield racers
    for racer in racers:
        racer.kill()
        racer.communicate()


def test_of_several_that_start_at_once_exactly_one_proceeds(
    tmp_path: Path, race: list["subprocess.Popen[str]"]
) -> None:
    assert [racer.stdout.readline() for racer in race if racer.stdout] == ["up\n"] * 4
    (tmp_path / "go").touch()
    said = [racer.stdout.readline() for racer in race if racer.stdout]
    assert sorted(line == "mine\n" for line in said) == [False, False, False, True]
    winner = race[said.index("mine\n")]
    # one that came before the winner wrote its name can only say that somebody was faster
    losers = [line for line in said if line != "mine\n"]
    assert all(f"process {winner.pid} on" in line or "another process" in line for line in losers)
    winner.send_signal(signal.SIGKILL)
    winner.wait()
    with held(tmp_path / "lock"):
        pass
