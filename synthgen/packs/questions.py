"""More ways to ask, for one kind of dialogue of an ability."""

import re
from collections.abc import Iterator
from random import Random

from pydantic import BaseModel, Field

from abilities.asking import as_lines
from abilities.base import WordAbility
from synthgen.kit.claims import check
from synthgen.kit.clean import data
from synthgen.kit.language import COMMON, foreign, vocabulary
from synthgen.kit.match import NearDuplicates, words
from synthgen.kit.patterns import blanks_of, expand
from synthgen.kit.prompt_text import compile_text
from synthgen.kit.words import with_article
from synthgen.packs.files import Bank, Question
from synthgen.packs.growing import Batch, Crop, Questions, parsed
from synthgen.packs.words import misworded
from synthgen.types import Fields, Known, Prompt, Reply, Request, Turn

AT_ONCE = 25
ALIKE = 0.8
"""Jaccard similarity of their words, from which on two questions are one."""
SHORTEST, LONGEST = 3, 40
"""Words of a question."""
SHOWN = 8
"""Examples that a writer is shown of questions of this kind."""
_BLANK = re.compile(r"\{(\w+)\}")
_PATTERN = re.compile(r"[()\[\]|<>`]|\w://")
_YES = re.compile(
    r"(?:am|is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b|.*\bor\b", re.I
)
"""What can be answered by yes or no, or by one of two things: the plan orders these, and a bank asks openly."""
_BEHIND = re.compile(r"\b(?:prompts?|keywords?|language model|AI|as an assistant|I'm sorry|I cannot)\b")


class QuestionsReply(BaseModel, extra="forbid"):
    """Questions about pictures."""

    questions: list[str] = Field(max_length=200)


class QuestionsOfKind(Crop[Question]):
    purpose = "expand"
    form = Question

    def __init__(self, ability: WordAbility, target: int, template: Questions, kind: Bank) -> None:
        super().__init__(ability, target)
        self.name, self._kind, self._template = f"questions ({kind})", kind, template
        self._own = list(dict.fromkeys(map(_flat, _own(ability, kind))))
        self._common = COMMON | vocabulary(self._own, ability.keywords, ability.questions, [ability.noun, kind])
        names = sorted(map(re.escape, ability.keywords), key=len, reverse=True)
        self._keyword = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)

    @property
    def items(self) -> list[Question]:
        return [item for item in super().items if item.kind == self._kind]

    def count(self) -> int:
        return len({*self._own, *(item.question for item in self.used)})

    def ask(self, attempt: int) -> Request:
        known = list(dict.fromkeys([*self._own, *(item.question for item in self.items)]))
        order = {"how many": self.missing(AT_ONCE), "known": known}
        blanks = {"kind": self._template["kinds"][self._kind], "examples": as_lines(self._own[:SHOWN])}
        return self.request(self._template, attempt, QuestionsReply, order, **blanks)

    def read(self, reply: Reply) -> Batch:
        rows: list[str] = parsed(reply, QuestionsReply)
        known = NearDuplicates(ALIKE)
        for question in [*self._own, *(item.question for item in self.items)]:
            known.add(question, words(question))
        batch = Batch(len(rows))
        for row in rows:
            question = data(row, 400).strip("\"' ")
            if wrong := self._fault(question):
                batch.dropped[wrong] += 1
            elif known.add(question, words(question)):
                batch.dropped["known already"] += 1
            else:
                batch.new.append(Question(question=question, kind=self._kind, state="new"))
        return batch

    def _fault(self, question: str) -> str:
        """Why it is no question for every picture of the ability, or ""."""
        if not question.endswith(("?", ".")) or not SHORTEST <= len(question.split()) <= LONGEST:
            return "no question"
        if _PATTERN.search(question) or _BEHIND.search(question):
            return "no question"
        allowed = {"person", "thing"} if self.ability.people else {"thing"}
        allowed |= {"other", "an_other"} if self._kind == "negative" else set()
        if not {*_BLANK.findall(question)} <= allowed or misworded(question, self._kind, self.ability.noun):
            return "unknown blank"
        if self._kind == "vqa" and _YES.match(question):
            return "answered by yes or no"
        if self._kind == "negative" and not {"other", "an_other"}.intersection(_BLANK.findall(question)):
            return "names nothing that is not there"
        found = self._keyword.search(_BLANK.sub("", question))
        if found and found[0].lower() not in self._common_words:
            return "fits one subject only"
        if foreign([_BLANK.sub("thing", question)], self._common):
            return "another language"
        return "takes something for granted" if self._kind != "negative" and self._assumes(question) else ""

    def _assumes(self, question: str) -> bool:
        """Whether a run would refuse it, for it says something of a picture that only some pictures show."""
        ability = self.ability
        fields = Fields(ability.keywords[0], person=next(iter(ability.people), ""))
        prompt, known = Prompt("", fields, compile_text(fields)), Known(frozenset({"subject"}))
        asked = expand(question, blanks_of(fields, ability.noun), Random(0))
        turn = Turn(asked, f"It is {with_article(fields.subject)}.")
        return bool(check([turn], (), prompt, known, ability.noun).refused)

    @property
    def _common_words(self) -> frozenset[str]:
        """Keywords that its own questions use: "painting" may be asked about in general."""
        return vocabulary(self.ability.questions, [self.ability.noun])


def _own(ability: WordAbility, kind: Bank) -> Iterator[str]:
    """What the ability's yaml asks in this kind of dialogue, as sentence patterns."""
    if kind == "describe":
        yield from ability.questions
    elif kind == "detail":
        yield from ability.turns["details"]
    elif kind == "reasoning":
        yield from (reason["question"] for reason in ability.turns["reasons"])
    yield from ability.bank.get(kind, ())


def _flat(pattern: str) -> str:
    """One sentence of a pattern, its blanks left as they are."""
    return expand(pattern, {name: f"{{{name}}}" for name in _BLANK.findall(pattern)}, Random(0))
