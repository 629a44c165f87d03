"""One thin file per command, found by its name: `build generated` is build_generated.py."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from synthgen.commands import is_word
from synthgen.config import nearest
from synthgen.errors import UsageError

HELPERS = ("helping", "told")
"""Files beside the commands that are none."""


def names() -> list[str]:
    """As they are typed: "build generated"."""
    return [m.name.replace("_", " ") for m in pkgutil.iter_modules(__path__) if m.name not in HELPERS]


def taken_off(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command that the words begin with, of one word or two, and the rest. Raises UsageError for an unknown one."""
    typed = [word for word in words[:2] if is_word(word)]
    for count in (2, 1):
        if len(typed) >= count and (name := " ".join(typed[:count])) in names():
            return name, list(words[count:])
    raise UsageError(f"unknown command {' '.join(typed)!r}{nearest(' '.join(typed), names())}")


def find(name: str) -> Callable[[Sequence[str]], int]:
    """The command's `run(arguments) -> exit code`."""
    run: Callable[[Sequence[str]], int] = importlib.import_module(f"{__name__}.{name.replace(' ', '_')}").run
    return run
