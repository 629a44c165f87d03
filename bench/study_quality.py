"""How often careless raters of a study are flagged, and honest ones, over simulated studies.

    python -m bench.study_quality [repeats=10] [processes=2]

One in ten is careless (at least one, of colluders two), in one of six ways; three raters per answer. Honest ones are
right on 85 to 99 of 100 answers and attention items, lenient or strict by up to 10 points each way. Careless ones take
as long as they do (a median of 2.5 to 8 seconds), but for those who click at once. "unclear" are those of whom the
study says that it knows too little; the rest of the careless are missed. Two who collude are a majority of three.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from multiprocessing import get_context

import numpy as np
import numpy.typing as npt
from rich.progress import track

from eval_bench.study.quality import quality
from eval_bench.study.types import Asked, Ballot, Design, Model, Statement
from synthgen.commands.told import out, talk
from synthgen.kit.hashes import seed_of

PER, RATERS, ACCURACY = (30, 60, 150, 300, 1300), (3, 6, 12), (0.5, 0.75, 0.95)
KINDS = ("nobody", "clicks at once", "at random", "always right", "always wrong", "alternates", "collude")
EACH = 3
"""Raters per answer."""
POOL, AT = 40, "2026-03-01T09:30:00.000+00:00"
Case = tuple[int, int, float, int]
"""Answers per rater, raters, accuracy of both models, repeat."""
Ints = npt.NDArray[np.int64]


def study(case: Case, kind: str, skill: tuple[float, float] = (0.85, 0.99)) -> tuple[Design, list[Ballot], int]:
    """A study with its votes, and how many of its raters, the first ones, are careless."""
    rng = np.random.default_rng(seed_of(*map(str, case), kind))
    per, raters, accuracy, _ = case
    items = max(1, per * raters // EACH // 2)
    truth = np.concatenate([rng.random(2 * items) < accuracy, np.arange(POOL) % 2 == 1]).astype(np.int64)
    careless = 0 if kind == "nobody" else 2 if kind == "collude" else max(1, raters // 10)
    ballots, common = [], rng.integers(2, size=truth.size)
    for rater, given in enumerate(_given(items, raters, per, rng)):
        order = rng.permutation(given)
        lazy = rater < careless
        said = _careless(kind, order, common, rng) if lazy else _honest(truth[order], skill, rng)
        middle = 0.6 if lazy and kind == "clicks at once" else rng.uniform(2.5, 8)
        seconds = middle * np.exp(rng.normal(0, 0.4, order.size))
        ballots += [
            Ballot(rater + 1, int(s), str(v), round(float(t), 3), AT, place)
            for place, (s, v, t) in enumerate(zip(order, said, seconds, strict=True))
        ]
    return _design(items, truth), ballots, careless


def _given(items: int, raters: int, per: int, rng: np.random.Generator) -> list[Ints]:
    """The statements of each rater: of items both, and attention, one in twenty and at least one in 25."""
    load, found = np.zeros(raters), [list[int]() for _ in range(raters)]
    for item in rng.permutation(items):
        for rater in np.argsort(load + rng.random(raters) / 2)[:EACH]:
            load[rater] += 1
            found[rater] += [item, items + item]
    attention = min(POOL, max(round(per / 20), -(-per // 25)))
    return [np.array([*own, *(2 * items + rng.choice(POOL, attention, replace=False))]) for own in found]


def _honest(truth: Ints, skill: tuple[float, float], rng: np.random.Generator) -> Ints:
    mean = rng.uniform(*skill)
    bias = rng.uniform(-1, 1) * min(0.1, 1 - mean)  # lenient or strict, with the mean kept
    return np.where(rng.random(truth.size) < np.where(truth == 1, mean + bias, mean - bias), truth, 1 - truth)


def _careless(kind: str, order: Ints, common: Ints, rng: np.random.Generator) -> Ints:
    if kind in ("always right", "always wrong"):
        return np.full(order.size, int(kind == "always right"))
    if kind == "alternates":
        return np.arange(order.size) % 2
    return common[order] if kind == "collude" else rng.integers(2, size=order.size)


def _design(items: int, truth: Ints) -> Design:
    asked = [Asked(f"i{n}", "color", "generated", "?", "Yes.", ("yes",), "", "") for n in range(items)]
    models = ("base", "ours")
    statements = [Statement(m * items + n, f"i{n}", ("",), ((models[m],),)) for m in (0, 1) for n in range(items)]
    statements += [
        Statement(2 * items + n, "i0", ("",), (), "attention", str(truth[2 * items + n])) for n in range(POOL)
    ]
    folders = tuple(Model(name, name) for name in models)
    told = ("bench", "bench", AT, "right", EACH, EACH, True, 0.05, 4, "pooled_generated", 0, 30.0, "", "", "bench")
    return Design(*told, (), folders, tuple(asked), tuple(statements), ())  # type: ignore[arg-type]


def judged(case: tuple[Case, str]) -> Counter[tuple[str, str]]:
    """(who, what the study says of them) -> how many raters; who is "honest" or a kind of careless one."""
    design, ballots, careless = study(*case)
    said = [one.flags and "flagged" or one.unclear and "unclear" or "clear" for one in quality(design, ballots)]
    return Counter((case[1] if n < careless else "honest", str(what)) for n, what in enumerate(said))


def main(words: Sequence[str]) -> None:
    given = {name: int(value) for name, value in (word.split("=") for word in words)}
    cases = list(product(product(PER, RATERS, ACCURACY, range(given.get("repeats", 10))), KINDS))
    with get_context("spawn").Pool(given.get("processes", 2)) as pool:
        made: Iterator[Counter[tuple[str, str]]] = pool.imap(judged, cases, chunksize=7)
        told = list(track(made, "studies", len(cases), console=talk, transient=True, disable=not talk.is_terminal))
    out.print(
        "in percent, flagged / unclear     ", *(f"{name:>16}" for name in ("honest", *KINDS[1:])), highlight=False
    )
    for per, raters, accuracy in product(PER, RATERS, ACCURACY):
        total: Counter[tuple[str, str]] = Counter()
        for ((p, r, a, _), _), counts in zip(cases, told, strict=True):
            if (p, r, a) == (per, raters, accuracy):
                total.update(counts)
        name = f"{per:4} answers, {raters:2} raters, {accuracy:.0%} right"
        out.print(f"{name:34}", *(f"{_shares(total, who):>16}" for who in ("honest", *KINDS[1:])), highlight=False)


def _shares(total: Counter[tuple[str, str]], who: str) -> str:
    n = sum(count for (name, _), count in total.items() if name == who)
    return f"{100 * total[who, 'flagged'] / n:.1f} / {100 * total[who, 'unclear'] / n:.0f}"


if __name__ == "__main__":
    main(sys.argv[1:])
