from dataclasses import replace

from eval_bench.study.results import decisions, excluded, marks
from tests.eval_bench.study.voted import asked, ballots, design

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
    found = decisions(d, cast, ALL)
    told = {
        (d.asked[n].item, m): (found[d.asked[n].item, m].verdict, found[d.asked[n].item, m].why)
        for n in range(6)
        for m in ("base", "ours")
    }
    other = " on the answer of another model"
    assert list(told.values()) == [
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
    assert [len(several) for several in marks(d, found).values()] == [5, 5]


def test_an_answer_that_failed_is_wrong_without_votes() -> None:
    d = design([asked(0), asked(1)])
    item = d.asked[0].item
    d = replace(d, failed=((item, "base"),), statements=tuple(s for s in d.statements if s.id != 0))
    d = replace(d, statements=tuple(replace(s, id=n) for n, s in enumerate(d.statements)))
    found = decisions(d, ballots({0: "1 1 1", 1: "1 1 1", 2: "0 0 0"}), ALL)
    assert [(one.verdict, one.why) for one in found.values()][:2] == [
        ("right", "3 of 3 say right"),
        ("wrong", "no answer"),
    ]
