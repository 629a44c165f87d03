"""What a card says of the run that made a data set. Nothing in it depends on when, where or how fast it was made."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synthgen import __version__
from synthgen.build import OPERATIONAL, Run
from synthgen.card.licenses import Terms, strictest, terms_of
from synthgen.interfaces import Component, Model
from synthgen.kit.hashes import stable_hash
from synthgen.store import Store

_NOT_DATA = OPERATIONAL - {"n"}
"""Keys that say where, how fast, how dear and in which form: none of them changes a sample."""
_FOLDERS = re.compile(r"(?<![\w:/.~-])(?:~|\.{1,2})?/(?:[^\s,:\]}'\"/]+/)*")
"""The folders of a local path; what comes after them is its own name. Addresses (https://...) are none."""


@dataclass(frozen=True, slots=True)
class Used:
    """A model, and what it did."""

    model: Model
    does: str
    made: bool
    """Whether something that it made is in the data; checks only say what stays."""
    terms: Sequence[Terms]


@dataclass(frozen=True)
class About:
    name: str
    abilities: Sequence[str]
    writer: str
    painter: str
    embedded: Sequence[str]
    """ "llm", "renderer": which of them were the built-in ones."""
    used: Sequence[Used]
    """The strictest first."""
    strictest: Terms | None
    """Of the models that made something; None: nothing is asked."""
    checks: Sequence[str]
    checked_by: str
    """The checks with the models that they look with."""
    asserts: Sequence[str]
    """What dialogues may say because the prompt says so."""
    rejected: Mapping[tuple[str, str, str], int]
    """(ability, stage, reason) -> candidates."""
    commands: Sequence[Sequence[str]]
    """Arguments: how it was made, and how it was selected again since."""
    seed: int
    fingerprint: str
    version: str


def about(run: Run, store: Store) -> About:
    said = store.read_json("run.json") or {}
    commands = [_words(said.get("command", []), run)]
    if changes := [word for word in _words(said.get("selected", []), run) if word not in commands[0]]:
        commands.append(["select", f"run=outputs/{'+'.join(sorted(run.abilities))}", *changes])
    return About(
        name=_title(sorted(run.abilities)),
        abilities=sorted(run.abilities),
        writer=run.llm.describe_yourself(),
        painter=run.renderer.describe_yourself(),
        embedded=embedded(run),
        used=_used(run),
        strictest=strictest(model for part in (run.llm, run.renderer) for model in part.models()),
        checks=list(run.checks),
        checked_by=checked_by(run),
        asserts=sorted(run.renderer.asserts),
        rejected=_rejected(store),
        commands=commands,
        seed=run.config.seed,
        fingerprint=fingerprint(run),
        version=str(said.get("synthgen", __version__)),
    )


def _title(abilities: Sequence[str]) -> str:
    """Not the name of the run: that is nothing of the data."""
    return " + ".join(abilities) if len(abilities) <= 4 else f"{len(abilities)} abilities"


def embedded(run: Run) -> list[str]:
    """Which of the writer and the renderer are the built-in ones."""
    return [word for word, part in (("llm", run.llm), ("renderer", run.renderer)) if part.embedded]


def fingerprint(run: Run) -> str:
    """Of all that decides what the samples are; 16 letters."""
    return stable_hash(dict(run.fingerprint))[:16]


def checked_by(run: Run) -> str:
    """The checks of a run, and the models that they look with: "readable, clip; by sketch_clip"."""
    models = [model for check in run.checks.values() for model in check.models()]
    names = dict.fromkeys(f"{m.name}@{m.revision[:12]}" if m.revision else m.name for m in models)
    return ", ".join(run.checks) + (f"; by {', '.join(names)}" if names else "")


def _used(run: Run) -> list[Used]:
    made: dict[Model, list[str]] = {}
    parts: list[tuple[Component, str]] = [(run.llm, "writes prompts and dialogues"), (run.renderer, "draws")]
    for part, does in parts:
        for model in part.models():
            made.setdefault(model, []).append(does)
    checked: dict[Model, list[str]] = {}
    for name, check in run.checks.items():
        for model in dict.fromkeys(check.models()):
            checked.setdefault(model, []).append(name)
    found = []
    for model in dict.fromkeys([*made, *checked]):
        checks = [f"checks ({', '.join(checked[model])})"] if model in checked else []
        found.append(Used(model, ", ".join([*made.get(model, ()), *checks]), model in made, terms_of(model)))
    return sorted(found, key=lambda used: (-max(t.strictness for t in used.terms), not used.made))


def _rejected(store: Store) -> Counter[tuple[str, str, str]]:
    rows = (row for row in store.verdicts("id", "kept", "stage", "reason") if not row["kept"])
    return Counter((str(row["id"]).rpartition("-")[0], str(row["stage"]), str(row["reason"])) for row in rows)


def _words(command: Sequence[str], run: Run) -> list[str]:
    """The words of a command line that decide about the data; of local paths their last names."""
    told = (word for word in command if _decides(word.lstrip("+~").partition("=")[0], run))
    return [_FOLDERS.sub("", _sorted(word)) for word in told]


def _sorted(word: str) -> str:
    """Abilities in whatever order are the same data."""
    found = re.fullmatch(r"ability=\[([\w, ]+)\]", word)
    return f"ability=[{','.join(sorted(name.strip() for name in found[1].split(',')))}]" if found else word


def _decides(key: str, run: Run) -> bool:
    first, *rest = key.split(".")
    if first in _NOT_DATA:
        return False
    part: object = {"llm": run.llm, "renderer": run.renderer, "qc": run.checks}.get(first)
    for name in rest:
        if isinstance(part, Component) and name in part.operational:
            return False
        part = part.get(name) if isinstance(part, Mapping) else getattr(part, name, None)
    return True
