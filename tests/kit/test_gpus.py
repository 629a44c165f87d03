"""What is read out of nvidia-smi, and what is not believed."""

from pathlib import Path

import pytest

from synthgen.kit.gpus import Gpu, nvidia_gpus
from tests.machines import machine

TWO = ["0, NVIDIA H200, 143771", "1, Tesla T4, 15360"]


def test_every_gpu_is_listed_with_its_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(tmp_path, monkeypatch, TWO)
    assert nvidia_gpus() == (Gpu("cuda", "NVIDIA H200", 143771 / 1024), Gpu("cuda", "Tesla T4", 15.0))


@pytest.mark.parametrize(
    ("visible", "names"),
    [
        ("1", ["Tesla T4"]),
        ("1, 0", ["Tesla T4", "NVIDIA H200"]),
        ("", []),
        ("-1", []),
        ("7", []),
        ("GPU-8f3a", ["NVIDIA H200", "Tesla T4"]),
    ],
)
def test_hidden_gpus_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visible: str, names: list[str]
) -> None:
    machine(tmp_path, monkeypatch, TWO)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    assert [gpu.name for gpu in nvidia_gpus()] == names


@pytest.mark.parametrize("says", [[], ["No devices were found"], ["0, NVIDIA H200, [N/A]"]])
def test_a_program_that_fails_or_says_something_else_means_no_gpu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: list[str]
) -> None:
    machine(tmp_path, monkeypatch, says)
    assert nvidia_gpus() == ()


def test_no_such_program_means_no_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nvidia_gpus() == ()
