"""A rank of a run: python -m tests.engine.rank_run FOLDER NOTES N [options of Cards, as JSON]"""

import json
import sys
from pathlib import Path

from synthgen.engine.local import Local, ranks
from synthgen.engine.local.attending import attend
from synthgen.errors import SynthgenError
from synthgen.pipeline import at_work, generate
from tests.doubles import Silent, run_of
from tests.engine.cards import Cards


def main() -> int:
    folder, notes, n, *options = sys.argv[1:]
    try:
        if (group := ranks.group()) and group.rank:
            attend(group, [Path(folder)])
            return 0
        renderer = Cards(notes=notes, **json.loads(options[0] if options else "{}"))
        run = run_of(Path(folder), int(n), renderer=renderer, engine=Local())
        with at_work(run) as (store, desk):
            desk.say = lambda line: print(line, file=sys.stderr)
            outcome = generate(run, store, desk, Silent())
    except SynthgenError as e:
        print(e, file=sys.stderr)
        return e.exit_code
    print(json.dumps({"kept": len(outcome.kept), "rendered": outcome.rendered}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
