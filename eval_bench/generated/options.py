"""What a user says of a benchmark to build: the keys of a run, and its shares."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore

from eval_bench.types import STYLES
from synthgen.config import RunConfig


@dataclass
class GeneratedConfig(RunConfig):
    """`conf/eval_bench/build_generated.yaml` says what each key means."""

    n: int = 50
    outputs: str = "benchmarks"
    styles: dict[str, float] = field(default_factory=dict)
    held_out: float = 0.5
    training: Any = field(default_factory=list, metadata={"operational": True})

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        yield from super().mistakes()
        unknown = [style for style in self.styles if style not in STYLES]
        yield from (f"styles.{style}: there are {', '.join(STYLES)}" for style in unknown)
        if not unknown and (min(self.styles.values(), default=0) < 0 or not sum(self.styles.values())):
            yield f"styles={self.styles}: shares are not below 0, and one of them is above it"
        if not 0 <= self.held_out <= 1:
            yield f"held_out={self.held_out}: it has to be a share from 0 to 1"
        if self.images_per_prompt != 1:
            yield f"images_per_prompt={self.images_per_prompt}: each item has a prompt of its own; leave it out"
        if self.language != "en":
            yield f"language={self.language}: items are marked by English words; leave it out"
        for path in self.trained_on:
            if not path.exists():
                yield f"training: {path} is not there"

    @property
    def trained_on(self) -> list[Path]:
        """Training sets; a single one need not stand in brackets."""
        listed = self.training if isinstance(self.training, list) else [self.training] if self.training else []
        return [Path(str(one)).expanduser() for one in listed]


ConfigStore.instance().store(name="generated_schema", node=GeneratedConfig)
