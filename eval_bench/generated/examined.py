"""An ability whose samples are items of a benchmark: its own pictures, other questions, its reserved keywords too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Self

from abilities.asking import ROTATIONS, DialogueTemplate, as_json, as_lines, fill, request, rotated, rotation, trusted
from abilities.base import WordAbility
from abilities.joke import COUNTERPART, Joke
from eval_bench.generated.asked import material
from eval_bench.generated.candidates import among_themselves
from eval_bench.generated.cells import STYLE_OF, Cell, Mixture
from eval_bench.generated.held_out import held_out
from eval_bench.generated.reading import ItemReply, item_of
from synthgen.errors import UsageError
from synthgen.interfaces import Ability, Renderer
from synthgen.kit.prompt_text import compile_text
from synthgen.types import (
    Dialogue,
    DialogueKind,
    Fields,
    Form,
    Known,
    Prompt,
    Reject,
    Reply,
    Request,
    Slot,
    Vocabulary,
    index_of,
)


@dataclass(frozen=True)
class Examined(Ability):
    """`trained` and `unseen` are one ability about two sets of keywords; None where it has none to hold out."""

    name: str
    negative: str
    trained: WordAbility
    unseen: WordAbility | None
    mixture: Mixture
    template: DialogueTemplate

    @cached_property
    def subjects(self) -> tuple[str, ...]:  # type: ignore[override]
        return self.trained.subjects + (self.unseen.subjects if self.unseen else ())

    @property
    def vocabulary(self) -> Vocabulary:
        ours = self.trained.vocabulary
        if self.unseen is None:
            return ours
        theirs = self.unseen.vocabulary
        return replace(
            ours,
            heads=tuple(dict.fromkeys(ours.heads + theirs.heads)),
            media=tuple(dict.fromkeys(ours.media + theirs.media)),
            usual=tuple(dict.fromkeys(ours.usual + theirs.usual)),
        )

    @property
    def heads(self) -> int:
        return self.trained.heads + (self.unseen.heads if self.unseen else 0)

    def limited_to(self, renderer: Renderer) -> Self:
        return self  # it is made of one that is

    # planning --------------------------------------------------------------------------------------------------------

    def cell_at(self, index: int) -> Cell:
        return self.mixture.at(index)[0]

    def _of(self, index: int) -> WordAbility:
        """The one that draws the subject of an index."""
        return self.unseen if self.unseen is not None and self.cell_at(index).held_out else self.trained

    def kind(self, index: int, number: int) -> DialogueKind:
        return "item"

    def forms(self, kind: DialogueKind, index: int) -> tuple[tuple[Form, ...], bool]:
        return (self.cell_at(index).form,), False

    def way(self, kind: DialogueKind, number: int) -> str:
        cell, drawn = self.mixture.at(number)
        return self._odd(number).way("describe", drawn) if cell.odd else ""

    def pool(self, kind: DialogueKind, way: str, number: int) -> tuple[Sequence[str], int]:
        cell, drawn = self.mixture.at(number)
        if cell.odd:
            return self._odd(number).pool("describe", way, drawn)
        if cell.odd is False:
            return self._of(number).pool(COUNTERPART, "", drawn)[0], drawn
        return self._of(number).subjects, drawn

    def _odd(self, index: int) -> WordAbility:
        """One that plans nothing but odd pictures."""
        return self._only_odd[self._of(index) is self.unseen]

    @cached_property
    def _only_odd(self) -> tuple[WordAbility, WordAbility]:
        def alone(one: WordAbility) -> WordAbility:
            return replace(one, counterpart=0.0) if isinstance(one, Joke) else one

        return alone(self.trained), alone(self.unseen or self.trained)

    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        is_joke = isinstance(self.trained, Joke)
        kind = COUNTERPART if is_joke and not way else "describe"
        return replace(self.trained.cell(subject, turn, rng, kind, way), count=1)

    def peopled(self, cell: Fields, rank: int, turn: int) -> Fields:
        return self.trained.peopled(cell, rank, turn)

    @cached_property
    def _asking(self) -> tuple[WordAbility, WordAbility]:
        """Those whose words items are made of: of the trained subjects, and of the others."""
        return among_themselves(self.trained), among_themselves(self.unseen or self.trained)

    # asking ----------------------------------------------------------------------------------------------------------

    def ask_prompt(self, slot: Slot) -> Request:
        return self._of(slot.index).ask_prompt(slot)

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        return self._of(slot.index).read_prompt(slot, reply)

    @cached_property
    def _instructions(self) -> tuple[str, ...]:
        """One text for each rotation of the examples."""
        item = self.trained.item
        return tuple(
            fill(
                self.template["system"],
                noun=self.trained.noun,
                item_cautions=item["cautions"] or "none",
                part=f"its {item['part']}",
                examples=as_lines(rotated(item["examples"], by)),
            )
            for by in range(ROTATIONS)
        )

    def ask_dialogue(self, slot: Slot, prompt: Prompt, known: Known) -> Request:
        (form,) = slot.forms
        odd = self.cell_at(slot.index).odd
        found = material(self._asking[self._of(slot.index) is self.unseen], slot, prompt, known, odd)
        order = {
            "kind": "item",
            "style": STYLE_OF[form],
            "form": form,
            "keywords": compile_text(trusted(prompt.fields, known.asserts)),
            "complete": "yes" if "absence" in known.asserts else "no",
            "facts": known.facts,
        }
        if odd is not None:
            order["unusual"] = "yes" if odd else "no"
        elif found.key is not None:
            order["others"] = found.key.options
        asked = request(
            "dialogue", slot, self._instructions[rotation(slot)], self.template["ask"], as_json(order), ItemReply
        )
        return replace(asked, prompt=prompt, material=found)

    def read_dialogue(self, slot: Slot, prompt: Prompt, known: Known, reply: Reply) -> Dialogue | Reject:
        plain = self.cell_at(slot.index).odd is None
        return item_of(slot, prompt, known, reply, self.trained.noun, names_head=plain)

    def turn(self, id: str) -> int:
        """How often the subject of a sample came before, as it was planned."""
        index = index_of(id)
        subjects, drawn = self.pool("item", self.way("item", index), index)
        return drawn // len(subjects)


def examined(
    ability: Ability, styles: Sequence[tuple[str, float]], share: float, template: DialogueTemplate
) -> Examined:
    """`ability`: one that is limited to what the renderer can draw. Raises UsageError for one that is not of words."""
    if not isinstance(ability, WordAbility):
        raise UsageError(
            f"ability={ability.name}: {type(ability).__name__} is no WordAbility, so nobody knows what of it can be "
            "asked; name the others with ability=[...]"
        )
    unseen = held_out(ability)
    is_joke = isinstance(ability, Joke)
    has = bool(unseen.subjects) and (not isinstance(unseen, Joke) or bool(unseen._told and unseen._plain))
    mixture = Mixture(tuple(styles), share if has else 0.0, is_joke)  # type: ignore[arg-type]
    return Examined(ability.name, ability.negative, ability, unseen if has else None, mixture, template)
