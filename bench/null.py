"""Parts that do nothing, to measure what the engine itself costs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import Self

import numpy as np

from abilities.replies import DialogueReply, PromptReply
from synthgen.interfaces import LLM, Ability, Desk, Renderer
from synthgen.types import (
    ClaimType,
    Dialogue,
    DialogueKind,
    Fields,
    Known,
    Prompt,
    Raster,
    Reject,
    Reply,
    Request,
    Slot,
    Take,
    Turn,
)


@dataclass(frozen=True)
class NullAbility(Ability):
    """One subject, texts that differ by their id."""

    name: str = "null"
    subjects: tuple[str, ...] = ("thing",)
    negative: str = ""

    def limited_to(self, renderer: Renderer) -> Self:
        return self

    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        return Fields(subject)

    def ask_prompt(self, slot: Slot) -> Request:
        return Request(slot.id, "prompt", slot, (), PromptReply)

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        return Prompt(slot.id, slot.cell, f"((thing)), {slot.id}")

    def ask_dialogue(self, slot: Slot, prompt: Prompt, known: Known) -> Request:
        return Request(slot.id, "dialogue", slot, (), DialogueReply, prompt)

    def read_dialogue(self, slot: Slot, prompt: Prompt, known: Known, reply: Reply) -> Dialogue | Reject:
        return Dialogue(slot.id, "describe", (Turn("What is it?", f"A thing, {slot.id}."),))


@dataclass(frozen=True)
class NullWriter(LLM):
    """Answers at once with nothing of interest."""

    def describe_yourself(self) -> str:
        return "null writer"

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        for request in requests:
            yield Reply(request.key, request.slot.id, json.dumps(asdict(request.slot.cell)))


@dataclass(frozen=True)
class NullRenderer(Renderer):
    """Grey pictures of 16 x 16 pixels."""

    asserts: frozenset[ClaimType] = frozenset()
    closed_world: bool = True

    def describe_yourself(self) -> str:
        return "null renderer"

    def undrawable(self, prompt: Prompt) -> str | None:
        return None

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for take in takes:
            yield Raster(take.id, np.full((16, 16, 3), take.seed % 256, np.uint8), take.seed, take.take)
