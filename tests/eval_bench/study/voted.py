"""Small designs and their ballots, for tests: two models, items about heads, statements in the order of items."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from eval_bench.study.types import Asked, Ballot, Design, Folder, Model, Statement

AT = "2026-03-01T09:30:12.345+00:00"
MODELS = ("base", "ours")


def asked(number: int, ability: str = "color", source: Any = "generated", **other: Any) -> Asked:
    told = {"question": "What color is it?", "answer": "It is red.", "accept": ("red",), "key": f"k{number}"}
    return Asked(f"{ability}-{source}-{number:06d}", ability, source, **{**told, "head": f"head {number}", **other})


def design(items: Sequence[Asked], form: Any = "right", known: Sequence[str] = (), **other: Any) -> Design:
    """Each item asks of each model by itself (of sides: of both); attention items, by what is known, come last."""
    statements = []
    for one in items:
        if form == "sides":
            told: list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]
            told = [(("Red.", "Blue."), tuple((model,) for model in MODELS))]
        else:
            told = [((f"Said by {model}.",), ((model,),)) for model in MODELS]
        statements += [Statement(0, one.item, texts, models) for texts, models in told]
    statements += [Statement(0, items[0].item, ("Known.",), (), "attention", one) for one in known]
    made: dict[str, Any] = {
        "id": "0123456789abcdef",
        "name": "first",
        "made": AT,
        "form": form,
        "raters": 3,
        "invitations": 3,
        "reference": True,
        "attention": 0.05,
        "right_from": 4,
        "primary": "pooled_generated",
        "seed": 0,
        "days": 30.0,
        "consent": "",
        "contact": "",
        "simulated": "",
        "benchmarks": (Folder("bench", "v", "generated"),),
        "models": tuple(Model(name, f"answers/{name}") for name in MODELS),
        "asked": tuple(items),
        "statements": tuple(replace(one, id=n) for n, one in enumerate(statements)),
        "failed": (),
    }
    return Design(**(made | other))


def ballots(votes: Mapping[int, str], **other: Any) -> list[Ballot]:
    """By statement the votes of raters 1, 2, ... as words: {0: "1 1 0"}; "-" is none."""
    return [
        Ballot(rater, statement, vote, 4.0, AT, statement, **other)
        for statement, several in votes.items()
        for rater, vote in enumerate(several.split(), 1)
        if vote != "-"
    ]
