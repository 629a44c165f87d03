"""Who votes without looking: evidence from attention items, and from what the others say of the same answers.

Somebody who looks says right more often of right answers than of wrong ones. How much more is Youden's index, the sum
of both hit rates minus 1: 0 for who clicks at random, always the same, or in turns; careful people, be they lenient or
strict, reach 0.7 and more (85 of 100 right). The evidence against a rater is

    the chance of their votes if they do not look (any rate of "right", weighed by Jeffreys' prior)
    / their chance if they do (the best-fitting hit rates with an index of at least 0.6)

and they are flagged from 20 on. Of raters who do look, at most one in 20 ever gets there by chance, however many votes
there are (a ratio of a mixture to the best fit: Wasserman, Ramdas and Balakrishnan 2020, PNAS 117: 16880-16890), and
that only if their index is 0.6 and no more; `python -m bench.study_quality` measures far fewer. Between 1/20 and 20 too
little is known to tell.

Whether an answer is right is known of attention items; of others it is estimated from the other raters' votes, each by
their own hit rates (Dawid and Skene 1979, Applied Statistics 28: 20-28). Who is flagged drops out, the worst first, and
the rest is estimated anew, for a bad rater spoils the evidence of all who share answers with them. Two rules keep that
honest: votes of others count only where at least three raters are left, for of two who disagree nobody knows which; and
among three or four, of whom two who vote alike are half, nobody is flagged whom attention items clear: all passed, or
evidence of at most 1/20 from these alone.

Apart from that whoever fails so many attention items that somebody who passes 7 of 10 would do so less than once in 200
times (exact binomial) is flagged too: it catches those who never can tell.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import comb, lgamma, log
from typing import Any

import numpy as np
import numpy.typing as npt

from eval_bench.study.types import Ballot, Design, passed

Floats = npt.NDArray[np.float64]
INDEX, ODDS = 0.6, 20.0
HELD, RARELY = 0.7, 0.005
FEWEST, FEW = 3, 4
"""Raters whose votes can be held against each other at all; so many that two of them are half."""
HITS, WEIGHT, ROUNDS = 0.9, 10.0, 25
"""What is expected of a rater before any vote: a hit rate, worth so many votes; and rounds of estimating."""
_RATES = np.linspace(0.02, 0.995, 27)
_GRID = np.array([(a, b) for a in _RATES for b in _RATES if a + b - 1 >= INDEX])
"""Hit rates of raters who look: of right answers, of wrong ones."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Against one rater, as natural logs of the ratio above."""

    attention: float
    """Of attention items alone."""
    everything: float
    flagged: bool

    @property
    def unclear(self) -> str:
        """Why nobody can tell whether they look; "" if one can."""
        if self.flagged or self.everything <= -log(ODDS):
            return ""
        if self.everything >= log(ODDS):
            return "attention items speak for them, the other raters' votes against them"
        return "too few votes to tell whether they look"


@dataclass(frozen=True, slots=True)
class _Votes:
    """Rows of votes that name a verdict, by the number of rater and statement; all arrays are one entry per vote."""

    rater: npt.NDArray[np.int64]
    statement: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    """Votes by rows of cuts: 1 where a vote says right, of grades from the cut on; (cuts, votes)."""
    cut: int
    """The row that the study itself goes by."""
    known: Floats
    """1.0 right, 0.0 wrong, nan: an item."""

    def of(self, which: npt.NDArray[np.bool_]) -> "_Votes":
        return _Votes(self.rater[which], self.statement[which], self.high[:, which], self.cut, self.known[which])


def evidence(design: Design, ballots: Sequence[Ballot], without: Collection[int] = ()) -> dict[int, Evidence]:
    """By the number of every rater with a vote. Of sides, where equal pairs have no truth, attention items alone.

    The votes of those `without` (they are flagged for something else) tell nothing of the others.
    """
    votes = _votes(design, ballots)
    raters = sorted({ballot.rater for ballot in ballots})
    mine = {rater: votes.of((votes.rater == rater) & ~np.isnan(votes.known)) for rater in raters}
    attention = {rater: _against(one, one.known) for rater, one in mine.items()}
    passed_all = {rater for rater, one in mine.items() if one.known.size and (one.known == one.high[one.cut]).all()}
    cleared = passed_all | {rater for rater in raters if attention[rater] <= -log(ODDS)}
    flagged = {rater: attention[rater] for rater in raters if attention[rater] >= log(ODDS)}
    while True:
        live = [rater for rater in raters if rater not in flagged and rater not in without]
        clear = cleared if len(live) <= FEW else ()
        everything = attention | flagged | (_everything(votes, live) if len(live) >= FEWEST else {})
        suspects = [r for r in live if everything[r] >= log(ODDS) and r not in clear]
        if not suspects:
            return {r: Evidence(attention[r], everything[r], r in flagged) for r in raters}
        worst = max(suspects, key=lambda rater: everything[rater])
        flagged[worst] = everything[worst]


def fails(held: int, asked: int) -> bool:
    """Whether a rater passed too few attention items to be careful by chance."""
    below = (comb(asked, k) * HELD**k * (1 - HELD) ** (asked - k) for k in range(held + 1))
    return sum(below) < RARELY


def _votes(design: Design, ballots: Iterable[Ballot]) -> _Votes:
    """Of items and attention items, without what names no verdict."""
    rows = []
    for ballot in ballots:
        statement = design.statements[ballot.statement]
        grade = _grade(design, ballot)
        if grade is not None and statement.kind == "attention":
            rows.append((ballot.rater, ballot.statement, grade, float(statement.known in ("1", "first"))))
        elif grade is not None and statement.kind == "item" and design.form != "sides":
            rows.append((ballot.rater, ballot.statement, grade, float("nan")))
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    cuts = [2, 3, 4, 5] if design.form == "grades" else [1]
    high = np.stack([table[:, 2] >= cut for cut in cuts]).astype(np.int64)
    cut = cuts.index(design.right_from) if design.form == "grades" else 0
    return _Votes(table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), high, cut, table[:, 3])


def _grade(design: Design, ballot: Ballot) -> int | None:
    """A vote as a number: the grade, 1 or 0, of sides 1 for the first; None for what names no verdict."""
    if ballot.vote in ("both", "neither"):  # whoever looks finds a side better where that is known
        statement = design.statements[ballot.statement]
        return int(statement.known == "second") if not passed(design, statement, ballot.vote) else None
    if ballot.vote in ("first", "second"):
        return int(ballot.vote == "first")
    return int(ballot.vote) if ballot.vote.isdigit() else None


def _against(mine: _Votes, right: Floats) -> float:
    """Log evidence from one rater's votes on answers that are `right` with that chance; of cuts the kindest."""
    return min((_of_cut(high, right) for high in mine.high), default=0.0)


def _of_cut(high: npt.NDArray[np.int64], right: Floats) -> float:
    yes, no = int(high.sum()), int((1 - high).sum())
    careless = lgamma(yes + 0.5) + lgamma(no + 0.5) - lgamma(yes + no + 1) - 2 * lgamma(0.5)
    says = right * _GRID[:, :1] + (1 - right) * (1 - _GRID[:, 1:])
    return careless - float(np.log(np.where(high == 1, says, 1 - says)).sum(axis=1).max())


def _everything(votes: _Votes, live: Sequence[int]) -> dict[int, float]:
    """Log evidence against each of the raters that are left, from each other's votes too."""
    own = votes.of(np.isin(votes.rater, live))
    rater, statement = np.searchsorted(live, own.rater), own.statement
    log_odds, weights = _truth(rater, statement, own.high[own.cut], own.known, len(live))
    alone = np.bincount(statement)[statement] == 1
    others = 1 / (1 + np.exp(-np.clip(log_odds[statement] - weights, -30, 30)))
    right = np.where(np.isnan(own.known), others, own.known)
    told = ~alone | ~np.isnan(own.known)
    found = {}
    for number, one in enumerate(live):
        which = (rater == number) & told
        found[one] = _against(own.of(which), right[which])
    return found


def _truth(
    rater: npt.NDArray[np.int64],
    statement: npt.NDArray[np.int64],
    high: npt.NDArray[np.int64],
    known: Floats,
    raters: int,
) -> tuple[Floats, Floats]:
    """By statement the log odds that its answer is right, by vote what that vote adds to them (Dawid and Skene)."""
    hits, rejects, right = np.full(raters, HITS), np.full(raters, HITS), 0.5
    n = int(statement.max()) + 1 if statement.size else 0
    item = np.isnan(known)
    asked = np.unique(statement[item])
    log_odds: npt.NDArray[Any] = np.zeros(0)
    weights: npt.NDArray[Any] = log_odds
    for _ in range(ROUNDS):
        yes, no = np.log(hits / (1 - rejects)), np.log((1 - hits) / rejects)
        weights = np.where(high == 1, yes[rater], no[rater])
        log_odds = log(right / (1 - right)) + np.bincount(statement, weights, n)
        chance = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
        truth = np.where(item, chance[statement], known)
        hits = _rate(truth * high, truth, rater, raters)
        rejects = _rate((1 - truth) * (1 - high), 1 - truth, rater, raters)
        right = float((chance[asked].sum() + 1) / (asked.size + 2))
    return log_odds, weights


def _rate(hit: Floats, of: Floats, rater: npt.NDArray[np.int64], raters: int) -> Floats:
    expected = np.bincount(rater, hit, raters) + HITS * WEIGHT
    return np.asarray(expected / (np.bincount(rater, of, raters) + WEIGHT))
