from pathlib import Path

import pytest

from eval_bench import rows
from eval_bench.answers import add, load, write_about, write_marks
from eval_bench.types import Answer, Mark
from synthgen.errors import UsageError


def test_answers_and_marks_come_back_and_the_last_on_an_item_holds(tmp_path: Path) -> None:
    folder = tmp_path / "toy"
    write_about(folder, {"model": "a toy"})
    add(folder, [Answer("a", "k", "red", "toy"), Answer("a", "k", "blue", "toy", picture="none")])
    add(folder, [Answer("a", "k", "green\nor so", "toy")])
    write_marks(folder, "keyword", [Mark("a", "toy", "keyword", "right", grades={"help": 0.5})])
    found = load(folder)
    assert found.name == "toy"
    assert {shown: answers["a"].text for shown, answers in found.by_picture.items()} == {
        "shown": "green\nor so",
        "none": "blue",
    }
    assert found.marks["keyword"]["shown"]["a"].value == 1


def test_half_a_letter_of_a_server_costs_no_answer(tmp_path: Path) -> None:
    rows.append(tmp_path / "shown.jsonl", [Answer("a", "k", "red \ud800", "toy"), Answer("b", "k", "blue", "toy")])
    assert [answer.text for answer in rows.read(tmp_path / "shown.jsonl", Answer)] == ["red \ud800", "blue"]


def test_a_line_that_a_crash_cut_short_costs_that_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "shown.jsonl"
    rows.append(path, [Answer("a", "k", "red", "toy")])
    path.write_bytes(path.read_bytes() + rows.line_of(Answer("b", "k", "blue", "toy"))[:-9])
    rows.append(path, [Answer("c", "k", "green", "toy")])
    assert [answer.item for answer in rows.read(path, Answer)] == ["a", "c"]


def test_what_holds_no_answers_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="eval_bench answer"):
        load(tmp_path)
    (tmp_path / "shown.jsonl").write_text('["a"]\n')
    with pytest.raises(UsageError, match="line 1 is no answer"):
        list(rows.read(tmp_path / "shown.jsonl", Answer))
