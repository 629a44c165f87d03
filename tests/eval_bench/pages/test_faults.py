from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench.pages.faults import fault_of, listed, tidy
from tests.eval_bench.items import item


@pytest.mark.parametrize("style", ["wh", "yes", "no", "either_or"])
def test_sound_items_have_no_fault(style: str) -> None:
    assert fault_of(item(0, style)) == ""
    assert fault_of(item(0, "wh", options=("red", "blue"))) == ""


@pytest.mark.parametrize(
    ("style", "other", "fault"),
    [
        ("wh", {"question": " "}, "question is empty"),
        ("wh", {"question": "What color is it"}, "no question mark"),
        ("wh", {"answer": "It is."}, "none of the accepted"),
        ("wh", {"accept": ()}, "No accepted word"),
        ("wh", {"accept": ("red", "!?")}, "is no word"),
        ("wh", {"refuse": ("red",)}, "at once"),
        ("wh", {"answer": "Red, not blue.", "refuse": ("blue",)}, "which is refused"),
        ("wh", {"question": "What is the red thing?"}, "gives its answer away"),
        ("wh", {"options": ("red",)}, "two to 8 options"),
        ("wh", {"options": ("blue", "green")}, "Exactly one"),
        ("wh", {"options": ("red", "Red")}, "Exactly one"),
        ("yes", {"accept": ("yes", "no")}, "alone"),
        ("yes", {"accept": ("no",)}, "has to begin with “No”"),
        ("either_or", {"refuse": ("green",)}, "names both"),
        ("wh", {"answer": "red " * 200}, "longer than"),
    ],
)
def test_a_fault_is_told_in_a_sentence(style: str, other: dict[str, Any], fault: str) -> None:
    assert fault in fault_of(item(0, style, **other))


@given(st.text(), st.text(), st.lists(st.text()), st.lists(st.text()), st.sampled_from(["wh", "yes", "either_or"]))
def test_whatever_is_typed_gets_an_answer(q: str, a: str, accept: list[str], refuse: list[str], style: str) -> None:
    typed = item(0, style, question=tidy(q), answer=tidy(a), accept=listed(accept), refuse=listed(refuse))
    assert isinstance(fault_of(typed), str)


@given(st.text())
def test_words_between_commas_come_back_the_same(text: str) -> None:
    once = listed(text)
    assert listed(", ".join(once)) == once
    assert len({word.lower() for word in once}) == len(once)
