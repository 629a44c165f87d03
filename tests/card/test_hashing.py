"""The hash names the data: whatever the order of abilities, and not one byte more or less."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from synthgen.card.hashing import DatasetHash
from synthgen.types import Record, Turn
from tests.samples import record


def joke(index: int) -> Record:
    made = record(index)
    return replace(made, id=f"joke-{index:09d}", ability="joke")


def hash_of(records: Iterable[Record]) -> str:
    found = DatasetHash()
    for one in records:
        found.add(one)
    return found.hexdigest()


COLORS, JOKES = [record(i) for i in range(3)], [joke(i) for i in (1, 4)]


def test_it_is_what_its_description_says() -> None:
    """Computed once more, by hand."""
    lines = b""
    for one in COLORS:
        turns = [[turn.question, turn.answer] for turn in one.dialogue.turns]
        row = [one.id, one.prompt.text, turns, [hashlib.sha256(one.pictures[0].data).hexdigest()]]
        lines += json.dumps(row, separators=(",", ":")).encode() + b"\n"
    ability = json.dumps(["color", hashlib.sha256(lines).hexdigest()], separators=(",", ":")).encode() + b"\n"
    assert hash_of(COLORS) == hashlib.sha256(ability).hexdigest()


def test_the_order_of_abilities_does_not_matter() -> None:
    mixed = [COLORS[0], JOKES[0], COLORS[1], JOKES[1], COLORS[2]]
    assert hash_of(COLORS + JOKES) == hash_of(JOKES + COLORS) == hash_of(mixed)


def test_ids_that_do_not_rise_are_refused_rather_than_hashed_in_their_order() -> None:
    with pytest.raises(ValueError, match="color-000000000 comes after index 1"):
        hash_of([COLORS[1], COLORS[0]])


def test_anything_else_is_another_data_set() -> None:
    one = COLORS[0]
    picture, dialogue = one.pictures[0], one.dialogue
    turn = dialogue.turns[0]
    others = [
        replace(one, id="color-000000009"),
        replace(one, prompt=replace(one.prompt, text=one.prompt.text + "!")),
        replace(one, dialogue=replace(dialogue, turns=(Turn(turn.question, turn.answer + "!"),))),
        replace(one, dialogue=replace(dialogue, turns=(turn, turn))),
        replace(one, pictures=(replace(picture, data=picture.data[:-1] + b"\0"),)),
        replace(one, pictures=()),
        replace(one, pictures=(picture, picture)),
    ]
    hashes = [hash_of([made]) for made in (one, *others)]
    assert len(set(hashes)) == len(hashes)


def test_what_scores_and_makers_say_is_not_in_it() -> None:
    assert hash_of([COLORS[0]]) == hash_of([replace(COLORS[0], scores=(), provenance={"llm": "other"})])
