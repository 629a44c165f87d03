"""What a user says of a report: the typed keys of conf/eval_bench/report.yaml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore

from eval_bench.types import SOURCES
from synthgen.config import nearest

SCORERS = ("keyword", "choice", "judge", "human")


@dataclass
class ReportConfig:
    """The keys of a report. `conf/eval_bench/report.yaml` says what each means."""

    items: Any = field(default_factory=list)
    answers: Any = field(default_factory=list)
    text_only: Any = field(default_factory=list)
    headline: str = "keyword"
    primary: str = "pooled_real"
    level: float = 0.95
    draws: int = 10_000
    seed: int = 0
    paper: bool = False
    out: str | None = None

    def __post_init__(self) -> None:
        """A single one need not stand in brackets."""
        self.items, self.answers, self.text_only = map(_folders, (self.items, self.answers, self.text_only))

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.items:
            yield "a report needs items: items=benchmarks/generated, or items=[benchmarks/generated,benchmarks/real]"
        if not self.answers:
            yield "a report needs answers: answers=answers/toy, or answers=[answers/base,answers/tuned]"
        folders: dict[str, Path] = {}
        for path in (*self.answers, *self.text_only):
            name, place = path.resolve().name, path.resolve()
            if folders.setdefault(name, place) != place:
                yield f"{folders[name]} and {place} are both called {name!r} in a report; rename one of the folders"
        if len(set(map(Path.resolve, self.answers))) < len(self.answers):
            yield "answers names a folder twice"
        if self.headline not in SCORERS:
            yield f"headline={self.headline}{nearest(self.headline, SCORERS)}"
        if self.primary.rpartition("_")[2] not in SOURCES or not self.primary.rpartition("_")[0]:
            yield f"primary={self.primary}: it has to be pooled_real, pooled_generated, or an ability as in color_real"
        yield from figure_mistakes(self)

    @property
    def folder(self) -> Path:
        """Of the report."""
        names = "+".join(path.resolve().name for path in self.answers)
        return Path(self.out).expanduser() if self.out else Path("reports") / names


def figure_mistakes(c: Any) -> Iterator[str]:
    """Of how figures are computed; `study results` has these keys too."""
    if not 0.5 <= c.level < 1:
        yield f"level={c.level}: it has to be a share from 0.5 to below 1"
    if not 100 <= c.draws <= 1_000_000:
        yield f"draws={c.draws}: it has to be 100 to 1000000"
    if c.seed < 0:
        yield f"seed={c.seed}: it has to be at least 0"


ConfigStore.instance().store(name="report_schema", node=ReportConfig)


def _folders(value: Any) -> Sequence[Path]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [Path(str(one)).expanduser() for one in listed]
