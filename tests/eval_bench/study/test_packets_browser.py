"""A packet in a real browser, from a file: finished, closed half way, in two tabs, downloaded, and read back."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval_bench.__main__ import main
from eval_bench.study import packets
from eval_bench.study.database import NAME, Database
from tests.eval_bench.study import small
from tests.eval_bench.study.browser import PHONE, at_step, begin, browsing, place, votable
from tests.eval_bench.study.test_rating_browser import TEXT, finish, practise, right, seen, votes

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def packet(folder: Path, **other: object) -> Path:
    """Of a small study, by the command."""
    small.study(folder, small.design(**other)).close()  # type: ignore[arg-type]
    assert main(["study", "packets", f"study={folder}"]) == 0
    return folder / "packets" / "packet_1.html"


def downloaded(page: "Page", folder: Path) -> str:
    with page.expect_download() as waiting:
        page.locator(".save:visible").first.click()
    assert waiting.value.suggested_filename == "votes.json"
    file = folder / "votes.json"
    shutil.copy(waiting.value.path(), file)
    return file.read_text()


def test_a_packet_is_finished_in_two_goes_downloaded_and_read_back(tmp_path: Path) -> None:
    file = packet(tmp_path)
    db = Database(tmp_path / NAME)
    with browsing(tmp_path / "p", file.as_uri(), viewport=PHONE, has_touch=True) as page:
        begin(page)
        practise(page)
        for vote in ("1", "0", "u", "0"):
            before = page.evaluate(TEXT)
            page.keyboard.press(vote)
            page.wait_for_function(f"before => {TEXT} !== before", arg=before)
            votable(page)
        assert place(page).startswith("3 of 9")
        half = downloaded(page, tmp_path)
    with browsing(tmp_path / "p", file.as_uri()) as page:
        votable(page)
        assert place(page).startswith("3 of 9")
        finish(page)
        whole = downloaded(page, tmp_path)
    (one,) = db.raters()
    assert packets.take(db, half)[1:] == (6, 0)  # two to practise, two votes, one of them taken back and given anew
    assert packets.take(db, whole)[1:] == (7, 6)
    assert len(votes(db, one)) == 9 and len(db.ballots()) == 11
    assert all(b.seconds is not None and b.seconds > 0.3 for b in db.ballots())
    assert sum(b.changes for b in db.ballots()) == 2


def test_two_tabs_of_a_packet_add_to_one_log(tmp_path: Path) -> None:
    file = packet(tmp_path, calibration=0)
    with browsing(tmp_path / "p", file.as_uri()) as page:
        begin(page)
        other = page.context.new_page()
        other.goto(file.as_uri())
        at_step(other, "start")
        other.wait_for_timeout(450)
        other.keyboard.press("Enter")
        votable(other)
        for tab in (page, other, page, other):
            votable(tab)
            before = tab.evaluate(TEXT)
            tab.keyboard.press("1")
            seen(tab, before)
            other.wait_for_timeout(100)
        log = json.loads(downloaded(page, tmp_path))["log"]
        assert len(log) == len({entry["task"] for entry in log}) == 4


def test_a_browser_that_keeps_nothing_says_so_and_downloads(tmp_path: Path) -> None:
    file = packet(tmp_path, items=1, calibration=0)
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    with browsing(tmp_path / "p", file.as_uri(), None, full) as page:
        begin(page)
        assert "does not remember" in page.locator("#trouble").inner_text()
        before = page.evaluate(TEXT)
        page.keyboard.press("1" if right(page) else "0")
        seen(page, before)
        finish(page)
        text = downloaded(page, tmp_path)
    db = Database(tmp_path / NAME)
    assert packets.take(db, text)[1:] == (3, 0)
