"""Designs of studies for tests, without a benchmark, and their databases."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval_bench.study.database import NAME, Database
from eval_bench.study.types import Asked, Design, Form, Kind, Model, Rater, Statement
from tests.eval_bench.items import picture

MODELS = ("base", "tuned")


def design(items: int = 6, form: Form = "right", **other: Any) -> Design:
    """Two models that answer each item in words of their own; five known statements to calibrate, 40 to attend to."""
    asked, statements = [], list[Statement]()

    def say(kind: Kind, item: str, *texts: str, known: str = "") -> None:
        models = () if known else tuple((model,) for model in MODELS)
        for text, models_ in (
            [(texts, models)] if form == "sides" else [((t,), models[i : i + 1]) for i, t in enumerate(texts)]
        ):
            statements.append(Statement(len(statements), item, text, models_, kind, known))

    for n in range(items + 45):
        item = f"color-real-{n:06d}"
        asked.append(
            Asked(item, "color", "real", f"What color is square {n}?", f"Red {n}.", ("red",), "square", f"k{n}")
        )
        if n < items:
            say("item", item, f"It is red, number {n}.", f"It is blue, number {n}.")
        else:
            known = ("1", "0")[n % 2] if form != "sides" else ("first", "second")[n % 2]
            texts = [f"Red {n}."] if form != "sides" else [f"Red {n}.", f"Black {n}."][:: 1 if known == "first" else -1]
            say("calibration" if n < items + 5 else "attention", item, *texts, known=known)
    made = Design(
        id="abcdefghijklmnop", name="base+tuned", made="2026-01-02T03:04:05+00:00", form=form, raters=3, invitations=3,
        reference=True, attention=0.05, right_from=4, primary="pooled_real", seed=0, days=30, consent="", contact="",
        simulated="", benchmarks=(), models=tuple(Model(name, f"answers/{name}") for name in MODELS),
        asked=tuple(asked), statements=tuple(statements), failed=(),
    )  # fmt: skip
    return replace(made, **other)


def database(folder: Path, items: int = 6, form: Form = "right", **other: Any) -> Database:
    """Of such a study; the pictures are red squares of 48 pixels and more."""
    made = design(items, form, **other)
    return Database.create(folder / NAME, made, {one.item: picture("red", n % 50) for n, one in enumerate(made.asked)})


def invited(db: Database, count: int, days: float = 1) -> list[Rater]:
    with db.transaction():
        return [db.invite(f"rater {n + 1}", time.time() + days * 86400) for n in range(count)]
