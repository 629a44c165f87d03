"""The plan of kinds and forms: each as often as it should come, over any stretch, and independently of each other."""

from collections import Counter

import pytest

from abilities.kinds import BRIEF, FORMS, along, forms_of, share
from synthgen.types import Form


@pytest.mark.parametrize("start", [0, 777, 123_456])
def test_yes_and_no_come_equally_often_and_the_right_one_first_half_the_time(start: int) -> None:
    forms: Counter[Form] = Counter()
    brief = 0
    for index in range(start, start + 1000):
        said, short = forms_of("animal", "vqa", index)
        assert 1 <= len(said) <= 3
        forms.update(said)
        brief += short
    total = forms.total()
    for form, part in FORMS.items():
        assert forms[form] / total == pytest.approx(part, abs=0.01)
    assert abs(forms["yes"] - forms["no"]) <= 0.02 * (forms["yes"] + forms["no"])
    assert brief / 1000 == pytest.approx(BRIEF, abs=0.01)


def test_the_forms_hold_their_shares_among_those_indices_that_a_kind_gets() -> None:
    kinds = {"describe": 0.9, "vqa": 0.1}
    chosen = [i for i in range(10_000) if share(along("animal", "kind", i), kinds) == "vqa"]
    assert len(chosen) == pytest.approx(1000, abs=10)
    forms = Counter(form for i in chosen for form in forms_of("animal", "vqa", i)[0])
    for form, part in FORMS.items():
        assert forms[form] / forms.total() == pytest.approx(part, abs=0.03)


def test_conversations_have_two_to_five_turns_equally_often() -> None:
    lengths = Counter(len(forms_of("color", "conversation", i)[0]) for i in range(1000))
    assert set(lengths) == {2, 3, 4, 5} and max(lengths.values()) - min(lengths.values()) <= 20


def test_half_of_the_false_questions_state_and_half_ask() -> None:
    forms = Counter(forms_of("color", "negative", i)[0] for i in range(1000))
    assert set(forms) == {("states",), ("asks",)} and abs(forms[("states",)] - 500) <= 10


@pytest.mark.parametrize("kind", ["describe", "detail", "reasoning", "counterpart"])
def test_other_kinds_leave_the_form_to_the_question(kind: str) -> None:
    assert forms_of("color", kind, 5) == ((), False)  # type: ignore[arg-type]


def test_a_share_of_nothing_is_never_chosen() -> None:
    assert {share(i / 100, {"a": 0.0, "b": 1.0, "c": 0.0}) for i in range(100)} == {"b"}
    assert share(0.999999999999, {"a": 0.1, "b": 0.2, "c": 0.0}) == "b"
