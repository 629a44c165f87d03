"""The loop of `answer`: what is still to be asked, with which pictures, and every answer on disk before the next.

A run that died, however it died, goes on with the same command: a question is done when its item, as it now is, was
asked in the same words with the same picture, and did not fail.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from eval_bench import answers, rows
from eval_bench.asking import asked, shown_of, words
from eval_bench.benchmark import Benchmark
from eval_bench.interfaces import Model
from eval_bench.swapping import fits, swapped
from eval_bench.types import Answer, Item, Question, Shown
from synthgen.errors import UsageError
from synthgen.interfaces import Desk
from synthgen.types import PicturePart


@dataclass(frozen=True)
class Plan:
    """What a folder of answers is asked to hold."""

    folder: Path
    benchmarks: Sequence[Benchmark]
    pictures: Sequence[Shown]
    as_choice: bool
    seed: int
    told: Sequence[str] = ()
    """The words of the command, but for items=: with them `score` says how to ask again."""

    @property
    def items(self) -> Mapping[str, tuple[Benchmark, Item]]:
        return {item.id: (one, item) for one in self.benchmarks for item in one.items}


@dataclass
class Asking:
    """One question that is to be asked, without the bytes of its picture."""

    item: Item
    picture: Shown
    of: str
    text: str


@dataclass
class Tally:
    """What a run did."""

    answered: int = 0
    earlier: int = 0
    unswapped: int = 0
    """Items for which no other picture fits."""
    missing: int = 0
    """Questions that the model gave no answer to, not even a failure."""
    cut: int = 0
    """Answers that the limit of tokens ended."""
    empty: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    """By reason."""


def begin(plan: Plan, model: Model) -> None:
    """Write about.json. Raises UsageError where the folder holds the answers of another model, or to other words."""
    now = {f"model.{key}": value for key, value in model.identity().items()}
    now |= {"as_choice": str(plan.as_choice), "seed": str(plan.seed), **words(plan.as_choice)}
    others = []
    if (plan.folder / "about.json").exists():
        about = answers.load(plan.folder).about
        before, sources = about.get("fingerprint", {}), {one.source for one in plan.benchmarks}
        others = [one for one in about.get("items", ()) if one["source"] not in sources]
        differs = [key for key in {**before, **now} if before.get(key) != now.get(key)]
        if differs:
            told = "; ".join(f"{key} was {before.get(key)!r} and is {now.get(key)!r}" for key in differs[:3])
            raise UsageError(f"{plan.folder} holds other answers: {told}; pass another name=")
    elif any((plan.folder / f"{shown}.jsonl").exists() for shown in plan.pictures):
        raise UsageError(f"{plan.folder} holds answers, and no about.json says whose; pass another name=")
    answers.write_about(plan.folder, _about(plan, model, now, others))


def _about(
    plan: Plan, model: Model, fingerprint: Mapping[str, str], others: Sequence[Mapping[str, str]]
) -> Mapping[str, Any]:
    """`others`: benchmarks of another source, whose items were asked before."""
    named = [{"folder": str(one.folder), "source": one.source, "version": one.version} for one in plan.benchmarks]
    return {
        "model": model.describe_yourself(),
        "embedded": model.embedded,
        "items": [*others, *named],
        "words": words(plan.as_choice),
        "as_choice": plan.as_choice,
        "fingerprint": dict(fingerprint),
        "told": list(plan.told),
    }


def to_ask(plan: Plan, tally: Tally) -> list[Asking]:
    """What is not answered yet, pass by pass; what is, is counted."""
    items = {id: item for id, (_, item) in plan.items.items()}
    others = swapped(items.values(), plan.seed) if "swapped" in plan.pictures else {}
    left = []
    for picture in plan.pictures:
        found = {a.item: a for a in rows.read(plan.folder / f"{picture}.jsonl", Answer)}
        for item in items.values():
            before, text = found.get(item.id), asked(item, plan.as_choice)
            of = _of(item, picture, items, others, before)
            if of is None:
                tally.unswapped += 1
            elif before and not before.failed and (before.key, before.asked, before.of) == (item.key, text, of):
                tally.earlier += 1
            else:
                left.append(Asking(item, picture, of, text))
    return left


def _of(
    item: Item, picture: Shown, items: Mapping[str, Item], others: Mapping[str, str], before: Answer | None
) -> str | None:
    """Whose picture is shown; None where none fits. One that was shown before stays as long as it fits."""
    if picture == "none":
        return ""
    if picture == "shown":
        return item.id
    if before and before.of in items and fits(item, items[before.of]):
        return before.of
    return others.get(item.id)


def questions(plan: Plan, left: Iterable[Asking]) -> Iterator[Question]:
    """With their pictures, read when they are asked for. Raises UsageError for a picture that is not there."""
    items = plan.items
    for one in left:
        if not one.of:
            yield Question(one.item, one.text, None)
            continue
        benchmark, other = items[one.of]
        kind = Path(other.image).suffix.lstrip(".").lower()
        yield Question(one.item, one.text, PicturePart(benchmark.picture(other), kind), one.of)


def answer(
    plan: Plan, model: Model, left: Sequence[Asking], desk: Desk, tally: Tally, tick: Callable[[], None]
) -> None:
    """Ask, and keep each answer as it comes. Raises what the model does, and DiskError."""
    name = plan.folder.name
    for question, said in model.answer(questions(plan, left), desk):
        kept = replace(said, model=name, picture=shown_of(question), asked=question.text)
        answers.add(plan.folder, [kept])
        if kept.failed:
            tally.failed[kept.failed] += 1
        else:
            tally.answered += 1
            tally.cut += kept.finish == "length"
            tally.empty += not kept.text.strip()
        tick()
    tally.missing = len(left) - tally.answered - tally.failed.total()
