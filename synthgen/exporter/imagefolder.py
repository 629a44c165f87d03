"""ImageFolder: pictures as files, beside them a list of what is said about each.

    datasets.load_dataset("imagefolder", data_dir="outputs/joke/export/imagefolder/train")

Each of its rows has a picture, so text-only records are counted out. Records of several pictures lie in a folder of
their own: a row of the same list without a single picture would be an error.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO, Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, conversation, facts
from synthgen.kit.parquet_rows import images
from synthgen.types import Record


@dataclass(frozen=True)
class Imagefolder(Exporter):
    """`train/metadata.jsonl` with `file_name`, `multi/metadata.jsonl` with `images_file_names`."""

    holds: ClassVar[tuple[int, int]] = (1, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"datasets.load_dataset('imagefolder', data_dir='{url}/train')"

    def subsets(self) -> Mapping[str, str]:
        return {"default": "train/**", "multi": "multi/**"}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        lists: dict[str, IO[bytes]] = {}
        with ExitStack() as stack:
            for record in records:
                folder = "multi" if len(record.pictures) > 1 else "train"
                if folder not in lists:
                    lists[folder] = stack.enter_context(target.open(f"{folder}/metadata.jsonl"))
                for image in images(record):
                    target.put(f"{folder}/{image['path']}", image["bytes"])
                lists[folder].write(json.dumps(_row(record), ensure_ascii=False).encode() + b"\n")
                rows += 1
        return rows


def _row(record: Record) -> dict[str, Any]:
    names = [image["path"] for image in images(record)]
    return {
        **({"images_file_names": names} if len(names) > 1 else {"file_name": names[0]}),
        "id": record.id,
        "conversations": conversation(record),
        "prompt": record.prompt.text,
        **facts(record),
    }
