"""Slots: what sample number i of an ability should show, as a pure function of (ability, seed, i).

Never of n, of the range that is made, or of who finished first: so a larger n extends a run, and a resumed run goes on.
"""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from synthgen.interfaces import Ability
from synthgen.kit.hashes import seed_of
from synthgen.types import Prompt, Slot, Take, sample_id


@dataclass(frozen=True)
class Planner:
    """The plan of one ability."""

    ability: Ability
    seed: int
    images_per_prompt: int = 1

    def slot(self, index: int) -> Slot:
        """Every subject comes once before any comes twice, in another order each round."""
        number = index // self.images_per_prompt
        subjects = self.ability.subjects
        turn, place = divmod(number, len(subjects))
        subject = subjects[_order(self.seed, self.ability.name, turn, len(subjects))[place]]
        rng = Random(seed_of(self.seed, self.ability.name, subject))
        return Slot(
            id=sample_id(self.ability.name, index),
            ability=self.ability.name,
            index=index,
            number=number,
            seed=seed_of(self.seed, self.ability.name, number),
            subject=subject,
            cell=self.ability.cell(subject, turn, rng),
            kind=self.ability.kind(index),
        )

    def take(self, prompt: Prompt, index: int) -> Take:
        """The order for the picture of an index; noise is drawn per sample."""
        return Take(prompt.id, 0, prompt, seed_of(self.seed, self.ability.name, index, 0, 0))


@lru_cache(maxsize=64)
def _order(seed: int, ability: str, turn: int, count: int) -> tuple[int, ...]:
    order = list(range(count))
    Random(seed_of(seed, ability, "order", turn)).shuffle(order)
    return tuple(order)
