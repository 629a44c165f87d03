import io
import re
from collections.abc import Sequence

import pytest
from rich.console import Console

from synthgen.diversity.page import COLOURS, NUMBER, POINTS, page_of, plot
from synthgen.diversity.table import LINES, fewer, tables, told
from synthgen.kit.diversity import DataSet, Figures, Row, measure
from synthgen.kit.persons import Person
from synthgen.types import Turn
from tests.report.hostile import HOSTILE
from tests.report.test_page import Page, policy

NOBODY = Person()


def figures(name: str = "joke", heads: int = 3, rows: int = 12, kind: str = "vqa", person: Person = NOBODY) -> Figures:
    """Of a set in which each head comes equally often."""
    turns = (Turn("Is it?", "Yes."),)
    made = [Row(f"((head{i % heads}x)), place{i}", turns, kind, "en", person) for i in range(rows)]
    return measure(DataSet(name, made), 10)


def shown(found: Sequence[Figures], width: int = 100) -> str:
    file = io.StringIO()
    for table in tables(found, width):
        Console(file=file, width=width).print(table)
    return file.getvalue()


def test_a_terminal_shows_a_line_for_each_figure_and_a_column_for_each_set() -> None:
    text = shown([figures("joke"), figures("animal", heads=12)])
    assert re.search(r"joke +animal", text) and re.search(r"effective heads +[23]\.\d +\d", text)
    assert re.search(r"of them yes +100\.0 % +100\.0 %", text) and re.search(r"kinds +vqa 12 +vqa 12", text)
    assert "People" not in text.split() and "gender" not in text


def test_columns_that_do_not_fit_come_below() -> None:
    names = [f"set number {i}" for i in range(9)]
    text = shown([figures(name) for name in names], width=80)
    assert all(name in text for name in names)
    assert max(map(len, text.splitlines())) <= 80 and text.count("effective heads") == 5


def test_a_set_that_is_too_small_is_marked() -> None:
    small, large = figures("small", rows=5), figures("large")
    assert list(fewer([small, large], 10)) == [
        "small has 5 rows, so its figures are for fewer than 10, and look better for it"
    ]
    assert "small has 5 rows" in Page(page_of([small, large], 10, "")).text


def test_people_are_counted_with_how_uneven_they_are() -> None:
    man, woman = Person("man", "young"), Person("woman", "young")
    rows = [Row("((a))", (), person=man)] * 3 + [Row("((a))", (), person=woman)] * 2
    text = " ".join(shown([measure(DataSet("some", rows), 10)]).split())
    assert "gender woman 2, man 3 (1.5 x)" in text and "young 5" in text and "skin" not in text


def test_lines_without_any_figure_are_left_out() -> None:
    lines = told([measure(DataSet("some", [Row("", (Turn("What?", "It is."),))] * 2), 10)])
    assert {line.group for line in lines} == {"", "Answers", "Questions", "Whole set"}
    assert len(told([figures(person=Person("man", "young", "dark skin"))])) == len(LINES)


def test_a_page_has_the_table_the_plot_and_the_command() -> None:
    found = [figures("joke"), figures("animal", heads=12)]
    page = Page(page_of(found, 10, "python -m synthgen diversity data=[a,b]"))
    assert "python -m synthgen diversity data=[a,b]" in page.texts
    for part in ("Diversity of 2 data sets", "effective heads", "1 joke 3 heads 2 animal 12 heads"):
        assert part in page.text
    assert len(page.all("polyline")) == 2 and len(page.all("table")) == 1


def test_a_page_without_heads_has_no_plot() -> None:
    page = Page(page_of([measure(DataSet("some", [Row("a fox", ())]), 10)], 10, ""))
    assert not page.all("polyline") and not page.all("figure")


def test_a_page_loads_and_runs_nothing_whatever_names_and_kinds_say() -> None:
    hostile = [figures(text, kind=text, rows=2) for text in HOSTILE]
    calm = Page(page_of([figures(rows=2) for _ in HOSTILE], 10, "python"))
    page = Page(page_of(hostile, 10, HOSTILE[0]))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in calm.elements]
    assert [set(found) for _, found in page.elements] == [set(found) for _, found in calm.elements]
    assert policy(page)["script-src"] == policy(page)["default-src"] == "'none'" and not page.scripts
    assert not [found for _, found in page.elements if "src" in found or "href" in found]
    assert shown(hostile).replace("\n", "").isprintable()


def points(curve: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in curve.split())]


@pytest.mark.parametrize("heads", [1, 2, 50, 3000])
def test_a_curve_runs_from_the_first_rank_to_the_last_and_never_rises(heads: int) -> None:
    found = plot([figures(heads=heads, rows=heads + heads // 2)])
    assert found is not None
    (curve,) = found.curves
    row = points(curve.points)
    assert curve.heads == heads and len(row) <= POINTS
    assert row[0][0] == found.left
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in zip(row, row[1:], strict=False))
    assert all(found.left <= x <= found.right and found.top <= y <= found.bottom for x, y in row)
    assert len(found.across) > 1 and len(found.up) > 1


def test_a_level_curve_is_level_and_stands_where_its_share_is() -> None:
    found = plot([figures(heads=10, rows=100)])
    assert found is not None
    heights = {y for _, y in points(found.curves[0].points)}
    (tick,) = [tick for tick in found.up if tick.label == "10 %"]
    assert heights == {tick.at}


def test_curves_are_told_apart_by_color_dash_and_a_number_that_nothing_covers() -> None:
    found = plot([figures(f"set {i}") for i in range(2 * COLOURS)])
    assert found is not None
    assert len({(c.colour, c.dash) for c in found.curves}) == 2 * COLOURS
    assert [c.number for c in found.curves] == list(range(1, 2 * COLOURS + 1))
    for i, one in enumerate(found.curves):
        assert all(abs(one.x - o.x) >= NUMBER or abs(one.y - o.y) >= NUMBER for o in found.curves[:i])
