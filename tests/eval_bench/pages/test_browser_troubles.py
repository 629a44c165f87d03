"""What a person sees when the disk is full, and when a photograph has gone or changed since another day."""

import resource
from pathlib import Path

import pytest

from eval_bench.benchmark import load
from eval_bench.pages.annotations import replay
from tests.eval_bench.pages.serving import served
from tests.eval_bench.pages.test_annotating import ids, written
from tests.eval_bench.pages.test_browser import browsing, said, type_in
from tests.eval_bench.pages.test_photographs import scene

pytestmark = pytest.mark.browser
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@pytest.fixture
def photos(working_folder: Path) -> Path:
    (working_folder / "photos").mkdir()
    for number, name in enumerate(("a.png", "b.png", "c.png")):
        scene(number).save(working_folder / "photos" / name)
    return working_folder


def test_a_disk_that_takes_no_more_is_told_and_what_was_typed_stays(photos: Path) -> None:
    log = photos / "benchmarks" / "real" / "annotations.jsonl"
    with served("build", "real", "photographs=photos") as server:
        server.json("item", written(ids(server)["a.png"]))
        with browsing(photos / "profile", server.address) as page:
            size = log.stat().st_size
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size + 9, resource.RLIM_INFINITY))
            page.keyboard.press("a")
            page.keyboard.press("1")
            for field, text in (("head", "cat"), ("question", "Which animal is it?"), ("answer", "It is a cat.")):
                type_in(page, field, text)
            fault = page.locator("#fault").filter(has_text="Not saved: cannot write")
            page.keyboard.press("Enter")
            fault.wait_for()
            page.keyboard.press("Escape")
            page.keyboard.press("n")
            page.locator("#place").filter(has_text="b.png").wait_for()
            fault.wait_for()
            page.keyboard.press("b")
            page.locator("#place").filter(has_text="a.png").wait_for()
            fault.wait_for(state="hidden")
            assert page.locator("[name=question]").input_value() == "Which animal is it?"
            assert log.stat().st_size == size
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, UNLIMITED)
            page.wait_for_load_state("networkidle")  # while something is being sent, keys do nothing
            page.keyboard.press("Enter")
            said(page, "saved")
        server.kill()
    assert [item["question"] for item in replay(log).items.values()][1:] == ["Which animal is it?"]


def test_items_on_photographs_that_are_gone_or_changed_are_told_and_can_be_deleted(photos: Path) -> None:
    with served("build", "real", "photographs=photos") as server:
        for name, photo in ids(server).items():
            server.json("rights", {"photo": photo, "license": "CC0-1.0", "credit": name, "source": ""})
            server.json("item", written(photo))
        server.kill()
    (photos / "photos" / "a.png").unlink()
    scene(9).save(photos / "photos" / "b.png")
    with served("build", "real", "photographs=photos") as server:
        with browsing(photos / "profile", server.address) as page:
            left_out = page.locator("#left-out li")
            assert left_out.nth(0).inner_text().startswith("animal-real-000001: its photograph a.png is not in")
            assert left_out.nth(1).inner_text().startswith("animal-real-000002: b.png is another picture now")
            left_out.nth(0).locator("button").click()
            said(page, "deleted: animal-real-000001")
            assert left_out.count() == 1
        assert "left out: animal-real-000002: b.png is another picture now" in server.end()
    assert [(one.id, one.credit) for one in load(photos / "benchmarks" / "real").items] == [
        ("animal-real-000003", "c.png")
    ]
