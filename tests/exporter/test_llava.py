"""The LLaVA export keeps the rules that LLaVA's loader needs, and says what it left out."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from synthgen.exporter.llava import Llava
from synthgen.exporting import written
from synthgen.types import DialogueKind, ExportSummary, Record
from tests.exporter.llava_rules import read, read_plain
from tests.samples import Files, record

THREE_TURNS = (("What is it?", "A balloon."), ("Its color?", " Red. "), ("Where is it?\n", "On a beach, at “noon”."))
BAD_TURNS = {
    "tag in a question": (("<image>\nWhat is it?", "A balloon."),),
    "tag in an answer": (("What is it?", "A <image> balloon."),),
    "end of text": (("What is it?", "A balloon.</s>"),),
    "role": (("What is it?", "A balloon. ASSISTANT: yes"),),
    "other role": (("What is it? USER: tell", "A balloon."),),
    "empty answer": (("What is it?", " "),),
    "empty question": (("", "A balloon."),),
    "second answer empty": (("What is it?", "A balloon."), ("Its color?", "\n")),
}


FINETUNE, PRETRAIN = Llava("llava.json", "images", "finetune"), Llava("llava.json", "images", "pretrain")


def export(folder: Path, *records: Record, by: Llava = FINETUNE) -> tuple[ExportSummary, list[dict[str, Any]]]:
    summary = written("llava", by, records, Files(folder))
    return summary, json.loads((folder / "llava.json").read_text(encoding="utf-8"))


def test_every_answer_is_learned_and_every_row_shows_its_picture_once(tmp_path: Path) -> None:
    records = [record(i, *THREE_TURNS[: 1 + i % 3]) for i in range(7)]
    summary, rows = export(tmp_path, *records)
    assert (summary.records, summary.turns, summary.skipped) == (7, 13, {})
    for row, made in zip(rows, records, strict=True):
        seen = read(row, str(tmp_path))
        assert seen.image_tokens == 1 and seen.images_in_learned == 0
        assert seen.learned == tuple(turn.answer.strip() for turn in made.dialogue.turns)
        assert seen.picture is not None
        with Image.open(seen.picture) as image:
            assert image.convert("RGB").size == (64, 48)


def test_the_tag_stands_once_before_the_first_question(tmp_path: Path) -> None:
    _, (row,) = export(tmp_path, record(0, *THREE_TURNS))
    values = [turn["value"] for turn in row["conversations"]]
    assert values == [
        "<image>\nWhat is it?",
        "A balloon.",
        "Its color?",
        "Red.",
        "Where is it?",
        "On a beach, at “noon”.",
    ]
    assert [turn["from"] for turn in row["conversations"]] == ["human", "gpt"] * 3


def test_rows_say_where_they_come_from(tmp_path: Path) -> None:
    _, (row,) = export(tmp_path, record(3, format="png"))
    del row["conversations"]
    assert row == {
        "id": "color-000000003",
        "image": "images/color-000000003.png",
        "ability": "color",
        "kind": "describe",
        "language": "en",
        "prompt": "((red balloon)), beach, 8k",
        "negative": "text, watermark",
        "llm": "offline",
        "renderer": "sketch 1",
        "seed": "7",
        "embedded": "llm+renderer",
    }


def test_the_picture_is_byte_for_byte_the_stored_one(tmp_path: Path) -> None:
    made = record(1)
    export(tmp_path, made)
    assert (tmp_path / "images/color-000000001.jpg").read_bytes() == made.pictures[0].data


@pytest.mark.parametrize("turns", BAD_TURNS.values(), ids=BAD_TURNS.keys())
def test_a_row_that_training_would_spoil_is_left_out_and_counted(tmp_path: Path, turns: Any) -> None:
    summary, rows = export(tmp_path, record(0), record(1, *turns), record(2))
    assert [row["id"] for row in rows] == ["color-000000000", "color-000000002"]
    assert sum(summary.skipped.values()) == 1
    assert not (tmp_path / "images/color-000000001.jpg").exists()


def test_a_record_without_a_picture_has_no_image_key_and_no_tag(tmp_path: Path) -> None:
    _, (row,) = export(tmp_path, record(0, pictures=0))
    assert "image" not in row
    assert read(row).image_tokens == 0 and read(row).learned


def test_a_record_of_two_pictures_and_an_id_used_twice_are_left_out(tmp_path: Path) -> None:
    summary, rows = export(tmp_path, record(0), record(0), record(1, pictures=2))
    assert len(rows) == 1
    assert summary.skipped == {"id: used twice": 1, "more than one picture": 1} and summary.broken == 1


def test_nothing_to_export_is_an_empty_list(tmp_path: Path) -> None:
    summary, rows = export(tmp_path)
    assert rows == [] and summary.records == 0


def test_the_same_records_give_the_same_bytes_and_the_list_comes_last(tmp_path: Path) -> None:
    one, other = Files(tmp_path / "one"), Files(tmp_path / "other")
    for target in (one, other):
        FINETUNE.write((record(i) for i in range(5)), target)
        assert target.order[-1] == "llava.json"
    for path in one.order:
        assert (one.folder / path).read_bytes() == (other.folder / path).read_bytes()


def test_memory_does_not_grow_with_the_number_of_records(tmp_path: Path) -> None:
    text = "word " * 2000

    def many(count: int) -> Iterator[Record]:
        return (record(i, ("What is it?", text)) for i in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        FINETUNE.write(many(count), _Nowhere())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(5)
    assert peak(200) < peak(20) + 400_000  # 180 more texts are 1.8 MB


def of_kind(index: int, kind: DialogueKind, *turns: tuple[str, str], pictures: int = 1) -> Record:
    made = record(index, *turns, pictures=pictures)
    return replace(made, dialogue=replace(made.dialogue, kind=kind))


def test_the_first_stage_gets_the_answers_that_describe_the_picture_by_themselves(tmp_path: Path) -> None:
    summary, rows = export(
        tmp_path,
        of_kind(0, "describe"),
        of_kind(1, "conversation", *THREE_TURNS),
        of_kind(2, "detail", ("Tell me all.", "A red balloon. The sky is blue.")),
        of_kind(3, "vqa", ("Is it red?", "Yes"), ("Is it round?", "Yes")),
        of_kind(4, "negative", ("Where is the dog?", "There is no dog.")),
        of_kind(5, "reasoning", ("Is it day?", "It is, because the sky is blue.")),
        of_kind(6, "counterpart", ("What is odd?", "Nothing is.")),
        of_kind(7, "describe", pictures=0),
        of_kind(8, "describe", pictures=2),
        by=PRETRAIN,
    )
    assert [row["id"] for row in rows] == ["color-000000000-0", "color-000000001-0", "color-000000002-0"]
    seen = [read_plain(row, str(tmp_path)) for row in rows]
    assert [one.learned for one in seen] == [
        ("The picture shows a red balloon on a beach.",),
        ("A balloon.",),
        ("A red balloon. The sky is blue.",),
    ]
    for one in seen:
        assert one.picture is not None and Path(one.picture).is_file() and one.image_tokens == 1
    assert summary.skipped == {"no caption of its picture": 4, "no picture": 1, "more than one picture": 1}
    assert (summary.records, summary.turns, summary.rows, summary.cut, summary.broken) == (3, 3, 3, 2, 0)


def test_a_trainer_is_pointed_at_each_stage_as_it_needs() -> None:
    assert FINETUNE.usage("out") == "--data_path out/llava.json --image_folder out"
    assert PRETRAIN.usage("out") == "--version plain --data_path out/llava.json --image_folder out"


class _Nowhere(Files):
    """A target that keeps nothing."""

    def __init__(self) -> None:
        super().__init__(Path())

    def put(self, path: str, data: bytes) -> None:
        assert data

    def open(self, path: str) -> Any:
        return io.FileIO("/dev/null", "wb")
