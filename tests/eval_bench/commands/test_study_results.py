import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.commands.study_results import run
from eval_bench.study.database import Database
from synthgen.errors import UsageError
from tests.eval_bench.study import voting

Voted = Callable[..., Database]

ALL = {0: "0 0 0", 1: "1 1 1", 2: "0 0 1", 3: "1 1 0", 4: "1 1 1", 5: "0 0 0", 6: "1 1 0", 7: "1 1 1"}
"""Two statements on the first and the fifth item, one on each other: the sixth of base, ours failed."""
SIDES = {0: "second second both", 1: "second first first"}


@pytest.fixture
def voted(tmp_path: Path) -> Iterator[Voted]:
    """Makes a study in the test's folder."""
    made = []

    def make(*votes: Any, **other: Any) -> Database:
        made.append(voting.voted(tmp_path, *votes, **other))
        return made[-1]

    yield make
    for db in made:
        db.close()


def results(root: Path) -> Path:
    assert run([f"study={root / 'studies/first'}", "draws=200"]) == 0
    return root / "studies/first/results"


def verdicts(folder: Path) -> list[str | None]:
    return [mark.verdict for mark in answers.load(folder).marks["human"]["shown"].values()]


def test_votes_become_marks_and_a_whole_report(
    tmp_path: Path, voted: Voted, capsys: pytest.CaptureFixture[str]
) -> None:
    voted(ALL)
    folder = results(tmp_path)
    assert verdicts(tmp_path / "base") == ["wrong", "wrong", "right", "right", "wrong", "right"]
    assert verdicts(tmp_path / "ours") == ["right", "wrong", "right", "right", "right", "right"]
    found = json.loads((folder / "report.json").read_text())
    assert found["scorer"] == "human" and found["study"]["votes"] == 24
    (primary,) = [one for one in found["comparisons"] if one["role"] == "primary"]
    assert (primary["pairs"]["n"], primary["pairs"]["second_only"], primary["scorer"]) == (6, 2, "human")
    assert json.loads((folder / "hypothesis.json").read_text()) == {"primary": "pooled_generated", "scorer": "human"}
    names = {path.name for path in folder.iterdir()}
    assert {"index.html", "bad.html", "wrong.html", "raw_votes.csv", "votes.csv", "raters.csv", "cells.csv"} <= names
    page = (folder / "index.html").read_text()
    assert "It was fixed before the first vote" in page and "Results are seen before" not in page
    told = capsys.readouterr().out
    assert "ours against base: +33" in told and "scorer=human" not in told


def test_the_votes_that_are_written_give_the_same_marks_by_the_scorer_of_people(tmp_path: Path, voted: Voted) -> None:
    voted({**ALL, 3: "1 0 cannot_tell"})
    folder = results(tmp_path)
    before = {name: verdicts(tmp_path / name) for name in ("base", "ours")}
    assert before["base"][2] is None and before["ours"][2] is None
    both = f"answers=[{tmp_path / 'base'},{tmp_path / 'ours'}]"
    assert (
        main(["score", both, f"items={tmp_path / 'generated'}", "scorer=human", f"scorer.path={folder / 'votes.csv'}"])
        == 0
    )
    assert {name: verdicts(tmp_path / name) for name in ("base", "ours")} == before


def test_simulated_raters_are_told_everywhere_and_never_take_the_place_of_people(tmp_path: Path, voted: Voted) -> None:
    voted(ALL, simulated="three programs of skill 0.9")
    folder = results(tmp_path)
    for name in ("index", "wrong", "bad"):
        assert "nobody looked at a picture" in (folder / f"{name}.html").read_text()
    assert "Simulated raters: nobody looked" in (folder / "index.html").read_text()
    words = [f"items={tmp_path / 'generated'}", f"answers=[{tmp_path / 'base'}]", f"out={tmp_path / 'later'}"]
    assert main(["report", *words, "draws=200"]) == 0
    assert "nobody looked at a picture" in (tmp_path / "later/index.html").read_text()
    base = answers.load(tmp_path / "base")
    mark = base.marks["human"]["shown"]
    assert all(one.why.endswith("(simulated)") for one in mark.values())
    (tmp_path / "base/marks/human.jsonl").write_text(
        '{"item": "x", "model": "base", "scorer": "human", "verdict": "right"}\n'
    )
    with pytest.raises(UsageError, match="simulated ones never take their place"):
        results(tmp_path)


def test_sides_have_preferences_and_the_accuracies_of_keywords_beside_them(
    tmp_path: Path, voted: Voted, capsys: pytest.CaptureFixture[str]
) -> None:
    voted(SIDES, "sides")
    folder = results(tmp_path)
    assert "ours is preferred on 1, base on 1, neither on 4 of 6 items, p = 1.000" in capsys.readouterr().out
    found = json.loads((folder / "report.json").read_text())
    assert found["scorer"] == "keyword" and "primary" not in {one["role"] for one in found["comparisons"]}
    assert (folder / "figures/preferences.svg").exists() and (folder / "tables/preferences.tex").exists()
    assert not (tmp_path / "base/marks/human.jsonl").exists()


def test_sides_without_any_other_scorer_are_a_report_of_the_study_alone(tmp_path: Path, voted: Voted) -> None:
    voted(SIDES, "sides")
    for name in ("base", "ours"):
        (tmp_path / name / "marks/keyword.jsonl").unlink()
    page = (results(tmp_path) / "index.html").read_text()
    assert 'id="preferences"' in page and 'id="abilities"' not in page and 'id="bars"' not in page


def test_grades_are_verdicts_and_means(tmp_path: Path, voted: Voted) -> None:
    voted({n: said.replace("0", "2").replace("1", "5") for n, said in ALL.items()}, "grades")
    folder = results(tmp_path)
    assert verdicts(tmp_path / "base") == ["wrong", "wrong", "right", "right", "wrong", "right"]
    assert "| all abilities | generated | ours | 6 | 4.33" in (folder / "tables/people_grades.md").read_text()
    assert (folder / "figures/people_grades.png").exists()


def test_bad_items_stand_on_a_page_with_their_pictures(tmp_path: Path, voted: Voted) -> None:
    voted({**ALL, 7: "bad_item bad_item 1"})
    folder = results(tmp_path)
    page = (folder / "bad.html").read_text()
    assert "2 of 3 raters call it bad" in page and page.count("<img") == 1
    (name,) = [part.split('"')[0] for part in page.split('src="')[1:]]
    assert (folder / name).stat().st_size > 300


def test_raters_are_numbers_in_every_file(tmp_path: Path, voted: Voted) -> None:
    voted(ALL)
    folder = results(tmp_path)
    texts = [path.read_text() for path in folder.rglob("*") if path.suffix in (".html", ".csv", ".json", ".md", ".tex")]
    assert texts and not any("somebody" in text for text in texts)
    rows = list(csv.DictReader((folder / "raters.csv").read_text().splitlines()))
    assert [row["rater"] for row in rows] == ["r1", "r2", "r3"] and {row["votes"] for row in rows} == {"8"}


def test_a_folder_without_a_study_and_no_folder_are_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["study", "results", f"study={tmp_path}"]) == 2
    assert main(["study", "results"]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 2 and "holds no study" in lines[0] and "study=studies/first" in lines[1]
