"""The admin page in a real browser."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.eval_bench.pages.serving import Served
from tests.eval_bench.study.browser import PHONE, WIDE, browsing
from tests.eval_bench.study.serving import Study, made, served, voted
from tests.report.test_page_browser import CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"


def row(page: "Page", label: str) -> Any:
    return page.locator("#raters tbody tr").filter(has=page.get_by_text(label, exact=True))


def invite(page: "Page", label: str, count: int = 1) -> None:
    page.get_by_label("Name or e-mail").fill(label)
    page.get_by_label("How many").fill(str(count))
    page.get_by_role("button", name="Invite").click()
    page.locator("#done").filter(has_text=f"Invited: {count}").wait_for()


def browse(folder: Path, study: Study, troubles: list[str] | None = None, **options: Any) -> Any:
    permissions = ["clipboard-read", "clipboard-write"]
    return browsing(folder / "profile", study.admin, troubles, **({"permissions": permissions} | options))


def test_somebody_is_invited_votes_and_is_revoked(tmp_path: Path) -> None:
    made(tmp_path, 2).close()
    with served(tmp_path) as study:
        with browse(tmp_path, study) as page:
            page.locator("#said").filter(has_text="0 of 36 votes").wait_for()
            invite(page, "Ada")
            row(page, "Ada").get_by_role("button", name="Copy").click()
            page.locator("#done").filter(has_text="Copied: the link of Ada.").wait_for()
            link = page.evaluate("navigator.clipboard.readText()")
            rater = Served(study.process, link)
            page.get_by_label("Name or e-mail").focus()
            page.keyboard.type("half a na")
            for _ in range(8):
                assert voted(rater)[0] == 200
            page.locator("#said").filter(has_text="of 36 votes").wait_for()
            page.wait_for_function("() => document.getElementById('bar').value > 0")
            assert page.evaluate("document.activeElement.name") == "label"
            assert page.get_by_label("Name or e-mail").input_value() == "half a na"
            assert row(page, "Ada").locator(".state").inner_text() == "voting"
            row(page, "Ada").get_by_role("button", name="Revoke").click()
            page.get_by_role("button", name="Keep it").click()
            assert rater.ask("state")[0] == 200
            row(page, "Ada").get_by_role("button", name="Revoke").click()
            page.locator("#sure-whom").filter(has_text="Ada").wait_for()
            page.locator("#revoke").click()
            page.locator("#done").filter(has_text="Revoked: the link of Ada.").wait_for()
            assert row(page, "Ada").locator(".state").inner_text() == "revoked"
            row(page, "Ada").get_by_role("button").filter(visible=True).click()
            assert page.locator("#forget").is_checked()
            page.locator("#revoke").click()
            page.locator("text=Removed: the votes of Ada.").wait_for()
            assert row(page, "removed").get_by_role("button").filter(visible=True).count() == 0
        assert (rater.ask("state")[0], rater.ask("")[0]) == (403, 403)


def test_labels_that_attack_are_text(tmp_path: Path) -> None:
    made(tmp_path, 1).close()
    with served(tmp_path) as study, browse(tmp_path, study) as page:
        invite(page, HOSTILE[:80])
        row(page, HOSTILE[:80]).get_by_role("button", name="Revoke").click()
        assert page.locator("#sure-whom").inner_text() == HOSTILE[:80]
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
        assert page.title() == "Study base+tuned" and page.locator("#raters img").count() == 0


def test_a_server_that_is_gone_is_told_and_found_again(tmp_path: Path) -> None:
    made(tmp_path, 1).close()
    troubles: list[str] = []
    with served(tmp_path) as study:
        port = int(study.admin.split(":")[2].split("/")[0])
        with browse(tmp_path, study, troubles) as page:
            page.locator("#said").filter(has_text="0 of 36").wait_for()
            Served(study.process, study.admin).kill()
            page.locator("#trouble").filter(has_text="does not answer").wait_for()
            with served(tmp_path, port=port):
                page.locator("#trouble").wait_for(state="hidden")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_it_is_readable_everywhere(tmp_path: Path, scheme: str, size: str) -> None:
    made(tmp_path, 3).close()
    with served(tmp_path) as study:
        for number in range(2):
            rater = study.rater(number)
            for n in range(9):
                voted(rater, "bad_item" if n == 7 else "cannot_tell" if n == 6 else "1")
        viewport = PHONE if size == "phone" else WIDE
        with browse(tmp_path, study, viewport=viewport, color_scheme=scheme) as page:
            page.locator("#bad li img").first.wait_for()
            invite(page, "Grace Hopper, grace@example.org")
            row(page, "rater 3").get_by_role("button", name="Revoke").click()
            page.locator("#revoke").click()
            page.locator("#done").filter(has_text="Revoked").wait_for()
            if folder := os.environ.get("SYNTHGEN_SCREENSHOTS"):
                page.screenshot(path=f"{folder}/final_{size}_{scheme}.png", full_page=True)
            wide = "[...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth)"
            assert page.evaluate(f"{wide}.map(e => e.tagName + e.id + e.className)") == []
            assert page.evaluate("document.querySelector('#bad img').naturalWidth > 0")
            assert [m for m in page.evaluate(CONTRAST) if m[2] < (4.5 if m[0] == "text" else 3)] == []
