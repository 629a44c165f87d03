"""Exports that are a list of rows with pictures beside it: what these formats share."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from synthgen.interfaces import Target
from synthgen.kit.conversations import conversation
from synthgen.types import Dialogue, Record, Turn

Row = Mapping[str, Any]
Add = Callable[[Row], None]
IMAGES = "images"
"""The folder of the pictures, inside the export."""
_OPENERS = ("describe", "detail", "conversation")


@contextmanager
def json_list(target: Target, path: str) -> Iterator[Add]:
    """One JSON list, a row per line; it appears when the block ends, after the pictures that it names."""
    with target.open(path) as out:
        begin = b"[\n"

        def add(row: Row) -> None:
            nonlocal begin
            out.write(begin + _json(row))
            begin = b",\n"

        yield add
        out.write(b"[]\n" if begin == b"[\n" else b"\n]\n")


@contextmanager
def json_lines(target: Target, path: str) -> Iterator[Add]:
    """A JSON text per line; it appears when the block ends, after the pictures that it names."""
    with target.open(path) as out:

        def add(row: Row) -> None:
            out.write(_json(row) + b"\n")

        yield add


def _json(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


def put_pictures(record: Record, target: Target, folder: str = IMAGES) -> list[str]:
    """Writes the pictures of a record; their paths: `<folder>/<id>.jpg`, of several `<folder>/<id>-0.jpg`, ..."""
    paths = []
    for i, picture in enumerate(record.pictures):
        number = f"-{i}" if len(record.pictures) > 1 else ""
        paths.append(f"{folder}/{record.id}{number}.{picture.format}")
        target.put(paths[-1], picture.data)
    return paths


def about(record: Record) -> dict[str, str]:
    """Where a row comes from, for readers that ignore keys which they do not know.

    The same keys in each row, all texts: `datasets` takes the columns of a file from its beginning.
    """
    return {
        "ability": record.ability,
        "kind": record.dialogue.kind,
        "language": record.dialogue.language,
        "prompt": record.prompt.text,
        "negative": record.prompt.negative,
        **dict(sorted(record.provenance.items())),
    }


def message_row(record: Record, paths: list[str]) -> dict[str, Any]:
    """messages and images: a tag per picture in the first question, as many paths, [] for none."""
    roles = {"human": "user", "gpt": "assistant"}
    said = [{"role": roles[one["from"]], "content": one["value"]} for one in conversation(record)]
    return {"id": record.id, "messages": said, "images": paths, **about(record)}


def captions(dialogue: Dialogue) -> tuple[Turn, ...]:
    """The turns whose answers describe the picture by themselves, as a caption does.

    Those are the answers to an open question about the whole picture: a description, a detailed one, the opening of a
    conversation. What follows in a conversation builds on what was said ("It is red."); all other kinds answer their
    question and little else: "No", "Nothing is unusual here", "The memory is wrong".
    """
    return dialogue.turns[:1] if dialogue.kind in _OPENERS else ()


def alone(dialogue: Dialogue) -> tuple[Turn, ...]:
    """The turns that can be asked without those before them: all precise questions, of the other kinds the first."""
    return dialogue.turns if dialogue.kind == "vqa" else dialogue.turns[:1]


def single_turns(record: Record) -> Iterator[Record]:
    """Each turn as a record of its own: `<id>-0`, `<id>-1`, ..., the number of the turn."""
    for i, turn in enumerate(record.dialogue.turns):
        yield replace(record, id=f"{record.id}-{i}", dialogue=replace(record.dialogue, turns=(turn,)))
