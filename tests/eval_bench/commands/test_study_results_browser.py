"""The results of a study in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.eval_bench.commands.test_study_results import ALL, Voted, results, voted
from tests.report.test_page_browser import PHONE, WIDE, browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
__all__ = ["browser", "voted"]


def test_the_pages_of_a_study_fit_and_load_only_what_lies_beside_them(
    browser: "Browser", tmp_path: Path, voted: Voted
) -> None:
    hostile = "</script><img src=https://evil.example/x onerror=alert(1)>"
    voted({**ALL, 7: "bad_item bad_item 1"}, simulated=hostile)
    folder = results(tmp_path)
    for viewport in (WIDE, PHONE):
        for name in ("index", "bad", "wrong"):
            page = browser.new_page(viewport=viewport)  # type: ignore[arg-type]
            troubles: list[str] = []
            page.on("console", lambda message, told=troubles: told.append(message.text))
            page.on(
                "request",
                lambda r, told=troubles: (
                    told.append(r.url) if not r.url.startswith((folder.as_uri(), "data:")) else None
                ),
            )
            page.on("dialog", lambda dialog, told=troubles: told.append(dialog.message))
            page.goto((folder / f"{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            assert page.evaluate("[...document.images].every(i => i.loading === 'lazy' || i.naturalWidth > 0)")
            assert "nobody looked at a picture" in page.locator("header").inner_text()
            assert troubles == []
            page.close()


def test_from_the_report_one_reaches_bad_items_and_back(browser: "Browser", tmp_path: Path, voted: Voted) -> None:
    voted({**ALL, 7: "bad_item bad_item 1"})
    page = browser.new_page()
    page.goto((results(tmp_path) / "index.html").as_uri())
    page.get_by_role("link", name="bad items (1)").click()
    assert page.get_by_role("article").count() == 1
    assert page.evaluate("document.images[0].decode().then(() => document.images[0].naturalWidth)") > 0
    page.get_by_role("link", name="report").click()
    assert page.locator("#headline").inner_text().startswith("Primary hypothesis")
    page.close()
