"""Counts what becomes of the samples of an ability, stage by stage: running sums, so that n may be a million."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from synthgen.select import Candidate
from synthgen.status import MAKING, StageName, StageStatus
from synthgen.types import Picture, Reject

Counts: TypeAlias = Counter[tuple[StageName, str | None]]
"""By stage and what became of it there. None: passed; a text: the reason of a reject; "": one that is not known yet."""


class Tally:
    """Of one ability. What is under way is counted too, and taken back when it walks: then all is known of it."""

    def __init__(self) -> None:
        self._counts: Counts = Counter()

    def add(self, counts: Counts) -> None:
        self._counts.update(counts)

    def take_back(self, counts: Counts) -> None:
        self._counts.subtract(counts)
        for key in [key for key in counts if not self._counts[key]]:
            del self._counts[key]

    def stages(self, ability: str, asked: int, unwalked: int) -> tuple[StageStatus, ...]:
        """`asked`: indices in all; `unwalked`: those on which the selection has to decide yet."""
        found: list[StageStatus] = []
        for name in MAKING:
            found.append(self._stage(ability, name, asked))
            asked = found[-1].done
        decided = self._stage(ability, "selection", 0)
        return (*found, replace(decided, asked=decided.answered + unwalked))

    def _stage(self, ability: str, name: StageName, asked: int) -> StageStatus:
        fell = {reason: n for (stage, reason), n in self._counts.items() if stage == name and reason is not None}
        reasons = {reason: n for reason, n in fell.items() if reason}
        return StageStatus(ability, name, asked, self._counts[name, None], sum(fell.values()), reasons)


def counts_of(c: Candidate, verdict: Reject | None, kept: bool, settled: bool = True) -> Counts:
    """What became of a candidate at the stages that it came to, and at the selection.

    `verdict`: what the selection has against it; neither that nor kept: n were kept before. `settled`: nothing of it
    is still to be made, so a picture without a dialogue fell by a check.
    """
    counts: Counts = Counter()
    rows = (("prompts", "prompt", c.prompt), ("pictures", "picture", c.picture), ("dialogues", "dialogue", c.dialogue))
    fell = verdict or next((row for _, _, row in rows if isinstance(row, Reject)), None)
    if fell is None and settled and isinstance(c.picture, Picture) and c.dialogue is None:
        fell = Reject(c.id, "picture", "")
    name: StageName
    for name, stage, row in rows:  # type: ignore[assignment]
        if row is None:
            break
        counts[name, fell.reason if fell and fell.stage == stage else None] += 1
        if fell and fell.stage == stage:
            break
    if kept or verdict:
        counts["selection", verdict.reason if verdict else None] += 1
    return counts


def at_least(before: Sequence[StageStatus], n: int, asked: int) -> tuple[StageStatus, ...]:
    """What an earlier driver had counted, for a run of n that now asks for so many indices in all."""
    prompts, pictures, dialogues, selection = before
    unwalked = 0 if selection.done >= n else max(0, asked - selection.answered)
    return (
        replace(prompts, asked=max(prompts.answered, asked)),
        pictures,
        dialogues,
        replace(selection, asked=selection.answered + unwalked),
    )
