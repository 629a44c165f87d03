"""The figures of one data set, all at the same number of rows, so that large and small sets can be compared.

What is counted is rarefied: the number to expect in a random part of that size. What needs a part to be looked at is
the mean over a few random ones, drawn by a fixed seed.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, prod

from synthgen.kit.content import content, head_of
from synthgen.kit.likeness import cosines, nearest, vendi
from synthgen.kit.people import AXES
from synthgen.kit.persons import Person, by_axis, uneven
from synthgen.types import Turn

DRAWS = 3
"""Random parts of which a mean is taken."""
_YES_NO = re.compile(r"\W*(yes|no)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One sample. Empty: the data set does not say."""

    prompt: str
    turns: tuple[Turn, ...]
    """A question or an answer may be empty: some files hold only one of them."""
    kind: str = ""
    language: str = ""
    person: Person = Person()


@dataclass(frozen=True, slots=True)
class DataSet:
    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Figures:
    """None: the data set does not have what it takes. Shares are 0 to 1, lengths are in words."""

    name: str
    rows: int
    compared: int
    """The number of rows that the figures are for; fewer than were asked for where the set has no more."""
    all_prompts: int
    """In the whole set, as what follows; figures that can be compared only between sets of one size."""
    distinct_prompts: int
    distinct_prompts_content: int
    all_answers: int
    distinct_answers: int
    distinct_answers_content: int
    prompts: float | None
    """Distinct prompts, of all prompts."""
    prompts_content: float | None
    answers: float | None
    """Distinct answers, of all answers."""
    answers_content: float | None
    questions: float | None
    """The number of distinct questions."""
    heads: float | None
    """Effective number: as many heads, evenly used, would be as diverse."""
    cells: float | None
    """The same of heads with all that is shown beside them."""
    top_head: float | None
    """Share of the rows that the most frequent head has."""
    top_to_mean: float | None
    """How many times as often it comes as a head does on average."""
    prompt_nearest: float | None
    """Mean similarity of a prompt to the one that is most like it."""
    answer_nearest: float | None
    prompt_vendi: float | None
    answer_vendi: float | None
    turns: float
    prompt_words: float | None
    question_words: float | None
    answer_words: float | None
    yes_no: int
    """Answers that begin with yes or no, in the whole set."""
    yes: float | None
    """Share of yes among them."""
    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    people: Mapping[str, Mapping[str, int]]
    """axis -> value -> rows of the whole set whose prompts say so."""
    unevenness: Mapping[str, float | None]
    """axis -> how many times as often the most frequent value comes as the rarest."""
    curve: Sequence[float]
    """The shares of all heads in the whole set, largest first."""


def measure(found: DataSet, rows: int, seed: int = 0, done: Callable[[], None] = lambda: None) -> Figures:
    """All figures of a data set at so many rows; `done` is called DRAWS + 1 times as the work goes on."""
    all_rows = found.rows
    size = min(rows, len(all_rows))
    prompts = [row.prompt for row in all_rows if row.prompt]
    answers = [[turn.answer for turn in row.turns if turn.answer] for row in all_rows]
    questions = [[turn.question for turn in row.turns if turn.question] for row in all_rows]
    said = [text for row in answers for text in row]
    asked = [text for row in questions for text in row]
    heads = [head for text in prompts if (head := head_of(text))]
    contents = {text: content(text) for text in {*prompts, *said}}
    keys = [contents[text] for text in prompts]
    yes_no = decided(said)
    people = by_axis(Counter(row.person for row in all_rows))
    done()
    return Figures(
        name=found.name,
        rows=len(all_rows),
        compared=size,
        all_prompts=len(prompts),
        distinct_prompts=len(set(prompts)),
        distinct_prompts_content=len(set(keys)),
        all_answers=len(said),
        distinct_answers=len(set(said)),
        distinct_answers_content=len({contents[text] for text in said}),
        prompts=share([[text] for text in prompts], size),
        prompts_content=share([[key] for key in keys], size),
        answers=share(answers, size),
        answers_content=share([[contents[text] for text in row] for row in answers], size),
        questions=rarefied(questions, size) if asked else None,
        **_over_draws(all_rows, heads, keys, size, seed, done),
        turns=len(said or asked) / len(all_rows),
        prompt_words=_length(prompts),
        question_words=_length(asked),
        answer_words=_length(said),
        yes_no=yes_no.total(),
        yes=yes_no["yes"] / yes_no.total() if yes_no else None,
        kinds=dict(Counter(row.kind for row in all_rows if row.kind).most_common()),
        languages=dict(Counter(row.language for row in all_rows if row.language).most_common()),
        people=people,
        unevenness={axis: uneven(people[axis]) for axis in AXES},
        curve=[count / len(heads) for _, count in Counter(heads).most_common()],
    )


def rarefied(rows: Sequence[Iterable[str]], size: int) -> float:
    """How many different items to expect in `size` rows drawn without replacement; a row may hold several or none.

    The sum over the items of 1 - C(N - f, size) / C(N, size), where f of N rows hold the item (Hurlbert, The Nonconcept
    of Species Diversity, Ecology 52, 1971).
    """
    n, held = len(rows), Counter(item for row in rows for item in set(row))
    size = min(size, n)

    def missing(f: int) -> float:
        """The chance that none of f rows is drawn: the quotient of the binomials, without large numbers."""
        return prod((n - size - i) / (n - i) for i in range(f)) if f <= n - size else 0.0

    return sum(many * (1 - missing(f)) for f, many in Counter(held.values()).items())


def share(rows: Sequence[Sequence[str]], size: int) -> float | None:
    """Of the items in `size` rows, how many are different: 0 to 1. None if there are none."""
    items = sum(map(len, rows))
    return min(1.0, rarefied(rows, size) / (items * min(size, len(rows)) / len(rows))) if items else None


def effective(items: Iterable[str]) -> float:
    """The exponential of the Shannon entropy: the number of evenly used items that would be as diverse."""
    counts = Counter(items)
    total = counts.total()
    return exp(-sum(count / total * log(count / total) for count in counts.values()))


def _over_draws(
    rows: Sequence[Row], heads: Sequence[str], cells: Sequence[str], size: int, seed: int, done: Callable[[], None]
) -> dict[str, float | None]:
    """The means over a few random parts; of a set that is no larger, its own figures."""
    prompts = [row.prompt for row in rows if row.prompt]
    answers = [" ".join(turn.answer for turn in row.turns) for row in rows if any(turn.answer for turn in row.turns)]
    found: dict[str, list[float]] = {}
    for draw in range(DRAWS):
        luck = random.Random(f"{seed} {draw}")

        def part(of: Sequence[str], luck: random.Random = luck) -> Sequence[str]:
            return luck.sample(of, size) if len(of) > size else of

        if draw == 0 or len(rows) > size:
            for name, value in _of_part(part(heads), part(cells) if heads else (), part(prompts), part(answers)):
                found.setdefault(name, []).append(value)
        done()
    names = ("heads", "cells", "top_head", "top_to_mean", *LIKENESS)
    return {name: sum(found[name]) / len(found[name]) if name in found else None for name in names}


LIKENESS = ("prompt_nearest", "prompt_vendi", "answer_nearest", "answer_vendi")


def _of_part(
    heads: Sequence[str], cells: Sequence[str], prompts: Sequence[str], answers: Sequence[str]
) -> Iterable[tuple[str, float]]:
    if heads:
        counts = Counter(heads)
        most = counts.most_common(1)[0][1]
        yield "heads", effective(heads)
        yield "cells", effective(cells)
        yield "top_head", most / len(heads)
        yield "top_to_mean", most * len(counts) / len(heads)
    for what, texts in (("prompt", prompts), ("answer", answers)):
        if len(texts) > 1:
            alike = cosines(texts)
            yield f"{what}_nearest", nearest(alike)
            yield f"{what}_vendi", vendi(alike)


def _length(texts: Sequence[str]) -> float | None:
    return sum(len(_WORD.findall(text)) for text in texts) / len(texts) if texts else None


def decided(answers: Iterable[str]) -> Counter[str]:
    """How many answers begin with "yes", and how many with "no"."""
    return Counter(match[1].lower() for answer in answers if (match := _YES_NO.match(answer)))
