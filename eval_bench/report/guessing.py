"""Items that text-only answerers get right: they ask for no picture, and stay out of the headline."""

from collections import Counter
from collections.abc import Mapping, Sequence

from eval_bench.answers import Answers
from eval_bench.report.confusing import row_of
from eval_bench.report.findings import Guessable
from eval_bench.report.material import Material, outcomes
from eval_bench.types import Item
from synthgen.errors import UsageError

ENOUGH = 3
"""Answerers: with two, two thirds would be both."""


def flagged(items: Mapping[str, Item], answerers: Sequence[Answers], scorer: str) -> frozenset[str]:
    """Items that at least two thirds of at least three answerers, who answered them, get right."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for one in answerers:
        for id, outcome in outcomes(items, one.by_picture["none"], one.marks[scorer]["none"], scorer).items():
            asked[id] += outcome != "unmarked"
            right[id] += outcome == "right"
    return frozenset(id for id, n in asked.items() if n >= ENOUGH and 3 * right[id] >= 2 * n)


def answerers(models: Sequence[Answers], extra: Sequence[Answers], scorer: str) -> list[Answers]:
    """All that answered without pictures and are scored. Raises UsageError for one of `extra` that is not."""
    for one in extra:
        if "none" not in one.by_picture:
            raise UsageError(
                f"text_only: {one.folder} holds no answers without pictures; make some: "
                f"python -m eval_bench answer name={one.name} pictures=[none]"
            )
        if not one.marks.get(scorer, {}).get("none"):
            score = f"python -m eval_bench score answers={one.folder} scorer={scorer}"
            raise UsageError(f"text_only: {one.folder} is not scored; {score}")
    several = {one.folder.resolve(): one for one in (*models, *extra)}
    return [one for one in several.values() if "none" in one.by_picture and one.marks.get(scorer, {}).get("none")]


def guessable(m: Material, names: Sequence[str]) -> Guessable:
    items = [item for item in m.items.values() if item.id in m.flagged]
    rows = [row_of(i) for s in m.sources for i in m.over("headline", s, "", "yes_no")]
    return Guessable(
        tuple(names),
        tuple(item.id for item in items),
        tuple(Counter(item.ability for item in items).items()),
        tuple(Counter(item.style for item in items).items()),
        rows.count(0),
        rows.count(1),
    )
