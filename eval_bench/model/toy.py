"""`model=toy`: of known accuracy, by a coin per item. It looks at no picture: it knows the reference answers.

    python -m eval_bench answer items=benchmarks/generated model=toy model.accuracy=0.9 name=good

Whether it is right about an item depends on its accuracy, the seed and the item alone, not on what else is asked: two
toys of different accuracy err independently.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Annotated, ClassVar

from pydantic import Field

from eval_bench.asking import is_choice, said, shown_of
from eval_bench.choosing import right_option
from eval_bench.interfaces import Model
from eval_bench.types import LETTERS, Answer, Question
from synthgen.interfaces import Desk
from synthgen.kit.hashes import seed_of

Likely = Annotated[float, Field(ge=0, le=1)]
COMMON: Mapping[str, str] = {"color": "blue", "animal": "dog", "vehicle": "car", "food": "cake", "plant": "tree"}
"""What it guesses without a picture, by ability."""


@dataclass(frozen=True)
class Toy(Model):
    """Without the item's own picture, or with another's, it guesses."""

    accuracy: Likely
    abilities: Mapping[str, Likely] | None
    """Of single abilities, in the place of `accuracy`."""
    seed: int
    embedded: ClassVar[bool] = True

    def describe_yourself(self) -> str:
        others = "".join(f", {name} {share:g}" for name, share in (self.abilities or {}).items())
        return f"a toy that is right about {self.accuracy:g} of the items{others}"

    def answer(self, questions: Iterable[Question], desk: Desk) -> Iterator[tuple[Question, Answer]]:
        for question in questions:
            if desk.cancelled:
                return
            yield question, said(question, self._says(question))

    def _says(self, question: Question) -> str:
        item, shown = question.item, shown_of(question)
        share = (self.abilities or {}).get(item.ability, self.accuracy)
        rng = Random(seed_of(self.seed, format(share, "g"), item.id, shown))
        if shown != "shown":
            return self._guess(question, rng)
        right = rng.random() < share
        if is_choice(question):
            letter = right_option(item)
            others = [known for known, _ in zip(LETTERS, item.options, strict=False) if known != letter]
            return letter if right else rng.choice(others)
        return item.answer if right else _wrong(question, rng)

    def _guess(self, question: Question, rng: Random) -> str:
        """What it would say to the question alone."""
        item = question.item
        if is_choice(question):
            return rng.choice(LETTERS[: len(item.options)])
        if item.style == "yes_no":
            return rng.choice(("Yes.", "No."))
        if item.style == "either_or" and item.refuse:
            return rng.choice((item.accept[0], item.refuse[0]))
        return COMMON.get(item.ability, "a man")


def _wrong(question: Question, rng: Random) -> str:
    """Words that no scorer takes for right."""
    item = question.item
    if item.style == "yes_no":
        return "No." if item.accept[0].lower() == "yes" else "Yes."
    accepted = {word.lower() for word in item.accept}
    words = [*item.refuse, *(option for option in item.options if option.lower() not in accepted)]
    return rng.choice(words) if words else "I cannot tell."
