"""make a dataset (the default command)

python -m synthgen ability=joke n=5000
python -m synthgen -m ability=glob(*,exclude=all) n=1000      one run after the other
"""

import gc
import time
from collections.abc import Sequence
from itertools import chain

from synthgen import __version__
from synthgen.build import Run, build, build_run, folder_of
from synthgen.commands.fetch import fetch_first
from synthgen.commands.told import out, pushing, talk
from synthgen.config import compose, sweep
from synthgen.engine.static import Static
from synthgen.engine.static.attending import attend
from synthgen.errors import AccessError, BudgetReached, Interrupted, OutageError, SynthgenError, TooFewKept, UsageError
from synthgen.exporting import export, left_alone, published, unbroken
from synthgen.interfaces import Engine
from synthgen.kit.launchers import Group, group
from synthgen.ledger import ledger
from synthgen.pipeline import Outcome, at_work, generate, refuse_other_configuration
from synthgen.progress import exporting, instead, opening, spent, summary, to_go_on, typed, watching
from synthgen.report.page import write_report
from synthgen.store import Store
from synthgen.types import ExportSummary


def run(arguments: Sequence[str]) -> int:
    """Make, select, export, report. Raises SynthgenError."""
    many = "-m" in arguments or "--multirun" in arguments
    if many:
        arguments = [a for a in arguments if a not in ("-m", "--multirun")]
    us = group()
    if us and us.rank and (code := _attend(us, sweep(arguments) if many else [arguments])) is not None:
        return code
    return _one_after_the_other(arguments) if many else make(build_run(compose(arguments)), arguments)


def _attend(us: Group, runs: Sequence[Sequence[str]]) -> int | None:
    """Render for rank 0, which makes these runs, and alone tells of mistakes in them.

    None for a task of a job array that is a run of its own, as another engine says.
    """
    try:
        configs = [compose(overrides) for overrides in runs]
        engine = build(configs[0].engine, "engine", Engine)  # type: ignore[type-abstract]
    except UsageError as e:
        return e.exit_code
    if isinstance(engine, Static):
        attend(us, [folder_of(config) for config in configs], engine.patience)
    return None if us.array and not isinstance(engine, Static) else 0


def make(run: Run, command: Sequence[str]) -> int:
    """One run from its parts. Raises TooFewKept when candidates ran out, with everything written."""
    refuse_other_configuration(run, Store(run.folder))  # before gigabytes are fetched for it
    fetch_first(run)
    with at_work(run) as (store, desk):
        for line in opening(run, command):
            talk.print(line, highlight=False, markup=False)
        about = store.read_json("run.json") or {}
        about.pop("selected", None)  # by `select`, with other thresholds than these
        about |= {
            "synthgen": __version__,
            "command": list(command),
            "choices": run.config.choices,
            "fingerprint": dict(run.fingerprint),
        }
        store.write_json("run.json", about)
        store.log(event="started", time=time.time(), n=run.config.n)
        desk.say = lambda line: talk.print(line, highlight=False, markup=False)
        gc.freeze()  # what is loaded now stays: no need to search it for garbage again and again
        try:
            with watching(talk) as display:
                outcome = generate(run, store, desk, display)
        except (Interrupted, AccessError, OutageError):
            kept = list(store.kept())  # as far as an earlier run had come
            about["ledger"] = ledger(desk, kept, run.config.images_per_prompt)
            store.write_json("run.json", about)
            if run.bills != "nothing":
                talk.print(spent(about["ledger"], len(kept)), highlight=False, markup=False)
            raise
        if run.bills != "nothing" or run.renderer.on_gpu:
            about["ledger"] = ledger(desk, outcome.kept, run.config.images_per_prompt)
        store.write_json("run.json", about | {"figures": _figures(outcome)})
        exports: Sequence[ExportSummary] = []
        if outcome.stopped is None:
            with exporting(talk, desk) as watch:
                exports = export(run, store, watch)
        report = write_report(run, store)
        store.log(event="finished", time=time.time(), kept=len(outcome.kept))
        for part in summary(outcome, exports, str(report), about.get("ledger")):
            out.print(part, highlight=False, markup=False)
        for line in chain(left_alone(run), published(run, exports if outcome.full else [], pushing(desk))):
            out.print(line, highlight=False, markup=False)
    if isinstance(outcome.stopped, BudgetReached):
        outcome.stopped.add_note(to_go_on(instead(command, outcome.stopped.larger)))
    if outcome.stopped is not None:
        raise outcome.stopped
    unbroken(exports)
    if not outcome.full:
        raise _too_few(run, outcome, command)
    more = typed(instead(command, f"n={10 * run.config.n}"))
    supply = [run.llm.supply(name) for name in run.abilities]
    grows = all(rows is None or rows > run.config.n for rows in supply)
    out.print(f"next: open {report}" + (f"; more of it: {more}" if grows else ""), highlight=False, markup=False)
    return 0


def _figures(outcome: Outcome) -> dict[str, object]:
    return {
        "seconds": round(outcome.seconds, 2),
        "rendered": outcome.rendered,
        "kept": {line.ability.name: len(line.selection.kept) for line in outcome.lines},
        "rejected": {line.ability.name: len(line.selection.rejects) for line in outcome.lines},
    }


def _too_few(run: Run, outcome: Outcome, command: Sequence[str]) -> TooFewKept:
    short = [line for line in outcome.lines if not line.selection.full]
    counts = ", ".join(f"{line.ability.name} {len(line.selection.kept)} of {line.selection.n}" for line in short)
    if any(line.most < run.config.n * run.config.max_candidates for line in short):
        writer = run.llm.describe_yourself()
        return TooFewKept(f"kept {counts}: {writer} has no more rows; the report shows what was rejected and why")
    most, more = run.config.max_candidates, f"max_candidates={2 * run.config.max_candidates}"
    error = TooFewKept(f"kept {counts} out of {most} candidates each; allow more with {more}")
    error.add_note(to_go_on(instead(command, more)))
    return error


def _one_after_the_other(arguments: Sequence[str]) -> int:
    """All runs of a sweep, whatever becomes of one; the worst exit code."""
    runs = sweep(arguments)
    mistakes: list[str] = []
    if len(runs) > 1 and any(argument.startswith("export.push=") for argument in arguments):
        mistakes.append("export.push: each run of a sweep would take the place of the one before; push them one by one")
    for overrides in runs:  # a mistake in the last run is told before the first one starts
        try:
            compose(overrides)
        except UsageError as e:
            mistakes += e.mistakes
    if mistakes:
        raise UsageError(*dict.fromkeys(mistakes))
    worst = 0
    for overrides in runs:
        talk.print(f"-- {' '.join(overrides)}", highlight=False, markup=False)
        try:
            code = run(overrides)
        except SynthgenError as e:
            notes = getattr(e, "__notes__", [to_go_on(overrides)] if e.again else [])
            talk.print("\n".join([f"synthgen: {e}", *notes]), highlight=False, markup=False)
            code = e.exit_code
            if code == 130:
                raise
        worst = max(worst, code)
    return worst
