"""What is wrong with an item that a person wrote or mended, in one sentence."""

import re
from collections.abc import Iterator

from eval_bench.choosing import right_option
from eval_bench.keywords import verdict_of
from eval_bench.types import LETTERS, Item
from synthgen.kit.match import words

LONGEST = 400
"""Letters of a question or an answer."""


def fault_of(item: Item) -> str:
    """The first thing that is wrong; "" for an item that can be asked and marked."""
    return next(_faults(item), "")


def tidy(text: str) -> str:
    """On one line, without letters that steer a terminal or a page."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def listed(text: str | list[str]) -> tuple[str, ...]:
    """Words or phrases between commas, each once."""
    found: dict[str, str] = {}
    for part in map(tidy, text.split(",") if isinstance(text, str) else text):
        if part:
            found.setdefault(part.lower(), part)
    return tuple(found.values())


def _faults(item: Item) -> Iterator[str]:
    for name, text in (("question", item.question), ("answer", item.answer)):
        if not words(text):
            yield f"The {name} is empty."
        if len(text) > LONGEST:
            yield f"The {name} is longer than {LONGEST} letters."
    if not re.search(r"[?.]$", item.question):
        yield "The question ends with no question mark."
    if not item.accept:
        yield "No accepted word is given: without one, no answer can be marked right."
    if empty := next((word for word in (*item.accept, *item.refuse, *item.options) if not words(word)), ""):
        yield f"{empty!r} is no word that an answer could say."
    if both := {tuple(words(word)) for word in item.accept} & {tuple(words(word)) for word in item.refuse}:
        yield f"“{' '.join(min(both))}” is accepted and refused at once."
    yield from _style_faults(item)
    yield from _option_faults(item)
    verdict, why = verdict_of(item, item.answer)
    if verdict != "right":
        yield f"By the accepted and refused words, the reference answer would be marked {verdict}: {why}."


def _style_faults(item: Item) -> Iterator[str]:
    said, asked = f" {' '.join(words(item.answer))} ", f" {' '.join(words(item.question))} "
    named = {word for word in item.accept if f" {' '.join(words(word))} " in asked}
    if item.style == "yes_no":
        if item.accept not in (("yes",), ("no",)):
            yield "A yes/no question accepts “yes” alone or “no” alone."
        elif said.split()[0] != item.accept[0]:
            yield f"The answer has to begin with “{item.accept[0].capitalize()}”, as accepted."
        return
    if item.style == "wh" and named:
        yield f"The question gives its answer away: it says “{min(named)}”."
    other = any(f" {' '.join(words(word))} " in asked for word in item.refuse)
    if item.style == "either_or" and not (named and other):
        yield "An either-or question names both: an accepted word, and a refused one as the other."
    if not any(f" {' '.join(words(word))} " in said for word in item.accept):
        yield "The answer says none of the accepted words."
    if bad := next((word for word in item.refuse if f" {' '.join(words(word))} " in said), ""):
        yield f"The answer says “{bad}”, which is refused."


def _option_faults(item: Item) -> Iterator[str]:
    if not item.options:
        return
    if not 2 <= len(item.options) <= len(LETTERS):
        yield f"Give two to {len(LETTERS)} options, or none."
    right = {word.lower() for word in item.accept}
    if not right_option(item) or sum(option.lower() in right for option in item.options) != 1:
        yield "Exactly one of the options has to be an accepted answer, in the same words."
