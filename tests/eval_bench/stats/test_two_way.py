"""The interval over items and raters: what it holds, and what it keeps silent about."""

from math import sqrt

import numpy as np
import pytest

from eval_bench.stats.two_way import FEWEST, Cell, student, two_way


def study(n: int, people: int, spread: float, rng: np.random.Generator) -> list[Cell]:
    """Three raters on each of n answers, three of four right; a rater says so with a skill of their own."""
    skill = np.clip(rng.normal(0.85, spread, people), 0.5, 1)
    right = rng.random(n) < 0.75
    cells = []
    for item in range(n):
        for rater in rng.choice(people, 3, replace=False):
            says = skill[rater] if right[item] else 1 - skill[rater]
            cells.append((item, int(rater), float(rng.random() < says)))
    return cells


def interval(cells: list[Cell], n: int, **other: int) -> tuple[float, float] | None:
    return two_way(cells, list(range(n)), [0] * n, draws=2000, **other)


def test_raters_who_differ_widen_it_and_raters_alike_do_not() -> None:
    rng = np.random.default_rng(5)
    alike, apart = study(600, 8, 0.0, rng), study(600, 8, 0.12, rng)
    widths = []
    for cells in (alike, apart):
        found = interval(cells, 600)
        assert found
        widths.append(found[1] - found[0])
    by_items = 2 * 1.96 * np.std([np.mean([v for i, _, v in alike if i == item]) for item in range(600)]) / sqrt(600)
    assert widths[0] == pytest.approx(by_items, rel=0.15)
    assert widths[1] > 1.3 * widths[0]


def test_it_says_nothing_of_few_raters_of_one_item_and_of_votes_that_are_all_alike() -> None:
    rng = np.random.default_rng(1)
    assert interval(study(50, FEWEST - 1, 0.1, rng), 50) is None
    assert interval([(0, rater, 1.0) for rater in range(9)], 1) is None
    assert interval([(item, rater, 1.0) for item in range(9) for rater in range(9)], 9) is None


def test_an_item_weighs_the_same_however_many_voted_on_it() -> None:
    few = [(0, rater, 1.0) for rater in range(2)] + [(1, rater, 0.0) for rater in range(8)]
    found = interval(few, 2)
    assert found and sum(found) / 2 == pytest.approx(0.5)


def test_it_stays_within_its_limits() -> None:
    cells = [(item, rater, float(item + rater > 1)) for item in range(4) for rater in range(7)]
    assert interval(cells, 4) is not None
    low, high = two_way(cells, list(range(4)), [0] * 4, limits=(-1.0, 1.0), draws=500) or (0.0, 0.0)
    assert high == 1.0 and low < 1.0


def test_what_abilities_differ_by_is_no_spread() -> None:
    cells = [(item, rater, float(item % 2)) for item in range(40) for rater in range(7)]
    one = two_way(cells, list(range(40)), [0] * 40, draws=500)
    two = two_way(cells, list(range(40)), [item % 2 for item in range(40)], draws=500)
    assert one is not None and two is None


@pytest.mark.statistics
def test_students_quantile_is_that_of_scipy() -> None:
    from scipy.stats import t

    for freedom in (5, 6.5, 11, 40, 600):
        for share in (0.9, 0.95, 0.975, 0.995):
            assert student(share, freedom) == pytest.approx(t.ppf(share, freedom), rel=3e-3)


@pytest.mark.slow
def test_it_holds_the_truth_over_raters_drawn_anew_in_about_95_of_100_studies() -> None:
    rng, spread, held = np.random.default_rng(7), 0.08, 0
    skill = np.clip(rng.normal(0.85, spread, 400_000), 0.5, 1).mean()
    truth = 0.75 * skill + 0.25 * (1 - skill)
    for _ in range(600):
        found = two_way(study(120, 8, spread, rng), list(range(120)), [0] * 120, draws=400)
        held += found is not None and found[0] <= truth <= found[1]
    assert 0.925 <= held / 600 <= 0.975
