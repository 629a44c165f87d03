"""decide again with other thresholds or checks, render nothing

python -m synthgen select run=outputs/joke qc.duplicate.phash_distance=5
python -m synthgen select run=outputs/joke ~qc.subject
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from synthgen.beacon import say_again
from synthgen.build import Run, informed
from synthgen.commands.told import out, pushing, run_of, talk
from synthgen.errors import TooFewKept, UsageError
from synthgen.exporting import export, left_alone, published, unbroken
from synthgen.measure import measurement
from synthgen.pipeline import at_work, reselect, write_selection
from synthgen.progress import exporting, selected, typed, written
from synthgen.report.page import write_report
from synthgen.store import Store
from synthgen.types import Reject


def run(arguments: Sequence[str]) -> int:
    """Selects, exports and reports again. Raises TooFewKept, naming the command that makes the rest."""
    about = run_of(arguments, "select")
    changes = [a for a in arguments if not a.startswith(("run=", "export.push="))]
    with at_work(about) as (store, desk):
        said = store.read_json("run.json") or {}
        command = [*said.get("command", []), *(change for change in changes if change not in said.get("command", []))]
        unmeasured = list(_unmeasured(about, store))
        if unmeasured:  # before anything is replaced
            raise UsageError(*dict.fromkeys(unmeasured), f"to have it measured: {typed(command)}")
        other = _other(about)
        if other:
            talk.print(f"{', '.join(other)}: dialogues were written with other options, and stay as they are")
        outcome = reselect(about, store)
        write_selection(store, outcome.lines)
        say_again(store, about.config.n, [stage for line in outcome.lines for stage in line.stages()])
        for part in selected(outcome):  # at once: pictures take longer to copy than to select
            out.print(part, highlight=False, markup=False)
        store.write_json("run.json", said | {"selected": changes})  # for the card: the data is not what was made first
        with exporting(talk, desk) as watch:
            exports = export(about, store, watch)
        report = write_report(about, store)
        for line in written(exports, str(report)):
            out.print(line, highlight=False, markup=False)
        for line in chain(left_alone(about), published(about, exports if outcome.full else [], pushing(desk))):
            out.print(line, highlight=False, markup=False)
    unbroken(exports)
    if not outcome.full and other:
        new = typed([*(word for word in command if not word.startswith("name=")), f"name={about.folder.name}-2"])
        raise TooFewKept(
            f"fewer than {about.config.n} remain, and with these options more can only be made anew: {new}"
        )
    if not outcome.full:
        raise TooFewKept(f"fewer than {about.config.n} remain; to make the rest: {typed(command)}")
    return 0


def _unmeasured(about: Run, store: Store) -> Iterator[str]:
    """Why checks that reject have measured nothing in a run that has what they read."""
    has = {"picture": _any(about, store, "pictures"), "dialogue": _any(about, store, "dialogues")}
    for name, check in about.checks.items():
        wanted = check.action == "reject" and has[check.reads]
        if wanted and not _any(about, store, f"scores/{name}", measurement(check)):
            yield from check.preflight() or [f"qc.{name} has measured nothing in {about.folder} with these options"]


def _any(about: Run, store: Store, table: str, note: str = "") -> bool:
    """Whether any of its rows is more than a reject."""
    rows = (row for ability in about.abilities for row in store.rows(table, ability, note=note, light=True))
    return any(not isinstance(row, Reject) for row in rows)


def _other(about: Run) -> list[str]:
    """Options of checks that the dialogues of a run rest on, where they are others now."""
    now, before = informed(about.checks), {k: v for k, v in about.fingerprint.items() if k.startswith("qc.")}
    return sorted(key for key in {*now, *before} if now.get(key) != before.get(key))
