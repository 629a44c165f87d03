from dataclasses import replace

import pytest

from eval_bench.stats.intervals import wilson
from eval_bench.stats.paired import mcnemar
from eval_bench.study.preferences import better, grades, preferences
from eval_bench.study.results import decisions, excluded, marks
from tests.eval_bench.study.voted import asked, ballots, design

ALL = {1, 2, 3}


def test_an_item_goes_to_the_side_that_most_raters_prefer_and_is_equal_otherwise() -> None:
    d = design([asked(n) for n in range(9)], "sides")
    failed = ((d.asked[7].item, "ours"),)
    d = design([asked(n) for n in range(9)], "sides", failed=failed, tied=(d.asked[8].item,))
    cast = ballots(
        {
            0: "first first second",
            1: "second second both",
            2: "first second both",
            3: "first neither neither",
            4: "cannot_tell cannot_tell first",
            5: "bad_item bad_item second",
            6: "cannot_tell - -",
        }
    )
    found = better(d, cast, ALL)
    assert [found.get(one.item) for one in d.asked] == [
        *("first", "second", "equal", "equal", "first", None, None, "first", "equal")
    ]
    one = list(excluded(d, cast, ALL))[0]
    assert (one.asked, one.decided, one.tied, one.cannot_tell, one.bad, one.waiting) == (9, 7, 0, 1, 1, 0)
    assert next(excluded(replace(d, statements=d.statements[:7]), cast, ALL)).unasked == 2
    assert decisions(d, cast, ALL) == {} and marks(d, {}) == {}


def test_signs_are_tested_exactly_and_abilities_corrected_together() -> None:
    items = [asked(n, ability) for n, ability in enumerate(["color"] * 8 + ["count"] * 6)]
    d = design(items, "sides")
    cast = ballots({n: "second second first" if n % 7 else "first first first" for n in range(14)}, flipped=True)
    pooled, color, count = preferences(d, cast, ALL)
    assert (pooled.ability, pooled.items, pooled.first_better, pooled.second_better, pooled.equal) == ("", 14, 2, 12, 0)
    assert pooled.p == pooled.p_holm == mcnemar(2, 12)
    assert (color.p, count.p) == (mcnemar(2, 6), mcnemar(0, 6))
    assert (color.p_holm, count.p_holm) == (pytest.approx(mcnemar(2, 6)), pytest.approx(2 * mcnemar(0, 6)))
    assert (pooled.share.low, pooled.share.high) == wilson(12, 14)
    assert pooled.left and (pooled.left.k, pooled.left.n) == (24, 42)  # flipped: the second stands on the left
    assert color.left is None
    pooled, color, count = preferences(replace(d, primary="color_generated"), cast, ALL)
    assert (pooled.p_holm, color.p_holm, count.p_holm) == (pooled.p, color.p, count.p)


def test_mean_grades_are_of_items_and_differences_of_pairs() -> None:
    d = design([asked(n) for n in range(4)], "grades")
    cast = ballots({0: "5 4 5", 1: "1 2 1", 2: "4 4 4", 3: "5 5 5", 4: "2 2 2", 5: "4 5 3", 6: "4 3 -", 7: "5 5 5"})
    found = decisions(d, cast, ALL)
    base, ours, *_ = grades(d, found, level=0.95, draws=200, seed=0)
    assert (base.model, base.n, ours.n) == ("base", 3, 3)  # 4 and 3 tie around right_from
    assert base.mean and base.mean.value == pytest.approx((14 / 3 + 4 + 2) / 3) and base.difference is None
    assert ours.difference and ours.difference.value == pytest.approx((4 / 3 + 5 + 4) / 3 - (14 / 3 + 4 + 2) / 3)
    assert ours.difference.low is not None and ours.difference.low <= ours.difference.value
