"""For axolotl: a line of JSON per record, the pictures as blocks of the first question.

datasets: [{path: outputs/joke/export/axolotl/axolotl.jsonl, ds_type: json, type: chat_template}]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES
from synthgen.kit.rows import about, json_lines, put_pictures
from synthgen.types import Record

FILE = "axolotl.jsonl"


@dataclass(frozen=True)
class Axolotl(Exporter):
    """No column of pictures, of which axolotl takes the first only, and no tags, which it takes for text.

    Keys that it does not know are ignored.
    """

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"started in {url}: datasets: [{{path: {FILE}, ds_type: json, type: chat_template}}]"

    def subsets(self) -> Mapping[str, str]:
        return {"default": FILE}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with json_lines(target, FILE) as add:
            for record in records:
                paths = put_pictures(record, target)
                add({"id": record.id, "messages": _messages(record, paths), **about(record)})
                rows += 1
        return rows


def _messages(record: Record, paths: list[str]) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    for turn in record.dialogue.turns:
        for role, text in (("user", turn.question), ("assistant", turn.answer)):
            said.append({"role": role, "content": [{"type": "text", "text": text.strip()}]})
    said[0]["content"][:0] = [{"type": "image", "path": path} for path in paths]
    return said
