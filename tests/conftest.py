"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from synthgen.kit.cores import cores

# A busy machine must not fail a test; and the same examples come up on every machine.
settings.register_profile("synthgen", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("synthgen")

HEAVY = ("consumers", "browser", "torch", "clip", "trainers", "harness", "statistics", "ray", "monitor", "slow")
"""Markers of tests that need more than the light installation, or minutes."""
left_out: dict[str, int] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without -m, the heavy groups are left out, and counted."""
    if config.option.markexpr:
        return
    keep, out = [], []
    for item in items:
        marks = [mark for mark in HEAVY if item.get_closest_marker(mark)]
        if marks:
            left_out[marks[0]] = left_out.get(marks[0], 0) + 1
        (out if marks else keep).append(item)
    items[:] = keep
    config.hook.pytest_deselected(items=out)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Tests have worker processes of their own: more than four at once get into each other's way."""
    return min(4, cores())


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = left_out


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Each process of xdist collects all tests, and leaves out the same."""
    left_out.update(getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if left_out:
        groups = ", ".join(f"{name} ({count})" for name, count in sorted(left_out.items()))
        terminalreporter.write_line(f"left out: {groups}. To run them too: make test-all")


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a machine remembers of itself stays out of tests, and the other way round."""
    folder = tmp_path_factory.mktemp("cache", numbered=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to run commands in."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path


@pytest.fixture(scope="session")
def published() -> Path:
    """The published StableLLaVA files, where the checkout stands beside them."""
    folder = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[2] / "shared" / "data")) / "stablellava"
    if not folder.is_dir():
        pytest.skip("no published StableLLaVA files here; name their folder in SYNTHGEN_DATA")
    return folder
