"""Parquet files as `datasets` writes them: each says which of its columns are pictures."""

import json
from types import TracebackType
from typing import IO, Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.types import Record

TEXT = {"dtype": "string", "_type": "Value"}
IMAGE = {"_type": "Image"}
FACTS: dict[str, Any] = {
    **dict.fromkeys(("ability", "kind", "language"), TEXT),
    "keywords": [TEXT],
    **dict.fromkeys(("negative", "scores", "provenance"), TEXT),
}
"""The columns of `kit.conversations.facts`."""
_REPEATED = ["ability", "kind", "language"]
_GROUP_ROWS = 100
_GROUP_BYTES = 4_000_000


def schema(features: dict[str, Any]) -> pa.Schema:
    """The columns that `datasets` calls features: TEXT, IMAGE, [a list of them] and {a struct: of them}."""
    about = {"huggingface": json.dumps({"info": {"features": features}}, sort_keys=True)}
    return pa.schema([(name, _column(feature)) for name, feature in features.items()], metadata=about)


def _column(feature: Any) -> pa.DataType:
    if isinstance(feature, list):
        return pa.list_(_column(feature[0]))
    if feature == TEXT:
        return pa.string()
    if feature == IMAGE:
        return pa.struct([("bytes", pa.binary()), ("path", pa.string())])
    return pa.struct([(name, _column(part)) for name, part in feature.items()])


def images(record: Record) -> list[dict[str, Any]]:
    """A record's pictures as a column of type Image holds them: the stored files, each with a name."""
    several = len(record.pictures) > 1
    names = [f"{record.id}-{i}" if several else record.id for i in range(len(record.pictures))]
    pairs = zip(names, record.pictures, strict=True)
    return [{"bytes": picture.data, "path": f"{name}.{picture.format}"} for name, picture in pairs]


def size(record: Record) -> int:
    """Bytes of a record's pictures."""
    return sum(len(picture.data) for picture in record.pictures)


def loading(url: str) -> str:
    """How `datasets` opens an export: a folder as its card says; of a store it reads the files that are named."""
    if "://" in url:
        return f"datasets.load_dataset('parquet', data_files='{url}/data/train-*.parquet', split='train')"
    return f"datasets.load_dataset({url!r}, split='train')"


class Rows:
    """Rows into one parquet file, in groups that are small enough to be held in memory."""

    def __init__(self, file: IO[bytes], columns: pa.Schema) -> None:
        self._columns = columns
        self._out = pq.ParquetWriter(
            file,
            columns,
            version="2.6",
            compression="snappy",
            use_dictionary=_REPEATED,  # pictures never repeat, and are too long to look up
            write_statistics=["id", *_REPEATED],
        )
        self._rows: list[dict[str, Any]] = []
        self._size = 0

    def add(self, row: dict[str, Any], size: int) -> None:
        """A row with so many bytes of pictures."""
        if self._rows and (self._size + size > _GROUP_BYTES or len(self._rows) >= _GROUP_ROWS):
            self._flush()
        self._rows.append(row)
        self._size += size

    def _flush(self) -> None:
        self._out.write_table(pa.Table.from_pylist(self._rows, schema=self._columns))
        self._rows, self._size = [], 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._rows and error is None:
            self._flush()
        self._out.close()
