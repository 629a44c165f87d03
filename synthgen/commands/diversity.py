"""how diverse data sets are, side by side: runs, StableLLaVA files, LLaVA files

python -m synthgen diversity data=[outputs/joke,animal.json]        a table, and the page diversity.html
python -m synthgen diversity data=outputs/joke all=true             of a run: rejected candidates too
python -m synthgen diversity data=[a.json,b.jsonl] rows=500 out=compared.html
python -m synthgen diversity data=outputs/joke json=true            one JSON list, for scripts
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from rich.progress import Progress

from synthgen.commands.told import out, talk
from synthgen.config import nearest
from synthgen.disk import disk_errors
from synthgen.disk import replace as write
from synthgen.diversity.page import page_of
from synthgen.diversity.sets import read
from synthgen.diversity.table import fewer, tables
from synthgen.errors import UsageError
from synthgen.kit.diversity import DRAWS, Figures, measure
from synthgen.progress import typed

DEFAULTS = {"data": "", "rows": "1000", "out": "diversity.html", "all": "false", "json": "false"}
MOST_ROWS = 4000
"""Every pair of rows is compared: at this many it takes minutes for each data set, at 1,000 seconds."""


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError."""
    given = _given(arguments)
    rows = int(given["rows"])
    places = _places([a.removeprefix("data=") for a in arguments if a.startswith("data=")])
    found = _measured(places, rows, given["all"] == "true")
    if given["json"] == "true":
        print(json.dumps([asdict(f) for f in found], indent=1, ensure_ascii=False))
    path = Path(given["out"])
    if given["json"] == "false" or any(a.startswith("out=") for a in arguments):
        with disk_errors(path):
            write(path, page_of(found, rows, typed(["diversity", *arguments])).encode())
    if given["json"] == "false":
        for table in tables(found, out.width):
            out.print(table)
        for line in (*fewer(found, rows), f"page: {path}"):
            out.print(line, markup=False, highlight=False)
    return 0


def _given(arguments: Sequence[str]) -> Mapping[str, str]:
    """The value of each key. Raises UsageError with every mistake."""
    given, mistakes = dict(DEFAULTS), []
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or key not in DEFAULTS:
            mistakes.append(f"diversity takes no {argument!r}{nearest(key, list(DEFAULTS))}")
        given[key] = value
    if not given["rows"].isascii() or not given["rows"].isdigit() or not 2 <= int(given["rows"]) <= MOST_ROWS:
        mistakes.append(f"rows={given['rows']}: it has to be a number from 2 to {MOST_ROWS}")
    for key in ("all", "json"):
        if given[key] not in ("true", "false"):
            mistakes.append(f"{key}={given[key]}: it has to be true or false")
    if not given["data"].strip("[] ,"):
        mistakes.append("diversity needs data sets: python -m synthgen diversity data=[outputs/joke,animal.json]")
    if not given["out"]:
        mistakes.append("out= is empty; pass out=diversity.html")
    if mistakes:
        raise UsageError(*mistakes)
    return given


def _places(values: Sequence[str]) -> list[str]:
    """The names in `[a,b]`, in `a,b` or of one file whose name holds a comma."""
    names = []
    for value in values:
        bare = value.strip().removeprefix("[").removesuffix("]")
        names += [value] if Path(value).exists() else [part.strip().strip("'\"") for part in bare.split(",")]
    return [name for name in names if name]


def _measured(places: Sequence[str], rows: int, every: bool) -> list[Figures]:
    """Reads one data set after the other, so that one at a time is in memory; every mistake is told at once."""
    found: list[Figures] = []
    mistakes: list[str] = []
    with Progress(console=talk, transient=True, disable=not talk.is_terminal) as bar:
        task = bar.add_task("", total=len(places) * (DRAWS + 2))
        for place, name in zip(places, _names(places), strict=True):
            bar.update(task, description=name)
            try:
                data = read(place, every)
            except UsageError as e:
                mistakes += e.mistakes
                continue
            bar.advance(task)
            if not mistakes:
                found.append(measure(replace(data, name=name), rows, done=lambda: bar.advance(task)))
    if mistakes:
        raise UsageError(*mistakes)
    return found


def _names(places: Sequence[str]) -> list[str]:
    """The shortest end of each path that no other has."""
    paths = [Path(place).resolve() for place in places]
    parts = [(path if path.is_dir() else path.with_suffix("")).parts for path in paths]
    for length in range(1, max(map(len, parts)) + 1):
        names = ["/".join(part[-length:]) for part in parts]
        if len(set(names)) == len(names):
            return names
    return [f"{path.name} {i}" for i, path in enumerate(paths, 1)]
