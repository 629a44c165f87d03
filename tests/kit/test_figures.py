"""The figures of a run under the names by which monitors export them."""

import re
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.figures import REASONS, Figure, curves, figures
from synthgen.shards import WorkerState
from synthgen.status import Cost, Rate, StageStatus, Status

COUNTS = st.integers(0, 10**6)
REJECTS = st.dictionaries(st.text(min_size=1, max_size=8), st.integers(1, 1000), max_size=60)


def figure(name: str, status: Status) -> Figure:
    (found,) = (one for one in figures(status) if one.name == name)
    return found


def worker(name: str, place: str, pictures: int = 0, silent: float = 0.0) -> WorkerState:
    return WorkerState(name, place, "node3", "at work", "", 0, pictures, silent)


@given(COUNTS, COUNTS, COUNTS)
def test_done_rejected_and_waiting_are_together_what_was_asked_for(done: int, rejected: int, waiting: int) -> None:
    stage = StageStatus("joke", "pictures", done + rejected + waiting, done, rejected)
    rows = figure("samples", Status(stages=(stage,))).rows
    assert {tuple(labels.values()): value for labels, value in rows} == {
        ("joke", "pictures", "done"): done,
        ("joke", "pictures", "rejected"): rejected,
        ("joke", "pictures", "waiting"): waiting,
    }


@given(REJECTS)
def test_however_many_reasons_there_are_their_rows_are_few_and_every_reject_is_counted(
    reasons: Mapping[str, int],
) -> None:
    total = sum(reasons.values())
    status = Status(stages=(StageStatus("joke", "selection", total, 0, total, reasons),))
    rows = figure("rejects", status).rows
    assert len(rows) <= REASONS + 1 and sum(value for _, value in rows) == total


def test_workers_that_follow_each_other_at_a_place_share_its_row() -> None:
    some = (worker("a1", "cuda:0", 3, 2.0), worker("b7", "cuda:0", 4, 1.0), worker("c2", "cuda:1", 5))
    status = Status(workers=some, worker_rates={"a1": 0.5, "b7": 0.25})
    rows = {
        name: [value for _, value in figure(f"worker_{name}", status).rows] for name in ("pictures", "rate", "silent")
    }
    assert rows == {"pictures": [7, 5], "rate": [0.75], "silent": [2.0, 0.0]}
    assert all(set(labels) == {"host", "place"} for labels, _ in figure("worker_pictures", status).rows)


def test_every_row_of_a_figure_has_the_same_labels_and_all_figures_are_there_from_the_beginning() -> None:
    stages = tuple(StageStatus(ability, "selection", 3, 1, 1, {"dull": 1}) for ability in ("joke", "color"))
    full = Status(n=3, stages=stages, rates={"pictures": Rate(3, 1.0, 1.0)}, left=4.0, workers=(worker("a", "cuda:0"),))
    for one in figures(full):
        assert len({tuple(labels) for labels, _ in one.rows}) <= 1, one.name
    assert [one.name for one in figures(Status())] == [one.name for one in figures(full)]


def test_what_nobody_knows_has_no_row_and_no_point_in_a_curve() -> None:
    status = Status(n=3, stages=(StageStatus("joke", "selection", 3),))
    assert figure("cost", status).rows == figure("left", status).rows == figure("gpu", status).rows == []
    assert not {"cost/usd", "cost/gpu hours", "run/hours left", "kept share/all"} & curves(status).keys()


def test_what_was_told_and_whom_it_names_is_in_no_figure() -> None:
    status = Status(said="sk-secret", remarks=("sk-secret",), name="sk-secret", host="sk-secret", cost=Cost("1.5"))
    assert "sk-secret" not in repr([*figures(status), curves(status)])


def test_a_curve_is_drawn_of_each_ability_where_there_are_several() -> None:
    stages = (StageStatus("joke", "selection", 4, 1, 3, {"dull": 3}), StageStatus("color", "selection", 4, 4, 0))
    found = curves(Status(stages=stages))
    assert found["kept share/all"] == 5 / 8 and found["kept share/joke"] == 1 / 4 and found["kept share/color"] == 1
    assert (found["samples/kept"], found["samples/rejected"], found["rejected/dull"]) == (5, 3, 3)


def test_the_docs_explain_every_figure_and_no_other() -> None:
    page = (Path(__file__).parents[2] / "docs/monitoring.md").read_text()
    told = re.findall(r"^\| `(synthgen_\w+)` \|([^|]*)\|", page, re.MULTILINE)
    stages = (StageStatus("joke", "selection", 3, 1, 1, {"dull": 1}),)
    rates = {"pictures": Rate(3, 1.0, 1.0)}
    workers, cost = (worker("a", "cuda:0"),), Cost("1.5", gpu_hours=1.0)
    full = Status("it", n=3, stages=stages, rates=rates, left=1.0, cost=cost, workers=workers, worker_rates={"a": 1.0})
    names = [["synthgen", one.name, one.unit, "total" if one.rises else ""] for one in figures(full)]
    labels = [", ".join(f"`{name}`" for name in one.rows[0][0]) for one in figures(full)]
    ours = zip(("_".join(word for word in words if word) for words in names), labels, strict=True)
    assert [(name, of.strip()) for name, of in told] == list(ours)
