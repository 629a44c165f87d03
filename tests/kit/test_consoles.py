"""Consoles whose reader may go away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from synthgen.pipeline import at_work, generate
from tests.doubles import Silent, run_of


@pytest.fixture
def made(working_folder: Path) -> Path:
    run = run_of(Path("outputs/run"), 2)
    with at_work(run) as (store, desk):
        generate(run, store, desk, Silent())
    return run.folder


@pytest.mark.parametrize("words", [["--help"], ["status", "run=outputs/run"]])
def test_results_that_nobody_reads_are_no_mistake(made: Path, words: list[str]) -> None:
    """`| head -1`: with `set -o pipefail` a script would end there."""
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run([sys.executable, "-m", "synthgen", *words], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (process.returncode, process.stderr) == (0, b"")
