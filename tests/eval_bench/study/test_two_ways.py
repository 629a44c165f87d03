from random import Random

import pytest

from eval_bench.study.results import decisions
from eval_bench.study.two_ways import apart, cells, mean, two_ways
from tests.eval_bench.study.test_results import with_shared_and_failed
from tests.eval_bench.study.voted import asked, ballots, design

ALL = {1, 2, 3}


def test_cells_are_of_decided_items_and_what_failed_is_wrong_for_every_rater() -> None:
    d = with_shared_and_failed(6)
    cast = ballots({0: "1 1 0", 1: "0 0 1", 2: "1 0 1", 3: "1 1 cannot_tell", 4: "1 0 -", 5: "1 1 1"})
    told = cells(d, cast, ALL, decisions(d, cast, ALL), "generated")
    shared = [(1, 1, 1.0), (1, 2, 0.0), (1, 3, 1.0)]
    assert sorted(told["base"]) == [(0, 1, 1.0), (0, 2, 1.0), (0, 3, 0.0), *shared, (2, 1, 0.0), (2, 2, 0.0)]
    assert sorted(told["ours"]) == [(0, 1, 0.0), (0, 2, 0.0), (0, 3, 1.0), *shared, (2, 1, 1.0), (2, 2, 1.0)]
    assert mean(told["base"]) == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert mean(apart(told["base"], told["ours"])) == pytest.approx((-1 / 3 + 0 + 1) / 3)


def test_intervals_hold_their_value_and_three_raters_give_none() -> None:
    d, rng = design([asked(n) for n in range(30)]), Random(0)
    eight = ballots({n: " ".join("01"[rng.random() < 0.7] for _ in range(8)) for n in range(60)})
    raters = set(range(1, 9))
    told = list(two_ways(d, eight, raters, decisions(d, eight, raters), level=0.95, draws=200, seed=0))
    assert [(one.model, one.first, one.second) for one in told] == [
        *(("base", "", ""), ("ours", "", ""), ("", "base", "ours"))
    ]
    for one in told:
        assert one.raters == 8 and one.interval.low is not None and one.interval.high is not None
        assert one.interval.low <= one.interval.value <= one.interval.high
    few = list(two_ways(d, eight, ALL, decisions(d, eight, ALL), level=0.95, draws=200, seed=0))
    assert [(one.raters, one.interval.low) for one in few] == [(3, None)] * 3
