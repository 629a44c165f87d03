"""What LLaVA 1.5 makes of a row of its training file, told again in a few lines, to test what we write for it.

The facts: `image` in a row decides that it has a picture; tags move to the front of their turn; the conversation
becomes one text with the roles USER and ASSISTANT, each answer ended by </s>; only answers are learned; where the
pieces of the text do not add up to the whole, all of the row is masked, and training goes on without a word. Here a
token is a letter, except that <image> and </s> are one each.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

ROLES = {"human": "USER", "gpt": "ASSISTANT"}
SYSTEM = "A chat between a curious user and an assistant."


@dataclass(frozen=True)
class Seen:
    """A row as the training loop gets it."""

    picture: str | None
    image_tokens: int
    learned: tuple[str, ...]
    """The answers that the loss is taken on; () if the row is masked."""
    images_in_learned: int


def read(row: dict[str, Any], folder: str = "images") -> Seen:
    """Raises what LLaVA raises: KeyError, TypeError, AssertionError, IndexError."""
    picture = None
    if "image" in row:
        picture = str(PurePosixPath(folder) / row["image"])
    turns = [dict(turn) for turn in row["conversations"]]
    if picture is not None:
        for turn in turns:
            if "<image>" in turn["value"]:
                turn["value"] = ("<image>\n" + turn["value"].replace("<image>", "").strip()).strip()
    text = _as_one_text(turns)
    learned, counted = _learned(text)
    if counted != _length(text):
        learned = ()
    return Seen(picture, text.count("<image>"), learned, sum(answer.count("<image>") for answer in learned))


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
