"""From configuration nodes to parts. The base class is the allow-list: a `_target_` that is no Component is refused.

Every part of a run is built and checked here, in the driver, before anything loads or is written.
"""

import importlib
import inspect
import math
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from synthgen.checks import Check, Graded, Limit
from synthgen.config import RunConfig, nearest, options
from synthgen.confirming import informing, mender
from synthgen.encoding import Encoding
from synthgen.errors import UsageError
from synthgen.interfaces import LLM, Ability, Component, Engine, Exporter, Here, Renderer
from synthgen.kit import pushing
from synthgen.kit.hashes import stable_hash
from synthgen.kit.money import price_then
from synthgen.measure import About
from synthgen.memory import EPOCH
from synthgen.monitors import Monitor
from synthgen.packs.words import TakesWords, pack_of
from synthgen.remote import unusable
from synthgen.types import Reply

OPERATIONAL = {"n", "name", "outputs", "objects", "max_candidates", "budget", "export"} | {
    *("exporter", "engine", "monitor", "choices"),
}
"""Keys that cannot change what a sample becomes: a run goes on with others."""
OF_PARTS = {"ability", "template", "llm", "renderer", "qc", "embedder", "detector", "calibration"} | {
    *("takes", "takes_by", "epoch"),
}
"""Keys whose part in the data is told otherwise than by their value: by `Component.identity`, for most."""
C = TypeVar("C", bound=Component)
_VARIANT = re.compile(r"str|int|bool|none|float|(sequence|list|dict|mapping|nullable|literal|constrained)[-\[].*")
"""How pydantic names the branches of a union in the place of an error."""


@dataclass(frozen=True)
class Run:
    """A run, ready to start: its parts, and what of them can change the data."""

    config: RunConfig
    folder: Path
    abilities: Mapping[str, Ability]
    llm: LLM
    renderer: Renderer
    checks: Mapping[str, Check]
    exporters: Mapping[str, Exporter]
    engine: Engine
    fingerprint: Mapping[str, str]
    monitors: Mapping[str, Monitor] = field(default_factory=dict)

    @property
    def encoding(self) -> Encoding:
        """How its pictures are stored."""
        image = self.config.image
        return Encoding(image.format, image.quality, self.renderer if image.mark else None)

    @property
    def takes_by(self) -> Check | None:
        """The check that chooses the best of several takes; None where there is one."""
        return self.checks[str(self.config.takes_by)] if self.config.takes > 1 else None

    @property
    def judges(self) -> Sequence[LLM]:
        """The models that its checks ask."""
        return [part for check in self.checks.values() for part in check.parts if isinstance(part, LLM)]

    def answers(self, purpose: str) -> LLM:
        """Who is asked for a purpose."""
        return self.judges[0] if purpose == "judge" and self.judges else self.llm

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        """Whether replies cost money, the judge's too, and whether each says how much."""
        found = {llm.bills for llm in (self.llm, *self.judges)}
        return "unknown" if "unknown" in found else "dollars" if "dollars" in found else "nothing"

    def price_then(self, reply: Reply) -> Decimal | None:
        """What a reply did cost."""
        return price_then(self.answers(reply.purpose))(reply)

    @property
    def about(self) -> About:
        """What its checks may know of it."""
        return About({name: ability.vocabulary for name, ability in self.abilities.items()}, self.renderer.embedded)

    @property
    def asks(self) -> bool:
        """Whether its writer is told what was kept, to think of something else: then slots wait for earlier samples.

        Who composes, or copies, is told nothing.
        """
        return not (self.llm.composes or self.llm.verbatim)

    @property
    def workers(self) -> int:
        """How many processes render."""
        return self.engine.size(self.renderer.devices, self.renderer.on_gpu)


def build_run(config: RunConfig, fingerprint: Mapping[str, str] | None = None) -> Run:
    """Build all parts and ask them what is missing. Raises UsageError with every mistake.

    `fingerprint`: that of a folder whose samples are only read again. Then nobody is asked what is missing: to report
    on pictures takes neither the GPU nor the file that they came from.
    """
    mistakes = list(config.mistakes())

    def part(node: Any, path: str, base: type[C]) -> C | None:
        try:
            return build(node, path, base)
        except UsageError as e:
            mistakes.extend(e.mistakes)
            return None

    def parts(nodes: Any, path: str, base: type[C]) -> dict[str, C]:
        built = {name: part(node, f"{path}.{name}", base) for name, node in (nodes or {}).items()}
        return {name: one for name, one in built.items() if one is not None}

    abilities = parts(config.ability, "ability", Ability)  # type: ignore[type-abstract]
    llm = part(config.llm, "llm", LLM)  # type: ignore[type-abstract]
    renderer = part(config.renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    checks = parts(config.qc, "qc", Check)  # type: ignore[type-abstract]
    exporters = parts(config.exporter, "exporter", Exporter)  # type: ignore[type-abstract]
    engine = part(config.engine, "engine", Engine)  # type: ignore[type-abstract]
    monitors = parts(config.monitor, "monitor", Monitor)  # type: ignore[type-abstract]
    packs: dict[str, str] = {}
    words = {name: ability.identity() for name, ability in abilities.items()}
    if fingerprint is None:
        for name, ability in abilities.items():
            try:
                abilities[name], packs[f"pack.{name}"] = with_pack(name, ability)
            except UsageError as e:
                mistakes.extend(e.mistakes)
        others = (*checks.values(), *exporters.values(), *monitors.values(), engine)
        for one in (*abilities.values(), llm, renderer, *others):
            lacks = one.preflight() if one is not None else []
            mistakes += [line for line in lacks if not (isinstance(line, Here) and engine and engine.elsewhere)]
        places = (("export.to", config.export.to), ("objects", config.objects))
        mistakes += [f"{key}={said}" for key, place in places if place and (said := unusable(place))]
        if config.language != "en" and llm is not None and llm.composes:
            mistakes.append(f"language={config.language}: the embedded writer knows English only; pass llm=openai")
        if config.budget.usd is not None and llm is not None and llm.bills == "unknown":
            mistakes.append("budget.usd: the price of the model is not known; pass llm.price={input: ..., output: ...}")
        mistakes += [*_takes_mistakes(config, checks), *_judge_mistakes(config, checks, llm)]
    mistakes += _threshold_mistakes(config, abilities, checks)
    if config.export.push is not None:
        mistakes += _push_mistakes(config, exporters)
    if mistakes or llm is None or renderer is None or engine is None:
        raise UsageError(*dict.fromkeys(mistakes))
    folder = folder_of(config)
    if fingerprint is None:
        fingerprint = dict(_fingerprint(config, words, llm, renderer, checks)) | {k: v for k, v in packs.items() if v}
        if llm.composes or (renderer.embedded and not llm.verbatim):  # nobody is paid for what cannot be drawn
            abilities = {name: ability.limited_to(renderer) for name, ability in abilities.items()}
        elif not llm.verbatim:
            abilities = {name: ability.trusting(renderer) for name, ability in abilities.items()}
    share = config.n * len(abilities) * config.takes / engine.size(renderer.devices, renderer.on_gpu)
    renderer = renderer.expecting(math.ceil(share))
    return Run(config, folder, abilities, llm, renderer, checks, exporters, engine, fingerprint, monitors)


def folder_of(config: RunConfig) -> Path:
    """Where a run is made."""
    return Path(config.outputs).expanduser() / str(config.name)


def _takes_mistakes(config: RunConfig, checks: Mapping[str, Check]) -> Iterator[str]:
    """Several takes need a check that can say which of them is the best."""
    able = [name for name, check in checks.items() if check.ranks]
    if config.takes > 1 and config.takes_by not in able:
        named = f"takes_by={config.takes_by}" if config.takes_by else f"takes={config.takes}"
        yield f"{named}: the best of several takes is chosen by a check; pass takes_by=" + (" or ".join(able) or "...")


def _threshold_mistakes(
    config: RunConfig, abilities: Mapping[str, Ability], checks: Mapping[str, Check]
) -> Iterator[str]:
    """Thresholds that would decide nothing: for an ability or a medium that is misspelled, or where a check reports."""
    media = {medium for ability in abilities.values() for medium in ability.vocabulary.media}
    known = {"default", "none", *options("ability"), *media, *_keys(config.calibration)}
    for name, check in checks.items():
        if isinstance(check, Graded) and check.action == "report":
            for rule in (rule for rule in ("quantile", "top") if getattr(check, rule) is not None):
                yield f"qc.{name}.{rule} rejects, and this check only reports; pass qc.{name}.action=reject"
        for option, kind in get_type_hints(type(check), include_extras=True).items():
            value = getattr(check, option, None)
            limits = [value] if kind == Limit else [*value.values()] if value and kind == Mapping[str, Limit] else []
            for key in dict.fromkeys(key for limit in limits if isinstance(limit, Mapping) for key in limit):
                for word in set() if key in known else {*key.split("/")} - known:
                    if meant := get_close_matches(word, known, n=1, cutoff=0.8):
                        yield f"qc.{name}.{option} has a threshold for {key!r}; did you mean {meant[0]}?"


def _keys(node: Any) -> Iterator[str]:
    """All keys of nested mappings."""
    for key, value in node.items() if isinstance(node, Mapping) else ():
        yield str(key)
        yield from _keys(value)


def _judge_mistakes(config: RunConfig, checks: Mapping[str, Check], llm: LLM | None) -> Iterator[str]:
    """What a writer and a budget make of a check that asks a model."""
    witness = mender(checks)
    if witness and witness.repair == "rewrite" and llm is not None and llm.collects:
        yield "qc.judge.repair=rewrite: this writer answers by batch, hours later; pass qc.judge.repair=cut"
    models = [part for check in checks.values() for part in check.parts if isinstance(part, LLM)]
    if config.budget.usd is not None and any(model.bills == "unknown" for model in models):
        yield "budget.usd: the price of the judge is not known; pass qc.judge.llm.price={input: ..., output: ...}"


def pushed(exporters: Collection[str]) -> str | None:
    """The exporter whose folder is pushed; None where several could be."""
    return "parquet" if "parquet" in exporters else next(iter(exporters)) if len(exporters) == 1 else None


def _push_mistakes(config: RunConfig, exporters: Mapping[str, Exporter]) -> Iterator[str]:
    yield from pushing.mistakes()
    if pushed(exporters) is None:
        named = ", ".join(exporters) or "none"
        yield f"export.push: one exporter's folder is pushed, and there are {named}; pass exporter=[parquet]"
    if config.export.to is not None and "://" in config.export.to:
        yield f"export.push: what is pushed lies on this machine; leave out export.to={config.export.to}"


def with_pack(name: str, ability: Ability) -> tuple[Ability, str]:
    """The ability with the words of packs/<name>, and what tells that pack from others; "" if there is none.

    Raises UsageError: a line for each mistake in its files.
    """
    found = pack_of(name, ability)
    if found is None or not isinstance(ability, TakesWords):
        return ability, ""
    return ability.with_words(found.words), found.identity


def build(node: Any, path: str, base: type[C]) -> C:
    """One part from its node; nodes inside it are built first. Raises UsageError."""
    if not isinstance(node, Mapping) or not isinstance(node.get("_target_"), str):
        raise UsageError(f"{path} has no _target_: name its class, as the yaml files in conf/{path.split('.')[0]}/ do")
    cls = _class(node["_target_"], path)
    if not issubclass(cls, base):
        raise UsageError(f"{path}: {node['_target_']} is not a {base.__name__}")
    given = {
        name: build(value, f"{path}.{name}", Component) if isinstance(value, Mapping) and "_target_" in value else value
        for name, value in node.items()
        if name != "_target_"
    }
    known = inspect.signature(cls).parameters
    wrong = [f"{path}: unknown option {name!r}{nearest(name, list(known))}" for name in given if name not in known]
    empty = inspect.Parameter.empty
    wrong += [f"{path}: option {n!r} is missing" for n, p in known.items() if p.default is empty and n not in given]
    if not wrong:
        given, wrong = _typed(cls, given, path)
    if wrong:
        raise UsageError(*wrong)
    part: C = cls(**given)
    return part


def _typed(cls: Any, given: Mapping[str, Any], path: str) -> tuple[dict[str, Any], list[str]]:
    """The options as the types that the class declares, and what does not fit."""
    hints, typed, wrong = get_type_hints(cls, include_extras=True), {}, []
    for name, value in given.items():
        try:
            typed[name] = value if isinstance(value, Component) else TypeAdapter(hints[name]).validate_python(value)
        except ValidationError as e:
            faults: dict[str, list[str]] = {}
            for error in e.errors():
                places = [str(part) for part in error["loc"] if not _VARIANT.fullmatch(str(part))]
                unquoted = error["type"] == "string_type" and isinstance(error["input"], bool | int | float)
                quotes = "; put it in quotes" if unquoted else ""
                value = "" if error["type"] == "missing" else "=" + repr(error["input"])[:80]
                where = ".".join([path, name, *places]) + value
                faults.setdefault(where, []).append(error["msg"].lower() + quotes)
            # of a union there is one for each of its types
            wrong += [f"{where}: {', or '.join(dict.fromkeys(said))}" for where, said in faults.items()]
    return typed, wrong


def _class(target: str, path: str) -> Any:
    if str(Path.cwd()) not in sys.path:
        sys.path.append(str(Path.cwd()))  # ./abilities and other parts of the user's own
    module, _, name = target.rpartition(".")
    try:
        found = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as e:
        raise UsageError(f"{path}: cannot find {target}: {e}") from e
    if not (inspect.isclass(found) and issubclass(found, Component)):
        raise UsageError(f"{path}: {target} is not a part of synthgen (a subclass of Component)")
    return found


def _typed_keys(config: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The typed keys of a configuration as users write them: "image.quality".

    Those that call themselves operational are left out: keys of a command beside those of a run.
    """
    for key in fields(config):
        if key.metadata.get("operational"):
            continue
        value = getattr(config, key.name)
        if is_dataclass(value):
            yield from _typed_keys(value, f"{path}{key.name}.")
        else:
            yield f"{path}{key.name}", value


def informed(checks: Mapping[str, Check]) -> dict[str, str]:
    """The part of a fingerprint that is of checks: of those whose findings dialogues were written from."""
    return {
        f"qc.{name}.{key}": value
        for name, check in informing(checks).items()
        for key, value in check.identity().items()
        if key not in check.decides - {"repair"}  # thresholds do not change what is stored; what is cut does
    }


def _fingerprint(
    config: RunConfig,
    words: Mapping[str, Mapping[str, str]],
    llm: LLM,
    renderer: Renderer,
    checks: Mapping[str, Check],
) -> Iterator[tuple[str, str]]:
    """Everything that changes the data, as words that can be shown when two runs differ.

    A key that nobody classified counts as one that does.
    """
    for key, value in _typed_keys(config):
        if key not in OPERATIONAL | OF_PARTS and key.partition(".")[0] not in OPERATIONAL | OF_PARTS:
            yield key, str(value)
    if config.takes > 1:
        yield "takes", f"{config.takes} by {config.takes_by}"
    if config.epoch != EPOCH and not (llm.composes or llm.verbatim):  # who copies, or composes, is told nothing
        yield "epoch", str(config.epoch)
    for group, part in (("llm", llm), ("renderer", renderer)):
        for key, value in part.identity().items():
            yield f"{group}.{key}", value
    yield from informed(checks).items()
    for name, identity in words.items():
        yield f"ability.{name}", stable_hash(dict(identity))[:16]
