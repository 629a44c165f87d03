"""LLaVA's own training format: `llava.json`, one list of rows, and the pictures beside it.

--data_path outputs/joke/export/llava/llava.json --image_folder outputs/joke/export/llava
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import conversation
from synthgen.kit.options import FileName
from synthgen.types import Record


@dataclass(frozen=True)
class Llava(Exporter):
    """Read as it is by LLaVA, LLaVA-NeXT, LLaMA-Factory and ms-swift; they ignore the keys that they do not know."""

    file: FileName
    """Name of the list of rows."""
    images: FileName
    """Folder of the pictures, inside the export."""

    holds: ClassVar[tuple[int, int]] = (0, 1)  # LLaVA joins `image` to a path: a list is a TypeError

    def usage(self, url: str) -> str:
        return f"--data_path {url}/{self.file} --image_folder {url}"

    def write(self, records: Iterable[Record], target: Target) -> int:
        """Pictures first and the list last: a list that is there has all its pictures."""
        rows = 0
        with target.open(self.file) as out:
            for record in records:
                for picture in record.pictures:
                    target.put(f"{self.images}/{record.id}.{picture.format}", picture.data)
                text = json.dumps(self._row(record), ensure_ascii=False)
                out.write(("[\n" if rows == 0 else ",\n").encode() + text.encode())
                rows += 1
            out.write(b"\n]\n" if rows else b"[]\n")
        return rows

    def _row(self, record: Record) -> dict[str, Any]:
        """One row; a key that has nothing to say is left out, above all `image`: null would be read as a path."""
        image = [f"{self.images}/{record.id}.{picture.format}" for picture in record.pictures]
        negative = {"negative": record.prompt.negative} if record.prompt.negative else {}
        return {
            "id": record.id,
            **({"image": image[0]} if image else {}),
            "conversations": conversation(record),
            "ability": record.ability,
            "kind": record.dialogue.kind,
            "language": record.dialogue.language,
            "prompt": record.prompt.text,
            **negative,
            **dict(sorted(record.provenance.items())),
        }
