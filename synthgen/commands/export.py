"""export the kept samples of a run again, or with other exporters

python -m synthgen export run=outputs/joke exporter=[llava]
"""

from collections.abc import Sequence

from synthgen.commands.told import out, run_of, talk
from synthgen.errors import UsageError
from synthgen.exporting import export
from synthgen.pipeline import at_work
from synthgen.progress import exported, exporting


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, FolderInUse, DiskError."""
    about = run_of(arguments, "export")
    with at_work(about) as (store, desk):
        kept = [row["id"] for row in store.read_selection() if row["kept"]]
        if not kept:
            raise UsageError(f"{about.folder} has no kept samples yet: finish the run first, with its own command")
        with exporting(talk, desk) as watch:
            summaries = export(about, store, kept, watch)
        for line in (line for summary in summaries for line in exported(summary)):
            out.print(line, highlight=False, markup=False)
    return 0
