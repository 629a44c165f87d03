"""README.md of an export, in the form that the Hugging Face hub reads: a yaml header, then what a stranger asks."""

import shlex
from collections.abc import Mapping, Sequence

import yaml

from synthgen.card.about import About
from synthgen.card.facts import Facts
from synthgen.card.licenses import UNKNOWN
from synthgen.card.limits import limits
from synthgen.card.markdown import many, table, text
from synthgen.card.sections import contents, diversity, examples, people, rejects, scores
from synthgen.card.watched import Written
from synthgen.types import ExportSummary

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LARGER = ((10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"))
_TASKS = ("visual-question-answering", "image-text-to-text")
_PLACE = "path/to/this/folder"
"""Not ".": `datasets` makes a name of the last part of it, and finds none."""


def page(
    about: About,
    facts: Facts,
    summary: ExportSummary,
    files: Sequence[Written],
    subsets: Mapping[str, str],
    usage: str,
    rows_tell: bool = True,
) -> str:
    """The card of one export.

    `subsets`: name -> pattern of its files, those that it has; `rows_tell`: whether its rows say what made them.
    """
    parts = [
        _header(about, facts, subsets),
        f"# {about.name}: pictures with dialogues\n\n{introduction(about, facts)}",
        _part_of(facts, summary),
        _notice(about, rows_tell),
        _loading(facts, summary, subsets, usage),
        contents(facts, files, subsets),
        examples(facts.examples()),
        people(facts.people),
        rejects(about, facts),
        scores(facts),
        diversity(facts.diversity, facts.records),
        _licenses(about),
        "## Known limits\n\n" + "\n".join(f"- {line}" for line in limits(about, facts)),
        _making(about, facts, rows_tell),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def introduction(about: About, facts: Facts) -> str:
    """What it is, in a few sentences."""
    some = ", ".join(about.abilities)
    pictures = sum(count * many for count, many in facts.pictures.items())
    return (
        f"{many(facts.records, 'sample')} to teach vision-language models: {many(pictures, 'synthetic picture')} "
        f"and {many(facts.turns, 'question')} with answers about what they show. Each picture was rendered from a "
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


def _notice(about: About, rows_tell: bool) -> str:
    what = {
        "llm": ("the texts are sentence patterns, not the language of people or of a language model", "free language"),
        "renderer": ("the pictures are flat illustrations, not photographs", "photographs"),
    }
    if not about.embedded:
        return ""
    said, lacks = zip(*(what[word] for word in reversed(about.embedded)), strict=True)
    return (
        f"> **Made with embedded backends**: {'; '.join(said)}. Good to try out a training pipeline and to learn "
        f"what such data shows; no substitute for {' or for '.join(lacks)}."
        + (" Every row says so, too." if rows_tell else "")
    )


def _loading(facts: Facts, summary: ExportSummary, subsets: Mapping[str, str], usage: str) -> str:
    lines: list[str] = ["## How to load it", ""]
    if subsets:
        calls = [f'load_dataset("{_PLACE}"{_named(name, subsets)}, split="train")' for name in subsets]
        code = "\n".join(f"data = {call}" for call in calls)
        lines += ["```python", "from datasets import load_dataset", "", code, "```", ""]
        lines += [f"`{_PLACE}` is where this page lies; on the Hugging Face hub, pass the data set's name instead."]
    if usage and not usage.startswith("datasets."):
        lines += ["", f"How a trainer is pointed at it, in this folder: `{usage}`"]
    left_out = _left_out(summary)
    lines += [
        "",
        f"Form: `{summary.exporter}`, {many(summary.rows, 'row')}." + (f" Not in it: {left_out}." if left_out else ""),
    ]
    return "\n".join(lines)


def _left_out(summary: ExportSummary) -> str:
    missing = [f"{many(count, 'sample')} ({reason})" for reason, count in sorted(summary.skipped.items())]
    others = " of the others" if missing else ""
    missing += [f"{many(summary.cut, 'turn')}{others} (of no use to its readers)"] if summary.cut else []
    return ", ".join(missing)


def _part_of(facts: Facts, summary: ExportSummary) -> str:
    if not (summary.skipped or summary.cut):
        return ""
    return (
        f"> **Not all of it is here**: this form holds {many(summary.rows, 'row')}; left out are {_left_out(summary)}. "
        f"Figures and sha256 on this page are of all {many(facts.records, 'sample')}."
    )


def _named(subset: str, subsets: Mapping[str, str]) -> str:
    """A subset is named where there are others, or where `datasets` would take another."""
    return f', "{subset}"' if len(subsets) > 1 or subset != "default" else ""


def _licenses(about: About) -> str:
    if about.strictest is None:
        what = (
            "No trained model and no service made any of it: the pictures are drawn and the texts composed by the "
            "program itself, which is under the Apache License 2.0."
        )
    else:
        what = (
            f"The strictest of what holds for what made this data set: **{text(about.strictest.title)}**. The header "
            "of this page names it; who passes the data on chooses a license within it."
        )
    if not about.used:
        return f"## Licenses\n\n{what}"
    rows = []
    for used in about.used:
        for terms in sorted(used.terms, key=lambda one: -one.strictness):
            name = f"[{text(terms.title)}]({terms.url})" if terms.url else text(terms.title)
            named = f"{used.model.name}{f' at {used.model.revision[:12]}' if used.model.revision else ''}"
            rows.append([text(named), used.does, name, terms.says])
    return "\n\n".join(
        [
            "## Licenses",
            what,
            "Every model that had a hand in it, the strictest license first, in synthgen's words, which are no legal "
            "advice; nothing that a model which only checks has made is in the data.",
            table(["model", "what it does", "license or terms", "which say"], rows),
        ]
    )


def _making(about: About, facts: Facts, rows_tell: bool) -> str:
    commands = "\n".join(shlex.join(["python", "-m", "synthgen", *words]) for words in about.commands)
    rows = [
        ["writer", text(about.writer)],
        ["renderer", text(about.painter)],
        ["checks", text(about.checked_by) or "none"],
        ["seed", str(about.seed)],
        ["fingerprint", f"`{about.fingerprint}`"],
        ["program", f"synthgen {about.version}"],
        ["sha256 of the data", f"`{facts.hash.hexdigest()}`"],
    ]
    return "\n\n".join(
        [
            "## How it was made",
            f"```bash\n{commands}\n```",
            table(["", ""], rows),
            "The sha256 is over ids, prompts, turns and pictures, sorted: it is the same in every form that the data "
            "is exported to, and another one if a single letter or pixel differs."
            + (" Each row says which models with which seed made it." if rows_tell else ""),
        ]
    )
