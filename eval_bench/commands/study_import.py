"""votes that were given elsewhere: a packet's votes.json, or an export of Label Studio

python -m eval_bench study import study=studies/first file=votes.json
python -m eval_bench study import study=studies/first file=export.json
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hydra.core.config_store import ConfigStore

from eval_bench.commands.told import out
from eval_bench.study import annotated, packets
from eval_bench.study.database import NAME, Database
from synthgen.config import compose_entry
from synthgen.errors import UsageError


@dataclass
class StudyImportConfig:
    """The keys of `study import`. `conf/eval_bench/study_import.yaml` says what each means."""

    study: str | None = None
    file: str | None = None

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.study:
            yield "no study is named; pass study=studies/first"
        if not self.file:
            yield "no file is named; pass file=votes.json"


ConfigStore.instance().store(name="study_import_schema", node=StudyImportConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/study_import", StudyImportConfig)
    folder, path = Path(str(config.study)).expanduser(), Path(str(config.file)).expanduser()
    db = Database(folder / NAME)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"file={path}: cannot be read ({e}); name a votes.json, or an export of Label Studio") from e
    if packets.is_votes(text):
        rater, new, known = packets.take(db, text)
        _say(f"{rater.label}: {new:,} votes and changes are new, {known:,} were known")
    elif annotated.is_export(text):
        _tell(annotated.take(db, text))
    else:
        raise UsageError(f"file={path}: is neither the votes.json of a packet nor a JSON export of Label Studio")
    _say(f"see how far the study is: python -m eval_bench study name={folder.name}")
    _say(f"once all votes are in: python -m eval_bench study results study={folder}")
    db.close()
    return 0


def _tell(taken: annotated.Taken) -> None:
    _say(f"{taken.votes:,} votes are new, {taken.changed:,} changed, {taken.known:,} were known")
    if taken.raters:
        _say(f"new raters: {', '.join(taken.raters)}")
    if taken.skipped:
        _say(f"{taken.skipped:,} annotations were skipped in Label Studio, or have no choice: they are no votes")
    if taken.own:
        _say(f"{taken.own:,} annotations are this study's own votes, exported to be looked at: not counted again")


def _say(line: str) -> None:
    out.print(line, highlight=False, markup=False)
