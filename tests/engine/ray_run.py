"""A driver on a Ray cluster: python -m tests.engine.ray_run FOLDER NOTES N ADDRESS [options of Found, as JSON]"""

import json
import sys
from pathlib import Path

from synthgen.crew import foreman
from synthgen.engine.ray import Ray
from tests.doubles import run_of
from tests.driving import drive


def main() -> int:
    from tests.engine.rays import Found  # by its importable name, for the workers

    foreman.MOMENT = 600.0  # nobody is late, however busy the machine is
    folder, notes, n, address, *options = sys.argv[1:]
    renderer = Found(notes=notes, **json.loads(options[0] if options else "{}"))
    return drive(run_of(Path(folder), int(n), renderer=renderer, engine=Ray(address)))


if __name__ == "__main__":
    sys.exit(main())
