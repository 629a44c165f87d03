"""`rerender`: pictures of a run, made again."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.commands.told import run_of
from synthgen.errors import UsageError
from synthgen.kit.pictures import read_mark
from synthgen.store import Store
from synthgen.types import Picture


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run of 4 jokes."""
    folder = tmp_path_factory.mktemp("runs")
    assert main(["ability=joke", "n=4", "renderer.size=128", "engine.workers=1", f"outputs={folder}"]) == 0
    return folder / "joke"


@pytest.fixture
def joke(made: Path, working_folder: Path) -> Path:
    shutil.copytree(made, "outputs/joke")
    return Path("outputs/joke")


def pictures(folder: Path) -> list[Picture]:
    return [row for row in Store(folder).rows("pictures", "joke") if isinstance(row, Picture)]


def test_an_embedded_drawing_comes_out_byte_for_byte(joke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    id = pictures(joke)[-1].id
    assert main(["rerender", f"run={joke}", f"id={id}"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"{id}: identical bytes", f"  outputs/joke/rerender/{id}.png"]
    assert said.err == ""
    assert (joke / f"rerender/{id}.png").exists()


def test_every_picture_of_a_run_says_what_it_is(joke: Path) -> None:
    for picture in pictures(joke):
        mark = read_mark(picture.data)
        assert mark is not None and (mark.id, mark.model, mark.ai) == (picture.id, "sketch", False)


def test_scripts_get_json(joke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = pictures(joke)[:2]
    assert main(["rerender", f"run={joke}", f"id=[{one.id},{other.id}]", "json=true"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in found] == [one.id, other.id]
    assert all(entry["identical"] and entry["within_tolerance"] and entry["tolerance"] == 0 for entry in found)
    assert found[0]["stored"] == {"sha256": one.sha256, "environment": ""}
    assert found[0]["again"]["sha256"] == one.sha256
    assert found[0]["difference"] == {"mean": [0.0, 0.0, 0.0], "largest": [0, 0, 0], "share": 0.0}


def test_a_difference_is_told_in_figures_and_is_no_error(joke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = json.loads((joke / "run.json").read_text())
    about["command"] = [word for word in about["command"] if word != "renderer.size=128"] + ["image.quality=40"]
    about["command"] += ["renderer.size=128"]
    (joke / "run.json").write_text(json.dumps(about))
    id = pictures(joke)[0].id
    assert main(["rerender", f"run={joke}", f"id={id}"]) == 0
    said = capsys.readouterr().out
    assert f"{id}: NOT within the tolerance (the same pixels); red, green, blue differ by " in said
    assert "of 255 on average" in said and "of the pixels by more than 2" in said


def test_a_renderer_that_is_no_longer_the_same_is_told(joke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = json.loads((joke / "run.json").read_text())
    about["fingerprint"]["renderer.version"] = "0.0.1"
    (joke / "run.json").write_text(json.dumps(about))
    assert main(["rerender", f"run={joke}", f"id={pictures(joke)[0].id}"]) == 0
    assert "renderer.version was 0.0.1, is " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["id=joke-000000999"], "has no such sample; it went to joke-"),
        (["id=color-000000001"], "are called joke-000000000 and so on"),
        ([], "rerender needs an id: python -m synthgen rerender run=outputs/joke id=..."),
        (["id=joke-0", "json=yes"], "json=yes: it has to be true or false"),
        (["id=joke-0", "renderer.size=64"], "renderer.size=64: the samples of a run were made from these"),
        (["id=joke-0", "renderer=sdxl"], "renderer=sdxl: the samples of a run were made from these"),
        (["id=joke-0", "seed=3"], "seed=3: the samples of a run were made from these"),
        (["id=joke-0", "renderer.device=cpu"], "unknown option 'renderer.device'"),
    ],
)
def test_a_mistake_is_one_line(joke: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    assert main(["rerender", f"run={joke}", *words]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1 and said in lines[0]
    assert not (joke / "rerender").exists()


def test_how_a_diffusion_model_renders_may_change_but_not_what(joke: Path) -> None:
    about = json.loads((joke / "run.json").read_text())
    about["command"], about["choices"]["renderer"] = ["ability=joke", "n=4"], "sd15"
    (joke / "run.json").write_text(json.dumps(about))
    words = [f"run={joke}", "renderer.device=cpu"]
    assert vars(run_of(words, "rerender", renders=True).renderer)["device"] == "cpu"
    with pytest.raises(UsageError, match="only checks, exporters and n change"):
        run_of(words, "export")
    with pytest.raises(UsageError, match=r"renderer.steps=3: .*only .*renderer.device, .*can change"):
        run_of([*words, "renderer.steps=3"], "rerender", renders=True)


def test_a_folder_that_is_no_run_is_named(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rerender", "run=nowhere", "id=joke-0"]) == 2
    assert "nowhere is not the folder of a run" in capsys.readouterr().err
    assert main(["rerender", "id=joke-0"]) == 2
    assert "rerender needs the folder of a run" in capsys.readouterr().err
