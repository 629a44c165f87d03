"""Kill the whole thing at random moments, run the same command again: the same bytes come out."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.test_generate import tree

COMMAND = [sys.executable, "-m", "synthgen", "ability=all"]


def run_and_kill(folder: Path, n: int, after: float) -> None:
    process = subprocess.Popen(
        [*COMMAND, f"n={n}"], cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_ten_kills_at_random_moments_change_no_byte_of_the_export(tmp_path: Path) -> None:
    n = 20
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    for folder in (calm, wild):
        folder.mkdir()
    began = time.monotonic()
    subprocess.run([*COMMAND, f"n={n}"], cwd=calm, check=True, capture_output=True)
    seconds = time.monotonic() - began
    luck = random.Random(7)
    for _ in range(10):
        run_and_kill(wild, n, luck.uniform(1, seconds))
    subprocess.run([*COMMAND, f"n={n}"], cwd=wild, check=True, capture_output=True)
    assert tree(calm / "outputs/all/export") == tree(wild / "outputs/all/export")
    assert len(tree(wild / "outputs/all/export/llava/images")) == 13 * n


@pytest.mark.slow
def test_two_runs_at_once_leave_one_at_work_and_refuse_the_other(tmp_path: Path) -> None:
    both = [
        subprocess.Popen([*COMMAND[:3], "ability=joke", "n=40"], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 3], said
    assert any("is in use by process" in text for text in said)
