"""`setup` on machines with and without a GPU and a key."""

from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.build import build
from synthgen.config import compose
from synthgen.interfaces import LLM
from tests.machines import machine

WRITTEN = Path("conf/local/default.yaml")


def chosen(*overrides: str) -> tuple[str, str]:
    """The classes of writer and renderer that a command line would get."""
    config = compose(overrides)
    return config.llm["_target_"].rpartition(".")[2], config.renderer["_target_"].rpartition(".")[2]


@pytest.mark.usefixtures("big_machine")
def test_a_gpu_and_a_key_become_the_default(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chosen("ability=joke") == ("Offline", "Sketch")
    assert main(["setup"]) == 0
    said = capsys.readouterr().out
    assert "NVIDIA H200 (140 GB)" in said and "language model: openai" in said and str(WRITTEN) in said
    assert chosen("ability=joke", "n=5000") == ("OpenAI", "Diffusers")
    config = compose(["ability=joke", "n=5000"])
    assert config.renderer["name"] == "sdxl" and config.engine["workers"] == 1 and config.n == 5000


@pytest.mark.usefixtures("big_machine")
def test_the_command_line_and_experiments_go_before_it(working_folder: Path) -> None:
    assert main(["setup"]) == 0
    assert chosen("llm=offline") == ("Offline", "Diffusers")
    assert chosen("renderer=sketch", "llm.model=other") == ("OpenAI", "Sketch")
    assert chosen("experiment=laptop") == ("Offline", "Sketch")
    assert compose(["experiment=laptop"]).engine["workers"] == 0
    assert compose(["engine.workers=3"]).engine["workers"] == 3


@pytest.mark.usefixtures("big_machine")
def test_no_key_is_written(working_folder: Path) -> None:
    assert main(["setup"]) == 0
    assert "sk-secret-value" not in WRITTEN.read_text()


@pytest.mark.usefixtures("big_machine")
def test_what_is_there_is_not_overwritten_unless_forced(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    WRITTEN.parent.mkdir(parents=True)
    WRITTEN.write_text("# @package _global_\nn: 3\n")
    assert main(["setup"]) == 2
    assert capsys.readouterr().err == f"synthgen: {WRITTEN} exists already; pass force=true to write it anew\n"
    assert WRITTEN.read_text() == "# @package _global_\nn: 3\n"
    assert main(["setup", "force=true"]) == 0
    assert chosen() == ("OpenAI", "Diffusers")
    assert main(["setup", "force=true"]) == 0


def test_a_key_alone_changes_the_writer_alone(working_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(working_folder / ".bin", monkeypatch, [])
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
    assert main(["setup"]) == 0
    assert chosen() == ("OpenAI", "Sketch") and compose([]).engine["workers"] == 0


def test_a_small_gpu_gets_the_smaller_model(working_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(working_folder / ".bin", monkeypatch, ["0, GeForce GTX 1060, 6144"])
    assert main(["setup"]) == 0
    assert compose([]).renderer["name"] == "sd15"


def test_with_neither_it_says_so_and_writes_nothing(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine(working_folder / ".bin", monkeypatch, [])
    for option in ("vllm", "ollama"):
        if not build(compose([f"llm={option}"]).llm, "llm", LLM).preflight():  # type: ignore[type-abstract]
            pytest.skip(f"{option} runs on this machine")
    assert main(["setup"]) == 0
    assert capsys.readouterr().out.startswith("found no GPU, no key")
    assert not Path("conf").exists()


def test_other_arguments_are_refused(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "n=4"]) == 2
    assert capsys.readouterr().err == "synthgen: setup takes nothing but force=true\n"
