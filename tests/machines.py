"""Machines for tests: programs on the search path that say what the real ones would say."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from synthgen.kit import gpus


def machine(folder: Path, monkeypatch: pytest.MonkeyPatch, cards: Sequence[str]) -> None:
    """A machine with these GPUs ("0, NVIDIA H200, 143771" each), no key, and no setting of CUDA."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "nvidia-smi"
    lines = "".join(f'echo "{card}"\n' for card in cards)
    program.write_text(f"#!/bin/sh\n{lines or 'exit 9'}")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    for variable in ("CUDA_VISIBLE_DEVICES", "OPENAI_API_KEY", "HF_TOKEN"):
        monkeypatch.delenv(variable, raising=False)
    gpus.gpus.cache_clear()
    gpus.torch_sees.cache_clear()
