from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench.stats.agreement import ac1, alpha, cohen, fleiss, percent

PARADOX = [(1, 1)] * 94 + [(1, 0)] * 2 + [(0, 1)] * 2 + [(0, 0)] * 2
"""High agreement, rare class: the worked example of the handbook."""


def test_the_paradox_of_kappa_is_as_published() -> None:
    told = [percent(PARADOX), cohen(PARADOX), alpha(PARADOX), ac1(PARADOX)]
    assert told == pytest.approx([0.96, 0.479, 0.482, 0.957], abs=5e-4)


def test_fleiss_gives_his_own_example() -> None:
    counts = [(0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1)]
    counts += [(7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7)]
    rows = [[c for c, times in enumerate(row) for _ in range(times)] for row in counts]
    assert fleiss(rows) == pytest.approx(0.210, abs=5e-4)


def test_krippendorff_gives_his_own_example_with_missing_ratings() -> None:
    raters = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]
    rows = [[None if letter == "*" else letter for letter in column] for column in zip(*raters, strict=True)]
    assert alpha(rows) == pytest.approx(0.691, abs=5e-4)


@pytest.mark.parametrize("rows", [[], [(1, None)], [(None, None)]])
def test_nobody_agrees_where_nobody_met(rows: list[tuple[int | None, ...]]) -> None:
    assert [f(rows) for f in (percent, alpha, ac1)] == [None] * 3
    assert cohen(rows) is None


def test_all_in_one_class_leaves_kappa_and_alpha_undefined_but_not_ac1() -> None:
    rows = [(1, 1)] * 5
    assert [cohen(rows), fleiss(rows), alpha(rows)] == [None] * 3
    assert [percent(rows), ac1(rows)] == [1, 1]


def test_fleiss_needs_as_many_raters_for_all_items() -> None:
    assert fleiss([(1, 1, 0), (1, None, 0)]) is None


RATINGS = st.lists(st.lists(st.none() | st.integers(0, 2), min_size=3, max_size=3), max_size=12)


@given(RATINGS)
def test_ac1_is_its_definition_written_out(rows: list[list[int | None]]) -> None:
    rated = [[r for r in row if r is not None] for row in rows]
    pairs = [[a == b for a, b in combinations(row, 2)] for row in rated if len(row) > 1]
    if not pairs:
        assert ac1(rows, 3) is None
        return
    observed = sum(sum(each) / len(each) for each in pairs) / len(pairs)
    some = [row for row in rated if row]
    shares = [sum(row.count(c) / len(row) for row in some) / len(some) for c in range(3)]
    chance = sum(s * (1 - s) for s in shares) / 2
    assert ac1(rows, 3) == pytest.approx((observed - chance) / (1 - chance))


@given(RATINGS)
def test_alpha_is_disagreement_over_that_of_shuffled_ratings(rows: list[list[int | None]]) -> None:
    rated = [[r for r in row if r is not None] for row in rows]
    rated = [row for row in rated if len(row) > 1]
    everything = [r for row in rated for r in row]
    chance = [a != b for a, b in combinations(everything, 2)]
    if not chance or not any(chance):
        assert alpha(rows) is None
        return
    observed = sum(2 * sum(a != b for a, b in combinations(row, 2)) / (len(row) - 1) for row in rated)
    assert alpha(rows) == pytest.approx(1 - observed / len(everything) / (sum(chance) / len(chance)))
