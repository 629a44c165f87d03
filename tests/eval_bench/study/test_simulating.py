"""Simulated raters err as often as they are said to, vote as people do, and the same again the next time."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from eval_bench.study.simulating import Person, people, take_part, truths, vote
from eval_bench.study.types import VOTES, Form, Statement, passed
from tests.eval_bench.study.designs import database, design

CAREFUL = Person(1.0, 1.0, 0.0, 8.0)


def test_skill_and_bias_are_what_they_were_said_to_be() -> None:
    several = people(4000, skill=0.8, spread=0.05, bias=0.1, rng=Random(1))
    assert sum(p.right for p in several) / 4000 == pytest.approx(0.9, abs=0.005)
    assert sum(p.wrong for p in several) / 4000 == pytest.approx(0.7, abs=0.005)


def test_as_many_are_careless_as_asked_for_and_in_all_three_ways() -> None:
    several = people(30, skill=0.9, careless=0.1, rng=Random(2))
    assert sorted(p.habit for p in several if p.habit) == ["alternating", "always", "random"]


@pytest.mark.parametrize("form", ["right", "grades", "sides"])
@pytest.mark.parametrize("right_from", [2, 4, 5])
def test_who_never_errs_passes_every_known_statement(form: Form, right_from: int) -> None:
    made = design(4, form, right_from=right_from)
    known = [s for s in made.statements if s.known]
    assert len(known) == 45
    assert all(passed(made, s, vote(CAREFUL, made, s, {}, 0, Random(s.id))) for s in known)


@pytest.mark.parametrize("form", ["right", "grades", "sides"])
def test_whoever_they_are_they_say_what_the_page_offers(form: Form) -> None:
    made, rng = design(4, form), Random(3)
    truth = {(a.item, model): rng.random() < 0.5 for a in made.asked for model in ("base", "tuned")}
    for person in people(9, skill=0.7, spread=0.2, careless=0.4, cannot_tell=0.2, rng=rng):
        for s in made.statements:
            assert vote(person, made, s, truth, s.id, rng) in VOTES[form]


def test_of_sides_the_right_one_is_better_and_two_right_ones_are_both() -> None:
    made = design(1, "sides")
    s, item = made.statements[0], made.statements[0].item

    def says(one: bool, two: bool) -> str:
        return vote(CAREFUL, made, s, {(item, "base"): one, (item, "tuned"): two}, 0, Random(0))

    assert [says(True, False), says(False, True), says(True, True), says(False, False)] == [
        *("first", "second", "both", "neither")
    ]


def test_who_clicks_the_first_button_prefers_what_stands_on_the_left() -> None:
    made = design(1, "sides")
    lazy = [Person(1.0, 1.0, 0.0, 8.0, habit) for habit in ("always", "alternating")]
    said = [vote(p, made, made.statements[0], {}, 1, Random(0), flipped) for p in lazy for flipped in (False, True)]
    assert said == ["first", "second", "second", "first"]


def test_what_several_models_said_is_as_true_of_each() -> None:
    shared = Statement(0, "a", ("Red.",), (("one", "two"),))
    assert truths(shared, {("a", "one"): True, ("a", "two"): True}) == [True]


def test_they_take_part_as_people_do_and_say_the_same_the_next_time(tmp_path: Path) -> None:
    said: list[Any] = []
    for name in ("once", "again"):
        db = database(tmp_path / name, items=8)
        truth = {(a.item, m): m == "tuned" for a in db.design.asked for m in ("base", "tuned")}
        crowd = people(3, skill=0.9, rng=Random(0))
        assert list(take_part(db, crowd, truth, 1e9)) == [db.tasks(r.id)[-1].place + 1 for r in db.raters()]
        said.append([(b.rater, b.statement, b.vote, b.seconds, b.place) for b in db.ballots()])
        assert all(task.vote for rater in db.raters() for task in db.tasks(rater.id))
        db.close()
    assert said[0] == said[1]
