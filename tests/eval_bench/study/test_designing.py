"""Studies made of real folders of items and answers."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from eval_bench.benchmark import load
from eval_bench.rows import append
from eval_bench.study.designing import design_of, made, remarks
from eval_bench.study.options import StudyConfig
from eval_bench.study.sampling import plain
from eval_bench.types import Answer
from synthgen.errors import UsageError
from tests.eval_bench.pages.serving import ROOT
from tests.eval_bench.study.toys import MODELS, answer, config, items


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_study_holds_each_answer_once_with_all_who_said_it(tmp_path: Path) -> None:
    bench = items(tmp_path, 4)
    one = answer(tmp_path, bench, "one", ["red", " It is\r\n green.\x1b[2J", "blue", ""])
    two = answer(tmp_path, bench, "two", ["red ", "It is green.[2J", "pink", "yellow"])
    design, pictures = design_of(StudyConfig([bench], [one, two], attention=0, calibration=0))
    said = [(s.texts, s.models) for s in design.statements]
    assert said == [
        (("red",), (("one", "two"),)),
        (("It is\n green.[2J",), (("one", "two"),)),
        (("blue",), (("one",),)),
        (("pink",), (("two",),)),
        (("yellow",), (("two",),)),
    ]
    assert design.failed == ((load(bench).items[3].id, "one"),)
    assert [s.id for s in design.statements] == list(range(5))
    assert list(pictures) == [one.item for one in design.asked]


def test_of_sides_equal_answers_are_ties_and_missing_ones_are_not_asked(tmp_path: Path) -> None:
    bench = items(tmp_path, 4)
    one = answer(tmp_path, bench, "one", ["red", "green", "", ""])
    two = answer(tmp_path, bench, "two", ["red", "blue", "pink", ""])
    design, _ = design_of(StudyConfig([bench], [one, two], form="sides", attention=0, calibration=0))
    ids = [item.id for item in load(bench).items]
    assert [(s.item, s.texts, s.models) for s in design.statements] == [
        (ids[1], ("green", "blue"), (("one",), ("two",)))
    ]
    assert design.tied == (ids[0],)
    assert set(design.failed) == {(ids[2], "one"), (ids[3], "one"), (ids[3], "two")}


def test_n_draws_by_the_seed_alone(tmp_path: Path) -> None:
    sample = [
        {s.item for s in design_of(config(tmp_path, n=5, seed=seed))[0].statements if s.kind == "item"}
        for seed in (0, 0, 1)
    ]
    assert len(sample[0]) == 5
    assert sample[0] == sample[1] != sample[2]


def test_where_people_looked_only_what_they_let_stand_is_asked(tmp_path: Path) -> None:
    bench = items(tmp_path, 8)
    ids = [item.id for item in load(bench).items]
    lines = [{"item": id, "state": state} for id, state in zip(ids, ("accepted", "refused", "mended"), strict=False)]
    (bench / "verdicts.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    folders = [answer(tmp_path, bench, name, ["x"] * 7) for name in MODELS]
    design, _ = design_of(StudyConfig([bench], folders, attention=0, calibration=0))
    assert [one.item for one in design.asked] == [ids[0], ids[2]]
    assert not any("nobody has looked" in line for line in remarks(design))


def test_a_model_that_lacks_answers_is_named_with_the_command_that_asks_them(tmp_path: Path) -> None:
    bench = items(tmp_path, 4)
    whole, part = answer(tmp_path, bench, "whole"), answer(tmp_path, bench, "part", ["red", "red"])
    with pytest.raises(UsageError, match=r"^part has no answer to 2 of 4 items.*eval_bench answer.*name=part") as told:
        made(StudyConfig([bench], [whole, part]))
    assert len(told.value.mistakes) == 1
    stale = replace(load(bench).items[2], question="What?")
    append(part / "shown.jsonl", [Answer(stale.id, stale.key, "red", "part")])
    with pytest.raises(UsageError, match="2 of 4"):
        made(StudyConfig([bench], [whole, part]))


def test_two_folders_of_one_name_are_refused(tmp_path: Path) -> None:
    bench = items(tmp_path, 4)
    folders = [answer(tmp_path / where, bench, "same") for where in ("one", "two")]
    with pytest.raises(UsageError, match="two folders are called same; rename one"):
        made(StudyConfig([bench], folders))


def test_a_study_goes_on_with_the_same_keys_or_with_its_name_alone(tmp_path: Path) -> None:
    keys = config(tmp_path, name="first", n=6, raters=2)
    db = made(keys, ["n=6", "raters=2", "name=first"])
    readable = tmp_path / "studies/first/design.json"
    assert json.loads(readable.read_text())["hash"] == db.hash
    readable.unlink()
    for again in (keys, StudyConfig(name="first")):
        assert made(again).design == db.design
    assert json.loads(readable.read_text())["hash"] == db.hash


def test_each_key_that_differs_is_a_line_with_what_was_and_the_way_out(tmp_path: Path) -> None:
    keys = config(tmp_path, name="first", n=6)
    made(keys).close()
    other = replace(keys, n=None, raters=5, answers=keys.answers[::-1], contact="Bob", seed=4)
    with pytest.raises(UsageError) as told:
        made(other, ["n=null", "raters=5"])
    lines = {line.partition("=")[0]: line for line in told.value.mistakes}
    assert set(lines) == {"n", "raters", "answers", "contact", "seed"}
    assert lines["n"].startswith("n=null: studies/first was made with 6")
    assert all("pass another name=" in line for line in lines.values())


def test_what_stands_in_the_command_line_counts_though_it_is_the_default(tmp_path: Path) -> None:
    made(config(tmp_path, name="first", raters=2)).close()
    made(StudyConfig(name="first")).close()
    with pytest.raises(UsageError, match="raters=3: studies/first was made with 2"):
        made(StudyConfig(name="first"), ["name=first", "raters=3"])


def test_where_both_models_say_the_same_of_everything_there_is_nothing_to_ask(tmp_path: Path) -> None:
    bench = items(tmp_path, 8)
    folders = [answer(tmp_path, bench, name, ["Red."] * 8) for name in MODELS]
    with pytest.raises(UsageError, match="to all 8 items the models say the same, or nothing"):
        made(StudyConfig([bench], folders, primary="pooled_generated", form="sides"))


def test_a_name_alone_makes_no_study_and_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no study"):
        made(StudyConfig(name="none"))
    assert not (tmp_path / "studies").exists()


def test_two_that_make_one_study_at_once_make_one(tmp_path: Path) -> None:
    keys = config(tmp_path, 8)
    script = (
        "import sys; from pathlib import Path; from eval_bench.study.designing import made\n"
        "from eval_bench.study.options import StudyConfig\n"
        "print(made(StudyConfig([Path(sys.argv[1])], [Path(p) for p in sys.argv[2:]])).design.id)"
    )
    words = [sys.executable, "-c", script, str(keys.items[0]), *map(str, keys.answers)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    several = [subprocess.Popen(words, stdout=-1, stderr=-1, text=True, env=env, cwd=tmp_path) for _ in range(2)]
    told = [one.communicate() for one in several]
    ids = {out.strip() for out, _ in told if out.strip()}
    assert len(ids) == 1
    assert all(out.strip() or "is in use by process" in err for out, err in told)


def test_known_statements_are_kept_from_the_sample_where_there_is_room(tmp_path: Path) -> None:
    design, _ = design_of(config(tmp_path, 96, n=8, calibration=4))
    asked = {s.item for s in design.statements if s.kind == "item"}
    sure = [s for s in design.statements if s.kind != "item"]
    inside = [s.item in asked for s in sure]
    assert not inside[0]
    assert inside == sorted(inside)  # of the others none was left when the first of these was taken
    assert len({s.item for s in sure}) == len(sure)
    assert Counter(s.kind for s in sure)["calibration"] == 4
    assert abs(sum(1 if s.known == "1" else -1 for s in sure)) <= 1
    assert all(s.models == ((),) for s in sure)


def test_no_model_said_a_known_statement(tmp_path: Path) -> None:
    design, _ = design_of(config(tmp_path, 32))
    texts = [(s.item, s.texts) for s in design.statements]
    assert len(set(texts)) == len(texts)


def test_what_a_benchmark_is_too_small_for_is_told(tmp_path: Path) -> None:
    design, _ = design_of(config(tmp_path, 4, calibration=50, primary="pooled_real"))
    told = list(remarks(design))
    assert any(line.startswith("calibration: ") and "of 50" in line for line in told)
    assert any(line.startswith("primary=pooled_real cannot be tested") for line in told)
    assert any(line.startswith("nobody has looked") for line in told)


def test_text_without_what_steers() -> None:
    assert plain("\u202ered\x07 \ud800\r\n\r\nblue\t\u2066 ") == "red \n\nblue"
    assert plain("👩‍🚀 é") == "👩‍🚀 é"
