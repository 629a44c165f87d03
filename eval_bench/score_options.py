"""What a user says of scoring and of its audit: the typed keys of conf/eval_bench/score.yaml and audit.yaml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore

from eval_bench.commands.told import folders
from eval_bench.types import SHOWN, Shown
from synthgen.config import BudgetConfig, nearest


@dataclass
class ScoreConfig:
    """The keys of score. `conf/eval_bench/score.yaml` says what each means."""

    answers: Any = field(default_factory=list)
    items: Any = field(default_factory=list)
    pictures: Any = None
    scorer: dict[str, Any] = field(default_factory=dict)
    budget: BudgetConfig = field(default_factory=BudgetConfig)

    def passes(self, usual: Sequence[Shown]) -> Sequence[Any]:
        """Which passes are marked: those that are named, or the usual ones."""
        return usual if self.pictures is None else [self.pictures] if isinstance(self.pictures, str) else self.pictures

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        yield from _answers_mistakes(folders(self.answers))
        unknown = [str(one) for one in self.passes(()) if one not in SHOWN]
        yield from (f"pictures={one}{nearest(one, SHOWN)}" for one in unknown)
        for key in ("usd", "tokens"):
            if getattr(self.budget, key) is not None and getattr(self.budget, key) <= 0:
                yield f"budget.{key}={getattr(self.budget, key)}: it has to be above 0, or null for no cap"


@dataclass
class AuditConfig:
    """The keys of audit. `conf/eval_bench/audit.yaml` says what each means."""

    answers: Any = field(default_factory=list)
    items: Any = field(default_factory=list)
    labels: str | None = None
    out: str = "audit.csv"
    n: int = 100
    seed: int = 0

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        yield from _answers_mistakes(folders(self.answers))
        if self.n < 1:
            yield f"n={self.n}: it has to be above 0"
        if Path(self.out).suffix != ".csv":
            yield f"out={self.out}: it has to be a file that ends in .csv"


def _answers_mistakes(found: Sequence[Path]) -> Iterator[str]:
    if not found:
        yield "name the answers: answers=answers/toy"
    names = [folder.resolve().name for folder in found]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"answers: two folders are called {name}; reports tell models by the names of their folders"


ConfigStore.instance().store(name="score_schema", node=ScoreConfig)
ConfigStore.instance().store(name="audit_schema", node=AuditConfig)
