"""Verdicts that are kept aside: a run that starts again decides as a fresh one, whatever became of its folder."""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bench.null import NullRenderer
from synthgen.beacon import read_status
from synthgen.build import Run
from synthgen.checks import Check
from synthgen.errors import Lost
from synthgen.interfaces import Engine
from synthgen.line import Line
from synthgen.pipeline import Outcome, at_work, generate
from synthgen.qc.balance import Balance
from synthgen.records import records
from synthgen.shards import ShardDone, ShardLost, ShardTask, Work
from synthgen.store import Store
from synthgen.types import Device, Raster, Reject, Take, index_of
from synthgen.walked import Verdict, Walked
from tests.doubles import Silent, run_of
from tests.test_select import RULE

CHECKS: Mapping[str, Check] = {"duplicate": RULE, "balance": Balance(3.0, "reject")}


@dataclass(frozen=True)
class Here(Engine):
    """Works in this process: no test of these is about workers."""

    def size(self, devices: Sequence[Device], on_gpu: bool) -> int:
        return 1

    def run(self, work: Work, tasks: Iterable[ShardTask | None]) -> Iterator[ShardDone | ShardLost | None]:
        work.open(Device())
        for task in tasks:
            if task is None:
                time.sleep(0.001)
                yield None
            else:
                done = list[ShardDone]()
                work.do(iter([task]), "here", done.append)
                yield from done


@dataclass(frozen=True)
class Repeating(NullRenderer):
    """Every fifth picture is one that came long before; every seventh cannot be drawn."""

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for take in takes:
            index = index_of(take.id)
            rng = np.random.default_rng(index // 2 if index % 5 == 0 else index)
            pixels = rng.integers(0, 256, (8, 8, 3), np.uint8).repeat(8, 0).repeat(8, 1)
            undrawable = Reject(take.id, "picture", "undrawable")
            yield undrawable if index % 7 == 3 else Raster(take.id, pixels, take.seed, take.take)


def run(folder: Path, n: int, checks: Mapping[str, Check] = CHECKS) -> Run:
    return run_of(folder / "run", n, renderer=Repeating(), checks=checks, engine=Here())


def made(one: Run) -> Outcome:
    with at_work(one) as (store, desk):
        return generate(one, store, desk, Silent())


def line(outcome: Outcome) -> Line:
    (only,) = outcome.lines
    return only


def decided(outcome: Outcome) -> tuple[list[str], list[Reject], int]:
    return line(outcome).selection.kept, line(outcome).selection.rejects, line(outcome).asked


def fresh(folder: Path, n: int, checks: Mapping[str, Check] = CHECKS) -> Outcome:
    return made(run(folder / f"fresh-{n}", n, checks))


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("synthgen.line.PART", 16)


@pytest.mark.parametrize("ns", [(60, 60), (60, 150), (150, 60), (60, 150, 20, 150), (10, 11, 12, 13, 60)], ids=str)
def test_a_run_of_another_n_goes_on_behind_what_is_known_and_decides_as_a_fresh_one(
    tmp_path: Path, ns: tuple[int, ...]
) -> None:
    outcomes = [made(run(tmp_path, n)) for n in ns]
    for (before, _), (n, outcome) in pairwise(zip(ns, outcomes, strict=True)):
        assert decided(outcome) == decided(fresh(tmp_path, n))
        assert len(line(outcome).good) >= min(before, n) - 32, "most of it was not walked again"
    assert {reject.reason for reject in decided(outcomes[-1])[1]} >= {"undrawable"}


@pytest.mark.parametrize(
    "later", [{"n": 30}, {"max_candidates": 1}, {"n": 30, "max_candidates": 1}], ids=["n", "candidates", "both"]
)
def test_a_run_that_looks_no_further_than_an_earlier_one_tells_its_own_counts(
    tmp_path: Path, later: Mapping[str, int]
) -> None:
    one = run(tmp_path, 60)
    made(one)
    outcome = made(replace(one, config=replace(one.config, **later)))
    kept, rejects, asked = decided(outcome)
    status = read_status(Store(tmp_path / "run"))
    assert status is not None and status.total("prompts").asked == asked
    assert (status.total("selection").done, status.total("selection").rejected) == (len(kept), len(rejects))


def test_what_repeats_a_sample_from_before_is_still_found(tmp_path: Path) -> None:
    made(run(tmp_path, 60))
    grown = made(run(tmp_path, 150))
    known = len(line(grown).good)
    twins = [r for r in decided(grown)[1] if r.reason == "duplicate picture" and index_of(r.id) >= known]
    assert any(index_of(twin.detail) < known for twin in twins)


@pytest.mark.parametrize(
    "checks",
    [{"duplicate": RULE}, {**CHECKS, "duplicate": replace(RULE, phash_distance=0)}, dict(reversed(CHECKS.items()))],
    ids=["a check less", "another threshold", "another order"],
)
def test_other_rules_decide_anew(tmp_path: Path, checks: Mapping[str, Check]) -> None:
    made(run(tmp_path, 60))
    again = made(run(tmp_path, 60, checks))
    assert not line(again).good and decided(again) == decided(fresh(tmp_path, 60, checks))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def rewrite(path: Path) -> None:
    path.write_bytes(path.read_bytes())


@pytest.mark.parametrize("harm", [Path.unlink, cut, rewrite])
@pytest.mark.parametrize("table", ["prompts", "pictures", "dialogues", "scores/duplicate", "scores/balance"])
def test_what_rests_on_a_file_that_has_changed_is_decided_anew(
    tmp_path: Path, table: str, harm: Callable[[Path], None]
) -> None:
    before = decided(made(run(tmp_path, 60)))
    start, _, file = Store(tmp_path / "run").files(table, "null")[2]
    path = tmp_path / "run" / file.path
    harm(path)
    again = made(run(tmp_path, 60))
    assert 0 < len(line(again).good) <= start and decided(again) == before
    assert len(line(made(run(tmp_path, 60))).good) > start, "what was decided anew is known again"


@pytest.mark.parametrize("harm", [cut, rewrite, Path.unlink, lambda path: path.write_bytes(b"")])
def test_verdicts_that_are_damaged_or_lost_are_made_again(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    before = decided(made(run(tmp_path, 60)))
    path = sorted((tmp_path / "run/walked").glob("*/*"))[1]
    harm(path)
    assert decided(made(run(tmp_path, 60))) == before


def test_of_what_two_drivers_left_behind_nothing_is_read_twice(tmp_path: Path) -> None:
    before = decided(made(run(tmp_path, 60)))
    path = sorted((tmp_path / "run/walked").glob("*/*"))[0]
    shutil.copy(path, path.with_name("null-000000000-000000030.parquet"))
    grown = made(run(tmp_path, 61))
    assert decided(grown)[0][:60] == before[0] and decided(grown) == decided(fresh(tmp_path, 61))


def test_nothing_behind_a_sample_that_is_not_finished_is_kept_aside(tmp_path: Path) -> None:
    store, fell = Store(tmp_path), Reject("a-000000001", "select", "duplicate picture", "a-000000000", "duplicate")
    walked = Walked(store, "a", "rules", ["prompts"])
    for index, against in enumerate([None, fell, None]):
        walked.add(Verdict(f"a-{index:09d}", against), Counter())
    walked.add(Verdict("a-000000003", Reject("a-000000003", "dialogue", "not written yet")), Counter())
    walked.add(Verdict("a-000000004", None), Counter())
    walked.write()
    again = Walked(store, "a", "rules", ["prompts"])
    (part,) = again.parts()
    assert again.stop == 3 and [verdict.against for verdict in part.verdicts] == [None, fell, None]
    again.add(Verdict("a-000000004", None), Counter())
    again.write()
    assert Walked(store, "a", "rules", ["prompts"]).stop == 3, "there is a gap before it"


@pytest.mark.parametrize("table", ["pictures", "prompts", "dialogues", "scores/duplicate"])
def test_what_is_deleted_while_the_run_works_is_made_again_at_the_second_start(
    tmp_path: Path, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verdicts that were noted after that rest on files of which nobody can say that they were there."""
    monkeypatch.setattr("synthgen.walked._sign", lambda *_: "always")
    calm, one = made(run(tmp_path / "calm", 40)), run(tmp_path, 40)
    made(run(tmp_path, 20))
    shutil.rmtree(tmp_path / "run" / table)
    with pytest.raises(Lost, match="run"), at_work(one) as (store, desk):
        generate(one, store, desk, Silent())
        list(records(store, store.kept(), one.checks, {}))
    again = made(one)
    assert again.kept == calm.kept
    assert len(list(records(Store(one.folder), again.kept, one.checks, {}))) == 40
