"""How often the pooled 95 % intervals of a user study hold what they are about, over seeded repeats of its analysis.

    python -m bench.study_coverage [repeats=2000] [seed=0] [processes=2] [setting=1]

In each repeat items, raters and votes are drawn anew; the votes go through the functions that a real study goes through
(`quality`, `decisions`, `two_ways`, Wilson, Newcombe, the bootstrap by head), and each interval is held against its own
truth:

- Wilson, Newcombe, bootstrap: how often a majority of these very raters, without flagged ones, would call an answer
  right, of items that they decide; summed over all that a panel can say, for each panel of the repeat.
- items and raters: the share of raters who would call an answer right, over raters drawn anew; from a million votes.
- votes (naive): Wilson's interval of all single votes as if they were independent, held against the second truth.

`setting` is one of the four kinds of studies, 1 to 4; all of them, one after the other, without it.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from multiprocessing import get_context
from random import Random

import numpy as np
from rich.progress import track

from eval_bench.stats import bootstrap
from eval_bench.stats.intervals import Bounds, paired_difference, wilson
from eval_bench.study.piloting import Bools, Ints, apart, assigned, votes
from eval_bench.study.quality import counted_of, quality
from eval_bench.study.results import decisions
from eval_bench.study.simulating import Person, people
from eval_bench.study.two_ways import two_ways
from eval_bench.study.types import Asked, Ballot, Design, Model, Statement
from synthgen.commands.told import out, talk
from synthgen.kit.hashes import seed_of

MODELS = ("base", "ours")
HEADS, RATERS, DRAWS = 20, 3, 1000


@dataclass(frozen=True)
class Setting:
    """One kind of study."""

    abilities: int
    items: int
    """Per ability."""
    people: int
    skill: float
    spread: float
    bias: float
    accuracy: tuple[float, float]
    cannot_tell: float = 0.03

    def __str__(self) -> str:
        first, second = self.accuracy
        told = f"{self.abilities} x {self.items} items, {RATERS} of {self.people}, skill {self.skill} ± {self.spread}"
        return f"{told}, bias {self.bias:+g}, models {first} and {second}"

    def crowd(self, rng: Random, count: int | None = None) -> list[Person]:
        named = {"skill": self.skill, "spread": self.spread, "bias": self.bias, "cannot_tell": self.cannot_tell}
        return people(count or self.people, **named, rng=rng)


SETTINGS = (
    Setting(13, 50, 3, 0.95, 0.02, 0.0, (0.6, 0.7)),
    Setting(13, 50, 12, 0.95, 0.02, 0.0, (0.6, 0.6)),
    Setting(13, 50, 12, 0.85, 0.05, 0.05, (0.6, 0.7)),
    Setting(6, 20, 12, 0.85, 0.08, 0.0, (0.75, 0.75)),
)


def study(setting: Setting, seed: int, repeat: int) -> list[tuple[str, bool]]:
    """For each pooled interval of one study whether it holds its truth."""
    rng = np.random.default_rng(seed_of(seed, repeat, str(setting)))
    crowd = setting.crowd(Random(seed_of(seed, repeat)))
    n = setting.abilities * setting.items
    truth = rng.random((n, 2)) < setting.accuracy
    who = assigned(n, RATERS, len(crowd), rng)
    said = votes(truth, apart(n), who, crowd, rng)
    design = design_of(setting, rng)
    return list(_held(setting, design, ballots(said, who), crowd, who, repeat))


def design_of(setting: Setting, rng: np.random.Generator) -> Design:
    """Each model's answer to each item is a statement of its own."""
    asked = [
        Asked(f"i{a}-{n}", f"ability{a}", "real", "?", "", (), f"head {rng.integers(HEADS)}", "", "")
        for a in range(setting.abilities)
        for n in range(setting.items)
    ]
    named = [(one.item, name) for one in asked for name in MODELS]
    statements = [Statement(n, item, (name,), ((name,),)) for n, (item, name) in enumerate(named)]
    return Design(
        *(
            "0" * 16,
            "bench",
            "",
            "right",
            RATERS,
            setting.people,
            True,
            0.0,
            4,
            "pooled_real",
            0,
            30.0,
            "",
            "",
            "bench",
        ),
        *((), tuple(Model(name, name) for name in MODELS), tuple(asked), tuple(statements), ()),
    )


def ballots(said: Ints, who: Ints) -> list[Ballot]:
    """`said` as of `votes`, by the raters `who` (n, raters); rater 0 is r1."""
    words = {1: "1", 0: "0", -1: "cannot_tell"}
    return [
        Ballot(int(rater) + 1, 2 * item + side, words[int(said[item, side, place])], 8.0, "", 2 * item + side)
        for item, several in enumerate(who)
        for place, rater in enumerate(several)
        for side in (0, 1)
    ]


def _held(
    setting: Setting, design: Design, given: Sequence[Ballot], crowd: Sequence[Person], who: Ints, repeat: int
) -> Iterator[tuple[str, bool]]:
    raters = quality(design, given)
    yield from (("honest raters flagged", bool(one.flags)) for one in raters)
    counted = counted_of(raters)
    decided = decisions(design, given, counted)
    right = {
        (a.item, name): decided[a.item, name].verdict == "right"
        for a in design.asked
        for name in MODELS
        if decided[a.item, name].verdict
    }
    kept = [a for a in design.asked if (a.item, MODELS[0]) in right]
    sides = [[right[a.item, name] for a in kept] for name in MODELS]
    table = Counter(zip(*sides, strict=True))
    mine = expected(setting, crowd, [[r for r in several if r + 1 in counted] for several in who.tolist()])
    heads, abilities = [a.head for a in kept], [a.ability for a in kept]

    def drawn(values: Sequence[float]) -> Bounds | None:
        return bootstrap.mean(values, heads, abilities, draws=DRAWS, seed=repeat)

    for name, side, true in zip(MODELS, sides, mine, strict=True):
        yield f"{name}: Wilson", _holds(wilson(sum(side), len(side)), true)
        yield f"{name}: bootstrap by head", _holds(drawn([float(x) for x in side]), true)
    both, second, first, none = (table[pair] for pair in ((True, True), (False, True), (True, False), (False, False)))
    yield "difference: Newcombe", _holds(paired_difference(both, second, first, none), mine[1] - mine[0])
    apart = [float(b) - float(a) for a, b in zip(*sides, strict=True)]
    yield "difference: bootstrap by head", _holds(drawn(apart), mine[1] - mine[0])
    anybody = population(setting)
    for one in two_ways(design, given, counted, decided, level=0.95, draws=DRAWS, seed=repeat):
        if one.interval.low is not None and one.interval.high is not None:
            true = anybody[MODELS.index(one.model)] if one.model else anybody[1] - anybody[0]
            yield f"{one.model or 'difference'}: items and raters", one.interval.low <= true <= one.interval.high
    for place, name in enumerate(MODELS):
        told = [b.vote for b in given if b.statement % 2 == place and b.vote in ("1", "0")]
        yield f"{name}: votes (naive)", _holds(wilson(told.count("1"), len(told)), anybody[place])


def _holds(bounds: Bounds | None, truth: float) -> bool:
    return bool(bounds and bounds[0] <= truth <= bounds[1])


def expected(setting: Setting, crowd: Sequence[Person], who: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Of both models the share of decided items that these panels, an item each, call right, over all they may say."""
    panels = Counter(tuple(sorted(several)) for several in who)
    sums = np.zeros(3)
    for panel, count in panels.items():
        sums += count * np.array(_panel(setting, tuple(crowd[rater] for rater in panel)))
    return float(sums[0] / sums[2]), float(sums[1] / sums[2])


def _panel(setting: Setting, panel: Sequence[Person]) -> tuple[float, float, float]:
    """Chances that an item is decided and the first model right, the second, and that it is decided."""
    by_truth = {real: _majority(panel, real) for real in (True, False)}
    right: list[float] = []
    told: list[float] = []
    for accuracy in setting.accuracy:
        sides = [(accuracy, by_truth[True]), (1 - accuracy, by_truth[False])]
        right.append(sum(share * one[0] for share, one in sides))
        told.append(sum(share * (one[0] + one[1]) for share, one in sides))
    return right[0] * told[1], right[1] * told[0], told[0] * told[1]


def _majority(panel: Sequence[Person], real: bool) -> tuple[float, float]:
    """Chances that most of a panel call an answer right, and wrong, that is `real` or not."""
    right = wrong = 0.0
    for said in product((1, 0, -1), repeat=len(panel)):
        chance = 1.0
        for one, vote in zip(panel, said, strict=True):
            called = one.right if real else 1 - one.wrong
            chance *= {1: (1 - one.cannot_tell) * called, 0: (1 - one.cannot_tell) * (1 - called), -1: one.cannot_tell}[
                vote
            ]
        ahead = said.count(1) - said.count(0)
        right, wrong = right + chance * (ahead > 0), wrong + chance * (ahead < 0)
    return right, wrong


@cache
def population(setting: Setting) -> tuple[float, float]:
    """The mean over decided items of the share who call each model right, of raters drawn anew for each item."""
    n, rng = 200_000, np.random.default_rng(0)
    crowd = setting.crowd(Random(0), RATERS * n)
    truth: Bools = rng.random((n, 2)) < setting.accuracy
    said = votes(truth, apart(n), np.arange(RATERS * n).reshape(n, RATERS), crowd, rng)
    right, wrong = (said == 1).sum(axis=2), (said == 0).sum(axis=2)
    kept = (right != wrong).all(axis=1)
    shares = (right[kept] / (right + wrong)[kept]).mean(axis=0)
    return float(shares[0]), float(shares[1])


def main(words: Sequence[str]) -> None:
    given = {name: int(value) for name, value in (word.split("=") for word in words)}
    repeats = given.get("repeats", 2000)
    with get_context("spawn").Pool(given.get("processes", 2)) as pool:
        for setting in SETTINGS[given.get("setting", 1) - 1 : given.get("setting")]:
            held: Counter[str] = Counter()
            asked: Counter[str] = Counter()
            made = pool.imap(partial(study, setting, given.get("seed", 0)), range(repeats), chunksize=20)
            for told in track(made, "studies", repeats, console=talk, transient=True, disable=not talk.is_terminal):
                asked.update(figure for figure, _ in told)
                held.update({figure: 0 for figure, _ in told} | Counter(figure for figure, covers in told if covers))
            out.print(f"\n{setting}", highlight=False)
            for figure in asked:
                out.print(f"  {figure:32} {held[figure] / asked[figure]:.3f} of {asked[figure]:,}", highlight=False)


if __name__ == "__main__":
    main(sys.argv[1:])
