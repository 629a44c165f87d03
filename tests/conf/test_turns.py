"""The sentence patterns that dialogues are put together from: each can be said of some picture."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from synthgen.kit.patterns import blanks_of, expand, sentence
from synthgen.types import Fields

CONF = Path("conf")
TURNS = yaml.safe_load((CONF / "template" / "turns.yaml").read_text())
HEADS = {
    path.stem: head
    for path in sorted((CONF / "ability").glob("*.yaml"))
    if isinstance(head := yaml.safe_load(path.read_text()).get("head"), dict)
}
WAYS = ("asks", "says", "denies", "checks", "chooses", "assumes")
MORE = (
    *("value", "other", "an_other", "asked", "first", "second"),
    *("statement", "elsewhere", "inside", "setting", "artwork", "why"),
)
OWN_REASONS = ("joke", "style")
FULL = Fields("red fox", ("red",), 3, "woman", "", "park", ("ball",), ("soft light",), "watercolor")
BLANKS = blanks_of(FULL, "animal") | {name: f"<{name}>" for name in MORE}


def patterns(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from patterns(value if key != "others" else [])
    else:
        for value in node:
            yield from patterns(value)


@pytest.mark.parametrize("pattern", list(patterns([TURNS, HEADS])))
def test_a_pattern_can_be_said(pattern: str) -> None:
    text = sentence(expand(pattern, BLANKS, Random(0)))
    assert not re.search(r"[\[\](){}|]|  | [.,;:?]|\b(in|of|at)[.,]", text), text


@pytest.mark.parametrize("name, topic", [("head", TURNS["head"]), *TURNS["topics"].items(), *HEADS.items()])
def test_a_topic_is_asked_about_stated_and_denied_in_its_own_blanks(name: str, topic: dict[str, list[str]]) -> None:
    assert set(topic) - {"others"} == set(WAYS)
    assert all("{value}" in pattern for pattern in topic["says"])
    assert all(re.search(r"other\}", pattern) for pattern in (*topic["denies"], *topic["assumes"]))
    assert all("{asked}" in pattern or "{an_other}" in pattern for pattern in topic["checks"])
    assert all("{first}" in pattern and "{second}" in pattern for pattern in topic["chooses"])
    assert not [pattern for pattern in topic["asks"] if "{value}" in pattern or "{other}" in pattern]
    assert all(pattern.endswith("?") for way in ("asks", "checks", "chooses", "assumes") for pattern in topic[way])
    assert not [pattern for way in ("says", "denies") for pattern in topic[way] if pattern[-1] in ".?!"]


@pytest.mark.parametrize("name, topic", [("head", TURNS["head"]), *TURNS["topics"].items(), *HEADS.items()])
def test_there_is_more_than_one_way_to_put_it(name: str, topic: dict[str, list[str]]) -> None:
    assert len(topic["asks"]) >= 5 or name == "absence"
    assert len(topic["says"]) >= 4 or name == "absence"
    for way in WAYS:
        assert len(set(topic[way])) == len(topic[way])


def test_abilities_without_a_head_of_their_own_talk_of_things() -> None:
    assert {"clothes", "hair", "profession", "scene", "action", "joke"} <= set(HEADS)


def test_an_answer_with_a_reason_names_the_head() -> None:
    own = [yaml.safe_load((CONF / "ability" / f"{name}.yaml").read_text())["turns"]["reasons"] for name in OWN_REASONS]
    for reasons in (TURNS["reasons"], *own):
        assert len(reasons) >= 14
    for reason in (*TURNS["reasons"], *chain.from_iterable(own)):
        assert re.search(r"\{(statement|a_subject|value)\}", reason["answer"] + reason["question"]), reason


def test_several_things_are_described_without_a_singular() -> None:
    for pattern in TURNS["several"]["answers"]:
        assert "subject}" in pattern and not re.search(r"\bis\b", pattern), pattern
