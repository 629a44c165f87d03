"""export the kept samples of a run again, or with other exporters

python -m synthgen export run=outputs/joke exporter=[llava]
python -m synthgen export run=outputs/joke export.push=me/jokes        to the Hugging Face hub, with its card
"""

from collections.abc import Sequence

from synthgen.commands.told import out, pushing, run_of, talk, warn_if_short
from synthgen.errors import UsageError
from synthgen.exporting import export, published, unbroken
from synthgen.pipeline import at_work
from synthgen.progress import content, exported, exporting


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, FolderInUse, DiskError; TooFewKept where kept samples cannot be in an export."""
    about = run_of(arguments, "export")
    if not about.exporters:
        raise UsageError("no exporter; pass exporter=[llava]")
    with at_work(about) as (store, desk):
        kept = sum(1 for _ in store.kept())
        if not kept:
            raise UsageError(f"{about.folder} has no kept samples yet: finish the run first, with its own command")
        warn_if_short(about, kept)
        with exporting(talk, desk) as watch:
            exports = export(about, store, watch)
        for line in (*(line for summary in exports for line in exported(summary)), content(exports)):
            out.print(line, highlight=False, markup=False)
        for line in published(about, exports, pushing(desk)):
            out.print(line, highlight=False, markup=False)
    unbroken(exports)
    return 0
