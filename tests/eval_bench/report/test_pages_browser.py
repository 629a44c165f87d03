"""The report in a real browser: it fits, it loads nothing of others, its filters filter."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval_bench.report.analysis import analyse
from eval_bench.report.options import ReportConfig
from eval_bench.report.writing import write
from tests.eval_bench.report.big import MODELS, big
from tests.report.test_page_browser import PHONE, WIDE, browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
__all__ = ["browser"]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("big")
    big(folder, 4)
    items = [str(folder / "generated"), str(folder / "real")]
    answers = [str(folder / name) for name in MODELS]
    config = ReportConfig(items=items, answers=answers, draws=100, paper=True, out=str(folder / "report"))
    return write(analyse(config), config.folder).parent


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["index", "wrong"])
def test_a_page_fits_and_loads_only_what_lies_beside_it(
    browser: "Browser", report: Path, name: str, viewport: dict[str, int]
) -> None:
    page = browser.new_page(viewport=viewport)  # type: ignore[arg-type]
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("request", lambda r: troubles.append(r.url) if not r.url.startswith((report.as_uri(), "data:")) else None)
    page.goto((report / f"{name}.html").as_uri())
    page.wait_for_function("document.images[0].complete")
    assert page.evaluate("document.images[0].naturalWidth") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert troubles == []
    page.close()


def test_filters_leave_what_they_say(browser: "Browser", report: Path) -> None:
    page = browser.new_page()
    page.goto((report / "wrong.html").as_uri())
    every = page.locator("article").count()
    page.select_option("select[name=who]", "both")
    page.select_option("select[name=ability]", "food")
    left = page.locator("article:visible")
    assert 0 < left.count() < every
    assert {(c.get_attribute("data-who"), c.get_attribute("data-ability")) for c in left.all()} == {("both", "food")}
    assert page.locator("output").inner_text() == f"{left.count()} shown"
    page.close()


def test_everything_is_there_without_scripts(browser: "Browser", report: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto((report / "wrong.html").as_uri())
        assert page.locator("article").first.is_visible() and not page.locator("form").is_visible()
