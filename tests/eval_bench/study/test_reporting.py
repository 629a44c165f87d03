import json
import sqlite3
from pathlib import Path

import pytest

from eval_bench import answers
from eval_bench.report import words
from eval_bench.report.findings import Findings
from eval_bench.study.database import Database
from eval_bench.study.reporting import reported
from eval_bench.study.result_options import ResultsConfig
from eval_bench.types import Answer
from synthgen.errors import UsageError
from tests.eval_bench.commands.test_study_results import ALL, Voted, verdicts, voted
from tests.eval_bench.study.voting import cast

__all__ = ["voted"]


def found(db: Database) -> Findings:
    return reported(db, ResultsConfig(study=str(db.path.parent), draws=200))


def test_a_look_before_the_end_is_told_for_good(voted: Voted) -> None:
    db = voted({n: said.rpartition(" ")[0] for n, said in ALL.items() if n != 0})
    study = found(db).study
    assert study and study.early
    assert words.early(study).startswith("Results are seen before all votes are in, now, at 14 of 24 votes: whoever")
    cast(db, {n: "1" for n in range(8)})
    cast(db, {0: "0 1"})
    study = found(db).study
    assert study and study.early and (study.votes, study.wanted) == (24, 24)
    assert "at 14 of 24 votes (20" in words.early(study) and "now, at" not in words.early(study)
    assert [votes for _, votes, _ in db.looks()] == [14, 24]


def test_votes_beyond_those_that_are_wanted_stand_for_no_others(voted: Voted) -> None:
    study = found(voted({n: "1 1 1 1" if n else "1 1 -" for n in range(8)})).study
    assert study and study.early and (study.votes, study.wanted, study.missing) == (30, 24, 1)
    assert "now, at 23 of 24 votes" in words.early(study)


def test_without_a_vote_there_is_nothing_to_see_and_no_look_is_written_down(tmp_path: Path, voted: Voted) -> None:
    db = voted({0: "-"})
    with pytest.raises(UsageError, match="nobody has voted on an item yet"):
        found(db)
    assert list(db.looks()) == [] and "human" not in answers.load(tmp_path / "base").marks
    cast(db, {0: "1"})
    with pytest.raises(UsageError, match="no item has a vote on every model's answer yet"):
        found(db)


def test_where_everybody_is_flagged_that_is_said(voted: Voted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval_bench.study.quality.FEWEST_TIMES", 8)
    db = voted({0: "-"})
    cast(db, ALL, seconds=0.4)
    with pytest.raises(UsageError, match="all 3 raters are flagged, no vote counts; r2: 100% of votes within 1.5"):
        found(db)
    cast(db, {n: said[-1] for n, said in ALL.items()})
    f = found(db)
    assert "Votes of one rater alone count. With the votes of 3 flagged raters, too" in words.headline(f)


def test_votes_on_other_words_are_counted_and_left_out(tmp_path: Path, voted: Voted) -> None:
    db = voted(ALL)
    first = db.design.asked[0]
    answers.add(tmp_path / "ours", [Answer(first.item, first.key, "Asked again, it says this.", "ours")])
    f = found(db)
    assert f.warnings[0].startswith("1 of the study's 6 items") and "6 votes on them are left out" in f.warnings[0]
    assert len(verdicts(tmp_path / "base")) == 5
    assert f.study and f.study.excluded[0].asked == 5 and f.study.both[0].without.n == 5
    lines = (db.path.parent / "results/raw_votes.csv").read_text().splitlines()[1:]
    assert len(lines) == 24 and sum(line.endswith(",0") for line in lines) == 6
    assert all(line.endswith(",0") for line in lines if line.startswith(first.item))


def test_spaces_and_control_characters_are_no_other_words(tmp_path: Path, voted: Voted) -> None:
    db = voted(ALL)
    first = db.design.asked[0]
    said = answers.load(tmp_path / "ours").by_picture["shown"][first.item].text
    answers.add(tmp_path / "ours", [Answer(first.item, first.key, f" {said.replace(' ', '  ')}\x07\n", "ours")])
    study = found(db).study
    assert study and study.excluded[0].asked == 6


@pytest.mark.parametrize("change", [{"state": "refused"}, {"state": "mended", "question": "Which color has it?"}])
def test_an_item_that_is_refused_or_asks_something_else_is_left_out(
    tmp_path: Path, voted: Voted, change: dict[str, str]
) -> None:
    db = voted(ALL)
    (tmp_path / "generated/verdicts.jsonl").write_text(json.dumps({"item": db.design.asked[3].item, **change}) + "\n")
    f = found(db)
    assert "3 votes on them are left out" in f.warnings[0]
    cell = f.cell("ours", "generated")
    assert cell and (cell.accuracy.n, cell.missing) == (5, 0)


def test_an_item_whose_keywords_are_mended_keeps_its_votes(tmp_path: Path, voted: Voted) -> None:
    db = voted(ALL)
    line = {"item": db.design.asked[0].item, "state": "mended", "accept": ["crimson", "red"]}
    (tmp_path / "generated/verdicts.jsonl").write_text(json.dumps(line) + "\n")
    cell = found(db).cell("ours", "generated")
    assert cell and cell.accuracy.n == 6


def test_every_scorer_is_told_over_the_items_of_the_study_alone(voted: Voted) -> None:
    f = found(voted({n: ALL[n] for n in range(5)}, count=4))
    cells = [f.cell("ours", "generated", scorer=scorer) for scorer in ("human", "keyword")]
    assert [cell and cell.accuracy.n for cell in cells] == [4, 4]


def test_a_design_that_somebody_changed_afterwards_is_refused(voted: Voted) -> None:
    db = voted(ALL)
    with sqlite3.connect(db.path) as sql:
        sql.execute(
            "UPDATE meta SET value = replace(value, 'pooled_generated', 'color_generated') WHERE name = 'design'"
        )
    with pytest.raises(UsageError, match="somebody changed the design since the study was made"):
        found(db)


def test_a_hypothesis_that_is_not_the_designs_is_refused(voted: Voted) -> None:
    db = voted(ALL)
    found(db)
    path = db.path.parent / "results/hypothesis.json"
    assert json.loads(path.read_text()) == {"primary": "pooled_generated", "scorer": "human"}
    path.write_text('{"primary": "color_generated", "scorer": "human"}')
    with pytest.raises(UsageError, match="fixed pooled_generated before its first vote"):
        found(db)


def test_a_study_of_items_that_nobody_validated_stays_over_all_of_them(tmp_path: Path, voted: Voted) -> None:
    db = voted(ALL)
    states = {one.item: "unvalidated" for one in db.design.asked[1:]}  # since then somebody has accepted the first
    lines = [json.dumps({"item": item, "state": state}) + "\n" for item, state in states.items()]
    (tmp_path / "generated/verdicts.jsonl").write_text("".join(lines))
    f = found(db)
    cell = f.cell("ours", "generated")
    assert f.study and cell and cell.accuracy.n == f.study.both[0].without.n == f.study.excluded[0].decided == 6
    assert f.unvalidated == ("generated",) and cell.label == "unvalidated items"
