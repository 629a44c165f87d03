"""`scorer=choice`: which of the offered options an answer chooses, by its letter or its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from eval_bench.choosing import offered, right_option
from eval_bench.interfaces import Pictures, Scorer
from eval_bench.keywords import compiled
from eval_bench.sentences import Place, answered, denied, standing, tokens
from eval_bench.types import LETTERS, Answer, Item, Mark, Verdict
from synthgen.errors import UsageError
from synthgen.interfaces import Desk

_FINAL = re.compile(r"\A.*\banswer\s*(?:is\s*)?:(?=.*\w)", re.DOTALL | re.IGNORECASE)
_LETTER = re.compile(
    r"\(([A-Ha-h])\)"  # (b)
    r"|^\W*([a-h])(?=[.):]|\W*$)"  # b. b) b
    r"|\b(?:answer|option|choice|letter)(?: is| would be)?[\s:]+([A-Ha-h])(?=[.):,]|\W*$)"  # the answer is b
    r"|(?<![\w'-])([B-H])(?![\w'-])|(?<![\w'-])(A)(?![\w'-]|\s+(?!or\b|and\b)[a-z])"  # B, but not "A cat"
)


@dataclass(frozen=True)
class Choice(Scorer):
    """Only of answers to questions that offered options."""

    name: ClassVar[str] = "choice"

    def score(self, answered: Sequence[tuple[Item, Answer]], desk: Desk, pictures: Pictures) -> Iterator[Mark]:
        asked = [(item, answer) for item, answer in answered if was_offered(item, answer)]
        if not asked:
            raise UsageError(
                "scorer=choice: none of these answers was given to a question with options; ask with them first "
                "(python -m eval_bench answer --help says how), or pass scorer=keyword"
            )
        for item, answer in asked:
            verdict, why = chosen(item, answer.text)
            yield Mark(item.id, answer.model, self.name, verdict, why, answer.picture)


def was_offered(item: Item, answer: Answer) -> bool:
    return bool(right_option(item)) and offered(item) in answer.asked


def chosen(item: Item, text: str) -> tuple[Verdict, str]:
    """Whether the option that an answer chooses is the right one, and why in a few words."""
    said = _FINAL.sub("", re.sub(r"</?[A-Za-z][^<>]*>|[*_`]", "", answered(text)), count=1)
    by_letter, by_text = _letters(item, said), _texts(item, said)
    found = by_letter or by_text
    if not found:
        return "unparsed", "chooses none"
    if len(found) > 1:
        return "wrong", "chooses several: " + ", ".join(found)
    if by_letter and by_text and found[0] not in by_text:
        return "unparsed", f"letter {found[0]}, but the text of {', '.join(by_text)}"
    return ("right" if found[0] == right_option(item) else "wrong"), f"chooses {found[0]}"


def _letters(item: Item, said: str) -> list[str]:
    """Those of offered options, without denied ones: "A, not B"."""
    hits = [
        m
        for m in _LETTER.finditer(said)
        if not re.search(r"\bnot\W+(?:option\W+)?$", said[max(0, m.start() - 20) : m.start()])
    ]
    letters = {next(filter(None, hit.groups())).upper() for hit in hits}
    return sorted(letters & set(LETTERS[: len(item.options)]))


def _texts(item: Item, said: str) -> list[str]:
    """The letters of the options whose words are said; of "red" and "dark red" the longer one."""
    words = tokens(said)
    gone = denied(words)
    found: dict[str, list[Place]] = {}
    for letter, option in zip(LETTERS, item.options, strict=False):
        others = tuple(other for other in item.options if other != option)
        phrases = compiled(replace(item, style="wh", accept=(option,), refuse=others))["accept"]
        found[letter] = standing(phrases, words, gone)[0]
    every = [place for places in found.values() for place in places]

    def own(place: Place) -> bool:
        return not any(w[0] <= place[0] and place[1] <= w[1] and w != place for w in every)

    return [letter for letter, places in found.items() if any(map(own, places))]
