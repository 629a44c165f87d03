"""How far keyword matching agrees with people, and which answers to show them to find out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from eval_bench.keywords import verdict_of
from eval_bench.scoring import Answered
from eval_bench.stats.agreement import ac1, alpha, cohen
from eval_bench.stats.intervals import Bounds, wilson
from eval_bench.types import Answer, Item, Mark, Verdict
from synthgen.kit.hashes import seed_of

COLUMNS = ("item", "model", "rater", "vote", "question", "reference", "answer", "image")
"""Of a sample to label: those of votes, and what one has to see to vote. What keywords say is not told."""


@dataclass(frozen=True)
class Pair:
    """One answer, as keywords and as people judge it."""

    item: Item
    answer: Answer
    verdict: Verdict
    why: str
    right: bool
    """What people say."""

    @property
    def agrees(self) -> bool:
        """What is not understood counts as wrong, as it does in a report."""
        return (self.verdict == "right") == self.right


@dataclass(frozen=True)
class Agreement:
    """Of some answers; coefficients are None where they are not defined."""

    n: int
    agreeing: int
    interval: Bounds | None
    """Of the share that agrees, Wilson, 95 %."""
    kappa: float | None
    alpha: float | None
    ac1: float | None


def pairs(answered: Sequence[Answered], labels: Sequence[Mark]) -> list[Pair]:
    """The answers that people have a verdict on."""
    people = {(mark.item, mark.model): mark.verdict for mark in labels if mark.picture == "shown" and mark.verdict}
    found = []
    for item, answer in shown(answered):
        said = people.get((item.id, answer.model))
        if said:
            found.append(Pair(item, answer, *verdict_of(item, answer.text), said == "right"))
    return found


def shown(answered: Sequence[Answered]) -> list[tuple[Item, Answer]]:
    """The answers that were given with the picture at hand, and did not fail."""
    every = [pair for one in answered for pair in one.fitting]
    return [(item, answer) for item, answer in every if answer.picture == "shown" and not answer.failed]


def agreement(found: Sequence[Pair]) -> Agreement:
    ratings = [[pair.verdict == "right", pair.right] for pair in found]
    agreeing = sum(pair.agrees for pair in found)
    interval = wilson(agreeing, len(found))
    return Agreement(len(found), agreeing, interval, cohen(ratings), alpha(ratings), ac1(ratings))


def weighed(found: Sequence[Pair], answered: Sequence[Answered]) -> tuple[float, Bounds, int]:
    """The share that agrees of all answers, its 95 % interval, and how many answers nothing is known of.

    A sample is balanced over verdicts and styles; here each such group weighs as much as it has answers. Labels have to
    be a random part of their group. Wilson's interval with the effective number of labels of Kish, (sum w)^2 / sum w^2.
    """
    sizes = Counter(_group(item, verdict_of(item, answer.text)[0]) for item, answer in shown(answered))
    labelled = Counter(_group(pair.item, pair.verdict) for pair in found)
    weights = [sizes[group] / labelled[group] for pair in found for group in [_group(pair.item, pair.verdict)]]
    share = sum(w for w, pair in zip(weights, found, strict=True) if pair.agrees) / sum(weights)
    several = sum(weights) ** 2 / sum(w * w for w in weights)
    bounds = wilson(share * several, several) or (0.0, 1.0)
    return share, bounds, sum(size for group, size in sizes.items() if not labelled[group])


def _group(item: Item, verdict: Verdict) -> tuple[str, str]:
    return verdict, item.style


def confusion(found: Sequence[Pair]) -> Mapping[tuple[str, bool], int]:
    """How often keywords say this while people say right, or not."""
    return Counter((pair.verdict, pair.right) for pair in found)


def sample(answered: Sequence[Answered], n: int, seed: int) -> list[dict[str, str]]:
    """Rows to label, drawn evenly from what keywords call right, wrong and not understood, and from each style."""
    cells: dict[tuple[str, str], list[tuple[Item, Answer]]] = {}
    for item, answer in shown(answered):
        cells.setdefault(_group(item, verdict_of(item, answer.text)[0]), []).append((item, answer))
    rng = Random(seed_of(seed, "audit"))
    drawn = [rng.sample(several, len(several)) for _, several in sorted(cells.items())]
    turns = [rows[turn] for turn in range(max(map(len, drawn), default=0)) for rows in drawn if turn < len(rows)][:n]
    rng.shuffle(turns)
    images = {
        item.id: str(bench.folder / item.image) for one in answered for bench in one.benches for item in bench.items
    }
    return [
        dict(zip(COLUMNS, (i.id, a.model, "", "", i.question, i.answer, a.text, images[i.id]), strict=True))
        for i, a in turns
    ]
