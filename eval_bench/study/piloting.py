"""What a planned study would be able to see: it is repeated with items and raters drawn anew, votes alone, no database.

The items of a repetition are drawn with replacement from those of the design, with whether each model is right about
them; people of the same skills vote on them; a majority decides, and what ties or nobody can tell is left out for all
models: the rule of `eval_bench.deciding`, here over arrays. Careless people are taken as found out, and do not count.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval_bench.stats.intervals import paired_difference, wilson
from eval_bench.stats.paired import mcnemar
from eval_bench.stats.power import smallest_difference
from eval_bench.study import quality
from eval_bench.study.simulating import Person
from eval_bench.study.types import NONE, Ballot, Design, Form

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


NOBODY = -1
"""Among the votes of `votes`, none that counts; as whose words an answer is, none: the model gave no answer ..."""
FAILED = -2
"""... which is among votes no vote, but a wrong answer."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Of so many items, what a comparison of a model with the first can see; shares and differences are 0 to 1."""

    ability: str
    """ "" for all of a source."""
    source: str
    second: str
    """The other model's name; "" where the first is alone, and nothing of a difference is told."""
    n: int
    decided: float
    """Mean share of items that neither ties nor "cannot tell" takes away."""
    width: float | None
    """Mean half width of the 95 % interval of the second model's accuracy (of sides, share of items preferred) ..."""
    apart: float | None
    """... and of the difference of both."""
    difference: float | None
    """True one, in these items."""
    seen: float | None
    """Mean difference by votes."""
    power: float | None
    """Share of repetitions in which exact McNemar gives p <= 0.05; of an ability before Holm's correction."""
    discordant: float
    """Mean share of decided items on which the votes say that just one is right."""
    sharpness: float
    """How much of a true difference is left in the votes: 1 with raters who never err."""
    smallest: float | None
    """True difference that is seen four times out of five with these raters; None: none is ..."""
    smallest_perfect: float | None
    """... and with raters who never err, at the true share of discordant items."""


def apart(n: int, models: int = 2) -> Ints:
    """(n, models): each said everything in words of its own."""
    return np.tile(np.arange(models), (n, 1))


def votes(truth: Bools, whose: Ints, who: Ints, several: Sequence[Person], rng: np.random.Generator) -> Ints:
    """What people say of all models' answers to n items: (n, models, raters), 1, 0, NOBODY or FAILED.

    `truth`: (n, models), whether each is right; `whose`: (n, models), the column of the first model that said it in
    these words, for that is asked once, or NOBODY; `who`: (n, raters), who of the people is asked.
    """
    right, wrong, none = (np.array([getattr(p, name) for p in several]) for name in ("right", "wrong", "cannot_tell"))
    called = np.where(truth[:, :, None], right[who][:, None, :], 1 - wrong[who][:, None, :])
    said = (rng.random(called.shape) < called).astype(np.int64)
    said[rng.random(said.shape) < np.broadcast_to(none[who][:, None, :], said.shape)] = NOBODY
    careless = np.array([bool(p.habit) for p in several])
    said[np.broadcast_to(careless[who][:, None, :], said.shape)] = NOBODY
    said = np.take_along_axis(said, np.maximum(whose, 0)[:, :, None], axis=1)
    said[whose == NOBODY] = FAILED
    return said


def assigned(n: int, raters: int, people: int, rng: np.random.Generator) -> Ints:
    """(n, raters): different people for each item, all of them equally often, give or take one."""
    order = rng.permutation(people)
    dealt: Ints = order[(np.arange(n)[:, None] * raters + np.arange(raters)) % people]
    return dealt[rng.permutation(n)]


def majority(said: Ints) -> tuple[Ints, Bools]:
    """(n, models): 1 for right and 0 for wrong; and (n): whether the item counts, for all models or for none."""
    ahead = (said == 1).sum(axis=2) - ((said == 0) | (said == FAILED)).sum(axis=2)
    return (ahead > 0).astype(np.int64), (ahead != 0).all(axis=1)


def preferred(said: Ints) -> tuple[Ints, Bools]:
    """Of sides: (n, 2): 1 for the text that more than half of those who can tell find better, 0 for others; and (n):
    whether anybody could tell. An answer is better than none, and nobody is asked."""
    lacks = said == FAILED
    said = np.where(lacks.any(axis=1, keepdims=True), np.where(lacks, 0, 1), said)
    able = np.asarray((said >= 0).all(axis=1))
    ahead = np.where(able, said[:, 0] - said[:, 1], 0)
    wins = np.stack([(ahead == side).sum(axis=1) for side in (1, -1)], axis=1)
    return (wins * 2 > able.sum(axis=1)[:, None]).astype(np.int64), np.asarray(able.any(axis=1))


def sight(
    place: tuple[str, str, str],
    truth: Bools,
    whose: Ints,
    second: int,
    form: Form,
    raters: int,
    crowds: Sequence[Sequence[Person]],
    rng: np.random.Generator,
) -> Sight:
    """Over one repetition for each crowd of people, of the model in column `second` against the first, 0.

    `place`: ability, source, and the second model's name, "" where there is just one; `truth`, `whose` as of `votes`.
    """
    n, decide = len(truth), preferred if form == "sides" else majority
    rows, sharp = [], []
    for crowd in crowds:
        drawn = rng.integers(n, size=n)
        cast = votes(truth[drawn], whose[drawn], assigned(n, raters, len(crowd), rng), crowd, rng)
        if form == "sides":
            cast[whose[drawn][:, 0] == whose[drawn][:, 1]] = FAILED  # nobody is asked, and neither is better
        said, counts = decide(cast)
        one, two = (said[counts, side] == 1 for side in (0, second))
        rows.append((int(counts.sum()), *(int(x.sum()) for x in (one & two, one & ~two, two & ~one))))
        real = truth[drawn] & ~truth[drawn][:, ::-1] if form == "sides" else truth[drawn]
        asked = counts[:, None] & (cast != FAILED).all(axis=2)
        sharp += [
            (said[asked & is_], np.full((asked & is_).sum(), right)) for is_, right in ((real, 1.0), (~real, 0.0))
        ]
    decided = np.array([row[0] for row in rows])
    alone = not place[2]
    discordant = _mean([(f + s) / m for m, _, f, s in rows if m])
    sharpness = _sharpness(sharp)
    seen = smallest_difference(round(decided.mean()), round(discordant or 0.0, 3)) if discordant else None
    return Sight(
        *place,
        n=n,
        decided=float(decided.mean() / n),
        width=_mean([_half(wilson(b + s, m)) for m, b, _, s in rows if m]),
        apart=None if alone else _mean([_half(paired_difference(b, s, f, m - b - f - s)) for m, b, f, s in rows if m]),
        difference=None if alone else float(truth[:, second].mean() - truth[:, 0].mean()),
        seen=None if alone else _mean([(s - f) / m for m, _, f, s in rows if m]),
        power=None if alone else sum(m > 0 and mcnemar(f, s) <= 0.05 for m, _, f, s in rows) / len(rows),
        discordant=discordant or 0.0,
        sharpness=sharpness,
        smallest=seen / sharpness if seen is not None and 0 < seen / max(sharpness, 1e-9) <= 1 else None,
        smallest_perfect=_perfect(truth[:, [0, second]]),
    )


def ratings(design: Design, ballots: Sequence[Ballot], counted: Collection[int]) -> list[list[str]]:
    """Of each statement on an item what those said who count and could tell, as measures of agreement take it."""
    found: dict[int, list[str]] = {}
    for ballot in ballots:
        if design.statements[ballot.statement].kind == "item" and ballot.rater in counted and ballot.vote not in NONE:
            found.setdefault(ballot.statement, []).append(quality.said(design, ballot.vote))
    return list(found.values())


def _perfect(truth: Bools) -> float | None:
    discordant = round(float((truth[:, 0] != truth[:, 1]).mean()), 3)
    return smallest_difference(len(truth), discordant) if discordant else None


def _sharpness(parts: Sequence[tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]]) -> float:
    """Share of right answers that are called right, minus that of wrong ones."""
    said, real = (np.concatenate([part[i] for part in parts]) for i in (0, 1))
    if not real.any() or real.all():
        return 1.0
    return max(0.0, float(said[real == 1].mean() - said[real == 0].mean()))


def _half(bounds: tuple[float, float] | None) -> float:
    assert bounds
    return (bounds[1] - bounds[0]) / 2


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
