"""How many rows of each source, which, and in which order."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.mix.options import Source
from synthgen.mix.plan import mixed, ordered, picked, planned, sizes_of
from tests.mix.files import LAYOUTS, index_of, row


def source(name: str = "a", **amount: Any) -> Source:
    by, value = next(iter(amount.items()), ("weight", 1.0))
    return Source(f"{name}.json", False, name, by=by, amount=float(value))


@pytest.mark.parametrize(
    ("sources", "usable", "sizes"),
    [
        ([source()], [10], [10]),
        ([source(weight=0.5), source(weight=2.0)], [10, 10], [5, 20]),
        ([source(count=3), source(count=25)], [10, 10], [3, 25]),
        ([source(), source(ratio=0.3)], [70, 5], [70, 30]),
        ([source(), source(ratio=0.3), source(ratio=0.2)], [50, 5, 999], [50, 30, 20]),
        ([source(), source(ratio=0.3)], [70, 0], [70, 0]),
        ([source(weight=0.5), source(count=10), source(ratio=0.5)], [20, 30, 40], [10, 10, 20]),
    ],
)
def test_the_size_of_each_source(sources: list[Source], usable: list[int], sizes: list[int]) -> None:
    assert sizes_of(sources, usable) == sizes


@given(n=st.integers(1, 50), size=st.integers(0, 300), key=st.integers(0, 2**64 - 1))
def test_each_row_is_taken_once_before_any_is_taken_twice(n: int, size: int, key: int) -> None:
    found = Counter(picked(np.arange(n), size, key).tolist())
    assert found.total() == size
    counts = [found[i] for i in range(n)]
    assert max(counts) - min(counts) <= 1


def test_a_larger_draw_holds_the_smaller_one() -> None:
    some, more = (set(picked(np.arange(100), size, 7).tolist()) for size in (20, 40))
    assert some < more and len(more) == 40


def test_another_seed_draws_and_shuffles_otherwise() -> None:
    index = index_of(LAYOUTS["lines"]([row(str(i)) for i in range(100)]), source(weight=0.5))[0]
    one, same, other = (planned([index], seed).row.tolist() for seed in (0, 0, 1))
    assert one == same and sorted(one) != one and sorted(one) != sorted(other)


def test_the_order_is_the_same_on_every_machine() -> None:
    assert mixed(np.arange(3), 42).tolist() == [13679457532755275413, 2949826092126892291, 5139283748462763858]
    plan = ordered([np.arange(6), np.array([0, 0, 1])], ["llava", "joke"], seed=3)
    assert list(zip(plan.source.tolist(), plan.row.tolist(), strict=True)) == [
        (0, 3),
        (0, 0),
        (1, 0),
        (0, 2),
        (0, 4),
        (0, 5),
        (1, 1),
        (0, 1),
        (1, 0),
    ]


def test_another_source_leaves_the_order_of_the_others_as_it_is() -> None:
    one, two = source("one"), source("two")
    first = index_of(LAYOUTS["lines"]([row(str(i)) for i in range(50)]), one)[0]
    second = index_of(LAYOUTS["lines"]([row(str(i)) for i in range(50)]), two)[0]
    alone, both = planned([first], 0), planned([second, first], 0)
    assert both.row[both.source == 1].tolist() == alone.row.tolist()
    assert set(both.source[:50].tolist()) == {0, 1}


def test_abilities_are_balanced_over_all_runs_and_files_are_left_alone() -> None:
    rows = [row(str(i), ability="joke") for i in range(10)] + [row(str(i), ability="color") for i in range(50)]
    first = index_of(LAYOUTS["lines"](rows), Source("a", True, "a"))[0]
    second = index_of(LAYOUTS["lines"]([row(str(i), ability="joke") for i in range(10)]), Source("b", True, "b"))[0]
    foreign = index_of(LAYOUTS["lines"]([row(str(i), ability="joke") for i in range(7)]), source("c"))[0]
    indices = [first, second, foreign]
    plan = planned(indices, 0, balance=True)
    assert len(plan) == 77 and int(np.count_nonzero(plan.source == 2)) == 7
    abilities = Counter(
        indices[i].abilities[indices[i].codes[r]]
        for i, r in zip(plan.source.tolist(), plan.row.tolist(), strict=True)
        if i < 2
    )
    assert abilities == {"joke": 35, "color": 35}
    times = Counter((i, r) for i, r in zip(plan.source.tolist(), plan.row.tolist(), strict=True) if i < 2)
    assert {times[0, r] for r in range(10)} | {times[1, r] for r in range(10)} == {1, 2}
    assert {times[0, r] for r in range(10, 60)} == {0, 1}
