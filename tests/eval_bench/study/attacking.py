"""One who wants to know which model said what, and has nothing but what the page was sent.

What was sent of each statement becomes numbers; two simple classifiers learn from some raters and some items which
model each was, and guess it for other raters and other items.
"""

import json
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval_bench.study import session
from eval_bench.study.database import Database
from eval_bench.study.types import Rater

Matrix = NDArray[np.float64]
BINS = 8
"""Of names that are hashed."""


@dataclass(frozen=True)
class Seen:
    """One statement, as one rater's page got it; `model` and `item` are the key, which the attacker learns from."""

    rater: int
    item: str
    model: int
    """Of the first model, or of sides the text on the left: 0; else 1."""
    state: dict[str, Any]
    picture: bytes
    headers: tuple[tuple[str, str], ...]
    """Of the state and of the picture."""
    seconds: float
    """That the state took."""
    earlier: int
    """Statements since the same question was seen last; 0: never."""


Ask = Callable[[Rater, str], tuple[bytes, tuple[tuple[str, str], ...]]]
"""A rater's GET of "state" or of a picture's address: what comes, and its headers."""


def inside(db: Database) -> Ask:
    """Without a server between."""

    def ask(rater: Rater, path: str) -> tuple[bytes, tuple[tuple[str, str], ...]]:
        if path == "state":
            return json.dumps(session.state(db, rater, time.time())).encode(), ()
        return session.picture(db, rater, path.rpartition("/")[2]), ()

    return ask


def watch(db: Database, rater: Rater, ask: Ask, most: int = 10_000) -> list[Seen]:
    """All that a rater's page is sent while everything is voted on."""
    found: list[Seen] = []
    questions: dict[str, int] = {}
    names = [model.name for model in db.design.models]
    for _ in range(most):
        begun = time.perf_counter()
        data, headers = ask(rater, "state")
        took = time.perf_counter() - begun
        state = json.loads(data)
        if state["step"] != "vote":
            break
        picture, more = ask(rater, state["task"]["picture"])
        task = db.task(state["task"]["id"])
        assert task is not None
        with db.part():
            db.vote(task, "cannot_tell", f"{rater.id} {task.id}", time.time())
        statement = db.design.statements[task.statement]
        place, asked = len(found), statement.item
        earlier = place - questions[asked] if asked in questions else 0
        questions[asked] = place
        sayers = statement.models[-1 if task.flipped else 0]
        if statement.kind == "item" and len(sayers) == 1:
            model = names.index(sayers[0])
            found.append(Seen(rater.number, statement.item, model, state, picture, headers + more, took, earlier))
    return found


def accuracy(seen: Sequence[Seen]) -> float:
    """Share of statements whose model the better of two classifiers tells, of raters and items it has not learned."""
    rows, model = numbers(seen), np.array([one.model for one in seen])
    raters = np.array([one.rater % 3 for one in seen])
    items = np.array([int(one.item[-6:]) // 2 % 3 for one in seen])  # toys say of two items the same, crosswise
    right = np.zeros((2, len(seen)), bool)
    for r in range(3):
        for i in range(3):
            test, train = (raters == r) & (items == i), (raters != r) & (items != i)
            for number, classify in enumerate((_regression, _neighbours)):
                right[number, test] = classify(rows[train], model[train], rows[test]) == model[test]
    return float(right.mean(axis=1).max())


def numbers(seen: Sequence[Seen]) -> Matrix:
    """A row of each; columns scaled alike."""
    rows = np.array([_row(one) for one in seen], float)
    spread = rows.std(axis=0)
    return np.asarray((rows - rows.mean(axis=0)) / np.where(spread > 0, spread, 1))


def _row(one: Seen) -> list[float]:
    state, task = one.state, one.state["task"]
    lengths = [len(text) for text in task["texts"]]
    place = state["done"]
    row = [place, place % 2, place / max(1, state["total"]), state["total"], state["left"] or 0, one.seconds]
    row += [one.earlier, one.earlier > 0, len(one.picture), len(json.dumps(state)), len(task["question"])]
    row += [lengths[0], lengths[-1], lengths[0] - lengths[-1], sum(ord(c) for c in task["id"])]
    row += [ord(c) for c in task["id"]]
    names = [task["id"][0], task["id"][-1], task["picture"], state["next"] or "", *map(str, sorted(state))]
    for name, value in (*((f"name {n}", v) for n, v in enumerate(names[:4])), *one.headers):
        row += [float(zlib.crc32(f"{name}{value}".encode()) % BINS == bin) for bin in range(BINS)]
    return [*row, zlib.crc32(one.picture) % BINS, zlib.crc32("".join(names[4:]).encode()) % BINS]


def _regression(rows: Matrix, model: NDArray[Any], asked: Matrix) -> NDArray[Any]:
    """Logistic regression with a small penalty, by Newton's method."""
    rows, asked = (np.hstack([x, np.ones((len(x), 1))]) for x in (rows, asked))
    weights = np.zeros(rows.shape[1])
    for _ in range(15):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (p - model) + weights
        curve = (rows * (p * (1 - p))[:, None]).T @ rows + np.eye(rows.shape[1])
        weights -= np.linalg.solve(curve, slope)
    return np.asarray(asked @ weights > 0).astype(int)


def _neighbours(rows: Matrix, model: NDArray[Any], asked: Matrix, count: int = 15) -> NDArray[Any]:
    """What most of the nearest say."""
    distance = (asked**2).sum(1)[:, None] + (rows**2).sum(1)[None] - 2 * asked @ rows.T
    near = np.argpartition(distance, count, axis=1)[:, :count]
    return np.asarray(model[near].mean(axis=1) > 0.5).astype(int)
