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
    *("value", "value_is", "other", "an_other", "asked", "first", "second"),
    *("statement", "there", "elsewhere", "inside", "indoors", "outdoors", "setting", "artwork", "why"),
    *("another", "Other", "other_colour"),
)
OWN_REASONS = ("joke", "style")
FULL = Fields(
    "red fox",
    ("red",),
    3,
    "woman",
    "elderly",
    "dark skin",
    place="park",
    companions=("ball",),
    light=("soft light",),
    medium="watercolor",
)
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
    assert set(topic) - {"others", "adds"} == set(WAYS)
    assert all("{value}" in pattern for pattern in topic["says"]) or name == "absence"
    assert all(
        "{value}" in pattern or "{scenery}" in pattern or "{lit}" in pattern for pattern in topic.get("adds", ())
    )
    assert all(re.search(r"other\}", pattern) for pattern in (*topic["denies"], *topic["assumes"]))
    assert all("{asked}" in pattern or "{an_other}" in pattern for pattern in topic["checks"])
    assert all("{first}" in pattern and "{second}" in pattern for pattern in topic["chooses"])
    assert not [pattern for pattern in topic["asks"] if "{value}" in pattern or "{other}" in pattern]
    assert all(pattern.endswith("?") for way in ("asks", "checks", "chooses", "assumes") for pattern in topic[way])
    assert not [pattern for way in ("says", "denies") for pattern in topic[way] if pattern[-1] in ".?!"]


@pytest.mark.parametrize("name, topic", [("head", TURNS["head"]), *TURNS["topics"].items(), *HEADS.items()])
def test_there_is_more_than_one_way_to_put_it(name: str, topic: dict[str, list[str]]) -> None:
    assert len(topic["asks"]) >= 5 or name in ("absence", "inside")
    assert len(topic["says"]) >= 4 or name == "absence"
    for way in WAYS:
        assert len(set(topic[way])) == len(topic[way])


def test_abilities_without_a_head_of_their_own_talk_of_things() -> None:
    assert {"clothes", "hair", "profession", "scene", "action", "joke"} <= set(HEADS)


def test_an_answer_with_a_reason_names_the_head_or_where_it_is() -> None:
    own = [yaml.safe_load((CONF / "ability" / f"{name}.yaml").read_text())["turns"]["reasons"] for name in OWN_REASONS]
    assert len(TURNS["reasons"]) >= 50 and all(len(reasons) >= 8 for reasons in own)
    for reason in (*TURNS["reasons"], *chain.from_iterable(own)):
        assert re.search(r"\{(statement|there|who|a_subject|value)\}", reason["answer"] + reason["question"]), reason


def test_several_things_are_described_without_a_singular() -> None:
    for pattern in TURNS["several"]["answers"]:
        assert "subject}" in pattern and not re.search(r"\bis\b", pattern), pattern


def test_a_short_answer_is_asked_for_in_ways_that_fit_the_question() -> None:
    for asked in TURNS["formats"].values():
        assert 4 <= len(asked) <= 6 and "Answer the question using a single word or phrase." in asked
        assert all(sentence.endswith(".") for sentence in asked)
    assert all("yes" in sentence or "single word" in sentence for sentence in TURNS["formats"]["yes_no"])
    assert not any("yes" in sentence for what in ("choice", "phrase") for sentence in TURNS["formats"][what])


@pytest.mark.parametrize("path", sorted((CONF / "ability").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_description_does_not_speak_of_the_subject_of_the_picture(path: Path) -> None:
    stiff = re.compile(r"subject of the|^(?:\W*The subject|Here we have)")
    answers = yaml.safe_load(path.read_text()).get("answers", [])
    assert not [pattern for pattern in answers if stiff.search(pattern)]
