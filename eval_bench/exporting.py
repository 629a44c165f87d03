"""The folder of an export: whatever files a harness wants, a README.md, and export.json, which lists what is ours.

exports/bench/lmms_eval/
  README.md     what it is, how to run it, licenses
  export.json   versions of the benchmarks, and the files that an export writes and removes again
  ...           the harness's own
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from synthgen.disk import disk_errors, replace
from synthgen.errors import UsageError

ABOUT = "export.json"


def export(harness: Harness, outgoing: Outgoing, folder: Path, tick: Callable[[], None] = lambda: None) -> None:
    """Write the folder anew; `tick` is called for each file. The same items give the same bytes.

    Killed anywhere, the same command makes it whole. Raises UsageError where other files lie, DiskError.
    """
    files: dict[str, Callable[[], bytes]] = {**harness.files(outgoing), "README.md": partial(_page, harness, outgoing)}
    earlier = _earlier(folder)
    about = {
        "name": outgoing.name,
        "benchmarks": [{"source": one.source, "version": one.version} for one in outgoing.benchmarks],
        "items": len(outgoing.items),
        "validated": sum(item.counts for item in outgoing.items),
    }
    _note(folder, {**about, "files": sorted({*files, *earlier})})  # before they are there: a killed export is ours, too
    for path, made in files.items():
        replace(folder / path, made())
        tick()
    with disk_errors(folder / ABOUT):
        for path in (path for path in _lying(folder) if path in earlier - set(files)):
            (folder / path).unlink()
    _note(folder, {**about, "files": sorted(files)})


def _earlier(folder: Path) -> set[str]:
    """The files of an earlier export. Raises UsageError where others lie."""
    try:
        ours = set(json.loads((folder / ABOUT).read_text())["files"])
    except FileNotFoundError:
        ours = set()
    except (ValueError, KeyError, TypeError) as e:
        raise UsageError(f"{folder / ABOUT} is not of an export; pass another out=") from e
    for path in _lying(folder):
        if path not in ours and path != ABOUT:
            raise UsageError(f"{folder / path} is not of an export; move it, or pass another out=")
    return ours


def _lying(folder: Path) -> Iterator[str]:
    """Files below, but for what Python leaves there and for what a killed export did not finish."""
    for path in sorted(folder.rglob("*")):
        unfinished = path.name.startswith(".") and path.name.endswith(".tmp")
        if not path.is_dir() and not unfinished and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix()


def _note(folder: Path, about: Mapping[str, Any]) -> None:
    replace(folder / ABOUT, (json.dumps(about, indent=1, ensure_ascii=False) + "\n").encode())


def _page(harness: Harness, outgoing: Outgoing) -> bytes:
    rows = [
        f"| {one.source} | `{one.version}` | {len(one.items):,} | {sum(item.counts for item in one.items):,} |"
        for one in outgoing.benchmarks
    ]
    made = [f"{one.source}: {json.dumps(one.about.get('made'), ensure_ascii=False)}" for one in outgoing.benchmarks]
    lines = [
        f"# {outgoing.name}",
        "",
        f"{len(outgoing.items):,} questions about pictures, of {len(outgoing.abilities)} abilities: "
        f"{', '.join(outgoing.abilities)}.",
        "",
        outgoing.state,
        "",
        "| benchmark | version | items | validated |",
        "| --- | --- | --- | --- |",
        *rows,
        "",
        "## Run it",
        "",
        "In this folder:",
        "",
        harness.usage(outgoing, Path(".")).rstrip(),
        "",
        "## Licenses of the pictures",
        "",
        *outgoing.license_lines(),
        "",
        "## What made it",
        "",
        *(f"- {line}" for line in made),
        "",
    ]
    return "\n".join(lines).encode()


def json_lines(rows: Iterator[Mapping[str, Any]]) -> bytes:
    """One JSON object a line."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
