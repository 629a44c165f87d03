"""The folder of one model's answers.

answers/toy/
  about.json                                what answered, on which benchmarks, how it was asked
  shown.jsonl  none.jsonl  swapped.jsonl    one line per answer: with the item's picture, without, with another's
  marks/keyword.jsonl  marks/judge.jsonl    what scorers say of them, one row per item
  replies/                                  of language models: every paid reply, by key
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from eval_bench import rows
from eval_bench.types import SHOWN, Answer, Mark, Shown
from synthgen.disk import replace
from synthgen.errors import UsageError


@dataclass(frozen=True)
class Answers:
    """What one model said, by how the picture was shown and by item."""

    folder: Path
    about: Mapping[str, Any]
    """about.json: "model" (its own words), "embedded", "items" (folder and version of each benchmark), "words"."""

    @property
    def name(self) -> str:
        """How reports call the model."""
        return self.folder.name

    @cached_property
    def by_picture(self) -> Mapping[Shown, Mapping[str, Answer]]:
        """By item; the last line on an item holds. Only those that are there."""
        found = {shown: {a.item: a for a in rows.read(self.folder / f"{shown}.jsonl", Answer)} for shown in SHOWN}
        return {shown: answers for shown, answers in found.items() if answers}

    @cached_property
    def marks(self) -> Mapping[str, Mapping[Shown, Mapping[str, Mark]]]:
        """By scorer, by how the picture was shown, by item."""
        found: dict[str, dict[Shown, dict[str, Mark]]] = {}
        for path in sorted((self.folder / "marks").glob("*.jsonl")):
            for mark in rows.read(path, Mark):
                found.setdefault(mark.scorer, {}).setdefault(mark.picture, {})[mark.item] = mark
        return found


def load(folder: Path) -> Answers:
    """Raises UsageError for what holds no answers."""
    folder = folder.expanduser()
    try:
        about = dict(json.loads((folder / "about.json").read_text()))
    except (OSError, TypeError, ValueError) as e:
        raise UsageError(
            f"{folder} holds no answers: it has no about.json that can be read; "
            "make some: python -m eval_bench answer items=benchmarks/generated model=toy"
        ) from e
    return Answers(folder if folder.name else folder.resolve(), about)


def write_about(folder: Path, about: Mapping[str, Any]) -> None:
    replace(folder / "about.json", (json.dumps(about, indent=1, ensure_ascii=False) + "\n").encode())


def add(folder: Path, answers: Iterable[Answer]) -> None:
    """Append answers to the files that they belong in; safe on disk when it returns. Raises DiskError."""
    found: dict[Shown, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.picture, []).append(answer)
    for shown, several in found.items():
        rows.append(folder / f"{shown}.jsonl", several)


def write_marks(folder: Path, scorer: str, marks: Iterable[Mark]) -> None:
    """All marks of one scorer, in place of earlier ones. Raises DiskError."""
    rows.write(folder / "marks" / f"{scorer}.jsonl", marks)
