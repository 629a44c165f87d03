"""Answer files that were made elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.model.file import pair
from synthgen.errors import UsageError
from tests.eval_bench.items import benchmark, item

IDS = [f"color-generated-{i:06d}" for i in range(4)]
ROWS: dict[str, list[dict[str, Any]]] = {
    "llava.jsonl": [
        {"question_id": id, "prompt": "?", "text": "red", "answer_id": "x", "model_id": "llava", "metadata": {}}
        for id in IDS
    ],
    "lmms.jsonl": [
        {
            "doc_id": i,
            "doc": {"id": id, "answer": "blue"},
            "target": "blue",
            "resps": [["red "]],
            "filtered_resps": ["red"],
        }
        for i, id in enumerate(IDS)
    ],
    "exported.jsonl": [
        {"doc_id": i, "target": id, "filtered_resps": "red", "acc": 1.0, "input": "?"} for i, id in enumerate(IDS)
    ],
    "ours.jsonl": [{"item": id, "key": "k", "text": "red", "model": "m", "picture": "shown"} for id in IDS],
    "plain.jsonl": [{"id": id, "answer": "red"} for id in IDS],
    "plain.json": [{"question_id": id, "prediction": "red"} for id in IDS],
}


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    benchmark(tmp_path / "b", [item(i) for i in range(4)])
    return tmp_path / "b"


def ask(bench: Path, path: Path, *more: str) -> int:
    fixed = [f"items={bench}", "model=file", f"model.path={path}", f"outputs={bench.parent / 'answers'}"]
    return main(["answer", *fixed, "name=elsewhere", *more])


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    whole = json.dumps(rows) if path.suffix == ".json" else "\n".join(map(json.dumps, rows))
    path.write_text(whole)
    return path


def texts(bench: Path, shown: Any = "shown") -> dict[str, str]:
    return {id: a.text for id, a in answers.load(bench.parent / "answers" / "elsewhere").by_picture[shown].items()}


@pytest.mark.parametrize("name", ROWS)
def test_each_known_form_is_read(bench: Path, tmp_path: Path, name: str) -> None:
    assert ask(bench, write(tmp_path / name, ROWS[name])) == 0
    assert texts(bench) == dict.fromkeys(IDS, "red")


def test_a_table_is_read(bench: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,prediction\n" + "".join(f'{id},"red, I think"\n' for id in IDS))
    assert ask(bench, tmp_path / "a.csv") == 0
    assert texts(bench) == dict.fromkeys(IDS, "red, I think")


def test_what_does_not_fit_is_counted_a_line_each(
    bench: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": IDS[0], "answer": "blue"}, {"id": IDS[0], "answer": "red"}, {"id": "else", "answer": "red"}]
    assert ask(bench, write(tmp_path / "a.jsonl", rows)) == 0
    err = capsys.readouterr().err
    assert "1 answers are to an item that has a later one" in err
    assert "1 ids are none of the items" in err and "3 items have no answer" in err
    assert texts(bench) == {IDS[0]: "red"}


def test_the_pass_is_the_one_that_is_named(bench: Path, tmp_path: Path) -> None:
    assert ask(bench, write(tmp_path / "a.jsonl", ROWS["plain.jsonl"]), "model.picture=none") == 0
    assert texts(bench, "none") == dict.fromkeys(IDS, "red")
    assert set(answers.load(bench.parent / "answers" / "elsewhere").by_picture) == {"none"}


@pytest.mark.parametrize(
    "content", ["", "no json", "[1, 2]", '{"answer": "red"}', '{"id": "a"}', '{"id": "unknown", "answer": "red"}']
)
def test_a_file_that_holds_no_answers_is_told_in_one_line(
    bench: Path, tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_text(content)
    assert ask(bench, tmp_path / "a.jsonl") == 2
    assert len([line for line in capsys.readouterr().err.splitlines() if line.startswith("eval_bench: ")]) == 1


@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "doc", "doc_id", "resps", "answer", "x"]),
        st.from_type(type(None)) | st.text() | st.integers() | st.lists(st.text()),
    )
)
def test_a_row_gives_an_id_and_a_text_or_is_refused(row: dict[str, Any]) -> None:
    try:
        id, text = pair(row)
    except UsageError as e:
        assert "\n" not in str(e)
        return
    assert isinstance(id, str) and (text is None or isinstance(text, str))


def test_rows_of_ours_without_an_answer_or_of_another_pass_are_none(bench: Path, tmp_path: Path) -> None:
    ours = [{"item": id, "text": "red", "model": "m", "picture": "shown"} for id in IDS]
    rows = [
        ours[0] | {"picture": "none"},
        ours[1] | {"failed": "refused", "text": ""},
        ours[2] | {"text": None},
        ours[3],
    ]
    assert ask(bench, write(tmp_path / "a.jsonl", rows)) == 0
    assert texts(bench) == {IDS[3]: "red"}


def test_an_empty_answer_of_lmms_eval_is_an_answer(bench: Path, tmp_path: Path) -> None:
    rows = [{"doc_id": i, "target": id, "filtered_resps": "", "acc": 0.0} for i, id in enumerate(IDS)]
    assert ask(bench, write(tmp_path / "a.jsonl", rows)) == 0
    assert texts(bench) == dict.fromkeys(IDS, "")


def test_answers_to_other_words_are_counted(bench: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = "What color is the square?\nAnswer in one short sentence."
    prompts = [same, same, "Color?", None]
    rows = [{"question_id": id, "prompt": said, "text": "red"} for id, said in zip(IDS, prompts, strict=True)]
    assert ask(bench, write(tmp_path / "a.jsonl", rows)) == 0
    assert "1 questions were put in other words than those of `answer`: 'Color?'" in capsys.readouterr().err


def test_a_row_that_cannot_be_read_is_told_by_its_number(
    bench: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(bench, write(tmp_path / "a.jsonl", [*ROWS["plain.jsonl"], {"id": "x", "said": "red"}])) == 2
    assert "a.jsonl: row 5: no answer that is known (it has id, said)" in capsys.readouterr().err


def test_a_pass_that_the_file_has_not_is_refused(bench: Path, tmp_path: Path) -> None:
    assert ask(bench, write(tmp_path / "a.jsonl", ROWS["plain.jsonl"]), "pictures=[none]") == 2
