"""What a turn has to be for its form."""

import pytest

from abilities.forms import misfit, right_is_first
from synthgen.types import Form, Turn


@pytest.mark.parametrize(
    ("form", "brief", "question", "answer"),
    [
        ("yes", True, "Is this a cat?", "Yes."),
        ("yes", False, "Is this a cat?", "Yes, this is a cat."),
        ("no", True, "Is this a dog?", "No"),
        ("no", False, "Is this a dog?", "No, it is a cat."),
        ("wh", True, "What animal is this?", "A cat."),
        ("wh", False, "What animal is this?", "It is a cat."),
        ("right first", True, "Is this a cat or a dog?", "A cat."),
        ("right second", True, "Is this a dog or a cat?", "Cat"),
        ("right second", False, "Is it red or blue?", "The balloon is blue."),
        ("states", False, "Why is the cat green?", "The cat is not green; it is orange."),
        ("asks", False, "Where is the dog?", "There isn\u2019t a dog here, this is a cat."),
    ],
)
def test_a_turn_that_does_what_was_ordered_fits(form: Form, brief: bool, question: str, answer: str) -> None:
    assert misfit(Turn(question, answer), form, brief) == ""


@pytest.mark.parametrize(
    ("form", "brief", "question", "answer", "said"),
    [
        ("yes", False, "Is this a cat?", "No, this is a dog.", "not yes"),
        ("no", False, "Is this a dog?", "It is a cat, not a dog.", "not no"),
        ("wh", False, "What is this?", "Yes, this is a cat.", "yes or no"),
        ("wh", True, "What is this?", "It is a large orange cat.", "more than"),
        ("yes", False, "Is this a cat?", "Yes.", "no sentence"),
        ("right first", False, "Is this a dog or a cat?", "This is a cat.", "other place"),
        ("right second", False, "What is this?", "This is a cat.", "no two things"),
        ("states", False, "Why is the cat green?", "Because it was painted.", "corrects nothing"),
    ],
)
def test_a_turn_that_does_not_is_told_why(form: Form, brief: bool, question: str, answer: str, said: str) -> None:
    assert said in misfit(Turn(question, answer), form, brief)


def test_what_both_options_share_does_not_decide() -> None:
    assert right_is_first(Turn("Is it a red car or a blue car?", "A blue car.")) is False
    beach = Turn("Is the man shown on a beach or in a garden?", "He is shown in a garden.")
    assert right_is_first(beach) is False
    assert right_is_first(Turn("Is it a car or a car?", "A car.")) is None
    assert right_is_first(Turn("Is it a cat, or a dog, or a cow?", "A cat.")) is None
