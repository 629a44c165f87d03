"""What goes out to a writer: the same text first, data last, and no data that could be taken for anything else."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abilities.asking import ROTATIONS, STRETCH, TEXT, WORD, as_json, fill, rotated
from abilities.base import WordAbility
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.clean import data
from synthgen.kit.prompt_text import compile_text
from synthgen.plan import Planner
from synthgen.types import Fields, Known, Prompt, Request, Slot
from tests.abilities.hostile import SUBJECTS

ABILITIES = ("animal", "color", "joke", "style")
MARKS = ("<", "[INST", "[/", "[TOOL")


@pytest.fixture(scope="module")
def abilities() -> Mapping[str, WordAbility]:
    found = build_run(compose([f"ability=[{','.join(ABILITIES)}]", "name=x"])).abilities
    return {name: ability for name, ability in found.items() if isinstance(ability, WordAbility)}


@pytest.fixture(scope="module")
def animal(abilities: Mapping[str, WordAbility]) -> WordAbility:
    return abilities["animal"]


def text_of(request: Request, message: int) -> str:
    (part,) = request.messages[message].parts
    assert isinstance(part, str)
    return part


def order_in(request: Request) -> tuple[str, dict[str, Any]]:
    """What stands before the order, and the order."""
    said, _, last = text_of(request, -1).rstrip("\n").rpartition("\n")
    return said, json.loads(last)


def slot_with(ability: WordAbility, text: str) -> Slot:
    slot = Planner(ability, seed=1).slot(5)
    cell = Fields(text, (text,), 1, text, text, text, text, text, (text, text), (text,), text, (text,))
    return replace(slot, cell=cell, avoid=(text, text))


@pytest.mark.parametrize("text", SUBJECTS)
def test_an_order_for_a_prompt_is_data_whatever_its_words_say(animal: WordAbility, text: str) -> None:
    plain, word = animal.ask_prompt(Planner(animal, seed=1).slot(5)), data(text, WORD)
    asked = animal.ask_prompt(slot_with(animal, text))
    said, order = order_in(asked)
    assert [m.role for m in asked.messages] == ["system", "user"]
    assert asked.messages[0] == plain.messages[0] and said == order_in(plain)[0]
    assert order == {
        **dict.fromkeys(("subject", "person", "age", "skin", "place", "medium"), word),
        **{"count": "1", "attributes": [word], "companions": [word] * 2, "light": [word], "avoid": [word] * 2},
    }
    assert not [mark for mark in MARKS if mark in text_of(asked, -1)]


@pytest.mark.parametrize("text", SUBJECTS)
def test_an_order_for_a_dialogue_is_data_whatever_prompt_and_facts_say(animal: WordAbility, text: str) -> None:
    slot = Planner(animal, seed=1).slot(5)
    slot = replace(slot, kind="reasoning")
    plain = animal.ask_dialogue(slot, Prompt(slot.id, Fields("fox"), "((fox))"), Known())
    fields, known = Fields("fox", place=text), Known(frozenset({"place"}), (text, "It is red."))
    asked = animal.ask_dialogue(slot, Prompt(slot.id, fields, text), known)
    said, order = order_in(asked)
    assert asked.messages[0] == plain.messages[0] and said == order_in(plain)[0]
    assert order == {
        "kind": "reasoning",
        "keywords": data(compile_text(fields), TEXT),
        "complete": "no",
        "facts": [data(text, TEXT), "It is red."],
    }
    assert not [mark for mark in MARKS if mark in text_of(asked, -1)]


@pytest.mark.parametrize("text", SUBJECTS)
def test_listed_words_and_examples_cannot_leave_their_line(animal: WordAbility, text: str) -> None:
    usual, word = animal.ask_prompt(Planner(animal, seed=1).slot(0)), data(text, TEXT)
    listed = replace(
        animal,
        groups={"x": {"subjects": ["cat", "dog", text], "places": ["forest"]}},
        prompt_examples=[text, "((fox)), forest"],
        prompt_template={**animal.prompt_template, "quality": [text, "8k"]},
        dialogue_examples=[{"prompt": text, "question": text, "answer": text}],
        questions=[text, "What is it?"],
    )
    slot = Planner(animal, seed=1).slot(0)
    lines = text_of(listed.ask_prompt(slot), 0).split("\n")
    before = text_of(usual, 0).split("\n")
    pool = next(line for line in lines if line.startswith("Pool of subjects"))
    assert json.loads(pool[pool.index("[") :]) == [data(each, TEXT) for each in listed.subjects]
    quality = next(line for line in lines if line.startswith("Pool of quality"))
    assert json.loads(quality[quality.index("[") :]) == [word, "8k"]
    at = next(i for i, line in enumerate(lines) if line.startswith("Prompts for this ability"))
    assert [json.loads(line) for line in lines[at + 1 : at + 3]] == [word, "((fox)), forest"] and not lines[at + 3]
    assert len(lines) == len(before) - len(animal.prompt_examples) + 2
    slot = replace(slot, kind="reasoning")  # others ask a pattern; what is none ends at preflight
    said = text_of(listed.ask_dialogue(slot, Prompt("i", Fields("fox"), "((fox))"), Known()), 0)
    example = next(line for line in said.split("\n") if line.startswith('{"prompt"'))
    assert json.loads(example) == {"prompt": word, "question": word, "answer": word}


@given(st.text(st.characters()), st.integers(1, 300))
def test_json_says_the_cleaned_text_and_shows_no_sign_of_a_tokenizer(text: str, most: int) -> None:
    said = as_json({"x": [text]}, most)
    assert json.loads(said) == {"x": [data(text, most)]}
    assert "\n" not in said and "<" not in said and "[INST]" not in said


def test_blanks_are_filled_once_and_other_braces_stay() -> None:
    assert fill('{noun}: {"a": {}} {other}', noun="x") == 'x: {"a": {}} {other}'
    assert fill("{a} {b}", a="{b}", b="{a}") == "{b} {a}"


@pytest.mark.parametrize("name", ABILITIES)
def test_the_first_message_is_the_same_for_all_samples_that_share_an_order(
    abilities: Mapping[str, WordAbility], name: str
) -> None:
    ability, planner = abilities[name], Planner(abilities[name], seed=1)
    prompts: dict[int, set[str]] = {}
    dialogues: dict[int, set[str]] = {}
    for i in range(2 * ROTATIONS * STRETCH):
        slot = planner.slot(i)
        prompts.setdefault(i // STRETCH, set()).add(text_of(ability.ask_prompt(slot), 0))
        if i % 8 == 0:
            asked = ability.ask_dialogue(slot, Prompt(slot.id, slot.cell, slot.id), Known())
            dialogues.setdefault(i // STRETCH, set()).add(text_of(asked, 0))
    for texts in (prompts, dialogues):
        assert all(len(same) == 1 for same in texts.values())
        row = [next(iter(same)) for same in texts.values()]
        assert len(set(row)) == ROTATIONS and row[:ROTATIONS] == row[ROTATIONS:]
        # the same lines and words in another order
        assert len({"".join(sorted(text)) for text in row}) == 1


def test_an_order_is_built_once(animal: WordAbility) -> None:
    planner = Planner(animal, seed=1)
    one, two = (text_of(animal.ask_prompt(planner.slot(i)), 0) for i in (0, 1))
    assert one is two


@given(st.lists(st.integers(), max_size=9), st.integers(0, ROTATIONS - 1))
def test_a_rotation_keeps_every_item_and_its_neighbours(items: list[int], by: int) -> None:
    turned = rotated(items, by)
    start = len(items) * by // ROTATIONS
    assert turned[len(items) - start :] + turned[: len(items) - start] == items


def test_no_blank_is_left_open(abilities: Mapping[str, WordAbility]) -> None:
    for ability in abilities.values():
        slot = Planner(ability, seed=1).slot(0)
        for request in (ability.ask_prompt(slot), ability.ask_dialogue(slot, Prompt("i", slot.cell, "x"), Known())):
            text = text_of(request, 0) + order_in(request)[0]
            assert not [
                b for b in ("noun", "cautions", "examples", "order", "media", "questions") if f"{{{b}}}" in text
            ]


def test_a_template_without_a_place_for_the_order_is_a_mistake(animal: WordAbility) -> None:
    assert animal.preflight() == []
    old = replace(animal, dialogue_template={"system": "x", "ask": "Keywords: {prompt}"})
    (mistake,) = old.preflight()
    assert "ability.animal.dialogue_template.ask" in mistake and "{order}" in mistake


def test_requests_that_say_something_else_have_other_keys(animal: WordAbility) -> None:
    planner = Planner(animal, seed=1)
    slot = planner.slot(0)
    prompt = Prompt(slot.id, slot.cell, "((fox))")
    other = replace(animal, cautions="Otherwise.", dialogue_cautions="Otherwise.")
    requests = [
        animal.ask_prompt(slot),
        other.ask_prompt(slot),
        animal.ask_prompt(planner.slot(1)),
        animal.ask_prompt(replace(slot, avoid=("fox",))),
        animal.ask_dialogue(slot, prompt, Known()),
        other.ask_dialogue(slot, prompt, Known()),
        animal.ask_dialogue(slot, prompt, Known(facts=("It is red.",))),
    ]
    assert len({request.key for request in requests}) == len(requests)
    assert animal.ask_prompt(slot).key == requests[0].key
