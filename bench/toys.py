"""How often the pooled 95 % interval holds a toy's known accuracy, on the items of a built benchmark.

    python -m bench.toys [items=benchmarks/generated] [repeats=200]

Without items= a benchmark of 13 x 50 items is built first. Each repeat is a toy of another seed: `model=toy` answers
every item, the keywords mark what it said, and Wilson's interval of the share that is right either holds the toy's
accuracy or does not. What the toy means to say and what the keywords read must agree for that, too.
"""

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import track

from eval_bench import asking
from eval_bench.__main__ import main as eval_bench
from eval_bench.benchmark import Benchmark, load
from eval_bench.keywords import verdict_of
from eval_bench.model.toy import Toy
from eval_bench.stats.intervals import wilson
from eval_bench.types import Item, Question
from synthgen.commands.told import out, talk
from synthgen.desk import Budget, RunDesk
from synthgen.types import PicturePart

ACCURACIES = (0.5, 0.6, 0.75, 0.9)
SHOWN = PicturePart(b"", "jpg")
"""A toy does not look."""


def played(items: Sequence[Item], accuracy: float, seed: int, desk: RunDesk) -> tuple[int, bool]:
    """How many answers of one toy are right by keywords, and whether Wilson's interval holds its accuracy."""
    toy = Toy(accuracy, None, seed)
    questions = [Question(item, asking.asked(item, False), SHOWN, item.id) for item in items]
    right = sum(_is_right(question.item, answer.text) for question, answer in toy.answer(questions, desk))
    bounds = wilson(right, len(items))
    return right, bool(bounds and bounds[0] <= accuracy <= bounds[1])


@lru_cache(maxsize=100_000)
def _is_right(item: Item, text: str) -> bool:
    return verdict_of(item, text)[0] == "right"


def coverage(benchmark: Benchmark, accuracy: float, repeats: int) -> tuple[float, float]:
    """The share of repeats whose interval holds the accuracy, and the mean accuracy by keywords."""
    with TemporaryDirectory() as folder:
        desk = RunDesk(Path(folder), Budget())
        told = [played(benchmark.items, accuracy, seed, desk) for seed in range(repeats)]
    mean = sum(right for right, _ in told) / len(told) / len(benchmark.items)
    return sum(holds for _, holds in told) / len(told), mean


def main(words: Sequence[str]) -> None:
    given = dict(word.split("=", 1) for word in words)
    with TemporaryDirectory() as folder:
        if "items" not in given:
            eval_bench(["build", "generated", f"outputs={folder}"])
        benchmark = load(Path(given.get("items", f"{folder}/generated")))
        repeats = int(given.get("repeats", 200))
        out.print(f"{len(benchmark.items)} items   accuracy   mean by keywords   covered in {repeats}", highlight=False)
        for accuracy in track(ACCURACIES, "toys", console=talk, transient=True, disable=not talk.is_terminal):
            share, mean = coverage(benchmark, accuracy, repeats)
            out.print(f"{accuracy:20.2f} {mean:18.3f} {share:16.3f}", highlight=False)


if __name__ == "__main__":
    main(sys.argv[1:])
