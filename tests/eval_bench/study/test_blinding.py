"""What the page is sent does not tell who said what: not by order, side, address, size or header."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench.study.database import NAME, Database
from eval_bench.study.designing import design_of
from eval_bench.study.planning import plan
from eval_bench.study.types import Form, Rater
from tests.eval_bench.study.attacking import Seen, accuracy, inside, watch
from tests.eval_bench.study.toys import MODELS, config

RATERS = 15
MARGIN = 0.05
"""Above chance, of which an attacker may tell the models apart."""


@pytest.fixture(scope="module", params=["right", "grades", "sides"])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Database:
    return made(tmp_path_factory.mktemp(request.param), request.param)


def made(root: Path, form: Form) -> Database:
    """48 items, all of which each rater sees."""
    design, pictures = design_of(config(root, 48, form=form, raters=RATERS, calibration=2))
    return Database.create(root / NAME, replace(design, consent=""), pictures)


Plan = Callable[[Database, Rater], object]


def voted(db: Database, planned: Plan) -> list[Seen]:
    """By raters who are given what `planned` gives them; nothing of it is kept."""
    found: list[Seen] = []
    with db.transaction(), pytest.raises(Undone), db.part():
        for number in range(RATERS):
            rater = db.invite(f"rater {number}", time.time() + 60)
            planned(db, rater)
            found += watch(db, rater, inside(db))
        raise Undone
    return found


class Undone(Exception):
    """So that the next test finds the study without raters."""


def as_planned(db: Database, rater: Rater) -> None:
    plan(db, rater, time.time())


def by_model(db: Database, rater: Rater) -> None:
    """First all of one model, then all of the other."""
    own = [s for s in db.design.statements if s.kind == "item"]
    db.give(rater.id, [(s.id, False) for s in sorted(own, key=lambda s: s.models)])


def one_side(db: Database, rater: Rater) -> None:
    """In each pair a model says the shorter text, and stands where it does: what is said tells its place."""
    own = [s for s in db.design.statements if s.kind == "item"]
    db.give(rater.id, [(s.id, len(s.texts[0]) > len(s.texts[1])) for s in own])


def test_an_attacker_tells_the_models_apart_no_better_than_by_chance(study: Database) -> None:
    seen = voted(study, as_planned)
    assert len(seen) > 30 * RATERS
    assert abs(sum(one.model for one in seen) / len(seen) - 0.5) < MARGIN  # so that chance is a half
    assert accuracy(seen) <= 0.5 + MARGIN


def test_the_attacker_wins_where_the_order_tells(tmp_path: Path) -> None:
    assert accuracy(voted(made(tmp_path, "right"), by_model)) > 0.95


@pytest.mark.parametrize("leak", ["id", "size", "header", "next", "time"])
def test_the_attacker_wins_where_something_else_tells(tmp_path: Path, leak: str) -> None:
    seen = voted(made(tmp_path, "right"), as_planned)
    assert accuracy([leaking(one, leak) for one in seen]) > 0.9


def leaking(one: Seen, leak: str) -> Seen:
    """The same, but that something follows the model."""
    state: dict[str, Any] = json.loads(json.dumps(one.state))
    if leak == "id":
        state["task"]["id"] = "ab"[one.model] + state["task"]["id"][1:]
    elif leak == "size":
        return replace(one, picture=one.picture + bytes(one.model * 400))
    elif leak == "header":
        return replace(one, headers=(("etag", MODELS[one.model]),))
    elif leak == "next":
        state["next"] = f"picture/{one.model}"
    else:
        return replace(one, seconds=0.01 + 0.1 * one.model)
    return replace(one, state=state)
