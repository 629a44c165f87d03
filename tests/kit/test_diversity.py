from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.kit.diversity import DRAWS, DataSet, Row, effective, measure, rarefied, share
from synthgen.kit.persons import Person
from synthgen.types import Turn

ROWS = st.lists(st.lists(st.sampled_from("abcd"), max_size=3), min_size=1, max_size=7)


def row(prompt: str, answer: str = "It is.", question: str = "What is it?", **more: object) -> Row:
    return Row(prompt, (Turn(question, answer),), **more)  # type: ignore[arg-type]


def data(rows: Iterable[Row], name: str = "some") -> DataSet:
    return DataSet(name, list(rows))


@settings(max_examples=60)
@given(ROWS, st.data())
def test_rarefaction_is_the_mean_over_all_parts_of_that_size(rows: list[list[str]], pick: st.DataObject) -> None:
    size = pick.draw(st.integers(1, len(rows)))
    parts = [len({item for r in part for item in r}) for part in combinations(rows, size)]
    assert rarefied(rows, size) == pytest.approx(sum(parts) / len(parts))


def test_rarefaction_stays_exact_for_large_sets() -> None:
    n, size = 100_000, 1000
    assert rarefied([[str(i)] for i in range(n)], size) == pytest.approx(size)
    assert rarefied([["a"]] * n, size) == pytest.approx(1)
    # ten items, each 10,000 times: 990 of 1,000 draws more or less repeat one
    assert rarefied([[str(i % 10)] for i in range(n)], size) == pytest.approx(10)
    # pairs: the second of a pair is drawn too in (size - 1) of (n - 1) cases
    assert rarefied([[str(i // 2)] for i in range(n)], size) == pytest.approx(size - size * (size - 1) / (n - 1) / 2)


def test_a_share_is_of_the_items_that_rows_hold_on_average() -> None:
    assert share([["a", "b"], ["a", "b"]], 2) == 0.5
    assert share([["a", "b"], ["a", "b"]], 1) == 1
    assert share([[], []], 2) is None
    assert 1 - 1e-9 < (share([[str(i)] for i in range(3195)], 1000) or 0) <= 1


@given(st.integers(1, 30), st.integers(1, 9))
def test_as_many_effective_heads_as_there_are_when_they_come_equally_often(heads: int, times: int) -> None:
    assert effective(str(i % heads) for i in range(heads * times)) == pytest.approx(heads)


def test_a_head_that_comes_nearly_always_is_little_more_than_one() -> None:
    assert 1 < effective(["owl"] * 99 + ["fox"]) < 1.1


def test_a_large_set_is_compared_at_the_size_of_a_small_one() -> None:
    """The same hundred prompts, each once or each a hundred times: as diverse per hundred rows, and no less."""
    once = measure(data(row(f"((head{i})), place{i}") for i in range(100)), 50)
    often = measure(data(row(f"((head{i % 100})), place{i % 100}") for i in range(10_000)), 50)
    assert once.prompts == 1 and once.compared == often.compared == 50
    assert often.prompts == pytest.approx((100 - 100 * 0.99**50) / 50, abs=0.01)
    assert often.distinct_prompts == once.distinct_prompts == 100


def test_style_makes_prompts_distinct_but_not_their_content() -> None:
    styles = ["8k", "oil painting", "soft light", "vibrant"]
    found = measure(data(row(f"((owl)), forest, {style}") for style in styles), 1000)
    assert found.prompts == 1 and found.prompts_content == 0.25
    assert found.cells == pytest.approx(1) and found.heads == pytest.approx(1)


def test_the_most_frequent_head_is_told_with_its_distance_from_the_mean() -> None:
    found = measure(data([row("((owl)), a")] * 6 + [row("((foxes)), b")] * 2), 1000)
    assert found.top_head == 0.75 and found.top_to_mean == pytest.approx(1.5)
    assert found.curve == [0.75, 0.25]


def test_figures_of_a_part_are_the_same_every_time_and_near_those_of_the_whole() -> None:
    rows = [row(f"((head{i % 50})), place{i % 7}", f"It is {i % 90}.") for i in range(900)]
    first, second = measure(data(rows), 150), measure(data(rows), 150)
    assert first == second
    assert first.heads is not None and 40 < first.heads <= 50
    assert measure(data(rows), 150, seed=1).prompt_vendi != first.prompt_vendi


def test_what_a_set_does_not_have_is_none_and_never_zero() -> None:
    found = measure(data([row("", "A cat.", ""), row("", "A dog.", "")]), 1000)
    assert found.prompts is found.heads is found.prompt_vendi is found.questions is found.question_words is None
    assert found.answers == 1 and found.turns == 1 and found.yes is None and found.yes_no == 0
    only_prompts = measure(data([Row("((owl))", ())]), 1000)
    assert only_prompts.answers is only_prompts.answer_nearest is only_prompts.prompt_nearest is None
    assert only_prompts.prompts == 1


def test_yes_and_no_are_counted_where_answers_begin_with_them() -> None:
    answers = ["Yes.", "yes, it is", "No, a cat.", "'No'", "Nobody knows.", "Yesterday", "It is no cat."]
    found = measure(data(row("((cat))", answer) for answer in answers), 1000)
    assert found.yes_no == 4 and found.yes == 0.5


def test_kinds_languages_lengths_and_people_are_of_the_whole_set() -> None:
    rows = [row("((a b c))", "one two", "why so, then?", kind="vqa", language="de", person=Person("man", "young"))] * 3
    rows += [
        row("((a))", "one two three four", "why?", kind="detail", language="en", person=Person("woman", "elderly"))
    ]
    found = measure(data(rows), 2)
    assert found.kinds == {"vqa": 3, "detail": 1} and found.languages == {"de": 3, "en": 1}
    assert (found.prompt_words, found.answer_words, found.question_words) == (2.5, 2.5, 2.5)
    assert found.people["gender"] == {"woman": 1, "man": 3} and found.unevenness["gender"] == 3
    assert found.people["skin"] == {"light skin": 0, "brown skin": 0, "dark skin": 0}
    assert found.unevenness["skin"] is None


def test_the_work_is_told_as_it_goes_on() -> None:
    steps: list[int] = []
    measure(data([row("((owl))")]), 10, done=lambda: steps.append(1))
    assert len(steps) == DRAWS + 1
