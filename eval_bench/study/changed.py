"""Items and answers that are others by now than those that people voted on: votes on them are left out."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from eval_bench.answers import Answers
from eval_bench.study.types import Ballot, Design
from eval_bench.types import Answer, Item


def changed(design: Design, items: Mapping[str, Item], answered: Sequence[Answers]) -> frozenset[str]:
    """Ids of items of the study that are refused, ask something else, or have an answer in other words."""
    found = {one.item for one in design.sample if one.item not in items or items[one.item].key != one.key}
    said = {one.name: one.by_picture.get("shown", {}) for one in answered}
    for statement in design.statements:
        for text, models in zip(statement.texts, statement.models, strict=False):
            if any(_words(said[model].get(statement.item)) != letters(text) for model in models):
                found.add(statement.item)
    found |= {i for i in design.tied if len({_words(given.get(i)) for given in said.values()}) > 1}
    found |= {item for item, model in design.failed if _words(said[model].get(item))}
    return frozenset(found)


def _words(answer: Answer | None) -> str | None:
    """None: never asked."""
    return None if answer is None else "" if answer.failed else letters(answer.text)


def letters(text: str) -> str:
    """What is seen of a text, whatever its spaces: a page shows no control characters."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c)[0] != "C")


def without(design: Design, items: Collection[str]) -> Design:
    """The design as if it had never asked about these items; statements keep their ids, so that votes find theirs."""
    if not items:
        return design
    return replace(
        design,
        asked=tuple(one for one in design.asked if one.item not in items),
        failed=tuple(one for one in design.failed if one[0] not in items),
        tied=tuple(item for item in design.tied if item not in items),
        statements=tuple(
            replace(one, kind="calibration") if one.kind == "item" and one.item in items else one
            for one in design.statements
        ),
    )


def told(design: Design, ballots: Sequence[Ballot], items: Collection[str]) -> str:
    """A sentence on what is left out; "" for nothing."""
    votes = sum(
        design.statements[one.statement].kind == "item" and design.statements[one.statement].item in items
        for one in ballots
    )
    return (
        f"{len(items)} of the study's {len(design.sample)} items, or the answers to them, were changed since people "
        f"were asked ({min(items)}): {votes} votes on them are left out"
        if items
        else ""
    )
