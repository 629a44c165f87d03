"""What a picture is compared with: its head as a caption, and other heads that nobody would take for it."""

from random import Random

import numpy as np
import pytest

from synthgen.kit.captions import caption, cosines, rivals, vocabulary
from synthgen.measure import About, Samples
from synthgen.types import Fields, Vocabulary
from tests.embedder.fake import Fake, direction
from tests.samples import prompt

COLOURED = Vocabulary(("car", "sports car", "kite", "umbrella"), colours=("red", "maroon", "blue", ""))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (Fields("red balloon", ("red",), place="beach", medium="watercolor"), "a red balloon"),
        (Fields("cat", count=3, place="kitchen"), "three cats"),
        (Fields("running", person="woman", age="young", place="park"), "a woman running"),
        (Fields("blonde braids", ("blonde",), person="girl", skin="light skin"), "a girl with blonde braids"),
        (Fields("red coat", ("red",), person="man"), "a man wearing a red coat"),
        (Fields("baker", person="woman", place="bakery"), "a baker, a woman"),
        (Fields("meadow", companions=("kite",)), "a meadow"),
        (Fields("woodcut", medium="woodcut", companions=("daisy", "cat"), place="garden"), "a woodcut of a daisy"),
        (Fields("penguin driving a car", place="city"), "a penguin driving a car"),
    ],
)
def test_a_head_is_said_with_who_is_shown_and_nothing_else(fields: Fields, said: str) -> None:
    assert caption(fields, fields.subject) == said


def test_another_head_is_said_in_the_same_way() -> None:
    assert caption(Fields("running", person="woman"), "juggling") == "a woman juggling"
    assert caption(Fields("woodcut", medium="woodcut", companions=("daisy",)), "mosaic") == "a mosaic of a daisy"
    assert caption(Fields("cat", count=2), "dog") == "two dogs"


def test_rivals_are_apart_from_the_head() -> None:
    words = Vocabulary(("cat", "kitten", "dog", "horse", "zebra"))
    assert set(rivals(Fields("horse"), words, Random(0), 31)) == {"cat", "kitten", "dog"}


def test_rivals_of_a_coloured_thing_are_other_things_of_its_colour_and_itself_in_other_colours() -> None:
    found = set(rivals(Fields("red car", ("red",)), COLOURED, Random(0), 31))
    assert found == {"red kite", "red umbrella", "blue car"}  # a sports car is a car, and maroon nearly red
    plain = set(rivals(Fields("car"), COLOURED, Random(0), 31))
    assert plain == {"kite", "umbrella"}


def test_no_more_rivals_are_drawn_than_asked_for_and_by_the_seed() -> None:
    words = Vocabulary(tuple(f"{a}{b}" for a in "bcdfghklmn" for b in ("oro", "ix", "enu")))
    drawn = [rivals(Fields("cat"), words, Random(seed), 7) for seed in (1, 1, 2)]
    assert len(drawn[0]) == 7 and drawn[0] == drawn[1] != drawn[2]


def test_the_words_are_those_of_the_prompts_ability() -> None:
    batch = Samples(about=About({"color": COLOURED}))
    assert vocabulary(batch, prompt(id="color-000000001")) is COLOURED
    assert vocabulary(batch, prompt(id="animal-000000001")) == Vocabulary(())


def test_each_picture_is_compared_with_its_own_captions() -> None:
    pictures = np.stack([direction("a cat"), direction("a dog")])
    first, second, none = cosines(Fake(), np.stack([*pictures, pictures[0]]), [["a cat", "a dog"], ["a dog"], []])
    assert first[0] == pytest.approx(1) and second[0] == pytest.approx(1) and len(none) == 0
    assert first[1] == pytest.approx(float(pictures[0] @ pictures[1]), abs=1e-6)
    assert np.isnan(cosines(Fake(), pictures[:1], [["a glorp"]])[0]).all()


def test_a_cosine_is_to_the_last_bit_the_same_alone_and_among_others() -> None:
    words = [f"a {word}" for word in ("cat", "dog", "horse", "cow", "hen", "fox", "bear", "wolf", "seal", "crow")]
    pictures = np.random.default_rng(0).standard_normal((40, len(direction("a cat")))).astype(np.float32)
    among = cosines(Fake(), pictures, [words] * 40)
    for row, found in zip(pictures, among, strict=True):
        assert (cosines(Fake(), row[None], [words[:3]])[0] == found[:3]).all()
