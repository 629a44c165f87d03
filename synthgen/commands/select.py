"""decide again with other thresholds or checks, render nothing

python -m synthgen select run=outputs/joke qc.duplicate.phash_distance=5
python -m synthgen select run=outputs/joke ~qc.subject
"""

from collections.abc import Sequence

from synthgen.commands.told import out, pushing, run_of, talk
from synthgen.errors import TooFewKept
from synthgen.exporting import export, published
from synthgen.pipeline import at_work, reselect, write_selection
from synthgen.progress import exporting, selected, typed, written
from synthgen.report.page import write_report


def run(arguments: Sequence[str]) -> int:
    """Selects, exports and reports again. Raises TooFewKept naming the command that makes the rest."""
    about = run_of(arguments, "select")
    with at_work(about) as (store, desk):
        outcome = reselect(about, store)
        write_selection(store, outcome.lines)
        for part in selected(outcome):  # at once: pictures take longer to copy than to select
            out.print(part, highlight=False, markup=False)
        changes = [a for a in arguments if not a.startswith(("run=", "export.push="))]
        said = store.read_json("run.json") or {}
        store.write_json("run.json", said | {"selected": changes})  # for the card: the data is not what was made first
        with exporting(talk, desk) as watch:
            exports = export(about, store, outcome.kept, watch)
        report = write_report(about, store)
        command = said.get("command", [])
        for line in written(exports, str(report)):
            out.print(line, highlight=False, markup=False)
        for line in published(about, exports if outcome.full else [], pushing(desk)):
            out.print(line, highlight=False, markup=False)
    if not outcome.full:
        again = typed([*command, *changes])
        raise TooFewKept(f"fewer than {about.config.n} remain; to make the rest: {again}")
    return 0
