"""From a study's database to the folder of its results.

studies/first/results/
  index.html  bad.html  wrong.html  ...    the report, as `eval_bench report` writes it, with the study's own sections
  raw_votes.csv                            every vote, by numbered raters: ready to publish
  votes.csv                                those that count, as `scorer=human` reads them
  hypothesis.json                          what the design fixed before the first vote
answers/base/marks/human.jsonl             what people say of each answer: every later report has it beside the others
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from eval_bench import answers
from eval_bench.answers import Answers
from eval_bench.benchmark import several
from eval_bench.report.analysis import studied
from eval_bench.report.findings import Findings
from eval_bench.report.options import ReportConfig
from eval_bench.study.changed import changed, told, without
from eval_bench.study.database import Database
from eval_bench.study.findings import StudyFindings
from eval_bench.study.quality import counted_of
from eval_bench.study.raw import raw, votes
from eval_bench.study.result_options import ResultsConfig
from eval_bench.study.results import decisions, found, marks
from eval_bench.study.types import Design
from eval_bench.types import SIMULATED, Item, Mark
from synthgen.disk import replace as write_whole
from synthgen.errors import UsageError


def reported(db: Database, config: ResultsConfig) -> Findings:
    """What was found, with votes and marks on disk and that somebody looked written down; the pages are to be written.

    Raises UsageError, DiskError.
    """
    if not db.intact:
        raise UsageError(f"{db.path}: somebody changed the design since the study was made; restore it from a copy")
    ballots = db.ballots()
    folders = [Path(one.folder) for one in db.design.benchmarks]
    items = {item.id: item for one in several(folders) for item in one.items}
    models = [answers.load(Path(one.folder)) for one in db.design.models]
    other = changed(db.design, items, models)
    design = without(db.design, other)
    study = found(db, level=config.level, draws=config.draws, seed=config.seed, design=design)
    made = marks(design, decisions(design, ballots, counted_of(study.quality)))
    if study.votes and all(one.flags for one in study.quality if one.votes):
        raise UsageError(f"{study.folder}: all {study.people} raters are flagged, no vote counts; {_whys(study)}")
    if not study.votes or (design.form != "sides" and not any(made.values())):
        what = "no item has a vote on every model's answer yet" if study.votes else "nobody has voted on an item yet"
        raise UsageError(f"{study.folder}: {what}; go on: python -m eval_bench study name={design.name}")
    if design.simulated:
        _protect(models)
    with db.transaction():
        db.look(study.wanted - study.missing, study.wanted)
    if design.form != "sides":
        _mark(design, models, made, items)
    f = studied(_options(design, config), study, [one.item for one in design.sample])
    if other:
        f = replace(f, warnings=(told(db.design, ballots, other), *f.warnings))
    write_whole(config.folder / "raw_votes.csv", raw(db.design, ballots, study.quality, other).encode())
    write_whole(config.folder / "votes.csv", votes(design, ballots, study.quality).encode())
    return f


def _whys(study: StudyFindings) -> str:
    return "; ".join(f"{one.rater}: {', '.join(one.flags)}" for one in study.flagged)


def _options(design: Design, config: ResultsConfig) -> ReportConfig:
    return ReportConfig(
        items=[one.folder for one in design.benchmarks],
        answers=[one.folder for one in design.models],
        headline="human",
        primary=design.primary,
        level=config.level,
        draws=config.draws,
        seed=config.seed,
        out=str(config.folder),
    )


def _mark(
    design: Design, models: Sequence[Answers], made: Mapping[str, Sequence[Mark]], items: Mapping[str, Item]
) -> None:
    """Beside the answers, by the standard of today: who judges an answer does not need the keywords."""
    for one in models:
        own = [replace(mark, standard=items[mark.item].standard) for mark in made[one.name]]
        if design.simulated:
            grades = {SIMULATED: 1.0}
            own = [replace(mark, why=f"{mark.why} (simulated)", grades={**mark.grades, **grades}) for mark in own]
        answers.write_marks(one.folder, "human", own)


def _protect(models: Sequence[Answers]) -> None:
    """Raises UsageError where people's marks lie in the way of simulated ones."""
    for one in models:
        earlier = one.marks.get("human", {}).get("shown", {}).values()
        if not all(mark.grades.get(SIMULATED) for mark in earlier):
            raise UsageError(
                f"{one.folder / 'marks/human.jsonl'} is what people said, and simulated ones never take their place; "
                "copy the answers' folder, and simulate on the copy"
            )
