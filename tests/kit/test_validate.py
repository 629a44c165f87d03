"""What every consumer needs of a record."""

import json
import tracemalloc
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.exporter.llava import Llava
from synthgen.exporting import written
from synthgen.kit.conversations import conversation, scores_json
from synthgen.kit.hashes import sha256
from synthgen.kit.validate import valid, violations
from synthgen.types import Record, Turn, sample_id
from tests.exporter.llava_rules import read
from tests.samples import Files, dialogue, record


def test_a_good_record_breaks_no_rule() -> None:
    assert violations(record(0, ("What is it?", "A balloon."), ("And?", "It is red; user: nobody."))) == []
    assert violations(record(0, pictures=0)) == []
    assert violations(record(0, pictures=2)) == []


@pytest.mark.parametrize("id", ["", "color.1", "color/1", "../color-1", "color 1", "-color", "größe-1", "c" * 201])
def test_an_id_that_cannot_be_a_file_name_or_a_key_is_named(id: str) -> None:
    assert violations(replace(record(), id=id)) == ["id: letters, digits, - and _ only, at most 200"]
    assert violations(replace(record(), ability=id)) == ["ability: letters, digits, - and _ only, at most 200"]


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


@pytest.mark.parametrize("format", ["jpg", "png", "webp"])
def test_a_picture_that_is_cut_off_after_its_header_or_damaged_in_between_is_named(format: str) -> None:
    good = record(format=format)
    (picture,) = good.pictures
    for kept in (0.3, 0.6, 0.99):
        data = picture.data[: int(len(picture.data) * kept)]
        cut = replace(picture, data=data, sha256=sha256(data))  # nothing but the file itself tells it
        assert violations(replace(good, pictures=(cut,))) == ["picture: does not open"], kept
    middle = len(picture.data) // 2
    damaged = picture.data[:middle] + bytes(8) + picture.data[middle + 8 :]
    (reason,) = violations(replace(good, pictures=(replace(picture, data=damaged),)))
    assert reason == "picture: not the bytes that the record's sha256 is of"


def test_a_prompt_that_is_no_text_is_named() -> None:
    good = record()
    assert violations(replace(good, prompt=replace(good.prompt, text="half \ud83d a letter"))) == [
        "prompt: not Unicode text"
    ]


def test_only_good_records_with_new_ids_pass_and_the_others_are_counted() -> None:
    bad = record(1, ("What?", ""))
    skipped: Counter[str] = Counter()
    passed = list(valid([record(0), bad, record(0), bad, record(2)], skipped))
    assert [r.id for r in passed] == ["color-000000000", "color-000000002"]
    assert skipped == {"answer: empty": 1, "id: used twice": 2}


IDS = st.one_of(
    st.builds(sample_id, st.sampled_from(["joke", "color"]), st.sampled_from([0, 1, 5, 63, 1023, 1024, 10**9 - 1])),
    st.sampled_from(["mine", "Mine", "joke-1", "joke-01", "joke-000000001-0", "joke-0000000001"]),
)


@given(st.lists(IDS, max_size=30))
def test_an_id_counts_as_used_exactly_if_it_came_before_in_whatever_order(ids: list[str]) -> None:
    skipped: Counter[str] = Counter()
    one = record()
    passed = [r.id for r in valid((replace(one, id=id) for id in ids), skipped)]
    assert passed == list(dict.fromkeys(ids))
    assert skipped["id: used twice"] == len(ids) - len(passed)


def test_the_ids_of_a_long_run_take_next_to_no_memory() -> None:
    bad = replace(record(), pictures=(), dialogue=replace(dialogue(), turns=()))  # the validator keeps the ids of all
    many = (replace(bad, id=sample_id("joke", i)) for i in range(20_000))
    tracemalloc.start()
    assert list(valid(many, Counter())) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000  # a set of them takes 2 MB


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


FAILURES = {
    "image row without <image>": record(0),
    "text row with a literal <image>": record(0, ("What is <image>?", "A tag."), pictures=0),
    "two <image> in one turn": record(0, ("<image>\nWhat is it?", "A balloon.")),
    "<image> in two turns": record(0, ("What is it?", "A balloon."), ("<image> And now?", "A balloon.")),
    "image is null": record(0, pictures=0),
    "image is a list": record(0, pictures=2),
    "first turn gpt": record(0, ("", "Hello."), ("What is it?", "A balloon.")),
    "role system, user, assistant": record(0, ("SYSTEM: be short. USER: what is it?", "A balloon.")),
    "two human turns in a row": record(0, ("What is it?", ""), ("Well?", "A balloon.")),
    "odd count": record(0, ("What is it?", "A balloon."), ("And?", "")),
    "answer with </s>": record(0, ("What is it?", "A balloon.</s> Or not.")),
    "answer with ASSISTANT:": record(0, ("What is it?", "A balloon. ASSISTANT: no.")),
    "empty answer": record(0, ("What is it?", "")),
    "answer with <image>": record(0, ("What is it?", "See <image>.")),
    "empty conversations": replace(record(), dialogue=replace(dialogue(), turns=())),
}
"""What LLaVA spoils or stops at, as near to it as a record can come."""
HARMLESS = {"image row without <image>", "image is null"}  # what a record cannot say: its row has the tag, or no key


@pytest.mark.parametrize("name", FAILURES)
def test_what_llava_fails_on_never_reaches_it(name: str, tmp_path: Path) -> None:
    rows = exported(tmp_path, FAILURES[name])
    assert len(rows) == (name in HARMLESS)
    for row in rows:
        seen = read(row)
        assert len(seen.learned) == len(row["conversations"]) // 2 and not seen.images_in_learned
        assert seen.image_tokens == len(seen.pictures)


def exported(folder: Path, *records: Record) -> list[dict[str, Any]]:
    written("llava", Llava("llava.json", "images", "finetune"), records, Files(folder))
    return list(json.loads((folder / "llava.json").read_text(encoding="utf-8")))
