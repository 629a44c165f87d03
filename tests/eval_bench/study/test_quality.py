from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.study_quality import judged, study
from eval_bench.study.careless import fails
from eval_bench.study.quality import quality
from eval_bench.study.types import VOTES, Ballot
from tests.eval_bench.study.voted import AT, asked, ballots, design


def test_figures_of_a_rater_are_those_counted_by_hand() -> None:
    d = design([asked(0), asked(1)], known=("1", "0"))
    cast = ballots({0: "1 1 0", 1: "1 0 0", 2: "0 0 cannot_tell", 3: "1 1 1", 4: "1 1 1", 5: "1 0 0"})
    cast = [replace(one, seconds=1.0 if one.statement == 0 else 3.0, changes=int(one.statement == 3)) for one in cast]
    one = quality(d, cast, {1: 9})[0]
    assert (one.rater, one.votes, one.asked, one.attention.k, one.attention.n) == ("r1", 4, 9, 1, 2)
    assert one.agreement == pytest.approx(4 / 7)  # 1 of 2, 0 of 2, 1 of 1, 2 of 2
    assert one.kappa == pytest.approx(6 / 27)  # 28 of 49 agree; (6 x 3 + 1 x 4) of 49 would by chance
    assert one.leniency == pytest.approx((1 / 2 + 1 + 0 + 0) / 4)
    assert (one.seconds, one.hasty, one.changed) == (3.0, 0.25, 1)
    assert one.drift == pytest.approx(1 - 1 / 4)
    assert (one.flags, one.unclear) == ((), "too few votes to tell whether they look")


def test_too_few_attention_items_passed_flag_those_who_never_can_tell() -> None:
    assert not fails(0, 0) and not fails(0, 4) and fails(0, 5) and not fails(7, 10)
    d = design([asked(0)], known=("1", "0") * 5)
    cast = ballots({n: "cannot_tell" for n in range(12)})
    assert quality(d, cast)[0].flags == ("0 of 10 attention items passed",)


def test_votes_that_nobody_could_have_looked_for_are_flagged_by_their_speed() -> None:
    d = design([asked(n) for n in range(6)])
    cast = [replace(one, seconds=0.8) for one in ballots({n: "1" for n in range(12)})]
    assert quality(d, cast)[0].flags == ("100% of votes within 1.5 seconds",)
    assert quality(d, [replace(one, seconds=None) for one in cast])[0].flags == ()


@pytest.mark.parametrize("kind", ["at random", "always right", "always wrong", "alternates", "collude"])
def test_careless_raters_are_flagged_and_honest_ones_are_not(kind: str) -> None:
    told: Counter[tuple[str, str]] = Counter()
    for repeat in range(4):
        told.update(judged(((300, 6, 0.75, repeat), kind)))
    careless = sum(n for (who, _), n in told.items() if who == kind)
    assert told[kind, "flagged"] >= 0.9 * careless
    assert told["honest", "flagged"] == 0


def test_raters_of_80_in_100_are_not_flagged_either() -> None:
    flagged = 0
    for repeat in range(20):
        d, cast, _ = study((300, 6, 0.75, repeat), "nobody", skill=(0.8, 0.8))
        flagged += sum(bool(one.flags) for one in quality(d, cast))
    assert flagged <= 2  # of 120


@pytest.mark.parametrize("form, votes", [("grades", ("5", "2")), ("sides", ("first", "second"))])
def test_attention_items_of_other_forms_flag_who_always_says_the_same(form: str, votes: tuple[str, str]) -> None:
    known = ("first", "second") * 8 if form == "sides" else ("1", "0") * 8
    d = design([asked(0)], form, known)
    places = [s.id for s in d.statements if s.kind == "attention"]
    careful = [votes[n % 2] for n in range(16)]
    cast = [Ballot(1, s, vote, None, AT, n) for n, (s, vote) in enumerate(zip(places, careful, strict=True))]
    cast += [Ballot(2, s, votes[0], None, AT, n) for n, s in enumerate(places)]
    assert [bool(one.flags) for one in quality(d, cast)] == [False, True]


def test_a_strict_grader_who_looks_is_not_flagged() -> None:
    d = design([asked(n) for n in range(40)], "grades", ("1", "0") * 4)
    cast = []
    for rater, grades in ((1, ("5", "1")), (2, ("4", "2")), (3, ("4", "1")), (4, ("3", "1"))):
        for s in d.statements:
            right = s.known == "1" if s.kind == "attention" else s.id % 3 > 0
            cast.append(Ballot(rater, s.id, grades[0] if right else grades[1], None, AT, s.id))
    attentive = [one for one in cast if one.rater < 4 or d.statements[one.statement].kind == "item"]
    assert [one.flags for one in quality(d, attentive)] == [()] * 4


@settings(max_examples=30, deadline=None)
@given(st.randoms(), st.sampled_from(["right", "grades", "sides"]))
def test_the_order_of_votes_changes_nothing(random: Random, form: str) -> None:
    d = design([asked(n) for n in range(4)], form, ("first", "second") if form == "sides" else ("1", "0"))
    cast = [Ballot(r, s.id, random.choice(VOTES[d.form]), None, AT, s.id) for r in (1, 2, 3) for s in d.statements]
    mixed = random.sample(cast, len(cast))
    assert quality(d, mixed) == quality(d, cast)
