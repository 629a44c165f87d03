"""A record as the rows that trainers read: what most formats share."""

import json
from typing import Any

from synthgen.kit.prompt_text import heads, keywords
from synthgen.types import Record

TAG = "<image>"
MOST_PICTURES = 8
"""Of one record, in formats that take several."""


def conversation(record: Record) -> list[dict[str, str]]:
    """human, gpt, human, gpt, ...; one tag per picture in front of the first question, none elsewhere."""
    tags = f"{TAG}\n" * len(record.pictures)
    said = []
    for i, turn in enumerate(record.dialogue.turns):
        said.append({"from": "human", "value": (tags if i == 0 else "") + turn.question.strip()})
        said.append({"from": "gpt", "value": turn.answer.strip()})
    return said


def scores_json(record: Record) -> str:
    """{"check": {"what it measured": value}}; null: not measured. Embeddings stay in the run folder."""
    values = {s.check: {k: v for k, v in s.values.items() if not isinstance(v, bytes)} for s in record.scores}
    return json.dumps(values, sort_keys=True)


def facts(record: Record) -> dict[str, Any]:
    """What a row of a table says beside its pictures and its dialogue; the same columns for every record.

    What differs in form from run to run, scores and provenance, is JSON text: a table's columns have one type each.
    """
    return {
        "ability": record.ability,
        "kind": record.dialogue.kind,
        "language": record.dialogue.language,
        "keywords": [*heads(record.prompt.text), *keywords(record.prompt.text)],
        "negative": record.prompt.negative,
        "scores": scores_json(record),
        "provenance": json.dumps(dict(record.provenance), sort_keys=True),
    }
