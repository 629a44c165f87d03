"""Mixes with the files of LLaVA's two stages, laid out as LLaVA lays them out."""

import json
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.commands.helping import first_comment
from synthgen.config import options
from tests.exporter import llava_rules
from tests.mix.files import row
from tests.samples import picture

CAPTION = ("Give a brief description of the image.", "A red balloon.")
FILES: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "llava_558k": (
        "LLaVA-Pretrain/blip_laion_cc_sbu_558k.json",
        "LLaVA-Pretrain/images/",
        [row("004539375", "00453/004539375.jpg", *CAPTION), row("002239345", "00223/002239345.jpg", *CAPTION)],
    ),
    "llava_595k": (
        "LLaVA-CC3M-Pretrain-595K/chat.json",
        "LLaVA-CC3M-Pretrain-595K/images/",
        [row("GCC_train_002582585", "GCC_train_002582585.jpg", *CAPTION)],
    ),
    "llava_150k": (
        "llava_instruct_150k.json",
        "coco/train2017/",
        [row("000000033471", "000000033471.jpg", "What is it?", "A bus.", "Why?", "It is long.")],
    ),
    "llava_665k": (
        "llava_v1_5_mix665k.json",
        "",
        [
            *(row(f.rpartition("/")[2], f"{f}.jpg") for f in ("coco/train2017/000000033471", "vg/VG_100K_2/2386")),
            {**row("wgByO4Y_0", ""), "model": ""},
        ],
    ),
}
"""Of each preset: its file, the folder of its pictures, and rows as they stand in that file."""


def laid_out(folder: Path, preset: str) -> list[dict[str, Any]]:
    file, images, rows = FILES[preset]
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(json.dumps(rows))
    for path in (images + one["image"] for one in rows if "image" in one):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(picture("x").data)
    return rows


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    assert main(["ability=color", "n=3", "name=color", f"outputs='{folder}'", "qc=[readable]"]) == 0
    return folder / "color"


def test_there_is_a_file_here_for_each_preset() -> None:
    assert sorted(options("preset")) == sorted(FILES)


@pytest.mark.parametrize("preset", FILES)
def test_a_preset_and_a_run_become_one_file_that_llava_finds_all_pictures_of(
    preset: str, run: Path, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = laid_out(Path("playground/data"), preset)
    assert main(["mix", f"preset={preset}", f"runs=['{run}']"]) == 0
    said = capsys.readouterr().out
    rows = json.loads(Path(f"mix_{preset}.json").read_text())
    ours = [one for one in rows if one["id"].startswith("synthgen/color/")]
    assert {one["id"] for one in rows} - {one["id"] for one in ours} == {one["id"] for one in theirs}
    assert len(rows) == len(theirs) + len(ours) > len(theirs)
    for one in rows:
        seen = llava_rules.read(one, "playground/data")
        assert seen.learned and seen.image_tokens == ("image" in one)
    stage_1 = preset in ("llava_558k", "llava_595k")
    version = "plain --tune_mm_mlp_adapter True" if stage_1 else "v1"
    assert f"train: --version {version} --data_path mix_{preset}.json --image_folder playground/data" in said
    assert not stage_1 or all(len(one["conversations"]) == 2 for one in rows)


def test_sources_add_to_those_of_a_preset_and_data_says_where_its_files_lie(run: Path, working_folder: Path) -> None:
    laid_out(Path("far"), "llava_150k")
    Path("texts.json").write_text(json.dumps([row(f"t{i}", "") for i in range(4)]))
    words = ["preset=llava_150k", "data=far", "out=out/mix.json"]
    assert main(["mix", *words, "sources=[{path: texts.json, count: 2}]", f"runs='{run}'"]) == 0
    report = json.loads(Path("out/mix.report.json").read_text())
    assert [(s["name"], s["taken"]) for s in report["sources"]] == [
        ("llava_instruct_150k", 1),
        ("texts", 2),
        ("color", 3),
    ]
    assert report["usage"].endswith("--image_folder far --group_by_modality_length True")


def test_two_presets_of_a_stage_go_together(working_folder: Path) -> None:
    for preset in ("llava_558k", "llava_595k"):
        laid_out(Path("playground/data"), preset)
    assert main(["mix", "preset=[llava_558k,llava_595k]"]) == 0
    rows = json.loads(Path("mix_llava_595k.json").read_text())
    assert sorted(one["image"].split("/")[0] for one in rows) == [
        "LLaVA-CC3M-Pretrain-595K",
        "LLaVA-Pretrain",
        "LLaVA-Pretrain",
    ]


MISTAKES = {
    "preset=llava_558": "unknown preset 'llava_558'; did you mean llava_558k?",
    "preset=llava_150k,llava_665k": "names several; write preset=[llava_150k,llava_665k]",
    "preset=llava_665k": "preset llava_665k: playground/data/llava_v1_5_mix665k.json is not there; pass data=",
    "runs=gone": "runs: gone is not the folder of a run",
    "data=far": "data=far: it is where the files of a preset lie; name one",
}


@pytest.mark.parametrize("word", MISTAKES)
def test_a_mistake_is_one_line_with_the_fix(
    word: str, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.json").write_text(json.dumps([row("0", "")]))
    assert main(["mix", word, "sources=[{path: a.json}]"]) == 2
    said = capsys.readouterr().err
    assert MISTAKES[word] in said and len(said.splitlines()) == 1


def test_the_command_line_goes_before_a_preset(working_folder: Path) -> None:
    laid_out(Path("playground/data"), "llava_595k")
    assert main(["mix", "preset=llava_595k", "stage=finetune", "trainer=llava_next", "out=next.yaml"]) == 0
    report = json.loads(Path("next.report.json").read_text())
    assert (report["stage"], report["trainer"], report["rows"]) == ("finetune", "llava_next", 1)


def test_help_tells_each_preset_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mix", "--help"]) == 0
    said = capsys.readouterr().out
    for name, path in options("preset").items():
        assert f"  {name:12} {first_comment(path)}" in said
    assert "preset=" in said and "runs=[]" in said and "data=playground/data" in said and "base" not in said
