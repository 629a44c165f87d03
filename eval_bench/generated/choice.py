"""Which candidates become items: in index order, the first of each cell that nothing speaks against."""

import math
from collections import Counter
from collections.abc import Collection

from eval_bench.generated.cells import Cell, wanted
from eval_bench.generated.examined import Examined
from synthgen.build import Run
from synthgen.select import Candidate, Selection
from synthgen.types import Dialogue, Reject, index_of

OFTEN = 3
"""Rounds through all subjects after which a question about a subject may come again."""


class Choice(Selection):
    """Fills the cells of n items. What it says of a candidate does not depend on n, nor on what is left out."""

    def __init__(self, run: Run, ability: Examined, left_out: Collection[str]) -> None:
        """`left_out`: samples that may not be chosen: refused by people, or repeated by a training set."""
        super().__init__(run.config.n, run.checks, ability, run.llm.verbatim)
        self._ability, self._left_out = ability, left_out
        self._room = ability.mixture.quotas(self.n)
        self._good, self._asked = 0, Counter[tuple[str, str]]()
        self._most = run.config.n * run.config.max_candidates

    def wanted(self, asked: int) -> int:
        rate = max(self._good, 1) / asked if asked else 1
        missing = {cell: math.ceil(room / rate) for cell, room in self._room.items()}
        return wanted(self._ability.mixture, asked, missing, self._most)

    def offer(self, candidate: Candidate) -> bool:
        full, reject = self.full, self._against(candidate) or self._repeats(candidate)
        if reject is not None:
            self.rejects += [] if full else [reject]
            return False
        self._good += 1
        self._remember(candidate)
        self._asked[self._asks(candidate)] += 1
        cell: Cell = self._ability.cell_at(index_of(candidate.id))
        if self._room[cell] > 0 and candidate.id not in self._left_out:
            self._room[cell] -= 1
            self.kept.append(candidate.id)
        return True

    def _repeats(self, c: Candidate) -> Reject | None:
        question, head = self._asks(c)
        if self._asked[question, head] <= self._ability.turn(c.id) // OFTEN:
            return None
        return Reject(c.id, "select", "the same question about the same subject", f"{question} {head}")

    def _asks(self, c: Candidate) -> tuple[str, str]:
        if not isinstance(c.dialogue, Dialogue) or isinstance(c.prompt, Reject):
            return "", ""
        return c.dialogue.turns[0].question.lower(), c.prompt.head.lower()
