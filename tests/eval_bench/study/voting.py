"""Studies for tests, whole: a benchmark with pictures, answers of two models, and a database with everybody's votes."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval_bench import answers, benchmark
from eval_bench.study.database import NAME, Database
from eval_bench.study.types import Asked, Design, Folder, Model, Statement
from tests.eval_bench.items import picture
from tests.eval_bench.report.big import pictured
from tests.eval_bench.report.studies import answered, items
from tests.eval_bench.study.voted import design

FARED = {"base": "wwrrwr", "ours": "rwrrrr"}
"""Six items; a letter each: see tests.eval_bench.report.studies. Both say the same to the third, fourth and sixth."""


def voted(root: Path, votes: Mapping[int, str], form: Any = "right", count: int = 6, **other: Any) -> Database:
    """By statement the votes of raters 1, 2, ... as words; "-" is none. `count`: of the items."""
    several = pictured(root / "generated", items(3) + items(3, ability="food"))
    models = [answers.load(answered(root / name, several, fared)) for name, fared in FARED.items()]
    bench = benchmark.load(root / "generated")
    asked = [
        Asked(i.id, i.ability, i.source, i.question, i.answer, i.accept, i.head, i.key, i.standard)
        for i in several[:count]
    ]
    d: Design = design(
        asked,
        form,
        benchmarks=(Folder(str(bench.folder), bench.version, "generated"),),
        models=tuple(Model(one.name, str(one.folder)) for one in models),
        statements=statements(models, [one.item for one in asked], form),
        **({"tied": tuple(_same(models, [one.item for one in asked]))} if form == "sides" else {}),
        **other,
    )
    db = Database.create(root / "studies" / "first" / NAME, d, {one.item: picture("red") for one in asked})
    cast(db, votes)
    return db


def cast(db: Database, votes: Mapping[int, str], seconds: float = 5.0) -> None:
    count = max(len(said.split()) for said in votes.values())
    with db.transaction():
        for place in range(count):
            rater = db.invite(f"somebody {place}", time.time() + 1000)
            own = [n for n, said in votes.items() if said.split()[place : place + 1] not in ([], ["-"])]
            db.give(rater.id, [(n, False) for n in own])
            for task in db.tasks(rater.id):
                db.vote(task, votes[task.statement].split()[place], task.id, time.time(), seconds)


def statements(models: Sequence[answers.Answers], ids: Sequence[str], form: str) -> tuple[Statement, ...]:
    """In the order of items; what both models said in the same words is one, and of sides none."""
    made: list[Statement] = []
    for id in ids:
        texts: dict[str, list[str]] = {}
        for model in models:
            texts.setdefault(model.by_picture["shown"][id].text, []).append(model.name)
        pairs = [(text, tuple(names)) for text, names in texts.items()]
        if form != "sides":
            made += [Statement(len(made) + n, id, (text,), (names,)) for n, (text, names) in enumerate(pairs)]
        elif len(pairs) > 1:
            made.append(Statement(len(made), id, tuple(t for t, _ in pairs), tuple(names for _, names in pairs)))
    return tuple(made)


def _same(models: Sequence[answers.Answers], ids: Sequence[str]) -> list[str]:
    one, other = (model.by_picture["shown"] for model in models)
    return [id for id in ids if one[id].text == other[id].text]
