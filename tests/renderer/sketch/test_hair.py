"""Portraits: hair in the colour that is asked for, on faces that differ, cut off by the lower edge."""

import random

import numpy as np
import pytest

from synthgen.kit.hashes import colour_signature, hamming, phash, signatures_close
from synthgen.renderer.sketch import describe
from synthgen.renderer.sketch.compose import HEADROOM, compose
from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.phrases import HAIR_COLOURS
from synthgen.renderer.sketch.scene import Unknown
from synthgen.renderer.sketch.sprites import Order, sprite
from synthgen.renderer.sketch.subjects.faces import some_traits
from synthgen.renderer.sketch.subjects.hair import BEARDS, HAIR, HERS, shirts, skins
from synthgen.renderer.sketch.subjects.hair_styles import STYLES
from synthgen.renderer.sketch.subjects.people import EVERYONE, SKIN_APART, apart, natural_hair
from synthgen.renderer.sketch.vocabulary import rgb

COLOURS = ("black", "brown", "blonde", "red", "gray", "white", "auburn", "ginger", "pink", "blue", "green", "purple")
RECOLOURED = sorted(name for name in HAIR if HAIR[name].recolours)


def share(style: str, colour: str, seen: str) -> float:
    """How much of a bust with hair of one colour has about the other colour."""
    pixels = np.asarray(sprite(Order(style, colour, None, 3), 160)).astype(int)
    within = 90 if style == "buzz cut" else 36  # the skin shows through hair that is clipped short
    near = np.abs(pixels[..., :3] - np.array(rgb(seen, hair=True))).sum(axis=-1) < within
    return float((near & (pixels[..., 3] > 200)).mean())


@pytest.mark.parametrize("style", RECOLOURED)
def test_hair_is_drawn_in_the_colour_that_is_asked_for_and_in_no_other_bright_one(style: str) -> None:
    least = 0.001 if style in ("buzz cut", "comb-over") or style in BEARDS else 0.015
    for colour, other in (("purple", "green"), ("green", "blue")):
        assert share(style, colour, colour) > least
        assert share(style, colour, other) == 0


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_of_hair_leaves_skins_and_shirts_that_it_stands_out_from(colour: str) -> None:
    hair = rgb(colour, hair=True)
    assert len(skins(hair)) >= 6 and len(shirts(hair)) >= 6
    assert all(apart(skin, hair) > SKIN_APART for skin in skins(hair))


def test_the_colours_of_hair_are_told_apart() -> None:
    for one in HAIR_COLOURS:
        for other in HAIR_COLOURS:
            assert one == other or apart(HAIR_COLOURS[one], HAIR_COLOURS[other]) >= 60, (one, other)


def test_every_skin_has_a_natural_colour_of_hair() -> None:
    assert all(apart(natural_hair(random.Random(i), skin), skin) > SKIN_APART for skin in skins(None) for i in range(9))


def test_a_hairstyle_that_is_hers_by_luck_is_the_name_of_one() -> None:
    assert set(HERS) <= set(STYLES)


@pytest.mark.parametrize("who", EVERYONE)
def test_two_faces_differ(who: str) -> None:
    assert len({some_traits(random.Random(i), who) for i in range(20)}) == 20  # type: ignore[arg-type]


@pytest.mark.parametrize("style", sorted(HAIR))
def test_two_variants_of_a_hairstyle_differ(style: str) -> None:
    one, other = (
        np.asarray(sprite(Order(style, "", "man", variant), 96).convert("RGB")).mean((0, 1)) for variant in (1, 2)
    )
    assert np.abs(one - other).max() > 0.5


@pytest.mark.parametrize(
    "text", ["((red bob cut)), girl", "((black buzz cut)), man, park", "((white beehive)), woman, library"]
)
def test_twenty_portraits_of_one_prompt_are_no_duplicates(text: str) -> None:
    scene = parse(text)
    seen: list[tuple[int, bytes]] = []
    assert not isinstance(scene, Unknown)
    for seed in range(20):
        picture = compose(scene, f"{seed}:{text}", 128)[0]
        look = phash(np.asarray(picture.convert("L"))), colour_signature(np.asarray(picture))
        assert not any(hamming(look[0], h) <= 3 and signatures_close(look[1], s) for h, s in seen)
        seen.append(look)


@pytest.mark.parametrize("style", ["afro", "beehive", "high ponytail", "pigtails", "long straight hair", "short hair"])
def test_a_portrait_is_cut_off_by_the_lower_edge_alone(style: str) -> None:
    for seed in range(30):
        (thing,) = describe(f"(({style})), woman", seed, 256).things
        left, top, right, bottom = thing.box
        assert top >= (HEADROOM - 1) * 2.56 and bottom == 256
        assert left > 0 and right < 256
