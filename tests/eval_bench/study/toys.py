"""A benchmark of colored squares, and two models that are equally often right and say it in like words."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from eval_bench import answers
from eval_bench.benchmark import load
from eval_bench.study.options import StudyConfig
from eval_bench.types import Answer
from tests.eval_bench.items import COLOURS, benchmark, item

MODELS = ("basemodel", "tunedmodel")
WAYS = ("It is {}.", "The square is {}.", "{}", "I see a {} square.", "A {} one.", "That is {}, I think.")


def items(root: Path, count: int = 24, **other: Any) -> Path:
    """A benchmark in benchmarks/generated: each way of asking, each color."""
    folder = root / "benchmarks" / "generated"
    asked = [
        item(n, ("wh", "yes", "no", "either_or")[n // 4 % 4], list(COLOURS)[n % 4], refuse=("black",), **other)
        for n in range(count)
    ]
    benchmark(folder, asked)
    return folder


def told(name: str, count: int) -> list[str]:
    """By chance, with like words and like luck: what one says of an item, the other says of the next."""
    found: list[str] = []
    for pair in range(0, count, 2):
        rng = Random(pair)
        one, other = (way.format(rng.choice(list(COLOURS))) for way in rng.sample(WAYS, 2))
        found += [one, other] if name == MODELS[0] else [other, one]
    return found[:count]


def answer(root: Path, bench: Path, name: str, texts: Sequence[str] = (), **other: Any) -> Path:
    """A folder of answers in the order of the items; without texts they are drawn by chance."""
    loaded, folder = load(bench), root / "answers" / name
    answers.write_about(folder, {"model": name, "items": [{"folder": str(bench), "version": loaded.version}]})
    said = texts or told(name, len(loaded.items))
    rows = [Answer(i.id, i.key, text, name, **other) for i, text in zip(loaded.items, said, strict=False)]
    answers.add(folder, rows)
    return folder


def config(root: Path, count: int = 24, **other: Any) -> StudyConfig:
    """A study of both; the folder is made below where tests run."""
    bench = items(root, count)
    folders = [answer(root, bench, name) for name in MODELS]
    keys: dict[str, Any] = {"items": [bench], "answers": folders, "primary": "pooled_generated", "contact": "Ada"}
    return StudyConfig(**(keys | other))
