"""What can go wrong for a user: one line that says the fix. Everything else is a bug and shows its traceback.

SynthgenError            exit code
  UsageError             2   configuration, command line, input files (may hold several mistakes)
  FolderInUse            3   another run works in the folder
  AccessError            4   authentication, quota
  OutageError            5   the LLM server, or the hub that data is pushed to, does not answer
  DiskError              6   disk full, folder not writable
  DeviceError            7   a GPU, a model or a worker that does not start
  TooFewKept             8   fewer than n samples were kept
  BudgetReached          9   a cap of the user was reached
  Interrupted          130   Ctrl-C or SIGTERM; run the same command to go on
"""

from collections.abc import Sequence


class SynthgenError(Exception):
    """Printed as `synthgen: <message>`, without a traceback; then what to type next, where that can be told.

    That stands in its notes, or is the same command.
    """

    exit_code = 1
    again = True
    """Whether the same command goes on, once what the message says is mended."""


class UsageError(SynthgenError):
    """One or several mistakes, each a line of its own with its fix."""

    exit_code = 2
    again = False

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes: Sequence[str] = mistakes


class FolderInUse(SynthgenError):
    exit_code = 3


class AccessError(SynthgenError):
    exit_code = 4


class OutageError(SynthgenError):
    exit_code = 5


class DiskError(SynthgenError):
    exit_code = 6


class Lost(DiskError):
    """The folder lacks what it had while the run was at work; the next one looks for all of it."""


class DeviceError(SynthgenError):
    exit_code = 7


class TooFewKept(SynthgenError):
    exit_code = 8
    again = False


class BudgetReached(SynthgenError):
    exit_code = 9
    again = False

    def __init__(self, message: str, larger: str = "") -> None:
        """`larger`: the word of a command that leaves room for as much again."""
        super().__init__(message)
        self.larger = larger


class Interrupted(SynthgenError):
    exit_code = 130


class DeviceLost(Exception):
    """A GPU reported an error after which this process cannot use it: a worker ends, and another takes its place."""
