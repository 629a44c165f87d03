"""How a process finds out which of several it is."""

import pytest

from synthgen.errors import UsageError
from synthgen.kit.launchers import Group, group, leave
from synthgen.types import Device

SRUN = {"SLURM_PROCID": "3", "SLURM_NTASKS": "8", "SLURM_LOCALID": "1", "SLURM_STEP_ID": "0"}
ARRAY = {"SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_COUNT": "4"}
ARRAY |= {"SLURM_ARRAY_JOB_ID": "7001"}


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK", *SRUN, "SLURM_JOB_ID", *ARRAY, "SLURM_ARRAY_TASK_STEP"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "variables, expected",
    [
        ({}, None),
        ({"RANK": "0", "WORLD_SIZE": "1"}, None),
        ({"RANK": "5", "WORLD_SIZE": "8", "LOCAL_RANK": "1"}, Group(5, 8, 1)),
        ({"RANK": "1", "WORLD_SIZE": "2"}, Group(1, 2, 1)),
        (SRUN, Group(3, 8, 1)),
        (SRUN | {"SLURM_JOB_ID": "88"}, Group(3, 8, 1, launch="88..0")),
        (SRUN | {"SLURM_JOB_ID": "88", "SLURM_RESTART_COUNT": "2"}, Group(3, 8, 1, launch="88.2.0")),
        (SRUN | {"SLURM_NTASKS": "1", "SLURM_PROCID": "0"}, None),
        ({"SLURM_PROCID": "0", "SLURM_NTASKS": "8"}, None),
        (SRUN | {"SLURM_STEP_ID": str(0xFFFFFFFB), "SLURM_PROCID": "0"}, None),
        (ARRAY, Group(2, 4, 0, True, "7001")),
        (ARRAY | {"SLURM_ARRAY_TASK_ID": "16", "SLURM_ARRAY_TASK_STEP": "2"}, Group(3, 4, 0, True, "7001")),
        (ARRAY | {"SLURM_ARRAY_TASK_COUNT": "1", "SLURM_ARRAY_TASK_ID": "10"}, None),
        # a launcher inside of a job array knows better
        (ARRAY | {"RANK": "1", "WORLD_SIZE": "4", "LOCAL_RANK": "1"}, Group(1, 4, 1)),
    ],
)
def test_a_launcher_says_which_of_how_many_a_process_is(
    variables: dict[str, str], expected: Group | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert group() == expected
    leave()
    assert group() is None


def test_ranks_share_the_gpus_of_their_machine() -> None:
    two = [Device("cuda", 0), Device("cuda", 1)]
    assert [Group(rank, 4, rank % 2).device(two).index for rank in range(4)] == [0, 1, 0, 1]
    assert Group(1, 2, 1).device([]) == Device()


@pytest.mark.parametrize(
    "variables",
    [
        {"RANK": "0", "WORLD_SIZE": "abc"},
        {"RANK": "", "WORLD_SIZE": "2"},
        {"RANK": "3", "WORLD_SIZE": "3"},
        {"RANK": "-1", "WORLD_SIZE": "3"},
        SRUN | {"SLURM_LOCALID": "x"},
        ARRAY | {"SLURM_ARRAY_TASK_STEP": "0"},
        {"SLURM_ARRAY_TASK_COUNT": "4"},
    ],
)
def test_what_no_launcher_says_is_one_line(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=r"=.*: no launcher says that \(.*\); unset them"):
        group()
