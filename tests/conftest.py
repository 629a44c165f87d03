"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a test; and the same examples come up on every machine.
settings.register_profile("synthgen", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("synthgen")


@pytest.fixture
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to run commands in."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
