"""What a driver says of its run, as plain data and back, also from other versions."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.shards import WorkerState
from synthgen.status import Cost, Rate, StageStatus, Status

WHOLE = Status(
    "joke",
    said="budget.usd=1 is reached",
    n=5,
    stages=(StageStatus("a", "pictures", 9, 4, 2, {"blank": 2}), StageStatus("b", "pictures", 3, 1, 1, {"blank": 1})),
    rates={"pictures": Rate(6, 1.5, 0.5)},
    left=12.5,
    cost=Cost("0.25", 1, 3, 100, 20, 0.5),
    workers=(WorkerState("7-0", "cuda:0", "farm", "at work", "a-000000000", 1, 16, 0.2),),
    worker_rates={"7-0": 2.0},
    remarks=("a worker has died",),
    host="farm",
    pid=7,
    time=1.0,
    beat=3,
)


def test_it_comes_back_as_it_was() -> None:
    said = json.loads(json.dumps(WHOLE.to_json()))
    assert Status.of_json(said) == WHOLE
    assert [stage["waiting"] for stage in said["stages"]] == [3, 1]


def test_the_sum_over_abilities_keeps_the_reasons() -> None:
    assert WHOLE.total("pictures") == StageStatus("", "pictures", 12, 5, 3, {"blank": 3})
    assert WHOLE.total("pictures").waiting == 4 and WHOLE.abilities == ["a", "b"]


def test_other_versions_may_say_more_or_less() -> None:
    said = {"n": 3, "mood": "good", "workers": [{"name": "7-0", "shoe": 44}], "stages": [{"ability": "a", "asked": 2}]}
    status = Status.of_json(said)
    assert status.n == 3 and status.workers[0].name == "7-0" and status.stages[0].waiting == 2


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["stages", "workers", "rates", "cost", "remarks", "n", "name", "x"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_what_no_version_writes_is_a_value_error_and_nothing_else(said: Any) -> None:
    try:
        Status.of_json(said)
    except ValueError as e:
        assert str(e)


@pytest.mark.parametrize("said", [[], {"stages": 3}, {"rates": [1]}, {"workers": ["a"]}, {"cost": None}])
def test_broken_ones_are_refused(said: Any) -> None:
    with pytest.raises(ValueError, match="no status"):
        Status.of_json(said)
