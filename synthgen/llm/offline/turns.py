"""One turn about one topic: asked openly, for yes or no, with two things to choose from, or on a false assumption."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from synthgen.kit import words
from synthgen.kit.patterns import expand, fits, sentence
from synthgen.types import Claim, Material, Topic, Turn

DENIALS = ("No, {denies}.", "No, {says}.", "No, {denies}; {again}.", "No, {denies}. Instead, {again}.")
ABSENT = ("No, {denies}.", "No, {denies}.", "No, {denies}; {again}.", "No, {denies}. {Again}.")
"""Denials of what is not there at all: nothing is there instead of it."""
MENDED = ("{Denies}; {again}.", "{Denies}. {Again}.", "In fact, {denies}; {again}.", "Actually, {denies}. {Again}.")
"""Answers to questions that take for granted what is not so."""
_PRONOUNS = (("the {who} ", "{it} "), ("the {person} ", "{it} "), ("the {thing} ", "{thing_it} "))
_PICTURE = "the (picture|image) "
"""What a statement may begin with, and what it begins with where a denial has named it."""
YES_OR_NO = ("Answer yes or no.", "Answer with yes or no.", "A yes or no will do.")


class Nothing(ValueError):
    """The prompt says too little for this kind of dialogue."""


@dataclass(frozen=True)
class Said:
    """One turn, and what its answer states."""

    turn: Turn
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Writer:
    """What is known of one picture, and the luck of its dialogue."""

    material: Material
    rng: Random
    picture: str = "(picture|image)"
    """What a dialogue calls the picture, the same all along."""

    @property
    def head(self) -> Topic:
        """What the picture is about. Raises Nothing where the head is none of the ability's."""
        if not self.material.topics:
            raise Nothing("the head is none of the ability's")
        return self.material.topics[0]

    def one(self, patterns: Sequence[str], blanks: Mapping[str, str]) -> str:
        """One of the patterns that have all they need, with its blanks filled. Raises Nothing if none has."""
        fitting = [pattern for pattern in patterns if fits(pattern, blanks)]
        if not fitting:
            raise Nothing("no sentence fits")
        return self.filled(self.rng.choice(fitting), blanks)

    def filled(self, pattern: str, blanks: Mapping[str, str]) -> str:
        one_word = re.sub(r"\(picture\|image\)|\b(?:picture|image)\b", self.picture, pattern)
        return expand(one_word, blanks, self.rng)

    def describe(self, blanks: Mapping[str, str]) -> Said:
        """An open question about the whole, and a sentence with what the blanks hold."""
        question = sentence(self.one(self.material.questions, blanks))
        answer = sentence(self.one(self.material.answers, blanks))
        return Said(Turn(question, answer), self.stated(answer))

    def stated(self, answer: str) -> tuple[Claim, ...]:
        """The head, and each topic whose value the answer names."""
        head, rest = self.material.topics[:1], self.material.topics[1:]
        found = [*head, *(topic for topic in rest if topic.value and names(answer, topic.value))]
        return tuple(topic.claim for topic in found if topic.claim)

    def says(self, topic: Topic, alone: bool = False) -> str:
        """A statement without capital and full stop. `alone`: it does not begin with a pronoun."""
        says = [say for say in topic.says if not alone or not say.startswith("it ")]
        return self.one(says, self.material.blanks | {"value": topic.value or self.head.value})

    def open(self, topic: Topic, briefly: str = "") -> Said:
        """Which, what, where, how many."""
        if not topic.value:
            raise Nothing("nothing to ask openly")
        question = self.one(topic.asks, self.material.blanks)
        return self._said(topic, question, topic.value if briefly else sentence(self.says(topic)), briefly)

    def yes(self, topic: Topic, briefly: str = "") -> Said:
        if not topic.value:
            raise Nothing("nothing to affirm")
        question = self.one(topic.checks, self.material.blanks | {"asked": topic.value})
        return self._said(topic, question, "Yes" if briefly else f"Yes, {self.says(topic)}.", briefly)

    def no(self, topic: Topic, briefly: str = "") -> Said:
        other, blanks = self._other(topic)
        question = self.one(topic.checks, blanks | {"asked": other})
        forms = DENIALS if topic.value else ABSENT
        return self._denied(topic, other, question, "No" if briefly else self._denial(topic, blanks, forms), briefly)

    def choose(self, topic: Topic, briefly: str = "") -> Said:
        """Two things to choose from; what is true comes first as often as second."""
        if not topic.value:
            raise Nothing("nothing to choose")
        other, blanks = self._other(topic)
        first, second = self.rng.choice([(topic.value, other), (other, topic.value)])
        question = self.one(topic.chooses, blanks | {"first": first, "second": second})
        return self._said(topic, question, topic.value if briefly else sentence(self.says(topic)), briefly)

    def mend(self, topic: Topic) -> Said:
        """A question that takes for granted what is not so, and an answer that puts it right."""
        other, blanks = self._other(topic)
        question = self.one(topic.assumes, blanks)
        return self._denied(topic, other, question, self._denial(topic, blanks, MENDED))

    def _other(self, topic: Topic) -> tuple[str, dict[str, str]]:
        if not topic.others:
            raise Nothing("nothing that is surely not so")
        other = self.rng.choice(topic.others)
        return other, self.material.blanks | {"other": other, "an_other": words.with_article(other)}

    def _denial(self, topic: Topic, blanks: Mapping[str, str], forms: Sequence[str]) -> str:
        pattern = self.rng.choice(topic.denies)
        value = {"value": topic.value or self.head.value}
        again = self.one(list(retold(topic.says, pattern)), self.material.blanks | value)
        denies = self.filled(pattern, blanks)
        whole = {"denies": denies, "says": self.says(topic, alone=True), "again": again}
        capital = {key.capitalize(): text[:1].upper() + text[1:] for key, text in whole.items()}
        return expand(self.rng.choice(forms), whole | capital, self.rng)

    def _said(self, topic: Topic, question: str, answer: str, briefly: str) -> Said:
        hint = self.rng.choice(YES_OR_NO) if briefly and answer in ("Yes", "No") else briefly
        asked = sentence(f"{sentence(question)} {hint}".strip())
        claims = (topic.claim,) if topic.claim else ()
        return Said(Turn(asked, answer[:1].upper() + answer[1:]), claims)

    def _denied(self, topic: Topic, other: str, question: str, answer: str, briefly: str = "") -> Said:
        """What is there instead is a claim only where the answer says it."""
        said = self._said(topic, question, answer, briefly)
        value = topic.value or self.head.value
        claims = [Claim("absence", other)] if not topic.value else []
        claim = topic.claim or self.head.claim
        if claim and names(answer, value):
            claims.append(claim)
        return Said(said.turn, tuple(claims))


def names(answer: str, value: str) -> bool:
    """Whether an answer has the words of a value, in their order."""
    return re.search(rf"\b{re.escape(value)}\b", answer, re.IGNORECASE) is not None


def retold(says: Sequence[str], denial: str) -> Iterator[str]:
    """The patterns of statements as they follow the pattern of a denial: they do not name its subject once more."""
    for say in says:
        about = next((pair for pair in _PRONOUNS if denial.startswith(pair[0])), None)
        if about and say.startswith(about[0]):
            yield about[1] + say.removeprefix(about[0])
        elif not about:
            say = "it " + say.removeprefix(_PICTURE) if say.startswith(_PICTURE) else say
            yield say.removesuffix(" {things}") if "{things}" in denial else say
