"""The ability to name the medium of a picture: the head is the medium, and any plain thing is what it depicts.

python -m synthgen ability=style n=24
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from abilities.base import WordAbility
from synthgen.types import Fields


@dataclass(frozen=True)
class Style(WordAbility):
    """`things`: what can be depicted in a medium."""

    things: Sequence[str] = field(default_factory=list)

    def cell(self, subject: str, turn: int, rng: Random) -> Fields:
        """The cell of a word ability, with the medium as its head and a thing beside it."""
        things = list(self.things)
        rng.shuffle(things)
        planned = super().cell(subject, turn, rng)
        return replace(planned, medium=subject, companions=(things[turn % len(things)],))

    def probe(self, subject: str, **parts: Any) -> Fields:
        return Fields(**{"subject": subject, "medium": subject, "companions": (self.things[0],)} | parts)
