"""What a constant answerer would say."""

from eval_bench.baselines import always_yes, majority
from tests.eval_bench.items import item


def test_the_majority_is_that_of_the_other_items() -> None:
    items = [item(0, colour="red"), item(1, colour="red"), item(2, colour="blue"), item(3, "yes"), item(4, "no")]
    found = majority(items)
    assert [found[one.id] for one in items] == ["blue", "blue", "red", "no", "yes"]


def test_an_item_that_is_alone_has_no_majority() -> None:
    assert list(majority([item(0)]).values()) == [""]


def test_always_yes_names_the_first_alternative_of_an_either_or() -> None:
    first = item(1, "either_or", colour="green")
    second = item(2, "either_or", question="Is the square black or green?", colour="green")
    items = [item(0, "no"), first, second, item(3, colour="red"), item(4, colour="red")]
    assert list(always_yes(items).values()) == ["yes", "green", "black", "red", "red"]
