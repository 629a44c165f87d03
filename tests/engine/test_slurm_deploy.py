"""deploy/slurm with a stand-in for Slurm: `srun` starts the ranks, `scontrol` notes what it was asked.

Both scripts were also submitted to a real Slurm of two nodes on one machine, see docs/scale.md.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.test_generate import tree

ROOT = Path(__file__).parent.parent.parent
SRUN = """#!/bin/bash
export SLURM_NTASKS=2 SLURM_STEP_ID=0
pids=()
for rank in 0 1; do SLURM_PROCID=$rank SLURM_LOCALID=$rank "$@" & pids+=($!); done
worst=0
for pid in "${pids[@]}"; do wait "$pid" || worst=$?; done
exit $worst
"""
SCONTROL = '#!/bin/bash\necho "$@" >> asked\n'
ENDS = "#!/bin/bash\nexit {}\n"
WAITS = "#!/bin/bash\ntrap 'sleep 0.5; exit 130' TERM\ntouch up\nwhile true; do sleep 0.1; done\n"
PLAIN = ["ability=vehicle", "n=6", "renderer.size=64", "exporter=[llava]", "name=run"]


def started(folder: Path, script: str, words: list[str], **programs: str) -> "subprocess.Popen[str]":
    """The script as a batch shell, with these programs before all others."""
    (folder / "bin").mkdir(exist_ok=True)
    for name, text in ({"srun": SRUN, "scontrol": SCONTROL} | programs).items():
        (folder / "bin" / name).write_text(text)
        (folder / "bin" / name).chmod(0o755)
    path = f"{folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    said = {"SLURM_JOB_ID": "88", "SLURM_ARRAY_JOB_ID": "70", "SLURM_ARRAY_TASK_ID": "3", "PYTHONPATH": str(ROOT)}
    command = ["bash", str(ROOT / "deploy/slurm" / script), *words]
    return subprocess.Popen(command, cwd=folder, env=os.environ | said | {"PATH": path}, text=True)


def asked(folder: Path) -> str:
    return (folder / "asked").read_text().strip() if (folder / "asked").exists() else ""


def test_the_job_of_a_step_gives_the_export_of_a_plain_run(tmp_path: Path) -> None:
    calm, folder = tmp_path / "calm", tmp_path / "job"
    for one in (calm, folder):
        one.mkdir()
    subprocess.run([sys.executable, "-m", "synthgen", *PLAIN], cwd=calm, check=True, capture_output=True)
    assert started(folder, "srun.sh", PLAIN).wait(120) == 0
    assert tree(folder / "outputs/run/export") == tree(calm / "outputs/run/export")
    assert list((folder / "outputs/run/workers").iterdir()), "its ranks have worked together"
    assert asked(folder) == ""


@pytest.mark.parametrize("script, again", [("srun.sh", "requeue 88"), ("array.sh", "requeue 70_3")])
@pytest.mark.parametrize("code", [0, 7, 130])
def test_a_job_that_ended_in_good_order_before_it_was_done_goes_back_into_the_queue(
    tmp_path: Path, script: str, again: str, code: int
) -> None:
    assert started(tmp_path, script, [], python=ENDS.format(code)).wait(30) == code
    assert asked(tmp_path) == (again if code == 130 else "")


def test_a_task_of_an_array_hears_that_its_time_is_up_and_ends_before_it_goes_back(tmp_path: Path) -> None:
    batch = started(tmp_path, "array.sh", [], python=WAITS)
    while not (tmp_path / "up").exists():
        time.sleep(0.05)
    batch.send_signal(signal.SIGTERM)
    assert batch.wait(30) == 130
    assert asked(tmp_path) == "requeue 70_3"
