from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval_bench.stats import bootstrap
from eval_bench.stats.intervals import wilson


def test_single_items_give_about_what_wilson_gives() -> None:
    values = [1.0] * 420 + [0.0] * 180
    found = bootstrap.mean(values, range(600), ["all"] * 600)
    assert found == pytest.approx(wilson(420, 600), abs=0.005)


def test_items_that_share_heads_say_less_than_as_many_of_their_own() -> None:
    values = [float(i // 10 % 2) for i in range(400)]  # heads of ten items, all right or all wrong
    alone = bootstrap.mean(values, range(400), ["all"] * 400)
    heads = bootstrap.mean(values, [i // 10 for i in range(400)], ["all"] * 400)
    assert alone and heads
    assert heads[1] - heads[0] > 2.5 * (alone[1] - alone[0])


def test_what_differs_between_abilities_alone_is_no_spread_of_the_whole() -> None:
    values = [1.0] * 50 + [0.0] * 50
    assert bootstrap.mean(values, range(100), ["easy"] * 50 + ["hard"] * 50) is None
    assert bootstrap.mean(values, range(100), ["one"] * 100) == pytest.approx((0.4, 0.6), abs=0.015)


def test_one_seed_gives_one_interval() -> None:
    values, rng = [], Random(1)
    values = [rng.random() for _ in range(40)]
    first, same, other = (bootstrap.mean(values, range(40), [0] * 40, draws=500, seed=seed) for seed in (3, 3, 4))
    assert first == same != other


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 1.0, 1.0]])
def test_where_draws_say_nothing_there_is_no_interval(values: list[float]) -> None:
    assert bootstrap.mean(values, range(len(values)), [0] * len(values)) is None
    assert bootstrap.mean([0.0, 1.0], ["same", "same"], [0, 0]) is None


def test_abilities_of_one_head_each_are_drawn_as_one() -> None:
    assert bootstrap.mean([0.0, 1.0] * 20, range(40), range(40)) == pytest.approx((0.35, 0.65), abs=0.03)


def test_a_ratio_is_that_of_the_sums() -> None:
    below = [float(1 + i % 3) for i in range(60)]
    assert bootstrap.ratio([2 * b for b in below], below, range(60), [0] * 60) is None  # always 2
    found = bootstrap.ratio([2 * b + i % 2 for i, b in enumerate(below)], below, range(60), [0] * 60)
    assert found and found[0] < (240 + 30) / 120 < found[1]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 8), st.integers(0, 3)), max_size=60))
def test_an_interval_lies_inside_what_was_seen(rows: list[tuple[int, int, int]]) -> None:
    found = bootstrap.mean([float(v) for v, _, _ in rows], [c for _, c, _ in rows], [s for _, _, s in rows], draws=200)
    assert found is None or 0 <= found[0] <= found[1] <= 1
