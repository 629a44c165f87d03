"""A place leaves out what would be a second one of something that the prompt names."""

import random

import numpy as np
import pytest

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.drawing import Look
from synthgen.renderer.sketch.kin import KIN, left_out
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.sprites import PLACE_VARIANTS

PIECES = sorted((name, piece) for name, place in PLACES.items() for piece in place.pieces)


@pytest.mark.parametrize(
    ("place", "subject", "piece"),
    [
        ("living room", "sofa", "sofa"),
        ("living room", "armchair", "sofa"),
        ("living room", "floor lamp", "lamp"),
        ("bedroom", "bed", "bed"),
        ("gym", "running on a treadmill", "treadmill"),
        ("train station", "high-speed train", "train"),
        ("bakery", "croissant", "croissant"),
        ("greenhouse", "tulip", "flower"),
        ("stadium", "baseball player", "goal"),
        ("living room", "fireplace", "sofa"),
    ],
)
def test_nothing_stands_beside_the_subject_that_goes_by_its_name(place: str, subject: str, piece: str) -> None:
    assert piece in left_out(PLACES[place], [subject])


def test_beside_a_cat_a_living_room_has_all_that_is_its_own() -> None:
    assert left_out(PLACES["living room"], ["cat"]) == frozenset()


@pytest.mark.parametrize(("place", "piece"), PIECES)
def test_a_piece_that_can_be_left_out_is_seen_in_some_variant(place: str, piece: str) -> None:
    """Left out, it changes at least one picture: no piece is only a word."""

    def drawn(variant: int, without: frozenset[str]) -> bytes:
        canvas = Canvas(100, 100, 1)
        PLACES[place].paint(canvas, Look(random.Random(variant), variant=variant, without=without))
        return np.asarray(canvas.picture()).tobytes()

    assert any(drawn(v, frozenset()) != drawn(v, frozenset({piece})) for v in range(2 * PLACE_VARIANTS))


def test_every_piece_of_a_place_has_words_beside_which_it_is_left_out() -> None:
    assert {piece for _, piece in PIECES} <= {*KIN, "flower"}
    assert set(KIN) <= {piece for _, piece in PIECES}
