"""Which differences a user study sees: by items, people per item and their skill.

    python -m bench.study_power [repeats=400] [seed=0]

Of the items just one model is right on 30 % (on 10 % the first, on 20 % the second), both on 45 %. A figure is the true
difference, in percentage points, that exact McNemar at 0.05 shows four times out of five when a majority decides;
"none" where not even 30 points would be seen. Skills differ by 0.02 between people, and
2 % of their votes are "cannot tell".
"""

import sys
from collections.abc import Sequence
from random import Random

import numpy as np
from rich.progress import track

from eval_bench.study.piloting import Bools, apart, sight
from eval_bench.study.simulating import people
from synthgen.commands.told import out, talk

ITEMS, SKILLS, RATERS, PEOPLE = (50, 100, 300, 650), (0.99, 0.95, 0.9, 0.8), (1, 3, 5), 12
SHARES = {(True, True): 0.45, (True, False): 0.1, (False, True): 0.2, (False, False): 0.25}


def truth(n: int) -> Bools:
    """(n, 2): whether each model is right, in these shares."""
    return np.array([pair for pair, share in SHARES.items() for _ in range(round(n * share))])


def smallest(n: int, raters: int, skill: float, repeats: int, seed: int) -> float | None:
    crowds = [
        people(PEOPLE, skill=skill, spread=0.02, cannot_tell=0.02, rng=Random(seed * repeats + number))
        for number in range(repeats)
    ]
    right = truth(n)
    return sight(
        ("", "", "other"), right, apart(len(right)), 1, "right", raters, crowds, np.random.default_rng(seed)
    ).smallest


def main(words: Sequence[str]) -> None:
    given = {name: int(value) for name, value in (word.split("=") for word in words)}
    repeats, seed = given.get("repeats", 400), given.get("seed", 0)
    rows = [(raters, skill) for raters in RATERS for skill in SKILLS]
    out.print(f"people  skill {''.join(f'{n:>10}' for n in ITEMS)} items", highlight=False)
    for raters, skill in track(rows, "studies", console=talk, transient=True, disable=not talk.is_terminal):
        found = [smallest(n, raters, skill, repeats, seed) for n in ITEMS]
        told = "".join(f"{'none' if x is None or x > 0.3 else f'{100 * x:.1f}':>10}" for x in found)
        out.print(f"{raters:6}  {skill:5} {told}", highlight=False)


if __name__ == "__main__":
    main(sys.argv[1:])
