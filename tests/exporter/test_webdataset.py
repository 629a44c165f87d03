"""Tar shards as `webdataset` and `datasets` read them."""

import glob
import json
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from synthgen.exporter.webdataset import Webdataset
from synthgen.types import Record
from tests.exporter.reading import export, loader, mixed, same
from tests.samples import record


def members(path: Path) -> list[str]:
    with tarfile.open(path) as archive:
        return archive.getnames()


def test_pictures_and_text_of_a_sample_lie_next_to_each_other_one_set_of_shards_per_number_of_pictures(
    tmp_path: Path,
) -> None:
    summary = export(Webdataset(400), tmp_path, mixed())
    assert (summary.rows, summary.skipped) == (9, {})
    found = {path.name: members(path) for path in (tmp_path / "data").iterdir()}
    assert found == {
        "train-1img-00000.tar": [f"color-00000000{i}.{ext}" for i in (1, 3, 5, 8) for ext in ("jpg", "json")],
        "train-2img-00000.tar": [f"color-00000000{i}.{ext}" for i in (2, 4) for ext in ("0.jpg", "1.jpg", "json")],
        "train-3img-00000.tar": [f"color-000000006.{ext}" for ext in ("0.jpg", "1.jpg", "2.jpg", "json")],
        "train-text-00000.tar": [f"color-00000000{i}.json" for i in (0, 7)],
    }


def test_the_text_holds_the_conversation_and_where_it_comes_from(tmp_path: Path) -> None:
    made = record(1)
    export(Webdataset(400), tmp_path, [made])
    with tarfile.open(tmp_path / "data/train-1img-00000.tar") as archive:
        text = json.loads(archive.extractfile("color-000000001.json").read())  # type: ignore[union-attr]
        assert archive.extractfile("color-000000001.jpg").read() == made.pictures[0].data  # type: ignore[union-attr]
    assert text["conversations"][0] == {"from": "human", "value": "<image>\nWhat is shown?"}
    assert text["keywords"] == ["red balloon", "beach", "8k"]
    assert json.loads(text["provenance"])["embedded"] == "llm+renderer"
    assert json.loads(text["scores"]) == {"readable": {"contrast": 31.5, "broken": None}}


def test_shards_are_closed_when_they_are_full_and_two_exports_are_equal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("synthgen.exporter.webdataset.MEGABYTE", 20_000)
    for name in ("one", "other"):
        export(Webdataset(1), tmp_path / name, (record(i) for i in range(30)))
    shards = sorted((tmp_path / "one/data").iterdir())
    assert [path.name for path in shards] == [f"train-1img-{i:05d}.tar" for i in range(len(shards))] and len(shards) > 3
    assert all(path.stat().st_size <= 20_000 + 1024 for path in shards)
    assert [name for path in shards for name in members(path)][::2] == [f"color-{i:09d}.jpg" for i in range(30)]
    assert all(path.read_bytes() == (tmp_path / "other/data" / path.name).read_bytes() for path in shards)


def test_an_id_that_no_tar_can_hold_is_counted_out(tmp_path: Path) -> None:
    long = [replace(record(i, pictures=2), id="a" * (92 + i)) for i in (0, 1, 2)]
    summary = export(Webdataset(400), tmp_path, long)
    assert (summary.rows, summary.skipped) == (2, {"id too long for a tar file": 1})
    assert len(members(tmp_path / "data/train-2img-00000.tar")) == 6


def conversations(made: Record) -> list[str]:
    return [text for turn in made.dialogue.turns for text in (turn.question, turn.answer)]


def texts(row: Any) -> list[str]:
    return [turn["value"].replace("<image>\n", "") for turn in row["conversations"]]


@pytest.mark.consumers
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # webdataset leaves closing to the collector
def test_webdataset_streams_every_sample_with_its_pictures(tmp_path: Path) -> None:
    import webdataset

    made = {one.id: one for one in mixed()}
    export(Webdataset(400), tmp_path, made.values())
    found = {}
    for kind in ("text", "1img", "2img", "3img"):
        urls = sorted(glob.glob(f"{tmp_path}/data/train-{kind}-*.tar"))
        found |= {s["__key__"]: s for s in webdataset.WebDataset(urls, shardshuffle=False).decode("pil")}
    assert found.keys() == made.keys()
    for id, sample in found.items():
        shown = [sample[key] for key in sorted(sample) if key.endswith("jpg")]
        assert [same(a, b.data) for a, b in zip(shown, made[id].pictures, strict=True)] == [True] * len(shown)
        assert texts(sample["json"]) == conversations(made[id])


@pytest.mark.consumers
def test_datasets_reads_each_set_of_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {one.id: one for one in [*mixed(), *(record(i) for i in range(20, 30))]}
    monkeypatch.setattr("synthgen.exporter.webdataset.MEGABYTE", 20_000)
    exporter = Webdataset(1)
    export(exporter, tmp_path, made.values())
    load = loader(monkeypatch, tmp_path / "cache")
    counts = {}
    for name, pattern in exporter.subsets().items():
        if not glob.glob(f"{tmp_path}/{pattern}"):
            continue
        rows = load("webdataset", data_files=f"{tmp_path}/{pattern}")
        counts[name] = len(rows)
        for row in rows:
            one = made[row["__key__"]]
            shown = [row[key] for key in sorted(row) if key.endswith("jpg")]
            assert [same(a, b.data) for a, b in zip(shown, one.pictures, strict=True)] == [True] * len(shown)
            assert texts(row["json"]) == conversations(one)
    assert counts == {"default": 14, "text": 2, "2img": 2, "3img": 1}
