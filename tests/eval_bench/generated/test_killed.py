"""A build that is killed with -9, again and again, ends as one that nobody disturbed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from eval_bench.benchmark import load

BUILD = [sys.executable, "-m", "eval_bench", "build", "generated", "ability=[color,joke]", "n=16", "renderer.size=128"]


@pytest.mark.slow
def test_killed_at_any_moment_it_makes_the_same(tmp_path: Path) -> None:
    def start(folder: Path) -> "subprocess.Popen[bytes]":
        command = [*BUILD, "engine.workers=1", f"outputs={folder}"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)

    began = time.monotonic()
    assert start(tmp_path / "calm").wait() == 0
    took, rng = time.monotonic() - began, Random(0)
    for _ in range(5):
        running = start(tmp_path / "killed")
        time.sleep(rng.uniform(0.3, 1.0) * took)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    assert start(tmp_path / "killed").wait() == 0
    calm, killed = load(tmp_path / "calm/generated"), load(tmp_path / "killed/generated")
    assert [item.id for item in calm.items] == [item.id for item in killed.items]
    assert calm.version == killed.version
