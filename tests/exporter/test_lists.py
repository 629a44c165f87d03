"""What all exports have in common that are a list of rows with pictures beside it."""

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.types import Record
from tests.exporter.shapes import bytes_of, export, exporter, shapes
from tests.samples import Files, record

LISTS = ("llava", "llava_pretrain", "llava_next", "sharegpt", "swift", "axolotl", "stablellava")


@pytest.mark.parametrize("name", LISTS)
def test_the_same_records_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        export(name, tmp_path / folder, shapes())
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other") != {}


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_counted_and_appear_after_their_pictures(name: str, tmp_path: Path) -> None:
    target = Files(tmp_path)
    made = [record(i) for i in range(4)]
    assert exporter(name).write(made, target) == 4
    (rows,) = [path for path in target.order if path.endswith((".json", ".jsonl")) and "info" not in path]
    assert target.order.index(rows) > max(i for i, path in enumerate(target.order) if path.startswith("images/"))
    text = (tmp_path / rows).read_text(encoding="utf-8")
    found = json.loads(text) if rows.endswith(".json") else [json.loads(line) for line in text.splitlines()]
    assert len(found) == 4 and all(one["id"].startswith(f"color-00000000{i}") for i, one in enumerate(found))


@pytest.mark.parametrize("name", LISTS)
def test_nothing_to_export_is_no_row_and_no_error(name: str, tmp_path: Path) -> None:
    summary = export(name, tmp_path, [])
    assert (summary.records, summary.rows) == (0, 0)
    for path in tmp_path.rglob("*.json"):
        assert json.loads(path.read_text()) == [] or path.name == "dataset_info.json"


@pytest.mark.parametrize("name", LISTS)
def test_what_can_be_loaded_says_where_it_lies(name: str, tmp_path: Path) -> None:
    export(name, tmp_path, shapes())
    for pattern in exporter(name).subsets().values():
        assert [*tmp_path.glob(pattern)]


@pytest.mark.parametrize("name", LISTS)
def test_memory_does_not_grow_with_the_number_of_records(name: str, tmp_path: Path) -> None:
    text = "word " * 2000

    def many(count: int) -> Iterator[Record]:
        return (record(i, ("What is it?", text)) for i in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        exporter(name).write(many(count), Files(tmp_path))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(5)
    assert peak(120) < peak(20) + 300_000  # 100 more texts are 1 MB
