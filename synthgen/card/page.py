"""README.md of an export, in the form that the Hugging Face hub reads: a yaml header, then what a stranger asks."""

import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import get_args

import yaml

from synthgen.card.about import About
from synthgen.card.facts import Example, Facts, Quantiles
from synthgen.card.licenses import UNKNOWN
from synthgen.card.limits import limits
from synthgen.kit.diversity import Figures
from synthgen.kit.people import AXES
from synthgen.kit.persons import Person, by_axis
from synthgen.types import DialogueKind, ExportSummary

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LARGER = ((10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"))
_TASKS = ("visual-question-answering", "image-text-to-text")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_DIVERSITY = (
    ("prompts", "distinct prompts", "%"),
    ("prompts_content", "distinct without words of style and care", "%"),
    ("heads", "effective number of heads (as diverse as so many that come equally often)", "n"),
    ("top_head", "share of the most frequent head", "%"),
    ("answers", "distinct answers", "%"),
    ("answers_content", "distinct in content", "%"),
    ("questions", "distinct questions", "n"),
    ("prompt_nearest", "mean similarity of a prompt to the one most like it, 0 to 1", "c"),
    ("answer_nearest", "the same of answers", "c"),
    ("answer_words", "words of an answer", "n"),
    ("yes", "yes, of the answers that begin with yes or no", "%"),
)


def page(about: About, facts: Facts, summary: ExportSummary, subsets: Mapping[str, str], usage: str) -> str:
    """The card of one export."""
    parts = [
        _header(about, facts, subsets),
        f"# {about.name}: pictures with dialogues\n\n{introduction(about, facts)}",
        _notice(about),
        _loading(facts, summary, subsets, usage),
        _contents(facts),
        _examples(facts.examples()),
        _people(facts.people),
        _rejects(about, facts),
        _scores(facts),
        _diversity(facts.diversity, facts.records),
        _licenses(about),
        "## Known limits\n\n" + "\n".join(f"- {line}" for line in limits(about, facts)),
        _making(about, facts),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def introduction(about: About, facts: Facts) -> str:
    """What it is, in a few sentences."""
    some = ", ".join(about.abilities)
    pictures = sum(count * many for count, many in facts.pictures.items())
    return (
        f"{_many(facts.records, 'sample')} to teach vision-language models: {_many(pictures, 'synthetic picture')} "
        f"and {_many(facts.turns, 'question')} with answers about what they show. Each picture was rendered from a "
        f"text prompt, each dialogue written from that prompt and what checks confirmed; nothing was photographed, and "
        f"nobody labeled anything by hand. {'Abilities' if len(about.abilities) > 1 else 'Ability'} that it trains: "
        f"{some}. Made by synthgen {about.version}."
    )


def _header(about: About, facts: Facts, subsets: Mapping[str, str]) -> str:
    license = about.strictest
    content: dict[str, object] = {
        "pretty_name": f"{about.name} (synthgen)",
        "license": "apache-2.0" if license is None else license.id if license.on_hub else "other",
        "language": sorted(facts.languages) or ["en"],
        "task_categories": list(_TASKS),
        "size_categories": [_size(facts.records)],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "tags": ["synthetic", "synthgen", *(["embedded-backend"] if about.embedded else []), *about.abilities],
    }
    if license is not None and license.strictness == UNKNOWN:
        content["license"] = "unknown"
    elif license is not None and not license.on_hub:
        content |= {"license_name": license.id, "license_link": license.url}
    if subsets:
        files = [(name, [{"split": "train", "path": pattern}]) for name, pattern in subsets.items()]
        content["configs"] = [{"config_name": name, "data_files": found} for name, found in files]
    return f"---\n{yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)}---"


def _size(records: int) -> str:
    return next((name for most, name in (*_SIZES, *_LARGER) if records < most), "100M<n<1B")


def _notice(about: About) -> str:
    what = {
        "llm": "the texts are sentence patterns, not the language of people or of a language model",
        "renderer": "the pictures are flat illustrations, not photographs",
    }
    if not about.embedded:
        return ""
    said = "; ".join(what[word] for word in reversed(about.embedded))
    return (
        f"> **Made with embedded backends**: {said}. Good to try out a training pipeline and to learn what such "
        "pictures show; no substitute for photographs or for free language. Every row says so, too."
    )


def _loading(facts: Facts, summary: ExportSummary, subsets: Mapping[str, str], usage: str) -> str:
    lines: list[str] = ["## How to load it", ""]
    if subsets:
        calls = [
            f'load_dataset("."{f", {name!r}" if len(subsets) > 1 or name != "default" else ""}, split="train")'
            for name in subsets
        ]
        code = "\n".join(f"data = {call}" for call in calls)
        lines += ["```python", "from datasets import load_dataset", "", code, "```", ""]
        lines += ['`"."` is this folder; on the Hugging Face hub, pass the name of the data set instead.']
    if usage and not usage.startswith("datasets."):
        lines += [f"For training, in this folder: `{usage}`"]
    left_out = ", ".join(f"{count:,} {reason}" for reason, count in sorted(summary.skipped.items()))
    lines += [
        "",
        f"Form: `{summary.exporter}`, {_many(summary.rows, 'row')}."
        + (f" Not in it, because the form cannot hold them: {left_out}." if left_out else ""),
    ]
    return "\n".join(lines)


def _contents(facts: Facts) -> str:
    kinds = [kind for kind in get_args(DialogueKind) if any(facts.kinds[a, kind] for a, _ in facts.kinds)]
    abilities = sorted({ability for ability, _ in facts.kinds})
    rows = [[ability, *(f"{facts.kinds[ability, kind]:,}" for kind in kinds)] for ability in abilities]
    rows = [[*row, f"{sum(facts.kinds[row[0], kind] for kind in kinds):,}"] for row in rows]
    sizes = ", ".join(f"{size} ({count:,})" for size, count in facts.sizes.most_common(5))
    languages = ", ".join(f"{name} ({count:,})" for name, count in sorted(facts.languages.items()))
    return "\n\n".join(
        [
            "## What is in it",
            "Samples by ability and kind of dialogue:",
            _table(["ability", *kinds, "all"], rows),
            f"Pictures, in pixels: {sizes or 'none'}. Languages of the dialogues: {languages or 'none'}.",
        ]
    )


def _examples(examples: Sequence[Example]) -> str:
    lines = ["## Examples"]
    for one in examples:
        pictures = " ".join(f"![{one.id}]({path})" for path, _ in example_files(one))
        lines += [pictures, f"**{_text(one.turn.question)}** {_text(one.turn.answer)}"]
    return "\n\n".join(line for line in lines if line) if examples else ""


def example_files(one: Example) -> Iterator[tuple[str, bytes]]:
    """(path in the export, file)."""
    for number, data in enumerate(one.pictures):
        yield f"examples/{one.id}{f'-{number}' if len(one.pictures) > 1 else ''}.jpg", data


def _people(people: Mapping[Person, int]) -> str:
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
            f"Apparent gender, age and skin tone of the people in {_many(sum(stated.values()), 'sample')}, as their "
            "prompts ask for them; nobody has looked whether each picture keeps to it. The others show nobody, or do "
            "not say whom.",
            _table(["", "samples", "does not say"], rows),
        ]
    )


def _rejects(about: About, facts: Facts) -> str:
    reasons: Counter[tuple[str, str]] = Counter()
    abilities: Counter[str] = Counter()
    for (ability, stage, reason), count in about.rejected.items():
        reasons[stage, reason] += count
        abilities[ability] += count
    all_rejected = reasons.total()
    candidates = facts.records + all_rejected
    if not all_rejected:
        return f"## What was rejected\n\nNothing: all {_many(candidates, 'candidate')} passed the checks."
    share = f"{100 * all_rejected / candidates:.1f} %"
    rows = [[_text(reason), stage, f"{count:,}"] for (stage, reason), count in sorted(reasons.items(), key=_most_first)]
    return "\n\n".join(
        [
            "## What was rejected",
            f"{all_rejected:,} of {_many(candidates, 'candidate')} ({share}): "
            + ", ".join(f"{name} {count:,}" for name, count in sorted(abilities.items()))
            + ".",
            _table(["because", "at the stage", "candidates"], rows),
        ]
    )


def _most_first(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]


def _scores(facts: Facts) -> str:
    found = facts.scores
    measured = [one for one in found if one.measured]
    silent = [f"{one.check} {_label(one.figure)}" for one in found if not one.measured]
    parts = ["## Scores", "What the checks measured on the samples that were kept" + _sampled(facts) + ":"]
    if measured:
        parts.append(
            _table(["check", "figure", "5 %", "median", "95 %", "not scored"], [_row(one) for one in measured])
        )
    if silent:
        parts.append(f"Not scored at all: {', '.join(silent)}.")
    return "\n\n".join(parts) if found else ""


def _sampled(facts: Facts) -> str:
    return "" if facts.sampled == facts.records else f", by a sample of {facts.sampled:,}"


def _row(one: Quantiles) -> list[str]:
    figures = [f"{value:.4g}" if value is not None else "-" for value in (one.low, one.median, one.high)]
    return [one.check, _label(one.figure), *figures, f"{one.unmeasured:,}" if one.unmeasured else "-"]


def _label(figure: str) -> str:
    return figure.replace("_", " ").replace("colour", "color")


def _diversity(found: Figures | None, records: int) -> str:
    if found is None:
        return ""
    rows = []
    for name, label, form in _DIVERSITY:
        value = getattr(found, name)
        if value is not None:
            shown = {"%": f"{100 * value:.1f} %", "c": f"{value:.2f}", "n": f"{value:,.1f}"}[form]
            rows.append([label, shown])
    size = f"a sample of {found.compared:,}" if found.compared < records else f"all {found.compared:,}"
    return f"## Diversity\n\nOf {size} samples; sets of other sizes have other figures.\n\n" + _table(["", ""], rows)


def _licenses(about: About) -> str:
    if not about.used:
        return (
            "## Licenses\n\nNo trained model and no service made any of it: the pictures are drawn and the texts "
            "composed by the program itself, which is under the Apache License 2.0."
        )
    rows = []
    for used in about.used:
        for terms in sorted(used.terms, key=lambda one: -one.strictness):
            name = f"[{terms.title}]({terms.url})" if terms.url else terms.title
            named = f"{used.model.name}{f' at {used.model.revision[:12]}' if used.model.revision else ''}"
            rows.append([_text(named), used.does, name, terms.says])
    strict = about.strictest
    what = f"The strictest of what holds for this data set: **{strict.title}**. " if strict else ""
    return "\n\n".join(
        [
            "## Licenses",
            f"{what}Everything that holds, the strictest first; in our words, which are no legal advice. The header of "
            "this page names the strictest; the license under which you pass the data on is yours to choose within it.",
            _table(["model", "what it does", "license or terms", "which say"], rows),
        ]
    )


def _making(about: About, facts: Facts) -> str:
    commands = "\n".join(shlex.join(["python", "-m", "synthgen", *words]) for words in about.commands)
    rows = [
        ["writer", _text(about.writer)],
        ["renderer", _text(about.painter)],
        ["checks", ", ".join(about.checks) or "none"],
        ["seed", str(about.seed)],
        ["fingerprint", f"`{about.fingerprint}`"],
        ["program", f"synthgen {about.version}"],
        ["sha256 of the data", f"`{facts.hash.hexdigest()}`"],
    ]
    return "\n\n".join(
        [
            "## How it was made",
            f"```bash\n{commands}\n```",
            _table(["", ""], rows),
            "The sha256 is over ids, prompts, turns and pictures, sorted: it is the same in every form that the data "
            "is exported to, and another one if a single letter or pixel differs. Each row says which models with "
            "which seed made it.",
        ]
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _text(text: str) -> str:
    """Generated text as Markdown shows it letter by letter, in one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
