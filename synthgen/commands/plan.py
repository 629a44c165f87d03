"""what a run will cost: requests, dollars, GPU time, disk, wall-clock

python -m synthgen plan ability=joke n=5000 llm=openai renderer=sdxl    asks for 8 samples; the run finds them again
python -m synthgen plan ability=joke n=5000 from=outputs/joke           by the figures of an earlier run; asks nobody
python -m synthgen plan experiment=paper json=true                      one JSON object, for scripts
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from synthgen.commands.told import out, talk
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.forecast import by_earlier, by_pilot
from synthgen.progress import typed
from synthgen.report.estimate import as_json, lines


def run(arguments: Sequence[str]) -> int:
    """Raises SynthgenError."""
    words = [a for a in arguments if not a.startswith(("from=", "json="))]
    earlier = [Path(a.removeprefix("from=")) for a in arguments if a.startswith("from=")]
    asked_for = [a.removeprefix("json=") for a in arguments if a.startswith("json=")]
    if len(earlier) > 1 or asked_for not in ([], ["true"], ["false"]):
        raise UsageError("plan takes the folder of one earlier run, from=outputs/joke, and json=true or json=false")
    config = compose(words)
    found = by_earlier(config, earlier[0]) if earlier else by_pilot(config, say)
    found = replace(found, next=typed(words))
    if asked_for == ["true"]:
        print(json.dumps(as_json(found), indent=1))
    else:
        for line in lines(found):
            out.print(line, highlight=False, markup=False)
    return 0


def say(line: str) -> None:
    talk.print(line, highlight=False, markup=False)
