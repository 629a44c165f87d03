from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench.report.analysis import analyse
from eval_bench.report.findings import ALWAYS_YES, MAJORITY, UNVALIDATED, Findings
from eval_bench.report.options import ReportConfig
from eval_bench.report.tables import rows
from eval_bench.stats.intervals import wilson
from synthgen.errors import UsageError
from tests.eval_bench.report.studies import answered, items, study


def report(folder: Path, models: str = "a b", **given: Any) -> Findings:
    found = [str(folder / name) for name in ("generated", "real") if (folder / name).exists()]
    options: dict[str, Any] = {"items": found, "answers": [str(folder / name) for name in models.split()], "draws": 500}
    config = ReportConfig(**(options | {"out": str(folder / "report")} | given))
    assert not list(config.mistakes())
    return analyse(config)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Ten items of two abilities, answered by two models: b alone is right on four, a alone on one."""
    several = study(tmp_path / "generated", items(5) + items(5, ability="food"))
    answered(tmp_path / "a", several, "rrrww" + "rwwuf")
    answered(tmp_path / "b", several, "rrrrr" + "wrrww")
    return tmp_path


def test_what_failed_or_was_not_understood_is_wrong_and_counted_apart(two: Path) -> None:
    found = report(two)
    cell = found.cell("a", "generated")
    assert cell
    assert (cell.right, cell.wrong, cell.unparsed, cell.failed, cell.missing) == (4, 4, 1, 1, 0)
    assert (cell.accuracy.k, cell.accuracy.n, cell.accuracy.value) == (4, 10, 0.4)
    assert (cell.accuracy.low, cell.accuracy.high) == wilson(4, 10)
    food = found.cell("a", "generated", "food")
    assert food and (food.accuracy.k, food.accuracy.n) == (1, 5)


def test_models_are_compared_on_the_items_that_both_answered(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(8))
    answered(tmp_path / "a", several, "rrrwwww.")
    answered(tmp_path / "b", several, "r.wrrrrr")
    found = report(tmp_path)
    pooled = next(one for one in found.comparisons if one.ability == "")
    told = pooled.pairs
    assert (told.n, told.both, told.first_only, told.second_only, told.neither) == (6, 1, 1, 4, 0)
    assert told.p == pytest.approx(0.375)
    assert told.difference and told.difference.value == 0.5
    assert any("b has not answered 1 of 8" in line for line in found.warnings)
    cell = found.cell("a", "generated")
    assert cell and (cell.accuracy.n, cell.missing) == (7, 1)


def test_holm_is_over_abilities_and_benchmarks_and_leaves_the_one_hypothesis_alone(tmp_path: Path) -> None:
    several = []
    for source in ("generated", "real"):
        some = [one for ability in ("color", "food", "hair") for one in items(8, source, ability)]
        several += study(tmp_path / source, some)
    answered(tmp_path / "a", several, "wwwwwwrr" * 6)
    answered(tmp_path / "b", several, "rrrrrrrr" * 6)
    found = report(tmp_path)
    roles = {(one.source, one.ability): one for one in found.comparisons}
    primary, secondary = roles["real", ""], roles["generated", ""]
    assert (primary.role, primary.family, primary.p_holm) == ("primary", 1, primary.pairs.p)
    assert (secondary.role, secondary.family) == ("secondary", 1)
    color = roles["real", "color"]
    assert (color.role, color.family) == ("exploratory", 6)
    assert color.pairs.p == 0.03125 and color.p_holm == pytest.approx(6 * 0.03125)
    assert found.hypothesis.tested and found.hypothesis.primary == "pooled_real"


def test_without_real_pictures_the_hypothesis_is_not_tested_and_nothing_takes_its_place(two: Path) -> None:
    found = report(two)
    assert not found.hypothesis.tested
    assert found.hypothesis.why_not == "there is no benchmark of real pictures"
    assert "primary" not in {one.role for one in found.comparisons}


def test_another_hypothesis_after_the_first_report_is_told_for_good(two: Path) -> None:
    assert report(two).hypothesis.changed == ""
    later = report(two, primary="pooled_generated").hypothesis
    assert later.tested and later.changed == "changed after results were seen (was pooled_real, scorer keyword)"
    assert report(two, primary="pooled_generated").hypothesis.changed == later.changed
    assert report(two).hypothesis.changed == ""


def test_a_report_on_items_that_nobody_looked_at_says_so_everywhere(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4, state="unvalidated"))
    answered(tmp_path / "a", several, "rrww")
    answered(tmp_path / "b", several, "rrrr")
    found = report(tmp_path)
    assert found.unvalidated == ("generated",)
    labelled = (*found.cells, *found.comparisons, *found.confusions, *found.gaps, *found.looking, *found.odd)
    assert labelled and {one.label for one in labelled} == {UNVALIDATED}
    assert f"python -m eval_bench validate items={tmp_path / 'generated'}" in found.next


def test_only_validated_items_headline_and_all_of_them_stand_beside(tmp_path: Path) -> None:
    mixed = items(6)
    mixed = [replace(one, state=s) for one, s in zip(mixed, ["accepted", "mended", *["unvalidated"] * 4], strict=True)]
    several = study(tmp_path / "generated", mixed)
    answered(tmp_path / "a", several, "rwrrrr")
    found = report(tmp_path, "a")
    headline, everything = found.cell("a", "generated"), found.cell("a", "generated", over="all")
    assert headline and (headline.accuracy.k, headline.accuracy.n, headline.label) == (1, 2, "")
    assert everything and (everything.accuracy.k, everything.accuracy.n, everything.label) == (5, 6, UNVALIDATED)
    assert [row.headline for row in found.rows] == [True, True, False, False, False, False]


def test_what_two_of_three_guess_without_a_picture_stays_out_of_the_headline(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4))
    answered(tmp_path / "a", several, {"shown": "rrww", "none": "rrww"})
    answered(tmp_path / "b", several, {"shown": "rrrw", "none": "rwww"})
    answered(tmp_path / "c", several, {"none": "wrrw"})
    found = report(tmp_path, text_only=[str(tmp_path / "c")])
    assert found.guessable.answerers == ("a", "b", "c") and found.guessable.enough
    assert found.guessable.flagged == (several[0].id, several[1].id)
    assert found.guessable.by_ability == (("color", 2),) and found.guessable.by_style == (("wh", 2),)
    without, including = found.cell("b", "generated"), found.cell("b", "generated", over="with_flagged")
    assert without and including
    assert (without.accuracy.k, without.accuracy.n) == (1, 2)
    assert (including.accuracy.k, including.accuracy.n) == (3, 4)
    assert next(iter(found.comparisons)).pairs.n == 2


def test_two_text_only_answerers_flag_nothing_and_the_report_says_what_to_do(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4))
    answered(tmp_path / "a", several, {"shown": "rrww", "none": "rrrr"})
    answered(tmp_path / "b", several, {"shown": "rrrw", "none": "rrrr"})
    found = report(tmp_path)
    assert found.guessable.flagged == () and not found.guessable.enough
    assert any("2 text-only answerers" in line for line in found.warnings)
    assert any("eval_bench answer" in line for line in found.next)


def test_what_stays_should_ask_for_yes_as_often_as_for_no(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(7, style="yes") + items(3, style="no"))
    answered(tmp_path / "a", several, "r" * 10)
    found = report(tmp_path, "a")
    assert (found.guessable.yes, found.guessable.no) == (7, 3)
    assert any("7 ask for a yes and 3 for a no" in line for line in found.warnings)


def test_baselines_stand_beside_the_models_on_the_same_items(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(3, style="yes") + items(2, style="no"))
    answered(tmp_path / "a", several, {"shown": "rrrrw", "none": "rwwww", "swapped": "wwwwr"})
    found = report(tmp_path, "a")
    always, most = (found.cell(name, "generated", picture="none") for name in (ALWAYS_YES, MAJORITY))
    assert always and (always.accuracy.k, always.accuracy.n) == (3, 5)
    assert most and most.accuracy.n == 5
    blind, swapped = found.looking
    assert (blind.picture, blind.pairs.second_only, blind.pairs.first_only) == ("none", 3, 0)
    assert (swapped.picture, swapped.pairs.second_only, swapped.pairs.first_only) == ("swapped", 4, 1)


def test_a_baseline_that_was_not_measured_is_told_with_the_command(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(4))
    answered(tmp_path / "a", several, {"shown": "rrrr", "none": "----"})
    found = report(tmp_path, "a")
    assert found.looking == ()
    assert any("answered without pictures is not scored" in line for line in found.warnings)
    assert any("not asked with swapped pictures" in line for line in found.warnings)
    assert any(line.endswith("name=a pictures=[swapped]") for line in found.next)


def test_seen_and_held_out_subjects_and_styles_have_figures_of_their_own(tmp_path: Path) -> None:
    some = items(2, held_out=True) + items(3, ability="food", held_out=False) + items(2, ability="hair", held_out=None)
    several = study(tmp_path / "generated", some + items(1, style="yes", held_out=None))
    answered(tmp_path / "a", several, "rw" + "rrr" + "ww" + "r")
    found = report(tmp_path, "a")
    parts = {
        part: found.cell("a", "generated", part=part) for part in ("seen", "held_out", "yes_no", "wh", "either_or")
    }
    told = {part: cell and (cell.accuracy.k, cell.accuracy.n) for part, cell in parts.items()}
    assert told == {"seen": (3, 3), "held_out": (1, 2), "yes_no": (1, 1), "wh": (4, 7), "either_or": None}


def test_the_gap_is_generated_minus_real_and_abilities_correlate(tmp_path: Path) -> None:
    several = []
    for source in ("generated", "real"):
        some = [one for ability in ("color", "food", "hair") for one in items(4, source, ability)]
        several += study(tmp_path / source, some)
    answered(tmp_path / "a", several, "rrrr" + "rrrw" + "rrww" + "rrrw" + "rrww" + "rwww")
    found = report(tmp_path, "a")
    gaps = {gap.ability: gap.difference.value for gap in found.gaps}
    assert gaps == {"": 0.25, "color": 0.25, "food": 0.25, "hair": 0.25}
    assert found.correlations[0].abilities == 3 and found.correlations[0].pearson == pytest.approx(1)


def test_answers_to_items_that_were_changed_since_are_left_out(two: Path) -> None:
    path = two / "generated" / "verdicts.jsonl"
    path.write_text('{"item": "color-generated-wh-000000", "state": "mended", "question": "Which color is it?"}\n')
    found = report(two)
    cell = found.cell("a", "generated")
    assert cell and (cell.accuracy.n, cell.missing) == (9, 1)
    assert any("as they were before" in line for line in found.warnings)


def test_marks_that_are_older_than_a_mended_item_are_none(two: Path) -> None:
    path = two / "generated" / "verdicts.jsonl"
    path.write_text('{"item": "color-generated-wh-000000", "state": "mended", "accept": ["purple"]}\n')
    found = report(two)
    cell = found.cell("a", "generated")
    assert cell and (cell.accuracy.k, cell.accuracy.n, cell.unmarked) == (3, 9, 1)
    assert any("says nothing of 1 answers of a" in line for line in found.warnings)
    assert f"python -m eval_bench score answers={two / 'a'} scorer=keyword" in found.next


def test_what_pretends_is_told(tmp_path: Path) -> None:
    several = study(tmp_path / "generated", items(2), embedded=["renderer"])
    answered(tmp_path / "a", several, "rr", embedded=True, model="a toy that is right on 7 of 10")
    told = " ".join(report(tmp_path, "a").embedded)
    assert "a toy that is right on 7 of 10" in told and "not photographs" in told


def test_costs_are_unknown_unless_every_answer_tells_them(two: Path) -> None:
    cost = report(two).costs[0]
    assert (cost.answers, cost.failed, cost.tokens_in, cost.usd, cost.seconds) == (9, 1, 81, None, 5.0)
    assert cost.tokens_out is None


def test_one_model_alone_is_told_what_a_comparison_could_show(two: Path) -> None:
    found = report(two, "a")
    assert found.comparisons == () and found.hypothesis.why_not == "there is no benchmark of real pictures"
    pooled = found.visible[0]
    assert (pooled.ability, pooled.n, pooled.discordant, pooled.at_observed) == ("", 10, None, None)


def test_the_files_of_rows_have_one_for_each_answer_and_one_for_each_accuracy(two: Path) -> None:
    found = report(two)
    tables = rows(found)
    assert len(tables["items"]) == 20 and len(tables["cells"]) == len(found.cells)
    failed = next(row for row in tables["items"] if row["failed"])
    assert (failed["verdict"], failed["failed"], failed["text"]) == ("wrong", "server error", "")
    assert {"n", "accuracy", "low", "high", "clustered_low"} <= set(tables["cells"][0])


def test_the_papers_figures_are_shown_only_if_asked_for(two: Path) -> None:
    assert report(two).paper == ()
    found = {(one.ability, one.source): one for one in report(two, paper=True).paper}
    assert len(found) == 24
    assert (found["plant", "generated"].baseline, found["plant", "generated"].ours) == (0.22, 0.52)
    assert found["color", "real"].measured and not found["hair", "real"].measured
    for source, means in (("generated", (0.58, 0.733)), ("real", (0.557, 0.65))):
        mine = [one for one in found.values() if one.source == source]
        assert sum(one.baseline for one in mine) / 12 == pytest.approx(means[0], abs=1e-3)
        assert sum(one.ours for one in mine) / 12 == pytest.approx(means[1], abs=1e-3)


def test_one_seed_gives_one_report(two: Path) -> None:
    assert report(two) == report(two)


def test_answers_that_nobody_scored_are_refused_with_the_command(two: Path) -> None:
    (two / "b" / "marks" / "keyword.jsonl").unlink()
    with pytest.raises(UsageError, match=f"python -m eval_bench score answers={two / 'b'}"):
        report(two)


def test_answers_to_other_items_are_refused(two: Path, tmp_path: Path) -> None:
    other = study(tmp_path / "other", items(3, ability="hair"))
    answered(tmp_path / "c", other, "rrr")
    with pytest.raises(UsageError, match="answers none of these items"):
        report(two, "a c")


def test_a_text_only_answerer_that_has_seen_pictures_is_refused(two: Path) -> None:
    with pytest.raises(UsageError, match="no answers without pictures"):
        report(two, "a", text_only=[str(two / "b")])
