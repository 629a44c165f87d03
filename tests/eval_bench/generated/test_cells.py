from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench.generated.cells import STYLE_OF, Mixture, wanted

USUAL = Mixture((("yes_no", 0.4), ("wh", 0.3), ("either_or", 0.3)), 0.5, odd=True)


@pytest.mark.parametrize("n", [10, 20, 50, 100, 250])
def test_shares_are_kept_and_halves_are_halves(n: int) -> None:
    cells = [USUAL.at(i)[0] for i in range(n)]
    styles = Counter(STYLE_OF[cell.form] for cell in cells)
    forms = Counter(cell.form for cell in cells)
    assert styles["yes_no"] == 0.4 * n
    assert abs(styles["wh"] - 0.3 * n) < 1
    assert forms["yes"] == forms["no"]
    assert forms["right first"] - forms["right second"] in (0, 1)
    assert abs(sum(cell.held_out for cell in cells) - n / 2) <= 1
    assert abs(sum(bool(cell.odd) for cell in cells) - n / 2) <= 1


def test_a_question_whether_something_is_unusual_is_yes_before_odd_pictures_alone() -> None:
    cells = [USUAL.at(i)[0] for i in range(60)]
    assert {(cell.form, cell.odd) for cell in cells if cell.form in ("yes", "no")} == {("yes", True), ("no", False)}
    assert {cell.odd for cell in cells if cell.form == "wh"} == {True, False}


@given(st.integers(0, 120), st.floats(0, 1), st.lists(st.floats(0.01, 1), min_size=3, max_size=3))
def test_more_items_take_no_cell_from_fewer(n: int, held: float, shares: list[float]) -> None:
    mixture = Mixture((("yes_no", shares[0]), ("wh", shares[1]), ("either_or", shares[2])), held, odd=False)
    fewer, more = mixture.quotas(n), mixture.quotas(n + 1)
    assert fewer.total() == n
    assert more - fewer == Counter({mixture.at(n)[0]: 1})


@given(st.integers(0, 60), st.integers(0, 30))
def test_as_many_indices_are_asked_for_as_hold_what_is_missing(start: int, n: int) -> None:
    missing = USUAL.quotas(n)
    taken = wanted(USUAL, start, missing, 1000)
    found = Counter(USUAL.at(i)[0] for i in range(start, start + taken))
    assert not missing - found
    assert taken == 0 or missing - Counter(USUAL.at(i)[0] for i in range(start, start + taken - 1))


def test_subjects_are_counted_for_each_pool_by_itself() -> None:
    for held in (True, False):
        drawn = [k for cell, k in map(USUAL.at, range(80)) if cell.held_out is held and cell.odd]
        assert drawn == list(range(len(drawn)))
