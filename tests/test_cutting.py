"""Into which ranges a round is cut."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.null import NullAbility
from synthgen.cutting import LEAST, SECONDS, Cut, Pace
from synthgen.engine.local import Local
from synthgen.line import Line
from synthgen.pipeline import selection_of
from synthgen.plan import Planner
from synthgen.shards import ShardDone
from synthgen.store import SHARD
from tests.doubles import run_of


def cut(
    n: int, pace: Pace, workers: int = 2, share: int = 1, made: range = range(0), reach: int | None = None
) -> list[tuple[int, int]]:
    run = run_of(Path("nowhere"), n, engine=Local(workers), images_per_prompt=share)
    line = Line(Planner(NullAbility(), 0, share), selection_of(run, NullAbility()), most=5 * n)
    line.demand(within_reach=False)
    ranges, some = Cut(line, run, pace, made), []
    while ranges and (found := ranges.take(line.target if reach is None else reach)):
        some.append(found)
    return some


def paced(seconds: float) -> Pace:
    pace = Pace()
    pace.note(ShardDone("one", 10, 10, 10 * seconds))
    return pace


def sizes(ranges: list[tuple[int, int]]) -> list[int]:
    return [stop - start for start, stop in ranges]


@given(st.integers(1, 3000), st.floats(0, 1000), st.integers(1, 40), st.integers(1, 64), st.integers(0, 3000))
def test_ranges_hold_each_index_once_in_order_and_keep_samples_of_a_prompt_together(
    n: int, seconds: float, workers: int, share: int, made: int
) -> None:
    ranges = cut(n, paced(seconds), workers, share, range(made))
    assert [index for start, stop in ranges for index in range(start, stop)] == list(range(n))
    assert all(start % share == 0 for start, _ in ranges)
    assert max(sizes(ranges)) <= max(SHARD, share)


def test_slow_pictures_make_small_ranges_so_that_a_death_costs_seconds() -> None:
    assert max(sizes(cut(5000, paced(0.001)))) == SHARD
    assert max(sizes(cut(5000, paced(1.0)))) == SECONDS
    assert max(sizes(cut(5000, paced(30.0)))) == 4


def test_ranges_are_small_until_somebody_knows_how_long_a_picture_takes() -> None:
    assert set(sizes(cut(64, Pace(), workers=1))[:2]) == {LEAST}


def test_what_is_finished_is_looked_through_in_large_ranges() -> None:
    assert sizes(cut(6400, paced(30.0), made=range(3200)))[:50] == [SHARD] * 50


def test_ranges_get_finer_towards_the_end() -> None:
    found = sizes(cut(2000, paced(0.01), workers=4))
    assert found[0] > 40 and found[-1] <= 4 and found == sorted(found, reverse=True)


def test_what_cannot_be_planned_yet_waits() -> None:
    assert cut(2000, paced(0.01), reach=512)[-1][1] == 512
    assert cut(2000, paced(0.01), reach=0) == []
