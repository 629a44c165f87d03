"""An ability made of words: its yaml fills the blanks of the shared templates. Most abilities need no more than this.

python -m synthgen ability=animal n=24
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from dataclasses import fields as options
from functools import cached_property
from random import Random
from typing import Annotated, Any, ClassVar, Literal, Self

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
    trusted,
)
from abilities.gate import against
from abilities.kinds import GOLDEN, along, forms_of, share
from abilities.mixing import CARE, LIGHT, MEDIUM, mix, pick
from abilities.replies import GivenDialogue, GivenPrompt, PromptReply, dialogue_of, dialogue_reply, read_either
from abilities.settle import settled, without
from abilities.topics import NO_ITEMS, Asking, ItemWords, Turns, several, topics
from synthgen.errors import UsageError
from synthgen.interfaces import Ability, Renderer
from synthgen.kit.hashes import seed_of
from synthgen.kit.json_reply import NotTheForm
from synthgen.kit.language import vocabulary
from synthgen.kit.languages import NAMES
from synthgen.kit.near import apart
from synthgen.kit.patterns import blanks_of, expand, fits, sentence
from synthgen.kit.people import EVEN, spread, wrong_weights
from synthgen.kit.prompt_text import coloured, compile_text, read_fields
from synthgen.kit.reserved import is_reserved
from synthgen.kit.seen import inside
from synthgen.kit.words import countable, with_article
from synthgen.types import (
    Claim,
    Dialogue,
    DialogueKind,
    Fields,
    Form,
    Groups,
    Known,
    Material,
    Prompt,
    Reject,
    Reply,
    Request,
    Slot,
    Vocabulary,
    Words,
)


@dataclass(frozen=True)
class WordAbility(Ability):
    """Subjects in groups, each with the places where one would meet them, and the words to ask and answer with."""

    name: str
    noun: str
    cautions: str
    dialogue_cautions: str
    groups: Groups
    people: Sequence[Literal["woman", "man", "girl", "boy"]]
    spread: str | Mapping[str, Mapping[str, float]]
    colours: Sequence[str]
    counts: Annotated[Sequence[Annotated[int, Field(ge=1, le=6)]], Field(min_length=1)]
    negative: str
    lettering: bool
    language: str
    questions: Annotated[Sequence[str], Field(min_length=1)]
    answers: Annotated[Sequence[str], Field(min_length=1)]
    bank: Mapping[DialogueKind, Sequence[str]]
    kinds: Annotated[Mapping[DialogueKind, Annotated[float, Field(ge=0)]], Field(min_length=1)]
    contrasts: Sequence[str]
    head: Asking
    turns: Turns
    prompt_examples: Sequence[str]
    dialogue_examples: Sequence[Mapping[str, str]]
    prompt_template: PromptTemplate
    dialogue_template: DialogueTemplate
    item: ItemWords = field(default_factory=NO_ITEMS.copy, kw_only=True)

    operational: ClassVar[frozenset[str]] = frozenset({"item"})

    def preflight(self) -> list[str]:
        """Patterns that do not expand."""
        blanks = dict.fromkeys(("why", "other", "an_other", "asked", "first", "second"), "so")
        blanks |= blanks_of(Fields("thing", companions=("other",)), self.noun)
        mistakes = []
        banks = (*self.bank.values(), self.item["wh"], self.item["yes_no"], self.item["either_or"])
        for pattern in (*self.questions, *self.answers, *(ask for asks in banks for ask in asks)):
            try:
                expand(pattern, blanks, Random(0))
            except ValueError as e:
                mistakes.append(f"ability.{self.name}: the pattern {pattern!r} does not expand: {e}")
        for name, template in (("prompt", self.prompt_template), ("dialogue", self.dialogue_template)):
            if "{order}" not in template["ask"]:
                mistakes.append(f"ability.{self.name}.{name}_template.ask: has no {{order}}, where the data go")
        if self.kinds.get("item") or self.kinds.get("counterpart"):
            mistakes.append(f"ability.{self.name}.kinds: items are for benchmarks, counterparts for jokes alone")
        mistakes += (wrong := wrong_weights(self.spread))
        if self.people and not wrong and not self._crowd:
            mistakes.append(f"people: leaves nobody for ability.{self.name}, which shows {', '.join(self.people)}")
        if self.language not in NAMES:
            near = ({code: code for code in NAMES} | {name.lower(): code for code, name in NAMES.items()}).get(
                self.language.lower(), "de, es, zh, ..."
            )
            mistakes.append(f"language={self.language}: it has to be a code of ISO 639-1, in small letters: {near}")
        if not self.subjects:
            mistakes.append(f"ability.{self.name}.groups: all subjects are reserved for the benchmark; add some more")
        if not any(self.kinds.values()):
            mistakes.append(f"ability.{self.name}.kinds: give at least one kind a weight, as in describe: 1")
        return mistakes

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """All subjects, those of the benchmark too."""
        return tuple(dict.fromkeys(word for group in self.groups.values() for word in group["subjects"]))

    @cached_property
    def subjects(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(filter(self.may_show, self.keywords))

    @cached_property
    def reserved(self) -> tuple[str, ...]:
        """Those of the benchmark."""
        return tuple(word for word in self.keywords if not self.may_show(word))

    def may_show(self, keyword: str) -> bool:
        return not is_reserved(self.name, keyword)

    @property
    def heads(self) -> int:
        return len(self.subjects) * max(1, len(self.colours))

    @property
    def vocabulary(self) -> Vocabulary:
        places = dict.fromkeys(place for group in self.groups.values() for place in group.get("places", ()))
        media = filter(None, self.prompt_template["media"])
        return Vocabulary(self.subjects, tuple(places), tuple(media), tuple(self.colours))

    def places_of(self, subject: str) -> tuple[str, ...]:
        """Where one would meet a subject."""
        return self._beside(subject, "places")

    def _beside(self, subject: str, what: str) -> tuple[str, ...]:
        """The words of all groups that a subject is in: their places, or the things to be shown beside it."""
        fitting = (group.get(what, ()) for group in self.groups.values() if subject in group["subjects"])
        return tuple(dict.fromkeys(word for found in fitting for word in found))

    # planning --------------------------------------------------------------------------------------------------------

    def kind(self, index: int, number: int) -> DialogueKind:
        """Each kind as often as its weight says, over any stretch of indices."""
        return share(along(self.name, "kind", index), self.kinds)

    def forms(self, kind: DialogueKind, index: int) -> tuple[tuple[Form, ...], bool]:
        return forms_of(self.name, kind, index)

    @cached_property
    def _crowd(self) -> dict[tuple[str, str, str], float]:
        """Who can be shown: (word, age, skin) -> weight."""
        if not self.people:
            return {("", "", ""): 1.0}
        if self.spread == "unstated":
            return {("person", "", ""): 1.0}
        return spread(EVEN if isinstance(self.spread, str) else self.spread, self.people)

    def cell(self, subject: str, turn: int, rng: Random, kind: DialogueKind, way: str) -> Fields:
        """What is shown comes again only after all else has; medium, light and care are run through by themselves."""
        pools = self.prompt_template
        things = self._beside(subject, "companions")
        many = countable(subject) and subject not in self._beside(subject, "single")
        colour, place, thing, count = mix(
            turn,
            rng,
            self.colours or ("",),
            self.places_of(subject) or ("",),
            [*things, *[""] * (len(things) or 1)],  # about half of the pictures show something beside the subject
            self.counts if many else (1,),
        )
        # half of the prompts name no medium: things are learned from plain pictures, media from `style`
        medium = pick(turn, rng, MEDIUM, [*pools["media"], *[""] * len(pools["media"])])
        light = pick(turn, rng, LIGHT, pools["light"])
        care = pick(turn, rng, CARE, range(len(pools["quality"])))
        quality = pools["quality"][care], pools["quality"][(care + 1 + turn) % len(pools["quality"])]
        return Fields(
            subject=coloured(subject, colour),
            attributes=(colour,) if colour else (),
            count=count,
            place=place,
            companions=(thing,) if thing else (),
            light=(light,) if light else (),
            medium=medium,
            quality=tuple(dict.fromkeys(quality)),
        )

    def peopled(self, cell: Fields, rank: int, turn: int) -> Fields:
        """Even from the first samples on, and over the turns of each subject, which goes through all of them."""
        at = along(self.name, "people", rank, 19**0.5) + turn * GOLDEN
        person, age, skin = share(at % 1, self._crowd)
        return replace(cell, person=person, age=age, skin=skin)

    def probe(self, subject: str, **parts: Any) -> Fields:
        """The fields by which `limited_to` asks whether a renderer can draw a subject, or one word beside it."""
        return Fields(subject, **parts)

    def limited_to(self, renderer: Renderer) -> Self:
        """A copy whose subjects, places, colours, media and light the renderer can draw. Raises UsageError for none."""

        def drawable(subject: str, **parts: Any) -> bool:
            fields = self.probe(subject, **parts)
            return renderer.undrawable(Prompt("", fields, compile_text(fields))) is None

        groups = {}
        for name, group in self.groups.items():
            subjects = [s for s in group["subjects"] if drawable(s)]
            places = [p for p in group["places"] if subjects and drawable(subjects[0], place=p)]
            things = [c for c in group.get("companions", ()) if subjects and drawable(subjects[0], companions=(c,))]
            single = [s for s in subjects if countable(s) and not drawable(s, count=max(self.counts))]
            if subjects:
                groups[name] = {"subjects": subjects, "places": places, "companions": things, "single": single}
        if not any(not is_reserved(self.name, word) for group in groups.values() for word in group["subjects"]):
            raise UsageError(f"ability={self.name}: the renderer can draw none of its subjects; pass renderer=...")
        some = next(iter(groups.values()))["subjects"][0]
        pools = self.prompt_template
        media = [m for m in pools["media"] if not m or drawable(some, medium=m)]
        light = [w for w in pools["light"] if drawable(some, light=(w,))]
        return replace(
            self,
            groups=groups,
            colours=[c for c in self.colours if not c or drawable(coloured(some, c))],
            counts=self.trusting(renderer).counts,
            prompt_template={**pools, "media": media or [""], "light": light or [""]},
        )

    def with_words(self, words: Words) -> Self:
        """A copy with the words of a pack after its own; a group that it has already gets more of each."""
        merged = {name: dict(group) for name, group in self.groups.items()}
        for name, group in words.groups.items():
            own = merged.setdefault(name, {})
            own.update({what: list(dict.fromkeys([*own.get(what, ()), *more])) for what, more in group.items()})
        asks = words.questions
        bank = {kind: [*self.bank.get(kind, ()), *asks.get(kind, ())] for kind in {**self.bank, **asks}}
        return replace(
            self,
            groups=merged,
            # those that composing writers ask, too, stand where these look
            questions=[*self.questions, *bank.pop("describe", ())],
            turns={**self.turns, "details": [*self.turns["details"], *bank.pop("detail", ())]},
            bank=bank,
            prompt_examples=[*self.prompt_examples, *words.prompt_examples],
            dialogue_examples=[*self.dialogue_examples, *words.dialogue_examples],
        )

    def trusting(self, renderer: Renderer) -> Self:
        return replace(self, counts=[c for c in self.counts if c == 1 or "count" in renderer.asserts] or [1])

    # asking ----------------------------------------------------------------------------------------------------------

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """Words that need no proof of being English."""
        return vocabulary(*(getattr(self, o.name) for o in options(self) if o.name not in self.operational))

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

    def extra(self, slot: Slot) -> Mapping[str, str]:
        """What the order for a prompt says beside the parts of its cell."""
        return {}

    def ask_prompt(self, slot: Slot) -> Request:
        system, ask = self._prompt_instructions[rotation(slot)], self.prompt_template["ask"]
        return request("prompt", slot, system, ask, prompt_order(slot, self.extra(slot)), PromptReply)

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        try:
            parsed = read_either(reply.text, PromptReply, GivenPrompt)
        except NotTheForm as e:
            return Reject(slot.id, "prompt", "not the asked-for form", str(e))
        if isinstance(parsed, GivenPrompt):
            found = read_fields(parsed.text)
            if found is None:
                return Reject(slot.id, "prompt", "no head in double round brackets", parsed.text[:80])
            return Prompt(slot.id, found, parsed.text, self.negative)
        if reject := against(parsed, slot, self._vocabulary, self.reserved, self.lettering):
            return reject
        fields, cell = parsed.fields(), slot.cell
        if cell.person:  # who is shown is planned evenly, whatever a writer likes best
            fields = replace(fields, person=cell.person, age=cell.age, skin=cell.skin)
        return Prompt(slot.id, fields, compile_text(fields), self.negative)

    def ask_dialogue(self, slot: Slot, prompt: Prompt, known: Known) -> Request:
        system, ask = self._dialogue_instructions[rotation(slot)], self.dialogue_template["ask"]
        order = dialogue_order(slot, prompt, known, self.question(slot, prompt, known), self.language)
        asked = request("dialogue", slot, system, ask, order, dialogue_reply(slot.kind, self.language))
        return replace(asked, prompt=prompt, material=self.material(prompt, known))

    def question(self, slot: Slot, prompt: Prompt, known: Known) -> str:
        """The question of the bank that a dialogue has to begin with; "" where the writer finds its own."""
        if slot.kind == "vqa" and slot.forms[:1] != ("wh",):
            return ""  # yes, no or a choice is ordered; the bank asks openly
        if slot.kind in ("describe", "conversation", "counterpart"):
            asks = self.turns["several"]["questions"] if several(prompt.fields) else self.questions
            bank = [*asks, *self.bank.get(slot.kind, ())]
        else:
            bank = [*(self.turns["details"] if slot.kind == "detail" else ()), *self.bank.get(slot.kind, ())]
        rng = Random(seed_of(slot.seed, slot.index, "question"))
        blanks = blanks_of(trusted(prompt.fields, known.asserts), self.noun)
        if slot.kind == "negative":  # such questions take something for granted that is not so
            others = [word for word in self._others if apart(word, prompt.head)]
            other = rng.choice(others) if others else ""
            blanks |= {"other": other, "an_other": with_article(other) if other else ""}
        fitting = [pattern for pattern in bank if fits(pattern, blanks)]
        if not fitting:
            return ""
        pattern = fitting[int(along(self.name, "question", slot.index, 13**0.5) * len(fitting))]
        return sentence(expand(pattern, blanks, rng))

    @cached_property
    def _others(self) -> tuple[str, ...]:
        """What can be asked about although it is not there."""
        return tuple(word for word in self.contrasts if not is_reserved(self.name, word))

    def material(self, prompt: Prompt, known: Known) -> Material:
        """What a writer that composes may say of a picture."""
        fields = prompt.fields
        blanks = blanks_of(fields, self.noun) | {"inside": inside(fields.place), "setting": inside(fields.subject)}
        if "place" not in known.asserts:
            blanks |= {"where": "", "light": "", "inside": "", "setting": ""}
        if "medium" not in known.asserts and fields.medium != fields.subject:
            blanks["medium"] = ""
        blanks["artwork"] = blanks["medium"] if "photo" not in fields.medium and "render" not in fields.medium else ""
        found = tuple(topics(fields, blanks, self.head, self._others, self.turns["topics"], known.asserts))
        blanks |= dict.fromkeys({"colour", "count"} - known.asserts, "")
        many = several(fields)
        questions = self.turns["several"]["questions"] if many else self.questions
        answers = self.turns["several"]["answers"] if many else self.answers
        reasons = tuple((reason["question"], reason["answer"]) for reason in self.turns["reasons"])
        said = (tuple(questions), tuple(answers), found, tuple(self.turns["details"]), reasons)
        return Material(blanks, *said, formats=dict(self.turns["formats"]))  # type: ignore[arg-type]

    def read_dialogue(self, slot: Slot, prompt: Prompt, known: Known, reply: Reply) -> Dialogue | Reject:
        try:
            parsed = read_either(reply.text, dialogue_reply(slot.kind, self.language), GivenDialogue)
        except NotTheForm as e:
            return Reject(slot.id, "dialogue", "not the asked-for form", str(e))
        dialogue = dialogue_of(parsed, slot.id, slot.kind, self.language)
        if isinstance(parsed, GivenDialogue):
            return dialogue
        asked, formats = self.question(slot, prompt, known), self.turns["formats"]
        return settled(dialogue, slot, prompt, known, self.noun, asked, formats)

    def without(
        self, dialogue: Dialogue, slot: Slot, prompt: Prompt, known: Known, doubted: Collection[Claim]
    ) -> Dialogue | Reject:
        return without(dialogue, slot, prompt, known, self.noun, doubted)
