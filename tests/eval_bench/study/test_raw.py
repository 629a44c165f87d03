import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.benchmark import load
from eval_bench.study.quality import quality
from eval_bench.study.raw import raw, votes
from eval_bench.study.results import decisions, marks
from eval_bench.study.types import Model, Statement
from eval_bench.types import Answer
from eval_bench.votes import harmless, plain
from tests.eval_bench.items import benchmark, item
from tests.eval_bench.study.voted import asked, ballots, design


def test_score_makes_of_the_votes_the_marks_of_the_study(tmp_path: Path) -> None:
    bench = benchmark(tmp_path / "bench", [item(n) for n in range(6)])
    names = ("=base", "ours")
    for name in names:
        folder = tmp_path / "answers" / name
        answers.write_about(folder, {"items": [{"folder": str(bench.folder), "version": bench.version}]})
        failed = {0: "refused"} if name == "=base" else {}
        several = [Answer(i.id, i.key, "red", name, failed=failed.get(n, "")) for n, i in enumerate(bench.items)]
        answers.add(folder, several)
    items = [asked(n, key=i.key, standard=i.standard) for n, i in enumerate(bench.items)]
    statements = [(items[0], ("ours",)), (items[1], names), *((one, (name,)) for one in items[2:] for name in names)]
    d = replace(
        design(items),
        models=tuple(Model(name, f"answers/{name}") for name in names),
        statements=tuple(Statement(n, a.item, ("red",), (whose,)) for n, (a, whose) in enumerate(statements)),
        failed=((items[0].item, "=base"),),
    )
    cast = ballots(
        {0: "1 1 0", 1: "1 0 0", 2: "1 1 1", 3: "1 0 -", 4: "bad_item bad_item 1", 5: "1 1 bad_item"}
        | {6: "0 0 1", 7: "cannot_tell 1 1", 8: "1 1 1"}
    )
    told = quality(d, cast)
    path = tmp_path / "votes.csv"
    path.write_text(votes(d, cast, told))
    made = marks(d, decisions(d, cast, {1, 2, 3}))
    for name in names:
        folder = tmp_path / "answers" / name
        assert main(["score", f"answers=['{folder}']", "scorer=human", f"scorer.path={path}"]) == 0
        assert list(answers.load(folder).marks["human"]["shown"].values()) == made[name]
    assert {mark.verdict for mark in made["ours"]} == {"right", "wrong", None} and len(made["ours"]) == 5
    assert load(bench.folder).items[0].standard == made["ours"][0].standard


def test_raw_votes_name_nobody_and_no_clock_and_run_in_no_spreadsheet() -> None:
    d = design([asked(0)], known=("0",))
    models = (("@base", "ours"),)
    d = replace(d, statements=(replace(d.statements[0], models=models), *d.statements[1:]))
    cast = ballots({0: "1", 2: "0"}) + ballots({1: "0"}, changes=2)
    cast[2] = replace(cast[2], at="2026-03-02T01:00:00.000+00:00", seconds=None)
    text = raw(d, cast, quality(d, cast))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["model"] for row in rows] == ["'@base+ours", "ours", ""]
    assert [row["day"] for row in rows] == ["0", "1", "0"] and "2026" not in text and ":" not in text
    assert [(row["kind"], row["known"], row["counted"]) for row in rows] == [
        *(("item", "", "1"), ("item", "", "1"), ("attention", "0", "0"))
    ]
    assert [(row["seconds"], row["changes"], row["rater"]) for row in rows][1] == ("", "2", "r1")


@given(st.text())
def test_what_is_made_harmless_is_read_back_and_begins_as_no_formula(text: str) -> None:
    assert plain(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("form", ["sides", "right"])
def test_sides_have_no_votes_on_right_and_wrong_and_waiting_items_none_yet(form: str) -> None:
    d = design([asked(0)], form)
    cast = ballots({0: "first first"} if form == "sides" else {0: "1 1"})
    assert votes(d, cast, quality(d, cast)) == "item,model,rater,vote\n"
