"""Machines to run commands on."""

from pathlib import Path

import pytest

from tests.machines import machine


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No GPU, no key."""
    machine(tmp_path / ".bin", monkeypatch, [])


@pytest.fixture
def big_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A GPU and a key."""
    machine(tmp_path / ".bin", monkeypatch, ["0, NVIDIA H200, 143771"])
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
