"""The rating page in a real browser before the real server: by phone, by keyboard, half way, in spite of everything."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval_bench.study.database import Database
from eval_bench.study.tokens import link
from eval_bench.study.types import Rater, Statement
from tests.eval_bench.study import small
from tests.eval_bench.study.browser import PHONE, WIDE, at_step, begin, browsing, place, running, votable

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TEXT = "document.querySelector('#question').textContent + document.querySelector('#texts p').textContent"


def votes(db: Database, rater: Rater) -> dict[int, str]:
    """By statement, what a rater said of items."""
    kinds = [s.kind for s in db.design.statements]
    return {
        b.statement: b.vote for b in db.ballots() if b.rater == rater.number and kinds[b.statement] != "calibration"
    }


def right(page: "Page") -> bool:
    """Whether the answer on the page says what the reference says: what a careful rater goes by."""
    return page.locator("#texts p").first.inner_text() == page.locator("#answer").inner_text()


def seen(page: "Page", before: str) -> None:
    """Another statement stands there, and can be voted on."""
    page.wait_for_function(f"before => {TEXT} !== before || document.body.dataset.step !== 'vote'", arg=before)
    if page.evaluate("document.body.dataset.step") == "vote":
        votable(page)


def test_three_raters_finish_by_phone_by_keyboard_and_in_two_goes(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=4))
    people = [small.rater(db, name, planned=False) for name in ("phone", "keyboard", "two goes")]
    with running(db) as server:
        addresses = [link(db, one, server.address) for one in people]
        with browsing(tmp_path / "a", addresses[0], viewport=PHONE, has_touch=True, is_mobile=True) as page:
            begin(page)
            while page.evaluate("document.body.dataset.step") == "vote":
                before = page.evaluate(TEXT)
                page.locator(f"[data-vote='{int(right(page))}']").tap()
                if "Practice" in place(page):
                    page.locator("#verdict").filter(has_text="same way").wait_for()
                    page.wait_for_timeout(450)
                    page.locator("#feedback .on").tap()
                seen(page, before)
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            at_step(page, "done")
        with browsing(tmp_path / "b", addresses[1]) as page:
            by_keyboard(page)
        with browsing(tmp_path / "c", addresses[2]) as page:
            begin(page)
            practise(page)
            for _ in range(3):
                before = page.evaluate(TEXT)
                page.keyboard.press("1" if right(page) else "0")
                seen(page, before)
            half = page.evaluate(TEXT)
        with browsing(tmp_path / "c", addresses[2]) as page:
            votable(page)
            assert page.evaluate(TEXT) == half and place(page).startswith("4 of")
            finish(page)
    assert all(b.seconds is not None and b.seconds >= 0.3 for b in db.ballots())
    found = [votes(db, one) for one in people]
    assert found[0] == found[1] == found[2] and len(found[0]) == 9 and set(found[0].values()) == {"0", "1"}


def practise(page: "Page") -> None:
    while "Practice" in place(page):
        before = page.evaluate(TEXT)
        page.keyboard.press("r" if right(page) else "w")
        page.locator("#feedback").wait_for()
        page.wait_for_timeout(450)
        page.keyboard.press("Enter")
        seen(page, before)


def finish(page: "Page") -> None:
    while page.evaluate("document.body.dataset.step") == "vote":
        before = page.evaluate(TEXT)
        page.keyboard.press("1" if right(page) else "0")
        seen(page, before)
    at_step(page, "done")


def by_keyboard(page: "Page") -> None:
    """No mouse; help, the large picture and undo on the way."""
    at_step(page, "consent")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "agree"
    page.keyboard.press("Enter")
    at_step(page, "start")
    page.wait_for_timeout(450)
    page.keyboard.press("Enter")
    votable(page)
    practise(page)
    page.keyboard.press("?")
    assert page.locator("#rubric").is_visible()
    page.keyboard.press("1")
    page.keyboard.press("Escape")
    page.keyboard.press("z")
    assert page.locator("#large img").is_visible()
    page.keyboard.press("0")
    page.keyboard.press("z")
    assert place(page).startswith("1 of")
    before = page.evaluate(TEXT)
    page.keyboard.press("b")
    seen(page, before)
    page.keyboard.press("u")
    page.wait_for_function(f"before => {TEXT} === before", arg=before)
    votable(page)
    for _ in range(40):  # the vote buttons are reached by Tab, too
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.vote") == str(int(right(page))):
            break
    page.keyboard.press("Enter")
    seen(page, before)
    finish(page)


def test_a_key_that_is_held_down_votes_once(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0))
    one = small.rater(db)
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address)) as page:
        begin(page)
        before = page.evaluate(TEXT)
        for _ in range(30):
            page.keyboard.down("1")
        seen(page, before)
        for _ in range(30):
            page.keyboard.down("1")
        page.keyboard.up("1")
        assert len(votes(db, one)) == 1
        page.locator("[data-vote='1']").focus()
        before = page.evaluate(TEXT)
        for _ in range(30):
            page.keyboard.down("Enter")
        seen(page, before)
        page.keyboard.up("Enter")
        assert len(votes(db, one)) == 2
        before = page.evaluate(TEXT)
        page.locator("[data-vote='0']").dblclick(delay=20)
        seen(page, before)
        assert len(votes(db, one)) == 3


def test_a_vote_waits_until_the_picture_is_there(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0))
    one = small.rater(db)
    troubles: list[str] = []
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address), troubles) as page:
        page.route("**/picture/*", lambda route: route.abort())
        at_step(page, "consent")
        page.locator("#agree").click()
        at_step(page, "start")
        page.wait_for_timeout(450)
        page.keyboard.press("Enter")
        page.locator("#lost").wait_for()
        page.wait_for_timeout(450)
        before = page.evaluate(TEXT)
        page.keyboard.press("1")
        assert page.evaluate(TEXT) == before and votes(db, one) == {}
        assert page.locator("[data-vote='1']").get_attribute("aria-disabled") == "true"
        page.unroute("**/picture/*")
        page.locator("#again").click()
        votable(page)
        page.locator("[data-vote='1'][aria-disabled=false]").wait_for()
        page.keyboard.press("1")
        seen(page, before)
        assert list(votes(db, one).values()) == ["1"]


@pytest.mark.parametrize("closed", [False, True])
def test_a_vote_while_the_server_is_gone_arrives_once(tmp_path: Path, closed: bool) -> None:
    db = small.study(tmp_path, small.design(calibration=0))
    one = small.rater(db)
    with running(db) as server:
        address = link(db, one, server.address)
        with browsing(tmp_path / "p", address, []) as page:
            begin(page)
            before = page.evaluate(TEXT)
            server.kill()
            page.keyboard.press("1")
            page.locator("#trouble").filter(has_text="No connection").wait_for()
            page.keyboard.press("0")
            assert votes(db, one) == {}
            if not closed:
                server.start()
                seen(page, before)
                page.locator("#trouble").wait_for(state="hidden")
        if closed:
            server.start()
            with browsing(tmp_path / "p", address) as page:
                votable(page)
                assert page.evaluate(TEXT) != before
                assert page.evaluate("localStorage.length") == 0
    assert list(votes(db, one).values()) == ["1"]
    assert [b.changes for b in db.ballots()] == [0]


def test_a_server_that_is_killed_after_it_wrote_a_vote_and_before_it_said_so_has_it_once(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0))
    one = small.rater(db)
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address), []) as page:
        begin(page)
        before = page.evaluate(TEXT)

        def lose(route: object) -> None:
            route.fetch()  # type: ignore[attr-defined]  # it is on the disk
            server.kill()
            route.abort()  # type: ignore[attr-defined]

        page.route("**/vote", lose, times=1)
        page.keyboard.press("1")
        page.locator("#trouble").filter(has_text="No connection").wait_for()
        server.start()
        seen(page, before)
        assert place(page).startswith("2 of")
    assert [b.vote for b in db.ballots()] == ["1"] and db.ballots()[0].changes == 0


def test_a_page_that_is_too_fast_waits_and_loses_nothing(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0, attention=0))
    one = small.rater(db)
    tries = 0

    def slow(route: object) -> None:
        nonlocal tries
        tries += 1
        if tries < 3:
            route.fulfill(status=429, headers={"Retry-After": "1"}, json={"fault": "slow"})  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address), []) as page:
        begin(page)
        page.route("**/vote", slow)
        before, began = page.evaluate(TEXT), time.monotonic()
        page.keyboard.press("1")
        page.locator("#trouble").filter(has_text="on its way").wait_for()
        seen(page, before)
        assert time.monotonic() - began >= 2 and tries == 3
        assert list(votes(db, one).values()) == ["1"]


def test_two_tabs_vote_on_what_they_show(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0, attention=0))
    one = small.rater(db)
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address)) as page:
        begin(page)
        other = page.context.new_page()
        other.goto(link(db, one, server.address))
        at_step(other, "start")
        other.wait_for_timeout(450)
        other.keyboard.press("Enter")
        votable(other)
        first = page.evaluate(TEXT)
        page.keyboard.press("1")
        seen(page, first)
        assert other.evaluate(TEXT) == first
        other.keyboard.press("0")
        seen(other, first)
        assert list(votes(db, one).values()) == ["0"]  # of the first statement, changed
        second = other.evaluate(TEXT)
        assert page.evaluate(TEXT) == second
        page.keyboard.press("1")
        seen(page, second)
        assert sorted(votes(db, one).values()) == ["0", "1"]


def test_a_browser_that_keeps_nothing_votes_all_the_same(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(calibration=0))
    one = small.rater(db)
    broken = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    with running(db) as server, browsing(tmp_path / "p", "about:blank", []) as page:
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.add_init_script(broken)
        page.goto(link(db, one, server.address))
        begin(page)
        finish(page)
        assert troubles == []
    assert len(votes(db, one)) == 9


def test_a_break_is_due_after_25_and_enter_ends_it(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=14, calibration=0))
    one = small.rater(db)
    with db.transaction():
        for task in db.tasks(one.id)[:24]:
            db.vote(task, "1", task.id, time.time(), 12.0)
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address)) as page:
        at_step(page, "consent")
        page.locator("#agree").click()
        votable(page)
        assert place(page) == "25 of 30 · about a minute left"
        page.keyboard.press("1")
        at_step(page, "rest")
        assert page.locator("#rested").inner_text().startswith("25 of 30 are done")
        page.keyboard.press("1")
        page.wait_for_timeout(450)
        page.keyboard.press("Enter")
        votable(page)
        assert place(page).startswith("26 of 30") and len(votes(db, one)) == 25


def test_a_link_that_is_closed_says_so(tmp_path: Path) -> None:
    db = small.study(tmp_path)
    one = small.rater(db)
    with running(db) as server:
        address = link(db, one, server.address)
        with browsing(tmp_path / "p", address, []) as page:
            begin(page)
            with db.transaction():
                db.revoke(one.id)
            page.keyboard.press("1")
            at_step(page, "closed")
            assert page.locator("#closed-why").inner_text() == "This link was withdrawn."
        with browsing(tmp_path / "p", address, []) as page:
            assert page.locator("h1").inner_text() == "This link does not open"
            style = page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius")
            assert style != "0px"  # its style is loaded


def test_long_words_and_long_texts_stay_in_the_window_and_the_buttons_in_sight(tmp_path: Path) -> None:
    plain = small.design(items=1, calibration=0, attention=0)
    texts = ("W" * 500 + " " + "word " * 2000, "שלום " * 40 + "👩🏽‍🚀" * 30)
    statements = tuple(Statement(i, "i0", (text,), (("m0",),)) for i, text in enumerate(texts))
    db = small.study(
        tmp_path, small.design(items=1, calibration=0, attention=0, statements=statements, asked=plain.asked)
    )
    one = small.rater(db)
    phone = {"width": 360, "height": 640}
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address), viewport=phone) as page:
        begin(page)
        for _ in texts:
            for size in (phone, WIDE, {"width": 640, "height": 360}, {"width": 320, "height": 256}):
                page.set_viewport_size(size)  # type: ignore[arg-type]
                assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
                assert page.evaluate("document.querySelector('#said').scrollWidth <= innerWidth")
                if size["height"] > 256:
                    for button in page.locator("[data-vote]").all():
                        box = button.bounding_box()
                        assert box and box["y"] + box["height"] <= size["height"] and box["height"] >= 44
            page.set_viewport_size(phone)  # type: ignore[arg-type]
            before = page.evaluate(TEXT)
            page.keyboard.press("c")
            seen(page, before)
        at_step(page, "done")
