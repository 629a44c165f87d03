"""TRL's table: what it holds, and, where TRL is installed, what its trainer makes of it."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from synthgen.exporter.trl import Trl
from tests.exporter.reading import DIALOGUE, export, loader, mixed, same
from tests.samples import record


def test_single_turns_are_prompt_and_completion_and_dialogues_are_messages(tmp_path: Path) -> None:
    summary = export(Trl(400), tmp_path, mixed())
    assert (summary.rows, summary.skipped) == (9, {})
    single = pq.read_table(tmp_path / "data/train-00000.parquet").to_pylist()
    multi = pq.read_table(tmp_path / "data/multiturn-00000.parquet").to_pylist()
    assert [(row["id"][-1], len(row["images"])) for row in single] == [("0", 0), ("1", 1), ("2", 2), ("5", 1), ("6", 3)]
    assert [(row["id"][-1], len(row["images"])) for row in multi] == [("3", 1), ("4", 2), ("7", 0), ("8", 1)]
    for row in [*single, *multi]:
        said = row["messages"] if "messages" in row else row["prompt"] + row["completion"]
        assert [message["role"] for message in said] == ["user", "assistant"] * (len(said) // 2)
        blocks = [block["type"] for message in said for block in message["content"]]
        assert blocks == ["image"] * len(row["images"]) + ["text"] * len(said)
        assert "<image>" not in json.dumps(said)
        assert row["picture_prompt"] == "((red balloon)), beach, 8k"
    texts = [block["text"] for message in multi[0]["messages"] for block in message["content"] if block["text"]]
    assert texts == [text for turn in DIALOGUE for text in turn]


def test_two_exports_are_equal(tmp_path: Path) -> None:
    for name in ("one", "other"):
        export(Trl(400), tmp_path / name, (record(i) for i in range(5)))
    path = "data/train-00000.parquet"
    assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes()


@pytest.mark.consumers
def test_datasets_opens_both_subsets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {one.id: one for one in mixed()}
    export(Trl(400), tmp_path, made.values())
    load = loader(monkeypatch, tmp_path / "cache")
    found = {name: load("parquet", data_files=f"{tmp_path}/{at}") for name, at in Trl(400).subsets().items()}
    assert {name: len(rows) for name, rows in found.items()} == {"default": 5, "multiturn": 4}
    for row in [*found["default"], *found["multiturn"]]:
        pictures = made[row["id"]].pictures
        assert [same(a, b.data) for a, b in zip(row["images"], pictures, strict=True)] == [True] * len(pictures)
