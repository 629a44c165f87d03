"""What a user says of a study's results: the typed keys of conf/eval_bench/study_results.yaml."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hydra.core.config_store import ConfigStore

from eval_bench.report.options import figure_mistakes


@dataclass
class ResultsConfig:
    """The keys of study results. `conf/eval_bench/study_results.yaml` says what each means."""

    study: str | None = None
    level: float = 0.95
    draws: int = 10_000
    seed: int = 0
    out: str | None = None

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.study:
            yield "name the study: study=studies/first"
        yield from figure_mistakes(self)

    @property
    def folder(self) -> Path:
        """Of the results."""
        return Path(self.out).expanduser() if self.out else Path(str(self.study)).expanduser() / "results"


ConfigStore.instance().store(name="study_results_schema", node=ResultsConfig)
