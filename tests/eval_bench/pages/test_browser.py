"""Both pages in a real browser: by keyboard, closed half way, on a phone, with the server gone."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from eval_bench.benchmark import load
from tests.eval_bench.items import COLOURS, benchmark, item
from tests.eval_bench.pages.serving import Served, real_images, served
from tests.report.test_page_browser import CONTRAST, QUIET

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 800}
HOSTILE = ["<script>document.title='ran'</script>", '"><img src=x onerror="document.title=1">', "‮olleh' {{7*7}} ${1}"]
PHOTOS = {
    "astronaut": ("r", "1", "astronaut", "What does the person work as?", "She is an astronaut.", "cosmonaut", ""),
    "camera": ("t", "2", "taking photographs", "", "Yes, he is.", "", ""),
    "chelsea": ("a", "3", "cat", "", "It is a cat.", "kitten", "dog"),
    "clock_motion": ("u", "1", "clock", "What hangs on the wall?", "It is a clock.", "", ""),
    "coffee": ("f", "1", "espresso", "What is in the cup?", "It is coffee.", "espresso", "tea"),
    "grass": ("p", "2", "tulip", "Are tulips to be seen?", "No, there are none.", "", ""),
    "horse": ("a", "1", "horse", "Which animal is it?", "It is a horse.", "stallion", ""),
    "hubble_deep_field": ("s", "3", "outer space", "", "It is outer space.", "space", "the ocean floor"),
    "rocket": ("v", "2", "rocket", "", "Yes, it is.", "", ""),
}


@contextmanager
def browsing(folder: Path, address: str, troubles: list[str] | None = None, **options: Any) -> Iterator["Page"]:
    """The page in a browser that remembers in the folder; it fails on any error, and on requests to others."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here: apt-get install chromium")
    found: list[str] = []
    host = urlsplit(address).netloc
    with playwright.sync_playwright() as p:
        context = p.chromium.launch_persistent_context(
            str(folder), executable_path=path, args=list(QUIET), **({"viewport": WIDE} | options)
        )
        page = context.pages[0]
        page.on("console", lambda message: found.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: found.append(f"error: {error}"))
        page.on("dialog", lambda dialog: found.append(f"dialog: {dialog.message}"))
        page.on("request", lambda r: found.append(r.url[:90]) if urlsplit(r.url).netloc != host else None)
        page.goto(address)
        page.locator("#main").wait_for(state="visible")
        yield page
        context.close()
    assert (found if troubles is None else []) == []


def type_in(page: "Page", field: str, text: str) -> None:
    """Tab from where the keyboard is to the field, and write it anew; no mouse."""
    for _ in range(30):
        if page.evaluate("document.activeElement.name") == field:
            page.keyboard.press("Control+A")
            page.keyboard.type(text) if text else page.keyboard.press("Delete")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {field}")


def said(page: "Page", text: str) -> None:
    page.locator("#said").filter(has_text=text).wait_for(timeout=20_000)


def shot(page: "Page", name: str) -> None:
    """For docs/, where SYNTHGEN_SCREENSHOTS names a folder: the same pictures as in the documentation."""
    if folder := os.environ.get("SYNTHGEN_SCREENSHOTS"):
        page.wait_for_load_state("networkidle")
        file = Path(folder) / f"{name}.png"
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=file)
        Image.open(file).convert("RGB").quantize(160).save(file, optimize=True)


def wrote_one(page: "Page", name: str) -> None:
    """An item about the photograph, by keyboard alone."""
    ability, style, head, question, answer, also, refuse = PHOTOS[name]
    page.keyboard.press(ability)
    page.keyboard.press(style)
    type_in(page, "head", head)
    type_in(page, "refuse", refuse)
    page.locator("#suggestions button").first.wait_for()
    if question:
        type_in(page, "question", question)
    else:
        page.wait_for_timeout(300)
        page.keyboard.press("Alt+1")
        assert head in page.locator("[name=question]").input_value()
    type_in(page, "answer", answer)
    if also:
        type_in(page, "accept", f"{head}, {also}" if head in answer else f"coffee, {also}")


@pytest.fixture
def annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Served, Path]]:
    monkeypatch.chdir(tmp_path)
    with served("build", "real", f"photographs={real_images()}", "n=1") as server:
        yield server, tmp_path


def test_nine_photographs_are_annotated_by_keyboard_and_a_closed_browser_comes_back(
    annotated: tuple[Served, Path],
) -> None:
    server, folder = annotated
    names = sorted(PHOTOS)
    with browsing(folder / "profile", server.address) as page:
        for number, name in enumerate(names[:4]):
            page.locator("#place").filter(has_text=name).wait_for()
            if number == 0:
                page.keyboard.press("g")
                for field, text in (("license", "CC0-1.0"), ("credit", "scikit-image"), ("source", "its data folder")):
                    type_in(page, field, text)
                page.keyboard.press("Enter")
                page.locator("#rights-said").filter(has_text="Saved").wait_for()
            wrote_one(page, name)
            page.keyboard.press("Enter")
            said(page, "saved")
            page.keyboard.press("n")
        page.locator("#place").filter(has_text="coffee").wait_for()
        wrote_one(page, "coffee")
        shot(page, "benchmark_annotate")
    # the browser was closed in the middle of an item that nobody saved
    with browsing(folder / "profile", server.address) as page:
        page.locator("#place").filter(has_text="coffee").wait_for()
        assert page.locator("[name=question]").input_value() == "What is in the cup?"
        assert page.locator("[name=accept]").input_value() == "coffee, espresso"
        page.keyboard.press("Enter")
        said(page, "saved")
        for name in names[5:]:
            page.keyboard.press("ArrowRight")
            page.locator("#place").filter(has_text=name).wait_for()
            wrote_one(page, name)
            page.keyboard.press("Enter")
            said(page, "saved")
        page.keyboard.press("e")
        page.locator("#title").filter(has_text="Change vehicle-real-000001").wait_for()
        type_in(page, "question", "Is a rocket taking off?")
        page.keyboard.press("Enter")
        said(page, "saved")
    told = server.end()
    made = load(folder / "benchmarks" / "real")
    assert len(made.items) == 9 and {one.license for one in made.items} == {"CC0-1.0"}
    assert all(made.picture(one)[:3] == b"\xff\xd8\xff" for one in made.items)
    assert "not balanced: no items yet:" in told and "eval_bench answer items=benchmarks/real" in told
    assert {one.question for one in made.items if one.ability == "vehicle"} == {"Is a rocket taking off?"}


def test_a_phone_annotates_by_touch(annotated: tuple[Served, Path]) -> None:
    server, folder = annotated
    with browsing(folder / "profile", server.address, viewport=PHONE, has_touch=True) as page:
        page.locator("[data-ability=profession]").tap()
        page.locator("[data-style=yes_no]").tap()
        page.locator("[name=head]").fill("astronaut")
        page.locator("[name=license]").fill("CC0-1.0")
        page.locator("[name=credit]").fill("NASA")
        page.locator("#suggestions button").filter(has_text="an astronaut").first.tap()
        page.locator("[name=answer]").fill("Yes, she is.")
        assert page.locator("[name=accept]").input_value() == "yes"
        shot(page, "phone_annotate")
        page.locator("#save").tap()
        said(page, "saved")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        found = page.evaluate(CONTRAST)
        assert [one for one in found if one[2] < (4.5 if one[0] == "text" else 3)] == []
        page.locator("#skip").tap()
        page.locator("#place").filter(has_text="camera").wait_for()
    assert server.json("table")["photos"][0]["skip"]


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[tuple[Served, Path]]:
    styles, colours = ("wh", "yes", "no", "either_or"), list(COLOURS)
    items = [item(i, styles[i % 4], colours[i % 4]) for i in range(6)]
    items.append(item(6, question=" ".join(HOSTILE) + "?", answer=f"It is red. {HOSTILE[0]}", head=HOSTILE[1]))
    benchmark(tmp_path / "b", items)
    with served("validate", f"items={tmp_path / 'b'}") as server:
        yield server, tmp_path


def states(folder: Path) -> list[str]:
    return [one.state for one in load(folder / "b").everything]


def test_items_are_accepted_mended_refused_and_taken_back_by_keyboard(judged: tuple[Served, Path]) -> None:
    server, folder = judged
    with browsing(folder / "profile", server.address) as page:
        page.keyboard.press("a")
        said(page, "000000 accepted")
        page.keyboard.press("r")
        page.keyboard.press("2")
        said(page, "000001 refused")
        page.keyboard.press("m")
        type_in(page, "accept", "yes")
        page.keyboard.press("Enter")
        page.locator("#fault").filter(has_text="has to begin with “Yes”").wait_for()
        type_in(page, "question", "Is the square black, or not?")
    with browsing(folder / "profile", server.address + "?item=color-generated-000002") as page:
        assert page.locator("[name=question]").first.input_value() == "Is the square black, or not?"
        type_in(page, "accept", "no")
        page.keyboard.press("Enter")
        said(page, "000002 mended")
        assert states(folder)[:4] == ["accepted", "refused", "mended", "unvalidated"]
        page.keyboard.press("u")
        said(page, "taken back")
        page.keyboard.press("u")
        said(page, "000001 is unvalidated again")
        assert states(folder)[:4] == ["accepted", "unvalidated", "unvalidated", "unvalidated"]
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        page.keyboard.press("a")  # means nothing while the rubric is open
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        page.locator("#place").filter(has_text="000002").wait_for()
        shot(page, "validate_small")
    assert "1 accepted, 0 mended, 0 refused, 6 unvalidated" in server.end()


def test_hostile_words_are_shown_as_they_are(judged: tuple[Served, Path]) -> None:
    server, folder = judged
    with browsing(folder / "profile", server.address + "?item=color-generated-000006") as page:
        assert page.locator("#question").text_content() == " ".join(HOSTILE) + "?"
        assert page.title() == "Validate b"
        page.keyboard.press("m")
        type_in(page, "refuse", HOSTILE[1])
        page.keyboard.press("Enter")
        said(page, "mended")
        page.wait_for_timeout(200)
        assert page.title() == "Validate b"


def test_a_server_that_is_gone_is_told_and_the_verdict_arrives_when_it_is_back(judged: tuple[Served, Path]) -> None:
    server, folder = judged
    port = urlsplit(server.address).port or 0
    with browsing(folder / "profile", server.address, troubles=[]) as page:
        server.kill()
        page.keyboard.press("a")
        page.locator("#gone").wait_for(state="visible")
        assert states(folder)[0] == "unvalidated"
        with served("validate", f"items={folder / 'b'}", port=port) as again:
            assert again.address == server.address
            said(page, "000000 accepted")
            page.locator("#gone").wait_for(state="hidden")
            assert states(folder)[0] == "accepted"
            again.kill()
            page.keyboard.press("m")
            type_in(page, "question", "Is this square green?")
            page.keyboard.press("Enter")
            page.locator("#gone").wait_for(state="visible")
    # the browser is closed, too, before the server is back
    with (
        served("validate", f"items={folder / 'b'}", port=port),
        browsing(folder / "profile", server.address + "?item=color-generated-000001") as page,
    ):
        page.locator(".tags .mended").wait_for()
        assert not page.locator("#mend").is_visible()
        assert load(folder / "b").items[1].question == "Is this square green?"


def test_a_phone_shows_it_all_and_takes_touches(judged: tuple[Served, Path]) -> None:
    server, folder = judged
    with browsing(folder / "profile", server.address, viewport=PHONE, has_touch=True) as page:
        shot(page, "phone")
        page.locator("#accept").tap()
        said(page, "000000 accepted")
        page.locator("#refuse").tap()
        page.locator("[data-reason=other]").tap()
        said(page, "000001 refused")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    lines = (folder / "b" / "verdicts.jsonl").read_text().splitlines()
    assert [json.loads(line)["state"] for line in lines] == ["accepted", "refused"]


def test_a_benchmark_that_was_built_is_shown(tmp_path: Path) -> None:
    """The picture in docs/: SYNTHGEN_ITEMS=benchmarks/generated SYNTHGEN_SCREENSHOTS=docs pytest -m browser ..."""
    if "SYNTHGEN_ITEMS" not in os.environ:
        pytest.skip("name the folder of a benchmark in SYNTHGEN_ITEMS")
    folder = tmp_path / "generated"
    shutil.copytree(os.environ["SYNTHGEN_ITEMS"], folder)
    with (
        served("validate", f"items={folder}") as server,
        browsing(tmp_path / "profile", server.address, viewport={"width": 1280, "height": 720}) as page,
    ):
        for key in ("a", "a", "a", "j", "j"):
            page.keyboard.press(key)
            page.wait_for_timeout(300)
        shot(page, "benchmark_validate")
        assert len([one for one in load(folder).everything if one.state == "accepted"]) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(judged: tuple[Served, Path], scheme: str) -> None:
    server, folder = judged
    with browsing(folder / "profile", server.address, color_scheme=scheme) as page:
        page.keyboard.press("r")
        found = page.evaluate(CONTRAST)
        assert len(found) > 30
        assert [one for one in found if one[2] < (4.5 if one[0] == "text" else 3)] == []
