"""What of a written dialogue stands: ordered questions, forms, entitled claims, sentences that ask to be brief."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from abilities.base import WordAbility
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.prompt_text import compile_text
from synthgen.plan import Planner
from synthgen.types import ClaimType, Dialogue, DialogueKind, Fields, Form, Known, Prompt, Reject, Reply, Slot

FIELDS = Fields("blue balloon", attributes=("blue",), place="beach", light=("soft light",), companions=("bucket",))
PHOTO: frozenset[ClaimType] = frozenset({"subject", "colour", "medium"})
CLOSED = PHOTO | {"place", "object", "count", "absence"}


@pytest.fixture(scope="module")
def color() -> WordAbility:
    ability = build_run(compose(["ability=color", "renderer=sketch"])).abilities["color"]
    assert isinstance(ability, WordAbility)
    return ability


def slot_of(
    color: WordAbility, kind: DialogueKind = "describe", forms: tuple[Form, ...] = (), brief: bool = False
) -> Slot:
    return replace(Planner(color, seed=0).slot(0), kind=kind, forms=forms, brief=brief)


def settled(
    color: WordAbility,
    slot: Slot,
    turns: Sequence[tuple[str, ...]],
    asserts: frozenset[ClaimType] = PHOTO,
    claims: Sequence[Mapping[str, str]] = (),
    facts: tuple[str, ...] = (),
) -> Dialogue | Reject:
    names: tuple[str, ...] = ("question", "answer", "english_question", "english_answer")
    content: dict[str, Any] = {"turns": [dict(zip(names, turn, strict=False)) for turn in turns], "claims": claims}
    prompt = Prompt(slot.id, FIELDS, compile_text(FIELDS))
    return color.read_dialogue(slot, prompt, Known(asserts, facts), Reply("k", slot.id, json.dumps(content)))


def test_a_description_answers_the_question_of_the_bank(color: WordAbility) -> None:
    slot = slot_of(color)
    said = settled(color, slot, [("Whatever?", "The picture shows a blue balloon.")])
    assert isinstance(said, Dialogue)
    prompt = Prompt(slot.id, FIELDS, compile_text(FIELDS))
    order = json.loads(str(color.ask_dialogue(slot, prompt, Known(PHOTO)).messages[-1].parts[0]).splitlines()[-1])
    assert said.turns[0].question == order["question"] == color.question(slot, prompt, Known(PHOTO))
    assert order["keywords"] == "((blue balloon))" and order["complete"] == "no"


def test_what_the_renderer_is_not_trusted_for_ends_the_sample_with_a_reason(color: WordAbility) -> None:
    turns = [("?", "The picture shows a blue balloon on a beach.")]
    refused = settled(color, slot_of(color), turns)
    assert isinstance(refused, Reject) and refused.reason == "says more than is known" and "beach" in refused.detail
    assert isinstance(settled(color, slot_of(color), turns, CLOSED), Dialogue)
    assert isinstance(settled(color, slot_of(color), turns, PHOTO, facts=("The balloon is on a beach.",)), Dialogue)


def test_the_turn_of_a_conversation_that_says_too_much_is_cut(color: WordAbility) -> None:
    slot = slot_of(color, "conversation", ("wh",) * 3)
    turns = [
        ("?", "This is a blue balloon."),
        ("Who holds it?", "A girl holds the balloon."),
        ("What color is it?", "It is blue."),
    ]
    said = settled(color, slot, turns)
    assert isinstance(said, Dialogue) and [turn.answer for turn in said.turns] == [turns[0][1], turns[2][1]]
    assert said.kind == "conversation" and {claim.type for claim in said.claims} <= {"subject", "colour"}
    left = settled(color, slot, turns[:2])
    assert isinstance(left, Dialogue) and left.kind == "describe" and len(left.turns) == 1
    bad_opening = settled(color, slot, [("?", "A girl holds a blue balloon."), turns[2]])
    assert isinstance(bad_opening, Reject)


def test_claims_that_no_sentence_makes_are_not_kept(color: WordAbility) -> None:
    listed = [{"type": "object", "subject": "kite", "value": ""}, {"type": "colour", "subject": "it", "value": "blue"}]
    said = settled(color, slot_of(color), [("?", "The picture shows a blue balloon.")], CLOSED, listed)
    assert isinstance(said, Dialogue) and not [claim for claim in said.claims if claim.type == "object"]


def test_precise_questions_ask_for_short_answers_where_the_plan_wants_them(color: WordAbility) -> None:
    turns = [("Is the balloon blue?", "Yes."), ("Is it red or blue?", "Blue"), ("What is it?", "A balloon.")]
    forms: tuple[Form, ...] = ("yes", "right second", "wh")
    said = settled(color, slot_of(color, "vqa", forms, brief=True), turns)
    assert isinstance(said, Dialogue) and [turn.answer for turn in said.turns] == ["Yes.", "Blue", "A balloon."]
    for turn, (question, _), what in zip(said.turns, turns, ("yes_no", "choice", "phrase"), strict=True):
        hint = turn.question.removeprefix(question).strip()
        assert turn.question.startswith(question) and hint in color.turns["formats"][what]  # type: ignore[literal-required]
    long = [("Is the balloon blue?", "Yes, the balloon is blue.")]
    plain = settled(color, slot_of(color, "vqa", ("yes",)), long)
    assert isinstance(plain, Dialogue) and plain.turns[0].question == long[0][0]


def test_a_turn_of_another_form_is_cut_and_none_left_is_a_reject(color: WordAbility) -> None:
    slot = slot_of(color, "vqa", ("yes", "no"))
    yes, no = ("Is it blue?", "Yes, it is blue."), ("Is the balloon red?", "No, the balloon is blue.")
    said = settled(color, slot, [yes, yes])
    assert isinstance(said, Dialogue) and len(said.turns) == 1
    assert isinstance(settled(color, slot, [yes, no]), Dialogue)
    wrong = settled(color, slot, [no, yes])
    assert isinstance(wrong, Reject) and wrong.reason == "not what was ordered" and "not yes" in wrong.detail


def test_absence_is_said_only_where_nothing_comes_unasked_or_as_a_contradiction(color: WordAbility) -> None:
    slot = slot_of(color, "negative", ("asks",))
    absent = [("Where is the elephant?", "There is no elephant in the picture; it shows a blue balloon.")]
    assert isinstance(settled(color, slot, absent), Reject)
    assert isinstance(settled(color, slot, absent, CLOSED), Dialogue)
    contradicted = [("Why is the balloon red?", "The balloon is not red; it is blue.")]
    assert isinstance(settled(color, replace(slot, forms=("states",)), contradicted), Dialogue)


def test_a_translation_is_checked_by_its_english_and_both_are_kept(color: WordAbility) -> None:
    german = replace(color, language="de")
    turn = ("Was ist zu sehen?", "Ein blauer Luftballon.", "What is it?", "It is a blue balloon.")
    said = settled(german, slot_of(color), [turn])
    assert isinstance(said, Dialogue) and said.language == "de"
    assert said.turns[0].answer == turn[1] and said.in_english[0].answer == turn[3]
    more = settled(german, slot_of(color), [(*turn[:3], "It is a blue balloon beside a dog.")])
    assert isinstance(more, Reject)
    missing = settled(german, slot_of(color), [turn[:2]])
    assert isinstance(missing, Reject) and "english" in missing.detail
