"""From folders to findings: what the benchmarks ask, the models answered and the scorers marked, in figures."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from eval_bench import answers as answering
from eval_bench.answers import Answers
from eval_bench.benchmark import several
from eval_bench.report import about, guessing, hypothesis
from eval_bench.report.agreeing import agreements, raters
from eval_bench.report.cells import cells
from eval_bench.report.comparing import comparisons, looking, visible
from eval_bench.report.comparing import hypothesis as tested
from eval_bench.report.confusing import confusions, odd
from eval_bench.report.costing import cost
from eval_bench.report.findings import Findings, Hypothesis
from eval_bench.report.gaps import correlations, gaps
from eval_bench.report.grading import grades
from eval_bench.report.listing import rows
from eval_bench.report.material import Material
from eval_bench.report.options import SCORERS, ReportConfig
from eval_bench.report.paper import FIGURE_6
from eval_bench.study.findings import StudyFindings
from synthgen.errors import UsageError


def studied(config: ReportConfig, study: StudyFindings, asked: Collection[str]) -> Findings:
    """Of a study and the items that it asked about. Raises UsageError, DiskError."""
    models = [answering.load(folder) for folder in config.answers]
    sides = study.form == "sides"
    scorer = _beside(models) if sides else config.headline
    material = replace(_material(config, models), scorer=scorer, only=frozenset(asked))
    if sides:
        material = replace(material, ignored=frozenset({"human"}))
    if not sides:
        _check(material)
    fixed = hypothesis.sealed(config.folder, Hypothesis(config.primary, config.headline, False))
    found = findings(material, (), replace(fixed, primary="") if sides else fixed)
    told = (about.NOBODY,) if study.simulated and about.NOBODY not in found.embedded else ()
    outcome = _preferred(fixed, study) if sides else found.hypothesis
    return replace(found, study=study, hypothesis=outcome, embedded=(*told, *found.embedded))


def _beside(models: Sequence[Answers]) -> str:
    """Of sides, where people name no verdict: a scorer of which there are accuracies to stand beside it, if any."""
    marked = (s for s in SCORERS if s != "human" and all(one.marks.get(s, {}).get("shown") for one in models))
    return next(marked, "human")


def _preferred(fixed: Hypothesis, study: StudyFindings) -> Hypothesis:
    ability, _, source = fixed.primary.rpartition("_")
    places = [(p.ability or "pooled", p.source) for p in study.preferences if p.items]
    why_not = "" if (ability, source) in places else "no such item is decided"
    return replace(fixed, tested=not why_not, why_not=why_not)


def analyse(config: ReportConfig) -> Findings:
    """Reads the folders, and fixes hypothesis.json in that of the report. Raises UsageError, DiskError."""
    models, extra = [[answering.load(folder) for folder in folders] for folders in (config.answers, config.text_only)]
    material = _material(config, models)
    _check(material)
    scorer = "keyword" if config.headline == "human" else config.headline  # people are asked about shown pictures alone
    answerers = guessing.answerers(models, extra, scorer)
    material = replace(material, flagged=guessing.flagged(material.items, answerers, scorer))
    fixed = hypothesis.fixed(config.folder, Hypothesis(config.primary, config.headline, False))
    found = findings(material, [one.name for one in answerers], fixed)
    return replace(found, paper=FIGURE_6 if config.paper else ())


def findings(m: Material, answerers: Sequence[str], fixed: Hypothesis) -> Findings:
    """Everything that follows from the material alone."""
    told = guessing.guessable(m, answerers)
    benchmarks, models = tuple(about.benchmarks(m)), tuple(about.models(m))
    lacking = list(about.warnings(m, told))
    accuracies = tuple(cells(m))
    compared = comparisons(m, fixed.primary)
    apart = tuple(gaps(m, accuracies))
    return Findings(
        level=m.level,
        draws=m.draws,
        seed=m.seed,
        scorer=m.scorer,
        scorers=m.scorers,
        abilities=m.abilities,
        sources=m.sources,
        unvalidated=m.unvalidated,
        embedded=tuple(about.embedded(m, benchmarks, models)),
        warnings=tuple(sentence for sentence, _ in lacking),
        next=tuple(dict.fromkeys(command for _, command in lacking if command)),
        benchmarks=benchmarks,
        models=models,
        hypothesis=replace(tested(m, fixed.primary, compared), changed=fixed.changed),
        guessable=told,
        cells=accuracies,
        comparisons=tuple(compared),
        looking=tuple(looking(m)),
        gaps=apart,
        correlations=tuple(correlations(apart)),
        odd=tuple(odd(m)),
        confusions=tuple(confusions(m)),
        agreements=(*agreements(m), *raters(m)),
        grades=tuple(grades(m)),
        visible=tuple(visible(m, compared)),
        costs=tuple(cost(one) for one in m.answers),
        paper=(),
        rows=tuple(rows(m)),
    )


def _material(config: ReportConfig, models: Sequence[Answers]) -> Material:
    return Material(
        several(config.items), models, config.headline, level=config.level, draws=config.draws, seed=config.seed
    )


def _check(m: Material) -> None:
    """Raises UsageError for answers of which nothing can be said."""
    for one in m.answers:
        if not one.marks.get(m.scorer, {}).get("shown"):
            raise UsageError(_unscored(one, m.scorer))
        if not m.shown(one.name, m.scorer):
            raise UsageError(
                f"{one.folder} answers none of these items as they are now; "
                f"python -m eval_bench answer items={m.benchmarks[0].folder} name={one.name}"
            )


def _unscored(one: Answers, scorer: str) -> str:
    if "shown" not in one.by_picture:
        return (
            f"{one.folder} holds no answers to shown pictures; if it answers without any, pass text_only={one.folder}"
        )
    votes = " scorer.path=votes.csv" if scorer == "human" else ""
    score = f"python -m eval_bench score answers={one.folder} scorer={scorer}{votes}"
    return f"{one.folder} is not scored by {scorer}; {score}"
