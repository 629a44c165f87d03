"""The page of photographs over real HTTP, and what it writes."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval_bench.benchmark import load
from eval_bench.commands import build_real
from eval_bench.pages.annotations import replay
from eval_bench.pages.balance import balance, lacks
from eval_bench.pages.suggesting import abilities, suggested
from synthgen.errors import UsageError
from synthgen.kit.reserved import is_reserved
from tests.eval_bench.items import item
from tests.eval_bench.pages.serving import Served, served
from tests.eval_bench.pages.test_photographs import scene

NAMES = ("a.png", "b <b>'\"\u202e.png", "c.png")
RIGHTS = {"license": "CC0-1.0", "credit": "Ann", "source": ""}


@pytest.fixture
def photos(working_folder: Path) -> Path:
    (working_folder / "photos").mkdir()
    for number, name in enumerate(NAMES):
        scene(number).save(working_folder / "photos" / name)
    return working_folder


@pytest.fixture
def page(photos: Path) -> Iterator[Served]:
    with served("build", "real", "photographs=photos", "n=2") as found:
        yield found


def ids(page: Served) -> dict[str, str]:
    return {photo["name"]: photo["id"] for photo in page.json("table")["photos"]}


def written(photo: str, number: int = 0, **other: Any) -> dict[str, Any]:
    asked = {"question": f"What animal is it, number {number}?", "answer": "It is a cat.", "accept": "cat"}
    return {
        "photo": photo,
        "once": f"{photo}{number}{other}",
        "ability": "animal",
        "style": "wh",
        "head": "cat",
        **asked,
        **other,
    }


def test_only_what_may_be_published_is_written_and_the_rest_is_told(page: Served, photos: Path) -> None:
    found = ids(page)
    assert list(found) == list(NAMES)
    first, second, third = found.values()
    page.json("rights", {"photo": first, **RIGHTS})
    page.json("rights", {"photo": second, **RIGHTS, "credit": " "})
    for photo in (first, second, third):
        assert "fault" not in page.json("item", written(photo))
    said = page.end()
    assert f"left out: animal-real-000002: {NAMES[1]} has neither credit nor source" in said
    assert "left out: animal-real-000003: c.png has no license" in said
    assert "not balanced: animal: 1 of 2 items" in said
    made = load(photos / "benchmarks" / "real")
    (one,) = made.items
    assert (one.id, one.source, one.state, one.by, one.credit) == (
        "animal-real-000001",
        "real",
        "accepted",
        "ab",
        "Ann",
    )
    assert one.held_out == is_reserved("animal", "cat")
    assert [path.name for path in (made.folder / "images").iterdir()] == [f"{first}.jpg"]
    assert made.picture(one)
    assert "leave out `.photographs/`" in (made.folder / "README.md").read_text()


def test_kills_lose_nothing_that_was_acknowledged_and_ids_are_never_used_twice(photos: Path) -> None:
    told, taken = [], []
    for start in (0, 8):
        with served("build", "real", "photographs=photos") as page:
            photo = ids(page)["a.png"]
            for number in range(start, start + 8):
                told += [one["id"] for one in page.json("item", written(photo, number))["items"]][-1:]
            page.json(f"delete/{told[-1]}", {})
            taken.append(told.pop())
            page.kill()
    log = replay(photos / "benchmarks" / "real" / "annotations.jsonl")
    assert list(log.items) == told and len(told) == 14
    assert taken == ["animal-real-000008", "animal-real-000016"]
    assert log.next_id("animal") == "animal-real-000017"


def test_an_item_that_is_sent_again_is_written_once_and_the_same_question_is_refused(page: Served) -> None:
    photo = ids(page)["a.png"]
    said = written(photo)
    assert len(page.json("item", said)["items"]) == len(page.json("item", said)["items"]) == 1
    again = written(photo, once="other", question="what ANIMAL is it,  number 0?")
    assert "has that question already" in page.json("item", again)["fault"]
    assert "odd or ordinary" in page.json("item", written(photo, 1, ability="joke"))["fault"]
    assert "keyword" in page.json("item", written(photo, 1, head=" "))["fault"]
    assert "load the page again" in page.json("item", written("../a"))["fault"]


def test_an_item_that_changes_its_ability_gets_an_id_of_that_ability(page: Served) -> None:
    photo = ids(page)["a.png"]
    page.json("item", written(photo))
    table = page.json("item", written(photo, ability="scene", instead="animal-real-000001", head="garden"))
    assert [one["id"] for one in table["items"]] == ["scene-real-000001"]
    table = page.json("item", written(photo, 3, ability="scene", instead="scene-real-000001"))
    assert [(one["id"], one["question"][-2:]) for one in table["items"]] == [("scene-real-000001", "3?")]


def test_without_the_page_it_writes_what_is_there(photos: Path) -> None:
    words = ["photographs=photos", "annotate=false"]
    with pytest.raises(UsageError, match="no item is complete"):
        build_real.run(words)
    with served("build", "real", "photographs=photos") as page:
        page.json("item", written(ids(page)["a.png"]))
        page.process.send_signal(signal.SIGKILL)
    (photos / "l.csv").write_text("file,license,credit,source\na.png,CC0-1.0,Ann,\n")
    assert build_real.run([*words, "licenses=l.csv"]) == 0
    first = load(photos / "benchmarks" / "real")
    (photos / "photos" / "a.png").rename(photos / "photos" / "z.png")
    (photos / "l.csv").write_text("file,license,credit,source\nz.png,CC0-1.0,Ann,\n")
    assert build_real.run([*words, "licenses=l.csv"]) == 0
    assert load(photos / "benchmarks" / "real").version == first.version


def test_the_card_counts_photographs_and_not_the_items_about_them(page: Served, photos: Path) -> None:
    photo = ids(page)["a.png"]
    page.json("rights", {"photo": photo, **RIGHTS})
    for number in range(3):
        page.json("item", written(photo, number))
    page.end()
    assert "\n- CC0-1.0: 1 pictures\n" in (photos / "benchmarks" / "real" / "README.md").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "real"], "needs a folder of photographs"),
        (["build", "real", "photographs=nowhere"], "is no folder"),
        (["build", "real", "photographs=photos", "name=a/b", "n=0"], "is no folder name"),
        (["validate"], "validate looks at one benchmark"),
        (["validate", "items=photos"], "is not the folder of a benchmark"),
    ],
)
def test_mistakes_are_one_line_with_the_fix(photos: Path, words: list[str], said: str) -> None:
    ran = subprocess.run([sys.executable, "-m", "eval_bench", *words], capture_output=True, text=True)
    assert ran.returncode == 2 and said in ran.stderr and "Traceback" not in ran.stderr


def test_the_balance_counts_yes_and_no_and_which_candidate_is_right() -> None:
    items = [item(i, style) for i, style in enumerate(["yes", "yes", "no", "either_or", "wh"])]
    items.append(item(5, "either_or", question="Is it black or red?"))
    counts = balance(items, ["color", "food"])
    expected = {"items": 6, "yes_no": 3, "wh": 1, "either_or": 2, "yes": 2, "no": 1, "first": 1, "second": 1}
    assert counts["color"] == expected
    assert list(lacks(counts, 6)) == ["no items yet: food"]
    more = balance([*items, item(6, "yes")], ["color"])
    assert list(lacks(more, 9)) == ["color: 7 of 9 items; 3 yes, 1 no"]


def test_every_ability_suggests_questions_of_each_style_that_do_not_give_themselves_away() -> None:
    found = abilities()
    assert len(found) == 13
    for ability in found.values():
        for style in ("yes_no", "wh", "either_or"):
            questions = suggested(ability, style, "red fox", "gray wolf")  # type: ignore[arg-type]
            assert questions and all(q.endswith(("?", ".")) and "{" not in q for q in questions), (ability.name, style)
        assert not any("red fox" in q for q in suggested(ability, "wh", "red fox", ""))
