"""A dialogue that does not name its subject falls; one that names it in other words passes."""

from pathlib import Path
from random import Random

import pytest

from bench.subject_check import read, swapped
from synthgen.kit.words import missing_words
from synthgen.measure import Samples
from synthgen.qc.subject import Subject
from synthgen.types import DialogueKind
from tests.samples import dialogue, prompt

CHECK = Subject(("describe", "detail", "conversation", "reasoning"), ("vqa", "negative"), "reject")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Yellow-cornflower", "A vast field is filled with yellow cornflowers."),
        ("running", "A boy ran along the beach."),
        ("doing push-ups", "A man is doing a pushup."),
        ("red-firetruck", "A red fire truck stands there."),
        ("fire truck", "A firetruck stands there."),
        ("rhino", "A rhinoceros is in the mud."),
        ("watching tv", "Two people watch television."),
        ("making a sandcastle", "A child builds a sandcastle."),
        ("gold crown", "A king wears a golden crown."),
        ("queen anne's lace", "Queen Anne's lace grows here."),
        ("jalapeño", "A green jalapeno."),
        ("penguin driving a car", "This penguin drives an automobile."),
        ("on the", "Anything."),
    ],
)
def test_the_head_may_be_named_in_any_form(head: str, text: str) -> None:
    assert missing_words(head, text) == []


@pytest.mark.parametrize(
    ("head", "text", "missing"),
    [
        ("red apple", "An apple lies on a table.", ["red"]),
        ("red panda", "A red fox sits in a tree.", ["panda"]),
        ("husky", "A dog runs in the snow.", ["husky"]),
        ("cat", "A caterpillar on a leaf.", ["cat"]),
        ("making a sandcastle", "A child is making lunch.", ["sandcastle"]),
        ("penguin driving a car", "A penguin is next to a car.", ["driving"]),
    ],
)
def test_what_is_not_named_is_said(head: str, text: str, missing: list[str]) -> None:
    assert missing_words(head, text) == missing


def test_all_turns_count_and_the_reason_says_what_is_missing() -> None:
    batch = Samples(
        prompts=[prompt("red balloon"), prompt("red balloon")],
        dialogues=[
            dialogue(("What is there?", "A balloon."), ("What color is it?", "It is red.")),
            dialogue(("What is there?", "A kite.")),
        ],
    )
    good, bad = CHECK.measure(batch)
    assert (good.values, CHECK.judge(good, prompt())) == ({"missing": ""}, None)
    assert CHECK.judge(bad, prompt()) == ("subject not named", "red balloon")


def test_kinds_that_are_in_neither_list_are_not_measured() -> None:
    (score,) = CHECK.measure(
        Samples(prompts=[prompt()], dialogues=[dialogue(("How many?", "One."), kind="counterpart")])
    )
    assert score.values["missing"] is None and CHECK.judge(score, prompt()) is None


@pytest.mark.parametrize(
    ("turn", "passes"),
    [
        (("Which color is it?", "Red."), True),
        (("Do you see balloons?", "Yes."), True),
        (("Is a kangaroo part of the image?", "No, no kangaroo can be seen."), True),
        (("Is this a paper kite?", "Yes, it is a paper kite."), False),
        (("What is empty?", "Your message."), False),
    ],
)
@pytest.mark.parametrize("kind", ["vqa", "negative"])
def test_short_kinds_say_one_thing_of_the_prompt_or_do_nothing_but_deny(
    kind: DialogueKind, turn: tuple[str, str], passes: bool
) -> None:
    asked = prompt("red balloon")
    (score,) = CHECK.measure(Samples(prompts=[asked], dialogues=[dialogue(turn, kind=kind)]))
    assert (CHECK.judge(score, asked) is None) == passes


@pytest.mark.parametrize("ability", ["action", "animal", "color", "food", "plant"])
def test_published_dialogues_pass_and_those_of_another_head_do_not(published: Path, ability: str) -> None:
    rows = read(published / f"{ability}.json")
    rejected = sum(bool(missing_words(head, text)) for head, text in rows)
    assert rejected <= 0.01 * len(rows)
    others = Random(1).sample(swapped(rows, Random(0)), 500)
    assert sum(bool(missing_words(head, text)) for head, text in others) > 0.95 * len(others)
