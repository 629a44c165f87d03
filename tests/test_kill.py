"""Kill the whole thing at random moments, run the same command again: the same bytes come out."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import kills, two_starts
from tests.commands.test_generate import tree

COMMAND = [sys.executable, "-m", "synthgen"]
N = 60
IN_FLIGHT = 32
"""Requests: `llm.concurrency`."""
THREE = [*COMMAND, "ability=[color,hair,joke]", f"n={N}", "name=three", "renderer.size=128"]


def run_and_kill(folder: Path, after: float) -> bool:
    """Kill a run so many seconds after its first new file; gives whether it was still at work."""
    nowhere = subprocess.DEVNULL
    before = stored(folder)
    process = subprocess.Popen(THREE, cwd=folder, start_new_session=True, stdout=nowhere, stderr=nowhere)
    while stored(folder) == before and process.poll() is None:
        time.sleep(0.02)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def stored(folder: Path) -> set[Path]:
    return set(folder.glob("outputs/three/**/*.parquet"))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_ten_kills_at_random_moments_change_no_byte_of_the_export(tmp_path: Path) -> None:
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    for folder in (calm, wild):
        folder.mkdir()
    subprocess.run(THREE, cwd=calm, check=True, capture_output=True)
    luck = random.Random(7)
    kills = sum(run_and_kill(wild, luck.uniform(0, 0.4)) for _ in range(10))
    subprocess.run(THREE, cwd=wild, check=True, capture_output=True)
    assert kills >= 7, "most kills came when there was nothing left to do"
    assert tree(calm / "outputs/three/export") == tree(wild / "outputs/three/export")
    assert len(tree(wild / "outputs/three/export/llava/images")) == 3 * N


@pytest.mark.slow
def test_of_two_commands_that_start_at_once_one_proceeds_also_after_a_kill() -> None:
    assert two_starts.main(4) == {"one proceeds": 4}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_killed_driver_or_worker_costs_no_paid_reply_and_no_byte_of_the_export(tmp_path: Path) -> None:
    calm, *killed = kills.trials(tmp_path, n=120, seconds=0.2, workers=2, kills=2, words=[])
    assert calm.code == 0 and calm.requests.total() == len(calm.requests)
    for trial in killed:
        assert (trial.code, len(trial.hits), trial.export()) == (0, 2, calm.export())
        sent_again = trial.requests.total() - len(trial.requests)
        assert sent_again <= (2 * IN_FLIGHT if trial.name == "driver" else 0)
