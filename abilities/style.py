"""The ability to name the medium of a picture: the head is the medium, and any plain thing is what it depicts.

python -m synthgen ability=style n=24
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from abilities.base import WordAbility
from abilities.mixing import mix
from synthgen.types import DialogueKind, Fields, Vocabulary


@dataclass(frozen=True)
class Style(WordAbility):
    """`things`: what can be depicted in a medium."""

    things: Sequence[str] = field(default_factory=list)

    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        """The cell of a word ability, with the medium as its head and a thing beside it."""
        planned = super().cell(subject, turn, rng, kind, way)
        thing, place = mix(turn, rng, self.things, self.places_of(subject) or ("",))
        return replace(planned, medium=subject, companions=(thing,), place=place)

    @property
    def vocabulary(self) -> Vocabulary:
        """The heads are the media."""
        return replace(super().vocabulary, media=self.subjects)

    def probe(self, subject: str, **parts: Any) -> Fields:
        return Fields(**{"subject": subject, "medium": subject, "companions": (self.things[0],)} | parts)
