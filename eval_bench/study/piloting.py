"""What a planned study would be able to see: it is repeated with items and raters drawn anew, votes alone, no database.

The items of a repetition are drawn with replacement from those of the design, with whether each model is right about
them; people of the same skills vote on them; a majority decides, and what ties or nobody can tell is left out for both
models: the rule of `eval_bench.deciding`, here over arrays.
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


@dataclass(frozen=True, slots=True)
class Sight:
    """Of so many items, what a comparison of two models can see; shares and differences are 0 to 1."""

    ability: str
    """ "" for all of a source."""
    source: str
    n: int
    decided: float
    """Mean share of items that neither ties nor "cannot tell" takes away."""
    width: float | None
    """Mean half width of the 95 % interval of the second model's accuracy ..."""
    apart: float | None
    """... and of the difference of both."""
    difference: float
    """True one, in these items."""
    seen: float | None
    """Mean difference by votes."""
    power: float
    """Share of repetitions in which exact McNemar gives p <= 0.05."""
    discordant: float
    """Mean share of decided items on which the votes say that just one is right."""
    sharpness: float
    """How much of a true difference is left in the votes: 1 with raters who never err."""
    smallest: float | None
    """True difference that is seen four times out of five with these raters; None: none is ..."""
    smallest_perfect: float | None
    """... and with raters who never err, at the true share of discordant items."""


def votes(truth: Bools, same: Bools, who: Ints, several: Sequence[Person], rng: np.random.Generator) -> Ints:
    """What people say of both models' answers to n items: (n, 2, raters), 1, 0, or -1 for no vote that counts.

    `truth`: (n, 2), whether each is right; `same`: (n), whether both said the same, which is asked once; `who`:
    (n, raters), who of the people is asked.
    """
    right, wrong, none = (np.array([getattr(p, name) for p in several]) for name in ("right", "wrong", "cannot_tell"))
    called = np.where(truth[:, :, None], right[who][:, None, :], 1 - wrong[who][:, None, :])
    said = (rng.random(called.shape) < called).astype(np.int64)
    said[rng.random(said.shape) < np.broadcast_to(none[who][:, None, :], said.shape)] = -1
    careless = np.array([bool(p.habit) for p in several])
    said[np.broadcast_to(careless[who][:, None, :], said.shape)] = -1  # they are found, and do not count
    said[same, 1] = said[same, 0]
    return said


def assigned(n: int, raters: int, people: int, rng: np.random.Generator) -> Ints:
    """(n, raters): different people for each item, all of them equally often, give or take one."""
    order = rng.permutation(people)
    dealt: Ints = order[(np.arange(n)[:, None] * raters + np.arange(raters)) % people]
    return dealt[rng.permutation(n)]


def majority(said: Ints) -> tuple[Ints, Bools]:
    """(n, 2): 1 for right and 0 for wrong; and (n): whether the item counts, for both models or for none."""
    ahead = (said == 1).sum(axis=2) - (said == 0).sum(axis=2)
    return (ahead > 0).astype(np.int64), (ahead != 0).all(axis=1)


def preferred(said: Ints) -> tuple[Ints, Bools]:
    """Of sides: (n, 2): 1 for the text that more than half of those who can tell find better, 0 for others; and (n):
    whether anybody could tell."""
    able = np.asarray((said >= 0).all(axis=1))
    ahead = np.where(able, said[:, 0] - said[:, 1], 0)
    wins = np.stack([(ahead == side).sum(axis=1) for side in (1, -1)], axis=1)
    return (wins * 2 > able.sum(axis=1)[:, None]).astype(np.int64), np.asarray(able.any(axis=1))


def sight(
    place: tuple[str, str],
    truth: Bools,
    same: Bools,
    form: Form,
    raters: int,
    crowds: Sequence[Sequence[Person]],
    rng: np.random.Generator,
) -> Sight:
    """Over one repetition for each crowd of people. `place`: ability and source; `truth`, `same` as of `votes`."""
    n, decide = len(truth), preferred if form == "sides" else majority
    rows, sharp = [], []
    for crowd in crowds:
        drawn = rng.integers(n, size=n)
        said, counts = decide(votes(truth[drawn], same[drawn], assigned(n, raters, len(crowd), rng), crowd, rng))
        one, two = (said[counts, side] == 1 for side in (0, 1))
        both, first, second = (int(x.sum()) for x in (one & two, one & ~two, two & ~one))
        rows.append((int(counts.sum()), both, first, second))
        real = truth[drawn][counts] & ~truth[drawn][counts][:, ::-1] if form == "sides" else truth[drawn][counts]
        sharp += [(said[counts][real], np.ones(real.sum())), (said[counts][~real], np.zeros((~real).sum()))]
    decided = np.array([row[0] for row in rows])
    difference = float(truth[:, 1].mean() - truth[:, 0].mean())
    discordant = _mean([(f + s) / m for m, _, f, s in rows if m])
    sharpness = _sharpness(sharp)
    seen = smallest_difference(round(decided.mean()), round(discordant or 0.0, 3)) if discordant else None
    return Sight(
        *place,
        n=n,
        decided=float(decided.mean() / n),
        width=_mean([_half(wilson(b + s, m)) for m, b, _, s in rows if m]),
        apart=_mean([_half(paired_difference(b, s, f, m - b - f - s)) for m, b, f, s in rows if m]),
        difference=difference,
        seen=_mean([(s - f) / m for m, _, f, s in rows if m]),
        power=sum(m > 0 and mcnemar(f, s) <= 0.05 for m, _, f, s in rows) / len(rows),
        discordant=discordant or 0.0,
        sharpness=sharpness,
        smallest=seen / sharpness if seen is not None and 0 < seen / max(sharpness, 1e-9) <= 1 else None,
        smallest_perfect=_perfect(truth),
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
