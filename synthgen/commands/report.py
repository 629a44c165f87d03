"""write report.html of a run again

python -m synthgen report run=outputs/joke
"""

from collections.abc import Sequence

from synthgen.commands.told import out, run_of
from synthgen.errors import UsageError
from synthgen.report.page import write_report
from synthgen.store import Store


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, also for a run that has not come to its first selection."""
    about = run_of(arguments, "report")
    store = Store(about.folder)
    if not store.read_selection():
        raise UsageError(f"{about.folder} has no selection yet: let the run finish, with its own command, then report")
    out.print(str(write_report(about, store)), highlight=False, markup=False)
    return 0
