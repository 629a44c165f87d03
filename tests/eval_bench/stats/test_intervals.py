import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench.stats.intervals import independent_difference, paired_difference, wilson

COUNTS = st.integers(0, 60)


def test_wilson_gives_the_intervals_of_the_handbook() -> None:
    assert wilson(31, 50) == pytest.approx((0.4815, 0.7414), abs=1e-4)
    assert wilson(420, 600) == pytest.approx((0.6622, 0.7353), abs=1e-4)
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I


def test_nothing_measured_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert independent_difference(1, 2, 0, 0) is None
    assert paired_difference(0, 0, 0, 0) is None


def test_none_and_all_right_leave_room_on_one_side_only() -> None:
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1), abs=1e-4)


def test_differences_are_those_that_newcombe_published() -> None:
    assert independent_difference(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=1e-4)
    assert independent_difference(10, 10, 0, 10) == pytest.approx((0.6075, 1), abs=1e-4)
    assert paired_difference(36, 12, 2, 0) == pytest.approx((0.0569, 0.3404), abs=1e-4)


@given(COUNTS, COUNTS)
def test_an_interval_holds_its_share_and_mirrors_that_of_the_others(k: int, more: int) -> None:
    n = k + more
    bounds, mirrored = wilson(k, n), wilson(more, n)
    if n == 0:
        assert bounds is None
        return
    assert bounds and mirrored
    assert 0 <= bounds[0] <= k / n <= bounds[1] <= 1
    assert bounds == pytest.approx((1 - mirrored[1], 1 - mirrored[0]))


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_paired_difference_holds_what_was_seen_and_turns_with_the_sides(a: int, b: int, c: int, d: int) -> None:
    bounds, turned = paired_difference(a, b, c, d), paired_difference(a, c, b, d)
    if a + b + c + d == 0:
        assert bounds is None
        return
    assert bounds and turned
    seen = (b - c) / (a + b + c + d)
    assert -1 <= bounds[0] <= seen + 1e-12 and seen - 1e-12 <= bounds[1] <= 1
    assert bounds == pytest.approx((-turned[1], -turned[0]), abs=1e-9)
