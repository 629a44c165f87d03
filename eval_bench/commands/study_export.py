"""a study as a project of Label Studio: its configuration, blind tasks and pictures

python -m eval_bench study export study=studies/first out=label_studio
python -m eval_bench study export study=studies/first out=to_look_at votes=true
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hydra.core.config_store import ConfigStore
from rich.progress import track

from eval_bench.commands.told import out, talk
from eval_bench.study.database import NAME, Database
from eval_bench.study.label_studio import files, statements
from synthgen.config import compose_entry
from synthgen.disk import replace
from synthgen.errors import UsageError


@dataclass
class StudyExportConfig:
    """The keys of `study export`. `conf/eval_bench/study_export.yaml` says what each means."""

    study: str | None = None
    out: str | None = None
    votes: bool = False

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.study:
            yield "no study is named; pass study=studies/first"


ConfigStore.instance().store(name="study_export_schema", node=StudyExportConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/study_export", StudyExportConfig)
    folder = Path(str(config.study)).expanduser()
    db = Database(folder / NAME)
    to = Path(config.out).expanduser() if config.out else folder / "label_studio"
    if to.exists() and not (to / "tasks.json").is_file() and (to.is_file() or any(to.iterdir())):
        raise UsageError(f"out={to} is there, and holds no export of a study; pass another out=")
    for name, data in track(
        files(db, config.votes), "files", console=talk, transient=True, disable=not talk.is_terminal
    ):
        replace(to / name, data)
    _say(f"{to}: {len(statements(db)):,} statements, in an order that says nothing")
    if config.votes:
        _say("the votes so far are in it as annotations, to be looked at; an import does not count them again")
    _say(f"{to / 'README.md'} says how Label Studio takes it. Then:")
    _say(f"python -m eval_bench study import study={folder} file=export.json")
    db.close()
    return 0


def _say(line: str) -> None:
    out.print(line, highlight=False, markup=False)
