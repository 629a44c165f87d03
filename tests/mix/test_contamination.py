"""Rows that repeat a benchmark item, from the command line to what is left of them."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PIL import Image

from synthgen.__main__ import main
from synthgen.kit.pictures import encode
from tests.samples import spots

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[2] / "shared" / "data"))
LONG = "A red panda climbs over a snowy fence while two children watch from a bridge."


@pytest.fixture
def folder(working_folder: Path) -> Path:
    """A file of nine rows with their pictures, of which a benchmark has three: by prompt, by words, by picture."""
    rows: list[dict[str, Any]] = []
    Path("images").mkdir()
    for i in range(9):
        Path(f"images/{i}.jpg").write_bytes(encode(spots(i, 320, 240)))
        said = LONG if i == 4 else f"Thing number {i}."
        turns = [{"from": "human", "value": "<image>\nDescribe it."}, {"from": "gpt", "value": said}]
        rows.append({"id": str(i), "image": f"images/{i}.jpg", "conversations": turns})
    rows[2]["prompt"] = "((owl)), barn, night, realistic, 8k"
    rows[3]["prompt"] = "((owl)), forest, realistic, 8k"
    Path("llava.json").write_text(json.dumps(rows))
    small = encode(np.asarray(Image.fromarray(spots(7, 320, 240)).resize((160, 120))), "jpg", 70)
    items = [
        {"question": "What is it?", "answer": "An owl.", "prompt": "night, barn, ((Owls)), watercolor", "image": None},
        {"question": "What do you see?", "answer": f"In the picture, {LONG.lower()}", "prompt": "", "image": None},
        {"question": "What is it?", "answer": "A thing.", "prompt": "", "image": {"bytes": small, "path": None}},
        {"question": "What is it?", "answer": "A dog.", "prompt": "", "image": None},
    ]
    pq.write_table(pa.Table.from_pylist(items), "bench.parquet")
    return working_folder


def read(name: str) -> Any:
    return json.loads(Path(name).read_text())


def test_rows_that_repeat_an_item_are_left_out_and_listed_with_that_item(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mix", "sources=[{path: llava.json}]", "benchmarks=[bench.parquet]"]) == 0
    assert sorted(row["id"] for row in read("mix.json")) == ["0", "1", "3", "5", "6", "8"]
    listed = [json.loads(line) for line in Path("mix.rejected.jsonl").read_text().splitlines()]
    assert [(row["id"], row["row"], row["reason"], row["detail"]) for row in listed] == [
        ("2", 3, "matches a benchmark", "item 1 of bench.parquet by its keywords"),
        ("4", 5, "matches a benchmark", "item 2 of bench.parquet by its words"),
        ("7", 8, "matches a benchmark", "item 3 of bench.parquet by its picture"),
    ]
    report = read("mix.report.json")
    assert report["sources"][0]["left_out"] == 3 and report["sources"][0]["bad"] == {}
    assert report["benchmarks"] == {
        "files": ["bench.parquet"],
        "items": 4,
        "by_keywords": 1,
        "by_words": 1,
        "by_picture": 1,
        "by_nothing": 1,
        "pictures_lost": 0,
    }
    said = " ".join(capsys.readouterr().out.split())
    assert "1 items have too few words and no picture: nothing can find them" in said


def test_pictures_that_cannot_be_compared_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("images/0.jpg").unlink()
    Path("images/1.jpg").write_bytes(b"no picture")
    words = ["mix", "sources=[{path: llava.json}]", "pictures=skip", "benchmarks=[bench.parquet]"]
    assert main(words) == 0
    assert read("mix.report.json")["sources"][0]["pictures_not_compared"] == 2
    said = " ".join(capsys.readouterr().out.split())
    assert "2 pictures are not there or do not open: they were not held against the benchmarks" in said


def test_without_a_benchmark_nothing_is_left_out(folder: Path) -> None:
    assert main(["mix", "sources=[{path: llava.json}]"]) == 0
    assert len(read("mix.json")) == 9 and "benchmarks" not in read("mix.report.json")


def test_a_benchmark_that_is_not_there_or_none_is_told_before_anything_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("none.jsonl").write_text('{"id": 1}\n')
    for name, why in (("gone.parquet", "is not there"), ("none.jsonl", "has no question, prompt or picture")):
        assert main(["mix", "sources=[{path: llava.json}]", f"benchmarks=[{name}]"]) == 2
        assert why in capsys.readouterr().err
    assert not Path("mix.json").exists()


def test_rows_that_repeat_an_item_are_in_no_variant(folder: Path) -> None:
    rows = read("llava.json")
    for row in rows:
        row["ability"] = "animal" if int(row["id"]) % 2 else "joke"
    Path("llava.json").write_text(json.dumps(rows))
    words = ["mix", "sources=[{path: llava.json}]", "benchmarks=[bench.parquet]", "variants=[without]"]
    assert main(words) == 0
    for name in ("mix.json", "mix.without_animal.json", "mix.without_joke.json"):
        assert len(read(name)) == 6 and not {row["id"] for row in read(name)} & {"2", "4", "7"}


@pytest.mark.slow
def test_the_pictures_of_a_run_are_compared_before_they_are_written(working_folder: Path) -> None:
    assert main(["ability=animal", "n=4"]) == 0
    rows = read("outputs/animal/export/llava/llava.json")
    stolen = Path("outputs/animal/export/llava", rows[1]["image"]).read_bytes()
    pq.write_table(pa.Table.from_pylist([{"question": "What?", "answer": "It.", "image": stolen}]), "bench.parquet")
    assert main(["mix", "sources=[{run: outputs/animal}]", "benchmarks=[bench.parquet]"]) == 0
    assert sorted(row["id"].rpartition("/")[2] for row in read("mix.json")) == sorted(
        row["id"] for row in rows if row["id"] != rows[1]["id"]
    )
    assert len([*Path("synthgen/animal").iterdir()]) == 3


@pytest.mark.skipif(not (DATA / "llava").is_dir(), reason="LLaVA's files are not here")
def test_two_published_files_about_the_same_photographs_are_kept_apart(working_folder: Path) -> None:
    path, benchmark = DATA / "llava/coco2014_val_gpt4_qa_30x3.jsonl", DATA / "llava/qa90_gpt4_answer.jsonl"
    assert main(["mix", f"sources=[{{path: {path}}}]", f"benchmarks=[{benchmark}]", "pictures=skip"]) == 0
    source = read("mix.report.json")["sources"][0]
    assert source["read"] == 90 and source["left_out"] == 64 == 90 - len(read("mix.json"))
