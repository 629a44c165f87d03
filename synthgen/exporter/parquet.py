"""Parquet shards that `datasets.load_dataset("outputs/joke/export/parquet")` opens with decoded pictures.

Records of several pictures are a subset of their own: a column of type Image holds one picture or none, and rows with
one picture should not have to be read as lists of one.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, conversation, facts
from synthgen.kit.options import Size
from synthgen.kit.parquet_rows import FACTS, IMAGE, TEXT, Rows, images, schema, size
from synthgen.kit.sharding import MEGABYTE, Shards
from synthgen.types import Record

_REST = {"conversations": [{"from": TEXT, "value": TEXT}], "prompt": TEXT, **FACTS}
_ONE = schema({"id": TEXT, "image": IMAGE, **_REST})
_MANY = schema({"id": TEXT, "images": [IMAGE], **_REST})
_FILES = {"default": "data/train-{:05d}.parquet", "multi": "data/multi-{:05d}.parquet"}

_CARD = """---
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train-*.parquet
---
# Image-dialogue data, made by synthgen

{rows:,} pictures, each with a dialogue.

{made}
{embedded}"""
_EMBEDDED = """
Embedded backends took part. What they make are flat illustrations and sentences from patterns: fit to try out a
training pipeline and to learn what they show, no photographs and no language of people.
"""


@dataclass(frozen=True)
class Parquet(Exporter):
    """One row per record, the pictures' files in it; scores and provenance as JSON texts."""

    shard_mb: Size
    """A shard is closed when its pictures reach so many megabytes (10^6 bytes)."""

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"datasets.load_dataset({url!r})"

    def subsets(self) -> Mapping[str, str]:
        return {name: path.replace("{:05d}", "*") for name, path in _FILES.items()}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        made: Counter[str] = Counter()
        with ExitStack() as stack:
            one, many = (
                stack.enter_context(Shards(target, path, self.shard_mb * MEGABYTE, partial(Rows, columns=columns)))
                for path, columns in zip(_FILES.values(), (_ONE, _MANY), strict=True)
            )
            for record in records:
                room = (many if len(record.pictures) > 1 else one).room(size(record))
                room.add(row := _row(record), size(record))
                made[f"{row['ability']}: {_makers(row)}"] += 1
                rows += 1
        lines = "\n".join(f"- {what}: {count:,}" for what, count in sorted(made.items()))
        embedded = _EMBEDDED if any("embedded" in what for what in made) else ""
        target.put("README.md", _CARD.format(rows=rows, made=lines, embedded=embedded).encode())
        return rows


def _row(record: Record) -> dict[str, Any]:
    shown = images(record)
    return {
        "id": record.id,
        **({"images": shown} if len(shown) > 1 else {"image": shown[0] if shown else None}),
        "conversations": conversation(record),
        "prompt": record.prompt.text,
        **facts(record),
    }


def _makers(row: dict[str, Any]) -> str:
    """Who made a row, for the card."""
    by = json.loads(row["provenance"])
    note = f" (embedded: {by['embedded']})" if by.get("embedded") else ""
    return f"text by {by.get('llm', 'unknown')}, pictures by {by.get('renderer', 'unknown')}{note}"
