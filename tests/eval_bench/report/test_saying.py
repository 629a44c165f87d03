"""What models say, and whether scorers and people say the same of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench import answers
from eval_bench.report.findings import Agreement, Findings
from eval_bench.types import Mark
from tests.eval_bench.report.studies import answered, items, study
from tests.eval_bench.report.test_analysis import report


def marked(folder: Path, several: list[Any], scorer: str, verdicts: str, grades: list[dict[str, float]]) -> None:
    """Marks of another scorer: r, w, or - for no verdict."""
    words = {"r": "right", "w": "wrong", "-": None}
    marks = [
        Mark(one.id, folder.name, scorer, words[letter], grades=given)  # type: ignore[arg-type]
        for one, letter, given in zip(several, verdicts, grades, strict=True)
    ]
    answers.write_marks(folder, scorer, marks)


def agreement(found: Findings, first: str, second: str, model: str = "") -> Agreement:
    return next(a for a in found.agreements if (a.first, a.second, a.model) == (first, second, model))


def test_yes_sayers_show_in_what_was_asked_and_said(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4, style="yes") + items(4, style="no"))
    answered(tmp_path / "a", several, "rrrw" + "rwuf")
    told = report(tmp_path, "a").confusions[0]
    assert (told.style, told.rows, told.columns) == ("yes_no", ("yes", "no"), ("yes", "no", "unparsed", "failed"))
    assert told.counts == ((3, 1, 0, 0), (1, 1, 1, 1))
    assert told.leaning and (told.leaning.k, told.leaning.n) == (4, 6)


def test_the_option_that_stands_first_is_told_from_the_right_one(tmp_path: Path) -> None:
    first = items(3, style="either_or")
    second = [replace(one, id=f"{one.id}-b", question="Is the square black or red?") for one in first]
    several = study(tmp_path / "generated", first + second)
    answered(tmp_path / "a", several, "rrr" + "wwr")
    told = report(tmp_path, "a").confusions[0]
    assert told.rows == ("right one first", "right one second")
    assert told.counts == ((3, 0, 0, 0), (2, 1, 0, 0))
    assert told.leaning and (told.leaning.k, told.leaning.n) == (5, 6)


def test_what_is_odd_and_what_is_left_alone_are_told_apart(tmp_path: Path) -> None:
    odd = items(4, ability="joke", style="yes", odd=True)
    normal = items(4, ability="joke", style="no", odd=False)
    other = items(2, ability="joke", odd=True)
    several = study(tmp_path / "generated", odd + normal + other + items(3))
    answered(tmp_path / "a", several, "rrrw" + "rwww" + "ww" + "rrr")
    presence, everything = report(tmp_path, "a").odd
    assert presence.presence and not everything.presence
    assert [(s.k, s.n) for s in (presence.sensitivity, presence.specificity)] == [(3, 4), (1, 4)]
    assert [(s.k, s.n) for s in (everything.sensitivity, everything.specificity)] == [(3, 6), (1, 4)]


def test_people_and_keywords_are_compared_on_what_people_saw(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(6))
    answered(tmp_path / "a", several, "rrwuwf")
    votes = [(2, 0), (2, 1), (0, 3), (3, 0), (1, 1), (0, 0)]
    grades = [{"right": float(r), "wrong": float(w)} for r, w in votes]
    marked(tmp_path / "a", several, "human", "rrwr--", grades)
    found = report(tmp_path, "a")
    told = agreement(found, "keyword", "human")
    assert (told.items, told.percent) == (4, 0.75)
    assert told.table == ((2, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0))
    people = agreement(found, "raters", "")
    assert (people.items, people.raters, people.kappa) == (5, 3, None)
    assert people.percent == pytest.approx((1 + 1 / 3 + 1 + 1 + 0) / 5)
    cell = found.cell("a", "generated", scorer="human")
    assert cell and (cell.accuracy.k, cell.accuracy.n, cell.unmarked, cell.failed) == (3, 4, 2, 0)


def test_votes_on_what_two_models_said_in_the_same_words_are_counted_once(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(3))
    for name, fared, last in (("a", "rrw", (1, 2)), ("b", "rru", (3, 0))):
        answered(tmp_path / name, several, fared)
        grades = [{"right": float(r), "wrong": float(w)} for r, w in ((3, 0), (2, 1), last)]
        marked(tmp_path / name, several, "human", "rrw", grades)
    found = [one for one in report(tmp_path).agreements if one.first == "raters"]
    assert [(one.model, one.items) for one in found] == [("", 4), ("a", 3), ("b", 3)]
    assert found[0].percent == pytest.approx((1 + 1 / 3 + 1 / 3 + 1) / 4)


def test_what_was_said_is_told_by_keyword_alone(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(3, style="yes"))
    answered(tmp_path / "a", several, "rwu")
    marked(tmp_path / "a", several, "human", "rww", [{}] * 3)
    assert [one.scorer for one in report(tmp_path, "a", headline="human").confusions] == ["keyword"]


def test_a_judge_is_told_by_its_grades_and_what_it_failed_enters_no_mean(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(5))
    answered(tmp_path / "a", several, "rrwwf")
    given = {"helpfulness": 5.0, "reference": 8.0, "order": 1.5}
    grades = [given | {"overall": 8.0}, given | {"overall": 6.0}, given | {"overall": 4.0}, {}, {}]
    marked(tmp_path / "a", several, "judge", "rw---", grades)
    found = report(tmp_path, "a")
    told = found.grades[0]
    assert (told.n, told.failures, told.undecided) == (3, 1, 1)
    assert dict(told.means) == {"helpfulness": 5, "reference": 8, "overall": 6}
    assert told.relative and told.relative.value == pytest.approx(75)
    assert told.relative.low and told.relative.low < 75 < (told.relative.high or 0)
    assert told.order_bias and (told.order_bias.value, told.order_bias.low) == (1.5, None)
    cell = found.cell("a", "generated", scorer="judge")
    assert cell and (cell.accuracy.k, cell.accuracy.n, cell.failed, cell.unmarked) == (1, 3, 1, 2)
    assert agreement(found, "keyword", "judge").items == 3


def test_agreement_is_told_for_each_model_too(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4))
    for name, verdicts in (("a", "rrww"), ("b", "rrrr")):
        answered(tmp_path / name, several, "rrww")
        marked(tmp_path / name, several, "human", verdicts, [{}] * 4)
    found = report(tmp_path)
    told = {name: agreement(found, "keyword", "human", name).percent for name in ("", "a", "b")}
    assert told == {"": 0.75, "a": 1.0, "b": 0.5}
    assert agreement(found, "keyword", "human", "a").kappa == 1


def test_items_that_share_a_head_widen_the_interval(tmp_path: Path) -> None:
    alone, heads = items(40), [replace(one, head=f"head {n // 10}") for n, one in enumerate(items(40))]
    widths = []
    for name, some in (("one", alone), ("two", heads)):
        several = study(tmp_path / name / "generated", some)
        answered(tmp_path / name / "a", several, ("r" * 10 + "w" * 10) * 2)
        cell = report(tmp_path / name, "a").cell("a", "generated")
        assert cell and cell.clustered and cell.clustered.low is not None and cell.clustered.high is not None
        widths.append(cell.clustered.high - cell.clustered.low)
    assert widths[1] > 2 * widths[0]
