"""A record as the rows that trainers read: what most formats share."""

import json

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
