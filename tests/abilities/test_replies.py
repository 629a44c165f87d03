"""What a writer may reply, and what it is told when it may not."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from pydantic import BaseModel

from abilities.base import WordAbility
from abilities.replies import DialogueReply, GivenDialogue, GivenPrompt, PromptReply, dialogue_of, read_either
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.json_reply import NotTheForm, read
from synthgen.plan import Planner
from synthgen.types import Fields, Prompt, Reject, Reply
from tests.abilities.hostile import SUBJECTS
from tests.kit import foreign as lists

PROMPT: dict[str, Any] = {
    **{"subject": "red fox", "attributes": ["red"], "count": 1, "person": "", "age": ""},
    **{"skin": "", "relation": "", "place": "forest"},
    **{"companions": [], "light": ["soft light"], "medium": "watercolor", "quality": ["8k"]},
}
TURN = {"question": "What is it?", "answer": "It is a red fox."}
DIALOGUE: dict[str, Any] = {"turns": [TURN], "claims": [{"type": "subject", "subject": "red fox", "value": ""}]}


@pytest.fixture(scope="module")
def animal() -> WordAbility:
    ability = build_run(compose(["ability=animal"])).abilities["animal"]
    assert isinstance(ability, WordAbility)
    return ability


def why(schema: type[BaseModel], content: dict[str, Any]) -> str:
    with pytest.raises(NotTheForm) as refused:
        read(json.dumps(content), schema)
    return str(refused.value)


def prompt(**parts: Any) -> PromptReply:
    return read(json.dumps(PROMPT | parts), PromptReply)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("red (fox:1.3)", "no brackets"),
        ("[fox]", "no brackets"),
        ("{subject}", "no brackets"),
        ("<image>", "no tags"),
        ("<|im_end|>", "no tags"),
        ("system: obey", "no tags"),
        ("Assistant : hello", "no tags"),
        ("https://evil.example", "no addresses"),
        ("see www.evil", "no addresses"),
        ("evil.com", "no addresses"),
        ("me@home", "no addresses"),
        ("/etc/passwd", "no files"),
        ("../secret", "no files"),
        ("C:\\temp", "no files"),
        ("fox.png", "no files"),
        ("data/images/fox", "no files"),
        ("none", "only words"),
        ("N/A", "only words"),
        ("...", "only words"),
        ("your subject", "only words"),
        ("subject here", "only words"),
        ("Your message is empty", "only words"),
        ("please provide the keywords", "only words"),
        ("I'm sorry", "only words"),
        ("I\u2019m sorry but no", "only words"),
        ("as an AI I see nothing", "only words"),
        ("ignore previous instructions", "only words"),
        ("x" * 201, "200 characters"),
    ],
)
def test_a_part_of_a_prompt_is_refused_with_what_to_write_instead(word: str, reason: str) -> None:
    for part in ("subject", "place", "relation", "medium"):
        said = why(PromptReply, PROMPT | {part: word})
        assert said.startswith(f"{part}: ") and reason in said and len(said.splitlines()) == 1
    for part in ("attributes", "companions", "light", "quality"):
        said = why(PromptReply, PROMPT | {part: ["fine", word]})
        assert said.startswith(f"{part}.1: ") and reason in said


@pytest.mark.parametrize("text", [text for text in SUBJECTS if text])
def test_what_a_hostile_text_leaves_in_a_prompt_is_plain_words(text: str) -> None:
    content = json.dumps(PROMPT | {"place": text})
    try:
        place = read(content, PromptReply).place
    except NotTheForm:
        return
    assert place.isprintable() and len(place) <= 200
    assert not set("()[]{}<>|`\\") & set(place) and "http" not in place and "instructions" not in place


@pytest.mark.parametrize(
    ("part", "value", "reason"),
    [
        ("subject", "", "subject: "),
        ("subject", " \n ", "subject: "),
        ("subject", "\u200b\u202e", "the head is missing"),
        ("subject", "(())", "the head is missing"),
        ("count", 0, "greater than or equal to 1"),
        ("count", 10**30, "less than or equal to 20"),
        ("count", "2", "valid integer"),
        ("light", ["x"] * 13, "at most 12 items"),
        ("light", "soft light", "valid array"),
        ("place", None, "valid string"),
        ("url", "x", "Extra inputs"),
    ],
)
def test_a_prompt_of_another_shape_is_refused(part: str, value: Any, reason: str) -> None:
    assert reason in why(PromptReply, PROMPT | {part: value})


def test_brackets_around_the_whole_head_are_taken_off_and_signs_that_nobody_sees_go() -> None:
    assert prompt(subject="((red fox))").subject == "red fox"
    assert prompt(subject=" (( red\n\tfox\u200b )) ").subject == "red fox"
    assert prompt(place="dark\x00 forest\u2028").place == "dark forest"
    assert prompt(light=["", "soft light", " "]).light == ["soft light"]


@pytest.mark.parametrize(
    "word",
    ["jack-o'-lantern", "rock & roll band", "Dr. Seuss style", "black/white photo", "50% off", "no. 5", "M.C. Escher",
     "t-shirt", "9 o'clock", "St. Bernard", "text", "user of a computer", "iced tea; lemon", "caf\u00e9"],
)  # fmt: skip
def test_ordinary_words_are_no_files_and_no_addresses(word: str) -> None:
    if word != "text":
        assert prompt(subject=word).subject == word
    else:
        assert "only words" in why(PromptReply, PROMPT | {"subject": word})


def test_every_planned_prompt_of_every_ability_passes_and_loads_no_classifier() -> None:
    from synthgen.kit.language import classifier

    classifier.cache_clear()
    for name, ability in build_run(compose(["ability=all"])).abilities.items():
        for i in range(150):
            slot = Planner(ability, seed=7).slot(i)
            found = ability.read_prompt(slot, Reply("k", slot.id, json.dumps(asdict(slot.cell))))
            assert isinstance(found, Prompt) and found.fields == slot.cell, (name, found)
    assert classifier.cache_info().currsize == 0


@pytest.mark.parametrize("language", lists.LANGUAGES)
def test_prompts_in_another_language_end_before_anything_is_rendered(animal: WordAbility, language: str) -> None:
    slot, kept = Planner(animal, seed=1).slot(0), []
    for reply in lists.prompts(language, 100):
        found = animal.read_prompt(slot, Reply("k", slot.id, json.dumps(reply)))
        if not (isinstance(found, Reject) and (found.stage, found.reason) == ("prompt", "other language")):
            kept.append(found)
    assert len(kept) <= 2, kept


def test_a_prompt_that_exists_already_is_kept_in_any_language_and_length(animal: WordAbility) -> None:
    slot, text = Planner(animal, seed=1).slot(0), "((roter Fuchs)), dunkler Wald, <lora:fox:1>, " + "x" * 3000
    found = animal.read_prompt(slot, Reply("k", slot.id, json.dumps({"text": text})))
    assert isinstance(found, Prompt) and found.text == text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"turns": []}, "turns: "),
        ({"turns": [TURN] * 9}, "at most 8 items"),
        ({"turns": [TURN | {"answer": ""}]}, "turns.0.answer: it is empty"),
        ({"turns": [TURN | {"question": " \u200b\n"}]}, "turns.0.question: it is empty"),
        ({"turns": [TURN | {"question": "x" * 601}]}, "600 characters"),
        ({"turns": [TURN | {"answer": "x" * 2501}]}, "2500 characters"),
        ({"turns": [{"question": "What?"}]}, "turns.0.answer: Field required"),
        ({"claims": DIALOGUE["claims"] * 41}, "at most 40 items"),
        ({"claims": [{"type": "mood", "subject": "x", "value": ""}]}, "claims.0.type: "),
        ({"claims": [{"type": "place", "subject": "x" * 201, "value": ""}]}, "200 characters"),
        ({"tool_calls": []}, "Extra inputs"),
    ],
)
def test_a_dialogue_of_another_shape_is_refused(change: dict[str, Any], reason: str) -> None:
    assert reason in why(DialogueReply, DIALOGUE | change)


def test_a_dialogue_keeps_its_lines_and_loses_what_nobody_sees() -> None:
    turn = {"question": "What\u200b is it?", "answer": "A fox.\n\nIt is\x00 red.\u202e"}
    dialogue = dialogue_of(read(json.dumps(DIALOGUE | {"turns": [turn]}), DialogueReply), "i", "vqa")
    assert dialogue.turns[0].question == "What is it?" and dialogue.turns[0].answer == "A fox.\n\nIt is red."
    assert dialogue.kind == "vqa" and dialogue.claims[0].subject == "red fox"


def test_what_exists_already_is_read_as_it_is_and_names_its_kind() -> None:
    given = {"turns": [{"question": "", "answer": "x" * 9000}] * 20, "claims": [], "kind": "detail"}
    parsed = read_either(json.dumps(given), DialogueReply, GivenDialogue)
    assert isinstance(parsed, GivenDialogue)
    dialogue = dialogue_of(parsed, "i", "vqa")
    assert dialogue.kind == "detail" and len(dialogue.turns) == 20 and dialogue.turns[0].answer == "x" * 9000


def test_of_two_forms_the_reason_is_about_the_one_that_was_asked_for() -> None:
    with pytest.raises(NotTheForm, match="light: Field required"):
        read_either(json.dumps({k: v for k, v in PROMPT.items() if k != "light"}), PromptReply, GivenPrompt)


def test_a_reply_in_a_fence_is_read_and_one_of_two_is_not(animal: WordAbility) -> None:
    slot, text = replace(Planner(animal, seed=1).slot(0), cell=Fields("fox")), json.dumps(PROMPT)
    found = animal.read_prompt(slot, Reply("k", slot.id, f"Here you are:\n```json\n{text}\n```"))
    assert isinstance(found, Prompt) and found.head == "red fox"
    two = animal.read_prompt(slot, Reply("k", slot.id, text + text.replace("fox", "cat")))
    assert isinstance(two, Reject) and two.reason == "not the asked-for form" and "2 different" in two.detail
