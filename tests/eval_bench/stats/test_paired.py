import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench.stats.paired import holm, mcnemar


@pytest.mark.parametrize(
    ("first", "second", "p"), [(0, 6, 0.03125), (7, 1, 0.0703), (8, 2, 0.1094), (9, 2, 0.0654), (10, 3, 0.0923)]
)
def test_discordant_items_give_the_p_of_the_handbook(first: int, second: int, p: float) -> None:
    assert mcnemar(first, second) == mcnemar(second, first) == pytest.approx(p, abs=1e-4)


def test_as_many_on_both_sides_say_nothing() -> None:
    assert mcnemar(0, 0) == mcnemar(5, 5) == 1.0


def test_thousands_of_discordant_items_overflow_nothing() -> None:
    assert 0 < mcnemar(2500, 2700) < 0.01


def test_holm_multiplies_the_smallest_by_all_and_never_falls_back() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_a_missing_test_stays_missing_and_costs_nothing() -> None:
    assert holm([None, 0.02, None, 0.5]) == [None, 0.04, None, 0.5]
    assert holm([]) == []


@given(st.lists(st.none() | st.floats(0, 1), max_size=20))
def test_corrected_values_are_larger_and_in_the_same_order(values: list[float | None]) -> None:
    pairs = [(p, c) for p, c in zip(values, holm(values), strict=True) if p is not None and c is not None]
    assert len(pairs) == sum(p is not None for p in values)
    assert all(p <= c <= 1 for p, c in pairs)
    assert [c for _, c in sorted(pairs)] == sorted(c for _, c in pairs)
