"""Finished runs, exported again and elsewhere."""

import os
import shlex
from pathlib import Path

import pytest

from synthgen.__main__ import main
from tests.commands.test_generate import tree

PACKED = ["trl", "imagefolder", "webdataset", "parquet"]


def test_a_run_is_exported_to_a_folder_of_ones_choice_and_again_without_writing_anything(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=food", "n=3", "renderer.size=128", "exporter=[llava]"]) == 0
    there = working_folder / "elsewhere"
    command = ["export", "run=outputs/food", f"exporter=[{','.join(PACKED)}]", f"export.to={there}/"]
    assert main(command) == 0
    assert {path.name for path in there.iterdir()} == set(PACKED)
    assert f"webdataset: {there}/webdataset\n" in capsys.readouterr().out
    assert len(list((there / "imagefolder/train").glob("*.jpg"))) == 3
    before = tree(there)
    for path in there.rglob("*"):
        os.utime(path, ns=(1, 1))
    assert main(command) == 0
    assert tree(there) == before
    assert {path.stat().st_mtime_ns for path in there.rglob("*") if path.is_file()} == {1}
    (there / "webdataset/mine.txt").write_text("mine")
    assert main([*command[:2], "exporter=[webdataset]", command[3]]) == 0
    assert (there / "webdataset/mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("s3:/bucket", "export.to=s3:/bucket: a store is named s3://bucket"),
        ("'ftpp://host/x'", "export.to=ftpp://host/x: Protocol not known: ftpp"),
    ],
)
def test_a_place_of_no_use_is_refused_before_anything_is_rendered(
    working_folder: Path, capsys: pytest.CaptureFixture[str], url: str, says: str
) -> None:
    assert main(["ability=food", "n=3", f"export.to={url}"]) == 2
    err = capsys.readouterr().err
    assert says in err and err.count("\n") == 1
    assert not (working_folder / "outputs").exists()


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("exporter=[]", "no exporter; pass exporter=[llava]"),
        ("exporter.llava.file=README.md", "exporter.llava.file='README.md': "),
        ("exporter.llava.file=croissant.json", "exporter.llava.file='croissant.json': "),
        ("exporter.llava.images=examples", "images='examples': that is where the card of an export lies; pass another"),
    ],
)
def test_an_export_of_nothing_or_one_that_its_own_card_would_be_written_over_is_refused(
    working_folder: Path, capsys: pytest.CaptureFixture[str], argument: str, says: str
) -> None:
    assert main(["ability=food", "n=3", "renderer.size=128", "exporter=[]"]) == 0
    before = tree(working_folder / "outputs")
    capsys.readouterr()
    assert main(["export", "run=outputs/food", "exporter=[llava]", argument]) == 2
    err = capsys.readouterr().err
    assert says in err and err.count("\n") == 1
    assert tree(working_folder / "outputs") == before


def test_a_selection_names_the_exports_that_it_does_not_write_again(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=color", "n=4", "exporter=[llava]", "qc=[readable]"]) == 0
    assert "not written again" not in capsys.readouterr().out
    assert main(["export", "run=outputs/color", "exporter=[trl]"]) == 0
    capsys.readouterr()
    assert main(["select", "run=outputs/color", "n=2"]) == 0
    (told,) = [line for line in capsys.readouterr().out.splitlines() if "not written again" in line]
    command = "python -m synthgen export run=outputs/color 'exporter=[trl]'"
    assert told == f"trl: not written again; to bring it up to date: {command}"
    assert main(shlex.split(command)[3:]) == 0
    assert "trl: " in capsys.readouterr().out
