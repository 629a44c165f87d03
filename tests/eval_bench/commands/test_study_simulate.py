import json
from pathlib import Path

import pytest

from eval_bench.commands.study_simulate import run
from eval_bench.study.database import NAME, Database
from eval_bench.study.designing import made
from synthgen.errors import UsageError
from tests.eval_bench.study import toys


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of a command that simulates a study of two models' answers, which keywords have marked."""
    from eval_bench.__main__ import main

    monkeypatch.chdir(tmp_path)
    bench = toys.items(tmp_path)
    folders = [toys.answer(tmp_path, bench, name) for name in toys.MODELS]
    listed = f"answers=[{','.join(map(str, folders))}]"
    assert main(["score", listed]) == 0
    return [f"items={bench}", listed, "primary=pooled_generated", "repeats=20", "invitations=6"]


def votes(folder: Path) -> list[tuple[int, int, str]]:
    db = Database(folder / NAME)
    found = [(one.rater, one.statement, one.vote) for one in db.ballots()]
    db.close()
    return found


def test_a_simulated_study_has_every_vote_and_says_what_it_would_see(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "skill=0.9"]) == 0
    folder = Path("studies/basemodel+tunedmodel-simulated")
    db = Database(folder / NAME)
    items = {one.id for one in db.design.statements if one.kind == "item"}
    assert sum(one.statement in items for one in db.ballots()) == 3 * len(items)
    assert "nobody looked at a picture" in db.design.simulated
    db.close()
    said = capsys.readouterr().out
    assert "nobody looked at a picture" in said and f"study results study={folder}" in said
    told = json.loads((folder / "pilot.json").read_text())
    assert {row["ability"] for row in told["sights"]} == {"", "color"}
    assert 0 <= told["sights"][0]["power"] <= 1
    assert 0.5 < told["agreement"]["percent"] < 1
    assert f"agreement: {100 * told['agreement']['percent']:.1f} % of pairs" in said


def test_raters_who_never_err_agree_always(words: list[str]) -> None:
    assert run([*words, "skill=1", "spread=0", "name=pilot"]) == 0
    agreed = json.loads(Path("studies/pilot/pilot.json").read_text())["agreement"]
    assert agreed == {"percent": 1.0, "alpha": 1.0, "ac1": 1.0}


def test_the_same_command_makes_the_same_votes(words: list[str]) -> None:
    assert run([*words, "name=pilot"]) == 0
    first = votes(Path("studies/pilot"))
    assert run([*words, "name=pilot"]) == 0
    assert votes(Path("studies/pilot")) == first
    assert run([*words, "name=pilot", "skill=0.6"]) == 0
    assert votes(Path("studies/pilot")) != first


@pytest.mark.parametrize("form", ["grades", "sides"])
def test_the_other_forms_are_simulated_too(words: list[str], form: str) -> None:
    assert run([*words, f"form={form}"]) == 0
    assert votes(Path("studies/basemodel+tunedmodel-simulated"))


def test_a_study_of_people_is_never_written_over(words: list[str], tmp_path: Path) -> None:
    config = toys.config(tmp_path, name="people")
    made(config).close()
    before = (tmp_path / "studies/people" / NAME).read_bytes()
    with pytest.raises(UsageError, match="is a study of people, and stays as it is; pass another name="):
        run([*words, "name=people"])
    assert (tmp_path / "studies/people" / NAME).read_bytes() == before


def test_answers_without_marks_are_told_with_the_command_that_marks_them(words: list[str], tmp_path: Path) -> None:
    for path in tmp_path.glob("answers/*/marks/keyword.jsonl"):
        path.unlink()
    with pytest.raises(UsageError, match="have no mark by keywords.*python -m eval_bench score answers="):
        run(words)


@pytest.mark.parametrize(
    "word", ["skill=0.3", "spread=2", "bias=1", "careless=1.5", "seconds=0", "repeats=0", "form=x"]
)
def test_values_that_make_no_sense_are_told_in_one_line(words: list[str], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        run([*words, word])


def test_a_pilot_is_over_the_items_of_the_study_and_tells_of_each_model(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from eval_bench.__main__ import main

    bench = tmp_path / "benchmarks/generated"
    third = toys.answer(tmp_path, bench, "third", ["" if n % 3 else "Red." for n in range(24)])
    assert main(["score", f"answers={third}"]) == 0
    assert run([words[0], words[1].replace("]", f",{third}]"), *words[2:]]) == 0
    told = json.loads(Path("studies/basemodel+tunedmodel+third-simulated/pilot.json").read_text())
    pooled = [one for one in told["sights"] if not one["ability"]]
    assert [(one["second"], one["n"]) for one in pooled] == [("tunedmodel", 24), ("third", 24)]
    assert "third against basemodel" in capsys.readouterr().out.replace("\n", " ")
    assert run([words[0], f"answers=[{third}]", *words[2:]]) == 0
    assert "power" not in capsys.readouterr().out
    (pooled,) = [
        one
        for one in json.loads(Path("studies/third-simulated/pilot.json").read_text())["sights"]
        if not one["ability"]
    ]
    assert (pooled["power"], pooled["difference"], pooled["second"]) == (None, None, "")
