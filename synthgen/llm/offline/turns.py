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
"""Answers to questions that take for granted what is not so, and those to questions that state it."""
CORRECTED = (
    *MENDED,
    "No, {denies}; {again}.",
    "That is not right: {denies}. {Again}.",
    "Not quite: {denies}; {again}.",
)
STATES = (
    "{Wrong}, right?",
    "{Wrong}. (Is that so|Is that correct|Am I right)?",
    "I (think|believe) that {wrong}. (Is that right|Is that so|Can you confirm it)?",
    "Somebody told me that {wrong}. Is that true?",
    "Is it true that {wrong}?",
    "It seems to me that {wrong}. Am I right?",
    "Can you confirm that {wrong}?",
)
"""Questions that state what is not so."""
_PRONOUNS = (
    ("the {who} ", "{it} "),
    ("the {person} ", "{it} "),
    ("the {thing} ", "{thing_it} "),
    ("the person in the (picture|image) ", "{it} "),
    ("the scene ", "it "),
)
_PICTURE = "the (picture|image) "
"""What a statement may begin with, and what it begins with where a denial has named it."""
_LEADING = re.compile(r"^(?:an?|the) ")


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
    brief: bool = False
    """Whether precise questions ask for a word or two."""

    @property
    def head(self) -> Topic:
        """What the picture is about. Raises Nothing where the head is none of the ability's."""
        if not self.material.topics:
            raise Nothing("the head is none of the ability's")
        return self.material.topics[0]

    @property
    def blanks(self) -> dict[str, str]:
        """Those of the prompt, without what the renderer is not trusted for."""
        known = self.material.blanks
        told = {topic.part for topic in self.material.topics}
        hidden = {
            "companion": "companion" not in told,
            "scenery": not known["where"],
            "lit": not known["light"],
        }
        return known | {name: "" for name, hide in hidden.items() if hide}

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
        return self.one(says, self._about(topic))

    def adds(self, topic: Topic, blanks: Mapping[str, str], fresh: bool) -> str:
        """A sentence that goes on with a topic. `fresh`: the one before is about the head, so that "it" is the head."""
        adds = [add for add in topic.adds if fresh or self.material.blanks["person"] or "{it}" not in add[:6]]
        return sentence(self.one(adds, {**blanks, **self._value(topic)}))

    def open(self, topic: Topic) -> Said:
        """Which, what, where, how many."""
        if not topic.value:
            raise Nothing("nothing to ask openly")
        question = self.one(topic.asks, self.blanks)
        return self._said(topic, question, self._short(topic, question) or sentence(self.says(topic)), "phrase")

    def yes(self, topic: Topic) -> Said:
        if not topic.value:
            raise Nothing("nothing to affirm")
        question = self.one(topic.checks, self.blanks | {"asked": topic.value})
        return self._said(topic, question, "Yes" if self.brief else f"Yes, {self.says(topic)}.", "yes_no")

    def no(self, topic: Topic, plain: bool = False) -> Said:
        """`plain`: without what is so instead."""
        other, blanks = self._other(topic)
        question = self.one(topic.checks, blanks | {"asked": other})
        forms = ABSENT[:1] if plain else DENIALS if topic.value else ABSENT
        answer = "No" if self.brief else self._denial(topic, blanks, forms)
        return self._denied(topic, other, question, answer, "yes_no")

    def choose(self, topic: Topic, first: bool) -> Said:
        """Two things to choose from, of which what is true comes first or second."""
        if not topic.value:
            raise Nothing("nothing to choose")
        other, blanks = self._other(topic)
        pair = (topic.value, other) if first else (other, topic.value)
        question = self.one(topic.chooses, blanks | {"first": pair[0], "second": pair[1]})
        return self._said(topic, question, self._short(topic) or sentence(self.says(topic)), "choice")

    def mend(self, topic: Topic) -> Said:
        """A question that takes for granted what is not so, and an answer that puts it right."""
        other, blanks = self._other(topic)
        question = self.one(topic.assumes, blanks)
        return self._denied(topic, other, question, self._denial(topic, blanks, MENDED))

    def correct(self, topic: Topic) -> Said:
        """A question that states what is not so, and an answer that puts it right."""
        if not topic.value:
            raise Nothing("nothing to be wrong about")
        other, blanks = self._other(topic)
        wrong = self.one([say for say in topic.says if not say.startswith("it ")], blanks | {"value": other})
        question = expand(self.rng.choice(STATES), {"wrong": wrong, "Wrong": sentence(wrong)[:-1]}, self.rng)
        return self._denied(topic, other, question, self._denial(topic, blanks, CORRECTED))

    def _value(self, topic: Topic) -> dict[str, str]:
        value = topic.value or self.head.value
        return {"value": value, "value_is": "are" if words.is_plural(value) else "is"}

    def _about(self, topic: Topic) -> dict[str, str]:
        return self.blanks | self._value(topic)

    def _short(self, topic: Topic, question: str = "") -> str:
        """The word or two that answer a question, where that is asked for."""
        if not self.brief:
            return ""
        scenery = self.blanks["scenery"]
        if topic.part == "place" and question and scenery and not re.search(r"\bwhere\b", question, re.IGNORECASE):
            return bare(scenery)
        return bare(topic.value)

    def _other(self, topic: Topic) -> tuple[str, dict[str, str]]:
        if not topic.others:
            raise Nothing("nothing that is surely not so")
        other = self.rng.choice(topic.others)
        be = "are" if words.is_plural(other) else "is"
        return other, self.blanks | {"other": other, "an_other": words.with_article(other), "value_is": be}

    def _denial(self, topic: Topic, blanks: Mapping[str, str], forms: Sequence[str]) -> str:
        pattern = self.rng.choice(topic.denies)
        again = self.one(list(retold(topic.says, pattern)), self._about(topic))
        denies = self.filled(pattern, blanks)
        whole = {"denies": denies, "says": self.says(topic, alone=True), "again": again}
        capital = {key.capitalize(): text[:1].upper() + text[1:] for key, text in whole.items()}
        return expand(self.rng.choice(forms), whole | capital, self.rng)

    def _said(self, topic: Topic, question: str, answer: str, what: str = "") -> Said:
        """`what` is asked, for a brief answer: "yes_no", a "choice", or a "phrase"."""
        hint = self.rng.choice(self.material.formats[what]) if what and self.brief else ""
        claims = (topic.claim,) if topic.claim else ()
        return Said(Turn(f"{sentence(question)} {hint}".strip(), answer[:1].upper() + answer[1:]), claims)

    def _denied(self, topic: Topic, other: str, question: str, answer: str, what: str = "") -> Said:
        """What is there instead is a claim only where the answer says it."""
        said = self._said(topic, question, answer, what)
        value = topic.value or self.head.value
        claims = [Claim("absence", other)] if not topic.value else []
        claim = topic.claim or self.head.claim
        if claim and names(answer, value):
            claims.append(claim)
        return Said(said.turn, tuple(claims))


def bare(value: str) -> str:
    """Without its article."""
    return _LEADING.sub("", value)


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
