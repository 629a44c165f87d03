"""What a planned study would see: the rule over arrays is the rule of results, and worse raters see less."""

from random import Random

import numpy as np
import pytest

from bench.study_coverage import SETTINGS, ballots, design_of
from eval_bench.study.piloting import FAILED, NOBODY, apart, assigned, majority, preferred, sight, votes
from eval_bench.study.results import decisions
from eval_bench.study.simulating import Person, people

PERFECT = [Person(1.0, 1.0, 0.0, 8.0)] * 6


def test_every_item_gets_different_people_and_everybody_as_many_items() -> None:
    who = assigned(100, 3, 7, np.random.default_rng(0))
    assert all(len(set(several)) == 3 for several in who.tolist())
    counts = np.bincount(who.ravel())
    assert counts.max() - counts.min() <= 1


def test_the_rule_over_arrays_is_that_of_real_results() -> None:
    rng = np.random.default_rng(4)
    setting = SETTINGS[3]
    n, crowd = setting.abilities * setting.items, setting.crowd(Random(0))
    truth, who = rng.random((n, 2)) < 0.6, assigned(n, 3, setting.people, rng)
    said = votes(truth, apart(n), who, crowd, rng)
    right, counts = majority(said)
    design = design_of(setting, rng)
    decided = decisions(design, ballots(said, who), range(1, setting.people + 1))
    for place, one in enumerate(design.asked):
        for side, name in enumerate(("base", "ours")):
            verdict = ("right" if right[place, side] else "wrong") if counts[place] else None
            assert decided[one.item, name].verdict == verdict
    assert 0 < counts.sum() < n


def test_careless_raters_do_not_count() -> None:
    lazy = [Person(1.0, 1.0, 0.0, 8.0, "always")] * 3
    right, counts = majority(
        votes(np.ones((5, 2), dtype=bool), apart(5), np.tile(np.arange(3), (5, 1)), lazy,
              np.random.default_rng(0))
    )  # fmt: skip
    assert not counts.any()


def test_what_both_models_said_in_the_same_words_is_asked_once() -> None:
    rng = np.random.default_rng(1)
    truth = np.repeat(rng.random((300, 1)) < 0.5, 2, axis=1)
    crowd = people(6, skill=0.7, rng=Random(0))
    said = votes(truth, np.zeros((300, 2), dtype=int), assigned(300, 3, 6, rng), crowd, rng)
    assert (said[:, 0] == said[:, 1]).all()


def test_of_sides_an_item_is_preferred_by_more_than_half_of_those_who_can_tell() -> None:
    said = np.array([[[1, 1, 1], [0, 0, 1]], [[1, 1, -1], [0, 1, 1]], [[-1, -1, -1], [0, 1, 1]]])
    wins, counts = preferred(said)
    assert wins.tolist() == [[1, 0], [0, 0], [0, 0]] and counts.tolist() == [True, True, False]


def test_raters_who_never_err_lose_nothing_and_worse_ones_see_less() -> None:
    rng = np.random.default_rng(0)
    truth = rng.random((400, 2)) < (0.5, 0.65)
    perfect = sight(("", "real", "other"), truth, apart(400), 1, "right", 3, [PERFECT] * 60, rng)
    assert perfect.decided == 1.0 and perfect.sharpness == 1.0
    assert perfect.seen == pytest.approx(perfect.difference, abs=0.02)
    crowds = [people(6, skill=0.7, rng=Random(n)) for n in range(60)]
    poor = sight(("", "real", "other"), truth, apart(400), 1, "right", 3, crowds, rng)
    assert poor.power < perfect.power and abs(poor.seen or 0) < abs(perfect.seen or 0)
    assert poor.smallest and perfect.smallest and poor.smallest > 1.2 * perfect.smallest
    assert poor.smallest_perfect == perfect.smallest_perfect


def test_what_failed_is_wrong_and_of_sides_worse_without_a_vote() -> None:
    rng = np.random.default_rng(0)
    whose = np.array([[0, NOBODY, 2], [0, 1, NOBODY], [0, 0, 2]])
    told = votes(np.ones((3, 3), dtype=bool), whose, assigned(3, 3, 6, rng), PERFECT, rng)
    assert (told[whose == NOBODY] == FAILED).all()
    right, counts = majority(told)
    assert right.tolist() == [[1, 0, 1], [1, 1, 0], [1, 1, 1]] and counts.all()
    sides = np.array([[[1, 0, NOBODY], [FAILED] * 3], [[FAILED] * 3, [FAILED] * 3]])
    wins, counts = preferred(sides)
    assert wins.tolist() == [[1, 0], [0, 0]] and counts.all()


def test_of_one_model_nothing_is_told_of_a_difference() -> None:
    truth = np.random.default_rng(0).random((50, 1)) < 0.6
    one = sight(("", "real", ""), truth, apart(50, 1), 0, "right", 3, [PERFECT] * 20, np.random.default_rng(0))
    assert one.width and (one.apart, one.difference, one.seen, one.power, one.smallest) == (None,) * 5
