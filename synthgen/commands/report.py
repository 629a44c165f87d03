"""write report.html of a run again

python -m synthgen report run=outputs/joke
"""

from collections.abc import Sequence

from synthgen.commands.told import out, run_of
from synthgen.report.page import write_report
from synthgen.store import Store


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError."""
    about = run_of(arguments, "report")
    out.print(str(write_report(about, Store(about.folder))), highlight=False, markup=False)
    return 0
