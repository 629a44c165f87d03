"""Who votes on what: in balance, in orders of their own, the statements on one item apart."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from eval_bench.study.database import Database
from eval_bench.study.planning import more, plan
from eval_bench.study.types import Rater, Statement
from tests.eval_bench.study.designs import database, invited

NOW = time.time()


def planned(db: Database, rater: Rater) -> int:
    with db.transaction():
        return plan(db, rater, NOW)


def statements(db: Database, rater: Rater) -> list[Statement]:
    return [db.design.statements[task.statement] for task in db.tasks(rater.id)]


def counts(db: Database) -> list[int]:
    """Of the raters of each statement on an item."""
    got = db.given(NOW)
    return [got.get(s.id, 0) for s in db.design.statements if s.kind == "item"]


def vote_on_all(db: Database, rater: Rater) -> None:
    with db.transaction():
        for task in db.tasks(rater.id):
            if not task.vote:
                db.vote(task, "1", f"{task.id}", NOW)


@settings(max_examples=40, deadline=None)
@given(some.integers(1, 40), some.integers(1, 5), some.integers(0, 8), some.integers(0, 9))
def test_items_are_shared_in_balance_and_all_of_them_get_all_their_raters(
    items: int, raters: int, others: int, seed: int
) -> None:
    with TemporaryDirectory() as folder:
        db = database(Path(folder), items, raters=raters, invitations=raters + others, seed=seed)
        for rater in invited(db, raters + others):
            planned(db, rater)
            assert max(counts(db)) - min(counts(db)) <= 1
        assert set(counts(db)) == {raters}
        shares = [sum(s.kind == "item" for s in statements(db, rater)) / 2 for rater in db.raters()]
        assert max(shares) <= -(-items * raters // (raters + others))
        (late,) = invited(db, 1)
        assert (planned(db, late), db.tasks(late.id)) == (0, [])
        db.close()


@settings(max_examples=40, deadline=None)
@given(some.integers(1, 60), some.integers(0, 99), some.sampled_from([0.01, 0.05, 0.2, 0.5]))
def test_an_order_keeps_statements_on_one_item_apart_and_has_attention_in_each_stretch(
    items: int, seed: int, attention: float
) -> None:
    with TemporaryDirectory() as folder:
        db = database(Path(folder), items, raters=1, invitations=1, seed=seed, attention=attention)
        (rater,) = invited(db, 1)
        assert planned(db, rater) == items
        order = statements(db, rater)
        db.close()
    assert [s.kind for s in order[:5]] == ["calibration"] * 5 and len(set(order)) == len(order)
    real = order[5:]
    for start in range(0, len(real), 25):
        assert any(s.kind == "attention" for s in real[start : start + 25])
    wanted = 2 * items * attention / (1 - attention)
    assert sum(s.kind == "attention" for s in real) <= max(min(40, wanted + 1), -(-len(real) // 25))
    if items >= 5:
        places: dict[str, list[int]] = {}
        for place, s in enumerate(real):
            places.setdefault(s.item, []).append(place)
        assert all(b - a >= 5 for both in places.values() for a, b in zip(both, both[1:], strict=False))


def test_without_a_share_of_attention_there_is_none(tmp_path: Path) -> None:
    db = database(tmp_path, attention=0.0)
    (rater,) = invited(db, 1)
    planned(db, rater)
    assert {s.kind for s in statements(db, rater)} == {"calibration", "item"}


def test_orders_and_sides_differ_from_rater_to_rater_and_are_the_same_in_the_same_study(tmp_path: Path) -> None:
    orders = []
    for name in ("one", "same"):
        db = database(tmp_path / name, 30, "sides")
        for rater in invited(db, 3):
            planned(db, rater)
        orders.append([[(t.statement, t.flipped) for t in db.tasks(rater.id)] for rater in db.raters()])
    assert orders[0] == orders[1]
    first, second, third = orders[0]
    assert len({tuple(s for s, _ in order) for order in (first, second, third)}) == 3
    for order in (first, second, third):
        assert 5 < sum(flipped for _, flipped in order) < 30
    assert dict(first) != dict(second)


def test_who_has_something_to_do_gets_no_more(tmp_path: Path) -> None:
    db = database(tmp_path, 6, invitations=6)
    (rater,) = invited(db, 1)
    assert (planned(db, rater), planned(db, rater)) == (3, 0)


@pytest.mark.parametrize("voted", [0, 6, 7, 9])
def test_what_a_revoked_rater_has_not_voted_on_is_given_again(tmp_path: Path, voted: int) -> None:
    db = database(tmp_path, 6, raters=1, invitations=2)
    gone, stays = invited(db, 2)
    assert (planned(db, gone), planned(db, stays)) == (3, 3)
    vote_on_all(db, stays)
    assert not more(db, stays, NOW)
    with db.transaction():
        for task in db.tasks(gone.id)[:voted]:
            db.vote(task, "1", task.id, NOW)
        db.revoke(gone.id)
    short = {s.item for s, got in zip(db.design.statements, counts(db), strict=False) if not got}
    assert more(db, stays, NOW) and planned(db, stays) == len(short)
    assert min(counts(db)) == 1
    assert {s.item for s in statements(db, stays)[-2 * len(short) :] if s.kind == "item"} <= short
    vote_on_all(db, stays)
    assert not more(db, stays, NOW)


def test_what_an_expired_rater_has_not_voted_on_is_given_again(tmp_path: Path) -> None:
    db = database(tmp_path, 6, raters=1, invitations=2)
    gone, *_ = invited(db, 1, days=-1)
    planned(db, gone)
    (stays,) = invited(db, 1)
    assert planned(db, stays) == 3
    vote_on_all(db, stays)
    assert planned(db, stays) == 3 and min(counts(db)) == 1


def test_more_is_not_taken_from_those_who_have_not_begun(tmp_path: Path) -> None:
    db = database(tmp_path, 6, raters=1, invitations=3)
    fast, slow, never = invited(db, 3)
    planned(db, fast)
    vote_on_all(db, fast)
    assert not more(db, fast, NOW) and planned(db, fast) == 0
    with db.transaction():
        db.revoke(never.id)
    assert more(db, fast, NOW) and planned(db, fast) == 2
    assert planned(db, slow) == 2
    assert set(counts(db)) == {1}
