"""What a report says of a study, from figures that are chosen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench.report import people, words
from eval_bench.report.figures.people import raters
from eval_bench.report.findings import Findings
from eval_bench.report.measures import Interval, Paired, Share
from eval_bench.report.sections import scorers
from eval_bench.report.shares import share
from eval_bench.stats.paired import mcnemar
from eval_bench.study.findings import Both, Conclusion, Excluded, Quality, StudyFindings, TwoWay
from tests.eval_bench.report.studies import answered, items, study
from tests.eval_bench.report.test_analysis import report
from tests.eval_bench.report.test_saying import marked

AT = "2026-03-01T09:30:12.345+00:00"


def quality(name: str, passed: int, agreement: float | None, *flags: str) -> Quality:
    told: dict[str, Any] = {"kappa": None, "leniency": -0.1, "seconds": 4.2, "hasty": 0.0, "drift": None, "changed": 1}
    return Quality(name, 10, 12, share(passed, 4, 0.95), agreement, **told, flags=flags)


def of(first: int, second: int) -> Paired:
    """Of ten items: so many right by the first alone, and by the second."""
    value = Interval((second - first) / 10, None, None)
    return Paired(10, 2, first, second, 8 - first - second, value, None, mcnemar(first, second))


def studied(**other: Any) -> StudyFindings:
    made: dict[str, Any] = {
        "name": "first",
        "folder": "studies/first",
        "hash": "0123456789abcdef",
        "made": AT,
        "form": "right",
        "simulated": "",
        "raters_per_item": 3,
        "reference": True,
        "people": 3,
        "votes": 30,
        "wanted": 30,
        "missing": 0,
        "looks": (),
        "quality": (
            quality("r1", 4, 0.9),
            quality("r2", 3, 0.8),
            quality("r3", 0, 0.4, "passed 0 of 4 attention items"),
        ),
        "excluded": (Excluded("generated", 8, 5, 1, 1, 0, 1, 2, 0, 1),),
        "two_way": (
            TwoWay("a", "", "", "generated", 5, 3, Interval(0.6, 0.25, 0.9)),
            TwoWay("", "a", "b", "generated", 5, 3, Interval(0.2, -0.1, 0.5)),
        ),
        "both": (Both("a", "generated", share(3, 5, 0.95), share(2, 5, 0.95)),),
        "conclusions": (Conclusion("a", "b", "generated", "", of(1, 6), of(1, 5)),),
        "preferences": (),
        "grades": (),
        "bad": (),
        "median_seconds": 4.2,
    }
    return StudyFindings(**(made | other))


@pytest.fixture
def found(tmp_path: Path) -> Findings:
    """By people, of two models."""
    several = study(tmp_path / "generated", items(6))
    for name, verdicts in (("a", "rrwww-"), ("b", "rrrww-")):
        answered(tmp_path / name, several, "rrwwwr")
        marked(tmp_path / name, several, "human", verdicts, [{}] * 6)
    return report(tmp_path, headline="human", primary="pooled_generated")


def rows(f: Findings, name: str) -> list[list[str]]:
    return [list(row) for table in people.tables(f) if table.name == name for row in table.rows]


def test_a_report_without_a_study_has_none_of_its_tables(found: Findings) -> None:
    assert list(people.tables(found)) == [] and "fixed" not in words.headline(found)


def test_flagged_raters_are_told_with_the_reason_and_without_a_name(found: Findings) -> None:
    f = replace(found, study=studied())
    told = rows(f, "raters")
    assert [row[-1] for row in told] == ["yes", "yes", "no: passed 0 of 4 attention items"]
    assert told[0] == ["r1", "10 of 12", "4 of 4", "90 %", "undefined", "-10", "4.2", "0 %", "not scored", "1", "yes"]
    unclear = replace(quality("r1", 4, None), unclear="too few votes to tell")
    assert rows(replace(f, study=studied(quality=(unclear,))), "raters")[0][-1] == "yes (too few votes to tell)"
    assert ["raters", "3 people; the votes of 1 do not count"] in rows(f, "study")
    assert raters(f) is not None and raters(replace(f, study=studied(quality=studied().quality[:2]))) is None


def test_two_way_intervals_stand_beside_those_of_items_alone(found: Findings) -> None:
    model, difference = rows(replace(found, study=studied()), "sure")
    assert model == ["a", "generated", "60 % (23 to 88)", "5", "40 % (12 to 77)", "5", "60 % (25 to 90)", "3"]
    assert difference[:2] == ["b minus a, points", "generated"] and difference[3:6] == ["5", "+40", "10"]
    assert difference[2].startswith("+20 (") and difference[-2:] == ["+20 (-10 to +50)", "3"]


def test_the_conclusion_stands_without_and_with_flagged_raters(found: Findings) -> None:
    f = replace(found, study=studied())
    assert rows(f, "conclusions") == [
        ["a", "b", "all abilities", "generated", "10", "6", "1", "0.125", "10", "5", "1", "0.219"]
    ]
    told = " With the votes of 1 flagged rater, too: b is right alone on 5 items, a on 1, p = 0.219, not significant."
    assert told in words.headline(f)
    nobody = replace(f, study=studied(quality=studied().quality[:2]))
    assert rows(nobody, "conclusions") == [] and "flagged" not in words.headline(nobody)


def test_what_was_left_out_is_counted(found: Findings) -> None:
    assert rows(replace(found, study=studied()), "excluded") == [
        ["generated", "8", "5", "1", "1", "0", "1", "2", "0", "1"]
    ]


@pytest.mark.parametrize(
    ("votes", "looks", "early"),
    [
        (30, [], ""),
        (30, [(AT, 30, 30)], ""),
        (29, [], "now, at 29 of 30 votes"),
        (29, [(AT, 29, 30)], "in, now, at 29 of 30 votes"),
        (30, [(AT, 12, 30), (AT, 30, 30)], "in, at 12 of 30 votes (2026-03-01 09:30 UTC): whoever"),
        (20, [(AT, n, 30) for n in (5, 6, 7, 8)], "2 more before; at 7 of 30"),
    ],
)
def test_looks_before_the_end_are_told(votes: int, looks: list[tuple[str, int, int]], early: str) -> None:
    one = studied(votes=votes + 4, missing=30 - votes, looks=tuple(looks))
    assert one.early is bool(early)
    assert early in words.early(one) and bool(words.early(one)) is bool(early)


def test_a_hypothesis_that_was_changed_is_told_in_the_headline(found: Findings) -> None:
    changed = replace(found.hypothesis, changed="changed after results were seen (was pooled_real, scorer keyword)")
    told = words.headline(replace(found, hypothesis=changed))
    assert told.endswith("The hypothesis was changed after results were seen (was pooled_real, scorer keyword).")


def test_people_stand_first_beside_other_scorers(found: Findings, tmp_path: Path) -> None:
    table = scorers(found)
    assert table.rows[0][:7] == ["human", "keyword", "all", "4", "1", "0", "5"]
    assert table.rows[0][7:] == ["80 % (38 to 96)", "100 % (57 to 100)"]
    keyword = scorers(report(tmp_path, headline="keyword"))
    assert keyword.rows[0] == table.rows[0]


def test_a_report_by_people_asks_for_nothing_that_people_never_do(found: Findings) -> None:
    assert not any("scorer=human" in line or "pictures=[none]" in line and "name=a" in line for line in found.next)
    assert not any("not scored" in line or "baseline" in line for line in found.warnings)
    assert any("1 answers of a are excluded" in line for line in found.warnings)


def test_a_judge_that_was_not_asked_about_baselines_is_told_with_all_its_pictures(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(3))
    answered(tmp_path / "a", several, {"shown": "rrw", "none": "www"}, "keyword")
    marked(tmp_path / "a", several, "judge", "rrw", [{}] * 3)
    lines = report(tmp_path, "a", headline="judge").next
    assert f"python -m eval_bench score answers={tmp_path / 'a'} scorer=judge pictures=[shown,none]" in lines


def test_a_share_of_nothing_is_not_scored() -> None:
    assert words.rate(None, 0) == "not scored" and words.share(Share(0, 0, None, None, None)) == "not scored"
    assert words.grade(Interval(3.5, None, None)) == "3.50" and words.grade(Interval(0.5, 0.25, 1), "+") == (
        "+0.50 (+0.25 to +1.00)"
    )
