"""Answers that need no model: what a score has to beat. Pure functions, printed beside every model."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from eval_bench.types import Item


def majority(items: Iterable[Item]) -> Mapping[str, str]:
    """By item: the most frequent accepted answer among the items of its ability, source and style.

    Of answers that are equally frequent, the first in the alphabet. Items vote on themselves too: without, a set with
    as many yes as no would give 0 %, which anybody beats.
    """
    groups: dict[tuple[str, str, str], list[Item]] = {}
    for item in items:
        groups.setdefault((item.ability, item.source, item.style), []).append(item)
    return {item.id: most for group in groups.values() for most in [_voted(group)] for item in group}


def always_yes(items: Iterable[Item]) -> Mapping[str, str]:
    """By item: yes; of an either_or its first alternative, as the question names them; of a wh the majority."""
    them = list(items)
    most = majority(them)
    return {item.id: _constant(item, most[item.id]) for item in them}


def first_named(item: Item) -> str:
    """Of the accepted and the refused words, the one that the question names first; the first option where none is."""
    question = item.question.lower()
    found = {word: re.search(rf"\b{re.escape(word.lower())}", question) for word in (*item.accept, *item.refuse)}
    named = [(there.start(), -len(word), word) for word, there in found.items() if there]
    return min(named)[2] if named else next(iter((*item.options, *item.accept)), "")


def _constant(item: Item, most: str) -> str:
    return "yes" if item.style == "yes_no" else first_named(item) if item.style == "either_or" else most


def _voted(group: Sequence[Item]) -> str:
    votes = Counter(word for item in group for word in {word.lower() for word in item.accept})
    return min(votes, key=lambda word: (-votes[word], word), default="")
