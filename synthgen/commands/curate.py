"""look through what expand and bootstrap found, one key for each

python -m synthgen curate ability=animal      a accept, m mend, r refuse, s skip, b back, q quit
"""

from collections.abc import Sequence

from synthgen.commands.told import out
from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.packs.curating import curate, person, waiting
from synthgen.packs.growing import held
from synthgen.packs.work import word_abilities
from synthgen.progress import typed


def run(arguments: Sequence[str]) -> int:
    """Changes the states of items in packs/<ability>/. Raises UsageError, FolderInUse, DiskError."""
    if not any(word.startswith("ability=") for word in arguments):
        raise UsageError("curate needs an ability: python -m synthgen curate ability=animal")
    for name, ability in word_abilities(compose(arguments)).items():
        if not waiting(name):
            _say(f"{name}: nothing is new; to find more: {typed(['expand', f'ability={name}', 'llm=openai'])}")
            continue
        with held(name):
            done = curate(name, ability, person(), _say)
        told = ", ".join(f"{count} {what}" for what, count in done.items()) or "nothing decided"
        _say(f"{name}: {told}; {len(waiting(name))} are new still")
    _say(f"next: {typed([*arguments, 'n=1000'])}")
    return 0


def _say(line: str) -> None:
    out.print(line, markup=False, highlight=False)
