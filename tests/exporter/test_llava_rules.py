"""Our account of LLaVA's reading reacts to bad rows as LLaVA does; otherwise it could not judge what we write."""

from pathlib import Path
from typing import Any

import pytest

from tests.exporter.llava_rules import mixture, read, read_next, read_plain


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


def test_a_tag_in_a_row_without_a_picture_is_a_token_without_a_picture() -> None:
    seen = read(row(ASKED, SAID))
    assert (seen.pictures, seen.image_tokens, seen.learned) == ((), 1, ("A kettle.",))


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
    for turns in ((("user", "What?"), ("assistant", "A kettle.")), (("system", "Be short."), ASKED, SAID)):
        with pytest.raises(KeyError):
            read(row(*turns))
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


def test_the_first_stage_takes_one_question_with_a_tag_and_learns_its_answer() -> None:
    seen = read_plain(row(ASKED, SAID, image="a.jpg"))
    assert (seen.picture, seen.image_tokens, seen.learned) == ("images/a.jpg", 1, ("A kettle.",))
    with pytest.raises(ValueError):
        read_plain(row(ASKED, SAID, ASKED, SAID, image="a.jpg"))
    with pytest.raises(AssertionError):
        read_plain(row(("human", "What?"), SAID, image="a.jpg"))
    with pytest.raises(KeyError):
        read_plain(row(ASKED, SAID))


def test_next_takes_a_path_a_list_of_paths_or_no_picture() -> None:
    assert read_next(row(ASKED, SAID, image="a.jpg")) == read(row(ASKED, SAID, image="a.jpg"))
    assert read_next(row(("human", "What?"), SAID)).pictures == ()
    two = read_next(row(("human", "<image>\n<image>\nWhat differs?"), SAID, image=["a.jpg", "b.jpg"]))
    assert (two.pictures, two.image_tokens, two.learned) == (("images/a.jpg", "images/b.jpg"), 2, ("A kettle.",))
    with pytest.raises(TypeError):
        read_next(row(ASKED, SAID, image=None))


def test_next_does_not_count_what_it_is_given() -> None:
    assert read_next(row(ASKED, SAID, image=["a.jpg", "b.jpg"])).image_tokens == 1
    assert read_next(row(("human", "<image> <image> What?"), SAID, image="a.jpg")).image_tokens == 2


def test_a_mixture_is_its_lists_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": "1"}, {"id": "2"}]')
    (tmp_path / "b.jsonl").write_text('{"id": "3"}\n{"id": "4"}\n')
    mixed = tmp_path / "mix.yaml"
    mixed.write_text("datasets: [{json_path: a.json, sampling_strategy: all}, {json_path: b.jsonl}]")
    assert [one["id"] for one in mixture(mixed)] == ["1", "2", "3", "4"]
    mixed.write_text("datasets: [{json_path: a.json, sampling_strategy: 'random:50%'}]")
    with pytest.raises(ValueError, match="random:50%"):
        mixture(mixed)
