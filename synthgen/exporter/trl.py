"""Parquet for TRL's SFTTrainer, answers supervised and nothing else.

    SFTTrainer(train_dataset=load_dataset("outputs/joke/export/trl", split="train"), ...)

Two subsets, because a table of the trainer has one form. `default`: one question and its answer as `prompt` and
`completion`, of which it trains the completion by default, whatever the model. `multiturn`: whole dialogues as
`messages`, where it trains the questions too unless `assistant_only_loss=True` is set (transformers >= 5.18, and a chat
template that marks what the assistant says). To cut a dialogue into one row per answer would need no such setting, but
would store and encode its picture once per answer.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from synthgen.interfaces import Exporter, Target
from synthgen.kit.conversations import MOST_PICTURES, facts
from synthgen.kit.options import Size
from synthgen.kit.parquet_rows import FACTS, IMAGE, TEXT, Rows, images, loading, schema, size
from synthgen.kit.sharding import MEGABYTE, Shards
from synthgen.types import Record

Message = dict[str, Any]
_MESSAGES = [{"role": TEXT, "content": [{"type": TEXT, "text": TEXT}]}]
_REST = {"picture_prompt": TEXT, **FACTS}  # `prompt` is the trainer's word for the question
_SINGLE = schema({"id": TEXT, "images": [IMAGE], "prompt": _MESSAGES, "completion": _MESSAGES, **_REST})
_MULTI = schema({"id": TEXT, "images": [IMAGE], "messages": _MESSAGES, **_REST})
_FILES = {"default": "data/train-{:05d}.parquet", "multiturn": "data/multiturn-{:05d}.parquet"}


@dataclass(frozen=True)
class Trl(Exporter):
    """One row per record: its pictures as a list, [] for none, and a placeholder for each in the first question."""

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
            single, multi = (
                stack.enter_context(Shards(target, path, self.shard_mb * MEGABYTE, partial(Rows, columns=columns)))
                for path, columns in zip(_FILES.values(), (_SINGLE, _MULTI), strict=True)
            )
            for record in records:
                room = (multi if len(record.dialogue.turns) > 1 else single).room(size(record))
                room.add(_row(record), size(record))
                rows += 1
        return rows


def _row(record: Record) -> dict[str, Any]:
    said = _messages(record)
    return {
        "id": record.id,
        "images": images(record),
        **({"messages": said} if len(said) > 2 else {"prompt": said[:1], "completion": said[1:]}),
        "picture_prompt": record.prompt.text,
        **facts(record),
    }


def _messages(record: Record) -> list[Message]:
    """The dialogue; the pictures stand before the first question."""
    said = []
    for turn in record.dialogue.turns:
        said += [_message("user", turn.question), _message("assistant", turn.answer)]
    said[0]["content"][:0] = [{"type": "image", "text": None} for _ in record.pictures]
    return said


def _message(role: str, text: str) -> Message:
    return {"role": role, "content": [{"type": "text", "text": text.strip()}]}
