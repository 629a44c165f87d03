"""Parquet shards that `datasets.load_dataset("outputs/joke/export/parquet")` opens with decoded pictures.

Records of several pictures are a subset of their own: a column of type Image holds one picture or none, and rows with
one picture should not have to be read as lists of one.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, conversation, facts
from synthgen.kit.options import Size
from synthgen.kit.parquet_rows import FACTS, IMAGE, TEXT, Rows, images, loading, schema, size
from synthgen.kit.sharding import MEGABYTE, Shards
from synthgen.types import Record

_REST = {"conversations": [{"from": TEXT, "value": TEXT}], "prompt": TEXT, **FACTS}
_ONE = schema({"id": TEXT, "image": IMAGE, **_REST})
_MANY = schema({"id": TEXT, "images": [IMAGE], **_REST})
_FILES = {"default": "data/train-{:05d}.parquet", "multi": "data/multi-{:05d}.parquet"}


@dataclass(frozen=True)
class Parquet(Exporter):
    """One row per record, the pictures' files in it; scores and provenance as JSON texts."""

    shard_mb: Size
    """A shard is closed when its pictures reach so many megabytes (10^6 bytes)."""

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return loading(url)

    def subsets(self) -> Mapping[str, str]:
        return {name: path.replace("{:05d}", "*") for name, path in _FILES.items()}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with ExitStack() as stack:
            one, many = (
                stack.enter_context(Shards(target, path, self.shard_mb * MEGABYTE, partial(Rows, columns=columns)))
                for path, columns in zip(_FILES.values(), (_ONE, _MANY), strict=True)
            )
            for record in records:
                room = (many if len(record.pictures) > 1 else one).room(size(record))
                room.add(_row(record), size(record))
                rows += 1
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
