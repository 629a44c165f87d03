"""Answers beside the items that they are to, and what one scorer says of them."""

import json
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from eval_bench import answers, benchmark
from eval_bench.answers import Answers
from eval_bench.benchmark import Benchmark
from eval_bench.interfaces import Scorer
from eval_bench.scorer.judge import reviews
from eval_bench.types import SHOWN, Answer, Item, Mark, Shown
from synthgen.desk import Budget, RunDesk
from synthgen.disk import replace as write_whole
from synthgen.errors import Interrupted, UsageError
from synthgen.interfaces import LLM
from synthgen.kit.money import price_then
from synthgen.store import Store
from synthgen.types import Device


@dataclass(frozen=True)
class Answered:
    """What one model said of the items as they stand now."""

    answers: Answers
    benches: Sequence[Benchmark]
    passes: Sequence[Shown] = SHOWN

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """By id, without refused ones."""
        return {item.id: item for bench in self.benches for item in bench.items}

    @cached_property
    def fitting(self) -> Sequence[tuple[Item, Answer]]:
        """To what is asked and shown today, item by item; answers that failed too."""
        every = [
            (self.items[id], a) for shown in self.passes for id, a in self._said(shown).items() if id in self.items
        ]
        return [(item, answer) for item, answer in every if answer.key == item.key]

    @property
    def failed(self) -> Sequence[tuple[Item, Answer]]:
        return [(item, answer) for item, answer in self.fitting if answer.failed]

    @cached_property
    def outdated(self) -> int:
        """Answers to items that were mended since."""
        known = sum(id in self.items for shown in self.passes for id in self._said(shown))
        return known - len(self.fitting)

    def picture(self, item: Item) -> bytes:
        """Raises UsageError."""
        return self._bench[item.id].picture(item)

    @cached_property
    def _bench(self) -> Mapping[str, Benchmark]:
        return {item.id: bench for bench in self.benches for item in bench.items}

    def _said(self, shown: Any) -> Mapping[str, Answer]:
        return self.answers.by_picture.get(shown, {})


def again(answered: Answered) -> str:
    """The command that made the answers, on the benchmarks where they are now: it asks what is not answered."""
    told = answered.answers.about.get("told") or [f"name={answered.answers.name}", "model=..."]
    benches = ",".join(str(bench.folder) for bench in answered.benches)
    return shlex.join(["python", "-m", "eval_bench", "answer", f"items=[{benches}]", *told])


def gather(folders: Sequence[Path], items: Sequence[Path], passes: Sequence[Shown] = SHOWN) -> list[Answered]:
    """`items`: the benchmarks; none: those that the answers name. Raises UsageError."""
    loaded = [answers.load(folder) for folder in folders]
    named = [items or [Path(str(bench["folder"])) for bench in one.about.get("items", ())] for one in loaded]
    for one, places in zip(loaded, named, strict=True):
        if not places:
            raise UsageError(f"{one.folder} does not say what it answers; pass items=<folder of the benchmark>")
        for place in places if not items else ():
            if not (place / "bench.json").is_file():
                raise UsageError(f"{one.folder} answers {place}, which is not there; pass items=<where it is now>")
    return [Answered(one, benchmark.several(places), passes) for one, places in zip(loaded, named, strict=True)]


def score(scorer: Scorer, answered: Answered, budget: Budget, say: Callable[[str], None]) -> Iterator[Mark]:
    """The marks as they come; they are written when all are there. `say` is told of pauses. Raises SynthgenError.

    A judge's replies are kept as they come: who is interrupted runs the same command again and pays for none twice.
    """
    folder = answered.answers.folder
    asked = [(item, answer) for item, answer in answered.fitting if scorer.failures or not answer.failed]
    marks = [
        Mark(item.id, answer.model, scorer.name, None, f"no answer: {answer.failed}", answer.picture, item.standard)
        for item, answer in ([] if scorer.failures else answered.failed)
    ]
    yield from marks
    with _desk(scorer, folder, budget) as desk:
        desk.say = say
        for mark in scorer.score(asked, desk, answered.picture) if asked else ():
            marks.append(replace(mark, standard=answered.items[mark.item].standard))
            yield mark
        if desk.cancelled and len(marks) < len(answered.fitting):
            raise desk.stopped or Interrupted("interrupted; every reply is kept. Run the same command to go on")
    place = {(item.id, answer.picture): number for number, (item, answer) in enumerate(answered.fitting)}
    marks.sort(key=lambda mark: place[mark.item, mark.picture])
    answers.write_marks(folder, scorer.name, marks)
    if scorer.name == "judge":
        rows = reviews(answered.items, marks)
        write_whole(folder / "judge_llava.jsonl", _lines(rows))


@contextmanager
def _desk(scorer: Scorer, folder: Path, budget: Budget) -> Iterator[RunDesk]:
    """Holds the folder. Raises FolderInUse, and what opening the scorer raises."""
    prices = [price_then(part) for part in scorer.parts if isinstance(part, LLM)]
    desk = RunDesk(folder, budget, *prices)
    with Store(folder).lock(), desk.listening():
        desk.open()
        scorer.open(Device())
        try:
            yield desk
        finally:
            scorer.close()


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
