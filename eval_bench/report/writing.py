"""The folder of a report: each file appears whole, report.json last."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval_bench.report import people, wrong
from eval_bench.report import tables as flat
from eval_bench.report.figures import drawings
from eval_bench.report.figures.canvas import Drawing
from eval_bench.report.findings import Findings
from eval_bench.report.html import page
from eval_bench.report.sections import tables
from eval_bench.report.typeset import latex, markdown
from synthgen.disk import disk_errors, replace
from synthgen.errors import UsageError

MARKS = ("report.json", "hypothesis.json")
"""Files by which a folder is one of a report; the second is there before anything is computed."""
OWN = ("raters.csv", "bad.html", "pictures/*.jpg", "figures/*.svg", "figures/*.png", "tables/*.tex", "tables/*.md")
"""Files of an earlier report that this one may have no successor of."""


def check(folder: Path) -> None:
    """Raises UsageError for a folder that holds something else."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"out={folder} is a file; pass the name of a folder")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / name).is_file() for name in MARKS):
        raise UsageError(f"out={folder} is there, and holds no report; pass another out=")


def write(
    f: Findings,
    folder: Path,
    step: Callable[[str], None] = lambda _: None,
    seen: Callable[[str], bytes] | None = None,
) -> Path:
    """The pages, figures, tables and rows; gives index.html. `seen`: of a study, an item's picture as raters saw it.

    Raises UsageError, DiskError.
    """
    step("drawing")
    drawn = list(drawings(f))
    step("pictures of wrong answers")
    cases = wrong.cases(f)
    pictures = dict(wrong.thumbnails(cases))
    step("writing")
    files = {f"pictures/{item}.jpg": data for item, data in pictures.items()}
    files |= dict(_files(f, drawn))
    files["wrong.html"] = wrong.page_of(f, cases, pictures).encode()
    if f.study and seen:
        own = {one.item: wrong.thumbnail(seen(one.item)) for one in f.study.bad}
        files |= {f"pictures/{item}.jpg": data for item, data in own.items() if item not in pictures}
        files["bad.html"] = page("bad.html", "'self' file:", f=f, pictures=own).encode()
    files["index.html"] = index(f, drawn, len(cases)).encode()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        replace(folder / name, data)
    with disk_errors(folder):
        for path in (path for pattern in OWN for path in folder.glob(pattern)):
            if str(path.relative_to(folder)) not in files:
                path.unlink()
    told = {name: value for name, value in asdict(f).items() if name != "rows"}
    replace(folder / "report.json", (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode())
    return folder / "index.html"


def index(f: Findings, drawn: Sequence[Drawing], wrongs: int) -> str:
    """index.html."""
    mark = f" ({' and '.join(f.unvalidated)} items unvalidated)" if f.unvalidated else ""
    return page("index.html", f=f, drawings=drawn, tables=tables(f), first=people.FIRST, wrong=wrongs, mark=mark)


def _files(f: Findings, drawn: Sequence[Drawing]) -> Iterator[tuple[str, bytes]]:
    for one in drawn:
        yield f"figures/{one.name}.svg", one.svg
        yield f"figures/{one.name}.png", one.png
    for table in tables(f):
        yield f"tables/{table.name}.tex", latex(table).encode()
        yield f"tables/{table.name}.md", markdown(table).encode()
    for name, rows in flat.rows(f).items():
        yield f"{name}.csv", _csv(rows)


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()
