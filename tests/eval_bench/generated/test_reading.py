import json
from typing import Any

import pytest

from eval_bench.generated.reading import item_of, says
from synthgen.types import AnswerKey, Dialogue, Fields, Form, Known, Prompt, Reject, Reply, Slot

PROMPT = Prompt("animal-000000001", Fields("goat", place="meadow"), "((goat)), meadow")
KNOWN = Known(frozenset({"subject", "place", "absence"}))
GOOD: dict[str, Any] = {
    "style": "wh",
    "question": "Which animal does the picture show?",
    "answer": "The picture shows a goat.",
    "accept": ["goat"],
    "refuse": ["sheep"],
    "options": ["shark", "parrot", "camel"],
}
CHOICE = {"style": "either_or", "question": "Does the picture show a goat or a shark?", "refuse": ["shark"]}


def read(form: Form = "wh", **changed: Any) -> Dialogue | Reject:
    slot = Slot("animal-000000001", "animal", 1, 1, 7, "goat", PROMPT.fields, "item", (form,))
    text = json.dumps({name: value for name, value in (GOOD | changed).items() if value is not None})
    return item_of(slot, PROMPT, KNOWN, Reply("k", slot.id, text), "animal", names_head=True)


def test_a_good_item_is_kept_with_its_key() -> None:
    found = read()
    assert isinstance(found, Dialogue)
    assert found.key is not None and found.key.accept == ("goat",)
    assert sorted(found.key.options) == ["camel", "goat", "parrot", "shark"]


def test_yes_and_no_are_accepted_by_that_word_whatever_the_writer_lists() -> None:
    found = read("yes", style="yes_no", question="Is this a goat?", answer="Yes, it is a goat.")
    assert isinstance(found, Dialogue)
    assert found.key == AnswerKey(("yes",), (), ("yes", "no"))


@pytest.mark.parametrize(
    ("form", "changed", "why"),
    [
        ("wh", {"style": "yes_no"}, "style"),
        ("wh", {"question": "Look at it. Which animal is it?"}, "one sentence"),
        ("wh", {"question": "Name the animal."}, "one sentence"),
        ("wh", {"question": "Which goat does the picture show?"}, "away"),
        ("wh", {"answer": "It shows an animal there."}, "marked wrong"),
        ("wh", {"answer": "It is a goat, " + "really " * 20 + "a goat."}, "more than 20 words"),
        ("wh", {"refuse": ["mountain goat"]}, "right and wrong"),
        ("wh", {"options": ["shark"]}, "fewer than"),
        ("wh", {"options": ["shark", "Shark", "shark."]}, "fewer than"),
        ("wh", {"options": ["goat", "shark", "camel"]}, "right and wrong"),
        ("wh", {"accept": [" . "]}, "no word is accepted"),
        ("wh", {"accept": []}, "accept"),
        ("wh", {"answer": "It is a goat, not a sheep or a goat but a sheep."}, "marked wrong"),
        ("yes", {"style": "yes_no", "question": "Is this a goat?", "answer": "No, it is not a goat."}, "not yes"),
        ("yes", {"style": "yes_no", "question": "Is it so?", "answer": "Yes, it is so."}, "does not name"),
        ("right second", CHOICE, "other place"),
        ("right first", CHOICE | {"question": "Which is it?"}, "choose"),
        ("right first", CHOICE | {"question": "Is it a goat, a cow or a shark or what?"}, "choose"),
        ("right first", CHOICE | {"refuse": ["camel"]}, "the wrong one"),
        ("wh", {"answer": "It is a goat on a beach."}, "not in the prompt"),
        ("wh", {"answer": None}, "answer"),
    ],
)
def test_what_was_not_ordered_or_cannot_be_marked_falls(form: Form, changed: dict[str, Any], why: str) -> None:
    found = read(form, **changed)
    assert isinstance(found, Reject) and found.stage == "dialogue"
    assert why in f"{found.reason} {found.detail}"


def test_words_are_found_whole_and_in_any_form() -> None:
    assert says("Two red foxes.", "red fox")
    assert not says("A redhead.", "red") and not says("a fox that is red", "red fox") and not says("anything", "")
