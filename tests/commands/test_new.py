"""`new` writes an ability that runs, and never over one that is there."""

import json
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from synthgen.__main__ import main
from synthgen.config import conf_dir

PATH = Path("conf/ability/weather.yaml")


def test_what_it_writes_runs_at_once_with_the_embedded_backends(working_folder: Path) -> None:
    assert main(["new", "ability=weather"]) == 0
    assert main(["ability=weather", "n=4"]) == 0
    rows = json.loads(Path("outputs/weather/export/llava/llava.json").read_text())
    assert len(rows) == 4 and all(row["id"].startswith("weather-") for row in rows)


def test_every_example_word_can_be_drawn(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ability=weather"]) == 0
    words = yaml.safe_load(PATH.read_text())
    subjects = [subject for group in words["groups"].values() for subject in group["subjects"]]
    assert main(["ability=weather", f"n={len(subjects)}", "outputs=all"]) == 0
    from synthgen.kit.reserved import is_reserved
    from synthgen.store import Store

    heads = {row.head for row in Store(Path("all/weather")).rows("prompts", "weather")}  # type: ignore[union-attr]
    assert heads == {subject for subject in subjects if not is_reserved("weather", subject)}


def test_it_has_every_key_that_the_other_abilities_have_each_under_a_comment(working_folder: Path) -> None:
    assert main(["new", "ability=weather"]) == 0
    keys = set(yaml.safe_load(PATH.read_text()))
    assert keys == set(yaml.safe_load((conf_dir() / "ability" / "animal.yaml").read_text()))
    lines = PATH.read_text().splitlines()
    for number, line in enumerate(lines):
        if line[:1].isalpha() and not line.startswith("_target_"):
            assert lines[number - 1].startswith("# "), line
    assert "%" not in PATH.read_text()


@pytest.mark.parametrize("name", ["weather", "joke", "all"])
def test_a_name_that_is_taken_is_refused(working_folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["new", "ability=weather"]) == 0
    before = PATH.read_bytes()
    assert main(["new", f"ability={name}"]) == 2
    assert f"there is an ability {name!r} already" in capsys.readouterr().err
    assert PATH.read_bytes() == before and list(PATH.parent.iterdir()) == [PATH]


@pytest.mark.parametrize("name", ["Weather", "wea-ther", "../up", "", "1st", "a b"])
def test_what_is_no_name_is_refused(working_folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["new", f"ability={name}"]) == 2
    assert "is no name for an ability" in capsys.readouterr().err
    assert not Path("conf").exists()


@pytest.mark.parametrize("arguments", [[], ["ability=a", "ability=b"], ["ability=a", "n=4"]])
def test_it_wants_one_name_and_nothing_else(
    working_folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["new", *arguments]) == 2
    assert "python -m synthgen new ability=weather" in capsys.readouterr().err


def test_two_words_become_a_readable_noun(working_folder: Path) -> None:
    assert main(["new", "ability=board_game"]) == 0
    assert yaml.safe_load(Path("conf/ability/board_game.yaml").read_text())["noun"] == "board game"
