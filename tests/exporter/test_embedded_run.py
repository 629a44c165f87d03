"""A run of the embedded backends, exported to folders, as programs read it that know nothing of synthgen."""

import glob
import json
from pathlib import Path

import pytest

from synthgen.__main__ import main
from tests.exporter.reading import loader


@pytest.mark.consumers
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # webdataset leaves closing to the collector
def test_every_export_of_a_run_holds_the_same_samples(
    working_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webdataset

    exporters = ["llava", "parquet", "trl", "imagefolder", "webdataset"]
    kinds = "ability.animal.kinds={conversation: 1, detail: 1}"
    assert main(["ability=animal", "n=8", "renderer.size=128", f"exporter=[{','.join(exporters)}]", kinds]) == 0
    folder = working_folder / "outputs/animal/export"
    rows = json.loads((folder / "llava/llava.json").read_text())
    turns = {row["id"]: len(row["conversations"]) // 2 for row in rows}
    assert len(turns) == 8 and 1 in turns.values() and max(turns.values()) > 1
    load = loader(monkeypatch, tmp_path / "cache")
    shards = sorted(glob.glob(f"{folder}/webdataset/data/train-1img-*.tar"))
    one = load("parquet", data_files=f"{folder}/trl/data/train-*.parquet")
    several = load("parquet", data_files=f"{folder}/trl/data/multiturn-*.parquet")
    found = {
        "json": load("json", data_files=f"{folder}/llava/llava.json")["id"],
        "parquet": load(f"{folder}/parquet")["id"],
        "trl": [*one["id"], *several["id"]],
        "imagefolder": load("imagefolder", data_dir=f"{folder}/imagefolder")["id"],
        "webdataset": load("webdataset", data_files=shards)["__key__"],
        "webdataset itself": [sample["__key__"] for sample in webdataset.WebDataset(shards, shardshuffle=False)],
    }
    assert {name: sorted(ids) for name, ids in found.items()} == {name: sorted(turns) for name in found}
    assert [turns[id] for id in one["id"]] == [1] * len(one)
    assert [len(row["messages"]) // 2 for row in several] == [turns[id] for id in several["id"]]
