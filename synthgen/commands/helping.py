"""`--help`: examples first, then commands, keys, groups and their options, each with its own comment line."""

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from synthgen import commands
from synthgen.config import ENTRY_GROUPS, GROUPS, conf_dir, options
from synthgen.kit.consoles import Results

EXAMPLES = """\
  python -m synthgen ability=joke n=24                 a first dataset: no key, no weights, no GPU
  python -m synthgen ability=[color,animal] n=1000     two abilities
  python -m synthgen ability=all n=100 seed=7          all of them, another draw
  python -m synthgen preview ability=style n=4         look before you make many
  python -m synthgen select run=outputs/joke ~qc.duplicate    other thresholds, nothing rendered again
  python -m synthgen experiment=laptop                 a prepared configuration
"""


def show(command: str) -> int:
    """Print the help of a command, or of everything for `generate`."""
    say = Results(highlight=False, soft_wrap=True).print
    if command != "generate":
        say(importlib.import_module(f"synthgen.commands.{command}").__doc__ or "", markup=False)
        own = conf_dir() / f"{command}.yaml"
        for key, value, comment in keys_of(own) if own.exists() else ():
            say(f"  {key + '=' + value:22} {comment}", markup=False)
        for group in ENTRY_GROUPS.get(command, ()):
            show_group(group, say)
        return 0
    say("python -m synthgen [command] [key=value ...]\n", markup=False)
    say(EXAMPLES, markup=False)
    say("commands (python -m synthgen <command> --help):", markup=False)
    for name in commands.names():
        doc = importlib.import_module(f"synthgen.commands.{name}").__doc__ or ""
        say(f"  {name:10} {doc.splitlines()[0] if doc else ''}", markup=False)
    say("\nkeys:", markup=False)
    for key, value, comment in keys_of(conf_dir() / "config.yaml"):
        say(f"  {key + '=' + value:22} {comment}", markup=False)
    for group in GROUPS:
        show_group(group, say)
    return 0


def show_group(group: str, say: Callable[..., None]) -> None:
    """The options of a group."""
    say(f"\n{group}=", markup=False)
    for name, path in options(group).items():
        say(f"  {name:12} {first_comment(path)}", markup=False)


def first_comment(path: Path) -> str:
    """What a yaml file says of itself: its first comment that is not for Hydra."""
    comments = (line[1:].strip() for line in path.read_text().splitlines() if line.startswith("#"))
    return next((comment for comment in comments if not comment.startswith("@")), "")


def keys_of(path: Path) -> Iterator[tuple[str, str, str]]:
    """(key, default, comment) of the keys that stand under a comment."""
    comment = section = ""
    for line in path.read_text().splitlines()[1:]:
        if match := re.match(r"( *)# (.*)", line):
            comment = match[2]
        elif match := re.match(r"( *)(\w+): ?(.*)", line):
            key = f"{section}.{match[2]}" if match[1] else match[2]
            section = match[2] if not match[1] else section
            if comment and match[3]:
                yield key, match[3], comment
            comment = ""
