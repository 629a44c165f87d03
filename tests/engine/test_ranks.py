"""The processes of `accelerate launch` and `torchrun`, started by hand."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from synthgen.engine.local.ranks import Gathering, Group, call, note_in

from synthgen.__main__ import main
from synthgen.engine.local import Local, ranks
from synthgen.types import Device
from tests.commands.test_generate import tree
from tests.engine.launching import Launch, ends, free_port
from tests.engine.test_cards import noted
from tests.engine.test_local import pictures

US = Group(rank=1, size=2, local=1, host="127.0.0.1", launch="here:1")


@pytest.fixture
def notes(tmp_path: Path) -> str:
    (tmp_path / "notes").mkdir()
    return str(tmp_path / "notes")


def cards(tmp_path: Path, notes: str, n: int = 40, size: int = 2, **options: object) -> Launch:
    options = {"together": True, "cards": size} | options
    return Launch(
        tmp_path, "tests.engine.rank_run", str(tmp_path / "run"), notes, str(n), json.dumps(options), size=size
    )


def calm(tmp_path: Path, n: int = 40) -> dict[str, str]:
    """What one process makes of it."""
    (tmp_path / "calm-notes").mkdir()
    command = [sys.executable, "-m", "tests.engine.rank_run", str(tmp_path / "calm"), str(tmp_path / "calm-notes")]
    subprocess.run([*command, str(n), '{"cards": 1}'], check=True, capture_output=True)
    return pictures(tmp_path / "calm")


def wait_for(folder: Path, name: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not any(folder.glob(name)):
        assert time.monotonic() < until, f"{folder}/{name} never came"
        time.sleep(0.02)


def test_each_rank_renders_on_its_own_gpu_and_rank_0_alone_speaks(tmp_path: Path, notes: str) -> None:
    zero, one, two = ends(cards(tmp_path, notes, size=3).all())
    assert (zero[0], one, two) == (0, (0, "", ""), (0, "", ""))
    assert json.loads(zero[1]) == {"kept": 40, "rendered": 40}
    assert [noted(notes, f"opened-cuda-{i}") for i in range(3)] == [1, 1, 1]
    assert all(noted(notes, f"by-{i}") for i in range(3))
    assert pictures(tmp_path / "run") == calm(tmp_path)
    assert not note_in(tmp_path / "run").exists()


def test_the_command_gives_the_export_of_a_plain_run_byte_for_byte(tmp_path: Path) -> None:
    words = ["ability=[color,joke]", "n=12", "name=it", "renderer.size=64", "qc=[readable,text,duplicate]"]
    (tmp_path / "plain").mkdir()
    (tmp_path / "ranks").mkdir()
    subprocess.run([sys.executable, "-m", "synthgen", *words], cwd=tmp_path / "plain", check=True, capture_output=True)
    zero, one = ends(Launch(tmp_path / "ranks", "synthgen", *words).all())
    assert zero[0] == 0 and "24 pictures rendered" in zero[1]
    assert one == (0, "", "")
    assert tree(tmp_path / "plain/outputs/it/export") == tree(tmp_path / "ranks/outputs/it/export")


@pytest.mark.slow
def test_a_sweep_takes_all_ranks_from_run_to_run(tmp_path: Path) -> None:
    words = ["-m", "ability=color,joke", "n=4", "renderer.size=64", "exporter=[]"]
    zero, one = ends(Launch(tmp_path, "synthgen", *words).all())
    assert zero[0] == 0 and one == (0, "", "")
    assert (tmp_path / "outputs/color/report.html").exists() and (tmp_path / "outputs/joke/report.html").exists()


def test_a_mistake_is_told_once(tmp_path: Path) -> None:
    zero, one = ends(Launch(tmp_path, "synthgen", "ability=jok").all())
    assert (zero[0], zero[2].count("joke")) == (2, 1)
    assert one == (2, "", "")


def test_a_killed_rank_costs_no_sample(tmp_path: Path, notes: str) -> None:
    zero, one = cards(tmp_path, notes, slow=(0, 1)).all()
    wait_for(Path(notes), "by-1")
    one.kill()
    code, out, err = ends([zero, one])[0]
    assert (code, json.loads(out)["kept"]) == (0, 40), err
    assert "rank 1 has gone; the others go on" in err
    assert pictures(tmp_path / "run") == calm(tmp_path)


def test_a_killed_driver_takes_the_others_with_it_and_the_same_command_goes_on(tmp_path: Path, notes: str) -> None:
    zero, one = cards(tmp_path, notes, slow=(0, 1)).all()
    wait_for(tmp_path / "run/pictures", "*.parquet")
    zero.kill()
    code, out, err = ends([zero, one], seconds=10)[1]
    assert (code, out, err) == (7, "", "rank 1: rank 0 has ended; run the same command to go on\n")
    assert note_in(tmp_path / "run").exists()
    zero, one = cards(tmp_path, notes).all()
    (code, out, err), after = ends([zero, one])
    assert code == 0 and after == (0, "", ""), err
    assert 0 < json.loads(out)["rendered"] < 40
    assert pictures(tmp_path / "run") == calm(tmp_path)


@pytest.mark.slow
def test_an_interrupted_launch_finishes_what_is_in_flight(tmp_path: Path, notes: str) -> None:
    both = cards(tmp_path, notes, n=400, slow=(0, 1)).all()
    wait_for(Path(notes), "by-1")
    for process in both:
        process.send_signal(signal.SIGINT)
    (code, _, err), one = ends(both, seconds=30)
    assert code == 130 and "everything finished is kept" in err and "Traceback" not in err
    assert one == (0, "", "")
    assert len(pictures(tmp_path / "run")) == noted(notes, "by-0") + noted(notes, "by-1")


@pytest.mark.slow
def test_a_failing_gpu_of_another_rank_gets_fresh_workers_and_is_left_out_in_the_end(
    tmp_path: Path, notes: str
) -> None:
    (code, _, err), one = ends(cards(tmp_path, notes, slow=(0,), fail=(1,) * 9).all())
    assert code == 0 and one == (0, "", ""), err
    assert err.count("rank 1 failed (CUDA error: an illegal memory access); a fresh worker takes over") == 2
    assert "rank 1 failed 3 times in ten minutes" in err
    assert noted(notes, "opened-cuda-1") == 3
    assert pictures(tmp_path / "run") == calm(tmp_path)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2"])
def test_only_who_knows_the_key_is_let_in_and_only_the_owner_can_read_it(tmp_path: Path, host: str) -> None:
    """Also under an address that is not known to be this machine's own."""
    door = Gathering(replace(US, host=host), tmp_path)
    note = json.loads(note_in(tmp_path).read_text())
    assert stat.S_IMODE(note_in(tmp_path).stat().st_mode) == 0o600
    with pytest.raises(AuthenticationError):
        Client((note["host"], note["port"]), authkey=b"a guess")
    assert list(door.arrivals()) == []
    line = call(US, tmp_path)
    assert line is not None
    assert door.close() and not note_in(tmp_path).exists()
    line.close()


def test_the_note_of_another_launch_or_of_a_killed_driver_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(US, tmp_path) is None
    door = Gathering(US, tmp_path)
    left_over = note_in(tmp_path).read_text()
    assert call(replace(US, launch="elsewhere:1"), tmp_path) is None
    monkeypatch.setattr(ranks, "ARRIVAL", 0.0)
    door.close()
    note_in(tmp_path).write_text(left_over)
    assert call(US, tmp_path) is None


def test_other_commands_run_on_rank_0_alone(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setenv("RANK", "1")
    for words in (["plan", "ability=joke"], ["--help"]):
        assert main(words) == 0
        said = capsys.readouterr()
        assert (said.out, said.err) == ("", "synthgen: rank 1 has nothing to do: rank 0 alone works on this\n")
    monkeypatch.setenv("RANK", "0")
    assert main(["--help"]) == 0
    assert "ability" in capsys.readouterr().out and "RANK" not in os.environ


def test_a_launcher_says_how_many_workers_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    eight = [Device("cuda", i) for i in range(8)]
    monkeypatch.setenv("RANK", "0")
    assert Local(3).preflight() == [] and Local().size(eight, True) == 8
    monkeypatch.setenv("WORLD_SIZE", "1")
    assert Local().size(eight, True) == 8
    monkeypatch.setenv("WORLD_SIZE", "16")
    assert Local().size(eight, True) == 16
    assert Local(3).preflight() == ["engine.workers=3: the launcher says how many processes there are; leave it out"]


@pytest.mark.parametrize(
    "variables, host",
    [
        ({}, "127.0.0.1"),
        ({"MASTER_ADDR": "localhost"}, "127.0.0.1"),
        ({"MASTER_ADDR": "node1"}, "node1"),
        ({"MASTER_ADDR": "node1", "LOCAL_WORLD_SIZE": "2"}, "127.0.0.1"),
    ],
)
def test_rank_0_is_called_by_the_name_of_its_machine_where_ranks_are_on_several(
    variables: dict[str, str], host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ranks.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert ranks.group() is None
    for name, value in (variables | {"RANK": "1", "WORLD_SIZE": "2"}).items():
        monkeypatch.setenv(name, value)
    found = ranks.group()
    assert found is not None and found.host == host
    assert found.device([Device("cuda", 0), Device("cuda", 1)]) == Device("cuda", 1)
    assert found.device([]) == Device("cpu", 0)


@pytest.mark.torch
@pytest.mark.parametrize(
    "launcher", [["accelerate", "launch", "--multi_gpu", "--num_processes=2"], ["torchrun", "--nproc-per-node=2"]]
)
def test_the_true_launchers_give_the_export_of_a_plain_run_byte_for_byte(tmp_path: Path, launcher: list[str]) -> None:
    """`--multi_gpu` starts several processes also where there is no GPU; `--cpu` would start one."""
    words = ["ability=[color,joke]", "n=12", "name=it", "renderer.size=64", "qc=[readable,text,duplicate]"]
    words = ["-m", "synthgen", *words]
    (tmp_path / "plain").mkdir()
    (tmp_path / "ranks").mkdir()
    subprocess.run([sys.executable, *words], cwd=tmp_path / "plain", check=True, capture_output=True)
    command, *options = launcher
    port = "main_process_port" if command == "accelerate" else "master-port"
    program = str(Path(sys.executable).parent / command)
    launch = [program, *options, f"--{port}={free_port()}", *words]
    done = subprocess.run(launch, cwd=tmp_path / "ranks", capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("24 pictures rendered") == 1 and done.stderr.count("embedded backends") == 1
    assert tree(tmp_path / "plain/outputs/it/export") == tree(tmp_path / "ranks/outputs/it/export")
