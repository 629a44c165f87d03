"""What formats that are a list of rows share."""

import json
import tempfile
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.rows import about, alone, captions, json_lines, json_list, put_pictures, single_turns
from synthgen.types import DialogueKind
from tests.samples import Files, dialogue, record

TURNS = (("What is it?", "A balloon."), ("Its color?", "Red."))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ROWS = st.lists(st.dictionaries(TEXT, TEXT | st.lists(TEXT), max_size=3), max_size=5)


@given(ROWS)
def test_a_list_and_lines_hold_the_rows_that_were_added_one_per_line(rows: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Files(Path(folder))
        with json_list(target, "a.json") as to_list, json_lines(target, "a.jsonl") as to_lines:
            for row in rows:
                to_list(row)
                to_lines(row)
        text, lines = ((Path(folder) / name).read_bytes() for name in ("a.json", "a.jsonl"))
    assert json.loads(text) == rows and text.count(b"\n") == (len(rows) + 2 if rows else 1)
    assert [json.loads(line) for line in lines.splitlines()] == rows and lines.count(b"\n") == len(rows)


def test_a_list_that_breaks_off_does_not_appear(tmp_path: Path) -> None:
    target = Files(tmp_path)
    with pytest.raises(KeyError), json_list(target, "a.json") as add:
        add({"id": "1"})
        raise KeyError
    assert target.order == []


@pytest.mark.parametrize(
    ("pictures", "names"),
    [(0, []), (1, ["p/color-000000003.jpg"]), (2, ["p/color-000000003-0.jpg", "p/color-000000003-1.jpg"])],
)
def test_pictures_are_named_after_their_record_and_numbered_where_there_are_several(
    pictures: int, names: list[str], tmp_path: Path
) -> None:
    made = record(3, pictures=pictures)
    assert put_pictures(made, Files(tmp_path), "p") == names
    assert [(tmp_path / name).read_bytes() for name in names] == [picture.data for picture in made.pictures]


def test_a_row_says_where_it_comes_from_in_texts() -> None:
    assert about(record(0)) == {
        "ability": "color",
        "kind": "describe",
        "language": "en",
        "prompt": "((red balloon)), beach, 8k",
        "negative": "text, watermark",
        "embedded": "llm+renderer",
        "llm": "offline",
        "renderer": "sketch 1",
        "seed": "7",
    }


@pytest.mark.parametrize("kind", get_args(DialogueKind))
def test_each_kind_has_its_turns_that_describe_the_picture_and_that_can_be_asked_alone(kind: DialogueKind) -> None:
    made = dialogue(*TURNS, kind=kind)
    assert captions(made) == made.turns[: kind in ("describe", "detail", "conversation")]
    assert alone(made) == made.turns[: 2 if kind == "vqa" else 1]


def test_each_turn_becomes_a_record_with_the_number_of_the_turn() -> None:
    first, second = single_turns(record(0, *TURNS))
    assert (first.id, second.id) == ("color-000000000-0", "color-000000000-1")
    assert [(turn.question, turn.answer) for one in (first, second) for turn in one.dialogue.turns] == [*TURNS]
