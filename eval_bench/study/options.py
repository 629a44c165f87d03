"""What a user says of a study: the typed keys of conf/eval_bench/study.yaml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hydra.core.config_store import ConfigStore

from eval_bench.study.types import FORMS
from eval_bench.types import SOURCES
from synthgen.config import nearest


@dataclass
class DesignConfig:
    """What is fixed before the first vote, of people and of simulated raters."""

    items: Any = None
    answers: Any = None
    name: str | None = None
    form: str = "right"
    raters: int = 3
    invitations: int | None = None
    n: int | None = None
    reference: str = "shown"
    attention: float = 0.05
    calibration: int = 5
    right_from: int = 4
    primary: str = "pooled_real"
    seed: int = 0

    def __post_init__(self) -> None:
        """A single one need not stand in brackets."""
        self.items, self.answers = folders(self.items), folders(self.answers)

    @property
    def folder(self) -> Path:
        """Of the study."""
        return Path("studies") / (self.name or "+".join(path.resolve().name for path in self.answers))


@dataclass
class StudyConfig(DesignConfig):
    """The keys of a study. `conf/eval_bench/study.yaml` says what each means."""

    days: float = 30
    consent: str | None = None
    contact: str | None = None
    host: str = "127.0.0.1"
    port: int = 8430
    url: str | None = None
    open: bool | None = None

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        yield from design_mistakes(self)
        if self.days <= 0:
            yield f"days={self.days}: it has to be more than 0"
        if not 0 <= self.port <= 65535:
            yield f"port={self.port}: it has to be 0 to 65535"


def design_mistakes(c: DesignConfig) -> Iterator[str]:
    """Values of a design that make no sense."""
    if not c.answers and not c.name:
        yield (
            "a study needs items and answers: items=benchmarks/generated answers=[answers/base,answers/tuned]; "
            "or name= of one that is there"
        )
    if c.name and (Path(c.name).name != c.name or c.name.startswith(".")):
        yield f"name={c.name}: it has to be a word without slashes; the folder is studies/<name>"
    if c.form not in FORMS:
        yield f"form={c.form}{nearest(c.form, FORMS)}"
    if c.form == "sides" and c.answers and len(c.answers) != 2:
        yield "form=sides compares two: answers=[answers/base,answers/tuned]"
    if c.reference not in ("shown", "hidden"):
        yield f"reference={c.reference}: it has to be shown or hidden"
    for name, low, high in (("raters", 1, 99), ("calibration", 0, 50), ("right_from", 2, 5)):
        if not low <= getattr(c, name) <= high:
            yield f"{name}={getattr(c, name)}: it has to be {low} to {high}"
    if c.invitations is not None and c.invitations < c.raters:
        yield f"invitations={c.invitations}: raters={c.raters} per item need at least as many people"
    if c.n is not None and c.n < 1:
        yield f"n={c.n}: it has to be at least 1, or null for all items"
    if not 0 <= c.attention <= 0.5:
        yield f"attention={c.attention}: it has to be a share from 0 to 0.5"
    if c.seed < 0:
        yield f"seed={c.seed}: it has to be at least 0"
    if c.primary.rpartition("_")[2] not in SOURCES or not c.primary.rpartition("_")[0]:
        yield f"primary={c.primary}: it has to be pooled_real, pooled_generated, or an ability as in color_real"


def folders(value: Any) -> Sequence[Path]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [Path(str(one)).expanduser() for one in listed]


ConfigStore.instance().store(name="study_schema", node=StudyConfig)
