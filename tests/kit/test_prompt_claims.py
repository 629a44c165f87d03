"""What a prompt says, as claims, and that a dialogue may say those that were confirmed."""

import pytest

from synthgen.kit.claims import check
from synthgen.kit.prompt_claims import colour_of, measurable
from synthgen.kit.prompt_text import compile_text
from synthgen.kit.statements import statement
from synthgen.types import Fields, Known, Prompt, Turn

APPLES = Fields("red apple", ("red",), 3, place="kitchen", companions=("cup",), medium="watercolor")


def test_a_prompt_says_one_thing_at_a_time() -> None:
    said = [(claim.type, statement(claim)) for claim in measurable(APPLES)]
    assert said == [
        ("subject", "The picture shows an apple."),
        ("colour", "The apple is red."),
        ("count", "There are three apples."),
        ("place", "The scene is in a kitchen."),
        ("object", "There is a cup in the picture."),
        ("medium", "The picture is a watercolor."),
    ]


def test_where_the_medium_is_the_subject_it_is_a_medium() -> None:
    said = list(measurable(Fields("woodcut", medium="woodcut", companions=("daisy",))))
    assert [(claim.type, claim.value) for claim in said] == [("medium", "woodcut"), ("object", "daisy")]


def test_persons_and_relations_are_nothing_that_is_measured() -> None:
    fields = Fields("baker", person="woman", age="elderly", relation="holding", companions=("bread",))
    assert [claim.type for claim in measurable(fields)] == ["subject", "object"]


@pytest.mark.parametrize(
    ("fields", "colour", "thing"),
    [
        (Fields("red car", ("red",)), "red", "car"),
        (Fields("slicked-back blue hair", ("blue",)), "blue", "slicked-back hair"),
        (Fields("red panda"), "", "red panda"),
        (Fields("orange"), "", "orange"),
        (Fields("ball", ("striped", "green")), "green", "ball"),
    ],
)
def test_a_colour_is_what_the_attributes_say(fields: Fields, colour: str, thing: str) -> None:
    assert colour_of(fields) == (colour, thing)


ANSWERS = {
    "colour": "The apples are red.",
    "place": "The scene is in a kitchen.",
    "object": "There is a cup in the picture.",
    "medium": "The picture is a watercolor.",
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_dialogue_may_say_what_was_confirmed_and_nothing_else(kind: str) -> None:
    facts = tuple(statement(claim) for claim in measurable(APPLES) if claim.type == kind)
    prompt, turn = Prompt("", APPLES, compile_text(APPLES)), Turn("What can you tell about it?", ANSWERS[kind])
    assert check([turn], [], prompt, Known(facts=facts), "food").turns == (turn,)
    assert check([turn], [], prompt, Known(), "food").turns == ()
