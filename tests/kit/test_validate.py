"""What every consumer needs of a record."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.conversations import conversation, scores_json
from synthgen.kit.validate import valid, violations
from synthgen.types import Turn
from tests.samples import dialogue, record


def test_a_good_record_breaks_no_rule() -> None:
    assert violations(record(0, ("What is it?", "A balloon."), ("And?", "It is red; user: nobody."))) == []
    assert violations(record(0, pictures=0)) == []
    assert violations(record(0, pictures=2)) == []


@pytest.mark.parametrize("id", ["", "color.1", "color/1", "../color-1", "color 1", "-color", "größe-1"])
def test_an_id_that_cannot_be_a_file_name_or_a_key_is_named(id: str) -> None:
    assert violations(replace(record(), id=id)) == ["id: letters, digits, - and _ only"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("a <image> b", "holds <image>"),
        ("the end</s>", "holds </s>"),
        ("ASSISTANT: yes", "holds ASSISTANT:"),
        ("so USER:", "holds USER:"),
        ("<|im_end|>", "holds <|im_end|>"),
        ("half \ud83d a letter", "not Unicode text"),
        ("zero \0", "not Unicode text"),
    ],
)
def test_a_text_that_spoils_training_is_named(text: str, reason: str) -> None:
    good = record(0)
    for turn, what in ((Turn("What?", text), "answer"), (Turn(text, "Yes."), "question")):
        assert violations(replace(good, dialogue=replace(good.dialogue, turns=(turn,)))) == [f"{what}: {reason}"]


def test_a_record_without_turns_is_named() -> None:
    assert violations(replace(record(), dialogue=replace(dialogue(), turns=()))) == ["dialogue: no turns"]


def test_a_picture_that_does_not_open_or_is_not_what_it_says_is_named() -> None:
    good = record()
    (picture,) = good.pictures
    for change, reason in (
        ({"data": picture.data[:200]}, "picture: does not open"),
        ({"data": b"text"}, "picture: does not open"),
        ({"width": 65}, "picture: size is not what the record says"),
        ({"format": "gif"}, "picture: format is not jpg, png or webp"),
    ):
        assert violations(replace(good, pictures=(replace(picture, **change),))) == [reason]


def test_only_good_records_with_new_ids_pass_and_the_others_are_counted() -> None:
    bad = record(1, ("What?", ""))
    skipped: Counter[str] = Counter()
    passed = list(valid([record(0), bad, record(0), bad, record(2)], skipped))
    assert [r.id for r in passed] == ["color-000000000", "color-000000002"]
    assert skipped == {"answer: empty": 1, "id: used twice": 2}


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3), st.integers(0, 1))
def test_what_passes_has_one_tag_per_picture_and_alternates(turns: list[tuple[str, str]], pictures: int) -> None:
    one = replace(record(0, pictures=pictures), dialogue=dialogue(*turns))
    if violations(one):
        return
    said = conversation(one)
    assert [turn["from"] for turn in said] == ["human", "gpt"] * len(turns)
    assert sum(turn["value"].count("<image>") for turn in said) == pictures
    assert all(turn["value"].strip() for turn in said)


def test_what_was_not_measured_is_null() -> None:
    assert scores_json(record()) == '{"readable": {"broken": null, "contrast": 31.5}}'
