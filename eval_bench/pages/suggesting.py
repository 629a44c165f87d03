"""Questions that the abilities' own patterns ask about a keyword: what an annotator may begin with."""

import re
from collections.abc import Iterator, Mapping
from random import Random

from abilities.base import WordAbility
from eval_bench.types import Style
from synthgen.build import build
from synthgen.config import compose
from synthgen.interfaces import Ability
from synthgen.kit.patterns import blanks_of, expand, fits
from synthgen.kit.words import with_article
from synthgen.types import Fields

MOST = 4
_WH = re.compile(r"(what|which|who|where|how)\b", re.IGNORECASE)


def abilities() -> dict[str, WordAbility]:
    """All of them, by name, in the order of conf/ability/all.yaml. Raises UsageError."""
    nodes = compose(["ability=all"]).ability
    built = {name: build(node, f"ability.{name}", Ability) for name, node in nodes.items()}  # type: ignore[type-abstract]
    return {name: one for name, one in built.items() if isinstance(one, WordAbility)}


def suggested(ability: WordAbility, style: Style, head: str, other: str) -> list[str]:
    """Questions about the head, a few; for either_or in both orders."""
    head, other = head or "…", other or "…"
    return [question for question in dict.fromkeys(_questions(ability, style, head, other)) if question][:MOST]


def _questions(ability: WordAbility, style: Style, head: str, other: str) -> Iterator[str]:
    one, another = (word if word == "…" else with_article(word) for word in (head, other))
    colours = tuple(word for word in ability.colours if word in head.split())
    blanks = {
        **blanks_of(Fields(head, colours), ability.noun),
        "person": "person",
        "a_person": "a person",
        "asked": one,
    }
    if style == "either_or":
        for pattern in ability.head["chooses"]:
            for first, second in ((one, another), (another, one)):
                yield _filled(pattern, {**blanks, "first": first, "second": second})
    elif style == "yes_no":
        yield from (_filled(pattern, blanks) for pattern in ability.head["checks"])
    else:
        patterns = (*(ability.head["asks"] if not colours else ()), *ability.questions)
        found = (_filled(pattern, blanks) for pattern in patterns if _WH.match(pattern))
        yield from (question for question in found if head not in question)  # it would give itself away


def _filled(pattern: str, blanks: Mapping[str, str]) -> str:
    return expand(pattern, blanks, Random(0)) if fits(pattern, blanks) else ""
