"""Who votes on what, in which order.

A rater gets whole items: all that the models said to an item is judged by the same people. Items with the fewest raters
go first, so that the counts of two items differ by one at most, and end at the design's number.
"""

import random
from collections.abc import Collection, Sequence
from itertools import count

from eval_bench.study.database import Database
from eval_bench.study.types import Design, Rater, Statement
from synthgen.kit.hashes import seed_of

APART = 5
"""Places from one statement on an item to the next, at least, where that can be."""
STRETCH = 25
"""Statements from break to break; each stretch has an attention item."""


def plan(db: Database, rater: Rater, at: float) -> int:
    """Gives tasks to a rater who has none, or more to one who has done them all; how many items they are about.

    0: the rater has something to do, or others have got everything. `at` is Unix time. Belongs into a transaction.
    """
    design, tasks = db.design, db.tasks(rater.id)
    if not all(task.vote for task in tasks):
        return 0
    seen = {task.statement for task in tasks}
    short, share = _short(db, rater, seen, at)
    if share < 1:
        return 0
    rng = random.Random(seed_of(design.seed, rater.number, len(tasks)))
    rng.shuffle(short)
    items = sorted(short, key=lambda one: one[1])[:share]
    calibration = [s for s in design.statements if s.kind == "calibration" and s.id not in seen]
    rng.shuffle(calibration)
    done = sum(design.statements[id].kind != "calibration" for id in seen)
    order = calibration + _order(design, {item for item, _ in items}, seen, done, rng)
    db.give(rater.id, [(s.id, len(s.texts) == 2 and rng.random() < 0.5) for s in order])
    return len(items)


def more(db: Database, rater: Rater, at: float) -> bool:
    """Whether there is something for a rater who has done everything. `at` is Unix time."""
    return _short(db, rater, {task.statement for task in db.tasks(rater.id)}, at)[1] > 0


def _short(db: Database, rater: Rater, seen: Collection[int], at: float) -> tuple[list[tuple[str, int]], int]:
    """Items that the rater has not seen and that lack raters, each with how many it has; and the rater's share of them.

    The first time that is a quota, equal for all invited; later an equal part of what is still left once those who
    were invited and have not begun took their quotas.
    """
    design, given = db.design, db.given(at)
    by_item: dict[str, int] = {}
    known = set()
    for s in design.statements:
        if s.kind == "item":
            by_item[s.item] = min(by_item.get(s.item, design.raters), given.get(s.id, 0))
            known |= {s.item} if s.id in seen else set()
    short = [(item, got) for item, got in by_item.items() if got < design.raters and item not in known]
    quota = -(-len(by_item) * design.raters // design.invitations)
    if not seen:
        return short, min(quota, len(short))
    able = {one.id for one in db.raters() if not one.revoked and one.expires > at}
    begun = able & db.begun()
    free = sum(design.raters - got for got in by_item.values()) - len(able - begun) * quota
    return short, min(-(-free // max(1, len(begun))), len(short))


def _order(
    design: Design, items: Collection[str], seen: Collection[int], done: int, rng: random.Random
) -> list[Statement]:
    """The statements on these items, by chance but those on one item apart, with attention items among them.

    `done`: statements before these, from which on the stretches are counted.
    """
    real = _apart([s for s in design.statements if s.kind == "item" and s.item in items], rng)
    pool = [s for s in design.statements if s.kind == "attention" and s.id not in seen]
    rng.shuffle(pool)
    for place in _places(len(real), design.attention, done, len(pool), rng):
        near = {s.item for s in real[max(0, place - APART) : place + APART]}
        chosen = next((s for s in pool if s.item not in near), pool[0])
        pool.remove(chosen)
        real.insert(place, chosen)
    return real


def _places(real: int, share: float, done: int, most: int, rng: random.Random) -> list[int]:
    """Where attention items stand, ascending: `share` of all, as many in each stretch as in any other, give or take
    one, and never none unless there are too few."""
    if not share or not real:
        return []
    for wanted in count(max(1, round(real * share / (1 - share)))):
        edges = [0, *range(STRETCH - done % STRETCH, real + wanted, STRETCH), real + wanted]
        if wanted >= len(edges) - 1:
            break
    stretches = [range(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    rng.shuffle(stretches)
    each, rest = divmod(min(wanted, most), len(stretches))
    return sorted(
        place for i, one in enumerate(stretches) for place in rng.sample(one, min(len(one), each + (i < rest)))
    )


def _apart(statements: Sequence[Statement], rng: random.Random) -> list[Statement]:
    """By chance, but what is about one item stands APART places apart where that can be."""
    left: dict[str, list[Statement]] = {}
    for s in rng.sample(statements, len(statements)):
        left.setdefault(s.item, []).append(s)
    order: list[Statement] = []
    while left:
        near = [s.item for s in order[1 - APART :]]
        free = [item for item in left if item not in near] or [next(i for i in near if i in left)]
        longest = max(len(some) for some in left.values())
        rest, long = sum(map(len, left.values())), [i for i in free if len(left[i]) == longest]
        tight = (longest - 1) * APART + sum(len(some) == longest for some in left.values()) >= rest
        chosen = rng.choice(long) if tight and long else rng.choices(free, [len(left[i]) for i in free])[0]
        order.append(left[chosen].pop())
        if not left[chosen]:
            del left[chosen]
    return order
