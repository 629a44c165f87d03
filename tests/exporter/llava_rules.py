"""What LLaVA 1.5 and LLaVA-NeXT make of a row of a training file, told again in a few lines, to test what we write.

The facts: `image` in a row decides that it has a picture; tags move to the front of their turn; the conversation
becomes one text with the roles USER and ASSISTANT, each answer ended by </s>; only answers are learned; where the
pieces of the text do not add up to the whole, all of the row is masked, and training goes on without a word. Here a
token is a letter, except that <image> and </s> are one each.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

ROLES = {"human": "USER", "gpt": "ASSISTANT"}
SYSTEM = "A chat between a curious user and an assistant."


@dataclass(frozen=True)
class Seen:
    """A row as the training loop gets it."""

    pictures: tuple[str, ...]
    image_tokens: int
    learned: tuple[str, ...]
    """The answers that the loss is taken on; () if the row is masked."""
    images_in_learned: int

    @property
    def picture(self) -> str | None:
        return self.pictures[0] if self.pictures else None


def read(row: dict[str, Any], folder: str = "images") -> Seen:
    """Of the second stage. Raises what LLaVA raises: KeyError, TypeError, AssertionError, IndexError."""
    pictures = (str(PurePosixPath(folder) / row["image"]),) if "image" in row else ()
    turns = [dict(turn) for turn in row["conversations"]]
    if pictures:
        for turn in turns:
            if "<image>" in turn["value"]:
                turn["value"] = ("<image>\n" + turn["value"].replace("<image>", "").strip()).strip()
    return _seen(turns, pictures)


def read_plain(row: dict[str, Any], folder: str = "images") -> Seen:
    """Of the first stage: the picture, and the answer that is learned; the question is thrown away."""
    question, answer = (turn["value"] for turn in row["conversations"])
    assert "<image>" in question, "no tag"
    picture = str(PurePosixPath(folder) / row["image"])
    return Seen((picture,), 1 + answer.count("<image>"), (answer,), answer.count("<image>"))


def read_next(row: dict[str, Any], folder: str = "images") -> Seen:
    """LLaVA-NeXT: `image` may be a list, and a tag is moved only where it is the only one of its turn."""
    named = row.get("image", [])
    pictures = tuple(str(PurePosixPath(folder) / path) for path in (named if isinstance(named, list) else [named]))
    turns = [dict(turn) for turn in row["conversations"]]
    for turn in turns if "image" in row else []:
        if turn["value"].count("<image>") == 1 and not turn["value"].startswith("<image>"):
            turn["value"] = ("<image>\n" + turn["value"].replace("<image>", "").strip()).strip()
    return _seen(turns, pictures)


def mixture(path: Path) -> list[dict[str, Any]]:
    """The rows that LLaVA-NeXT, started in the folder of a mixture, takes of it: of a list all, of lines in a file too.

    Raises ValueError for a strategy that gives other rows each time.
    """
    rows: list[dict[str, Any]] = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["datasets"]:
        if entry.get("sampling_strategy", "all") != "all":
            raise ValueError(f"{entry['sampling_strategy']} is not all")
        text = (path.parent / entry["json_path"]).read_text(encoding="utf-8")
        lines = entry["json_path"].endswith(".jsonl")
        rows += [json.loads(line) for line in text.splitlines()] if lines else json.loads(text)
    return rows


def _seen(turns: list[dict[str, str]], pictures: tuple[str, ...]) -> Seen:
    text = _as_one_text(turns)
    learned, counted = _learned(text)
    if counted != _length(text):
        learned = ()
    return Seen(pictures, text.count("<image>"), learned, sum(answer.count("<image>") for answer in learned))


def _as_one_text(turns: list[dict[str, str]]) -> str:
    if ROLES[turns[0]["from"]] != "USER":
        turns = turns[1:]
    text = SYSTEM
    for i, turn in enumerate(turns):
        role = ROLES[turn["from"]]
        assert role == ("USER", "ASSISTANT")[i % 2], "roles do not alternate"
        said = f"{role}: {turn['value']}" if turn["value"] else f"{role}:"
        text += " " + said if role == "USER" else " " + said + "</s>"
    return text


def _learned(text: str) -> tuple[tuple[str, ...], int]:
    """The answers, and how many tokens were passed until the first piece that does not have one question and answer."""
    learned: list[str] = []
    counted = 0
    for piece in text.split("</s>"):
        parts = piece.split(" ASSISTANT: ")
        if not piece or len(parts) != 2:
            break
        learned.append(parts[1])
        counted += _length(piece) + 1
    return tuple(learned), counted


def _length(text: str) -> int:
    return len(re.sub("<image>|</s>", "#", text))
