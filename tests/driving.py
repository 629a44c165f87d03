"""The body of a driver that a test starts, kills and reads: one run, told as JSON."""

import json
import sys

from synthgen.build import Run
from synthgen.errors import SynthgenError
from synthgen.pipeline import at_work, generate
from tests.doubles import Silent


def drive(run: Run) -> int:
    """The exit code. What was kept and rendered goes to stdout, all that is told to stderr."""
    try:
        with at_work(run) as (store, desk):
            desk.say = lambda line: print(line, file=sys.stderr)
            outcome = generate(run, store, desk, Silent())
    except SynthgenError as e:
        print(e, file=sys.stderr)
        return e.exit_code
    print(json.dumps({"kept": len(outcome.kept), "rendered": outcome.rendered}))
    return 0
