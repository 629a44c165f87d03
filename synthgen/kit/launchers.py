"""Which of how many processes this is, where a launcher starts one command several times.

`accelerate launch` and `torchrun` say it in RANK and WORLD_SIZE, `srun` in SLURM_PROCID and SLURM_NTASKS, a job array
of Slurm in SLURM_ARRAY_TASK_ID and its bounds. The first, rank 0, drives; the others work for it.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synthgen.errors import UsageError
from synthgen.types import Device

_TORCH = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
_SLURM = ("SLURM_PROCID", "SLURM_NTASKS", "SLURM_LOCALID")
_NO_STEP = 0xFFFFFF00
"""Numbers from here on mean something else than a step."""
_ARRAY = ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT")


@dataclass(frozen=True)
class Group:
    """Which of how many processes this is."""

    rank: int
    size: int
    local: int
    """The rank among those of this machine."""
    array: bool = False
    """A task of a job array: those come and go one by one, the ranks of other launchers all together."""
    launch: str = ""
    """Which launch it belongs to, where Slurm says so: the number of the array, or of a step of a job."""

    def device(self, devices: Sequence[Device]) -> Device:
        """This rank's, of those of its machine; a core where there are none."""
        return devices[self.local % len(devices)] if devices else Device()


def group() -> Group | None:
    """As the launcher says in the environment; None for a process that was started by itself. Raises UsageError."""
    try:
        return _group(os.environ)
    except (ValueError, KeyError, ZeroDivisionError) as e:
        told = {name: value for name, value in os.environ.items() if name in {*_TORCH[:3], *_SLURM, *_ARRAY}}
        said = " ".join(f"{name}={value}" for name, value in told.items())
        raise UsageError(f"{said}: no launcher says that ({e}); unset them, or start this by the launcher alone") from e


def _group(env: Mapping[str, str]) -> Group | None:
    if int(env.get("WORLD_SIZE", "1")) > 1 and "RANK" in env:
        rank, size = int(env["RANK"]), int(env["WORLD_SIZE"])
        if not 0 <= rank < size:
            raise ValueError(f"ranks are 0 to {size - 1}")
        return Group(rank, size, int(env.get("LOCAL_RANK", rank)))
    if int(env.get("SLURM_ARRAY_TASK_COUNT", "1")) > 1:
        # each task of an array has the GPUs that Slurm gave to it for itself
        first = int(env.get("SLURM_ARRAY_TASK_MIN", "0"))
        step = int(env.get("SLURM_ARRAY_TASK_STEP", "1"))
        rank = (int(env["SLURM_ARRAY_TASK_ID"]) - first) // step
        return Group(rank, int(env["SLURM_ARRAY_TASK_COUNT"]), 0, True, env.get("SLURM_ARRAY_JOB_ID", ""))
    # the script of a batch job is one process, whatever it asked for: only srun starts several, as a numbered step
    if int(env.get("SLURM_NTASKS", "1")) > 1 and int(env.get("SLURM_STEP_ID", _NO_STEP)) < _NO_STEP:
        rank, size, local = (int(env.get(name, "0")) for name in _SLURM)
        # a job that was requeued keeps its number and begins to count its steps anew
        launch = ".".join(env.get(name, "") for name in ("SLURM_JOB_ID", "SLURM_RESTART_COUNT", "SLURM_STEP_ID"))
        return Group(rank, size, local, launch=launch if env.get("SLURM_JOB_ID") else "")
    return None


def leave() -> None:
    """Make this a process by itself, also in the eyes of libraries."""
    for name in (*_TORCH, *_SLURM, *_ARRAY):
        os.environ.pop(name, None)
