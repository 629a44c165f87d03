import json
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from synthgen.kit.hashes import hamming, signatures_close
from synthgen.kit.pictures import decode, encode
from synthgen.mix.keys import FEWEST_WORDS, look, prompt_keywords, prompt_words, says_more, turn_words
from synthgen.mix.leaks import PHASH_DISTANCE, SIGNATURE_WITHIN
from synthgen.types import Turn
from tests.samples import spots

DATA = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[2] / "shared" / "data"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("((Peacock)), garden, realistic, detailed shading, mysterious, 8k", "peacock garden"),
        ("garden, ((peacocks)), soft light", "peacock garden"),
        ("(garden:1.2), [peacock], (realistic:0.9)", "peacock garden"),
        ("peacock, garden", "peacock garden"),
        ("((Yellow-cornflower)), field, sunset, realistic", "yellow cornflower field sunset"),
        ("((three yellow ribbons)), living room", "three yellow ribbon living room"),
        ("((oil painting)), owl, 4k", "oil painting owl"),
        ("((owl)), ((fox))", "owl fox"),
        ("((lion in an aquarium)), soft light, masterpiece", "lion aquarium"),
        ("A watercolor of three red balloons on a beach.", "three red balloon beach"),
    ],
)
def test_a_prompt_is_known_by_all_its_keywords(text: str, words: str) -> None:
    assert prompt_words(text) == frozenset(words.split())


@pytest.mark.parametrize("text", ["8k, realistic", "8k", "", "((", ", ,"])
def test_a_prompt_of_nothing_but_style_is_known_by_nothing(text: str) -> None:
    assert prompt_words(text) == prompt_keywords(text) == frozenset()


@pytest.mark.parametrize("text", ["((dog)), dogs, 8k", "dog", "((Dog)), realistic, shiny, volumetric light, 8k"])
def test_a_prompt_of_nothing_but_a_head_is_known_by_it(text: str) -> None:
    assert prompt_words(text) == prompt_keywords(text) == {"dog"}


@pytest.mark.parametrize(
    "text", ["((red owl)), barn; night", "night, (red owl:1.2)\nbarn", "barn，red owls、night；8k"]
)
def test_keywords_are_parted_by_commas_semicolons_and_lines_of_any_script(text: str) -> None:
    assert prompt_words(text) == {"red", "owl", "barn", "night"}
    assert prompt_keywords(text) == {"owl red", "barn", "night"}


@pytest.mark.parametrize(
    "text", ["dog", "golden retriever, 8k", "bowl of soup", "red cut-out evening dress", "((dog)), dogs"]
)
def test_keywords_that_are_but_a_head_say_no_more(text: str) -> None:
    assert not says_more(text)


@pytest.mark.parametrize("text", ["dog, park", "lion in an aquarium", "((Yellow-cornflower)), field"])
def test_keywords_of_two_things_or_a_scene_say_more(text: str) -> None:
    assert says_more(text)


@pytest.mark.parametrize(
    ("answer", "many"),
    [
        ("一只小熊猫爬过积雪的栅栏，两个孩子在桥上看着它。", True),
        ("這是一隻貓。", False),
        ("小さなパンダが雪の積もった柵を登り、二人の子供が橋から見ている。", True),
        ("แพนด้าแดงปีนข้ามรั้วที่ปกคลุมด้วยหิมะ", True),
        ("Красная панда перелезает через заснеженный забор, двое детей смотрят с моста.", True),
    ],
)
def test_a_turn_in_a_language_without_spaces_is_known_by_pairs_of_letters(answer: str, many: bool) -> None:
    assert (len(turn_words(Turn("", answer))) >= FEWEST_WORDS) is many


@given(st.permutations(["((red dog))", "park", "ball", "two children", "night", "8k", "soft light", "best quality"]))
def test_the_order_of_keywords_makes_no_difference(keywords: list[str]) -> None:
    assert prompt_words(", ".join(keywords)) == {"red", "dog", "park", "ball", "two", "child", "night"}


def test_a_turn_is_known_by_what_it_says_and_not_by_how_it_asks() -> None:
    plain = Turn("Describe the image concisely.", "A gray squirrel eats a walnut on the mossy roof of a barn.")
    other = Turn(
        "Give a short and clear explanation of the subsequent image.",
        "In this photo, a gray squirrel is eating a walnut on the mossy roof of the barn.",
    )
    assert turn_words(plain) >= {"gray", "squirrel", "walnut", "mossy", "roof", "barn"}
    assert turn_words(plain) ^ turn_words(other) <= {"eat", "eats", "eating"}


@pytest.mark.parametrize(
    "turn",
    [
        Turn("What is this?", "A dog."),
        Turn("What is the man holding?", "A red umbrella."),
        Turn("Is the dog asleep? Answer the question using a single word or phrase.", "No"),
        Turn("Which is it? A. dog B. cat Answer with the option's letter from the given choices directly.", "A"),
        Turn("", ""),
    ],
)
def test_a_turn_of_few_words_is_nobodys(turn: Turn) -> None:
    assert turn_words(turn) == frozenset()


@pytest.mark.skipif(not (DATA / "stablellava").is_dir(), reason="the StableLLaVA files are not here")
@pytest.mark.parametrize("name", ["action", "animal", "color", "food", "plant"])
def test_none_of_the_published_questions_says_anything_of_its_picture(name: str) -> None:
    rows = json.loads((DATA / "stablellava" / f"{name}.json").read_text())
    asked = {row["question"].replace("<image>", "").strip() for row in rows}
    answer = "Zebra, quilt, lamp, harp, kayak, moss."
    assert len(asked) == 11
    said = {turn_words(Turn(question, answer)) for question in asked}
    assert said == {frozenset({"zebra", "quilt", "lamp", "harp", "kayak", "moss"})}


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_asked_for_its_words(question: str, answer: str) -> None:
    turn = Turn(question, answer)
    assert turn_words(turn) == turn_words(turn)
    assert "" not in turn_words(turn)
    assert "" not in prompt_words(question)


@pytest.mark.skipif(not (DATA / "real_images").is_dir(), reason="the photographs are not here")
def test_a_photograph_keeps_its_look_when_it_is_resized_and_packed_anew() -> None:
    looks = {}
    for path in sorted((DATA / "real_images").iterdir()):
        whole = Image.fromarray(decode(path.read_bytes()))
        first = looks[path] = look(path.read_bytes())
        for width, quality in ((whole.width // 2, 75), (336, 60), (224, 85)):
            small = whole.resize((width, width * whole.height // whole.width))
            other = look(encode(np.asarray(small), "jpg", quality))
            assert first is not None and other is not None
            assert hamming(first[0], other[0]) <= PHASH_DISTANCE
            assert signatures_close(first[1], other[1], SIGNATURE_WITHIN)
    assert len(looks) == 9
    hashes = [found[0] for found in looks.values() if found]
    assert min(hamming(a, b) for a in hashes for b in hashes if a != b) > 2 * PHASH_DISTANCE


def test_a_large_jpeg_is_read_small_and_looks_the_same() -> None:
    pixels = np.kron(spots(3), np.ones((20, 20, 1), np.uint8))
    jpg, png = look(encode(pixels, "jpg", 95)), look(encode(pixels, "png"))
    assert jpg is not None and png is not None
    assert hamming(jpg[0], png[0]) <= 2 and signatures_close(jpg[1], png[1], 4)


@pytest.mark.parametrize("data", [b"", b"no picture", encode(spots(1))[:200]])
def test_what_is_no_picture_has_no_look(data: bytes) -> None:
    assert look(data) is None
