"""Our account of LLaVA's reading reacts to bad rows as LLaVA does; otherwise it could not judge what we write."""

from typing import Any

import pytest

from tests.exporter.llava_rules import read


def row(*turns: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"id": "x", "conversations": [{"from": who, "value": text} for who, text in turns], **more}


ASKED = ("human", "<image>\nWhat is it?")
SAID = ("gpt", "A kettle.")


@pytest.mark.parametrize("question", ["<image>\nWhat is it?", "What is it?\n<image>"])
def test_a_good_row_is_learned_wherever_the_tag_stands(question: str) -> None:
    seen = read(row(("human", question), SAID, ("human", "Its color?"), ("gpt", "Teal."), image="a.jpg"))
    assert (seen.picture, seen.image_tokens, seen.learned) == ("images/a.jpg", 1, ("A kettle.", "Teal."))


def test_a_row_without_a_tag_never_shows_its_picture() -> None:
    assert read(row(("human", "What is it?"), SAID, image="a.jpg")).image_tokens == 0


def test_two_tags_in_a_turn_are_one_and_in_two_turns_are_two() -> None:
    assert read(row(("human", "<image>\n<image>\nWhat?"), SAID, image="a.jpg")).image_tokens == 1
    assert read(row(ASKED, SAID, ("human", "<image> And?"), SAID, image="a.jpg")).image_tokens == 2


@pytest.mark.parametrize("image", [None, ["a.jpg"]])
def test_an_image_that_is_no_path_is_an_error(image: Any) -> None:
    with pytest.raises(TypeError):
        read(row(ASKED, SAID, image=image))


def test_a_first_answer_without_a_question_is_dropped() -> None:
    assert read(row(("gpt", "Hello."), ASKED, SAID, image="a.jpg")).learned == ("A kettle.",)


def test_other_roles_two_questions_in_a_row_and_nothing_at_all_are_errors() -> None:
    with pytest.raises(KeyError):
        read(row(("user", "What?"), ("assistant", "A kettle.")))
    with pytest.raises(AssertionError):
        read(row(ASKED, ("human", "Well?"), SAID, image="a.jpg"))
    with pytest.raises(IndexError):
        read(row(image="a.jpg"))


@pytest.mark.parametrize(
    "turns",
    [
        (ASKED, SAID, ("human", "And?")),
        (ASKED, ("gpt", "")),
        (ASKED, ("gpt", "A kettle.</s> Or not.")),
        (ASKED, ("gpt", "A kettle. ASSISTANT: no.")),
    ],
    ids=["ends with a question", "empty answer", "end of text inside", "role inside"],
)
def test_what_does_not_add_up_masks_every_answer_of_the_row(turns: tuple[tuple[str, str], ...]) -> None:
    assert read(row(*turns, image="a.jpg")).learned == ()


def test_a_tag_in_an_answer_lands_in_what_is_learned() -> None:
    assert read(row(ASKED, ("gpt", "See <image>."), image="a.jpg")).images_in_learned == 1
