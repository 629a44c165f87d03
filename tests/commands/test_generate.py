"""The default command from the outside: what a person sees, and what lies there afterwards."""

import json
from pathlib import Path

import pytest

from synthgen.__main__ import main


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_run_ends_with_exactly_n_and_says_where_everything_is(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=joke", "n=6"]) == 0
    said = capsys.readouterr()
    assert "embedded backends" in said.err and "renderer=sdxl" in said.err
    assert "outputs/joke/report.html" in said.out
    rows = json.loads((working_folder / "outputs/joke/export/llava/llava.json").read_text())
    assert len(rows) == 6
    assert all((working_folder / "outputs/joke/export/llava" / row["image"]).is_file() for row in rows)
    about = json.loads((working_folder / "outputs/joke/run.json").read_text())
    assert about["command"] == ["ability=joke", "n=6"] and about["figures"]["kept"] == {"joke": 6}


@pytest.mark.slow
def test_growing_a_run_equals_a_fresh_one_byte_for_byte_and_renders_only_what_is_missing(working_folder: Path) -> None:
    assert main(["ability=[hair,scene]", "n=3", "name=grown", "engine.workers=1"]) == 0
    first = json.loads(Path("outputs/grown/run.json").read_text())["figures"]
    assert main(["ability=[hair,scene]", "n=9", "name=grown"]) == 0
    second = json.loads(Path("outputs/grown/run.json").read_text())["figures"]
    assert main(["ability=[hair,scene]", "n=9", "name=fresh"]) == 0
    fresh = json.loads(Path("outputs/fresh/run.json").read_text())["figures"]
    assert tree(Path("outputs/grown/export")) == tree(Path("outputs/fresh/export"))
    assert first["rendered"] + second["rendered"] == fresh["rendered"]


@pytest.mark.slow
def test_an_export_holds_no_trace_of_when_where_and_how_it_was_made(working_folder: Path) -> None:
    assert main(["ability=color", "n=4", "name=a", "engine.workers=1"]) == 0
    assert main(["ability=color", "n=4", "name=b", "engine.workers=2", "outputs=elsewhere"]) == 0
    assert tree(Path("outputs/a/export")) == tree(Path("elsewhere/b/export"))


@pytest.mark.slow
def test_another_seed_gives_other_pictures(working_folder: Path) -> None:
    for seed in (1, 2):
        assert main(["ability=color", "n=4", f"seed={seed}", f"name=s{seed}"]) == 0
    one, two = (tree(Path(f"outputs/s{seed}/export/llava/images")) for seed in (1, 2))
    assert all(one[name] != two[name] for name in one)


def test_a_folder_of_another_configuration_is_refused_and_untouched(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=color", "n=2"]) == 0
    before = tree(working_folder)
    capsys.readouterr()
    assert main(["ability=color", "n=2", "seed=5"]) == 2
    first, *others = capsys.readouterr().err.splitlines()
    assert first.startswith("synthgen: outputs/color holds a run of another configuration; pass name=<another folder>")
    assert "run its own command: python -m synthgen ability=color n=2." in first and others == ["  seed: 0, now 5"]
    assert tree(working_folder) == before


@pytest.mark.parametrize(
    "wrong", [["ability=jok"], ["n=0"], ["n=lots", "seeed=1"], ["llm=replay"], ["renderer.size=0"]]
)
def test_a_mistake_writes_nothing_and_exits_with_2(
    working_folder: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(wrong) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert all(line.startswith("synthgen: ") for line in lines)
    assert list(working_folder.iterdir()) == []


def test_an_unknown_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["genrate"]) == 2
    assert "did you mean generate?" in capsys.readouterr().err


@pytest.mark.slow
def test_a_sweep_runs_all_and_reports_the_worst(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-m", "ability=color,food", "n=2"]) == 0
    assert {p.name for p in (working_folder / "outputs").iterdir()} == {"color", "food"}
    assert main(["-m", "ability=color,food", "n=2", "llm=replay"]) == 2


def test_select_with_other_thresholds_renders_nothing_and_names_the_command_for_the_rest(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=animal", "n=6"]) == 0
    pictures = tree(Path("outputs/animal/pictures"))
    # every prompt shares its quality words with another: at this threshold nearly all are duplicates
    assert main(["select", "run=outputs/animal", "qc.duplicate.prompt_jaccard=0.01"]) == 8
    said = capsys.readouterr()
    assert "python -m synthgen ability=animal n=6 qc.duplicate.prompt_jaccard=0.01" in said.err
    assert main(["select", "run=outputs/animal"]) == 0
    assert tree(Path("outputs/animal/pictures")) == pictures
    assert len(json.loads(Path("outputs/animal/export/llava/llava.json").read_text())) == 6


@pytest.mark.slow
def test_export_and_report_work_on_a_finished_run_alone(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=animal", "n=3"]) == 0
    before = tree(Path("outputs/animal/export"))
    assert main(["export", "run=outputs/animal"]) == 0
    assert tree(Path("outputs/animal/export")) == before
    assert main(["report", "run=outputs/animal"]) == 0
    for command in ("export", "report", "select"):
        assert main([command]) == 2
        assert main([command, "run=nowhere"]) == 2
    assert "is not the folder of a run" in capsys.readouterr().err


def test_samples_without_a_run_json_are_nobodys(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ability=food", "n=2"]) == 0
    for content in (None, "", "{"):
        path = Path("outputs/food/run.json")
        path.unlink() if content is None else path.write_text(content)
        assert main(["ability=food", "n=2", "seed=5"]) in (2, 6)
        said = capsys.readouterr().err
        assert "name=<another folder>" in said and "Traceback" not in said


@pytest.mark.parametrize("change", ["renderer=sdxl", "llm=replay", "seed=5", "image.quality=50", "ability.food.noun=x"])
def test_reading_a_run_again_cannot_relabel_its_samples(
    working_folder: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    for command in ("select", "export", "report"):
        assert main([command, "run=outputs/food", change]) == 2
        assert "the samples of a run were made from these" in capsys.readouterr().err


def test_a_finished_run_is_read_again_without_what_it_was_made_from(working_folder: Path) -> None:
    rows = [{"prompt": "((giraffe)), savanna", "question": "What is it?", "answer": "It is a giraffe."}]
    Path("rows.json").write_text(json.dumps(rows))
    assert main(["ability=animal", "llm=replay", "llm.path=rows.json", "n=1"]) == 0
    Path("rows.json").unlink()
    Path("conf/local").mkdir(parents=True)
    Path("conf/local/default.yaml").write_text("# @package _global_\ndefaults:\n  - override /llm: openai\n")
    for command in ("report", "select", "export"):
        assert main([command, "run=outputs/animal"]) == 0, command


def test_a_picture_file_that_is_gone_is_a_reject_for_select_and_made_again_by_the_run(working_folder: Path) -> None:
    assert main(["ability=food", "n=3"]) == 0
    before = tree(Path("outputs/food/export"))
    for path in Path("outputs/food/pictures").iterdir():
        path.unlink()
    assert main(["select", "run=outputs/food"]) == 8
    assert main(["ability=food", "n=3"]) == 0
    assert tree(Path("outputs/food/export")) == before


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for word in ("ability=", "joke", "sketch", "duplicate", "image.quality=95", "preview"):
        assert word in said
    assert main(["select", "--help"]) == 0
    assert "run=outputs/joke" in capsys.readouterr().out


def test_a_folder_where_a_file_should_be_is_one_line(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("outputs/color/log.jsonl").mkdir(parents=True)
    assert main(["ability=color", "n=2"]) == 6
    first, last = capsys.readouterr().err.splitlines()[-2:]
    assert first.endswith("outputs/color/log.jsonl: Is a directory; mend that, then run the same command")
    assert last == "to go on: python -m synthgen ability=color n=2"
