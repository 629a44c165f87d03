"""Fingerprints of pictures and data."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from synthgen.kit import hashes
from synthgen.kit.pictures import decode, encode, grey
from synthgen.types import Pixels


def scene(seed: int, width: int = 320, height: int = 240) -> Pixels:
    """A sky, a ground and a few shapes."""
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", (width, height), tuple(rng.integers(120, 255, 3).tolist()))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.6, width, height), fill=tuple(rng.integers(0, 140, 3).tolist()))
    for _ in range(6):
        x, y, r = rng.integers(0, width), rng.integers(0, height), rng.integers(10, 60)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=tuple(rng.integers(0, 255, 3).tolist()))
    return np.asarray(image)


@pytest.mark.consumers
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [(320, 240), (64, 64), (33, 97)])
def test_the_hash_is_that_of_imagehash(seed: int, size: tuple[int, int]) -> None:
    """Bit for bit: both shrink the same luminance with the same filter, so no difference of resizing is left."""
    import imagehash  # a program of its own, present in its group

    pixels = scene(seed, *size)
    assert hashes.phash(grey(pixels)) == int(str(imagehash.phash(Image.fromarray(pixels))), 16)


def test_a_hash_is_the_same_for_a_recompressed_smaller_or_softer_picture() -> None:
    for seed in range(10):
        pixels = scene(seed)
        image = Image.fromarray(pixels)
        variants = [
            decode(encode(pixels, "jpg", 60)),
            np.asarray(image.resize((160, 120), Image.Resampling.LANCZOS)),
            np.asarray(image.filter(ImageFilter.GaussianBlur(1))),
        ]
        for variant in variants:
            assert hashes.hamming(hashes.phash(grey(pixels)), hashes.phash(grey(variant))) <= 3


def test_other_pictures_have_far_hashes() -> None:
    found = [hashes.phash(grey(scene(seed))) for seed in range(40)]
    gaps = [hashes.hamming(a, b) for i, a in enumerate(found) for b in found[:i]]
    assert min(gaps) > 3
    assert 20 < np.mean(gaps) < 44


def test_a_picture_of_one_grey_and_a_symmetric_one_have_stable_hashes() -> None:
    flat = np.full((64, 64), 200, np.uint8)
    bars = np.tile(np.repeat(np.array([0, 255], np.uint8), 8), (64, 4))
    # Only the frequency that is not zero can be above the median of zeros.
    assert hashes.phash(flat) == 1 << 63
    assert hashes.phash(bars) == hashes.phash(np.ascontiguousarray(bars[::-1]))


def test_the_signature_tells_colours_apart_that_the_hash_does_not() -> None:
    red, green = np.zeros((96, 96, 3), np.uint8), np.zeros((96, 96, 3), np.uint8)
    red[20:70, 20:70] = (180, 20, 20)
    green[20:70, 20:70] = (20, 101, 20)  # as bright
    assert hashes.hamming(hashes.phash(grey(red)), hashes.phash(grey(green))) <= 3
    one, other = hashes.colour_signature(red), hashes.colour_signature(green)
    assert len(one) == 192
    assert not hashes.signatures_close(one, other)
    assert hashes.signatures_close(one, hashes.colour_signature(decode(encode(red))))


def test_signatures_are_close_up_to_the_limit_in_every_cell() -> None:
    one = bytes([100] * 192)
    assert hashes.signatures_close(one, bytes([108] * 192), within=8)
    assert not hashes.signatures_close(one, bytes([100] * 191 + [109]), within=8)
    assert not hashes.signatures_close(bytes([0] * 192), bytes([255] * 192), within=8)


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_hamming_counts_the_bits_that_differ(a: int, b: int) -> None:
    assert hashes.hamming(a, b) == sum(x != y for x, y in zip(f"{a:064b}", f"{b:064b}", strict=True))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), PLAIN))
def test_the_hash_of_data_does_not_depend_on_the_order_of_keys(data: dict[str, object]) -> None:
    assert hashes.stable_hash(data) == hashes.stable_hash(dict(reversed(data.items())))


def test_the_hash_of_data_is_the_same_on_every_machine() -> None:
    assert hashes.stable_hash({"b": [1, 2.5, None], "a": "ü"}) == hashes.sha256(b'{"a":"\\u00fc","b":[1,2.5,null]}')
    with pytest.raises(TypeError):
        hashes.stable_hash({1, 2})
    with pytest.raises(ValueError):
        hashes.stable_hash(float("nan"))


@given(st.lists(st.text() | st.integers(), min_size=1))
def test_a_seed_has_63_bits_and_depends_on_every_part(parts: list[str | int]) -> None:
    seed = hashes.seed_of(*parts)
    assert 0 <= seed < 2**63
    assert seed != hashes.seed_of(*parts, 0)
    assert seed == hashes.seed_of(*parts)


def test_seeds_do_not_confuse_where_parts_end() -> None:
    assert (
        len(
            {
                hashes.seed_of("ab", "c"),
                hashes.seed_of("a", "bc"),
                hashes.seed_of("abc"),
                hashes.seed_of(1),
                hashes.seed_of("1"),
            }
        )
        == 5
    )
