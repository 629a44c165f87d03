"""The steps of a preview, and its page."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.report.preview import Look, Memory, lines, looks, write_preview
from synthgen.types import Dialogue, Picture, Prompt, Reject, Reply

ROWS = [
    {"prompt": "((red apple)), kitchen", "question": "What is it?", "answer": "It is a red apple on a table."},
    {"prompt": "((transmogrifier)), kitchen", "question": "What is it?", "answer": "It is a transmogrifier."},
    {"prompt": "((banana)), market", "question": "What is it?", "answer": "As an AI, I see a fine car in a street."},
    {"prompt": "no head at all", "question": "What is it?", "answer": "It is nothing that has a head."},
]


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Mapping[str, Look]]:
    """Four samples that end at four different stages."""
    folder = tmp_path_factory.mktemp("preview")
    (folder / "food.json").write_text(json.dumps(ROWS))
    words = ["ability=food", "llm=replay", f"llm.path={folder / 'food.json'}", "n=4", f"outputs={folder}"]
    run = build_run(compose(words))
    return run, {look.slot.id: look for look in looks(run, 4, Memory(Path()))}


def test_each_sample_stops_where_something_speaks_against_it(replayed: tuple[Run, Mapping[str, Look]]) -> None:
    good, undrawable, talkative, headless = replayed[1].values()
    assert good.verdict is None and isinstance(good.dialogue, Dialogue) and isinstance(good.picture, Picture)
    assert isinstance(undrawable.picture, Reject) and undrawable.ask_dialogue is None
    assert undrawable.verdict and undrawable.verdict.detail == "transmogrifier"
    assert isinstance(talkative.dialogue, Dialogue) and talkative.verdict
    assert talkative.verdict.stage == "dialogue"
    assert isinstance(headless.prompt, Reject) and headless.picture is None and headless.verdict == headless.prompt


def test_everything_that_was_sent_came_back_and_was_measured_is_kept(
    replayed: tuple[Run, Mapping[str, Look]],
) -> None:
    look = next(iter(replayed[1].values()))
    assert isinstance(look.prompt, Prompt) and look.prompt.text == ROWS[0]["prompt"]
    assert isinstance(look.prompt_answer, Reply) and "red apple" in look.prompt_answer.text
    assert look.ask_dialogue and "red apple" in str(look.ask_dialogue.messages[-1].parts[0])
    assert set(look.scores) == set(replayed[0].checks)


def test_the_page_shows_every_step_and_loads_nothing(replayed: tuple[Run, Mapping[str, Look]]) -> None:
    run, found = replayed
    path = write_preview(run, list(found.values()), "python -m synthgen preview")
    page = path.read_text()
    assert path == Path(run.config.outputs) / "preview-food.html"
    assert page.count('class="look"') == 4 and page.count("data:image/webp;base64,") == 2
    assert page.count("<h3>The prompt</h3>") == 4 and page.count("<h3>The dialogue</h3>") == 2
    assert "transmogrifier" in page and "1 of 4 would be kept" in page
    text = unescape(re.sub(r"<[^>]+>", "", page))
    for message in found["food-000000000"].ask_prompt.messages:
        assert str(message.parts[0]).strip() in text
    assert "script-src 'none'" in page and not re.search(r"(src|href)=\"(?!data:)", page)


def test_the_short_form_says_the_verdict_the_prompt_and_the_dialogue(
    replayed: tuple[Run, Mapping[str, Look]],
) -> None:
    said = list(lines(list(replayed[1].values())))
    assert said[:4] == [
        "food-000000000: would be kept",
        "  ((red apple)), kitchen",
        "  - What is it?",
        "    It is a red apple on a table.",
    ]
    assert said[4].startswith("food-000000001: rejected: ") and said[4].endswith("(transmogrifier)")


def test_samples_that_share_a_prompt_are_shown_once(working_folder: Path) -> None:
    run = build_run(compose(["ability=color", "images_per_prompt=3", "n=2"]))
    found = looks(run, 2, Memory(Path()))
    assert [look.slot.id for look in found] == ["color-000000000", "color-000000003"]
    assert [look.slot.number for look in found] == [0, 1]
