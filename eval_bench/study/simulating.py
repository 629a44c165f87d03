"""Simulated raters of known skill and bias, who vote on a study as people would. They look at no picture: they know
which answers are right, and err by chance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Literal

from eval_bench.study import planning
from eval_bench.study.database import Database
from eval_bench.study.types import NONE, VOTES, Design, Statement
from synthgen.kit.hashes import seed_of

Habit = Literal["", "random", "always", "alternating"]
HABITS: tuple[Habit, ...] = ("random", "always", "alternating")
"""Of raters who click without looking: by chance, always the first button, the first and the second in turn."""
Truth = Mapping[tuple[str, str], bool]
"""By item and model: whether its answer is right."""


@dataclass(frozen=True, slots=True)
class Person:
    """How one simulated rater votes."""

    right: float
    """Chance to call a right answer right ..."""
    wrong: float
    """... and a wrong one wrong."""
    cannot_tell: float
    """Chance to say so, before anything else."""
    seconds: float
    """Median per statement."""
    habit: Habit = ""
    """ "" for one who looks."""


def people(
    count: int,
    *,
    skill: float,
    spread: float = 0.0,
    bias: float = 0.0,
    careless: float = 0.0,
    cannot_tell: float = 0.0,
    seconds: float = 8.0,
    rng: Random,
) -> list[Person]:
    """`skill` is the mean chance to judge rightly and `spread` its deviation between raters; `bias` is added to the
    chance of calling anything right; a share `careless` of them, rounded, does not look at all."""
    lazy = set(rng.sample(range(count), round(careless * count)))
    habits = cycle(HABITS)
    made = []
    for number in range(count):
        own = min(1.0, max(0.5, rng.gauss(skill, spread)))
        right, wrong = (min(1.0, max(0.0, own + shift)) for shift in (bias, -bias))
        pace = seconds * rng.lognormvariate(0, 0.25)
        habit = next(habits) if number in lazy else ""
        made.append(Person(right, wrong, cannot_tell, pace / 2 if habit else pace, habit))
    return made


def vote(
    person: Person, design: Design, statement: Statement, truth: Truth, place: int, rng: Random, flipped: bool = False
) -> str:
    """What they say of a statement at a place of their order; `flipped`: the first text stands on the right."""
    votes = [one for one in VOTES[design.form] if one not in NONE]
    if flipped:
        votes[:2] = votes[1::-1]  # the buttons are for what stands on the left and on the right
    if person.habit:
        return {"random": rng.choice(votes), "always": votes[0], "alternating": votes[place % 2]}[person.habit]
    if rng.random() < person.cannot_tell:
        return "cannot_tell"
    seen = [rng.random() < (person.right if right else 1 - person.wrong) for right in truths(statement, truth)]
    if design.form == "right":
        return "1" if seen[0] else "0"
    if design.form == "grades":
        low, high = max(4, design.right_from), min(2, design.right_from - 1)
        return str(rng.randint(low, 5) if seen[0] else rng.randint(1, high))
    return {(True, False): "first", (False, True): "second", (True, True): "both"}.get((seen[0], seen[1]), "neither")


def truths(statement: Statement, truth: Truth) -> list[bool]:
    """Of each of its texts, whether it is right."""
    if statement.kind == "item":
        return [truth[statement.item, models[0]] for models in statement.models]
    return [statement.known in ("1", "first"), statement.known == "second"][: len(statement.texts)]


def take_part(db: Database, several: Sequence[Person], truth: Truth, start: float) -> Iterator[int]:
    """Each of them is invited, gets tasks as anybody, and votes on all; gives the number of tasks, rater by rater.

    `start`: Unix time at which the first begins. The same design gives the same votes.
    """
    design = db.design
    for number, person in enumerate(several):
        rng, at = Random(seed_of(design.seed, "simulated", number)), start + 60 * number
        with db.transaction():
            rater = db.invite(f"simulated {number + 1}", start + design.days * 86_400)
            planning.plan(db, rater, at)
            tasks = db.tasks(rater.id)
            for task in tasks:
                seconds = round(person.seconds * rng.lognormvariate(0, 0.5), 3)
                at += seconds
                said = vote(person, design, design.statements[task.statement], truth, task.place, rng, task.flipped)
                db.vote(task, said, f"{rater.id} {task.place}", at, seconds)
        yield len(tasks)
