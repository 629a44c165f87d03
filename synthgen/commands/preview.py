"""look at a few samples, step by step, before you make many

python -m synthgen preview ability=style n=4
"""

import shlex
from collections.abc import Sequence

from synthgen.build import build_run
from synthgen.commands.fetch import fetch_first
from synthgen.commands.told import out
from synthgen.config import compose
from synthgen.errors import Interrupted
from synthgen.pipeline import at_work
from synthgen.report.preview import Memory, lines, looks, write_preview
from synthgen.types import Reply

FEW = "n=4"


def run(arguments: Sequence[str]) -> int:
    """Writes outputs/preview-<name>.html; and replies that cost money into the journal of the run that it previews.

    Raises SynthgenError.
    """
    given = any(a.startswith("n=") for a in arguments)
    about = build_run(compose([*arguments, *([] if given else [FEW])]))
    replies: Sequence[Reply] = ()
    fetch_first(about)
    if about.bills == "nothing":
        found = looks(about, about.config.n, Memory(about.folder))
    else:
        with at_work(about) as (_, desk):  # what is paid for is kept: the run finds it again
            try:
                found = looks(about, about.config.n, desk)
            except Interrupted as e:
                raise desk.stopped or e from None
            replies = list(desk.replies())
    path = write_preview(about, found, shlex.join(["python", "-m", "synthgen", "preview", *arguments]), replies)
    for line in lines(found):
        out.print(line, markup=False, highlight=False)
    out.print(f"every message and score: {path}", markup=False, highlight=False)
    return 0
