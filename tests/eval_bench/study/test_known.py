"""Statements whose verdict anybody knows."""

from dataclasses import replace
from typing import Any

import pytest

from eval_bench.keywords import verdict_of
from eval_bench.study.known import far, pairs_of, statements
from eval_bench.types import Item
from tests.eval_bench.items import item


def about(ability: str, style: str, question: str, answer: str, accept: str, **other: Any) -> Item:
    made = item(0, ability=ability, question=question, answer=answer, accept=(accept,), **other)
    return replace(made, style=style)  # type: ignore[arg-type]


PLAIN = [
    (
        about("animal", "wh", "Which animal is this?", "It shows an owl.", "owl", refuse=("cat", "parrot")),
        [("It shows an owl.", "It shows a cat."), ("An owl.", "A cat.")],
    ),
    (
        about("vehicle", "either_or", "Is this a bus or a train?", "It is a bus.", "bus", options=("bus", "train")),
        [("It is a bus.", "It is a train."), ("A bus.", "A train.")],
    ),
    (
        about("food", "yes_no", "Can a pizza be seen?", "Yes, it shows a pizza.", "yes", head="pizza"),
        [("Yes, it shows a pizza.", "No, it does not show a pizza."), ("Yes.", "No.")],
    ),
    (
        about("animal", "yes_no", "Is there a cat?", "No, there is no cat.", "no", head="brown horse"),
        [("No.", "Yes.")],
    ),
    (
        about("color", "wh", "What color is the cup?", "The cup is white.", "white", refuse=("red", "gray")),
        [("The cup is white.", "The cup is red."), ("White.", "Red.")],
    ),
    (
        about("color", "yes_no", "Is the cup red?", "No, it is not red.", "no", head="blue cup"),
        [("No, it is not red.", "Yes, it is red."), ("No.", "Yes.")],
    ),
    (
        about("food", "wh", "What is shown?", "It shows cookies.", "cookies", refuse=("hot dog",)),
        [("It shows cookies.", "It shows a hot dog."), ("Cookies.", "A hot dog.")],
    ),
]
DOUBTED = [
    about("animal", "wh", "Which animal is this?", "It shows a dog.", "dog", refuse=("wolf", "fox")),
    about("vehicle", "wh", "Which vehicle is this?", "It is a car.", "car", refuse=("taxi", "van")),
    about("plant", "wh", "Which plant is this?", "It shows a dahlia.", "dahlia", refuse=("bamboo",)),
    about("color", "wh", "What color is it?", "It is red.", "red", refuse=("green", "orange", "black")),
    about("color", "yes_no", "Is the cup beige?", "Yes, it is beige.", "yes", head="beige cup"),
    about("color", "yes_no", "Is the cup white?", "No, it is not.", "no", head="yellow cup"),
    about("animal", "yes_no", "Is the dog happy?", "Yes, it is happy.", "yes", head="dog"),
    about("animal", "yes_no", "Is there a dog?", "No, there is none.", "no", head="cat"),
    about("animal", "yes_no", "Is there a dog?", "No, there is none.", "no", head=""),
    about("animal", "either_or", "Is the cat or the horse nicer?", "The cat is.", "cat", refuse=("horse",)),
    about("color", "yes_no", "Would you call the cup red?", "Yes, it is red.", "yes", head="red cup"),
    about("joke", "yes_no", "Is there anything odd?", "Yes, a purple cow.", "yes", head="purple cow"),
    about("animal", "wh", "Which animal is older?", "The horse.", "horse", refuse=("cat",)),
]


@pytest.mark.parametrize(("asked", "pairs"), PLAIN, ids=lambda v: v.question if isinstance(v, Item) else "")
def test_plain_things_are_said_and_turned_in_like_words(asked: Item, pairs: list[tuple[str, str]]) -> None:
    assert pairs_of(asked) == pairs
    for right, wrong in pairs:
        assert verdict_of(asked, right)[0] == "right" != verdict_of(asked, wrong)[0]


@pytest.mark.parametrize("asked", DOUBTED, ids=lambda one: one.question)
def test_what_a_careful_person_could_doubt_is_not_used(asked: Item) -> None:
    assert pairs_of(asked) == []


def test_colors_that_some_people_confuse_are_never_said_against_each_other() -> None:
    assert not far("color", "red", "green")
    assert not far("color", "blue", "purple")
    assert far("color", "red", "blue")


def several(count: int) -> list[Item]:
    return [replace(PLAIN[n % len(PLAIN)][0], id=f"i{n}") for n in range(count)]


def test_right_and_wrong_ones_take_turns_each_on_its_own_item() -> None:
    keys: dict[str, Any] = {"calibration": 3, "attention": 9, "seed": 0, "reference": True}
    rows = statements([], several(40), {}, form="right", **keys)
    assert [row[3] for row in rows] == ["calibration"] * 3 + ["attention"] * 9
    assert sum(row[4] == "1" for row in rows) == 6
    assert len({row[0].id for row in rows}) == 12
    for one, texts, *_, known in rows:
        assert (verdict_of(one, texts[0])[0] == "right") is (known == "1")
    assert len({row[0].ability for row in rows[:3]}) == 3


def test_of_sides_the_right_one_stands_first_as_often_as_second() -> None:
    rows = statements([], several(40), {}, form="sides", calibration=0, attention=12, seed=0, reference=False)
    assert [row[4] for row in rows].count("first") == 6
    for one, texts, *_, known in rows:
        right = texts[0] if known == "first" else texts[1]
        assert verdict_of(one, right)[0] == "right"


def test_grades_know_no_answer_that_is_right_but_short() -> None:
    rows = statements([], several(40), {}, form="grades", calibration=0, attention=12, seed=0, reference=True)
    assert all(texts[0] == one.answer for one, texts, _, _, known in rows if known == "1")


def test_without_the_reference_things_are_only_told_from_others() -> None:
    rows = statements([], several(70), {}, form="right", calibration=0, attention=40, seed=0, reference=False)
    assert rows
    for one, *_, known in rows:
        assert one.accept != ("yes",)
        assert one.style != "wh" or known == "0"


ACCEPTED = [
    about("scene", "yes_no", "Was this taken at night?", "No, by day.", "no", head="beach", state="accepted"),
    about("hair", "either_or", "Is it curly or straight?", "Curly.", "curly", refuse=("straight",), state="mended"),
]


@pytest.mark.parametrize("one", ACCEPTED, ids=lambda one: one.ability)
def test_beside_the_reference_that_a_person_accepted_any_two_way_question_will_do(one: Item) -> None:
    pairs = pairs_of(one, reference=True)
    assert pairs and all(verdict_of(one, right)[0] == "right" != verdict_of(one, wrong)[0] for right, wrong in pairs)
    assert pairs_of(one) == [], "without the reference who looks may see it otherwise"
    assert pairs_of(replace(one, state="unvalidated"), reference=True) == []


def test_not_even_beside_the_reference_is_taste_asked() -> None:
    better = about("food", "either_or", "Is cake or pie nicer?", "Cake.", "cake", refuse=("pie",), state="accepted")
    assert pairs_of(better, reference=True) == []
