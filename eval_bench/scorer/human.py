"""`scorer=human`: what most people say of an answer."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from eval_bench.interfaces import Pictures, Scorer
from eval_bench.types import Answer, Item, Mark, Verdict
from eval_bench.votes import Vote, read_votes
from synthgen.errors import UsageError
from synthgen.interfaces import Desk


@dataclass(frozen=True)
class Human(Scorer):
    """Of answers that somebody voted on; who cannot tell has no vote, and where votes tie there is no verdict."""

    path: str
    """A csv or jsonl file with item, model, rater and vote: see `eval_bench.votes`."""
    name: ClassVar[str] = "human"

    def preflight(self) -> list[str]:
        if not self.path:
            return ["scorer=human: scorer.path=<csv or jsonl> names the file with people's votes"]
        return []

    def score(self, answered: Sequence[tuple[Item, Answer]], desk: Desk, pictures: Pictures) -> Iterator[Mark]:
        votes = read_votes(Path(self.path))
        marks = marks_of(answered, votes)
        if not marks:
            models = ", ".join(sorted({vote.model for vote in votes})) or "nobody"
            raise UsageError(f"{self.path}: no vote is on these answers; its votes are on answers of {models}")
        yield from marks


def marks_of(answered: Sequence[tuple[Item, Answer]], votes: Sequence[Vote]) -> list[Mark]:
    """A mark for every answer, given with its picture, that somebody voted on."""
    cast: dict[tuple[str, str], list[Vote]] = {}
    for vote in votes:
        cast.setdefault((vote.item, vote.model), []).append(vote)
    voted = [(item, a) for item, a in answered if a.picture == "shown" and (item.id, a.model) in cast]
    return [majority(item, answer, cast[item.id, answer.model]) for item, answer in voted]


def majority(item: Item, answer: Answer, votes: Sequence[Vote]) -> Mark:
    """One mark out of several votes."""
    counts = Counter(vote.vote for vote in votes)
    right, wrong = counts["1"], counts["0"]
    told = ", ".join(f"{count} {said}" for said, count in sorted(counts.items(), reverse=True))
    grades = {"votes": float(len(votes))} | ({"share": right / (right + wrong)} if right + wrong else {})
    bad = counts["bad_item"] * 2 > len(votes)
    verdict: Verdict | None = None if right == wrong or bad else "right" if right > wrong else "wrong"
    return Mark(item.id, answer.model, "human", verdict, f"votes: {told}", answer.picture, grades)
