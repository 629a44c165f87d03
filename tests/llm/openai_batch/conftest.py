"""A server for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chat_server import serving
from tests.llm.openai_batch.setting import Setting, fine


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-1234567890")
    return "sk-test-1234567890"


@pytest.fixture
def on(tmp_path: Path) -> Iterator[Callable[..., Setting]]:
    """Starts a server."""
    stack = []

    def start(script: Any = fine, **options: Any) -> Setting:
        server = serving(script, metered=True, **options)
        stack.append(server)
        url, seen = server.__enter__()
        return Setting(url, seen, tmp_path)

    yield start
    for server in stack:
        server.__exit__(None, None, None)


# asking and joining --------------------------------------------------------------------------------------------------
