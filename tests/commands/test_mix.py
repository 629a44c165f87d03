"""`mix` from the outside: what a person types and sees, and what a trainer then reads."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from synthgen.__main__ import main
from tests.commands.test_generate import tree
from tests.exporter import llava_rules
from tests.mix.files import row
from tests.samples import picture

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run of two abilities."""
    folder = tmp_path_factory.mktemp("runs")
    assert main(["ability=[joke,color]", "n=3", "name=both", f"outputs='{folder}'", "qc=[readable]"]) == 0
    return folder


@pytest.fixture
def llava(working_folder: Path) -> Path:
    """Ten rows of LLaVA with their pictures in coco/, and two without a picture."""
    (working_folder / "coco").mkdir()
    for i in range(10):
        (working_folder / f"coco/{i}.jpg").write_bytes(picture("x").data)
    rows = [row(str(i), f"{i}.jpg") for i in range(10)] + [row(f"t{i}", "") for i in range(2)]
    path = working_folder / "llava.json"
    path.write_text(json.dumps(rows))
    return path


def mixed(*words: str, out: str = "mix.json") -> list[dict[str, Any]]:
    assert main(["mix", *words, f"out={out}"]) == 0
    found: list[dict[str, Any]] = json.loads(Path(out).read_text())
    return found


def report(name: str = "mix") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(f"{name}.report.json").read_text())
    return found


def test_a_file_and_a_run_become_one_file_that_llava_learns_from(
    llava: Path, runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = mixed(f"sources=[{{path: llava.json, images: coco}}, {{run: {runs}/both, ratio: 0.5}}]")
    assert len(rows) == 24 and Counter(r["id"].startswith("synthgen/both/") for r in rows) == {True: 12, False: 12}
    for one in rows:
        seen = llava_rules.read(one, ".")
        assert seen.learned and seen.image_tokens == ("image" in one)
        if "image" in one:
            Image.open(one["image"]).convert("RGB")
    ours = next(r for r in rows if r["id"].startswith("synthgen/"))
    assert ours["embedded"] == "llm+renderer" and ours["image"] == f"{ours['id']}.jpg"
    assert Path(ours["image"]).samefile(runs / "both/export/llava/images" / Path(ours["image"]).name)
    told = report()
    assert told["rows"] == 24 and told["rows_without_picture"] == 2
    assert told["abilities"] == {"": 12, "color": 6, "joke": 6}
    assert [(s["read"], s["taken"], s["different"], s["most_often"]) for s in told["sources"]] == [
        (12, 12, 12, 1),
        (6, 12, 6, 2),
    ]
    assert told["sources"][1]["embedded"] == "llm+renderer"
    said = capsys.readouterr().out
    assert "--data_path mix.json --image_folder . --group_by_modality_length True" in said
    assert "each is there 2 times" in said and "embedded backends" in said


def test_two_mixes_are_equal_byte_for_byte_with_and_without_an_export_at_hand(llava: Path, runs: Path) -> None:
    words = [f"sources=[{{path: {llava}, images: coco, weight: 0.5}}, {{run: {runs}/both, count: 4}}]", "root=."]
    assert main(["mix", *words, "out=first/mix.json"]) == 0
    pictures = tree(Path("synthgen"))
    shutil.rmtree("synthgen")
    shutil.move(runs / "both/export", "export")
    try:
        assert main(["mix", *words, "out=second/mix.json"]) == 0
    finally:
        shutil.move("export", runs / "both/export")
    assert Path("first/mix.json").read_bytes() == Path("second/mix.json").read_bytes()
    assert tree(Path("synthgen")) == pictures and len(pictures) == 4


def test_another_seed_is_another_mix(llava: Path) -> None:
    words = "sources=[{path: llava.json, images: coco, weight: 0.5}]"
    one, two = mixed(words, out="one.json"), mixed(words, "seed=1", out="two.json")
    assert len(one) == len(two) == 6 and one != two


def test_too_many_bad_rows_are_refused_and_named_and_nothing_is_written(
    llava: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(llava.read_text())
    rows[3]["conversations"][1]["value"] = ""
    rows[5]["image"] = "gone.jpg"
    llava.write_text(json.dumps(rows, indent=1))
    assert main(["mix", "sources=[{path: llava.json, images: coco}]"]) == 2
    said = capsys.readouterr().err
    assert "2 of 12 rows are bad (1 answer: empty, 1 a missing picture)" in said and "Traceback" not in said
    lines = llava.read_text().splitlines()
    assert (
        f"row 4 (line {lines.index(chr(32) * 2 + chr(34) + 'id' + chr(34) + ': ' + chr(34) + '3' + chr(34) + ',')}"
        in said
    )
    assert not Path("mix.json").exists()
    listed = [json.loads(line) for line in Path("mix.rejected.jsonl").read_text().splitlines()]
    assert [(one["source"], one["row"], one["id"], one["reason"]) for one in listed] == [
        ("llava", 4, "3", "answer: empty"),
        ("llava", 6, "5", "a missing picture"),
    ]
    assert len(mixed("sources=[{path: llava.json, images: coco}]", "max_bad=0.2")) == 10
    assert report()["sources"][0]["bad"] == {"answer: empty": 1, "a missing picture": 1}


def test_sources_that_share_ids_get_unique_ones(llava: Path) -> None:
    shutil.copy(llava, "again.json")
    rows = mixed("sources=[{path: llava.json, images: coco}, {path: again.json, images: coco}]")
    ids = [one["id"] for one in rows]
    assert len(set(ids)) == len(ids) == 24 and "again/0" in ids and "0" in ids
    named = mixed("sources=[{path: llava.json, images: coco, prefix: l-}, {path: again.json, images: coco}]")
    assert {"l-0", "0", "l-t1", "t1"} < {one["id"] for one in named} and len(named) == 24


def test_the_first_stage_takes_captions_of_one_turn(
    llava: Path, runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(llava.read_text())[:5] + [row("long", "0.jpg", "Q", "A", "Q", "A")]
    llava.write_text(json.dumps(told))
    words = ["stage=pretrain", f"sources=[{{path: llava.json, images: coco}}, {{run: {runs}/both}}]"]
    assert main(["mix", *words]) == 2
    assert "2 turns; this stage reads 1" in capsys.readouterr().err
    rows = mixed(*words, "max_bad=0.5")
    assert all(len(one["conversations"]) == 2 for one in rows)
    ours = report()["sources"][1]
    records = 6 - sum(ours["not_for_this_stage"].values())
    assert records == len({one["image"] for one in rows if one["id"].startswith("synthgen/")}) > 0
    assert ours["taken"] == len(rows) - 5 >= records
    assert "--version plain --tune_mm_mlp_adapter True" in capsys.readouterr().out


def test_llava_next_gets_a_yaml_several_pictures_and_lines(llava: Path) -> None:
    rows = [*json.loads(llava.read_text()), {**row("two"), "image": ["0.jpg", "1.jpg"]}]
    rows[-1]["conversations"][0]["value"] = "What differs?"
    llava.write_text(json.dumps(rows, indent=2))
    source = "sources=[{path: llava.json, images: coco}]"
    assert main(["mix", source, "trainer=llava_next", "out=next.yaml"]) == 0
    assert Path("next.yaml").read_text() == 'datasets:\n  - json_path: "next.json"\n    sampling_strategy: all\n'
    both = json.loads(Path("next.json").read_text())
    assert next(one for one in both if one["id"] == "two")["image"] == ["coco/0.jpg", "coco/1.jpg"]
    assert main(["mix", source, "trainer=llava_next", "out=next.jsonl"]) == 0
    assert [json.loads(line) for line in Path("next.jsonl").read_text().splitlines()] == both


MISTAKES = {
    "sources=[]": "a mix needs sources",
    "sources=[{path: gone.json}]": "gone.json is not there",
    "sources=[{pat: llava.json}]": "unknown key 'pat'; did you mean path?",
    "sources=[{path: llava.json, run: x}]": "a path or a run, not both",
    "sources=[{path: llava.json, weight: 1, count: 3}]": "weight and count say the same thing in different ways",
    "sources=[{path: llava.json, weight: 0}]": "weight: 0: it has to be a number above 0",
    "sources=[{path: llava.json, ratio: 1.5}]": "it is a share of the mix, below 1",
    "sources=[{path: llava.json, ratio: 0.5}]": "each source has a ratio",
    "sources=[{path: llava.json}, {path: llava.json, ratio: 0.5}, {path: llava.json, ratio: 0.6}]": "leave a share",
    "sources=[{path: llava.json, count: 2.5}]": "it is a number of rows",
    "sources=[{path: llava.json, images: ../up}]": "a path with ..",
    "sources=[{path: llava.json, images: gone}]": "is no folder",
    "sources=[{run: coco}]": "coco is not the folder of a run",
    "sources=[{path: coco}]": "coco is no file; for a run write {run: coco}",
    "sources=[llava.json]": "is no source",
    "sources=llava.json": "is no source",
    "out=llava.json": "llava.json would be overwritten",
    "out=mix.txt": "has to be a file that ends in .json",
    "out=mix.yaml": "pass trainer=llava_next",
    "out=mix.jsonl": "LLaVA reads a list only",
    "stage=third": "it has to be one of finetune, pretrain",
    "balance=colors": "it has to be one of null, ability",
    "max_bad=2": "it has to be a share from 0 to 1",
    "seed=x": "could not be converted",
    "max_bda=1": "did you mean max_bad?",
    "ability=joke": "unknown option 'ability'",
}


@pytest.mark.parametrize("word", MISTAKES)
def test_a_mistake_is_one_line_with_the_fix(llava: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    words = [word] if word.startswith("sources") else [word, "sources=[{path: llava.json, images: coco}]"]
    assert main(["mix", *words]) == 2
    said = capsys.readouterr().err
    assert MISTAKES[word] in said and "Traceback" not in said and len(said.splitlines()) == 1


def test_all_mistakes_are_told_at_once(llava: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mix", "sources=[{path: gone.json}, {pat: x}]", "stage=third", "sed=1"]) == 2
    said = capsys.readouterr().err
    for mistake in ("stage=third", "'sed'", "gone.json", "'pat'"):
        assert mistake in said
    assert len(said.splitlines()) == 4


def test_help_tells_the_keys_of_a_mix(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mix", "--help"]) == 0
    said = capsys.readouterr().out
    assert "max_bad=0.001" in said and "stage=finetune" in said


@pytest.mark.skipif(not DATA.is_dir(), reason="no files of others here; name their folder in SYNTHGEN_DATA")
def test_the_demo_of_llama_factory_is_mixed_with_its_pictures(working_folder: Path) -> None:
    shutil.copytree(DATA / "llamafactory", "demo")
    words = ["sources=[{path: demo/mllm_demo.json}]", "root=demo", "pictures=open"]
    assert main(["mix", *words, "trainer=llava_next", "out=demo.yaml"]) == 0
    rows = json.loads(Path("demo.json").read_text())
    assert sorted(len(one["image"]) if isinstance(one["image"], list) else 1 for one in rows) == [1, 1, 1, 1, 2, 2]
    assert len({one["id"] for one in rows}) == 6


def test_pictures_of_another_run_of_the_same_name_stay_as_an_earlier_mix_shows_them(
    working_folder: Path, runs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mixed(f"runs=[{runs}/both]")
    other = ["ability=color", "n=3", "seed=5", "name=both", f"outputs='{tmp_path}/other'", "qc=[readable]"]
    assert main(other) == 0
    before = tree(working_folder / "synthgen")
    assert main(["mix", f"runs=[{tmp_path}/other/both]", "out=second.json"]) == 2
    assert "synthgen/both holds pictures of another run of this name" in capsys.readouterr().err
    assert tree(working_folder / "synthgen") == before and not Path("second.json").exists()
    mixed(f"runs=[{tmp_path}/other/both]", "root=elsewhere", out="elsewhere/second.json")


def test_letters_that_a_terminal_cannot_show_are_no_reason_to_fail(working_folder: Path) -> None:
    Path("größe.json").write_text(json.dumps([row("1", "")]))
    command = [sys.executable, "-m", "synthgen", "mix", "sources=[{path: größe.json}]", "out=größer.json"]
    done = subprocess.run(command, env=os.environ | {"PYTHONIOENCODING": "ascii"}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and "gr??er.json" in done.stdout


def test_a_file_that_no_mix_wrote_is_not_replaced(llava: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = Path("mine.json")
    mine.write_text("precious")
    source = "sources=[{path: llava.json, images: coco}]"
    assert main(["mix", source, "out=mine.json"]) == 2
    assert "out=mine.json: mine.json is there, and no mix wrote it" in capsys.readouterr().err
    assert mine.read_text() == "precious" and not Path("mine.rejected.jsonl").exists()
    mine.unlink()
    for _ in range(2):  # its own it replaces
        mixed(source, out="mine.json")


def test_controls_of_an_earlier_mix_and_sources_that_are_there_twice_are_told(
    llava: Path, runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mixed(f"runs={runs}/both", "variants=[blind,shuffled]")
    capsys.readouterr()
    mixed(f"runs=[{runs}/both,{runs}/both]", "variants=blind")
    said = capsys.readouterr().out
    assert "mix.shuffled.json is of an earlier mix" in said and "mix.blind.json is of an earlier" not in said
    assert "both-2: the same as both, so its rows are there twice" in said


def test_a_run_that_is_not_complete_is_told(
    runs: Path, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = working_folder / "short"
    shutil.copytree(runs / "both", run)
    about = json.loads((run / "run.json").read_text())
    (run / "run.json").write_text(json.dumps(about).replace('"n=3"', '"n=30"'))
    mixed("runs=short")
    assert "short is not complete: it has 6 of 60 samples" in capsys.readouterr().err
    assert main(["export", "run=short", "exporter=[llava]"]) == 0
    assert "short is not complete: it has 6 of 60 samples" in capsys.readouterr().err


def test_a_shell_that_leaves_a_tilde_alone_does_no_harm(
    llava: Path, monkeypatch: pytest.MonkeyPatch, working_folder: Path
) -> None:
    monkeypatch.setenv("HOME", str(working_folder))
    rows = mixed("sources=[{path: ~/llava.json, images: coco}]", "root=~")
    assert len(rows) == 12 and not Path("~").exists()
