"""One thin file per command, found by its name: each composes a configuration, calls a room, and prints."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from synthgen.config import nearest
from synthgen.errors import UsageError

HELPERS = ("helping", "told")
"""Files beside the commands that are none."""


def is_word(argument: str) -> bool:
    """Whether an argument is a command word rather than key=value, ~key or an option."""
    return "=" not in argument and argument[:1] not in "-~+"


def names() -> list[str]:
    return [m.name for m in pkgutil.iter_modules(__path__) if m.name not in HELPERS]


def find(name: str) -> Callable[[Sequence[str]], int]:
    """The command's `run(arguments) -> exit code`. Raises UsageError for an unknown word."""
    if name not in names():
        raise UsageError(f"unknown command {name!r}{nearest(name, names())}")
    run: Callable[[Sequence[str]], int] = importlib.import_module(f"synthgen.commands.{name}").run
    return run
