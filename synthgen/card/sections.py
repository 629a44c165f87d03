"""The parts of a card that tell what is in a data set, and how good it is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from fnmatch import fnmatchcase
from typing import get_args

from synthgen.card.about import About
from synthgen.card.facts import Example, Facts, Quantiles
from synthgen.card.markdown import many, table, text
from synthgen.card.watched import Written
from synthgen.kit.diversity import Figures
from synthgen.kit.people import AXES
from synthgen.kit.persons import Person, by_axis
from synthgen.types import DialogueKind

_KINDS: Mapping[str, str] = {
    "describe": "a short description",
    "conversation": "several questions with answers",
    "detail": "a long description",
    "reasoning": "questions that take thought",
    "vqa": "short answers, often yes or no",
    "negative": "questions about what is not there",
    "counterpart": "an ordinary scene beside an odd one",
    "item": "a question of a benchmark",
}
_DIVERSITY = (
    ("prompts", "distinct prompts", "%"),
    ("prompts_content", "distinct prompts, without words of style and care", "%"),
    ("heads", "effective number of main subjects (as diverse as so many that come equally often)", "n"),
    ("top_head", "share of the most frequent main subject", "%"),
    ("answers", "distinct answers", "%"),
    ("answers_content", "distinct answers, without order and small words", "%"),
    ("questions", "distinct questions", "n"),
    ("prompt_nearest", "mean similarity of a prompt to the one that is most like it, 0 to 1", "c"),
    ("answer_nearest", "mean similarity of an answer to the one that is most like it, 0 to 1", "c"),
    ("answer_words", "words of an answer, mean", "n"),
    ("yes", "yes, of the answers that begin with yes or no", "%"),
)


def contents(facts: Facts, files: Sequence[Written], subsets: Mapping[str, str]) -> str:
    """How many samples of which ability and kind, and the columns that they stand in, where there are columns."""
    kinds = [kind for kind in get_args(DialogueKind) if any(facts.kinds[a, kind] for a, _ in facts.kinds)]
    abilities = sorted({ability for ability, _ in facts.kinds})
    rows = [[ability, *(f"{facts.kinds[ability, kind]:,}" for kind in kinds)] for ability in abilities]
    rows = [[*row, f"{sum(facts.kinds[row[0], kind] for kind in kinds):,}"] for row in rows]
    sizes = ", ".join(f"{size} ({count:,})" for size, count in facts.sizes.most_common(5))
    languages = ", ".join(f"{name} ({count:,})" for name, count in sorted(facts.languages.items()))
    return "\n\n".join(
        [
            "## What is in it",
            "Samples by ability (what a sample should teach) and kind of dialogue:",
            table(["ability", *kinds, "all"], rows),
            *(["; ".join(f"*{kind}*: {_KINDS[kind]}" for kind in kinds) + "."] if kinds else []),
            *_columns(files, subsets),
            f"Pictures, in pixels: {sizes or 'none'}. Languages of the dialogues: {languages or 'none'}.",
        ]
    )


def _columns(files: Sequence[Written], subsets: Mapping[str, str]) -> Iterator[str]:
    for name, pattern in subsets.items():
        found = next((file.columns for file in files if file.columns and fnmatchcase(file.path, pattern)), None)
        if found is not None:
            yield f"Columns{f' of {name}' if len(subsets) > 1 else ''}: {', '.join(f'`{c}`' for c in found.names)}."


def examples(examples: Sequence[Example]) -> str:
    lines = ["## Examples"]
    for one in examples:
        pictures = " ".join(f"![{one.id}]({path})" for path, _ in example_files(one))
        lines += [pictures, f"**{text(one.turn.question)}** {text(one.turn.answer)}"]
    return "\n\n".join(line for line in lines if line) if examples else ""


def example_files(one: Example) -> Iterator[tuple[str, bytes]]:
    """(path in the export, file)."""
    for number, data in enumerate(one.pictures):
        yield f"examples/{one.id}{f'-{number}' if len(one.pictures) > 1 else ''}.jpg", data


def people(people: Mapping[Person, int]) -> str:
    stated = {person: count for person, count in people.items() if person != Person()}
    if not stated:
        return ""
    rows = []
    for axis, counts in by_axis(stated).items():
        told = ", ".join(f"{value} {count:,}" for value, count in counts.items())
        silent = sum(count for person, count in stated.items() if not astuple(person)[list(AXES).index(axis)])
        rows.append([axis, told, f"{silent:,}"])
    return "\n\n".join(
        [
            "## Who is shown",
            f"Apparent gender, age and skin tone of the people in {many(sum(stated.values()), 'sample')}, as their "
            "prompts ask for them; nobody has looked whether each picture keeps to it. The others show nobody, or do "
            "not say whom.",
            table(["", "samples", "does not say"], rows),
        ]
    )


def rejects(about: About, facts: Facts) -> str:
    reasons: Counter[tuple[str, str]] = Counter()
    abilities: Counter[str] = Counter()
    for (ability, stage, reason), count in about.rejected.items():
        reasons[stage, reason] += count
        abilities[ability] += count
    all_rejected = reasons.total()
    candidates = facts.records + all_rejected
    if not all_rejected:
        return f"## What was rejected\n\nNothing: all {many(candidates, 'candidate')} passed the checks."
    share = f"{100 * all_rejected / candidates:.1f} %"
    rows = [[text(reason), stage, f"{count:,}"] for (stage, reason), count in sorted(reasons.items(), key=_most_first)]
    return "\n\n".join(
        [
            "## What was rejected",
            f"{all_rejected:,} of {many(candidates, 'candidate')} ({share}): "
            + ", ".join(f"{name} {count:,}" for name, count in sorted(abilities.items()))
            + ".",
            table(["because", "at the stage", "candidates"], rows),
        ]
    )


def _most_first(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]


def scores(facts: Facts) -> str:
    found = facts.scores
    measured = [one for one in found if one.measured]
    aside = [f"{one.check} {_label(one.figure)}" for one in found if one.aside and not one.measured]
    silent = [f"{one.check} {_label(one.figure)}" for one in found if not one.aside and not one.measured]
    parts = ["## Scores", "What the checks measured on the samples that were kept" + _sampled(facts)]
    if measured:
        headings = ["check", "figure", "5 %", "median", "95 %", "not scored", "left aside"]
        parts.append(table(headings, [_row(one) for one in measured]))
    if any(one.aside for one in found):
        parts.append("Left aside: pictures of something unusual, about which such a figure says nothing.")
    if aside:
        parts.append(f"Left aside for all that it was measured on: {', '.join(aside)}.")
    if silent:
        parts.append(f"Not scored at all: {', '.join(silent)}.")
    return "\n\n".join(parts) if found else ""


def _sampled(facts: Facts) -> str:
    drawn = "" if facts.sampled == facts.records else f", by a sample of {facts.sampled:,}"
    return f"{drawn}; synthgen's page on quality says what each figure means."


def _row(one: Quantiles) -> list[str]:
    figures = [f"{value:.4g}" if value is not None else "-" for value in (one.low, one.median, one.high)]
    missing = [f"{count:,}" if count else "-" for count in (one.unmeasured, one.aside)]
    return [one.check, _label(one.figure), *figures, *missing]


def _label(figure: str) -> str:
    return figure.replace("_", " ").replace("colour", "color")


def diversity(found: Figures | None, records: int) -> str:
    if found is None:
        return ""
    rows = []
    for name, label, form in _DIVERSITY:
        value = getattr(found, name)
        if value is not None:
            shown = {"%": f"{100 * value:.1f} %", "c": f"{value:.2f}", "n": f"{value:,.1f}"}[form]
            rows.append([label, shown])
    size = f"a sample of {found.compared:,}" if found.compared < records else f"all {found.compared:,}"
    return f"## Diversity\n\nOf {size} samples; sets of other sizes have other figures.\n\n" + table(["", ""], rows)
