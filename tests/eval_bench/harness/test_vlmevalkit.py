import base64
import csv
from pathlib import Path

import pytest

from tests.eval_bench.harness.exports import HOSTILE, exported, outgoing, part


@pytest.fixture(autouse=True)
def long_fields() -> None:
    csv.field_size_limit(2**30)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_table_of_open_questions_gives_pictures_and_texts_back(tmp_path: Path) -> None:
    sent, folder = exported("vlmevalkit", tmp_path)
    rows = read(folder / "synthgen_bench.tsv")
    assert list(rows[0])[:4] == ["index", "image", "question", "answer"] and "A" not in rows[0]
    assert [row["id"] for row in rows] == [item.id for item in sent.items]
    assert [row["index"] for row in rows] == [str(n) for n in range(len(rows))]
    assert [base64.b64decode(row["image"]) for row in rows] == [sent.picture(item) for item in sent.items]
    assert rows[4]["question"].startswith(HOSTILE) and rows[4]["answer"] == sent.items[4].answer
    assert [(row["category"], row["l2-category"]) for row in rows] == [(i.ability, i.source) for i in sent.items]
    assert rows[-1]["license"] == "CC BY 4.0"


def test_items_with_options_are_asked_as_multiple_choice(tmp_path: Path) -> None:
    folder = exported("vlmevalkit", tmp_path)[1]
    rows = read(folder / "synthgen_bench_mcq.tsv")
    assert [(row["answer"], row["A"], row["B"], row["C"]) for row in rows] == [
        ("B", "black", "red", "two\twords\nand 'more'"),
        ("A", "red", "blue", ""),
        ("A", "red", "blue", ""),
    ]
    assert rows[0]["question"] == "Is the square red or black?"


def test_without_options_there_is_no_table_of_choices(tmp_path: Path) -> None:
    sent = outgoing(tmp_path)
    sent.items[:] = sent.items[:2]  # type: ignore[index]
    assert list(part("vlmevalkit").files(sent)) == ["synthgen_bench.tsv"]
    assert "mcq" not in part("vlmevalkit").usage(sent, Path("."))
