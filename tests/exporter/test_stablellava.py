"""The published form: exactly its keys, one turn per row, a list per ability."""

import json
from dataclasses import replace
from pathlib import Path

from synthgen.types import Record
from tests.exporter.llava_rules import read
from tests.exporter.shapes import TURNS, export, shapes
from tests.samples import record


def of_kind(kind: str, ability: str, index: int = 1) -> Record:
    made = record(index, *TURNS)
    return replace(made, ability=ability, dialogue=replace(made.dialogue, kind=kind))  # type: ignore[arg-type]


def test_a_row_has_the_published_keys_in_their_order_and_their_form(tmp_path: Path, published: Path) -> None:
    export("stablellava", tmp_path, shapes())
    rows = json.loads((tmp_path / "dataset/color.json").read_text(encoding="utf-8"))
    theirs = json.loads((published / "color.json").read_text(encoding="utf-8"))
    assert {tuple(row) for row in rows} == {tuple(row) for row in theirs}
    assert {type(value) for row in rows for value in row.values()} == {str}
    assert theirs[0]["image"].startswith("color/") and rows[0]["image"].startswith("color/")
    assert all(row["question"].count("<image>") == 1 for row in [*rows, *theirs])


def test_rows_are_turns_that_can_be_asked_alone_and_the_others_are_counted(tmp_path: Path) -> None:
    summary = export("stablellava", tmp_path, [of_kind("vqa", "color", 1), of_kind("conversation", "color", 2)])
    rows = json.loads((tmp_path / "dataset/color.json").read_text(encoding="utf-8"))
    asked = [(row["id"], row["question"].removeprefix("<image>\n"), row["answer"]) for row in rows]
    assert asked == [
        *((f"color-000000001-{i}", question.strip(), answer.strip()) for i, (question, answer) in enumerate(TURNS)),
        ("color-000000002-0", "What is it?", "A balloon."),
    ]
    assert (summary.records, summary.turns, summary.rows, summary.cut) == (2, 4, 4, 2)


def test_each_ability_has_a_list_even_where_they_alternate(tmp_path: Path) -> None:
    made = [of_kind("vqa", ("color", "food")[i % 2], i) for i in range(5)]
    assert export("stablellava", tmp_path, made).rows == 15
    for ability, records in (("color", 3), ("food", 2)):
        rows = json.loads((tmp_path / f"dataset/{ability}.json").read_text(encoding="utf-8"))
        assert len(rows) == 3 * records
        assert all((tmp_path / "images" / row["image"]).is_file() for row in rows)
        assert {row["image"].split("/")[0] for row in rows} == {ability}


def test_records_of_no_picture_or_several_are_counted_out(tmp_path: Path) -> None:
    summary = export("stablellava", tmp_path, shapes())
    assert summary.skipped == {"no picture": 1, "more than one picture": 1} and summary.records == 3


def test_a_row_becomes_one_that_llava_learns(tmp_path: Path) -> None:
    """What the published converter was meant to do."""
    export("stablellava", tmp_path, shapes())
    for row in json.loads((tmp_path / "dataset/color.json").read_text(encoding="utf-8")):
        said = [{"from": "human", "value": row["question"]}, {"from": "gpt", "value": row["answer"]}]
        seen = read({"id": row["id"], "image": row["image"], "conversations": said})
        assert seen.image_tokens == 1 and seen.learned == (row["answer"],)
