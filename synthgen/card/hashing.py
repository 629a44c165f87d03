"""What a data set is, in 64 letters: the same wherever, whenever and in which order it was made and exported.

For each ability sha256 over one line per sample, by rising id:

    ["joke-000000017", "((penguin)), beach, 8k", [["What is shown?", "A penguin."]], ["<sha256 of the picture>"]]

as JSON without spaces, and then sha256 over the lines `["joke", "<that hash>"]` of all abilities, by name.
"""

import hashlib
import json
from typing import Any

from synthgen.types import Record, index_of


class DatasetHash:
    """Add every record, those of one ability by rising id, the abilities in any order; memory: a few bytes for each.

    Raises ValueError where an id does not rise: the hash would depend on the order.
    """

    def __init__(self) -> None:
        self._abilities: dict[str, Any] = {}
        self._last: dict[str, int] = {}

    def add(self, record: Record) -> None:
        index = index_of(record.id)
        if index <= self._last.get(record.ability, -1):
            raise ValueError(f"{record.id} comes after index {self._last[record.ability]}")
        self._last[record.ability] = index
        turns = [[turn.question.strip(), turn.answer.strip()] for turn in record.dialogue.turns]
        pictures = [hashlib.sha256(picture.data).hexdigest() for picture in record.pictures]
        line = _line([record.id, record.prompt.text, turns, pictures])
        self._abilities.setdefault(record.ability, hashlib.sha256()).update(line)

    def hexdigest(self) -> str:
        found = sorted((ability, of_it.hexdigest()) for ability, of_it in self._abilities.items())
        return hashlib.sha256(b"".join(_line(pair) for pair in found)).hexdigest()


def _line(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
