from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.match import jaccard
from synthgen.kit.near_sets import NearSets

SETS = st.frozensets(st.sampled_from("abcdefghijklmno"), max_size=12)
THRESHOLDS = st.sampled_from([0.3, 0.5, 0.7, 0.8, 0.9, 1.0])


def by_all_pairs(sets: list[frozenset[str]], words: frozenset[str], threshold: float) -> tuple[int, float] | None:
    likeness = [jaccard(words, other) for other in sets]
    best = max(range(len(sets)), key=lambda i: likeness[i], default=None)
    return None if best is None or likeness[best] < threshold else (best, likeness[best])


@given(st.lists(SETS, max_size=30), st.lists(SETS, max_size=10), THRESHOLDS)
def test_the_answers_are_those_of_comparing_all_pairs(
    sets: list[frozenset[str]], asked: list[frozenset[str]], threshold: float
) -> None:
    near = NearSets(sets, threshold)
    for words in [*asked, *sets]:
        assert near.find(words) == by_all_pairs(sets, words, threshold)


@pytest.mark.parametrize("threshold", [0.5, 0.8])
def test_long_sets_of_common_and_rare_words_are_compared_rightly(threshold: float) -> None:
    rng = Random(5)
    common, rare = [f"c{i}" for i in range(30)], [f"r{i}" for i in range(400)]
    sets = [frozenset(rng.sample(common, rng.randint(3, 20)) + rng.sample(rare, 5)) for _ in range(300)]
    near = NearSets(sets, threshold)
    edited = [frozenset([*sorted(words)[rng.randint(0, 4) :], *rng.sample(rare, rng.randint(0, 2))]) for words in sets]
    found = [near.find(words) for words in edited]
    assert found == [by_all_pairs(sets, words, threshold) for words in edited]
    assert 0 < sum(answer is None for answer in found) < len(found)


@pytest.mark.parametrize("size", [5, 10, 15])
def test_a_fifth_more_is_the_last_that_counts_at_four_fifths(size: int) -> None:
    words = [f"w{i}" for i in range(size)]
    near = NearSets([frozenset(words)], 0.8)
    more = [f"x{i}" for i in range(size)]
    assert near.find(frozenset(words + more[: size // 4])) is not None
    assert near.find(frozenset(words + more[: size // 4 + 1])) is None
    assert near.find(frozenset(words[: size - size // 5])) == (0, 0.8)
    assert near.find(frozenset(words[: size - size // 5 - 1])) is None


def test_of_equal_sets_the_first_is_named_and_of_others_the_most_similar() -> None:
    near = NearSets([frozenset("abcd"), frozenset("abcde"), frozenset("abcde")], 0.5)
    assert near.find(frozenset("abcde")) == (1, 1.0)
    assert near.find(frozenset("abcd")) == (0, 1.0)


def test_an_empty_set_is_like_none() -> None:
    assert NearSets([frozenset(), frozenset("a")], 0.5).find(frozenset()) is None
    assert NearSets([], 0.5).find(frozenset("a")) is None


@pytest.mark.parametrize("threshold", [0, -1, 1.5])
def test_a_threshold_that_makes_no_sense_is_refused(threshold: float) -> None:
    with pytest.raises(ValueError, match="above 0 and at most 1"):
        NearSets([], threshold)
