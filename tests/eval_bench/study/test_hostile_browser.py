"""Whatever stands in questions, answers, references, consent and contact is text, on the page and in a packet; and a
simple check that people who do not see well, or use no mouse, find their way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval_bench.study import packets
from eval_bench.study.database import Database
from eval_bench.study.tokens import link
from eval_bench.study.types import Design
from tests.eval_bench.study import small
from tests.eval_bench.study.browser import PHONE, WIDE, at_step, begin, browsing, running, votable
from tests.eval_bench.study.test_rating_browser import TEXT, seen
from tests.report.hostile import HOSTILE
from tests.report.test_page_browser import CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
ITEMS = 6
WATCH = """window.violations = [];
document.addEventListener('securitypolicyviolation', e => violations.push(`${e.violatedDirective} ${e.blockedURI}`));"""
NAMELESS = """() => {
  const named = e => (e.getAttribute('aria-labelledby') || '').split(' ')
    .some(id => document.getElementById(id)?.textContent.trim());
  return [...document.querySelectorAll('button, input, select, textarea, dialog, progress, img, [role=group]')]
    .filter(e => !(e.ariaLabel || e.alt || e.textContent.trim() || named(e))).map(e => e.outerHTML.slice(0, 90));
}"""
SMALL = """() => [...document.querySelectorAll('button')].filter(e => e.checkVisibility())
  .map(e => [e.id || e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.width < 44 || r.height < 44)
  .map(([name]) => name)"""


def hostile() -> Design:
    """All payloads in each kind of text, spread over a few items; in consent and contact all of them."""
    plain = small.design(items=ITEMS, calibration=0, attention=0)
    share = ["\n".join(HOSTILE[n::ITEMS]) for n in range(ITEMS)]
    asked = tuple(
        replace(one, question=share[n], answer=share[n - 1], accept=tuple(HOSTILE[n::ITEMS]))
        for n, one in enumerate(plain.asked)
    )
    statements = tuple(replace(s, texts=(share[n % ITEMS],)) for n, s in enumerate(plain.statements))
    consent = "\n\n".join(text.replace("\n", " ") for text in HOSTILE)
    return replace(plain, asked=asked, statements=statements, consent=consent, contact=" ".join(HOSTILE))


def walked(page: "Page", design: Design) -> None:
    """To the end, each payload seen as it is written."""
    begin(page)
    shown = set()
    while page.evaluate("document.body.dataset.step") == "vote":
        shown.add(page.locator("#question").evaluate("e => e.textContent"))
        assert page.locator("#texts p").evaluate("e => e.textContent") in {s.texts[0] for s in design.statements}
        assert page.locator("main script, main iframe, main style, main link, main object, main form").count() == 0
        assert page.locator("img").count() == 1
        before = page.evaluate(TEXT)
        page.keyboard.press("1")
        seen(page, before)
    assert shown == {one.question for one in design.asked}
    at_step(page, "done")
    assert page.evaluate("window.hacked") is None and page.evaluate("violations") == []
    assert page.title() == "Pictures and answers"


def test_hostile_texts_run_nothing_and_load_nothing_on_the_page(tmp_path: Path) -> None:
    assert len(HOSTILE) >= 60
    db = small.study(tmp_path, hostile())
    one = small.rater(db)
    with running(db) as server, browsing(tmp_path / "p", link(db, one, server.address), None, WATCH) as page:
        walked(page, db.design)


def test_hostile_texts_run_nothing_and_load_nothing_in_a_packet(tmp_path: Path) -> None:
    db = small.study(tmp_path, hostile())
    file = tmp_path / "packet.html"
    file.write_text(packets.packet(db, small.rater(db)))
    with browsing(tmp_path / "p", file.as_uri(), None, WATCH) as page:
        walked(page, db.design)


@pytest.fixture(params=["right", "grades", "sides"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Database, Path]]:
    db = small.study(tmp_path, small.design(form=request.param))
    file = tmp_path / "packet.html"
    file.write_text(packets.packet(db, small.rater(db)))
    yield db, file


def steps(page: "Page") -> Iterator[str]:
    """Each step of the page, stopped at."""
    at_step(page, "consent")
    yield "consent"
    page.locator("#agree").click()
    at_step(page, "start")
    page.wait_for_timeout(450)
    yield "start"
    page.keyboard.press("Enter")
    votable(page)
    yield "vote"
    page.keyboard.press("?")
    yield "rubric"
    page.keyboard.press("Escape")
    page.locator("[data-vote]").first.click()
    page.locator("#feedback").wait_for()
    page.wait_for_timeout(450)
    yield "feedback"
    for section in ("rest", "done", "full", "closed"):
        page.evaluate("document.querySelectorAll('main > section').forEach(s => { s.hidden = true; })")
        page.evaluate(f"document.getElementById('{section}').hidden = false")
        yield section


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_named_and_touched(
    opened: tuple[Database, Path], tmp_path: Path, size: dict[str, int], scheme: str
) -> None:
    _, file = opened
    with browsing(tmp_path / "p", file.as_uri(), viewport=size, color_scheme=scheme, reduced_motion="reduce") as page:
        for step in steps(page):
            measured = page.evaluate(CONTRAST)
            assert len(measured) > 1, step
            assert [m for m in measured if m[2] < (4.5 if m[0] == "text" else 3)] == [], step
            assert page.evaluate(NAMELESS) == [], step
            assert page.evaluate(SMALL) == [], step
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], step


def test_a_screen_reader_hears_the_question_the_progress_and_the_feedback(
    opened: tuple[Database, Path], tmp_path: Path
) -> None:
    _, file = opened
    with browsing(tmp_path / "p", file.as_uri(), forced_colors="active") as page:
        begin(page)
        heard = page.locator("#live")
        assert page.evaluate("document.activeElement.id") == "question"
        assert re.match(r"Practice 1 of 2\. Answer", heard.inner_text())
        assert page.locator("#picture").get_attribute("alt") == "The picture that the question is about"
        page.locator("[data-vote]").first.focus()
        page.keyboard.press("Enter")
        page.locator("#feedback").wait_for()
        assert page.evaluate("document.activeElement.id") == "verdict"
        assert "same way" in heard.inner_text() or "differently" in heard.inner_text()
        page.wait_for_timeout(450)
        page.keyboard.press("Enter")
        votable(page)
        assert heard.inner_text().startswith("Practice 2 of 2.")
        reached = set()
        for _ in range(25):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.id || document.activeElement.dataset.vote"))
        votes = set(page.locator("[data-vote]").evaluate_all("all => all.map(e => e.dataset.vote)"))
        assert votes | {"ask", "undo", "enlarge"} <= reached
