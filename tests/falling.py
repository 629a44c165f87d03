"""Parts of which samples fall at every stage, at known indices; importable by worker processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from bench.null import NullAbility
from synthgen.checks import Batch, Check, Walk
from synthgen.interfaces import Ability
from synthgen.types import Dialogue, Known, Prompt, Reject, Reply, Score, Slot, index_of


@dataclass(frozen=True)
class Falling(NullAbility):
    """Every so many prompts and dialogues are rejects. By the number of the prompt: samples may share it."""

    prompts: int = 7
    dialogues: int = 5

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        if slot.number % self.prompts == 1:
            return Reject(slot.id, "prompt", "no prompt")
        return super().read_prompt(slot, reply)

    def read_dialogue(self, slot: Slot, prompt: Prompt, known: Known, reply: Reply) -> Dialogue | Reject:
        if slot.index % self.dialogues == 2:
            return Reject(slot.id, "dialogue", "no dialogue")
        return super().read_dialogue(slot, prompt, known, reply)


@dataclass(frozen=True)
class Picky(Check):
    """Lets every so many pictures fall."""

    every: int = 6
    action: Literal["reject", "report"] = "reject"
    reads: ClassVar[Literal["picture"]] = "picture"
    ranks: ClassVar[str] = "figure"

    def measure(self, batch: Batch) -> list[Score]:
        return [Score(p.id, "picky", {"figure": float(index_of(p.id) % self.every)}) for p in batch.pictures]

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        return ("picture not liked", "") if score.values["figure"] == 3 else None


@dataclass(frozen=True)
class Choosy(Check):
    """Lets every so many dialogues fall, and every so many samples beside the others."""

    texts: int = 8
    samples: int = 9
    action: Literal["reject", "report"] = "reject"
    reads: ClassVar[Literal["dialogue"]] = "dialogue"

    def measure(self, batch: Batch) -> list[Score]:
        return [Score(d.id, "choosy", {"index": float(index_of(d.id))}) for d in batch.dialogues]

    def judge(self, score: Score, prompt: Prompt) -> tuple[str, str] | None:
        return ("text not liked", "") if index_of(score.id) % self.texts == 4 else None

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> Walk:
        return _Beside(self.samples)


@dataclass
class _Beside(Walk):
    samples: int

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        return ("like another", "") if index_of(score.id) % self.samples == 5 else None

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        pass


CHECKS: Mapping[str, Check] = {"picky": Picky(), "choosy": Choosy()}
