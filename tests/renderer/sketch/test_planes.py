"""The arithmetic of planes gives what Pillow gives, within a step of rounding."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageEnhance

from synthgen.renderer.sketch.planes import (
    colour,
    contrasted,
    dulled,
    grown,
    joined,
    mixed,
    planes,
    product,
    saturated,
    screened,
    washed,
)  # fmt: skip

LUCK = np.random.default_rng(3)
ONE, OTHER = (Image.fromarray(LUCK.integers(0, 256, (120, 140, 3), dtype=np.uint8)) for _ in range(2))
MASK = ONE.getchannel("G")


def off(found: Image.Image, wanted: Image.Image) -> int:
    return int(np.abs(np.asarray(found).astype(int) - np.asarray(wanted).astype(int)).max())


def test_planes_are_the_channels_and_are_put_together_again() -> None:
    assert joined(planes(ONE)).tobytes() == ONE.tobytes()


def test_light_darkens_brightens_and_covers_as_in_pillow() -> None:
    one, other, mask = planes(ONE), planes(OTHER), np.asarray(MASK)
    assert off(joined(product(one, other)), ImageChops.multiply(ONE, OTHER)) <= 1
    assert off(joined(screened(one, other)), ImageChops.screen(ONE, OTHER)) <= 1
    assert off(joined(mixed(one, other, mask)), Image.composite(OTHER, ONE, MASK)) <= 2
    flat = Image.new("RGB", ONE.size, (200, 20, 90))
    assert off(joined(mixed(one, colour((200, 20, 90)), mask)), Image.composite(flat, ONE, MASK)) <= 2
    assert off(joined(washed(one, (200, 20, 90), 0.25)), Image.blend(ONE, flat, 0.25)) <= 1


def test_black_and_white_stay_what_they_are() -> None:
    white = np.full((3, 4, 4), 255, np.uint8)
    assert (product(white, white) == 255).all() and (screened(~white, ~white) == 0).all()
    assert (mixed(~white, white, white[0]) == 255).all() and (mixed(white, ~white, white[0]) == 0).all()


@pytest.mark.parametrize("share", [0.0, 0.4, 1.5])
def test_colour_is_taken_and_given_as_in_pillow(share: float) -> None:
    wanted = ImageEnhance.Color(ONE).enhance(share)
    assert off(saturated(ONE, share), wanted) <= 2
    if share <= 1:
        assert off(joined(dulled(planes(ONE), share)), wanted) <= 3
    assert off(contrasted(ONE, 1.2), ImageEnhance.Contrast(ONE).enhance(1.2)) <= 2


@pytest.mark.parametrize("picture", [ONE, MASK])
def test_growing_to_twice_the_size_is_bilinear(picture: Image.Image) -> None:
    assert off(grown(picture, (280, 240)), picture.resize((280, 240), Image.Resampling.BILINEAR)) <= 1
