"""The one JSON object in a language model's reply, checked against its schema; rather none than a wrong one.

    read('Here it is:\\n```json\\n{"word": "fox"}\\n```', Word)  ->  Word(word="fox")

Around the object there may be prose, a code fence, and a block of thoughts before it. Nothing is mended: an object that
is cut off, or that has a word too many, is refused with a message that the model can act on.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from synthgen.kit.clean import data

M = TypeVar("M", bound=BaseModel)
ERRORS = 5
"""So many errors are told at once."""
LENGTH = 160
"""Characters of one error."""
SKIPPED = 100
"""So many brackets of prose are overlooked; each costs the decoder a look at the whole text."""
_THOUGHTS = r"(?:think|thinking|thoughts?|reasoning)"
_THOUGHT_END = re.compile(rf"</{_THOUGHTS}>", re.IGNORECASE)
_SIGNS = re.compile(rf"[{{}}\[]|<{_THOUGHTS}>", re.IGNORECASE)
"""What is looked at outside of the values."""
_IN_PROSE = re.compile(r"\{\w*\}|\[[^\[\]{}]*\]")
"""Brackets that prose may hold: a blank, "[1]", "[see below]"."""


class NotTheForm(ValueError):
    """The reply is not what was asked for; the message says why, in words for its writer."""


def read(text: str, schema: type[M]) -> M:
    """The object that the text holds, as the schema has it. Raises NotTheForm, and nothing else, for any text.

    Strict: no field is converted ("3" is no number), no key may be missing, unknown or there twice. An object inside
    another value is never looked at. Takes time in proportion to the length of the text.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotTheForm("the reply holds half a character (a lone surrogate)") from None
    found = dict.fromkeys(_objects(_spoken(text)))
    if not found:
        raise NotTheForm("no JSON object in the reply" if text.strip() else "the reply is empty")
    if len(found) > 1:
        raise NotTheForm(f"{len(found)} different JSON objects in the reply: answer with one, and nothing around it")
    try:
        return schema.model_validate_json(next(iter(found)), strict=True)
    except ValidationError as e:
        raise NotTheForm(told(e)) from None


def told(error: ValidationError) -> str:
    """What pydantic found, a line for each of the first errors: "turns.0.answer: Field required"."""
    errors = error.errors(include_url=False, include_context=False, include_input=False)
    rows = [data(_one(".".join(map(str, e["loc"])), e["msg"]), LENGTH) for e in errors[:ERRORS]]
    more = len(errors) - len(rows)
    return "\n".join([*rows, *([f"and {more} more"] if more else [])])


def _one(place: str, message: str) -> str:
    said = message.removeprefix("Value error, ")
    return f"{place}: {said}" if place else said


def _spoken(text: str) -> str:
    """The text after the thoughts of a reasoning model. Some servers cut off the tag that opens them."""
    # a tag in an object that begins at once is one of its own words
    return text if text.lstrip().startswith("{") else _THOUGHT_END.split(text)[-1]


def _objects(text: str) -> Iterator[str]:
    """The objects of the top level, as they are written. Raises NotTheForm for a bracket that is neither one nor prose.

    Stopping at the first broken value keeps it linear, and keeps us from taking a part of it for the whole.
    """
    position = skipped = 0
    while match := _SIGNS.search(text, position):
        start = match.start()
        if text[start] == "<":
            raise NotTheForm("the thoughts do not end, and no answer follows them")
        try:
            value, position = _DECODER.raw_decode(text, start)
        except RecursionError:
            raise NotTheForm("JSON nested too deeply") from None
        except json.JSONDecodeError as e:
            if skipped < SKIPPED and (prose := _IN_PROSE.match(text, start)):
                position, skipped = prose.end(), skipped + 1
                continue
            near = data(text[max(start, e.pos - 20) : e.pos + 20], 40)
            raise NotTheForm(f"broken JSON: {e.msg} near {near!r}; is the object complete?") from None
        except ValueError as e:  # a key twice, NaN, an integer of thousands of digits
            raise NotTheForm(f"broken JSON: {data(str(e), LENGTH)}") from None
        if isinstance(value, dict):
            yield text[start:position]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"the key {data(twice, 40)!r} stands twice in one object")
    return found


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number that we can use")


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_float=_finite, parse_constant=_no_number)
