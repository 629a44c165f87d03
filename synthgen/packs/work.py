"""From the words of a command line to packs that have grown: what `expand` and `bootstrap` have in common."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from rich.console import Console

from abilities.base import WordAbility
from synthgen.build import build, with_pack
from synthgen.config import RunConfig, compose, nearest, options
from synthgen.desk import RunDesk
from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Ability
from synthgen.ledger import ledger
from synthgen.packs.files import PACKS
from synthgen.packs.growing import Crop, Growth, at_pack, fit_to_ask, grow, template
from synthgen.progress import spent, typed

CONFIGURES = ("ability", "llm", "budget", "template", "local")
"""Keys of a run that matter where words are grown."""


@dataclass(frozen=True)
class Work:
    """What a command line asks for."""

    targets: Mapping[str, int]
    template: Any
    """Of the class that the command named."""


def grow_packs(
    command: str,
    arguments: Sequence[str],
    targets: Mapping[str, int],
    form: type[Any],
    crops: Callable[[WordAbility, Work], Iterator[Crop[Any]]],
    talk: Console,
    out: Console,
) -> None:
    """Grow what `crops` names for each ability of the command line, one after the other.

    `targets`: options of the command with their defaults. `talk` gets progress, `out` what came of it, also where it
    ends too early. Raises SynthgenError.
    """

    def say(line: str) -> None:
        talk.print(line, highlight=False, markup=False)

    given, words = _split(command, arguments, targets)
    config = compose([*words, f"template=[prompt,dialogue,turns,{command}]"])
    abilities, llm = _parts(command, config)
    work = Work(given, template(config, command, form))
    for name, ability in abilities.items():
        with at_pack(name, config, llm) as desk:
            desk.say = say
            found: list[Growth] = []
            try:
                for crop in crops(ability, work):
                    found.append(grow(crop, llm, desk, say))
            finally:
                for part in _told(name, found, desk, llm):
                    out.print(part, highlight=False, markup=False)
    next_one = typed(["curate", *(word for word in words if word.startswith("ability="))])
    out.print(f"next: {next_one}", highlight=False, markup=False)


def keywords_of_all() -> dict[str, Sequence[str]]:
    """The subjects that each ability lists, by name. Raises UsageError for a yaml file that does not parse."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # composing all of them takes seconds
    found: dict[str, Sequence[str]] = {}
    for name, path in options("ability").items():
        try:
            groups = (yaml.load(path.read_text(encoding="utf-8"), loader) or {}).get("groups") or {}
        except yaml.YAMLError as e:
            raise UsageError(f"{path} does not parse: {' '.join(str(e).split())}") from e
        if isinstance(groups, Mapping):  # those that refer to another file are left out
            found[name] = [word for group in groups.values() for word in group.get("subjects", ())]
    return found


def _split(command: str, arguments: Sequence[str], targets: Mapping[str, int]) -> tuple[dict[str, int], list[str]]:
    """The targets, and the words that configure a run."""
    given, words = dict(targets), []
    for argument in arguments:
        key, _, value = argument.partition("=")
        if key.lstrip("+~").partition(".")[0] in CONFIGURES:
            words.append(argument)
        elif key not in targets:
            raise UsageError(f"{command} takes no {argument!r}{nearest(key, [*targets, *CONFIGURES])}")
        elif value.isascii() and value.isdigit():
            given[key] = int(value)
        else:
            raise UsageError(f"{argument}: {command} takes a whole number there, as in {key}={targets[key]}")
    if not any(word.startswith("ability=") for word in words):
        raise UsageError(f"{command} needs an ability: python -m synthgen {command} ability=animal llm=openai")
    return given, words


def _parts(command: str, config: RunConfig) -> tuple[dict[str, WordAbility], LLM]:
    """Built and checked, packs too. Raises UsageError with every mistake."""
    llm = build(config.llm, "llm", LLM)  # type: ignore[type-abstract]
    mistakes = [*config.mistakes(), *fit_to_ask(llm, command)]
    if config.budget.usd is not None and llm.bills == "unknown":
        mistakes.append("budget.usd: the price of the model is not known; pass llm.price={input: ..., output: ...}")
    abilities = {}
    for name, ability in word_abilities(config).items():
        try:
            with_pack(name, ability)
        except UsageError as e:
            mistakes.extend(e.mistakes)
        abilities[name] = ability
    if mistakes:
        raise UsageError(*mistakes)
    return abilities, llm


def word_abilities(config: RunConfig) -> dict[str, WordAbility]:
    """The abilities of a configuration, without their packs. Raises UsageError for one that is not made of words."""
    found = {}
    for name, node in (config.ability or {}).items():
        ability = build(node, f"ability.{name}", Ability)  # type: ignore[type-abstract]
        if not isinstance(ability, WordAbility):
            raise UsageError(f"ability={name} has no lists of words that could grow")
        found[name] = ability
    return found


def _told(name: str, found: Sequence[Growth], desk: RunDesk, llm: LLM) -> Iterator[str]:
    for one in found:
        yield f"{one.name}: {one.has} of {one.target}, {one.had} before; {one.asked} batches; {one.why}"
        if one.dropped:
            yield "  dropped: " + ", ".join(f"{reason} {count}" for reason, count in one.dropped.most_common())
    if llm.bills != "nothing" and desk.bill.replies:
        yield spent(ledger(desk, ()), 0)
    yield f"pack: {PACKS / name}"
