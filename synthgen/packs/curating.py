"""A person looks through what is new in a pack: one item, one key. Each decision is in its file at once."""

import os
import readline
import select
import sys
import termios
import tty
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from pydantic import ValidationError

from synthgen.packs.files import FORMS, Item, change, items
from synthgen.packs.words import TakesWords, mistake

KEYS = {"a": "accept", "m": "mend", "r": "refuse", "s": "skip", "b": "back", "q": "quit"}
ASK = "  ".join(f"{key} {what}" for key, what in KEYS.items()) + " > "
END, ESCAPE = "\x04", "\x1b"
"""What Ctrl-D sends, and what arrow keys begin with."""


class Person(Protocol):
    """Who decides."""

    def key(self, asked: str) -> str:
        """One key, lower-case; "q" where nothing more will come."""
        ...

    def line(self, asked: str, text: str) -> str:
        """A line, which begins as `text`; the text itself if it is left as it is."""
        ...


class AtTerminal:
    """Reads single keys."""

    def key(self, asked: str) -> str:
        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin, termios.TCSANOW)  # what was typed ahead stays
            print(asked, end="", flush=True)
            sign = os.read(sys.stdin.fileno(), 1).decode("ascii", "replace")
            while sign == ESCAPE and select.select([sys.stdin], [], [], 0.05)[0]:
                os.read(sys.stdin.fileno(), 1)  # the rest of an arrow key: its last sign is a letter
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
        print(sign if sign.isprintable() else "")
        return "q" if sign in ("", END) else sign.lower()

    def line(self, asked: str, text: str) -> str:
        readline.set_startup_hook(lambda: readline.insert_text(text))
        try:
            return input(asked).strip()
        except EOFError:
            return text
        finally:
            readline.set_startup_hook(None)


class ByLines:
    """Reads lines, of which the first letter counts: for pipes."""

    def key(self, asked: str) -> str:
        line = sys.stdin.readline()
        return line.strip()[:1].lower() if line else "q"

    def line(self, asked: str, text: str) -> str:
        return sys.stdin.readline().strip() or text


def person() -> Person:
    return AtTerminal() if sys.stdin.isatty() else ByLines()


def waiting(name: str) -> list[Item]:
    """What nobody has looked at yet. Raises UsageError."""
    return [item for form in FORMS for item in items(name, form) if item.state == "new"]


def curate(name: str, ability: TakesWords, who: Person, say: Callable[[str], None]) -> Counter[str]:
    """Show each new item and do what the person says; gives how many became what. Raises UsageError, DiskError."""
    rows = waiting(name)
    done: dict[int, str] = {}
    at = 0
    while at < len(rows):
        before = rows[at]
        told = ", ".join(f"{what} {count}" for what, count in Counter(done.values()).items())
        say(f"[{at + 1} of {len(rows)}{'; ' + told if told else ''}]  {shown(before)}")
        key = who.key(ASK)
        if key == "q":
            break
        if key == "b":
            at = max(0, at - 1)
        elif key == "s":
            at += 1
        elif key in ("a", "m", "r"):
            state = "refused" if key == "r" else "accepted"
            after = _mended(before, ability, who, say) if key == "m" else before.model_copy(update={"state": state})
            if not change(name, before, after):
                say("its line has changed in the meantime, and stays as it is")
            rows[at], done[at] = after, "mended" if key == "m" else state
            at += 1
    return Counter(done.values())


def shown(item: Item) -> str:
    """An item as a person reads it."""
    first, *others = [name for name in type(item).model_fields if name != "state"]
    more = [f"{name}: {_plain(getattr(item, name))}" for name in others if getattr(item, name)]
    return "\n    ".join([f"{first}: {item.text}", *more])


def _mended(item: Item, ability: TakesWords, who: Person, say: Callable[[str], None]) -> Item:
    """What the person makes of it, part by part; asked again while that is nothing that the ability can use."""
    while True:
        parts = {name: _plain(getattr(item, name)) for name in type(item).model_fields if name != "state"}
        lists = {name for name in parts if isinstance(getattr(item, name), tuple)}
        said = {name: who.line(f"  {name}: ", text) for name, text in parts.items()}
        values = {k: [w for part in v.split(",") if (w := part.strip())] if k in lists else v for k, v in said.items()}
        try:
            found = type(item).model_validate({**values, "state": "accepted"})
        except ValidationError as e:
            say("; ".join(f"{error['loc'][0]}: {error['msg'].lower()}" for error in e.errors()))
            continue
        if wrong := mistake(found, ability):
            say(wrong)
        else:
            return found


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
