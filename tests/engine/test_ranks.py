"""The processes of `accelerate launch` and `torchrun`, started by hand."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.engine.local import Local
from synthgen.engine.static import Static
from synthgen.engine.static.session import sessions
from synthgen.types import Device
from tests.commands.test_generate import tree
from tests.engine.launching import Launch, ends, free_port
from tests.engine.test_cards import noted
from tests.engine.test_local import pictures


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
    assert [(session / "end").exists() for session in sessions(tmp_path / "run")] == [True]


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
    assert f"rank 1 on {socket.gethostname()} has gone; the others go on" in err
    assert pictures(tmp_path / "run") == calm(tmp_path)


def test_a_killed_driver_takes_the_others_with_it_and_the_same_command_goes_on(tmp_path: Path, notes: str) -> None:
    zero, one = cards(tmp_path, notes, slow=(0, 1)).all()
    wait_for(tmp_path / "run/pictures", "*.parquet")
    zero.kill()
    code, out, err = ends([zero, one], seconds=20)[1]
    assert (code, out) == (7, "")
    first, last = err.splitlines()
    assert first == f"synthgen: rank 1 on {socket.gethostname()}: rank 0 has ended; waiting for it to come back"
    assert "rank 0 has not worked in" in last and "run the same command to go on" in last
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
    (code, _, err), one = ends(cards(tmp_path, notes, n=160, slow=(0,), fail=(1,) * 9).all())
    assert code == 0 and one[:2] == (0, "") and "rank 0 goes on without it" in one[2], err
    assert (
        err.count(
            f"rank 1 on {socket.gethostname()} failed (CUDA error: an illegal memory access); a fresh worker takes over"
        )
        == 2
    )
    assert f"rank 1 on {socket.gethostname()} failed 3 times in ten minutes" in err
    # the next may be hired in the same look into the folder in which the third failure is read
    assert noted(notes, "opened-cuda-1") in (3, 4)
    assert pictures(tmp_path / "run") == calm(tmp_path, n=160)


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
    assert Static().size(eight, True) == 8 and "engine=local" in Static().preflight()[0]
    assert Local(3).preflight() == []
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("WORLD_SIZE", "16")
    assert Static().size(eight, True) == 16 and Static().preflight() == []
    assert "leave engine out" in Local(3).preflight()[0]


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
