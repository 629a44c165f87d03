"""Words that are known already, in all their disguises; and words that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.language import COMMON
from synthgen.packs.alike import Alike
from tests.pack_writers import ANIMALS

KNOWN = ("sea turtle", "gray wolf", "hippopotamus", "ladybug", "polar bear", "sneakers", "moose", "theater organ")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("sea turtles", "sea turtle"),
        ("Sea-Turtle", "sea turtle"),
        ("seaturtle", "sea turtle"),
        ("grey wolves", "gray wolf"),
        ("hippo", "hippopotamus"),
        ("hipopotamus", "hippopotamus"),
        ("hippopotemus", "hippopotamus"),
        ("ladybird", "ladybug"),
        ("Polar Bear", "polar bear"),
        ("pólar bear", "polar bear"),
        ("sneaker", "sneakers"),
        ("theatre organ", "theater organ"),
        ("Moose", "moose"),
    ],
)
def test_a_word_in_disguise_is_known(word: str, known: str) -> None:
    assert Alike(KNOWN).like(word) == known


@pytest.mark.parametrize("word", ["turtle", "wolf", "bear", "brown bear", "mouse", "goose", "sea lion", "wolverine"])
def test_another_animal_is_not_known(word: str) -> None:
    assert Alike(KNOWN).like(word) == ""


def test_two_words_of_english_are_no_misspellings_of_each_other() -> None:
    assert Alike(["carrot"], COMMON | {"carrot", "carton"}).like("carton") == ""
    assert Alike(["marten"]).like("martin") == "marten"
    assert Alike(["marten"], frozenset({"marten"})).like("martin") == "marten"
    assert Alike(["marten"], frozenset({"marten", "martin"})).like("martin") == ""


def test_of_many_animals_hardly_one_is_taken_for_another() -> None:
    known, lost = Alike([]), []
    for word in ANIMALS:
        if other := known.like(word):
            lost.append((word, other))
        known.add(word)
    assert len(lost) <= 2, lost


@given(st.sampled_from(ANIMALS), st.integers(0, 3), st.data())
def test_one_letter_more_less_or_other_in_a_long_word_is_a_slip(word: str, how: int, data: st.DataObject) -> None:
    if len(word) < 8:
        return
    at = data.draw(st.integers(2, len(word) - 2))
    slips = [word[:at] + "x" + word[at:], word[:at] + word[at + 1 :], word[:at] + "x" + word[at + 1 :], word]
    assert Alike([word]).like(slips[how]) == word
