import json
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from eval_bench import answers, rows
from eval_bench.__main__ import main
from eval_bench.types import Answer, Mark
from tests.eval_bench.items import benchmark, item
from tests.eval_bench.scored import answered


def test_every_answer_gets_a_row_by_item_and_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["It is red.", "no", "no", "black", "blue"])
    given = answers.load(folder).by_picture["shown"].values()
    answers.add(folder, [Answer(a.item, a.key, "red", "toy", picture="none") for a in given])
    assert main(["score", f"answers={folder}"]) == 0
    marks = list(rows.read(folder / "marks/keyword.jsonl", Mark))
    assert [mark.verdict for mark in marks if mark.picture == "shown"] == [
        "right",
        "wrong",
        "right",
        "wrong",
        "unparsed",
    ]
    assert [mark.item for mark in marks if mark.picture == "none"] == [a.item for a in given]
    said = capsys.readouterr().out
    assert "40.0%" in said and "no picture" in said and "only pretends" in said and "unvalidated" in said
    assert f"next: python -m eval_bench report items=[{tmp_path / 'bench'}] answers=[{folder}]" in said


def test_an_item_mended_since_is_not_scored_and_one_refused_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = answered(tmp_path, ["red", "yes", "no"])
    verdicts = [
        {"item": "color-generated-000000", "state": "mended", "by": "ab", "question": "Which color has the square?"},
        {"item": "color-generated-000001", "state": "refused", "by": "ab"},
        {"item": "color-generated-000002", "state": "mended", "by": "ab", "answer": "No."},
    ]
    (tmp_path / "bench/verdicts.jsonl").write_text("".join(json.dumps(verdict) + "\n" for verdict in verdicts))
    assert main(["score", f"answers={folder}"]) == 0
    assert list(answers.load(folder).marks["keyword"]["shown"]) == ["color-generated-000002"]
    said = capsys.readouterr().out
    assert "not scored: 1" in said and "python -m eval_bench answer" in said
    assert "unvalidated" not in said


def test_an_answer_that_failed_is_counted_and_has_no_verdict(tmp_path: Path) -> None:
    folder = answered(tmp_path, ["", "yes"])
    answers.add(folder, [Answer(a.item, a.key, "", "toy", failed="server error") for a in _first(folder)])
    assert main(["score", f"answers={folder}"]) == 0
    [failed, right] = rows.read(folder / "marks/keyword.jsonl", Mark)
    assert (failed.verdict, failed.why, right.verdict) == (None, "no answer: server error", "right")


def test_a_benchmark_that_moved_is_named_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = answered(tmp_path, ["red"])
    (tmp_path / "bench").rename(tmp_path / "moved")
    assert main(["score", f"answers={folder}"]) == 2
    assert "pass items=" in capsys.readouterr().err
    assert main(["score", f"answers={folder}", f"items={tmp_path / 'moved'}"]) == 0


@pytest.mark.parametrize(
    "words, said",
    [
        ([], "name the answers"),
        (["answers=[a/toy,b/toy]"], "two folders are called toy"),
        (["answers=nowhere"], "holds no answers"),
        (["answers=nowhere", "scorer=jugde"], "did you mean judge"),
        (["answers=nowhere", "budget.usd=0"], "budget.usd=0"),
        (["answers=nowhere", "pictures=swaped"], "did you mean swapped"),
        (["answers=nowhere", "scorer=judge"], "scorer.llm.model"),
    ],
)
def test_a_mistake_is_a_line_with_its_fix(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", *words]) == 2
    told = capsys.readouterr().err
    assert said in told and "Traceback" not in told


def _first(folder: Path) -> list[Answer]:
    return list(answers.load(folder).by_picture["shown"].values())[:1]


def test_the_command_that_asks_mended_items_again_is_printed_and_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = benchmark(tmp_path / "bench", [item(0), item(1, "yes")])
    monkeypatch.chdir(tmp_path)
    assert main(["answer", f"items={items.folder}", "model=toy", "model.accuracy=1.0", "outputs=a b"]) == 0
    mended = {"item": items.items[0].id, "state": "mended", "by": "ab", "question": "Which color has the square?"}
    (items.folder / "verdicts.jsonl").write_text(json.dumps(mended) + "\n")
    capsys.readouterr()
    assert main(["score", "answers=a b/toy"]) == 0
    said = capsys.readouterr().out
    assert "not scored: 2" in said  # with its picture, and without
    [line] = [line for line in said.splitlines() if "asks these again: " in line]
    python, _, module, *words = shlex.split(line.partition("again: ")[2])
    assert (python, module) == ("python", "eval_bench")
    assert main(words) == 0
    assert main(["score", "answers=a b/toy"]) == 0
    assert "asks these again" not in capsys.readouterr().out


def test_answers_to_options_lead_to_the_scorer_that_reads_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    about = replace(item(0), options=("red", "black", "blue"))
    items = benchmark(tmp_path / "bench", [about, item(1, "yes")])
    monkeypatch.chdir(tmp_path)
    assert main(["answer", f"items={items.folder}", "model=toy", "as_choice=true"]) == 0
    assert capsys.readouterr().out.endswith("score answers=answers/toy scorer=choice\n")
    assert main(["score", "answers=answers/toy", "scorer=choice"]) == 0
    said = capsys.readouterr().out
    assert "1 of 2 items have no mark (those without options" in said and said.endswith("headline=choice\n")
    assert main(["score", "answers=answers/toy"]) == 0
    assert "pass scorer=choice" in capsys.readouterr().out
