"""LLaVA's own training format: `llava.json`, one list of rows, and the pictures beside it.

--data_path outputs/joke/export/llava/llava.json --image_folder outputs/joke/export/llava
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import conversation
from synthgen.kit.options import FileName
from synthgen.kit.validate import valid
from synthgen.types import ExportSummary, Record


@dataclass(frozen=True)
class Llava(Exporter):
    """Read as it is by LLaVA, LLaVA-NeXT, LLaMA-Factory and ms-swift; they ignore the keys that they do not know."""

    file: FileName
    """Name of the list of rows."""
    images: FileName
    """Folder of the pictures, inside the export."""

    def write(self, records: Iterable[Record], target: Target) -> ExportSummary:
        """Pictures first and the list last: a list that is there has all its pictures."""
        skipped: Counter[str] = Counter()
        rows = turns = 0
        with target.open(self.file) as out:
            for record in valid(records, skipped):
                if len(record.pictures) > 1:
                    skipped["more than one picture"] += 1  # LLaVA joins `image` to a path: a list is a TypeError
                    continue
                for picture in record.pictures:
                    target.put(f"{self.images}/{record.id}.{picture.format}", picture.data)
                text = json.dumps(self._row(record), ensure_ascii=False)
                out.write(("[\n" if rows == 0 else ",\n").encode() + text.encode())
                rows += 1
                turns += len(record.dialogue.turns)
            out.write(b"\n]\n" if rows else b"[]\n")
        return ExportSummary("llava", target.url, rows, turns, dict(skipped))

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
