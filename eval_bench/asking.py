"""The words of a question to a model: the item's own, and one sentence on the form of the answer."""

from collections.abc import Mapping
from typing import Any

from eval_bench.choosing import offered
from eval_bench.types import Answer, Item, Question, Shown

OPEN = "{question}\nAnswer in one short sentence."
"""Of what is exported, too: an answer that another program got is one to the same words."""
CHOICE = "{question}\n{options}\nAnswer with the letter of the right option alone."


def asked(item: Item, as_choice: bool) -> str:
    """The text that is sent. `as_choice`: items that have options are multiple choice."""
    if as_choice and item.options:
        return CHOICE.format(question=item.question, options=offered(item))
    return OPEN.format(question=item.question)


def words(as_choice: bool) -> Mapping[str, str]:
    """The templates, for the record of a folder."""
    return {"open": OPEN} | ({"choice": CHOICE} if as_choice else {})


def is_choice(question: Question) -> bool:
    """Whether the text offers the item's options by letters."""
    return bool(question.item.options) and offered(question.item) in question.text


def shown_of(question: Question) -> Shown:
    """How the picture is shown in a question."""
    if question.picture is None:
        return "none"
    return "shown" if question.of == question.item.id else "swapped"


def said(question: Question, text: str = "", **other: Any) -> Answer:
    """An answer to a question; who gave it, `answering` adds."""
    item = question.item
    kept = {"picture": shown_of(question), "of": question.of, "asked": question.text}
    return Answer(item.id, item.key, text, "", **(kept | other))
