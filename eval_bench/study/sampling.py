"""Which items a study asks about, and what the models said of them, as people read it."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from eval_bench.benchmark import Benchmark
from eval_bench.scoring import Answered, again
from eval_bench.study.known import Row
from eval_bench.study.types import Form
from eval_bench.types import Item
from synthgen.errors import UsageError
from synthgen.kit.hashes import seed_of

Said = Mapping[tuple[str, str], str]
"""What a model answered, by item and model; "" for none."""
_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the order of letters around."""


def plain(text: str) -> str:
    """What was said, without what steers a page or a terminal, and without white space around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") and c not in _TURNS)
    return "".join(kept).strip()


def counting(bench: Benchmark) -> list[Item]:
    """Those that a headline is over: that people let stand; all, where nobody has looked at any."""
    return [item for item in bench.items if item.counts] or list(bench.items)


def drawn(items: Iterable[Item], n: int | None, seed: int) -> list[Item]:
    """`n` of each ability and source by chance, as far as there are so many; None: all."""
    cells: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        cells.setdefault((item.source, item.ability), []).append(item)
    found: list[Item] = []
    for (source, ability), several in cells.items():
        count = len(several) if n is None else min(n, len(several))
        places = Random(seed_of(seed, "sample", source, ability)).sample(range(len(several)), count)
        found += [several[place] for place in sorted(places)]
    return found


def check(several: Sequence[Answered]) -> None:
    """Raises UsageError for models that nobody could tell apart by name, or that answer different benchmarks."""
    names = [one.answers.name for one in several]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"answers: two folders are called {twice[0]}; rename one: models go by the names of folders")
    places = {tuple(sorted(bench.folder.resolve() for bench in one.benches)) for one in several}
    if len(places) > 1:
        raise UsageError("answers: these are to different benchmarks; pass items= with those to ask about")


def said(several: Sequence[Answered], sample: Sequence[Item]) -> dict[tuple[str, str], str]:
    """Raises UsageError where a model has no answer to what an item asks and shows now; one that failed is one."""
    found, mistakes = {}, []
    for one in several:
        answers = {item.id: answer for item, answer in one.fitting}
        if lacking := sum(item.id not in answers for item in sample):
            mistakes.append(
                f"{one.answers.name} has no answer to {lacking} of {len(sample)} items as they are now; "
                f"this asks them: {again(one)}"
            )
            continue
        for item in sample:
            answer = answers[item.id]
            found[item.id, one.answers.name] = "" if answer.failed else plain(answer.text)
    if mistakes:
        raise UsageError(*mistakes)
    return found


def statements(sample: Sequence[Item], models: Sequence[str], said: Said, form: Form) -> list[Row]:
    """What raters vote on: what several said in the same words is one statement; of sides two answers that differ.

    Raises UsageError where nothing is left to ask.
    """
    found = list(_statements(sample, models, said, form))
    if not found:
        raise UsageError(
            f"to all {len(sample)} items the models say the same, or nothing: there is nothing to ask people"
        )
    return found


def _statements(sample: Sequence[Item], models: Sequence[str], said: Said, form: Form) -> Iterator[Row]:
    for item in sample:
        texts = {model: said[item.id, model] for model in models if said[item.id, model]}
        if form == "sides":
            if len(texts) == len(models) and not same(item, models, said):
                yield item, tuple(texts.values()), tuple((model,) for model in models), "item", ""
            continue
        sayers: dict[str, list[str]] = {}
        for model, text in texts.items():
            sayers.setdefault(" ".join(text.split()), []).append(model)
        for alike in sayers.values():
            yield item, (texts[alike[0]],), (tuple(alike),), "item", ""


def same(item: Item, models: Sequence[str], said: Said) -> bool:
    """Whether all models gave the same answer; white space apart."""
    texts = {" ".join(said[item.id, model].split()) for model in models}
    return len(texts) == 1 and "" not in texts
