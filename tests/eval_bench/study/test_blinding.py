"""What the page is sent does not tell who said what: not by order, side, address, size or header."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench.study import pages
from eval_bench.study.database import NAME, Database
from eval_bench.study.designing import design_of
from eval_bench.study.planning import plan
from eval_bench.study.types import Form, Rater
from tests.eval_bench.study.attacking import Seen, accuracy, inside, watch
from tests.eval_bench.study.toys import MODELS, config

RATERS = 24
MARGIN = 0.05
"""Above chance, of which an attacker may tell the models apart."""


def made(root: Path, form: Form) -> Database:
    """48 items, all of which each rater sees."""
    design, pictures = design_of(config(root, 48, form=form, raters=RATERS, calibration=2))
    return Database.create(root / NAME, replace(design, consent=""), pictures)


def voted(db: Database, planned: Callable[[Database, Rater], object], raters: int = RATERS) -> list[Seen]:
    """By raters who are given what `planned` gives them."""
    found: list[Seen] = []
    with db.transaction():
        for number in range(raters):
            rater = db.invite(f"rater {number}", time.time() + 60)
            planned(db, rater)
            found += watch(db, rater, inside(db))
    return found


def as_planned(db: Database, rater: Rater) -> None:
    plan(db, rater, time.time())


def by_model(db: Database, rater: Rater) -> None:
    """First all of one model, then all of the other."""
    own = [s for s in db.design.statements if s.kind == "item"]
    db.give(rater.id, [(s.id, False) for s in sorted(own, key=lambda s: s.models)])


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    return voted(made(tmp_path_factory.mktemp("right"), "right"), as_planned)


def fails(seen: Sequence[Seen]) -> None:
    assert len(seen) > 40 * RATERS
    assert abs(sum(one.model for one in seen) / len(seen) - 0.5) < MARGIN / 2  # so that chance is a half
    assert accuracy(seen) <= 0.5 + MARGIN


def test_an_attacker_tells_the_models_apart_no_better_than_by_chance(seen: list[Seen]) -> None:
    fails(seen)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["grades", "sides"])
def test_nor_in_the_other_forms(tmp_path: Path, form: Form) -> None:
    fails(voted(made(tmp_path, form), as_planned))


def test_the_attacker_wins_where_the_order_tells(tmp_path: Path) -> None:
    assert accuracy(voted(made(tmp_path, "right"), by_model, 6)) > 0.95


def test_nothing_that_is_sent_names_a_model_a_folder_an_item_or_what_is_known(seen: list[Seen], tmp_path: Path) -> None:
    db = made(tmp_path, "right")
    told = {"page": pages.rating(db.design)}
    for one in seen:
        state = json.loads(json.dumps(one.state))
        for said in ("question", "texts", "reference"):
            del state["task"][said]
        told |= {json.dumps(state): json.dumps(state)}
    secrets = {*MODELS, "answers/", "benchmarks/", "color-generated", '"color"', "attention", "known", "head"}
    secrets |= {one.item for one in db.design.asked} | {one.key for one in db.design.asked} | {db.design.name}
    found = {(secret, name) for name, text in told.items() if name != "page" for secret in secrets if secret in text}
    assert not found
    own = {*MODELS, "color-generated", "benchmarks/generated", *(one.item for one in db.design.asked)}
    assert not [secret for secret in own if secret in told["page"]]
    assert {frozenset(one.state["task"]) for one in seen} == {frozenset(seen[0].state["task"])}


@pytest.mark.parametrize("leak", ["id", "size", "header", "next", "time"])
def test_the_attacker_wins_where_something_else_tells(seen: list[Seen], leak: str) -> None:
    assert accuracy([leaking(one, leak) for one in seen if one.rater <= 6]) > 0.9


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
