"""The outdoor places: each is painted to its edges, and its variants are different pictures."""

import random
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from synthgen.kit.hashes import colour_signature, hamming, phash, signatures_close
from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.kin import FLOWERS, KIN
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.sprites import PLACE_VARIANTS

OUTDOORS = sorted(name for name, place in PLACES.items() if not place.indoors)
PIECES = [(name, piece) for name in OUTDOORS for piece in sorted(PLACES[name].pieces)]


def painted(name: str, variant: int, without: frozenset[str] = frozenset()) -> Canvas:
    canvas = Canvas(100, 100, 1.28)
    PLACES[name].paint(canvas, Look(random.Random(f"{name}/{variant}"), variant=variant, without=without))
    return canvas


def pixels(name: str, variant: int, without: frozenset[str] = frozenset()) -> NDArray[np.uint8]:
    return np.asarray(painted(name, variant, without).picture())


@pytest.mark.parametrize("name", OUTDOORS)
def test_nothing_is_left_unpainted(name: str) -> None:
    for variant in range(PLACE_VARIANTS):
        canvas = painted(name, variant)
        assert canvas.sprite(outline=False).getchannel("A").getextrema()[0] == 255


@pytest.mark.parametrize("name", OUTDOORS)
def test_no_two_variants_are_duplicates(name: str) -> None:
    pictures = [pixels(name, variant) for variant in range(PLACE_VARIANTS)]
    hashes = [phash(np.asarray(picture.mean(axis=-1), np.uint8)) for picture in pictures]
    colours = [colour_signature(picture) for picture in pictures]
    for a, b in combinations(range(PLACE_VARIANTS), 2):
        assert hamming(hashes[a], hashes[b]) > 3 or not signatures_close(colours[a], colours[b])


@pytest.mark.parametrize(("name", "piece"), PIECES)
def test_a_piece_can_be_left_out(name: str, piece: str) -> None:
    assert piece in KIN or piece == FLOWERS
    without = frozenset({piece})
    assert any((pixels(name, k) != pixels(name, k, without)).any() for k in range(PLACE_VARIANTS))


def test_coming_nearer_keeps_the_point_that_it_turns_about() -> None:
    canvas = Canvas(100, 100, 1)
    canvas.approach(30, 60, 2)
    canvas.box(30, 60, 40, 70, (255, 0, 0))
    picture = np.asarray(canvas.picture())
    rows, columns = np.nonzero(picture[..., 0] > 200)
    assert (rows.min(), columns.min()) == (60, 30)
    assert (rows.max(), columns.max()) == (79, 49)
