"""What a writer is sent: instructions that are the same for many samples, then the order for one sample, as data.

Words that an ability lists, prompts, facts and earlier heads stand in JSON, cleaned and capped: whatever they say, they
cannot end the place that they stand in.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel
from typing_extensions import TypedDict

from synthgen.kit.clean import data
from synthgen.kit.hashes import stable_hash
from synthgen.kit.languages import NAMES
from synthgen.kit.prompt_text import compile_text
from synthgen.kit.word_tables import COLOURS
from synthgen.types import ClaimType, Fields, Known, Message, Prompt, Purpose, Request, Slot

T = TypeVar("T")
ROTATIONS = 4
"""The lists in the instructions come in so many orders: no word is always the first, and prompt caches still hit."""
STRETCH = 64
"""Prompts in a row that share one order."""
WORD, TEXT = 200, 2000
"""Characters that a word of an order may have, and a text: a prompt, a fact, an example."""
FACTS, HEADS = 40, 200
"""So many of them fit into one order."""
_SPECIAL = re.compile(r"<|\[(?=[A-Za-z/])")
"""What tokens of a model begin with ("<|im_end|>", "[INST]"): some servers take them for their own in any text."""


class DialogueTemplate(TypedDict):
    """What is sent: the instructions, then the order for one sample in the blank {order}."""

    system: str
    ask: str


class PromptTemplate(DialogueTemplate):
    """And the pools that prompts are drawn from evenly."""

    media: Sequence[str]
    light: Sequence[str]
    quality: Sequence[str]


def rotation(slot: Slot) -> int:
    """Which order the lists are in."""
    return slot.number // STRETCH % ROTATIONS


def rotated(items: Iterable[T], by: int) -> list[T]:
    """The same items, begun a `by`-th of the way in."""
    row = list(items)
    start = len(row) * by // ROTATIONS
    return [*row[start:], *row[:start]]


def fill(template: str, **blanks: str) -> str:
    """The template with its {blanks} filled, once: braces in what is filled in stay, as do those of JSON examples."""
    return re.sub(r"\{(\w+)\}", lambda m: blanks.get(m[1], m[0]), template)


def as_json(value: Any, most: int = TEXT) -> str:
    """JSON on one line. Its texts are plain data of at most `most` characters, without the signs of a tokenizer."""
    text = json.dumps(_cleaned(value, most), ensure_ascii=False)
    return _SPECIAL.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def as_lines(values: Iterable[Any]) -> str:
    """Each as JSON, on a line of its own."""
    return "\n".join(as_json(value) for value in values)


def prompt_order(slot: Slot, extra: Mapping[str, str]) -> str:
    """What one prompt should show, under the names of the reply, and what else an ability wants of it."""
    cell = slot.cell
    order = {
        "subject": cell.subject,
        "attributes": cell.attributes,
        "count": str(cell.count),
        "person": cell.person,
        "age": cell.age,
        "skin": cell.skin,
        "place": cell.place,
        "companions": cell.companions,
        "light": cell.light,
        "medium": cell.medium,
        **extra,
        "avoid": slot.avoid[:HEADS],
    }
    return as_json(order, WORD)


def dialogue_order(slot: Slot, prompt: Prompt, known: Known, question: str, language: str) -> str:
    """What one dialogue should be about: only keywords that the picture can be trusted for."""
    order: dict[str, Any] = {
        "kind": slot.kind,
        "keywords": compile_text(trusted(prompt.fields, known.asserts)),
        "complete": "yes" if "absence" in known.asserts else "no",
        "facts": known.facts[:FACTS],
    }
    if known.denied:
        order["the picture does not show this: do not say it"] = known.denied[:FACTS]
    if question:
        order["question"] = question
    if slot.kind == "conversation":
        order["turns"] = str(len(slot.forms))
    elif slot.forms:
        order["forms"] = slot.forms
    if slot.kind == "vqa":
        order["answers"] = "a word or two" if slot.brief else "a sentence"
    if language != "en":
        order["language"] = f"{NAMES[language]} ({language})"
    return as_json(order)


def trusted(fields: Fields, asserts: frozenset[ClaimType]) -> Fields:
    """What a dialogue may say of a prompt: the parts that a renderer is trusted for, without words for care."""

    def kept(type: ClaimType, value: Any, nothing: Any) -> Any:
        return value if type in asserts else nothing

    return Fields(
        subject=fields.subject,
        # of a keyword that the head does not hold nobody knows the type, unless it is a color
        attributes=tuple(a for a in fields.attributes if a in fields.subject or kept("colour", a in COLOURS, False)),
        count=kept("count", fields.count, 1),
        person=fields.person,
        age=fields.age,
        skin=fields.skin,
        relation=kept("relation", fields.relation, ""),
        place=kept("place", fields.place, ""),
        companions=kept("object", fields.companions, ()),
        light=kept("place", fields.light, ()),
        medium=kept("medium", fields.medium, ""),
    )


def request(purpose: Purpose, slot: Slot, system: str, ask: str, order: str, schema: type[BaseModel]) -> Request:
    """The instructions, then the order, as two messages."""
    asked = fill(ask, order=order)
    key = stable_hash([purpose, _digest(system), asked, slot.id])
    return Request(key, purpose, slot, (Message("system", (system,)), Message("user", (asked,))), schema)


@lru_cache(maxsize=1024)
def _digest(instructions: str) -> str:
    """Thousands of requests share a text of thousands of characters."""
    return stable_hash(instructions)


def _cleaned(value: Any, most: int) -> Any:
    if isinstance(value, str):
        return data(value, most)
    if isinstance(value, Mapping):
        return {data(key, most): _cleaned(inner, most) for key, inner in value.items()}
    return [_cleaned(inner, most) for inner in value]
