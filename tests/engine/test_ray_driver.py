"""The driver as a process of its own: killed, interrupted, started again."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.test_generate import tree
from tests.engine.rays import Nodes, processes, wait_until
from tests.engine.test_local import pictures

pytestmark = pytest.mark.ray
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    nodes = Nodes(2)
    yield nodes
    nodes.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    return tmp_path / "notes"


def start(folder: Path, notes: Path, n: int, address: str, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.engine.ray_run", str(folder), str(notes), str(n), address]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*command, json.dumps(options)], cwd=ROOT, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


def end(driver: "subprocess.Popen[str]", number: signal.Signals) -> tuple[str, str]:
    os.killpg(driver.pid, number)
    return driver.communicate(timeout=60)


def begun(notes: Path) -> int:
    return len([*notes.iterdir()])


def test_a_driver_that_is_killed_takes_its_workers_along_and_the_next_goes_on(
    nodes: Nodes, tmp_path: Path, notes: Path
) -> None:
    for reached in (40, 100):
        driver = start(tmp_path / "run", notes, 160, nodes.address)
        wait_until(lambda reached=reached: begun(notes) >= reached)  # type: ignore[misc]
        end(driver, signal.SIGKILL)
        wait_until(lambda: not processes(notes))
    said, told = start(tmp_path / "run", notes, 160, nodes.address).communicate(timeout=100)
    assert json.loads(said)["kept"] == 160 and told == ""
    (tmp_path / "other").mkdir()
    start(tmp_path / "calm", tmp_path / "other", 160, nodes.address).communicate(timeout=100)
    assert pictures(tmp_path / "run") == pictures(tmp_path / "calm")


def test_an_interrupted_run_finishes_what_is_in_flight_and_a_second_time_drops_it(
    nodes: Nodes, tmp_path: Path, notes: Path
) -> None:
    driver = start(tmp_path / "run", notes, 400, "local")  # a cluster of its own, which hears what its group hears
    wait_until(lambda: begun(notes) >= 20)
    _, told = end(driver, signal.SIGINT)
    assert driver.returncode == 130, told
    assert told.strip().splitlines() == [
        "finishing what is in flight, for 20 seconds at most; once more drops it",
        "interrupted; everything finished is kept. Run the same command to go on",
    ]
    assert all(len(note.read_text()) == 1 for note in notes.iterdir())
    assert len(pictures(tmp_path / "run")) == begun(notes)
    wait_until(lambda: not processes(notes))


@pytest.mark.parametrize("address", ["local", "the cluster's"])
def test_a_second_interrupt_ends_it_at_once(nodes: Nodes, tmp_path: Path, notes: Path, address: str) -> None:
    there = "local" if address == "local" else nodes.address
    driver = start(tmp_path / "run", notes, 20, there, hang=3)
    wait_until(lambda: begun(notes) >= 4)
    os.killpg(driver.pid, signal.SIGINT)
    os.killpg(driver.pid, signal.SIGTERM)
    _, told = driver.communicate(timeout=30)
    assert driver.returncode == -signal.SIGINT and told.endswith("KeyboardInterrupt\n"), told
    assert "another exception" not in told
    wait_until(lambda: not processes(notes))


def test_the_export_is_that_of_local_processes_byte_by_byte(tmp_path: Path) -> None:
    for engine in (["engine=local"], ["engine=ray", "engine.address=local"]):
        words = [sys.executable, "-m", "synthgen", "ability=joke", "n=24", "name=one", *engine]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert "ray" not in done.stderr.replace("engine=ray", "").lower()
        (tmp_path / "outputs").rename(tmp_path / engine[0])
    assert tree(tmp_path / "engine=local/one/export") == tree(tmp_path / "engine=ray/one/export")
