from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from eval_bench.study.database import Database
from eval_bench.study.quality import quality
from eval_bench.study.results import decisions, excluded, found, marks
from eval_bench.study.types import VOTES, Ballot, Design, Statement
from tests.eval_bench.study.voted import AT, asked, ballots, design

ALL = {1, 2, 3}


def test_the_majority_decides_and_what_is_undecided_for_one_model_counts_for_none() -> None:
    d = design([asked(n) for n in range(6)])
    cast = ballots(
        {
            **{0: "1 1 0", 1: "0 0 0"},
            **{2: "1 1 1", 3: "1 0 cannot_tell"},
            **{4: "1 0 0", 5: "cannot_tell cannot_tell cannot_tell"},
            **{6: "bad_item bad_item 1", 7: "bad_item 1 bad_item"},
            **{8: "1 1 1", 9: "- - -"},
            **{10: "1 bad_item bad_item", 11: "0 0 bad_item"},
        }
    )
    told = decisions(d, cast, ALL)
    other = " on the answer of another model"
    assert [(one.verdict, one.why) for one in told.values()] == [
        ("right", "2 of 3 say right"),
        ("wrong", "3 of 3 say wrong"),
        (None, f"excluded: tie{other}"),
        (None, "excluded: tie"),
        (None, f"excluded: cannot tell{other}"),
        (None, "excluded: cannot tell"),
        (None, "excluded: bad item"),
        (None, "excluded: bad item"),
        (None, f"excluded: no vote yet{other}"),
        (None, "excluded: no vote yet"),
        ("right", "1 of 1 say right"),
        ("wrong", "2 of 2 say wrong"),
    ]
    one = list(excluded(d, cast, ALL))[0]
    assert (one.asked, one.decided, one.tied, one.cannot_tell, one.bad, one.waiting, one.short) == (6, 2, 1, 1, 1, 1, 0)
    assert [len(several) for several in marks(d, told).values()] == [5, 5]


def with_shared_and_failed(n: int) -> Design:
    """Of every three items the first asks of each model, the second of both at once, the third of ours alone."""
    items = [asked(number) for number in range(n)]
    statements, failed = [], []
    for number, one in enumerate(items):
        whose = {0: (("base",), ("ours",)), 1: (("base", "ours"),), 2: (("ours",),)}[number % 3]
        statements += [Statement(0, one.item, ("Red.",), (models,)) for models in whose]
        failed += [(one.item, "base")] if number % 3 == 2 else []
    told = tuple(replace(one, id=place) for place, one in enumerate(statements))
    return replace(design(items), statements=told, failed=tuple(failed))


def test_what_models_said_in_the_same_words_and_what_failed_has_its_verdict() -> None:
    d = with_shared_and_failed(3)
    told = decisions(d, ballots({0: "1 1 1", 1: "0 0 0", 2: "1 1 0", 3: "1 1 1"}), ALL)
    said = {(item[-1], model): (one.verdict, one.why) for (item, model), one in told.items()}
    assert said["1", "base"] == said["1", "ours"] == ("right", "2 of 3 say right")
    assert said["2", "base"] == ("wrong", "no answer")
    assert said["2", "ours"] == ("right", "3 of 3 say right")
    one = next(excluded(d, ballots({0: "1 1 -", 1: "0 0 0", 2: "1 1 0", 3: "1 1 1"}), ALL))
    assert (one.decided, one.short) == (3, 1)


def test_items_that_only_flagged_raters_decide_are_told() -> None:
    d = design([asked(0), asked(1)])
    one = next(excluded(d, ballots({0: "1 1 0", 1: "1 0 0", 2: "1 1 1", 3: "0 0 0"}), {2, 3}))
    assert (one.decided, one.tied, one.lost) == (1, 1, 1)


@st.composite
def voters(draw: st.DrawFn, d: Design) -> list[Ballot]:
    """Three raters, each of whom says of each statement anything or nothing."""
    rows = [(rater, s.id, draw(st.sampled_from(("", *VOTES[d.form])))) for rater in ALL for s in d.statements]
    return [Ballot(rater, statement, vote, None, AT, statement) for rater, statement, vote in rows if vote]


@settings(max_examples=60, deadline=None)
@given(voters(with_shared_and_failed(6)), st.randoms(use_true_random=False))
def test_verdicts_are_for_all_models_or_for_none_and_the_order_of_votes_is_nothing(
    cast: list[Ballot], random: Random
) -> None:
    d = with_shared_and_failed(6)
    told = decisions(d, cast, ALL)
    assert told == decisions(d, random.sample(cast, len(cast)), ALL)
    for number, one in enumerate(d.sample):
        base, ours = told[one.item, "base"], told[one.item, "ours"]
        assert (base.verdict is None) == (ours.verdict is None)
        assert number % 3 != 1 or replace(base, model="") == replace(ours, model="")
    one = next(excluded(d, cast, ALL))
    assert one.decided + one.tied + one.cannot_tell + one.bad + one.waiting == one.asked == 6
    assert one.decided == sum(one.verdict is not None for one in told.values()) / 2


def test_everything_is_found_in_the_file_of_a_study(tmp_path: Path) -> None:
    known = ("1", "0") * 6
    d = design([asked(n) for n in range(12)], known=known)
    db = Database.create(tmp_path / "studies/first/study.sqlite", d, {})
    for number in range(4):  # the first three look, the last one says right to everything
        with db.transaction():
            rater = db.invite(f"Rater {number}", 1e12)
            db.give(rater.id, [(s.id, False) for s in d.statements])
            for task in db.tasks(rater.id):
                s = d.statements[task.statement]
                right = s.known == "1" if s.kind == "attention" else s.id % 3 == 0
                vote = "bad_item" if s.id == 5 and number < 2 else "1" if right or number == 3 else "0"
                db.vote(task, vote, f"{number} {task.place}", 1000.0 + task.place, 4.0)
    told = found(db, draws=200)
    assert [one.rater for one in told.flagged] == ["r4"] and "6 of 12 attention" in told.flagged[0].flags[0]
    assert (told.people, told.votes, told.wanted, told.missing, told.median_seconds) == (4, 96, 72, 0, 4.0)
    assert [(one.asked, one.decided) for one in told.excluded] == [(12, 12)]
    base = next(one for one in told.both if one.model == "base")
    assert (base.without.k, base.without.n, base.everybody.k, base.everybody.n) == (4, 12, 4, 11)  # 2 bad, 0, 1: a tie
    one = told.conclusions[0]
    assert (one.first, one.second, one.without.n, one.everybody.n, told.excluded[0].lost) == ("base", "ours", 12, 11, 0)
    assert (one.without.first_only, one.without.second_only) == (4, 4)
    assert [(one.item, one.raters, one.of) for one in told.bad] == [("color-generated-000002", 2, 4)]
    assert quality(d, db.ballots())[0].unclear == ""
