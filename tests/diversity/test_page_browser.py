"""The comparison in a real browser: nothing loads, everything can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from synthgen.diversity.page import page_of
from synthgen.kit.persons import Person
from tests.diversity.test_page import figures
from tests.report.test_page_browser import CONTRAST, PHONE, WIDE, browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
__all__ = ["browser"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_page_can_be_read_and_loads_nothing(
    browser: "Browser", tmp_path: Path, scheme: str, viewport: dict[str, int]
) -> None:
    person = Person("man", "young", "dark skin")
    found = [figures(f"set number {i}", heads=3 * i + 1, rows=60, person=person) for i in range(8)]
    (tmp_path / "page.html").write_text(page_of(found, 60, "python -m synthgen diversity data=[a,b]"))
    page = browser.new_page(color_scheme=scheme, viewport=viewport)  # type: ignore[arg-type]
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.goto(f"file://{tmp_path}/page.html")
    measured = page.evaluate(CONTRAST)
    assert [m for m in measured if m[2] < 4.5] == [] and len(measured) > 200
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert seen == [f"file://{tmp_path}/page.html"]
    strokes = (
        "[...document.querySelectorAll('polyline')].map(e => getComputedStyle(e).stroke + e.getAttribute('class'))"
    )
    assert len(set(page.evaluate(strokes))) == 8
    page.close()
