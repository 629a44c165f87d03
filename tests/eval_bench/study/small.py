"""A small study for tests: red, green, blue squares, two models, known statements; made without a benchmark."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from eval_bench.study.database import NAME, Database
from eval_bench.study.planning import plan
from eval_bench.study.types import Asked, Design, Folder, Model, Rater, Statement
from tests.eval_bench.items import COLOURS


def jpeg(colour: tuple[int, int, int] = (220, 30, 30)) -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "JPEG")
    return file.getvalue()


def asked(number: int) -> Asked:
    colour = list(COLOURS)[number % 4]
    question = f"What color is square {number}?"
    return Asked(f"i{number}", "color", "generated", question, f"It is {colour}.", (colour,), colour, f"key {number}")


def design(items: int = 4, calibration: int = 2, attention: int = 2, **other: Any) -> Design:
    """Items first, then one for each calibration and attention statement; every second known one is wrong."""
    sides = other.get("form") == "sides"
    everything = [asked(n) for n in range(items + calibration + attention)]
    texts: list[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...], str, str]] = []
    for n, one in enumerate(everything):
        kind = "item" if n < items else "calibration" if n < items + calibration else "attention"
        right, wrong = one.answer, "It is as black as night."
        if kind == "item" and sides:
            texts.append((one.item, (right, wrong), (("m0",), ("m1",)), kind, ""))
        elif kind == "item":
            texts += [(one.item, (right,), (("m0",),), kind, ""), (one.item, (wrong,), (("m1",),), kind, "")]
        elif sides:
            texts.append((one.item, (right, wrong), ((), ()), kind, "first"))
        else:
            texts.append((one.item, ((right, wrong)[n % 2],), ((),), kind, "10"[n % 2]))
    statements = tuple(Statement(i, *one) for i, one in enumerate(texts))  # type: ignore[arg-type]
    made: dict[str, Any] = {
        "id": "0123456789abcdef",
        "name": "m0+m1",
        "made": "2026-01-01T00:00:00+00:00",
        "form": "right",
        "raters": 3,
        "invitations": 3,
        "reference": True,
        "attention": 0.1,
        "right_from": 4,
        "primary": "pooled_generated",
        "seed": 0,
        "days": 30.0,
        "consent": "We want to know which answers are right.\n\nWe keep your answers, not your name.",
        "contact": "Ada Lovelace, ada@example.org",
        "simulated": "",
        "benchmarks": (Folder("benchmarks/generated", "v", "generated"),),
        "models": (Model("m0", "answers/m0"), Model("m1", "answers/m1")),
        "asked": tuple(everything),
        "statements": statements,
        "failed": (),
    }
    return Design(**(made | other))


def study(folder: Path, of: Design | None = None, pictures: dict[str, bytes] | None = None) -> Database:
    of = of or design()
    own = {one.item: jpeg(COLOURS[list(COLOURS)[n % 4]]) for n, one in enumerate(of.asked)}
    return Database.create(folder / NAME, of, own | (pictures or {}))


def rater(db: Database, label: str = "Ada", planned: bool = True) -> Rater:
    with db.transaction():
        made = db.invite(label, time.time() + 86_400)
        if planned:
            plan(db, made, time.time())
    return made
