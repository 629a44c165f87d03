"""Parquet shards that `datasets.load_dataset("outputs/joke/export/parquet")` opens with decoded pictures."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import conversation, scores_json
from synthgen.kit.validate import valid
from synthgen.types import ExportSummary, Record

_TEXTS = ("ability", "prompt", "negative", "kind", "scores", "provenance")
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
_GROUP_ROWS = 100
_GROUP_BYTES = 16_000_000


@dataclass(frozen=True)
class Parquet(Exporter):
    """One row per record, the picture's file bytes in it; scores and provenance as JSON."""

    shard_mb: int
    """A shard is closed when its pictures reach so many megabytes (10^6 bytes)."""

    def write(self, records: Iterable[Record], target: Target) -> ExportSummary:
        skipped: Counter[str] = Counter()
        rows = turns = 0
        for shard, held in _cut(_of_one_picture(valid(records, skipped), skipped), _filling(self.shard_mb * 1_000_000)):
            with target.open(f"data/train-{shard:05d}.parquet") as file, pq.ParquetWriter(file, _SCHEMA, **_OPTIONS) as out:
                for _, group in _cut(held, _filling(_GROUP_BYTES, _GROUP_ROWS)):
                    batch = list(group)
                    out.write_table(pa.Table.from_pylist([_row(record) for record in batch], schema=_SCHEMA))
                    rows += len(batch)
                    turns += sum(len(record.dialogue.turns) for record in batch)
        return ExportSummary("parquet", target.url, rows, turns, dict(skipped))


# Pictures are packed already; texts repeat. All options that could change the bytes are named.
_OPTIONS: dict[str, Any] = {
    "version": "2.6",
    "compression": {name: "zstd" for name in ("id", *_TEXTS)},
    "use_dictionary": ["ability", "kind"],
}
