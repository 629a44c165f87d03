"""Files of others as they were published, and a run, in one mix; each figure of its report is counted here again."""

import json
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from tests.exporter import llava_rules

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[3] / "shared" / "data"))
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="no files of others here; name their folder in SYNTHGEN_DATA")
DIALOGUES = (("instruction", "output"), ("question", "answer"))
REASONS = {
    "coco2014_val_gpt4_qa_30x3": {},
    "qa90_questions": {"it has no dialogue": 90},
    "qa90_gpt4_answer": {"it has no dialogue": 90},
    "caps_boxes_coco2014_val_80": {"it has no dialogue": 80},
    "mllm_demo": {"more than 1 picture": 2},
    "run": {},
}
"""What is bad in each file; of StableLLaVA nothing."""


def rows_of(path: Path) -> list[dict[str, Any]]:
    """As `json` reads them."""
    text = path.read_text()
    found: list[dict[str, Any]] = json.loads(text) if text[0] == "[" else [*map(json.loads, text.splitlines())]
    return found


def fit(row: dict[str, Any]) -> bool:
    """Whether LLaVA could learn from a row of these files: a dialogue, and one picture."""
    talks = "messages" in row or any(asked in row and answered in row for asked, answered in DIALOGUES)
    return talks and len(row.get("images", ["one"])) == 1


def test_one_command_mixes_all_of_them_and_the_report_tells_what_went_in_and_what_did_not(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=[joke,color]", "n=2", "name=run", "qc=[readable]"]) == 0
    shutil.copytree(DATA / "llamafactory", "demo")  # the only ones whose pictures are at hand
    foreign = sorted([*DATA.glob("llava/*"), *DATA.glob("stablellava/*")])
    sources = [f"{{path: '{path}', pictures: skip}}" for path in foreign]
    sources += ["{path: demo/mllm_demo.json, images: demo}", "{run: outputs/run}"]
    capsys.readouterr()
    assert main(["mix", f"sources=[{','.join(sources)}]", "max_bad=1"]) == 0
    said = capsys.readouterr().out
    rows = rows_of(Path("mix.json"))
    report = json.loads(Path("mix.report.json").read_text())
    for one in rows:
        seen = llava_rules.read(one)
        assert seen.learned and seen.image_tokens == 1

    told = {source["name"]: source for source in report["sources"]}
    theirs = {path.stem: rows_of(path) for path in [*foreign, Path("demo/mllm_demo.json")]}
    ours = rows_of(Path("outputs/run/export/llava/llava.json"))
    assert list(told) == [*theirs, "run"] and len(told) == 11
    for name, read in (theirs | {"run": ours}).items():
        taken = len(ours) if name == "run" else sum(map(fit, read))
        source = told[name]
        assert (source["read"], source["sound"], source["taken"], source["different"]) == (len(read), *[taken] * 3)
        assert source["bad"] == REASONS.get(name, {}) and sum(source["bad"].values()) == len(read) - taken
        assert source["share"] == round(taken / len(rows), 6)
        assert source["sound_with_an_id_used_before"] == (60 if name.startswith("coco2014") else 0)
        assert (f"{name}: it has no row to train on, so nothing of it is in the mix" in said) == (taken == 0)
        assert (f"{name}: whether its pictures are there was not looked at" in said) == (
            name not in ("mllm_demo", "run")
        )
    assert told["coco2014_val_gpt4_qa_30x3"]["repaired"] == {"<image> was put in front of the first question": 90}
    assert told["mllm_demo"]["repaired"] == {"it got an id": 4}

    assert report["rows"] == len(rows) == sum(source["taken"] for source in told.values())
    assert report["rows_without_picture"] == sum("image" not in one for one in rows) == 0
    stable = {path.stem: len(rows_of(path)) for path in DATA.glob("stablellava/*")}
    named = Counter(one["ability"] for one in ours) + Counter(stable) + Counter({"": 94})
    assert report["abilities"] == dict(sorted(named.items()))
    answers = Counter(turn["value"] for one in rows for turn in one["conversations"] if turn["from"] == "gpt")
    assert answers == Counter(_answers(theirs, ours))
    assert all(Path(one["image"]).is_file() for one in rows if one["image"].startswith(("demo/", "synthgen/")))

    listed = rows_of(Path("mix.rejected.jsonl"))
    bad = [(path.stem, i) for path in foreign for i, row in enumerate(rows_of(path), 1) if not fit(row)]
    bad += [("mllm_demo", i) for i, row in enumerate(theirs["mllm_demo"], 1) if not fit(row)]
    assert [(one["source"], one["row"]) for one in listed] == bad and len(bad) == 262
    assert [one["line"] for one in listed[:-2]] == [one["row"] for one in listed[:-2]]  # of lines, each is a row


def _answers(theirs: dict[str, list[dict[str, Any]]], ours: list[dict[str, Any]]) -> list[str]:
    found = [turn["value"] for row in ours for turn in row["conversations"] if turn["from"] == "gpt"]
    for row in (row for rows in theirs.values() for row in rows if fit(row)):
        found += [row[key] for key in ("output", "answer") if key in row]
        found += [part["content"] for part in row.get("messages", ()) if part["role"] == "assistant"]
    return found


def test_with_pictures_looked_for_rows_without_them_are_listed_and_the_others_go_in(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DATA / "llamafactory", "demo")
    stable = DATA / "stablellava" / "color.json"
    sources = f"sources=[{{path: '{stable}'}}, {{path: demo/mllm_demo.json, images: demo}}]"
    assert main(["mix", sources, "trainer=llava_next", "out=mix.yaml"]) == 2
    assert "color.json: none of its 1983 rows can be trained on (1983 a missing picture)" in capsys.readouterr().err
    assert main(["mix", sources, "trainer=llava_next", "out=mix.yaml", "max_bad=1"]) == 0
    about = json.loads(Path("mix.report.json").read_text())["sources"]
    assert [(s["taken"], s["bad"]) for s in about] == [(0, {"a missing picture": 1983}), (6, {})]
    assert "color: it has no row to train on" in capsys.readouterr().out
