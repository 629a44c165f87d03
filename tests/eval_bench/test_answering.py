"""`answer` with the toy: what is asked, what is not asked again, and what is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval_bench import answers, benchmark
from eval_bench.__main__ import main
from eval_bench.asking import asked
from eval_bench.types import SHOWN, State
from synthgen.store import Store
from tests.eval_bench.items import COLOURS, item
from tests.eval_bench.items import benchmark as save

STYLES = ("wh", "yes", "no", "either_or")


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    save(tmp_path / "b", [item(i, STYLES[i % 4], list(COLOURS)[i // 4 % 4]) for i in range(40)])
    return tmp_path / "b"


def ask(bench: Path, *more: str) -> int:
    return main(["answer", f"items={bench}", "model=toy", f"outputs={bench.parent / 'answers'}", *more])


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if line.startswith("eval_bench: ")]


def test_a_toy_that_is_always_right_says_the_reference_answers(bench: Path) -> None:
    assert ask(bench, "model.accuracy=1") == 0
    items = {one.id: one for one in benchmark.load(bench).items}
    kept = answers.load(bench.parent / "answers" / "toy")
    assert kept.about["embedded"] is True and "toy" in kept.about["model"]
    assert {id: a.text for id, a in kept.by_picture["shown"].items()} == {id: i.answer for id, i in items.items()}
    assert [len(kept.by_picture[one]) for one in SHOWN] == [40, 40, 40]
    assert {a.of for a in kept.by_picture["none"].values()} == {""}
    assert all(items[a.of].head != items[id].head for id, a in kept.by_picture["swapped"].items())
    assert all(a.asked == asked(items[id], False) for id, a in kept.by_picture["shown"].items())


def test_a_toy_that_is_always_wrong_never_says_an_accepted_word(bench: Path) -> None:
    assert ask(bench, "model.accuracy=1", "model.abilities={color: 0}") == 0
    items = {one.id: one for one in benchmark.load(bench).items}
    for id, said in answers.load(bench.parent / "answers" / "toy").by_picture["shown"].items():
        assert not [word for word in items[id].accept if word in said.text.lower()]


def test_what_is_answered_is_not_asked_again(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(bench, "pictures=[shown]") == 0
    before = (bench.parent / "answers" / "toy" / "shown.jsonl").read_bytes()
    assert ask(bench) == 0
    assert (bench.parent / "answers" / "toy" / "shown.jsonl").read_bytes() == before
    assert "80 answered" in (out := capsys.readouterr().out) and "40 from earlier" in out
    assert f"score answers={bench.parent / 'answers' / 'toy'}" in " ".join(out.split())


def test_a_failed_answer_and_half_a_line_are_asked_again(bench: Path) -> None:
    folder = bench.parent / "answers" / "toy"
    assert ask(bench, "pictures=[shown]") == 0
    one = answers.load(folder).by_picture["shown"]["color-generated-000005"]
    answers.add(folder, [replace(one, failed="server error", text="")])
    with (folder / "shown.jsonl").open("ab") as file:
        file.write(b'{"item": "color-gen')
    assert ask(bench, "pictures=[shown]") == 0
    assert answers.load(folder).by_picture["shown"]["color-generated-000005"] == one
    assert len(answers.load(folder).by_picture["shown"]) == 40


@pytest.mark.parametrize(
    ("change", "says"), [("model.accuracy=0.9", "model.accuracy"), ("as_choice=true", "as_choice"), ("seed=1", "seed")]
)
def test_other_options_in_the_same_folder_are_refused(
    bench: Path, change: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(bench, "pictures=[shown]") == 0
    capsys.readouterr()
    assert ask(bench, change) == 2
    [line] = told(capsys)
    assert says in line and "pass another name=" in line


def test_one_process_at_a_time_works_in_a_folder(bench: Path) -> None:
    folder = bench.parent / "answers" / "toy"
    with Store(folder).lock():
        assert ask(bench) == 3


def test_items_with_options_are_asked_by_letters(bench: Path) -> None:
    items = [replace(one, options=("black", one.accept[0])) for one in benchmark.load(bench).items if one.style == "wh"]
    benchmark.save(bench, items, {"source": "generated"})
    assert ask(bench, "as_choice=true", "model.accuracy=1") == 0
    kept = answers.load(bench.parent / "answers" / "toy")
    said = kept.by_picture["shown"].values()
    assert {a.text for a in said} == {"B"} and all("\nA. black\nB. " in a.asked for a in said)
    assert "choice" in kept.about["words"]


def test_items_whose_subject_is_the_only_one_are_not_swapped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(tmp_path / "b", [item(i) for i in range(3)])
    assert ask(tmp_path / "b") == 0
    assert "3 items are left out" in capsys.readouterr().err
    assert "swapped" not in answers.load(tmp_path / "answers" / "toy").by_picture


def test_a_lost_picture_ends_the_run_in_one_line(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    next((bench / "images").iterdir()).unlink()
    assert ask(bench) == 2
    assert len(told(capsys)) == 1


@pytest.mark.parametrize("words", [["pictures=[other]"], ["pictures=[]"], ["name=a/b"], ["name=a b"], ["budget.usd=0"]])
def test_options_that_make_no_sense_are_told(bench: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(bench, *words) == 2
    assert told(capsys)


def test_two_toys_of_different_accuracy_err_independently(tmp_path: Path) -> None:
    save(tmp_path / "b", [item(i, STYLES[i % 4], list(COLOURS)[i // 4 % 4]) for i in range(400)])
    right = {}
    for name, accuracy in (("a", 0.5), ("b", 0.6)):
        assert ask(tmp_path / "b", f"name={name}", f"model.accuracy={accuracy}", "pictures=[shown]") == 0
        items = {one.id: one for one in benchmark.load(tmp_path / "b").items}
        said = answers.load(tmp_path / "answers" / name).by_picture["shown"]
        right[name] = {id for id, answer in said.items() if answer.text == items[id].answer}
    assert 90 < len(right["a"] & right["b"]) < 150  # 120 are expected; of nested ones 200


@pytest.mark.parametrize("state", [None, "refused"])
def test_a_benchmark_without_items_is_told(
    tmp_path: Path, state: State | None, capsys: pytest.CaptureFixture[str]
) -> None:
    save(tmp_path / "b", [item(i, state=state) for i in range(3) if state])
    assert ask(tmp_path / "b") == 2
    assert "no item that was not refused" in " ".join(told(capsys))


def test_unvalidated_items_are_asked_and_refused_ones_are_not(tmp_path: Path) -> None:
    states: tuple[State, ...] = ("unvalidated", "accepted", "mended", "refused")
    save(tmp_path / "b", [item(i, state=state) for i, state in enumerate(states)])
    assert ask(tmp_path / "b", "pictures=[shown]") == 0
    assert len(answers.load(tmp_path / "answers" / "toy").by_picture["shown"]) == 3


def test_the_record_of_a_folder_names_its_benchmarks(bench: Path) -> None:
    assert ask(bench, "pictures=[shown]") == 0
    about = json.loads((bench.parent / "answers" / "toy" / "about.json").read_text())
    version = benchmark.load(bench).version
    assert about["items"] == [{"folder": str(bench), "source": "generated", "version": version}]
    save(bench.parent / "r", [item(1, source="real", id="color-real-1", image="images/1.png")], "real")
    assert ask(bench.parent / "r", "pictures=[shown]") == 0
    about = answers.load(bench.parent / "answers" / "toy").about
    assert [one["folder"] for one in about["items"]] == [str(bench), str(bench.parent / "r")]
