"""What went through a target is known afterwards, as it lies on disk."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from synthgen.card import watched
from synthgen.card.watched import Watched
from tests.samples import Files


def test_files_in_pieces_are_remembered_with_their_bytes_and_pictures_are_not(tmp_path: Path) -> None:
    target = Watched(Files(tmp_path), {"default": "data/train-*.txt", "multi": "data/multi-*.txt"})
    target.put("images/1.jpg", b"picture")
    with target.open("data/train-0.txt") as file:
        file.write(b"one ")
        file.write(b"two")
    (one,) = target.files
    data = (tmp_path / "data/train-0.txt").read_bytes()
    assert data == b"one two" and (tmp_path / "images/1.jpg").read_bytes() == b"picture"
    assert (one.path, one.size, one.sha256) == ("data/train-0.txt", 7, hashlib.sha256(data).hexdigest())
    assert target.filled == {"default"}


@pytest.mark.parametrize("tail", [1_000_000, 3_000])
def test_the_columns_of_a_large_parquet_file_are_read_from_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tail: int
) -> None:
    monkeypatch.setattr(watched, "TAIL", tail)
    target = Watched(Files(tmp_path), {})
    table = pa.table({"id": [str(i) for i in range(5_000)], "x": [float(i) for i in range(5_000)]})
    with target.open("a.parquet") as file, pq.ParquetWriter(file, table.schema) as out:
        out.write_table(table)
    assert target.files[0].columns is not None
    assert target.files[0].columns.names == ["id", "x"]
    assert pq.read_table(tmp_path / "a.parquet").equals(table)


def test_a_file_that_did_not_come_to_be_is_not_remembered(tmp_path: Path) -> None:
    target = Watched(Files(tmp_path), {})
    with pytest.raises(RuntimeError), target.open("a.json") as file:
        file.write(b"half")
        raise RuntimeError
    assert target.files == []
