"""Clean samples of an embedded run, and what the checks say of samples.

The ground on which `bench.qc_defects` and `bench.qc_calibrate` stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import TypeVar

from synthgen.build import Run, build, build_run
from synthgen.checks import Check
from synthgen.config import compose, options
from synthgen.errors import UsageError
from synthgen.interfaces import LLM
from synthgen.measure import AT_ONCE, Samples
from synthgen.plan import Planner
from synthgen.report.preview import Memory
from synthgen.types import Device, Dialogue, Picture, Prompt, Raster, Reply, Request, Score, Slot, Take

NO_MEDIUM = "none"
UNPLANNED = ("chalk drawing", "halftone print", "polaroid photo", "toy bricks", "vintage poster")
"""Media that `sketch` draws and no plan orders: they are kept for the benchmark, or for users."""
PLAIN = ("animal", "plant", "vehicle", "food", "furniture", "scene")
"""Abilities whose prompts can be shown in any medium."""
T = TypeVar("T")


@dataclass(frozen=True)
class Sample:
    slot: Slot
    prompt: Prompt
    picture: Picture
    dialogue: Dialogue

    @property
    def ability(self) -> str:
        return self.slot.ability

    @property
    def medium(self) -> str:
        return self.prompt.fields.medium or NO_MEDIUM


@dataclass(frozen=True)
class Studio:
    """Plans, draws, stores and writes as the run does; nothing is kept."""

    run: Run
    seed: int

    def samples(self, ability: str) -> Iterator[Sample]:
        """In the order of the plan, as many as one takes."""
        planner = Planner(self.run.abilities[ability], self.seed)
        made = (self.sample(planner.slot(index)) for index in count())
        return (sample for sample in made if sample)

    def in_medium(self, ability: str, medium: str, start: int) -> Iterator[Sample]:
        """From an index on those of the plan that have the medium, or, where it orders none, all of them in it."""
        planner = Planner(self.run.abilities[ability], self.seed)
        slots = (planner.slot(index) for index in count(start))
        if medium in self.run.abilities[ability].vocabulary.media:
            fitting = (slot for slot in slots if slot.cell.medium == medium)
        else:
            fitting = (replace(slot, cell=replace(slot.cell, medium=medium)) for slot in slots)
        made = map(self.sample, fitting)
        return (sample for sample in made if sample)

    def sample(self, slot: Slot) -> Sample | None:
        """None where a run would have rejected it before any check."""
        ability, known = self.run.abilities[slot.ability], self.run.renderer.known
        reply = self._reply(ability.ask_prompt(slot))
        prompt = ability.read_prompt(slot, reply) if reply else None
        if not isinstance(prompt, Prompt):
            return None
        (take,) = Planner(ability, self.seed).takes(prompt)
        picture = self.drawn(prompt, take.seed)
        reply = self._reply(ability.ask_dialogue(slot, prompt, known))
        dialogue = ability.read_dialogue(slot, prompt, known, reply) if reply else None
        return Sample(slot, prompt, picture, dialogue) if picture and isinstance(dialogue, Dialogue) else None

    def drawn(self, prompt: Prompt, seed: int) -> Picture | None:
        """None for a prompt that cannot be drawn."""
        (answer,) = self.run.renderer.render(iter([Take(prompt.id, 0, prompt, seed)]))
        return self.run.encoding.picture(answer, prompt) if isinstance(answer, Raster) else None

    def _reply(self, request: Request) -> Reply | None:
        (answer,) = self.run.llm.complete(iter([request]), Memory(Path()))
        return answer if isinstance(answer, Reply) else None


def of_a_run(studio: Studio, per_ability: int) -> Iterator[Sample]:
    """So many of each ability, as a run would make them."""
    return (sample for name in studio.run.abilities for sample in islice(studio.samples(name), per_ability))


def of_media(studio: Studio, per_medium: int, there: Counter[str], start: int) -> Iterator[Sample]:
    """What is lacking to so many of each medium, when so many are there; indices of the plan from `start` on."""
    media = {name: ability.vocabulary.media for name, ability in studio.run.abilities.items()}
    for medium in dict.fromkeys((*(word for words in media.values() for word in words), *UNPLANNED)):
        named = [name for name, words in media.items() if medium in words]
        plain = [name for name in PLAIN if name in media]
        sources = [studio.in_medium(name, medium, start) for name in named or plain]
        yield from islice(in_turn(sources), max(per_medium - there[medium], 0))


def in_turn(sources: Sequence[Iterator[T]]) -> Iterator[T]:
    """One of each in turn, until all have ended."""
    left = list(sources)
    while left:
        for source in list(left):
            try:
                yield next(source)
            except StopIteration:
                left.remove(source)


# what the checks say -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seen:
    """What was measured on one sample."""

    ability: str
    prompt: Prompt
    scores: Mapping[str, Score]
    """By check; without embeddings."""

    @property
    def medium(self) -> str:
        return self.prompt.fields.medium or NO_MEDIUM


def seen(checks: Mapping[str, Check], samples: Iterable[Sample], run: Run) -> Iterator[Seen]:
    """Measured in batches, as workers do."""
    source = iter(samples)
    while some := list(islice(source, AT_ONCE)):
        batch = Samples(
            [one.prompt for one in some],
            [one.picture for one in some],
            [one.dialogue for one in some],
            about=run.about,
        )
        found = {name: check.measure(batch) for name, check in checks.items()}
        for i, one in enumerate(some):
            yield Seen(one.ability, one.prompt, {name: _light(scores[i]) for name, scores in found.items()})


def _light(score: Score) -> Score:
    return replace(score, values={k: None if isinstance(v, bytes) else v for k, v in score.values.items()})


def faults(checks: Mapping[str, Check], one: Seen) -> dict[str, str]:
    """By check that rejects the sample, the reason."""
    found = {}
    for name, check in checks.items():
        verdict = check.judge(one.scores[name], one.prompt) if check.action == "reject" else None
        if verdict:
            found[name] = verdict[0]
    return found


def measured(checks: Mapping[str, Check], rows: Sequence[Seen]) -> set[str]:
    """The checks that found anything to measure."""
    return {name for name in checks if any(v is not None for row in rows for v in row.scores[name].values.values())}


def embedded_run(overrides: Sequence[str] = (), abilities: str = "all") -> tuple[Run, dict[str, str]]:
    """A run with every check that this machine has all for, opened; and what the others lack."""
    names = [name for name, path in options("qc").items() if "_target_" in path.read_text(encoding="utf-8")]
    config = compose([f"ability={abilities}", f"qc=[{','.join(names)}]", *overrides])
    lacks = {name: lack for name, node in config.qc.items() if (lack := _lack(name, node))}
    config.qc = {name: node for name, node in config.qc.items() if name not in lacks}
    run = build_run(config)
    for part in (run.renderer, *run.checks.values()):
        part.open(Device())
    return run, lacks


def _lack(name: str, node: Mapping[str, object]) -> str:
    try:
        check = build(node, f"qc.{name}", Check)  # type: ignore[type-abstract]
    except UsageError as e:
        return e.mistakes[0]
    if any(isinstance(part, LLM) for part in check.parts):
        return "it asks a language model"
    return next(iter(check.preflight()), "")


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The interval of 95 % around a share (Wilson, Journal of the American Statistical Association 22, 1927)."""
    if not n:
        return 0.0, 1.0
    z = 1.959964
    share, room = hits / n, z * z / n
    middle = (share + room / 2) / (1 + room)
    half = z / (1 + room) * (share * (1 - share) / n + room / (4 * n)) ** 0.5
    return max(middle - half, 0.0), min(middle + half, 1.0)
