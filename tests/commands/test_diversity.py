import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.commands.diversity import _names
from tests.report.test_page import Page


@pytest.fixture
def folder(working_folder: Path) -> Path:
    """A working folder with a file as StableLLaVA has them, and one as LLaVA has them."""
    (working_folder / "more").mkdir()
    rows = [
        {"prompt": f"((head {i % 4})), place {i % 9}, 8k", "question": "<image>\nWhat?", "answer": f"It is {i % 30}."}
        for i in range(60)
    ]
    said = [{"from": "human", "value": "<image>\nIs it?"}, {"from": "gpt", "value": "Yes."}]
    (working_folder / "animal.json").write_text(json.dumps(rows))
    (working_folder / "more/animal.json").write_text(json.dumps([{"id": "0", "conversations": said}] * 20))
    return working_folder


def lines(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], code: int = 0) -> tuple[str, list[str]]:
    """What the command prints, and its lines of errors."""
    capsys.readouterr()
    assert main(["diversity", *arguments]) == code
    said = capsys.readouterr()
    return said.out, said.err.splitlines()


def test_two_files_stand_side_by_side_in_the_terminal_and_on_a_page(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = lines(capsys, ["data=[animal.json, more/animal.json]", "rows=40"])
    assert "effective heads" in out and "more/animal has 20 rows" in out and not err
    assert out.splitlines()[-1] == "page: diversity.html"
    page = Page((folder / "diversity.html").read_text())
    assert "Diversity of 2 data sets" in page.text
    assert "python -m synthgen diversity 'data=[animal.json, more/animal.json]' rows=40" in page.texts


def test_json_is_one_list_on_its_own_and_writes_no_page_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = lines(capsys, ["data=animal.json", "json=true", "rows=20"])
    (found,) = json.loads(out)
    assert not err and not (folder / "diversity.html").exists()
    assert (found["name"], found["rows"], found["compared"]) == ("animal", 60, 20)
    assert 3 < found["heads"] < 4 and found["yes"] is None and found["questions"] == 1
    lines(capsys, ["data=animal.json", "json=true", "out=page.html"])
    assert (folder / "page.html").exists()


def test_a_run_is_compared_by_what_it_kept_or_by_all_its_candidates(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=animal", "n=4", "renderer.size=64", "engine.workers=1"]) == 0
    assert main(["select", "run=outputs/animal", "n=3"]) == 0
    found: list[dict[str, Any]] = []
    for more in ([], ["all=true"]):
        found += json.loads(lines(capsys, ["data=[outputs/animal]", "json=true", *more])[0])
    kept, every = found
    assert kept["name"] == "animal" and kept["rows"] == 3 and every["rows"] >= 4
    assert sum(kept["kinds"].values()) == 3 and kept["languages"] == {"en": 3} and kept["heads"] == pytest.approx(3)
    out, _ = lines(capsys, ["data=[outputs/animal,outputs/animal/export/llava/llava.json]", "json=true"])
    run, export = json.loads(out)
    same = ("rows", "prompts", "answers_content", "heads", "kinds", "turns", "answer_vendi", "question_words")
    assert [run[key] for key in same] == [export[key] for key in same]


def test_every_mistake_is_told_at_once_each_in_a_line_with_the_fix(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, err = lines(capsys, ["row=3", "all=maybe", "rows=0", "out="], code=2)
    assert err == [
        "synthgen: diversity takes no 'row=3'; did you mean rows?",
        "synthgen: rows=0: it has to be a number from 2 to 4000",
        "synthgen: all=maybe: it has to be true or false",
        "synthgen: diversity needs data sets: python -m synthgen diversity data=[outputs/joke,animal.json]",
        "synthgen: out= is empty; pass out=diversity.html",
    ]
    (folder / "empty.json").write_text("[]")
    _, err = lines(capsys, ["data=[animal.json,no.json,more,empty.json]"], code=2)
    assert [line.split()[1] for line in err] == ["no.json", "more", "empty.json"]
    assert not (folder / "diversity.html").exists()


def test_a_page_that_cannot_be_written_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "closed").write_text("")
    _, (line, _) = lines(capsys, ["data=animal.json", "out=closed/page.html"], code=6)
    assert "closed/page.html" in line


def test_sets_of_one_name_are_told_apart_and_a_dot_in_a_run_is_no_suffix(working_folder: Path) -> None:
    for folder in ("a", "b"):
        (working_folder / folder / "joke-0.5").mkdir(parents=True)
    assert _names(["a/joke-0.5", "b/joke-0.5"]) == ["a/joke-0.5", "b/joke-0.5"]
    assert _names(["a/joke-0.5", "joke.json"]) == ["joke-0.5", "joke"]
    assert _names(["joke.json", "joke.json"]) == ["joke.json 1", "joke.json 2"]


def test_a_name_with_a_comma_is_one_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "animal.json").rename(folder / "a,b.json")
    out, _ = lines(capsys, ["data=a,b.json", "data=more/animal.json", "json=true"])
    assert [found["name"] for found in json.loads(out)] == ["a,b", "animal"]
