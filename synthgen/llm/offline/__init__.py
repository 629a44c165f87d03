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
from synthgen.llm.offline.items import item
from synthgen.llm.offline.shapes import SHAPES
from synthgen.llm.offline.turns import Nothing, Writer
from synthgen.types import Reject, Reply, Request


@dataclass(frozen=True)
class Offline(LLM):
    """Needs nothing; writes the cell of the plan as the prompt, and fills the ability's sentence patterns."""

    embedded: ClassVar[bool] = True
    composes: ClassVar[bool] = True

    def describe_yourself(self) -> str:
        return "offline (sentence patterns, no language model)"

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        for request in requests:
            if request.prompt is None:
                yield Reply(request.key, request.slot.id, json.dumps(asdict(request.slot.cell)), "offline")
            else:
                yield _dialogue(request)


def _dialogue(request: Request) -> Reply | Reject:
    """In the kind of the slot, or a plain description where the prompt says too little for that kind."""
    slot = request.slot
    if request.material is None or slot.kind not in {*SHAPES, "item"}:
        return Reject(slot.id, "dialogue", "no sentence patterns for this kind", slot.kind)
    for kind in (slot.kind, "describe")[: 1 if slot.kind == "item" else 2]:
        try:
            rng = Random(seed_of(slot.seed, slot.index, "dialogue"))
            brief = slot.brief and bool(request.material.formats)
            writer = Writer(request.material, rng, rng.choice(("picture", "image")), brief)
            if kind == "item":
                return Reply(request.key, slot.id, json.dumps(item(writer, slot.forms[0])), "offline")
            said = SHAPES[kind](writer, slot.forms)
        except Nothing as e:
            why = str(e)
            continue
        claims = {claim: None for one in said for claim in one.claims}
        content = {
            "turns": [asdict(one.turn) for one in said],
            "claims": [asdict(claim) for claim in claims],
            "kind": kind,
        }
        return Reply(request.key, slot.id, json.dumps(content), "offline")
    return Reject(slot.id, "dialogue", "nothing to say", f"{slot.kind}: {why}")
