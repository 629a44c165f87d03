"""begin an ability of your own

python -m synthgen new ability=weather      writes conf/ability/weather.yaml, which runs at once
"""

import re
from collections.abc import Sequence
from pathlib import Path

from synthgen.commands.told import out
from synthgen.config import options
from synthgen.errors import UsageError

TEMPLATE = Path(__file__).with_name("new_ability.yaml")
FOLDER = Path("conf/ability")


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError for a name that is taken, or that is no name."""
    names = [a.removeprefix("ability=") for a in arguments if a.startswith("ability=")]
    if len(names) != 1 or len(arguments) != 1:
        raise UsageError("new needs the name of the ability and nothing else: python -m synthgen new ability=weather")
    (name,) = names
    # ids are made of it, and file names: ability-000000001
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise UsageError(f"{name!r} is no name for an ability: pass small letters, digits and _, as in ability=weather")
    if name in options("ability"):
        raise UsageError(f"there is an ability {name!r} already: {options('ability')[name]}")
    path = FOLDER / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.read_text(encoding="utf-8").replace("%name%", name).replace("%noun%", name.replace("_", " "))
    path.write_text(text, encoding="utf-8")
    out.print(f"wrote {path}: put your own words into it", markup=False, highlight=False)
    out.print(f"try it: python -m synthgen preview ability={name} n=4", markup=False, highlight=False)
    return 0
