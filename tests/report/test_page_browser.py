"""The report in a real browser: what runs, what loads, what can be seen and reached."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from synthgen.report.page import write_report
from tests.report.folders import Row, plain, write
from tests.report.hostile import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1400, "height": 1000}, {"width": 390, "height": 800}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
CONTRAST = """() => {
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    throw new Error("nothing is behind " + element.tagName);
  };
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    const own = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
    if (!e.checkVisibility() || e.closest("script")) continue;
    if (own || e.matches("input, select")) found.push(["text", e.tagName, ratio(numbers(style.color), ground(e))]);
    if (e.matches("rect")) found.push(["mark", e.tagName, ratio(numbers(style.fill), ground(e))]);
    if (e.matches("input, select, button:not(.picture)"))
      found.push(["mark", e.tagName, ratio(numbers(style.borderTopColor), ground(e.parentElement))]);
  }
  return found;
}"""
"""WCAG 2.2 contrast of each text with what is behind it (1.4.3), and of bars and borders of controls (1.4.11)."""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """The system's chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here: apt-get install chromium")
    with playwright.sync_playwright() as p, p.chromium.launch(executable_path=path, args=list(QUIET)) as browser:
        yield browser


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two abilities: six kept, three rejected, one of them with a picture and very long words."""
    rows = [Row("a", f"((owl {i})), night", f"owl {i}", pixels=plain(i)) for i in range(4)]
    rows += [
        Row("b", f"((fox {i})), Snow", f"fox {i}", (("Where?", "In snow."),), pixels=plain(9 + i)) for i in range(2)
    ]
    long = "W" * 300
    rows += [Row("b", long, long, ((long, long),), long, long, plain(7), long)]
    rows += [Row("a", "((yeti)), snow", "yeti", reason="undrawable", detail=word) for word in ("yeti", "snow")]
    folder = tmp_path_factory.mktemp("calm")
    full = folder / "export" / "llava" / "images" / "a-000000000.jpg"
    full.parent.mkdir(parents=True)
    full.write_bytes(b"")
    about = {"command": ["ability=[a,b]", long], "figures": {"seconds": 2.0, "rendered": 7}}
    return write_report(*write(folder, rows, about=about))


@contextmanager
def opened(browser: "Browser", file: Path, address: str = "", **options: Any) -> Iterator["Page"]:
    """The page, with proof at the end that nothing failed and nothing was asked for from outside."""
    troubles: list[str] = []
    with browser.new_context(**({"viewport": WIDE} | options)) as context, context.new_page() as page:
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.on("popup", lambda popup: troubles.append(f"popup: {popup.url}"))
        page.on("request", lambda r: troubles.append(r.url[:80]) if r.url.split("#")[0] not in own(file) else None)
        page.on("framenavigated", lambda f: troubles.append(f.url) if f.url.split("#")[0] not in own(file) else None)
        page.goto(file.as_uri() + address)
        yield page
        page.wait_for_timeout(100)
        troubles += [url for frame in page.frames[1:] for url in [frame.url]]
        assert troubles == []


def own(file: Path) -> tuple[str, ...]:
    return (file.as_uri(), "about:blank")


def shown(page: "Page") -> list[str]:
    return [str(card.get_attribute("aria-label")) for card in page.locator(".card").all() if card.is_visible()]


# safety


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in which every text of others is an attack."""
    rows = [Row("a", text, text, ((text, text),), pixels=plain(i), score=text) for i, text in enumerate(HOSTILE)]
    rows += [Row("b", text, text, reason=text, detail=text) for text in HOSTILE]
    rows += [Row("c", reason="undrawable", detail=text) for text in HOSTILE]
    return write_report(*write(tmp_path_factory.mktemp("hostile"), rows, about={"command": HOSTILE}))


def test_no_attack_runs_or_loads_anything(browser: "Browser", hostile: Path) -> None:
    with opened(browser, hostile) as page:
        for details in page.locator("details").all()[:5]:
            details.locator("summary").first.click()
        for i in range(0, len(HOSTILE), 7):
            page.locator("button.picture").nth(i).click()
            page.keyboard.press("ArrowRight")
            page.keyboard.press("Escape")
        for text in HOSTILE[::9]:
            page.fill("#words", text)
            page.select_option("#verdict", text)
        for link in page.locator(".chart a").all()[:40:4]:
            link.click()
        page.wait_for_timeout(300)
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.scripts.length") == 1
        assert page.locator("iframe, object, embed, form, base, link, video, audio").count() == 0
        handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => /^on/.test(n))"
        assert page.evaluate(handlers) == []


GO = """async text => {
  const gone = new Promise(done => addEventListener("popstate", () => done()));
  location.hash = `words=${text}&ability=${text}`;
  await gone;
}"""


@pytest.mark.parametrize("attack", HOSTILE[::6])
def test_an_address_that_attacks_is_a_filter_that_fits_nothing_or_everything(
    browser: "Browser", calm: Path, attack: str
) -> None:
    with opened(browser, calm) as page:
        page.evaluate(GO, attack)
        assert page.evaluate("window.hacked") is None and page.input_value("#ability") == ""


def test_the_policy_stops_scripts_that_would_come_in(browser: "Browser", calm: Path, tmp_path: Path) -> None:
    """The second lock holds where the first, escaping, would fail."""
    broken = tmp_path / "broken.html"
    attacks = "".join(text for text in HOSTILE if "hacked" in text and "<" in text and "plaintext" not in text)
    broken.write_text(calm.read_text().replace("<main>", f"<main>{attacks}<img src=x onerror=window.hacked=1>", 1))
    with browser.new_context() as context, context.new_page() as page:
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(broken.as_uri())
        page.wait_for_timeout(300)
        assert page.evaluate("window.hacked") is None
        assert any("Content Security Policy" in text for text in refused)


# filters


def test_filters_show_what_fits_and_count_it(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        count = page.locator("#count")
        assert count.inner_text() == "9 of 9 shown" and len(shown(page)) == 9
        page.get_by_label("ability").select_option("b")
        assert count.inner_text() == "3 of 9 shown" and all(id.startswith("b-") for id in shown(page))
        page.get_by_label("verdict").select_option("rejected")
        assert shown(page) == ["b-000000002"]
        page.get_by_label("ability").select_option("all")
        page.get_by_label("verdict").select_option("undrawable")
        assert shown(page) == ["a-000000004", "a-000000005"]
        page.get_by_label("words").fill("(SNOW)")
        assert shown(page) == ["a-000000005"] and page.locator("#nothing").is_hidden()
        page.get_by_label("verdict").select_option("kept")
        assert shown(page) == [] and count.inner_text() == "0 of 9 shown"
        assert page.get_by_text("No sample fits these filters.").is_visible()
        page.get_by_role("link", name="show all").click()
        page.locator("#count", has_text="9 of 9 shown").wait_for()
        assert len(shown(page)) == 9 and page.input_value("#words") == ""


def test_the_address_keeps_the_filters(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        page.get_by_label("ability").select_option("b")
        page.get_by_label("words").fill("in snow & more?")
        assert page.evaluate("location.hash") == "#ability=b&words=in+snow+%26+more%3F"
        page.reload()
        assert page.input_value("#ability") == "b" and page.input_value("#words") == "in snow & more?"
        assert shown(page) == []
    with opened(browser, calm, "#verdict=kept&words=fox&ability=unknown") as page:
        assert shown(page) == ["b-000000000", "b-000000001"]


def test_links_of_the_charts_filter_jump_and_can_be_taken_back(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        page.get_by_role("link", name="snow", exact=True).click()
        page.locator("#samples:focus").wait_for()
        assert shown(page) == ["a-000000005"]
        page.go_back()
        page.locator("#count", has_text="9 of 9 shown").wait_for()
        page.get_by_role("link", name="b", exact=True).click()
        page.locator("#count", has_text="3 of 9 shown").wait_for()
        top = page.locator("#samples").bounding_box()
        assert top is not None and 0 <= top["y"] < 1000


# enlarging, reading, reaching


def test_a_picture_is_enlarged_and_left_through_by_keyboard(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        page.locator("#words").focus()
        page.keyboard.press("Tab")  # show all
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "picture"
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        assert dialog.is_visible() and "a-000000000: kept" in dialog.inner_text() and "words 3.5" in dialog.inner_text()
        picture = dialog.get_by_role("img").bounding_box()
        assert picture is not None and picture["width"] > 500
        full = dialog.get_by_role("link", name="full size")
        assert full.get_attribute("href") == "export/llava/images/a-000000000.jpg"
        page.keyboard.press("ArrowRight")
        assert "a-000000001: kept" in dialog.inner_text() and full.is_hidden()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert "b-000000002" in dialog.inner_text()  # round to the last that has a picture
        page.keyboard.press("Escape")
        assert dialog.is_hidden()
        page.locator(".card[aria-label=b-000000002] button:focus").wait_for()


def test_a_click_enlarges_and_steps_only_through_what_the_filters_show(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        page.get_by_label("verdict").select_option("kept")
        page.get_by_role("button", name="Picture of fox 1").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="next").click()
        assert "a-000000000" in dialog.inner_text()
        dialog.get_by_role("button", name="previous").click()
        assert "b-000000001" in dialog.inner_text()
        page.mouse.click(5, 5)
        assert dialog.is_hidden()


def test_every_control_and_picture_has_a_name(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm) as page:
        assert page.locator(".card img:not([alt]), .card img[alt='']").count() == 0
        for role in ("link", "button", "combobox", "searchbox"):
            found = page.get_by_role(role).all()  # type: ignore[arg-type]
            assert found and all(one.aria_snapshot().count('"') >= 2 for one in found)
        assert page.get_by_role("table").count() == 4 and page.get_by_role("main").count() == 1
        assert page.get_by_role("search").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_contrast_is_enough(browser: "Browser", calm: Path, scheme: str, viewport: dict[str, int]) -> None:
    with opened(browser, calm, color_scheme=scheme, viewport=viewport) as page:
        for details in page.locator("summary").all():
            details.click()
        measured = page.evaluate(CONTRAST)
        page.locator("button.picture").first.click()
        measured += page.evaluate(CONTRAST)
        dark = sum(page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")) < 150
        assert dark == (scheme == "dark")
    assert len(measured) > 100 and {"text", "mark"} == {kind for kind, _, _ in measured}
    assert [m for m in measured if m[2] < (4.5 if m[0] == "text" else 3)] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
def test_nothing_is_wider_than_the_window(browser: "Browser", calm: Path, hostile: Path, width: int) -> None:
    for file in (calm, hostile):
        with opened(browser, file, viewport={"width": width, "height": 800}) as page:
            for details in page.locator("summary").all()[:12]:
                details.click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.locator("button.picture").last.click()
            dialog = "document.getElementById('large')"
            assert page.evaluate(f"{dialog}.scrollWidth <= {dialog}.clientWidth")


def test_a_print_holds_all_pictures_and_no_controls(browser: "Browser", calm: Path, tmp_path: Path) -> None:
    with opened(browser, calm, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.locator(".filters").is_hidden() and len(shown(page)) == 9
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 33, 39)"
        assert page.pdf(format="A4").count(b"/Subtype /Image") >= 7


def test_without_scripts_everything_is_there(browser: "Browser", calm: Path) -> None:
    with opened(browser, calm, java_script_enabled=False) as page:
        assert page.locator(".card").count() == 9 and page.locator("#count").inner_text() == "9 of 9 shown"


def test_a_run_without_kept_samples_works_too(browser: "Browser", tmp_path: Path) -> None:
    rows = [Row("a", reason="undrawable", detail="moon")]
    with opened(browser, write_report(*write(tmp_path, rows))) as page:
        assert page.get_by_text("No sample was kept.").is_visible()
        page.get_by_label("verdict").select_option("kept")
        assert page.get_by_text("No sample fits these filters.").is_visible()
