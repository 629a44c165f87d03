"""`llm=offline`: composes prompts and dialogues from the ability's own words with a seeded grammar. No key, no network.

    python -m synthgen ability=animal llm=offline n=24

It says only what the prompt says, and every record names it: nobody should take its sentences for a language model's.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import ClassVar

from synthgen.interfaces import LLM, Desk
from synthgen.kit.hashes import seed_of
from synthgen.kit.patterns import blanks_of, expand
from synthgen.types import Claim, Fields, Prompt, Reject, Reply, Request


@dataclass(frozen=True)
class Offline(LLM):
    """Needs nothing; writes the cell of the plan as the prompt, and fills the ability's sentence patterns."""

    embedded: ClassVar[bool] = True
    composes: ClassVar[bool] = True

    def describe_yourself(self) -> str:
        return "offline (sentence patterns, no language model)"

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        for request in requests:
            content = asdict(request.slot.cell) if request.prompt is None else _dialogue(request, request.prompt)
            yield Reply(request.key, request.slot.id, json.dumps(content), "offline")


def _dialogue(request: Request, prompt: Prompt) -> dict[str, object]:
    rng = Random(seed_of(request.slot.seed, request.slot.index, "dialogue"))
    blanks = blanks_of(prompt.fields, request.noun)
    question = expand(rng.choice(request.questions), blanks, rng)
    answer = expand(rng.choice(request.answers), blanks, rng)
    claims = [asdict(claim) for claim in _claims(prompt.fields, blanks, answer)]
    return {"turns": [{"question": question, "answer": answer}], "claims": claims}


def _claims(fields: Fields, blanks: dict[str, str], answer: str) -> Iterator[Claim]:
    """What the sentence says of the picture."""
    yield Claim("subject", fields.subject, fields.subject)
    if blanks["colour"] and blanks["colour"] in answer:
        yield Claim("colour", blanks["thing"], blanks["colour"])
    if fields.place and blanks["where"] in answer:
        yield Claim("place", fields.subject, fields.place)
    if fields.medium and fields.medium in answer:
        yield Claim("medium", fields.subject, fields.medium)
