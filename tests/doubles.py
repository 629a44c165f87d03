"""Parts for tests: small, real, and importable by worker processes."""

import os
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.null import NullAbility, NullRenderer, NullWriter
from synthgen.build import Run
from synthgen.checks import Check
from synthgen.config import RunConfig
from synthgen.engine.local import Local
from synthgen.interfaces import LLM, Engine, Renderer
from synthgen.status import Status
from synthgen.types import Fields, Picture, Prompt, Raster, Reject, Take, index_of


class Silent:
    """A display that shows nothing."""

    def update(self, status: Status) -> None:
        pass


@dataclass(frozen=True)
class Trouble(NullRenderer):
    """Noise pictures; rejects, dies or raises at chosen indices. What it did is noted in `notes`."""

    notes: str = ""
    reject_every: int = 0
    poison: tuple[int, ...] = ()
    """Kills its process each time."""
    stumble: tuple[int, ...] = ()
    """Kills its process the first time."""

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for take in takes:
            index = index_of(take.id)
            note = Path(self.notes) / take.id
            seen = note.read_text() if note.exists() else ""
            note.write_text(seen + "x")
            if index in self.poison or (index in self.stumble and not seen):
                os.kill(os.getpid(), signal.SIGKILL)
            if self.reject_every and index % self.reject_every == 0:
                yield Reject(take.id, "picture", "undrawable", "every so often")
            else:
                yield Raster(
                    take.id,
                    np.random.default_rng(take.seed).integers(0, 256, (32, 32, 3), np.uint8),
                    take.seed,
                    take.take,
                )


def run_of(
    folder: Path,
    n: int,
    *,
    renderer: Renderer | None = None,
    llm: LLM | None = None,
    checks: Mapping[str, Check] | None = None,
    engine: Engine | None = None,
    fingerprint: Mapping[str, str] | None = None,
    max_candidates: int = 5,
    images_per_prompt: int = 1,
) -> Run:
    """A run of the null ability, without hydra."""
    config = RunConfig(n=n, name="null", max_candidates=max_candidates, images_per_prompt=images_per_prompt)
    return Run(
        config,
        folder,
        {"null": NullAbility()},
        llm or NullWriter(),
        renderer or NullRenderer(),
        checks or {},
        {},
        engine or Local(1),
        fingerprint or {},
    )


def prompt(id: str, text: str = "((red balloon)), beach", subject: str = "red balloon") -> Prompt:
    return Prompt(id, Fields(subject), text)


def picture(id: str, data: bytes = b"not a picture") -> Picture:
    return Picture(id, data, "jpg", 8, 8, "00", 1)
