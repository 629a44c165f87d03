"""What no diffusion model can draw, or should."""

from dataclasses import replace

import pytest

from synthgen.kit.drawable import TOKENS, estimated_tokens, fault
from synthgen.types import Fields

CAT = Fields("cat", place="kitchen")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (replace(CAT, companions=('a sign saying "open"',)), "letters in the picture"),
        (replace(CAT, companions=("banner that says hello",)), "letters in the picture"),
        (replace(CAT, light=("smell of bread",)), "cannot be seen"),
        (replace(CAT, relation="thinking of home"), "cannot be seen"),
        (replace(CAT, place="kitchen without a table"), "cannot draw what is not there"),
        (replace(CAT, medium="painting in the style of Monet"), "names an artist"),
        (replace(CAT, quality=("art by greg rutkowski",)), "names an artist"),
        (Fields("albert einstein"), "names a real person"),
        (Fields("portrait of Barack Obama"), "names a real person"),
        (Fields("cat", companions=("statue of Jane Qwertson",)), "names a real person"),
        (Fields("taylor swift on a stage"), "names a real person"),
        (Fields("blue car", attributes=("red",)), "contradicts itself"),
        (Fields("three cats", count=2), "contradicts itself"),
        (replace(CAT, light=("starry night", "bright daylight")), "contradicts itself"),
        (replace(CAT, light=("heavy rain",)), "contradicts itself"),
        (replace(CAT, medium="watercolor", quality=("photorealistic",)), "contradicts itself"),
        (Fields("chef", person="boy", age="elderly"), "contradicts itself"),
        (
            Fields("cat", companions=tuple(f"extraordinarily interesting thing number {i}" for i in range(12))),
            "too long for",
        ),
    ],
)
def test_a_prompt_that_should_not_be_rendered_is_told_why(fields: Fields, reason: str) -> None:
    found = fault(fields)
    assert found is not None and found[0].startswith(reason) and found[1]


@pytest.mark.parametrize(
    "fields",
    [
        CAT,
        Fields("blue car", attributes=("blue",), place="beach", light=("sunny",), medium="oil painting"),
        Fields("reading a newspaper", person="man", place="park", light=("fog",)),
        Fields("red and white umbrella", attributes=("red", "white")),
        Fields("two cats", count=2),
        Fields(
            "astronaut", person="woman", age="young", skin="dark skin", medium="realistic 35 mm photo", quality=("8k",)
        ),
        Fields("city at night", light=("neon light",)),
        Fields("rose", place="garden", light=("Rembrandt lighting",)),
        Fields("Christmas tree", place="living room"),
        Fields("Siberian Husky", place="New York"),
        Fields("Eiffel Tower"),
        Fields("swift", place="sky"),
    ],
)
def test_sound_prompts_pass(fields: Fields) -> None:
    assert fault(fields) is None


def test_letters_pass_where_they_are_what_is_wanted() -> None:
    assert fault(Fields("stop sign with letters"), lettering=True) is None


def test_the_estimate_of_tokens_is_near_what_the_encoder_counts() -> None:
    # counted with openai/clip-vit-large-patch14: 20, 26
    for text, tokens in (
        ("((camel wearing a top hat)), meadow, warm light, watercolor, highly detailed", 20),
        ("((penguin driving a car)), city street, golden light, realistic 35 mm photo, intricate details, 8k", 26),
    ):
        assert abs(estimated_tokens(text) - tokens) <= 0.3 * tokens < TOKENS
