"""How often a report's 95 % intervals hold the known accuracy, over seeded repeats of a whole study.

    python -m bench.coverage [repeats=200] [seed=0] [processes=2]

A study is 13 abilities x 50 items, 20 heads per ability that come up as chance has it, and folders of answers of four
toys: each is right on each item with a known chance, whatever the others do. `analyse` makes the report of them as it
does for anybody; here its pooled figures are looked up. A share over 200 repeats is itself uncertain by 0.015: the
last column says what Wilson's interval covers in truth, summed over all that can happen, and what Newcombe's
covers in 20,000 tables of counts.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from math import exp, lgamma, log
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from rich.progress import track

from eval_bench import answers, benchmark
from eval_bench.report.analysis import analyse
from eval_bench.report.findings import Interval, Share
from eval_bench.report.options import ReportConfig
from eval_bench.stats.intervals import paired_difference, wilson
from eval_bench.types import Answer, Item, Mark
from synthgen.commands.told import out, talk
from synthgen.kit.hashes import seed_of, sha256

ABILITIES, ITEMS, HEADS, DRAWS = 13, 50, 20, 2000
TOYS = {"baseline": 0.5, "same": 0.5, "better": 0.7, "best": 0.9}
Figure = tuple[str, str]
"""What was estimated, and by which interval."""


def study(seed: int, repeat: int) -> list[tuple[Figure, bool]]:
    """For each pooled figure of one report whether its interval holds the truth."""
    rng = Random(seed_of(seed, repeat))
    with TemporaryDirectory() as folder:
        items = _items(Path(folder) / "items", rng)
        folders = [str(_answers(Path(folder) / name, items, rng)) for name in TOYS]
        config = ReportConfig([f"{folder}/items"], folders, draws=DRAWS, seed=repeat, out=f"{folder}/report")
        found = analyse(config)
    told = []
    for name, accuracy in TOYS.items():
        cell = found.cell(name, "generated")
        assert cell
        told += [((f"accuracy {name} {accuracy}", "wilson"), _holds(cell.accuracy, accuracy))]
        told += [((f"accuracy {name} {accuracy}", "bootstrap"), _holds(cell.clustered, accuracy))]
    for one in found.comparisons:
        if one.ability == "":
            gain = TOYS[one.second] - TOYS[one.first]
            told += [((f"difference {one.second} {gain:.1f}", "newcombe"), _holds(one.pairs.difference, gain))]
            told += [((f"difference {one.second} {gain:.1f}", "bootstrap"), _holds(one.pairs.clustered, gain))]
    return told


def _holds(figure: Interval | Share | None, truth: float) -> bool:
    return bool(figure and figure.low is not None and figure.high is not None and figure.low <= truth <= figure.high)


def _items(folder: Path, rng: Random) -> Sequence[Item]:
    folder.mkdir()
    several = [
        Item(
            *(f"ability{a}-generated-{n:06d}", f"ability{a}", "generated", "images/none.png", sha256(b"")),
            *("yes_no", "Is it red?", "Yes.", ("yes",)),
            head=f"head {rng.randrange(HEADS)}",
            state="accepted",
        )
        for a in range(ABILITIES)
        for n in range(ITEMS)
    ]
    return benchmark.save(folder, several, {"source": "generated", "made": {}, "synthgen": "0"}).items


def _answers(folder: Path, items: Sequence[Item], rng: Random) -> Path:
    folder.mkdir()
    answers.write_about(folder, {"model": "a toy", "embedded": True})
    right = [rng.random() < TOYS[folder.name] for _ in items]
    texts = ["Yes." if one else "No." for one in right]
    answers.add(folder, (Answer(i.id, i.key, text, folder.name) for i, text in zip(items, texts, strict=True)))
    marks = (
        Mark(i.id, folder.name, "keyword", "right" if one else "wrong") for i, one in zip(items, right, strict=True)
    )
    answers.write_marks(folder, "keyword", marks)
    return folder


def exact(accuracy: float, n: int = ABILITIES * ITEMS) -> float:
    """The chance that Wilson's interval holds an accuracy."""
    total = 0.0
    for k in range(n + 1):
        bounds = wilson(k, n)
        if bounds and bounds[0] <= accuracy <= bounds[1]:
            ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
            total += exp(ways + k * log(accuracy) + (n - k) * log(1 - accuracy))
    return total


def drawn(first: float, second: float, n: int = ABILITIES * ITEMS, tables: int = 20_000) -> float:
    """How often Newcombe's interval holds the difference of two toys that know nothing of each other."""
    chances = [first * second, first * (1 - second), (1 - first) * second, (1 - first) * (1 - second)]
    held = 0
    for both, one, two, neither in np.random.default_rng(0).multinomial(n, chances, tables).tolist():
        bounds = paired_difference(both, two, one, neither)
        held += bool(bounds and bounds[0] <= second - first <= bounds[1])
    return held / tables


def in_truth(method: str, value: float) -> float | None:
    if method == "bootstrap":
        return None
    return exact(value) if method == "wilson" else drawn(TOYS["baseline"], TOYS["baseline"] + value)


def main(words: Sequence[str]) -> None:
    given = {name: int(value) for name, value in (word.split("=") for word in words)}
    repeats = given.get("repeats", 200)
    held: Counter[Figure] = Counter()
    with get_context("spawn").Pool(given.get("processes", 2)) as pool:
        made: Iterator[list[tuple[Figure, bool]]] = pool.imap(partial(study, given.get("seed", 0)), range(repeats))
        for told in track(made, "studies", repeats, console=talk, transient=True, disable=not talk.is_terminal):
            held.update({figure: int(covers) for figure, covers in told})
    out.print(f"{'pooled figure':24} {'interval':10} covered in {repeats}   in truth", highlight=False)
    for (figure, method), times in held.items():
        known = in_truth(method, float(figure.split()[-1]))
        truth = "" if known is None else f"{known:.3f}"
        out.print(f"{figure:24} {method:10} {times / repeats:14.3f}   {truth}".rstrip(), highlight=False)


if __name__ == "__main__":
    main(sys.argv[1:])
