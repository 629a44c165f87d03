import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abilities.base import WordAbility
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.content import content, head_of

PIECES = ["forest", "beach", "red car", "oil painting", "soft light", "8k", "highly detailed", "woman", "dreamy", ""]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("((Three red balloons)), beach", "red balloon"),
        ("((RED BALLOON)), night", "red balloon"),
        ("((gold-coin)), treasure", "gold coin"),
        ("((playing chess)), woman", "playing chess"),
        ("((oil painting)), owl", "oil painting"),
        ("((owl)), ((fox)), forest", "owl fox"),
        ("((never closed, forest", "never closed"),
        ("an owl in a forest", ""),
        ("", ""),
    ],
)
def test_a_head_is_what_stands_in_double_brackets_whatever_its_case_and_number(text: str, head: str) -> None:
    assert head_of(text) == head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("((owl)), forest, watercolor, soft light, 8k", "((Owls)), forest, realistic, 4k"),
        ("((owl)), forest, woman", "((owl)), woman, forest, intricate details"),
        ("((nachos)), shiny, vibrant, volumetric light", "((Nachos)), glowing, dreamy, fine carvings, 10k"),
        ("The image shows an owl in the forest.", "An owl can be seen in the forest, in soft light."),
        ("A fox, painted as a watercolor.", "This is a picture of a fox, painted."),
        ("This isn't a car.", "This is not a car."),
    ],
)
def test_texts_that_differ_in_style_and_order_only_have_one_content(one: str, other: str) -> None:
    assert content(one) == content(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("((owl)), forest", "((owl)), beach"),
        ("((owl)), fox", "((fox)), owl"),
        ("((owl)), forest, night", "((owl)), forest"),
        ("((two owls)), forest", "((owl)), forest"),
        ("((mosaic)), owl", "((watercolor)), owl"),
        ("((x)), golden retriever", "((x)), retriever"),
        ("There is a dog.", "There is no dog."),
        ("Yes.", "No."),
        ("The car is black.", "The car is white."),
        ("((surgeon)), woman, dark skin", "((surgeon)), woman, light skin"),
    ],
)
def test_texts_that_differ_in_what_is_shown_have_two(one: str, other: str) -> None:
    assert content(one) != content(other)


def test_words_for_light_medium_and_care_that_a_writer_is_given_say_nothing_and_places_do() -> None:
    for ability in build_run(compose(["ability=all"]), fingerprint={}).abilities.values():
        assert isinstance(ability, WordAbility)
        pools = ability.prompt_template
        style = [*pools["light"], *pools["media"], *pools["quality"]]
        assert [word for word in style if content(f"((owl)), {word}") != "owl |"] == []
        places = {place for subject in ability.subjects for place in ability.places_of(subject)}
        assert [place for place in places if content(f"((owl)), {place}") == "owl |"] == []


@pytest.mark.parametrize(
    ("name", "raw", "of_content"),
    [
        ("action", 1.0, 0.19),
        ("animal", 0.26, 0.025),
        ("color", 0.48, 0.42),
        ("food", 0.87, 0.04),
        ("plant", 0.15, 0.02),
    ],
)
def test_published_prompts_are_few_without_their_style(
    published: Path, name: str, raw: float, of_content: float
) -> None:
    prompts = [row["prompt"] for row in json.loads((published / f"{name}.json").read_text())]
    assert len(set(prompts)) / len(prompts) == pytest.approx(raw, abs=0.005)
    assert len(set(map(content, prompts))) / len(prompts) == pytest.approx(of_content, abs=0.005)


@given(st.text(max_size=60))
def test_any_text_has_a_content_which_is_the_same_in_capitals_and_among_style(text: str) -> None:
    plain = text.replace("(", "").replace(")", "")
    assert content(plain) == content(f"{plain}, oil painting, 8k")
    assert len(content(text)) <= 4 * len(text) + 8


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.integers(0, 99))
def test_the_order_of_keywords_does_not_count(pieces: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(pieces, len(pieces))
    assert content(", ".join(["((owl))", *pieces])) == content(", ".join(["((owl))", *shuffled]))
