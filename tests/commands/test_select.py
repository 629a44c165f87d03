"""A new selection decides as the run did, and never replaces a good export by one that nobody could measure."""

import shlex
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.store import Store
from tests.commands.test_generate import tree


def kept(folder: str) -> list[str]:
    return [row["id"] for row in Store(Path(folder)).read_selection() if row["kept"]]


def test_a_quantile_decides_the_same_in_a_new_selection_as_in_the_run(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=food", "n=80", "exporter=[llava]"]) == 0
    assert main(["select", "run=outputs/food", "qc.clip.quantile=0.4"]) == 8
    named = capsys.readouterr().err.strip().splitlines()[-1].partition("to make the rest: python -m synthgen ")[2]
    assert named == "ability=food n=80 'exporter=[llava]' qc.clip.quantile=0.4"
    assert main(shlex.split(named)) == 0
    made = kept("outputs/food")
    assert len(made) == 80
    assert main(["select", "run=outputs/food", "qc.clip.quantile=0.4"]) == 0
    assert kept("outputs/food") == made


def test_a_check_that_measured_nothing_is_refused_before_anything_is_replaced(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=food", "n=4", "exporter=[llava]"]) == 0
    before = tree(Path("outputs/food"))
    assert main(["select", "run=outputs/food", "qc=[readable,nsfw]"]) == 2
    assert "qc.nsfw: nobody would look; pass qc.nsfw.head=" in capsys.readouterr().err
    assert main(["select", "run=outputs/food", "embedder=null"]) == 2
    said = capsys.readouterr().err
    assert "qc.clip" in said and "to have it measured: python -m synthgen ability=food n=4" in said
    assert tree(Path("outputs/food")) == before


def test_without_a_check_that_informed_the_writer_more_is_made_in_another_folder(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=food", "n=4", "exporter=[llava]"]) == 0
    assert main(["select", "run=outputs/food", "~qc.claims", "qc.clip.min=0.9"]) == 8
    said = capsys.readouterr().err
    assert "qc.claims.detector" in said and "stay as they are" in said
    named = said.strip().splitlines()[-1].partition("can only be made anew: python -m synthgen ")[2]
    assert named.endswith("name=food-2")
    assert main([*(word for word in shlex.split(named) if not word.startswith("qc.clip")), "n=2"]) == 0


def test_a_run_that_wrote_no_dialogue_is_selected_from_and_names_the_command_that_writes_them(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=food", "n=2", "max_candidates=1", "qc.clip.min=2", "exporter=[llava]"]) == 8
    assert main(["select", "run=outputs/food", "qc.clip.min=-2"]) == 8
    assert "to make the rest: python -m synthgen ability=food n=2" in capsys.readouterr().err
