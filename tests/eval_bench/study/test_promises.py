"""What `study simulate` promises of a study is what 200 such studies give, through the real plan, file and results."""

from pathlib import Path
from random import Random
from statistics import mean

import numpy as np
import pytest

from eval_bench.report.measures import Interval, Paired, Share
from eval_bench.report.shares import share
from eval_bench.study.database import Database
from eval_bench.study.piloting import NOBODY, Bools, Ints, Sight, sight
from eval_bench.study.results import found
from eval_bench.study.simulating import Person, people, take_part
from eval_bench.study.types import Design, Form, Statement
from tests.eval_bench.study.voted import MODELS, asked, design

REPEATS, ITEMS = 200, 120


def crowd(careless: float, seed: int) -> list[Person]:
    return people(6, skill=0.9, spread=0.03, careless=careless, cannot_tell=0.03, rng=Random(seed))


def planned() -> tuple[Bools, Ints]:
    """Of each item whether both models are right, and whose words they say: some fail, some say the same."""
    rng = np.random.default_rng(1)
    truth: Bools = rng.random((ITEMS, 2)) < (0.5, 0.65)
    whose = np.tile(np.arange(2), (ITEMS, 1))
    whose[:10] = 0
    truth[:10, 1] = truth[:10, 0]
    whose[10:16, 1], truth[10:16, 1] = NOBODY, False
    return truth, whose


def drawn(form: Form, truth: Bools, whose: Ints) -> Design:
    """A study of items with these outcomes."""
    items = [asked(n) for n in range(len(truth))]
    statements, failed, tied = [], [], []
    for one, words in zip(items, whose.tolist(), strict=True):
        lacking = [(one.item, model) for model, of in zip(MODELS, words, strict=True) if of == NOBODY]
        failed += lacking
        if form == "sides":
            tied += [one.item] if words[0] == words[1] else []
            if words == [0, 1]:
                statements.append(Statement(0, one.item, MODELS, tuple((model,) for model in MODELS)))
        else:
            groups = [tuple(m for m, of in zip(MODELS, words, strict=True) if of == column) for column in (0, 1)]
            statements += [Statement(0, one.item, group[:1], (group,)) for group in groups if group]
    known = ("first", "second") if form == "sides" else ("1", "0")
    statements += [
        Statement(0, items[0].item, ("Known.",) * (1 + (form == "sides")), (), "attention", k) for k in known * 15
    ]
    numbered = tuple(Statement(n, s.item, s.texts, s.models, s.kind, s.known) for n, s in enumerate(statements))
    made = {"statements": numbered, "failed": tuple(failed), "tied": tuple(tied), "invitations": 6}
    return design(items, form, attention=0.1, **made)


def conducted(file: Path, form: Form, truth: Bools, whose: Ints, people: list[Person]) -> Paired:
    """Of one study, from votes to its primary comparison."""
    db = Database.create(file, drawn(form, truth, whose), {})
    names = [a.item for a in db.design.asked]
    right = {(item, m): bool(truth[n, k]) for n, item in enumerate(names) for k, m in enumerate(MODELS)}
    for _ in take_part(db, people, right, 1e9):
        pass
    told = found(db, draws=2).conclusions[0].without
    db.close()
    return told


@pytest.mark.slow
@pytest.mark.parametrize(("form", "careless"), [("right", 0.0), ("right", 0.17), ("sides", 0.0)])
def test_a_pilot_promises_what_studies_give(tmp_path: Path, form: Form, careless: float) -> None:
    truth, whose = planned()
    crowds = [crowd(careless, seed) for seed in range(1000, 1000 + 3 * REPEATS)]
    told: Sight = sight(("", "generated", "ours"), truth, whose, 1, form, 3, crowds, np.random.default_rng(5))
    rng = np.random.default_rng(2)
    studies = []
    for repeat in range(REPEATS):
        which = rng.integers(ITEMS, size=ITEMS)
        studies.append(
            conducted(tmp_path / f"{repeat}.sqlite", form, truth[which], whose[which], crowd(careless, repeat))
        )
    power = sum(one.p is not None and one.p <= 0.05 for one in studies) / REPEATS
    assert told.power == pytest.approx(power, abs=3 * (0.25 / REPEATS) ** 0.5)
    assert told.decided == pytest.approx(mean(one.n for one in studies) / ITEMS, abs=0.015)
    assert told.seen == pytest.approx(mean(one.difference.value for one in studies if one.difference), abs=0.015)
    assert told.apart == pytest.approx(mean(half(one.difference) for one in studies), abs=0.003)
    second = (share(one.both + one.second_only, one.n, 0.95) for one in studies)
    assert told.width == pytest.approx(mean(half(one) for one in second), abs=0.003)


def half(one: Interval | Share | None) -> float:
    assert one and one.low is not None and one.high is not None
    return (one.high - one.low) / 2
