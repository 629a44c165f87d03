"""Whether raters who click without looking are found, and what they would do to what a study finds.

    python -m bench.study_careless [repeats=200] [seed=0] [processes=2]

Two of 20 people do not look: they click by chance, always the first button, or in turns, at the pace of the others.
Three people per item; one in twenty statements is an attention item. Votes go through the functions of a real study.
Compared are the differences by all votes, by those of raters who are not flagged, and by those who looked alone; a
conclusion is which model exact McNemar shows to be better at 0.05, or none.
"""

import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from random import Random

import numpy as np
from rich.progress import track

from bench.study_coverage import MODELS, RATERS, Setting, design_of
from eval_bench.stats.paired import mcnemar
from eval_bench.study.piloting import assigned
from eval_bench.study.quality import counted_of, quality
from eval_bench.study.results import decisions
from eval_bench.study.simulating import Person, Truth, people, vote
from eval_bench.study.types import Ballot, Design, Statement
from synthgen.commands.told import out, talk
from synthgen.kit.hashes import seed_of

POOL, ATTENTION, CARELESS = 40, 0.05, 0.1
SETTINGS = (
    Setting(13, 50, 20, 0.95, 0.02, 0.0, (0.6, 0.7)),
    Setting(13, 50, 20, 0.85, 0.05, 0.05, (0.6, 0.7)),
    Setting(13, 50, 20, 0.85, 0.05, 0.05, (0.6, 0.6)),
    Setting(13, 20, 20, 0.9, 0.05, 0.0, (0.6, 0.75)),
)
Told = tuple[int, int, int, int, list[tuple[float, str]]]
"""Careless raters, those flagged; others, those flagged; and (difference, conclusion) by all votes, by those of raters
who are not flagged, and by those who looked."""


def study(setting: Setting, seed: int, repeat: int) -> Told:
    rng, chance = np.random.default_rng(seed_of(seed, repeat, str(setting))), Random(seed_of(seed, repeat, "votes"))
    named = {"skill": setting.skill, "spread": setting.spread, "bias": setting.bias, "cannot_tell": setting.cannot_tell}
    crowd = people(setting.people, **named, careless=CARELESS, rng=chance)
    design = design_of(setting, rng)
    known = [Statement(len(design.statements) + n, "", ("",), (), "attention", str(n % 2)) for n in range(POOL)]
    design = replace(design, statements=(*design.statements, *known))
    right = rng.random((len(design.asked), 2)) < setting.accuracy
    truth = {(a.item, name): bool(right[n, m]) for n, a in enumerate(design.asked) for m, name in enumerate(MODELS)}
    given = ballots(design, crowd, truth, rng, chance)
    lazy = {number for number, person in enumerate(crowd, 1) if person.habit}
    everybody = set(range(1, len(crowd) + 1))
    kept = counted_of(quality(design, given))
    found = [conclusion(design, given, of) for of in (everybody, kept, everybody - lazy)]
    return len(lazy), len(lazy - kept), len(everybody - lazy), len(everybody - lazy - kept), found


def ballots(
    design: Design, crowd: Sequence[Person], truth: Truth, rng: np.random.Generator, chance: Random
) -> list[Ballot]:
    """Each rater's statements, attention items among them, in an order of their own."""
    who = assigned(len(design.asked), RATERS, len(crowd), rng)
    pool = [one.id for one in design.statements if one.known]
    made = []
    for number, person in enumerate(crowd):
        own = [2 * int(item) + side for item in np.flatnonzero((who == number).any(axis=1)) for side in (0, 1)]
        own += chance.sample(pool, min(POOL, round(ATTENTION * len(own))))
        chance.shuffle(own)
        for place, statement in enumerate(own):
            said = vote(person, design, design.statements[statement], truth, place, chance)
            made.append(Ballot(number + 1, statement, said, 8.0, "", place))
    return made


def conclusion(design: Design, given: Sequence[Ballot], counted: Collection[int]) -> tuple[float, str]:
    """The second model's accuracy minus the first's, and which of them is better; "" if that is not shown."""
    decided = decisions(design, given, counted)
    pairs = Counter(
        (decided[a.item, MODELS[0]].verdict == "right", decided[a.item, MODELS[1]].verdict == "right")
        for a in design.asked
        if decided[a.item, MODELS[0]].verdict
    )
    first, second = pairs[True, False], pairs[False, True]
    shown = mcnemar(first, second) <= 0.05
    return (second - first) / pairs.total(), MODELS[second > first] if shown else ""


def main(words: Sequence[str]) -> None:
    given = {name: int(value) for name, value in (word.split("=") for word in words)}
    repeats = given.get("repeats", 200)
    with get_context("spawn").Pool(given.get("processes", 2)) as pool:
        for setting in SETTINGS:
            made = pool.imap(partial(study, setting, given.get("seed", 0)), range(repeats), chunksize=5)
            shown = track(made, "studies", repeats, console=talk, transient=True, disable=not talk.is_terminal)
            several = list(shown)
            lazy, caught, honest, wronged = (sum(told[n] for told in several) for n in range(4))  # type: ignore[misc]
            out.print(f"\n{setting}", highlight=False)
            out.print(f"  flagged: {caught} of {lazy:,} careless, {wronged} of {honest:,} others", highlight=False)
            for place, name in enumerate(("all votes", "without flagged", "who looked alone")):
                mean = 100 * sum(told[4][place][0] for told in several) / repeats
                same = sum(told[4][place][1] == told[4][2][1] for told in several) / repeats
                better = sum(told[4][place][1] == MODELS[1] for told in several) / repeats
                figures = f"difference {mean:+5.1f} points, ours better in {better:.3f}, same conclusion in {same:.3f}"
                out.print(f"  {name:17} {figures}", highlight=False)


if __name__ == "__main__":
    main(sys.argv[1:])
