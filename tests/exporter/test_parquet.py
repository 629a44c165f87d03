"""The parquet export opens with pyarrow alone, and with `datasets` as pictures."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from synthgen.exporter.parquet import Parquet
from synthgen.exporting import written
from synthgen.types import ExportSummary, Record
from tests.exporter import reading
from tests.samples import Files, record


def export(folder: Path, records: Iterator[Record], shard_mb: int = 400) -> ExportSummary:
    return written("parquet", Parquet(shard_mb), records, Files(folder))


def rows_of(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted((folder / "data").glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_rows_hold_the_stored_bytes_the_conversation_and_where_they_come_from(tmp_path: Path) -> None:
    made = record(4, ("What is it?", "A balloon."), ("Its color?", "Red."))
    summary = export(tmp_path, iter([made]))
    assert (summary.records, summary.turns, summary.skipped) == (1, 2, {})
    (row,) = rows_of(tmp_path)
    assert row["id"] == made.id and row["ability"] == "color" and row["kind"] == "describe"
    assert row["image"] == {"bytes": made.pictures[0].data, "path": "color-000000004.jpg"}
    assert row["conversations"][0] == {"from": "human", "value": "<image>\nWhat is it?"}
    assert [turn["from"] for turn in row["conversations"]] == ["human", "gpt", "human", "gpt"]
    assert json.loads(row["scores"]) == {"readable": {"contrast": 31.5, "broken": None}}
    assert json.loads(row["provenance"])["embedded"] == "llm+renderer"
    assert row["keywords"] == ["red balloon", "beach", "8k"]
    assert (row["prompt"], row["negative"]) == ("((red balloon)), beach, 8k", "text, watermark")


def test_bad_records_are_left_out_and_counted(tmp_path: Path) -> None:
    bad = record(1, ("What?", "A </s> balloon."))
    summary = export(tmp_path, iter([record(0), bad, record(2, pictures=9), record(3, pictures=0)]))
    assert summary.skipped == {"answer: holds </s>": 1, "more than 8 pictures": 1}
    assert [row["id"][-1] for row in rows_of(tmp_path)] == ["0", "3"]
    assert rows_of(tmp_path)[1]["image"] is None


def test_records_of_several_pictures_are_a_subset_of_their_own(tmp_path: Path) -> None:
    summary = reading.export(Parquet(400), tmp_path, reading.mixed())
    assert (summary.rows, summary.skipped) == (9, {})
    single = pq.read_table(tmp_path / "data/train-00000.parquet").to_pylist()
    several = pq.read_table(tmp_path / "data/multi-00000.parquet").to_pylist()
    assert [row["id"][-1] for row in single] == ["0", "1", "3", "5", "7", "8"]
    assert [[image["path"] for image in row["images"]] for row in several] == [
        ["color-000000002-0.jpg", "color-000000002-1.jpg"],
        ["color-000000004-0.jpg", "color-000000004-1.jpg"],
        ["color-000000006-0.jpg", "color-000000006-1.jpg", "color-000000006-2.jpg"],
    ]
    assert [row["conversations"][0]["value"].count("<image>") for row in several] == [2, 2, 3]


def test_shards_are_closed_when_they_are_full_and_rows_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = max(len(record(i).pictures[0].data) for i in range(30))
    monkeypatch.setattr("synthgen.kit.parquet_rows._GROUP_ROWS", 3)
    monkeypatch.setattr("synthgen.exporter.parquet.MEGABYTE", size)
    export(tmp_path, (record(i) for i in range(30)), shard_mb=8)
    shards = sorted((tmp_path / "data").iterdir())
    assert [path.name for path in shards] == [f"train-{i:05d}.parquet" for i in range(len(shards))]
    held = [pq.read_table(path).to_pylist() for path in shards]
    assert len(shards) >= 3
    assert all(sum(len(row["image"]["bytes"]) for row in rows) <= 8 * size for rows in held)
    assert [row["id"] for rows in held for row in rows] == [f"color-{i:09d}" for i in range(30)]
    assert pq.ParquetFile(shards[0]).num_row_groups == -(-len(held[0]) // 3)


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        export(tmp_path / name, (record(i) for i in range(5)))
    path = "data/train-00000.parquet"
    assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes()


def test_no_record_is_read_before_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory: a group of rows, and one record ahead."""
    monkeypatch.setattr("synthgen.kit.parquet_rows._GROUP_ROWS", 4)
    written: list[int] = []
    ahead = []
    write_table = pq.ParquetWriter.write_table

    def counted(self: Any, table: Any) -> None:
        written.append(table.num_rows)
        write_table(self, table)

    def many() -> Iterator[Record]:
        for i in range(40):
            ahead.append(i - sum(written))
            yield record(i)

    monkeypatch.setattr(pq.ParquetWriter, "write_table", counted)
    export(tmp_path, many())
    assert sum(written) == 40
    assert max(ahead) <= 4


@pytest.mark.consumers
def test_datasets_opens_it_as_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import datasets

    made = {one.id: one for one in [*reading.mixed(), record(20, format="png"), record(21, format="webp")]}
    export(tmp_path, iter(made.values()))
    load = reading.loader(monkeypatch, tmp_path / "cache")
    single = load("parquet", data_files=str(tmp_path / Parquet(400).subsets()["default"]))
    several = load("parquet", data_files=str(tmp_path / Parquet(400).subsets()["multi"]))
    assert isinstance(single.features["image"], datasets.Image)
    assert several.features["images"] == datasets.List(datasets.Image())
    assert (len(single), len(several)) == (8, 3)
    for row in [*single, *several]:
        one = made[row["id"]]
        shown = row["images"] if "images" in row else [row["image"]] if row["image"] else []
        assert [reading.same(a, b.data) for a, b in zip(shown, one.pictures, strict=True)] == [True] * len(shown)
        said = [text for turn in one.dialogue.turns for text in (turn.question, turn.answer)]
        assert [turn["value"].replace("<image>\n", "") for turn in row["conversations"]] == said


@pytest.mark.consumers
def test_datasets_finds_the_single_pictures_by_the_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(tmp_path / "export", iter(reading.mixed()))
    load = reading.loader(monkeypatch, tmp_path / "cache")
    assert len(load(str(tmp_path / "export"))) == 6
