"""A process of a run: python -m tests.engine.contract_run ENGINE FOLDER NOTES N OPTIONS

It drives, or works for the driver of FOLDER where a launcher says so. OPTIONS: of `Chaos`, as JSON.
"""

import json
import sys
from pathlib import Path

from synthgen.engine.local import Local
from synthgen.engine.ray import Ray
from synthgen.engine.static import Static
from synthgen.engine.static.attending import attend
from synthgen.errors import SynthgenError
from synthgen.interfaces import Engine
from synthgen.kit.launchers import group
from tests.doubles import run_of
from tests.driving import drive
from tests.test_select import RULE


def main() -> int:
    from tests.engine.contract import Chaos  # by its importable name, for the workers

    engine, folder, notes, n, options = sys.argv[1:]
    us = group()
    if us and us.rank:
        try:
            attend(us, [Path(folder)], patience=60)
        except SynthgenError as e:
            print(e, file=sys.stderr)
            return e.exit_code
        return 0
    engines: dict[str, Engine] = {"local": Local(2), "static": Static(), "ray": Ray(max=2)}
    renderer = Chaos(notes=notes, **json.loads(options))
    return drive(run_of(Path(folder), int(n), renderer=renderer, checks={"duplicate": RULE}, engine=engines[engine]))


if __name__ == "__main__":
    sys.exit(main())
