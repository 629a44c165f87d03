"""For ms-swift: a line of JSON per record with its messages and the paths of its pictures.

ROOT_IMAGE_DIR=outputs/joke/export/swift swift sft --dataset outputs/joke/export/swift/swift.jsonl ...
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from shlex import quote
from typing import ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES
from synthgen.kit.rows import json_lines, message_row, put_pictures
from synthgen.types import Record

FILE = "swift.jsonl"


@dataclass(frozen=True)
class Swift(Exporter):
    """A tag per picture in the first question, as many paths in `images`; other keys are ignored.

    Paths count from the export, so that it can be moved: ms-swift joins them to $ROOT_IMAGE_DIR.
    """

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"ROOT_IMAGE_DIR={quote(url)} swift sft --dataset {quote(f'{url}/{FILE}')}"

    def subsets(self) -> Mapping[str, str]:
        return {"default": FILE}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with json_lines(target, FILE) as add:
            for record in records:
                add(message_row(record, put_pictures(record, target)))
                rows += 1
        return rows
