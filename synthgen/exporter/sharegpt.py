"""For LLaMA-Factory: messages with their pictures in `sharegpt.json`, and the `dataset_info.json` that explains them.

llamafactory-cli train --dataset_dir outputs/joke/export/sharegpt --dataset synthgen ...
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from shlex import quote
from typing import ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES
from synthgen.kit.rows import json_list, message_row, put_pictures
from synthgen.types import Record

FILE = "sharegpt.json"
NAME = "synthgen"
_INFO = {
    NAME: {
        "file_name": FILE,
        "formatting": "sharegpt",
        "columns": {"messages": "messages", "images": "images"},
        # All of them: where some are given, LLaMA-Factory forgets its defaults for the others, and empties every row
        # in which it meets one.
        "tags": {
            "role_tag": "role",
            "content_tag": "content",
            "user_tag": "user",
            "assistant_tag": "assistant",
            "observation_tag": "observation",
            "function_tag": "function_call",
            "system_tag": "system",
        },
    }
}


@dataclass(frozen=True)
class Sharegpt(Exporter):
    """A tag per picture in the first question, as many paths in `images`, [] for none; other keys are ignored."""

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"llamafactory-cli train --dataset_dir {quote(url)} --dataset {NAME}"

    def subsets(self) -> Mapping[str, str]:
        return {"default": FILE}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with json_list(target, FILE) as add:
            for record in records:
                add(message_row(record, put_pictures(record, target)))
                rows += 1
        target.put("dataset_info.json", json.dumps(_INFO, indent=2).encode() + b"\n")
        return rows
