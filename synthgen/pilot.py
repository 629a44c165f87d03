"""Where an estimate has its figures from: a pilot of a few samples, or a folder in which a run has been.

A pilot is the beginning of the run: what it pays for lies in the run's folder, where the run finds it again.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np

from synthgen.build import Run
from synthgen.errors import Interrupted
from synthgen.interfaces import LLM, Ability, Component, Desk, Renderer
from synthgen.report.preview import Look, looks
from synthgen.types import ClaimType, Device, Prompt, Raster, Reject, Reply, Request, Take

PILOT = 8
"""Samples of each ability that are looked at."""
READ = 64
"""Pictures of a folder whose bytes are counted; of a few of them thumbnails are made."""


@dataclass(frozen=True)
class Rehearsal(Renderer):
    """A renderer that is opened once for several abilities; or none, where it cannot run on this machine."""

    inner: Renderer
    draws: bool
    """If not, its pictures are blank."""
    asserts: frozenset[ClaimType]
    closed_world: bool
    later: Renderer | None = None
    """The renderer as the run will have it."""
    took: list[float] = field(default_factory=list, compare=False)
    """Seconds from one picture to the next: drawing, and what is done with it, a worker's work too."""

    @property
    def parts(self) -> Sequence[Component]:
        """None that is opened with it, or has to be there."""
        return []

    @property
    def embedded(self) -> bool:  # type: ignore[override]
        return self.inner.embedded

    def identity(self) -> Mapping[str, str]:
        return self.inner.identity()

    @property
    def on_gpu(self) -> bool:
        return self.inner.on_gpu

    @property
    def devices(self) -> Sequence[Device]:
        return self.inner.devices

    def expecting(self, pictures: int) -> Self:
        """What pays in a long run does not pay in a pilot."""
        return replace(self, later=self.inner.expecting(pictures))

    def start_seconds(self) -> float:
        return (self.later or self.inner).start_seconds()

    def describe_yourself(self) -> str:
        return self.inner.describe_yourself()

    def undrawable(self, prompt: Prompt) -> str | None:
        return self.inner.undrawable(prompt)

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        if not self.draws:
            yield from (Raster(take.id, np.zeros((8, 8, 3), np.uint8), take.seed, take.take) for take in takes)
            return
        began = time.monotonic()
        for answer in self.inner.render(takes):
            yield answer
            self.took.append(time.monotonic() - began)
            began = time.monotonic()


def rehearsing(renderer: Renderer) -> Rehearsal:
    return Rehearsal(renderer, True, renderer.asserts, renderer.closed_world)


def blank(renderer: Renderer, node: Mapping[str, Any]) -> dict[str, Any]:
    """The node of a configuration in which a renderer that cannot run here makes blank pictures."""
    return {
        "_target_": f"{Rehearsal.__module__}.{Rehearsal.__qualname__}",
        "inner": dict(node),
        "draws": False,
        "asserts": sorted(renderer.asserts),
        "closed_world": renderer.closed_world,
    }


@dataclass(frozen=True)
class OneFirst(LLM):
    """Has the first request of a stage answered before the others: they find its instructions in the server's cache."""

    inner: LLM
    verbatim: bool  # type: ignore[misc]

    def describe_yourself(self) -> str:
        return self.inner.describe_yourself()

    def open(self, device: Device) -> None:
        self.inner.open(device)

    def close(self) -> None:
        self.inner.close()

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        """Raises Interrupted where a writer would end without an answer to each."""
        waiting = iter(requests)
        if not self.inner.collects:
            yield from self.inner.complete(list(islice(waiting, 1)), desk)
        yield from self.inner.complete(waiting, desk)
        if desk.cancelled:
            raise Interrupted("interrupted; every reply that arrived is kept. Run the same command to go on")


@dataclass(frozen=True)
class Witness:
    """A desk that notes the replies of a pilot: there may be others in the folder, of another model or renderer."""

    desk: Desk
    seen: dict[str, Reply] = field(default_factory=dict)
    """By key."""

    def look_up(self, key: str) -> Reply | None:
        reply = self.desk.look_up(key)
        if reply is not None and reply.id:
            self.seen[key] = reply
        return reply

    def append(self, *replies: Reply) -> None:
        self.desk.append(*replies)
        self.seen.update({reply.key: reply for reply in replies if reply.id})

    def tell(self, line: str) -> None:
        self.desk.tell(line)

    @property
    def cancelled(self) -> bool:
        return self.desk.cancelled

    @property
    def folder(self) -> Path:
        return self.desk.folder


@dataclass(frozen=True)
class Pilot:
    """The first samples of some abilities, after every stage."""

    looks: Mapping[str, Sequence[Look]]
    replies: Sequence[Reply]
    took: Sequence[float]
    """Seconds for each picture."""


def pilot(run: Run, desk: Desk, say: Callable[[str], None]) -> Pilot:
    """Walk the first samples of each ability through the stages. The renderer of the run has to be a `Rehearsal`.

    Raises Interrupted, and what the parts of the run raise.
    """
    assert isinstance(run.renderer, Rehearsal)
    found, witness = {}, Witness(desk)
    with ExitStack() as parts:
        if run.renderer.draws and run.abilities:
            parts.callback(run.renderer.inner.close)
            say(f"opening {run.renderer.describe_yourself()}")
            run.renderer.inner.open(Device())
        for number, (name, ability) in enumerate(run.abilities.items(), 1):
            count = _count(run, ability)
            say(f"pilot: {count} samples of {name} ({number} of {len(run.abilities)} abilities)")
            one = replace(run, abilities={name: ability}, llm=OneFirst(run.llm, run.llm.verbatim))
            found[name] = looks(one, count, witness, blind=not run.renderer.draws)  # blank pictures pass no check
    return Pilot(found, list(witness.seen.values()), run.renderer.took)


def _count(run: Run, ability: Ability) -> int:
    supply = run.llm.supply(ability.name)
    return min(PILOT, -(-run.config.n // run.config.images_per_prompt), PILOT if supply is None else supply)
