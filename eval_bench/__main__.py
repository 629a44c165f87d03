"""One door: python -m eval_bench <command> [key=value ...]

`python -m eval_bench --help` lists the commands.
"""

import sys
from collections.abc import Sequence

from synthgen.__main__ import guarded


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code of `synthgen.errors`."""
    return guarded(_run, argv, "eval_bench")


def _run(words: list[str]) -> int:
    from eval_bench import commands
    from eval_bench.commands import helping

    asks = any(word in ("-h", "--help") for word in words)
    words = [word for word in words if word not in ("-h", "--help")]
    if not words:
        return helping.show(None)
    command, rest = commands.taken_off(words)
    return helping.show(command) if asks else commands.find(command)(rest)


if __name__ == "__main__":
    sys.exit(main())
