"""pictures that repeat each other, in whole runs and across abilities

python -m synthgen duplicates run=outputs/joke                      a table, and the page duplicates.html
python -m synthgen duplicates run=outputs/joke run=outputs/style    across runs, too
python -m synthgen duplicates run=outputs/joke qc.duplicate.phash_distance=6 all=true    rejected candidates, too
python -m synthgen duplicates run=outputs/joke json=true            a line of JSON for each pair
"""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from synthgen.commands.told import out, run_of
from synthgen.disk import disk_errors
from synthgen.disk import replace as write
from synthgen.errors import UsageError
from synthgen.progress import typed
from synthgen.qc.duplicate import Duplicate
from synthgen.report.duplicates import KINDS, PRINT, Gathered, Pair, Sample, page_of

DEFAULTS = {"all": "false", "json": "false", "out": "duplicates.html", "cosine": "0.98"}
FIRST = 20
"""Pairs that are named in the terminal."""


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError."""
    given, changes, folders = _given(arguments)
    runs = [run_of([f"run={folder}", *changes], "duplicates") for folder in folders]
    data = Gathered(runs, given["all"] == "true")
    rule = runs[0].checks[PRINT]
    assert isinstance(rule, Duplicate)
    pairs = data.pairs(rule.phash_distance, rule.signature_within, float(given["cosine"]))
    names = [str(one.folder) for one in runs]
    if given["json"] == "true":
        for pair in pairs:
            print(json.dumps(_plain(pair, names)))
    path = Path(given["out"])
    if given["json"] == "false" or any(a.startswith("out=") for a in arguments):
        with disk_errors(path):
            write(path, page_of(data, pairs, names, typed(["duplicates", *arguments])).encode())
    if given["json"] == "false":
        _tell(data, pairs, names, f"page: {path}")
    return 0


def _given(arguments: Sequence[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Its own keys, changes of the configuration, and folders. Raises UsageError with every mistake."""
    given, changes, folders, mistakes = dict(DEFAULTS), list[str](), list[str](), list[str]()
    for argument in arguments:
        key, _, value = argument.partition("=")
        if key == "run":
            folders.append(value)
        elif key in DEFAULTS:
            given[key] = value
        else:
            changes.append(argument)
    for key in ("all", "json"):
        if given[key] not in ("true", "false"):
            mistakes.append(f"{key}={given[key]}: it has to be true or false")
    if not given["cosine"].replace(".", "", 1).isdecimal() or not 0 < float(given["cosine"]) <= 1:
        mistakes.append(f"cosine={given['cosine']}: it has to be above 0 and at most 1")
    if not given["out"]:
        mistakes.append("out= is empty; pass out=duplicates.html")
    if not folders:
        mistakes.append("duplicates needs the folders of runs: python -m synthgen duplicates run=outputs/joke")
    twice = [folder for folder, count in Counter(str(Path(f).resolve()) for f in folders).items() if count > 1]
    mistakes += [f"run={folder} is named twice" for folder in twice]
    if mistakes:
        raise UsageError(*mistakes)
    return given, changes, folders


def _plain(pair: Pair, names: Sequence[str]) -> dict[str, object]:
    def plain(sample: Sample) -> dict[str, str]:
        return {"run": names[sample.run], "id": sample.id}

    both = {"one": plain(pair.one), "other": plain(pair.other)}
    return {"kind": pair.kind, **both, "bits": pair.bits, "cosine": pair.cosine}


def _tell(data: Gathered, pairs: Sequence[Pair], names: Sequence[str], end: str) -> None:
    table = Table("pairs", "by", "of one ability", "across abilities", "across runs", box=None)
    counts = Counter((pair.kind, pair.across) for pair in pairs)
    for kind, by in KINDS.items():
        scored = kind != "alike" or data.embedded
        shown = [f"{counts[kind, across]:,}" if scored else "not scored" for across in ("", "abilities", "runs")]
        table.add_row(kind, by, *shown)
    out.print(table)
    for pair in pairs[:FIRST]:
        one, other = (f"{names[s.run]} {s.id}" if len(names) > 1 else s.id for s in (pair.one, pair.other))
        cosine = "" if pair.cosine is None else f", cosine {pair.cosine}"
        out.print(f"{pair.kind}: {one}, {other} ({pair.bits} bits{cosine})", markup=False, highlight=False)
    more = [f"and {len(pairs) - FIRST:,} more; json=true lists all"] if len(pairs) > FIRST else []
    for line in (*more, f"{len(data.samples):,} pictures, {data.embedded:,} with an embedding", end):
        out.print(line, markup=False, highlight=False)
