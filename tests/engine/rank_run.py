"""A rank of a run: python -m tests.engine.rank_run FOLDER NOTES N [options of Cards, as JSON]"""

import json
import sys
from pathlib import Path

from synthgen.engine.local import Local
from synthgen.engine.static import Static
from synthgen.engine.static.attending import attend
from synthgen.errors import SynthgenError
from synthgen.kit.launchers import group
from tests.doubles import run_of
from tests.driving import drive
from tests.engine.cards import Cards


def main() -> int:
    folder, notes, n, *options = sys.argv[1:]
    us = group()
    if us and us.rank:
        try:
            attend(us, [Path(folder)], patience=5)
        except SynthgenError as e:
            print(e, file=sys.stderr)
            return e.exit_code
        return 0
    renderer = Cards(notes=notes, **json.loads(options[0] if options else "{}"))
    return drive(run_of(Path(folder), int(n), renderer=renderer, engine=Static() if us else Local()))


if __name__ == "__main__":
    sys.exit(main())
