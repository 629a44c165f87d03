"""Answers that need no model: what a score has to beat. Pure functions, printed beside every model."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from eval_bench.types import Item


def majority(items: Iterable[Item]) -> Mapping[str, str]:
    """By item: the most frequent accepted answer of the other items of its ability, source and style.

    An item has no vote on itself. Of answers that are equally frequent, the first in the alphabet; "" for an item that
    is alone.
    """
    groups: dict[tuple[str, str, str], list[Item]] = {}
    for item in items:
        groups.setdefault((item.ability, item.source, item.style), []).append(item)
    return {id: word for group in groups.values() for id, word in _voted(group).items()}


def always_yes(items: Iterable[Item]) -> Mapping[str, str]:
    """By item: yes; of an either_or its first alternative, as the question names them; of a wh the majority."""
    them = list(items)
    most = majority(them)
    return {item.id: _constant(item, most[item.id]) for item in them}


def first_named(item: Item) -> str:
    """Of the accepted and the refused words, the one that the question names first; the first option where none is."""
    question = item.question.lower()
    places = {word: question.find(word.lower()) for word in (*item.accept, *item.refuse)}
    named = [word for word, place in places.items() if place >= 0]
    return min(
        named, key=lambda word: (places[word], -len(word)), default=next(iter((*item.options, *item.accept)), "")
    )


def _constant(item: Item, most: str) -> str:
    return "yes" if item.style == "yes_no" else first_named(item) if item.style == "either_or" else most


def _voted(group: Sequence[Item]) -> Mapping[str, str]:
    votes = Counter(word for item in group for word in _words(item))

    def most(item: Item) -> str:
        left = votes - Counter(_words(item))
        return min(left, key=lambda word: (-left[word], word), default="")

    return {item.id: most(item) for item in group}


def _words(item: Item) -> set[str]:
    return {word.lower() for word in item.accept}
