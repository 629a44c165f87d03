"""Parquet shards that `datasets.load_dataset("outputs/joke/export/parquet")` opens with decoded pictures."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import conversation, scores_json
from synthgen.kit.options import Size
from synthgen.types import Record

_TEXTS = ("ability", "kind", "language", "prompt", "negative", "scores", "provenance")
_VALUE = {"dtype": "string", "_type": "Value"}
_FEATURES = {
    "id": _VALUE,
    "image": {"_type": "Image"},
    "conversations": [{"from": _VALUE, "value": _VALUE}],
    **dict.fromkeys(_TEXTS, _VALUE),
}
_SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("image", pa.struct([("bytes", pa.binary()), ("path", pa.string())])),
        ("conversations", pa.list_(pa.struct([("from", pa.string()), ("value", pa.string())]))),
        *((name, pa.string()) for name in _TEXTS),
    ],
    # What `datasets` itself writes, and reads to know a picture from a struct of bytes.
    metadata={"huggingface": json.dumps({"info": {"features": _FEATURES}}, sort_keys=True)},
)
_OPTIONS = {
    "version": "2.6",
    "compression": "snappy",
    "use_dictionary": ["ability", "kind", "language"],  # pictures never repeat, and are too long to look up
    "write_statistics": ["id", "ability", "kind", "language"],
}
_MEGABYTE = 1_000_000
_GROUP_ROWS = 100
_GROUP_BYTES = 4_000_000


@dataclass(frozen=True)
class Parquet(Exporter):
    """One row per record, the picture's file in it; scores and provenance as JSON texts."""

    shard_mb: Size
    """A shard is closed when its pictures reach so many megabytes (10^6 bytes)."""

    holds: ClassVar[tuple[int, int]] = (0, 1)  # a column of type Image holds one picture or none

    def usage(self, url: str) -> str:
        return f"datasets.load_dataset({url!r})"

    def subsets(self) -> Mapping[str, str]:
        return {"default": "data/train-*.parquet"}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        shards = _cut(records, self.shard_mb * _MEGABYTE)
        for number, shard in enumerate(shards):
            path = f"data/train-{number:05d}.parquet"
            with target.open(path) as file, pq.ParquetWriter(file, _SCHEMA, **_OPTIONS) as out:
                for group in _cut(shard, _GROUP_BYTES, _GROUP_ROWS):
                    held = [_row(record) for record in group]
                    out.write_table(pa.Table.from_pylist(held, schema=_SCHEMA))
                    rows += len(held)
        return rows


def _cut(records: Iterable[Record], most_bytes: int, most_rows: int = 2**62) -> Iterator[Iterator[Record]]:
    """Runs of consecutive records whose pictures stay below a size; a run holds one record at least."""
    size, count, run = 0, 0, 0

    def number(record: Record) -> int:
        nonlocal size, count, run
        more = sum(len(picture.data) for picture in record.pictures)
        if count and (size + more > most_bytes or count >= most_rows):
            size, count, run = 0, 0, run + 1
        size, count = size + more, count + 1
        return run

    return (group for _, group in groupby(records, key=number))


def _row(record: Record) -> dict[str, Any]:
    image = [{"bytes": p.data, "path": f"{record.id}.{p.format}"} for p in record.pictures]
    return {
        "id": record.id,
        "image": image[0] if image else None,
        "conversations": conversation(record),
        "ability": record.ability,
        "kind": record.dialogue.kind,
        "language": record.dialogue.language,
        "prompt": record.prompt.text,
        "negative": record.prompt.negative,
        "scores": scores_json(record),
        "provenance": json.dumps(dict(record.provenance), sort_keys=True),
    }
