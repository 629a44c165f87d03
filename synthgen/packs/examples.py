"""Examples that a writer is shown, grown from those of the yaml: of each batch, the good ones that differ most.

What the paper did by hand with five examples and twenty that were chosen from what a model made of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import get_args

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from abilities.asking import DialogueTemplate, as_lines
from abilities.base import WordAbility
from abilities.replies import Keyword
from synthgen.kit.claims import check
from synthgen.kit.clean import data
from synthgen.kit.drawable import fault
from synthgen.kit.hashes import seed_of
from synthgen.kit.language import COMMON, foreign, vocabulary
from synthgen.kit.match import jaccard, word_set
from synthgen.kit.prompt_text import QUALITY, heads, keywords, read_fields
from synthgen.kit.seen import SEEN
from synthgen.kit.words import content_words, names, singular
from synthgen.packs.files import DialogueExample, I, PromptExample, items
from synthgen.packs.growing import Batch, Crop, parsed
from synthgen.types import ClaimType, Fields, Known, Prompt, Reply, Request, Turn

AT_ONCE, TAKEN = 24, 8
"""So many are asked for, and the best of them are taken: a third."""
ALIKE = 0.8
FEWEST, MOST = 3, 12
"""Keywords of a prompt, its head included."""
SHORTEST, LONGEST = 4, 50
"""Words of an answer."""
PLAIN = "What does the picture show?"
"""Where an ability has no question that fits every picture as it is."""
_KEYWORD: TypeAdapter[str] = TypeAdapter(Keyword)
_MEDIUM = re.compile(r"paint|drawing|photo|illustration|artwork|mosaic|watercolor|cutout|sketch|print\b")
_BEHIND = frozenset({"prompt", "prompts", "keyword", "keywords", "resolution", "masterpiece", "4k", "8k", "hdr", "uhd"})
"""Words of one who sees the prompt and not the picture."""


class PromptsReply(BaseModel, extra="forbid"):
    """Prompts, each one line of keywords."""

    prompts: list[str] = Field(max_length=100)


class AnswerReply(BaseModel, extra="forbid"):
    keywords: str = Field(max_length=2000)
    question: str = Field(max_length=600)
    answer: str = Field(max_length=2500)


class AnswersReply(BaseModel, extra="forbid"):
    """Dialogues of one turn."""

    dialogues: list[AnswerReply] = Field(max_length=100)


def best(candidates: Sequence[tuple[I, float]], known: Sequence[str], count: int) -> list[I]:
    """Those of the highest quality (0 to 1) times distance to what is known and to those taken before them.

    The distance of two texts is one minus the Jaccard similarity of their words; the nearest counts (greedy max-min).
    """
    taken: list[I] = []
    near = [0.0] * len(candidates)
    sets = [word_set(_said(item)) for item, _ in candidates]
    latest = [word_set(text) for text in known]
    while len(taken) < min(count, len(candidates)):
        near = [max([far, *(jaccard(own, other) for other in latest)]) for own, far in zip(sets, near, strict=True)]
        worth = [quality * (1 - far) for (_, quality), far in zip(candidates, near, strict=True)]
        first = max(range(len(worth)), key=worth.__getitem__)
        if near[first] >= ALIKE or not worth[first]:
            break
        taken.append(candidates[first][0])
        latest = [sets[first]]
    return taken


def _said(item: PromptExample | DialogueExample | I) -> str:
    """The text by which it is compared."""
    return item.answer if isinstance(item, DialogueExample) else item.text


class PromptExamples(Crop[PromptExample]):
    name = "prompt examples"
    purpose = "bootstrap"
    form = PromptExample

    def __init__(self, ability: WordAbility, target: int, template: DialogueTemplate) -> None:
        super().__init__(ability, target)
        self._template = template
        pools = ability.prompt_template
        self._pools = {"medium": {*pools["media"]}, "light": {*pools["light"]}, "care": {*QUALITY, *pools["quality"]}}
        self._common = COMMON | vocabulary(ability.keywords, pools, ability.prompt_examples, ability.groups)

    @property
    def _known(self) -> list[str]:
        return [*self.ability.prompt_examples, *(item.prompt for item in self.items)]

    def ask(self, attempt: int) -> Request:
        """With subjects that no example has yet, so that a model does not come back to those it likes."""
        shown = " ".join(heads(text)[0] for text in self._known if heads(text))
        free = [word for word in self.ability.subjects if word not in shown] or list(self.ability.subjects)
        rng = Random(seed_of(0, self.ability.name, "bootstrap", len(self.items)))
        order = {"subjects": rng.sample(free, min(AT_ONCE, len(free)))}
        examples = [*self.ability.prompt_examples, *(item.prompt for item in self.used)]
        blanks = {"cautions": self.ability.cautions, "examples": as_lines(examples)}
        return self.request(self._template, attempt, PromptsReply, order, **blanks)

    def read(self, reply: Reply) -> Batch:
        rows: list[str] = parsed(reply, PromptsReply)
        batch, candidates = Batch(len(rows)), []
        for row in dict.fromkeys(data(row, 600) for row in rows):
            if wrong := self._fault(row):
                batch.dropped[wrong] += 1
            else:
                candidates.append((PromptExample(prompt=row, state="new"), self._quality(row)))
        batch.new.extend(best(candidates, self._known, TAKEN))
        if left := len(candidates) - len(batch.new):
            batch.dropped["not among the best"] += left
        return batch

    def _fault(self, text: str) -> str:
        """Why it is no example, or ""."""
        fields, parts = read_fields(text), keywords(text)
        if fields is None or len(heads(text)) != 1 or not text.startswith("(("):
            return "not one head in double round brackets"
        if not FEWEST <= len(parts) + 1 <= MOST or len({*parts}) < len(parts):
            return "too few or too many keywords"
        try:
            for part in (fields.subject, *parts):
                _KEYWORD.validate_python(part)
        except ValidationError:
            return "no keyword"
        if subject_of(fields.subject, self.ability) not in self.ability.subjects:
            return "no subject of the ability"
        if foreign([fields.subject, *parts], self._common):
            return "another language"
        wrong = fault(fields)
        return wrong[0] if wrong else ""

    def _quality(self, text: str) -> float:
        """Of what a prompt may say (content, light, medium, care), the share that it says; care for at most half."""
        parts = keywords(text)
        found = [next((name for name, pool in self._pools.items() if part in pool), "content") for part in parts]
        return len({*found}) / 4 * (1.0 if found.count("care") <= len(found) / 2 else 0.5)


def subject_of(head: str, ability: WordAbility) -> str:
    """The longest keyword whose words the head has, or ""."""
    there = {singular(word) for word in content_words(head)}
    fitting = [word for word in ability.keywords if {singular(part) for part in content_words(word)} <= there]
    return max(fitting, key=len, default="")


class DialogueExamples(Crop[DialogueExample]):
    """One for each example of a prompt that has none."""

    name = "dialogue examples"
    purpose = "bootstrap"
    form = DialogueExample

    def __init__(self, ability: WordAbility, target: int, template: DialogueTemplate) -> None:
        super().__init__(ability, target)
        self._template = template
        self.target = min(target, self.count() + len(self._without()))

    def _without(self) -> list[str]:
        prompts = [i.prompt for i in items(self.ability.name, PromptExample) if i.state != "refused"]
        done = {item.prompt for item in self.items}
        return [prompt for prompt in [*self.ability.prompt_examples, *prompts] if prompt not in done and heads(prompt)]

    def _orders(self) -> Mapping[str, str]:
        """Prompts, and what is asked about each."""
        bank = [question for question in self.ability.questions if not {*question} & {*"{(["}] or [PLAIN]
        begin = len(self.items)
        return {text: bank[(begin + i) % len(bank)] for i, text in enumerate(self._without()[:AT_ONCE])}

    def ask(self, attempt: int) -> Request:
        order = [{"keywords": prompt, "question": question} for prompt, question in self._orders().items()]
        shown = [item.model_dump(exclude={"state"}) for item in self.used]
        examples = as_lines([*self.ability.dialogue_examples, *shown])
        blanks = {"dialogue_cautions": self.ability.dialogue_cautions, "examples": examples}
        return self.request(self._template, attempt, AnswersReply, order, **blanks)

    def read(self, reply: Reply) -> Batch:
        rows: list[AnswerReply] = parsed(reply, AnswersReply)
        orders, batch, candidates = self._orders(), Batch(len(rows)), []
        for row in {row.keywords: row for row in rows}.values():
            answer = data(row.answer, 2500)
            if wrong := self._fault(row.keywords, answer, orders):
                batch.dropped[wrong] += 1
            else:
                question = orders[row.keywords]
                found = DialogueExample(prompt=row.keywords, question=question, answer=answer, state="new")
                candidates.append((found, 1.0))
        known = [example["answer"] for example in self.ability.dialogue_examples]
        batch.new.extend(best(candidates, [*known, *(i.answer for i in self.items)], len(candidates)))
        if left := len(candidates) - len(batch.new):
            batch.dropped["known already"] += left
        return batch

    def _fault(self, text: str, answer: str, orders: Mapping[str, str]) -> str:
        """Why it is no answer to its order, or ""."""
        if text not in orders:
            return "not what was ordered"
        said = content_words(answer)
        if not SHORTEST <= len(answer.split()) <= LONGEST or not answer.endswith((".", "!")) or "((" in answer:
            return "no sentence"
        if any(not names(word).intersection(said) for word in content_words(heads(text)[0])):
            return "does not name the head"
        if _BEHIND.intersection(said):
            return "speaks of the prompt"
        prompt, known = (
            Prompt("", fields_of(text, self.ability), text),
            Known(frozenset(get_args(ClaimType)) - {"absence"}),
        )
        found = check([Turn(orders[text], answer)], (), prompt, known, self.ability.noun)
        return "says more than is known" if found.refused else ""


def fields_of(text: str, ability: WordAbility) -> Fields:
    """The parts of a prompt as an example writes it. What stands first and is nothing else is its place."""
    found, pools = read_fields(text), ability.prompt_template
    assert found is not None
    rest = [word for word in found.attributes if word not in pools["quality"]]
    light = [
        word for word in rest if word in pools["light"] or word.endswith(("light", "lighting", "colors", "shadows"))
    ]
    rest = [word for word in rest if word not in light]
    media = [word for word in rest if word in pools["media"] or _MEDIUM.search(word)]
    rest = [word for word in rest if word not in media]
    own = {place for group in ability.groups.values() for place in group["places"]}
    place = next((word for word in rest if word in own or word in SEEN), next(iter(rest), ""))
    things = (*found.companions, *(word for word in rest if word != place))
    medium = next(iter(media), "")
    return replace(found, attributes=(), place=place, companions=things, light=tuple(light), medium=medium)
