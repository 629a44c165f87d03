"""Does what a picture is about come up too often? Measured here, decided over the whole walk."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from synthgen.checks import Batch, Check, Walk
from synthgen.interfaces import Ability
from synthgen.kit.words import singular
from synthgen.types import Dialogue, Prompt, Score, index_of


@dataclass(frozen=True)
class Balance(Check):
    """No head more than `factor` times as often as the mean of all heads.

    A walk does not know where it ends, so it goes by what the ability plans. Of v planned heads, one that was kept c
    times falls if c + 1 > max(factor, factor * (k + 1) / v), with k prompts kept. What that guarantees: among n prompts
    with d <= v different heads the mean is m = n / d, which is at least 1 and at least n / v. The head that was kept
    last as prompt number k + 1 <= n has then come at most max(factor, factor * (k + 1) / v) <= factor * m times.

    A writer that adds to what it was ordered ("tabby cat") may have d > v. Then v is the number of heads so far, and
    what is held is the mean at the time when a head was kept.
    """

    factor: Annotated[float, Field(ge=1)]
    action: Literal["reject", "report"]

    reads: ClassVar[Literal["dialogue"]] = "dialogue"
    decides: ClassVar[frozenset[str]] = frozenset({"action", "factor"})

    def measure(self, batch: Batch) -> list[Score]:
        """`head`: in lower case and in the singular."""
        pairs = zip(batch.prompts, batch.dialogues, strict=True)
        return [Score(d.id, "balance", {"head": singular(p.head.lower().strip())}) for p, d in pairs]

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> Walk | None:
        return None if verbatim else _Heads(self.factor, ability.heads, images_per_prompt)


@dataclass
class _Heads(Walk):
    """The heads of the prompts that were kept; a prompt of several pictures counts once."""

    factor: float
    planned: int
    images_per_prompt: int
    kept: Counter[str] = field(default_factory=Counter)
    prompts: int = 0
    last: int = -1

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        head = str(score.values["head"])
        heads = max(self.planned, len(self.kept))
        most = max(self.factor, self.factor * (self.prompts + 1) / heads)
        if self._number(prompt) == self.last or self.kept[head] + 1 <= most:
            return None
        return "head too often", f"{head}: kept {self.kept[head]} times, of {self.prompts}"

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        if self._number(prompt) != self.last:
            self.last = self._number(prompt)
            self.prompts += 1
            self.kept[str(score.values["head"])] += 1

    def _number(self, prompt: Prompt) -> int:
        return index_of(prompt.id) // self.images_per_prompt
