"""Every kind of dialogue goes through generation, checks and the LLaVA export: each ability, both kinds of writers."""

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from synthgen.config import options
from tests.chat_server import serving_apart
from tests.exporter.llava_rules import read
from tests.test_served_runs import command, run
from tests.writers import GERMAN_TURNS, writing

ABILITIES = sorted(set(options("ability")) - {"all", "paper12"})
KINDS = ("describe", "conversation", "detail", "reasoning", "vqa", "negative")
EVEN = "{" + ", ".join(f"{kind}: 1" for kind in KINDS) + "}"
N = 16
"""Samples per ability: two of each kind at least, and four counterparts of jokes."""


def rows(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "outputs/run/export/llava/llava.json").read_text(encoding="utf-8")
    return [dict(row) for row in json.loads(text)]


@pytest.fixture(scope="module", params=["offline", "openai"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The export of a run over all abilities in which all kinds are equally likely."""
    folder = tmp_path_factory.mktemp(request.param)
    more = ["ability=all", f"n={N}", *(f"ability.{name}.kinds={EVEN}" for name in ABILITIES)]
    with serving_apart(writing) as url:
        words = command(url, *more)
        if request.param == "offline":
            words = [*(word for word in words if not word.startswith("llm")), "llm=offline"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    return rows(folder)


def test_each_ability_has_each_kind(made: list[dict[str, Any]]) -> None:
    kinds = defaultdict(set)
    for row in made:
        kinds[row["ability"]].add(row["kind"])
    assert set(kinds) == set(ABILITIES) and len(made) == N * len(ABILITIES)
    for name, found in kinds.items():
        assert found == {*KINDS, "counterpart"} if name == "joke" else found == set(KINDS), (name, found)


def test_each_dialogue_has_the_turns_of_its_kind(made: list[dict[str, Any]]) -> None:
    for row in made:
        turns = len(row["conversations"]) // 2
        least, most = {"conversation": (2, 5), "vqa": (1, 3)}.get(row["kind"], (1, 1))
        assert least <= turns <= most, row


def test_a_short_answer_was_asked_for_and_others_are_sentences(made: list[dict[str, Any]]) -> None:
    short = 0
    for row in (row for row in made if row["kind"] == "vqa"):
        for question, answer in zip(row["conversations"][::2], row["conversations"][1::2], strict=True):
            asked_briefly, said = len(re.findall(r"[.?]", question["value"])) > 1, answer["value"].split()
            assert len(said) <= 4 if asked_briefly else len(said) >= 3, row
            short += asked_briefly
    assert short


def test_every_answer_is_learned_by_the_trainer(made: list[dict[str, Any]]) -> None:
    for row in made:
        seen = read(row)
        assert seen.image_tokens == 1 and not seen.images_in_learned
        assert len(seen.learned) == len(row["conversations"]) // 2


def test_dialogues_in_another_language_are_checked_by_their_english(tmp_path: Path) -> None:
    with serving_apart(writing) as url:
        done = run(tmp_path, url, "ability=animal", "n=12", "language=de")
    assert done.returncode == 0, done.stderr[-2000:]
    made = rows(tmp_path)
    assert len(made) == 12 and {row["language"] for row in made} == {"de"}
    german = tuple(text.partition("{}")[0] for turn in GERMAN_TURNS for text in turn)
    said = [turn["value"].removeprefix("<image>\n") for row in made for turn in row["conversations"]]
    assert all(text.startswith(german) for text in said)
