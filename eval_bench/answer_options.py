"""The typed keys of `answer`. `conf/eval_bench/answer.yaml` says what each means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore

from eval_bench.types import SHOWN, Shown

NAME = r"(?!\.)[\w.+@-]{1,100}"
"""Words that a command line takes as they are, and a file system too."""


@dataclass
class Caps:
    usd: float | None = None
    tokens: int | None = None


@dataclass
class AnswerConfig:
    items: Any = field(default_factory=list)
    model: Any = None
    name: str | None = None
    outputs: str = "answers"
    pictures: Any = field(default_factory=lambda: list(SHOWN))
    as_choice: bool = False
    seed: int = 0
    budget: Caps = field(default_factory=Caps)

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.items:
            yield "items: name the folder of a benchmark: items=benchmarks/generated"
        listed = self.pictures if isinstance(self.pictures, list) else [self.pictures]
        for one in listed:
            if one not in SHOWN:
                yield f"pictures: {one}: it has to be one of {', '.join(SHOWN)}"
        if not listed:
            yield f"pictures: name at least one of {', '.join(SHOWN)}"
        if self.name is not None and not re.fullmatch(NAME, self.name):
            yield (
                f"name={self.name!r}: it names a folder: up to 100 letters, digits and - _ . + @, no dot first; "
                "pass outputs=<folder> to put answers elsewhere"
            )
        for key in ("usd", "tokens"):
            value = getattr(self.budget, key)
            if value is not None and value <= 0:
                yield f"budget.{key}={value}: it has to be above 0, or null for no cap"

    @property
    def shown(self) -> list[Shown]:
        """In the order of SHOWN, each once."""
        return [one for one in SHOWN if one == self.pictures or one in self.pictures]

    @property
    def root(self) -> Path:
        return Path(self.outputs).expanduser()


ConfigStore.instance().store(name="answer_schema", node=AnswerConfig)
