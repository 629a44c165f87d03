"""Does a turn ask what the plan ordered, and is its answer of the kind that the form wants?"""

import re

from synthgen.kit.match import words
from synthgen.kit.words import content_words, names
from synthgen.types import Form, Turn

BRIEFLY = 4
"""The most words of a short answer."""
SENTENCE = 3
"""The fewest of one that is a sentence."""
_DENIES = re.compile(
    r"\b(?:no|not|cannot|none"
    r"|nothing|nobody|never|neither|without|rather than|instead|actually|in fact)\b|n['\u2019]t\b",
    re.I,
)
_OFFER = re.compile(r"\bor\b", re.I)


def misfit(turn: Turn, form: Form, brief: bool) -> str:
    """What a turn lacks to be of its form, in a few words; "" if nothing."""
    said = words(turn.answer)
    if brief and len(said) > BRIEFLY:
        return f"the answer has more than {BRIEFLY} words"
    if not brief and len(said) < SENTENCE:
        return "the answer is no sentence"
    if form in ("yes", "no"):
        return "" if said[:1] == [form] else f"the answer is not {form}"
    if form in ("states", "asks"):
        return "" if _DENIES.search(turn.answer) else "the answer corrects nothing"
    if form == "wh":
        return "the answer is yes or no" if said[0] in ("yes", "no") else ""
    first = right_is_first(turn)
    if first is None:
        return "no two things to choose from"
    return "" if first == (form == "right first") else "the right one stands in the other place"


def right_is_first(turn: Turn) -> bool | None:
    """Whether the answer is the first of the two things that a question offers; None if it offers none."""
    parts = _OFFER.split(turn.question)
    if len(parts) != 2:
        return None
    before, after = map(content_words, parts)
    before = before[-len(after) :] if after else ()  # what stands farther ahead is no part of the offer
    chosen = set().union(*map(names, content_words(turn.answer)))
    first, second = len(chosen & {*before} - {*after}), len(chosen & {*after} - {*before})
    return first > second if first != second else None
