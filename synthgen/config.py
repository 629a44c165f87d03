"""From the command line to a typed configuration: finds every mistake, names the nearest right word, then composes.

Only `__main__`, the commands, this file and `build` know that Hydra exists.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml
from hydra import compose as hydra_compose
from hydra import initialize_config_dir
from hydra.core.config_store import ConfigStore
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import Glob, Override, Sweep
from hydra.errors import HydraException
from omegaconf import DictConfig, OmegaConf
from omegaconf.errors import OmegaConfBaseException

from synthgen.errors import UsageError
from synthgen.kit.launchers import group
from synthgen.kit.pushing import name_mistakes
from synthgen.memory import EPOCH, LEAST, MOST

GROUPS = (
    *("ability", "llm", "renderer", "qc", "embedder", "detector", "exporter", "engine", "template", "experiment"),
    *("calibration", "monitor"),
)
"""A group is a folder of conf/; its options are the yaml files in it."""
ENTRY_GROUPS = {
    "mix": ("preset",),
    "eval_bench/answer": ("model",),
    "eval_bench/score": ("scorer",),
    "eval_bench/export": ("harness",),
}
"""Groups of commands that have an entry of their own."""
MAY_BE_NULL = ("experiment", "embedder", "detector", "calibration", "preset")
"""Groups that one may do without."""


@dataclass
class ImageConfig:
    format: str = "jpg"
    quality: int = 95
    mark: bool = True


@dataclass
class BudgetConfig:
    usd: float | None = None
    tokens: int | None = None
    gpu_hours: float | None = None


@dataclass
class ExportConfig:
    to: str | None = None
    push: str | None = None


@dataclass
class RunConfig:
    """The typed keys of a run; parts are checked by `build` against their constructors."""

    ability: Any = None
    llm: Any = None
    renderer: Any = None
    qc: Any = field(default_factory=dict)
    embedder: Any = None
    detector: Any = None
    calibration: Any = field(default_factory=dict)
    exporter: Any = field(default_factory=dict)
    engine: Any = None
    monitor: Any = field(default_factory=dict)
    template: Any = field(default_factory=dict)
    n: int = 24
    seed: int = 0
    name: str | None = None
    outputs: str = "outputs"
    objects: str | None = None
    people: Any = "even"
    language: str = "en"
    images_per_prompt: int = 1
    takes: int = 1
    takes_by: str | None = None
    max_candidates: int = 5
    epoch: int = EPOCH
    image: ImageConfig = field(default_factory=ImageConfig)
    budget: BudgetConfig = field(default_factory=BudgetConfig)
    export: ExportConfig = field(default_factory=ExportConfig)
    choices: Any = field(default_factory=dict)
    """Set here, not by users: the options of the groups, as Hydra chose them (local settings included)."""

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        for key in ("n", "images_per_prompt", "takes", "max_candidates"):
            if getattr(self, key) < 1:
                yield f"{key}={getattr(self, key)}: it has to be at least 1"
        for key in ("usd", "tokens", "gpu_hours"):
            if getattr(self.budget, key) is not None and getattr(self.budget, key) <= 0:
                yield f"budget.{key}={getattr(self.budget, key)}: it has to be above 0, or null for no cap"
        if self.images_per_prompt > 64:
            yield f"images_per_prompt={self.images_per_prompt}: it has to be at most 64"
        if not LEAST <= self.epoch <= MOST:
            yield f"epoch={self.epoch}: it has to be from {LEAST} to {MOST}"
        if self.takes > 16:
            yield f"takes={self.takes}: it has to be at most 16"
        if not self.ability:
            yield "no ability is named; pass ability=joke, ability=[color,animal] or ability=all"
        if not self.outputs or "://" in self.outputs:
            yield f"outputs={self.outputs!r}: run folders lie on a file system; pass outputs=<folder>"
        if self.image.format not in ("jpg", "png", "webp"):
            yield f"image.format={self.image.format}: it has to be jpg, png or webp"
        if not 1 <= self.image.quality <= 100:
            yield f"image.quality={self.image.quality}: it has to be 1 to 100"
        if self.export.push is not None:
            yield from name_mistakes(self.export.push)
        if self.name is not None and (self.name in ("", ".", "..") or "/" in self.name or "\\" in self.name):
            yield f"name={self.name!r} is no folder name; pass outputs=<folder> to put runs elsewhere"


ConfigStore.instance().store(name="schema", node=RunConfig)


class Checked(Protocol):
    """A typed configuration."""

    def mistakes(self) -> Iterator[str]: ...


Typed = TypeVar("Typed", bound=Checked)


def conf_dir() -> Path:
    """The yaml files: beside the package in a checkout, inside it when installed from a wheel."""
    here = Path(__file__).parent
    inside = here / "conf"
    return inside if inside.is_dir() else here.parent / "conf"


def search_folders() -> list[Path]:
    """Where options are looked up: ours, and `./conf` of the working folder."""
    own = Path.cwd() / "conf"
    return [conf_dir()] + ([own] if own.is_dir() and own.resolve() != conf_dir().resolve() else [])


def options(group: str) -> dict[str, Path]:
    """The options of a group, by name."""
    return {path.stem: path for folder in search_folders() for path in sorted((folder / group).glob("*.yaml"))}


def compose(overrides: Sequence[str], entry: str = "config") -> RunConfig:
    """The configuration of the overrides. Raises UsageError with every mistake in them."""
    parsed, mistakes = _parse(overrides)
    if group() and not any(o.key_or_group == "engine" for o in parsed):
        parsed += _parse(["engine=static"])[0]  # several processes that a launcher started are one run
    mistakes += [mistake for override in parsed for mistake in _group_mistakes(override)]
    if mistakes:
        raise UsageError(*mistakes, *_value_mistakes(entry, parsed))
    try:
        config = _typed(_compose(entry, [o.input_line or "" for o in parsed]), RunConfig)
    except UsageError as e:
        # Hydra stops at its first mistake, and says it in its own words
        raise UsageError(*(_value_mistakes(entry, parsed) or e.mistakes)) from e
    config.name = config.name or "+".join(dict.fromkeys(_chosen(parsed) or config.ability or ["none"]))
    return config


def compose_entry(overrides: Sequence[str], entry: str, kind: type[Typed]) -> Typed:
    """The configuration of a command that has an entry of its own; raises UsageError likewise."""
    parsed, mistakes = _parse(overrides)
    groups, what = ENTRY_GROUPS.get(entry, ()), entry.rpartition("/")[2].replace("_", " ")
    choices = [o for o in parsed if o.key_or_group in groups and not o.is_delete()]
    unknown = [mistake for o in choices for mistake in (*_own_mistakes(o, what), *_choice_mistakes(o, what))]
    base = _compose(entry, [] if unknown else [o.input_line or "" for o in choices])
    keys = [o for o in parsed if o.key_or_group not in groups]
    found = {o.input_line or "": [*_own_mistakes(o, what), *_mistakes_in(base, o, what)] for o in keys}
    sound = [o for o in keys if not found[o.input_line or ""]]
    named = [o for o in sound if options(o.key_or_group) and not o.is_delete()]  # as a group that is another command's
    mistakes += unknown + [mistake for wrong in found.values() for mistake in wrong]
    others = [o for o in sound if o not in named] + ([] if unknown else choices)
    raw = _compose(entry, [o.input_line or "" for o in others])
    for override in named:  # Hydra would take the value for a choice
        OmegaConf.update(raw, override.key_or_group, override.value())
    config = _typed(raw, kind)
    mistakes += [] if unknown else config.mistakes()  # without its preset nobody can tell what a mix lacks
    if mistakes:
        raise UsageError(*mistakes)
    return config


def sweep(overrides: Sequence[str]) -> list[list[str]]:
    """The runs of `-m`: one list of overrides for each combination of `a,b`, `range(...)` and `glob(*)` values.

    Each run gets a folder of its own: named after its ability, and after what else differs.
    """
    parsed, mistakes = _parse(overrides)
    if mistakes:
        raise UsageError(*mistakes)
    choices = [_choices(override) for override in parsed]
    swept = [len(words) > 1 and o.key_or_group != "ability" for o, words in zip(parsed, choices, strict=True)]
    runs = []
    for words in product(*choices):
        differs = [word.lstrip("+") for word, is_swept in zip(words, swept, strict=True) if is_swept]
        if differs and not any(word.startswith("name=") for word in words):
            base = compose([w for w in words if w.startswith("ability=")]).name
            runs.append([*words, "name='" + re.sub(r"[^\w.+-]+", "-", "-".join([str(base), *differs])) + "'"])
        else:
            runs.append(list(words))
    return runs


def _choices(override: Override) -> list[str]:
    """The overrides that one override of a sweep stands for."""
    value = override.value()
    if isinstance(value, Glob):
        single = [name for name, path in options(override.key_or_group).items() if not _names_several(path)]
        return [f"{override.key_or_group}={name}" for name in value.filter(single)]
    if isinstance(value, Sweep):
        return [f"{override.get_key_element()}={v}" for v in override.sweep_string_iterator()]
    return [override.input_line or ""]


def _names_several(path: Path) -> bool:
    """Whether an option is no more than a list of others, as ability=all is."""
    content = yaml.safe_load(path.read_text())
    return isinstance(content, dict) and set(content) == {"defaults"} and len(content["defaults"]) > 1


def nearest(word: str, words: Mapping[str, Any] | Sequence[str]) -> str:
    """ "; did you mean ...?", or all the words if none is near."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(words)}" if words else ""


def _parse(overrides: Sequence[str]) -> tuple[list[Override], list[str]]:
    parsed, mistakes = [], []
    for text in overrides:
        override = _read(text) or _read(_quoted(text))
        if override:
            parsed.append(override)
        else:
            key = text.partition("=")[0]
            mistakes.append(f"{text!r} is not key=value; quote odd values twice: \"{key}='...'\"")
    return parsed, mistakes


def _read(text: str) -> Override | None:
    try:
        return OverridesParser.create().parse_override(text)
    except HydraException:
        return None


_VALUE = re.compile(r"""'[^']*'|"[^"]*"|[^][{},:'"\s](?:[^][{},:'"]*[^][{},:'"\s])?""")
_PLAIN = re.compile(r"[\w./@%+*|?$\\-]*", re.ASCII)


def _quoted(text: str) -> str:
    """Hydra wants odd letters in quotes, and the shell has taken those away: out=größe.json, data=~/llava."""
    key, equals, value = text.partition("=")
    if not value or (value[0] not in "[{" and "'" in value):
        return text
    if value[0] not in "[{":
        return f"{key}{equals}'{value}'"
    quoted = _VALUE.sub(lambda v: v[0] if v[0][0] in "'\"" or _PLAIN.fullmatch(v[0]) else f"'{v[0]}'", value)
    return f"{key}{equals}{quoted}"


def _is_group(override: Override) -> bool:
    return override.key_or_group in GROUPS and not override.is_delete()


def _chosen(parsed: Sequence[Override]) -> list[str]:
    """The abilities as the user typed them: "all" rather than thirteen names."""
    typed = [_names(o) for o in parsed if _is_group(o) and o.key_or_group == "ability"]
    return typed[-1] if typed else []


def _names(override: Override) -> list[str]:
    value = override.value()
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _own_mistakes(override: Override, what: str = "a run") -> Iterator[str]:
    if override.key_or_group.startswith("hydra"):
        yield f"{override.input_line}: synthgen does not take hydra's own settings"
    elif override.is_add() and "." not in override.key_or_group:
        yield f"{override.input_line}: {what} takes no such key; --help lists them"


def _group_mistakes(override: Override) -> Iterator[str]:
    yield from _own_mistakes(override)
    if _is_group(override):
        yield from _choice_mistakes(override)


def _choice_mistakes(override: Override, what: str = "a run") -> Iterator[str]:
    """What is wrong with the options of a group."""
    if override.is_sweep_override():
        names = override.input_line.partition("=")[2] if override.input_line else ""
        fix = ", or put -m before it" if what == "a run" else ""
        yield f"{override.input_line} names several; write {override.key_or_group}=[{names}]{fix}"
    elif not override.is_delete():
        known = options(override.key_or_group)
        for name in _names(override):
            nothing = override.key_or_group in MAY_BE_NULL and name == "None"
            if name not in known and not nothing:
                yield f"unknown {override.key_or_group} {name!r}{nearest(name, known)}"


def _value_mistakes(entry: str, parsed: Sequence[Override]) -> list[str]:
    """What is wrong with options and values, given the group choices that are right."""
    right = [o for o in parsed if not list(_group_mistakes(o))]
    base = _compose(entry, [o.input_line or "" for o in right if _is_group(o)])
    found = {o.input_line: list(_mistakes_in(base, o)) for o in right if not _is_group(o)}
    sound = [o.input_line or "" for o in right if not found.get(o.input_line)]
    return [mistake for each in found.values() for mistake in each] + list(
        _typed(_compose(entry, sound), RunConfig).mistakes()
    )


def _typed(raw: DictConfig, kind: type[Typed]) -> Typed:
    try:
        config = OmegaConf.to_object(raw)
    except OmegaConfBaseException as e:
        raise UsageError(str(e).splitlines()[0]) from e
    assert isinstance(config, kind)
    return config


def _mistakes_in(base: DictConfig, override: Override, what: str = "a run") -> Iterator[str]:
    """An unknown key, or a value of the wrong type."""
    if override.is_sweep_override():
        fix = "put -m before it to run them one after the other" if what == "a run" else "quote it, or write [a,b]"
        yield f"{override.input_line} names several values; {fix}"
        return
    node: Any = base
    for depth, part in enumerate(parts := override.key_or_group.split(".")):
        if not OmegaConf.is_dict(node) or part not in node:
            known = [str(key) for key in node] if OmegaConf.is_dict(node) else []
            where = ".".join(parts[:depth])
            if not override.is_add():
                yield f"unknown option {override.key_or_group!r}{_hint(part, where, known, what)}"
            return
        node = node[part] if OmegaConf.is_missing(node, part) is False else None
    if override.is_delete():
        return
    value = override.value()
    if OmegaConf.is_dict(node) and isinstance(value, dict):  # it is merged: no key can be new
        known = [str(key) for key in node]
        for key in (str(key) for key in value if str(key) not in known):
            where = f"{override.key_or_group}.{key}"
            yield f"unknown option {where!r}{_hint(key, override.key_or_group, known, what)}"
            return
    if OmegaConf.is_list(node) and isinstance(value, dict):
        yield f"{override.input_line}: it has to be a list; write [{{...}}]"
        return
    try:
        OmegaConf.update(base.copy(), override.key_or_group, override.value(), merge=False)
    except OmegaConfBaseException as e:
        yield f"{override.input_line}: {str(e).splitlines()[0]}"


def _hint(part: str, where: str, known: Sequence[str], what: str) -> str:
    near = difflib.get_close_matches(part, known, n=1, cutoff=0.5)
    if near:
        return f"; did you mean {where + '.' if where else ''}{near[0]}?"
    return f"; {where or what} takes: {', '.join(known) or 'nothing'}"


def _compose(entry: str, overrides: list[str]) -> DictConfig:
    none = {f"{group}=null": f"~{group}" for group in MAY_BE_NULL}  # as Hydra wants it said
    extra = ["'file://" + str(folder).replace("'", "\\'") + "'" for folder in search_folders()[1:]]
    search = [f"hydra.searchpath=[{','.join(extra)}]"] if extra else []
    try:
        with initialize_config_dir(str(conf_dir().resolve()), version_base="1.3"):
            found = hydra_compose(
                entry, overrides=[*(none.get(word, word) for word in overrides), *search], return_hydra_config=True
            )
    except yaml.YAMLError as e:
        raise UsageError(f"a yaml file does not parse: {' '.join(str(e).split())}") from e
    except (HydraException, OmegaConfBaseException) as e:
        said = [line.strip() for line in str(e).splitlines()[:2] if not line.startswith("To append")]
        raise UsageError(": ".join(said) + " (its yaml says which keys and values it takes)") from e
    choices = {k: v for k, v in found.hydra.runtime.choices.items() if k in GROUPS and v is not None}
    OmegaConf.set_struct(found, False)
    del found["hydra"]
    if "choices" in found:
        found["choices"] = choices
    return found
