"""LLaVA-NeXT's training format: a list of rows, of one picture or several, and the yaml that mixes such lists.

--data_path outputs/joke/export/llava_next/llava_next.json --image_folder outputs/joke/export/llava_next
"""

from collections.abc import Iterable
from dataclasses import dataclass
from shlex import quote
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, conversation
from synthgen.kit.rows import about, json_list, put_pictures
from synthgen.types import Record

FILE = "llava_next.json"
# LLaVA-NeXT looks for json_path in the folder that it is started in, and samples without a seed: `all` is the one
# strategy that takes the same rows each time.
_MIXTURE = f"""datasets:
  - json_path: {FILE}
    sampling_strategy: all
"""


@dataclass(frozen=True)
class LlavaNext(Exporter):
    """`image` is a path, or of several pictures a list; keys that it does not know are ignored."""

    holds: ClassVar[tuple[int, int]] = (0, MOST_PICTURES)

    def usage(self, url: str) -> str:
        return f"--data_path {quote(f'{url}/{FILE}')} --image_folder {quote(url)}"

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with json_list(target, FILE) as add:
            for record in records:
                add(_row(record, put_pictures(record, target)))
                rows += 1
        target.put("llava_next.yaml", _MIXTURE.encode())
        return rows


def _row(record: Record, paths: list[str]) -> dict[str, Any]:
    """Without a picture there is no key `image`: that it is there says that the row has a picture."""
    image = {"image": paths[0] if len(paths) == 1 else paths} if paths else {}
    return {"id": record.id, **image, "conversations": conversation(record), **about(record)}
