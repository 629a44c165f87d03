"""`scorer=human`: what most people say of an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from eval_bench.deciding import Tally, tally, verdicts
from eval_bench.interfaces import Pictures, Scorer
from eval_bench.types import Answer, Item, Mark, Verdict
from eval_bench.votes import Vote, read_votes
from synthgen.errors import UsageError
from synthgen.interfaces import Desk


@dataclass(frozen=True)
class Human(Scorer):
    """Of answers that somebody voted on, by the rule of `eval_bench.deciding`."""

    path: str
    """A csv or jsonl file with item, model, rater and vote: see `eval_bench.votes`."""
    name: ClassVar[str] = "human"
    failures: ClassVar[bool] = True

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
        if unused := unused_of(marks, votes):
            desk.tell(f"{self.path}: {unused}")
        yield from marks
        marked = {mark.item for mark in marks}
        for item, a in answered:
            if a.failed and not (a.picture == "shown" and item.id in marked):
                yield Mark(item.id, a.model, "human", None, f"no answer: {a.failed}", a.picture)


def marks_of(answered: Sequence[tuple[Item, Answer]], votes: Sequence[Vote]) -> list[Mark]:
    """A mark for every answer, given with its picture, that somebody voted on.

    An item that is undecided for one of the models that the file has votes on counts for none of them.
    """
    cast: dict[str, dict[str, list[str]]] = {}
    for vote in votes:
        cast.setdefault(vote.item, {}).setdefault(vote.model, []).append(vote.vote)
    tallies = {item: {model: tally(said) for model, said in by_model.items()} for item, by_model in cast.items()}
    decided = {item: verdicts(by_model) for item, by_model in tallies.items()}
    voted = [(item, a) for item, a in answered if a.picture == "shown" and a.model in tallies.get(item.id, ())]
    return [_mark(item, a, tallies[item.id][a.model], *decided[item.id][a.model]) for item, a in voted]


def _mark(item: Item, answer: Answer, one: Tally, verdict: Verdict | None, why: str) -> Mark:
    return Mark(item.id, answer.model, "human", verdict, why, answer.picture, grades=one.grades)


def unused_of(marks: Sequence[Mark], votes: Sequence[Vote]) -> str:
    """How many votes are on no answer that got one of these marks, and on what; "" if there are none."""
    marked = {(mark.item, mark.model) for mark in marks}
    models = {mark.model for mark in marks}
    unused = [vote for vote in votes if (vote.item, vote.model) not in marked]
    lost = [vote.item for vote in unused if vote.model in models]
    others = sorted({vote.model for vote in unused} - models)
    told = [f"{len(lost)} on items to which it has no answer as they are now ({lost[0]})"] if lost else []
    told += [f"{len(unused) - len(lost)} on answers of {', '.join(others)}"] if others else []
    whose = ", ".join(sorted(models))
    return f"of {len(votes)} votes {len(unused)} are not on {whose}: {', '.join(told)}" if told else ""
