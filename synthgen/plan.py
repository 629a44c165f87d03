"""Slots: what sample number i of an ability should show, as a pure function of (ability, seed, i) and of what the
selection kept two epochs before.

Never of n, of the range that is made, or of who finished first: so a larger n extends a run, and a resumed run goes on.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from synthgen.interfaces import Ability
from synthgen.kit.hashes import seed_of
from synthgen.memory import Memory
from synthgen.types import Prompt, Slot, Take, index_of, sample_id


@dataclass(frozen=True)
class Planner:
    """The plan of one ability."""

    ability: Ability
    seed: int
    images_per_prompt: int = 1
    memory: Memory | None = field(default=None, compare=False)
    """None for a writer that is not told what was shown before: it composes, or its texts exist already."""

    def slot(self, index: int) -> Slot:
        """Raises LookupError where the memory does not reach so far yet."""
        number = index // self.images_per_prompt
        subject, turn, rank = self._drawn(index)
        rng = Random(seed_of(self.seed, self.ability.name, subject))
        kind = self.ability.kind(index, number)
        forms, brief = self.ability.forms(kind, index)
        way = self.ability.way(kind, number)
        return Slot(
            id=sample_id(self.ability.name, index),
            ability=self.ability.name,
            index=index,
            number=number,
            seed=seed_of(self.seed, self.ability.name, number),
            subject=subject,
            cell=self.ability.peopled(self.ability.cell(subject, turn, rng, kind, way), rank, turn),
            kind=kind,
            forms=forms,
            brief=brief,
            way=way,
            avoid=self.memory.avoid(subject, index) if self.memory else (),
        )

    def subject(self, index: int) -> tuple[str, int]:
        """And its turn: every subject comes once before any comes twice, in another order each round."""
        return self._drawn(index)[:2]

    def _drawn(self, index: int) -> tuple[str, int, int]:
        """The subject, its turn, and its place in the first round."""
        number = index // self.images_per_prompt
        kind = self.ability.kind(index, number)
        subjects, drawn = self.ability.pool(kind, self.ability.way(kind, number), number)
        turn, place = divmod(drawn, len(subjects))
        chosen = _order(self.seed, self.ability.name, turn, len(subjects))[place]
        return subjects[chosen], turn, _places(self.seed, self.ability.name, len(subjects))[chosen]

    def takes(self, prompt: Prompt, count: int = 1) -> list[Take]:
        """The orders for the pictures of a sample, of which the best is kept; noise is drawn per take."""
        index = index_of(prompt.id)
        seeds = (seed_of(self.seed, self.ability.name, index, take, 0) for take in range(count))
        return [Take(prompt.id, take, prompt, seed) for take, seed in enumerate(seeds)]


@lru_cache(maxsize=64)
def _order(seed: int, ability: str, turn: int, count: int) -> tuple[int, ...]:
    order = list(range(count))
    Random(seed_of(seed, ability, "order", turn)).shuffle(order)
    return tuple(order)


@lru_cache(maxsize=64)
def _places(seed: int, ability: str, count: int) -> tuple[int, ...]:
    """Where each stands in the first round."""
    order = _order(seed, ability, 0, count)
    return tuple(sorted(range(count), key=order.__getitem__))
