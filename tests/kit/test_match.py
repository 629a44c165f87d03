"""Similarity of texts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.match import NearDuplicates, jaccard, shingles, word_set

SETS = st.frozensets(st.sampled_from("abcdefghij"), max_size=8)


def first_match(sets: list[frozenset[str]], threshold: float) -> list[int | None]:
    """What `NearDuplicates.add` should answer, by comparing all pairs."""
    kept: list[int] = []
    found: list[int | None] = []
    for i, items in enumerate(sets):
        twin = next((k for k in kept if jaccard(items, sets[k]) >= threshold), None)
        found.append(twin)
        if twin is None:
            kept.append(i)
    return found


@given(st.lists(SETS, max_size=40), st.sampled_from([0.3, 0.5, 0.7, 0.8, 0.9, 1.0]))
def test_the_answers_are_those_of_comparing_all_pairs(sets: list[frozenset[str]], threshold: float) -> None:
    near = NearDuplicates(threshold)
    found = [near.add(str(i), items) for i, items in enumerate(sets)]
    assert found == [None if k is None else str(k) for k in first_match(sets, threshold)]


@pytest.mark.parametrize("threshold", [0.5, 0.8])
def test_the_answers_stay_right_when_the_order_is_taken_anew(threshold: float) -> None:
    rng = Random(3)
    common, rare = [f"c{i}" for i in range(6)], [f"r{i}" for i in range(60)]
    sets = [frozenset(rng.sample(common, 3) + rng.sample(rare, rng.randint(1, 5))) for _ in range(600)]
    near = NearDuplicates(threshold)
    found = [near.add(str(i), items) for i, items in enumerate(sets)]
    expected = [None if k is None else str(k) for k in first_match(sets, threshold)]
    assert found == expected
    assert any(expected) and len(near) > 128


def test_words_that_all_sets_share_do_not_make_it_compare_all_pairs() -> None:
    rng = Random(0)
    near = NearDuplicates(0.8)
    compared = 0
    for i in range(3000):
        items = frozenset(["realistic", "vibrant", "8k", *(f"w{rng.randrange(3000)}" for _ in range(5))])
        compared += len(near._candidates(set(map(hash, items))))
        near.add(str(i), items)
    assert compared / 3000 < 100  # all pairs: 1,500


def test_finding_does_not_keep() -> None:
    near = NearDuplicates(0.8)
    assert near.find(frozenset("abc")) is None
    assert near.find(frozenset("abc")) is None
    near.add("first", "abc")
    assert near.find(frozenset("abc")) == "first"
    assert len(near) == 1


@pytest.mark.parametrize("threshold", [0, -1, 1.01])
def test_a_threshold_that_means_nothing_is_refused(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        NearDuplicates(threshold)


@given(SETS, SETS)
def test_jaccard_is_symmetric_and_one_only_for_equal_sets(a: frozenset[str], b: frozenset[str]) -> None:
    assert jaccard(a, b) == jaccard(b, a)
    assert 0 <= jaccard(a, b) <= 1
    assert (jaccard(a, b) == 1) == (a == b != frozenset())


def test_words_and_runs_of_words() -> None:
    assert word_set("A cat, a CAT!") == {"a", "cat"}
    assert shingles("The cat sat on it.") == {"the cat sat", "cat sat on", "sat on it"}
    assert shingles("Two words") == {"two words"}
    assert shingles(" ") == frozenset()
