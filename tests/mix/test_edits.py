from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.mix.edits import blind, one_turn, others, shares

ROW = {
    "id": "a",
    "image": "a.jpg",
    "conversations": [
        {"from": "human", "value": "<image>\nWhat is it?"},
        {"from": "gpt", "value": "An owl."},
        {"from": "human", "value": "Where?"},
        {"from": "gpt", "value": "In a barn."},
    ],
    "ability": "animal",
}


def said(*values: str) -> list[dict[str, str]]:
    return [{"from": "human" if i % 2 == 0 else "gpt", "value": value} for i, value in enumerate(values)]


def test_a_blind_row_has_neither_picture_nor_tag_and_keeps_all_else() -> None:
    row = blind(ROW)
    assert row == {
        "id": "a",
        "conversations": said("What is it?", "An owl.", "Where?", "In a barn."),
        "ability": "animal",
    }
    assert ROW["image"] == "a.jpg" and "<image>" in str(ROW)


@pytest.mark.parametrize(
    ("question", "blinded"),
    [
        ("<image>\nWhat?", "What?"),
        ("What?\n<image>", "What?"),
        ("See <image> here", "See  here"),
        ("<image>", "Describe it."),
    ],
)
def test_a_blind_question_is_never_empty(question: str, blinded: str) -> None:
    assert blind({"conversations": said(question, "An owl."), "image": "a.jpg"}) == {
        "conversations": said(blinded, "An owl.")
    }


def test_one_turn_is_the_first_with_the_picture() -> None:
    assert one_turn(ROW) == {**ROW, "conversations": said("<image>\nWhat is it?", "An owl.")}
    late = {"id": "a", "image": "a.jpg", "conversations": said("Hello.", "Hello.", "<image>\nWhat?", "An owl.")}
    assert one_turn(late)["conversations"] == said("<image>\nHello.", "Hello.")


HEADS = st.lists(st.integers(0, 4), max_size=40)


@given(HEADS, st.integers(0, 2**63))
def test_pictures_change_hands_and_none_stays_with_its_subject_unless_that_has_more_than_half(
    heads: list[int], key: int
) -> None:
    found = others(np.array(heads, np.int64), np.arange(len(heads)), key)
    assert sorted(found.tolist()) == [*range(len(heads))]
    if len(heads) > 1:
        assert all(i != other for i, other in enumerate(found.tolist()))
    alike = sum(heads[i] == heads[other] for i, other in enumerate(found.tolist()))
    most = max(Counter(heads).values(), default=0)
    assert alike == max(0, 2 * most - len(heads))


@given(st.lists(st.integers(0, 6), max_size=40), st.integers(0, 2**63))
def test_a_picture_that_is_there_several_times_goes_to_rows_of_others_unless_it_is_more_than_half_of_all(
    pictures: list[int], key: int
) -> None:
    shown = np.array(pictures, np.int64)
    found = others(np.zeros(len(shown), np.int64), shown, key)
    assert sorted(found.tolist()) == [*range(len(shown))]
    most = max(Counter(pictures).values(), default=0)
    assert int((shown == shown[found]).sum()) == max(0, 2 * most - len(shown))


def test_the_pictures_of_one_subject_go_to_many_others_and_another_key_gives_them_to_others() -> None:
    heads = np.repeat(np.arange(20), 30)
    found = others(heads, np.arange(600), 7)
    assert (heads != heads[found]).all()
    receivers = {head: {int(h) for h in heads[np.flatnonzero(heads[found] == head)]} for head in range(20)}
    assert min(map(len, receivers.values())) > 8
    assert (found == others(heads, np.arange(600), 7)).all()
    assert (found != others(heads, np.arange(600), 8)).any()


@given(st.integers(0, 10**6), st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_shares_make_the_whole_and_are_off_by_less_than_one(size: int, weights: list[int]) -> None:
    found = shares(size, weights)
    if sum(weights):
        assert sum(found) == size
        for share, weight in zip(found, weights, strict=True):
            assert abs(share - size * weight / sum(weights)) < 1
    else:
        assert found == [0] * len(weights)
