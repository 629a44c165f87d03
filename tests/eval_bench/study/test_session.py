"""One rater at work, without a server."""

import json
import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench.study import session
from eval_bench.study.database import Database
from eval_bench.study.session import Fault
from eval_bench.study.types import NONE, Form, Rater
from tests.eval_bench.study.designs import MODELS, database, invited

NOW = time.time()


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return database(tmp_path)


def begun(db: Database) -> Rater:
    """A rater who is through with calibration."""
    (rater,) = invited(db, 1)
    while (now := session.state(db, rater, NOW))["calibration"]:
        voted(db, rater, now, "cannot_tell")
    return rater


def voted(db: Database, rater: Rater, state: dict[str, Any], vote: str = "1", at: float = NOW) -> dict[str, Any]:
    with db.transaction():
        return session.vote(db, rater, state["task"]["id"], vote, state["task"]["id"], at)


def rows(db: Database, table: str) -> list[Any]:
    return sqlite3.connect(db.path).execute(f"SELECT * FROM {table}").fetchall()


def test_a_rater_goes_from_consent_over_calibration_to_the_end(tmp_path: Path) -> None:
    db = database(tmp_path, consent="Read this.")
    (rater,) = invited(db, 1)
    assert session.state(db, rater, NOW) == {"step": "consent", "form": "right"}
    assert db.tasks(rater.id) == []
    state = session.agree(db, rater, NOW)
    rater = replace(rater, agreed="now")
    assert db.rater(rater.id).agreed and session.state(db, rater, NOW) == state  # type: ignore[union-attr]
    assert (state["step"], state["done"], state["total"]) == ("vote", 0, 13)
    for n in range(5):
        assert state["calibration"] == {"done": n, "total": 5} and state["task"]["calibrating"] and not state["undo"]
        assert state["next"] != state["task"]["picture"]
        state = voted(db, rater, state)
        assert set(state["feedback"]) == {"passed", "vote", "known", "why"}
    for n in range(13):
        assert (state["done"], state["calibration"], state["undo"]) == (n, None, n > 0)
        assert "feedback" not in state or n == 0
        state = voted(db, rater, state)
    assert (state["step"], state["done"], state["more"], state["undo"]) == ("done", 13, False, True)
    assert len(db.ballots()) == 18


def test_who_has_not_agreed_gets_no_task_no_picture_and_no_vote(tmp_path: Path) -> None:
    db = database(tmp_path, consent="Read this.")
    (rater,) = invited(db, 1)
    with db.transaction():
        db.give(rater.id, [(0, False)])
    (task,) = db.tasks(rater.id)
    for ask in (
        lambda: session.picture(db, rater, task.id),
        lambda: session.vote(db, rater, task.id, "1", "a", NOW),
        lambda: session.undo(db, rater, "b", NOW),
        lambda: session.more(db, rater, NOW),
    ):
        with pytest.raises(Fault) as caught:
            ask()
        assert caught.value.status == 403
    assert set(session.state(db, rater, NOW)) == {"step", "form"} and db.ballots() == []


def test_a_state_holds_no_model_no_item_and_nothing_that_sets_attention_apart(db: Database) -> None:
    rater = begun(db)
    kinds: dict[str, set[str]] = {}
    state = session.state(db, rater, NOW)
    while state["step"] == "vote":
        task = db.task(state["task"]["id"])
        assert task is not None
        shape = json.dumps({k: list(v) if isinstance(v, dict) else str(type(v)) for k, v in state["task"].items()})
        kinds.setdefault(db.design.statements[task.statement].kind, set()).add(shape)
        text = json.dumps(session.state(db, rater, NOW))
        assert not any(name in text for name in (*MODELS, "attention", "color-real", "0000"))
        state = voted(db, rater, state)
        state.pop("feedback", None)
    assert set(kinds) == {"item", "attention"} and kinds["item"] == kinds["attention"]


def test_the_same_action_twice_is_one_vote(db: Database) -> None:
    rater = begun(db)
    state = session.state(db, rater, NOW)
    answers = [session.vote(db, rater, state["task"]["id"], "1", "twice", NOW) for _ in range(2)]
    assert answers[0] == answers[1] and answers[0]["done"] == 1
    assert [row[-1] for row in rows(db, "log")].count(f"{rater.id} twice") == 1


def test_two_raters_may_use_the_same_names_for_their_actions(db: Database) -> None:
    for _ in range(2):
        rater = begun(db)
        assert session.vote(db, rater, session.state(db, rater, NOW)["task"]["id"], "1", "one", NOW)["done"] == 1


def test_a_changed_vote_holds_and_leaves_a_row_in_the_log(db: Database) -> None:
    rater = begun(db)
    id = session.state(db, rater, NOW)["task"]["id"]
    session.vote(db, rater, id, "1", "a", NOW)
    session.vote(db, rater, id, "0", "b", NOW + 9)
    assert [(row[1]) for row in rows(db, "votes") if row[0] == id] == ["0"]
    assert [row[2] for row in rows(db, "log") if row[1] == id] == ["1", "0"]


def test_undo_goes_back_one_by_one_but_never_into_calibration(db: Database) -> None:
    rater = begun(db)
    state = session.state(db, rater, NOW)
    first = state["task"]["id"]
    second = voted(db, rater, state)["task"]["id"]
    voted(db, rater, session.state(db, rater, NOW))
    assert session.undo(db, rater, "u1", NOW)["task"]["id"] == second
    assert session.undo(db, rater, "u1", NOW)["task"]["id"] == second  # sent twice
    state = session.undo(db, rater, "u2", NOW)
    assert (state["task"]["id"], state["undo"], state["calibration"]) == (first, False, None)
    assert session.undo(db, rater, "u3", NOW)["task"]["id"] == first
    assert [row[2] for row in rows(db, "log")][-4:] == ["1", "1", "", ""]


def test_a_vote_on_calibration_is_not_changed_once_the_right_one_was_told(db: Database) -> None:
    (rater,) = invited(db, 1)
    id = session.state(db, rater, NOW)["task"]["id"]
    first = session.vote(db, rater, id, "cannot_tell", "a", NOW)
    again = session.vote(db, rater, id, first["feedback"]["known"], "b", NOW)
    assert first["feedback"] == again["feedback"] and not again["feedback"]["passed"]
    assert len(rows(db, "log")) == 1


def test_a_break_is_due_after_each_25(tmp_path: Path) -> None:
    db = database(tmp_path, 30)
    rater = begun(db)
    rests, state = [], session.state(db, rater, NOW)
    while state["step"] == "vote":
        state = voted(db, rater, state)
        rests += [state["done"]] if state.get("rest") else []
    assert rests == [25, 50] and state["total"] == 63
    assert "rest" not in session.state(db, rater, NOW)


def test_the_time_left_is_the_median_of_the_last_votes_times_what_is_left(db: Database) -> None:
    (rater,) = invited(db, 1)
    state, at = session.state(db, rater, NOW), NOW
    assert state["left"] is None
    for _ in range(8):
        at += 7
        state = voted(db, rater, state, at=at)
    assert state["left"] == 7.0 * (18 - 8)
    assert {ballot.seconds for ballot in db.ballots()} == {7.0}


@pytest.mark.parametrize(("vote", "status"), [("2", 400), ("", 400), ("left", 400), ("first", 400), ("right", 400)])
def test_a_vote_that_is_none_of_the_form_is_refused(db: Database, vote: str, status: int) -> None:
    rater = begun(db)
    with pytest.raises(Fault) as caught:
        voted(db, rater, session.state(db, rater, NOW), vote)
    assert caught.value.status == status and len(db.ballots()) == 5


def test_of_sides_places_on_the_page_become_texts(tmp_path: Path) -> None:
    db = database(tmp_path, 12, "sides")
    rater = begun(db)
    for n, say in enumerate(("left", "right", "both", "neither", "left", "right", "left", "right")):
        state = session.state(db, rater, NOW)
        task = db.task(state["task"]["id"])
        assert task is not None
        texts = db.design.statements[task.statement].texts
        assert state["task"]["texts"] == list(texts[::-1] if task.flipped else texts)
        voted(db, rater, state, say)
        held = db.task(task.id)
        assert held is not None
        side = {"left": 0, "right": 1}.get(say)
        wanted = say if side is None else ("first", "second")[texts.index(state["task"]["texts"][side])]
        assert held.vote == wanted, n
    with pytest.raises(Fault):
        voted(db, rater, session.state(db, rater, NOW), "first")


@pytest.mark.parametrize("form", ["right", "grades", "sides"])
def test_feedback_tells_a_vote_that_passes(tmp_path: Path, form: Form) -> None:
    db = database(tmp_path, form=form)
    (rater,) = invited(db, 1)
    told = set()
    for n in range(5):
        state = session.state(db, rater, NOW)
        task = db.task(state["task"]["id"])
        assert task is not None
        known = db.design.statements[task.statement].known
        right = {"right": known, "grades": {"1": "5", "0": "1"}.get(known), "sides": "left"}[form]
        if form == "sides":
            right = "left" if state["task"]["texts"][0].startswith("Red") else "right"
        feedback = voted(db, rater, state, right if n % 2 else NONE[0])["feedback"]
        assert (feedback["known"], feedback["passed"]) == (right, bool(n % 2))
        told.add(feedback["why"].partition(".")[0])
    assert len(told) == 2


def test_what_is_not_the_raters_own_or_not_due_is_refused(db: Database) -> None:
    rater = begun(db)
    (other,) = invited(db, 1)
    theirs = session.state(db, other, NOW)["task"]["id"]
    for id in (theirs, "nothing", ""):
        for ask in (lambda: session.picture(db, rater, id), lambda: session.vote(db, rater, id, "1", "a", NOW)):  # noqa: B023
            with pytest.raises(Fault) as caught:
                ask()
            assert caught.value.status == 404
    with pytest.raises(Fault) as caught:
        session.vote(db, rater, db.tasks(rater.id)[-1].id, "1", "a", NOW)
    assert caught.value.status == 409
    assert session.picture(db, rater, db.tasks(rater.id)[-1].id).startswith(b"\x89PNG")


def test_when_others_have_got_everything_a_rater_is_told_so(tmp_path: Path) -> None:
    db = database(tmp_path, raters=1, invitations=1)
    first, late = invited(db, 2)
    session.state(db, first, NOW)
    assert session.state(db, late, NOW) == {"step": "full", "form": "right"}


def test_who_is_through_may_go_on_where_items_are_short(tmp_path: Path) -> None:
    db = database(tmp_path, raters=1, invitations=2)
    rater, gone = (begun(db) for _ in range(2))
    with db.transaction():
        db.revoke(gone.id)
    state = session.state(db, rater, NOW)
    while state["step"] == "vote":
        state = voted(db, rater, state)
    assert (state["done"], state["more"]) == (7, True)
    state = session.more(db, rater, NOW)
    assert (state["step"], state["done"], state["total"]) == ("vote", 7, 14)
    assert session.more(db, rater, NOW)["total"] == 14
    while state["step"] == "vote":
        state = voted(db, rater, state)
    assert (state["done"], state["more"]) == (14, False)
