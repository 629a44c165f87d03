"""LLaVA's own training format: `llava.json`, one list of rows, and the pictures beside it.

--data_path outputs/joke/export/llava/llava.json --image_folder outputs/joke/export/llava
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from shlex import quote
from typing import Any, ClassVar, Literal

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import conversation
from synthgen.kit.options import FileName
from synthgen.kit.rows import about, captions, json_list, put_pictures, single_turns
from synthgen.types import Record


@dataclass(frozen=True)
class Llava(Exporter):
    """Read as it is by LLaVA, LLaVA-NeXT, LLaMA-Factory and ms-swift; they ignore the keys that they do not know.

    LLaVA learns in two stages. `finetune`, its second: whole dialogues. `pretrain`, its first, in which it learns to
    read pictures from their captions: it needs exactly one question with `<image>` and one answer, throws the
    question away and learns to say the answer when it sees the picture. So only answers that are captions are of use
    there (`kit.rows.captions` says which), each in a row of its own; records without any, and without a picture, are
    counted out.
    """

    file: FileName
    """Name of the list of rows."""
    images: FileName
    """Folder of the pictures, inside the export."""
    stage: Literal["finetune", "pretrain"]
    """The stage of LLaVA's training that it is for."""

    holds: ClassVar[tuple[int, int]] = (0, 1)  # LLaVA joins `image` to a path: a list is a TypeError

    def fit(self, record: Record) -> Record | str:
        fitted = super().fit(record)
        if isinstance(fitted, str) or self.stage == "finetune":
            return fitted
        if not record.pictures:
            return "no picture"
        turns = captions(record.dialogue)
        return replace(record, dialogue=replace(record.dialogue, turns=turns)) if turns else "no caption of its picture"

    def usage(self, url: str) -> str:
        template = "--version plain " if self.stage == "pretrain" else ""
        return f"{template}--data_path {quote(f'{url}/{self.file}')} --image_folder {quote(url)}"

    def subsets(self) -> dict[str, str]:
        return {"default": self.file}

    def write(self, records: Iterable[Record], target: Target) -> int:
        rows = 0
        with json_list(target, self.file) as add:
            for record in records:
                paths = put_pictures(record, target, self.images)
                for one in single_turns(record) if self.stage == "pretrain" else [record]:
                    add(_row(one, paths))
                    rows += 1
        return rows


def _row(record: Record, paths: list[str]) -> dict[str, Any]:
    """Without a picture there is no key `image`: null would be read as a path."""
    image = {"image": paths[0]} if paths else {}
    return {"id": record.id, **image, "conversations": conversation(record), **about(record)}
