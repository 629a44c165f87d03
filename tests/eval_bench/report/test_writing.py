import csv
import io
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eval_bench.commands.report import run
from eval_bench.report.analysis import analyse
from eval_bench.report.figures import drawings
from eval_bench.report.findings import Findings
from eval_bench.report.options import ReportConfig
from eval_bench.report.sections import per_ability
from eval_bench.report.typeset import latex, markdown
from eval_bench.report.words import share
from eval_bench.report.writing import write
from synthgen.errors import UsageError
from tests.eval_bench.report.big import pictured
from tests.eval_bench.report.studies import answered, items, study

HOSTILE = "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)> & \\ $x_1$ {{ 7*7 }} |"


def folder_of(folder: Path, models: str = "ab", hostile: str = "") -> list[str]:
    """A study of two abilities with pictures, and its command."""
    several = items(4) + items(4, ability="food")
    if hostile:
        several = [replace(one, question=hostile, answer=hostile, head=hostile) for one in several]
    made = pictured(folder / "generated", several)
    for name, fared in zip(models, ("rrwwrwuf", "rwrwrrrr"), strict=False):
        answered(folder / name, made, fared)
    return [
        f"items={folder / 'generated'}",
        "answers=[" + ",".join(str(folder / name) for name in models) + "]",
        f"out={folder / 'report'}",
        "draws=200",
    ]


def findings(folder: Path, **given: Any) -> Findings:
    names = [str(folder / name) for name in "ab" if (folder / name).exists()]
    config = ReportConfig(items=[str(folder / "generated")], answers=names, draws=200, out=str(folder / "r"), **given)
    return analyse(config)


@pytest.mark.parametrize("models", ["ab", "a"])
def test_the_command_writes_a_whole_report_with_nothing_to_load(tmp_path: Path, models: str) -> None:
    assert run(folder_of(tmp_path, models)) == 0
    report = tmp_path / "report"
    names = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()}
    assert {"index.html", "wrong.html", "cells.csv", "items.csv", "report.json", "tables/abilities.tex"} <= names
    assert {"figures/bars.svg", "figures/bars.png"} <= names
    for page in ("index.html", "wrong.html"):
        text = (report / page).read_text()
        HTMLParser().feed(text)
        assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", text)
    assert "not tested" in (report / "index.html").read_text()


def test_each_accuracy_of_the_table_is_that_of_the_findings(tmp_path: Path) -> None:
    folder_of(tmp_path)
    found = findings(tmp_path)
    table = per_ability(found)
    for row, ability in zip(table.rows, (*found.abilities, ""), strict=True):
        for shown, model in zip(row[1:], "ab", strict=False):
            cell = found.cell(model, "generated", ability)
            assert cell and shown == f"{share(cell.accuracy)}, n {cell.accuracy.n}"
    write(found, tmp_path / "r")
    page = unescape((tmp_path / "r" / "index.html").read_text())
    assert all(f"<td>{value}</td>" in page for row in table.rows for value in row)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "r" / "cells.csv").read_text())))
    assert len(rows) == len(found.cells)


def test_hostile_words_are_shown_and_do_nothing(tmp_path: Path) -> None:
    folder_of(tmp_path, hostile=HOSTILE)
    write(findings(tmp_path), tmp_path / "r")
    page = (tmp_path / "r" / "wrong.html").read_text()
    assert "<script>alert" not in page and "<img src=https" not in page and "49 |" not in page
    assert HOSTILE in unescape(page)


def test_the_same_findings_give_the_same_bytes_of_figures(tmp_path: Path) -> None:
    folder_of(tmp_path)
    found = findings(tmp_path)
    first, second = ([(d.name, d.svg, d.png) for d in drawings(found)] for _ in range(2))
    assert first == second and len(first) >= 3


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    words = folder_of(tmp_path)
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "thesis.tex").write_text("years of work")
    with pytest.raises(UsageError, match="holds no report"):
        run(words)
    assert [path.name for path in (tmp_path / "report").iterdir()] == ["thesis.tex"]


def test_a_second_report_takes_the_place_of_the_first(tmp_path: Path) -> None:
    words = folder_of(tmp_path)
    run(words)
    stale = tmp_path / "report" / "pictures" / "gone.jpg"
    stale.write_bytes(b"of an earlier report")
    assert run(words) == 0 and not stale.exists()


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    made = study(tmp_path / "generated", items(3))
    answered(tmp_path / "a", made, "www")
    write(findings(tmp_path), tmp_path / "r")
    assert (tmp_path / "r" / "wrong.html").read_text().count("its picture is not there") == 3


def test_typeset_tables_are_balanced_whatever_their_words_are(tmp_path: Path) -> None:
    folder_of(tmp_path)
    table = replace(per_ability(findings(tmp_path)), rows=[[HOSTILE, "50 %", "1", "x"]])
    text = re.sub(r"\\[{}]", "", latex(table))
    assert text.count("{") == text.count("}") and r"50 \%" in text and "$x" not in text.replace(r"\$", "")
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in markdown(table).splitlines()}) == 1
