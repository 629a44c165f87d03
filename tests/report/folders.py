"""Run folders for tests of the report, written row by row."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np

from bench.null import NullAbility
from synthgen.build import Run
from synthgen.checks import Batch, Check
from synthgen.kit.hashes import sha256
from synthgen.kit.pictures import encode
from synthgen.measure import measurement
from synthgen.store import Store
from synthgen.types import Dialogue, Fields, Picture, Pixels, Prompt, Reject, Score, Turn
from tests.doubles import run_of


@dataclass(frozen=True)
class Row:
    """A candidate: kept unless it has a reason."""

    ability: str
    prompt: str = "((red balloon)), beach"
    head: str = "red balloon"
    turns: tuple[tuple[str, str], ...] = (("What is shown?", "A red balloon."),)
    reason: str = ""
    detail: str = ""
    pixels: Pixels | None = None
    score: str = "fine"


@dataclass(frozen=True)
class Measured(Check):
    """A check whose scores a test writes itself."""

    action: Literal["reject", "report"] = "reject"
    reads: ClassVar[Literal["dialogue"]] = "dialogue"

    def measure(self, batch: Batch) -> list[Score]:
        raise AssertionError("nothing is measured here")


CHECK = Measured()


def plain(seed: int, side: int = 64) -> Pixels:
    """A picture of one colour."""
    colour = np.random.default_rng(seed).integers(0, 256, 3, np.uint8)
    return np.broadcast_to(colour, (side, side, 3)).copy()


def write(folder: Path, rows: Sequence[Row], n: int = 4, about: dict[str, Any] | None = None) -> tuple[Run, Store]:
    """The folder of a finished run, all but its report."""
    run = run_of(folder, n, checks={"text": CHECK})
    names = list(dict.fromkeys(row.ability for row in rows))
    run = dataclasses.replace(run, abilities={name: NullAbility(name) for name in names} or run.abilities)
    store = Store(folder)
    verdicts = []
    for name in names:
        own = [(f"{name}-{i:09d}", row) for i, row in enumerate(row for row in rows if row.ability == name)]
        for start in range(0, len(own), 64):
            _put(store, own[start : start + 64])
        verdicts += [_verdict(id, row) for id, row in own]
    store.write_selection(sorted(verdicts, key=lambda v: str(v["id"])))
    if about is not None:
        store.write_json("run.json", about)
    return run, store


def _put(store: Store, own: Sequence[tuple[str, Row]]) -> None:
    seen = [(id, row) for id, row in own if row.pixels is not None]
    unseen = [(id, row) for id, row in own if row.pixels is None and row.reason]
    store.put("prompts", [Prompt(id, Fields(row.head), row.prompt) for id, row in own])
    store.put(
        "pictures",
        [_picture(id, row.pixels) for id, row in seen if row.pixels is not None]
        + [Reject(id, "picture", row.reason, row.detail) for id, row in unseen],
    )
    store.put("dialogues", [Dialogue(id, "describe", tuple(Turn(*t) for t in row.turns)) for id, row in seen])
    store.put(
        "scores/text",
        [Score(id, "text", {"leak": row.score, "words": 3.5, "language": None}) for id, row in seen],
        measurement(CHECK),
    )


def _picture(id: str, pixels: Pixels) -> Picture:
    data = encode(pixels)
    return Picture(id, data, "jpg", pixels.shape[1], pixels.shape[0], sha256(data), 7)


def _verdict(id: str, row: Row) -> dict[str, Any]:
    reject = {"stage": "picture", "reason": row.reason, "detail": row.detail} if row.reason else {}
    return {"id": id, "kept": not row.reason} | reject
