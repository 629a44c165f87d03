"""`python -m synthgen duplicates`: pictures that repeat each other, as a table, as JSON and on a page."""

import json
from pathlib import Path

import pytest

from synthgen.__main__ import main

CHECKS = ["qc=[readable,text,duplicate]"]
MAKE = ["ability=[color,food]", "n=3", "renderer.size=96", "exporter=[llava]", "engine.workers=1", *CHECKS]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs of the same seed: each picture of the one is there in the other."""
    folder = tmp_path_factory.mktemp("duplicates")
    for name in ("one", "two"):
        assert main([*MAKE, f"name={name}", f"outputs={folder}/outputs"]) == 0
    return folder


@pytest.fixture
def runs(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with the runs in `outputs`."""
    (tmp_path / "outputs").symlink_to(made / "outputs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_pictures_are_compared_within_runs_and_across(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", "run=outputs/one"]) == 0
    said = capsys.readouterr().out
    assert "6 pictures, 0 with an embedding" in said and "not scored" in said
    assert [line.split()[-3:] for line in said.splitlines() if line.startswith(" exact")] == [["0", "0", "0"]]
    assert main(["duplicates", "run=outputs/one", "run=outputs/two"]) == 0
    said = capsys.readouterr().out
    assert [line.split()[-3:] for line in said.splitlines() if line.startswith(" exact")] == [["0", "0", "6"]]
    assert "exact: outputs/one color-000000000, outputs/two color-000000000 (0 bits)" in said
    html = (runs / "duplicates.html").read_text()
    assert html.count("<img src=") == 12 and "6 pairs" in html


def test_with_json_there_is_a_line_for_each_pair_and_no_page(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", "run=outputs/one", "run=outputs/two", "json=true"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {
        "kind": "exact",
        "one": {"run": "outputs/one", "id": "color-000000000"},
        "other": {"run": "outputs/two", "id": "color-000000000"},
        "bits": 0,
        "cosine": None,
    }
    assert len(rows) == 6 and not (runs / "duplicates.html").exists()
    assert main(["duplicates", "run=outputs/one", "json=true", "out=pairs.html"]) == 0
    assert (runs / "pairs.html").exists()


def test_the_thresholds_are_those_of_the_check_and_can_be_changed(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loose = ["qc.duplicate.phash_distance=64", "qc.duplicate.signature_within=255", "json=true"]
    assert main(["duplicates", "run=outputs/one", *loose]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 15


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "duplicates needs the folders of runs"),
        (["run=outputs/one", "run=outputs/../outputs/one"], "is named twice"),
        (["run=outputs/one", "json=maybe"], "json=maybe: it has to be true or false"),
        (["run=outputs/one", "cosine=2"], "cosine=2: it has to be above 0 and at most 1"),
        (["run=outputs/one", "cosine=high"], "cosine=high: it has to be above 0 and at most 1"),
        (["run=outputs/one", "out="], "out= is empty"),
        (["run=outputs/none"], "outputs/none is not the folder of a run"),
        (["run=outputs/one", "~qc.duplicate"], "was made without qc.duplicate"),
    ],
)
def test_mistakes_are_told_in_a_line(
    runs: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["duplicates", *arguments]) == 2
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 1 and said in err[0]
