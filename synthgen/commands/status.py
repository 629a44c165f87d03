"""how far a run is, also while it works, also from another machine

python -m synthgen status run=outputs/joke
python -m synthgen status run=[outputs/joke,outputs/color]
python -m synthgen status run=outputs/joke watch=true       redraws until the run ends; Ctrl-C leaves it alone
python -m synthgen status run=outputs/joke json=true        one JSON object, for scripts
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.live import Live
from rich.text import Text

from synthgen.commands.told import out
from synthgen.config import nearest
from synthgen.errors import UsageError
from synthgen.lookout.advice import advice
from synthgen.lookout.sight import Sight, look, watch
from synthgen.lookout.view import brief, parts
from synthgen.progress import PLAIN_EVERY

DEFAULTS = {"run": "", "json": "false", "watch": "false"}
REDRAWN = 1.0
"""Seconds from one picture to the next."""


def run(arguments: Sequence[str]) -> int:
    """Reads only: no lock, no configuration. Raises UsageError, after it has told of what folders it could."""
    given, folders = _given(arguments)
    if given["watch"] == "true":
        with suppress(KeyboardInterrupt):  # whoever looks on may stop at any time
            _watch(folders)
        return 0
    sights, mistakes = [], list[str]()
    for folder in folders:
        try:
            sights.append(look(folder))
        except UsageError as e:
            mistakes += e.mistakes
    if sights and given["json"] == "true":
        told = [_plain(sight) for sight in sights]
        print(json.dumps(told[0] if len(folders) == 1 else {"runs": told}, indent=1, ensure_ascii=False))
    elif sights:
        for part in _drawn(sights):
            out.print(part, highlight=False, markup=False)
    if mistakes:
        raise UsageError(*mistakes)
    return 0


def _given(arguments: Sequence[str]) -> tuple[Mapping[str, str], list[Path]]:
    """The value of each key, and the folders. Raises UsageError with every mistake."""
    given, mistakes, folders = dict(DEFAULTS), [], list[str]()
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or key not in DEFAULTS:
            mistakes.append(f"status takes no {argument!r}{nearest(key, list(DEFAULTS))}")
        given[key] = value
        if key == "run":
            bare = [part.strip().strip("'\"") for part in value.strip().removeprefix("[").removesuffix("]").split(",")]
            folders += [value] if Path(value).exists() else [part for part in bare if part]
    for key in ("json", "watch"):
        if given[key] not in ("true", "false"):
            mistakes.append(f"{key}={given[key]}: it has to be true or false")
    if given["json"] == given["watch"] == "true":
        mistakes.append("json=true tells one moment; leave out watch=true")
    if not folders:
        mistakes.append("status needs the folder of a run: python -m synthgen status run=outputs/joke")
    if mistakes:
        raise UsageError(*mistakes)
    paths = [Path(folder).expanduser() for folder in folders]
    return given, [path if path.name else path.resolve() for path in paths]  # "." has no name


def _plain(sight: Sight) -> dict[str, Any]:
    """Everything that is known, as JSON has it."""
    status = sight.status
    more = {
        "folder": str(sight.folder),
        "age": sight.age,
        "kept": status.kept,
        "wanted": status.n * len(status.abilities),
    }
    next_ones = [{"to": purpose.removeprefix("to "), "type": command} for purpose, command in advice(sight)]
    return more | status.to_json() | {"remarks": list(sight.remarks), "next": next_ones}


def _watch(folders: Sequence[Path]) -> None:
    """Until none of the runs works any more."""
    seen = zip(*(_for_ever(watch(folder)) for folder in folders), strict=True)
    if not out.is_terminal:
        _line_by_line(seen)
        return
    with Live(console=out, auto_refresh=False) as live:
        for sights in seen:
            live.update(Group(*_drawn(sights)), refresh=True)
            if all(sight.status.state != "working" for sight in sights):
                return
            time.sleep(REDRAWN)


def _line_by_line(seen: Iterator[tuple[Sight, ...]]) -> None:
    for sights in seen:
        for sight in sights:
            out.print(brief(sight), highlight=False, markup=False)
        if all(sight.status.state != "working" for sight in sights):
            return
        time.sleep(PLAIN_EVERY)


def _drawn(sights: Sequence[Sight]) -> Iterator[RenderableType]:
    for number, sight in enumerate(sights):
        if number:
            yield ""
        for part in parts(sight):
            yield Text(part) if isinstance(part, str) else part


def _for_ever(sights: Iterator[Sight]) -> Iterator[Sight]:
    """The last one stays, while others go on."""
    for sight in sights:
        yield sight
    while True:
        yield sight
