"""How often somebody may do something."""

from eval_bench.study import limits
from eval_bench.study.limits import Limit


def test_a_burst_passes_then_one_at_a_time() -> None:
    now = [100.0]
    limit = Limit(0.5, 3, lambda: now[0])
    assert [limit.wait("a") for _ in range(5)] == [0, 0, 0, 2, 2]
    assert limit.wait("b") == 0
    now[0] += 1.5
    assert limit.wait("a") == 0.5
    now[0] += 0.5
    assert [limit.wait("a") for _ in range(2)] == [0, 2]
    now[0] += 1000
    assert [limit.wait("a") for _ in range(4)] == [0, 0, 0, 2]


def test_names_whose_turn_it_is_are_forgotten() -> None:
    now = [0.0]
    limit = Limit(1, 2, lambda: now[0])
    for n in range(limits.MOST):
        now[0] += 0.001
        limit.wait(str(n))
    now[0] += 1
    limit.wait("last")
    assert len(limit._free) == 1
