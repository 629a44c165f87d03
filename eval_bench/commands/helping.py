"""`--help`: what the commands are, and the keys and groups of one of them."""

import importlib

from eval_bench import commands
from synthgen.commands.helping import keys_of, show_group
from synthgen.config import ENTRY_GROUPS, conf_dir
from synthgen.kit.consoles import Results

BEGINNING = """\
python -m eval_bench <command> [key=value ...]

  python -m eval_bench build generated n=50                              13 abilities x 50 items, embedded parts
  python -m eval_bench answer items=benchmarks/generated model=toy       two toys of known accuracy answer ...
  python -m eval_bench score answers=answers/toy                         ... are marked ...
  python -m eval_bench report items=benchmarks/generated answers=[answers/toy,answers/other]      ... and compared
  python -m eval_bench study items=benchmarks/generated answers=[answers/toy,answers/other]       people vote, blind

commands (python -m eval_bench <command> --help):"""


def show(command: str | None) -> int:
    """Print the help of a command, or of everything."""
    say = Results(highlight=False, soft_wrap=True).print
    if command is None:
        say(BEGINNING, markup=False)
        for name in commands.names():
            say(f"  {name:16} {_doc(name).splitlines()[0]}", markup=False)
        return 0
    say(_doc(command), markup=False)
    entry = f"eval_bench/{command.replace(' ', '_')}"
    own = conf_dir() / f"{entry}.yaml"
    for key, value, comment in keys_of(own) if own.exists() else ():
        say(f"  {key + '=' + value:22} {comment}", markup=False)
    for group in ENTRY_GROUPS.get(entry, ()):
        show_group(group, say)
    return 0


def _doc(name: str) -> str:
    return importlib.import_module(f"eval_bench.commands.{name.replace(' ', '_')}").__doc__ or name
