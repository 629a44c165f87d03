"""`scorer=keyword`: an answer is right if it says one of the accepted words, and no wrong one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from eval_bench.interfaces import Pictures, Scorer
from eval_bench.keywords import verdict_of
from eval_bench.types import Answer, Item, Mark
from synthgen.interfaces import Desk


@dataclass(frozen=True)
class Keyword(Scorer):
    """`eval_bench.matching` says what counts as saying a word."""

    name: ClassVar[str] = "keyword"

    def score(self, answered: Sequence[tuple[Item, Answer]], desk: Desk, pictures: Pictures) -> Iterator[Mark]:
        for item, answer in answered:
            verdict, why = verdict_of(item, answer.text)
            yield Mark(item.id, answer.model, self.name, verdict, why, answer.picture)
