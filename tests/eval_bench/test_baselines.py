"""What a constant answerer would say."""

from eval_bench.baselines import always_yes, majority
from tests.eval_bench.items import item


def test_the_majority_is_the_most_frequent_answer_of_its_ability_and_style() -> None:
    items = [item(0, colour="red"), item(1, colour="red"), item(2, colour="blue"), item(3, "yes"), item(4, "no")]
    found = majority(items)
    assert [found[one.id] for one in items] == ["red", "red", "red", "no", "no"]


def test_as_many_yes_as_no_give_a_majority_that_is_right_half_the_time() -> None:
    items = [item(i, "yes" if i % 2 else "no") for i in range(10)]
    found = majority(items)
    assert sum(found[one.id] in one.accept for one in items) == 5


def test_always_yes_names_the_first_alternative_of_an_either_or() -> None:
    first = item(1, "either_or", colour="green")
    second = item(2, "either_or", question="Is the square black or green?", colour="green")
    inside = item(5, "either_or", question="Of these hundred squares, is this one black or red?")
    items = [item(0, "no"), first, second, inside, item(3, colour="red"), item(4, colour="red")]
    assert list(always_yes(items).values()) == ["yes", "green", "black", "black", "red", "red"]
