"""An ability made of words: its yaml fills the blanks of the shared templates. Most abilities need no more than this.

python -m synthgen ability=animal n=24
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as options
from functools import cached_property
from math import gcd, prod
from random import Random
from typing import Annotated, Any, Self

from pydantic import Field

from abilities.asking import (
    ROTATIONS,
    DialogueTemplate,
    PromptTemplate,
    as_json,
    as_lines,
    dialogue_order,
    fill,
    prompt_order,
    request,
    rotated,
    rotation,
)
from abilities.replies import DialogueReply, GivenDialogue, GivenPrompt, PromptReply, dialogue_of, read_either
from abilities.topics import Asking, Turns, topics
from synthgen.errors import UsageError
from synthgen.interfaces import Ability, Renderer
from synthgen.kit.hashes import seed_of
from synthgen.kit.json_reply import NotTheForm
from synthgen.kit.language import foreign, vocabulary
from synthgen.kit.patterns import blanks_of, expand
from synthgen.kit.prompt_text import coloured, compile_text, read_fields
from synthgen.kit.seen import inside
from synthgen.kit.words import is_plural, with_article
from synthgen.types import Dialogue, DialogueKind, Fields, Known, Material, Prompt, Reject, Reply, Request, Slot

Groups = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class WordAbility(Ability):
    """Subjects in groups, each with the places where one would meet them, and the words to ask and answer with."""

    name: str
    noun: str
    cautions: str
    dialogue_cautions: str
    groups: Groups
    people: Sequence[str]
    colours: Sequence[str]
    counts: Annotated[Sequence[Annotated[int, Field(ge=1, le=6)]], Field(min_length=1)]
    negative: str
    questions: Annotated[Sequence[str], Field(min_length=1)]
    answers: Annotated[Sequence[str], Field(min_length=1)]
    kinds: Annotated[Mapping[DialogueKind, Annotated[float, Field(ge=0)]], Field(min_length=1)]
    contrasts: Sequence[str]
    head: Asking
    turns: Turns
    prompt_examples: Sequence[str]
    dialogue_examples: Sequence[Mapping[str, str]]
    prompt_template: PromptTemplate
    dialogue_template: DialogueTemplate

    def preflight(self) -> list[str]:
        """Patterns that do not expand."""
        blanks = blanks_of(Fields("thing", companions=("other",)), self.noun) | {"why": "so"}
        mistakes = []
        for pattern in (*self.questions, *self.answers):
            try:
                expand(pattern, blanks, Random(0))
            except ValueError as e:
                mistakes.append(f"ability.{self.name}: the pattern {pattern!r} does not expand: {e}")
        for name, template in (("prompt", self.prompt_template), ("dialogue", self.dialogue_template)):
            if "{order}" not in template["ask"]:
                mistakes.append(f"ability.{self.name}.{name}_template.ask: has no {{order}}, where the data go")
        if not any(self.kinds.values()):
            mistakes.append(f"ability.{self.name}.kinds: give at least one kind a weight, as in describe: 1")
        return mistakes

    @cached_property
    def subjects(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(dict.fromkeys(word for group in self.groups.values() for word in group["subjects"]))

    def places_of(self, subject: str) -> tuple[str, ...]:
        """Where one would meet a subject."""
        return self._beside(subject, "places")

    def _beside(self, subject: str, what: str) -> tuple[str, ...]:
        """The words of all groups that a subject is in: their places, or the things to be shown beside it."""
        fitting = (group.get(what, ()) for group in self.groups.values() if subject in group["subjects"])
        return tuple(dict.fromkeys(word for found in fitting for word in found))

    # planning --------------------------------------------------------------------------------------------------------

    def kind(self, index: int) -> DialogueKind:
        """Each kind as often as its weight says, over any stretch of indices: steps of the golden ratio fill evenly."""
        start = seed_of(0, self.name, "kind") % 1000 / 1000
        at = (start + index * 0.6180339887498949) % 1 * sum(self.kinds.values())
        for kind, weight in self.kinds.items():
            at -= weight
            if at < 0:
                return kind
        return next(kind for kind, weight in self.kinds.items() if weight)

    def cell(self, subject: str, turn: int, rng: Random) -> Fields:
        """All pools are run through together: neither a word nor a combination comes more often than it must."""
        pools = self.prompt_template
        # half of the prompts name no medium: things are learned from plain pictures, media from `style`
        media = [*pools["media"], *[""] * len(pools["media"])]
        things = self._beside(subject, "companions")
        mixed = mix(
            turn,
            rng,
            self.places_of(subject) or ("",),
            self.colours or ("",),
            self.people or ("",),
            media,
            pools["light"],
            range(len(pools["quality"])),
            [*things, *[""] * (2 * len(things) or 1)],  # a third of the pictures show something beside the subject
            self.counts,
        )
        place, colour, person, medium, light, care, thing, count = mixed
        quality = pools["quality"][care], pools["quality"][(care + 1 + turn) % len(pools["quality"])]
        return Fields(
            subject=coloured(subject, colour),
            attributes=(colour,) if colour else (),
            count=count if _counted(subject) and subject not in self._beside(subject, "single") else 1,
            person=person,
            place=place,
            companions=(thing,) if thing else (),
            light=(light,) if light else (),
            medium=medium,
            quality=tuple(dict.fromkeys(quality)),
        )

    def probe(self, subject: str, **parts: Any) -> Fields:
        """The fields by which `limited_to` asks whether a renderer can draw a subject, or one word beside it."""
        return Fields(subject, **parts)

    def limited_to(self, renderer: Renderer) -> Self:
        """A copy whose subjects, places, colours, media and light the renderer can draw. Raises UsageError for none."""
        if self.kinds.get("counterpart"):
            raise UsageError(f"ability.{self.name}.kinds.counterpart: nobody composes these yet; leave it at 0")

        def drawable(subject: str, **parts: Any) -> bool:
            fields = self.probe(subject, **parts)
            return renderer.undrawable(Prompt("", fields, compile_text(fields))) is None

        groups = {}
        for name, group in self.groups.items():
            subjects = [s for s in group["subjects"] if drawable(s)]
            places = [p for p in group["places"] if subjects and drawable(subjects[0], place=p)]
            things = [c for c in group.get("companions", ()) if subjects and drawable(subjects[0], companions=(c,))]
            single = [s for s in subjects if _counted(s) and not drawable(s, count=max(self.counts))]
            if subjects:
                groups[name] = {"subjects": subjects, "places": places, "companions": things, "single": single}
        if not groups:
            raise UsageError(f"ability={self.name}: the renderer can draw none of its subjects; pass renderer=...")
        some = next(iter(groups.values()))["subjects"][0]
        pools = self.prompt_template
        media = [m for m in pools["media"] if not m or drawable(some, medium=m)]
        light = [w for w in pools["light"] if drawable(some, light=(w,))]
        return replace(
            self,
            groups=groups,
            colours=[c for c in self.colours if not c or drawable(coloured(some, c))],
            counts=[c for c in self.counts if c == 1 or "count" in renderer.asserts] or [1],
            prompt_template={**pools, "media": media or [""], "light": light or [""]},
        )

    # asking ----------------------------------------------------------------------------------------------------------

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """Words that need no proof of being English: the ability's own, and those of the templates."""
        return vocabulary(*(getattr(self, option.name) for option in options(self)))

    @cached_property
    def _prompt_instructions(self) -> tuple[str, ...]:
        """One text for each rotation of the lists."""
        pools = self.prompt_template
        return tuple(
            fill(
                pools["system"],
                noun=self.noun,
                cautions=self.cautions,
                subjects=as_json(rotated(self.subjects, by)),
                media=as_json(rotated(filter(None, pools["media"]), by)),
                light=as_json(rotated(filter(None, pools["light"]), by)),
                quality=as_json(rotated(pools["quality"], by)),
                examples=as_lines(rotated(self.prompt_examples, by)),
            )
            for by in range(ROTATIONS)
        )

    @cached_property
    def _dialogue_instructions(self) -> tuple[str, ...]:
        """One text for each rotation of the lists."""
        return tuple(
            fill(
                self.dialogue_template["system"],
                noun=self.noun,
                dialogue_cautions=self.dialogue_cautions,
                questions=as_lines(rotated(self.questions, by)),
                examples=as_lines(rotated(self.dialogue_examples, by)),
            )
            for by in range(ROTATIONS)
        )

    def ask_prompt(self, slot: Slot) -> Request:
        system, ask = self._prompt_instructions[rotation(slot)], self.prompt_template["ask"]
        return request("prompt", slot, system, ask, prompt_order(slot), PromptReply)

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        try:
            parsed = read_either(reply.text, PromptReply, GivenPrompt)
        except NotTheForm as e:
            return Reject(slot.id, "prompt", "not the asked-for form", str(e))
        if isinstance(parsed, PromptReply):
            if strange := foreign(parsed.keywords(), self._vocabulary):
                return Reject(slot.id, "prompt", "other language", strange[:80])
            fields = parsed.fields()
            return Prompt(slot.id, fields, compile_text(fields), self.negative)
        found = read_fields(parsed.text)
        if found is None:
            return Reject(slot.id, "prompt", "no head in double round brackets", parsed.text[:80])
        return Prompt(slot.id, found, parsed.text, self.negative)

    def ask_dialogue(self, slot: Slot, prompt: Prompt, known: Known) -> Request:
        system, ask = self._dialogue_instructions[rotation(slot)], self.dialogue_template["ask"]
        asked = request("dialogue", slot, system, ask, dialogue_order(slot, prompt, known), DialogueReply)
        return replace(asked, prompt=prompt, material=self.material(prompt, known))

    def material(self, prompt: Prompt, known: Known) -> Material:
        """What a writer that composes may say of a picture."""
        fields = prompt.fields
        blanks = blanks_of(fields, self.noun)
        blanks |= {"inside": inside(fields.place), "setting": inside(fields.subject)}
        if "place" not in known.asserts:
            blanks |= {"where": "", "light": "", "inside": "", "setting": ""}
        if "medium" not in known.asserts and fields.medium != fields.subject:
            blanks["medium"] = ""
        blanks["artwork"] = blanks["medium"] if "photo" not in fields.medium and "render" not in fields.medium else ""
        found = tuple(topics(fields, blanks, self.head, self.contrasts, self.turns["topics"], known.asserts))
        for name in ("colour", "count"):
            if name not in known.asserts:
                blanks[name] = ""
        several = not fields.person and (fields.count > 1 or is_plural(fields.subject))
        questions = self.turns["several"]["questions"] if several else self.questions
        answers = self.turns["several"]["answers"] if several else self.answers
        reasons = tuple((reason["question"], reason["answer"]) for reason in self.turns["reasons"])
        return Material(blanks, tuple(questions), tuple(answers), found, tuple(self.turns["details"]), reasons)

    def read_dialogue(self, slot: Slot, prompt: Prompt, reply: Reply) -> Dialogue | Reject:
        try:
            parsed = read_either(reply.text, DialogueReply, GivenDialogue)
        except NotTheForm as e:
            return Reject(slot.id, "dialogue", "not the asked-for form", str(e))
        return dialogue_of(parsed, slot.id, slot.kind)


def _counted(subject: str) -> bool:
    """Whether one can say "two" of it: not of jeans, garlic or curly hair."""
    return not is_plural(subject) and with_article(subject) != subject


def mix(turn: int, rng: Random, *pools: Sequence[Any]) -> list[Any]:
    """The `turn`-th combination of one word of each pool: no combination comes twice before all have come.

    Steps through the product by the golden ratio, so that neighbouring turns differ in every pool.
    """
    total = prod(len(pool) for pool in pools)
    step = max(1, round(total * 0.618))
    while gcd(step, total) != 1:
        step += 1
    number = (rng.randrange(total) + turn * step) % total
    chosen = []
    for pool in pools:
        number, place = divmod(number, len(pool))
        chosen.append(pool[place])
    return chosen
