"""One door: python -m synthgen [command] [key=value ...]

No command means `generate`. `python -m synthgen --help` lists commands, groups and options.
"""

import io
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from synthgen.errors import DiskError, SynthgenError
from synthgen.kit import signals


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code of `synthgen.errors`."""
    return guarded(_run, argv, "synthgen")


def guarded(run: Callable[[list[str]], int], argv: Sequence[str] | None, name: str) -> int:
    """The exit code of what is run; errors that are a user's become lines that begin with the program's name.

    `argv`: None for those of this process, which is ours then.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    again = f"to go on: {shlex.join(['python', '-m', name, *words])}"
    interrupted = f"{name}: interrupted; what was finished is kept\n{again}"
    if argv is None:
        signals.program(interrupted)
    code, said = _ended(run, words, name, again, interrupted)
    if argv is None:
        signals.over(code)
    with suppress(BrokenPipeError):  # nobody reads it; the code says it, too
        for line in said:
            print(line, file=sys.stderr)
    if argv is None and code == signals.INTERRUPTED:
        signals.end()
    return code


def _ended(
    run: Callable[[list[str]], int], words: list[str], name: str, again: str, interrupted: str
) -> tuple[int, Sequence[str]]:
    """The exit code, and what to say."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show a letter is no reason to fail
    try:
        code = run(words[:])
        sys.stdout.flush()
        return code, []
    except SynthgenError as e:
        if signals.raised():
            return signals.INTERRUPTED, [interrupted]
        lines = [line if line.startswith("  ") else f"{name}: {line}" for line in str(e).splitlines()]
        return e.exit_code, [*lines, *getattr(e, "__notes__", [again] if e.again else [])]
    except BrokenPipeError:  # nobody reads on: "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0, []
    except KeyboardInterrupt:
        return signals.INTERRUPTED, [interrupted]
    except (PermissionError, IsADirectoryError, NotADirectoryError) as e:
        return DiskError.exit_code, [f"{name}: {e.filename}: {e.strerror}; mend that, then run the same command", again]
    except Exception:  # a library that a signal came into may break in any way
        if signals.raised():
            return signals.INTERRUPTED, [interrupted]
        raise


def _run(words: list[str]) -> int:
    # imported here: workers import this module too, and need none of it
    import pyarrow as pa

    from synthgen import commands
    from synthgen.commands import helping
    from synthgen.kit import launchers

    # Arrow's own pool and threads keep what they once took; the driver reads small files, and should stay small
    pa.set_memory_pool(pa.system_memory_pool())
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    command = words.pop(0) if words and commands.is_word(words[0]) else "generate"
    asks = any(word in ("-h", "--help") for word in words)
    if (group := launchers.group()) and (asks or command != "generate"):
        if group.rank:
            print(f"synthgen: rank {group.rank} has nothing to do: rank 0 alone works on this", file=sys.stderr)
            return 0
        launchers.leave()
    return helping.show(command) if asks else commands.find(command)(words)


if __name__ == "__main__":
    sys.exit(main())
