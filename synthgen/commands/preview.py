"""look at a few samples, step by step, before you make many

python -m synthgen preview ability=style n=4
"""

import shlex
from collections.abc import Sequence

from synthgen.build import build_run
from synthgen.commands.told import out
from synthgen.config import compose
from synthgen.report.preview import lines, looks, write_preview

FEW = "n=4"


def run(arguments: Sequence[str]) -> int:
    """Writes outputs/preview-<name>.html, and nothing else. Raises SynthgenError."""
    given = any(a.startswith("n=") for a in arguments)
    about = build_run(compose([*arguments, *([] if given else [FEW])]))
    found = looks(about, about.config.n)
    path = write_preview(about, found, shlex.join(["python", "-m", "synthgen", "preview", *arguments]))
    for line in lines(found):
        out.print(line, markup=False, highlight=False)
    out.print(f"every message and score: {path}", markup=False, highlight=False)
    return 0
